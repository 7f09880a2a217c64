"""Publishing: how an argument is written for paper and browsers, one module a format."""
