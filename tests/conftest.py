"""What every test gets: a home of its own, no network, and a check that nothing is left behind."""

from __future__ import annotations

import contextlib
import ipaddress
import logging
import os
import shutil
import socket
import sys
import tempfile
import threading
from pathlib import Path

import psutil
import pytest
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from tests.support.disks import small_file_system

if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The machine is shared, so a deadline would fail for another's load; the autouse fixtures below are
# safe to keep over the examples of one property.
hypothesis_settings.register_profile(
    "default", deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
hypothesis_settings.load_profile("default")

NOBODY = 65534
GRACE_S = 3.0
PROXY_VARIABLES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy", "ftp_proxy")


def pytest_unconfigure():
    """llama_cpp opens the null device twice when it is imported, and leaves that to the interpreter's end to find."""
    opened = sys.modules.get("llama_cpp._utils")
    if opened is not None:
        opened.outnull_file.close()
        opened.errnull_file.close()


# --------------------------------------------------------------------------- a home of its own


@pytest.fixture(autouse=True)
def isolated_home(tmp_path_factory, monkeypatch):
    """Every place where a program keeps things, empty and thrown away; returns the home."""
    home = tmp_path_factory.mktemp("home")
    for variable, folder in {
        "HOME": "",
        "USERPROFILE": "",
        "XDG_DATA_HOME": ".local/share",
        "XDG_CONFIG_HOME": ".config",
        "XDG_CACHE_HOME": ".cache",
        "XDG_STATE_HOME": ".local/state",
        "XDG_RUNTIME_DIR": ".runtime",
        "APPDATA": "AppData/Roaming",
        "LOCALAPPDATA": "AppData/Local",
    }.items():
        place = home / folder
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
        monkeypatch.setenv(variable, str(place))
    for variable in PROXY_VARIABLES:
        monkeypatch.delenv(variable, raising=False)
        monkeypatch.delenv(variable.upper(), raising=False)
    return home


# --------------------------------------------------------------------------- no network


def _is_local(address) -> bool:
    if not isinstance(address, tuple):  # AF_UNIX
        return True
    host = address[0]
    if host in ("", "localhost"):
        return True
    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True)
def no_network(request, monkeypatch):
    """Connecting to another machine raises; loopback and AF_UNIX work. ``network`` marks lift it."""
    if request.node.get_closest_marker("network"):
        return
    connect, connect_ex, sendto = (
        socket.socket.connect,
        socket.socket.connect_ex,
        socket.socket.sendto,
    )
    getaddrinfo = socket.getaddrinfo

    def refuse(address):
        if not _is_local(address):
            raise AssertionError(f"a test tried to reach {address!r}")

    def guarded_connect(self, address):
        refuse(address)
        return connect(self, address)

    def guarded_connect_ex(self, address):
        refuse(address)
        return connect_ex(self, address)

    def guarded_sendto(self, data, *rest):
        refuse(rest[-1])
        return sendto(self, data, *rest)

    def guarded_getaddrinfo(host, *args, **kwargs):
        name = host.decode() if isinstance(host, bytes) else host
        refuse((name or "localhost",))
        return getaddrinfo(host, *args, **kwargs)

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
    monkeypatch.setattr(socket.socket, "sendto", guarded_sendto)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_getaddrinfo)


# --------------------------------------------------------------------------- nothing left behind


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture
def logged_warnings():
    """The warnings of ``supportbot`` so far; a test that asks for this expects some."""
    collector = _Collector()
    logger = logging.getLogger("supportbot")
    logger.addHandler(collector)
    yield collector.records
    logger.removeHandler(collector)


@pytest.fixture(autouse=True)
def no_unexpected_warning(request):
    """A warning that no test expects is a defect."""
    collector = _Collector()
    logger = logging.getLogger("supportbot")
    before = logger.level, logger.propagate, logger.disabled
    logger.addHandler(collector)
    yield
    logger.removeHandler(collector)
    logger.setLevel(before[0])
    logger.propagate, logger.disabled = before[1:]
    if collector.records and "logged_warnings" not in request.fixturenames:
        said = "\n".join(f"{r.levelname} {r.name}: {r.getMessage()}" for r in collector.records)
        pytest.fail(f"unexpected log records:\n{said}")


def _children() -> dict[int, psutil.Process]:
    """Direct children. The kernel's own list is much cheaper than a walk over all processes."""
    lists = list(Path("/proc/self/task").glob("*/children"))
    if not lists:
        return {child.pid: child for child in psutil.Process().children()}
    found = {}
    for file in lists:
        with contextlib.suppress(OSError):
            for pid in map(int, file.read_text().split()):
                with contextlib.suppress(psutil.NoSuchProcess):
                    found[pid] = psutil.Process(pid)
    return found


def _is_tracker(process: psutil.Process) -> bool:
    """Python's own helper for shared memory, which lives as long as the test run."""
    with contextlib.suppress(psutil.Error):
        return any("resource_tracker" in part for part in process.cmdline())
    return False


@pytest.fixture(autouse=True)
def nothing_left_running():
    """A live non-daemon thread or a child process after the test is a defect."""
    threads, children = set(threading.enumerate()), set(_children())
    yield
    left = [t for t in threading.enumerate() if t not in threads and not t.daemon]
    for thread in left:
        thread.join(GRACE_S)
    left = [thread for thread in left if thread.is_alive()]
    late = [
        child
        for pid, child in _children().items()
        if pid not in children and not _is_tracker(child)
    ]
    _, late = psutil.wait_procs(late, timeout=GRACE_S) if late else ([], [])
    for child in late:
        with contextlib.suppress(psutil.NoSuchProcess):
            child.kill()
    assert not left, f"threads left running: {left}"
    assert not late, f"child processes left running: {late}"


# --------------------------------------------------------------------------- unkind places


@pytest.fixture
def unprivileged():
    """A folder anyone may enter, and the rights of a user who owns nothing.

    Yields the folder and a context manager; root (who may write anywhere) drops to ``nobody`` in it.
    """
    folder = Path(tempfile.mkdtemp(prefix="supportbot-"))
    folder.chmod(0o755)

    @contextlib.contextmanager
    def rights():
        if os.name != "posix" or os.geteuid() != 0:
            yield
            return
        os.seteuid(NOBODY)
        try:
            yield
        finally:
            os.seteuid(0)

    yield folder, rights
    shutil.rmtree(folder)


@pytest.fixture
def tiny_disk(tmp_path):
    """A file system of 256 KiB; skipped where none can be mounted."""
    with small_file_system(tmp_path / "disk", "256k") as place:
        yield place
