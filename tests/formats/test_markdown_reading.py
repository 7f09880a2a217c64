"""The Markdown outline as people and editors write it: read as far as it can be, and the rest told with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import formats
from argmap.errors import UnfitError
from argmap.model import ClaimId
from tests.formats.arguments import arguments, shape

if TYPE_CHECKING:
    from argmap.model import ArgumentMap


def read(text: str, **options: str) -> ArgumentMap:
    """Read an outline that has nothing wrong in it."""
    imported = formats.read(text.encode(), "o.md", "markdown", **options)
    assert imported.report.is_lossless, imported.report.sentences
    return imported.map()


def told(text: str, **options: str) -> list[tuple[str, int, list[int]]]:
    """Return the code, count and lines of everything told of an outline."""
    report = formats.read(text.encode(), "o.md", "markdown", **options).report
    found = (*report.losses, *report.notes)
    return [(each.code, each.count, [place.line for place in each.places]) for each in found]


def lines(map_: ArgumentMap) -> list[str]:
    """Return every inference as words: premises, what they do, and to what."""
    words = []
    for step in map_.inferences.values():
        target = step.target
        aim = map_.claims[target].text if isinstance(target, ClaimId) else map_.inferences[target].label
        words.append(f"{'&'.join(map_.claims[each].text for each in step.premises)} {step.kind} {aim}")
    return words


FOUR = "# p\n\n- (+) a\n- (&) b\n  - (-) c\n- (-) d\n"
FOUR_LINES = ["a&b reason p", "c objection b", "d objection p"]


@pytest.mark.parametrize(
    "text",
    [
        FOUR,
        FOUR.replace("\n", "\r\n"),
        FOUR.replace("\n", "\r"),
        "\ufeff" + FOUR,
        FOUR.replace("- (", "* ("),
        FOUR.replace("- (", "+ ("),
        FOUR.replace("- (", "• ("),
        FOUR.replace("- (", "– ("),
        FOUR.replace("- (", "1. ("),
        FOUR.replace("- (", "7) ("),
        FOUR.replace("- (", "-   ("),
        FOUR.replace("- (", "-\t("),
        FOUR.replace("- (", "-("),
        FOUR.replace("  -", "   -"),
        FOUR.replace("  -", "    -"),
        FOUR.replace("  -", "\t-"),
        FOUR.replace("\n", "\n\n"),
        FOUR.replace("(-)", "(–)"),
        FOUR.replace("(-)", "(—)"),
        FOUR.replace("(-)", "(−)"),
        FOUR.replace("(-)", "( - )"),
        FOUR.replace("(-)", "\\(-\\)"),
        FOUR.replace("(+)", "(\\+)"),
        FOUR.replace("(&)", "(&amp;)"),
        FOUR.replace(") ", ")"),
        FOUR.replace("# p", "p\n==="),
        FOUR.replace("# p", "# p #"),
        FOUR.replace("# p", "---\ntitle: t\n---\n\n# p"),
        FOUR.replace("\n", "  \n"),
        FOUR.rstrip("\n"),
        "\n".join(f"   {line}" for line in FOUR.split("\n")),
    ],
    ids=range(31),
)
def test_any_editor_will_do(text: str) -> None:
    """Bullets, tabs, spaces, dashes, line ends, blank lines and escapes of any editor say the same."""
    assert lines(read(text)) == FOUR_LINES


def test_indentation_may_be_uneven() -> None:
    """What is indented more is under what is above; steps of 2, 3 and 4 may be mixed."""
    text = "# p\n- (+) a\n   - (+) b\n  - (+) c\n      - (+) d\n- (+) e\n"
    assert lines(read(text)) == ["a reason p", "b reason a", "c reason a", "d reason c", "e reason p"]


def test_one_space_is_read_as_under_and_told() -> None:
    """An indentation that may be a slip is told with its line."""
    assert told("# p\n- (+) a\n - (+) b\n") == [("one-space", 1, [3])]


def test_wrapped_lines_are_one_text() -> None:
    """Lines that begin with a year, a dash or a number go on with the text above; so do lines without indentation."""
    text = (
        "# A long\nposition [C4]\n\n"
        "- (+) It ended in\n  1990. And it cost\n  – as they say –\n  12 bn\nin all [C9]\n- (-) no\n"
    )
    map_ = read(text)
    assert {claim.number: claim.text for claim in map_.claims.values()} == {
        4: "A long position",
        9: "It ended in 1990. And it cost – as they say – 12 bn in all",
        10: "no",
    }


def test_a_hard_break_stays_a_break() -> None:
    """A backslash at a line's end, Markdown's own line break, is a line break in the claim."""
    (claim,) = read("# one\\\ntwo [C1]\n").claims.values()
    assert claim.text == "one\ntwo"


def test_escapes_and_references_are_characters() -> None:
    """Escaped signs and character references are text, also when an editor put them there."""
    (claim,) = read("# \\# a \\* \\(+) C:\\temp \\\\ &amp; &#8212; R&D &x [C1]\n").claims.values()
    assert claim.text == "# a * (+) C:\\temp \\ & — R&D &x"


def test_title_and_question_stand_at_the_top() -> None:
    """Plain lines, in any order and case, wrapped or bold, as YAML front matter or not."""
    for text in (
        "Title: T\n\nQuestion: Why\nthis?\n\n# p\n",
        "question: Why this?\ntitle: T\n# p\n",
        "**Title:** T\n\n**Question:** Why this?\n\n# p\n",
        "---\ntitle: T\nquestion: Why this?\n---\n# p\n",
    ):
        about = read(text).about
        assert (about.title, about.question) == ("T", "Why this?")
    assert read("# p\n\nQuestion: no\n").about.question == ""


def test_undercuts_and_backings_bear_on_the_closest_step() -> None:
    """(x) and (^) bear on the closest bullet above that is neither, or on the bullet they are under."""
    text = "# p\n- (+) a\n- (x) x1\n- (&) x2\n- (^) b\n- (-) c\n  - (x) y\n    - (x) z\n  - (+) d\n  - (x) w\n"
    assert lines(read(text)) == [
        "a reason p",
        "x1&x2 undercut R1",
        "b backing R1",
        "c objection p",
        "y undercut R4",
        "z undercut R5",
        "d reason c",
        "w undercut R7",
    ]


def test_bullets_with_nothing_above_are_unplaced_and_told() -> None:
    """Nothing is guessed: the claims are there, without a place, with the lines to mend."""
    text = "- (+) early\n\n# p\n- (&) a\n- (x) b\n  - (+) c\n"
    assert told(text) == [("no-claim-above", 1, [1]), ("no-mate-above", 1, [4]), ("no-step-above", 1, [5])]
    assert lines(formats.read(text.encode()).map()) == ["c reason b"]


def test_bare_bullets_have_no_relation_until_asked() -> None:
    """They are unplaced and told, or bear on what they are under as the caller says."""
    text = "# p\n- a\n  - b\n  - (-) c\n- (+) d\n"
    assert told(text) == [("bare", 2, [2, 3])]
    assert lines(formats.read(text.encode()).map()) == ["c objection a", "d reason p"]
    assert lines(read(text, bare="supports")) == ["a reason p", "b reason a", "c objection a", "d reason p"]
    assert lines(read(text, bare="opposes"))[0] == "a objection p"
    with pytest.raises(UnfitError, match="either supports or opposes"):
        formats.read(text.encode(), bare="likes")


def test_unplaced_claims_have_a_heading_of_their_own() -> None:
    """Under the second-level heading Unplaced bullets have no place, signs or not, but what is under them has."""
    map_ = read("# p\n- (+) a\n## Unplaced\n- (*) b\n  - (+) c\n- d\n# Unplaced\n")
    assert lines(map_) == ["a reason p", "c reason b"]
    assert [claim.text for claim in map_.positions()] == ["p", "Unplaced"]


def test_lower_headings_are_positions_and_told() -> None:
    """A heading of any level has bullets under it, so it is a claim."""
    text = "# p\n### q\n- (+) a\n"
    assert told(text) == [("level", 1, [2])]
    assert lines(read(text)) == ["a reason q"]


def test_bullets_without_words_are_told() -> None:
    """An empty bullet is skipped; what hangs on it has no place, its mates keep theirs."""
    text = "# p\n- (+)\n  - (-) a\n- (-) \n- (&) b\n- (+)\n  - (x) c\n#\n- (+) d\n"
    assert told(text) == [
        ("no-claim-above", 2, [3, 9]),
        ("empty-step", 1, [7]),
        ("empty-bullet", 3, [2, 4, 6]),
        ("empty-heading", 1, [8]),
    ]
    assert lines(formats.read(text.encode()).map()) == ["b objection p"]


def test_paragraphs_are_notes_or_told() -> None:
    """A paragraph under a claim is its note; one that belongs to none is left out and told."""
    text = "stray\n\n# p\n\nwhy\nso\n\n- (+) a\n\n  because\n\n  and\n\nloose\n"
    assert told(text) == [("outside", 2, [1, 14]), ("paragraphs", 2, [3, 8])]
    notes = {claim.text: claim.note for claim in formats.read(text.encode()).map().claims.values()}
    assert notes == {"p": "why\nso", "a": "because\n\nand"}


def test_code_fences_are_text() -> None:
    """Nothing between fences is a bullet or heading; a fence that nothing closes is no fence."""
    text = "# p\n- (+) a\n  ```\n# no\n- (+) no\n  ```\n- (+) b\n"
    assert lines(read(text)) == ["a ``` # no - (+) no ``` reason p", "b reason p"]
    assert lines(read("# p\n- (+) ```\n- (+) c\n  ```` x\n- (+) d\n")) == [
        "``` reason p",
        "c ```` x reason p",
        "d reason p",
    ]
    assert lines(read("# p\n- (+) ```\n  - (+) no\n  ```\n- (+) e\n")) == ["``` - (+) no ``` reason p", "e reason p"]


def test_numbers_are_kept_where_they_are_unique() -> None:
    """The first claim with a number keeps it; another one gets a new number, unless it says the same words."""
    text = "# p [C5]\n- (+) a [c5]\n- (+) b [C7]\n- (+) c\n- (-) b [C7]\n"
    assert told(text) == [("number-taken", 1, [2]), ("repeated", 1, [5])]
    map_ = read(text)
    assert {claim.text: claim.number for claim in map_.claims.values()} == {"p": 5, "a": 8, "b": 7, "c": 9}
    assert lines(map_)[-1] == "b objection p"


def test_the_highest_number_leaves_room() -> None:
    """Where numbers would run out, those left free are given."""
    map_ = read("# p [C999999999]\n- (+) a\n- (+) b [C1]\n")
    assert {claim.text: claim.number for claim in map_.claims.values()} == {"p": 999_999_999, "a": 2, "b": 1}


def test_references_may_come_first_and_say_less() -> None:
    """A reference to a claim further down, or by number alone, is that claim."""
    text = "# p\n- (+) a [see C9]\n- (-) [C9]\n# q\n- (+) a [C9]\n"
    assert lines(read(text)) == ["a reason p", "a objection p", "a reason q"]
    assert told(text) == []


def test_references_to_nothing_are_told() -> None:
    """With words they become the claim; without they are skipped: then something is lost."""
    text = "# p\n- (+) a [see C9]\n- (-) [see C8]\n- (-) other words [see C9]\n"
    assert told(text) == [("see-nothing", 1, [3]), ("see-words", 1, [4]), ("see-itself", 1, [2])]
    assert lines(formats.read(text.encode(), "o.md").map()) == ["a reason p", "a objection p"]


def test_a_claim_once_in_a_step_and_never_for_itself_twice() -> None:
    """A repeated premise is skipped and told; a claim that supports itself is kept for the map's checks to mark."""
    text = "# p [C1]\n- (+) a [C2]\n- (&) a [see C2]\n- (+) p [see C1]\n"
    assert told(text) == [("premise-twice", 1, [3])]
    assert lines(formats.read(text.encode()).map()) == ["a reason p", "p reason p"]


