"""llama.cpp as bare as it can be called: the yardstick the app is measured against.

Owns one loop of ``llama_decode`` and llama.cpp's own greedy sampler in a process of its own, with the app's file and
settings but nothing of the app: no rules, no prompts, no states, no cancelling. Used by benchmarks only.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import psutil

from supportbot.engine.backends import PLAIN
from supportbot.engine.llama import BATCH_TOKENS, open_library
from supportbot.errors import EngineError, SupportbotError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from multiprocessing.connection import Connection

    from supportbot.contracts import ModelSpec, Prompt

START_TIMEOUT_S = 180.0


@dataclass(frozen=True, slots=True)
class BareRun:
    """One answer of the bare loop.

    Attributes:
        first_token_ms: From the prompt's text to the text of the first token.
        tokens_per_s: Speed of writing the tokens after the first.
        evaluated: Prompt tokens that were evaluated; the rest was held from the run before.
    """

    first_token_ms: float
    tokens_per_s: float
    evaluated: int


class BareLlama:
    """The bare loop's process, seen from outside.

    Args:
        spec: File, adapters, context, threads and memory mode (``mapped`` or ``repacked``).
        niceness: The process priority of the other side of the comparison.
        avoid: Processor variants of llama.cpp that crashed here.

    Raises:
        EngineError: The model could not be loaded there.
    """

    def __init__(
        self, spec: ModelSpec, *, niceness: int | None = None, avoid: tuple[str, ...] = ()
    ) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(
            target=_serve, args=(theirs, spec, niceness, avoid), daemon=True
        )
        self._process.start()
        theirs.close()
        self._receive(START_TIMEOUT_S)

    def run(self, prompt: Prompt, new_tokens: int) -> BareRun:
        """Write ``new_tokens`` tokens after ``prompt``; end tokens do not end it."""
        parts = [
            *prompt.prefix,
            *(part for turn in prompt.turns for part in turn),
            *prompt.question,
        ]
        self._pipe.send(([(part.text, part.kind == "template") for part in parts], new_tokens))
        return BareRun(*self._receive(None))

    def close(self) -> None:
        """End the process."""
        self._pipe.close()
        self._process.join(5)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()

    def _receive(self, timeout_s: float | None) -> tuple[float, float, int]:
        try:
            if timeout_s is not None and not self._pipe.poll(timeout_s):
                raise EngineError("The bare loop did not load the model in time.", code="timeout")
            answer = self._pipe.recv()
        except (EOFError, OSError) as err:
            raise EngineError("The bare loop's process ended.", code="bare_ended") from err
        if isinstance(answer, str):
            raise EngineError(f"The bare loop failed: {answer}", code="bare_failed")
        run: tuple[float, float, int] = answer
        return run


def _serve(pipe: Connection, spec: ModelSpec, niceness: int | None, avoid: tuple[str, ...]) -> None:
    """The process: load, then answer every request until the pipe closes."""
    if niceness is not None:
        psutil.Process().nice(niceness)
    try:
        loop = _Loop(spec, avoid)
        pipe.send((0.0, 0.0, 0))
        while True:
            parts, new_tokens = pipe.recv()
            pipe.send(loop.run(parts, new_tokens))
    except (EOFError, BrokenPipeError):
        return
    except SupportbotError as err:
        pipe.send(err.message)


class _Loop:
    def __init__(self, spec: ModelSpec, avoid: tuple[str, ...]) -> None:
        library = open_library(avoid, gpu=spec.device != "cpu")
        self.api: Any = library.api
        api = self.api
        params = api.llama_model_default_params()
        params.use_extra_bufts = spec.memory == "repacked" and library.variant != PLAIN
        if spec.device == "cpu":
            params.n_gpu_layers = 0
        self.model = api.llama_model_load_from_file(os.fsencode(spec.path), params)
        if not self.model:
            raise EngineError(f"{spec.path} could not be loaded.", code="model_file")
        settings = api.llama_context_default_params()
        settings.n_ctx = min(spec.context_tokens, api.llama_model_n_ctx_train(self.model))
        settings.n_batch = settings.n_ubatch = min(BATCH_TOKENS, settings.n_ctx)
        settings.n_threads = settings.n_threads_batch = spec.threads or 1
        self.context = api.llama_init_from_model(self.model, settings)
        if not self.context:
            raise EngineError("There is no memory for the context.", code="out_of_memory")
        self._attach(spec)
        self.vocabulary = api.llama_model_get_vocab(self.model)
        self.memory = api.llama_get_memory(self.context)
        self.sampler = api.llama_sampler_chain_init(api.llama_sampler_chain_default_params())
        api.llama_sampler_chain_add(self.sampler, api.llama_sampler_init_greedy())
        self.held: list[int] = []

    def _attach(self, spec: ModelSpec) -> None:
        api = self.api
        handles = [
            api.llama_adapter_lora_init(self.model, os.fsencode(a.path)) for a in spec.adapters
        ]
        if not all(handles):
            raise EngineError("An adapter could not be loaded.", code="adapter")
        if handles:
            scales = (ctypes.c_float * len(handles))(*(a.scale for a in spec.adapters))
            array = (api.llama_adapter_lora_p_ctypes * len(handles))(*handles)
            api.llama_set_adapters_lora(self.context, array, len(handles), scales)

    def run(self, parts: Sequence[tuple[str, bool]], new_tokens: int) -> tuple[float, float, int]:
        started = time.perf_counter()
        ids = [token for text, special in parts for token in self._tokenise(text, special)]
        shared = 0
        while shared < min(len(ids) - 1, len(self.held)) and ids[shared] == self.held[shared]:
            shared += 1
        self.api.llama_memory_seq_rm(self.memory, 0, shared, -1)
        for start in range(shared, len(ids), BATCH_TOKENS):
            self._decode(ids[start : start + BATCH_TOKENS])
        token = self._draw()
        first = time.perf_counter()
        written = [token]
        while len(written) < new_tokens:
            self._decode([token])
            token = self._draw()
            written.append(token)
        ended = time.perf_counter()
        self.held = [*ids, *written[:-1]]
        speed = (len(written) - 1) / (ended - first) if len(written) > 1 else 0.0
        return (first - started) * 1000, speed, len(ids) - shared

    def _tokenise(self, text: str, special: bool) -> list[int]:
        raw = text.encode()
        ids = (ctypes.c_int32 * (len(raw) + 8))()
        count = self.api.llama_tokenize(
            self.vocabulary, raw, len(raw), ids, len(raw) + 8, False, special
        )
        return list(ids[:count])

    def _decode(self, tokens: list[int]) -> None:
        array = (ctypes.c_int32 * len(tokens))(*tokens)
        if (
            self.api.llama_decode(self.context, self.api.llama_batch_get_one(array, len(tokens)))
            != 0
        ):
            raise EngineError("llama_decode failed.", code="decode")

    def _draw(self) -> int:
        token = int(self.api.llama_sampler_sample(self.sampler, self.context, -1))
        buffer = ctypes.create_string_buffer(256)
        self.api.llama_token_to_piece(self.vocabulary, token, buffer, 256, 0, False)
        return token
