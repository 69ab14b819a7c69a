"""How texts are compared on the answering road: the one normal form, shared with facts and pack checks.

Owns nothing: the functions live beside the pack they serve, in ``supportbot.product.text``.
"""

from supportbot.product.text import (
    contains_form,
    near_copy,
    normalise,
    trigram_similarity,
    trigrams,
)

__all__ = ["contains_form", "near_copy", "normalise", "trigram_similarity", "trigrams"]
