"""What must agree between the files of a pack, and cannot be said in a schema.

Every check is a function from parsed parts to the list of its problems. Those that ``load_pack`` runs keep a pack
from failing later (ids, patterns, models that fit together); the others help an author (facts, near copies, hashes). Reads only
the files a pack names by hash.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from supportbot.errors import PackError
from supportbot.product.text import contains_any, near_copy, normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from supportbot.product.files import PackFolder
    from supportbot.product.schema import (
        Deflections,
        Probe,
        Product,
        Rules,
        Topic,
        VerifiedAnswer,
    )

_CHUNK = 1 << 20

Problems = list[PackError]


# --------------------------------------------------------------------------- run whenever a pack is loaded


def topics_stand(
    folder: PackFolder, topics: Sequence[Topic], verified: Sequence[VerifiedAnswer]
) -> Problems:
    """Topic ids are unique, their pages exist, their forms say something, and verified answers belong to one."""
    problems = _repeated("topics.toml", "topic", (topic.id for topic in topics))
    for topic in topics:
        try:
            folder.locate(f"docs/{topic.doc}.md")
        except PackError as err:
            problems.append(
                PackError(
                    "topics.toml",
                    f"topic[{topic.id}].doc",
                    f"docs/{topic.doc}.md: {err.problem}",
                    "Write the page, or name one that exists.",
                )
            )
        problems += [
            PackError(
                "topics.toml",
                f"topic[{topic.id}].facts[{number}].any",
                f"{form!r} holds no words",
                "Remove the form.",
            )
            for number, fact in enumerate(topic.facts)
            for form in fact.any
            if not normalise(form)
        ]
    known = {topic.id for topic in topics}
    problems += [
        PackError(
            "verified.jsonl", answer.topic, "there is no such topic", "Name a topic of topics.toml."
        )
        for answer in verified
        if answer.topic not in known
    ]
    return problems


def deflections_stand(deflections: Deflections) -> Problems:
    """Category ids are unique and every refusal marker is a pattern that can be used."""
    problems = _repeated(
        "deflections.toml", "category", (category.id for category in deflections.category)
    )
    for name, patterns in deflections.markers.items():
        for pattern in patterns:
            try:
                matches_nothing = re.compile(pattern).search("") is not None
                fault = "matches every answer" if matches_nothing else ""
            except (re.error, RecursionError, OverflowError) as err:
                fault = f"is no regular expression ({err})"
            if fault:
                problems.append(
                    PackError(
                        "deflections.toml",
                        f"markers.{name}",
                        f"{pattern!r} {fault}",
                        "Correct the pattern.",
                    )
                )
    return problems


def rules_stand(rules: Rules) -> Problems:
    """Rule ids are unique. Whether the patterns can be read is known where they are used."""
    ids = (*(rule.id for rule in rules.rule), rules.third_try.id)
    return _repeated("rules.toml", "rule", ids)


def probes_stand(probes: Sequence[Probe]) -> Problems:
    """Probe numbers are unique."""
    return _repeated("probes.toml", "probe", (str(probe.number) for probe in probes))


def models_stand(product: Product) -> Problems:
    """The models a pack names belong together."""
    models, generation = product.models, product.generation
    problems: Problems = []
    if generation.max_new_tokens >= generation.context_tokens:
        problems.append(
            PackError(
                "product.toml",
                "generation.max_new_tokens",
                "an answer may not fill the whole context",
                "Set it well below generation.context_tokens.",
            )
        )
    for number, adapter in enumerate(models.generator.adapters if models.generator else ()):
        if models.generator and adapter.base_sha256 != models.generator.sha256:
            problems.append(
                PackError(
                    "product.toml",
                    f"models.generator.adapters[{number}].base_sha256",
                    "the adapter was trained on another base than models.generator.sha256",
                    "Name the base the adapter belongs to.",
                )
            )
    if models.heads and (
        not models.encoder or models.heads.encoder_sha256 != models.encoder.sha256
    ):
        problems.append(
            PackError(
                "product.toml",
                "models.heads.encoder_sha256",
                "the heads were trained on another encoder",
                "Train the heads again on models.encoder.",
            )
        )
    return problems


# --------------------------------------------------------------------------- run for an author


def answers_carry_facts(topics: Iterable[Topic], verified: Iterable[VerifiedAnswer]) -> Problems:
    """Every verified answer carries every fact of its topic."""
    facts = {topic.id: topic.facts for topic in topics}
    return [
        PackError(
            "verified.jsonl",
            answer.topic,
            f"the answer lacks a fact of its topic: {_short(fact.any)}",
            "Say it in the answer, or add the form it uses to topics.toml.",
        )
        for answer in verified
        for fact in facts.get(answer.topic, ())
        if not contains_any(answer.answer, fact.any)
    ]


def questions_differ(verified: Iterable[VerifiedAnswer]) -> Problems:
    """No two verified answers claim the same question."""
    owner: dict[str, int] = {}
    problems: Problems = []
    for number, answer in enumerate(verified):
        for question in answer.questions:
            if owner.setdefault(normalise(question), number) != number:
                problems.append(
                    PackError(
                        "verified.jsonl",
                        answer.topic,
                        f"the question {question!r} has two answers",
                        "Keep it with one of them.",
                    )
                )
    return problems


def nothing_near_a_probe(
    product: Product, verified: Iterable[VerifiedAnswer], probes: Sequence[Probe]
) -> Problems:
    """Starter and verified questions are no near copies of a probe, or the probes would test a lookup.

    Without a generator every answer is looked up, and that is what such a pack's probes are to test.
    """
    if product.models.generator is None:
        return []
    asked = [
        ("product.toml", "brand.starter_questions", q) for q in product.brand.starter_questions
    ]
    asked += [("verified.jsonl", answer.topic, q) for answer in verified for q in answer.questions]
    return [
        PackError(
            file,
            key,
            f"the question {question!r} is a near copy of probe {probe.number}",
            "Ask something else.",
        )
        for file, key, question in asked
        for probe in probes
        if near_copy(question, probe.question)
    ]


def carried_files(folder: PackFolder, product: Product) -> Problems:
    """The files a pack carries by hash are there and have that hash."""
    models = product.models
    named: list[tuple[str, str, str]] = []
    for number, adapter in enumerate(models.generator.adapters if models.generator else ()):
        named.append((f"models.generator.adapters[{number}]", adapter.file, adapter.sha256))
    named += [
        (f"models.{key}", carried.file, carried.sha256)
        for key in ("encoder", "heads", "calibration")
        if (carried := getattr(models, key))
    ]
    problems: Problems = []
    for key, file, sha256 in named:
        try:
            found = _sha256(folder, file)
        except PackError as err:
            problems.append(
                PackError("product.toml", f"{key}.file", f"{file}: {err.problem}", err.remedy)
            )
            continue
        if found != sha256:
            problems.append(
                PackError(
                    "product.toml",
                    f"{key}.sha256",
                    f"{file} has the hash {found}",
                    "Take the right file, or its hash.",
                )
            )
    if (bundled := models.generator and models.generator.bundled) and (
        folder.root / bundled
    ).exists():
        try:
            folder.locate(bundled)
        except PackError as err:
            problems.append(
                PackError(
                    "product.toml",
                    "models.generator.bundled",
                    f"{bundled}: {err.problem}",
                    err.remedy,
                )
            )
    return problems


# --------------------------------------------------------------------------- how


def _repeated(file: str, table: str, ids: Iterable[str]) -> Problems:
    seen: set[str] = set()
    problems: Problems = []
    for name in ids:
        if name in seen:
            problems.append(
                PackError(file, f"{table}[{name}]", "stands twice", "Give each its own.")
            )
        seen.add(name)
    return problems


def _short(forms: Sequence[str]) -> str:
    return " / ".join(repr(form) for form in forms[:3]) + (" / …" if len(forms) > 3 else "")


def _sha256(folder: PackFolder, name: str) -> str:
    digest = hashlib.sha256()
    try:
        with folder.locate(name).open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except OSError as err:
        raise PackError(name, "", "the file cannot be read", "Check its permissions.") from err
    return digest.hexdigest()
