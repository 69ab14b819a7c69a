"""Preflight checks: can this machine run the helper, and if not, what to do about it.

Each check takes what was found and says one thing about it. What has to be looked up is looked up by
``supportbot.quality.preflight``; nothing here changes anything, and no secret leaves (``without_secrets``).
"""

from __future__ import annotations

import os
import re
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Literal

from supportbot.contracts import NO_GENERATOR
from supportbot.models.states import ModelState

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from supportbot.contracts import Device
    from supportbot.errors import SupportbotError
    from supportbot.models.states import ModelStatus

Verdict = Literal["ok", "warn", "fail"]

PROXY_VARIABLES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")
CA_VARIABLES = ("SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "PIP_CERT")
WINDOW_PACKAGE = "PySide6-Essentials"

# Beside the model: worker, states of conversations (500 MB at most) and some room to write.
MEMORY_FACTOR, MEMORY_BASE_BYTES = 1.25, 300_000_000
DISK_BASE_BYTES = 600_000_000
_UNITS = 1e9
_SCHEME = re.compile(r"(https?|socks[45][ah]?)://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Check:
    """What was looked at, how it stands, what was found, and what to do if it is not well."""

    name: str
    status: Verdict
    detail: str
    remedy: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The check as plain values."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Devices:
    """What llama.cpp can run on here: the processor code it chose, and graphics processors."""

    variant: str
    gpus: tuple[str, ...]


def worst(checks: Sequence[Check]) -> Verdict:
    """The verdict on all of them together."""
    found = {check.status for check in checks}
    return "fail" if "fail" in found else "warn" if "warn" in found else "ok"


def failed(name: str, error: SupportbotError) -> Check:
    """A check that could not be made, because of this."""
    return Check(name, "fail", error.message, error.remedy)


def check_packages(versions: Mapping[str, str | None]) -> list[Check]:
    """Whether the packages that are needed are there; without the one for the window there is no window."""
    told = ", ".join(f"{name} {version}" for name, version in versions.items() if version)
    missing = [name for name, version in versions.items() if version is None]
    if not missing:
        return [Check("packages", "ok", told)]
    status: Verdict = "warn" if missing == [WINDOW_PACKAGE] else "fail"
    remedy = f"Install what is missing: pip install {' '.join(missing)}"
    return [Check("packages", status, f"missing: {', '.join(missing)}", remedy)]


def check_processor(name: str, cores: int, features: Sequence[str] | None) -> list[Check]:
    """Whether the processor knows the instructions that every build needs."""
    known = "features unknown" if features is None else " ".join(features) or "no vector features"
    detail = f"{name}, {cores} core{'s' if cores != 1 else ''}, {known}"
    needed = {"sse4_2", "asimd", "neon"}  # of x86, and of ARM under its two names
    if features is not None and not needed & set(features):
        remedy = "A 64-bit processor of 2009 or later is needed to run the model."
        return [Check("processor", "fail", detail, remedy)]
    if cores < 2:
        return [Check("processor", "warn", detail, "Answers will be slow on a single core.")]
    return [Check("processor", "ok", detail)]


def check_devices(devices: Devices | None, wanted: Device) -> list[Check]:
    """Whether llama.cpp loads here, and on what it can run."""
    if devices is None:
        remedy = "Install it again: pip install --force-reinstall llama-cpp-python"
        return [Check("devices", "fail", "llama.cpp cannot be loaded here", remedy)]
    detail = f"cpu ({devices.variant})" + "".join(f", gpu ({name})" for name in devices.gpus)
    if wanted == "gpu" and not devices.gpus:
        remedy = "The processor is used instead; choose --device auto."
        return [Check("devices", "warn", f"{detail}; no usable gpu", remedy)]
    return [Check("devices", "ok", detail)]


def memory_needed(model_bytes: int) -> int:
    """About how many bytes of memory a model of that size takes while it answers."""
    return int(model_bytes * MEMORY_FACTOR) + MEMORY_BASE_BYTES


def check_memory(available_bytes: int, total_bytes: int, model_bytes: int | None) -> list[Check]:
    """Whether the model fits into memory that is free, or at least into the machine."""
    detail = f"{_size(available_bytes)} of {_size(total_bytes)} free"
    if model_bytes is None:
        return [Check("memory", "ok", detail)]
    needed = memory_needed(model_bytes)
    detail += f", about {_size(needed)} needed"
    if total_bytes < needed:
        remedy = "Use a smaller model or a computer with more memory."
        return [Check("memory", "fail", detail, remedy)]
    if available_bytes < needed:
        return [Check("memory", "warn", detail, "Close other programs before you ask.")]
    return [Check("memory", "ok", detail)]


def check_disk(folder: Path, free_bytes: int, missing_bytes: int) -> list[Check]:
    """Whether there is room for what is still to be installed (``missing_bytes``) and to write."""
    # An installation holds the package and the file out of it at the same time.
    needed = 2 * missing_bytes + DISK_BASE_BYTES
    detail = f"{_size(free_bytes)} free at {folder}, up to {_size(needed)} needed"
    if free_bytes < 2 * missing_bytes or free_bytes < DISK_BASE_BYTES // 10:
        return [Check("disk", "fail", detail, "Free some space.")]
    if free_bytes < needed:
        return [Check("disk", "warn", detail, "Free some space soon.")]
    return [Check("disk", "ok", detail)]


def check_model(status: ModelStatus) -> list[Check]:
    """Whether the model may answer; without one, rules and verified answers still do."""
    if status.problem is not None and status.problem.code == NO_GENERATOR:
        return [Check("model", "ok", "none: the pack answers from checked answers")]
    if status.problem is not None:
        serious = status.state is ModelState.DAMAGED
        verdict: Verdict = "fail" if serious else "warn"
        return [Check("model", verdict, status.problem.message, status.problem.remedy)]
    detail = f"{status.model_id} at {status.path}: {status.state.value}"
    if status.state is ModelState.VERIFYING:
        detail = f"{status.model_id} at {status.path}: there, not yet verified"
        return [Check("model", "ok", detail, "Run 'supportbot model verify' to read every byte.")]
    return [Check("model", "ok", detail)]


def check_proxy(environment: Mapping[str, str]) -> list[Check]:
    """Which proxy an installation would use."""
    found = _variables(environment, PROXY_VARIABLES)
    told = ", ".join(f"{name}={without_secrets(value)}" for name, value in found.items())
    return [Check("proxy", "ok", told or "none set")]


def check_certificates(environment: Mapping[str, str]) -> list[Check]:
    """Whether the certificate files that the environment names are there."""
    found = _variables(environment, CA_VARIABLES)
    unreadable = [name for name, value in found.items() if not os.access(value, os.R_OK)]
    told = ", ".join(f"{name}={value}" for name, value in found.items())
    if unreadable:
        remedy = f"Correct or remove {', '.join(unreadable)}."
        return [Check("certificates", "warn", f"{told}: cannot be read", remedy)]
    return [Check("certificates", "ok", told or "the system's")]


def network_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """The variables about proxy and certificates that are set, without secrets."""
    return {
        name: without_secrets(value) if name.upper() in PROXY_VARIABLES else value
        for name, value in _variables(environment, PROXY_VARIABLES + CA_VARIABLES).items()
    }


def without_secrets(proxy: str) -> str:
    """A proxy's address without user, password, path and query; lists of hosts stay as they are."""
    found = _SCHEME.match(proxy)
    scheme = found[0] if found else ""
    # From the last @: a password may itself hold @, / or ?.
    _, at, host = proxy[len(scheme) :].rpartition("@")
    host = re.split(r"[/?#]", host, maxsplit=1)[0]
    return f"{scheme}{'***@' if at else ''}{host}"


def _variables(environment: Mapping[str, str], names: Sequence[str]) -> dict[str, str]:
    return {
        name: value
        for wanted in names
        for name in (wanted, wanted.lower())
        if (value := environment.get(name))
    }


def _size(count: int) -> str:
    return f"{count / _UNITS:.1f} GB"
