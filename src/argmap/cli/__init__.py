"""The argmap command: parse, call, print. It has no rule of its own."""
