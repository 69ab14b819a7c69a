"""The menus of the header and the drawer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from supportbot.ui.icons import tinted_icon
from supportbot.ui.shortcuts import Keys
from supportbot.ui.wording import filled

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from supportbot.history import ExportFormat
    from supportbot.ui.look import Look

translate = QCoreApplication.translate


class Menu(QMenu):
    """A menu with round corners."""

    def __init__(self, look: Look, title: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self._look = look
        self.setStyleSheet(look.style_sheet)
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
        mark: bool = False,
        keys: Keys | None = None,
    ) -> QAction:
        """Add an entry; ``mark`` sets it off as the one in force, ``keys`` are named beside it."""
        action = self.addAction(text.replace("&", "&&"))
        size, ink = self._look.px(14), self._look.colour("accent")
        action.setIcon(tinted_icon("check" if mark else "", size, ink, self.devicePixelRatioF()))
        action.setIconVisibleInMenu(True)
        if keys is not None:
            action.setShortcut(keys.sequence)
            action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(lambda: chosen())
        return action

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
    menu.entry(translate("Menus", "Delete"), delete, keys=Keys.DELETE)
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
    menu.entry(translate("Menus", "Erase everything…"), erase)
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
        menu.entry(translate("Menus", "Delete this conversation"), delete)
    if erase is not None:
        menu.entry(translate("Menus", "Erase all conversations"), erase)
    if delete is not None or erase is not None:
        menu.addSeparator()
    menu.entry(filled(translate("Menus", "About %1"), name), about)
    return menu
