"""The scripted backend does what the script says."""

from __future__ import annotations

from supportbot.contracts import GenerationRequest, Prompt, PromptPart, Sampling
from supportbot.engine.scripted import ScriptedBackend, ScriptedReply
from tests.engine.conftest import kinds, shown

PROMPT = Prompt((), (), (PromptPart("content", "why is that"),))


def ask(backend, request_id="r"):
    return list(backend.generate(GenerationRequest(request_id, PROMPT, Sampling())))


def test_plays_its_replies_in_order_and_then_fails():
    backend = ScriptedBackend(
        ["Open Settings.", ScriptedReply(("a",), loading=True, notice="slow today")]
    )
    first = ask(backend)
    assert shown(first) == first[-1].text == "Open Settings."
    assert (first[-1].reason, first[-1].tokens.completion) == ("stop", 2)
    assert kinds(ask(backend)) == ["ModelLoading", "ModelReady", "GenerationFinished"]
    assert ask(backend)[-1].code == "script_over"
    assert [request.prompt for request in backend.requests] == [PROMPT] * 3


def test_fails_and_dies_on_demand():
    reply = ScriptedReply(("a",), failure=("crashed", "SIGKILL", "Ask again."), exit_code=-9)
    events = ask(ScriptedBackend([reply]))
    assert kinds(events) == ["EngineStopped", "GenerationFailed"]
    assert (events[-2].exit_code, events[-1].code) == (-9, "crashed")


def test_is_cancelled_between_pieces():
    seen = []

    def before_piece(piece):
        seen.append(piece)
        if piece == " two":
            backend.cancel("r")

    backend = ScriptedBackend(["one two three"], before_piece=before_piece)
    events = ask(backend)
    assert (events[-1].reason, events[-1].text, seen) == ("cancelled", "one", ["one", " two"])


def test_notes_everything_else():
    backend = ScriptedBackend([])
    backend.warm(PROMPT)
    backend.forget("a")
    backend.close()
    assert (backend.warmed, backend.forgotten, backend.closed) == ([PROMPT], ["a"], True)
    assert backend.model.id == "scripted"
