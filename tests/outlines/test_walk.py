"""Walking a map: every claim in full once, every step once, whatever the shape."""

from __future__ import annotations

from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from argmap.model import About, ArgumentMap, ClaimId, InferenceId
from argmap.model.roles import is_linked
from argmap.outlines import Line, bearing_here, homes, roots, walk
from argmap.outlines.line import SIGNS
from tests.conftest import a_claim, an_inference
from tests.strategies import maps

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.model import Claim, EntityId, Inference


def a_map(positions: int, count: int, *links: Inference) -> ArgumentMap:
    """Claims C1 to *count*, the first of them *positions*, and *links*."""
    claims = [a_claim(n, position=f"a{n}" if n <= positions else None) for n in range(1, count + 1)]
    return ArgumentMap([About(), *claims, *links])


def whole(map_: ArgumentMap) -> list[Line]:
    """The full walk of a map."""
    found = roots(map_)
    return list(walk(map_, [*found.positions, *found.others]))


def drawn(lines: Iterable[Line]) -> str:
    """Lines as a reader sees them, with ``…`` for what stands in full elsewhere and what is hidden in brackets."""
    return "\n".join(
        "  " * line.depth
        + f"{line.sign} {line.claim.label}"
        + (" …" if line.repeat else "")
        + (f" ({line.hidden})" if line.hidden else "")
        for line in lines
    )


def branch_of(lines: list[Line], place: int) -> list[Line]:
    """The lines under the one at a place."""
    depth = lines[place].depth
    return list(takewhile(lambda line: line.depth > depth, lines[place + 1 :]))


def labels(claims: Iterable[Claim]) -> list[str]:
    return [claim.label for claim in claims]


def test_a_tree_is_walked_from_its_positions_down(small_map: ArgumentMap) -> None:
    """Co-premises stand beside each other; undercuts and backings come first, under the last of the premises."""
    assert drawn(whole(small_map)).splitlines() == [
        "= C1",
        "  + C3",
        "  & C4",
        "    x C7",
        "      x C8",
        "  - C5",
        "    ^ C9",
        "    - C6",
        "= C2",
        "  - C3 …",
    ]


def test_a_shared_claim_is_shown_in_full_once_and_its_branch_with_it() -> None:
    map_ = a_map(2, 4, an_inference(1, "c1", 3), an_inference(2, "c2", 3), an_inference(3, "c3", 4))
    assert drawn(whole(map_)) == "= C1\n  + C3\n    + C4\n= C2\n  + C3 …"


def test_what_attacks_a_step_is_shown_there_even_where_its_premise_repeats() -> None:
    links = [an_inference(1, "c1", 3), an_inference(2, "c2", 3), an_inference(3, "r2", 4, opposes=True)]
    assert drawn(whole(a_map(2, 4, *links))) == "= C1\n  + C3\n= C2\n  + C3 …\n    x C4"


def test_a_cycle_ends_where_it_began() -> None:
    map_ = a_map(1, 3, an_inference(1, "c1", 2), an_inference(2, "c2", 3), an_inference(3, "c3", 1))
    assert drawn(whole(map_)) == "= C1\n  + C2\n    + C3\n      + C1 …"


def test_a_premise_that_is_its_own_target_is_shown_and_ends() -> None:
    assert drawn(whole(a_map(1, 1, an_inference(1, "c1", 1)))) == "= C1\n  + C1 …"


def test_a_claim_argued_about_under_no_position_is_a_root_of_its_own() -> None:
    map_ = a_map(1, 4, an_inference(1, "c3", 2), an_inference(2, "c1", 4))
    assert (labels(roots(map_).positions), labels(roots(map_).others)) == (["C1"], ["C3"])
    assert drawn(whole(map_)) == "= C1\n  + C4\n* C3\n  + C2"


def test_a_root_that_hangs_under_a_position_is_no_root() -> None:
    assert labels(roots(a_map(1, 3, an_inference(1, "c1", 2), an_inference(2, "c2", 3))).others) == []


