"""How alike two references are, and whether they are the same work."""
