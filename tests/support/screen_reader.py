"""A screen reader for tests: what programs say of themselves on the accessibility bus.

Speaks AT-SPI (the interfaces ``org.a11y.atspi.*``) by D-Bus alone, to whatever program is there.
"""

from __future__ import annotations

import contextlib
import time
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jeepney import (
    DBusAddress,
    DBusErrorResponse,
    HeaderFields,
    MatchRule,
    message_bus,
    new_method_call,
)
from jeepney.io.blocking import open_dbus_connection
from jeepney.wrappers import unwrap_msg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jeepney import Message

_CALL_S = 30.0
_LOOK_AGAIN_S = 0.25
_ATSPI = "org.a11y.atspi"
_REGISTRY = "org.a11y.atspi.Registry"
_ROOT = "/org/a11y/atspi/accessible/root"
# AtspiStateType, as the protocol numbers them.
STATES = {"active": 1, "editable": 7, "focusable": 11, "focused": 12, "showing": 25, "visible": 30}


@dataclass(frozen=True)
class Accessible:
    """An object of a program's tree; equal to another of the same place."""

    reader: ScreenReader
    bus: str
    path: str

    @property
    def name(self) -> str:
        """What it is called."""
        return self._property("Name")

    @property
    def description(self) -> str:
        """What else is said about it."""
        return self._property("Description")

    @property
    def role(self) -> str:
        """Its role in the protocol's words (``push button``)."""
        return self.call("Accessible", "GetRoleName")[0]

    @property
    def states(self) -> set[str]:
        """Those of ``STATES`` that it is in."""
        low, high = self.call("Accessible", "GetState")[0]
        bits = low | high << 32
        return {name for name, bit in STATES.items() if bits >> bit & 1}

    @property
    def text(self) -> str:
        """All of its text."""
        return self.call("Text", "GetText", "ii", (0, -1))[0]

    @property
    def children(self) -> list[Accessible]:
        """What it consists of."""
        return [
            Accessible(self.reader, bus, path)
            for bus, path in self.call("Accessible", "GetChildren")[0]
        ]

    def tree(self) -> Iterator[Accessible]:
        """It and everything in it that is seen, in the order a screen reader goes."""
        try:
            if "showing" not in self.states and self.role != "application":
                return
            children = self.children
        except DBusErrorResponse:
            return  # it went away while it was looked at
        yield self
        for child in children:
            yield from child.tree()

    def find(self, role: str, name: str | None = None) -> Accessible | None:
        """The first in the tree with that role and a name that begins so; ``None`` without one."""
        for one in self.tree():
            if one.role == role and (name is None or one.name.startswith(name)):
                return one
        return None

    def call(self, interface: str, member: str, signature: str | None = None, body: tuple = ()):
        """Call one of its methods; the answer's values."""
        return self.reader.call(
            self.bus, self.path, f"{_ATSPI}.{interface}", member, signature, body
        )

    def _property(self, name: str) -> Any:
        body = (f"{_ATSPI}.Accessible", name)
        return self.reader.call(
            self.bus, self.path, "org.freedesktop.DBus.Properties", "Get", "ss", body
        )[0][1]


class ScreenReader:
    """Listens on an accessibility bus.

    Args:
        address: Of the bus.

    Attributes:
        announcements: What was to be read out so far.
        focus: What has the focus; ``None`` before anything had it.
    """

    def __init__(self, address: str) -> None:
        self._connection = open_dbus_connection(address)
        self.announcements: list[str] = []
        self.focus: Accessible | None = None
        events = MatchRule(type="signal", interface=f"{_ATSPI}.Event.Object")
        self._events: deque[Message] = deque()
        self._filter = self._connection.filter(events, queue=self._events, bufsize=None)
        self._send(message_bus.AddMatch(events))
        for event in ("object:announcement", "object:state-changed:focused"):
            self.call(
                _REGISTRY,
                "/org/a11y/atspi/registry",
                _REGISTRY,
                "RegisterEvent",
                "sas",
                (event, []),
            )

    def close(self) -> None:
        """Listen no more."""
        self._filter.close()
        self._connection.close()

    def applications(self) -> list[Accessible]:
        """The programs that are there."""
        return Accessible(self, _REGISTRY, _ROOT).children

    def until(self, true: Callable[[], Any], limit_s: float, what: str) -> Any:
        """Listen until it is true; what it gave.

        Raises:
            AssertionError: It was not in that time.
        """
        deadline = time.monotonic() + limit_s
        while time.monotonic() < deadline:
            with contextlib.suppress(DBusErrorResponse):  # gone while it was looked at
                if found := true():
                    return found
            self._listen()
        said = [self.focus.role, self.focus.name] if self.focus else None
        raise AssertionError(f"{what}; focus at {said}; said {self.announcements}")

    def call(
        self, bus: str, path: str, interface: str, member: str, signature=None, body: tuple = ()
    ) -> tuple:
        """Call a method on the bus; the answer's values."""
        to = DBusAddress(path, bus, interface)
        return self._send(new_method_call(to, member, signature, body))

    def _send(self, message: Message) -> tuple:
        reply = self._connection.send_and_get_reply(message, timeout=_CALL_S)
        return unwrap_msg(reply)

    def _listen(self) -> None:
        """Wait a little for an event, and take what came."""
        with contextlib.suppress(TimeoutError):
            self._connection.recv_messages(timeout=_LOOK_AGAIN_S)
        while self._events:
            event = self._events.popleft()
            fields = event.header.fields
            detail, value, _, (_, content), _ = event.body
            if fields[HeaderFields.member] == "Announcement":
                self.announcements.append(content)
            elif (detail, value) == ("focused", 1):
                bus, path = fields[HeaderFields.sender], fields[HeaderFields.path]
                self.focus = Accessible(self, bus, path)
