"""Reading the files of a pack, which somebody else wrote.

Owns what holds for every file before anyone looks inside: it lies in the pack, is an ordinary file of sane size and is
text. Knows no key and no schema; must not follow a link that leaves the pack.
"""

from __future__ import annotations

import json
import os
import re
import stat
from typing import TYPE_CHECKING, Any

import tomli

from supportbot.errors import PackError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KILOBYTE = 1024
TOML_BYTES = 1024 * KILOBYTE
PAGE_BYTES = 128 * KILOBYTE
LOGO_BYTES = 64 * KILOBYTE
ROWS_BYTES = 8 * 1024 * KILOBYTE
MAX_PAGES = 2000
FENCE = "+++"


class PackFolder:
    """A pack's folder, read with suspicion.

    Args:
        root: The folder.

    Raises:
        PackError: It is missing, no folder, or may not be read.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        try:
            self._real = root.resolve(strict=True)
            if not self._real.is_dir():
                raise PackError(
                    str(root),
                    "",
                    "is a file, not a folder",
                    "Name the folder that holds product.toml.",
                )
            os.listdir(self._real)  # noqa: PTH208 - only to learn whether we may
        except FileNotFoundError as err:
            raise PackError(str(root), "", "there is no such folder", "Check the path.") from err
        except (OSError, RuntimeError, ValueError) as err:
            raise PackError(
                str(root),
                "",
                f"the folder cannot be read ({_reason(err)})",
                "Check the path and its permissions.",
            ) from err

    def locate(self, name: str) -> Path:
        """The ordinary file called ``name``.

        Raises:
            PackError: It is missing, no ordinary file, or lies outside the pack.
        """
        path = self.root / name
        try:
            real = path.resolve(strict=True)
            kind = real.stat().st_mode
        except FileNotFoundError as err:
            raise PackError(name, "", "the file is missing", "Add the file to the pack.") from err
        except (OSError, RuntimeError, ValueError) as err:
            raise PackError(
                name,
                "",
                f"the file cannot be read ({_reason(err)})",
                "Check the file and its permissions.",
            ) from err
        if not real.is_relative_to(self._real):
            raise PackError(
                name, "", "the link leads out of the pack", "Copy the file into the pack."
            )
        if not stat.S_ISREG(kind):
            raise PackError(
                name, "", "is not an ordinary file", "Put an ordinary file in its place."
            )
        return real

    def read_bytes(self, name: str, limit: int) -> bytes:
        """The bytes of ``name``, at most ``limit``."""
        path = self.locate(name)
        try:
            with path.open("rb") as file:
                data = file.read(limit + 1)
        except OSError as err:
            raise PackError(
                name,
                "",
                f"the file cannot be read ({_reason(err)})",
                "Check the file and its permissions.",
            ) from err
        if len(data) > limit:
            raise PackError(
                name,
                "",
                f"the file is larger than {limit // KILOBYTE} KB",
                "Shorten or split the file.",
            )
        return data

    def read_text(self, name: str, limit: int) -> str:
        """The UTF-8 text of ``name``, with line feeds alone."""
        data = self.read_bytes(name, limit)
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as err:
            line = data.count(b"\n", 0, err.start) + 1
            raise PackError(
                name, f"line {line}", "the file is not UTF-8 text", "Save it as UTF-8."
            ) from err
        return text.replace("\r\n", "\n")

    def read_toml(self, name: str) -> dict[str, Any]:
        """The TOML document ``name``."""
        return parse_toml(name, self.read_text(name, TOML_BYTES))

    def read_page(self, name: str) -> tuple[dict[str, Any], str]:
        """Front matter and body of a help page: TOML between two ``+++`` lines, then Markdown."""
        text = self.read_text(name, PAGE_BYTES)
        opening, _, rest = text.partition("\n")
        front, fence, body = rest.partition(f"\n{FENCE}\n")
        if opening.rstrip() != FENCE or not fence:
            raise PackError(
                name,
                "line 1",
                "the page has no front matter",
                f"Begin it with a line {FENCE}, its title, url and updated, and a line {FENCE}.",
            )
        return parse_toml(name, front, first_line=2), body.strip()

    def read_rows(self, name: str) -> Iterator[tuple[int, Any]]:
        """Line number and value of every JSON line; blank lines are skipped.

        Yields:
            The value, or the ``PackError`` of that line.
        """
        for number, line in enumerate(self.read_text(name, ROWS_BYTES).split("\n"), start=1):
            if not line.strip():
                continue
            try:
                yield number, json.loads(line)
            except (ValueError, RecursionError) as err:
                what = getattr(err, "msg", "nested too deeply")
                yield (
                    number,
                    PackError(
                        name,
                        f"line {number}",
                        f"is not JSON ({what})",
                        "Write one JSON object a line.",
                    ),
                )

    def pages(self) -> list[str]:
        """The names of the help pages (``docs/NAME.md``), sorted."""
        folder = self.root / "docs"
        try:
            if not folder.resolve(strict=True).is_relative_to(self._real):
                raise PackError(
                    "docs", "", "the link leads out of the pack", "Copy the pages into the pack."
                )
            names = sorted(entry.name for entry in folder.iterdir() if entry.suffix == ".md")
        except (OSError, RuntimeError) as err:
            raise PackError(
                "docs",
                "",
                f"the folder of help pages cannot be read ({_reason(err)})",
                "Add a folder docs to the pack.",
            ) from err
        if len(names) > MAX_PAGES:
            raise PackError("docs", "", f"holds more than {MAX_PAGES} pages", "Split the pack.")
        return [f"docs/{name}" for name in names]


def parse_toml(name: str, text: str, *, first_line: int = 1) -> dict[str, Any]:
    """The TOML document ``text``, which begins at line ``first_line`` of the file ``name``.

    Raises:
        PackError: It is not TOML; the key names the line.
    """
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as err:
        problem, _, place = str(err).partition(" (at ")
        named = re.match(r"line (\d+)", place)  # or "end of document"
        line = int(named[1]) if named else text.count("\n") + 1
        key = f"line {line + first_line - 1}"
        raise PackError(
            name, key, f"is not TOML: {problem[:1].lower()}{problem[1:]}", "Correct that line."
        ) from err
    except RecursionError as err:
        raise PackError(name, "", "is not TOML: nested too deeply", "Flatten it.") from err


def _reason(err: Exception) -> str:
    return (getattr(err, "strerror", None) or str(err) or type(err).__name__).lower()
