"""Kialo: the text files that its discussions are exported as, in the layout of 2018 and in that of 2025."""
