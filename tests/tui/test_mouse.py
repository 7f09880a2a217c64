"""By mouse: a click goes there, on the fold mark it folds, a second one edits; the wheel scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events

from argmap.tui.app import ArgmapApp
from argmap.tui.help import Help
from argmap.tui.preferences import Preferences
from argmap.tui.tree import ArgumentTree
from tests.tui.test_screen import Person, at

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from argmap.document import Document

SIZE = (60, 20)


@pytest.fixture
async def person(document: Document) -> AsyncIterator[Person]:
    app = ArgmapApp(document)
    async with at(app, SIZE) as pilot:
        await pilot.pause()
        yield Person(app, pilot)


def line_of(person: Person, text: str) -> int:
    """The line of the tree that shows *text*."""
    region = person.screen.tree_view.region
    lines = person.seen().splitlines()[region.y : region.bottom]
    return next(number for number, line in enumerate(lines) if text in line)


async def click(person: Person, text: str, column: int = 20, times: int = 1) -> None:
    await person.pilot.click(ArgumentTree, offset=(column, line_of(person, text)), times=times)
    await person.pilot.pause()


async def press_button(person: Person, x: int, y: int) -> None:
    """Press and release the button as a terminal tells it: where on the screen, and nothing of widgets."""
    for kind in (events.MouseDown, events.MouseUp):
        told = kind(None, x, y, 0, 0, 1, shift=False, meta=False, ctrl=False, screen_x=x, screen_y=y)
        await person.app.on_event(told)
        await person.pilot.pause()


async def test_a_click_goes_to_the_row(person: Person) -> None:
    await click(person, "Kurdish")
    assert person.here == "C5"
    await click(person, "Troops should leave")
    assert person.here == "C1"


async def test_a_click_on_a_later_line_of_a_row_goes_to_it_too(person: Person) -> None:
    await click(person, "for their time")
    assert person.here == "C7"


@pytest.mark.parametrize("mark", ["▾ position C1", "▾ supports (both needed) C3"])
async def test_a_click_on_the_mark_folds_and_unfolds(person: Person, mark: str) -> None:
    rows = len(person.screen.tree_view.rows)
    line = person.seen().splitlines()[line_of(person, mark) + person.screen.tree_view.region.y]
    column = line.index("▾")
    await click(person, mark, column)
    assert len(person.screen.tree_view.rows) < rows
    await click(person, mark.replace("▾", "▸"), column)
    assert len(person.screen.tree_view.rows) == rows


async def test_two_clicks_edit(person: Person) -> None:
    await click(person, "Kurdish", times=2)
    assert person.screen.editor.display
    assert person.screen.editor.text == "Kurdish members boycotted the vote."
    await person.type(" No")
    await person.press("enter")
    assert person.text(5).endswith("vote. No")


async def test_one_click_and_another_elsewhere_edit_nothing(person: Person) -> None:
    await click(person, "Kurdish")
    await click(person, "Troops should leave")
    assert not person.screen.editor.display


async def test_the_wheel_scrolls_and_leaves_the_cursor(person: Person) -> None:
    tree = person.screen.tree_view
    for _ in range(3):
        tree.post_message(events.MouseScrollDown(tree, 5, 5, 0, 1, 0, shift=False, meta=False, ctrl=False))
        await person.pilot.pause()
    assert tree.scroll_offset.y > 0
    assert person.here == "question"
    await person.press("j")
    assert person.here == "C1"
    assert "position C1" in person.seen()


async def test_a_click_after_scrolling_goes_to_the_row_in_view(person: Person) -> None:
    await person.press("G", "g", "g")
    tree = person.screen.tree_view
    tree.scroll_to(y=3, animate=False, immediate=True)
    await person.pilot.pause()
    await click(person, "Kurdish")
    assert person.here == "C5"


async def test_a_click_under_the_last_row_does_nothing(document: Document) -> None:
    app = ArgmapApp(document)
    async with at(app, (100, 60)) as pilot:
        person = Person(app, pilot)
        await person.pilot.click(ArgumentTree, offset=(5, 50))
        assert person.here == "question"


async def test_a_key_of_the_footer_can_be_clicked(person: Person) -> None:
    await click(person, "Kurdish")
    footer = person.seen().splitlines()[-1]
    await person.pilot.click("#footer", offset=(footer.index("- objection"), 0))
    await person.pilot.pause()
    assert person.screen.editor.display
    assert person.screen.editor.border_title == "An objection to C5"


async def test_the_keys_named_while_something_is_typed_can_be_clicked(person: Person) -> None:
    await click(person, "Kurdish")
    await person.press("-")
    await person.type("No")
    footer = person.seen().splitlines()[-1]
    await person.pilot.click("#footer", offset=(footer.index("Enter save"), 0))
    await person.pilot.pause()
    assert not person.screen.editor.display
    assert person.text(14) == "No"
    await person.press("+")
    await person.type("Else")
    await person.pilot.click("#footer", offset=(footer.index("Esc leave"), 0))
    await person.pilot.pause()
    assert person.status == "The draft is kept: open the editor here again to go on."


async def test_the_keys_of_the_detail_pane_can_be_clicked(person: Person) -> None:
    await click(person, "Kurdish")
    await person.press("tab")
    footer = person.seen().splitlines()[-1]
    await person.pilot.click("#footer", offset=(footer.index("back to the tree"), 0))
    await person.pilot.pause()
    assert person.screen.focused is person.screen.tree_view


async def test_the_keys_of_the_find_bar_can_be_clicked(person: Person) -> None:
    await person.press("/")
    await person.type("co")
    for words in ("Tab show", "Esc go"):
        footer = person.seen().splitlines()[-1]
        await person.pilot.click("#footer", offset=(footer.index(words), 0))
        await person.pilot.pause()
        assert person.screen.search.filters == (words == "Tab show")
    assert not person.screen.find_bar.display


@pytest.mark.parametrize("key", ["at", "m", "question_mark", "colon", "s", "S", "E", "U", "x"])
async def test_a_click_beside_a_dialog_closes_it_and_no_more(document: Document, key: str) -> None:
    """Each class of a dialog is told of a click by itself: one that also told its base closed the program with it."""
    app = ArgmapApp(document)
    async with at(app, (140, 40)) as pilot:
        person = Person(app, pilot)
        await person.go(5)
        await person.press(key)
        assert len(app.screen_stack) > 1
        await pilot.click(offset=(1, 20))
        await pilot.pause()
        assert app.screen is app.screen_stack[0]
        assert person.here == "C5"


async def test_a_click_on_another_row_leaves_the_editor(person: Person) -> None:
    """It would go on hanging over other rows, under the name of its own, with no key that closes it."""
    await click(person, "Kurdish")
    await person.press("+")
    await person.type("Not so")
    await press_button(person, 20, line_of(person, "Parliament") + person.screen.tree_view.region.y)
    assert person.here == "C3"
    assert not person.screen.editor.display
    assert person.status == "The draft is kept: open the editor at C5 again to go on."
    assert "- objection" in person.seen().splitlines()[-1]
    await click(person, "Kurdish")
    await person.press("+")
    assert person.screen.editor.text == "Not so"


async def test_a_click_on_the_detail_pane_leaves_the_editor(person: Person) -> None:
    await click(person, "Kurdish")
    await person.press("e")
    await press_button(person, 5, person.screen.detail.region.y)
    assert not person.screen.editor.display
    assert person.screen.detail.has_focus
    await person.press("escape")
    assert person.screen.tree_view.has_focus


async def test_a_click_on_a_row_while_something_is_searched_stays_there(person: Person) -> None:
    await person.press("/")
    await person.type("kurdish")
    await press_button(person, 20, line_of(person, "Troops should leave") + person.screen.tree_view.region.y)
    assert person.here == "C1"
    assert not person.screen.find_bar.display
    assert person.status.startswith("1 found")
    await person.press("escape")
    assert person.here == "C1"
    await person.press("n")
    assert person.here == "C5"


async def test_the_right_button_lists_what_can_be_done_with_the_row(person: Person) -> None:
    await person.pilot.click(ArgumentTree, offset=(20, line_of(person, "Kurdish")), button=3)
    await person.pilot.pause()
    assert isinstance(person.app.screen, Help)
    await person.type("objection")
    await person.press("enter")
    assert person.screen.editor.border_title == "An objection to C5"


async def test_a_click_beside_a_dialog_leaves_it(person: Person) -> None:
    await click(person, "Kurdish")
    await person.press("!")
    box = person.app.screen.query_one("#box").region
    assert box.y > 0
    await press_button(person, 20, box.y)
    assert person.app.screen is not person.app.screen_stack[0]
    await press_button(person, 20, 0)
    assert person.app.screen is person.app.screen_stack[0]


async def test_a_click_on_the_relations_of_a_claim_chooses_the_next(person: Person) -> None:
    await click(person, "Kurdish")
    await person.press("@")
    assert "(*) + supports" in person.seen()
    relation = person.app.screen.query_one("#relation").region
    await press_button(person, relation.x, relation.y)
    assert "(*) - opposes" in person.seen()


async def press_twice(person: Person, x: int, y: int) -> None:
    """Two clicks that are both on their way before the first is taken."""
    for kind in (events.MouseDown, events.MouseUp) * 2:
        told = kind(None, x, y, 0, 0, 1, shift=False, meta=False, ctrl=False, screen_x=x, screen_y=y)
        person.app.post_message(told)
    for _ in range(3):
        await person.pilot.pause()


async def test_two_clicks_on_what_a_dialog_offers_take_it_once(person: Person) -> None:
    """The second found the dialog closed, closed the map under it, and ended the program."""
    await click(person, "Kurdish")
    await person.press("+")
    person.screen.editor.post_message(events.Paste("- one\n- two\n"))
    await person.pilot.pause()
    await person.pilot.pause()
    line = next(y for y, line in enumerate(person.seen().splitlines()) if "Add as 2 claims" in line)
    claims = len(person.map.claims)
    await press_twice(person, 20, line)
    assert person.app.is_running
    assert person.screen.is_active
    assert len(person.map.claims) == claims + 2
    assert person.status == "Add 2 claims to C5 · u undo"


async def test_two_clicks_on_the_first_card_close_it_alone(document: Document) -> None:
    app = ArgmapApp(document, wishes=Preferences(is_first_time=True))
    async with at(app, SIZE) as pilot:
        await pilot.pause()
        person = Person(app, pilot)
        await press_twice(person, 20, 8)
        assert app.is_running
        assert person.screen.is_active
