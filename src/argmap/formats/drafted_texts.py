"""Texts of foreign files on their way into a map: cleaned, cut where they are too long, and told of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.errors import ArgmapError, EmptyTextError
from argmap.formats.json_text import MOST_LEVELS, is_shallow
from argmap.formats.mending import told
from argmap.model.limits import CLAIM_LENGTH, NOTE_LENGTH, ObjectText, check_words, object_text, without_controls

if TYPE_CHECKING:
    from argmap.formats.report import Place, Tally

WORDLESS = "(no words)"
"""What stands for the text of a claim that has none, so that its links are kept."""

_LONG = {"note", "description", "warrant", "quote", "prefix", "suffix"}
_EXACT = {"id", "number", "text", "premises", "target", "order", "position"}


class Texts:
    """Makes any text one that a map can hold, and tells the tally what that took."""

    def __init__(self, tally: Tally) -> None:
        self._tally = tally

    def claim(self, text: str, place: Place) -> tuple[str, str]:
        """Return the words of a claim, and all of them again where they had to be cut."""
        cleaned = self.cleaned(text, place)
        if not says_something(cleaned):
            told(self._tally, "wordless", place)
            return WORDLESS, ""
        if len(cleaned) <= CLAIM_LENGTH:
            return cleaned, ""
        told(self._tally, "too-long", place)
        return f"{cleaned[: CLAIM_LENGTH - 1]}…", cleaned

    def cleaned(self, text: str, place: Place) -> str:
        """Return *text* without control characters and halves of characters."""
        if text.isascii() and text.isprintable():
            return text
        whole = text.replace("\0", "").encode("utf-8", "ignore").decode("utf-8")
        kept, removed = without_controls(whole)
        told(self._tally, "controls", place, removed + len(text) - len(whole))
        return kept

    def fields(self, plain: dict[str, Any], place: Place) -> dict[str, Any]:
        """Return the fields of an entity with every text of them made fit."""
        return {
            name: fit
            for name, value in plain.items()
            if (fit := value if name in _EXACT else self._field(name, value, place)) is not None
        }

    def _field(self, name: str, value: Any, place: Place) -> Any:  # noqa: ANN401  # a plain value is anything
        if name == "extras":
            return self._extras(value, place)
        if name == "tags" and isinstance(value, list):
            tags = (self._fitted(name, str(each), place) for each in value)
            return [tag for tag in dict.fromkeys(tags) if says_something(tag)]
        return self._fitted(name, value, place) if isinstance(value, str) else value

    def extras(self, plain: dict[str, Any], place: Place) -> str:
        """Return the extras among the fields of an entity as the text that a map holds; empty if there are none."""
        return ("extras" in plain and self._extras(plain["extras"], place)) or ""

    def _fitted(self, name: str, text: str, place: Place) -> str:
        text = self.cleaned(text, place)
        limit = NOTE_LENGTH if name in _LONG else CLAIM_LENGTH
        if len(text) <= limit:
            return text
        told(self._tally, "cut", place)
        return f"{text[: limit - 1]}…"

    def _extras(self, value: object, place: Place) -> str | None:
        try:
            text = object_text(value) if isinstance(value, dict) else ""
        except (ValueError, TypeError, RecursionError):
            text = ""
        if isinstance(text, ObjectText) and len(text) < NOTE_LENGTH and _is_fit(text, value):
            return text  # written once: the entity takes it as it is
        told(self._tally, "extras", place)
        return None


def _is_fit(text: str, value: object) -> bool:
    """Whether *text*, which says *value*, has no half of a character and is nested no deeper than anybody can read."""
    try:
        text.isascii() or text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return text.count("{") + text.count("[") < MOST_LEVELS or is_shallow(value)


def says_something(text: str) -> bool:
    """Whether *text* has a character that can be seen."""
    try:
        check_words("A claim", text, len(text))
    except EmptyTextError:
        return False
    except ArgmapError:
        return True
    return True
