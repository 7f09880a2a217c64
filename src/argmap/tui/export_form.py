"""Export form: asks what to write of the map and where to, and writes it while the screen goes on."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock, Thread
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.message import Message

from argmap.display import one_line
from argmap.document.handing_out import free_place, hand_out
from argmap.errors import FileExistsAlreadyError, UnfitError
from argmap.settings.remembered import remember, remembered
from argmap.tui.blank import FLAG, PICK, Blank, Choice
from argmap.tui.dialogs import attempt
from argmap.tui.exporting import exports, matching, name_for, place_of, scopes, typed_place, with_ending
from argmap.tui.fields import TextField
from argmap.tui.forms import Form
from argmap.tui.picking import PickField

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from textual.timer import Timer

    from argmap.tui.exporting import Export, FileType, Scope
    from argmap.tui.stage import Stage

_REMEMBERED = "export"
_TICK_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class _Order:
    """What is being written, and where to."""

    place: Path
    export: Export
    type_: FileType
    scope: Scope
    force: bool


@dataclass
class _Done(Message):
    """An order was carried out, with notices; or it failed."""

    order: _Order
    notices: tuple[str, ...] = ()
    failed: Exception | None = None


class ExportForm(Form):
    """Asks what to write, as what, and into which file; the answers stand ready, so that Enter is enough."""

    saves: ClassVar[str] = "write"
    leaves: ClassVar[str] = "leave"

    def __init__(self, stage: Stage) -> None:
        """Write a part of the map that *stage* shows."""
        tree = stage.tree_view
        self.stage = stage
        self._exports = exports()
        self._scopes = {each.name: each for each in scopes(stage.document.map, tree.row, tree.rows.focus)}
        self._export = self._exports.get(remembered(_REMEMBERED)) or next(iter(self._exports.values()))
        self._type = self._export.type_called(remembered(f"{_REMEMBERED} {self._export.name}"))
        self._scope = next(iter(self._scopes.values()))
        self._given = self._free_name()
        self._lock = Lock()
        self._is_left = self._is_written = False
        self._ticks = 0
        self._ticking: Timer | None = None
        super().__init__(stage.signs, "Export", self._questions(), lambda _: None, leave=lambda _: None, start="file")

    def _questions(self) -> list[Blank]:
        folder = one_line(str(self.stage.folder))
        scopes_ = [Choice(each.name, each.words, each.words) for each in self._scopes.values()]
        kinds = [Choice(each.name, f"{each.name}: {each.words}", each.name) for each in self._exports.values()]
        return [
            Blank("scope", "What", PICK, self._scope.name, choices=lambda typed: _like(typed, scopes_), is_sure=True),
            Blank("export", "As", PICK, self._export.name, choices=lambda typed: _like(typed, kinds), is_sure=True),
            Blank("type", "File type", PICK, self._type.name, choices=self._types, is_sure=True),
            Blank("file", "File", value=self._given, heading=f"In {folder}"),
            Blank("force", "Replace", FLAG, value=False, hint="write over a file that is there"),
        ]

    def _types(self, typed: str) -> list[Choice]:
        return _like(typed, [Choice(each.name, each.words, each.words) for each in self._export.types])

    def _free_name(self) -> str:
        name = name_for(self.stage.document.path, self._export, self._type, self._scope)
        return free_place(self.stage.folder / name).name

    # -- choosing ------------------------------------------------------------------------------------------------

    @on(PickField.Chosen)
    def choose(self) -> None:
        """Let the type and the name of the file go with what was chosen."""
        scope, export, type_ = (self._picked(name) for name in ("scope", "export", "type"))
        before = self._type
        self._scope = self._scopes[scope]
        if export != self._export.name:
            self._export, type_ = self._exports[export], remembered(f"{_REMEMBERED} {export}")
        self._type = self._export.type_called(type_)
        self._pick("type").put(self._type.name)
        self._rename(self._free_name(), is_other_type=self._type is not before)

    def _rename(self, name: str, *, is_other_type: bool) -> None:
        """Put a name into the field; of one that somebody typed, no more than the ending changes."""
        typed = self._file.text.strip()
        if typed in {"", self._given}:
            self._fill_in(name)
        elif is_other_type:
            self._fill_in(with_ending(typed, self._exports.values(), self._type))
        self._given = name

    def _picked(self, name: str) -> str:
        chosen = self._pick(name).chosen
        return str(chosen.answer) if chosen else ""

    def _pick(self, name: str) -> PickField:
        field = self.field(name)
        assert isinstance(field, PickField)
        return field

    @property
    def _file(self) -> TextField:
        field = self.field("file")
        assert isinstance(field, TextField)
        return field

    def _fill_in(self, name: str) -> None:
        self._file.load_text(name)
        self._file.move_cursor(self._file.document.end)

    # -- writing -------------------------------------------------------------------------------------------------

    def action_save(self) -> None:
        """Write what was asked for; what cannot be written is said, and the form stays."""
        if self._ticking is None:
            attempt(self._begin, self.said)

    def _begin(self) -> None:
        answers = self.answers()
        self.choose()
        order = self._order(str(self.answers()["file"]), force=bool(answers["force"]))
        self._ticks = 0
        self._ticking = self.set_interval(_TICK_SECONDS, self._tick)
        self.said.say(f"Writing {one_line(order.place.name)} {self.signs.ellipsis}")
        Thread(target=self._write, args=(order,), daemon=True).start()

    def _order(self, typed: str, *, force: bool) -> _Order:
        if self._scope.is_gone(self.stage.document.map):
            message = f"{self._scope.label} was removed meanwhile. Choose something else to write."
            raise UnfitError(message)
        place = place_of(typed, self.stage.folder, self._given)
        place, type_ = typed_place(place, self._export, self._type)
        if not force and free_place(place) != place:
            raise UnfitError(self._offer(place))
        return _Order(place, self._export, type_, self._scope, force)

    def _offer(self, place: Path) -> str:
        """Put a free name in the place of one that is taken, and say so."""
        free = free_place(place)
        self._fill_in(free.name if free.parent == self.stage.folder else str(free))
        named = one_line(place.name)
        return f"{named} is there already and was left as it is. Enter writes {one_line(free.name)}; or tick Replace."

    def _write(self, order: _Order) -> None:
        """Make the file and put it in place, in a thread; who has left the form gets none."""
        try:
            made = order.type_.make(self.stage.document.map, order.scope.selection)
            with self._lock:
                if self._is_left:
                    return
                hand_out(self.stage.document.path, order.place, made.content, force=order.force)
                self._is_written = True
        except Exception as error:  # noqa: BLE001  # said on the screen, whatever it is
            self.post_message(_Done(order, failed=error))
        else:
            self.post_message(_Done(order, made.notices))

    def _tick(self) -> None:
        self._ticks += 1
        self.said.say(f"Writing {self.signs.ellipsis} {self._ticks} s. Esc gives up, and nothing is written.")

    @on(_Done)
    def conclude(self, message: _Done) -> None:
        """Say where the file went; or why there is none, and stay."""
        if self._ticking is not None:
            self._ticking.stop()
            self._ticking = None
        order = message.order
        if message.failed is not None:
            attempt(lambda: self._fail(message), self.said)
            return
        remember(_REMEMBERED, order.export.name)
        remember(f"{_REMEMBERED} {order.export.name}", order.type_.name)
        self.dismiss(result=True)
        self.stage.say(_told(order, message.notices))

    def _fail(self, message: _Done) -> None:
        if isinstance(message.failed, FileExistsAlreadyError):
            raise UnfitError(self._offer(message.order.place)) from message.failed
        assert message.failed is not None
        raise message.failed

    def action_leave(self) -> None:
        """Leave; what is being written is given up."""
        with self._lock:
            self._is_left = True
        if self._is_written:
            return  # the message that says so is on its way
        if self._ticking is not None:
            self.stage.say("Nothing was written.")
        self.dismiss(result=False)

    def on_unmount(self) -> None:
        """Begin no file any more, and let one that is begun be finished."""
        with self._lock:
            self._is_left = True


def _told(order: _Order, notices: Sequence[str]) -> str:
    return " ".join((f"Wrote {one_line(str(order.place))}.", *map(one_line, notices)))


def _like(typed: str, choices: list[Choice]) -> list[Choice]:
    return [choices[at] for at in matching(typed, [each.words for each in choices])]
