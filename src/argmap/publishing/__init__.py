"""Writing papers to files: text, Markdown, DOCX, PDF, HTML, tables, one module each."""

from argmap.publishing.formats import CSV, FORMATS, SHEETS, Published, format_of, publish, publish_flow

__all__ = ["CSV", "FORMATS", "SHEETS", "Published", "format_of", "publish", "publish_flow"]
