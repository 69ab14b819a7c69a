"""What customers say of answers: kept with the conversation, told once, taken back when it could not be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from supportbot.history import Verdict
from supportbot.ui.announce import announce
from supportbot.ui.error_words import sentence_of
from supportbot.ui.wording import filled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from supportbot.errors import SupportbotError
    from supportbot.ui.bridge import Bridge
    from supportbot.ui.parts import Exchange
    from supportbot.ui.views.exchange import ExchangeView
    from supportbot.ui.views.window import Window


class Judging(QObject):
    """Thumbs up and down.

    Args:
        window: Where they are.
        bridge: Keeps what was said.
        exchanges: What is on the screen; the presenter's own list.
    """

    def __init__(self, window: Window, bridge: Bridge, exchanges: Sequence[Exchange]) -> None:
        super().__init__(window)
        self._window = window
        self._bridge = bridge
        self._exchanges = exchanges
        window.conversation.judged.connect(self._on_judged)

    def _on_judged(
        self, index: int, helpful: bool | None, reasons: tuple[str, ...], remark: str
    ) -> None:
        reply = self._exchanges[index].reply
        if reply is None:
            return
        view = self._window.conversation.exchange(index)

        def kept() -> None:
            if helpful or reasons or remark:
                text = self.tr("Thank you. Kept on this computer only.")
                announce(self._window, text)
                if self._shows(view) and not helpful:
                    view.thank(text)

        def failed(error: SupportbotError) -> None:
            if self._shows(view):
                view.show_verdict(None)
            self._window.add_notice(filled(self.tr("This was not kept. %1"), sentence_of(error)))

        verdict = None if helpful is None else Verdict(helpful, reasons, remark)
        self._bridge.judge(reply.id, verdict, kept, failed)

    def _shows(self, view: ExchangeView) -> bool:
        """Whether that conversation is still on the screen."""
        return view in self._window.conversation.exchanges
