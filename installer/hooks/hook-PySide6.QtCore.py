"""The plugins and translations of Qt that the window uses, instead of all that there are.

PyInstaller takes every plugin of a Qt module, and with each what it is linked to (GTK, OpenSSL, CUPS, half of QML). The
hooks beside this one switch that off, module by module; this one, which always runs, names what stays.
"""

import sys
from pathlib import Path

from PyInstaller.utils.hooks import get_package_paths

PLUGINS = {
    "linux": (
        "platforms/libqxcb",
        "platforms/libqwayland",
        "platforms/libqoffscreen",  # --self-test and --screenshot without a display
        "wayland-shell-integration/libxdg-shell",
        "wayland-decoration-client/libadwaita",
        "wayland-decoration-client/libbradient",
        "platforminputcontexts/libcomposeplatforminputcontextplugin",
        "platforminputcontexts/libibusplatforminputcontextplugin",
        "platformthemes/libqxdgdesktopportal",
    ),
    "win32": ("platforms/qwindows", "platforms/qoffscreen"),
    "darwin": ("platforms/libqcocoa", "platforms/libqoffscreen"),
}
PICTURES = ("imageformats/{}qsvg", "iconengines/{}qsvgicon")  # a pack's logo, as icon of the window

here = sys.platform
package = Path(get_package_paths("PySide6")[1])
qt = package if here == "win32" else package / "Qt"
suffix = {"win32": ".dll", "darwin": ".dylib"}.get(here, ".so")
prefix = "" if here == "win32" else "lib"


def _inside(path: Path) -> str:
    return str(Path("PySide6") / path.parent.relative_to(package))


_plugins = [
    qt / "plugins" / f"{name}{suffix}"
    for name in (*PLUGINS[here], *(name.format(prefix) for name in PICTURES))
]
hiddenimports = ["shiboken6", "inspect", "PySide6.support.deprecated"]
binaries = [(str(path), _inside(path)) for path in _plugins]
# The words of Qt's own widgets: the menu of a text field, the buttons of a dialog.
datas = [(str(path), _inside(path)) for path in (qt / "translations").glob("qtbase_*.qm")]
