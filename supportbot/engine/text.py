"""From token bytes to text that may be shown: whole characters only, and nothing of a stop string.

Pure, knows neither tokens nor models.
"""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class TextAssembler:
    """Takes the bytes of one token at a time and gives out the text that is safe to show.

    A character whose bytes have not all come is held back; so is text that may turn out to be the
    beginning of a stop string. Bytes that can never become a character come out as U+FFFD.

    Args:
        stop: Strings that end the answer; the first one found, and all after it, is cut off.
    """

    def __init__(self, stop: Sequence[str] = ()) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self._stop = tuple(s for s in stop if s)
        self._text = ""
        self._shown = 0
        self._ends: list[int] = []
        self.stopped = False

    @property
    def text(self) -> str:
        """Everything given out so far."""
        return self._text[: self._shown]

    @property
    def whole_tokens(self) -> int:
        """How many of the tokens fed lie before the cut of a stop string."""
        if not self.stopped:
            return len(self._ends)
        return sum(1 for end in self._ends if end <= self._shown)

    def feed(self, piece: bytes) -> str:
        """Add the bytes of one token.

        Returns:
            The text that can be shown now; empty while it is held back.
        """
        searched = max(0, len(self._text) - max(map(len, self._stop), default=0))
        self._text += self._decoder.decode(piece)
        self._ends.append(len(self._text))
        cut = self._first_stop(searched)
        if cut is not None:
            self.stopped = True
            self._text = self._text[:cut]
            return self._give(cut)
        return self._give(len(self._text) - self._possible_stop())

    def finish(self) -> str:
        """The answer ends here: give out held text; a half character at the end is dropped."""
        return self._give(len(self._text))

    def _give(self, end: int) -> str:
        start, self._shown = self._shown, max(end, self._shown)
        return self._text[start : self._shown]

    def _first_stop(self, start: int) -> int | None:
        found = [at for s in self._stop if (at := self._text.find(s, start)) >= 0]
        return min(found, default=None)

    def _possible_stop(self) -> int:
        """Length of the longest end of the text that begins a stop string."""
        longest = max((len(s) - 1 for s in self._stop), default=0)
        for length in range(min(longest, len(self._text) - self._shown), 0, -1):
            tail = self._text[-length:]
            if any(s.startswith(tail) for s in self._stop):
                return length
        return 0
