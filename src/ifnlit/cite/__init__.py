"""Formatted reference lists, by an existing CSL engine: pandoc where it is, else citeproc-py."""
