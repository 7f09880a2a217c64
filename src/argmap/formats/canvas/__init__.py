"""JSON Canvas: text nodes are claims, and arrows that say so inferences (https://jsoncanvas.org/spec/1.0)."""
