import io
import json
import sys
from pathlib import Path

import pytest
import typer

from supportbot.cli import history as commands
from supportbot.cli.common import CliContext, CommonOptions
from supportbot.cli.edge import run_cli
from supportbot.contracts import Handoff, Reply, Timings
from supportbot.engine.states import StateStore, conversation_key
from supportbot.history import HistoryStore
from supportbot.paths import AppPaths

WORD = "Xylophonquark"


@pytest.fixture
def paths(tmp_path):
    return AppPaths(tmp_path / "data").create()


@pytest.fixture
def run(paths, capsys):
    """One command line; its exit code, stdout and stderr."""
    app = typer.Typer()
    app.callback()(lambda: None)
    app.add_typer(commands.app, name="history")

    def run(*argv):
        context = CliContext(CommonOptions(data_dir=paths.root))
        code = run_cli(app, ["history", *argv], context)
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.fixture
def talks(paths):
    """Two conversations and a saved state of each; their ids, the newer one first."""
    ids = []
    with_states = StateStore(paths.states_dir)
    store = HistoryStore(paths.database)
    for question in (f"How do I export {WORD}?", f"What is {WORD}\x1b[31m?"):
        conversation_id = store.start_conversation("linear")
        question_id = store.add_question(conversation_id, question)
        reply = Reply(
            id="r1", question=question, answer=f"It is {WORD}.", tier="auto", shown="streamed", refused=False,
            handoff=Handoff(False, False), sources=None, served_from="model", timings_ms=Timings(),
        )  # fmt: skip
        store.add_reply(conversation_id, question_id, reply, (1, 2))
        with_states.save(conversation_key(conversation_id), (1, 2), WORD.encode())
        ids.insert(0, conversation_id)
    store.close()
    return ids


def planted(paths):
    return [
        file
        for file in paths.root.rglob("*")
        if file.is_file() and WORD.encode() in file.read_bytes()
    ]


def test_list(run, talks):
    code, out, err = run("list", "--json")
    assert (code, err) == (0, "")
    listed = json.loads(out)["conversations"]
    assert [one["id"] for one in listed] == talks
    assert set(listed[0]) == {"id", "title", "updated_at", "message_count"}
    code, out, _ = run("list")
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == talks
    assert "\x1b" not in out


def test_an_empty_list(run):
    assert run("list", "--json")[:2] == (0, '{\n  "conversations": []\n}\n')
    assert run("list")[:2] == (0, "")


def test_export(run, talks, tmp_path):
    code, out, _ = run("export")
    assert code == 0
    assert [one["id"] for one in json.loads(out)["conversations"]] == talks
    code, out, _ = run("export", talks[1], "--format", "markdown")
    assert code == 0
    assert out.startswith(f"# How do I export {WORD}?\n")
    code, out, _ = run("export", "--format", "jsonl")
    assert code == 0
    assert [json.loads(line)["id"] for line in out.splitlines()] == talks
    file = tmp_path / "out.json"
    assert run("export", talks[0], "--out", str(file))[:2] == (0, "")
    assert json.loads(file.read_text())["conversations"][0]["id"] == talks[0]


def test_what_is_not_there(run, talks, tmp_path):
    assert run("export", "missing")[0] == 3
    assert run("erase", "missing", "--yes")[0] == 3
    assert run("export", "--out", str(tmp_path / "missing" / "file"))[0] == 3
    assert run("export", "--format", "xml")[0] == 2
    assert len(run("list")[1].splitlines()) == 2


def test_erase_one(run, talks, paths):
    code, out, err = run("erase", talks[0], "--yes")
    assert (code, out) == (0, "")
    assert "erased" in err
    assert [line.split()[0] for line in run("list")[1].splitlines()] == [talks[1]]
    assert len(list(paths.states_dir.glob("*.state"))) == 1
    run("erase", talks[1], "--yes")
    assert planted(paths) == []


def test_erase_all(run, talks, paths):
    assert planted(paths)
    assert run("erase", "--all", "--yes")[0] == 0
    assert planted(paths) == []
    assert run("list")[1] == ""


@pytest.mark.parametrize("argv", [(), ("x", "--all")])
def test_one_or_all(run, argv):
    code, _, err = run("erase", *argv)
    assert code == 2
    assert "--all" in err


def test_what_a_window_has_deleted_is_listed_nowhere_and_erased_with_the_rest(run, talks, paths):
    store = HistoryStore(paths.database)
    store.hide(talks[0])
    store.close()
    assert [line.split()[0] for line in run("list")[1].splitlines()] == [talks[1]]
    assert run("export", talks[0])[0] == 3
    assert run("erase", "--all", "--yes")[0] == 0
    assert planted(paths) == []


def test_erase_asks_first(run, talks, paths, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("n\n"))
    code, out, err = run("erase", "--all")
    assert (code, out.strip()) == (2, "")
    assert "2 conversations" in err
    assert len(list(paths.states_dir.glob("*.state"))) == 2
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    code, _, err = run("erase", talks[0])
    assert code == 2
    assert "--yes" in err
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    assert run("erase", talks[0])[0] == 0
    assert len(run("list")[1].splitlines()) == 1


def test_a_damaged_history_is_kept_until_erased(run, talks, paths):
    paths.database.write_bytes(b"damaged " + WORD.encode() * 1000)
    code, _, err = run("list")
    assert code == 4
    assert "damaged" in err
    assert planted(paths)
    assert run("erase", "--all", "--yes")[0] == 0
    assert planted(paths) == []
    assert run("list")[0] == 0


def test_no_data_folder_to_write(unprivileged, capsys):
    folder, rights = unprivileged
    app = typer.Typer()
    app.callback()(lambda: None)
    app.add_typer(commands.app, name="history")
    with rights():
        code = run_cli(
            app, ["history", "list"], CliContext(CommonOptions(data_dir=Path(folder) / "data"))
        )
    assert code == 4
    assert "data folder" in capsys.readouterr().err
