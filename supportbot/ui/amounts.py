"""Bytes, speeds and durations as people say them, in the reader's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from supportbot.ui.wording import counted, number

_STEP = 1000
_MINUTE_S, _HOUR_S = 60, 3600
# Below this many, a number has one decimal: 2.3 GB, and 98 MB.
_EXACT_BELOW = 10


def size(size_bytes: int) -> str:
    """A size, in the unit that suits it: "98 MB"."""
    unit = _unit(size_bytes)
    return _with_unit(_number(size_bytes, unit), unit)


def at_least(size_bytes: int) -> str:
    """A size that is never said smaller than it is."""
    unit = _unit(size_bytes)
    step = _STEP ** (unit + 1) // 10 ** _decimals(size_bytes, unit)
    return size(-(-size_bytes // step) * step)


def part_of(done_bytes: int, total_bytes: int) -> str:
    """How much of a size, both in the unit of the whole: "0.9 of 2.3 GB"."""
    unit = _unit(total_bytes)
    both = QCoreApplication.translate("Amounts", "%1 of %2")
    decimals = _decimals(total_bytes, unit)
    both = both.replace("%1", _number(min(done_bytes, total_bytes), unit, decimals))
    return _with_unit(both.replace("%2", _number(total_bytes, unit, decimals)), unit)


def speed(bytes_s: float) -> str:
    """A speed: "11 MB/s"."""
    told = QCoreApplication.translate("Amounts", "%1/s", "a size each second")
    return told.replace("%1", size(round(bytes_s)))


def time_left(seconds: float) -> str:
    """How long something still takes, no more exactly than is known: "About 2 minutes left"."""
    translate = QCoreApplication.translate
    if seconds < _MINUTE_S:
        return translate("Amounts", "Less than a minute left")
    if seconds < 1.5 * _MINUTE_S:
        return translate("Amounts", "About a minute left")
    if seconds < 59.5 * _MINUTE_S:
        return counted.tr("About %Ln minutes left", "", round(seconds / _MINUTE_S))
    if seconds < 1.5 * _HOUR_S:
        return translate("Amounts", "About an hour left")
    if seconds < 24 * _HOUR_S:
        return counted.tr("About %Ln hours left", "", round(seconds / _HOUR_S))
    return translate("Amounts", "More than a day left")


def percent(share: float) -> str:
    """A share of one: "125%"."""
    told = QCoreApplication.translate("Amounts", "%1%", "a percentage, as the language writes it")
    return told.replace("%1", number(round(share * 100)))


def _unit(size_bytes: int) -> int:
    """0 for kB, 1 for MB, 2 for GB, so that a thousand of one is said as one of the next."""
    return next((unit for unit in (0, 1) if round(size_bytes / _STEP ** (unit + 1)) < _STEP), 2)


def _decimals(size_bytes: int, unit: int) -> int:
    return 1 if unit and size_bytes / _STEP ** (unit + 1) < _EXACT_BELOW else 0


def _number(size_bytes: int, unit: int, decimals: int | None = None) -> str:
    if decimals is None:
        decimals = _decimals(size_bytes, unit)
    return QLocale().toString(size_bytes / _STEP ** (unit + 1), "f", decimals)


def _with_unit(number: str, unit: int) -> str:
    translate = QCoreApplication.translate
    forms = (
        translate("Amounts", "%1 kB"),
        translate("Amounts", "%1 MB"),
        translate("Amounts", "%1 GB"),
    )
    return forms[unit].replace("%1", number)
