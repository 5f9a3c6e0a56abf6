"""Formatted reference lists, by an existing CSL engine."""