def test_equal_words_stay_claims_of_their_own() -> None:
    """Two bullets with one wording are two claims until somebody says they are the same."""
    text = "# p\n- (+) same\n- (-) same\n"
    assert told(text) == [("equal-words", 1, [3])]
    assert len(read(text).claims) == 3


def test_what_no_claim_can_hold_is_cut_or_removed_and_told() -> None:
    """Control characters go, a text over the limit is cut and kept whole in the note."""
    text = f"# p\0\x1b[31m\n- (+) {'long ' * 3000}end\n"
    assert told(text) == [("controls", 2, [1]), ("too-long", 1, [2])]
    _, long = formats.read(text.encode(), "o.md", "markdown").map().claims.values()
    assert len(long.text) == 10_000
    assert long.note == "long " * 3000 + "end"


def test_rules_and_comments_of_editors_do_no_harm() -> None:
    """Thematic breaks are skipped."""
    assert lines(read("# p\n\n---\n\n- (+) a\n\n* * *\n\n- (-) b\n")) == ["a reason p", "b objection p"]


@given(arguments())
def test_an_outline_survives_a_formatter(map_: ArgumentMap) -> None:
    """Stars for dashes, tabs for spaces, CRLF, escaped brackets and blank lines between bullets change nothing."""
    written = formats.write(map_, "markdown").content.decode()
    formatted: list[str] = []
    for line in written.split("\n"):
        text = line.lstrip(" ")
        depth = (len(line) - len(text)) // 2
        if text.startswith("- ("):
            text = f"* \\({text[3:]}"
        if text.startswith(("* ", "# ")):
            head, _, mark = text.rpartition("[")
            text = f"{head}\\[{mark[:-1]}\\]"
        formatted += ["\t" * depth + text, ""]
    plain = shape(formats.read(written.encode()).map())
    for encoding in ("utf-8-sig", "utf-16", "utf-16-le"):
        assert shape(formats.read("\r\n".join(formatted).encode(encoding)).map()) == plain


