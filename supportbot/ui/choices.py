"""What can be chosen in the settings, in words. Testable without a window.

A value that is in force is always among the choices, even one that was written into the file by hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from supportbot.ui.amounts import percent
from supportbot.ui.languages import shipped_languages
from supportbot.ui.wording import counted, number

if TYPE_CHECKING:
    from collections.abc import Sequence

translate = QCoreApplication.translate
_SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)
_DAYS = (0, 7, 30, 90, 365)


@dataclass(frozen=True, slots=True)
class Option:
    """A value and what it is called."""

    value: object
    title: str


def languages(current: str) -> tuple[Option, ...]:
    """The system's language and those that are shipped."""
    found = [Option("system", translate("Choices", "System language"))]
    found += [Option(code, name) for code, name in shipped_languages()]
    return _with(found, current, current)


def themes() -> tuple[Option, ...]:
    """Like the system, light, dark."""
    return (
        Option("system", translate("Choices", "System")),
        Option("light", translate("Choices", "Light")),
        Option("dark", translate("Choices", "Dark")),
    )


def text_sizes(current: float) -> tuple[Option, ...]:
    """From 100 to 200 %."""
    return _with([Option(scale, percent(scale)) for scale in _SCALES], current, percent(current))


def retentions(current: int, of_pack: int) -> tuple[Option, ...]:
    """How long conversations are kept, in days; 0 keeps them until they are erased."""
    return tuple(Option(days, days_line(days)) for days in sorted({*_DAYS, current, of_pack}))


def devices() -> tuple[Option, ...]:
    """Where the model runs."""
    return (
        Option("auto", translate("Choices", "Automatic")),
        Option("cpu", translate("Choices", "Processor")),
        Option("gpu", translate("Choices", "Graphics")),
    )


def memory_modes() -> tuple[Option, ...]:
    """How the model's weights are held."""
    return (
        Option("auto", translate("Choices", "Automatic")),
        Option("mapped", translate("Choices", "Low")),
        Option("repacked", translate("Choices", "Fast")),
    )


def thread_counts(current: int | None, cores: int, most: int) -> tuple[Option, ...]:
    """How many threads write an answer; ``None`` takes one for each physical core.

    Args:
        current: What is in force.
        cores: What ``None`` comes to on this computer.
        most: How many threads the processor can run at once.
    """
    counts = sorted({1, 2, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, most})
    automatic = translate("Choices", "Automatic (%1)").replace("%1", number(cores))
    found = [Option(None, automatic), *(Option(n, number(n)) for n in counts if n <= most)]
    return _with(found, current, number(current) if current is not None else "")


def days_line(days: int) -> str:
    """A time to keep things for."""
    if days == 0:
        return translate("Choices", "Until I erase them")
    if days == 365:
        return translate("Choices", "1 year")
    if days == 1:
        return translate("Choices", "1 day")
    return counted.tr("%Ln days", "", days)


def _with(found: Sequence[Option], current: object, title: str) -> tuple[Option, ...]:
    if any(one.value == current for one in found):
        return tuple(found)
    return (*found, Option(current, title))
