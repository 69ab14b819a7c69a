"""The sheet behind "Talk to a human": exactly the text that is handed over, to read and to change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from supportbot.handoff import HandoffMessage
from supportbot.ui.announce import announce
from supportbot.ui.choices import Option
from supportbot.ui.theme import GAP_1, GAP_2, HALO
from supportbot.ui.views.arrange import Flow, Shared
from supportbot.ui.views.controls import Button
from supportbot.ui.views.letter_field import LetterEdit
from supportbot.ui.views.lettering import Text
from supportbot.ui.views.line import Line
from supportbot.ui.views.outcome_row import OutcomeRow
from supportbot.ui.views.panels import Field, Icon
from supportbot.ui.views.sheet import Sheet
from supportbot.ui.views.ways import FoldingSegments
from supportbot.ui.wording import filled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from supportbot.ui.handoff import Outcome, Way
    from supportbot.ui.look import Look
    from supportbot.ui.views.outcome_row import Next

_ALWAYS = ("copy", "file")  # ways that need no other program
_LEAST_READ = 84  # pixels of the text that are seen at first
_LINE = 20  # pixels of height, of a field of one line, without what is around it


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
        folder_requested: The folder a file was saved in is to be shown.
    """

    least_above_foot = 60
    changed = Signal()
    way_chosen = Signal(object)
    handed_over = Signal()
    fresh_text_requested = Signal()
    folder_requested = Signal(object)

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
        self._all_ways = tuple(ways)
        self._add_ways(look, ways)
        self._target_label = Text(look, "label")
        self._target = Text(look, "small")
        self._to_line = Flow(GAP_2, (self._target_label, self._target))
        self.stack.addLayout(self._inset(self._to_line))
        self.subject = Line(message.subject)
        self.subject.setCursorPosition(0)
        if QGuiApplication.isRightToLeft():
            self.subject.read_from_right()
        subject = Field(look, self.subject)
        subject.hold((10, 6, 10, 6))
        self._add_field(self.tr("Subject"), subject)
        self.body = LetterEdit(look, self.tr("Write what you need help with here"))
        self.body.setPlainText(message.body)
        body = Field(look, self.body)
        body.hold((9, 7, 9, 7))
        self._masked = self._make_note()
        self._add_field(self.tr("Exactly what will be handed over"), body, 1, self._masked)
        self._add_lines(look, other_ways)
        self._add_foot(look)
        self.subject.textChanged.connect(self.changed)
        self.body.textChanged.connect(self.changed)
        self.changed.connect(self._begin)
        self.body.cursor_moved.connect(self._show_cursor)
        look.changed.connect(self._fit_line)
        self._fit_line()
        self._show_way()

    @override
    def present(self, first: QWidget | None = None) -> None:
        super().present(first)
        QTimer.singleShot(0, self, lambda: QTimer.singleShot(0, self, self._show_text))

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
        """Say what became of it, and what can be done now."""
        self.outcome.tell(outcome.sentence, done=outcome.done, then=self._next(outcome))
        self.offline.hide()
        self._masked.setVisible(not outcome.done)
        again = not outcome.done and self.way.kind == "file"
        self.cancel.set_kind("primary" if outcome.done else "secondary")
        self.action.set_kind("primary" if again else "secondary")
        self.cancel.rename(self.tr("Done") if outcome.done else self.tr("Cancel"))
        self.action.rename(self.tr("Save elsewhere…") if again else self.way.action)
        announce(self, outcome.sentence)
        self._place()
        if outcome.done:
            self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        self.bring_into_sight(self.outcome)

    def set_ready(self, *, ready: bool) -> None:
        """Whether there is something to hand over."""
        self.action.setEnabled(ready)

    # ------------------------------------------------------------------ inside

    def _next(self, outcome: Outcome) -> list[Next]:
        """What can be done after it: see where the file is, or take a way that always works."""
        if outcome.file is not None:
            folder = outcome.file.parent
            return [(self.tr("Show in folder"), "", lambda: self.folder_requested.emit(folder))]
        if outcome.done:
            return []
        others = [w for w in self._all_ways if w.kind in _ALWAYS and w.kind != self.way.kind]
        return [(w.action, w.icon, lambda w=w: self._take(w)) for w in others]  # type: ignore[misc]

    def _take(self, way: Way) -> None:
        self.ways.show_value(way)
        self._on_way_chosen(way)
        self.handed_over.emit()

    def _begin(self) -> None:
        """Nothing became of it yet, or of what is written now."""
        if self.outcome.isHidden():
            return
        self.outcome.hide()
        self._masked.show()
        self.cancel.set_kind("secondary")
        self.action.set_kind("primary")
        self.cancel.rename(self.tr("Cancel"))
        self.action.rename(self.way.action)
        self._place()

    def _show_text(self) -> None:
        """Begin with the text where little of it could be seen below the rest."""
        if self.body.visibleRegion().boundingRect().height() < self.look.px(_LEAST_READ):
            above = self._text_label.mapTo(self._inner, QPoint(0, 0)).y()
            self._scroll.verticalScrollBar().setValue(above)

    def _show_cursor(self) -> None:
        self.bring_into_sight(self.body)

    def _add_ways(self, look: Look, ways: Sequence[Way]) -> None:
        options = [Option(way, way.title) for way in ways]
        self.ways = FoldingSegments(look, self.tr("How it leaves"), options)
        self.ways.show_value(self.way)
        self.ways.chosen.connect(self._on_way_chosen)
        self.stack.addWidget(self.ways)
        self.ways.setVisible(len(ways) > 1)

    def _fit_line(self) -> None:
        self.subject.setMinimumHeight(self.look.px(_LINE))

    def _add_field(
        self, label: str, field: Field, stretch: int = 0, note: QWidget | None = None
    ) -> None:
        field.editor.setAccessibleName(label)
        column = QVBoxLayout()
        column.setSpacing(3)
        self._text_label = Text(self.look, "label", text=label)  # in the end, that of the text
        column.addLayout(self._inset(self._text_label))
        if note is not None:
            column.addLayout(self._inset(note))
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
        if other_ways:
            self.stack.addLayout(self._inset(Text(look, "fine", "muted", other_ways)))
        self.outcome = OutcomeRow(look)
        self.offline = Text(look, "fine", "muted")
        self.offline.hide()
        self.stack.addLayout(self._inset(self.outcome, self.offline))

    def _make_note(self) -> QWidget:
        told = self.tr("Nothing has been masked. Read it before you send.")
        note = QWidget()
        line = QHBoxLayout(note)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(Icon(self.look, "info", 14, "muted"), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Text(self.look, "fine", "muted", told), 1)
        return note

    def _add_foot(self, look: Look) -> None:
        self.cancel = Button(look, self.tr("Cancel"))
        self.cancel.clicked.connect(self.dismiss)
        self.action = Button(look, "", kind="primary", icon=self.way.icon)
        self.action.clicked.connect(self.handed_over)
        buttons = Shared(2, (self.cancel, self.action))
        buttons.grows = 1
        self.foot.addWidget(buttons)

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
        self._begin()
        self._show_way()
        self.way_chosen.emit(way)

    def _show_way(self) -> None:
        way = self.way
        self._target_label.setText(self.tr("To") if way.kind == "email" else self.tr("Where"))
        self._target.setText(way.target)
        self._to_line.setVisible(bool(way.target))
        self.action.rename(way.action, way.icon)
        self._place()
