"""Everything that can be done on screen can be done from the command line: each editing function has its call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from argmap import editing

if TYPE_CHECKING:
    from tests.cli.conftest import Argmap, Reading

CALLS: dict[str, tuple[str, ...]] = {
    "add_claim": ("add", "m.argmap", "x"),
    "add_co_premise": ("link", "m.argmap", "C8", "--joins", "R1"),
    "add_comment": ("comment", "m.argmap", "R1", "x"),
    "add_position": ("add", "m.argmap", "x", "--position"),
    "add_source": ("sources", "m.argmap", "add", "--title", "x"),
    "add_term": ("terms", "m.argmap", "add", "x", "y"),
    "argue": ("add", "m.argmap", "x", "--undercuts", "R1"),
    "cite": ("cite", "m.argmap", "C1", "S1"),
    "edit_citation": ("cite", "m.argmap", "C3", "--edit", "1", "--page", "9"),
    "edit_comment": ("comment", "m.argmap", "--edit", "N1", "x"),
    "edit_source": ("sources", "m.argmap", "edit", "S1", "--title", "x"),
    "edit_term": ("terms", "m.argmap", "edit", "1", "x", "y"),
    "flip": ("flip", "m.argmap", "R1"),
    "forget_verdict": ("link", "m.argmap", "C3", "--judge-again", "C4"),
    "join_inferences": ("join", "m.argmap", "R6", "R2"),
    "judge_pair": ("link", "m.argmap", "C3", "--differs", "C5"),
    "make_position": ("set", "m.argmap", "C8", "--position"),
    "merge": ("merge", "m.argmap", "C3", "C8", "--yes", "--confirm", "merge"),
    "move_inference": ("move", "m.argmap", "R2", "--to", "C2"),
    "move_premise": ("move", "m.argmap", "C4", "--to", "C2"),
    "new_map": ("new", "another.argmap"),
    "record_conflict": ("link", "m.argmap", "C1", "--conflicts", "C2"),
    "record_dependence": ("sources", "m.argmap", "same", "S1", "S2"),
    "remove_branch": ("remove", "m.argmap", "C5", "--branch"),
    "remove_claim": ("remove", "m.argmap", "C5"),
    "remove_claim_here": ("remove", "m.argmap", "C5", "--here", "R2"),
    "remove_comment": ("remove", "m.argmap", "N1"),
    "remove_conflict": ("link", "m.argmap", "C3", "--no-conflict", "C5"),
    "remove_dependence": (
        *("sources", "m.argmap", "same", "S1", "S2", "--not"),
        *("--paragraph-a", "4", "--paragraph-b", "12"),
    ),
    "remove_inference": ("remove", "m.argmap", "R1"),
    "remove_premise": ("remove", "m.argmap", "C5", "--here", "R2", "--keep"),
    "remove_source": ("sources", "m.argmap", "remove", "S1"),
    "remove_term": ("terms", "m.argmap", "remove", "1"),
    "reorder_inference": ("move", "m.argmap", "R2", "--before", "R1"),
    "reorder_position": ("move", "m.argmap", "C2", "--before", "C1"),
    "reorder_premise": ("move", "m.argmap", "C4", "--before", "C3"),
    "resolve_comment": ("comment", "m.argmap", "--resolve", "N1"),
    "reword": ("reword", "m.argmap", "C1", "x"),
    "set_as_of": ("set", "m.argmap", "C1", "--as-of", "2024"),
    "set_credence": ("rate", "m.argmap", "C1", "likely"),
    "set_description": ("set", "m.argmap", "--description", "x"),
    "set_implicit": ("set", "m.argmap", "C1", "--implicit"),
    "set_language": ("set", "m.argmap", "--language", "en"),
    "set_note": ("set", "m.argmap", "C1", "--note", "x"),
    "set_numbering": ("set", "m.argmap", "--numbering", "none"),
    "set_question": ("set", "m.argmap", "--question", "x"),
    "set_relevance": ("rate", "m.argmap", "R1", "weak"),
    "set_scheme": ("set", "m.argmap", "R1", "--scheme", "x"),
    "set_tags": ("set", "m.argmap", "C1", "--tag", "x"),
    "set_title": ("set", "m.argmap", "--title", "x"),
    "set_warrant": ("set", "m.argmap", "R1", "--warrant", "x"),
    "split_premise": ("split", "m.argmap", "C4"),
    "uncite": ("cite", "m.argmap", "C3", "--remove", "1"),
    "unmake_position": ("set", "m.argmap", "C1", "--no-position"),
    "unmerge": ("unmerge", "m.argmap", "C9"),
}
"""A call for each; `argue` gives reasons, objections, undercuts and backings alike."""

_BY_ARGUE = {"add_reason", "add_objection", "add_undercut", "add_backing"}
_BY_THE_DOCUMENT = {"restore"}
_NO_EDIT = {"Branch", "Combined", "Copied", "NewSource", "Premise", "combined", "copied", "together"}
_ON_SCREEN = {"graft", "graft_premises", "paste"}  # whole branches: a command imports them, or takes edit by edit


def test_every_editing_function_has_its_call() -> None:
    assert sorted(set(editing.__all__) - _BY_ARGUE - _BY_THE_DOCUMENT - _NO_EDIT - _ON_SCREEN) == sorted(CALLS)


@pytest.mark.parametrize("name", CALLS)
def test_the_call_takes_the_edit_and_one_undo_takes_it_back(
    argmap: Argmap, m: str, now: Reading, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    assert argmap("add", m, "Another objection", "--opposes", "C1").status == 0
    before = now()
    called: list[str] = []
    real = getattr(editing, name)

    def spy(*arguments: Any, **options: Any) -> Any:
        called.append(name)
        return real(*arguments, **options)

    monkeypatch.setattr(editing, name, spy)
    assert argmap(*CALLS[name]).status == 0
    assert called == [name]
    if name == "new_map":
        assert before == now()
        return
    assert before != now()
    assert argmap("undo", m).status == 0
    assert before == now()


def test_a_map_is_brought_back_as_it_was_and_one_undo_takes_it_back(argmap: Argmap, m: str, now: Reading) -> None:
    before = now()
    assert argmap("restore", m, "--step", "2").status == 0
    assert sorted(claim.label for claim in now().claims.values()) == ["C1", "C2", "C3", "C4"]
    assert argmap("undo", m).status == 0
    assert before == now()
