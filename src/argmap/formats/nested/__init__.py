"""Nested claims: what outliners and mind maps have in common, read into a map and laid out from one."""

from argmap.formats.nested.laying_out import Entry, Layout, entries_in_order
from argmap.formats.nested.nodes import Node, Tree
from argmap.formats.nested.reading import read_tree

__all__ = ["Entry", "Layout", "Node", "Tree", "entries_in_order", "read_tree"]
