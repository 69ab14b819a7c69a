"""The client with a real worker and a real, tiny model: whatever happens, events and a next question."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import psutil
import pytest

from supportbot.contracts import (
    EngineStopped,
    GenerationFailed,
    GenerationFinished,
    GenerationRequest,
    ModelLoading,
    ModelReady,
    Sampling,
    TextDelta,
)
from tests.engine.conftest import (
    GREEDY,
    LONG,
    QUESTION,
    ask,
    eventually,
    kinds,
    shown,
)

pytestmark = pytest.mark.process
ENDLESS = Sampling(temperature=0, max_new_tokens=1500, seed=1, ignore_end=True)


def kill_on(client, kind, signal_number=signal.SIGKILL, *, times=1):
    """Kill the worker when an event of ``kind`` comes."""
    left = [times]

    def on_event(event):
        if isinstance(event, kind) and left[0]:
            left[0] -= 1
            os.kill(client.worker_pid, signal_number)

    return on_event


# --------------------------------------------------------------------------- answering


def test_answers_with_events_in_order(make_client, renderer, tmp_path):
    client = make_client()
    assert client.model.backend == "cpu"
    events = ask(client, renderer, QUESTION)
    assert kinds(events) == ["ModelLoading", "ModelReady", "GenerationFinished"]
    finished = events[-1]
    assert finished.reason == "length"
    assert finished.text == shown(events)
    assert finished.tokens.prompt == finished.tokens.evaluated > 20
    assert finished.tokens.completion == len(finished.token_ids) == len(finished.logprobs) == 12
    assert all(value <= 0 for value in finished.logprobs)
    assert 0 < finished.first_token_ms <= finished.total_ms
    again = ask(client, renderer, QUESTION)
    assert kinds(again) == ["GenerationFinished"]
    assert again[-1].text == finished.text
    assert again[-1].tokens.evaluated == 1


def test_worker_is_pinned_and_meek(make_client, renderer, monkeypatch, tmp_path):
    planted = {"GGML_BACKEND_PATH", "LLAMA_CPP_LIB_PATH", "LD_PRELOAD", "LD_LIBRARY_PATH"}
    for name in planted:
        monkeypatch.setenv(name, "")
    client = make_client()
    ask(client, renderer, QUESTION)
    worker = psutil.Process(client.worker_pid)
    assert worker.nice() > psutil.Process().nice() or worker.nice() == 19
    os.kill(worker.pid, signal.SIGINT)
    assert kinds(ask(client, renderer, QUESTION)) == ["GenerationFinished"]
    if os.geteuid() != 0:
        pytest.skip("only root may look into a process that leaves no dumps")
    assert Path(worker.cwd()) == tmp_path / "worker"
    assert not list((tmp_path / "worker").iterdir())
    assert not planted & worker.environ().keys()
    assert worker.environ()["GGML_NO_BACKTRACE"] == "1"
    assert worker.rlimit(psutil.RLIMIT_CORE) == (0, 0)
    assert not [m.path for m in worker.memory_maps() if "Qt" in m.path]


def test_worker_imports_neither_qt_nor_pydantic():
    code = "import sys; sys.path[:] = sys.argv[1:]; import supportbot.engine.worker; print(*sys.modules)"
    paths = [path for path in sys.path if path]
    done = subprocess.run(
        [sys.executable, "-I", "-c", code, *paths], capture_output=True, text=True, check=True
    )
    assert not {"PySide6", "pydantic", "llama_cpp", "torch"} & set(done.stdout.split())


def test_closing_leaves_nothing(make_client, renderer):
    threads = set(threading.enumerate())
    descriptors = psutil.Process().num_fds()
    client = make_client()
    ask(client, renderer, QUESTION)
    worker = psutil.Process(client.worker_pid)
    client.close()
    assert not worker.is_running()
    assert set(threading.enumerate()) == threads
    assert psutil.Process().num_fds() == descriptors
    assert kinds(ask(client, renderer, QUESTION)) == ["GenerationFailed"]


def test_two_threads_take_turns(make_client, renderer):
    client = make_client()
    results = {}

    def question(text):
        results[text] = ask(client, renderer, text)[-1]

    threads = [
        threading.Thread(target=question, args=(text,)) for text in ("one?", "two?", "three?")
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {result.reason for result in results.values()} == {"length"}


def test_a_second_question_gives_up_on_one_that_is_never_read(make_client, renderer):
    client = make_client(hang_timeout_s=0.2)
    prompt = renderer.render((), QUESTION)
    first = client.generate(GenerationRequest("first", prompt, GREEDY))
    next(first)
    assert ask(client, renderer, QUESTION)[-1].code == "busy"
    first.close()
    third = client.generate(GenerationRequest("third", prompt, GREEDY))
    assert isinstance(next(third), ModelLoading)
    third.close()


def test_idle_worker_unloads_and_comes_back(make_client, renderer):
    client = make_client(idle_unload_s=0.05, save_after_s=0.01)
    finished = ask(client, renderer, QUESTION, conversation="a")[-1]
    eventually(lambda: client.worker_pid is None)
    events = ask(client, renderer, QUESTION, conversation="a")
    assert kinds(events) == ["ModelLoading", "ModelReady", "GenerationFinished"]
    assert events[-1].text == finished.text
    assert events[-1].tokens.evaluated == 1


# --------------------------------------------------------------------------- dying


@pytest.mark.parametrize(
    ("moment", "number"),
    [
        (ModelLoading, signal.SIGKILL),
        (ModelReady, signal.SIGKILL),
        (ModelReady, signal.SIGABRT),
        (ModelReady, signal.SIGSEGV),
    ],
    ids=["load", "prefill", "assertion", "bad address"],
)
def test_killed_before_text_answers_all_the_same(make_client, renderer, moment, number):
    client = make_client()
    events = ask(client, renderer, LONG, on_event=kill_on(client, moment, number))
    assert [e.exit_code for e in events if isinstance(e, EngineStopped)] == [-number]
    assert events[-1].reason == "length"
    assert shown(events) == events[-1].text


def test_killed_in_the_middle_of_an_answer_says_so(make_client, renderer):
    client = make_client()
    events = ask(client, renderer, QUESTION, sampling=ENDLESS, on_event=kill_on(client, TextDelta))
    assert kinds(events)[-2:] == ["EngineStopped", "GenerationFailed"]
    assert (events[-1].code, bool(events[-1].remedy)) == ("crashed", True)
    assert "SIGKILL" in events[-1].detail
    assert ask(client, renderer, QUESTION)[-1].reason == "length"


def test_killed_twice_fails_and_the_next_question_works(make_client, renderer):
    client = make_client()
    events = ask(client, renderer, LONG, on_event=kill_on(client, ModelReady, times=2))
    assert [e.exit_code for e in events if isinstance(e, EngineStopped)] == [-signal.SIGKILL] * 2
    assert events[-1].code == "crashed"
    assert ask(client, renderer, QUESTION)[-1].reason == "length"


def test_killed_between_questions_goes_unnoticed(make_client, renderer):
    client = make_client()
    before = ask(client, renderer, QUESTION)[-1]
    os.kill(client.worker_pid, signal.SIGKILL)
    eventually(lambda: client.worker_pid is None)
    events = ask(client, renderer, QUESTION)
    assert kinds(events) == ["ModelLoading", "ModelReady", "GenerationFinished"]
    assert events[-1].text == before.text


def test_a_worker_that_hangs_is_replaced(make_client, renderer):
    client = make_client(hang_timeout_s=4)
    on_event = kill_on(client, ModelReady, signal.SIGSTOP)
    events = ask(client, renderer, LONG, on_event=on_event)
    stopped = [e for e in events if isinstance(e, EngineStopped)]
    assert len(stopped) == 1
    assert "no sign of life" in stopped[0].detail
    assert events[-1].reason == "length"


def test_unknown_instruction_lowers_the_variant_for_good(make_client, renderer, tmp_path):
    client = make_client()
    on_event = kill_on(client, ModelReady, signal.SIGILL, times=2)
    events = ask(client, renderer, LONG, on_event=on_event)
    assert not [e for e in events if isinstance(e, EngineStopped)]
    assert events[-1].reason == "length"
    avoided = json.loads((tmp_path / "states" / "cpu.json").read_text())["variants"]
    assert len(set(avoided)) == 2
    second = make_client()
    assert kinds(ask(second, renderer, QUESTION))[-1] == "GenerationFinished"
    assert json.loads((tmp_path / "states" / "cpu.json").read_text())["variants"] == avoided


def test_unknown_instruction_after_text_is_a_crash(make_client, renderer, tmp_path):
    client = make_client()
    on_event = kill_on(client, TextDelta, signal.SIGILL)
    events = ask(client, renderer, QUESTION, sampling=ENDLESS, on_event=on_event)
    assert events[-1].code == "crashed"
    assert not (tmp_path / "states" / "cpu.json").exists()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs kill -9")
def test_no_orphan_when_the_app_is_killed(spec, tmp_path):
    code = f"""
