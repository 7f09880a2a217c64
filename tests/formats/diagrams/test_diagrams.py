"""GraphML, DOT and Mermaid: every claim and every step is there, and no text is ever taken for a part of the graph."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given

from argmap import formats
from argmap.display import clean_display, one_line
from argmap.errors import UnfitError
from argmap.formats.diagrams.mermaid import MOST_EDGES
from argmap.model import About, ArgumentMap, Claim, Conflict, Inference, Polarity
from tests.conftest import a_claim, an_inference
from tests.formats.arguments import TRAPS, arguments
from tests.strategies import HOSTILE, SAMPLES, maps

if TYPE_CHECKING:
    from argmap.model import EntityId

NAMES = ("graphml", "dot", "mermaid")
XML = "{http://graphml.graphdrawing.org/xmlns}"
INJECTED = (
    '"]; c1 --> c2', '"]\nc1 -->|supports| c2', "-->", "%%{init: {}}%%", "]]>", "<!-- x", "<data key='n_text'>",
    "&lt;", "&#10;", "\\", "\\N\\l", 'a\\"', '"]; evil [label="x', "}; digraph x {", "style a: x#y; z;",
    "classDef x:#1;", "#quot;", "#35;", "`a`", "fa:fa-ban", "1. one", "- list", "www.example.com", "$$x$$", "end",
    "click c1 call()", "---", "a|b{c}",
)  # fmt: skip
"""Texts that would be something else than words in one of the languages."""

Edges = Counter[tuple[str, str, str]]


def graph_in(map_: ArgumentMap) -> Edges:
    """The edges a diagram must show: where from, where to, and what they say."""
    words = {"reason": "supports", "objection": "opposes", "backing": "backs", "undercut": "undercuts"}

    def label(id_: EntityId) -> str:
        entity = map_.get(id_)
        assert isinstance(entity, Claim | Inference)
        return entity.label

    edges: Edges = Counter()
    for each in map_.inferences.values():
        if each.is_joint or map_.is_targeted(each.id):
            edges.update((label(premise), each.label, "") for premise in each.premises)
            edges[each.label, label(each.target), words[each.kind]] += 1
        else:
            edges[label(each.premises[0]), label(each.target), words[each.kind]] += 1
    for conflict in map_.conflicts.values():
        edges[label(conflict.claims[0]), label(conflict.claims[1]), conflict.kind.value] += 1
    return edges


def graphml(raw: bytes) -> tuple[dict[str, dict[str, str]], Edges, list[ET.Element]]:
    """The data of each node, the edges, and the edges as they are."""
    graph = ET.fromstring(raw).find(f"{XML}graph")
    assert graph is not None
    nodes = {node.attrib["id"]: _data(node) for node in graph.iter(f"{XML}node")}
    found = list(graph.iter(f"{XML}edge"))
    edges = Counter((each.attrib["source"], each.attrib["target"], _label(each)) for each in found)
    return nodes, edges, found


def _data(element: ET.Element) -> dict[str, str]:
    return {each.attrib["key"][2:]: each.text or "" for each in element.findall(f"{XML}data")}


def _label(edge: ET.Element) -> str:
    label = edge.find(".//{http://www.yworks.com/xml/graphml}EdgeLabel")
    assert label is not None
    return label.text or ""


def dot(raw: bytes) -> tuple[dict[str, str], Edges]:
    """The label of each node, and the edges, read by Graphviz's own rules for quoted strings."""
    string = r'"(?:[^"\\]|\\.)*"'
    attributes = rf'((?:[^"\]]|{string})*)'
    text = raw.decode()
    nodes: dict[str, str] = {}
    edges: Edges = Counter()
    for line in text.split("\n")[4:-2]:
        edge = re.fullmatch(rf"  (\S+) -> (\S+) \[{attributes}\];", line)
        node = re.fullmatch(rf"  (\S+) \[{attributes}\];", line)
        assert edge or node or re.fullmatch(rf"  label={string};", line), line
        found = re.search(rf"(?:^|, )label=({string})", edge[3] if edge else node[2] if node else "")
        label = re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], found[1][1:-1]) if found else ""
        if edge:
            edges[edge[1], edge[2], label.strip()] += 1
        elif node:
            nodes[node[1]] = label.replace("&amp;", "&")
    return nodes, edges