def test_an_island_starts_at_the_lowest_number_of_its_cycle() -> None:
    map_ = a_map(1, 3, an_inference(1, "c3", 2), an_inference(2, "c2", 3))
    assert labels(roots(map_).others) == ["C2"]
    assert drawn(whole(map_)) == "= C1\n* C2\n  + C3\n    + C2 …"


def test_a_claim_under_a_cycle_is_no_root_though_its_number_be_lower() -> None:
    """C2 and C3, a cycle of their own, hang under the cycle of C4 and C5."""
    links = [an_inference(1, "c4", 5), an_inference(2, "c5", 4), an_inference(3, "c5", 2, order="a1")]
    links += [an_inference(4, "c2", 3), an_inference(5, "c3", 2), an_inference(6, "c3", 1)]
    assert labels(roots(a_map(0, 5, *links)).others) == ["C4"]


def test_each_island_has_one_root() -> None:
    links = [an_inference(1, "c1", 2), an_inference(2, "c2", 1), an_inference(3, "c4", 3), an_inference(4, "c3", 4)]
    links += [an_inference(5, "c4", 5, order="a1"), an_inference(6, "c2", 5, order="a1")]
    assert labels(roots(a_map(0, 5, *links)).others) == ["C1", "C3"]


def test_claims_without_links_are_not_walked() -> None:
    assert whole(a_map(0, 3)) == []


@pytest.mark.parametrize(
    ("depth", "expected"),
    [
        (0, "= C1 (7)\n= C2 (1)"),
        (1, "= C1\n  + C3\n  & C4 (2)\n  - C5 (2)\n= C2\n  - C3 …"),
        (2, "= C1\n  + C3\n  & C4\n    x C7 (1)\n  - C5\n    ^ C9\n    - C6\n= C2\n  - C3 …"),
        (9, None),
    ],
)
def test_a_depth_limit_counts_what_it_hides(small_map: ArgumentMap, depth: int, expected: str | None) -> None:
    shown = drawn(walk(small_map, small_map.positions(), depth))
    assert shown == (drawn(whole(small_map)) if expected is None else expected)


def test_a_walk_may_start_at_an_inference(small_map: ArgumentMap) -> None:
    start = small_map.inferences[InferenceId("r1")]
    assert drawn(walk(small_map, [start])) == "+ C3\n& C4\n  x C7\n    x C8"


def test_a_walk_may_start_at_a_step_and_come_to_it_again(small_map: ArgumentMap) -> None:
    """The undercut of R1 is listed once, though R1 is a start and bears on another start."""
    lines = list(walk(small_map, [small_map.inferences[InferenceId("r1")], small_map.claims[ClaimId("c1")]]))
    assert [line.claim.label for line in lines].count("C7") == 1


def test_lines_say_what_they_do_and_how_many_premises_are_needed(small_map: ArgumentMap) -> None:
    lines = {(line.claim.label, line.sign): line for line in whole(small_map)}
    assert (lines["C3", "+"].word, lines["C3", "+"].need) == ("supports", "both needed")
    assert (lines["C4", "&"].word, lines["C4", "&"].need) == ("and", "")
    assert [lines[key].word for key in (("C1", "="), ("C5", "-"), ("C7", "x"), ("C9", "^"))] == [
        "position",
        "opposes",
        "undercuts",
        "backs",
    ]
    assert (lines["C1", "="].need, lines["C5", "-"].need) == ("", "")
    three = a_map(0, 4, an_inference(1, "c1", 2, 3, 4))
    assert [(line.sign, line.word, line.need) for line in whole(three)][:2] == [
        ("*", "claim", ""),
        ("+", "supports", "all 3 needed"),
    ]


def test_signs_are_ascii_and_different() -> None:
    signs = [sign for sign, _ in SIGNS.values()]
    assert "".join(signs).isascii()
    assert len(set(signs)) == len(signs)


