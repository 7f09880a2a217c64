"""Loads a graph with a program of others and dumps it again: run by a Python that has that program, never imported.

Usage: ``peer.py arguebuf|sadface FILE [OUT]``. Prints counts as JSON.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path


def main(program: str, path: str, out: str = "") -> None:
    """Load *path* with *program*; dump it to *out*."""
    if program == "arguebuf":
        import arguebuf  # type: ignore[import-not-found]  # only there where this is run

        graph = arguebuf.load.file(Path(path))
        if out:
            arguebuf.dump.file(graph, Path(out))
    else:
        from arguebuf.load._load_sadface import load_sadface  # type: ignore[import-not-found]  # as above
        from sadface import validation  # type: ignore[import-not-found]  # as above

        document = json.loads(Path(path).read_text(encoding="utf-8"))
        graph = load_sadface(document)
        sys.stdout.write(json.dumps(sorted(set(validation.verify(document)[1]))) + "\n")
    kinds = [str(node.scheme) for node in graph.scheme_nodes.values()]
    counts = {kind: kinds.count(kind) for kind in sorted(set(kinds))}
    counted = {"atoms": len(graph.atom_nodes), "edges": len(graph.edges), "schemes": counts}
    sys.stdout.write(json.dumps(counted) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
