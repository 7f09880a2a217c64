"""Finding claims: by a query now, by likeness to come."""

from argmap.matching.query import FACETS, Query, read_query
from argmap.matching.search import search

__all__ = ["FACETS", "Query", "read_query", "search"]
