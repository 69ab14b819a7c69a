"""The details support asks for.

Holds no word of any conversation. A path says ``~`` for the home folder and never a user's name. Knows no Qt.
"""

from __future__ import annotations

import contextlib
import getpass
import re
from pathlib import Path
from typing import TYPE_CHECKING

from supportbot import __version__
from supportbot.quality.preflight import package_versions, system_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from supportbot.models.states import ModelStatus
    from supportbot.product.pack import ProductPack
    from supportbot.settings import Settings


def details(
    pack: ProductPack,
    settings: Settings,
    model: ModelStatus | None,
    data_dir: Path,
    extra: Mapping[str, str],
) -> str:
    """The details support asks for, one a line.

    Args:
        pack: The product pack.
        settings: In force.
        model: Of the model; ``None`` when nobody could look.
        data_dir: Where things are kept.
        extra: What only the caller knows, by name.
    """
    product = pack.product
    lines = [
        f"{product.name} {product.version} (supportbot {__version__}, pack {product.id})",
        system_line(),
    ]
    lines += [f"{name}: {value}" for name, value in extra.items()]
    if model is not None and model.model_id is not None:
        lines.append(f"Model: {model.model_id}, {model.state.value}")
        lines += [f"Model file: {without_user(model.path)}"] if model.path else []
        lines += [f"Model sha256: {model.sha256}"] if model.sha256 else []
        lines += [f"Model problem: {model.problem.code}"] if model.problem else []
    shown = settings.model_dump(exclude={"window", "drawer_open"})
    lines.append("Settings: " + ", ".join(f"{key} {value}" for key, value in shown.items()))
    lines.append(f"Data folder: {without_user(data_dir)}")
    versions = (f"{name} {version}" for name, version in package_versions().items() if version)
    lines.append("Packages: " + ", ".join(versions))
    return "\n".join(lines)


def without_user(path: Path) -> str:
    """A path that does not say whose it is."""
    with contextlib.suppress(ValueError, RuntimeError):
        path = Path("~") / path.relative_to(Path.home())
    user = ""
    with contextlib.suppress(OSError, KeyError):
        user = getpass.getuser()
    if not user:
        return str(path)
    return re.sub(
        rf"(?<![^\W_]){re.escape(user)}(?![^\W_])", "user", str(path), flags=re.IGNORECASE
    )
