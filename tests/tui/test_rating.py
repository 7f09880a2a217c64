"""Rating with < and >: an unrated step goes to the usual first, and the ends of the scale are said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.tui.app import ArgmapApp
from tests.tui.test_screen import Person, at

if TYPE_CHECKING:
    from argmap.document import Document


@pytest.mark.parametrize(
    ("key", "relevances", "end"),
    [
        (">", [0.8, 1.0], "Decisive is the most."),
        ("<", [0.6, 0.4, 0.2], "Slight is the least."),
    ],
)
async def test_each_key_is_one_word_and_the_end_is_said(
    document: Document, key: str, relevances: list[float], end: str
) -> None:
    app = ArgmapApp(document)
    async with at(app) as pilot:
        person = Person(app, pilot)
        await person.go(5)
        for relevance in relevances:
            await person.press(key)
            (use,) = person.map.uses_of(next(each.id for each in person.map.claims.values() if each.number == 5))
            assert use.relevance == relevance
        await person.press(key)
        assert person.status == end
