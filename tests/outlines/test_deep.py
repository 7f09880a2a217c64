"""Deep chains: cut into pieces, and nothing left out."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from argmap.formats import read, write
from argmap.model import ArgumentMap, Claim, Inference, Polarity
from argmap.outlines import deep_starts, roots, walk
from argmap.outlines.deep import MOST_INDENTED, MOST_LEVELS
from tests.strategies import maps


def chain(length: int) -> ArgumentMap:
    """A position, a reason for it, a reason for that, and so on."""
    claims = [Claim(number=n, text=f"Claim {n}", position="a0" if n == 1 else None) for n in range(1, length + 1)]
    steps = [
        Inference(number=n, polarity=Polarity.SUPPORTS, target=above.id, premises=(claim.id,))
        for n, (above, claim) in enumerate(pairwise(claims), 1)
    ]
    return ArgumentMap([*claims, *steps])


@given(maps(), st.integers(1, 3))
def test_no_line_is_deeper_and_every_claim_and_step_is_still_shown(map_: ArgumentMap, levels: int) -> None:
    found = roots(map_)
    starts = [*found.positions, *found.others]
    whole = list(walk(map_, starts))
    deep = deep_starts(map_, starts, levels)
    if len(map_.claims) > levels:
        cut = list(walk(map_, (*starts, *deep)))
        assert all(line.depth < levels or line.repeat for line in cut)
        full = [line.claim.id for line in cut if not line.repeat]
        assert sorted(full) == sorted({line.claim.id for line in whole})
        assert {line.inference for line in cut} == {line.inference for line in whole}


def test_steps_that_attack_steps_without_end_fill_neither_disk_nor_memory() -> None:
    position, other = Claim(number=1, text="Yes", position="a0"), Claim(number=2, text="Again")
    steps = [Inference(number=1, polarity=Polarity.SUPPORTS, target=position.id, premises=(other.id,))]
    for number in range(2, 5_000):
        steps.append(Inference(number=number, polarity=Polarity.OPPOSES, target=steps[-1].id, premises=(other.id,)))
    written = write(ArgumentMap([position, other, *steps]), "markdown")
    assert len(written.content) < 3_000_000
    (loss,) = written.report.losses
    assert (loss.code, loss.count) == ("deep", 4_999 - MOST_INDENTED)


def test_a_chain_is_cut_at_every_so_many_levels() -> None:
    map_ = chain(3 * MOST_LEVELS + 5)
    starts = roots(map_).positions
    assert [claim.number - 1 for claim in deep_starts(map_, starts)] == [MOST_LEVELS, 2 * MOST_LEVELS, 3 * MOST_LEVELS]
    assert deep_starts(chain(MOST_LEVELS), roots(chain(MOST_LEVELS)).positions) == ()


def test_a_deep_chain_comes_back_from_an_outline() -> None:
    map_ = chain(3 * MOST_LEVELS + 5)
    text = write(map_, "markdown").content.decode()
    assert max(len(line) for line in text.splitlines()) < 3 * MOST_LEVELS
    back = read(text.encode(), format_name="markdown").map()
    assert len(back.claims) == len(map_.claims)
    assert _links(back) == _links(map_)


def _links(map_: ArgumentMap) -> set[tuple[int, ...]]:
    """The numbers of the target and the premises of each step; here all bear on claims."""
    number: dict[str, int] = {claim.id: claim.number for claim in map_.claims.values()}
    return {(number[step.target], *(number[premise] for premise in step.premises)) for step in map_.inferences.values()}
