"""Offline is said only where it is certain."""

from __future__ import annotations

from types import SimpleNamespace

import psutil
import pytest

from supportbot.handoff import is_offline


@pytest.fixture
def network(monkeypatch):
    """A machine with these interfaces: name, whether it is up, addresses."""

    def make(*interfaces):
        states = {name: SimpleNamespace(isup=up) for name, up, _ in interfaces}
        held = {
            name: [SimpleNamespace(address=one) for one in found] for name, _, found in interfaces
        }
        monkeypatch.setattr(psutil, "net_if_stats", lambda: states)
        monkeypatch.setattr(psutil, "net_if_addrs", lambda: held)

    return make


LOOPBACK = ("lo", True, ["127.0.0.1", "::1", "00:00:00:00:00:00"])


@pytest.mark.parametrize(
    ("others", "offline"),
    [
        ([], True),
        ([("eth0", True, ["02:42:ac:11:00:02"])], True),
        ([("eth0", True, ["fe80::1%eth0", "169.254.3.4"])], True),
        ([("eth0", False, ["192.168.1.5"])], True),
        ([("eth0", True, ["192.168.1.5"])], False),
        ([("eth0", True, ["2001:db8::7"])], False),
    ],
)
def test_a_machine_without_an_address_is_offline(network, others, offline):
    network(LOOPBACK, *others)
    assert is_offline() is offline


def test_what_cannot_be_found_out_is_not_offline(monkeypatch):
    def refused():
        raise PermissionError("no")

    monkeypatch.setattr(psutil, "net_if_stats", refused)
    assert is_offline() is False


def test_the_machine_itself_can_be_asked():
    assert is_offline() in {True, False}
