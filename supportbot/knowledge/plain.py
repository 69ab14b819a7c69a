"""Markdown to plain text, for reading words out of it.

Owns which characters of a page are marks and which are words. Every word a reader sees is kept: where it is not
certain that something is a mark, it stays. Takes time in proportion to the text, whatever is in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from html.entities import html5
from itertools import combinations

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")
_CONTAINER = re.compile(r"[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))[ \t]*(?:\[[ xX]\][ \t]+)?")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+(.*?))??(?:[ \t]+#+)?[ \t]*")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*")
_RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_TARGET = r"(?:<[^<>\n]*>|(?:[^()\s<]|\([^()\s]*\))(?:[^()\s]|\([^()\s]*\))*)?"
_LINK = re.compile(rf"""!?\[([^\[\]]*)\]\([ \n]*{_TARGET}(?:[ \n]+(?:"[^"]*"|'[^']*'))?[ \n]*\)""")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_RUN = re.compile(r"\*+|_+|~+")
_MARKED = re.compile(r"[^\W_]+(?:[*_~]+[^\W_]+)+")
_SPACE = re.compile(r"\s+")
# Punctuation that is no mark (escaped, or in code) waits out of reach while marks are taken away.
_PUNCTUATION = [c for c in map(chr, range(0x21, 0x7F)) if not c.isalnum()]
_SHELTER = 0x10F000
_SHELTERED = {ord(c): chr(_SHELTER + ord(c)) for c in _PUNCTUATION}
_RELEASED = {_SHELTER + ord(c): c for c in _PUNCTUATION}
_STRIKE = 2
_MOST_PARTS = 8


@dataclass(slots=True)
class Section:
    """A heading and what stands under it, up to the next heading.

    Attributes:
        heading: Plain text; empty for what stands before the first heading.
        blocks: Paragraphs, list items and lines of code, each plain text on one line.
        pointers: The same of blocks that are nothing but a link: they tell of another page, not of this one.
        readings: Words with marks in them, as one word, several, or in between: who shows the page decides.
    """

    heading: str = ""
    blocks: list[str] = field(default_factory=list)
    pointers: list[str] = field(default_factory=list)
    readings: list[str] = field(default_factory=list)


def sections_of(markdown: str) -> list[Section]:
    """The sections of a page, the part before its first heading first, even if empty."""
    return _Reader().read(markdown)


def inline_text(markdown: str) -> str:
    """A paragraph or heading without its marks, on one line."""
    text = _ESCAPE.sub(lambda found: _shelter(found[1]), markdown)
    text = _CODE.sub(lambda found: _shelter(found[2]), text)
    text = _LINK.sub(r"\1", text)
    # A picture in a link is a link in a link's words.
    text = _ENTITY.sub(_character, _LINK.sub(r"\1", text))
    return _SPACE.sub(" ", _without_emphasis(text).translate(_RELEASED)).strip()


class _Reader:
    """One pass over the lines of a page."""

    def __init__(self) -> None:
        self._sections = [Section()]
        self._paragraph: list[str] = []
        self._fence = ""

    def read(self, markdown: str) -> list[Section]:
        for line in markdown.split("\n"):
            if self._fence:
                self._code(line)
            elif opened := _FENCE.fullmatch(line):
                self._end()
                self._fence = opened[1]
            else:
                self._line(line)
        self._end()
        return self._sections

    def _code(self, line: str) -> None:
        stripped = line.strip()
        if stripped and not stripped.strip(self._fence[0]) and len(stripped) >= len(self._fence):
            self._fence = ""
        elif stripped:
            self._add(_SPACE.sub(" ", stripped))

    def _line(self, line: str) -> None:
        if self._paragraph and _UNDERLINE.fullmatch(line):
            self._begin(" ".join(self._paragraph))
            self._paragraph = []
            return
        if found := _HEADING.fullmatch(line):
            self._end()
            self._begin(found[1] or "")
            return
        if not line.strip() or _RULE.fullmatch(line):
            self._end()
            return
        at = 0
        while found := _CONTAINER.match(line, at):
            self._end()
            at = found.end()
        rest = line[at:]
        if "|" in rest and _TABLE_RULE.fullmatch(rest):
            return
        self._paragraph.append(rest.strip())
        if rest.lstrip().startswith("|"):
            self._end()

    def _begin(self, heading: str) -> None:
        self._sections.append(Section(inline_text(heading)))
        self._read_both_ways(heading)

    def _end(self) -> None:
        if self._paragraph:
            block = "\n".join(self._paragraph)
            self._add(inline_text(block), pointer=_LINK.fullmatch(block.rstrip(" .")) is not None)
            self._read_both_ways(block)
            self._paragraph = []

    def _read_both_ways(self, block: str) -> None:
        for found in _MARKED.findall(block):
            parts = _RUN.sub(" ", found).split()[:_MOST_PARTS]
            pairs = combinations(range(len(parts) + 1), 2)
            self._sections[-1].readings += ["".join(parts[one:other]) for one, other in pairs]

    def _add(self, block: str, *, pointer: bool = False) -> None:
        section = self._sections[-1]
        if block:
            (section.pointers if pointer else section.blocks).append(block)


def _shelter(text: str) -> str:
    return text.translate(_SHELTERED)


def _character(entity: re.Match[str]) -> str:
    """What ``&name;`` stands for; what is no such name stays as it is."""
    text = entity[0]
    known = text[1] == "#" or text[1:] in html5
    return _shelter(unescape(text)) if known else text


def _without_emphasis(text: str) -> str:
    """``text`` without the runs of stars, underscores and tildes that belong together in twos."""
    open_: dict[str, list[tuple[int, int]]] = {}
    gone: list[tuple[int, int]] = []
    for found in _RUN.finditer(text):
        run, (start, end) = found[0], found.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        if run[0] == "~" and len(run) > _STRIKE:
            continue
        word = run[0] == "_" and before.isalnum() and after.isalnum()
        waiting = open_.setdefault(run, [])
        if waiting and before.strip() and not word:
            gone += [waiting.pop(), (start, end)]
        elif after.strip() and not (run[0] == "_" and before.isalnum()):
            waiting.append((start, end))
    kept, at = [], 0
    for start, end in sorted(gone):
        kept.append(text[at:start])
        at = end
    return "".join((*kept, text[at:]))
