"""Days and times as people say them, in the reader's language and clock."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

_WEEK = 7


def now_here() -> dt.datetime:
    """The time in the reader's zone."""
    return dt.datetime.now().astimezone()


def day_title(when: dt.datetime, now: dt.datetime) -> str:
    """The day that a group of conversations is under, as a heading; both times in the reader's zone."""
    translate = QCoreApplication.translate
    ago = (now.date() - when.date()).days
    if ago <= 0:
        return translate("Days", "Today")
    if ago == 1:
        return translate("Days", "Yesterday")
    if ago < _WEEK:
        return _heading(QLocale().standaloneDayName(when.isoweekday()))
    if when.year == now.year:
        return _date(when, translate("Days", "d MMMM", "format of a date in this year"))
    return full_date(when)


def full_date(when: dt.date) -> str:
    """A date with its year, the month in words."""
    pattern = QCoreApplication.translate("Days", "d MMMM yyyy", "format of a date in another year")
    return _date(when, pattern)


def clock_time(when: dt.datetime) -> str:
    """The time of the day."""
    short = QLocale.FormatType.ShortFormat
    return QLocale().toString(QTime(when.hour, when.minute), short)


def short_date(when: dt.datetime, now: dt.datetime) -> str:
    """The time of today, the day of the last week as the list's headings name it, else the date, as short as can be."""
    translate = QCoreApplication.translate
    ago = (now.date() - when.date()).days
    if ago <= 0:
        return clock_time(when)
    if ago < _WEEK:
        return day_title(when, now)
    if when.year == now.year:
        return _date(when, translate("Days", "d MMM", "format of a short date in this year"))
    return _date(when, translate("Days", "d MMM yyyy", "format of a short date in another year"))


def _heading(text: str) -> str:
    """With a capital letter, where its script has them."""
    return text[:1].upper() + text[1:]


def _date(when: dt.date, pattern: str) -> str:
    return QLocale().toString(QDate(when.year, when.month, when.day), pattern)
