"""Files: libraries, locks, settings."""
