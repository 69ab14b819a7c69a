"""What was written and not sent, kept for each conversation while it is written. Knows no widget.

Owns when it is kept: a moment after the last letter, at once when there is nothing any more, and at the latest when
the window is gone.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QObject, QTimer

from supportbot.errors import SupportbotError
from supportbot.ui.operations import Operation

if TYPE_CHECKING:
    from collections.abc import Callable

_PAUSE_MS = 400
_Key = TypeVar("_Key")
_Text = TypeVar("_Text")


class Drafts(QObject, Generic[_Key, _Text]):
    """The unsent texts of a window.

    Args:
        keep: Keeps the text of a place; blocks.
        run: Runs an operation off the main thread, one after the other.
        is_blank: Whether a text is none.
    """

    def __init__(
        self,
        keep: Callable[[_Key, _Text], None],
        run: Callable[[Operation[Any]], None],
        is_blank: Callable[[_Text], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._keep = keep
        self._run = run
        self._is_blank = is_blank
        self._unwritten: dict[_Key, _Text] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._write)

    def note(self, key: _Key, text: _Text) -> None:
        """What stands in a place now."""
        self._unwritten[key] = text
        if self._is_blank(text):
            self._write()
        else:
            self._pause.start()

    def newest(self, key: _Key, kept: _Text) -> _Text:
        """The text of a place: the one that is on its way to the disk, else what was read from there."""
        return self._unwritten.get(key, kept)

    def forget(self) -> None:
        """Everything is to be erased: nothing is written any more."""
        self._pause.stop()
        self._unwritten.clear()

    def finish(self) -> None:
        """Write what is left, on this thread; no operation runs any more."""
        self._pause.stop()
        for key, text in self._unwritten.items():
            with contextlib.suppress(SupportbotError):
                self._keep(key, text)
        self._unwritten.clear()

    def _write(self) -> None:
        for key, text in self._unwritten.items():
            self._run(self._writing(key, text))

    def _writing(self, key: _Key, text: _Text) -> Operation[None]:
        def written(_: None) -> None:
            if key in self._unwritten and self._unwritten[key] == text:
                del self._unwritten[key]

        # One that cannot be written stays noted, and is tried again with the next letter.
        return Operation(lambda: self._keep(key, text), written)
