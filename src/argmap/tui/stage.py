"""Stage: what actions and searches may ask of the screen they act on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.app import App
    from textual.screen import ModalScreen

    from argmap.document import Document
    from argmap.errors import ArgmapError
    from argmap.matching import Wordings
    from argmap.model import ClaimId, Step
    from argmap.outlines.walk import Place
    from argmap.tui.alike_search import AlikeSearch
    from argmap.tui.citing import Citing
    from argmap.tui.cut import Cut
    from argmap.tui.departures import Departures
    from argmap.tui.detail import Detail
    from argmap.tui.editor import Editor
    from argmap.tui.find import FindBar
    from argmap.tui.keymap import Keymap
    from argmap.tui.meanwhile import Unsaved
    from argmap.tui.signs import Signs
    from argmap.tui.status import Footer
    from argmap.tui.tree import ArgumentTree

_Answer = TypeVar("_Answer")


class Stage(Protocol):
    """A screen that shows one map."""

    document: Document
    tree_view: ArgumentTree
    detail: Detail
    editor: Editor
    find_bar: FindBar
    footer: Footer
    left_cards: dict[Place, Unsaved]
    signs: Signs
    keymap: Keymap
    departures: Departures
    alike_search: AlikeSearch
    cut: Cut | None

    @property
    def wordings(self) -> Wordings:
        """The words of the map, to compare with what is typed."""

    @property
    def citing(self) -> Citing:
        """What is remembered of citing."""

    @property
    def app(self) -> App[object]:
        """The program, to show dialogs on and to hand the terminal over from."""

    @property
    def folder(self) -> Path:
        """The folder in which files made of the map go, unless another is named."""

    @property
    def is_current(self) -> bool:
        """Whether nothing lies over it."""

    def set_interval(self, interval: float, callback: Callable[[], None]) -> object:
        """Do something every so many seconds."""

    def call_after_refresh(self, callback: Callable[[], None]) -> bool:
        """Do something once what was changed is drawn."""

    def attempt(self, do: Callable[[], None]) -> None:
        """Do something later; what goes wrong is said and never ends the program."""

    def key(self, id_: str) -> str:
        """Return the key of an action as people read it."""

    def say(self, sentence: str, *, error: bool = False) -> None:
        """Show a sentence on the status line."""

    def refuse(self, error: ArgmapError | OSError) -> None:
        """Say why something could not be done."""

    def take(self, step: Step) -> None:
        """Take a step: into the file, into memory, onto the screen."""

    def poll(self) -> None:
        """Read the file again if somebody else changed it."""

    def follow(self, step: Step) -> None:
        """Show the map as it is after a step that was taken."""

    def write(self, kind: str) -> None:
        """Open the editor for a *kind* of draft at the cursor."""

    def go_to_claim(self, claim: ClaimId) -> None:
        """Go to where a claim is shown in full."""

    def prepare_wordings(self) -> None:
        """Take in the words of a large map while the first of them are typed."""

    def begin_search(self, *, filtering: bool = False) -> None:
        """Open the find bar; *filtering* shows nothing but what is found and what it stands under."""

    def end_filter(self) -> bool:
        """Show everything again; tell whether anything was left out."""

    def show_title(self) -> None:
        """Show the file, what is in it, and whether only a part is shown."""

    def go_on(self, direction: int) -> None:
        """Go to the next match (1) or the one before (-1)."""

    def ask(
        self,
        dialog: ModalScreen[_Answer] | ModalScreen[_Answer | None],
        then: Callable[[_Answer], None] | None = None,
    ) -> None:
        """Show a dialog, and do *then* with its answer, if it has one."""

    def to_clipboard(self, text: str) -> str:
        """Put text on the system's clipboard; say in a few words how."""

    def show_help(self, *, with_legend: bool) -> None:
        """List the actions, and do the one that is chosen."""

    def show_history(self, claim: ClaimId | None) -> None:
        """List the steps on a claim, or (None) all steps."""

    def change_theme(self) -> None:
        """Take the next theme."""

    def take_tour(self) -> None:
        """Show the tour, on a map of its own."""

    def leave(self) -> None:
        """End the program."""
