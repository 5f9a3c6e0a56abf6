"""Rules on references: what is wrong with a string, a record, a list."""
