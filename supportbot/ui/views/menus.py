"""The menus of the header and the drawer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from supportbot.ui.amounts import percent
from supportbot.ui.choices import TEXT_SCALES
from supportbot.ui.icons import tinted_icon
from supportbot.ui.wording import filled

if TYPE_CHECKING:
    from collections.abc import Callable

    from supportbot.history import ExportFormat
    from supportbot.ui.look import Choice, Look

SETTINGS_KEYS = "Ctrl+,"
translate = QCoreApplication.translate


class Menu(QMenu):
    """A menu with round corners."""

    def __init__(self, look: Look, title: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self._look = look
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
        keys: QKeySequence | None = None,
    ) -> QAction:
        """Add an entry; ``mark`` sets it off as the one in force, ``keys`` are named beside it."""
        action = self.addAction(text.replace("&", "&&"))
        size, ink = self._look.px(14), self._look.colour("accent")
        action.setIcon(tinted_icon("check" if mark else "", size, ink, self.devicePixelRatioF()))
        action.setIconVisibleInMenu(True)
        if keys is not None:
            action.setShortcut(keys)
            action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(lambda: chosen())
        return action

    def open_below(self, widget: QWidget) -> None:
        """Show under ``widget``, inside the window as far as possible."""
        corner = widget.mapToGlobal(QPoint(0, widget.height() + 4))
        if widget.mapTo(widget.window(), QPoint(0, 0)).x() > widget.window().width() / 2:
            corner = widget.mapToGlobal(QPoint(widget.width(), widget.height() + 4)) - QPoint(
                self.sizeHint().width(), 0
            )
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
    menu.entry(translate("Menus", "Rename"), rename, keys=QKeySequence(Qt.Key.Key_F2))
    menu.addMenu(_export_menu(menu, look, translate("Menus", "Export"), export))
    menu.addSeparator()
    menu.entry(translate("Menus", "Delete"), delete, keys=QKeySequence(Qt.Key.Key_Delete))
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
    choose_theme: Callable[[Choice], None],
    choose_scale: Callable[[float], None],
    delete: Callable[[], None] | None,
    erase: Callable[[], None] | None,
    settings: Callable[[], None],
    about: Callable[[], None],
    name: str,
) -> Menu:
    """Help pages, settings, look, text size, deleting and About. What cannot be done now is not there."""
    menu = Menu(look, translate("Menus", "Options"), parent)
    menu.entry(translate("Menus", "Help pages"), help_pages)
    menu.entry(translate("Menus", "Settings"), settings, keys=QKeySequence(SETTINGS_KEYS))
    menu.addSeparator()
    themes: tuple[tuple[Choice, str], ...] = (
        ("system", translate("Menus", "Look like the system")),
        ("light", translate("Menus", "Light")),
        ("dark", translate("Menus", "Dark")),
    )
    for choice, text in themes:
        menu.entry(text, lambda one=choice: choose_theme(one), mark=look.choice == choice)  # type: ignore[misc]
    menu.addSeparator()
    sizes = Menu(look, translate("Menus", "Text size"), menu)
    for scale in TEXT_SCALES:
        marked = abs(look.text_scale - scale) < 0.01
        sizes.entry(percent(scale), lambda one=scale: choose_scale(one), mark=marked)  # type: ignore[misc]
    menu.addMenu(sizes)
    menu.addSeparator()
    if delete is not None:
        menu.entry(translate("Menus", "Delete this conversation"), delete)
    if erase is not None:
        menu.entry(translate("Menus", "Erase all conversations"), erase)
    if delete is not None or erase is not None:
        menu.addSeparator()
    menu.entry(filled(translate("Menus", "About %1"), name), about)
    return menu
