"""The card about an answer model that is not there: what it would take, how far it is, what went wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from supportbot.models.states import ModelProgress, ModelState
from supportbot.ui.theme import COLUMN_WIDTH, GAP_4, HALO
from supportbot.ui.views.arrange import Shared
from supportbot.ui.views.controls import Button, IconButton
from supportbot.ui.views.lettering import Text
from supportbot.ui.views.panels import Panel
from supportbot.ui.views.progress import ProgressBar

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from supportbot.errors import SupportbotError
    from supportbot.ui.look import Look

_MEGABYTE = 1_000_000


class ModelCard(QWidget):
    """Stands between the conversation and the composer until the model is there, or put away.

    Signals:
        install_requested: Put the model on this computer.
        cancel_requested: Stop that.
        check_requested: Look for it again.
    """

    install_requested = Signal()
    cancel_requested = Signal()
    check_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._busy = False
        self._terse = False
        self._installs = self._checks = self._explains = False
        self.title = Text(look, "strong")
        self.words = Text(look, "small", "muted")
        self.bar = ProgressBar(look)
        self.install = Button(look, "", kind="primary", icon="save")
        self.check = Button(look, self.tr("Check again"), icon="retry")
        self.close_button = IconButton(look, "close", self.tr("Not now"), size=28, icon_size=16)
        self.install.clicked.connect(self.install_requested)
        self.check.clicked.connect(self.check_requested)
        self.close_button.clicked.connect(self._on_close)
        self._buttons = Shared(2, (self.install, self.check))
        head = QHBoxLayout()
        head.setContentsMargins(HALO, 0, 0, 0)
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        panel = Panel(look, "surface", "line")
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(14 - HALO, 10, 10, 14 - HALO)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addLayout(_inset(self.bar))
        layout.addLayout(_inset(self.words))
        layout.addWidget(self._buttons)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(panel)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    @property
    def busy(self) -> bool:
        """Whether an installation is being followed."""
        return self._busy

    def set_terse(self, *, terse: bool) -> None:
        """Whether room is so short that the offer is made without its explanation."""
        self._terse = terse
        short = terse and self._explains
        self.words.setVisible(not short)
        self._buttons.set_shown(
            {
                self.install: self._installs,
                self.check: self._checks and not (short and self._installs),
            }
        )

    def offer(self, size_bytes: int | None) -> None:
        """Say that there is no model, and what installing it takes; ``None`` when that cannot be done here."""
        self._busy = False
        self.title.setText(self.tr("The answer model is not on this computer"))
        if size_bytes is None:
            self.words.setText(
                self.tr(
                    "Checked answers and a human are here for you. Other questions wait for it."
                )
            )
        else:
            self.words.setText(
                self.tr(
                    "Checked answers and a human are here for you. For everything else it is fetched once, "
                    "compared with its checksum, and stays on this computer."
                )
            )
            text = self.tr("Install (%1 MB)").replace("%1", str(_megabytes(size_bytes)))
            self.install.setText(text)
            self.install.setAccessibleName(text)
        self._arrange(install=size_bytes is not None, check=True, explains=True)

    def follow(self, progress: ModelProgress) -> None:
        """Show how far the installation is."""
        self._busy = True
        checking = progress.state in {ModelState.VERIFYING, ModelState.CHECKING}
        self.title.setText(
            self.tr("Checking the answer model")
            if checking
            else self.tr("Getting the answer model")
        )
        done, total = progress.done_bytes, progress.total_bytes
        self.bar.show_share(done, total)
        size = ""
        if total:
            size = self.tr("%1 of %2 MB") + " · "
            size = size.replace("%1", str(_megabytes(done))).replace("%2", str(_megabytes(total)))
        self.words.setText(size + self.tr("You can ask and reach a human meanwhile."))
        self._arrange(install=False, check=False)

    def fail(self, error: SupportbotError) -> None:
        """Say why it could not be installed; it can be tried again."""
        self._busy = False
        self.title.setText(error.message)
        self.words.setText(error.remedy)
        self._arrange(install=True, check=False)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        side = max(GAP_4, (event.size().width() - COLUMN_WIDTH) // 2)
        self._layout.setContentsMargins(side, 4, side, 12)
        super().resizeEvent(event)

    def _arrange(self, *, install: bool, check: bool, explains: bool = False) -> None:
        self._installs, self._checks, self._explains = install, check, explains
        self.set_terse(terse=self._terse)
        self.bar.setVisible(self._busy)
        name = self.tr("Cancel") if self._busy else self.tr("Not now")
        self.close_button.set_icon("close", name)
        self.setAccessibleName(self.title.text())
        self.setAccessibleDescription(self.words.text())
        self.show()
        self.updateGeometry()

    def _on_close(self) -> None:
        if self._busy:
            self.cancel_requested.emit()
        else:
            self.hide()


def _inset(widget: QWidget) -> QHBoxLayout:
    layout = QHBoxLayout()
    layout.setContentsMargins(HALO, 0, HALO + 4, 0)
    layout.addWidget(widget)
    return layout


def _megabytes(size_bytes: int) -> int:
    return round(size_bytes / _MEGABYTE)
