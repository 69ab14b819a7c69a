"""The sheet behind "Talk to a human": exactly the text that is handed over, to read and to change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from supportbot.handoff import HandoffMessage
from supportbot.ui.announce import announce
from supportbot.ui.choices import Option
from supportbot.ui.theme import GAP_1, HALO
from supportbot.ui.views.arrange import Flow, Shared
from supportbot.ui.views.choosing import Segments
from supportbot.ui.views.controls import Button
from supportbot.ui.views.lettering import Text
from supportbot.ui.views.line import Line
from supportbot.ui.views.panels import Field, Icon
from supportbot.ui.views.prompted import PromptedEdit
from supportbot.ui.views.sheet import Sheet
from supportbot.ui.wording import filled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from supportbot.ui.handoff import Outcome, Way
    from supportbot.ui.look import Look

_LEAST_TO_WRITE = 120  # pixels of height; with less room, all of the sheet scrolls


def choose_file(parent: QWidget, name: str) -> Path | None:
    """Ask where to save; only files of the name's kind are shown."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    kinds = f"*{Path(name).suffix}"
    chosen, _ = QFileDialog.getSaveFileName(parent, "", str(Path(folder) / name), kinds)
    return Path(chosen) if chosen else None


class HandoffSheet(Sheet):
    """The text, and the ways it can leave.

    Args:
        look: The theme in force.
        support: Who gets it.
        ways: How it can leave, at least one; the first is chosen.
        message: The text to begin with.
        other_ways: Telephone and hours, one a line; may be empty.

    Signals:
        changed: The text is another one.
        way_chosen: Another ``Way`` is chosen.
        handed_over: The text is to leave the way that is chosen.
        fresh_text_requested: A draft is to make room for the text as the helper would write it.
    """

    changed = Signal()
    way_chosen = Signal(object)
    handed_over = Signal()
    fresh_text_requested = Signal()

    def __init__(
        self,
        look: Look,
        support: str,
        ways: Sequence[Way],
        message: HandoffMessage,
        other_ways: str,
        parent: QWidget,
    ) -> None:
        super().__init__(
            look,
            filled(QCoreApplication.translate("HandoffSheet", "Hand this to %1"), support),
            parent,
            tall=True,
        )
        self.stack.setContentsMargins(0, 0, 0, 0)  # fields keep room for their ring themselves
        self._to = message.to
        self.way = ways[0]
        self._add_ways(look, ways)
        self._target_label = Text(look, "label")
        self._target = Text(look, "body")
        self.stack.addLayout(self._inset(self._target_label, self._target))
        self.subject = Line(message.subject)
        self.subject.setCursorPosition(0)
        subject = Field(look, self.subject)
        subject.hold((10, 6, 10, 6))
        self._add_field(self.tr("Subject"), subject)
        self.body = PromptedEdit(self.tr("Write what you need help with here"))
        self.body.setPlainText(message.body)
        self.body.document().setDocumentMargin(2)
        body = Field(look, self.body)
        body.hold((9, 7, 4, 7))
        self._add_field(self.tr("Exactly what will be handed over"), body, 1)
        self._add_lines(look, other_ways)
        self._add_foot(look)
        self.subject.textChanged.connect(self.changed)
        self.body.textChanged.connect(self.changed)
        look.changed.connect(self._keep_room_to_write)
        self._keep_room_to_write()
        self._show_way()

    def message(self) -> HandoffMessage:
        """The text as it stands now."""
        return HandoffMessage(self._to, self.subject.text(), self.body.toPlainText())

    def put(self, message: HandoffMessage) -> None:
        """Have this text for the same person instead; Undo brings the other back."""
        self.subject.selectAll()
        self.subject.insert(message.subject)
        self.subject.setCursorPosition(0)
        cursor = self.body.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(message.body)
        self.body.moveCursor(QTextCursor.MoveOperation.Start)

    def show_draft_line(self, *, shown: bool) -> None:
        """Whether to say that this is the customer's own text of before."""
        self._draft_line.setVisible(shown)
        self._place()

    def show_offline_line(self, text: str) -> None:
        """Say what being offline means, as long as there is nothing newer to say; nothing when it is empty."""
        self.offline.setText(text)
        self.offline.setVisible(bool(text) and self.outcome.isHidden())
        self._place()

    def tell(self, outcome: Outcome) -> None:
        """Say what became of it."""
        self.outcome.setText(outcome.sentence)
        self.outcome.set_colour("muted" if outcome.done else "doubt_text")
        self.outcome.show()
        self.offline.hide()
        if outcome.done:
            self.cancel.rename(self.tr("Done"))
        announce(self, outcome.sentence)
        self._place()
        self.bring_into_sight(self.outcome)

    # ------------------------------------------------------------------ inside

    def _keep_room_to_write(self) -> None:
        self.body.setMinimumHeight(self.look.px(_LEAST_TO_WRITE))

    def _add_ways(self, look: Look, ways: Sequence[Way]) -> None:
        options = [Option(way, way.title) for way in ways]
        self.ways = Segments(look, self.tr("How it leaves"), options)
        self.ways.show_value(self.way)
        self.ways.chosen.connect(self._on_way_chosen)
        self.stack.addLayout(self._inset(self.ways))
        self.ways.setVisible(len(ways) > 1)

    def _add_field(self, label: str, field: Field, stretch: int = 0) -> None:
        field.editor.setAccessibleName(label)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addLayout(self._inset(Text(self.look, "label", text=label)))
        column.addWidget(field, stretch)
        self.stack.addLayout(column, stretch)

    def _add_lines(self, look: Look, other_ways: str) -> None:
        self._draft_line = Flow(
            GAP_1, (Text(look, "fine", "muted", self.tr("What you changed before is kept.")),)
        )
        self.fresh = Button(look, self.tr("Begin anew"), kind="link")
        self.fresh.clicked.connect(self.fresh_text_requested)
        self._draft_line.add(self.fresh)
        self._draft_line.hide()
        self.stack.addLayout(self._inset(self._draft_line))
        told = self.tr("Nothing has been masked. Read it before you send.")
        line = QHBoxLayout()
        line.setContentsMargins(HALO, 0, HALO, 0)
        line.setSpacing(6)
        line.addWidget(Icon(look, "info", 14, "muted"), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Text(look, "fine", "muted", told), 1)
        self.stack.addLayout(line)
        if other_ways:
            self.stack.addLayout(self._inset(Text(look, "fine", "muted", other_ways)))

    def _add_foot(self, look: Look) -> None:
        self.cancel = Button(look, self.tr("Cancel"))
        self.cancel.clicked.connect(self.dismiss)
        self.action = Button(look, "", kind="primary", icon=self.way.icon)
        self.action.clicked.connect(self.handed_over)
        buttons = Shared(2, (self.cancel, self.action))
        buttons.grows = 1
        self.foot.addWidget(buttons)
        self.outcome = Text(look, "fine", "muted", centred=True)
        self.offline = Text(look, "fine", "muted", centred=True)
        for line in (self.outcome, self.offline):
            line.hide()
            self.foot.addWidget(line)

    def _inset(self, *widgets: QWidget) -> QVBoxLayout:
        """Widgets below each other, in line with what stands in the fields' frames."""
        column = QVBoxLayout()
        column.setContentsMargins(HALO, 0, HALO, 0)
        column.setSpacing(2)
        for widget in widgets:
            column.addWidget(widget)
        return column

    def _on_way_chosen(self, way: Way) -> None:
        self.way = way
        self.outcome.hide()
        self._show_way()
        self.way_chosen.emit(way)

    def _show_way(self) -> None:
        way = self.way
        self._target_label.setText(self.tr("To") if way.kind == "email" else self.tr("Where"))
        self._target.setText(way.target)
        for line in (self._target_label, self._target):
            line.setVisible(bool(way.target))
        self.action.rename(way.action, way.icon)
        self._place()
