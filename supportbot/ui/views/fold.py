"""What shows an answer nobody should trust at first sight, and hides it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from supportbot.ui.views.row import Row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from supportbot.ui.look import Look

_OPEN = 90.0


class Fold(Row):
    """Shows a doubtful answer on demand.

    Signals:
        opened: Whether what is folded is to be seen.
    """

    opened = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "", parent)
        self.clicked.connect(lambda: self.set_open(unfolded=not self.turned))
        self._say()

    @property
    def is_open(self) -> bool:
        """Whether the answer is seen."""
        return bool(self.turned)

    def set_open(self, *, unfolded: bool) -> None:
        """Show or hide what is folded."""
        self.turned = _OPEN if unfolded else 0.0
        self._say()
        self.update()
        self.opened.emit(unfolded)

    def _say(self) -> None:
        words = self.tr("Hide the answer") if self.turned else self.tr("Show the answer anyway")
        self.setText(words)
        self.setAccessibleName(words)
        self.updateGeometry()
