"""Files named on the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportbot.cli.files import check_target, host_context, read_json, write_text
from supportbot.errors import AccessError, DiskFullError, NotInstalledError, UsageError


def test_the_hosts_context_is_read() -> None:
    context = host_context(
        {
            "customer": {"name": "Ada", "high_value": True, "own_key": [1]},
            "product": {"version": "2"},
            "attempts": 2,
        },
        where="context.json",
    )
    assert context.customer == {"name": "Ada", "high_value": True, "own_key": [1]}
    assert context.product == {"version": "2"}
    assert context.attempts == 2
    assert host_context({}, where="x").attempts == 0


@pytest.mark.parametrize(
    ("document", "key"),
    [
        ({"attempts": -1}, "attempts"),
        ({"attempts": "2"}, "attempts"),
        ({"customer": {"high_value": "yes"}}, "customer.high_value"),
        ({"customr": {}}, "customr"),
        ([], "the document"),
    ],
)
def test_a_wrong_context_names_file_and_key(document: object, key: str) -> None:
    with pytest.raises(UsageError) as caught:
        host_context(document, where="context.json")
    assert f"context.json: {key}" in caught.value.message


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b'{"a": 1\n}}', "line 2"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"[" * 100_000, "JSON"),
        (b"", "JSON"),
    ],
)
def test_what_is_no_json_is_said(tmp_path: Path, content: bytes, message: str) -> None:
    file = tmp_path / "context.json"
    file.write_bytes(content)
    with pytest.raises(UsageError, match=message):
        read_json(file)


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    file = tmp_path / "context.json"
    file.write_text("\ufeff{}", encoding="utf-8")
    assert read_json(file) == {}


@given(st.recursive(st.none() | st.booleans() | st.text(), lambda s: st.lists(s), max_leaves=5))
def test_any_json_document_is_read_as_it_is(
    tmp_path_factory: pytest.TempPathFactory, document: Any
) -> None:
    file = tmp_path_factory.mktemp("json") / "x.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    assert read_json(file) == document


def test_missing_and_forbidden_files(unprivileged: Any) -> None:
    folder, rights = unprivileged
    secret = folder / "secret.json"
    secret.write_text("{}")
    secret.chmod(0)
    with pytest.raises(NotInstalledError):
        read_json(folder / "nope.json")
    with rights(), pytest.raises(AccessError):
        read_json(secret)
    with rights(), pytest.raises(AccessError):
        write_text(folder / "new.txt", "text")


def test_writing_is_whole_and_spares_devices(tmp_path: Path) -> None:
    write_text(tmp_path / "page.html", "ä")
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == "ä"
    with pytest.raises(NotInstalledError, match="no folder"):
        write_text(tmp_path / "nope" / "page.html", "x")
    if Path("/dev/full").exists():
        with pytest.raises(DiskFullError):
            write_text(Path("/dev/full"), "x" * 100_000)
        assert Path("/dev/full").is_char_device()


def test_a_target_is_refused_before_the_work(tmp_path: Path, unprivileged: Any) -> None:
    check_target(tmp_path / "new.html")
    with pytest.raises(UsageError, match="folder, not a file"):
        check_target(tmp_path)
    folder, rights = unprivileged
    folder.chmod(0o555)
    with rights(), pytest.raises(AccessError, match=r"new\.html"):
        check_target(folder / "new.html")
