"""From the text of an Argdown file to its tokens, by the rules of Argdown's own lexer, in one pass over the text."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from argmap.formats.argdown.searching import Searching
from argmap.formats.argdown.tokens import Kind, Token

if TYPE_CHECKING:
    from collections.abc import Callable

_LINE_START = re.compile(
    r"(?P<indent>[ '\t]*)(?:(?P<step>--)"
    r"|(?P<relation>\+>|->|<?\+|<?-|><|_>|<_|_(?=\s))"
    r"|(?P<heading>\#+)(?=\ )|(?P<number>\([0-9]+\))|(?P<item>(?:[0-9]+\.|\*)(?=\s)))",
)
_EMPTY_LINE = re.compile(r"(?:[ \t]*\n){2,}")
_NEWLINE = re.compile(r"[ \t]*\n")
_SPACES = re.compile(r"[ \t]+")
_TEXT = re.compile(r"[^\\@#*_\[\],.:</>(){}\n;-]+")
_SIGN = re.compile(r"[@#*_\[\],.:</>(){};-][ \t]?")
_ESCAPED = re.compile(r"\\[^\n] *")
_SPECIAL = re.compile(r"\.[^\s]+?\.[ \t]?|:[^\s]+?:[ \t]?")
_TAG = re.compile(r"#[a-zA-z0-9\-\u00A0-\uD7FF\uF900-\uFDCF\uFDF0-\uFFEF]+[ \t]?")
_END = r"(?:[ \t]|(?=[\n)}_.,!?;:*-]|\Z))"
_EMPHASIS_ENDS = {mark: re.compile(re.escape(mark) + _END) for mark in ("**", "__", "*", "_")}
_BLANKS = re.compile(r"\n*")
_ONE_LINE_END = re.compile(r"(?:[ \t]*\n(?![ \t]*\n))?")
_DASHES = re.compile("-{2,}")
_FRESH = {None, Kind.NEWLINE, Kind.EMPTY_LINE}  # before these ends nothing stands on the line
_token = partial(tuple.__new__, Token)  # what Token(…) comes down to, without a call in Python


class Lexed(NamedTuple):
    """The tokens of a text, and where its comments begin."""

    tokens: list[Token]
    comments: list[int]


def lexed(text: str) -> Lexed:
    """Return the tokens of *text*, whose lines end in newlines."""
    lexer = _Lexer(text)
    lexer.run()
    return Lexed(lexer.tokens, lexer.comments)


class _Lexer:
    """Walks over a text; *fresh* says that no token stands before the next one on its line."""

    def __init__(self, text: str) -> None:
        self.tokens: list[Token] = []
        self.comments: list[int] = []
        self._text = text
        self._search = Searching(text)
        self._at = 0
        self._indents = [0]
        self._emphases: list[str] = []
        self._last: Kind | None = None
        self._last_end = -1
        self._in_step = False

    def run(self) -> None:
        """Take token after token until the text is over."""
        text, length = self._text, len(self._text)
        while self._at < length:
            tries = self._STEP_TRIES if self._in_step else self._TRIES
            attempt = tries.get(text[self._at])
            if self._last in _FRESH and (
                self._before_line_start(attempt) or (not self._in_step and self._line_start())
            ):
                continue
            if attempt is None or not attempt(self):
                self._plain()
        if self.tokens and self.tokens[-1].kind is Kind.EMPTY_LINE:
            self.tokens.pop()
        self._dedent_to(0)

    def _before_line_start(self, attempt: Callable[[_Lexer], bool] | None) -> bool:
        """Take what goes before the signs that stand at the beginning of a line."""
        first = self._text[self._at]
        if first in "/=\\.:{":
            return attempt is not None and attempt(self)
        if first == "<":
            return self._comment()
        return first in " \t\n" and self._line_end()

    def _line_start(self) -> bool:
        found = _LINE_START.match(self._text, self._at)
        if found is None:
            return False
        indent, group = found["indent"], found.lastgroup
        if group == "heading":
            return not indent and self._take(Kind.HEADING, found.end() + 1)
        if group == "step" and self._last is not Kind.EMPTY_LINE:
            self._dedent_to(0)
            self._in_step = True
            return self._take(Kind.INFERENCE_START, found.end())
        if group == "number":
            self._dedent_to(0)
            return self._take(Kind.NUMBER, found.end())
        if group == "item":
            self._indent_to(len(indent) + 1)
            return self._take(Kind.LIST_ITEM, found.end())
        self._indent_to(len(indent))
        # A "--" that begins no inference is an attack whose child begins with a dash.
        return self._take(Kind.RELATION, found.end() - 1 if group == "step" else found.end())

    def _indent_to(self, level: int) -> None:
        if level > self._indents[-1]:
            self._indents.append(level)
            self._push(Kind.INDENT, self._at, self._at)
        else:
            self._dedent_to(level)

    def _dedent_to(self, level: int) -> None:
        while len(self._indents) > 1 and level < self._indents[-1]:
            self._indents.pop()
            self._push(Kind.DEDENT, self._at, self._at)

    def _push(self, kind: Kind, start: int, end: int) -> None:
        self.tokens.append(_token((kind, self._text[start:end], start)))
        self._last, self._last_end = kind, end

    def _take(self, kind: Kind, end: int) -> bool:
        self._push(kind, self._at, end)
        self._at = end
        return True

    def _match(self, pattern: re.Pattern[str], kind: Kind) -> bool:
        found = pattern.match(self._text, self._at)
        return found is not None and self._take(kind, found.end())

    def _escaped(self) -> bool:
        return self._match(_ESCAPED, Kind.ESCAPED)

    def _special(self) -> bool:
        return self._match(_SPECIAL, Kind.SPECIAL)

    def _comma(self) -> bool:
        return self._take(Kind.COMMA, self._at + 1)

    def _plain(self) -> None:
        found = _TEXT.match(self._text, self._at) or _SIGN.match(self._text, self._at)
        self._take(Kind.TEXT, found.end() if found else self._at + 1)

    def _white(self) -> bool:
        if self._line_end():
            return True
        found = _SPACES.match(self._text, self._at)
        assert found is not None
        self._at = found.end()
        return True

    def _line_end(self) -> bool:
        newline = _NEWLINE.match(self._text, self._at)
        if newline is None:
            return False
        empty = None if self._in_step or self._last is Kind.EMPTY_LINE else _EMPTY_LINE.match(self._text, self._at)
        if empty is None:
            return self._take(Kind.NEWLINE, newline.end())
        if empty.end() < len(self._text):
            self._dedent_to(0)
        self._emphases.clear()
        return self._take(Kind.EMPTY_LINE, empty.end())

    def _comment(self) -> bool:
        text, start = self._text, self._at
        if text.startswith("<!--", start):
            end = self._search.after("-->", start + 4)
        elif text.startswith("/*", start):
            end = self._search.after("*/", start + 2)
        elif text.startswith("//", start):
            end = self._search.first("\n", start)
        else:
            return False
        if end < 0:
            return False
        self.comments.append(start)
        blanks = {Kind.EMPTY_LINE: _BLANKS, Kind.NEWLINE: _ONE_LINE_END}.get(self._last or Kind.TEXT)
        following = blanks.match(text, end) if blanks else None
        self._at = following.end() if following else end
        return True

    def _front_matter(self) -> bool:
        end = self._search.fence_end(self._at)
        return end > 0 and self._take(Kind.FRONT_MATTER, end)

    def _data(self) -> bool:
        end = self._search.data_end(self._at)
        return end > 0 and self._take(Kind.DATA, end)

    def _step_end(self) -> bool:
        found = _DASHES.match(self._text, self._at)
        if found is None:
            return False
        self._in_step = False
        return self._take(Kind.INFERENCE_END, found.end())

    def _emphasis(self) -> bool:
        """Take the end of the innermost emphasis, or the start of another."""
        text, start = self._text, self._at
        innermost = self._emphases[-1] if self._emphases else ""
        # Spaces and comments before it keep a sign from ending anything.
        if innermost and self._last is not None and self._last_end == start:
            found = _EMPHASIS_ENDS[innermost].match(text, start)
            if found is not None:
                self._emphases.pop()
                return self._take(Kind.EMPHASIS_END, found.end())
        sign = text[start]
        for mark in (sign * 2, sign):
            after = start + len(mark)
            if text.startswith(mark, start) and not text[after : after + 1].isspace():
                self._emphases.append(mark)
                return self._take(Kind.EMPHASIS_START, after)
        return False

    def _square(self) -> bool:
        search, start = self._search, self._at
        end = search.link_end(start)
        if end > 0:
            return self._take(Kind.LINK, end)
        end = search.title_end(start, "]:")
        if end > 0:
            return self._take(Kind.STATEMENT_DEFINITION, end)
        end = search.reference_end(start, "]")
        return end > 0 and self._take(Kind.STATEMENT_REFERENCE, end)

    def _angle(self) -> bool:
        search, start = self._search, self._at
        if self._comment():
            return True
        end = search.title_end(start, ">:")
        if end > 0:
            return self._take(Kind.ARGUMENT_DEFINITION, end)
        end = search.reference_end(start, ">")
        return end > 0 and self._take(Kind.ARGUMENT_REFERENCE, end)

    def _tag(self) -> bool:
        text, start = self._text, self._at
        if text[start + 1 : start + 2] != "(":
            return self._match(_TAG, Kind.TAG)
        end = self._search.after(")", start + 3)
        return end > 0 and self._take(Kind.TAG, end + (text[end : end + 1] in (" ", "\t")))

    def _mention(self) -> bool:
        text, start = self._text, self._at
        closing = {"[": "]", "<": ">"}.get(text[start + 1 : start + 2])
        end = self._search.title_end(start + 1, closing) if closing else -1
        if end < 0:
            return False
        return self._take(Kind.MENTION, end + (text[end : end + 1] in (" ", "\t")))

    _TRIES: ClassVar[dict[str, Callable[[_Lexer], bool]]] = {
        "/": _comment,
        "<": _angle,
        "=": _front_matter,
        "{": _data,
        "\\": _escaped,
        ".": _special,
        ":": _special,
        "*": _emphasis,
        "_": _emphasis,
        "[": _square,
        "#": _tag,
        "@": _mention,
        "\n": _line_end,
        " ": _white,
        "\t": _white,
    }
    """What a token may be that begins with this character."""

    _STEP_TRIES: ClassVar[dict[str, Callable[[_Lexer], bool]]] = {
        "/": _comment,
        "<": _comment,
        "\\": _escaped,
        ".": _special,
        ":": _special,
        "-": _step_end,
        "{": _data,
        ",": _comma,
        "\n": _line_end,
        " ": _white,
        "\t": _white,
    }
    """The same between the dashes of an inference."""
