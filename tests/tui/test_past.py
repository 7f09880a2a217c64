"""The last steps on a claim stand in the detail pane once the cursor has rested there; moving reads no file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.document import Document
from argmap.editing import reword
from argmap.tui.past import Past
from tests.store.raw import quick_folder
from tests.strategies import HOSTILE, maps
from tests.tui.test_clean import UNSAFE, screen_lines
from tests.tui.test_screen import Person, at

if TYPE_CHECKING:
    import pytest

    from argmap.tui.app import ArgmapApp


async def rest(person: Person) -> None:
    """Stay on a row for two looks, and let what is read come."""
    person.screen.resting.look()
    person.screen.resting.look()
    await person.screen.workers.wait_for_complete()
    await person.pilot.pause()


def reword_eighth(document: Document, text: str) -> None:
    eighth = next(claim for claim in document.map.claims.values() if claim.number == 8)
    document.do(reword(document.map, eighth.id, text))


async def test_it_is_shown_where_the_cursor_rests_and_follows_edits(app: ArgmapApp) -> None:
    reword_eighth(app.document, "Attacks trebled.")
    async with at(app, (140, 40)) as pilot:
        person = Person(app, pilot)
        await person.go(8)
        assert "Reword C8" not in person.seen()
        await rest(person)
        assert "tester: Reword C8" in person.seen()
        assert "U shows all of it." in person.seen()
        await person.press("t", "x", "enter")
        await rest(person)
        assert "Tag C8" in person.seen()
        await person.press("j", "k")
        assert "Tag C8" in person.seen(), "what was read is there at once"


async def test_a_move_of_the_cursor_reads_nothing(app: ArgmapApp, monkeypatch: pytest.MonkeyPatch) -> None:
    async with at(app, (140, 40)) as pilot:
        person = Person(app, pilot)
        reads: list[object] = []

        def read(*_: object) -> tuple[()]:
            reads.append(1)
            return ()

        monkeypatch.setattr(Document, "claims_touched_since", read)
        await person.press("j", "j")
        person.screen.resting.look()
        await person.press("j")
        person.screen.resting.look()
        await person.press("k")
        assert not reads, "it has not rested on any row"
        await rest(person)
        await rest(person)
        assert len(reads) == 1, "read once, while no step is taken"


async def test_strangers_names_and_labels_are_shown_clean(app: ArgmapApp) -> None:
    reword_eighth(app.document, " ".join(HOSTILE) + " [@click=app.quit]x[/] [/b]")
    async with at(app, (140, 40)) as pilot:
        person = Person(app, pilot)
        await person.go(8)
        await rest(person)
        assert not any(UNSAFE.search(line) for line in screen_lines(app))


@settings(max_examples=10, deadline=None)
@given(st.data())
def test_it_tells_what_the_history_has(data: st.DataObject) -> None:
    """The last steps on a claim are those of the history, however often it was read between them."""
    map_ = data.draw(maps().filter(lambda map_: map_.claims))
    with quick_folder() as folder:
        document = Document.create(folder / "m.argmap", list(map_.entities()), author="a")
        past = Past(document)
        for number in range(data.draw(st.integers(0, 5))):
            claim = data.draw(st.sampled_from(sorted(document.map.claims)))
            document.do(reword(document.map, claim, f"Words {number}."))
            if data.draw(st.booleans()):
                past.take(past.read())
        past.begin()
        past.take(past.read())
        assert not past.is_behind
        for claim in document.map.claims:
            labels = [record.label for record in document.steps_on(claim)][:-4:-1]
            assert [line.split(": ", 1)[1] for line in past.of(claim)] == labels
