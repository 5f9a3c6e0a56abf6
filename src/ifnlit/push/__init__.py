"""Zotero: what to send and what to make of the answers; nothing here opens a socket."""
