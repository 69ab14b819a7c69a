"""Checks of a window's accessibility, over whatever it shows; each returns its faults in words.

After WCAG 2.2: a name and a role (4.1.2), contrast (1.4.3, 1.4.11), a visible focus (2.4.7), the size of targets
(2.5.8) and the order of the focus (2.4.3).
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QMenu,
    QTextBrowser,
    QTextEdit,
    QWidget,
)

from supportbot.ui.views.drawer import Drawer
from supportbot.ui.views.focus import bring_into_view
from supportbot.ui.views.panels import Field
from supportbot.ui.views.sheet import Sheet
from supportbot.ui.views.toast import Toast
from tests.support.painted import contrasts

SMALLEST_TARGET = 24
_Role = QAccessible.Role
_FITTING = (
    (QAbstractButton, {_Role.Button, _Role.CheckBox, _Role.RadioButton, _Role.Link}),
    (QTextBrowser, {_Role.StaticText}),
    (QTextEdit, {_Role.EditableText}),
    (QLineEdit, {_Role.EditableText}),
    (QAbstractItemView, {_Role.List, _Role.Tree, _Role.Table}),
    (Sheet, {_Role.Dialog}),
)
_GROUPS = (Drawer, Sheet, Toast)
# A ring around a control changes about so many pixels for each one of its outline.
_RING_SHARE = 0.5
_AROUND = 4


def controls(root: QWidget) -> list[QWidget]:
    """What can be seen and used: focused by keyboard or clicked."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisibleTo(root)
        and _is_used(widget)
        and not _seen(widget, root).isEmpty()
        and not _covered(widget)
    ]


def nameless(root: QWidget) -> list[str]:
    """Controls without a name, or with a role that does not fit."""
    faults = []
    for widget in (root, *controls(root)):
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name).strip()
        if not name:
            faults.append(f"no name: {widget}")
        fitting = next((roles for kind, roles in _FITTING if isinstance(widget, kind)), None)
        if fitting is not None and interface.role() not in fitting:
            faults.append(f"{name!r} is a {interface.role()}")
        if fitting is None and interface.role() in {_Role.NoRole, _Role.Client}:
            faults.append(f"{name!r} has no role: {widget}")
    return faults + [f"an entry of {one} has no text" for one in _silent_entries(root)]


def small_targets(root: QWidget) -> list[str]:
    """What is too small to hit."""
    sizes = [
        (widget.accessibleName(), target.width(), target.height())
        for widget, target in ((one, _target(one)) for one in controls(root))
        if isinstance(widget, QAbstractButton | QLineEdit | QTextEdit) and not _is_read(widget)
    ]
    if isinstance(root, QMenu):
        entries = [(one.text(), root.actionGeometry(one)) for one in _entries(root)]
        sizes += [(text, place.width(), place.height()) for text, place in entries]
    for view in root.findChildren(QAbstractItemView):
        if view.isVisibleTo(root) and view.model() is not None:
            rows = (view.model().index(at, 0) for at in range(view.model().rowCount()))
            places = [(one.data(), view.visualRect(one)) for one in rows if one.flags()]
            sizes += [(text, place.width(), place.height()) for text, place in places]
    return [
        f"{name!r} is {width} x {height}"
        for name, width, height in sizes
        if min(width, height) < SMALLEST_TARGET
    ]


def faint(root: QWidget) -> list[str]:
    """Text and icons that stand out too little from what is painted behind them."""
    found = list(contrasts(root))
    assert found, "nothing was painted"
    return [
        f"{mark.what!r} {mark.ink}: {ratio:.2f}, not {mark.least}"
        for mark, ratio in found
        if ratio < mark.least
    ]


def ringless(window: QWidget) -> list[str]:
    """Controls that look the same with the keyboard at them and without."""
    faults = []
    for widget in controls(window):
        if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus or not widget.isEnabled():
            continue
        if (focused := QApplication.focusWidget()) is not None:
            focused.clearFocus()
        if not widget.isVisible():
            continue  # a title that is written over is done when the keyboard leaves it
        bring_into_view(widget)
        place, outline = _ring_place(widget, window)
        without = _pixels(window, place)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        changed = np.any(without != _pixels(window, place), axis=-1).sum()
        if changed < outline * _RING_SHARE:
            faults.append(f"{widget.accessibleName()!r}: {changed} of {outline} pixels change")
        widget.clearFocus()
    return faults


def disordered(window: QWidget) -> list[str]:
    """Steps of Tab that go against the line of reading; one, the way back to the start, is right."""
    faults = []
    groups: dict[QWidget, list[tuple[str, QRect]]] = {}
    for stop, place in _tab_stops(window).items():
        groups.setdefault(_group(stop), []).append((stop.accessibleName(), place))
    mirrored = window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    for stops in groups.values():
        back = [
            f"Tab goes from {name!r} back to {after!r}"
            for (name, place), (after, next_place) in pairwise([*stops, stops[0]])
            if _reads_before(next_place, place, mirrored=mirrored)
        ]
        if len(back) > 1:
            faults += back
    return faults


