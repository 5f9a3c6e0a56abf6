r"""Text as LaTeX: what a .bib value must escape, and which words keep their capitals.

MAPPING 6: text is UTF-8 and only `% & _ # $ { } \ ~ ^` are escaped. MAPPING, rule 7: every word
with a capital is braced whole, since styles re-case titles. pandoc 3.9 also raises the first letter
of a title and of what follows `: ? ! .`; a small letter there is braced for it.

Inside this module a character below U+0020 stands for a piece of LaTeX that must not be escaped
again; such characters in the text itself become blanks first.
"""

from __future__ import annotations

import re

TILDE = r"\textasciitilde{}"

_ESCAPES = {
    "%": r"\%",
    "&": r"\&",
    "_": r"\_",
    "#": r"\#",
    "$": r"\$",
    "\\": r"\textbackslash{}",
    "~": TILDE,
    "^": r"\^{}",
    "-": "-{}",  # before another one, where it would be a dash
    "`": "`{}",
    "'": "'{}",
}
# A hyphen or a quotation mark before another one would be a dash or another mark.
_SPECIAL = re.compile(r"[%&_#$\\~^]|-(?=-)|`(?=`)|'(?=')")
# Marks, and the LaTeX each of them stands for.
_OPEN, _CLOSE, _LONE_OPEN, _LONE_CLOSE = "\x01", "\x02", "\x03", "\x04"
_GROUP, _END, _END_MATH = "\x05", "\x06", "\x07"
_COMMANDS = {"i": "\x0e", "b": "\x0f", "sc": "\x10", "sub": "\x11", "sup": "\x12"}
_OPENING = frozenset({_GROUP, *_COMMANDS.values()})
_CLOSING = frozenset({_END, _END_MATH})
_MARKS = str.maketrans(
    {
        _OPEN: r"\{",
        _CLOSE: r"\}",
        _LONE_OPEN: r"\textbraceleft{}",
        _LONE_CLOSE: r"\textbraceright{}",
        _GROUP: "{",
        _END: "}",
        _END_MATH: "}$",
        "\x0e": r"\textit{",
        "\x0f": r"\textbf{",
        "\x10": r"\textsc{",
        "\x11": "$_{",
        "\x12": "$^{",
    }
)
_BLANKS = dict.fromkeys([*range(0x20), 0x7F], " ")  # control characters
_TAG = r"<(/?)(i|b|sc|sub|sup|span)((?<=span)\s[^<>]*)?>"
_SMALL_TAG = r"<(sub|sup)>([^<>]*)</\1>"
_PIECE = r"[^\x05-\x07\x0e-\x12]+"
_WORD = re.compile(r"\S+")
# What stands between tags is one word: Zotero reads `\textit{{A b}}`, but no `\textit{{A} b}`.
_TAGGED_WORD = r"(?:[\x0e-\x10][^\x06]*\x06|\S)+"
_LEAD = "([\"'“‘„«¿¡" + "".join(_OPENING)
_CLOSERS = ")]\"'”’»" + "".join(_CLOSING)
_TAIL = _CLOSERS + ".,;:?!"
_SENTENCE_ENDS = frozenset(":?!.")

