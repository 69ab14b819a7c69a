"""Why a file was not saved, in plain words, with what to do: never the system's."""

from __future__ import annotations

import errno
import os

import pytest

from supportbot.errors import DatabaseLockedError, DiskFullError
from supportbot.paths import fault_from, write_atomically
from supportbot.ui.saving_words import not_saved

FILE = "question.eml"


def fault(number, path):
    return fault_from(OSError(number, os.strerror(number)), path, "The file {} cannot be written.")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOENT, "The folder {} is not there any more. Connect the drive it is on, or choose another folder."),
        (errno.ENOTDIR, "The folder {} is not there any more. Connect the drive it is on, or choose another folder."),
        (errno.EACCES, "You may not save in the folder {}, or another program is using the file. Choose another folder."),
        (errno.EROFS, "The folder {} can only be read. Choose another folder."),
        (errno.ENOSPC, "There is no room left in the folder {}. Free some space, or choose another folder."),
        (errno.EISDIR, "A file cannot be called question.eml here. Choose another name."),
        (errno.EIO, "The folder {} cannot be written to. Choose another folder."),
    ],
)  # fmt: skip
def test_every_cause_has_its_sentence(tmp_path, number, said):
    told = not_saved(fault(number, tmp_path / FILE), tmp_path / FILE)
    assert told == said.format(tmp_path)
    assert os.strerror(number).lower() not in told.lower()


def test_a_folder_that_is_gone_is_told_as_it_happens(tmp_path):
    path = tmp_path / "gone" / FILE
    with pytest.raises(Exception, match="cannot be written") as caught:
        write_atomically(path, b"")
    assert "is not there any more" in not_saved(caught.value, path)


@pytest.mark.parametrize("kind", [DatabaseLockedError, DiskFullError])
def test_what_is_not_about_the_file_is_told_as_ever(tmp_path, kind):
    told = not_saved(kind("", path=tmp_path / "history.sqlite3"), tmp_path / FILE)
    assert "history.sqlite3" in told
