import logging
import os
import stat
import sys

import pytest

from supportbot.errors import AccessError
from supportbot.log import configure_logging

logger = logging.getLogger("supportbot.test")


@pytest.fixture(autouse=True)
def put_back():
    before = list(logging.getLogger("supportbot").handlers)
    yield
    for handler in logging.getLogger("supportbot").handlers[:]:
        if handler not in before:
            logging.getLogger("supportbot").removeHandler(handler)
            handler.close()


def test_debug_reaches_stderr_and_never_the_file(tmp_path, capsys, logged_warnings):
    file = tmp_path / "log"
    configure_logging("DEBUG", file)
    logger.debug("a customer's words")
    logger.info("started")
    logger.warning("slow")
    said = capsys.readouterr()
    assert "a customer's words" in said.err
    assert said.out == ""
    assert "a customer's words" not in file.read_text()
    assert "started" in file.read_text()
    assert len(logged_warnings) == 1
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_configured_twice_says_it_once(capsys):
    configure_logging("INFO")
    configure_logging("INFO")
    logger.info("once")
    assert capsys.readouterr().err.count("once") == 1


def test_a_level_keeps_the_rest_out(capsys):
    configure_logging(logging.WARNING)
    logger.info("quiet")
    assert capsys.readouterr().err == ""


def test_without_stderr_it_is_silent(monkeypatch):
    monkeypatch.setattr(sys, "stderr", None)
    configure_logging("INFO")
    logger.info("nobody hears")


def test_a_reader_that_went_away_is_no_failure(monkeypatch, capsys):
    reading, writing = os.pipe()
    os.close(reading)
    configure_logging("INFO")
    with os.fdopen(writing, "w", buffering=1) as stream:
        monkeypatch.setattr(sys, "stderr", stream)
        logger.info("nobody reads")
        monkeypatch.undo()
        os.dup2(os.open(os.devnull, os.O_WRONLY), writing)
    assert "Traceback" not in capsys.readouterr().err


def test_a_log_that_cannot_be_written_is_told(tmp_path):
    with pytest.raises(AccessError, match="log"):
        configure_logging("INFO", tmp_path / "missing" / "log")