# What Unicode has as small figures: MAPPING 6 prefers them to commands.
_SMALL = {
    "sub": dict(zip("0123456789+-=()aeoxhklmnpst", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ", strict=True)),
    "sup": dict(zip("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ", strict=True)),
}


def escaped(text: str, *, tilde: str = TILDE) -> str:
    """A value for a .bib field; `tilde` is how its reader wants `~` written."""
    return _written(_marked(text), tilde)


def title(text: str, *, tilde: str = TILDE) -> str:
    """A title: escaped, with braces round each word whose first or other capitals styles touch."""
    out: list[str] = []
    at, starts = 0, True
    marked = _marked(text)
    words = re.finditer(_TAGGED_WORD, marked) if _END in marked else _WORD.finditer(marked)
    for found in words:
        word = found[0]
        if starts or not word.islower():  # most words are; nothing to look at more closely
            out += (marked[at : found.start()], _protected(word, starts=starts))
            at = found.end()
        starts = not word[-1].isalnum() and word.rstrip(_CLOSERS)[-1:] in _SENTENCE_ENDS
    out.append(marked[at:])
    return _written("".join(out), tilde)


def raw(text: str) -> str:
    """An identifier as it is, but for braces, which it may not have."""
    return text.translate(_BLANKS).strip().replace("{", "%7B").replace("}", "%7D")


def address(text: str) -> str:
    """An address as it is, but for braces and blanks, which it may not have."""
    return raw(text).replace(" ", "%20")


def is_balanced(text: str) -> bool:
    r"""Whether braces pair up, for readers that count `\{` as one and for those that do not."""
    return _pairs(text) and _pairs(re.sub(r"\\[{}]", "", text))


def _pairs(text: str) -> bool:
    depth = 0
    for found in re.finditer(r"[{}]", text):
        depth += 1 if found[0] == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def _marked(text: str) -> str:
    """The text with marks for braces and tags, still unescaped otherwise."""
    if not text.isprintable():
        text = text.translate(_BLANKS)
    if "{" in text or "}" in text:
        text = _braces(text)
    return _tags(text) if "<" in text else text


def _braces(text: str) -> str:
    r"""Braces marked in pairs or as lone ones: a lone `\}` breaks biber and BibTeX."""
    out = list(text)
    opened: list[int] = []
    for found in re.finditer(r"[{}]", text):
        at = found.start()
        if found[0] == "{":
            opened.append(at)
        elif opened:
            out[opened.pop()], out[at] = _OPEN, _CLOSE
        else:
            out[at] = _LONE_CLOSE
    for at in opened:
        out[at] = _LONE_OPEN
    return "".join(out)


def _tags(text: str) -> str:
    """CSL's tags as commands, but for those that have no partner."""
    text = re.sub(_SMALL_TAG, _small, text)
    out: list[str] = []
    opened: list[tuple[int, str, str]] = []  # where in `out`, the tag, the mark that ends it
    at = 0
    for found in re.finditer(_TAG, text):
        out.append(text[at : found.start()])
        at = found.end()
        closing, tag, attributes = found.groups()
        if not closing:
            opened.append((len(out), tag, attributes or ""))
        elif opened and opened[-1][1] == tag:
            where, _, said = opened.pop()
            out[where], end = _command(tag, said)
            out.append(end)
            continue
        out.append(found[0])
    out.append(text[at:])
    return "".join(out)


def _command(tag: str, attributes: str) -> tuple[str, str]:
    if tag == "span":
        tag = "sc" if "small-caps" in attributes else ""
    return _COMMANDS.get(tag, _GROUP), _END_MATH if tag in _SMALL else _END


def _small(found: re.Match[str]) -> str:
    figures = _SMALL[found[1]]
    small = [figures.get(c) for c in found[2]]
    return "".join(c for c in small if c) if all(small) and small else found[0]


def _protected(word: str, *, starts: bool) -> str:
    begin = len(word) - len(word.lstrip(_LEAD))
    end = max(begin, len(word.rstrip(_TAIL)))
    core = word[begin:end]
    while word[end : end + 1] in {")", "]", _END, _END_MATH} and _opens(core, word[end]):
        end += 1  # what opens inside the word closes inside it: "IFN(α)", "H$_{2}$"
        core = word[begin:end]
    if not core or not (_has_capital(core) or (starts and core[0].islower())):
        return word
    if _depth(core):
        core = re.sub(
            _PIECE,
            lambda piece: f"{_GROUP}{piece[0]}{_END}" if _has_capital(piece[0]) else piece[0],
            core,
        )
        return word[:begin] + core + word[end:]
    return f"{word[:begin]}{_GROUP}{core}{_END}{word[end:]}"


def _opens(core: str, closer: str) -> bool:
    if closer in _CLOSING:
        return _depth(core) > 0
    opener = "(" if closer == ")" else "["
    return core.count(opener) > core.count(closer)


def _depth(text: str) -> int:
    """How many marks are open at the end of a text."""
    if text.isprintable():  # no mark at all
        return 0
    return sum((c in _OPENING) - (c in _CLOSING) for c in text)


def _has_capital(text: str) -> bool:
    return text != text.lower()


def _written(marked: str, tilde: str) -> str:
    if _SPECIAL.search(marked):
        marked = _SPECIAL.sub(lambda found: _ESCAPES[found[0]], marked)
        if tilde != TILDE:
            marked = marked.replace(TILDE, tilde)
    # Round words of titles, and most often no other mark: translating takes five times as long.
    written = marked.replace(_GROUP, "{").replace(_END, "}")
    return written if written.isprintable() else written.translate(_MARKS)
