"""Telling: everything there is to say about the claim under the cursor, as styled paragraphs. No terminal here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.display import one_line
from argmap.model import ClaimId
from argmap.model.conflict import ConflictKind
from argmap.model.ratings import credence_word, relevance_word
from argmap.model.roles import objections_to, reasons_for, roles_of
from argmap.tui.places import FOCUS, HEADINGS, LOOSE, QUESTION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from argmap.model import ArgumentMap, Citation, Claim, Comment, Inference
    from argmap.tui.places import Places, Row
    from argmap.tui.signs import Signs

Told = tuple[str, str]
"""The style of a paragraph, and its text; indented paragraphs begin with spaces. Not cleaned yet."""

_EXPLAINED = {
    QUESTION: "Answers to this question are positions. Press [add-reason] to add one, [edit] to reword the question.",
    LOOSE: "These claims are argued about, but what they lead to is no position of this map.",
}
_NO_QUESTION = "Press [edit] to write the question this map is about, [add-reason] to add an answer to it: a position."
_FOCUSED = "Only this claim and what is under it is shown. [zoom-out] zooms out one level; [focus] zooms in further."
_LOOSE_ENDS = "These claims have no link yet. Press [add-sibling] to add one more, [remove] to remove one."


def tell(places: Places, row: Row, signs: Signs, filled: Callable[[str], str] = str) -> Iterator[Told]:
    """Say everything about the place *row* shows; *filled* puts the keys into sentences of ours."""
    if not row.is_claim:
        yield from _about_section(places, row, filled)
        return
    map_, claim = places.map, places.map.claims[row.claim]
    inference = None if row.inference is None else map_.inferences[row.inference]
    yield "head", f"{claim.label}  {claim.text}"
    yield from _role(map_, claim, inference)
    yield from _ratings(claim, inference, filled)
    if inference is not None and (inference.warrant or inference.scheme):
        yield "title", "Why it bears on it"
        yield from _paragraphs(inference.warrant)
        if inference.scheme:
            yield "muted", f"Scheme: {inference.scheme}"
    if claim.note:
        yield "title", "Note"
        yield from _paragraphs(claim.note)
    yield from _citations(map_, claim, signs)
    yield from _comments(map_, claim, inference)
    yield from _conflicts(map_, claim)
    yield from _merged(map_, claim, filled)
    yield from _alike(places, claim, filled)
    yield from _other_places(places, row)
    if claim.tags:
        yield "title", "Tags"
        yield "text", "  ".join(f"#{tag}" for tag in claim.tags)


def _about_section(places: Places, row: Row, filled: Callable[[str], str]) -> Iterator[Told]:
    about = places.map.about
    if row.place in HEADINGS:
        yield "head", HEADINGS[row.place]
        yield "text", filled(_EXPLAINED.get(row.place, _LOOSE_ENDS))
        return
    if row.place == FOCUS and places.focus is not None:
        claim = places.map.claims[places.focus]
        yield "head", f"Focus on {claim.label}  {claim.text}"
        yield "text", filled(_FOCUSED)
        return
    yield "head", about.question or about.title or "A new map"
    if about.title and about.question:
        yield "muted", about.title
    yield from _paragraphs(about.description)
    yield "text", ""
    yield "muted", filled(_EXPLAINED[QUESTION] if about.question else _NO_QUESTION)
    yield from _comments(places.map, None, None)


def _role(map_: ArgumentMap, claim: Claim, inference: Inference | None) -> Iterator[Told]:
    if inference is None:
        roles = "Position: it answers the question." if claim.is_position else "Stands under nothing."
        yield "muted", roles
    else:
        yield _relation(inference), _role_sentence(map_, inference)
        if inference.is_joint:
            others = [map_.claims[each].label for each in inference.premises if each != claim.id]
            yield "muted", f"Needed together with {_listed(others)} ({inference.label})."
        undercuts = [each for each in map_.bearing_on(inference.id) if not each.supports]
        if undercuts:
            yield "attack", f"This step is undercut by {_listed(_premises(map_, undercuts))}."
    counts = [f"{len(reasons_for(map_, claim.id))} for it", f"{len(objections_to(map_, claim.id))} against it"]
    extra = ["a rebuttal"] if "rebuttal" in roles_of(map_, claim) else []
    extra += ["supplied by the mapper"] if claim.implicit else []
    yield "muted", ", ".join([*counts, *extra, *([f"as of {claim.as_of}"] if claim.as_of else ())])


def _role_sentence(map_: ArgumentMap, inference: Inference) -> str:
    target = inference.target
    if isinstance(target, ClaimId):
        word = "Supports" if inference.supports else "Opposes"
        return f"{word} {map_.claims[target].label}: {one_line(map_.claims[target].text)}"
    step = map_.inferences[target]
    word = "Backs" if inference.supports else "Attacks"
    return f"{word} the step {step.label}: that {_listed(_premises(map_, [step]))} {_says(map_, step)}."


def _says(map_: ArgumentMap, step: Inference) -> str:
    """Say what a step does to its target, in a few words."""
    verb = ("supports" if step.supports else "opposes") if len(step.premises) == 1 else step.polarity[:-1]
    target = step.target
    return f"{verb} {map_.claims[target].label if isinstance(target, ClaimId) else map_.inferences[target].label}"


def _ratings(claim: Claim, inference: Inference | None, filled: Callable[[str], str]) -> Iterator[Told]:
    credence = credence_word(claim.credence)
    words = [
        f"Credence: {credence} ({claim.credence:.0%})"
        if credence
        else filled("Credence: no view yet ([credence-1] to [credence-5])")
    ]
    if inference is not None:
        words.append(
            f"relevance here: {relevance_word(inference.relevance) or filled('not rated ([weaken] [strengthen])')}"
        )
    yield "text", ", ".join(words)


def _citations(map_: ArgumentMap, claim: Claim, signs: Signs) -> Iterator[Told]:
    cited = map_.citations_of(claim.id)
    if not cited:
        if not claim.is_position:
            yield "title", "Sources"
            yield "unsourced", "! Nothing is cited for this claim."
        return
    yield "title", f"Sources {len(cited)}"
    for citation in cited:
        yield from _citation(map_, citation, signs)


def _citation(map_: ArgumentMap, citation: Citation, signs: Signs) -> Iterator[Told]:
    source = map_.sources[citation.source]
    locator = citation.locator.replace("¶", signs.paragraph)
    whose = ", ".join(part for part in (source.author, source.container_title, source.issued) if part)
    yield "text", " ".join(part for part in (source.label, one_line(source.title), locator) if part)
    if whose:
        yield "muted", f"  {one_line(whose)}"
    voice = voice_of(citation)
    if voice:
        yield "muted", f"  {voice}"
    if citation.quote:
        yield "quote", f"  {quoted(citation, signs)}"
    for _, text in _paragraphs(citation.note):
        yield "muted", f"  {text}"


def voice_of(citation: Citation) -> str:
    """Say who says it, via whom, as of when, and how sure that is; empty if nothing of that is known."""
    voice = [f"said by {citation.asserted_by}"] if citation.asserted_by else []
    voice += [f"via {citation.via}"] if citation.via else []
    voice += [f"as of {citation.as_of}"] if citation.as_of else []
    voice += [word for word in ("inferred", "uncertain") if getattr(citation, word)]
    return one_line(", ".join(voice))


def quoted(citation: Citation, signs: Signs) -> str:
    """Return the quote in its marks, on one line."""
    return f"{signs.quotes[0]}{one_line(citation.quote)}{signs.quotes[1]}"


def _comments(map_: ArgumentMap, claim: Claim | None, inference: Inference | None) -> Iterator[Told]:
    found: list[Comment] = []
    for each in (claim, inference) if claim is not None else (map_.about,):
        if each is not None:
            found.extend(map_.comments_on(each.id))
    if found:
        yield "title", f"Comments {len(found)}"
    for comment in found:
        done = " (resolved)" if comment.resolved else ""
        yield "muted" if comment.resolved else "text", f"{comment.label} {comment.author}{done}: {comment.text}"


def _conflicts(map_: ArgumentMap, claim: Claim) -> Iterator[Told]:
    found = map_.conflicts_of(claim.id)
    if found:
        yield "title", "Cannot be true together with"
    for conflict in found:
        other = map_.claims[conflict.other(claim.id)]
        kind = " (nor both be false)" if conflict.kind is ConflictKind.CONTRADICTORY else ""
        yield "text", f"{other.label} {one_line(other.text)}{kind}"
        for _, text in _paragraphs(conflict.note):
            yield "muted", f"  {text}"


def _merged(map_: ArgumentMap, claim: Claim, filled: Callable[[str], str]) -> Iterator[Told]:
    """Name the other wordings of a claim, which came with the claims that were merged into it."""
    if not map_.aliases_of(claim.id):
        return
    from argmap.wording import in_same_words, phrasings

    others, same = phrasings(map_, claim.id), in_same_words(map_, claim.id)
    if others:
        yield "title", "Also phrased as"
    for phrasing in others:
        labels = ", ".join(f"C{number}" for number in phrasing.numbers)
        yield "text", f"{labels or 'before'} {one_line(phrasing.text)}"
    if same:
        yield "title", "Merged, in the same words"
        yield "text", ", ".join(f"C{number}" for number in same)
    if others or same:
        yield "muted", filled("  [unmerge] takes one out again")


def _alike(places: Places, claim: Claim, filled: Callable[[str], str]) -> Iterator[Told]:
    """Name the claims that may say the same."""
    others = [places.map.claims[each] for each in places.alike.get(claim.id, ()) if each in places.map.claims]
    if others:
        yield "title", f"Possible duplicate{'' if len(others) == 1 else 's'}"
    for other in others:
        yield "text", f"~ {other.label} {one_line(other.text)}"
    if others:
        yield "muted", filled("  [review-duplicates] reviews them")


def _other_places(places: Places, row: Row) -> Iterator[Told]:
    others = [place for place in places.places_of(row.claim) if place != row.place]
    if not others:
        return
    yield "title", "Also used"
    home = places.home(row.claim)
    for place in others:
        full = " (shown in full there)" if place == home else ""
        if place[0] is None:
            yield "text", f"as a position{full}"
        else:
            inference = places.map.inferences[place[0]]
            sentence = _role_sentence(places.map, inference)
            yield _relation(inference), f"{sentence[0].lower()}{sentence[1:]}{full}"


def _premises(map_: ArgumentMap, inferences: list[Inference]) -> list[str]:
    return [map_.claims[premise].label for each in inferences for premise in each.premises]


def _relation(inference: Inference) -> str:
    return "for" if inference.supports else "attack" if inference.bears_on_inference else "against"


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _paragraphs(text: str) -> Iterator[Told]:
    for paragraph in text.splitlines() if text else ():
        yield "text", paragraph
