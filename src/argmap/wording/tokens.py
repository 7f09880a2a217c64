"""Tokens: the pieces of a wording, and the plain words each stands for: long forms, digits, one spelling."""

from __future__ import annotations

import re
from functools import cache

from argmap.wording.lexicon import groups
from argmap.wording.lexicon import words as listed

# Vowel signs and accents that Unicode does not call letters but that belong to the word they stand in.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06ed\u0900-\u0963\u0966-\u0dff\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ecd"
    "\u0f71-\u0f84\u102b-\u103e\u17b4-\u17d3\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\u3099\u309a\ufe20-\ufe2f"
)
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?![\d,])|\d+)(?:\.\d+)?"
_SCALE = r"(?:thousand|million|billion|trillion|[kKmM]|mn|bn|tn|trn)"
TOKEN = re.compile(
    rf"(?<!\w)[^\W\d_](?:\.[^\W\d_])+(?!\w)\.?"  # U.S.
    rf"|(?:(?<![\w)])[-+±])?(?:US)?[$€£¥]\s?{_NUMBER}(?:[\s-]?{_SCALE}\b)?"  # $1.5bn
    rf"|(?:(?<![\w)])[-+±])?{_NUMBER}(?:\s?%|(?:st|nd|rd|th|s|{_SCALE})\b)?"  # -5%, 21st, 1990s, 10k
    rf"|[^\W\d][\w{_MARKS}]*(?:['-][^\W_][\w{_MARKS}]*)*"  # well-known, don't
    r"|[%$€£¥<>=≤≥≠≮≯¬]"
)
_AMOUNT = re.compile(rf"([-+±]?)(?:US)?([$€£¥]?)\s?({_NUMBER})[\s-]?(.*)", re.DOTALL)
_CURRENCIES = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen"}
_SIGNS = {**_CURRENCIES, "%": "percent", "¬": "not"}
_SCALES = {
    **dict.fromkeys(("k", "thousand"), "thousand"),
    **dict.fromkeys(("m", "mn", "million"), "million"),
    **dict.fromkeys(("bn", "billion"), "billion"),
    **dict.fromkeys(("tn", "trn", "trillion"), "trillion"),
}
_GLUED = re.compile(r"(non|anti|un|dis|mis|de|re|co|in|pre|counter|over|under)-(?=[^\W\d_]{3})")
_KEPT_APART = frozenset({"re-sign", "re-form", "re-cover", "re-create", "re-lease", "re-sort", "re-mark", "co-op"})
_OUR = re.compile(r"(\w+our)(s|ed|ing|able|ably|ite|ites|er|ers|hood|hoods|ly|less|ful|al|ally)$")
_ISE = re.compile(r"(\w{3,}?)is(e|es|ed|ing|ation|ations|ational)$")
_YSE = re.compile(r"(\w{2,}l)ys(e|ed|ing)$")
_CLITICS = (("n't", " not"), ("'re", " are"), ("'ve", " have"), ("'ll", " will"), ("'d", " would"), ("'s", ""))


@cache
def _table(name: str) -> dict[str, str]:
    return {form: group[0] for group in groups(name) for form in group[1:]}


def plain_words(token: str) -> list[str]:
    """Return the plain words a token stands for: none for a lone sign of possession, several for a contraction."""
    if any(map(str.isdigit, token)) and (amount := _AMOUNT.fullmatch(token)):
        return _amount(*amount.groups())
    if token in _SIGNS:
        return [_SIGNS[token]]
    word = token.casefold()
    if "." in word:
        word = word.replace(".", "")
    long = _table("contractions").get(word)
    if long:
        return long.split()
    return [spelt(part) for part in _parts(word)]


def spelt(word: str) -> str:
    """Return *word* in its one spelling."""
    known = _table("spelling")
    if word in known:
        return known[word]
    built = _OUR.match(word)
    if built and built[1] in known:
        return known[built[1]] + built[2]
    for rule in (_ISE, _YSE):
        found = rule.match(word)
        if found and not (rule is _ISE and f"{found[1]}is" in listed("ise")):
            return f"{found[1]}{'iz' if rule is _ISE else 'yz'}{found[2]}"
    return word


def _amount(sign: str, currency: str, number: str, rest: str) -> list[str]:
    whole, _, fraction = number.replace(",", "").partition(".")
    fraction = fraction.rstrip("0")
    digits = (whole.lstrip("0") or "0") + (f".{fraction}" if fraction else "")
    rest = rest.lower()
    said = [("" if sign == "+" else sign) + digits]
    if rest in {"s", "st", "nd", "rd", "th"}:
        said = [said[0] + rest]
    elif rest in _SCALES:
        said.append(_SCALES[rest])
    elif rest:
        said.append("percent")
    return [*said, _CURRENCIES[currency]] if currency else said


def _parts(word: str) -> list[str]:
    if word not in _KEPT_APART:
        word = _GLUED.sub(r"\1", word)
    for clitic, long in _CLITICS:
        if word.endswith(clitic):
            word = word.removesuffix(clitic) + long
            break
    return word.replace("-", " ").replace("'", "").split()
