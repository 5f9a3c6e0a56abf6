"""The summary of a GitHub job: a file that steps append Markdown to."""

from __future__ import annotations

from ifnlit.errors import UnreadableInput


def append(markdown: str, path: str) -> None:
    """Add Markdown to the file; raises `UnreadableInput` when it cannot be written."""
    try:
        with open(path, "a", encoding="utf-8") as file:  # noqa: PTH123  # pathlib is slow to import
            file.write(f"{markdown}\n")
    except OSError as error:
        raise UnreadableInput(
            f'the job summary "{path}" cannot be written: {error.strerror}',
            hint="unset GITHUB_STEP_SUMMARY, or choose another --format",
        ) from None
