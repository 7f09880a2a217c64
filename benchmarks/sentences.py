"""Sentences like claims, as many as wanted, some of them edited as people do: the same at every run, nobody's text."""

from __future__ import annotations

import random
from functools import cache
from itertools import accumulate

_SMALL = (
    "the of to and a in is that for it as are on be with by at from have not will this their more has or an was its"
    " which would can but they when should than been no only all may who most some if must about also because so do"
)
_FRAMES = ("{} {} {}", "{} {} because {} {}", "{} should {} {}", "the {} of {} {}", "if {} {}, then {}", "{} is {} {}")
_STARTS = "b c d f g h l m n p r s t v w st tr pr ch sh gr pl con re de in un ex per".split()  # noqa: SIM905  # parts
_MIDDLES = "a e i o u ea ou er or an en in at ar al il ent ist ill".split()  # noqa: SIM905  # parts
_ENDS = "t n r s l d m ck nd st ct ment tion ing ty ness al ous ive er ship ance ed ble".split()  # noqa: SIM905  # parts
_OPENINGS = ("I think that ", "Experts say ", "In fact, ", "It is clear that ", "Many believe that ")
_FILLING = "really still also clearly now often in the".split()  # noqa: SIM905  # words
_WORDS = 24_000
_LONGEST = 240


def sentences(count: int, seed: int = 0, edited: float = 0.06) -> tuple[list[str], list[tuple[int, int]]]:
    """Return *count* different sentences and which of them were made of which by an edit, as pairs of indices.

    Words are as frequent as Zipf's law has it, and lengths as in collections of claims: 40 to 200 characters.
    """
    choose = random.Random(seed)
    plain = count - int(count * edited)
    made = dict.fromkeys([_sentence(choose) for _ in range(plain)])
    while len(made) < plain:
        made[_sentence(choose)] = None
    texts, pairs = list(made), []
    while len(texts) < count:
        origin = choose.randrange(plain)
        text = edit(texts[origin], choose)
        if text not in made:
            made[text] = None
            pairs.append((origin, len(texts)))
            texts.append(text)
    return texts, pairs


def edit(text: str, choose: random.Random) -> str:
    """Edit *text* as somebody does who says the same again: a slip, a word more or less, other order or opening."""
    words = text.rstrip(".").split()
    place = choose.randrange(len(words))
    match choose.randrange(7):
        case 0:
            words[place] = _slip(words[place], choose)
        case 1:
            return text.lower().rstrip(".") + choose.choice(("", " !"))
        case 2:
            del words[place]
        case 3:
            words.insert(place, choose.choice(_FILLING))
        case 4:
            words = words[place:] + words[:place]
        case 5:
            return choose.choice(_OPENINGS) + text[0].lower() + text[1:]
        case _:
            for _ in range(3):
                place = choose.randrange(len(words))
                words[place] = _slip(words[place], choose)
    return " ".join(words) + "."


def _slip(word: str, choose: random.Random) -> str:
    if len(word) < 4:
        return word
    place = choose.randrange(1, len(word) - 1)
    slips = (
        word[:place] + word[place + 1 :],
        word[:place] + word[place + 1] + word[place] + word[place + 2 :],
        word[:place] + choose.choice("etaoinsr") + word[place + 1 :],
    )
    return choose.choice(slips)


def _sentence(choose: random.Random) -> str:
    words, heights = _vocabulary()
    frame = choose.choice(_FRAMES)
    parts = [" ".join(choose.choices(words, cum_weights=heights, k=choose.randint(2, 7))) for _ in range(4)]
    text = frame.format(*parts)[:_LONGEST]
    return text[0].upper() + text[1:] + "."


@cache
def _vocabulary() -> tuple[list[str], list[float]]:
    """Return words, the commonest first, and how often they and all before them are used."""
    choose = random.Random(0)
    made = dict.fromkeys(_SMALL.split())
    while len(made) < _WORDS:
        parts = choose.choices((1, 2, 3), weights=(3, 5, 2))[0]
        stem = "".join(choose.choice(_STARTS) + choose.choice(_MIDDLES) for _ in range(parts))
        made[stem + choose.choice(_ENDS)] = None
    return list(made), list(accumulate(1 / (rank + 2.7) for rank in range(len(made))))
