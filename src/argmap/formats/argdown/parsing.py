"""From the tokens of an Argdown file to what it says; whatever is no Argdown is told, and everything else is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.argdown.bearing import transform
from argmap.formats.argdown.data import UnreadableDataError, data_of, front_matter_of
from argmap.formats.argdown.document import (
    INTERMEDIARY,
    MAIN,
    PREMISE,
    SIGNS,
    UNDERCUT,
    Argument,
    Document,
    Fault,
    Inference,
    Member,
    Numbered,
    Relation,
    Section,
    Statement,
)
from argmap.formats.argdown.lexing import lexed
from argmap.formats.argdown.tokens import CONTENT, Kind, Token
from argmap.formats.argdown.words import tag_of, take_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.formats.argdown.document import End

_DEFINITIONS = (Kind.STATEMENT_DEFINITION, Kind.ARGUMENT_DEFINITION)
_TITLED = (*_DEFINITIONS, Kind.STATEMENT_REFERENCE, Kind.ARGUMENT_REFERENCE)
_ARGUMENTS = (Kind.ARGUMENT_DEFINITION, Kind.ARGUMENT_REFERENCE)
_FOLLOWING = frozenset(
    {Kind.INDENT, Kind.DEDENT, Kind.RELATION, Kind.NUMBER, Kind.INFERENCE_START, Kind.EMPTY_LINE, Kind.LIST_ITEM}
)


def parsed(text: str) -> Document:
    """Return what the Argdown *text* says; its relations are those that Argdown's own model ends with."""
    tokens, comments = lexed(text)
    parser = _Parser(tokens)
    parser.run()
    tokens.clear()  # the parser, which knows itself by its handlers, would keep them till litter is looked for
    document = parser.document
    document.comments = comments
    transform(document)
    return document


