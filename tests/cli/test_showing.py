"""Printing a map: plain lines for programs, a tree that fits the terminal for people, JSON for scripts."""

from __future__ import annotations

import json
import os
import re
import select
import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from argmap.cli.showing import Manner, View, plain_line, print_plain, print_tree, view_of
from argmap.document import Document
from argmap.model import About, ArgumentMap, Claim, ClaimId, Inference, InferenceId, Polarity
from argmap.outlines import walk
from tests.counting import calls
from tests.drawings.scenes import synthetic
from tests.strategies import maps

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.model import Entity
    from tests.cli.conftest import Argmap

PLAIN = """\
? question Should we tax carbon?
= position C1 Yes
  + supports (both needed) C3 It cuts emissions
  & and C4 Emissions must fall
    x undercuts C6 Only where firms compete
  - opposes C5 Poor households pay most
    - opposes C7 The revenue can be paid back
= position C2 No
  - opposes C3 It cuts emissions (see C3 above)
Unplaced (1)
  * unplaced C8 A spare claim
"""


def test_plain_output_is_one_line_a_claim(argmap: Argmap, m: str) -> None:
    answer = argmap("show", m, "--plain")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out == PLAIN


def test_what_is_no_terminal_gets_plain_output(argmap: Argmap, m: str) -> None:
    assert argmap("show", m).out == PLAIN


