"""The look as tokens: colour, type, space and radius, for light and for dark.

Owns every number and colour the window is drawn with, and the contrast arithmetic that fits a pack's
accent to them. Knows no Qt: ``supportbot.ui.look`` turns the tokens into fonts, palettes and a style
sheet. No other module may name a colour.
"""

from __future__ import annotations

import colorsys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

Scheme = Literal["light", "dark"]

# WCAG 2.2: text, and everything that must be seen to be used.
TEXT_CONTRAST = 4.5
SHAPE_CONTRAST = 3.0
# In the dark a colour at the bare minimum looks like a dim lamp; this is where it reads well.
DARK_ACCENT_CONTRAST = 6.3
# How much of the accent there is behind what was found, and behind the one of it that is shown.
_HITS = {"light": (0.21, 0.42), "dark": (0.36, 0.54)}

# --------------------------------------------------------------------------- space and radius

GAP_1, GAP_2, GAP_3, GAP_4 = 4, 8, 12, 16
RADIUS_KEY, RADIUS_TIP, RADIUS_CONTROL, RADIUS_CARD, RADIUS_BUBBLE, RADIUS_SHEET = (
    5,
    7,
    9,
    12,
    14,
    16,
)
RADIUS_MARK = 3
# Room around the words of a tool tip: left, top, right, bottom; Qt keeps three pixels more.
TIP_PAD = 6, 3, 6, 3
MENU_SIDE = 12  # of an entry of a menu, beside its words, its keys and its arrow
COLUMN_WIDTH = 720
# Buttons side by side share no more than they have in a window of the usual width.
BUTTONS_WIDTH = 414
WINDOW_WIDTH, WINDOW_HEIGHT = 440, 700
# The drawer stands beside the conversation in a window this wide, and lies over it in a narrower one.
DRAWER_DOCKS_FROM = 600
DRAWER_WIDTH = 300
# Nothing that is clicked is smaller (WCAG 2.2).
TARGET = 24
# Room every control keeps around itself for its focus ring, inside its own rectangle.
HALO = 3


# --------------------------------------------------------------------------- type


@dataclass(frozen=True, slots=True)
class TypeRole:
    """Size and line height in pixels at 100 %, weight as CSS counts it, spacing in hundredths of an em."""

    size: float
    line: float
    weight: int = 400
    tracking: float = 0.0


TYPE: dict[str, TypeRole] = {
    "title": TypeRole(22, 29, 600, -1.0),
    "heading": TypeRole(17, 23, 600, -0.5),
    "name": TypeRole(14, 18, 600),
    "strong": TypeRole(14, 21, 600),
    "body": TypeRole(14, 21),
    "button": TypeRole(13.5, 20, 600),
    "entry": TypeRole(13.5, 19, 500),
    "small": TypeRole(13, 19),
    "label": TypeRole(12.5, 16, 600),
    "footer": TypeRole(12.5, 16),
    "footer-strong": TypeRole(12.5, 16, 600),
    "fine": TypeRole(12, 16),
    "chip": TypeRole(12, 18),
    "key": TypeRole(12, 21, 500),
}


# --------------------------------------------------------------------------- colour


@dataclass(frozen=True, slots=True)
class Colours:
    """Every colour by what it is for, as ``#rrggbb`` (``scrim`` with alpha first)."""

    background: str
    surface: str
    raised: str
    line: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_hover: str
    hover: str
    chip: str
    track: str
    bubble: str
    bubble_text: str
    person: str
    person_line: str
    doubt: str
    doubt_line: str
    doubt_text: str
    doubt_button: str
    selection: str
    off: str
    hit: str
    hit_chosen: str
    hit_link: str
    ring: str
    good: str
    danger: str
    danger_hover: str
    on_danger: str
    toast: str
    toast_text: str
    toast_action: str
    scrim: str


@dataclass(frozen=True, slots=True)
class Theme:
    """One look: a scheme, its colours and how large text is drawn (1.0 to 2.0)."""

    scheme: Scheme
    colours: Colours
    text_scale: float = 1.0

    def px(self, size: float) -> int:
        """A length that grows with the text, in whole pixels."""
        return int(size * self.text_scale + 0.5)

    def type(self, role: str) -> TypeRole:
        """A role of type at this text size."""
        base = TYPE[role]
        return TypeRole(self.px(base.size), self.px(base.line), base.weight, base.tracking)


def make_theme(accent: str, scheme: Scheme, text_scale: float = 1.0) -> Theme:
    """The look of a pack: its accent, fitted, among the neutrals of the scheme."""
    make = _light if scheme == "light" else _dark
    return Theme(scheme, make(accent), text_scale)


