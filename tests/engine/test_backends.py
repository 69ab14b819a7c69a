"""Choosing processor code, in builds of both kinds, by a library that only pretends."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from supportbot.engine.backends import BUILT_IN, PLAIN, load_library
from supportbot.errors import EngineError


class Function:
    """A C function."""

    def __init__(self, result):
        self.result = result

    def __call__(self, *arguments):
        return self.result(*arguments) if callable(self.result) else self.result


@pytest.fixture
def pretend(tmp_path):
    """The package and the api of a build; ``built_in`` says whether a processor is compiled in."""

    def make(*, built_in):
        loaded = ["compiled in"] if built_in else []

        def load(path):
            loaded.append(path.decode())
            return 1

        library = SimpleNamespace(
            ggml_backend_load=Function(load),
            ggml_backend_dev_count=Function(lambda: len(loaded)),
            ggml_backend_dev_get=Function(lambda index: index),
            ggml_backend_dev_type=Function(0),
            ggml_backend_dev_description=Function(b"a processor"),
        )
        api = SimpleNamespace(
            _lib=library,
            llama_log_callback=lambda receive: receive,
            llama_log_set=lambda receive, data: setattr(api, "receive", receive),
            llama_backend_init=lambda: None,
            llama_version=lambda: b"1",
        )
        package = SimpleNamespace(
            __file__=str(tmp_path / "llama_cpp" / "__init__.py"), __version__="0"
        )
        return package, api, loaded

    return make


def test_build_for_one_machine_needs_nothing_loaded(pretend):
    package, api, loaded = pretend(built_in=True)
    assert load_library(package, api, (), gpu=True).variant == BUILT_IN
    assert loaded == ["compiled in"]


def test_build_for_one_machine_falls_back_to_plain_code_and_then_gives_up(pretend):
    package, api, _ = pretend(built_in=True)
    assert load_library(package, api, (BUILT_IN,), gpu=True).variant == PLAIN
    with pytest.raises(EngineError) as caught:
        load_library(package, api, (BUILT_IN, PLAIN), gpu=True)
    assert caught.value.code == "cpu_unsupported"


def test_portable_build_without_variants_is_unsupported(pretend):
    package, api, _ = pretend(built_in=False)
    with pytest.raises(EngineError):
        load_library(package, api, (), gpu=True)


def test_error_lines_are_kept_until_they_are_read(pretend):
    package, api, _ = pretend(built_in=True)
    library = load_library(package, api, (), gpu=False)
    api.receive(4, b"tensor is broken\n", None)
    api.receive(2, b"just saying\n", None)
    assert (library.version, library.said(), library.said()) == ("0/1", "tensor is broken", "")
