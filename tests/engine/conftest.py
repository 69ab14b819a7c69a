"""Tiny real models and clients that are always closed."""

from __future__ import annotations

import dataclasses
import hashlib
import itertools
import threading
import time
from pathlib import Path

import pytest

from supportbot.answering.prompts import CHATML, PromptRenderer
from supportbot.contracts import (
    GenerationFailed,
    GenerationFinished,
    GenerationRequest,
    Message,
    ModelSpec,
    Sampling,
    TextDelta,
)
from supportbot.engine.client import EngineClient
from tests.support.tiny_gguf import write_tiny_gguf, write_tiny_lora

SYSTEM = "You help people with a small product, in short and friendly sentences."
GREEDY = Sampling(temperature=0, max_new_tokens=12, seed=1, stop=("<|im_end|>",))
QUESTION = "How do I open the settings?"
LONG = "why does it do that " * 85
REAL_MODEL = Path(__file__).parents[2] / "assets/linear/models/SmolLM2-135M-Instruct.Q4_1.gguf"
_ids = itertools.count()


@pytest.fixture(scope="session")
def models(tmp_path_factory):
    """A folder of tiny files: ``random``, ``recites`` and the adapter ``lora``."""
    folder = tmp_path_factory.mktemp("models")
    write_tiny_gguf(folder / "random.gguf")
    write_tiny_gguf(
        folder / "recites.gguf",
        says=(
            "Open ",
            "Settings",
            b" > Caf\xc3",
            b"\xa9 ",
            b"\xf0\x9f",
            b"\x98",
            b"\x80",
            " STO",
            "P it.",
        ),
    )
    write_tiny_lora(folder / "lora.gguf")
    return folder


@pytest.fixture
def spec(models):
    """The random model; one thread, since a shared machine makes two wait for each other."""
    return ModelSpec(
        id="tiny",
        path=str(models / "random.gguf"),
        sha256="0" * 64,
        context_tokens=2048,
        device="cpu",
        threads=1,
    )


@pytest.fixture
def make_client(tmp_path, spec):
    """Clients on one data folder, closed at the end."""
    clients = []

    def make(changes=None, **options):
        client = EngineClient(
            dataclasses.replace(spec, **(changes or {})),
            states_dir=tmp_path / "states",
            worker_dir=tmp_path / "worker",
            **options,
        )
        clients.append(client)
        return client

    yield make
    for client in clients:
        client.close()


@pytest.fixture
def renderer():
    return PromptRenderer(CHATML, SYSTEM)


def ask(
    client, renderer, question, *, history=(), sampling=GREEDY, conversation=None, on_event=None
):
    """All events of one question."""
    request = GenerationRequest(
        f"request-{next(_ids)}", renderer.render(history, question), sampling, conversation
    )
    events = []
    for event in client.generate(request):
        events.append(event)
        if on_event is not None:
            on_event(event)
    assert isinstance(events[-1], GenerationFinished | GenerationFailed)
    assert not any(isinstance(e, GenerationFinished | GenerationFailed) for e in events[:-1])
    assert {event.request_id for event in events} == {request.request_id}
    return events


def exchange(question, finished):
    """The two messages of an answered question."""
    return (
        Message("user", question),
        Message("assistant", finished.text, finished.token_ids),
    )


def shown(events):
    return "".join(event.text for event in events if isinstance(event, TextDelta))


def kinds(events):
    """The names of the events, text left out."""
    return [type(event).__name__ for event in events if not isinstance(event, TextDelta)]


def eventually(condition, *, within_s=10.0):
    """Wait until ``condition()`` holds; for what another process does on its own."""
    deadline = time.monotonic() + within_s
    pause = threading.Event()
    while not condition():
        assert time.monotonic() < deadline, "it never came true"
        pause.wait(0.01)


def saved(folder):
    """Files of states that are saved whole, but the shared prefix's, which every first answer leaves."""
    return [file for file in written(folder) if file.suffix == ".state"]


def written(folder):
    """Files of states, those included that are only being written; the shared prefix's left out."""
    prefix = hashlib.sha256(b"prefix").hexdigest()[:32]
    return [file for file in folder.glob("*.*") if not file.stem.startswith(prefix)]
