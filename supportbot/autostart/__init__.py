"""Opening at login: one small module for each system, all behind ``Autostart``. Knows no Qt.

    linux.py     a desktop entry in the autostart folder
    windows.py   a value of the Run key
    macos.py     a launch agent

The system's own place is the only record: what a person switches off there is off here too.
"""

from supportbot.autostart.choose import autostart_here, start_command
from supportbot.autostart.protocol import Autostart

__all__ = ["Autostart", "autostart_here", "start_command"]
