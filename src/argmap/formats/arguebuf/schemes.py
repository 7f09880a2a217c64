"""The schemes arguebuf has names for, and how argmap calls them.

The names are those of `arg_services.graph.v1`, the schema of arguebuf; a name it does not know makes a file unreadable
for it.
"""

from __future__ import annotations

from argmap.model import Polarity

POLARITIES = {"support": Polarity.SUPPORTS, "attack": Polarity.OPPOSES}
"""What the kinds of schemes do; rephrasings and preferences do neither."""

_DEFAULT = "DEFAULT"
_SUPPORT = [
    "DEFAULT", "POSITION_TO_KNOW", "EXPERT_OPINION", "WITNESS_TESTIMONY", "POPULAR_OPINION", "POPULAR_PRACTICE",
    "EXAMPLE", "ANALOGY", "PRACTICAL_REASONING_FROM_ANALOGY", "COMPOSITION", "DIVISION", "OPPOSITIONS",
    "RHETORICAL_OPPOSITIONS", "ALTERNATIVES", "VERBAL_CLASSIFICATION", "VERBAL_CLASSIFICATION_DEFINITION",
    "VERBAL_CLASSIFICATION_VAGUENESS", "VERBAL_CLASSIFICATION_ARBITRARINESS", "INTERACTION_OF_ACT_AND_PERSON",
    "VALUES", "SACRIFICE", "THE_GROUP_AND_ITS_MEMBERS", "PRACTICAL_REASONING", "TWO_PERSON_PRACTICAL_REASONING",
    "WASTE", "SUNK_COSTS", "IGNORANCE", "EPISTEMIC_IGNORANCE", "CAUSE_TO_EFFECT", "CORRELATION_TO_CAUSE",
    "SIGN", "ABDUCTIVE", "EVIDENCE_TO_HYPOTHESIS", "CONSEQUENCES", "PRAGMATIC_ALTERNATIVES", "THREAT",
    "FEAR_APPEAL", "DANGER_APPEAL", "NEED_FOR_HELP", "DISTRESS", "COMMITMENT", "ETHOTIC", "GENERIC_AD_HOMINEM",
    "PRAGMATIC_INCONSISTENCY", "INCONSISTENT_COMMITMENT", "CIRCUMSTANTIAL_AD_HOMINEM", "BIAS",
    "BIAS_AD_HOMINEM", "GRADUALISM", "SLIPPERY_SLOPE", "PRECEDENT_SLIPPERY_SLOPE", "SORITES_SLIPPERY_SLOPE",
    "VERBAL_SLIPPERY_SLOPE", "FULL_SLIPPERY_SLOPE", "CONSTITUTIVE_RULE_CLAIMS", "RULES", "EXCEPTIONAL_CASE",
    "PRECEDENT", "PLEA_FOR_EXCUSE", "PERCEPTION", "MEMORY", "POSITIVE_VALUES", "NEGATIVE_VALUES",
    "POSITIVE_CONSEQUENCES", "NEGATIVE_CONSEQUENCES",
]  # fmt: skip


def _letters(name: str) -> str:
    return "".join(character for character in name.lower() if character.isalnum())


_BY_LETTERS = {_letters(name): name for name in _SUPPORT}


def scheme_of(kind: str, value: object) -> str:
    """Return the name argmap has for a scheme of *kind* (``support``): nothing for the usual one.

    *value* is ``SUPPORT_EXPERT_OPINION``, or its number.
    """
    if isinstance(value, int) and not isinstance(value, bool):
        value = _SUPPORT[value] if kind == "support" and 0 <= value < len(_SUPPORT) else _DEFAULT if not value else ""
    if not isinstance(value, str):
        return ""
    name = value.removeprefix(f"{kind.upper()}_")
    if name in {_DEFAULT, ""}:
        return ""
    return name.replace("_", " ").title() if name in _SUPPORT else value


def value_of(scheme: str, polarity: Polarity) -> tuple[str, str]:
    """Return the kind and the value that say *scheme* in arguebuf; the usual value, if it has no name for it."""
    kind = "support" if polarity is Polarity.SUPPORTS else "attack"
    name = _BY_LETTERS.get(_letters(scheme), _DEFAULT) if kind == "support" else _DEFAULT
    return kind, f"{kind.upper()}_{name}"
