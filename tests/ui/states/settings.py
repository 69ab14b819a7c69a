"""The settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportbot.models.states import ModelState, ModelStatus
from supportbot.ui.views.settings_rows import LinkRow
from tests.ui.states.registry import area

if TYPE_CHECKING:
    from tests.ui.scene import Scene
    from tests.ui.stage import Stage

state = area("Settings")


def open_pane(scene: Scene, pane: str):
    """The settings with a pane, filled in."""
    settings = scene.stage.presenter.settings
    settings.open(pane)
    scene.until(lambda: bool(settings.model.state.detail.text()))
    scene.until(lambda: bool(settings.privacy._place.detail.text()))
    return settings


@state("General: language, looks, size of the text, opening at login")
def settings_general(scene: Scene) -> None:
    open_pane(scene, "general")


@state("Privacy: how long things are kept, what is stored where, erasing")
def settings_privacy(scene: Scene) -> None:
    open_pane(scene, "privacy")


@state("Model: which, how large, where, verify")
def settings_model(scene: Scene) -> None:
    settings = open_pane(scene, "model")
    scene.until(lambda: bool(settings.model.takes.detail.text()))


@state("The model is verified")
def settings_verifying(scene: Scene) -> None:
    settings = open_pane(scene, "model")
    scene.until(lambda: bool(settings.model.takes.detail.text()))
    scene.stage.settings.gate.clear()
    settings.model.verify.click()
    scene.until(lambda: settings.model.bar.value() > 0)


@state("The model was verified and is intact")
def settings_verified(scene: Scene) -> None:
    settings = open_pane(scene, "model")
    scene.until(lambda: bool(settings.model.takes.detail.text()))
    verified: list[str] = []
    show = settings.model.show_verdict

    def said(text: str, *, good: bool = False) -> None:
        show(text, good=good)
        verified.append(text)

    settings.model.show_verdict = said
    settings.model.verify.click()
    scene.until(lambda: bool(verified))


def _absent(stage: Stage) -> None:
    stage.settings.status = ModelStatus(ModelState.ABSENT, "linear-helper")


@state("There is no model: it can be downloaded, or a file chosen", before=_absent, installed=False)
def settings_no_model(scene: Scene) -> None:
    scene.until(scene.window.model_card.isVisible)
    scene.window.settings_requested.emit()
    open_pane(scene, "model")


@state("Advanced: processor or graphics, threads, memory")
def settings_advanced(scene: Scene) -> None:
    settings = open_pane(scene, "advanced")
    scene.until(lambda: bool(settings.advanced.device_row.detail.text()))


@state("About: version, licences, details for support")
def settings_about(scene: Scene) -> None:
    open_pane(scene, "about")


@state("About: a licence in full, offline")
def settings_licence(scene: Scene) -> None:
    rows = open_pane(scene, "about").about.licences
    scene.until(lambda: bool(rows.findChildren(LinkRow)))
    rows.findChildren(LinkRow)[0].click()
    scene.until(lambda: scene.stage.presenter.sheet is not None)
    scene.until(lambda: bool(scene.stage.presenter.sheet.text.toPlainText()))


@state("The settings file was damaged: what was done about it")
def settings_told(scene: Scene) -> None:
    settings = open_pane(scene, "general")
    scene.stage.settings.file.write_text("{")
    settings._preferences.look()
    scene.until(lambda: settings.page._notices.column.count() == 1)


@state("A choice is open")
def settings_list(scene: Scene) -> None:
    settings = open_pane(scene, "general")
    scene.open_menu(settings.general.text_size.click)