class _Parser:
    """Reads block after block; *at* is always the place of the next token."""

    def __init__(self, tokens: list[Token]) -> None:
        self.document = Document()
        self._tokens = tokens
        self._at = 0
        self._untitled = 0
        self._with_tags = True
        self._section: Section | None = None
        self._before: Argument | None = None  # the argument that is the block before
        self._parents: list[End | None] = []  # what a relation hangs on, level by level
        self._open: list[tuple[int, Relation]] = []  # relations that wait for what hangs on their child
        self._last: End | None = None
        self._pcs: Argument | None = None
        self._step: Inference | None = None
        self._concludes = False
        self._handlers: dict[Kind, Callable[[Token], None]] = {
            Kind.INDENT: self._indent,
            Kind.DEDENT: self._dedent,
            Kind.RELATION: self._relation,
            Kind.HEADING: self._heading,
            Kind.NUMBER: self._number,
            Kind.INFERENCE_START: self._inference,
            Kind.LIST_ITEM: self._list_item,
            Kind.FRONT_MATTER: lambda token: self._stray(token, "Front matter may stand at the beginning only"),
            Kind.DATA: lambda token: self._stray(token, "Data may stand behind words only"),
            Kind.INFERENCE_END: lambda token: self._stray(token, "Dashes may stand between numbered lines only"),
        }

    def run(self) -> None:
        """Read all blocks."""
        self._skip(Kind.NEWLINE)
        self._skip(Kind.EMPTY_LINE)
        self._front_matter()
        while self._at < len(self._tokens):
            self._block()
            self._skip(Kind.EMPTY_LINE)

    # -- blocks ----------------------------------------------------------------------------------------------------

    def _block(self) -> None:
        begin = self._at
        while self._peek() not in (None, Kind.EMPTY_LINE):
            token = self._tokens[self._at]
            handler = self._handlers.get(token.kind)
            if handler is not None:
                handler(token)
            elif token.kind is Kind.NEWLINE:
                self._at += 1
            else:
                self._top(token, is_first=self._at == begin)
        self._close(0)
        self._end_pcs()
        self._parents.clear()
        first = self._tokens[begin].kind if begin < len(self._tokens) else None
        self._before = self._last if first in _ARGUMENTS and isinstance(self._last, Argument) else None
        self._last = None

    def _top(self, token: Token, *, is_first: bool) -> None:
        """Read a statement or an argument that hangs on nothing."""
        if not is_first:
            self._fault(token, "An empty line is missing above this")
            self._close(0)
        head = self._member()
        self._last = head
        self._parents[:] = [head] * len(self._parents)  # the levels above are still those of the lexer
        if is_first and isinstance(head, Argument):
            self._read_relations()
            self._last = head

    def _read_relations(self) -> None:
        """Read what hangs on the head of a block, so that the head is known when the block ends."""
        while self._peek() in (Kind.INDENT, Kind.DEDENT, Kind.RELATION):
            token = self._tokens[self._at]
            self._handlers[token.kind](token)

    def _front_matter(self) -> None:
        if self._peek() is not Kind.FRONT_MATTER:
            return
        token = self._tokens[self._at]
        self._at += 1
        try:
            self.document.front_matter = front_matter_of(token.image)
        except UnreadableDataError as error:
            self._fault(token, f"This front matter cannot be read: {error}")
        self.document.is_strict = self._setting("mode") == "strict"
        self._with_tags = self._setting("removeTagsFromText") is not True
        self._write_out(self._setting("shortcodes"))
        self._skip(Kind.NEWLINE)
        if self._peek() not in (None, Kind.EMPTY_LINE):
            self._fault(self._tokens[self._at], "An empty line is missing below the front matter")
        self._skip(Kind.EMPTY_LINE)

    def _write_out(self, shortcodes: object) -> None:
        """Put the signs in the place of the shortcodes that the front matter defines for them."""
        signs = shortcodes if isinstance(shortcodes, dict) else {}
        known = {code: sign["unicode"] for code, sign in signs.items() if isinstance(sign, dict) and "unicode" in sign}
        for place, token in enumerate(self._tokens if known else ()):
            sign = known.get(token.image.strip()) if token.kind is Kind.SPECIAL else None
            if isinstance(sign, str):
                blank = " " if token.image.endswith(" ") else ""
                self._tokens[place] = Token(Kind.TEXT, sign + blank, token.start)

    def _setting(self, name: str) -> object:
        front_matter = self.document.front_matter
        settings = front_matter.get("model") if isinstance(front_matter, dict) else None
        return settings.get(name) if isinstance(settings, dict) else None

    def _heading(self, token: Token) -> None:
        if self._last is not None or self._pcs is not None:
            self._fault(token, "An empty line is missing above this heading")
        self._at += 1
        member = Member(token.start)
        self._words(member)
        self._skip(Kind.NEWLINE)
        member.data = self._data()
        level = len(token.image) - 1
        parent = self._section
        while parent is not None and parent.level >= level:
            parent = parent.parent
        title, words = member.text.strip(), member.words.strip()
        self._section = Section(title, level, token.start, parent, member.tags, member.data, words)
        self.document.sections.append(self._section)

    def _list_item(self, token: Token) -> None:
        if len(self._parents) > 1:
            self._fault(token, "A list cannot stand inside a list or under a relation")
        self._at += 1
        self._close(len(self._parents))
        self._last = self._member()

    def _stray(self, token: Token, message: str) -> None:
        self._fault(token, message)
        self._at += 1

    # -- relations -------------------------------------------------------------------------------------------------

    def _indent(self, _token: Token) -> None:
        self._parents.append(self._last)
        self._at += 1

    def _dedent(self, _token: Token) -> None:
        if self._parents:
            self._parents.pop()
        self._at += 1

    def _relation(self, token: Token) -> None:
        self._at += 1
        level = len(self._parents)
        self._close(level)
        parent = self._parents[-1] if self._parents else None
        is_below = self._last is not None
        child = self._member()
        self._last = child
        if child is None:
            self._fault(token, "Nothing follows this sign of a relation")
        elif parent is None and is_below:
            self._fault(token, "A relation must be indented below what it bears on; this was read as a claim alone")
        elif parent is None:
            self._fault(token, "A relation needs a statement or an argument right above it")
        else:
            self._open.append((level, self._made(token, parent, child)))

    def _made(self, token: Token, parent: End, child: End) -> Relation:
        kind, parent_acts = SIGNS[token.image.strip(" '\t")]
        if kind == UNDERCUT and not parent_acts and isinstance(parent, Statement) and self._step is not None:
            parent = self._step
        source, target = (parent, child) if parent_acts else (child, parent)
        return Relation(kind, source, target, token.start)

    def _close(self, level: int) -> None:
        """Take in the relations at *level* and below it: nothing more can hang on their children."""
        while self._open and self._open[-1][0] >= level:
            self.document.relations.append(self._open.pop()[1])

    # -- premise-conclusion structures -----------------------------------------------------------------------------

    def _number(self, token: Token) -> None:
        self._close(0)
        self._parents.clear()
        if self._pcs is None:
            self._begin_pcs(token)
        self._at += 1
        statement = self._member() or self._wordless(token)
        self._last = statement
        assert self._pcs is not None
        if not isinstance(statement, Statement):
            self._fault(token, "A numbered line needs a statement")
            return
        role = INTERMEDIARY if self._concludes else PREMISE
        self._pcs.pcs.append(Numbered(statement, role, self._step if self._concludes else None))
        self._concludes = False

    def _wordless(self, token: Token) -> Statement:
        """Return a statement without words: a line of an argument may be left open, and is one all the same."""
        statement = Statement(self._new_title(), is_titled=False)
        statement.members.append(Member(token.start, section=self._section))
        self.document.statements[statement.title] = statement
        return statement

    def _begin_pcs(self, token: Token) -> None:
        if isinstance(self._last, Argument):
            self._fault(token, "An empty line is missing between the argument and its first premise")
        elif self._last is not None:
            self._fault(token, "An empty line is missing above this numbered line")
        argument = self._last if isinstance(self._last, Argument) else self._before
        if argument is not None and argument.pcs:
            self._fault(token, "The argument above has its premises and its conclusion already")
            argument = None
        if argument is None:
            argument = self._argument(self._new_title(), is_titled=False)
            argument.members.append(Member(token.start, is_reference=True, section=self._section))
        self._pcs = argument

    def _inference(self, token: Token) -> None:
        self._close(0)
        self._parents.clear()
        self._at += 1
        argument = self._pcs
        if argument is None or not argument.pcs or self._concludes:
            self._fault(token, "An inference needs a numbered premise above it")
        self._step = Inference(argument or Argument(""), token.start)
        self._skip(Kind.NEWLINE)
        self._step.rules = self._rules()
        self._skip(Kind.NEWLINE)
        self._step.data = self._data()
        if not self._skip(Kind.INFERENCE_END):
            self._fault(token, "Dashes are missing at the end of this inference")
        self._skip(Kind.NEWLINE)
        self._last = self._step
        self._concludes = argument is not None and bool(argument.pcs)

    def _rules(self) -> list[str]:
        """Read the names of the rules an inference follows, with commas between them."""
        member, begin = Member(0), self._at
        rules: list[str] = []
        while self._peek() in (Kind.TEXT, Kind.ESCAPED, Kind.SPECIAL, Kind.COMMA):
            if self._peek() is Kind.COMMA:
                rules.append(member.text.strip())
                member = Member(0)
                self._at += 1
            else:
                take_words(self._tokens[self._at : self._at + 1], 0, member)
                self._at += 1
        return [*rules, member.text.strip()] if self._at > begin else []

    def _end_pcs(self) -> None:
        pcs = self._pcs.pcs if self._pcs is not None else []
        if pcs and pcs[-1].role == INTERMEDIARY:
            pcs[-1].role = MAIN
        elif self._pcs is not None and self._at:
            self._fault(self._tokens[self._at - 1], "A conclusion is missing below these premises")
        self._pcs, self._step, self._concludes = None, None, False

    # -- statements and arguments ----------------------------------------------------------------------------------

    def _member(self) -> Statement | Argument | None:
        """Read a statement or an argument with its tags and data."""
        kind = self._peek()
        if kind is None or not (kind in CONTENT or kind in _TITLED) or kind is Kind.NEWLINE:
            return None
        token = self._tokens[self._at]
        member = Member(token.start, section=self._section)
        title = ""
        if kind in _TITLED:
            self._at += 1
            title = token.image[1:-2] if kind in _DEFINITIONS else token.image[1:-1]
            member.is_reference = kind not in _DEFINITIONS
        found = self._titled(title, is_argument=kind in _ARGUMENTS)
        if member.is_reference:
            self._tags(member)
        else:
            self._words(member)
            if not member.text and kind in _DEFINITIONS:
                self._fault(token, "Words are missing behind this title")
        member.data = self._data()
        self._rest(member)
        _add(found, member)
        return found

    def _words(self, member: Member) -> None:
        self._at, stray = take_words(self._tokens, self._at, member, with_tags=self._with_tags)
        for token in stray[:1]:
            self._fault(token, f"Emphasis with {token.image.strip()} is not closed, or not opened")

    def _tags(self, member: Member) -> None:
        while self._peek() is Kind.TAG:
            tag = tag_of(self._tokens[self._at])
            if tag not in member.tags:
                member.tags.append(tag)
            self._at += 1
        self._skip(Kind.NEWLINE)

    def _data(self) -> Any:  # noqa: ANN401  # YAML is anything
        if self._peek() is not Kind.DATA:
            return None
        token = self._tokens[self._at]
        self._at += 1
        self._skip(Kind.NEWLINE)
        try:
            return data_of(token.image)
        except UnreadableDataError as error:
            self._fault(token, f"This data cannot be read: {error}")
            return None

    def _rest(self, member: Member) -> None:
        """Take what cannot stand behind a statement as further words of it, and tell of it once."""
        parts: list[str] = []
        while not self._ends_member():
            token = self._tokens[self._at]
            if not parts:
                shown = token.image.strip()[:20]
                self._fault(token, f"“{shown}” cannot stand here; a backslash before it makes it words")
            before = self._tokens[self._at - 1]
            if before.start + len(before.image) < token.start and not (parts or [member.text])[-1].endswith(" "):
                parts.append(" ")  # the lexer passes over blanks behind a title
            if token.kind in CONTENT:
                further = Member(token.start, tags=member.tags, links=member.links)
                self._words(further)
                parts.append(further.text)
            else:
                parts.append(token.image)
                self._at += 1
        if parts:
            member.text = member.words = "".join([member.text, *parts])
            member.is_reference = False

    def _ends_member(self) -> bool:
        """Whether the next token is no part of the statement before it."""
        kind = self._peek()
        if kind is None or kind in _FOLLOWING or kind is Kind.HEADING:
            return True
        # A title on a line of its own is a block of its own, whose empty line is missing.
        return kind in _TITLED and self._tokens[self._at - 1].kind in (Kind.NEWLINE, Kind.DEDENT)

    def _titled(self, title: str, *, is_argument: bool) -> Statement | Argument:
        titled = bool(title)
        title = title or self._new_title()
        if is_argument:
            return self._argument(title, is_titled=titled)
        there = self.document.statements.get(title)
        if there is None:
            there = Statement(title, is_titled=titled and not title.startswith("Untitled"))
            self.document.statements[title] = there
        return there

    def _argument(self, title: str, *, is_titled: bool) -> Argument:
        there = self.document.arguments.get(title)
        if there is None:
            there = Argument(title, is_titled=is_titled)
            self.document.arguments[title] = there
        return there

    def _new_title(self) -> str:
        self._untitled += 1
        return f"Untitled {self._untitled}"

    # -- tokens ----------------------------------------------------------------------------------------------------

    def _peek(self) -> Kind | None:
        return self._tokens[self._at].kind if self._at < len(self._tokens) else None

    def _skip(self, kind: Kind) -> bool:
        if self._peek() is not kind:
            return False
        self._at += 1
        return True

    def _fault(self, token: Token, message: str) -> None:
        self.document.faults.append(Fault(token.start, message))


def _add(found: Statement | Argument, member: Member) -> None:
    """Add a place to what stands under a title: its tags and data are all that were said anywhere."""
    found.members.append(member)
    found.tags.update(dict.fromkeys(member.tags))
    if isinstance(member.data, dict):
        found.data = _merged(found.data or {}, member.data)


def _merged(before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    merged = dict(before)
    for key, value in after.items():
        there = merged.get(key)
        merged[key] = _merged(there, value) if isinstance(there, dict) and isinstance(value, dict) else value
    return merged
