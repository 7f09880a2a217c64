"""Finding claims: by a query, by likeness to a text, and those that may be one claim."""

from argmap.matching.duplicates import Cluster, Duplicates, Lane, Pair, duplicates
from argmap.matching.likeness import Likeness, compare
from argmap.matching.meaning import terms_of
from argmap.matching.query import FACETS, Query, read_query
from argmap.matching.search import search, search_nearly
from argmap.matching.similar import Similar, similar
from argmap.matching.suggesting import SuggestedTerm, suggest_terms
from argmap.matching.weights import Weights
from argmap.matching.worded import Worded, score, worded
from argmap.matching.wordings import Wordings

__all__ = [
    "FACETS",
    "Cluster",
    "Duplicates",
    "Lane",
    "Likeness",
    "Pair",
    "Query",
    "Similar",
    "SuggestedTerm",
    "Weights",
    "Worded",
    "Wordings",
    "compare",
    "duplicates",
    "read_query",
    "score",
    "search",
    "search_nearly",
    "similar",
    "suggest_terms",
    "terms_of",
    "worded",
]
