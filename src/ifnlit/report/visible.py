"""Text from outside made harmless for a terminal."""

from __future__ import annotations

_UNSAFE: dict[int, str] = {}


def visible(text: str) -> str:
    """`text` with every control character but tab and line break shown as U+FFFD."""
    if text.isprintable():
        return text
    return text.translate(_UNSAFE or _filled())


def _filled() -> dict[int, str]:
    """The table, made when first needed.

    C0 and C1 controls start escape sequences
    (ECMA-48), bidi controls reorder what is shown (UAX 9).
    """
    tab, line_end = 0x09, 0x0A
    codes = [
        *(code for code in range(0x20) if code not in {tab, line_end}),
        *range(0x7F, 0xA0),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
    ]
    _UNSAFE.update(dict.fromkeys(codes, "\ufffd"))
    return _UNSAFE
