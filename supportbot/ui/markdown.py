"""Markdown that is not yet, or not quite, what it should be. Knows no Qt.

An answer arrives in pieces, and half a mark (``**Arch``) would first be shown as stars and then vanish:
the text would jump. ``closed`` gives each piece the ending it will probably get. A page may have been written
to hurt: ``is_intricate`` finds those that would take a reader minutes to lay out.
"""

from __future__ import annotations

import re

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})", re.MULTILINE)
_LEAF = re.compile(r"^[ \t]*(?:[-*+]|\d{1,9}[.)]|>)[ \t]+|^[ \t]*$", re.MULTILINE)
# A last line that may yet become a list item, a heading, a rule or a fence: it waits for its words.
_UNDECIDED = re.compile(r"(?:^|\n)[ \t]*(?:[-*+_=`~#>|]+|\d{1,9}[.)]?)[ \t]*$")
_LINK_OPEN = re.compile(r"!?\[([^\[\]\n]*)$|!?\[([^\[\]\n]*)\](?:\([^()\n]*)?$|!$")
# What a page may have and still be laid out at once, far more than anybody writes by hand.
_MOST_LINES, _MOST_CELLS, _MOST_COLUMNS = 2_500, 1_500, 40
_MOST_MARKS_IN_BLOCK, _LONGEST_WORD = 500, 4_000
_MARK_RUN = re.compile(r"[*_`~\[<!]+")
_BLOCK_END = re.compile(r"\n[ \t]*\n")
_STRIKE, _LONGEST_MARK = 2, 3
# What stands on keys, as answers write it: in English, and in German, Spanish and Japanese where keys have names of
# their own there. Names of two words come first, so that no half of them is taken for a key.
_TWO_WORDS = (
    r"page ?(?:up|down)|bild ?(?:auf|ab|hoch|runter|[↑↓])|(?:re|av) ?p[áa]g|"
    r"pfeil (?:auf|ab|oben|unten|links|rechts)|flecha (?:arriba|abajo|izquierda|derecha)|bloq may[úu]s"
)
_HELD = (
    r"ctrl|cmd|⌘|control|command|alt|option|⌥|opt|shift|⇧|⌃|super|win|windows|meta|fn|"
    r"strg|umschalt(?:taste)?|umsch|befehl(?:staste)?|wahltaste|alt ?gr|"
    r"may[úu]s|comando|opci[óo]n|シフト|コントロール"
)
_PRESSED = (
    r"esc|escape|enter|return|tab|space|backspace|delete|del|insert|ins|home|end|up|down|left|right|[↑↓←→⏎⌫]|f\d{1,2}|"
    r"eingabe(?:taste)?|entf|einfg|pos ?1|ende|leertaste|rück(?:taste)?|tabulator|"
    r"intro|supr|inicio|fin|retroceso|espacio|tabulador|スペース|エンター"
)
_LONGEST_KEYS = 32  # more is code
_KEY = re.compile(
    rf"(?:(?:{_HELD})(?:\s?/\s?\w+)?\s?\+?\s?)*(?:{_TWO_WORDS}|{_HELD}|{_PRESSED}|\S)",
    re.IGNORECASE,
)
# One key among those that are pressed together; a sign that joins them may be a key itself, at the end.
_CAP = re.compile(rf"{_TWO_WORDS}|pos 1|alt gr|[^\s+/]+|(?:^|(?<=[\s+/]))[+/]$", re.IGNORECASE)


def closed(text: str) -> str:
    """A piece of Markdown with its open marks closed and its undecided end held back."""
    fences = list(_FENCE.finditer(text))
    if len(fences) % 2:
        return f"{text.rstrip('`~')}\n{fences[-1].group(1)}"
    text = _UNDECIDED.sub("", text)
    start = max((m.end() for m in _LEAF.finditer(text)), default=0)
    start = max(start, fences[-1].end() if fences else 0)
    return text[:start] + _close_inline(text[start:])


def is_intricate(text: str) -> bool:
    """Whether laying this out would hold the window up: too many lines, cells or marks, or endless words."""
    rows = [line.count("|") for line in text.split("\n")]
    if len(rows) > _MOST_LINES or sum(rows) > _MOST_CELLS or max(rows) > _MOST_COLUMNS:
        return True
    if max(map(len, text.split()), default=0) > _LONGEST_WORD:
        return True
    return any(
        len(_MARK_RUN.findall(block)) > _MOST_MARKS_IN_BLOCK for block in _BLOCK_END.split(text)
    )


def looks_like_keys(text: str) -> bool:
    """Whether a code span names keys (``Ctrl+A``, ``X``) and not code."""
    return len(text) <= _LONGEST_KEYS and _KEY.fullmatch(text.strip()) is not None


def key_caps(text: str) -> list[tuple[int, int]]:
    """Where each key of ``Ctrl+A`` stands: its first character and the one after its last."""
    return [found.span() for found in _CAP.finditer(text)]


def _close_inline(text: str) -> str:
    text = _cut_link(text)
    # A run of marks at the very end either closes what is open, or would only open something: it waits.
    said = text.rstrip("*_`~")
    if said.endswith("\\"):
        said = text
    marks = _open_marks(said)
    return said.rstrip(" ") + "".join(reversed(marks)) if marks else said


def _cut_link(text: str) -> str:
    if "`" in text and text.count("`") % 2:
        return text
    found = _LINK_OPEN.search(text)
    if found is None:
        return text
    return text[: found.start()] + (found.group(1) or found.group(2) or "")


def _open_marks(text: str) -> list[str]:
    """The marks that are open at the end of ``text``, outermost first."""
    marks: list[str] = []
    at = 0
    while at < len(text):
        character = text[at]
        if character == "\\":
            at += 2
            continue
        if character not in "*_`~":
            at += 1
            continue
        run = len(text) - at - len(text[at:].lstrip(character))
        mark = character * run
        before, after = text[at - 1 : at], text[at + run : at + run + 1]
        at += run
        if character == "`":
            end = text.find(mark, at)
            if end < 0:
                marks.append(mark)
                break
            at = end + run
        elif mark in marks and before.strip():
            del marks[marks.index(mark) :]
        elif after.strip() and _may_open(character, run, before):
            marks.append(mark)
    return marks


def _may_open(character: str, run: int, before: str) -> bool:
    if character == "~":
        return run == _STRIKE
    return run <= _LONGEST_MARK and not (character == "_" and before.isalnum())
