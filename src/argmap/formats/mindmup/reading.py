"""From a mind map to a map: ideas are claims, supporting and opposing groups inferences; co-premises share a group.

A group inside a group bears on the inference that the outer one is. No idea without a group is taken for support.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from argmap.errors import FormatError
from argmap.formats.carried import CARRIED, Ids, from_around, highest_of, number_of, unpacked
from argmap.formats.drafting import Draft
from argmap.formats.json_foreign import load
from argmap.formats.kept_extras import keeping
from argmap.formats.mending import told
from argmap.formats.mindmup.ideas import Forest, Idea, forest_of
from argmap.formats.mindmup.telling import tell
from argmap.formats.report import Place
from argmap.formats.stances import stance_of
from argmap.model import ClaimId, InferenceId, Polarity

if TYPE_CHECKING:
    from argmap.formats.drafting import Said, Step
    from argmap.formats.report import Imported, Tally

FOREIGN = "mindmup"
"""The key of `extras` under which what only MindMup has a word for stands."""

GROUPS = {"supporting": Polarity.SUPPORTS, "opposing": Polarity.OPPOSES}
_NOT_ATTR = {CARRIED, "group", "contentLocked"}
SEE, ON = "see", "on"
"""What argmap writes into an idea that only repeats a claim, and into a group that cannot stand where it belongs."""


def read(text: str, name: str, tally: Tally) -> Imported:
    """Read a mind map of any version."""
    outermost = load(text, name, tally)
    if not isinstance(outermost, dict) or not {"ideas", "title", "formatVersion"} & outermost.keys():
        message = "A MindMup file is one object with “ideas” in it. Nothing was imported."
        raise FormatError(message, name=name)
    return _Reading(forest_of(outermost, tally), tally).imported()


class _Reading:
    """Turns ideas into a draft."""

    def __init__(self, forest: Forest, tally: Tally) -> None:
        self._forest = forest
        self._tally = tally
        self._draft = Draft(tally)
        self._ids = Ids()
        self._carried = unpacked(forest.attr.get(CARRIED))
        self._said: dict[Idea, Said] = {}
        self._steps: dict[Idea, Step] = {}
        self._named: dict[str, Said | Step] = {}  # by the ids that argmap gave them

    def imported(self) -> Imported:
        """Return the map."""
        ideas = self._forest.ideas
        for idea in ideas:
            if not idea.group and SEE not in _own(idea):
                self._say(idea)
        for idea in ideas:
            if not idea.group and SEE in _own(idea):
                self._refer(idea)
        for idea in ideas:
            if isinstance(idea.group, str) and idea.group in GROUPS:
                self._infer(idea)
        for idea in ideas:
            self._place(idea)
        self._order()
        self._draft.about = self._about()
        if self._carried:
            self._draft.others = list(from_around(self._carried.get("around"), Place(1), self._tally))
            self._draft.highest = highest_of(self._carried.get("highest"))
        return self._draft.imported()

    def _say(self, idea: Idea) -> None:
        own = _own(idea)
        said = self._draft.say(idea.title, idea.place, **_fields(idea, own, "note"))
        said.id = self._ids.take(ClaimId, own.get("id"))
        said.number = number_of(own.get("number"))
        self._said[idea] = said
        self._named.setdefault(str(own.get("id")), said)

    def _refer(self, idea: Idea) -> None:
        """Let an idea that repeats a claim stand for it; one whose words somebody changed is a claim of its own."""
        own = _own(idea)
        there = self._named.get(own[SEE]) if isinstance(own[SEE], str) else None
        if there in self._draft.claims and own.get("text") == idea.title:
            self._said[idea] = there
            return
        self._said[idea] = self._draft.say(idea.title, idea.place, **_fields(idea, {}, "note"))

    def _infer(self, idea: Idea) -> None:
        """Take in the inference that a group is; its target comes later."""
        own = _own(idea)
        premises = [self._said[kid] for kid in idea.kids if kid in self._said]
        fields = _fields(idea, own, "warrant")
        step = self._draft.infer(GROUPS[str(idea.group)], premises, None, idea.place, **fields)
        step.id = self._ids.take(InferenceId, own.get("id"))
        step.number = number_of(own.get("number"))
        self._steps[idea] = step
        self._named.setdefault(str(own.get("id")), step)

    def _place(self, idea: Idea) -> None:
        """Say what an idea bears on."""
        parent = idea.parent
        step = self._steps.get(idea)
        if step is not None:
            on = _own(idea).get(ON)
            there = self._named.get(on) if isinstance(on, str) else None
            step.target = there if parent is None else self._said.get(parent) or self._steps.get(parent)
        elif idea.group:
            tell(self._tally, "other-group", idea.place)
        elif parent is None:
            self._stand(idea)
        elif parent in self._said:
            self._relate(idea, parent)

    def _stand(self, idea: Idea) -> None:
        """Make an idea at the top a position, if somebody argues about it; files of argmap say themselves which are."""
        if not self._carried and any(self._bears(kid) for kid in idea.kids):
            self._said[idea].is_position = True
            told(self._tally, "roots", idea.place)

    def _relate(self, idea: Idea, parent: Idea) -> None:
        """Relate an idea to the one it is right under, if the line between them says how."""
        stance = _stance(idea)
        if stance is not None:
            self._draft.infer(stance, [self._said[idea]], self._said[parent], idea.place)
        elif idea not in self._steps:
            tell(self._tally, "no-stance", idea.place)

    def _bears(self, idea: Idea) -> bool:
        return idea in self._steps or (not idea.group and _stance(idea) is not None)

    def _order(self) -> None:
        """Forget carried order keys where somebody has put things into another order."""
        tops = [self._said[idea] for idea in self._forest.ideas if idea.parent is None and idea in self._said]
        placed = [said for said in tops if said.fields.get("position")]
        if not _is_sorted([(str(said.fields["position"]), said.id) for said in placed]):
            for said in placed:
                del said.fields["position"]
                said.is_position = True
        for idea in self._forest.ideas:
            steps = [self._steps[kid] for kid in idea.kids if kid in self._steps]
            if not _is_sorted([(str(step.fields.get("order", "")), step.id) for step in steps]):
                for step in steps:
                    step.fields.pop("order", None)

    def _about(self) -> dict[str, Any]:
        """Return what the map says of itself; its extras keep what belongs to no claim and no inference."""
        about = unpacked(self._carried.get("map"))
        forest = self._forest
        title = forest.more.get("title")
        links = forest.more.get("links")
        tell(self._tally, "links", None, len(links) if isinstance(links, list) else 0)
        groups = [
            {**idea.more, "id": idea.id, "title": idea.title, "attr": idea.attr, **_at(idea)}
            for idea in forest.ideas
            if idea.group and idea not in self._steps
        ]
        more = {key: value for key, value in forest.more.items() if key not in {"title", CARRIED} and value}
        attr = {key: value for key, value in forest.attr.items() if key != CARRIED}
        extra = {**more, **({"attr": attr} if attr else {}), **({"groups": groups} if groups else {})}
        fields = keeping(about, FOREIGN, extra)
        if "id" in about:
            fields["id"] = about["id"]
        return {**fields, "title": title} if isinstance(title, str) else fields


def _own(idea: Idea) -> dict[str, Any]:
    """Return what argmap itself has put into an idea."""
    return unpacked(idea.attr.get(CARRIED))


def _at(idea: Idea) -> dict[str, Any]:
    """Return where an idea stands, as far as no inference says it."""
    return {"under": idea.parent.id, "rank": idea.rank} if idea.parent is not None else {"rank": idea.rank}


def _stance(idea: Idea) -> Polarity | None:
    """Return what the line from an idea to the one above it says."""
    line = idea.attr.get("parentConnector")
    return stance_of(line.get("label")) if isinstance(line, dict) else None


def _fields(idea: Idea, own: dict[str, Any], note: str) -> dict[str, Any]:
    """Return the fields of a claim or an inference; *note* names the one that MindMup shows as a note."""
    told_of = idea.attr.get("note")
    text = told_of.get("text") if isinstance(told_of, dict) else None
    attr = {key: value for key, value in idea.attr.items() if key not in _NOT_ATTR}
    if isinstance(text, str):
        attr.pop("note")
    extra: dict[str, Any] = {**idea.more, "attr": attr} if attr else dict(idea.more)
    if idea.group and idea.title != "group":
        extra["title"] = idea.title
    if not own:
        extra |= {"id": idea.id, "rank": idea.rank}
    elif idea.is_renamed:
        extra["id"] = idea.id  # what stands under it goes by that
    parent = idea.parent
    if parent is not None and not idea.group and not (isinstance(parent.group, str) and parent.group in GROUPS):
        extra["under"] = parent.id
    fields = keeping(own, FOREIGN, extra) if not own else _unmoved(own, extra, is_group=bool(idea.group))
    return {**fields, note: text if isinstance(text, str) else ""}


def shown_of(kept: dict[str, Any], *, is_group: bool) -> dict[str, Any]:
    """Return what of the things kept for MindMup stands in the file with an idea, beside its words and its place."""
    attr = kept.get("attr")
    attr = {key: value for key, value in attr.items() if key not in _NOT_ATTR} if isinstance(attr, dict) else {}
    shown = {key: value for key, value in kept.items() if key not in {"id", "title", "attr", "ideas", "rank", "under"}}
    if is_group and isinstance(kept.get("title"), str):
        shown["title"] = kept["title"]
    return {**shown, "attr": attr} if attr else shown


def _unmoved(own: dict[str, Any], extra: dict[str, Any], *, is_group: bool) -> dict[str, Any]:
    """Return the carried fields; what the file shows as argmap had written it, and old places, stay as they are."""
    extras = own.get("extras")
    there = extras.get(FOREIGN) if isinstance(extras, dict) else None
    there = there if isinstance(there, dict) else {}
    seen = {key: value for key, value in extra.items() if key != "under"}
    if seen == shown_of(there, is_group=is_group):
        return keeping(own, FOREIGN, there)
    places = {key: there[key] for key in ("id", "rank", "under") if key in there}
    return keeping(own, FOREIGN, {**extra, **places})


def _is_sorted(keys: list[tuple[str, str]]) -> bool:
    return all(one <= other for one, other in pairwise(keys))