def mermaid(raw: bytes) -> tuple[dict[str, str], Edges]:
    """The label of each node, and the edges."""
    lines = raw.decode().split("\n")
    start = lines.index("flowchart BT")
    assert start in {0, 3}
    nodes: dict[str, str] = {}
    edges: Edges = Counter()
    for line in lines[start + 1 :]:
        node = re.fullmatch(r'  (\w+)(?:\["([^"]*)"\]|\(\("(\w+)"\)\))(?::::\w+)*', line)
        edge = re.fullmatch(r"  (\w+) (?:-->|---|-\.-)(?:\|(\w+)\|)? (\w+)", line)
        if node:
            nodes[node[1].upper()] = _decoded(node[2] or node[3])
        elif edge:
            edges[edge[1].upper(), edge[3].upper(), edge[2] or ""] += 1
        else:
            assert re.fullmatch(r"|  (classDef|linkStyle) [\w,#: -]+", line), line
    return nodes, edges


def _decoded(label: str) -> str:
    assert not set('<>"%`') & set(label.replace("<br>", ""))
    names = {"quot": '"', "amp": "&", "lt": "<", "gt": ">"}
    lines = label.split("<br>")
    return "\n".join(re.sub(r"#(\w+);", lambda m: names.get(m[1]) or chr(int(m[1])), line) for line in lines)


def folded(text: str) -> str:
    """A text as pictures show it: cleaned, white space folded."""
    return one_line(text)


@given(maps())
def test_graphml_holds_every_claim_and_every_step_with_their_fields(map_: ArgumentMap) -> None:
    written = formats.write(map_, "graphml")
    nodes, edges, found = graphml(written.content)
    assert edges == graph_in(map_)
    for claim in map_.claims.values():
        shown = nodes[claim.label]
        xml = str.maketrans("", "", "".join(map(chr, {*range(32), 0xFFFE, 0xFFFF} - {9, 10, 13})))
        assert (shown["kind"], shown["text"]) == ("claim", claim.text.translate(xml))
        assert shown.get("note", "") == claim.note.translate(xml)
        assert (float(shown["credence"]) if "credence" in shown else None) == claim.credence
        assert ("position" in shown) == claim.is_position
    steps = [
        each
        for each in (*nodes.values(), *map(_data, found))
        if each["kind"] not in {"claim", "premise", "conclusion", "conflict"}
    ]
    assert Counter((each["label"], each["kind"], each["stance"]) for each in steps) == Counter(
        (each.label, each.kind, each.polarity.value) for each in map_.inferences.values()
    )


@given(maps())
def test_dot_and_mermaid_show_every_claim_and_every_step(map_: ArgumentMap) -> None:
    for name, parsed in (("dot", dot), ("mermaid", mermaid)):
        nodes, edges = parsed(formats.write(map_, name).content)
        assert edges == graph_in(map_)
        points = {each.label for each in map_.inferences.values() if each.is_joint or map_.is_targeted(each.id)}
        assert set(nodes) == {claim.label for claim in map_.claims.values()} | points
        for claim in map_.claims.values():
            said = folded(f"{claim.label}: {claim.text}")
            assert folded(nodes[claim.label]).replace(" ", "") == said.replace(" ", "")


@pytest.mark.parametrize(
    "text", [*INJECTED, *TRAPS, *SAMPLES, *HOSTILE], ids=range(len(INJECTED + TRAPS + SAMPLES + HOSTILE))
)
def test_no_text_becomes_anything_but_words(text: str) -> None:
    """In every place where a text may stand: titles, claims, notes, warrants, schemes."""
    claims = [Claim(number=number, text=f"{text}{number}", note=text, position="a0") for number in (1, 2)]
    step = Inference(
        number=1, polarity=Polarity.SUPPORTS, target=claims[0].id, premises=(claims[1].id,), warrant=text, scheme=text
    )
    conflict = Conflict(claims=(claims[0].id, claims[1].id), note=text)
    map_ = ArgumentMap([About(title=text, question=text), *claims, step, conflict])
    expected = graph_in(map_)
    assert graphml(formats.write(map_, "graphml").content)[1] == expected
    assert dot(formats.write(map_, "dot").content)[1] == expected
    assert mermaid(formats.write(map_, "mermaid").content)[1] == expected


