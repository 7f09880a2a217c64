"""The YAML of Carneades 4: statements, arguments, issues and what is assumed."""
