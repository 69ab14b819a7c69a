"""What went wrong, in the reader's language; testable without a window.

An error of the core says everything in English. Its ``code`` says which sentence that is, and ``named`` what it names;
this module owns the same sentences as the window's translations have them. What a customer cannot meet in the window, and
what is not listed here, stays in English rather than unsaid.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from supportbot.contracts import GPU_FAILED, NO_GPU
from supportbot.errors import ModelFileError
from supportbot.models.faults import kind_of
from supportbot.ui.wording import filled, joined, number

if TYPE_CHECKING:
    from supportbot.errors import SupportbotError

translate = QCoreApplication.translate
_TELLING = ("changed", "adapter_missing")
"""Faults of a model file with words of their own; the rest is told by its kind."""


@dataclass(frozen=True, slots=True)
class Said:
    """What happened and what to do, each one sentence."""

    message: str
    remedy: str

    def __str__(self) -> str:
        return joined(self.message, self.remedy)


class _Entry(NamedTuple):
    """The sentences of a code, and what must be named to fill them."""

    code: str
    message: str
    remedy: str
    names: tuple[str, ...] = ()


def said_of(error: SupportbotError) -> Said:
    """The two sentences of an error."""
    code = error.code
    if isinstance(error, ModelFileError):
        code = code if code in _TELLING else f"model_{kind_of(code)}"
    for entry in (*_questions(), *_storage(), *_model_files(), *_machine(), *_conversations()):
        if entry.code == code and all(name in error.named for name in entry.names):
            values = [_shown(error.named[name]) for name in entry.names]
            return Said(filled(entry.message, *values), filled(entry.remedy, *values))
    return Said(error.message, error.remedy)


def sentence_of(error: SupportbotError) -> str:
    """Both sentences as one text."""
    entry = said_of(error)
    return str(error) if entry == Said(error.message, error.remedy) else str(entry)


def engine_remedy(code: str) -> str:
    """What can be done about a failure of the engine; empty when there is nothing special to say."""
    check = translate(
        "Errors", "Ask again; if it happens again, check the answer model in the settings."
    )
    restart = translate("Errors", "Close the app and open it again, then ask again.")
    return {
        "decode": check,
        "numeric": check,
        "tokenise": check,
        "busy": translate("Errors", "Ask again in a moment."),
        "worker_start": translate("Errors", "Close other programs, then ask again."),
        "closed": restart,
        "protocol": restart,
        "llama_missing": translate("Errors", "Install the app again."),
    }.get(code, "")


def notice_words(notice: str) -> str:
    """What the engine says of where the model runs."""
    return {
        NO_GPU: translate(
            "Errors", "No usable graphics processor was found; answers come from the processor."
        ),
        GPU_FAILED: translate(
            "Errors", "The graphics processor could not be used; answers come from the processor."
        ),
    }.get(notice, notice)


# --------------------------------------------------------------------------- the sentences


def _questions() -> tuple[_Entry, ...]:
    fewer = translate("Errors", "Ask it in fewer words, or in several questions.")
    return (
        _Entry(
            "question_empty",
            translate("Errors", "The question is empty."),
            translate("Errors", "Write a question."),
        ),
        _Entry(
            "question_binary",
            translate("Errors", "The question holds characters that are no text."),
            translate("Errors", "Type it as plain text."),
        ),
        _Entry(
            "question_too_long",
            translate("Errors", "The question is longer than %1 characters."),
            fewer,
            ("length",),
        ),
        _Entry(
            "question_too_long",
            translate("Errors", "The question is too long for the model."),
            fewer,
        ),
    )


def _storage() -> tuple[_Entry, ...]:
    unusable, path = translate("Errors", "%1 cannot be read or written."), ("path",)
    return (
        _Entry(
            "disk_full",
            translate("Errors", "%1 cannot be written: the disk is full."),
            translate("Errors", "Free some space, then try again."),
            path,
        ),
        _Entry(
            "access", unusable, translate("Errors", "Check the folder and its permissions."), path
        ),
        _Entry(
            "environment",
            unusable,
            translate("Errors", "The system said: %2."),
            ("path", "reason"),
        ),
        _Entry(
            "database_locked",
            translate("Errors", "Another program is using %1."),
            translate("Errors", "Close it, or try again in a moment."),
            path,
        ),
        _Entry(
            "database_damaged",
            translate("Errors", "%1 is damaged, or is not a file of this app."),
            translate("Errors", "It can be put aside, unchanged, and a new one begun."),
            path,
        ),
        _Entry(
            "database_newer",
            translate("Errors", "%1 was written by a newer version of this app."),
            translate("Errors", "Install that version again; nothing in the file was changed."),
            path,
        ),
    )


def _model_files() -> tuple[_Entry, ...]:
    """A hundred ways to be wrong, and few things that can be done about it."""
    another = translate("Errors", "Have it downloaded again, or choose another file.")
    path = ("path",)
    return (
        _Entry(
            "model_place",
            translate("Errors", "The model file %1 cannot be read."),
            translate("Errors", "Check the file and its permissions."),
            path,
        ),
        _Entry(
            "model_damaged", translate("Errors", "The model file %1 is damaged."), another, path
        ),
        _Entry(
            "model_foreign",
            translate("Errors", "The model file %1 is not the one that this product needs."),
            another,
            path,
        ),
        _Entry(
            "model_unsuitable",
            translate("Errors", "The model file %1 cannot be used by this app."),
            another,
            path,
        ),
        _Entry(
            "changed",
            translate("Errors", "The model file %1 was changed while it was read."),
            translate("Errors", "Wait until nothing writes to it, then try again."),
            path,
        ),
        _Entry(
            "adapter_missing",
            translate("Errors", "A part of the answer model is missing: %1."),
            translate("Errors", "Install the app again."),
            path,
        ),
    )


def _machine() -> tuple[_Entry, ...]:
    reinstall = translate("Errors", "Install the app again.")
    here = translate("Errors", "The answer model cannot be fetched here.")
    choose = translate("Errors", "Choose a file, or talk to a human.")
    return (
        _Entry(
            "pip_failed",
            translate("Errors", "The answer model could not be fetched."),
            translate("Errors", "Check the internet connection, then try again."),
        ),
        _Entry("pip_missing", here, choose),
        _Entry("no_source", here, choose),
        _Entry(
            "install_running",
            translate("Errors", "The answer model is already being put in place."),
            translate("Errors", "Wait until that has finished."),
        ),
        _Entry(
            "model_missing",
            translate("Errors", "The answer model is not on this computer."),
            translate("Errors", "Have it downloaded, or choose a file."),
        ),
        _Entry(
            "cpu_unsupported",
            translate("Errors", "This computer's processor cannot run the answer model."),
            translate("Errors", "Checked answers and a human are still here for you."),
        ),
        _Entry(
            "llama_missing",
            translate("Errors", "The part that runs the answer model cannot be loaded."),
            reinstall,
        ),
        _Entry(
            "chat_template",
            translate("Errors", "The answer model is of a kind that this app cannot use."),
            reinstall,
        ),
        _Entry(
            "login_entry",
            translate("Errors", "Opening at login cannot be changed here."),
            translate("Errors", "Change it in the system's own settings."),
        ),
    )


def _conversations() -> tuple[_Entry, ...]:
    return (
        _Entry(
            "conversation_missing",
            translate("Errors", "This conversation is not there any more."),
            translate("Errors", "It may have been deleted; see the list of conversations."),
        ),
        _Entry(
            "conversation_unkept",
            translate("Errors", "This conversation is not kept."),
            translate("Errors", "Ask the question again."),
        ),
        _Entry(
            "no_history",
            translate("Errors", "There is no history."),
            translate("Errors", "Restart the app."),
        ),
        _Entry(
            "address",
            translate("Errors", "The address of the message is not one e-mail address."),
            translate("Errors", "Correct the address."),
        ),
    )


def _shown(value: object) -> str:
    return number(value) if isinstance(value, int) else str(value)
