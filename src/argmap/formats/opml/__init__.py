"""OPML 2.0: the format in which outliners pass outlines on to one another."""
