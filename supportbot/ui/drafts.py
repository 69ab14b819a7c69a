"""What was typed and not sent, kept for each conversation while it is typed. Knows no widget.

Owns when it is written: a moment after the last letter, at once when the field became empty, and at the latest when
the window is gone.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from supportbot.errors import SupportbotError
from supportbot.ui.operations import Operation

if TYPE_CHECKING:
    from collections.abc import Callable

_PAUSE_MS = 400


class Drafts(QObject):
    """The unsent texts of a window.

    Args:
        keep: Keeps the text of a conversation (``None``: the one without a question yet); blocks.
        run: Runs an operation off the main thread, one after the other.
    """

    def __init__(
        self,
        keep: Callable[[str | None, str], None],
        run: Callable[[Operation[Any]], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._keep = keep
        self._run = run
        self._unwritten: dict[str | None, str] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._write)

    def note(self, conversation_id: str | None, text: str) -> None:
        """What stands in the field of a conversation now."""
        self._unwritten[conversation_id] = text
        if text.strip():
            self._pause.start()
        else:
            self._write()

    def newest(self, conversation_id: str | None, kept: str) -> str:
        """The text of a conversation: the one that is on its way to the disk, else what was read from there."""
        return self._unwritten.get(conversation_id, kept)

    def forget(self) -> None:
        """Everything is to be erased: nothing is written any more."""
        self._pause.stop()
        self._unwritten.clear()

    def finish(self) -> None:
        """Write what is left, on this thread; no operation runs any more."""
        self._pause.stop()
        for conversation_id, text in self._unwritten.items():
            with contextlib.suppress(SupportbotError):
                self._keep(conversation_id, text)
        self._unwritten.clear()

    def _write(self) -> None:
        for conversation_id, text in self._unwritten.items():
            self._run(self._writing(conversation_id, text))

    def _writing(self, conversation_id: str | None, text: str) -> Operation[None]:
        def written(_: None) -> None:
            if self._unwritten.get(conversation_id) == text:
                del self._unwritten[conversation_id]

        # One that cannot be written stays noted, and is tried again with the next letter.
        return Operation(lambda: self._keep(conversation_id, text), written)
