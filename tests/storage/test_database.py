import multiprocessing
import os
import random
import re
import sqlite3
import stat
import subprocess
import sys

import pytest

from supportbot.errors import (
    AccessError,
    DatabaseDamagedError,
    DatabaseLockedError,
    DatabaseNewerError,
    DiskFullError,
    EnvironmentFault,
    SupportbotError,
)
from supportbot.storage import (
    Migration,
    check_integrity,
    open_database,
    remove_files,
    set_aside,
    transaction,
    translated,
    wipe_deleted,
)

FIRST = Migration(1, "notes", ("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT)",))
SECOND = Migration(
    2,
    "authors",
    ("ALTER TABLE note ADD COLUMN author TEXT", "UPDATE note SET author = 'unknown'"),
)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "data.sqlite3"


@pytest.fixture
def connection(file):
    connection = open_database(file, [FIRST])
    yield connection
    connection.close()


def add(connection, file, text="a note"):
    with transaction(connection, file):
        connection.execute("INSERT INTO note (text) VALUES (?)", (text,))


def texts(connection):
    return [row[0] for row in connection.execute("SELECT text FROM note ORDER BY id").fetchall()]


def version_of(file):
    connection = sqlite3.connect(file)
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    connection.close()
    return version


# --------------------------------------------------------------------------- opening


def test_a_new_database_is_private_and_set_up(file, connection):
    settings = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "secure_delete", "foreign_keys", "temp_store", "user_version")
    }
    assert settings == {
        "journal_mode": "wal",
        "secure_delete": 1,
        "foreign_keys": 1,
        "temp_store": 2,
        "user_version": 1,
    }
    add(connection, file)
    if os.name == "posix":
        for part in file.parent.iterdir():
            assert stat.S_IMODE(part.stat().st_mode) == 0o600


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's")
def test_a_database_that_others_could_read_is_closed_to_them(file):
    open_database(file, [FIRST]).close()
    file.chmod(0o644)
    open_database(file, [FIRST]).close()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_first_version_is_migrated_and_keeps_its_rows(file):
    old = sqlite3.connect(file)
    old.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT)")
    old.execute("INSERT INTO note (text) VALUES ('kept')")
    old.execute("PRAGMA user_version = 1")
    old.commit()
    old.close()
    connection = open_database(file, [SECOND, FIRST])
    assert connection.execute("SELECT text, author FROM note").fetchall() == [("kept", "unknown")]
    connection.close()
    assert version_of(file) == 2


def test_a_migration_that_fails_leaves_the_version_before(file):
    open_database(file, [FIRST]).close()
    broken = Migration(2, "broken", ("CREATE TABLE half (id)", "CREATE NONSENSE"))
    with pytest.raises(sqlite3.OperationalError, match="syntax"):
        open_database(file, [FIRST, broken])
    connection = open_database(file, [FIRST])
    assert not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'half'").fetchall()
    connection.close()


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE VIRTUAL TABLE found USING nonsense (text)",
        "CREATE VIRTUAL TABLE found USING fts5 (text, tokenize = 'nonsense')",
    ],
)
def test_an_sqlite_without_full_text_search_is_no_damage(file, statement):
    open_database(file, [FIRST]).close()
    with pytest.raises(EnvironmentFault, match="full-text"):
        open_database(file, [FIRST, Migration(2, "search", (statement,))])
    assert version_of(file) == 1


def test_a_migrations_work_is_part_of_it(file):
    def write(connection):
        connection.execute("INSERT INTO note (text) VALUES ('worked')")

    def fail(connection):
        write(connection)
        raise DiskFullError("Full.", "Free some space.")

    open_database(file, [FIRST]).close()
    with pytest.raises(DiskFullError):
        open_database(file, [FIRST, Migration(2, "half", SECOND.statements, fail)])
    assert version_of(file) == 1
    connection = open_database(file, [FIRST, Migration(2, "whole", SECOND.statements, write)])
    assert texts(connection) == ["worked"]
    connection.close()


def test_a_newer_database_is_refused_and_untouched(file):
    connection = open_database(file, [FIRST, SECOND])
    connection.execute("PRAGMA user_version = 9")
    connection.close()
    before = file.read_bytes()
    with pytest.raises(DatabaseNewerError, match=r"data\.sqlite3.*newer version") as caught:
        open_database(file, [FIRST, SECOND])
    assert caught.value.exit_code == 4
    assert file.read_bytes() == before


def _open_at_once(file, barrier, results):
    barrier.wait(30)
    try:
        open_database(file, [FIRST, SECOND]).close()
        results.put("ok")
    except SupportbotError as err:
        results.put(repr(err))


