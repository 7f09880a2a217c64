"""Headings and titles go out again where they stood, whatever has been done to the map in between."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from argmap import formats
from argmap.editing import add_reason
from argmap.formats.argdown.parsing import parsed
from argmap.model import About, ArgumentMap, MapId

if TYPE_CHECKING:
    from argmap.formats.argdown.document import Document, Titled

FILE = """===
title: The old town
author: me
model:
  mode: strict
===

[Z]: Before any heading.

# Traffic #loud #(old town) {x: 1}

[Ban]: Ban cars.
  + <Air>: The air would be cleaner.

### Shops \\*and\\* \\{bars}, http:\\//a.b/c

<Sales>: Nobody shops on foot. {k: v}

(1) [Foot]: Few come on foot.
(2) Whoever drives buys more.
-- Practical {uses: [1, 2]} --
(3) [Sales fall]: Sales would fall.
  - [Ban]

# Traffic

[Bus]: Buses run late.
  + [Ban]
"""


def there_and_back(map_: ArgumentMap) -> str:
    """Write *map_* and see that it comes back equal."""
    written = formats.write(map_, "argdown").content
    assert formats.read(written, "x").map() == map_
    as_json = formats.write(map_, "argdown-json").content
    assert formats.read(as_json, "x", "argdown-json").map() == map_
    return written.decode()


def homes(document: Document) -> dict[str, int | None]:
    """Return the place of the heading that each title stands under, among the headings."""
    places = {id(each): place for place, each in enumerate(document.sections)}
    there: list[Titled] = [*document.statements.values(), *document.arguments.values()]
    return {each.title: places.get(id(each.section)) for each in there if each.is_titled}


def test_headings_are_written_again_with_all_that_stood_under_them() -> None:
    map_ = formats.read(FILE.encode(), "x").map()
    before, after = parsed(FILE), parsed(there_and_back(map_))
    assert after.faults == []
    said = [(each.words, each.level, each.tags, each.data) for each in before.sections]
    assert [(each.words, each.level, each.tags, each.data) for each in after.sections] == said
    assert said[0] == ("Traffic", 1, ["loud", "old town"], {"x": 1})
    assert said[1] == ("Shops *and* {bars}, http://a.b/c", 3, [], None)
    found = homes(after)
    assert {title: found[title] for title in homes(before)} == homes(before)
    assert (found["Z"], found["Ban"], found["Sales"], found["Bus"]) == (None, 0, 1, 2)


def test_arguments_keep_their_titles_and_what_they_say() -> None:
    argument = parsed(there_and_back(formats.read(FILE.encode(), "x").map())).arguments["Sales"]
    assert (argument.text, argument.data) == ("Nobody shops on foot. ", {"k": "v"})
    assert [line.statement.title for line in argument.pcs] == ["Foot", "C5", "Sales fall"]
    assert argument.inference is not None
    assert argument.inference.rules == ["Practical"]


def test_front_matter_comes_back_but_for_settings_that_would_change_what_is_said() -> None:
    map_ = formats.read(FILE.encode(), "x").map()
    written = there_and_back(map_)
    assert parsed(written).front_matter["author"] == "me"
    assert not parsed(written).is_strict
    assert json.loads(map_.about.extras)["argdown"]["frontMatter"]["model"] == {"mode": "strict"}


def test_a_claim_added_later_stands_where_it_comes_up() -> None:
    map_ = formats.read(FILE.encode(), "x").map()
    ban = next(claim.id for claim in map_.claims.values() if claim.text == "Ban cars.")
    map_.apply(add_reason(map_, ban, "Children could play."))
    document = parsed(there_and_back(map_))
    added = next(each for each in document.statements.values() if each.text == "Children could play. ")
    assert added.section is document.sections[0]


def test_a_claim_that_somebody_moved_under_another_heading_is_there() -> None:
    written = there_and_back(formats.read(b"# One\n\n[A]: a\n\n# Two\n\n[B]: b\n\n# Two\n\n[C]: c\n", "x").map())
    lines = {line[1]: line for line in written.splitlines() if line.startswith("[")}
    one, two = written.index("# One"), written.index("# Two")
    moved = written[:one] + f"# Two\n\n{lines['C']}\n\n# Three\n\n{lines['A']}\n\n{lines['B']}\n" + written[two:two]
    map_ = formats.read(moved.encode(), "x").map()
    kept = [json.loads(claim.extras)["argdown"] for claim in map_.claims.values()]
    assert [each["section"] for each in kept] == [["Two"], ["Three"], ["Three"]]
    assert not any("section_again" in each for each in kept)
    assert homes(parsed(there_and_back(map_))) == {"C": 0, "A": 1, "B": 1}


def test_headings_of_a_map_that_was_brought_in_are_made_of_what_its_claims_keep() -> None:
    map_ = formats.read(b"# One\n\n## Two\n\n[A]: a\n", "x").map()
    claims = ArgumentMap([About(id=MapId("m")), *map_.claims.values()])
    assert [(each.title, each.level) for each in parsed(there_and_back(claims)).sections] == [("One", 1), ("Two", 2)]


_LINES = st.lists(
    st.one_of(
        st.builds("{} {}".format, st.sampled_from(["#", "##", "####"]), st.sampled_from(["", "A", "B #t", "C {a: 1}"])),
        st.builds("[{}]: w".format, st.integers(1, 5)),
        st.builds("[{}]\n  + [{}]: w\n  - <{}>: v".format, *[st.integers(1, 5)] * 3),
        st.builds("<{}>\n\n(1) [{}]\n----\n(2) [{}]".format, *[st.integers(1, 5)] * 3),
    ),
    max_size=9,
)


@given(_LINES)
def test_any_headings_go_out_and_come_back(blocks: list[str]) -> None:
    map_ = formats.read(("===\n===\n\n" + "\n\n".join(blocks) + "\n").encode(), "x", "argdown").map()
    there_and_back(map_)


_KEYS = st.sampled_from(["headings", "section", "section_again", "title", "level", "tags", "data"])
_KEPT = st.recursive(
    st.one_of(st.none(), st.integers(), st.text()),
    lambda inner: st.lists(inner) | st.dictionaries(_KEYS, inner),
    max_leaves=12,
)


@given(_KEPT)
def test_whatever_a_map_keeps_for_headings_is_written(kept: object) -> None:
    """What a map keeps comes from a stranger, too: what is no heading is none, and stays in the data."""
    extras = json.dumps({"argdown": kept})
    plain = {"format": "argmap-json", "version": 1, "map": {"extras": json.loads(extras)}}
    claims = [{"id": "c", "number": 1, "text": "a", "extras": json.loads(extras)}]
    map_ = formats.read(json.dumps({**plain, "claims": claims}).encode(), "x").map()
    assert formats.read(formats.write(map_, "argdown").content, "x").map().claims == map_.claims
