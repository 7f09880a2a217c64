"""The program as people meet it: in a terminal of its own, by keys alone."""