def test_first_starts_at_the_same_moment_do_not_collide(file):
    spawn = multiprocessing.get_context("spawn")
    barrier, results = spawn.Barrier(3), spawn.Queue()
    processes = [
        spawn.Process(target=_open_at_once, args=(file, barrier, results)) for _ in range(3)
    ]
    for process in processes:
        process.start()
    assert [results.get(timeout=30) for _ in processes] == ["ok"] * 3
    for process in processes:
        process.join()
    results.close()
    results.join_thread()
    assert version_of(file) == 2


# --------------------------------------------------------------------------- damage


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"no database at all, but a text that somebody put there" * 100,
        lambda data: b"\xff" * 100 + data[100:],
        lambda data: data[:50],
        lambda data: data[:100] + b"\xff" * (len(data) - 100),
    ],
    ids=["text", "header", "truncated", "pages"],
)
def test_a_damaged_database_is_told_and_untouched(file, damage):
    open_database(file, [FIRST]).close()
    file.write_bytes(damage(file.read_bytes()))
    before = file.read_bytes()
    with pytest.raises(DatabaseDamagedError, match="damaged"):
        open_database(file, [FIRST, SECOND])
    assert file.read_bytes() == before


def test_somebody_elses_database_is_not_written_into(file):
    other = sqlite3.connect(file)
    other.execute("CREATE TABLE theirs (id)")
    other.close()
    with pytest.raises(DatabaseDamagedError, match="not one of this program"):
        open_database(file, [FIRST])
    other = sqlite3.connect(file)
    assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("theirs",)]
    other.close()


def test_a_missing_table_is_damage(file, connection):
    connection.execute("DROP TABLE note")
    with pytest.raises(DatabaseDamagedError):
        add(connection, file)


def test_an_emptied_file_with_a_log_is_not_taken_for_a_new_one(file):
    open_database(file, [FIRST]).close()
    file.write_bytes(b"")
    log = file.with_name(file.name + "-wal")
    log.write_bytes(b"x" * 100)
    with pytest.raises(DatabaseDamagedError):
        open_database(file, [FIRST])
    assert log.stat().st_size == 100


def test_damage_inside_is_found_by_the_check(file, connection):
    for _ in range(200):
        add(connection, file, "word " * 100)
    check_integrity(connection, file)
    connection.close()
    data = bytearray(file.read_bytes())
    data[8192:12288] = b"\xff" * 4096
    file.write_bytes(data)
    connection = open_database(file, [FIRST])
    with pytest.raises(DatabaseDamagedError):
        check_integrity(connection, file)
    connection.close()


def test_set_aside_keeps_every_byte_and_counts(file):
    file.write_bytes(b"first")
    file.with_name(file.name + "-wal").write_bytes(b"log")
    assert set_aside(file).name == "data.sqlite3.damaged-1"
    file.write_bytes(b"second")
    assert set_aside(file).name == "data.sqlite3.damaged-2"
    assert {entry.name: entry.read_bytes() for entry in file.parent.iterdir()} == {
        "data.sqlite3.damaged-1": b"first",
        "data.sqlite3.damaged-1-wal": b"log",
        "data.sqlite3.damaged-2": b"second",
    }
    open_database(file, [FIRST]).close()
    remove_files(file, copies_only=True)
    assert [entry.name for entry in file.parent.iterdir()] == [file.name]
    remove_files(file)
    assert list(file.parent.iterdir()) == []


# --------------------------------------------------------------------------- writing


def test_a_transaction_is_whole_or_absent(file, connection):
    def half():
        with transaction(connection, file):
            connection.execute("INSERT INTO note (text) VALUES ('half')")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    add(connection, file, "whole")
    assert texts(connection) == ["whole"]


def test_a_fault_of_the_program_is_not_disguised(file, connection):
    with pytest.raises(sqlite3.OperationalError, match="syntax"), translated(file):
        connection.execute("SELEKT 1")
    with pytest.raises(sqlite3.IntegrityError), translated(file):
        connection.execute("INSERT INTO note (id) VALUES (1), (1)")


def test_a_full_database_keeps_what_was_there(file, connection):
    add(connection, file, "before")
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFullError, match="no space left"):
        add(connection, file, "word " * 10_000)
    assert texts(connection) == ["before"]


def test_a_full_disk_keeps_what_was_there(tiny_disk):
    file = tiny_disk / "data.sqlite3"
    connection = open_database(file, [FIRST])
    add(connection, file, "before")
    with pytest.raises(DiskFullError, match="Free some space"):
        add(connection, file, "word " * 100_000)
    assert texts(connection) == ["before"]
    add(connection, file, "after")
    connection.close()


def test_no_room_even_to_open(tiny_disk):
    (tiny_disk / "filler").write_bytes(bytes(256 * 1024))
    with pytest.raises(DiskFullError):
        open_database(tiny_disk / "data.sqlite3", [FIRST])


HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute(sys.argv[2])
connection.execute("SELECT count(*) FROM note").fetchone()
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def holder(file, connection):
    """Another process that holds the database by a statement, until told to let go."""
    started = []

    def hold(statement):
        process = subprocess.Popen(
            [sys.executable, "-c", HOLD, str(file), statement],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        started.append(process)
        assert process.stdout.readline().strip() == b"held"
        return process

    yield hold
    for process in started:
        process.communicate()


def test_another_writer_is_waited_for_and_then_told(file, connection, holder):
    connection.close()
    other = open_database(file, [FIRST], busy_timeout_s=0.05)
    process = holder("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseLockedError, match="Another program"):
        add(other, file)
    process.communicate()
    add(other, file)
    other.close()


def test_a_database_that_is_held_alone_cannot_be_opened(file, connection, holder):
    connection.close()
    holder("PRAGMA locking_mode = EXCLUSIVE")
    with pytest.raises(DatabaseLockedError):
        open_database(file, [FIRST], busy_timeout_s=0.05)


def test_wiping_waits_for_a_reader_and_says_so(file, connection, holder):
    add(connection, file, "secret words")
    process = holder("BEGIN")
    connection.execute("PRAGMA busy_timeout = 50")
    connection.execute("DELETE FROM note")
    with pytest.raises(DatabaseLockedError):
        wipe_deleted(connection, file)
    process.communicate()
    wipe_deleted(connection, file)
    assert b"secret words" not in b"".join(part.read_bytes() for part in file.parent.iterdir())


@pytest.mark.parametrize("seed", [2, 4, 5])
def test_wiping_also_finds_what_sqlite_left_behind_when_it_moved_rows(file, connection, seed):
    rng, kept = random.Random(seed), []
    connection.execute("CREATE TABLE word (id TEXT PRIMARY KEY, text TEXT)")
    with transaction(connection, file):
        for _ in range(1500):
            if rng.random() < 0.6 or not kept:
                kept.append(f"{rng.getrandbits(48):012x}")
                text = f"secret{kept[-1]} {'x' * rng.randrange(120)}"
                connection.execute("INSERT INTO word VALUES (?, ?)", (kept[-1], text))
            else:
                gone = kept.pop(rng.randrange(len(kept)))
                connection.execute("DELETE FROM word WHERE id = ?", (gone,))
    wipe_deleted(connection, file)
    left = set(re.findall(r"secret([0-9a-f]{12})", file.read_bytes().decode("latin-1")))
    assert left == set(kept)


# --------------------------------------------------------------------------- no access


def test_a_folder_in_its_place(tmp_path):
    with pytest.raises(AccessError):
        open_database(tmp_path, [FIRST])


def test_no_folder(tmp_path):
    with pytest.raises(AccessError, match="cannot be opened"):
        open_database(tmp_path / "missing" / "data.sqlite3", [FIRST])


def test_a_read_only_folder(unprivileged):
    folder, rights = unprivileged
    with rights(), pytest.raises(AccessError):
        open_database(folder / "data.sqlite3", [FIRST])


def test_a_writable_file_in_a_read_only_folder(unprivileged):
    folder, rights = unprivileged
    file = folder / "data.sqlite3"
    open_database(file, [FIRST]).close()
    if os.geteuid() == 0:
        os.chown(file, 65534, -1)
    else:
        folder.chmod(0o555)
    with rights(), pytest.raises(AccessError, match="cannot be written"):
        open_database(file, [FIRST])
    folder.chmod(0o755)


def test_a_read_only_file(unprivileged):
    folder, rights = unprivileged
    file = folder / "data.sqlite3"
    open_database(file, [FIRST]).close()
    folder.chmod(0o777)
    file.chmod(0o444)
    with rights(), pytest.raises(AccessError):
        open_database(file, [FIRST])


# --------------------------------------------------------------------------- a crash

CRASH = """
import sys
from pathlib import Path
from supportbot.storage import Migration, open_database, transaction
file = Path(sys.argv[1])
notes = Migration(1, "notes", ("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT)",))
connection = open_database(file, [notes])
for number in range(10 ** 6):
    with transaction(connection, file):
        connection.execute("INSERT INTO note (text) VALUES (?)", (f"{number} " + "word " * 50,))
    print(number, flush=True)
"""


def test_what_was_written_before_a_kill_is_there(file):
    command = [sys.executable, "-c", CRASH, str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        last = [int(process.stdout.readline()) for _ in range(20)][-1]
        process.kill()
    connection = open_database(file, [FIRST])
    check_integrity(connection, file)
    numbers = [int(text.split()[0]) for text in texts(connection)]
    assert numbers == list(range(len(numbers)))
    assert numbers[-1] >= last
    connection.close()
