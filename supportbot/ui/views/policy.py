"""What a layout may do with a widget."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget


def let_height_follow_width(widget: QWidget, *, wide: bool = False) -> None:
    """Have layouts ask how high a widget is at its width; ``wide``: it takes what room there is beside others."""
    across = QSizePolicy.Policy.Expanding if wide else QSizePolicy.Policy.Preferred
    policy = QSizePolicy(across, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
