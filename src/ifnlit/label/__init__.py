"""Citation keys for new references."""
