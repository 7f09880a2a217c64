"""The words of statements, arguments and headings: from tokens to text, tags and links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats.argdown.tokens import CONTENT, SHORTCODES, Kind

if TYPE_CHECKING:
    from argmap.formats.argdown.document import Member
    from argmap.formats.argdown.tokens import Token


def take_words(tokens: list[Token], at: int, member: Member, *, with_tags: bool = True) -> tuple[int, list[Token]]:
    """Add the words that begin at token *at* to *member*, tags among them or not; return the token behind them.

    Signs of emphasis that are never closed stay in the text, and are returned with it.
    """
    end = at
    while end < len(tokens) and tokens[end].kind in CONTENT:
        end += 1
    literal = _unclosed(tokens, at, end)
    closing_tags = _closing_tags(tokens, at, end)
    parts = [member.text] if member.text else []
    for place in range(at, end):
        token = tokens[place]
        if place == closing_tags:
            member.words = "".join(parts)
        kind = token.kind
        if kind is Kind.TEXT or kind is Kind.MENTION or kind is Kind.COMMA:
            parts.append(token.image)
        elif kind is Kind.NEWLINE:
            if place < end - 1 and not (parts and parts[-1].endswith(" ")):
                parts.append(" ")
        else:
            part = token.image if place in literal else _part(token, member)
            if part and (with_tags or kind is not Kind.TAG):
                parts.append(part)
    member.text = "".join(parts)
    if closing_tags == end:
        member.words = member.text
    return end, [tokens[place] for place in sorted(literal)]


def _part(token: Token, member: Member) -> str:
    """Return what a token other than plain text adds to the words."""
    image = token.image
    blank = " " if image.endswith(" ") else ""
    match token.kind:
        case Kind.ESCAPED:
            return image[1:]
        case Kind.SPECIAL:
            sign = SHORTCODES.get(image.strip()[1:-1])
            return image if sign is None else sign + blank
        case Kind.EMPHASIS_END:
            return blank
        case Kind.LINK:
            text, _, address = image.rstrip()[1:-1].partition("](")
            member.links.append((text, address))
            return text + blank
        case Kind.TAG:
            tag = tag_of(token)
            if tag not in member.tags:
                member.tags.append(tag)
            return image
        case _:
            return ""


def tag_of(token: Token) -> str:
    """Return the tag that a token names."""
    tag = token.image.rstrip(" \t")[1:]
    return tag[1:-1] if tag.startswith("(") else tag


def _closing_tags(tokens: list[Token], at: int, end: int) -> int:
    """Return the place of the first of the tags that end the words: they are no part of a sentence."""
    place = end
    while place > at and tokens[place - 1].kind in (Kind.TAG, Kind.NEWLINE):
        place -= 1
    return place


def _unclosed(tokens: list[Token], at: int, end: int) -> set[int]:
    """Return the places of the signs that begin or end no emphasis between *at* and *end*."""
    open_, stray = [], set()
    for place in range(at, end):
        if tokens[place].kind is Kind.EMPHASIS_START:
            open_.append(place)
        elif tokens[place].kind is Kind.EMPHASIS_END:
            if open_:
                open_.pop()
            else:
                stray.add(place)
    return stray.union(open_)
