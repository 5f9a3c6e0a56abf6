"""Printed references as typed records, with the place and the certainty of every field."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ifnlit.model.parsed import ParsedList
    from ifnlit.parse.span import Tagger


def parse(
    text: str, *, lines: bool = False, independent: bool = False, tagger: Tagger | None = None
) -> ParsedList:
    """The references of a text, in order; never raises.

    `lines`: each line is one reference, even an empty one. `independent`: each is judged by
    itself and not by the convention of its list. `tagger`: a trained labeller that is asked too.
    """
    # Here and not above: rules use the lexicon and the repairs without the parser.
    from ifnlit.model.parsed import ParsedList
    from ifnlit.parse.document import regions
    from ifnlit.parse.split import line_items
    from ifnlit.parse.stream import Stream

    lists = [line_items(text)] if lines else [region.pieces() for region in regions(text)]
    stream = Stream(lists, independent=independent, tagger=tagger, numbered=not lines)
    items = tuple(stream)
    return ParsedList(items, tuple(stream.findings), stream.family_first)
