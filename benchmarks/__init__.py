"""Benchmarks: how fast argmap is, as ratios against plain ways to do the same."""
