"""llama.cpp's C interface: loading, tokens, evaluation, states. The only importer of ``llama_cpp``.

Owns native memory and nothing else: what to evaluate and what to write is ``generation``'s. Not
thread-safe, and a wrong call may abort the process, so in the app it runs in the worker only.

The low-level interface is used because ``llama_cpp.Llama`` swallows misspelt arguments, hides the
switch for weight repacking, turns mapping off for adapters and waits for a whole prompt before it stops.

Stopping. llama.cpp asks a callback after every node of its graph whether to go on, about a thousand
times a token; a Python callback there costs more than the token. So the callback is libc's ``strlen``
on a string of ours: empty means go on, one character long means stop. Setting it is one byte.
"""

from __future__ import annotations

import ctypes
import functools
import logging
import os
import sys
from typing import TYPE_CHECKING, Any

import numpy as np

from supportbot.contracts import GPU_FAILED, NO_GPU
from supportbot.engine import machine
from supportbot.engine.backends import PLAIN, Library, load_library
from supportbot.engine.ends import is_out_of_memory
from supportbot.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from supportbot.contracts import AdapterSpec, ModelSpec, PromptPart

BATCH_TOKENS = 256
"""Tokens evaluated in one call: also how often a long prompt shows a sign of life."""

_ABORTED = 2
_log = logging.getLogger(__name__)


class Stopped(Exception):  # noqa: N818 - no error: the caller asked for it
    """The evaluation was stopped by ``StopFlag.set``; nothing of it is kept half."""


class StopFlag:
    """A two-byte C string that ``strlen`` measures: 0 is go on, 1 is stop. Any thread may set it."""

    def __init__(self) -> None:
        self.buffer = ctypes.create_string_buffer(2)

    def set(self) -> None:
        """Stop what is being evaluated, and everything until ``clear``."""
        self.buffer[0] = b"\x01"

    def clear(self) -> None:
        """Go on again."""
        self.buffer[0] = b"\x00"

    def is_set(self) -> bool:
        """Whether to stop."""
        return self.buffer[0] != b"\x00"


@functools.cache
def open_library(avoid: tuple[str, ...] = (), *, gpu: bool = True) -> Library:
    """Load llama.cpp and its backends; once a process.

    Raises:
        EngineError: ``llama_missing``, or ``cpu_unsupported``.
    """
    try:
        import llama_cpp
        from llama_cpp import llama_cpp as api
    except (ImportError, OSError, RuntimeError) as err:
        raise EngineError(
            f"llama.cpp cannot be loaded: {err}",
            "Install it again: pip install --force-reinstall llama-cpp-python.",
            code="llama_missing",
        ) from err
    return load_library(llama_cpp, api, avoid, gpu=gpu)


