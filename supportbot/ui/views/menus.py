"""The menus of the header and the drawer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QKeySequence, QPainter
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from supportbot.ui.icons import tinted_icon
from supportbot.ui.shortcuts import Keys
from supportbot.ui.theme import MENU_SIDE
from supportbot.ui.wording import filled

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction, QPaintEvent

    from supportbot.history import ExportFormat
    from supportbot.ui.look import Look

translate = QCoreApplication.translate
_BETWEEN = 40  # between words and keys, with the menu's own edges


class Menu(QMenu):
    """A menu with round corners."""

    def __init__(self, look: Look, title: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self._look = look
        self._icons: dict[QAction, str] = {}
        self._keys: dict[QAction, str] = {}
        self._final: set[QAction] = set()
        self._dress()
        look.changed.connect(self._dress)
        self.setAccessibleName(title)
        self.setWindowFlags(
            self.windowFlags()
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.NoDropShadowWindowHint
        )
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setToolTipsVisible(True)

    def entry(
        self,
        text: str,
        chosen: Callable[[], None],
        *,
        mark: bool | None = None,
        keys: Keys | None = None,
        final: bool = False,
    ) -> QAction:
        """Add an entry.

        Args:
            text: What it says.
            chosen: What it does.
            mark: Whether it is the one in force, where one is.
            keys: Named beside it.
            final: Whether it takes something away.
        """
        action = self.addAction(text.replace("&", "&&"))
        if mark is not None:
            self._icons[action] = "check" if mark else ""
            self._tint(action)
            action.setIconVisibleInMenu(True)
        if keys is not None:
            action.setShortcut(keys.sequence)
            action.setShortcutVisibleInContextMenu(False)  # painted here, at the far side
            self._keys[action] = keys.sequence.toString(QKeySequence.SequenceFormat.NativeText)
        if final:
            self._final.add(action)
        self._make_room()
        action.triggered.connect(lambda: chosen())
        return action

    def _dress(self) -> None:
        self.setStyleSheet(self._look.style_sheet)
        for action in self._icons:
            self._tint(action)
        self._make_room()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        near, far = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if mirrored:
            near, far = far, near
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        for action in self._final:  # Qt has one colour for all entries of a menu
            place = self.actionGeometry(action).adjusted(MENU_SIDE, 0, -MENU_SIDE, 0)
            lit = action is self.activeAction()
            painter.fillRect(
                place.adjusted(0, 2, 0, -2), self._look.colour("chip" if lit else "raised")
            )
            painter.setPen(self._look.colour("danger"))
            painter.drawText(place, middle | near, action.text().replace("&&", "&"))
        painter.setPen(self._look.colour("muted"))
        for action, keys in self._keys.items():
            place = self.actionGeometry(action).adjusted(MENU_SIDE, 0, -MENU_SIDE, 0)
            painter.drawText(place, middle | far, keys)

    def _make_room(self) -> None:
        """Be wide enough for the keys beside the words."""
        measure = self.fontMetrics().horizontalAdvance
        wide = max(
            (measure(one.text()) + measure(said) for one, said in self._keys.items()), default=0
        )
        self.setMinimumWidth(wide + 2 * MENU_SIDE + self._look.px(_BETWEEN) if wide else 0)

    def _tint(self, action: QAction) -> None:
        size, ink = self._look.px(14), self._look.colour("accent")
        action.setIcon(tinted_icon(self._icons[action], size, ink, self.devicePixelRatioF()))

    def open_below(self, widget: QWidget, inset: int = 0) -> None:
        """Show under ``widget``, which is seen ``inset`` inside its edges, inside the window as far as possible."""
        corner = widget.mapToGlobal(QPoint(inset, widget.height() + 4))
        if widget.mapTo(widget.window(), QPoint(0, 0)).x() > widget.window().width() / 2:
            corner = widget.mapToGlobal(
                QPoint(widget.width() - inset, widget.height() + 4)
            ) - QPoint(self.sizeHint().width(), 0)
        self.popup(corner)


def conversation_menu(
    parent: QWidget,
    look: Look,
    *,
    rename: Callable[[], None],
    export: Callable[[ExportFormat], None],
    delete: Callable[[], None],
) -> Menu:
    """What can be done with one conversation."""
    menu = Menu(look, translate("Menus", "Conversation"), parent)
    menu.entry(translate("Menus", "Rename"), rename, keys=Keys.RENAME)
    menu.addMenu(_export_menu(menu, look, translate("Menus", "Export"), export))
    menu.addSeparator()
    menu.entry(translate("Menus", "Delete"), delete, keys=Keys.DELETE, final=True)
    return menu


def all_conversations_menu(
    parent: QWidget,
    look: Look,
    *,
    export: Callable[[ExportFormat], None],
    erase: Callable[[], None],
) -> Menu:
    """What can be done with all of them."""
    menu = Menu(look, translate("Menus", "All conversations"), parent)
    menu.addMenu(_export_menu(menu, look, translate("Menus", "Export all"), export))
    menu.addSeparator()
    menu.entry(translate("Menus", "Erase everything…"), erase, final=True)
    return menu


def _export_menu(
    parent: Menu, look: Look, title: str, export: Callable[[ExportFormat], None]
) -> Menu:
    menu = Menu(look, title, parent)
    menu.entry(translate("Menus", "To read (Markdown)…"), lambda: export("markdown"))
    menu.entry(translate("Menus", "For programs (JSON lines)…"), lambda: export("jsonl"))
    return menu


def options_menu(
    parent: QWidget,
    look: Look,
    *,
    help_pages: Callable[[], None],
    delete: Callable[[], None] | None,
    erase: Callable[[], None] | None,
    shortcuts: Callable[[], None],
    settings: Callable[[], None],
    about: Callable[[], None],
    name: str,
) -> Menu:
    """Help pages, shortcuts, settings, deleting and About. What cannot be done now is not there."""
    menu = Menu(look, translate("Menus", "Options"), parent)
    menu.entry(translate("Menus", "Help pages"), help_pages)
    menu.entry(translate("Menus", "Keyboard shortcuts"), shortcuts, keys=Keys.SHORTCUTS)
    menu.entry(translate("Menus", "Settings"), settings, keys=Keys.SETTINGS)
    menu.addSeparator()
    if delete is not None:
        menu.entry(translate("Menus", "Delete this conversation"), delete, final=True)
    if erase is not None:
        menu.entry(translate("Menus", "Erase all conversations"), erase, final=True)
    if delete is not None or erase is not None:
        menu.addSeparator()
    menu.entry(filled(translate("Menus", "About %1"), name), about)
    return menu
