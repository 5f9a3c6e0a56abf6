"""Every setting, its value, and where it came from."""

from __future__ import annotations

from ifnlit.store.config import SETTINGS, settings
from ifnlit.store.library import PACKAGED, locate


def report(option: str) -> list[dict[str, object]]:
    """Rows of name, value, source and meaning; the library first. Raises `SettingFault`."""
    location = locate(option)
    rows: list[dict[str, object]] = [
        {
            "name": "library",
            "value": location.refs or PACKAGED,
            "source": location.source,
            "meaning": "the references that commands work on",
        }
    ]
    for name, setting in settings(location.settings).items():
        value = list(setting.value) if isinstance(setting.value, tuple) else setting.value
        rows.append(
            {
                "name": name,
                "value": value,
                "source": setting.source,
                "meaning": SETTINGS[name].meaning,
            }
        )
    return rows
