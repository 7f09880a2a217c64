"""What an Argdown file keeps in its data: argmap's own fields, and what argmap has no word for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from argmap.formats.argdown.document import Argument, Statement
from argmap.formats.argdown.foreign import FOREIGN
from argmap.formats.argdown.headings import AGAIN, HEADINGS, SECTION, Ways
from argmap.formats.carried import CARRIED, Ids, number_of, unpacked
from argmap.model import ClaimId, InferenceId

if TYPE_CHECKING:
    from argmap.formats.argdown.document import Document, Inference, Relation, Titled
    from argmap.formats.drafting import Said, Step
    from argmap.formats.report import Tally

STANDS_FOR = "stands_for"
"""What marks a statement as no claim but what an inference amounts to."""

BEARS = "bears"
"""Under this key a claim keeps what Argdown cannot say of the inferences it is the one premise of."""

MODEL = "model"
"""The key of front matter under which settings stand that change what a file says."""

CLAIM_TITLE = re.compile(r"C([1-9][0-9]{0,8})")
STEP_TITLE = re.compile(r"R([1-9][0-9]{0,8})")
_NOT_FIELDS = {"id", "number", "text", BEARS, STANDS_FOR}


def flat(text: str) -> str:
    """Return *text* as Argdown can hold it: on one line, with single spaces."""
    return " ".join(text.split())


def exact(carried: object, shown: str) -> str:
    """Return the text that was carried, if it is the one that is shown; else the one shown, which someone changed."""
    return carried if isinstance(carried, str) and flat(carried) == flat(shown) else shown


class Kept:
    """Reads the data of a document, which anybody may have edited: whatever does not fit is as if it were not there."""

    def __init__(self, document: Document, tally: Tally) -> None:
        front = document.front_matter
        self._front_matter = front if isinstance(front, dict) else {}
        self.front = unpacked(self._front_matter.get(CARRIED))
        self.is_ours = bool(self.front)
        self._tally = tally
        self._ways = Ways(document.sections)
        self._ids = Ids()
        self._titles: dict[int, str] = {}
        self._bears: dict[int, list[dict[str, Any]]] = {}

    def about(self) -> dict[str, Any]:
        """Return what the map says of itself, as plain fields."""
        fields = unpacked(self.front.get("map"))
        title = self._front_matter.get("title")
        if isinstance(title, str | int | float):
            fields["title"] = exact(fields.get("title"), str(title)) if fields else str(title)
        rest = {key: value for key, value in self._front_matter.items() if key not in {CARRIED, "title"}}
        before = _foreign_in(fields).get("frontMatter")
        if isinstance(before, dict) and MODEL in before:  # it is not written where a reader would follow it
            rest.setdefault(MODEL, before[MODEL])
        made_up = self.is_ours and HEADINGS not in _foreign_in(fields) and self._ways.are_plain
        return _with_foreign(fields, {"frontMatter": rest, HEADINGS: [] if made_up else self._ways.headings})

    def stands_in(self, statement: Statement) -> bool:
        """Whether *statement* is no claim but stands for what an inference amounts to."""
        return STANDS_FOR in _own(statement.data)

    def fields_of(self, titled: Statement | Argument, words: str) -> dict[str, Any]:
        """Return the fields of a claim but its words: what was carried, tags, and what only Argdown has words for."""
        own = _own(titled.data)
        fields = {key: value for key, value in unpacked(own).items() if key not in _NOT_FIELDS}
        if titled.tags:
            fields["tags"] = list(titled.tags)
        foreign = _foreign(titled, words, is_ours=bool(own))
        return self._at_home(_with_foreign(fields, foreign), titled, is_ours=bool(own))

    def name(self, said: Said, titled: Statement | Argument) -> None:
        """Give a claim the id, the number and the exact words it carries."""
        own = _own(titled.data)
        label = CLAIM_TITLE.fullmatch(titled.title)
        said.id = self._ids.take(ClaimId, own.get("id"))
        said.number = number_of(own.get("number")) or (int(label[1]) if label else 0)
        said.text = exact(own.get("text"), said.text)
        bears = own.get(BEARS)
        self._bears[id(said)] = [each for each in bears if isinstance(each, dict)] if isinstance(bears, list) else []

    def fields_of_step(self, argument: Argument, inference: Inference) -> dict[str, Any]:
        """Return the fields of an inference but its ends."""
        own = _own(inference.data)
        fields = {key: value for key, value in unpacked(own).items() if key not in _NOT_FIELDS}
        said = argument.said if argument.inference is inference else None
        fields["warrant"] = exact(fields.get("warrant"), flat(said.words) if said is not None else "")
        fields["scheme"] = exact(fields.get("scheme"), ", ".join(rule for rule in inference.rules if rule))
        data = inference.data if isinstance(inference.data, dict) else {}
        foreign = {
            "argument": ""
            if (own and STEP_TITLE.fullmatch(argument.title)) or not argument.is_titled
            else argument.title,
            "argumentData": _others(argument.data),
            "data": _others(data),
        }
        return self._at_home(_with_foreign(fields, foreign), argument, is_ours=bool(own))

    def _at_home(self, fields: dict[str, Any], titled: Titled, *, is_ours: bool) -> dict[str, Any]:
        """Return *fields* with the heading they stand under; what argmap wrote has one only if it had one before."""
        way = self._ways.to(titled.section)
        before = _foreign_in(fields)
        if not way or (is_ours and SECTION not in before):
            return fields
        if AGAIN in before and AGAIN not in way:
            rest = {key: value for key, value in before.items() if key != AGAIN}
            fields = {**fields, "extras": {**fields["extras"], FOREIGN: rest}}
        return _with_foreign(fields, way)

    def name_step(self, step: Step, argument: Argument, inference: Inference) -> None:
        """Give an inference the id and the number it carries."""
        own = _own(inference.data)
        label = STEP_TITLE.fullmatch(argument.title) if argument.inference is inference else None
        step.id = self._ids.take(InferenceId, own.get("id"))
        step.number = number_of(own.get("number")) or (int(label[1]) if label and own else 0)

    def fill_relation(self, step: Step, relation: Relation) -> None:
        """Give the inference that a relation stands for what its premise carries about it."""
        target = relation.target
        title = target.argument.title if not isinstance(target, Statement | Argument) else target.title
        waiting = self._bears[id(step.premises[0])]
        fitting = (each for each in waiting if (each.get("on"), each.get("as")) == (title, step.polarity.value))
        own = next(fitting, None)
        if own is None:
            if relation.kind not in {"support", "attack"} and not self.is_ours:
                step.fields = _with_foreign(step.fields, {"relation": relation.kind})
            return
        waiting.remove(own)
        step.fields = {key: value for key, value in unpacked(own).items() if key not in {*_NOT_FIELDS, "on", "as"}}
        step.id = self._ids.take(InferenceId, own.get("id"))
        step.number = number_of(own.get("number"))


def _own(data: object) -> dict[str, Any]:
    """Return what argmap itself has put into *data*."""
    own = data.get(CARRIED) if isinstance(data, dict) else None
    return own if isinstance(own, dict) else {}


def _others(data: object) -> dict[str, Any]:
    """Return what others have put into *data*."""
    return {key: value for key, value in data.items() if key != CARRIED} if isinstance(data, dict) else {}


def _foreign(titled: Statement | Argument, words: str, *, is_ours: bool) -> dict[str, Any]:
    """Return what argmap has no word for in a statement or a sketched argument."""
    data = _others(titled.data)
    if is_ours:
        return {"data": data} if data else {}
    further = dict.fromkeys(flat(each.words) for each in titled.members if not each.is_reference)
    return {
        "title": titled.title if titled.is_titled else "",
        "argument": isinstance(titled, Argument),
        "wordings": [each for each in further if each != words],
        "links": [list(link) for each in titled.members for link in each.links],
        "data": data,
    }


def _foreign_in(fields: dict[str, Any]) -> dict[str, Any]:
    """Return what *fields* carry that only Argdown has words for."""
    extras = fields.get("extras")
    found = extras.get(FOREIGN) if isinstance(extras, dict) else None
    return found if isinstance(found, dict) else {}


def _with_foreign(fields: dict[str, Any], foreign: dict[str, Any]) -> dict[str, Any]:
    """Return *fields* with *foreign* things that say anything among their extras."""
    saying = {key: value for key, value in foreign.items() if value}
    if not saying:
        return fields
    extras = fields.get("extras")
    extras = dict(extras) if isinstance(extras, dict) else {}
    there = extras.get(FOREIGN)
    extras[FOREIGN] = {**(there if isinstance(there, dict) else {}), **saying}
    return {**fields, "extras": extras}
