"""supportbot: an on-device support helper that knows when a person should answer."""

__version__ = "0.1.0"
