"""SADFace, the argument description format of MonkeyPuzzle: all of its generations are read, 0.2 is written."""