@given(
    st.text(st.sampled_from("-+*#(&x^)[]C12 \n\t\\`~:ab"), max_size=120), st.sampled_from(["supports", "opposes", None])
)
def test_any_text_is_an_outline_when_asked(text: str, bare: str | None) -> None:
    """No shape of a text makes reading fail, and what was read can be written and read again."""
    if not text.strip():
        return
    map_ = formats.read(text.encode(), "any.md", "markdown", bare=bare).map()
    again = formats.read(formats.write(map_, "markdown").content, "again.md", "markdown").map()
    assert shape(again) == shape(map_)
    assert formats.read(formats.write(map_, "json").content).map() == map_


@pytest.mark.parametrize(
    "line",
    [
        "`" * 3, "~" * 9 + " a", "\\", "# ", "#" * 50, "- ", "[", " " * 200, "\t" * 50 + "-", "&" * 50, "* * *", "====",
        "-(", "C1]", "[see C1] ", "(+) ", "**title", "---a", "_",
    ],
    ids=range(19),
)  # fmt: skip
def test_whatever_repeats_is_read(line: str) -> None:
    """Twenty thousand times the same sign, on lines of its own and on one line, is read to the end."""
    raw = ("# p\n- (+) a\n" + f"{line}\n" * 20_000 + line * 20_000 + "\n- (-) b\n").encode()
    assert formats.read(raw, "long.md", "markdown").map().inferences
