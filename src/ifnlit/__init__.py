"""ifnlit: a reference manager for a review's bibliography."""

__version__ = "0.1.0"
