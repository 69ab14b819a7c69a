"""``build``: from a pack's ``sources/`` to training rows, with a manifest that accounts for every row.

Reads ``questions.jsonl`` and ``answers.jsonl``; writes ``train.jsonl``, ``validation.jsonl``, ``test.jsonl``,
``multiturn.jsonl`` and ``manifest.json``. It never reads the evaluation sets in ``benchmarks/``. The same
sources, seed and version give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import random
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from supportbot import __version__
from supportbot.answering.prompts import instruction
from supportbot.errors import NotInstalledError, PackError
from supportbot.paths import write_atomically
from supportbot.product.text import NEAR_TRIGRAMS, content_words, trigram_similarity, trigrams
from supportbot.training.similarity import NearIndex, four_word_opening

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from supportbot.product.pack import ProductPack

NEAR_DUPLICATE = 0.7
OPENING_SHARE = 0.02
HELD_OUT = 2  # rows a topic or category in each of validation and test
NOT_REFUSALS = frozenset({"thanks"})


@dataclass(frozen=True, slots=True)
class Question:
    """A row of ``questions.jsonl``. ``label`` is the topic or category id."""

    text: str
    label: str
    is_topic: bool
    line: int
    conversation: str | None = None
    turn: int = 0


@dataclass(slots=True)
class Dropped:
    """How many rows a filter took out, with the reason, and where to look."""

    counts: Counter[str] = field(default_factory=Counter)
    lines: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, reason: str, line: int) -> None:
        """Note one dropped row."""
        self.counts[reason] += 1
        self.lines[reason].append(line)


@dataclass(frozen=True, slots=True)
class BuiltDataset:
    """Where the rows are and what the manifest says of them."""

    folder: Path
    manifest: dict[str, Any]


def build(pack: ProductPack, out: Path, *, seed: int = 1) -> BuiltDataset:
    """Build the rows of ``pack`` into ``out``.

    Raises:
        NotInstalledError: The pack has no ``sources/``.
        PackError: A source row is wrong; names file and line.
    """
    questions = list(_read_questions(pack))
    answers = _read_answers(pack)
    dropped = Dropped()
    single = _filter([q for q in questions if q.conversation is None], pack, dropped)
    for question in questions:
        if question.label not in answers:
            raise PackError(
                "sources/answers.jsonl", question.label, "no answer for it", "Add one with that id."
            )
    train, validation, test = _split(single, seed)
    rows = {
        "train": [_row(q, answers, pack) for q in train],
        "validation": [_row(q, answers, pack) for q in validation],
        "test": [_row(q, answers, pack) for q in test],
        "multiturn": list(
            _conversations([q for q in questions if q.conversation], answers, pack, dropped)
        ),
    }
    out.mkdir(parents=True, exist_ok=True)
    for name, part in rows.items():
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in part)
        write_atomically(out / f"{name}.jsonl", text.encode())
    manifest = _manifest(pack, rows, single, dropped, seed, out)
    write_atomically(
        out / "manifest.json", (json.dumps(manifest, indent=1, ensure_ascii=False) + "\n").encode()
    )
    return BuiltDataset(out, manifest)


# --------------------------------------------------------------------------- reading


def source_lines(pack: ProductPack, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Number and object of every line of ``sources/NAME``; blank ones are skipped.

    Raises:
        NotInstalledError: There is no such file.
        PackError: A line is no JSON object.
    """
    path = pack.root / "sources" / name
    try:
        lines = path.read_text("utf-8").splitlines()
    except FileNotFoundError as err:
        raise NotInstalledError(
            f"The pack has no sources/{name}.", "Training needs it; see the README."
        ) from err
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as err:
            raise PackError(
                f"sources/{name}", f"line {number}", f"not JSON: {err.msg}", "Correct the line."
            ) from err
        if not isinstance(row, dict):
            raise PackError(
                f"sources/{name}", f"line {number}", "not an object", "Write one object a line."
            )
        yield number, row


def _read_questions(pack: ProductPack) -> Iterator[Question]:
    topics = {topic.id for topic in pack.topics}
    for number, row in source_lines(pack, "questions.jsonl"):
        topic, category, text = row.get("topic"), row.get("category"), row.get("question")
        if not isinstance(text, str) or not text.strip() or (topic is None) == (category is None):
            raise PackError(
                "sources/questions.jsonl",
                f"line {number}",
                "needs question and one of topic, category",
                "Add it.",
            )
        if topic is not None and topic not in topics:
            raise PackError(
                "sources/questions.jsonl",
                f"line {number}",
                f"unknown topic {topic}",
                "Correct the id.",
            )
        yield Question(
            text=" ".join(text.split()),
            label=str(topic or category),
            is_topic=topic is not None,
            line=number,
            conversation=row.get("conversation"),
            turn=int(row.get("turn", 0)),
        )


def _read_answers(pack: ProductPack) -> dict[str, list[str]]:
    answers: dict[str, list[str]] = defaultdict(list)
    for number, row in source_lines(pack, "answers.jsonl"):
        label, text = row.get("topic") or row.get("category"), row.get("answer")
        if not isinstance(label, str) or not isinstance(text, str) or not text.strip():
            raise PackError(
                "sources/answers.jsonl",
                f"line {number}",
                "needs topic or category, and answer",
                "Add it.",
            )
        answers[label].append(text.strip())
    return dict(answers)


# --------------------------------------------------------------------------- filtering


