"""Pasting: asks whether several pasted lines are claims of their own, showing how they would stand, or one claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets.option_list import Option

from argmap.display import one_line, shorten
from argmap.editing import Branch
from argmap.errors import ArgmapError
from argmap.formats.markdown_lines import is_bullet
from argmap.formats.markdown_pasted import read_pasted
from argmap.outlines.line import SIGNS
from argmap.tui.dialogs import Dialog
from argmap.tui.lists import Lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.app import ComposeResult
    from textual.widgets import OptionList

    from argmap.formats.markdown_pasted import Pasted
    from argmap.model import Claim, EntityId, Inference
    from argmap.tui.drafts import Draft
    from argmap.tui.messages import Pasted as PastedLines
    from argmap.tui.signs import Signs
    from argmap.tui.stage import Stage

MOST_LINES = 500
_SHOWN = 8
_LINES_AROUND = 8
_WIDTH = 76
_FRAME = 6
_DEEPEST = 6

CLAIMS = "claims"
ONE = "one"


def ask(screen: Stage, draft: Draft, lines: PastedLines, stop: Callable[[], None]) -> None:
    """Ask what the pasted *lines* are, and do it; *stop* ends the typing once claims were added."""
    text = lines.text
    count = sum(bool(line.strip()) for line in text.splitlines())
    if count > MOST_LINES:
        most = f"{MOST_LINES} can be pasted at once"
        screen.say(f"These are {count:,} lines; {most}. Save them in a file and run: argmap import FILE", error=True)
        return
    pasted = read_pasted(_whole(lines), draft.polarity(screen.document.map))
    if len(pasted.claims) < 2:  # noqa: PLR2004  # one claim is no list
        screen.editor.put(text)
        return

    def answered(answer: str) -> None:
        if answer == ONE:
            screen.editor.put(text)
            screen.say("")
        elif answer == CLAIMS:
            _add(screen, draft, pasted, stop)
        else:
            screen.say("Nothing was pasted.")

    screen.say(f"{count} lines were pasted: choose what they are.")
    screen.ask(Pasting(screen.signs, draft.title, pasted), answered)


def _whole(lines: PastedLines) -> str:
    """Return what the editor would hold: a list is not run together with what stood before it."""
    first = next(line for line in lines.text.splitlines() if line.strip())
    glue = "\n" if lines.before.strip() and is_bullet(first) else ""
    return f"{lines.before}{glue}{lines.text}{lines.after}"


def _add(screen: Stage, draft: Draft, pasted: Pasted, stop: Callable[[], None]) -> None:
    branch = Branch(pasted.stand_in, pasted.claims, pasted.inferences)
    try:
        step = draft.graft(screen.document.map, branch)
        screen.take(step)
    except (ArgmapError, OSError) as error:
        screen.refuse(error)
        return
    stop()
    if pasted.report:
        screen.say(" ".join([f"{step.label} · {screen.keymap.offer('undo', 'undo')}", *pasted.report]))


class Pasting(Dialog[str]):
    """Shows the claims that were pasted; its result is `CLAIMS`, `ONE`, or empty for neither."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Leave", priority=True)]

    DEFAULT_CSS = """
    Pasting > #box { width: 76; }
    Pasting Lines { height: auto; }
    """

    def __init__(self, signs: Signs, where: str, pasted: Pasted) -> None:
        """Ask about *pasted*; *where* (words of ours) says what it would be."""
        super().__init__(signs)
        self.where = where
        self.pasted = pasted
        self.lines = Lines(markup=False)

    def compose(self) -> ComposeResult:
        """Put what would be added over the choice."""
        with Vertical(id="box") as box:
            box.border_title = self.where
            box.border_subtitle = "Esc leaves it out"
            yield self.lines

    def on_mount(self) -> None:
        """Stand on what is more likely meant."""
        self.lines.set_options([*self._preview(), *self._options()])
        self.lines.highlighted = self.lines.get_option_index(CLAIMS if self.pasted.has_bullets else ONE)
        self.lines.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer."""
        self.dismiss(event.option.id or "")

    def action_leave(self) -> None:
        """Close without pasting."""
        self.dismiss("")

    def _options(self) -> Iterator[Option]:
        yield Option(Text(f"Add as {len(self.pasted.claims)} claims"), id=CLAIMS)
        yield Option(Text("One claim, to go on typing"), id=ONE)

    def _preview(self) -> Iterator[Option]:
        return (Option(Text(line, no_wrap=True), disabled=True) for line in (*self._standing(), ""))

    def _standing(self) -> Iterator[str]:
        """Say how the first claims would stand: each with its sign, under what it bears on."""
        room = min(_WIDTH, self.app.size.width) - _FRAME
        lines = [*standing(self.pasted)]
        shown = max(1, min(_SHOWN, self.app.size.height - _LINES_AROUND))
        for depth, sign, claim in lines[:shown]:
            indent = "  " * min(depth, _DEEPEST)
            line = shorten(f"{sign} {one_line(claim.text)}", room - len(indent), cell_len, self.signs.ellipsis)
            yield f"{indent}{line}"
        if len(lines) > shown:
            yield f"{self.signs.ellipsis} and {len(lines) - shown} more"


def standing(pasted: Pasted) -> Iterator[tuple[int, str, Claim]]:
    """Yield the claims in the order they were pasted, each with its depth and the sign of what it does."""
    uses: dict[EntityId, tuple[Inference, int]] = {}
    steps: dict[EntityId, Inference] = {each.id: each for each in pasted.inferences}
    for inference in pasted.inferences:
        for mate, premise in enumerate(inference.premises):
            uses.setdefault(premise, (inference, mate))
    depths: dict[EntityId, int] = {}
    for claim in pasted.claims:
        use = uses.get(claim.id)
        if use is None:
            yield 0, SIGNS["root"][0], claim
            continue
        inference, mate = use
        step = steps.get(inference.target)
        above = inference.target if step is None else step.premises[-1]
        depths[claim.id] = depths.get(above, -1) + 1
        yield depths[claim.id], SIGNS["together" if mate else inference.kind][0], claim
