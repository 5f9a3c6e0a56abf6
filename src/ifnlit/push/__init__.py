"""Zotero push and pull: a machine that yields requests and is sent answers."""
