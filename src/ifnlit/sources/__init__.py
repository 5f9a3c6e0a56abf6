"""Registries and indexes that are asked about references."""
