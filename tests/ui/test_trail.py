"""The way through the help pages."""

from __future__ import annotations

from supportbot.ui.trail import Place, Trail


def test_back_goes_the_way_one_came_and_out():
    trail = Trail()
    assert (trail.here, trail.at_start) == (None, True)
    trail.go(Place())
    trail.go(Place("one", "steps"))
    trail.go(Place("two"), scroll=120)
    assert trail.back() == Place("one", "steps", scroll=120)
    assert trail.back() == Place(scroll=0)
    assert trail.at_start
    assert trail.back() is None
    assert trail.back() is None


def test_the_list_is_on_the_way_once():
    trail = Trail()
    trail.go(Place("one"))
    trail.go(Place())
    trail.go(Place("two"))
    trail.go(Place())
    assert not trail.at_start
    assert trail.back() == Place("one", scroll=0)


def test_closing_forgets_the_way():
    trail = Trail()
    trail.go(Place("one"))
    trail.clear()
    assert trail.here is None
