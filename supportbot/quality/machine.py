"""The machine numbers were measured on, the memory our processes take, and how repeated numbers are summed up."""

from __future__ import annotations

import os
import platform
import statistics
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Spread:
    """Repeated measurements: median, quartiles, extremes."""

    count: int
    median: float
    lower_quartile: float
    upper_quartile: float
    smallest: float
    largest: float

    @classmethod
    def of(cls, values: Sequence[float]) -> Spread:
        """The spread of at least one value."""
        if len(values) > 1:
            lower, median, upper = statistics.quantiles(values, n=4, method="inclusive")
        else:
            lower = median = upper = values[0]
        return cls(len(values), median, lower, upper, min(values), max(values))

    def describe(self, unit: str, digits: int = 1) -> str:
        """The spread in one phrase."""
        return (
            f"median {self.median:.{digits}f}{unit} (quartiles {self.lower_quartile:.{digits}f} to "
            f"{self.upper_quartile:.{digits}f}, all {self.smallest:.{digits}f} to {self.largest:.{digits}f}, "
            f"n={self.count})"
        )


def machine() -> dict[str, Any]:
    """What the numbers were measured on."""
    return {
        "processor": _processor(),
        "cores": usable_cores(),
        "memory_gib": round(psutil.virtual_memory().total / 2**30, 1),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "load_average": round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None,
    }


def describe_machine(what: dict[str, Any]) -> str:
    """The machine in one line."""
    return (
        f"machine: {what['processor']}, {what['cores']} cores, {what['memory_gib']} GiB, {what['system']}, "
        f"Python {what['python']}, load average {what['load_average']}"
    )


def usable_cores() -> int:
    """Physical cores this process may run on."""
    allowed = (
        len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    )
    return max(1, min(psutil.cpu_count(logical=False) or allowed, allowed))


def memory_bytes(process: psutil.Process | None = None) -> dict[str, int]:
    """Proportional (PSS) and resident memory of a process and all its children."""
    root = process or psutil.Process()
    total = {"pss": 0, "rss": 0, "processes": 0}
    for member in (root, *root.children(recursive=True)):
        try:
            info = member.memory_full_info()
        except psutil.Error:
            continue
        total["pss"] += getattr(info, "pss", info.uss)
        total["rss"] += info.rss
        total["processes"] += 1
    return total


def _processor() -> str:
    try:
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()