def _light(brand: str) -> Colours:
    background, text, muted = "#ffffff", "#1b1d22", "#626874"
    accent = fitted(brand, (background,), TEXT_CONTRAST)
    bubble = tinted(background, accent, 0.10, muted)
    hit, chosen = (tinted(background, accent, share, text) for share in _HITS["light"])
    return Colours(
        background=background,
        surface="#f6f7f9",
        raised="#ffffff",
        line="#e6e8ec",
        text=text,
        muted=muted,
        accent=accent,
        on_accent=readable_on(accent, ("#ffffff", "#000000")),
        accent_hover=fitted(mix(accent, text, 0.14), (background,), TEXT_CONTRAST),
        hover="#eff0f3",
        chip="#f2f3f6",
        track="#eceef1",
        bubble=bubble,
        bubble_text=fitted(mix(text, accent, 0.22), (bubble,), TEXT_CONTRAST),
        person=tinted(background, accent, 0.085, muted),
        person_line=mix(background, accent, 0.30),
        doubt="#fff7e8",
        doubt_line="#f2d9a4",
        doubt_text="#6b4700",
        doubt_button="#fffcf5",
        selection=mix(background, accent, 0.28),
        off=mix(background, muted, 0.42),
        hit=hit,
        hit_chosen=chosen,
        hit_link=fitted(accent, (hit, chosen), TEXT_CONTRAST),
        ring=mix(background, accent, 0.24),
        good="#28925c",
        danger="#c62f2a",
        danger_hover="#a92621",
        on_danger="#ffffff",
        toast="#2b2d34",
        toast_text="#f4f5f7",
        toast_action=fitted(vivid(brand, 1.35), ("#2b2d34",), DARK_ACCENT_CONTRAST),
        scrim="#610c0d18",
    )


def _dark(brand: str) -> Colours:
    background, text, muted = "#16171b", "#e9eaee", "#a0a5b1"
    accent = fitted(vivid(brand, 1.35), (background,), DARK_ACCENT_CONTRAST)
    bubble = tinted(background, accent, 0.19, muted)
    hit, chosen = (tinted(background, accent, share, text) for share in _HITS["dark"])
    return Colours(
        background=background,
        surface="#1d1f24",
        raised="#24262c",
        line="#30333b",
        text=text,
        muted=muted,
        accent=accent,
        on_accent=readable_on(accent, (mix(background, accent, 0.06), "#000000")),
        accent_hover=mix(accent, "#ffffff", 0.14),
        hover="#24262c",
        chip="#2a2c33",
        track="#0f1013",
        bubble=bubble,
        bubble_text=fitted(mix(text, accent, 0.16), (bubble,), 7.0),
        person=tinted(background, accent, 0.13, muted),
        person_line=mix(background, accent, 0.34),
        doubt="#332a18",
        doubt_line="#5b4a23",
        doubt_text="#f3d79b",
        doubt_button="#3e3420",
        selection=mix(background, accent, 0.34),
        off=mix(background, muted, 0.42),
        hit=hit,
        hit_chosen=chosen,
        hit_link=fitted(accent, (hit, chosen), TEXT_CONTRAST),
        ring=mix(background, accent, 0.34),
        good="#2fa56a",
        danger="#f2807a",
        danger_hover="#f69a95",
        on_danger="#16171b",
        toast="#3b3e48",
        toast_text="#f4f5f7",
        toast_action=fitted(vivid(brand, 1.35), ("#3b3e48",), TEXT_CONTRAST),
        scrim="#9908090f",
    )


# --------------------------------------------------------------------------- arithmetic


def rgb(colour: str) -> tuple[int, int, int]:
    """``#rrggbb`` as three numbers from 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(base: str, other: str, share: float) -> str:
    """``share`` of ``other`` over the rest of ``base``."""
    pairs = zip(rgb(base), rgb(other), strict=True)
    return _hex(round(b + (o - b) * share) for b, o in pairs)


def tinted(ground: str, tint: str, share: float, ink: str) -> str:
    """``ground`` with up to ``share`` of ``tint`` over it, as much as leaves ``ink`` readable on it."""
    steps = range(round(share * 1000), 0, -5)
    mixed = (mix(ground, tint, step / 1000) for step in steps)
    return next((one for one in mixed if contrast(ink, one) >= TEXT_CONTRAST), ground)


def vivid(colour: str, factor: float) -> str:
    """The colour with its saturation multiplied: what is lightened for the dark pales otherwise."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*_unit(colour))
    channels = colorsys.hls_to_rgb(hue, lightness, min(1.0, saturation * factor))
    return _hex(round(channel * 255) for channel in channels)


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it, 0 to 1."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _unit(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio as WCAG defines it, 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def fitted(colour: str, grounds: Iterable[str], ratio: float) -> str:
    """The colour nearest to ``colour``, of the same hue, with at least ``ratio`` on every ground.

    Lightness moves away from the grounds in small steps; black or white is the end of that road.
    """
    against = tuple(grounds)
    darker = sum(luminance(ground) for ground in against) / len(against) > 0.18
    hue, lightness, saturation = colorsys.rgb_to_hls(*_unit(colour))
    for step in range(101):
        share = step / 100
        moved = lightness * (1 - share) if darker else lightness + (1 - lightness) * share
        channels = colorsys.hls_to_rgb(hue, moved, saturation)
        candidate = _hex(round(channel * 255) for channel in channels)
        if all(contrast(candidate, ground) >= ratio for ground in against):
            return candidate
    return "#000000" if darker else "#ffffff"


def readable_on(ground: str, candidates: Iterable[str]) -> str:
    """The first candidate that can be read on ``ground``, else black or white, whichever reads better."""
    for candidate in candidates:
        if contrast(candidate, ground) >= TEXT_CONTRAST:
            return candidate
    return max(("#000000", "#ffffff"), key=lambda extreme: contrast(extreme, ground))


def _unit(colour: str) -> tuple[float, float, float]:
    red, green, blue = rgb(colour)
    return red / 255, green / 255, blue / 255


def _hex(channels: Iterable[int]) -> str:
    return "#" + "".join(f"{channel:02x}" for channel in channels)
