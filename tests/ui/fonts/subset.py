"""Makes the fonts of the pictures: parts of Inter, Noto Sans JP, Noto Sans Arabic and Noto Sans Mono.

    pip install fonttools
    apt-get install fonts-inter fonts-noto-core fonts-noto-mono fonts-noto-cjk
    python tests/ui/fonts/subset.py

Only needed when a letter is missing (a test says which). The window itself uses the system's fonts.
"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).parent
UI = Path(__file__).parents[3] / "supportbot" / "ui"
WORDS = (*HERE.parent.glob("s*.py"), *UI.glob("translations/*_ja.ts"))
SHARE = Path("/usr/share/fonts")
LATIN = {*range(0x20, 0x7F), *range(0xA0, 0x180), *map(ord, "–—‘’‚“”„†•…‰‹›€™←↑→↓⌘⌥⇧⌃⏎✓−≤≥×")}
MONO = {*range(0x20, 0x7F), *range(0xA0, 0x100), 0x2026}
ARABIC = {
    *range(0x0600, 0x0700),
    0x20,
    *map(ord, "0123456789.,:;!?()-%«»"),
    0x200C,
    0x200D,
    0x200E,
    0x200F,
}
# Kana, punctuation, wide forms, the kanji that programs usually say, and every letter of the pictures' own words.
JAPANESE = {
    *range(0x3000, 0x3100),
    *range(0xFF01, 0xFF60),
    *map(ord, (HERE / "kanji.txt").read_text("utf-8")),
    *(ord(letter) for file in WORDS for letter in file.read_text("utf-8") if letter > "\u2fff"),
}
FEATURES = ["ccmp", "kern", "locl", "mark", "mkmk", "init", "medi", "fina", "isol", "rlig", "liga"]
PARTS = (
    ("opentype/inter/Inter-Regular.otf", 0, "Inter-Regular.otf", LATIN),
    ("opentype/inter/Inter-Medium.otf", 0, "Inter-Medium.otf", LATIN),
    ("opentype/inter/Inter-SemiBold.otf", 0, "Inter-SemiBold.otf", LATIN),
    ("opentype/inter/Inter-Bold.otf", 0, "Inter-Bold.otf", LATIN),
    ("opentype/inter/Inter-Italic.otf", 0, "Inter-Italic.otf", LATIN),
    ("truetype/noto/NotoSansArabic-Regular.ttf", 0, "NotoSansArabic-Regular.ttf", ARABIC),
    ("truetype/noto/NotoSansArabic-Bold.ttf", 0, "NotoSansArabic-Bold.ttf", ARABIC),
    ("truetype/noto/NotoSansMono-Regular.ttf", 0, "NotoSansMono-Regular.ttf", MONO),
    ("opentype/noto/NotoSansCJK-Regular.ttc", 0, "NotoSansJP-Regular.otf", JAPANESE),
    ("opentype/noto/NotoSansCJK-Bold.ttc", 0, "NotoSansJP-Bold.otf", JAPANESE),
)


def main() -> int:
    """Write the parts; the exit code."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    for source, number, name, letters in PARTS:
        font = TTFont(SHARE / source, fontNumber=number)
        options = Options(hinting=False, desubroutinize=False, notdef_outline=True)
        # Japanese needs none; those that choose among countries would bring every country's letters in.
        options.layout_features = [] if "CJK" in source else FEATURES
        options.drop_tables += ["vhea", "vmtx", "VORG", "BASE", "DSIG"]
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=letters)
        subsetter.subset(font)
        font.save(HERE / name)
        print(f"{(HERE / name).stat().st_size:8}  {name}")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
