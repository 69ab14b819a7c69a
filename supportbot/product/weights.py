"""``rules.weights``: how much every word speaks for every rule, learned from written messages.

Owns the file's form: one line of JSON that says what is in it, then little-endian half floats, one row a bucket of
features and a last one for what holds of every message; the first column stands for "no rule", one more for each
rule. What a feature is stands in ``supportbot.answering.learned``; how weights are found, in
``supportbot.training.rules``.
"""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LIMIT_BYTES = 4 * 1024 * 1024
_HEADER_BYTES = 8 * 1024
_HALF_BYTES = 2
# The upper bytes of what is infinite or no number: all five bits of the exponent set, whatever the sign.
_NO_NUMBER = bytes(upper for upper in range(256) if upper & 0x7C == 0x7C)


class WeightsHeader(BaseModel):
    """What the first line says.

    Attributes:
        rules: Ids of the rules, in the order of their columns.
        buckets: How many rows of features there are.
        rows: How many messages were learned from.
        sources: SHA-256 of those messages, to tell whether the weights are theirs.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    rules: tuple[Annotated[str, StringConstraints(pattern=r"^[a-z0-9_-]{1,64}$")], ...] = Field(
        min_length=1, max_length=64
    )
    buckets: int = Field(ge=1, le=1 << 20)
    rows: int = Field(ge=1)
    sources: str = Field(pattern=r"^[0-9a-f]{64}$")


@dataclass(frozen=True, slots=True)
class RuleWeights:
    """Learned weights; read from bytes that somebody else wrote.

    Attributes:
        header: What they are.
    """

    header: WeightsHeader
    _halves: bytes = field(repr=False)

    @classmethod
    def of(cls, data: bytes) -> RuleWeights:
        """The weights in ``data``.

        Raises:
            ValueError: The bytes are not what the module describes, or hold what is no number; says which.
        """
        line, feed, halves = data[:_HEADER_BYTES].partition(b"\n")
        if not feed:
            raise ValueError("the first line does not end")
        try:
            header = WeightsHeader.model_validate_json(line)
        except ValidationError as err:
            raise ValueError("the first line does not say what the file holds") from err
        halves = data[len(line) + 1 :]
        wanted = (header.buckets + 1) * cls._width(header) * _HALF_BYTES
        if len(halves) != wanted:
            raise ValueError(f"holds {len(halves)} bytes of weights instead of {wanted}")
        upper = halves[1::_HALF_BYTES]
        if len(upper.translate(None, _NO_NUMBER)) < len(upper):
            raise ValueError("holds a weight that is no number")
        return cls(header, halves)

    @classmethod
    def build(cls, header: WeightsHeader, rows: Iterable[Sequence[float]]) -> bytes:
        """The file's bytes for ``rows``: one a bucket, then the one for every message."""
        line = json.dumps(header.model_dump(), separators=(",", ":")).encode()
        packing = struct.Struct(f"<{cls._width(header)}e")
        return line + b"\n" + b"".join(packing.pack(*row) for row in rows)

    def row(self, bucket: int) -> tuple[float, ...]:
        """A bucket's weights, "no rule" first."""
        width = self._width(self.header)
        return struct.unpack_from(f"<{width}e", self._halves, bucket * width * _HALF_BYTES)

    @property
    def always(self) -> tuple[float, ...]:
        """What holds of every message."""
        return self.row(self.header.buckets)

    @staticmethod
    def _width(header: WeightsHeader) -> int:
        return len(header.rules) + 1
