"""The client with a real worker: what is cached and saved, what fits, and which model is loaded."""

from __future__ import annotations

import dataclasses
import os
import signal
import time

import psutil
import pytest

from supportbot.contracts import (
    AdapterSpec,
    EngineStopped,
    GenerationFinished,
    GenerationRequest,
    ModelLoading,
    ModelReady,
    TextDelta,
)
from tests.engine.conftest import (
    GREEDY,
    LONG,
    QUESTION,
    REAL_MODEL,
    ask,
    eventually,
    exchange,
    saved,
    shown,
    written,
)
from tests.support.tiny_gguf import write_tiny_gguf

pytestmark = pytest.mark.process


# --------------------------------------------------------------------------- states


def test_follow_up_evaluates_only_its_new_tokens_also_after_a_restart(make_client, renderer):
    client = make_client()
    first = ask(client, renderer, QUESTION, conversation="a")[-1]
    history = exchange(QUESTION, first)
    held = first.tokens.prompt + first.tokens.completion - 1  # the last token was never evaluated
    second = ask(client, renderer, "And then?", history=history, conversation="a")[-1]
    assert second.tokens.evaluated == second.tokens.prompt - held
    client.close()
    restarted = make_client()
    third = ask(restarted, renderer, "And then?", history=history, conversation="a")[-1]
    assert third.text == second.text
    assert third.tokens.evaluated == 1
    other = ask(restarted, renderer, "Else?", history=history, conversation="a")[-1]
    assert other.tokens.evaluated <= other.tokens.prompt - held


def test_state_is_saved_soon_after_an_answer(make_client, renderer, tmp_path):
    client = make_client(save_after_s=0.01)
    first = ask(client, renderer, QUESTION, conversation="a")[-1]
    eventually(lambda: saved(tmp_path / "states"))
    os.kill(client.worker_pid, signal.SIGKILL)
    again = ask(client, renderer, QUESTION, conversation="a")[-1]
    assert (again.text, again.tokens.evaluated) == (first.text, 1)
    (state,) = saved(tmp_path / "states")
    assert state.stat().st_mode & 0o777 == 0o600


