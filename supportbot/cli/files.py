"""Files named on the command line: opening, parsing and writing them with clear errors.

Owns the translation of the operating system's errors into ``supportbot.errors`` for such files, and the checks of
what people hand in (the host's context). Must not know about commands, packs or the engine.
"""

from __future__ import annotations

import errno
import json
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from supportbot.contracts import HostContext
from supportbot.errors import NotInstalledError, SupportbotError, UsageError
from supportbot.paths import fault_from, write_atomically

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def translate_os_error(err: OSError, path: Path) -> SupportbotError:
    """What an ``OSError`` on a file means to the person who named it."""
    if isinstance(err, FileNotFoundError):
        return NotInstalledError(
            f"There is no file {path}.", "Check the path.", code="file_missing"
        )
    if isinstance(err, IsADirectoryError):
        return UsageError(f"{path} is a folder, not a file.", "Name a file.", code="file_type")
    return fault_from(err, path, "The file {} cannot be used.")


@contextmanager
def os_errors(path: Path) -> Iterator[None]:
    """Translate every ``OSError`` of the block, a broken pipe excepted."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as err:
        raise translate_os_error(err, path) from err


def read_text(path: Path) -> str:
    """A UTF-8 text file named on the command line.

    Raises:
        UsageError: It is no UTF-8 text.
    """
    with os_errors(path):
        raw = path.read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as err:
        raise UsageError(
            f"{path} is not UTF-8 text.", "Save it as UTF-8.", code="file_type"
        ) from err


def read_json(path: Path) -> Any:  # noqa: ANN401 - JSON has any shape
    """One JSON document.

    Raises:
        UsageError: It is not JSON; the message names the line.
    """
    try:
        return json.loads(read_text(path))
    except json.JSONDecodeError as err:
        raise UsageError(
            f"{path} is not JSON: {err.msg} in line {err.lineno}.",
            "Correct that line.",
            code="file_type",
        ) from err
    except RecursionError as err:
        raise UsageError(
            f"{path} is not usable JSON: nested too deeply.", "Flatten it.", code="file_type"
        ) from err


class _Customer(BaseModel):
    model_config = ConfigDict(extra="allow", strict=True)
    name: str | None = None
    email: str | None = None
    plan: str | None = None
    high_value: bool | None = None
    ticket_count_30d: int | None = Field(default=None, ge=0)
    lifetime_value: float | None = None


class _Product(BaseModel):
    model_config = ConfigDict(extra="allow", strict=True)
    version: str | None = None
    screen: str | None = None


class _Context(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    customer: _Customer = _Customer()
    product: _Product = _Product()
    attempts: int = Field(default=0, ge=0)


def host_context(document: object, *, where: str) -> HostContext:
    """The host's context from its JSON.

    Raises:
        UsageError: A key is unknown or of the wrong type; the message names it.
    """
    try:
        checked = _Context.model_validate(document)
    except ValidationError as err:
        first = err.errors()[0]
        key = ".".join(str(part) for part in first["loc"]) or "the document"
        raise UsageError(
            f"{where}: {key}: {first['msg']}.", "See the host context in the documentation."
        ) from err
    return HostContext(
        customer=checked.customer.model_dump(exclude_none=True),
        product=checked.product.model_dump(exclude_none=True),
        attempts=checked.attempts,
    )


def write_text(path: Path, text: str) -> None:
    """Write a file named on the command line; whole or not at all where it is an ordinary file.

    Raises:
        NotInstalledError: Its folder is not there.
        AccessError: It may not be written.
        DiskFullError: No space is left.
    """
    check_target(path)
    data = text.encode("utf-8", errors="replace")
    if path.exists() and not path.is_file():
        # A device or a pipe: replacing it by a file would destroy it.
        with os_errors(path), path.open("wb") as file:
            file.write(data)
        return
    write_atomically(path, data)


def check_folder(path: Path) -> None:
    """Refuse a target early whose folder is missing.

    Raises:
        NotInstalledError: The folder is not there.
    """
    if not path.parent.exists():
        raise NotInstalledError(
            f"There is no folder {path.parent}.",
            "Make it, or name another file.",
            code="file_missing",
        )


def check_target(path: Path) -> None:
    """Refuse a target that ``write_text`` could not write: before the work, not after it.

    Raises:
        NotInstalledError: The folder is not there.
        UsageError: It is a folder itself.
        AccessError: It may not be written.
    """
    with os_errors(path):
        check_folder(path)
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        device = path.exists() and not path.is_file()
        effective = os.access in os.supports_effective_ids
        if not os.access(path if device else path.parent, os.W_OK, effective_ids=effective):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
