"""MindMup: mind maps in JSON, whose groups of supporting and opposing ideas are arguments."""
