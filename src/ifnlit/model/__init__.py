"""Frozen records with the names of CSL 1.0.2. Import the module you need: none is re-exported."""
