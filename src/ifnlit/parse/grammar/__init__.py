"""Grammars for whole reference strings, one citation style a file."""
