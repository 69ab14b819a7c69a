"""Whether anything can leave this machine right now, as far as the system itself can tell. Asks no other machine."""

from __future__ import annotations

import ipaddress

import psutil


def is_offline() -> bool:
    """Whether this machine is certainly offline: it has no address on any network. A moment's work; blocks.

    An address is no promise that the internet is behind it, so ``False`` promises nothing.
    """
    try:
        states, addresses = psutil.net_if_stats(), psutil.net_if_addrs()
    except (OSError, psutil.Error):
        return False
    return not any(
        _leads_out(one.address)
        for name, held in addresses.items()
        if name in states and states[name].isup
        for one in held
    )


def _leads_out(address: str) -> bool:
    """Whether this is an address on a network; interfaces have others, such as a card's own number."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return not (found.is_loopback or found.is_link_local or found.is_unspecified)
