"""Any brand colour becomes one that can be read."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportbot.ui.theme import (
    SHAPE_CONTRAST,
    TEXT_CONTRAST,
    contrast,
    fitted,
    luminance,
    make_theme,
    mix,
)

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
schemes = st.sampled_from(["light", "dark"])

# What is read on what.
TEXT_PAIRS = [
    ("text", "background"),
    ("text", "surface"),
    ("text", "raised"),
    ("text", "chip"),
    ("text", "hover"),
    ("text", "person"),
    ("text", "selection"),
    ("text", "hit"),
    ("text", "hit_chosen"),
    ("hit_link", "hit"),
    ("hit_link", "hit_chosen"),
    ("muted", "background"),
    ("muted", "surface"),
    ("muted", "person"),
    ("muted", "chip"),
    ("accent", "background"),
    ("accent_hover", "background"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("bubble_text", "bubble"),
    ("doubt_text", "doubt"),
    ("on_danger", "danger"),
    ("on_danger", "danger_hover"),
    ("toast_text", "toast"),
    ("toast_action", "toast"),
]


@given(colours, schemes)
def test_every_text_is_readable_with_any_brand_colour(brand, scheme):
    tokens = make_theme(brand, scheme).colours
    for ink, ground in TEXT_PAIRS:
        ratio = contrast(getattr(tokens, ink), getattr(tokens, ground))
        assert ratio >= TEXT_CONTRAST, f"{ink} on {ground}: {ratio:.2f}"


@given(colours, schemes)
def test_the_focus_ring_is_seen_on_every_ground(brand, scheme):
    tokens = make_theme(brand, scheme).colours
    for ground in ("background", "surface", "person"):
        assert contrast(tokens.accent, getattr(tokens, ground)) >= SHAPE_CONTRAST
    assert contrast(tokens.toast_action, tokens.toast) >= SHAPE_CONTRAST


@given(colours, schemes)
def test_what_cannot_be_undone_stands_out_from_the_window(brand, scheme):
    tokens = make_theme(brand, scheme).colours
    assert contrast(tokens.danger, tokens.background) >= TEXT_CONTRAST


@given(colours, colours, st.sampled_from([3.0, 4.5]))
def test_fitting_reaches_the_ratio_or_the_end_of_the_road(colour, ground, ratio):
    found = fitted(colour, (ground,), ratio)
    assert contrast(found, ground) >= ratio or found in {"#000000", "#ffffff"}


def test_a_colour_that_is_good_enough_stays():
    assert fitted("#5e6ad2", ("#ffffff",), TEXT_CONTRAST) == "#5e6ad2"


def test_contrast_is_what_wcag_says():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert luminance("#ffffff") == pytest.approx(1)
    assert mix("#000000", "#ffffff", 0.5) == "#808080"


def test_the_tokens_are_those_of_the_drawing():
    light = make_theme("#5e6ad2", "light").colours
    dark = make_theme("#5e6ad2", "dark").colours
    assert (light.background, light.surface, light.line) == ("#ffffff", "#f6f7f9", "#e6e8ec")
    assert (dark.background, dark.surface, dark.line) == ("#16171b", "#1d1f24", "#30333b")
    assert light.accent == "#5e6ad2"


def test_text_size_scales_type_and_what_grows_with_it():
    normal, large = make_theme("#5e6ad2", "light"), make_theme("#5e6ad2", "light", 2.0)
    assert large.type("body").size == 2 * normal.type("body").size
    assert large.type("title").line == 2 * normal.type("title").line
    assert large.px(36) == 72
    assert dataclasses.replace(large, text_scale=1.0) == normal
