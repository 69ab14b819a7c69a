"""Where the frozen program begins: what only it needs, then ``supportbot`` itself.

Owns the repair of what PyInstaller's loader did to the process. Must not import anything of Qt: the engine's worker and
every command begin here too.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path


def _give_environment_back() -> None:
    """Let children start as the person's own programs: the loader put our libraries before everybody's."""
    if sys.platform == "linux":
        original = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
        if original is None:
            os.environ.pop("LD_LIBRARY_PATH", None)
        else:
            os.environ["LD_LIBRARY_PATH"] = original
    # A child that is this program again is one of its own, and finds our libraries by itself.
    os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"


def _open_streams() -> None:
    """A program without a console on Windows has no streams; what is said then goes nowhere."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - for good


if __name__ == "__main__":
    _give_environment_back()
    _open_streams()
    from supportbot.__main__ import main

    sys.exit(main())