@settings(max_examples=150)
@given(maps())
def test_a_full_walk_reaches_every_linked_claim_in_full_once_and_every_step_once(map_: ArgumentMap) -> None:
    lines = whole(map_)
    full = [line.claim.id for line in lines if not line.repeat]
    linked = {id_ for id_ in map_.claims if is_linked(map_, id_)} | {claim.id for claim in map_.positions()}
    assert sorted(full) == sorted(linked)
    places = Counter((line.inference.id, line.claim.id, line.mate) for line in lines if line.inference is not None)
    premises = [(i.id, premise, mate) for i in map_.inferences.values() for mate, premise in enumerate(i.premises)]
    assert places == Counter(premises)
    assert [line.hidden for line in lines if line.hidden] == []


@given(maps())
def test_no_root_hangs_under_another(map_: ArgumentMap) -> None:
    """Leaving out any root but a position leaves something out."""
    found = roots(map_)
    for root in found.others:
        rest = [*found.positions, *(other for other in found.others if other != root)]
        assert root.id not in homes(map_, rest)
        assert not root.is_position


@given(maps())
def test_a_line_comes_after_its_target_one_level_deeper(map_: ArgumentMap) -> None:
    above: dict[int, Line] = {}
    for line in whole(map_):
        if line.inference is None:
            assert line.depth == 0
        else:
            over = above[line.depth - 1]
            assert line.inference in bearing_here(map_, over.inference, over.claim, full=not over.repeat)
        above[line.depth] = line


@given(maps())
def test_a_claim_is_at_home_where_the_walk_shows_it_in_full(map_: ArgumentMap) -> None:
    found = roots(map_)
    starts = [*found.positions, *found.others]
    shown = {
        line.claim.id: (line.inference.id if line.inference else None, line.claim.id)
        for line in walk(map_, starts)
        if not line.repeat
    }
    assert homes(map_, starts) == shown


@given(maps())
def test_a_depth_limit_shows_the_same_lines_down_to_it(map_: ArgumentMap) -> None:
    """Nothing is deeper than the limit, and a limit beyond the deepest line hides nothing."""
    lines = whole(map_)
    found = roots(map_)
    starts = [*found.positions, *found.others]
    deepest = max((line.depth for line in lines), default=0)
    assert list(walk(map_, starts, deepest + 1)) == lines
    for limit in range(deepest + 1):
        shown = list(walk(map_, starts, limit))
        assert max((line.depth for line in shown), default=0) <= limit
        assert [line for line in shown if line.hidden and line.depth < limit] == []


@given(maps())
def test_what_a_depth_limit_hides_is_what_appears_without_it(map_: ArgumentMap) -> None:
    """Each line of the whole is shown or counted, once; and each claim shown is in full, or counted, at one line."""
    found = roots(map_)
    starts = [*found.positions, *found.others]
    lines = whole(map_)
    told = Counter(line.claim.id for line in lines)
    for limit in range(max((line.depth for line in lines), default=0) + 1):
        shown = list(walk(map_, starts, limit))
        assert len(shown) + sum(line.hidden for line in shown) == len(lines)
        full = [line.claim.id for line in shown if not line.repeat]
        assert sorted(full) == sorted({line.claim.id for line in shown})
        homes_of = {line.claim.id: place for place, line in enumerate(shown) if not line.repeat}
        assert [place for place, line in enumerate(shown) if line.below != (homes_of[line.claim.id] > place)] == []
        for place, line in enumerate(lines):
            branch = branch_of(lines, place)
            if line.depth == limit and all(told[each.claim.id] == 1 for each in (line, *branch)):
                assert [each.hidden for each in shown if each.claim == line.claim] == [len(branch)]


