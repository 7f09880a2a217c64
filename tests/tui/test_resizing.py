"""A change of size at any moment: what was lit, chosen, typed or read is still there, and fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events

from argmap.tui.app import ArgmapApp
from argmap.tui.forms import Form
from argmap.tui.picker import Picker
from argmap.tui.picking import PickField
from argmap.tui.screen import MapScreen
from tests.tui.test_clean import screen_lines
from tests.tui.test_screen import SIZE, Person, at

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from argmap.document import Document


class Resizer(Person):
    """Somebody who changes the size of their terminal while a dialog is open."""

    @property
    def screen(self) -> MapScreen:
        screen = self.app.screen_stack[0]
        assert isinstance(screen, MapScreen)
        return screen

    async def resize(self, *sizes: tuple[int, int]) -> None:
        for size in sizes:
            await self.pilot.resize_terminal(*size)
            await self.pilot.pause()
            await self.pilot.pause()


@pytest.fixture
async def person(document: Document) -> AsyncIterator[Resizer]:
    app = ArgmapApp(document)
    async with at(app) as pilot:
        yield Resizer(app, pilot)


SMALL, LARGE = (60, 20), (140, 40)


@pytest.mark.parametrize("keys", [("question_mark",), ("m",), ("at", *"troops"), ("U",), ("colon", *"add")])
async def test_a_list_keeps_what_is_lit(person: Resizer, keys: tuple[str, ...]) -> None:
    await person.go(5)
    for number in (1, 2, 3):
        await person.press(str(number))
    await person.press(*keys, "down", "down")
    await person.app.workers.wait_for_complete()
    await person.press("down")
    picker = person.app.screen
    assert isinstance(picker, Picker)
    lit = picker.lines.highlighted
    assert lit
    for size in (SMALL, LARGE, SIZE):
        await person.resize(size)
        assert picker.lines.highlighted == lit
        assert picker.lines.pointed() is not None, "it is on view"
    assert picker.query_input.value == "".join(keys[1:])


async def test_a_text_is_read_on_where_it_was(person: Resizer) -> None:
    """What a step changed, in more lines than there is room for."""
    await person.go(5)
    await person.press("E", "tab")
    person.app.post_message(events.Paste("abcdefgh" * 40))
    await person.press("ctrl+s", "U")
    await person.app.workers.wait_for_complete()
    await person.resize((60, 10))
    await person.press("enter", "down", "down")
    top = person.app.screen
    assert isinstance(top, Picker)
    read = top.lines.scroll_y
    assert read > 0
    await person.resize((58, 10), (62, 9), (60, 10))
    assert top.lines.scroll_y == read


async def test_a_choice_in_a_form_keeps_what_was_gone_to(person: Resizer) -> None:
    await person.press("x")
    form = person.app.screen
    assert isinstance(form, Form)
    field = form.query(PickField)[1]
    field.line.focus()
    await person.press("down", "down")
    lit = field.options.highlighted
    assert lit
    await person.resize(SMALL, LARGE)
    assert field.options.highlighted == lit


async def test_the_way_up_is_told_as_far_as_it_fits(person: Resizer) -> None:
    await person.go(9)

    def way() -> str:
        return screen_lines(person.app)[1].strip()

    wide = way()
    assert "a return of the" in wide
    await person.resize((40, 20))
    assert wide != way()
    assert len(way()) <= 40
    assert "C7" in way(), "the nearest claim is not cut off"
    await person.resize(SIZE)
    assert way() == wide


async def test_growing_leaves_no_lines_empty_that_rows_above_could_fill(person: Resizer) -> None:
    await person.resize((80, 12))
    await person.press("z", "R", "G")
    await person.go(13)
    await person.resize((80, 20))
    tree = person.screen.tree_view
    assert tree.scroll_offset.y > 0
    assert tree.scroll_offset.y + tree.size.height == tree.rows.heights.total + 1
    await person.press("minus", *"words")
    await person.resize((80, 12), (80, 20))
    claim = tree.pointed()
    assert claim is not None
    assert person.screen.editor.region.y == claim.y + 1, "it is under its claim, and covers no other line"


async def test_a_map_that_fits_is_seen_from_its_top_when_opened_again(person: Resizer, document: Document) -> None:
    await person.press("G")
    person.screen.remembered.keep()
    app = ArgmapApp(document)
    async with at(app, (80, 34)) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, MapScreen)
        assert screen.tree_view.cursor == len(screen.tree_view.rows) - 1
        assert screen.tree_view.scroll_offset.y == 0


@pytest.mark.parametrize("keys", [("E", "tab"), ("s", "shift+tab"), ("s", *["tab"] * 6), ("x",), ("e",)])
async def test_what_is_typed_into_stays_on_view(person: Resizer, keys: tuple[str, ...]) -> None:
    await person.go(8)
    await person.press(*keys, "space", *"abc")
    typed_into = person.app.focused
    assert typed_into is not None
    for size in ((30, 8), LARGE, (40, 12), SIZE):
        await person.resize(size)
        assert person.app.focused is typed_into
        assert any("abc" in line for line in screen_lines(person.app)), size


async def test_a_claim_chosen_instead_of_the_typed_one_is_used_only_while_it_is_seen(person: Resizer) -> None:
    await person.go(8)
    await person.press("plus")
    person.screen.editor.insert("withdrawal enables a retur")
    await person.press("n", "down")
    offers = person.screen.editor.offers
    chosen = offers.chosen
    assert chosen == person.id(7)
    await person.resize((36, 10))
    assert not offers.display
    assert "save" in screen_lines(person.app)[-1], "what is not seen is not used"
    await person.resize(SIZE)
    assert "use C7 here" in screen_lines(person.app)[-1]
    await person.resize((36, 10))
    await person.press("s")
    await person.resize(SIZE)
    assert "use a close claim" in screen_lines(person.app)[-1]


async def test_rows_that_come_into_view_get_labels_too(person: Resizer) -> None:
    await person.resize((60, 14))
    await person.press(";")
    await person.resize(SIZE)
    tree = person.screen.tree_view
    assert all(tree.labels.of(row.place) for row in tree.rows.visible)
