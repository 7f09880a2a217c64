"""The schema of Word files (ISO 29500, ``wml.xsd``), where ``ARGMAP_OOXML_XSD`` names the folder it lies in."""

from __future__ import annotations

import os
import tempfile
from functools import cache
from pathlib import Path

from lxml import etree

from tests.publishing.conftest import members

VARIABLE = "ARGMAP_OOXML_XSD"
_XML = """<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
<xsd:attribute name="space" type="xsd:NCName"/><xsd:attribute name="lang" type="xsd:language"/></xsd:schema>"""
_IMPORT = '<xsd:import namespace="http://www.w3.org/XML/1998/namespace"'
_IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
_PARTS = ("word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footer1.xml")


def word_faults(content: bytes) -> list[str]:
    """What the schema finds wrong with a DOCX file; needs `VARIABLE`."""
    schema = _schema(Path(os.environ[VARIABLE]))
    found: list[str] = []
    for name, part in members(content).items():
        if name not in _PARTS:
            continue
        root = etree.fromstring(part)
        root.attrib.pop(_IGNORABLE, None)  # readers take it away before they read; the schema knows nothing of it
        if not schema.validate(root):
            found += [f"{name}: {error.message}" for error in schema.error_log]
    return found


@cache
def _schema(folder: Path) -> etree.XMLSchema:
    """Read the schema; the published files say nowhere what ``xml:space`` is, so that is added."""
    with tempfile.TemporaryDirectory() as name:
        here = Path(name)
        for file in folder.glob("*.xsd"):
            text = file.read_text(encoding="utf-8").replace(_IMPORT, f'{_IMPORT} schemaLocation="xml.xsd"')
            (here / file.name).write_text(text, encoding="utf-8")
        (here / "xml.xsd").write_text(_XML, encoding="utf-8")
        return etree.XMLSchema(etree.parse(here / "wml.xsd"))