def _filter(questions: Sequence[Question], pack: ProductPack, dropped: Dropped) -> list[Question]:
    probes = [(trigrams(p.question), content_words(p.question)) for p in pack.probes]
    kept: list[Question] = []
    index = NearIndex(NEAR_DUPLICATE, (q.text for q in questions))
    openings: Counter[str] = Counter()
    limit = max(2, int(len(questions) * OPENING_SHARE))
    for question in questions:
        if is_near_probe(question.text, probes):
            dropped.add("near_probe", question.line)
            continue
        opening = four_word_opening(question.text)
        if opening and openings[opening] >= limit:
            dropped.add("common_opening", question.line)
            continue
        if index.add(question.text) is not None:
            dropped.add("near_duplicate", question.line)
            continue
        openings[opening] += 1
        kept.append(question)
    return kept


def is_near_probe(text: str, probes: Iterable[tuple[frozenset[str], frozenset[str]]]) -> bool:
    """Whether ``text`` is a probe or a near copy: trigram Jaccard of 0.6 or the same content words."""
    grams, words = trigrams(text), content_words(text)
    return any(
        trigram_similarity(grams, probe_grams) >= NEAR_TRIGRAMS or words == probe_words
        for probe_grams, probe_words in probes
    )


def _split(
    questions: Sequence[Question], seed: int
) -> tuple[list[Question], list[Question], list[Question]]:
    by_label: dict[str, list[Question]] = defaultdict(list)
    for question in questions:
        by_label[question.label].append(question)
    held: dict[int, str] = {}
    for label in sorted(by_label):
        rows = by_label[label]
        if len(rows) < 10 * HELD_OUT:
            continue
        chosen = random.Random(f"{seed}:{label}").sample(rows, 2 * HELD_OUT)
        held.update({q.line: "validation" for q in chosen[:HELD_OUT]})
        held.update({q.line: "test" for q in chosen[HELD_OUT:]})
    parts: dict[str, list[Question]] = {"train": [], "validation": [], "test": []}
    for question in questions:
        parts[held.get(question.line, "train")].append(question)
    return parts["train"], parts["validation"], parts["test"]


# --------------------------------------------------------------------------- rows


def _pick(answers: Sequence[str], text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return answers[digest[0] % len(answers)]


def _bucket(question: Question) -> str:
    return "docs" if question.is_topic or question.label in NOT_REFUSALS else "refuse"


def _row(question: Question, answers: dict[str, list[str]], pack: ProductPack) -> dict[str, Any]:
    topic = pack.topic(question.label)
    return {
        "instruction": instruction(question.text),
        "output": _pick(answers[question.label], question.text),
        "bucket": _bucket(question),
        "intent": topic.intent if topic else question.label,
        "source": f"sources/questions.jsonl:{question.line}",
    }


def _conversations(
    turns: Sequence[Question], answers: dict[str, list[str]], pack: ProductPack, dropped: Dropped
) -> Iterator[dict[str, Any]]:
    probes = [(trigrams(p.question), content_words(p.question)) for p in pack.probes]
    talks: dict[str, list[Question]] = defaultdict(list)
    for turn in turns:
        talks[turn.conversation or ""].append(turn)
    for name, talk in talks.items():
        ordered = sorted(talk, key=lambda q: q.turn)
        if any(is_near_probe(q.text, probes) for q in ordered):
            dropped.add("conversation_near_probe", ordered[0].line)
            continue
        messages: list[dict[str, str]] = []
        for turn in ordered:
            messages.append({"role": "user", "content": turn.text})
            messages.append({"role": "assistant", "content": _pick(answers[turn.label], turn.text)})
        yield {
            "messages": messages,
            "bucket": "docs" if all(_bucket(q) == "docs" for q in ordered) else "refuse",
            "source": f"sources/questions.jsonl:{ordered[0].line} ({name})",
        }


# --------------------------------------------------------------------------- the manifest


def _manifest(
    pack: ProductPack,
    rows: dict[str, list[dict[str, Any]]],
    single: Sequence[Question],
    dropped: Dropped,
    seed: int,
    out: Path,
) -> dict[str, Any]:
    openings = Counter(four_word_opening(q.text) for q in single)
    openings.pop("", None)
    top = openings.most_common(1)
    per_label = Counter(q.label for q in single)
    files = ["sources/questions.jsonl", "sources/answers.jsonl", "topics.toml", "probes.toml"]
    return {
        "pack": {"id": pack.product.id, "version": pack.product.version},
        "supportbot": __version__,
        "seed": seed,
        "counts": {
            name: {"rows": len(part), **Counter(row["bucket"] for row in part)}
            for name, part in rows.items()
        },
        "questions_per_topic": dict(
            sorted((k, v) for k, v in per_label.items() if k in {t.id for t in pack.topics})
        ),
        "questions_per_category": dict(
            sorted((k, v) for k, v in per_label.items() if k not in {t.id for t in pack.topics})
        ),
        "most_common_opening": {
            "text": top[0][0],
            "share": round(top[0][1] / max(1, len(single)), 4),
        }
        if top
        else None,
        "filters": {
            reason: {"dropped": count, "lines": dropped.lines[reason]}
            for reason, count in sorted(dropped.counts.items())
        },
        "inputs": {
            name: sha256_of(pack.root / name) for name in files if (pack.root / name).exists()
        },
        "outputs": {f"{name}.jsonl": sha256_of(out / f"{name}.jsonl") for name in rows},
    }


def sha256_of(path: Path) -> str:
    """Hex sha256 of a file, read in chunks."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(1 << 20):
            digest.update(chunk)
    return digest.hexdigest()
