"""Tree: the argument as a virtual list of rows; draws the rows on view and nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.geometry import Offset, Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from argmap.tui.beginning import ways_to_begin
from argmap.tui.drawing import Drawing
from argmap.tui.labels import Labels
from argmap.tui.messages import Act, CursorMoved, Pressed, Resized
from argmap.tui.painting import Painted
from argmap.tui.rows import Rows
from argmap.tui.trail import Trail

if TYPE_CHECKING:
    from collections.abc import Collection

    from textual import events

    from argmap.model import ArgumentMap, ClaimId
    from argmap.outlines.walk import Place
    from argmap.tui.drawing import Piece
    from argmap.tui.folds import Folds
    from argmap.tui.indexes import Indexes
    from argmap.tui.keymap import Keymap
    from argmap.tui.places import Row

_GUTTER = 2
_CACHED = 4_000
_MARGIN = 6
_CONTEXT = 1
_TWICE = 2
_RIGHT = 3

_SPACES_AROUND = re.compile(r"(^\s+|\s+$)")
_SELECTED, _BOOKMARKED = "*", "'"


class ArgumentTree(Painted, ScrollView, can_focus=True, inherit_bindings=False):
    """The rows of a map, with a cursor."""

    DEFAULT_CSS = """
    ArgumentTree {
        background: $surface; color: $foreground;
        overflow-x: hidden; overflow-y: scroll;
        scrollbar-size-vertical: 1; scrollbar-color: $panel-lighten-2; scrollbar-background: $surface;
        scrollbar-background-hover: $surface; scrollbar-color-hover: $quiet; scrollbar-color-active: $quiet;
        scrollbar-background-active: $surface;
    }
    ArgumentTree.-ascii { scrollbar-size-vertical: 0; }
    """

    cursor: reactive[int] = reactive(0, repaint=False, init=False)

    def __init__(self, map_: ArgumentMap, keymap: Keymap, *, ascii_only: bool = False, spoken: bool = False) -> None:
        """Show *map_* and take the keys of *keymap*; *spoken*: in words, with the terminal's cursor on the row."""
        super().__init__(id="tree")
        self._strips: dict[Place, dict[tuple[bool, bool], list[Strip]]] = {}
        self._settled: tuple[Indexes, int] | None = None
        self.set_class(ascii_only, "-ascii")
        self.drawing = Drawing(ascii_only=ascii_only, spoken=spoken)
        self.drawing.filled = keymap.filled
        self.keys = keymap.in_pane("tree")
        self.filled = keymap.filled
        self.found: Collection[ClaimId] = ()
        self.bookmarks: set[ClaimId] = set()
        self.selected: dict[Place, None] = {}
        self.whole_folds: Folds | None = None  # while a filter shows a part of the map under folds of its own
        self.trail = Trail()
        self.labels = Labels()
        self.below = 0  # the lines to keep in view under the cursor's row, for what is being typed there
        self._tall = 0  # the height for which the rows were last scrolled, 0 before the first time
        self.drawn = 0
        self.moves = 0  # how often it was told which row is under the cursor
        self.show_map(map_)

    def show_map(self, map_: ArgumentMap) -> None:
        """Show another map, or the same one as read again; folds are kept."""
        old = getattr(self, "rows", None)
        self.rows = Rows(map_, self.drawing.height)
        if old is not None:
            self.rows.folds = old.folds
            self.rows.places.kept = old.places.kept
            self.rows.places.alike = old.places.alike
            self.rows.rebuild()

    @property
    def row(self) -> Row:
        """The row under the cursor."""
        return self.rows.visible[self.cursor]

    def selected_there(self) -> list[Place]:
        """Return the selected places that the map still has, in the order in which they were selected."""
        return [place for place in self.selected if self.rows.places.way_to(place)]

    @property
    def room(self) -> int:
        """The cells a row may take, without the cursor's column."""
        return max(self.scrollable_content_region.width - _GUTTER, 20)

    # -- drawing -------------------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Draw one line of the view."""
        line = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        place = self.rows.heights.at(line)
        if place is None:
            return self._below(line - self.rows.heights.total, width)
        index, within = place
        strips = self._row_strips(index, width)
        strip = strips[min(within, len(strips) - 1)]
        return self._labelled(strip, index, is_first=not within or not y) if self.labels else strip

    def _row_strips(self, index: int, width: int) -> list[Strip]:
        row = self.rows.visible[index]
        is_cursor = index == self.cursor
        key = (is_cursor, row.claim in self.found)
        known = self._strips.get(row.place, {})
        if key not in known:
            self.drawn += 1
            if len(self._strips) > _CACHED:
                self._strips.clear()
            known = self._strips.setdefault(row.place, {})
            known[key] = self._paint_row(row, width, is_cursor=is_cursor)
        return known[key]

    def _paint_row(self, row: Row, width: int, *, is_cursor: bool) -> list[Strip]:
        over = ["match"] if row.claim in self.found else []
        strips: list[Strip] = []
        for number, pieces in enumerate(self.drawing.lines(self.rows, row)):
            mark = self._mark(row) if not number or row.place in self.selected else " "
            gutter: Piece = ("text" if mark == " " else "head", f"{'>' if is_cursor and not number else ' '}{mark}")
            if is_cursor:
                guides = [piece for piece in pieces if piece[0] == "guide"]
                rest = [("cursor", text) for name, text in pieces if name != "guide"]
                strips.append(self._cursor_line([("head", gutter[1]), *guides], rest, width))
            else:
                found = [(name, text) for name, text in pieces]
                strips.append(self._found_line([gutter, *found], width, over))
        return strips

    def _mark(self, row: Row) -> str:
        if row.place in self.selected:
            return _SELECTED
        return _BOOKMARKED if row.claim in self.bookmarks else " "

    def _labelled(self, strip: Strip, index: int, *, is_first: bool) -> Strip:
        label = self.labels.of(self.rows.visible[index].place) if is_first else ""
        if not label:
            return strip
        return Strip.join([self.strip([("key", label)], _GUTTER, "cursor"), strip.crop(_GUTTER)])

    def _cursor_line(self, guides: list[Piece], rest: list[Piece], width: int) -> Strip:
        left = self.strip(guides, sum(cell_len(text) for _, text in guides))
        return Strip.join([left, self.strip(rest, max(width - left.cell_length, 0), "cursor")])

    def _found_line(self, pieces: list[Piece], width: int, over: list[str]) -> Strip:
        if not over:
            return self.strip(pieces, width)
        parts = [
            self.strip([(name, part)], cell_len(part), *(over if name in _WORDS and not part.isspace() else ()))
            for name, text in pieces
            for part in _SPACES_AROUND.split(text)
            if part
        ]
        return Strip.join(parts).adjust_cell_length(width, self.paint("text"))

    def _below(self, line: int, width: int) -> Strip:
        hints = ways_to_begin(self.rows.places.map)
        if 1 <= line <= len(hints):
            return self.strip([("muted", f"  {self.filled(hints[line - 1])}")], width)
        return Strip.blank(width, self.rich_style)

    def notify_style_update(self) -> None:
        """Forget what was drawn in other colours."""
        super().notify_style_update()
        self._strips.clear()

    # -- keeping right -------------------------------------------------------------------------------------------

    def on_resize(self) -> None:
        """Wrap anew when the width changes, and tell what stands beside a row that it may stand elsewhere now."""
        held = self.held()
        if self.drawing.width != self.room:
            self.drawing.width = self.room
            self.rows.remeasure()
        self.settle()
        self.hold(held)
        if self.scroll_offset.y > self._last_top:  # rows above are worth more than empty lines below
            self.scroll_to(y=self._last_top, animate=False, force=True, immediate=True)
        self._tall = self.size.height
        if self.labels:
            self.label_rows()
        self.post_message(Resized())

    def settle(self, changed: Row | None = None) -> None:
        """Draw anew after rows came, went or changed; the size follows.

        Where no row looks other than before but the one that *changed*, as after folding it, the others are kept.
        """
        if changed is None:
            self._strips.clear()
        else:
            self._strips.pop(changed.place, None)
        self._settled = self._state
        size = Size(self.scrollable_content_region.width, self._lines)
        if size != self.virtual_size:
            self.virtual_size = size
        self.refresh()

    @property
    def _state(self) -> tuple[Indexes, int]:
        """What is another whenever rows came, went or were measured anew."""
        return self.rows.indexes, self.rows.measured

    @property
    def _lines(self) -> int:
        """The lines to scroll over: with room under the last row, where its editor opens."""
        total = self.rows.heights.total
        return total + _MARGIN if total + _MARGIN > self.size.height else total

    @property
    def _last_top(self) -> int:
        """The line to begin with to see the last row, and under it what is wanted *below* it."""
        return max(self.rows.heights.total + max(self.below, _CONTEXT) - self.size.height, 0)

    def keep_in_view(self) -> None:
        """Scroll until the cursor's row, a line around it, and the lines wanted *below* it can be seen."""
        top, height = self.rows.heights.top(self.cursor), self.rows.heights[self.cursor]
        below = max(min(self.below, self.size.height - height), _CONTEXT)  # never its own words out of view
        start = max(top - _CONTEXT, 0) if height + below < self.size.height else top
        region = Region(0, start, 1, top - start + height + below)
        first = self.scroll_offset.y
        if first <= region.y and region.bottom <= first + self.scrollable_content_region.height:
            return  # Textual would lay out the screen again for it
        self.scroll_to_region(region, animate=False, force=True, x_axis=False, immediate=True)

    def go_to(self, index: int) -> None:
        """Put the cursor on a row, also where the row under it has become another."""
        index = max(0, min(index, len(self.rows) - 1))
        if index == self.cursor:
            self.keep_in_view()
            self.post_cursor()
        else:
            self.cursor = index

    def post_cursor(self) -> None:
        """Tell which row is under the cursor."""
        self.moves += 1
        self.post_message(CursorMoved(self.row))

    def reveal(self, place: Place) -> bool:
        """Open what hides *place* and go there; tell whether the map has it."""
        index = self.rows.reveal(place)
        if index is None:
            return False
        if self._settled != self._state:
            self.settle()
        self._land(index)
        return True

    def jump(self, index: int) -> None:
        """Go to a row after rows came or went; one that was out of view comes in with what stands above it."""
        self.settle()
        self._land(index)

    def _land(self, index: int) -> None:
        top = self.rows.heights.top(index)
        first = self.scroll_offset.y
        is_far = not first <= top < first + self.size.height
        self.go_to(index)
        if is_far:
            self.bring_up()

    def held(self) -> tuple[Place, int]:
        """Return a row that stays where it is while others change, the cursor's if it is in view, and its line."""
        first = self.scroll_offset.y
        line = self.rows.heights.top(self.cursor) - first
        if not self._tall or 0 <= line < self._tall:
            return self.row.place, line
        index = self._on_view().start
        return self.rows.visible[index].place, self.rows.heights.top(index) - first

    def hold(self, held: tuple[Place, int]) -> None:
        """Scroll until the row that was *held* is on its line again, wherever rows grew or came meanwhile."""
        place, line = held
        index = self.rows.index_of(place)
        if index is not None:
            y = max(self.rows.heights.top(index) - line, 0)
            if y != self.scroll_offset.y:
                self.scroll_to(y=y, animate=False, force=True, immediate=True)
        if place == self.row.place:
            self.keep_in_view()

    def mark(self, found: Collection[ClaimId]) -> None:
        """Show which rows were *found*; of those on view, the ones that look other than before are drawn anew."""
        before, self.found = self.found, found
        for index in self._on_view():
            claim = self.rows.visible[index].claim
            if (claim in before) != (claim in found):
                self.refresh_lines(self.rows.heights.top(index), self.rows.heights[index])

    def bring_up(self) -> None:
        """Scroll until the cursor's row stands a third down the view, or lower where the rows end before the view."""
        top = self.rows.heights.top(self.cursor) - self.size.height // 3
        self.scroll_to(y=max(min(top, self._last_top), 0), animate=False, force=True, immediate=True)

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return max(0, min(cursor, len(self.rows) - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        """Redraw the row the cursor left and the one it stands on."""
        for index in (old, new):
            if index < len(self.rows):
                self.refresh_lines(self.rows.heights.top(index), self.rows.heights[index])
        self.keep_in_view()
        self.post_cursor()

    def pointed(self) -> Offset | None:
        """Return the cell at which the words of the row begin."""
        if self.cursor >= len(self.rows):
            return None
        line = self.rows.heights.top(self.cursor) - self.scroll_offset.y
        return self.content_region.offset + Offset(_GUTTER + self.drawing.indent(self.row), line)

    # -- keys and mouse ------------------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """Turn keys into actions."""
        key = event.character if event.is_printable and event.character not in {None, " "} else event.key
        if key and self.labels:
            event.stop()
            event.prevent_default()
            self.post_message(Act("jump-labels", key))
            return
        if not key or not self.keys.knows(key):
            return
        event.stop()
        event.prevent_default()
        was_pending = bool(self.keys.pending)
        action = self.keys.press(key)
        if was_pending or self.keys.pending:
            self.post_message(Pressed(self.keys.pending))
        if action is not None:
            self.post_message(Act(*action))

    def label_rows(self) -> None:
        """Show a label beside each row on view."""
        rows = [self.rows.visible[index] for index in self._on_view()]
        self.labels.show([row.place for row in rows])
        self.refresh()

    def _on_view(self) -> range:
        """The indexes of the rows of which a line is on view."""
        first = self.rows.heights.at(self.scroll_offset.y)
        last = self.rows.heights.at(self.scroll_offset.y + max(self.size.height - 1, 0))
        return range(first[0] if first else 0, last[0] + 1 if last else len(self.rows))

    def on_blur(self) -> None:
        """Take the labels away when another pane gets the keyboard."""
        self.labels.hide()
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Go to the row that was clicked; on its fold mark, fold it; at a second click, edit it.

        The right button lists what can be done there.
        """
        if self.labels:
            self.post_message(Act("jump-labels", "escape"))
        found = self.rows.heights.at(event.y + self.scroll_offset.y)
        if found is None:
            return
        self.go_to(found[0])
        mark = _GUTTER + self.drawing.indent(self.row) - 2
        if event.button == _RIGHT:
            self.post_message(Act("palette"))
        elif found[1] == 0 and mark <= event.x <= mark + 1:
            self.post_message(Act("toggle"))
        elif event.chain == _TWICE:
            self.post_message(Act("edit"))


_WORDS = {"text", "position", "repeat"}
