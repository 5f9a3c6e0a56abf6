"""Secrets: from the environment or the system's keyring, never from a file or an option."""

from __future__ import annotations

import os

from ifnlit.errors import UsageFault

_KEY_VARIABLES = ("IFNLIT_ZOTERO_KEY", "ZOTERO_API_KEY")


def zotero_key() -> str:
    """The key of the web API, from the environment or the keyring; raises `UsageFault`."""
    for name in _KEY_VARIABLES:
        if os.environ.get(name):
            return os.environ[name]
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        found = None
    else:
        try:
            found = keyring.get_password("ifnlit", "zotero")
        except KeyringError:
            found = None
    if not found:
        raise UsageFault(
            "no key for the web library of Zotero",
            hint=f"set {_KEY_VARIABLES[0]}, or keep it: keyring set ifnlit zotero",
        )
    return found
