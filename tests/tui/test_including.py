"""Including another map on screen: what came in is told, the cursor stands on it, and what to do next has a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.document import Document
from argmap.model import About, Claim, Entity, Source
from argmap.tui.app import ArgmapApp
from argmap.tui.including import inclusion_form
from argmap.tui.screen import MapScreen
from tests.tui.alike_map import TEXTS, alike_document
from tests.tui.test_screen import Person, at

if TYPE_CHECKING:
    from pathlib import Path


async def _included(app: ArgmapApp, person: Person, typed: str) -> None:
    screen = app.screen
    assert isinstance(screen, MapScreen)
    screen.ask(inclusion_form(screen))
    await person.pilot.pause()
    await person.type(typed)
    await person.press("ctrl+s")
    await person.pilot.pause()


async def test_what_came_in_is_told_and_shown(tmp_path: Path) -> None:
    texts = ("The forces should leave Iraq.", "The presence of the coalition breeds instability there in Iraq.")
    claims = [Claim(number=n, text=text, position=f"a{n}") for n, text in enumerate(texts, 1)]
    entities: list[Entity] = [About(question="And now?"), *claims, Source(number=1, title="The paper", issued="2024")]
    theirs = Document.create(tmp_path / "anna.argmap", entities, author="anna")
    app = ArgmapApp(alike_document(tmp_path))
    async with at(app, (100, 30)) as pilot:
        person = Person(app, pilot)
        await _included(app, person, str(theirs.path))
        assert isinstance(app.screen, MapScreen)
        said = " ".join(person.status.split())
        assert "2 claims came in. The question is another: its 2 positions are ordinary claims." in said
        assert "may say the same: D reviews them" in said
        assert "takes all of it back" in said
        assert app.screen.tree_view.row.claim == person.id(len(TEXTS) + 1)


async def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    app = ArgmapApp(alike_document(tmp_path))
    async with at(app) as pilot:
        person = Person(app, pilot)
        await _included(app, person, str(tmp_path / "nowhere.argmap"))
        seen = " ".join(person.seen().split())
        assert "There is no file" in seen
        assert "argmap new" not in seen
