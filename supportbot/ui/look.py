"""Tokens turned into Qt: fonts, colours, the palette and the one style sheet.

The sheet is worn by the few things of Qt's own that are seen (fields, menus, scroll bars), and not by the application:
every widget of a long conversation would pay for it, in time and in memory.

Owns which theme is in force and tells when it changes (the system's colour scheme, a setting). Widgets
ask it while they paint and listen to ``changed``; they hold no colours of their own.
"""

from __future__ import annotations

from typing import Literal, Protocol

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from supportbot.ui.theme import GAP_1, GAP_2, MENU_SIDE, RADIUS_CARD, Scheme, Theme, make_theme

Choice = Literal["system", "light", "dark"]

_STYLE = """
QMenu {{ background: {raised}; border: 1px solid {line}; border-radius: {card}px; padding: {gap}px; }}
QMenu::item {{ color: {text}; padding: {item}px {far}px {item}px {side}px; border-radius: 7px; min-width: 180px; }}
QMenu#choices::item {{ min-width: 40px; padding-right: 14px; }}
QMenu::item:selected {{ background: {hover}; }}
QMenu::item:disabled {{ color: {muted}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: {half}px {gap}px; }}
QMenu::icon {{ position: absolute; left: 10px; }}
QMenu::right-arrow {{ width: {arrow}px; height: {arrow}px; right: {beside_arrow}px; }}
#field {{ background: transparent; border: none; padding: 0; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 2px 3px; border: none; }}
QScrollBar::handle:vertical {{ background: {line}; border-radius: 2px; min-height: 32px; }}
QScrollBar::handle:vertical:hover {{ background: {muted}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page
{{ background: none; border: none; height: 0; width: 0; }}
"""
_ARROW = 14  # of a submenu
_ARROW_AIR = 1 / 3  # of its picture, between the chevron and the edge


class SchemeHints(Protocol):
    """What the system says of its colours (``QStyleHints``)."""

    @property
    def colorSchemeChanged(self) -> SignalInstance:  # noqa: N802 - Qt's name
        """Emitted when the system turns light or dark."""

    def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802 - Qt's name
        """Light, dark or unknown."""


class Look(QObject):
    """The theme in force.

    Args:
        accent: The pack's accent colour, ``#rrggbb``.
        choice: The customer's setting; ``system`` follows the system as it changes.
        text_scale: 1.0 to 2.0.
        hints: Where the system's colour scheme is asked; Qt's own without.
    """

    changed = Signal()

    def __init__(
        self,
        accent: str,
        choice: Choice = "system",
        text_scale: float = 1.0,
        parent: QObject | None = None,
        *,
        hints: SchemeHints | None = None,
    ) -> None:
        super().__init__(parent)
        self._hints: SchemeHints = hints or QGuiApplication.styleHints()
        self._accent = accent
        self.choice = choice
        self.text_scale = text_scale
        self.theme = self._make()
        self._fonts: dict[str, QFont] = {}  # of this theme, by role
        self._dress()
        self._hints.colorSchemeChanged.connect(self._on_system_changed)

    def set_choice(self, choice: Choice) -> None:
        """Follow the system, or stay light or dark."""
        self.choice = choice
        self._renew()

    def set_text_scale(self, text_scale: float) -> None:
        """Draw text (and what grows with it) at this size."""
        self.text_scale = text_scale
        self._renew()

    def colour(self, name: str) -> QColor:
        """A colour by its token's name."""
        return QColor(str(getattr(self.theme.colours, name)))

    def font(self, role: str) -> QFont:
        """The font of a role of type."""
        if role not in self._fonts:
            self._fonts[role] = self._make_font(role)
        return QFont(self._fonts[role])

    def line_height(self, role: str) -> int:
        """Height of a line of that role, in pixels."""
        return int(self.theme.type(role).line)

    def px(self, size: float) -> int:
        """A length that grows with the text."""
        return self.theme.px(size)

    @property
    def style_sheet(self) -> str:
        """What fields, menus and scroll bars wear."""
        return _style_sheet(self)

    def _make_font(self, role: str) -> QFont:
        kind = self.theme.type(role)
        font = QFont()
        font.setFamilies(_families())
        font.setPixelSize(int(kind.size))
        font.setWeight(QFont.Weight(kind.weight))
        if kind.tracking:
            font.setLetterSpacing(
                QFont.SpacingType.AbsoluteSpacing, kind.tracking * kind.size / 100
            )
        return font

    def _make(self) -> Theme:
        return make_theme(self._accent, self._scheme(), self.text_scale)

    def _scheme(self) -> Scheme:
        if self.choice != "system":
            return self.choice
        dark = self._hints.colorScheme() == Qt.ColorScheme.Dark
        return "dark" if dark else "light"

    def _on_system_changed(self) -> None:
        if self.choice == "system":
            self._renew()

    def _renew(self) -> None:
        theme = self._make()
        if theme == self.theme:
            return
        self.theme = theme
        self._dress()
        self.changed.emit()

    def _dress(self) -> None:
        """Dress what Qt itself draws: menus, tool tips, scroll bars, text cursors and selections."""
        self._fonts.clear()
        app = QCoreApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(_palette(self))
            app.setFont(self.font("body"))
            QToolTip.setPalette(_palette(self))
            QToolTip.setFont(self.font("fine"))


def _families() -> list[str]:
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    return ["Inter", "Inter Variable", system, "Noto Sans", "DejaVu Sans"]


def _palette(look: Look) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: "background",
        QPalette.ColorRole.Base: "background",
        QPalette.ColorRole.AlternateBase: "surface",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.ToolTipBase: "raised",
        QPalette.ColorRole.ToolTipText: "text",
        QPalette.ColorRole.Mid: "line",
        QPalette.ColorRole.PlaceholderText: "muted",
        QPalette.ColorRole.Highlight: "selection",
        QPalette.ColorRole.HighlightedText: "text",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.LinkVisited: "accent",
        QPalette.ColorRole.Accent: "accent",
    }
    palette = QPalette()
    for role, name in roles.items():
        palette.setColor(role, look.colour(name))
    disabled = QPalette.ColorGroup.Disabled
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
        palette.setColor(disabled, role, look.colour("muted"))
    return palette


def _style_sheet(look: Look) -> str:
    colours = look.theme.colours
    arrow = look.px(_ARROW)
    return _STYLE.format(
        text=colours.text,
        muted=colours.muted,
        raised=colours.raised,
        line=colours.line,
        hover=colours.chip,
        card=RADIUS_CARD,
        gap=GAP_1 + 1,
        half=GAP_1,
        item=GAP_2 - 1,
        side=MENU_SIDE,
        far=MENU_SIDE + arrow + GAP_2,
        arrow=arrow,
        beside_arrow=max(0, round(MENU_SIDE + 1 - arrow * _ARROW_AIR)),
    )
