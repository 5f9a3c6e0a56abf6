"""Which format a text is in, by what stands in it; its file's ending only settles a doubt."""

from __future__ import annotations

_SURE = 0.3  # less is no ground to read a text as that format
_ENDING = 0.25  # what the right ending adds


def sniff(head: str, ending: str = "") -> str | None:
    """The name of the format that `head` (a text's first 4,096 characters) is in, or `None`.

    `ending` is the file's, like ".ris"; it decides between likely formats, and alone where the
    text says nothing, so that a damaged file is still told what is wrong with it.
    """
    from ifnlit.formats import FORMATS

    text = head.removeprefix("\ufeff")
    best, name, named = 0.0, None, None
    for candidate in FORMATS:
        one = FORMATS.load(candidate)
        if one.sniff is None:
            continue
        score = one.sniff(text)
        if ending.lower() in one.endings:
            named = named or candidate
            score += _ENDING if score else 0.0
        if score > best:
            best, name = score, candidate
    return name if best >= _SURE else named
