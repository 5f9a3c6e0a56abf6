"""Secrets: from the environment or the system's keyring, never from a file or an option."""

from __future__ import annotations

import os

from ifnlit.errors import UsageFault

_KEY_VARIABLES = ("IFNLIT_ZOTERO_KEY", "ZOTERO_API_KEY")


def zotero_key() -> str:
    """The key of the web API, from the environment or the keyring; raises `UsageFault`."""
    for name in _KEY_VARIABLES:
        found = os.environ.get(name, "").strip()
        if found:
            return _checked(found, f"${name}")
    return _checked(_kept(), "the keyring")


def _kept() -> str:
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return ""
    try:
        return (keyring.get_password("ifnlit", "zotero") or "").strip()
    except KeyringError:
        return ""


def _checked(found: str, where: str) -> str:
    """The key, if it is one; the message does not show it."""
    if not found:
        raise UsageFault(
            "no key for the web library of Zotero",
            hint=f"set {_KEY_VARIABLES[0]}, or keep it: keyring set ifnlit zotero",
        )
    if not all("!" <= letter <= "~" for letter in found):
        raise UsageFault(
            f"what {where} holds is no key of Zotero: it has blanks or strange letters",
            hint="copy it again from zotero.org/settings/keys",
        )
    return found
