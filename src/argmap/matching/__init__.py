"""Finding claims: by a query, by a query with slips in its words, and by likeness to a text."""

from argmap.matching.query import FACETS, Query, read_query
from argmap.matching.search import search, search_nearly
from argmap.matching.similar import Similar, similar
from argmap.matching.wordings import Wordings

__all__ = ["FACETS", "Query", "Similar", "Wordings", "read_query", "search", "search_nearly", "similar"]
