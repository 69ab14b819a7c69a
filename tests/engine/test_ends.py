"""Why a worker ended, from its exit code and its last words."""

from __future__ import annotations

import signal
import sys

import pytest

from supportbot.engine.ends import explain, is_out_of_memory

ASSERTION = """loading
/build/ggml/src/ggml.c:1234: GGML_ASSERT(a->ne[0] == b->ne[0]) failed
the last line
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there are no signals")
def test_a_failed_assertion_is_named():
    end = explain(-signal.SIGABRT, ASSERTION, hung=False)
    assert end.code == "crashed"
    assert "SIGABRT" in end.detail
    assert "GGML_ASSERT(a->ne[0]" in end.detail
    assert "still there" in end.remedy


@pytest.mark.parametrize(
    "line",
    [
        "ggml_aligned_malloc: insufficient memory (attempted to allocate 4096 MB)",
        "terminate called after throwing an instance of 'std::bad_alloc'",
        "CUDA error: out of memory",
        "MemoryError",
    ],
)
def test_memory_that_ran_out_is_recognised(line):
    assert is_out_of_memory(line)
    end = explain(-6, f"something else\n{line}\n", hung=False)
    assert end.code == "out_of_memory"
    assert "Close other programs" in end.remedy


def test_an_end_without_words():
    assert explain(3, "", hung=False).detail == "exit code 3"
    assert explain(None, "", hung=False).detail == "the end is not known"
    assert explain(-9, "", hung=True).code == "hang"
