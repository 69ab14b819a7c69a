"""The worked example, a small pack, and conversations with a backend that says what it is told to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from supportbot.answering.conversation import Conversation
from supportbot.answering.prompts import CHATML, PromptRenderer
from supportbot.engine.scripted import ScriptedBackend
from supportbot.product.pack import load_pack
from tests.support.packs import write_pack

ROOT = Path(__file__).parents[2]
DATA = Path(__file__).parent / "data"
BENCHMARKS = ROOT / "benchmarks" / "linear"


@pytest.fixture(scope="session")
def linear():
    return load_pack(ROOT / "assets" / "linear")


@pytest.fixture(scope="session")
def kettle(tmp_path_factory):
    return load_pack(write_pack(tmp_path_factory.mktemp("packs") / "kettle"))


@pytest.fixture
def talk():
    """Builds ``(conversation, backend)`` for a pack and what the backend is to say."""

    def build(pack, *replies, before_piece=None, **options):
        backend = ScriptedBackend(list(replies), before_piece=before_piece)
        return Conversation(pack, backend, PromptRenderer(CHATML, "Be kind."), **options), backend

    return build


def rows(file):
    """The rows of a labelled file."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line]
