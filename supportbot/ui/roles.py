"""What our own widgets are to assistive technology, where Qt would only say "a widget".

A widget's class says it as ``accessible_role``; every other widget keeps the role Qt gives it.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QAccessibleInterface

Role = QAccessible.Role


@functools.cache
def tell_roles() -> None:
    """Have Qt ask our widgets what they are, from now on."""
    QAccessible.installFactory(_described)


def _described(_kind: str, thing: QObject | None) -> QAccessibleInterface | None:
    role = getattr(thing, "accessible_role", None)
    return QAccessibleWidget(thing, role) if isinstance(thing, QWidget) and role else None
