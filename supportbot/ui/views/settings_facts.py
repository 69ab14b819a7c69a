"""The pages of the settings that mostly say something: the model, and this program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supportbot.models.states import Command
from supportbot.ui.amounts import percent
from supportbot.ui.views.controls import Button
from supportbot.ui.views.lettering import Text
from supportbot.ui.views.panels import Logo
from supportbot.ui.views.progress import ProgressBar
from supportbot.ui.views.settings_rows import (
    FactRow,
    Group,
    LinkRow,
    Pane,
    SettingRow,
    ShortFactRow,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from supportbot.product.pack import ProductPack
    from supportbot.ui.licences import Part
    from supportbot.ui.look import Look
    from supportbot.ui.settings_words import ModelWords


class ModelPane(Pane):
    """Which model answers, and whether it is intact.

    Signals:
        verify_requested: Every byte of it is to be compared.
        stop_requested: That is to stop.
        commanded: A model is wanted: a ``Command``.
        check_requested: Look for room again.
    """

    verify_requested = Signal()
    stop_requested = Signal()
    commanded = Signal(object)
    check_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.version = FactRow(look, self.tr("Model"))
        self.state = FactRow(look, self.tr("State"))
        self.takes = FactRow(look, self.tr("Size"))
        self.place = FactRow(look, self.tr("Where"))
        facts = Group(look, self.tr("Answer model"))
        for row in (self.version, self.state, self.takes, self.place):
            facts.add(row)
        self.put(facts)
        self.verify = Button(look, self.tr("Check now"))
        self.verify.clicked.connect(self._on_clicked)
        self.verdict = SettingRow(look, self.tr("Check the model"), "", self.verify)
        self.bar = ProgressBar(look)
        self._bar_box = QWidget()
        self.share = Text(look, "small", "muted", wrap=False)
        box = QHBoxLayout(self._bar_box)
        box.setContentsMargins(14, 0, 14, 12)
        box.setSpacing(10)
        box.addWidget(self.bar, 1)
        box.addWidget(self.share)
        self._verifying = False
        self._state = ""
        self._check = Group(look)
        self._check.add(self.verdict)
        self._check.add(self._bar_box)
        self.put(self._check)
        self._bar_box.hide()
        self.choose = Button(look, self.tr("Choose a file…"))
        self.choose.clicked.connect(lambda: self.commanded.emit(Command.CHOOSE_FILE))
        self.fetch = Button(look, self.tr("Download"), kind="primary", icon="save")
        self.fetch.clicked.connect(self._on_fetch_clicked)
        self._checks_room = False
        self._fetch_row = SettingRow(look, self.tr("Download it"), "", self.fetch)
        self._fetch = Group(look)
        self._fetch.add(self._fetch_row)
        self.put(self._fetch)
        self._file = Group(look)
        detail = self.tr("A model file that is already on this computer. It is checked before use.")
        self._file.add(SettingRow(look, self.tr("Take it from a file"), detail, self.choose))
        self.put(self._file)
        self._fetch.hide()
        self._file.hide()

    def show_offer(self, can: frozenset[Command], takes: str, *, can_check: bool) -> None:
        """What can be done now to get a model.

        Args:
            can: Download it, take a file.
            takes: What it takes, or what is lacking.
            can_check: Whether to look again is all that can be done.
        """
        self._checks_room = can_check
        self._fetch_row.title.setText(
            self.tr("Too little free space") if can_check else self.tr("Download it")
        )
        self._fetch_row.set_detail(takes)
        self.fetch.rename(
            self.tr("Check again") if can_check else self.tr("Download"),
            "retry" if can_check else "save",
        )
        self._fetch.setVisible(can_check or Command.START in can)
        self._file.setVisible(Command.CHOOSE_FILE in can)

    def show_words(self, words: ModelWords) -> None:
        """Say which model there is."""
        self.version.show_value(words.name)
        self._state = words.state
        self._show_state()
        self.takes.show_value(words.size)
        self.place.show_value(words.place)
        self._check.setVisible(words.can_verify)

    def show_progress(self, done: int, total: int | None) -> None:
        """Say how much was compared."""
        self._set_verifying(verifying=True)
        share = done / total if total else 0.0
        self.bar.show_share(share)
        self.share.setText(percent(share))

    def show_verdict(self, text: str, *, good: bool = False) -> None:
        """Say what came of it, with a tick if that is good, where it is seen."""
        self._set_verifying(verifying=False)
        self.verdict.set_detail(text)
        self.verdict.set_ticked(ticked=good)
        QTimer.singleShot(0, self.verdict, lambda: self.ensureWidgetVisible(self.verdict))

    def _set_verifying(self, *, verifying: bool) -> None:
        if verifying and not self._verifying:
            self.verdict.set_detail(self.tr("Every byte is checked…"))
            self.verdict.set_ticked(ticked=False)
        self._verifying = verifying
        self._show_state()
        self._bar_box.setVisible(verifying)
        self.verify.rename(self.tr("Stop") if verifying else self.tr("Check now"))

    def _show_state(self) -> None:
        self.state.show_value(self.tr("Being checked…") if self._verifying else self._state)

    def _on_fetch_clicked(self) -> None:
        if self._checks_room:
            self.check_requested.emit()
        else:
            self.commanded.emit(Command.START)

    def _on_clicked(self) -> None:
        if self._verifying:
            self.stop_requested.emit()
        else:
            self.verify_requested.emit()


class AboutPane(Pane):
    """What this is, who made it, and what support may want to know.

    Signals:
        copy_requested: The details are to be copied.
        licence_requested: The licence of a ``Part`` is to be read.
    """

    copy_requested = Signal()
    licence_requested = Signal(object)

    def __init__(self, look: Look, pack: ProductPack, version: str, facts: str) -> None:
        super().__init__(look)
        self._look = look
        product = pack.product
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(look, "heading", text=product.name))
        words.addWidget(Text(look, "small", "muted", facts))
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(Logo(look, pack.logo, product.name), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.put(head)
        self.put(Text(look, "body", text=" ".join(product.about.split())))
        versions = Group(look, self.tr("Version"))
        versions.add(ShortFactRow(look, product.name, product.version))
        versions.add(ShortFactRow(look, self.tr("Based on"), f"supportbot {version}"))
        self.put(versions)
        self.copy = Button(look, self.tr("Copy"), icon="copy")
        self.copy.setAccessibleName(self.tr("Copy details for support"))
        self.copy.clicked.connect(self.copy_requested)
        self._copy_row = SettingRow(
            look,
            self.tr("Details for support"),
            self.tr("Versions and settings. No word of your conversations, and not your name."),
            self.copy,
        )
        self._details = FactRow(look, self.tr("Exactly this was copied"))
        self._details.hide()
        support = Group(look, self.tr("Support"))
        support.add(self._copy_row)
        support.add(self._details)
        self.put(support)
        self.licences = Group(look, self.tr("Licences"))
        self.put(self.licences)
        note = self.tr(
            "Qt is used as separate libraries under the GNU Lesser General Public License, version 3: they "
            "may be replaced by your own. It comes without any warranty. Text is set in the fonts of your system."
        )
        self.put(Text(look, "small", "muted", note))

    def show_parts(self, parts: Sequence[tuple[str, Part]]) -> None:
        """List what this is made of, by its name in words; each row opens the licence."""
        self.licences.clear()
        for title, part in parts:
            row = LinkRow(self._look, title, part.licence)
            row.clicked.connect(lambda _=False, part=part: self.licence_requested.emit(part))
            self.licences.add(row)

    def show_details(self, text: str) -> None:
        """Show what was copied."""
        self._copy_row.set_detail(self.tr("Copied."))
        self._details.show_value(text)