def test_a_claim_told_above_the_limit_is_hidden_nowhere() -> None:
    """C4 is met first at the limit, under C3, and again above it: there it is told, and what is under it shown."""
    links = [an_inference(1, "c1", 2), an_inference(2, "c2", 3), an_inference(3, "c3", 4)]
    links += [an_inference(4, "c1", 4, order="a1"), an_inference(5, "c4", 5), an_inference(6, "c5", 6)]
    map_ = a_map(1, 6, *links)
    assert drawn(walk(map_, map_.positions(), 3)) == (
        "= C1\n  + C2\n    + C3\n      + C4 …\n  + C4\n    + C5\n      + C6"
    )
    assert drawn(walk(map_, map_.positions(), 2)) == "= C1\n  + C2\n    + C3 (1)\n  + C4\n    + C5 (1)"
    assert drawn(walk(map_, map_.positions(), 1)) == "= C1\n  + C2 (2)\n  + C4 (2)"
    assert drawn(walk(map_, map_.positions(), 0)) == "= C1 (6)"


def test_a_chain_of_five_thousand_claims_is_walked_without_recursion() -> None:
    depth = 5_000
    map_ = a_map(1, depth, *(an_inference(n, f"c{n}", n + 1) for n in range(1, depth)))
    lines = whole(map_)
    assert [line.depth for line in lines] == list(range(depth))
    assert len(homes(map_, map_.positions())) == depth


def test_a_tower_of_undercuts_is_walked_without_recursion() -> None:
    height = 5_000
    links = [an_inference(n, f"r{n - 1}", n + 1, opposes=True) for n in range(2, height)]
    assert len(whole(a_map(1, height, an_inference(1, "c1", 2), *links))) == height


def test_a_ring_of_two_thousand_claims_is_walked_once_round() -> None:
    size = 2_000
    map_ = a_map(0, size, *(an_inference(n, f"c{n}", n % size + 1) for n in range(1, size + 1)))
    assert labels(roots(map_).others) == ["C1"]
    assert len(whole(map_)) == size + 1


def test_what_bears_on_a_ring_is_looked_up_once_to_find_its_top_and_once_to_walk_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whoever opens a large map waits for this before the first row."""
    size, asked = 50, Counter[str]()
    map_ = a_map(0, size, *(an_inference(n, f"c{n}", n % size + 1) for n in range(1, size + 1)))
    bearing_on = ArgumentMap.bearing_on

    def counted(self: ArgumentMap, target: EntityId) -> tuple[Inference, ...]:
        asked[target] += 1
        return bearing_on(self, target)

    monkeypatch.setattr(ArgumentMap, "bearing_on", counted)
    assert labels(roots(map_).others) == ["C1"]
    assert set(asked.values()) == {2}


def test_many_islands_are_found_in_one_go() -> None:
    """A thousand rings of two, all over one shared claim with a long branch: each is looked at once."""
    rings, depth = 1_000, 1_000
    links: list[Inference] = []
    for ring in range(rings):
        one, other = 2 * ring + 1, 2 * ring + 2
        links += [an_inference(4 * ring, f"c{one}", other), an_inference(4 * ring + 1, f"c{other}", one)]
        links.append(an_inference(4 * ring + 2, f"c{other}", 2 * rings + 1, order="a1"))
    links += [an_inference(10_000 + n, f"c{2 * rings + n}", 2 * rings + n + 1) for n in range(1, depth)]
    map_ = a_map(0, 2 * rings + depth, *links)
    assert labels(roots(map_).others) == [f"C{2 * ring + 1}" for ring in range(rings)]


def test_a_map_with_exponentially_many_paths_is_walked_in_lines_that_grow_with_its_links() -> None:
    """Two claims a level, each supporting both of the level above, sixty levels: 2^60 paths, 240 links."""
    levels = 60
    links: list[Inference] = []
    for level in range(1, levels):
        for above in (2 * level - 1, 2 * level):
            for below in (2 * level + 1, 2 * level + 2):
                links.append(an_inference(len(links) + 1, f"c{above}", below, order=f"a{below % 2}"))
    map_ = a_map(2, 2 * levels, *links)
    assert len(whole(map_)) == 2 + len(links)
