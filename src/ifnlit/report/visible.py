"""Text from outside made harmless for a terminal."""

from __future__ import annotations

from functools import cache


def visible(text: str) -> str:
    """`text` with every control character but tab and line break shown as U+FFFD."""
    if text.isprintable():
        return text
    # Translating takes long, and of a long text only its line breaks need it not.
    lines = text.split("\n")
    return "\n".join([line if line.isprintable() else line.translate(_unsafe()) for line in lines])


@cache
def _unsafe() -> dict[int, str]:
    """C0 and C1 controls start escape sequences (ECMA-48), bidi controls reorder text (UAX 9)."""
    tab, line_end = 0x09, 0x0A
    codes = [
        *(code for code in range(0x20) if code not in {tab, line_end}),
        *range(0x7F, 0xA0),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
    ]
    return dict.fromkeys(codes, "\ufffd")
