"""Writing papers to files: text, Markdown, DOCX, PDF and HTML, one module each."""

from argmap.publishing.formats import FORMATS, Published, format_of, publish

__all__ = ["FORMATS", "Published", "format_of", "publish"]
