"""Finding what was said: which rows hold all the words of a search, the newest first.

``wording`` holds the folded text of every question with its answer, and of every title that somebody gave.
``wording_index`` holds for every three characters in a row where they stand (FTS5's trigram tokenizer,
without positions, which keeps it a quarter of the size). It narrows a search down; that the words are
really there is looked up in ``wording``. Two line breaks at the end of each text make its last characters
the beginning of a trigram too, so that one or two characters can be looked up as beginnings of trigrams.

Rows are read one by one and from the newest on, so a search for what is everywhere ends early.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportbot.history.folding import fold

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

TRIGRAM = 3
# Of a long word a few trigrams narrow down enough.
_MOST_GRAMS = 32
# What stands in more rows than this is met soon enough without an index.
_EVERYWHERE = 1_000
# So many words are looked for by SQLite, whose expressions may not be endless.
_MOST_HELD = 32
_END = "\n\n"
_INDEXED = "wording_index CROSS JOIN wording w ON w.id = wording_index.rowid"

Row = tuple[int, str, int | None]
"""Id, conversation, and exchange (``None`` for a title)."""


def wording_of(*texts: str) -> str:
    """What is stored of texts so that they are found."""
    return fold("\n".join(texts)) + _END


def rows_with(
    connection: sqlite3.Connection, terms: Sequence[str], below: int | None = None
) -> Iterator[Row]:
    """The rows that hold every term, the newest first; those of deleted conversations are left out.

    Args:
        connection: The history's.
        terms: Folded words, at least one.
        below: Only rows with a smaller id.
    """
    match = _expression(connection, terms)
    if match == "":
        return
    before = below if below is not None else 1 << 62
    # SQLite reads them, not we: meanwhile the interpreter is free for other threads, the window's first of all.
    held = " AND instr(w.folded, ?)" * len(terms[:_MOST_HELD])
    source = "wording w" if match is None else _INDEXED
    at = "w.id" if match is None else "wording_index.rowid"
    found = connection.execute(
        f"""
        SELECT w.id, w.conversation_id, w.exchange_id, w.folded
        FROM {source} CROSS JOIN conversation c ON c.id = w.conversation_id
        WHERE {"" if match is None else "wording_index MATCH ? AND"} {at} < ? AND c.deleted_at IS NULL{held}
        ORDER BY {at} DESC
        """,  # noqa: S608 - nothing of the needle is in it
        (*(() if match is None else (match,)), before, *terms[:_MOST_HELD]),
    )
    try:
        for row_id, conversation_id, exchange_id, folded in found:
            if all(term in folded for term in terms[_MOST_HELD:]):
                yield row_id, conversation_id, exchange_id
    finally:
        found.close()


def _expression(connection: sqlite3.Connection, terms: Sequence[str]) -> str | None:
    """What to ask the index; ``None`` when it would not help, empty when nothing can be found."""
    grams = [
        term[at : at + TRIGRAM] for term in terms for at in range(max(0, len(term) - TRIGRAM + 1))
    ]
    if grams:
        return " AND ".join(_quoted(list(dict.fromkeys(grams))[:_MOST_GRAMS]))
    for term in terms:
        beginnings = _trigrams_from(connection, term)
        if beginnings is not None:
            return " OR ".join(_quoted(beginnings))
    return None


def _trigrams_from(connection: sqlite3.Connection, term: str) -> list[str] | None:
    """The trigrams that begin with a shorter term; ``None`` when they stand almost everywhere."""
    found = connection.execute(
        "SELECT term, doc FROM wording_terms WHERE term >= ? AND term < ?",
        (term, term + chr(0x10FFFF)),
    )
    grams: list[str] = []
    rows = 0
    try:
        for gram, count in found:
            grams.append(gram)
            rows += count
            if rows > _EVERYWHERE:
                return None
    finally:
        found.close()
    return grams


def _quoted(grams: Iterable[str]) -> list[str]:
    return ['"' + gram.replace('"', '""') + '"' for gram in grams]
