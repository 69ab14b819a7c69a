"""The icons of a frozen program, read again with Qt's own readers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage, QImageReader

from installer.icons import ICNS_TYPES, ICO_SIZES, write_icns, write_ico

if TYPE_CHECKING:
    from collections.abc import Callable

LOGO = Path(__file__).parents[2] / "assets" / "linear" / "logo.svg"


def pictures(path: Path) -> list[QImage]:
    reader = QImageReader(str(path))
    found = []
    for index in range(reader.imageCount()):
        reader.jumpToImage(index)
        found.append(reader.read())
    return found


@pytest.mark.parametrize(
    ("write", "sizes"), [(write_ico, ICO_SIZES), (write_icns, ICNS_TYPES.values())]
)
def test_an_icon_holds_the_logo_in_every_size(
    tmp_path: Path, write: Callable[[Path, Path], Path], sizes: list[int]
) -> None:
    found = pictures(write(LOGO, tmp_path))
    assert sorted(picture.width() for picture in found) == sorted(sizes)
    for picture in found:
        middle = picture.width() // 2
        assert picture.height() == picture.width()
        assert picture.pixelColor(0, 0).alpha() < 64, "outside the rounded corner"
        assert picture.pixelColor(middle, picture.height() // 16).name() == "#5e6ad2"
