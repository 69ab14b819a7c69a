"""A question is evaluated while it is typed: which words are told to the engine, and when. Knows no widget.

A word that is not finished yet would be evaluated in vain, so the last one waits until the typing pauses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

PACE_MS = 400


class Ahead(QObject):
    """Runs ahead of the question.

    Args:
        prepare: Has a question's beginning evaluated; returns at once.
    """

    def __init__(self, prepare: Callable[[str], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._prepare = prepare
        self._text = self._seen = self._told = ""
        self._pace = QTimer(self)
        self._pace.setSingleShot(True)
        self._pace.setInterval(PACE_MS)
        self._pace.timeout.connect(self._look)

    def note(self, text: str) -> None:
        """What stands in the field now."""
        self._text = text.strip()
        if not self._text:  # it was sent, or taken back
            self._pace.stop()
            self._seen = self._told = ""
        elif not self._pace.isActive():
            self._pace.start()

    def tell_again(self) -> None:
        """The engine is free (again): what was told before it was may have gone unheard."""
        self._seen = self._told = ""
        if self._text:
            self._pace.start()

    def _look(self) -> None:
        pauses, self._seen = self._text == self._seen, self._text
        words = self._text if pauses else self._text.removesuffix(self._text.split()[-1]).rstrip()
        if not pauses:
            self._pace.start()
        if words and words != self._told:
            self._told = words
            self._prepare(words)
