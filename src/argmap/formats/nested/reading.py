"""From nested nodes to a map: a node that says how it bears on the one above it is a premise, all others are claims."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from argmap.errors import UnfitError
from argmap.formats.carried import Ids, from_around, highest_of, number_of, unpacked
from argmap.formats.drafted_texts import says_something
from argmap.formats.drafting import Draft
from argmap.formats.kept_order import settle_orders
from argmap.formats.nested.exactness import exact, exact_note
from argmap.formats.nested.stances import stance_of
from argmap.formats.nested.telling import tell
from argmap.formats.report import Place
from argmap.model import ClaimId, InferenceId, Polarity, Source

if TYPE_CHECKING:
    from argmap.formats.drafting import Said, Step
    from argmap.formats.nested.nodes import Node, Tree
    from argmap.formats.report import Imported, Tally
    from argmap.model import SourceId

_POLARITIES = {
    "supports": Polarity.SUPPORTS,
    "backs": Polarity.SUPPORTS,
    "opposes": Polarity.OPPOSES,
    "undercuts": Polarity.OPPOSES,
}
_ON_STEPS = {"undercuts", "backs"}
UNDER = "under"
"""The key for the claim under which an unplaced one stood."""

ARROWS = "arrows"
"""The key for arrows to other claims that do not say for or against."""

ID = "id"
"""The key for the id that a claim came with."""

OTHERS = "fields"
"""The key for what else a node says."""


def read_tree(tree: Tree, tally: Tally, bare: str | None = None) -> Imported:
    """Return the map that *tree* makes; *bare* says how a node bears on its parent that does not say so, if it does."""
    if bare not in {None, *Polarity}:
        message = f"A node without a stance either supports or opposes, not “{bare}”."
        raise UnfitError(message)
    return _Reading(tree, tally, bare).imported()


class _Reading:
    """Turns nodes into a draft."""

    def __init__(self, tree: Tree, tally: Tally, bare: str | None) -> None:
        self._tree = tree
        self._tally = tally
        self._bare = bare
        self._draft = Draft(tally)
        self._ids = Ids()
        self._said: dict[Node, Said] = {}
        self._steps: dict[Node, Step] = {}
        self._last: dict[Node | None, Step] = {}
        self._named: dict[str, Node] = {}
        self._sources: dict[str, SourceId] = {}
        self._is_ours = isinstance(tree.own.get("map"), dict)
        self._question = self._find_question()

    def imported(self) -> Imported:
        """Return the map."""
        self._about()
        nodes = [node for node in self._tree.nodes if node is not self._question]
        for node in nodes:
            if node.id and self._named.setdefault(node.id, node) is not node:
                tell(self._tally, "id-taken", node.place)
        self._say_all(nodes)
        positions = [self._said[node] for node in nodes if node in self._said and self._answers(node)]
        for node in nodes:
            if node in self._said:
                self._bear(node)
        for node in nodes:
            self._follow_arrows(node)
        settle_orders(self._draft, dict.fromkeys(positions))
        if not self._is_ours:
            self._draft.make_roots_positions()
        return self._draft.imported()

    def _find_question(self) -> Node | None:
        """Return the node that is no claim but the map's question: it says so, or asks it of all the others."""
        nodes = self._tree.nodes
        said = next((node for node in nodes if node.stance == "question" and node.parent is None), None)
        if said is not None or self._is_ours or not nodes:
            return said
        first = nodes[0]
        tops = sum(node.parent is None for node in nodes)
        under = [node.stance for node in nodes if node.parent is first]
        asks = first.text.rstrip().endswith("?") and not first.stance
        return first if tops == 1 and asks and under and not any(under) else None

    def _about(self) -> None:
        own = unpacked(self._tree.own.get("map"))
        self._draft.highest = highest_of(self._tree.own.get("highest"))
        self._draft.others = list(from_around(self._tree.own.get("around"), Place(1), self._tally))
        for each in self._draft.others:
            if isinstance(each, Source):
                self._sources.setdefault(each.url, each.id)
                self._draft.source_count = max(self._draft.source_count, each.number)
        own["title"] = exact(own.get("title"), self._tree.title)
        if self._question is not None:
            own["question"] = exact(own.get("question"), self._question.text)
        else:
            own.pop("question", None)
        kept: dict[str, Any] = {OTHERS: self._tree.others}
        asked = self._question
        if asked is not None and not self._is_ours:
            own["description"] = asked.note
            kept["question"] = {**asked.others, **({"links": asked.links} if asked.links else {})}
        self._draft.about = self._with_foreign(own, {key: value for key, value in kept.items() if value})

    def _say_all(self, nodes: list[Node]) -> None:
        """Say every claim once: nodes that stand for others come after them."""
        empty = self._empty(nodes)
        for node in nodes:
            if node in empty:
                tell(self._tally, "empty", node.place)
            elif not self._full(node):
                self._say(node)
        for node in nodes:
            if node not in self._said and node not in empty:
                self._refer(node)

    def _full(self, node: Node) -> Node | None:
        """Return the node that says in full what *node* stands for."""
        there = self._named.get(node.same_as) if node.same_as else None
        return there if there is not None and not there.same_as else None

    def _refer(self, node: Node) -> None:
        full = self._full(node)
        said = self._said.get(full) if full is not None else None
        if said is None:
            self._say(node)
            return
        self._said[node] = said
        if node.text.strip() and exact(said.text, node.text) != said.text:
            tell(self._tally, "other-words", node.place)

    def _empty(self, nodes: list[Node]) -> set[Node]:
        """Return the nodes that say nothing and under which nothing stands."""
        under = Counter(node.parent for node in nodes)
        return {
            node
            for node in nodes
            if not (under[node] or node.note or node.links or node.same_as or says_something(node.text))
        }

    def _say(self, node: Node) -> None:
        if node.same_as:
            tell(self._tally, "same-as-nothing", node.place)
        own = unpacked(node.own.get("claim"))
        fields = {key: value for key, value in own.items() if key not in {"id", "number", "text", "links"}}
        fields["note"] = exact_note(own.get("note"), node.note)
        text = exact(own.get("text"), node.text)
        said = self._draft.say(text, node.place, **fields)
        said.id = self._ids.take(ClaimId, own.get("id"))
        said.number = number_of(own.get("number"))
        kept = {OTHERS: node.others, ID: "" if own else node.id}
        said.fields = self._with_foreign(said.fields, {key: value for key, value in kept.items() if value})
        self._said[node] = said
        known = own.get("links")
        for link in dict.fromkeys(node.links):
            if not (isinstance(known, list) and link in known):
                self._cite(link, said, node)

    def _cite(self, link: str, said: Said, node: Node) -> None:
        source = self._sources.get(link)
        if source is None:
            source = self._sources[link] = self._draft.source(link, node.place, url=link)
        self._draft.cite(said, source, node.place)

    def _answers(self, node: Node) -> bool:
        """Whether a node is a position: it says so, or stands bare under the question."""
        under_question = node.parent is not None and node.parent is self._question
        return node.stance == "position" or (under_question and node.stance in {"", "supports"})

    def _bear(self, node: Node) -> None:
        """Let a node be a premise of what its stance says."""
        stance = node.stance
        if self._answers(node) or stance in {"claim", "question"}:
            return
        if stance == "" and node.parent is not None and self._bare is not None and node.parent in self._said:
            stance = self._bare
        if stance is None:
            self._leave(node, "unknown-stance")
        elif stance == "and" and node.parent in self._last:
            step = self._steps[node] = self._last[node.parent]
            step.premises.append(self._said[node])
        elif stance in _POLARITIES:
            self._infer(node, stance)
        elif stance or node.parent in self._said:
            self._leave(node, "nothing-above" if stance else "no-stance")

    def _infer(self, node: Node, stance: str) -> None:
        above = node.parent
        target: Said | Step | None = self._said.get(above) if above is not None else None
        if target is None or above is None:
            self._leave(node, "nothing-above")
            return
        if stance in _ON_STEPS:
            if above not in self._steps:
                tell(self._tally, "no-step", node.place)
            target = self._steps.get(above, target)
        own = unpacked(node.own.get("step"))
        fields = {key: value for key, value in own.items() if key not in {"id", "number"}}
        step = self._draft.infer(_POLARITIES[stance], [self._said[node]], target, node.place, **fields)
        step.id = self._ids.take(InferenceId, own.get("id"))
        step.number = number_of(own.get("number"))
        self._steps[node] = self._last[above] = step

    def _leave(self, node: Node, code: str) -> None:
        """Tell that a node bears on nothing, and keep where it stood."""
        tell(self._tally, code, node.place)
        above = self._said.get(node.parent) if node.parent is not None else None
        if above is not None and not self._is_ours:
            said = self._said[node]
            said.fields = self._with_foreign(said.fields, {UNDER: above.id})

    def _follow_arrows(self, node: Node) -> None:
        """Read an arrow from one node to another that says what it means; keep the others."""
        said = self._said.get(node)
        kept: list[list[str]] = []
        for target, words in node.arrows if said is not None else ():
            other = self._named.get(target)
            there = self._said.get(other) if other is not None else None
            polarity = _POLARITIES.get(stance_of(words) or "")
            if said is None or there is None:
                tell(self._tally, "arrow-to-nothing", node.place)
            elif polarity is not None and there is not said:
                self._draft.infer(polarity, [said], there, node.place)
            else:
                tell(self._tally, "arrows", node.place)
                kept.append([there.id, words])
        if said is not None and kept:
            said.fields = self._with_foreign(said.fields, {ARROWS: kept})

    def _with_foreign(self, fields: dict[str, Any], foreign: dict[str, Any]) -> dict[str, Any]:
        """Return *fields* with *foreign* things among their extras, beside those that are there."""
        if not foreign:
            return fields
        extras = fields.get("extras")
        extras = dict(extras) if isinstance(extras, dict) else {}
        there = extras.get(self._tree.format_name)
        there = there if isinstance(there, dict) else {}
        rest = there.get(OTHERS)
        if isinstance(rest, dict) and OTHERS in foreign:
            foreign = {**foreign, OTHERS: {**rest, **foreign[OTHERS]}}
        extras[self._tree.format_name] = {**there, **foreign}
        return {**fields, "extras": extras}
