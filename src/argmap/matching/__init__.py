"""Finding claims: by a query, by likeness to a text, and those that may be one claim."""

from argmap.matching.concordance import Concordance
from argmap.matching.duplicates import AT_LEAST, Cluster, Duplicates, Lane, Pair, duplicates
from argmap.matching.hits import Hits
from argmap.matching.likeness import Likeness, compare
from argmap.matching.meaning import terms_of
from argmap.matching.query import FACETS, Query, read_query, where_said
from argmap.matching.repeating import may_be_one
from argmap.matching.search import search, search_nearly
from argmap.matching.similar import Similar, similar
from argmap.matching.suggesting import SuggestedTerm, suggest_terms
from argmap.matching.weights import Weights
from argmap.matching.word_difference import marked, word_difference
from argmap.matching.worded import Worded, score, worded
from argmap.matching.wordings import Wordings

__all__ = [
    "AT_LEAST",
    "FACETS",
    "Cluster",
    "Concordance",
    "Duplicates",
    "Hits",
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
    "marked",
    "may_be_one",
    "read_query",
    "score",
    "search",
    "search_nearly",
    "similar",
    "suggest_terms",
    "terms_of",
    "where_said",
    "word_difference",
    "worded",
]
