"""The YAML inside Argdown files, read with PyYAML's safe loader; what could blow up a reader is refused first."""

from __future__ import annotations

import json
import math
import re
from functools import cache
from typing import Any

_MOST_CHARACTERS = 16_000_000
_MOST_LEVELS = 60
_BLOCK = re.compile(r"\{[ \t]*\n")
_FENCES = re.compile(r"\A={3,}|={3,}\Z")
_TAG = "tag:yaml.org,2002:"
_TRUTH = re.compile(r"(?:true|True|TRUE|false|False|FALSE)\Z")
_WHOLE = re.compile(r"[-+]?(?:0b[01]+|0o[0-7]+|0x[0-9a-fA-F]+|[0-9]+)\Z")
_NUMBER = re.compile(
    r"[-+]?(?:(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?|\.(?:inf|Inf|INF))\Z|\.(?:nan|NaN|NAN)\Z"
)


class UnreadableDataError(Exception):
    """Data that cannot be read, with the reason in words."""


def data_of(image: str) -> Any:  # noqa: ANN401  # YAML is anything
    """Return what the data *image*, with its braces, says: in flow style, or in block style behind a line end."""
    block = _BLOCK.match(image)
    return _value(image[block.end() : image.rindex("}")] if block else image)


def front_matter_of(image: str) -> Any:  # noqa: ANN401  # YAML is anything
    """Return what the front matter *image*, with its fences, says."""
    return _value(_FENCES.sub("", image))


def _value(text: str) -> Any:  # noqa: ANN401  # YAML is anything
    if len(text) > _MOST_CHARACTERS:
        message = f"it is longer than {_MOST_CHARACTERS:,} characters"
        raise UnreadableDataError(message)
    if text.lstrip()[:2] == '{"':  # what argmap writes is JSON, which is YAML, and much faster read as JSON
        try:
            return _JSON.decode(text)
        except (ValueError, RecursionError):
            pass
    return _yaml(text)


def _yaml(text: str) -> Any:  # noqa: ANN401  # YAML is anything
    import yaml

    try:
        _check(text)
        return plain_of(yaml.load(text, Loader=yaml_loader()))  # noqa: S506  # made of a safe loader below
    except yaml.MarkedYAMLError as error:
        raise UnreadableDataError(error.problem or "it is no YAML") from None
    except (yaml.YAMLError, ValueError, TypeError, OverflowError, RecursionError) as error:
        raise UnreadableDataError(str(error).split("\n")[0][:100] or "it is no YAML") from None


def _check(text: str) -> None:
    """Refuse aliases, which can make gigabytes of a line, and nesting deeper than anybody writes."""
    import yaml

    if sum(text.count(sign) for sign in "[{-:?") <= _MOST_LEVELS and not ("&" in text and "*" in text):
        return
    level = 0
    for event in yaml.parse(text, Loader=yaml_loader()):
        if isinstance(event, yaml.AliasEvent):
            message = "it uses aliases (*name), which argmap does not follow"
            raise UnreadableDataError(message)
        level += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if level > _MOST_LEVELS:
            message = f"it is nested deeper than {_MOST_LEVELS} levels"
            raise UnreadableDataError(message)


@cache
def yaml_loader() -> Any:  # noqa: ANN401  # a class made here
    """Return the safe loader, in C where there is one, with the words of YAML 1.2: “no” and 12:30 stay texts."""
    import yaml

    base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    kept = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag.removeprefix(_TAG) in {"null", "merge"}]
        for first, resolvers in base.yaml_implicit_resolvers.items()
    }
    made: Any = type("Loader", (base,), {"yaml_implicit_resolvers": kept})
    made.add_implicit_resolver(f"{_TAG}bool", _TRUTH, list("tTfF"))
    made.add_implicit_resolver(f"{_TAG}int", _WHOLE, list("-+0123456789"))
    made.add_implicit_resolver(f"{_TAG}float", _NUMBER, list("-+0123456789."))
    made.add_constructor(f"{_TAG}int", _whole)
    return made


def _whole(loader: Any, node: Any) -> int | str:  # noqa: ANN401  # of PyYAML, which has no types
    """Return a whole number: YAML 1.2 has no octal numbers without an “o”. One of thousands of digits stays a text."""
    literal = str(loader.construct_scalar(node))
    try:
        return int(literal, 0 if literal.lstrip("+-")[:2] in {"0b", "0o", "0x"} else 10)
    except ValueError:
        return literal


def _number(literal: str) -> float | str:
    """Return a number that a map can hold; one that JSON has no word for becomes a text, as in `plain_of`."""
    value = float(literal)
    return value if math.isfinite(value) else str(value)


_JSON = json.JSONDecoder(parse_float=_number, parse_constant=_number)


def plain_of(value: Any) -> Any:  # noqa: ANN401  # YAML is anything
    """Return *value* as JSON has it: keys are texts, and what JSON has no word for becomes a text."""
    if isinstance(value, dict):
        return {key if isinstance(key, str) else str(key): plain_of(each) for key, each in value.items()}
    if isinstance(value, list | tuple | set):
        return [plain_of(each) for each in value]
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value if value is None or isinstance(value, str | int | float) else str(value)
