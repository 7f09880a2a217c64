"""A map in which every table of a file has rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap import editing
from argmap.document import Document
from argmap.model import Alias, AliasId, ConflictKind, Passage, Step, Verdict, added
from argmap.model.labels import find_claim, find_inference, find_source

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.model import ClaimId, InferenceId, SourceId


def make_whole(path: Path) -> Document:
    """Make a map with everything in it.

    C1 and C2 are positions. R1: C3 & C4 support C1. R2: C5 opposes C1. R3: C6 undercuts R1. R4: C7 opposes C5.
    R5: C3 opposes C2. C8 is unplaced, and C9 was merged into C3. S1 and S2 are sources, N1 and N2 comments.
    """
    document = Document.create(
        path, editing.new_map(title="Tax", question="Should we tax carbon?", positions=["Yes", "No"]), author="Jane"
    )

    def c(number: int) -> ClaimId:
        return find_claim(document.map, f"C{number}").id

    def r(number: int) -> InferenceId:
        return find_inference(document.map, f"R{number}").id

    def s(number: int) -> SourceId:
        return find_source(document.map, f"S{number}").id

    do = document.do
    do(editing.add_reason(document.map, c(1), "It cuts emissions", "Emissions must fall"))
    do(editing.add_objection(document.map, c(1), "Poor households pay most"))
    do(editing.add_undercut(document.map, r(1), "Only where firms compete"))
    do(editing.add_objection(document.map, c(5), "The revenue can be paid back"))
    do(editing.add_objection(document.map, c(2), c(3)))
    do(editing.add_claim(document.map, "A spare claim"))
    do(editing.set_tags(document.map, c(3), ["climate", "checked"]))
    do(editing.set_note(document.map, c(3), "Check the figures"))
    do(editing.set_credence(document.map, c(3), 0.75))
    do(editing.set_warrant(document.map, r(1), "What costs more is bought less"))
    do(editing.add_source(document.map, "Who pays?", author="Doe, Jane", issued="2024"))
    do(editing.add_source(document.map, "The same again", container_title="News"))
    do(editing.cite(document.map, c(3), s(1), paragraph="4", asserted_by="The minister", via="Reuters"))
    do(editing.cite(document.map, c(5), s(2), page="12", quote="hit hardest", uncertain=True))
    do(editing.record_dependence(document.map, Passage(s(1), "4"), Passage(s(2), "12")))
    do(editing.record_conflict(document.map, c(3), c(5), ConflictKind.CONTRARY))
    do(editing.judge_pair(document.map, c(3), c(4), Verdict.DIFFERENT))
    do(editing.add_term(document.map, ["carbon tax", "emissions levy"]))
    do(editing.add_comment(document.map, c(3), "Which year?", author="Joe", at=1_700_000_000_000))
    do(editing.add_comment(document.map, document.map.about.id, "Sources are missing", author="Joe"))
    merged = Alias(id=AliasId("merged"), survivor=c(3), number=9, text="Emissions shrink with it")
    do(Step("Merge C9 into C3", (added(merged),)))
    return document
