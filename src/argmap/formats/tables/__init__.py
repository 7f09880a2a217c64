"""Tables of claims: a claim a row, in CSV as spreadsheets write it or in JSON Lines, with how it bears on another."""

from argmap.formats.tables.csv_text import recognises as recognises_csv
from argmap.formats.tables.jsonl_text import recognises as recognises_jsonl
from argmap.formats.tables.reading import read_csv, read_jsonl
from argmap.formats.tables.writing import write_csv, write_jsonl

__all__ = ["read_csv", "read_jsonl", "recognises_csv", "recognises_jsonl", "write_csv", "write_jsonl"]
