"""The JSON of arguebuf, as its Python library and ArgueMapper save it."""
