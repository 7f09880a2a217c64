"""What an entity refers to is every id it holds but its own and the map's."""

from __future__ import annotations

from hypothesis import given

from argmap.model import ArgumentMap, MapId
from argmap.model.references import references
from tests.model.answers import named_in
from tests.strategies import maps


@given(maps())
def test_every_id_in_the_fields_of_an_entity_is_a_reference(map_: ArgumentMap) -> None:
    for entity in map_.entities():
        assert set(references(entity)) == {id_ for id_ in named_in(entity) if not isinstance(id_, MapId)}
