"""Saved states: with them a follow-up evaluates only its new tokens, also after a restart.

A state is the model's keys and values of a conversation so far: one file a conversation, and one for the
prefix that all prompts share.

A file is a magic line, the header's length, a JSON header (identity, token ids), the payload, and the
SHA-256 of all of it. The payload reaches llama.cpp only when the hash is right and the identity is the
model's, its adapters', its context's and its build's: llama.cpp aborts on bytes it does not expect. What
disagrees or is damaged is deleted. States are a convenience: no fault of theirs ever stops an answer.

Checked by hand and not by a schema library: this runs in the worker, whose start is on the way to the
first word. Knows no llama.cpp.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import os
import secrets
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

LIMIT_BYTES = 500_000_000
PREFIX = "prefix"
"""The key of the state of the shared prefix."""

_MAGIC = b"supportbot state 1\n"
_LENGTH_BYTES = 8
_HASH_BYTES = 32
_HEADER_LIMIT = 16_000_000
_SUFFIX = ".state"
_UNFINISHED = ".part"
_log = logging.getLogger(__name__)


def conversation_key(conversation_id: str) -> str:
    """The key of a conversation's state."""
    return f"conversation:{conversation_id}"


@dataclass(frozen=True, slots=True)
class SavedState:
    """The tokens a state belongs to, and its payload."""

    tokens: tuple[int, ...]
    payload: bytes


class StateStore:
    """The folder of saved states. Safe to use from several threads of one process.

    Args:
        folder: Where the files are; made when the first is written.
        identity: What must agree before a state may be used: one string for model, adapters, context
            and build. May be set once it is known.
        limit_bytes: All files together stay below this; the longest unused go first.
    """

    def __init__(self, folder: Path, identity: str = "", *, limit_bytes: int = LIMIT_BYTES) -> None:
        self._folder = folder
        self.identity = identity
        self._limit_bytes = limit_bytes
        self._lock = threading.RLock()

    def save(self, key: str, tokens: Sequence[int], payload: bytes) -> bool:
        """Keep a state; whether there was room. Never raises for the disk's sake."""
        header = json.dumps({"identity": self.identity, "tokens": list(tokens)}).encode()
        start = _MAGIC + len(header).to_bytes(_LENGTH_BYTES, "little") + header
        size = len(start) + len(payload) + _HASH_BYTES
        with self._lock:
            if size > self._limit_bytes:
                return False
            path = self._path(key)
            unfinished = path.with_name(f"{path.stem}.{secrets.token_hex(4)}{_UNFINISHED}")
            try:
                self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                self._make_room(size, keep=path)
                _write(unfinished, start, payload)
                unfinished.replace(path)
            except OSError as err:
                _log.info("a state could not be saved: %s", err.strerror)
                _remove(unfinished)
                return False
            return True

    def tokens(self, key: str) -> tuple[int, ...]:
        """The tokens of a usable state, from its header alone; none when there is no such state."""
        with self._lock:
            path = self._path(key)
            try:
                with path.open("rb") as file:
                    return self._header(file.read(len(_MAGIC) + _LENGTH_BYTES), file.read)
            except FileNotFoundError:
                return ()
            except (OSError, ValueError, KeyError, TypeError, RecursionError) as err:
                _discard(path, err)
                return ()

    def load(self, key: str) -> SavedState | None:
        """A whole state of this identity, or nothing."""
        with self._lock:
            path = self._path(key)
            try:
                data = path.read_bytes()
                state = self._parse(data)
                os.utime(path)
            except FileNotFoundError:
                return None
            except (OSError, ValueError, KeyError, TypeError, RecursionError) as err:
                _discard(path, err)
                return None
            return state

    def discard(self, key: str) -> None:
        """Delete one state."""
        with self._lock:
            _remove(self._path(key))

    def forget(self, conversation_id: str | None) -> None:
        """Delete the state of a conversation and its unfinished writes; ``None`` deletes every state."""
        with self._lock:
            stem = (
                ""
                if conversation_id is None
                else self._path(conversation_key(conversation_id)).stem
            )
            for file in self._files(stem):
                _remove(file)

    def tidy(self) -> None:
        """Delete what a killed worker left half written."""
        with self._lock:
            for file in self._files(""):
                if file.suffix == _UNFINISHED:
                    _remove(file)

    def _path(self, key: str) -> Path:
        return self._folder / (hashlib.sha256(key.encode()).hexdigest()[:32] + _SUFFIX)

    def _files(self, stem: str) -> Iterator[Path]:
        with contextlib.suppress(OSError):
            for file in list(self._folder.iterdir()):
                if file.suffix in (_SUFFIX, _UNFINISHED) and file.name.startswith(stem):
                    yield file

    def _make_room(self, size: int, *, keep: Path) -> None:
        sizes: list[tuple[float, int, Path]] = []
        for file in self._files(""):
            if file != keep:
                with contextlib.suppress(OSError):
                    stat = file.stat()
                    sizes.append((stat.st_mtime, stat.st_size, file))
        total = sum(entry[1] for entry in sizes)
        for _, freed, file in sorted(sizes):
            if total + size <= self._limit_bytes:
                return
            _remove(file)
            total -= freed

    def _parse(self, data: bytes) -> SavedState:
        if hashlib.sha256(data[:-_HASH_BYTES]).digest() != data[-_HASH_BYTES:]:
            raise ValueError("the hash is wrong")
        position = len(_MAGIC) + _LENGTH_BYTES
        view = memoryview(data)
        length = int.from_bytes(data[len(_MAGIC) : position], "little")
        tokens = self._header(data[:position], lambda size: bytes(view[position : position + size]))
        return SavedState(tokens, bytes(view[position + length : -_HASH_BYTES]))

    def _header(self, start: bytes, read: Callable[[int], bytes]) -> tuple[int, ...]:
        length = int.from_bytes(start[len(_MAGIC) :], "little")
        if not start.startswith(_MAGIC) or not 0 < length <= _HEADER_LIMIT:
            raise ValueError("it is no state")
        header = json.loads(read(length))
        if header["identity"] != self.identity:
            raise ValueError("it belongs to another model or build")
        tokens = tuple(header["tokens"])
        if not all(type(token) is int for token in tokens):
            raise ValueError("its tokens are no numbers")
        return tokens


def _write(path: Path, start: bytes, payload: bytes) -> None:
    digest = hashlib.sha256(start)
    digest.update(payload)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        # Not synced to the disk: after a power cut the hash finds what is missing.
        file.write(start)
        file.write(payload)
        file.write(digest.digest())


def _discard(path: Path, err: Exception) -> None:
    _log.info("a saved state is not used: %s", err)
    _remove(path)


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)
