"""How a text document is dressed after it was filled: spacing, lists, key caps, links, no images.

A pure pass over a ``QTextDocument``; ``supportbot.ui.views.prose`` shows it.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextFrameFormat,
    QTextListFormat,
    QTextTable,
)

from supportbot.ui.markdown import key_caps, looks_like_keys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from supportbot.product.links import LinkPolicy
    from supportbot.ui.look import Look

# Room around a key cap, and therefore at both edges of the text.
KEY_PAD = 5
# Room above and below a code block.
CODE_PAD = 8
# Room for the bar beside a quotation.
QUOTE_PAD = 14
# Room between a bullet and its words, in hundredths of a space: as much as there is beside the dot of a number.
_BESIDE_BULLET = 145
_BULLETS = (
    QTextListFormat.Style.ListDisc,
    QTextListFormat.Style.ListCircle,
    QTextListFormat.Style.ListSquare,
)
_KEY = int(QTextFormat.Property.UserProperty) + 1
# Headings of a page that are larger than its text, and the room above and below.
_LARGE_LEVELS = 2
_ABOVE_HEADING, _ABOVE_SMALL_HEADING, _BELOW_HEADING = 24, 16, 5
_STRONG = ("L", "R", "AL")
_FIXED_HEIGHT = QTextBlockFormat.LineHeightTypes.FixedHeight.value


def dress(document: QTextDocument, look: Look, links: LinkPolicy) -> None:
    """Make a freshly filled document look like the rest of the window."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    _replace_images(document, cursor)
    for table in _tables(document):
        _mend_table(table, cursor)
    for block in _blocks(document):
        _turn_list(block, cursor)
        _space(block, cursor, look)
        if is_code(block):
            _dress_code_block(block, cursor, look)
            continue
        # A change of format may split or join fragments, so they are listed first.
        for fragment in list(_fragments(block)):
            _dress_fragment(fragment, block, cursor, look, links)
    cursor.endEditBlock()
    document.setIndentWidth(look.px(20))
    root = document.rootFrame().frameFormat()
    root.setLeftMargin(KEY_PAD)
    root.setRightMargin(KEY_PAD)
    document.rootFrame().setFrameFormat(root)
    for table in _tables(document):
        _dress_table(table, look)


