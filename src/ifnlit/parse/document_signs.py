"""How a stretch of text looks: like a reference, like the start or end of one, like prose.

Cheap signs, counted: they tell a list from the paper around it and a wrapped line from a new
reference. What a reference holds is not judged here. Only the first 1,500 characters are looked at.
"""

from __future__ import annotations

import re

_UPPER = r"[^\W\d_a-zß-ÿ]"
_NAME = rf"{_UPPER}[\w'’-]{{1,30}}"
_BODIES = (
    r"[Pp]ress|[Vv]erlag|[Uu]niversit|[Pp]roceedings|[Jj]ournal|[Jj]\. |[Tt]hesis|[Dd]issertation|"
    r"[Rr]eport|[Rr]eview|[Ee]dition|éd\.|出版社|大学|学报|杂志"
)
_LOCATORS = (
    r"\d ?\(\d+[^()]{0,12}\)",
    r"\b(?:[Vv]ol|[Nn]o|[Bb]d|[Nn]r|pp?|S)\. ?\d",
    r"\d ?[-–] ?\d+",
    r"\d[:：] ?[eE]?\d",
    r"第 ?\d+ ?[卷期]",
)
_SIGNS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|\b(?:in press|n\. ?d\.|forthcoming|o\. ?J\.|s\. ?a\.)",
        rf"{_NAME},? (?:{_UPPER}\.?[ -]?){{1,4}}(?:[,.;:&(]|$| and\b)|\b{_UPPER}\. ?{_NAME}",
        "|".join(_LOCATORS),
        r"\b10\.\d{4,9}/|(?i:\bdoi\b|pmid|arxiv|isbn|issn|https?://|\bwww\.)",
        r"[\[［【](?:[A-Z]|[A-Z]{2})(?:/[A-Z]{2})?[\]］】]",
        rf"\bet al\b|\bu\. ?a\.|\b[Ee]ds?\.|\bHrsg\b|\b[Ii]n: |等[.．,，]|\b(?:{_BODIES})",
        r"[\"“„«‘][^\"”“»’]{15,300}[\"”“»’,.]|《[^》]{2,}》",
        r"^[^\W\d_][^.:;()]{2,80} \((?:1[5-9]|20)\d\d[a-z]?\)[.:] ?\S+ \S",
    )
)
_DATE, _NAMES_SEEN, _PLACE, _IDENTIFIER = 0, 1, 2, 3  # positions in _SIGNS
_LOOKED = 1500  # characters; a reference shows its signs within them
_NEEDED = 2  # signs; a title page has one (its date, its DOI), a reference two at least
# Words of sentences: pronouns, auxiliaries, particles that titles of works seldom hold. What they
# begin with goes first: most words of a reference have another capital, and need no look at each.
_SENTENCE = re.compile(
    r"\b(?=[a-zHISTW])(?:[Ww]e|our|us|[Tt]hey|their|[Ii]t|its|[Tt]his|[Tt]hese|[Hh]e|[Ss]he|his|her|that|those|which|who|is|was|were|are|be|been|has|"
    r"have|had|can|could|may|might|will|would|should|not|also|however|thus|therefore|because|when|"
    r"there|here|such|than|then|but|if|shows?|showed|found|suggests?|die|das|ist|sind|wird|wurde|"
    r"werden|nicht|dass|auch|nous|est|sont|que|qui|ont|pas|cette|se|son|fue|fueron|han|este|esta|"
    r"com|não|foi|são)\b|本文|本研究|我们|认为|表明|综上|因此|以来|[是了被也]"
)
_HAN = re.compile(r"[\u3400-\u9fff]")
_PROSE_SHARE = 0.055  # of the words; titles and names stay below, abstracts are at 0.08 to 0.15
_NAMED_SHARE = 0.12  # what begins with a name in the form of a list is no sentence so easily
_PROSE_WORDS = 12  # fewer words say nothing about a share
_LONG_PROSE = 60  # words without two signs of a reference
_INITIALS = rf"{_UPPER}{{1,4}}(?=[ ,.;:&(-]|$)"
_PREFIX = r"(?:[A-Za-z'’]{1,4}[ '’]){0,2}"
_STARTS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_PREFIX}{_UPPER}[\w'’-]{{0,30}}(?:[ -]{_NAME}){{0,2}}(?:, ?| ){_INITIALS}",
        rf"{_UPPER}\.[ -]?(?:{_UPPER}\.[ -]?){{0,3}}(?:[a-z]{{1,4}} )?{_NAME}",
        rf"{_PREFIX}{_NAME}(?: {_NAME})?, {_NAME}",
        rf"{_NAME} {_NAME}(?: {_NAME})?(?:,| and | & | et al|\.)",
        r"[\u3400-\u9fff·]{2,5}[,，.．、;； ]|[\uac00-\ud7a3]{2,4}[,，.·(（]",
        r"[-–—_⸺⸻]{2,}[ .,]",
    )
)
# "Roe v. Wade", with which a decision of a court begins.
_PARTIES = re.compile(rf"{_UPPER}[\w.,&'’ -]{{1,60}}? vs?\.? (?:the )?{_UPPER}\w")
_OPENINGS = (*_STARTS, _PARTIES)
# Without the fourth: two capitalised words and a stop may be a publisher.
_NAMES = (*_STARTS[:3], *_STARTS[4:])
_JOURNAL = re.compile(
    rf"(?:{_UPPER}[\w.&’'-]{{0,30}},? (?:(?:of|and|the|in|for|für|de) )?){{1,9}}\d{{1,4}} ?[:(;,]"
)
_SAME = re.compile(
    r"(?:[-–—_⸺⸻]{2,8}|[—⸺⸻]|(?:Ders|Dies)\.)(?:,? \(?(?:eds?|Hg|Hrsg)\.\)?)?(?:[.,:]|,? \()"
)
_TAIL = re.compile(r"PMC?ID|[Dd][Oo][Ii]\b|https?:|www\.|\(?\d{4}[-)\d]")
_CONTINUES = re.compile(r"[a-zà-ÿ\d,.;:)\]/&%+=–-]")
PARTICLE = (
    r"(?:(?:van|von|de|del|della|di|da|dos|du|le|la|der|den|ten|ter|zu|zur|af|av|al|el|bin|ibn)"
    r"[ '’-]|[do]['’])"
)
_PARTICLE = re.compile(PARTICLE)
_ENDS = re.compile(r"[.。．!?\])}）】”\"’»\d/>]")
_ADDRESS = re.compile(r"(?:https?://|10\.\d{4,9}/|doi:)\S")
_REACH = 8  # characters: the longest of these words, and what stands before it
_HANGS = re.compile(
    r"[,;:&(\[（/–-]$|\b(?:and|of|the|in|for|und|der|die|des|et|de|la|y|e|a|with|on|from|to|"
    r"[Vv]ol|(?<!\d )pp?|[Nn]o)\.?$"  # "149 p." ends
)


