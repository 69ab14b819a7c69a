"""What the sources say, what a window says, and a language for tests that makes everything longer."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QLineEdit,
    QMenu,
    QTextEdit,
    QWidget,
)

from installer.translations import FOLDER, LANGUAGES, SOURCES, release

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ACCENTS = str.maketrans("AEINOUaeinouy", "ÀÉÎÑÕÜàéîñõüý")
_KEPT = re.compile(r"(%L?[n1-9])")
_PATTERN = re.compile(r"d M+( y+)?")  # a date's format is no text


@dataclass(frozen=True)
class Message:
    """A text of the sources or of a translation: ``plural`` when it counts something."""

    context: str
    text: str
    comment: str = ""
    plural: bool = False


def said_in_sources() -> tuple[set[Message], list[str]]:
    """Every text that is translated at run time, and the calls whose text cannot be known from the source."""
    found: set[Message] = set()
    unknown: list[str] = []
    files = [
        file for place in SOURCES for file in (place.rglob("*.py") if place.is_dir() else (place,))
    ]
    for file in files:
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for context, call in _calls(tree, ""):
            if context == "Counted":
                continue  # it hands on what it is given
            message = _message(context, call)
            if message is None:
                unknown.append(f"{file.name}:{call.lineno}: {ast.unparse(call)}")
            else:
                found.add(message)
    return found, unknown


def _calls(node: ast.AST, context: str) -> Iterator[tuple[str, ast.Call]]:
    for child in ast.iter_child_nodes(node):
        inner = child.name if isinstance(child, ast.ClassDef) else context
        if isinstance(child, ast.Call) and _name(child.func) in ("tr", "translate"):
            yield inner, child
        yield from _calls(child, inner)


def _name(called: ast.expr) -> str:
    if isinstance(called, ast.Attribute):
        # a painter translates too
        return "" if getattr(called.value, "id", "") == "painter" else called.attr
    return called.id if isinstance(called, ast.Name) else ""


def _message(context: str, call: ast.Call) -> Message | None:
    arguments = list(call.args)
    if _name(call.func) == "translate":
        named = _literal(arguments.pop(0)) if arguments else None
        if named is None:
            return None
        context = named
    else:
        owner = getattr(getattr(call.func, "value", None), "id", "")
        if owner not in ("self", "counted"):
            return None  # whose context it would be is known at run time only
        context = owner if owner == "counted" else context
    texts = [_literal(one) for one in arguments[:2]]
    if not context or call.keywords or None in texts or not texts:
        return None
    comment = texts[1] if len(texts) > 1 else ""
    return Message(context, texts[0] or "", comment or "", len(arguments) > 2)


def _literal(node: ast.expr) -> str | None:
    try:
        value = ast.literal_eval(node)
    except ValueError:
        return None
    return value if isinstance(value, str) else None


# --------------------------------------------------------------------------- translations


def translations_of(language: str) -> dict[Message, tuple[str, ...]]:
    """What a ``.ts`` says of every text, a form for each kind of number; empty where it is not done."""
    found = {}
    for context in ElementTree.parse(FOLDER / f"supportbot_{language}.ts").iter("context"):
        for message in context.iter("message"):
            told = message.find("translation")
            assert told is not None
            plural = message.get("numerus") == "yes"
            forms = tuple(one.text or "" for one in told.iter("numerusform")) if plural else ()
            done = told.get("type") is None
            key = Message(
                context.findtext("name") or "",
                message.findtext("source") or "",
                message.findtext("comment") or "",
                plural,
            )
            found[key] = (forms or (told.text or "",)) if done else ("",)
    return found


def lengthened(text: str) -> str:
    """A text with accents, in brackets, and two fifths longer; what stands for numbers and names stays."""
    if _PATTERN.fullmatch(text):
        return text
    parts = _KEPT.split(text)
    told = "".join(part if _KEPT.fullmatch(part) else part.translate(_ACCENTS) for part in parts)
    more = max(1, round(0.4 * len(text)) - 2)
    gap = " " if " " in text else ""
    tail = "".join("ö" if at % 8 or not gap else " " for at in range(1, more + 1))
    return f"[{told}{gap}{tail.strip()}]"


def write_lengthened(folder: Path) -> None:
    """The lengthened language, compiled in the place of English."""
    tree = ElementTree.parse(FOLDER / f"supportbot_{LANGUAGES[0]}.ts")
    for message in tree.iter("message"):
        text = lengthened(message.findtext("source") or "")
        told = message.find("translation")
        assert told is not None
        for form in list(told) or [told]:
            form.text = text
    source = folder / "supportbot_en.ts"
    tree.write(source, encoding="utf-8", xml_declaration=True)
    release(source, source.with_suffix(".qm"))


# --------------------------------------------------------------------------- the window


def said_by(root: QWidget) -> set[str]:
    """The words of a window's own that can be seen or are read out; no answers, questions or rows of lists."""
    found: set[str] = set()
    for widget in (root, *root.findChildren(QWidget)):
        if not widget.isVisibleTo(root) and widget is not root:
            continue
        found |= {widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()}
        if isinstance(widget, QLabel | QAbstractButton):
            found.add(widget.text())
        if isinstance(widget, QLineEdit | QTextEdit):
            found.add(widget.placeholderText())
        if isinstance(widget, QMenu):
            found |= {action.text() for action in widget.actions()}
    return {text for text in found if text}