def divide(document: QTextDocument, look: Look) -> None:
    """Make the headings of a dressed document divide it, as those of a page do; in an answer they hardly stand out."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for block in headings(document):
        large = block.blockFormat().headingLevel() <= _LARGE_LEVELS
        role = "heading" if large else "strong"
        above = _ABOVE_HEADING if large else _ABOVE_SMALL_HEADING
        _set_top(block, cursor, look.px(above) if block.previous().isValid() else 0)
        line = QTextBlockFormat()
        line.setLineHeight(look.line_height(role), _FIXED_HEIGHT)
        cursor.mergeBlockFormat(line)
        if block.next().isValid() and not is_code(block.next()):
            _set_top(block.next(), cursor, look.px(_BELOW_HEADING))
        shape = QTextCharFormat()  # the whole font would undo the room beside key caps
        shape.setProperty(QTextFormat.Property.FontPixelSize, look.font(role).pixelSize())
        shape.setFontWeight(look.font(role).weight())
        for fragment in list(_fragments(block)):
            if not is_key(fragment.charFormat()):
                _select(cursor, fragment.position(), fragment.length()).mergeCharFormat(shape)
    cursor.endEditBlock()


def headings(document: QTextDocument) -> list[QTextBlock]:
    """The headings of a document, in order."""
    return [block for block in _blocks(document) if block.blockFormat().headingLevel()]


def is_key(char_format: QTextCharFormat) -> bool:
    """Whether this format is that of a key cap or a piece of code."""
    return bool(char_format.property(_KEY))


def is_mirrored(block: QTextBlock) -> bool:
    """Whether its words begin on the right."""
    return block.textDirection() == Qt.LayoutDirection.RightToLeft


def quote_level(block: QTextBlock) -> int:
    """How deep this block is quoted; 0 when it is not."""
    return int(block.blockFormat().property(QTextFormat.Property.BlockQuoteLevel) or 0)


def _tables(document: QTextDocument) -> list[QTextTable]:
    return [frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable)]


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    at = block.begin()
    while not at.atEnd():
        yield at.fragment()
        at += 1


def _select(cursor: QTextCursor, start: int, length: int) -> QTextCursor:
    cursor.setPosition(start)
    cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _set_top(block: QTextBlock, cursor: QTextCursor, top: int) -> None:
    shape = QTextBlockFormat()
    shape.setTopMargin(top)
    cursor.setPosition(block.position())
    cursor.mergeBlockFormat(shape)


def is_code(block: QTextBlock) -> bool:
    """Whether this is a line of a code block."""
    fenced = block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence)
    # The importer leaves the mark on a table that follows a code block.
    return fenced and QTextCursor(block).currentTable() is None


def _space(block: QTextBlock, cursor: QTextCursor, look: Look) -> None:
    previous = block.previous()
    first = not previous.isValid()
    in_list = block.textList() is not None
    after_list = not first and previous.textList() is not None
    after_code = not first and is_code(previous)
    cursor.setPosition(block.position())
    top = 10.0
    if in_list and after_list:
        top = 6
    elif is_code(block):
        top = 0 if after_code else 10 + CODE_PAD
    elif after_code:
        top = 10 + CODE_PAD
    if cursor.currentTable() is not None or (first and not is_code(block)):
        top = 0
    shape = QTextBlockFormat()
    shape.setTopMargin(look.px(top))
    shape.setBottomMargin(CODE_PAD if is_code(block) and not block.next().isValid() else 0)
    shape.setLineHeight(look.line_height("body"), _FIXED_HEIGHT)
    if level := quote_level(block):
        room, mirrored = look.px(QUOTE_PAD) * level, is_mirrored(block)
        shape.setLeftMargin(0 if mirrored else room)
        shape.setRightMargin(room if mirrored else 0)
    if is_code(block):
        shape.setNonBreakableLines(False)
        shape.setLeftMargin(look.px(10))
        shape.setRightMargin(look.px(10))
    cursor.mergeBlockFormat(shape)
    listed = block.textList()
    if listed is not None and listed.format().style() in _BULLETS:
        # Qt keeps a space of this format between a bullet and its words, and takes nothing else of it.
        apart = QTextCharFormat()
        apart.setFontStretch(_BESIDE_BULLET)
        cursor.mergeBlockCharFormat(apart)


def _turn_list(block: QTextBlock, cursor: QTextCursor) -> None:
    """Have all items of a list begin on one side, and the dot of a number between it and its words."""
    listed = block.textList()
    if listed is None or listed.itemNumber(block):
        return
    items = [listed.item(at) for at in range(listed.count())]
    mirrored = 2 * sum(map(is_mirrored, items)) >= len(items)
    side = QTextBlockFormat()
    side.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
    )
    for item in items:
        if is_mirrored(item) is not mirrored:
            cursor.setPosition(item.position())
            cursor.mergeBlockFormat(side)
    shape = listed.format()
    before, after = shape.numberPrefix(), shape.numberSuffix()
    if after and any(map(_begins_with_key, items)):  # a cap takes room in front of its word
        after += "\u00a0"
    # Among words that begin on the right Qt puts what comes after a number in front of it.
    shape.setNumberPrefix(after if mirrored else before)
    shape.setNumberSuffix(before if mirrored else after)
    listed.setFormat(shape)


def _begins_with_key(block: QTextBlock) -> bool:
    first = next(_fragments(block), None)
    return first is not None and first.charFormat().fontFixedPitch()


def _dress_code_block(block: QTextBlock, cursor: QTextCursor, look: Look) -> None:
    if block.length() > 1:
        _select(cursor, block.position(), block.length() - 1).setCharFormat(_code_format(look))


def _dress_fragment(
    fragment: QTextFragment, block: QTextBlock, cursor: QTextCursor, look: Look, links: LinkPolicy
) -> None:
    kind = fragment.charFormat()
    _select(cursor, fragment.position(), fragment.length())
    if kind.isAnchor() and links.fault(kind.anchorHref()):
        plain = QTextCharFormat()
        plain.setFont(look.font("body"))
        cursor.setCharFormat(plain)
    elif kind.isAnchor():
        shown = QTextCharFormat()
        shown.setForeground(look.colour("accent"))
        shown.setFontUnderline(True)
        cursor.mergeCharFormat(shown)
    elif kind.fontFixedPitch() or _is_bold_key(fragment, block):
        _dress_key(fragment, block, cursor, look)
    elif block.blockFormat().headingLevel():
        heading = QTextCharFormat()
        heading.setFont(look.font("strong"))
        cursor.setCharFormat(heading)
    elif kind.fontWeight() > QFont.Weight.Normal:
        strong = QTextCharFormat()
        strong.setFontWeight(QFont.Weight.DemiBold)
        cursor.mergeCharFormat(strong)


def _is_bold_key(fragment: QTextFragment, block: QTextBlock) -> bool:
    """Whether keys were written in bold; a word such as "Enter" may be a button, so only what can be nothing else."""
    text = fragment.text().strip()
    bold = fragment.charFormat().fontWeight() > QFont.Weight.Normal
    certain = "+" in text or (len(text) == 1 and text.isupper())
    return bold and certain and not block.blockFormat().headingLevel() and looks_like_keys(text)


def _dress_key(fragment: QTextFragment, block: QTextBlock, cursor: QTextCursor, look: Look) -> None:
    """Key caps: drawn behind the text, with room made by spacing, so that the text stays as it is."""
    text, start = fragment.text(), fragment.position()
    caps = [(0, fragment.length())]
    shape = _code_format(look)
    if looks_like_keys(text) and len(text) == fragment.length():
        caps = key_caps(text)
        shape.setFont(look.font("key"))
        between = QTextCharFormat(shape)
        between.setForeground(look.colour("muted"))
        cursor.setCharFormat(between)
    shape.setProperty(_KEY, True)
    room = QTextCharFormat()
    room.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    room.setFontLetterSpacing(KEY_PAD)
    for first, end in caps:
        _select(cursor, start + first, end - first).setCharFormat(shape)
    after = start + len(text) - block.position()
    for first, end in caps:
        beside = _left_of(block, start + first - block.position(), after)
        if beside is not None:
            _select(cursor, block.position() + beside, 1).mergeCharFormat(room)
        if start + end < block.position() + block.length() - 1:
            _select(cursor, start + end - 1, 1).mergeCharFormat(room)


def _left_of(block: QTextBlock, first: int, after: int) -> int | None:
    """Which character of a block stands to the left of a key cap: the room behind it is the room before the cap.

    That is the one before, but among words that run from right to left the one ``after`` all the caps.
    """
    text = block.text()
    before = first - 1 if first > 0 else None
    if not is_mirrored(block):
        return before
    strong = (unicodedata.bidirectional(character) for character in reversed(text[:first]))
    nearest = next((kind for kind in strong if kind in _STRONG), "R")
    if nearest == "L":
        return before
    return after if after < len(text) else None


def _code_format(look: Look) -> QTextCharFormat:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(look.px(12.5))
    shape = QTextCharFormat()
    shape.setFont(font)
    return shape


def _replace_images(document: QTextDocument, cursor: QTextCursor) -> None:
    images = [
        (fragment.position(), fragment.length())
        for block in _blocks(document)
        for fragment in _fragments(block)
        if fragment.charFormat().isImageFormat()
    ]
    for start, length in reversed(images):
        _select(cursor, start, length)
        alternative = cursor.charFormat().property(QTextFormat.Property.ImageAltText)
        cursor.insertText(str(alternative or ""), QTextCharFormat())


def _mend_table(table: QTextTable, cursor: QTextCursor) -> None:
    """After a code block the importer begins a table with an empty line and forgets its first head is one."""
    first = table.cellAt(0, 0).firstCursorPosition()
    block = first.block()
    if block.length() == 1 and block.next().isValid() and first.currentTable() == table:
        following = QTextCursor(block.next()).currentTable()
        if following == table and table.cellAt(block.next().position()) == table.cellAt(0, 0):
            cursor.setPosition(block.position())
            cursor.deleteChar()
    head = QTextCharFormat()
    head.setFontWeight(QFont.Weight.Bold)
    for column in range(table.columns()):
        cell = table.cellAt(0, column)
        start, end = cell.firstPosition(), cell.lastPosition()
        if end > start:
            _select(cursor, start, end - start).mergeCharFormat(head)


def _dress_table(table: QTextTable, look: Look) -> None:
    shape = table.format()
    shape.setBorder(0)
    shape.setBorderCollapse(True)
    shape.setCellPadding(look.px(5))
    shape.setCellSpacing(0)
    shape.setTopMargin(look.px(10))
    shape.setBottomMargin(0)
    table.setFormat(shape)
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            edge = cell.format().toTableCellFormat()
            edge.setBottomBorder(1)
            edge.setBottomBorderBrush(look.colour("line"))
            edge.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            if column == 0:  # in line with the text above
                edge.setLeftPadding(0)
            cell.setFormat(edge)