@pytest.mark.skipif(
    shutil.which("dot") is None, reason="Graphviz is not installed: its own reading of DOT is not tested"
)
def test_graphviz_draws_what_we_write() -> None:
    """Every claim stands in the picture with its words, whatever they are."""
    texts = [*INJECTED, *TRAPS, *SAMPLES, *HOSTILE]
    claims = [Claim(number=number, text=f"W{text}", note=text) for number, text in enumerate(texts, 1)]
    raw = formats.write(ArgumentMap([About(title=texts[0]), *claims]), "dot").content
    drawn = subprocess.run(["dot", "-Tsvg"], input=raw, capture_output=True, check=True, timeout=60).stdout
    shown: dict[str, str] = {}
    for node in ET.fromstring(drawn).iter("{http://www.w3.org/2000/svg}g"):
        if (node.get("class") or "").startswith("node"):
            words = " ".join(each.text or "" for each in node.iter("{http://www.w3.org/2000/svg}text"))
            shown["".join((node.findtext("{http://www.w3.org/2000/svg}title") or "").split())] = words
    for claim in claims:
        assert "".join(shown[claim.label].split()) == "".join(clean_display(f"{claim.label}:{claim.text}").split())


def test_the_losses_are_named_exactly(small_map: ArgumentMap) -> None:
    assert all(formats.write(small_map, name).report.is_lossless for name in NAMES)
    noted = ArgumentMap([*small_map.entities(), Claim(number=90, text="x\x01", note="n", tags=("t",), credence=0.5)])
    losses = {name: [each.code for each in formats.write(noted, name).report.losses] for name in NAMES}
    assert losses == {"graphml": ["controls"], "dot": ["credences", "tags"], "mermaid": ["notes", "credences", "tags"]}


def test_a_diagram_that_mermaid_would_not_draw_is_told() -> None:
    claims = [a_claim(number) for number in range(1, MOST_EDGES + 3)]
    steps = [an_inference(number, "c1", number + 1) for number in range(1, MOST_EDGES + 2)]
    (note,) = formats.write(ArgumentMap([*claims, *steps]), "mermaid").report.notes
    assert "maxEdges" in note.sentence
    assert "--at C17" in note.sentence
    assert not formats.write(ArgumentMap([*claims, *steps[:-1]]), "mermaid").report.notes
    (long,) = formats.write(
        ArgumentMap([a_claim(1, "x" * 10_000), *(a_claim(n, "y" * 10_000) for n in range(2, 7))]), "mermaid"
    ).report.notes
    assert long.code == "too-large"


def test_what_runs_in_a_circle_and_what_shares_a_number_is_drawn() -> None:
    claims = [a_claim(1), a_claim(2)]
    twin = Claim(number=1, text="the same number")
    circle = [an_inference(1, "r2", 1), an_inference(2, "r1", 2), an_inference(3, "c1", 1)]
    map_ = ArgumentMap([*claims, twin, *circle])
    assert sorted(graphml(formats.write(map_, "graphml").content)[0]) == ["C1", "C1_", "C2", "R1", "R2"]
    assert (
        len(mermaid(formats.write(map_, "mermaid").content)[0]) == len(dot(formats.write(map_, "dot").content)[0]) == 5
    )


def test_deep_chains_are_written() -> None:
    count = 5_000
    claims = [a_claim(number) for number in range(1, count + 1)]
    steps = [an_inference(number, f"c{number}", number + 1) for number in range(1, count)]
    for name in NAMES:
        assert formats.write(ArgumentMap([*claims, *steps]), name).content.count(b"Claim ") >= count


@pytest.mark.parametrize("name", NAMES)
def test_a_diagram_is_not_read(name: str) -> None:
    raw = formats.write(ArgumentMap([a_claim(1)]), name).content
    with pytest.raises(UnfitError, match="only written"):
        formats.read(raw, "x", name)


@given(arguments())
def test_an_argument_alone_loses_nothing_in_a_diagram(map_: ArgumentMap) -> None:
    for name in NAMES:
        assert formats.write(map_, name).report.is_lossless
