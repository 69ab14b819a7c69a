"""Writes wheels that carry a file, for a pip that may reach no index."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

NAME = "tinymodel-1.0-py3-none-any.whl"
MEMBER = "tinymodel/tiny.gguf"
_INFO = "tinymodel-1.0.dist-info"


def wheel_of(
    payload: bytes, *, member: str = MEMBER, compression: int = zipfile.ZIP_DEFLATED
) -> bytes:
    """A wheel that pip takes; the same bytes for the same payload."""
    files = {
        member: payload,
        f"{_INFO}/METADATA": b"Metadata-Version: 2.1\nName: tinymodel\nVersion: 1.0\n",
        f"{_INFO}/WHEEL": b"Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{_INFO}/RECORD": b"",
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, date_time=(2026, 1, 1, 0, 0, 0))
            entry.compress_type = compression
            archive.writestr(entry, data)
    return buffer.getvalue()


def offer(monkeypatch: pytest.MonkeyPatch, folder: Path, wheel: bytes | None) -> None:
    """Make pip find this wheel and nothing else; ``None``: nothing at all."""
    folder.mkdir(exist_ok=True)
    if wheel is not None:
        (folder / NAME).write_bytes(wheel)
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