import sys
from pathlib import Path
from supportbot.answering.prompts import CHATML, PromptRenderer
from supportbot.contracts import GenerationRequest, ModelSpec, Sampling, TextDelta
from supportbot.engine.client import EngineClient
client = EngineClient({spec!r}, states_dir=Path({str(tmp_path / "s")!r}), worker_dir=Path({str(tmp_path / "w")!r}))
sampling = Sampling(temperature=0, max_new_tokens=1900, ignore_end=True)
request = GenerationRequest("r", PromptRenderer(CHATML).render((), "Why?"), sampling)
for event in client.generate(request):
    if isinstance(event, TextDelta):
        print(client.worker_pid, flush=True)
        sys.stdin.read()
"""
    app = subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
    )
    with app:
        worker = psutil.Process(int(app.stdout.readline()))
        assert worker.is_running()
        app.kill()
        app.wait()
        worker.wait(timeout=10)


# --------------------------------------------------------------------------- stopping


def test_cancelled_answer_stops_and_the_next_equals_a_fresh_one(make_client, renderer):
    client = make_client()

    def cancel(event):
        if isinstance(event, TextDelta):
            client.cancel(event.request_id)

    events = ask(client, renderer, QUESTION, sampling=ENDLESS, on_event=cancel)
    assert events[-1].reason == "cancelled"
    assert 0 < events[-1].tokens.completion < 1500
    assert events[-1].text == shown(events)
    after = ask(client, renderer, QUESTION)
    assert kinds(after) == ["GenerationFinished"]
    assert after[-1].text == ask(make_client(), renderer, QUESTION)[-1].text


def test_cancelled_prompt_evaluation_stops_and_the_next_equals_a_fresh_one(make_client, renderer):
    client = make_client()
    ask(client, renderer, QUESTION)
    request = GenerationRequest("long", renderer.render((), LONG), GREEDY)
    timer = threading.Timer(0.02, client.cancel, args=("long",))
    timer.start()
    events = list(client.generate(request))
    timer.join()
    assert events[-1].reason in ("cancelled", "length")  # a fast machine may be done by then
    after = ask(client, renderer, LONG)[-1]
    assert after.text == ask(make_client(), renderer, LONG)[-1].text


def test_cancelled_before_it_began_or_while_loading(make_client, renderer):
    client = make_client()
    client.cancel("early")
    request = GenerationRequest("early", renderer.render((), QUESTION), GREEDY)
    assert list(client.generate(request))[-1].reason == "cancelled"
    fresh = make_client()

    def cancel(event):
        if isinstance(event, ModelLoading):
            fresh.cancel(event.request_id)

    assert ask(fresh, renderer, QUESTION, on_event=cancel)[-1].reason == "cancelled"
    assert ask(fresh, renderer, QUESTION)[-1].reason == "length"


def test_worker_that_does_not_stop_is_killed(make_client, renderer):
    client = make_client()

    def cancel(event):
        if isinstance(event, TextDelta):
            os.kill(client.worker_pid, signal.SIGSTOP)
            client.cancel(event.request_id)

    events = ask(client, renderer, QUESTION, sampling=ENDLESS, on_event=cancel)
    assert events[-1].reason == "cancelled"
    assert events[-1].text == shown(events)
    assert ask(client, renderer, QUESTION)[-1].reason == "length"


def test_leaving_early_cancels(make_client, renderer):
    client = make_client()
    request = GenerationRequest("left", renderer.render((), QUESTION), ENDLESS)
    for event in client.generate(request):
        if isinstance(event, TextDelta):
            break
    assert ask(client, renderer, QUESTION)[-1].reason == "length"


def test_closing_ends_an_answer(make_client, renderer):
    client = make_client()
    closer = threading.Thread(target=client.close)

    def close(event):
        if isinstance(event, TextDelta) and not closer.ident:
            closer.start()

    events = ask(client, renderer, QUESTION, sampling=ENDLESS, on_event=close)
    closer.join()
    assert isinstance(events[-1], GenerationFinished | GenerationFailed)
    assert client.worker_pid is None or not psutil.pid_exists(client.worker_pid)
