"""What `argdown json` prints of an Argdown file: the model of it, with or without a map."""

from argmap.formats.argdown_json.reading import read
from argmap.formats.argdown_json.recognising import recognises
from argmap.formats.argdown_json.writing import write

__all__ = ["read", "recognises", "write"]
