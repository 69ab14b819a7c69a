"""Two packs, two products: what the window says and looks like of a product comes from its pack alone."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTextEdit, QWidget

from supportbot.paths import bundled_pack_dir
from supportbot.product.pack import load_pack
from supportbot.ui.theme import TEXT_CONTRAST, contrast, make_theme
from supportbot.ui.views.panels import Logo
from tests.ui.scripted import reply

PACKS = ("linear", "emberloaf")
SOURCES = bundled_pack_dir().parents[1] / "supportbot"


def pack_of(name):
    return load_pack(bundled_pack_dir().parent / name)


def own_words(pack):
    """What only this product says of itself."""
    product = pack.product
    channels = product.handoff.channels
    said = {product.name, product.about, product.brand.greeting, product.brand.tagline}
    said |= {*product.brand.starter_questions, *product.links.allowed_hosts}
    said |= {product.handoff.support_title, *(one.title for one in channels if one.kind != "file")}
    said |= {one.address for one in channels if one.address}
    return {" ".join(words.split()) for words in said}


def told(root):
    """Every word that is shown or said in a widget."""
    for widget in (root, *root.findChildren(QWidget)):
        yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
        if isinstance(widget, QLabel | QLineEdit):
            yield widget.text()
        if isinstance(widget, QTextEdit):
            yield widget.toPlainText()


@pytest.mark.parametrize("name", PACKS)
def test_no_product_stands_in_the_program(name):
    words = own_words(pack_of(name))
    for file in SOURCES.rglob("*.py"):
        text = " ".join(file.read_text(encoding="utf-8").split())
        found = {one for one in words if one in text}
        assert not found, file


@pytest.mark.parametrize("name", PACKS)
def test_name_greeting_questions_and_links_are_the_packs(make_stage, name):
    pack = pack_of(name)
    stage = make_stage(pack=pack)
    product = pack.product
    assert stage.window.windowTitle() == product.name
    assert stage.window.header.name.text() == product.name
    rows = [row.text() for row in stage.window.greeting.rows]
    assert rows == list(product.brand.starter_questions)
    greeting = " ".join(label.text() for label in stage.window.greeting.findChildren(QLabel))
    assert product.brand.greeting in greeting
    stage.window.conversation.link_activated.emit(product.links.docs)
    assert stage.opened_urls == [product.links.docs]


def test_nothing_of_one_product_is_seen_in_the_others(make_stage, qtbot):
    stage = make_stage(pack=pack_of("emberloaf"))
    stage.talk.script = lambda question: reply(question, "Forty minutes.", offered=True)
    stage.bridge.ask("How long does the stone need to heat up?")
    with qtbot.waitSignal(stage.bridge.replied):
        pass
    seen = list(told(stage.window))
    settings = stage.presenter.settings
    for pane in ("general", "privacy", "model", "advanced", "about"):
        settings.open(pane)
    seen += told(settings.page)
    settings.close()
    stage.presenter.reading.open_list()
    seen += told(stage.presenter.reading.reader)
    stage.presenter.reading.close()
    stage.window.footer.human.click()
    seen += told(stage.presenter.sheet)
    stage.presenter.sheet.dismiss()
    stage.window.header.options.click()
    menu = QApplication.activePopupWidget()
    seen += [action.text() for action in menu.actions()]
    menu.close()
    assert any("Emberloaf" in text for text in seen)
    assert [text for text in seen if "linear" in text.lower()] == []


def test_logo_and_colour_are_the_packs(make_stage):
    looks = []
    for name in PACKS:
        stage = make_stage(pack=pack_of(name), database=None)
        logo = stage.window.header.findChild(Logo)
        looks.append((logo.grab().toImage(), stage.look.theme.colours.accent))
        stage.close()
    assert looks[0][0] != looks[1][0]
    assert looks[0][1] != looks[1][1]


@pytest.mark.parametrize("name", PACKS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_packs_own_colours_can_be_read(name, scheme):
    colours = make_theme(pack_of(name).product.brand.accent, scheme).colours
    assert contrast(colours.accent, colours.background) >= TEXT_CONTRAST
    assert contrast(colours.on_accent, colours.accent) >= TEXT_CONTRAST
