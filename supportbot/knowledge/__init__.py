"""What the help pages say, and how it is found: pages in passages, words, ranking, snippets. Knows no Qt.

    passages.py   a page's Markdown as passages of plain text, one a section, each with its anchor
    plain.py      Markdown to plain text
    words.py      the words of a text, in any script, in the form they are compared in
    ranking.py    ``Ranker``: how well passages fit a query; ``WordRanker`` does it by words
    search.py     ``PageSearch``: the best pages, the section that fits, and a snippet with its hits marked
    snippets.py   hits marked in a text, and the piece of a text that has them
    addresses.py  which page a link leads to

Another way of ranking is another ``Ranker``; everything else stays as it is.
"""

from supportbot.knowledge.addresses import Addresses
from supportbot.knowledge.passages import Passage, anchors_of, passages_of
from supportbot.knowledge.ranking import Ranked, Ranker, WordRanker
from supportbot.knowledge.search import Hit, PageSearch
from supportbot.knowledge.snippets import Piece, marked
from supportbot.knowledge.words import spans_of

__all__ = [
    "Addresses",
    "Hit",
    "PageSearch",
    "Passage",
    "Piece",
    "Ranked",
    "Ranker",
    "WordRanker",
    "anchors_of",
    "marked",
    "passages_of",
    "spans_of",
]