def test_plain_output_is_the_same_on_a_terminal(argmap: Argmap, m: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    assert argmap("show", m, "--plain", terminal=True).out == PLAIN


def test_every_plain_line_is_indent_sign_word_number_and_text(argmap: Argmap, m: str) -> None:
    """The form scripts read: two spaces a level, then ``<sign> <word> C17 text``."""
    form = re.compile(
        r"(  )*([=+\-x^&*] (position|supports|opposes|undercuts|backs|and|claim|unplaced)"
        r"( \((both|all \d+) needed\))? C\d+ \S.*|\? question \S.*|Unplaced \(\d+\))"
    )
    lines = argmap("show", m, "--plain").lines
    assert [line for line in lines if not form.fullmatch(line)] == []
    assert len(lines) == 11


def test_text_on_several_lines_is_shown_on_one(argmap: Argmap, here: Path) -> None:
    Document.create(here / "lines.argmap", [Claim(number=1, text="one\n  two\n\n\tthree", position="a0")])
    assert argmap("show", "lines.argmap").lines == ["= position C1 one two three"]


def test_depth_cuts_levels_off_and_says_how_much_is_below(argmap: Argmap, m: str) -> None:
    assert argmap("show", m, "--depth", "0").lines == [
        "? question Should we tax carbon?",
        "= position C1 Yes (5 more below)",
        "= position C2 No (1 more below)",
        "Unplaced (1)",
        "  * unplaced C8 A spare claim",
    ]
    assert argmap("show", m, "--depth", "1").lines[2:5] == [
        "  + supports (both needed) C3 It cuts emissions",
        "  & and C4 Emissions must fall (1 more below)",
        "  - opposes C5 Poor households pay most (1 more below)",
    ]
    assert argmap("show", m, "--depth", "99").out == PLAIN


@pytest.mark.parametrize("number", ["C5", "c5", "5", " C5 "])
@pytest.mark.parametrize("way", ["position", "--at"])
def test_a_part_is_shown_by_its_number(argmap: Argmap, m: str, number: str, way: str) -> None:
    arguments = ("--at", number) if way == "--at" else (number,)
    assert argmap("show", m, *arguments).lines == [
        "- opposes C5 Poor households pay most",
        "  - opposes C7 The revenue can be paid back",
    ]


def test_a_step_is_shown_with_its_premises(argmap: Argmap, m: str) -> None:
    assert argmap("show", m, "R1").lines == [
        "+ supports (both needed) C3 It cuts emissions",
        "& and C4 Emissions must fall",
        "  x undercuts C6 Only where firms compete",
    ]


def test_a_merged_claim_is_shown_by_its_old_number(argmap: Argmap, m: str) -> None:
    assert argmap("show", m, "C9").lines == ["* claim C3 It cuts emissions"], "it is used in two steps"


def test_the_steps_are_named_where_they_are_asked_for(argmap: Argmap, m: str) -> None:
    lines = argmap("show", m, "--steps").lines
    assert lines[2:6] == [
        "  + supports (both needed) C3 It cuts emissions (R1)",
        "  & and C4 Emissions must fall (R1)",
        "    x undercuts C6 Only where firms compete (R3)",
        "  - opposes C5 Poor households pay most (R2)",
    ]


def test_a_map_as_json(argmap: Argmap, m: str) -> None:
    value = json.loads(argmap("show", m, "--json").out)
    assert {key: value[key] for key in ("title", "question", "claims", "inferences", "sources")} == {
        "title": "Tax",
        "question": "Should we tax carbon?",
        "claims": 8,
        "inferences": 5,
        "sources": 2,
    }
    assert value["unplaced"] == [{"claim": "C8", "number": 8, "text": "A spare claim"}]
    assert [(line["depth"], line["sign"], line["relation"], line["claim"]) for line in value["lines"]] == [
        (0, "=", "position", "C1"),
        (1, "+", "supports", "C3"),
        (1, "&", "supports", "C4"),
        (2, "x", "undercuts", "C6"),
        (1, "-", "opposes", "C5"),
        (2, "-", "opposes", "C7"),
        (0, "=", "position", "C2"),
        (1, "-", "opposes", "C3"),
    ]
    assert value["lines"][-1] == {
        "depth": 1,
        "sign": "-",
        "relation": "opposes",
        "claim": "C3",
        "number": 3,
        "text": "It cuts emissions",
        "inference": "R5",
        "together": False,
        "seen_above": True,
        "hidden": 0,
    }


def test_a_part_as_json_tells_nothing_of_the_rest(argmap: Argmap, m: str) -> None:
    value = json.loads(argmap("show", m, "C5", "--depth", "0", "--json").out)
    assert [(line["claim"], line["hidden"]) for line in value["lines"]] == [("C5", 1)]
    assert "unplaced" not in value


def test_a_map_of_nothing_is_shown(argmap: Argmap) -> None:
    assert argmap("new", "empty.argmap").status == 0
    assert argmap("show", "empty.argmap").out == ""
    assert argmap("show", "empty.argmap", terminal=True).status == 0
    assert json.loads(argmap("show", "empty.argmap", "--json").out)["lines"] == []


def test_a_map_without_positions_begins_with_what_is_argued_about(argmap: Argmap) -> None:
    assert argmap("new", "m.argmap").status == 0
    assert argmap("add", "m.argmap", "A claim").status == 0
    assert argmap("add", "m.argmap", "A reason", "--supports", "C1").status == 0
    assert argmap("show", "m.argmap").lines == ["* claim C1 A claim", "  + supports C2 A reason"]


def test_a_cycle_ends_where_it_began(argmap: Argmap, m: str) -> None:
    assert argmap("link", m, "C1", "--supports", "C7").status == 0
    lines = argmap("show", m).lines
    assert "      + supports C1 Yes (see C1 above)" in lines
    assert len(lines) == 12


def test_a_claim_that_is_its_own_premise_is_shown(argmap: Argmap, here: Path) -> None:
    """Files of others may hold one."""
    claim = Claim(number=1, text="So it is", position="a0")
    circle = Inference(number=1, polarity=Polarity.SUPPORTS, target=claim.id, premises=(claim.id,))
    Document.create(here / "self.argmap", [claim, circle])
    assert argmap("show", "self.argmap").lines == [
        "= position C1 So it is",
        "  + supports C1 So it is (see C1 above)",
    ]
    assert argmap("show", "self.argmap", terminal=True).status == 0


def test_everything_about_a_claim(argmap: Argmap, m: str) -> None:
    assert argmap("show", m, "C3", "--details").lines == [
        "C3 It cuts emissions",
        "  credence: likely (0.75)",
        "  tags: climate, checked",
        "  note: Check the figures",
        "  R1: supports C1, together with C4; warrant: What costs more is bought less",
        "  R5: opposes C2",
        "  cites S1 ¶4, “Who pays?”, said by The minister via Reuters",
        "  contrary to C5 Poor households pay most",
        "  also phrased as: Emissions shrink with it (was C9)",
        "  comment N1 (Joe): Which year?",
    ]
    assert argmap("show", m, "C5", "--details").lines == [
        "C5 Poor households pay most",
        "  R2: opposes C1",
        "  R4: opposed by C7",
        "  cites S2 p. 12, “The same again”, uncertain, “hit hardest”",
        "  contrary to C3 It cuts emissions",
    ]
    assert argmap("show", m, "C1", "--details").lines[1] == "  answers the question"


def test_everything_about_a_claim_as_json(argmap: Argmap, m: str) -> None:
    value = json.loads(argmap("show", m, "C3", "--details", "--json").out)
    assert value["claim"] == "C3"
    assert value["roles"] == ["premise", "reason", "objection"]
    assert [step["inference"] for step in value["steps"]] == ["R1", "R5"]
    assert value["conflicts"] == ["C5"]
    assert value["citations"][0]["asserted_by"] == "The minister"
    assert value["also_phrased_as"] == ["Emissions shrink with it"]
    assert value["comments"][0]["text"] == "Which year?"


# -- the tree on a terminal ------------------------------------------------------------------------------------------

_ANSI = re.compile(r"\x1b\[[0-9;]*m")


def _tree(argmap: Argmap, monkeypatch: pytest.MonkeyPatch, columns: int, *arguments: str) -> list[str]:
    """The lines of a tree, without their colours."""
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("TERM", "xterm-256color")
    answer = argmap("show", *arguments, terminal=True)
    assert (answer.status, answer.err) == (0, "")
    return [_ANSI.sub("", line) for line in answer.lines]


def test_a_tree_is_drawn_on_a_terminal(argmap: Argmap, m: str, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = _tree(argmap, monkeypatch, 80, m)
    assert lines[:11] == [
        "Should we tax carbon?",
        "= C1 Yes",
        "├─+ C3 both needed: It cuts emissions [S1 ¶4]",
        "├─& C4 Emissions must fall",
        "│ └─x C6 undercuts R1: Only where firms compete",
        "└─- C5 Poor households pay most [S2 p. 12]",
        "  └─- C7 The revenue can be paid back",
        "= C2 No",
        "└─- C3 It cuts emissions ↺ see C3 above",
        "Unplaced (1)",
        "  * C8 A spare claim",
    ]
    assert lines[-1].startswith("Signs: = position")
    assert [words for words in ("+ supports", "- opposes", "x undercuts", "& ") if words not in lines[-1]] == []


def test_a_tree_can_be_drawn_in_ascii(argmap: Argmap, m: str, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = _tree(argmap, monkeypatch, 80, m, "--ascii")
    assert lines[2:6] == [
        "|-+ C3 both needed: It cuts emissions [S1 par. 4]",
        "|-& C4 Emissions must fall",
        "| `-x C6 undercuts R1: Only where firms compete",
        "`-- C5 Poor households pay most [S2 p. 12]",
    ]


def test_a_tree_wraps_claims_under_themselves(argmap: Argmap, m: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _tree(argmap, monkeypatch, 40, m, "C1")[:6] == [
        "= C1 Yes",
        "├─+ C3 both needed: It cuts emissions",
        "│      [S1 ¶4]",
        "├─& C4 Emissions must fall",
        "│ └─x C6 undercuts R1: Only where firms",
        "│        compete",
    ]


def test_a_wide_terminal_shows_a_claim_on_one_line(argmap: Argmap, m: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _tree(argmap, monkeypatch, 120, m, "C1") == [
        "= C1 Yes",
        "├─+ C3 both needed: It cuts emissions [S1 ¶4]",
        "├─& C4 Emissions must fall",
        "│ └─x C6 undercuts R1: Only where firms compete",
        "└─- C5 Poor households pay most [S2 p. 12]",
        "  └─- C7 The revenue can be paid back",
        "",
        "Signs: = position, + supports, - opposes, x undercuts, & together with it",
    ]


def test_plain_output_holds_no_drawing_and_no_colour(argmap: Argmap) -> None:
    assert argmap("sample").status == 0
    for terminal in (False, True):
        out = argmap("show", "iraq-troops.argmap", "--plain", terminal=terminal).out
        assert len(out.splitlines()) > 150
        assert not re.search(r"[\u2500-\u259f\x1b]", out)


def test_colours_are_left_out_where_they_are_not_wanted(
    argmap: Argmap, m: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    assert argmap("show", m, terminal=True).lines[1:3] == [
        "\x1b[1m=\x1b[0m C1 Yes",
        "\x1b[2m├─\x1b[0m\x1b[1;34m+\x1b[0m C3 both needed: It cuts emissions [S1 ¶4]",
    ]
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[1;34m" not in argmap("show", m, terminal=True).out
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b" not in argmap("show", m, terminal=True).out


@pytest.mark.parametrize("columns", [80, 40, 30, 20])
def test_the_sample_fits_the_terminal(argmap: Argmap, monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    assert argmap("sample").status == 0
    lines = _tree(argmap, monkeypatch, columns, "iraq-troops.argmap")
    assert len(lines) > 150
    assert [line for line in lines if cell_len(line) > columns] == []


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(
    map_=maps(),
    columns=st.sampled_from([40, 80]),
    manner=st.builds(Manner, ascii_only=st.booleans(), steps=st.booleans()),
)
def test_any_map_fits_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, map_: ArgumentMap, columns: int, manner: Manner
) -> None:
    """No line is wider than the terminal, and every claim is there."""
    monkeypatch.setenv("COLUMNS", str(columns))
    capsys.readouterr()
    print_tree(map_, view_of(map_, None, None), manner)
    lines = capsys.readouterr().out.split("\n")
    assert [line for line in lines if cell_len(line) > columns] == []
    assert [
        claim.label for claim in map_.claims.values() if not any(f" {claim.label} " in line for line in lines)
    ] == []


def _chain(length: int) -> list[Entity]:
    """Each claim supported by the next."""
    claims = [Claim(id=ClaimId(f"c{n}"), number=n, text=f"Claim {n}") for n in range(1, length + 1)]
    steps = [
        Inference(
            id=InferenceId(f"r{n}"),
            number=n,
            polarity=Polarity.SUPPORTS,
            target=ClaimId(f"c{n}"),
            premises=(ClaimId(f"c{n + 1}"),),
        )
        for n in range(1, length)
    ]
    return [About(question="How deep?"), *claims, *steps]


@pytest.fixture(scope="module")
def deep(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A chain of 5,000 claims."""
    folder = tmp_path_factory.mktemp("deep")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("ARGMAP_STATE_DIR", str(folder / "state"))
        return Document.create(folder / "deep.argmap", _chain(5_000), author="A").path


def test_a_chain_of_5000_claims_is_shown_in_every_way(
    argmap: Argmap, deep: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(deep)
    plain = argmap("show", path, "--plain").lines
    assert len(plain) == 5_001 + 24, "each piece of 200 levels ends where the next begins"
    assert plain[201:203] == ["  " * 200 + "+ supports C201 Claim 201 (see C201 below)", "* claim C201 Claim 201"]
    assert plain[-1] == "  " * 199 + "+ supports C5000 Claim 5000"
    assert [line["depth"] for line in json.loads(argmap("show", path, "--json").out)["lines"]] == list(range(5_000))
    assert argmap("show", path, "C4999").lines == ["+ supports C4999 Claim 4999", "  + supports C5000 Claim 5000"]
    assert argmap("show", path, "--depth", "1").lines[-1] == "  + supports C2 Claim 2 (4998 more below)"
    drawn = _tree(argmap, monkeypatch, 80, path)
    assert [line for line in drawn if cell_len(line) > 80] == []
    assert any(line.endswith("+ C5000 Claim 5000") for line in drawn)


@given(maps())
def test_plain_lines_are_single_lines(map_: ArgumentMap) -> None:
    for line in walk(map_, map_.claims.values()):
        assert len(plain_line(line).splitlines()) == 1


def test_a_view_of_a_part_has_no_heading() -> None:
    map_ = ArgumentMap(_chain(2))
    assert view_of(map_, None, None).heading == "How deep?"
    assert view_of(map_, map_.claims[ClaimId("c1")], 0) == View(
        "", tuple(walk(map_, [map_.claims[ClaimId("c1")]], 0)), (), is_whole=False
    )


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX's")
@pytest.mark.parametrize("columns", [80, 40])
def test_a_real_terminal_is_filled_and_never_overrun(here: Path, m: str, columns: int) -> None:
    """Through a pseudo-terminal of 24 rows, as a person runs it."""
    shown = _in_a_terminal([sys.executable, "-m", "argmap", "show", m], columns)
    lines = [_ANSI.sub("", line) for line in shown.replace("\r\n", "\n").split("\n")]
    assert lines[0] == "Should we tax carbon?"
    assert "= C2 No" in lines
    assert [line for line in lines if cell_len(line) > columns] == []
    assert (here / m).exists()


def _in_a_terminal(command: list[str], columns: int) -> str:
    """What a program writes to a terminal of 24 rows."""
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    environment = {key: value for key, value in os.environ.items() if key not in {"COLUMNS", "LINES"}}
    environment["TERM"] = "xterm-256color"
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment) as process:
        os.close(theirs)
        written = _all_of(ours)
        assert process.wait(timeout=30) == 0
    os.close(ours)
    return written.decode()


def _all_of(descriptor: int) -> bytes:
    """Everything that comes until the other side closes."""
    written = b""
    ends = time.monotonic() + 30
    while time.monotonic() < ends and select.select([descriptor], [], [], 30)[0]:
        try:
            part = os.read(descriptor, 65_536)
        except OSError:  # Linux says so when the other side has closed
            break
        if not part:
            break
        written += part
    return written


def test_ten_times_the_claims_take_little_more_than_ten_times_the_calls(capsys: pytest.CaptureFixture[str]) -> None:
    """Counted, not timed: ten thousand rows come in a second or two."""

    def shown(claims: int) -> int:
        map_ = synthetic(claims)

        def show() -> None:
            print_plain(view_of(map_, None, None), steps=False)

        show()  # what is done once for all
        assert len(capsys.readouterr().out.splitlines()) >= claims
        return calls(show)

    assert shown(2000) <= 12 * shown(200)


def test_what_a_reader_leaves_unread_is_no_error(here: Path, m: str) -> None:
    """``argmap show … | head -1``: the reader goes, and argmap goes too, without a word."""
    shutil.copyfile(m, here / "other.argmap")
    with subprocess.Popen(
        [sys.executable, "-c", _MANY, m], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        first = process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()
        assert (process.wait(timeout=30), first, said) == (0, b"? question Should we tax carbon?\n", b"")


_MANY = """
import sys
from argmap.cli import showing
from argmap.cli.main import main
real = showing.print_plain
def many(*view, **manner):
    for _ in range(20_000):
        real(*view, **manner)
showing.print_plain = many
sys.exit(main(["show", sys.argv[1]]))
"""
