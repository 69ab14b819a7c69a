"""Joins the model card to the bridge: what is asked of a model's arrival becomes work, and its steps become words.

Owns where the arrival is. Blocks on nothing; what the card says is ``model_words``.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from supportbot.errors import ModelFileError
from supportbot.models.states import Arrival, Command, ModelProgress, ModelState
from supportbot.ui.condition import ModelCondition
from supportbot.ui.error_words import sentence_of
from supportbot.ui.model_words import failure_content, offer_content, progress_content

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from supportbot.errors import SupportbotError
    from supportbot.ui.bridge import Bridge
    from supportbot.ui.condition import InstallOffer
    from supportbot.ui.views.window import Window


def choose_model(parent: QWidget) -> Path | None:
    """Ask for a model file."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
    chosen, _ = QFileDialog.getOpenFileName(parent, "", folder, "*.gguf")
    return Path(chosen) if chosen else None


class ModelPresenter(QObject):
    """The card's behaviour.

    Args:
        window: Has the card, and the place for notices.
        bridge: Does the work.
        choose: Asks for a file; a test's own in tests.
    """

    def __init__(
        self,
        window: Window,
        bridge: Bridge,
        choose: Callable[[QWidget], Path | None] = choose_model,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._card = window.model_card
        self._bridge = bridge
        self._choose = choose
        self._condition = ModelCondition(ready=False)
        self._arrival = Arrival()
        self._put_away = False
        self._broke = False
        self._file: Path | None = None
        self._card.commanded.connect(self._on_commanded)
        self._card.check_requested.connect(bridge.open_engine)
        bridge.model_changed.connect(self._on_model_changed)
        bridge.install_progressed.connect(self._on_progressed)
        bridge.install_failed.connect(self._on_failed)

    @property
    def condition(self) -> ModelCondition:
        """What was last found out about the model."""
        return self._condition

    def told(self, *, wrote: bool) -> None:
        """The model wrote an answer, or could not be read while it should: the header goes by that, whatever a check says."""
        self._broke = not wrote
        self._show_writes()

    def remind(self) -> None:
        """Have the card back that was put away: a question would have needed the model."""
        if self._lacks_model:
            self._card.show()

    @property
    def offer(self) -> InstallOffer | None:
        """What can be done now to get a model: one is needed, and none is on its way."""
        waits = self._lacks_model and not self._bridge.installing
        return self._condition.offer if waits else None

    def command(self, command: Command) -> None:
        """Do this, as by the card."""
        if self.offer is not None:
            self._on_commanded(command)

    @property
    def _lacks_model(self) -> bool:
        found = self._condition
        return found.absent or isinstance(found.problem, ModelFileError)

    def _on_model_changed(self, found: ModelCondition) -> None:
        # Once it is known what is wrong, that is what counts; until then a check that finds nothing changes nothing.
        self._broke = self._broke and self._condition.ready and found.ready
        self._condition = found
        self._show_writes()
        if self._bridge.installing and not found.ready:
            return  # the card tells of what is on its way
        if found.verification is not None:
            self._arrival = Arrival(ModelState.VERIFYING, frozenset())
            self._put_away = False
            self._tell(ModelProgress(ModelState.VERIFYING))
        elif self._lacks_model:
            self._arrival = self._offered()
            self._card.show_content(offer_content(self._arrival, found.offer, found.problem))
        else:
            self._card.hide()
            if found.problem is not None:
                self._window.add_notice(
                    sentence_of(found.problem), self.tr("Check again"), self._on_check_requested
                )

    def _show_writes(self) -> None:
        found = self._condition
        able = found.ready or found.problem is None
        self._window.header.show_writes(writes=able and not self._broke)

    def _offered(self) -> Arrival:
        offer = self._condition.offer
        if offer is None:
            damaged = isinstance(self._condition.problem, ModelFileError)
            state = ModelState.DAMAGED if damaged else ModelState.ABSENT
            return Arrival(state, frozenset({Command.NOT_NOW}))
        return Arrival(offer.state, offer.can | {Command.NOT_NOW, Command.CANCEL})

    def _on_check_requested(self) -> None:
        self._window.clear_notices()
        self._bridge.open_engine()

    def _on_commanded(self, command: Command) -> None:
        if command is Command.NOT_NOW and not self._bridge.installing:
            self._put_away = True
            self._card.hide()
        if command not in self._arrival.commands:  # a click that came too late
            return
        match command:
            case Command.START:
                self._begin(command, None)
            case Command.CHOOSE_FILE:
                file = self._choose(self._window)
                if file is not None and command in self._arrival.commands:
                    self._begin(command, file)
            case Command.PAUSE:
                self._bridge.pause_install()
            case Command.RESUME:
                self._bridge.resume_install()
            case Command.CANCEL:
                self._bridge.cancel_install()

    def _begin(self, command: Command, file: Path | None) -> None:
        able = self._arrival.able
        if self._bridge.install_model(file):
            able |= {Command.PAUSE, Command.RESUME}
        self._file = file
        self._arrival = Arrival(self._arrival.state, able).told(command)
        self._tell(ModelProgress(self._arrival.state))

    def _on_progressed(self, progress: ModelProgress) -> None:
        if progress.state is ModelState.READY or not self._arrival.state.may_become(progress.state):
            return  # whether it is ready is told once it is open
        self._arrival = self._arrival.moved(progress.state)
        if progress.state is not ModelState.ABSENT:
            self._tell(progress)

    def _tell(self, progress: ModelProgress) -> None:
        is_here = not self._bridge.installing
        content = progress_content(self._arrival, progress, is_here=is_here)
        if is_here:  # nothing to be cancelled
            if self._put_away:
                return
            content = replace(content, commands=frozenset({Command.NOT_NOW}))
        self._card.show_content(content)

    def _on_failed(self, error: SupportbotError) -> None:
        self._arrival = self._offered()
        offer, from_file = self._condition.offer, self._file is not None
        content = failure_content(self._arrival, offer, error, from_file=from_file)
        self._card.show_content(content)
