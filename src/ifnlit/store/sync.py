"""What was sent to Zotero for each reference, and under which key: `zotero.lock.json`.

One part a library of Zotero ("web:users/1", "web:groups/5", "desktop:" and the id of its database,
"desktop" alone where it does not tell one). It is what a second push and a pull compare with; where
our library may not be written to, it is kept in the user's cache.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any, cast

from ifnlit.errors import UnreadableInput
from ifnlit.model.finding import Place
from ifnlit.push.plan import Sent
from ifnlit.store.beside import files, put
from ifnlit.store.text import read_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ifnlit.store.beside import Files

VERSION = 1


def sync_files(library: str, cache: str = "") -> Files:
    """Where the state of a library is: beside it, and in the cache.

    It is named after a library that is not the `refs.yaml` of its folder: two may give one
    citation key to two works.
    """
    folder, name = os.path.split(library)
    own = "" if name == "refs.yaml" else f"{name}."
    path = os.path.join(folder, f"{own}zotero.json") if library else ""
    return files(path, cache, "packaged-zotero")


def read(found: Files) -> dict[str, dict[str, Sent]]:
    """What was sent, by target and key; raises `UnreadableInput` for a broken file."""
    path = next((one for one in (found.cached, found.beside) if one and os.path.isfile(one)), "")
    if not path:
        return {}
    try:
        data: Any = json.loads(read_text(path))
        if data["version"] != VERSION:
            raise UnreadableInput(
                f"version {data['version']} of this file is not known",
                place=Place(path, 1),
                hint="use the ifnlit that wrote it",
            )
        return {
            target: {ref: _sent(it) for ref, it in sent.items()}
            for target, sent in data["targets"].items()
        }
    except (ValueError, KeyError, TypeError, AttributeError):
        raise UnreadableInput(
            "this is not what ifnlit writes",
            place=Place(path, 1),
            hint="mend it from the version history, or delete it: what is in Zotero is then found",
        ) from None


def _sent(told: dict[str, Any]) -> Sent:
    key, item, version = told["key"], told["item"], told["version"]
    if not (isinstance(key, str) and isinstance(item, dict) and isinstance(version, int)):
        raise TypeError
    return Sent(key, cast("dict[str, Any]", item), version)


def write(found: Files, targets: Mapping[str, Mapping[str, Sent]]) -> None:
    """Keep what was sent, beside the library or else in the cache."""
    told = {
        "targets": {
            target: {
                ref: {"item": it.item, "key": it.key, "version": it.version}
                for ref, it in sent.items()
            }
            for target, sent in targets.items()
        },
        "version": VERSION,
    }
    data = (json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
    put(found, data)
