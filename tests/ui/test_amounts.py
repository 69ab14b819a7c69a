"""Bytes, speeds and durations in words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale

from supportbot.ui import amounts


@pytest.fixture
def speaking():
    """Sets the reader's language; the one of before comes back."""
    before = QLocale()
    yield lambda language: QLocale.setDefault(QLocale(language))
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "0 kB"),
        (999_499, "999 kB"),
        (999_500, "1.0 MB"),
        (9_940_000, "9.9 MB"),
        (98_362_432, "98 MB"),
        (999_600_000, "1.0 GB"),
        (2_300_000_000, "2.3 GB"),
        (1_234_000_000_000, "1,234 GB"),
    ],
)
def test_sizes(speaking, count, said):
    speaking("en_GB")
    assert amounts.size(count) == said


@pytest.mark.parametrize(
    ("count", "said"), [(3_500_000_000, "3.5 GB"), (3_410_000_000, "3.5 GB"), (12_000_001, "13 MB")]
)
def test_what_is_wanted_is_never_said_smaller_than_it_is(speaking, count, said):
    speaking("en_GB")
    assert amounts.at_least(count) == said


def test_a_part_is_said_in_the_unit_of_the_whole_and_never_exceeds_it(speaking):
    speaking("en_GB")
    assert amounts.part_of(900_000_000, 2_300_000_000) == "0.9 of 2.3 GB"
    assert amounts.part_of(400_000, 98_000_000) == "0 of 98 MB"
    assert amounts.part_of(99_000_000, 98_000_000) == "98 of 98 MB"


def test_numbers_are_written_as_the_reader_writes_them(speaking):
    speaking("de_DE")
    assert amounts.size(2_300_000_000) == "2,3 GB"
    speaking("ar_EG")
    assert amounts.size(2_300_000_000) == "٢٫٣ GB"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "Less than a minute left"),
        (59, "Less than a minute left"),
        (60, "About a minute left"),
        (90, "About 2 minutes left"),
        (3500, "About 58 minutes left"),
        (3590, "About an hour left"),
        (5400, "About 2 hours left"),
        (86_400, "More than a day left"),
    ],
)
def test_time_left(speaking, seconds, said):
    speaking("en_GB")
    assert amounts.time_left(seconds) == said