def test_damaged_state_is_deleted_and_ignored(make_client, renderer, tmp_path):
    client = make_client()
    first = ask(client, renderer, QUESTION, conversation="a")[-1]
    client.close()
    (state,) = saved(tmp_path / "states")
    data = bytearray(state.read_bytes())
    data[len(data) // 2] ^= 1
    state.write_bytes(data)
    again = ask(make_client(), renderer, QUESTION, conversation="a")[-1]
    new = ask(make_client(), renderer, QUESTION, conversation="never seen")[-1]
    assert again.text == new.text == first.text
    assert again.tokens.evaluated == new.tokens.evaluated > 1


def test_state_of_another_model_is_not_used(make_client, renderer, tmp_path):
    client = make_client()
    ask(client, renderer, QUESTION, conversation="a")
    client.close()
    other = make_client({"sha256": "1" * 64})
    again = ask(other, renderer, QUESTION, conversation="a")[-1]
    assert again.tokens.evaluated == again.tokens.prompt


def test_warming_spares_the_prefix_also_after_a_restart(make_client, renderer, tmp_path):
    prompt = renderer.render((), QUESTION)
    client = make_client()
    client.warm(prompt)
    events = ask(client, renderer, QUESTION)
    spared = events[-1].tokens.prompt - events[-1].tokens.evaluated
    assert spared > 20
    client.close()
    again = ask(make_client(), renderer, "Something else?")[-1]
    assert again.tokens.prompt - again.tokens.evaluated >= spared


def prepared(client, renderer, words, *, history=(), conversation=None):
    client.prepare(
        GenerationRequest("ahead", renderer.render(history, words), GREEDY, conversation)
    )


def test_a_question_that_was_typed_is_evaluated_already(make_client, renderer):
    typed = LONG[:300].strip()
    client = make_client()
    plain = ask(client, renderer, QUESTION)[-1]
    history = exchange(QUESTION, plain)
    first = ask(client, renderer, typed, history=history)[-1]

    def spared() -> bool:
        ask(client, renderer, "Something else?")
        prepared(client, renderer, typed, history=history)
        time.sleep(0.2)  # nobody is told when it is done
        again = ask(client, renderer, typed, history=history)[-1]
        assert again.text == first.text
        return again.tokens.evaluated <= len("<|im_end|>\n<|im_start|>assistant\n")

    eventually(spared)


def test_what_was_typed_reaches_no_file(make_client, renderer, tmp_path):
    client = make_client(save_after_s=0.01)
    first = ask(client, renderer, QUESTION, conversation="a")[-1]
    history = exchange(QUESTION, first)
    prepared(client, renderer, "my secret plan is", history=history, conversation="a")
    eventually(lambda: saved(tmp_path / "states"))
    client.close()
    restarted = make_client()
    again = ask(restarted, renderer, "my secret plan is", history=history, conversation="a")[-1]
    held = first.tokens.prompt + first.tokens.completion - 1
    assert again.tokens.evaluated == again.tokens.prompt - held


def test_a_question_does_not_wait_for_another_that_is_typed(make_client, renderer):
    client = make_client()
    expected = ask(client, renderer, QUESTION)[-1].text
    for count in range(1, 40):
        prepared(client, renderer, LONG[: 20 * count])
    assert ask(client, renderer, QUESTION)[-1].text == expected


def test_nothing_is_prepared_any_more_when_the_worker_died_of_it(make_client, renderer):
    client = make_client()
    ask(client, renderer, QUESTION)
    prepared(client, renderer, LONG)
    os.kill(client.worker_pid, signal.SIGKILL)
    eventually(lambda: client.worker_pid is None)
    prepared(client, renderer, LONG)
    assert client.worker_pid is None
    assert isinstance(ask(client, renderer, QUESTION)[-1], GenerationFinished)


def test_forgotten_conversations_leave_no_state(make_client, renderer, tmp_path):
    client = make_client(save_after_s=0.01)
    for conversation in ("a", "b"):
        ask(client, renderer, QUESTION, conversation=conversation)
        eventually(lambda: saved(tmp_path / "states"))
    eventually(lambda: len(saved(tmp_path / "states")) == 2)
    client.forget("a")
    (left,) = saved(tmp_path / "states")
    client.forget("b")
    assert not left.exists()
    ask(client, renderer, QUESTION, conversation="c")
    client.forget(None)
    client.close()
    assert not list((tmp_path / "states").iterdir())


def test_forgetting_during_the_answer_keeps_it_from_being_saved(make_client, renderer, tmp_path):
    client = make_client()
    done = []

    def forget(event):
        if isinstance(event, TextDelta) and not done:
            done.append(client.forget("a"))

    ask(
        client,
        renderer,
        QUESTION,
        conversation="a",
        on_event=forget,
        sampling=dataclasses.replace(GREEDY, max_new_tokens=100),
    )
    client.close()
    assert not written(tmp_path / "states")


# --------------------------------------------------------------------------- context


def test_oldest_turns_go_whole_and_a_long_question_is_refused(make_client, renderer):
    client = make_client({"context_tokens": 512})
    history = ()
    for number in range(6):
        answer = GenerationFinished("x", "stop", f"answer {number} " * 4, None)
        history += exchange(f"question number {number}?", answer)
    finished = ask(client, renderer, QUESTION, history=history)[-1]
    assert 0 < finished.turns_dropped < 6
    assert finished.tokens.prompt + 12 <= 512
    kept = ask(client, renderer, QUESTION, history=history[2 * finished.turns_dropped :])[-1]
    assert (kept.turns_dropped, kept.tokens.prompt) == (0, finished.tokens.prompt)
    failed = ask(client, renderer, LONG)[-1]
    assert failed.code == "question_too_long"
    assert failed.remedy
    assert ask(client, renderer, QUESTION)[-1].reason == "length"


# --------------------------------------------------------------------------- loading


def test_missing_model_fails_and_recovers_when_it_is_there(make_client, renderer, tmp_path):
    path = tmp_path / "later.gguf"
    client = make_client({"path": str(path)})
    failed = ask(client, renderer, QUESTION)[-1]
    assert (failed.code, bool(failed.remedy)) == ("model_file", True)
    assert "later.gguf" in failed.detail
    write_tiny_gguf(path)
    assert ask(client, renderer, QUESTION)[-1].reason == "length"


@pytest.mark.skipif(not hasattr(psutil, "RLIMIT_AS"), reason="memory cannot be limited here")
def test_context_that_does_not_fit_is_out_of_memory(make_client, renderer, tmp_path):
    path = write_tiny_gguf(tmp_path / "wide.gguf", context_tokens=1 << 22)
    client = make_client({"path": str(path), "context_tokens": 1 << 22})

    def limit(event):
        if isinstance(event, ModelLoading):
            psutil.Process(client.worker_pid).rlimit(psutil.RLIMIT_AS, (1 << 31, 1 << 31))

    failed = ask(client, renderer, QUESTION, on_event=limit)[-1]
    assert (failed.code, bool(failed.remedy)) == ("out_of_memory", True)


def test_adapter_changes_the_answer_and_a_broken_one_is_named(make_client, renderer, models):
    plain = ask(make_client(), renderer, QUESTION)[-1]
    adapter = AdapterSpec(str(models / "lora.gguf"), "2" * 64)
    adapted = ask(make_client({"adapters": (adapter,)}), renderer, QUESTION)[-1]
    assert adapted.text != plain.text
    broken = dataclasses.replace(adapter, path=str(models / "random.gguf"))
    failed = ask(make_client({"adapters": (broken,)}), renderer, QUESTION)[-1]
    assert (failed.code, "random.gguf" in failed.detail) == ("adapter", True)


@pytest.mark.parametrize("memory", ["mapped", "repacked"])
def test_memory_modes_and_a_gpu_that_is_not_there(make_client, renderer, memory):
    client = make_client({"memory": memory, "device": "gpu"})
    events = ask(client, renderer, QUESTION)
    (ready,) = (event for event in events if isinstance(event, ModelReady))
    if ready.backend == "cpu":
        assert "graphics processor" in ready.notice
    assert client.model.backend == ready.backend
    assert events[-1].reason == "length"


def test_characters_come_whole_and_stop_strings_never(make_client, renderer, models):
    client = make_client({"path": str(models / "recites.gguf")})
    events = ask(client, renderer, QUESTION)
    assert events[-1].text == shown(events) == "Open Settings > Café 😀 STOP it."
    assert events[-1].reason == "stop"
    assert "\ufffd" not in "".join(e.text for e in events if isinstance(e, TextDelta))
    stopping = dataclasses.replace(GREEDY, stop=("STOP",))
    events = ask(client, renderer, QUESTION, sampling=stopping)
    assert (events[-1].text, events[-1].reason) == ("Open Settings > Café 😀 ", "stop")
    assert shown(events) == events[-1].text
    capped = dataclasses.replace(GREEDY, max_new_tokens=6)
    events = ask(client, renderer, QUESTION, sampling=capped)
    assert (events[-1].text, events[-1].reason) == ("Open Settings > Café ", "length")


@pytest.mark.model
@pytest.mark.timeout(300)
@pytest.mark.skipif(not REAL_MODEL.exists(), reason="the embedded model is not placed")
def test_embedded_model_answers_and_follows_up(make_client, renderer):
    client = make_client({"path": str(REAL_MODEL), "memory": "repacked"})
    events = ask(client, renderer, QUESTION, conversation="a")
    assert not [e for e in events if isinstance(e, EngineStopped)]
    first = events[-1]
    assert first.text.isprintable()
    assert first.text.strip()
    again = ask(client, renderer, "Thanks!", history=exchange(QUESTION, first), conversation="a")
    assert again[-1].tokens.evaluated < first.tokens.prompt
