"""The parts this program is made of, and the licence of each in full, read from what is installed. Knows no Qt.

Python packages bring their licences with them; those of the parts that do not (Qt, llama.cpp, Python itself) stand in
``licence_texts``. A pack may bring its model's as ``licences/ID.txt``. Everything here reads files and may block.
"""

from __future__ import annotations

import importlib.metadata
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from supportbot import __version__
from supportbot.quality.preflight import PACKAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from supportbot.product.pack import ProductPack

TEXTS = Path(__file__).with_name("licence_texts")
_QT = ("pyside6-essentials", "shiboken6")
_LICENCE_FILE = re.compile(r"(?:licen[cs]e|copying|notice)[^/]*", re.IGNORECASE)
_REQUIRED = re.compile(r"[A-Za-z0-9._-]+")
_CLASSIFIER = "License :: "
# From so many characters on a line is full, and the next one goes on with its sentence.
_FULL_LINE = 58
_COLUMNS = re.compile(r"\S {3,}\S")
_ITEM = re.compile(r"\s*(?:[-*•]|\(?\w{1,3}[.)])\s|\W*$")  # or a line that is drawn


@dataclass(frozen=True, slots=True)
class Part:
    """A part that is shipped.

    Attributes:
        name: What it is called.
        licence: Its licence, as SPDX writes it where the part itself does.
        files: Where that stands in full.
        package: The Python package that brings it.
        kind: Whether it is this program itself, or a model.
    """

    name: str
    licence: str
    files: tuple[Path, ...] = ()
    package: str = ""
    kind: Literal["program", "model", "library"] = "library"


def shipped_parts(pack: ProductPack) -> tuple[Part, ...]:
    """Everything that is shipped: the program, the pack's models, and what they are built on; no fonts are."""
    return (
        Part(f"supportbot {__version__}", "Apache-2.0", _standard("Apache-2.0"), kind="program"),
        *_models(pack),
        Part("Qt, PySide, Shiboken", "LGPL-3.0", _standard("LGPL-3.0", "GPL-3.0")),
        Part("llama.cpp", "MIT", _standard("llama.cpp")),
        Part("Python", "PSF-2.0", _standard("Python")),
        *(_package(one) for one in installed_packages()),
    )


def installed_packages() -> Iterator[importlib.metadata.Distribution]:
    """The packages the program needs, and those they need in turn, by name; Qt is a part of its own."""
    found: dict[str, importlib.metadata.Distribution] = {}
    wanted = [_normal(name) for name in PACKAGES]
    missing: set[str] = set(_QT)
    while wanted:
        name = wanted.pop()
        if name in found or name in missing:
            continue
        try:
            found[name] = importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError:  # another system's, or another Python's
            missing.add(name)
            continue
        for required in found[name].requires or ():
            named = _REQUIRED.match(required)
            if named is not None and "extra ==" not in required:
                wanted.append(_normal(named.group()))
    for _, package in sorted(found.items()):
        yield package


def licence_files(package: importlib.metadata.Distribution) -> tuple[Path, ...]:
    """The licences a package brings: its own, and of what it took over from others, each once."""
    named = [one for one in package.files or () if _LICENCE_FILE.fullmatch(one.name)]
    named.sort(key=lambda one: (".dist-info" not in str(one), len(one.parts), str(one)))
    found: dict[bytes, Path] = {}
    for one in named:
        path = Path(str(one.locate()))
        if path.suffix != ".py" and path.is_file():
            found.setdefault(path.read_bytes(), path)
    return tuple(found.values())


def licence_text(part: Part) -> str:
    """A part's licence in full, to be read in lines of any width; empty when it is not on this computer."""
    files = part.files
    if part.package:
        files = licence_files(importlib.metadata.distribution(part.package))
    texts = (file.read_text(encoding="utf-8", errors="replace") for file in files)
    return "\n\n\n".join(unwrapped(text).strip("\n") for text in texts)


def unwrapped(text: str) -> str:
    """A text whose sentences were broken into lines of one width, without these breaks and indents; no word is changed."""
    lines: list[str] = []
    before = ""
    for line in text.replace("\f", "").splitlines():
        if _goes_on(before, line):
            lines[-1] += f" {line.strip()}"
        else:
            lines.append(line.rstrip() if _COLUMNS.search(line.strip()) else line.strip())
        before = line.rstrip()
    return "\n".join(lines)


def _goes_on(before: str, line: str) -> bool:
    if len(before) < _FULL_LINE or _ITEM.match(line):
        return False
    return not (_COLUMNS.search(before.strip()) or _COLUMNS.search(line.strip()))


def _models(pack: ProductPack) -> Iterator[Part]:
    generator = pack.product.models.generator
    if generator is None:
        return
    named = [(generator.filename, generator.license)]
    named += [(one.file, one.license) for one in generator.adapters if one.license]
    for file, licence in named:
        name = file.rpartition("/")[2].removesuffix(".gguf")
        own = pack.root / "licences" / f"{licence}.txt"
        yield Part(name, licence, (own,) if own.is_file() else _standard(licence), kind="model")


def _package(package: importlib.metadata.Distribution) -> Part:
    name = package.metadata["Name"]
    return Part(f"{name} {package.version}", _licence_of(package), package=name)


def _licence_of(package: importlib.metadata.Distribution) -> str:
    about = package.metadata
    for key in ("License-Expression", "License"):
        said = " ".join(" ".join(about.get_all(key) or ()).split())
        if said and len(said) < 80:  # some put the whole text there
            return said
    classified: Iterable[str] = about.get_all("Classifier") or ()
    return next(
        (one.rpartition(" :: ")[2] for one in classified if one.startswith(_CLASSIFIER)), ""
    )


def _standard(*names: str) -> tuple[Path, ...]:
    files = (TEXTS / f"{name}.txt" for name in names)
    return tuple(file for file in files if file.parent == TEXTS and file.is_file())


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