# --------------------------------------------------------------------------- inside


def _is_used(widget: QWidget) -> bool:
    if widget.objectName() == "qt_scrollarea_viewport" or widget.isWindow():
        return False
    by_keyboard = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    clickable = isinstance(widget, QAbstractButton) or (
        widget.testAttribute(Qt.WidgetAttribute.WA_SetCursor)
        and widget.cursor().shape() == Qt.CursorShape.PointingHandCursor
    )
    return by_keyboard or clickable


def _is_read(widget: QWidget) -> bool:
    """Whether it is a text, which is no target itself; one line of it is as high as a line."""
    return isinstance(widget, QTextEdit) and widget.isReadOnly()


def _place(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def _target(widget: QWidget) -> QWidget:
    """What is clicked to reach it: all of a field."""
    parent = widget.parentWidget()
    return parent if isinstance(parent, Field) and parent.editor is widget else widget


def _seen(widget: QWidget, root: QWidget) -> QRect:
    """What of it is not cut off."""
    place, parent = _place(widget), widget.parentWidget()
    while parent is not None and parent is not root:
        place = place.intersected(_place(parent))
        parent = parent.parentWidget()
    return place.intersected(root.rect()) if root.isWindow() else place


def _covered(widget: QWidget) -> bool:
    """Whether a sheet or a drawer lies over the middle of what would be seen of it."""
    window = widget.window()
    top = window.childAt(_seen(widget, window).center())
    over = top is not None and next((p for p in _ancestors(top) if isinstance(p, _GROUPS)), None)
    return bool(over) and not over.isAncestorOf(widget)


def _ancestors(widget: QWidget) -> list[QWidget]:
    line, at = [], widget
    while at is not None:
        line.append(at)
        at = at.parentWidget()
    return line


def _group(widget: QWidget) -> QWidget:
    return next((p for p in _ancestors(widget) if isinstance(p, _GROUPS)), widget.window())


def _entries(menu: QMenu):
    return [one for one in menu.actions() if not one.isSeparator()]


def _silent_entries(root: QWidget) -> list[QWidget]:
    menus = [root] if isinstance(root, QMenu) else []
    silent: list[QWidget] = [
        one for one in menus if any(not entry.text().strip() for entry in _entries(one))
    ]
    for view in root.findChildren(QAbstractItemView):
        interface = QAccessible.queryAccessibleInterface(view)
        rows = (interface.child(at) for at in range(interface.childCount()))
        names = [row.text(QAccessible.Text.Name) for row in rows if row is not None]
        if view.isVisibleTo(root) and not all(name.strip() for name in names):
            silent.append(view)
    return silent


def _ring_place(widget: QWidget, window: QWidget) -> tuple[QRect, int]:
    """Where its ring is looked for, and how long its outline is."""
    place = _place(widget)
    if isinstance(widget, QAbstractItemView) and widget.currentIndex().isValid():
        row = widget.visualRect(widget.currentIndex())
        place = row.translated(widget.viewport().mapTo(window, QPoint(0, 0)))
    else:
        place = _place(_target(widget))
    around = place.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND).intersected(window.rect())
    return around, 2 * (around.width() + around.height())


def _pixels(window: QWidget, place: QRect) -> np.ndarray:
    image = window.grab(place).toImage().convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(image.constBits(), np.uint8)
    return rows.reshape(image.height(), image.width(), 4)[:, :, :3].copy()


def _tab_stops(window: QWidget) -> dict[QWidget, QRect]:
    """Where Tab leads, one after the other, once around, and where that stood when Tab came."""
    reachable = [
        one
        for one in controls(window)
        if one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    inside = [one for one in reachable if isinstance(_group(one), Sheet)] or reachable
    if not inside:
        return {}
    inside[0].setFocus(Qt.FocusReason.TabFocusReason)
    stops: dict[QWidget, QRect] = {}
    for _ in range(6 * len(reachable) + 20):  # a text may hold several links
        at = QApplication.focusWidget()
        if at is None or (len(stops) > 1 and at is next(iter(stops))):
            break
        stops.setdefault(at, _place(at))
        QTest.keyClick(at, Qt.Key.Key_Tab)
    return stops


def _reads_before(first: QRect, second: QRect, *, mirrored: bool) -> bool:
    """Whether one is read before another: it stands nearer the start of the line, or above and no column further on."""
    nearer = first.left() > second.right() if mirrored else first.right() < second.left()
    further = first.right() < second.left() if mirrored else first.left() > second.right()
    above, below = first.bottom() <= second.top(), second.bottom() <= first.top()
    return (above and not further) or (nearer and not below)
