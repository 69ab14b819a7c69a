"""Messages come through as they were; nothing else is ever unpickled."""

from __future__ import annotations

import io
import os
import pickle

import pytest

from supportbot.contracts import (
    GenerationFinished,
    GenerationRequest,
    ModelSpec,
    Prompt,
    PromptPart,
    Sampling,
    TokenCounts,
)
from supportbot.engine import protocol
from supportbot.engine.ends import explain
from supportbot.errors import EngineError

PROMPT = Prompt((PromptPart("template", "<|x|>"),), (), (PromptPart("tokens", "a", (1, 2)),))
MESSAGES = [
    protocol.Start(ModelSpec("m", "/m", "0"), "/states", ("cpu-x",)),
    protocol.Generate(GenerationRequest("r", PROMPT, Sampling(stop=("a",)), "c")),
    protocol.Warm(PROMPT),
    protocol.Cancel("r"),
    protocol.Forget(1, None),
    protocol.Close(),
    protocol.Processor("cpu-x", gpu=True),
    protocol.Ready("cpu", "notice"),
    GenerationFinished("r", "stop", "é", TokenCounts(1, 2, 3), (1,), (-0.5,)),
]


def test_round_trip():
    stream = io.BytesIO(b"".join(map(protocol.encode, MESSAGES)))
    assert [protocol.read_message(stream) for _ in MESSAGES] == MESSAGES
    with pytest.raises(EOFError):
        protocol.read_message(stream)


def test_a_message_cut_short_is_the_end():
    data = protocol.encode(MESSAGES[1])
    for length in range(len(data)):
        with pytest.raises(EOFError):
            protocol.read_message(io.BytesIO(data[:length]))


class Planted:
    def __reduce__(self):
        return (os.putenv, ("SUPPORTBOT_PLANTED", "1"))


@pytest.mark.parametrize("data", [pickle.dumps(Planted()), b"hello\n", b"\xff" * 20])
def test_foreign_bytes_are_refused(data):
    with pytest.raises(EngineError):
        protocol.read_message(io.BytesIO(data))


@pytest.mark.parametrize(
    ("exit_code", "complaint", "hung", "code", "words"),
    [
        (-9, "", False, "crashed", "SIGKILL"),
        (-6, "note\nggml.c:12: GGML_ASSERT(x) failed\nmore", False, "crashed", "GGML_ASSERT(x)"),
        (
            1,
            "ggml_backend_cpu_buffer: failed to allocate buffer",
            False,
            "out_of_memory",
            "allocate",
        ),
        (-6, "CUDA error: out of memory", False, "out_of_memory", "CUDA"),
        (-9, "", True, "hang", "no sign of life"),
        (-99, "", False, "crashed", "signal 99"),
        (None, "", False, "crashed", "not known"),
    ],
)
def test_ends_are_explained(exit_code, complaint, hung, code, words):
    end = explain(exit_code, complaint, hung=hung)
    assert end.code == code
    assert words in end.detail
    assert end.remedy