def signs(text: str) -> int:
    """How many of eight independent signs of a reference a text shows."""
    head = text[:_LOOKED]
    return sum(pattern.search(head) is not None for pattern in _SIGNS)


def is_whole(text: str) -> bool:
    """Whether a text could be a reference from end to end: dated or identified, and more."""
    head = text[:_LOOKED]
    needed = next((at for at in (_DATE, _IDENTIFIER) if _SIGNS[at].search(head)), None)
    if needed is None:
        return False
    others = (pattern for at, pattern in enumerate(_SIGNS) if at != needed)
    return any(pattern.search(head) for pattern in others)


def is_complete(text: str) -> bool:
    """Whether a text surely is a whole reference: names, a date and a volume or pages, no prose."""
    head = text[:_LOOKED]
    needed = (_SIGNS[at] for at in (_DATE, _NAMES_SEEN, _PLACE))
    return all(pattern.search(head) for pattern in needed) and not is_sentences(text)


def is_reference_like(text: str) -> bool:
    """Whether a text could be a whole reference and does not read as prose."""
    return is_whole(text) and not is_sentences(text)


def is_noted(text: str) -> bool:
    """Whether a note could be a reference: it looks like one, or has a name and a date."""
    dated = _SIGNS[_DATE].search(text[:_LOOKED]) is not None
    return is_reference_like(text) or (dated and is_name(text) and not is_sentences(text))


def is_prose(text: str) -> bool:
    """Whether a text reads as running prose: sentences, or many words without signs."""
    words = text.count(" ", 0, _LOOKED) + 1
    return is_sentences(text) or (words >= _LONG_PROSE and signs(text) < _NEEDED)


def is_sentences(text: str) -> bool:
    """Whether words of sentences are as frequent as in prose."""
    head = text[:_LOOKED]
    words = head.count(" ") + len(_HAN.findall(head)) // 2 + 1  # two signs are a word, mostly
    if words < _PROSE_WORDS:
        return False
    share = _NAMED_SHARE if is_name(head) else _PROSE_SHARE
    return len(_SENTENCE.findall(head)) >= max(2, share * words)


def starts(text: str) -> int:
    """Whether a reference may begin so: 2 like a name, 1 perhaps, 0 hardly."""
    bare = text[:200].lstrip("\"“„«‘'([<*_ ")
    if not bare:
        return 0
    first = bare[0]
    capital = first.isupper() or (first.isalpha() and first.upper() == first.lower())
    if (capital or _PARTICLE.match(bare) or first in "-–—_⸺⸻") and any(
        pattern.match(bare) for pattern in _OPENINGS
    ):
        return 2
    return int(capital)


def is_name(text: str) -> bool:
    """Whether a text begins with a name as lists of authors do: with initials, or inverted."""
    bare = text[:200].lstrip("\"“„«‘'([<*_ ")
    return starts(text) > 1 and any(pattern.match(bare) for pattern in _NAMES)


def is_same(text: str) -> bool:
    """Whether a text begins with what stands for the names before: "———.", "Ders.:"."""
    return _SAME.match(text) is not None


def is_tail(text: str) -> bool:
    """Whether a text begins as the last part of a reference does: an address, a date."""
    return _TAIL.match(text) is not None


def is_journal(text: str) -> bool:
    """Whether a text begins with a journal and its volume: "Proc Natl Acad Sci U S A 104: 19"."""
    return _JOURNAL.match(text) is not None and _STARTS[1].match(text) is None


def continues(text: str) -> bool:
    """Whether a line can but go on: it begins with a small letter, a digit or a mark."""
    return _CONTINUES.match(text) is not None and not _PARTICLE.match(text)


def ends(text: str) -> bool:
    """Whether a reference may end so: a stop, a number, a bracket, an address."""
    bare = text[-200:].rstrip()
    if not bare or hangs(bare):
        return False
    return _ENDS.match(bare[-1]) is not None or _ADDRESS.search(bare.split()[-1]) is not None


def hangs(text: str) -> bool:
    """Whether a line breaks off: at a comma, a hyphen, a small word."""
    return _HANGS.search(text[-40:].rstrip()[-_REACH:]) is not None
