"""Every error supportbot raises on purpose, as one tree.

A caught error always says three things: what happened to which thing (``message``), what the reader
can do about it (``remedy``) and how a command ends (``exit_code``). ``code`` is stable and short: it is
what other programs match on. Third-party exceptions are translated at the one door they come through,
``from err``; this module imports nothing of ours and must never hold a customer's words.

    SupportbotError
     ├── UsageError                 2  the caller asked for something that cannot be
     │    └── QuestionError         2  an empty, binary or too long question
     ├── PackError                  2  a product pack is wrong: file, key, remedy
     ├── NotInstalledError          3  a file, model, pack or conversation is not there
     ├── ModelFileError             4  a model file that must not reach llama.cpp
     ├── EnvironmentFault           4  disk, memory, permissions, display, network
     │    ├── DiskFullError
     │    ├── AccessError
     │    └── NetworkError
     ├── StorageError               4  the database
     │    ├── DatabaseNewerError
     │    ├── DatabaseLockedError
     │    └── DatabaseDamagedError
     ├── EngineError                4  the worker process or the model in it failed
     └── CheckFailedError           1  a check ran and its answer is no
"""

from __future__ import annotations

from typing import ClassVar


class SupportbotError(Exception):
    """Base of everything raised on purpose.

    Args:
        message: One sentence: what happened, naming the thing.
        remedy: One sentence: what the reader can do now.
        code: Short stable identifier; the class's own when left out.
        named: What the message names (``path``, ``reason``, a size in ``..._bytes``), for those who say it in another
            language.
    """

    exit_code: ClassVar[int] = 4
    default_code: ClassVar[str] = "error"

    def __init__(
        self, message: str, remedy: str = "", *, code: str | None = None, **named: object
    ) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.code = code or self.default_code
        self.named = named

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()


class UsageError(SupportbotError):
    """The caller asked for something that cannot be."""

    exit_code = 2
    default_code = "usage"


class QuestionError(UsageError):
    """A question that cannot be answered as it stands: empty, binary or too long."""

    default_code = "question"


class PackError(SupportbotError):
    """A product pack is wrong.

    Args:
        file: The file inside the pack, relative to its root.
        key: The key or line in that file.
        problem: What is wrong with it.
        remedy: What to write instead.
    """

    exit_code = 2
    default_code = "pack"

    def __init__(self, file: str, key: str, problem: str, remedy: str) -> None:
        where = f"{file}: {key}" if key else file
        super().__init__(f"{where}: {problem}", remedy)
        self.file = file
        self.key = key
        self.problem = problem

    def __str__(self) -> str:
        end = "" if self.message.endswith((".", "!", "?")) else "."
        return f"{self.message}{end} {self.remedy}".strip()


class NotInstalledError(SupportbotError):
    """A file, model, pack or conversation is not there."""

    exit_code = 3
    default_code = "not_installed"


class ModelFileError(SupportbotError):
    """A model file that must not reach llama.cpp.

    Args:
        path: The file.
        fault: What is wrong with it, without the path.
        remedy: What to do.
        code: One code per kind of fault (see ``supportbot.models.gguf``).
    """

    default_code = "model_file"

    def __init__(self, path: object, fault: str, remedy: str, *, code: str) -> None:
        super().__init__(f"The model file {path} {fault}.", remedy, code=code, path=path)
        self.path = str(path)
        self.fault = fault


class EnvironmentFault(SupportbotError):  # noqa: N818 - EnvironmentError is a builtin
    """The machine lacks something: disk, memory, permission, display, network."""

    default_code = "environment"


class DiskFullError(EnvironmentFault):
    """No space left where something must be written."""

    default_code = "disk_full"


class AccessError(EnvironmentFault):
    """A file or folder may not be read or written."""

    default_code = "access"


class NetworkError(EnvironmentFault):
    """The network or a server on it failed."""

    default_code = "network"


class StorageError(SupportbotError):
    """The local database failed."""

    default_code = "storage"


class DatabaseNewerError(StorageError):
    """The database was written by a newer supportbot."""

    default_code = "database_newer"


class DatabaseLockedError(StorageError):
    """Another process holds the database."""

    default_code = "database_locked"


class DatabaseDamagedError(StorageError):
    """The database file is damaged."""

    default_code = "database_damaged"


class EngineError(SupportbotError):
    """The worker process or the model in it failed."""

    default_code = "engine"


class CheckFailedError(SupportbotError):
    """A check ran and its answer is no."""

    exit_code = 1
    default_code = "check_failed"