class LlamaModel:
    """One model, its adapters and one context with one sequence.

    ``tokens`` are the tokens whose keys and values the context holds, in order.

    Args:
        spec: Files that were checked, size of the context, device, threads, memory mode.
        stop: Set by another thread to stop an evaluation.
        beat: Called while work goes on; also while loading.
        avoid: Processor variants not to load.

    Raises:
        EngineError: ``out_of_memory``, ``model_file``, ``adapter``, ``llama_missing`` or
            ``cpu_unsupported``.
    """

    def __init__(
        self,
        spec: ModelSpec,
        *,
        stop: StopFlag | None = None,
        beat: Callable[[], None] = lambda: None,
        avoid: tuple[str, ...] = (),
    ) -> None:
        self.spec = spec
        self.notice = ""
        self.tokens: list[int] = []
        self.stop = stop or StopFlag()
        self._beat = beat
        self._pieces: dict[int, bytes] = {}
        self._library = open_library(avoid, gpu=spec.device != "cpu")
        self._api = self._library.api
        self._model: Any = None
        self._context: Any = None
        self._adapters: list[Any] = []
        self._abort: Any = None
        self._load()
        api = self._api
        self._vocabulary = api.llama_model_get_vocab(self._model)
        self.vocabulary_size: int = api.llama_vocab_n_tokens(self._vocabulary)
        self.context_tokens: int = api.llama_n_ctx(self._context)
        self._memory = api.llama_get_memory(self._context)

    @property
    def variant(self) -> str:
        """Which processor code runs."""
        return self._library.variant

    @property
    def build(self) -> str:
        """Version of llama.cpp and its binding."""
        return self._library.version

    def close(self) -> None:
        """Free native memory."""
        if self._context:
            self._api.llama_free(self._context)
        if self._model:
            self._api.llama_model_free(self._model)  # frees its adapters too
        self._context = self._model = None

    # -- loading

    def _load(self) -> None:
        """The best way that works: the graphics processor, else the processor, else it with less memory."""
        gpu = self._wants_gpu()
        memory = machine.memory_mode(self.spec)
        ways = [(True, memory)] if gpu else []
        ways += [(False, memory), *([(False, "mapped")] if memory == "repacked" else [])]
        for index, (on_gpu, mode) in enumerate(ways):
            try:
                self._open(on_gpu=on_gpu, memory=mode)
            except EngineError as err:
                self.close()
                if index + 1 == len(ways) or not (on_gpu or err.code == "out_of_memory"):
                    raise
                if on_gpu:
                    _log.info("the graphics processor failed: %s", err.message)
                    self.notice = GPU_FAILED
            else:
                self.backend = "gpu" if on_gpu else "cpu"
                return

    def _wants_gpu(self) -> bool:
        if self.spec.device == "cpu":
            return False
        if self._library.gpus and self._api.llama_supports_gpu_offload():
            return True
        if self.spec.device == "gpu":
            self.notice = NO_GPU
        return False

    def _open(self, *, on_gpu: bool, memory: str) -> None:
        api, spec = self._api, self.spec
        self._library.errors.clear()
        params = api.llama_model_default_params()
        repacked = memory == "repacked" and self.variant != PLAIN
        params.use_extra_bufts = repacked
        # Repacked weights are copies: a mapping beside them would only hold the file a second time.
        copied = repacked and not on_gpu
        params.load_mode = api.LLAMA_LOAD_MODE_NONE if copied else api.LLAMA_LOAD_MODE_MMAP
        params.n_gpu_layers = -1 if on_gpu else 0
        no_devices = (ctypes.c_void_p * 1)(None)
        if not on_gpu:
            params.devices = ctypes.cast(no_devices, ctypes.c_void_p)
        progress = api.llama_progress_callback(self._progress)
        params.progress_callback = progress
        self._model = api.llama_model_load_from_file(os.fsencode(spec.path), params)
        if not self._model:
            raise self._failure("The model", "model_file")
        self._context = api.llama_init_from_model(self._model, self._context_params(on_gpu=on_gpu))
        if not self._context:
            raise self._failure("The model's context", "out_of_memory")
        self._attach(spec.adapters)

    def _progress(self, _share: float, _user_data: object) -> bool:
        self._beat()
        return True

    def _context_params(self, *, on_gpu: bool) -> ctypes.Structure:
        api = self._api
        trained = api.llama_model_n_ctx_train(self._model)
        threads = self.spec.threads or machine.threads()
        params: ctypes.Structure = api.llama_context_default_params()
        params.n_ctx = (
            min(self.spec.context_tokens, trained) if trained > 0 else self.spec.context_tokens
        )
        params.n_batch = params.n_ubatch = min(BATCH_TOKENS, params.n_ctx)
        params.n_outputs_max = 1  # only the last row is ever read
        params.n_threads = params.n_threads_batch = threads
        params.offload_kqv = params.op_offload = on_gpu
        params.no_perf = True
        self._abort = ctypes.cast(_libc().strlen, api.ggml_abort_callback)
        params.abort_callback = self._abort
        params.abort_callback_data = ctypes.addressof(self.stop.buffer)
        return params

    def _attach(self, adapters: Sequence[AdapterSpec]) -> None:
        api = self._api
        self._adapters = []
        for adapter in adapters:
            handle = api.llama_adapter_lora_init(self._model, os.fsencode(adapter.path))
            if not handle:
                raise self._failure(f"The adapter {adapter.path}", "adapter")
            self._adapters.append(handle)
        if not self._adapters:
            return
        count = len(self._adapters)
        handles = (api.llama_adapter_lora_p_ctypes * count)(*self._adapters)
        scales = (ctypes.c_float * count)(*(adapter.scale for adapter in adapters))
        if api.llama_set_adapters_lora(self._context, handles, count, scales) != 0:
            raise self._failure("The adapter", "adapter")

    def _failure(self, what: str, code: str) -> EngineError:
        said = self._library.said()
        if code == "out_of_memory" or is_out_of_memory(said):
            return EngineError(
                f"{what} does not fit into memory: {said or 'no reason given'}",
                "Close other programs, or set the memory mode to mapped.",
                code="out_of_memory",
            )
        return EngineError(
            f"{what} could not be loaded: {said or 'no reason given'}",
            "Check it with `supportbot model verify`, or install it again.",
            code=code,
        )

    # -- tokens

    def tokenise(self, parts: Sequence[PromptPart]) -> list[int]:
        """Token ids of the parts, one part after the other.

        Only template parts may become special tokens. Kept ids are used as they are when they are this
        vocabulary's and still say the part's text; after a change of models they may not be.
        """
        ids: list[int] = []
        for part in parts:
            if part.kind == "tokens" and self._still_says(part):
                ids += part.token_ids
            else:
                ids += self._encode(part.text, special=part.kind == "template")
        return ids

    def _still_says(self, part: PromptPart) -> bool:
        if not part.token_ids or not all(0 <= t < self.vocabulary_size for t in part.token_ids):
            return False
        said = b"".join(map(self.piece, part.token_ids)).decode(errors="ignore")
        return not part.text or said.strip() == part.text.strip()

    def _encode(self, text: str, *, special: bool) -> list[int]:
        raw = text.encode("utf-8", errors="replace")
        room = len(raw) + 8
        ids = (ctypes.c_int32 * room)()
        count = self._api.llama_tokenize(
            self._vocabulary,
            raw,
            len(raw),
            ids,
            room,
            False,
            special,
        )
        if count < 0:
            raise EngineError("A text could not be split into tokens.", code="tokenise")
        return list(ids[:count])

    def piece(self, token: int) -> bytes:
        """The bytes a token stands for; none for a special token."""
        known = self._pieces.get(token)
        if known is None:
            known = self._pieces[token] = self._read_piece(token)
        return known

    def _read_piece(self, token: int) -> bytes:
        size = 64
        while True:
            buffer = ctypes.create_string_buffer(size)
            count = self._api.llama_token_to_piece(self._vocabulary, token, buffer, size, 0, False)
            if count >= 0:
                return buffer.raw[:count]
            size = -count

    def is_end(self, token: int) -> bool:
        """Whether the vocabulary says that this token ends an answer."""
        return bool(self._api.llama_vocab_is_eog(self._vocabulary, token))

    def special_tokens(self, texts: Sequence[str]) -> set[int]:
        """Those of ``texts`` that are one special token each (``<|im_end|>``), as ids."""
        found = set()
        for text in texts:
            ids = self._encode(text, special=True)
            if len(ids) == 1 and not self.piece(ids[0]):
                found.add(ids[0])
        return found

    # -- evaluation

    def evaluate(self, tokens: Sequence[int]) -> None:
        """Evaluate ``tokens`` after those already held; afterwards ``logits`` is the last one's row.

        Raises:
            Stopped: ``stop`` was set; whole batches before it are kept.
            EngineError: ``decode``; nothing is held any more.
        """
        api = self._api
        for start in range(0, len(tokens), BATCH_TOKENS):
            chunk = tokens[start : start + BATCH_TOKENS]
            ids = (ctypes.c_int32 * len(chunk))(*chunk)  # the batch holds only its address
            code = api.llama_decode(self._context, api.llama_batch_get_one(ids, len(chunk)))
            if code == 0:
                self.tokens += chunk
                self._beat()
                continue
            if code == _ABORTED:
                self._truncate(len(self.tokens))
                raise Stopped
            self.clear()
            raise EngineError(
                f"The model could not be evaluated ({code}): {self._library.said()}",
                "Ask again; if it happens again, check the model with `supportbot model verify`.",
                code="decode",
            )

    def logits(self) -> NDArray[np.float32]:
        """The row of the last evaluated token; a view that the next evaluation overwrites."""
        pointer = self._api.llama_get_logits_ith(self._context, -1)
        return np.ctypeslib.as_array(pointer, (self.vocabulary_size,))

    def keep(self, count: int) -> None:
        """Hold the first ``count`` tokens only (or none, where a model cannot be cut)."""
        if count < len(self.tokens):
            self._truncate(count)

    def _truncate(self, count: int) -> None:
        if count and self._api.llama_memory_seq_rm(self._memory, 0, count, -1):
            del self.tokens[count:]
        else:
            self.clear()

    def clear(self) -> None:
        """Hold nothing."""
        self._api.llama_memory_clear(self._memory, True)
        self.tokens.clear()

    # -- states

    def state(self) -> bytes:
        """Keys and values of the held tokens, for ``restore`` in a context of the same kind."""
        size = self._api.llama_state_seq_get_size(self._context, 0)
        buffer = (ctypes.c_uint8 * size)()
        written = self._api.llama_state_seq_get_data(self._context, buffer, size, 0)
        return bytes(memoryview(buffer)[:written])

    def restore(self, tokens: Sequence[int], state: bytes) -> bool:
        """Take over a saved state of ``tokens``; it must be whole and of this model, adapters and build."""
        self.clear()
        buffer = (ctypes.c_uint8 * len(state)).from_buffer_copy(state)
        if self._api.llama_state_seq_set_data(self._context, buffer, len(state), 0) == 0:
            self.clear()
            return False
        last = self._api.llama_memory_seq_pos_max(self._memory, 0)
        if last + 1 != len(tokens):
            self.clear()
            return False
        self.tokens = list(tokens)
        return True


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL("ucrtbase" if sys.platform == "win32" else None)
