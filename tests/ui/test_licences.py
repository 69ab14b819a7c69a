"""The licences of everything that is shipped, in full, without a network."""

from __future__ import annotations

import dataclasses
import importlib.metadata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from supportbot.ui.licences import (
    Part,
    installed_packages,
    licence_files,
    licence_text,
    shipped_parts,
    unwrapped,
)
from supportbot.ui.views.settings_rows import LinkRow


@pytest.fixture(scope="module")
def parts(pack):
    return {part.name.rpartition(" ")[0] or part.name: part for part in shipped_parts(pack)}


def test_every_part_has_a_licence_and_its_text(parts):
    for part in parts.values():
        assert part.licence, part.name
        assert len(licence_text(part)) > 400, part.name


def test_what_the_program_is_built_on_is_named(parts):
    assert parts["Qt, PySide,"].licence == "LGPL-3.0"
    qt = licence_text(parts["Qt, PySide,"])
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in qt
    assert "TERMS AND CONDITIONS" in qt  # those of the GPL, which the LGPL adds to
    assert "The ggml authors" in licence_text(parts["llama.cpp"])
    assert parts["SmolLM2-135M-Instruct.Q4_1"].licence == "Apache-2.0"
    assert parts["linear-helper.lora"].licence == "Apache-2.0"
    assert {"numpy", "pydantic_core", "markdown-it-py"} <= set(parts)  # also what packages need
    assert "pytest" not in parts


def test_what_a_package_took_over_from_others_is_read_once(parts):
    package = importlib.metadata.distribution("numpy")
    files = licence_files(package)
    assert len(files) == len({file.read_bytes() for file in files})
    assert "highway" in " ".join(str(file) for file in files)


def test_packages_are_each_named_once():
    names = [one.metadata["Name"].lower() for one in installed_packages()]
    assert len(names) == len(set(names))
    assert not any("pyside" in name for name in names)


def test_a_pack_brings_the_licence_of_its_own_model(pack, tmp_path):
    (tmp_path / "licences").mkdir()
    (tmp_path / "licences" / "Kettle-1.0.txt").write_text("You may boil water.")
    models = pack.product.models
    generator = models.generator.model_copy(
        update={"license": "Kettle-1.0", "adapters": (), "filename": "deep/kettle.gguf"}
    )
    product = pack.product.model_copy(
        update={"models": models.model_copy(update={"generator": generator})}
    )
    mine = dataclasses.replace(pack, product=product, root=tmp_path)
    (kettle,) = [part for part in shipped_parts(mine) if part.name == "kettle"]
    assert licence_text(kettle) == "You may boil water."
    (tmp_path / "licences" / "Kettle-1.0.txt").unlink()
    (kettle,) = [part for part in shipped_parts(mine) if part.name == "kettle"]
    assert licence_text(kettle) == ""


@given(st.text(st.sampled_from("ab c-=*.\n\t)1"), max_size=400))
def test_no_word_is_lost_when_lines_are_joined(text):
    assert unwrapped(text).split() == text.split()


def test_sentences_run_on_and_lists_tables_and_headings_stay():
    full = "a sentence that goes on for as long as a line of such a text may go"
    assert unwrapped(f"{full}\nand further\n\nnext") == f"{full} and further\n\nnext"
    for after in ("* an item", "(b) an item", "2. an item", "=======", "", "Year        Owner"):
        assert unwrapped(f"{full}\n{after}").splitlines()[:1] == [full]
    assert unwrapped("Short\nlines") == "Short\nlines"


def test_a_row_of_the_page_about_the_program_opens_the_text(stage, qtbot):
    settings = stage.presenter.settings
    settings.open("about")
    group = settings.about.licences
    qtbot.waitUntil(lambda: len(group.findChildren(LinkRow)) > 10)
    rows = {row.text().rpartition(" ")[0]: row for row in group.findChildren(LinkRow)}
    qtbot.waitUntil(rows["pydantic"].isVisible)
    rows["pydantic"].setFocus()
    qtbot.keyClick(rows["pydantic"], Qt.Key.Key_Space)
    sheet = stage.presenter.sheet
    qtbot.waitUntil(lambda: "Permission is hereby granted" in sheet.text.toPlainText())
    assert sheet.text.isReadOnly()
    assert sheet.text.hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert stage.presenter.sheet is None
    assert settings.is_open
    assert rows["pydantic"].hasFocus()


def test_a_licence_that_is_not_there_is_named(stage, qtbot):
    settings = stage.presenter.settings
    settings.open("about")
    settings.about.licence_requested.emit(Part("kettle", "Kettle-1.0"))
    sheet = stage.presenter.sheet
    qtbot.waitUntil(lambda: "not on this computer: Kettle-1.0" in sheet.text.toPlainText())


def test_what_the_pack_says_of_itself_stands_first(stage, qtbot):
    settings = stage.presenter.settings
    settings.open("about")
    said = [label.text() for label in settings.about.findChildren(type(settings.page._title))]
    assert any("not made by, affiliated with or endorsed by" in text for text in said)
