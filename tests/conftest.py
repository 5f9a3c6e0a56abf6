"""Fixtures for all tests; sockets are blocked but for 127.0.0.1 (see pyproject.toml)."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parent.parent
# The same examples each time, so that a run says the same everywhere; HYPOTHESIS_PROFILE=explore
# looks for new ones.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing of the person who runs the tests reaches them: settings, caches, colours, CI."""
    for name in list(os.environ):
        if name.startswith(("IFNLIT_", "GITHUB_", "GITLAB_")) or name in {"CI", "NO_COLOR"}:
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def shared() -> Path | None:
    """The folder of public data sets beside the repository, or None where it is not."""
    folder = ROOT.parent / "shared"
    return folder if folder.is_dir() else None
