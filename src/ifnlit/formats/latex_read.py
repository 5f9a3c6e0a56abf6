r"""LaTeX as text: accents, symbols, dashes and math to Unicode, case braces dropped.

MAPPING 6, "Import". `\textit{x}` and its like become CSL's tags (`<i>x</i>`), sub- and superscripts
too. A command that nobody knows stays as it is written, so that nothing is lost silently. Symbols
come from pylatexenc's table; this module alone knows that library.

The reader walks over tokens once and never calls itself, so that neither a deep nest of braces nor
a field of 50 MB is a danger.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, cast
from unicodedata import normalize

if TYPE_CHECKING:
    from collections.abc import Callable

_TOKEN = re.compile(
    r"\\([A-Za-z]+)\s*|\\([^A-Za-z])|([{}])|(\$\$?)|([~^_])|(-{2,3}|``|'')", re.DOTALL
)
_DASHES = {"---": "—", "--": "–", "``": "“", "''": "”", "~": " "}
# What a backslash makes text of, and the characters that stand for it meanwhile.
_ESCAPED = {
    r"\{": "\x01",
    r"\}": "\x02",
    r"\$": "\x03",
    r"\&": "&",
    r"\%": "%",
    r"\_": "_",
    r"\#": "#",
}
_UNESCAPED = {1: "{", 2: "}", 3: "$"}
_COMBINING = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "d": "\u0323",
    "c": "\u0327",
    "k": "\u0328",
    "b": "\u0331",
    "t": "\u0361",
}
# Commands with an argument, by the tag that CSL has for them.
_TAGS = {
    **dict.fromkeys("textit emph textsl mathit".split(), "i"),
    **dict.fromkeys("textbf mathbf".split(), "b"),
    "textsc": "sc",
    "textsuperscript": "sup",
    "textsubscript": "sub",
}
# Commands that change the font up to the end of their group.
_FONTS = {
    **dict.fromkeys("it itshape em sl slshape".split(), "i"),
    **dict.fromkeys("bf bfseries".split(), "b"),
    **dict.fromkeys("sc scshape".split(), "sc"),
}
_OPENING = {"sc": '<span style="font-variant:small-caps;">'}
_CLOSING = {"sc": "</span>"}
# Commands whose argument stands for itself, or that say nothing about the text.
_SILENT = frozenset(
    """text texttt textrm textsf textup textmd textnormal textlatin textcyrillic mbox hbox url path
    nolinkurl uline underline mathrm mathsf mathtt mathnormal ensuremath NoCaseChange nocase relax
    MakeUppercase MakeLowercase MakeSentenceCase bibstring rm tt sf normalfont upshape mdseries
    displaystyle textstyle protect leavevmode selectfont small footnotesize left right
    singleletter operatorname cal mathcal mathbb mathfrak mathscr boldsymbol bm""".split()
)
# Commands whose first argument is for no reader's eyes.
_DROPPED = frozenset(
    "noopsort SortNoop phantom vphantom hphantom label href textcolor hspace vspace".split()
)
_BLANK = frozenset(
    "quad qquad enspace thinspace space newline linebreak par break nobreakspace".split()
)
# What pylatexenc has no text for.
_SYMBOLS = {
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textbraceleft": "{",
    "textbraceright": "}",
    "lbrace": "{",
    "rbrace": "}",
    "textunderscore": "_",
    "textdollar": "$",
    "S": "§",
    "P": "¶",
    "copyright": "©",
    "pounds": "£",
    "euro": "€",
    "degree": "°",
    "glqq": "„",
    "grqq": "“",
    "flqq": "«",
    "frqq": "»",
    "LaTeX": "LaTeX",
    "TeX": "TeX",
    "BibTeX": "BibTeX",
    "sim": "~",
    "prime": "′",
    "textasciicircum": "^",
    "backslash": "\\",
    "slash": "/",
    "textmu": "μ",
    "textquotesingle": "'",
    "textasciigrave": "`",
}
_CONTROL = {
    **dict.fromkeys(" ,;:\\\n\t", " "),
    **dict.fromkeys("!-/@", ""),
}
_MATH_ENDS = {"(": True, ")": False, "[": True, "]": False}
_BLANKS = re.compile(r" {2,}")
# Raised by their form already.
_RAISED = re.compile(r"<sup>([∘◦′°])</sup>")


@dataclass(slots=True)
class _Group:
    """An open brace: where its content starts, what waits for it, how its fonts end."""

    start: int
    waiting: Callable[[str], str] | None
    endings: list[str] = field(default_factory=list[str])


class _Text:
    """The text so far, the open groups, and what waits for the next character or group."""

    def __init__(self, latex: str, *, rich: bool) -> None:
        self.latex = latex
        self.rich = rich
        self.out: list[str] = []
        self.groups = [_Group(0, None)]
        self.waiting: Callable[[str], str] | None = None
        self.math = False
        self.dollars = latex.count("$") - latex.count(r"\$")

    def read(self) -> str:
        """All of it."""
        at = 0
        for found in _TOKEN.finditer(self.latex):
            if found.start() > at:
                self.put(self.latex[at : found.start()])
            at = found.end()
            word, control, brace, dollar, special, other = found.groups()
            if word:
                self.command(word, found[0], takes=self.latex[at : at + 1] == "{")
            elif control:
                self.control(control)
            elif brace:
                self.brace(brace)
            elif dollar:
                self.dollar(dollar)
            elif special:
                self.special(special)
            else:
                self.put(other if self.math else _DASHES[other])
        self.put(self.latex[at:])
        self.out.extend(reversed(self.groups[0].endings))
        return "".join(self.out)

    def put(self, text: str) -> None:
        """Add text; its first character is the argument of what waits for one."""
        if self.waiting is None or not text:
            self.out.append(text)
            return
        bare = text.lstrip(" ")  # TeX skips blanks before an argument
        if bare:
            waiting, self.waiting = self.waiting, None
            self.out.extend((waiting(bare[0]), bare[1:]))

    def command(self, word: str, written: str, *, takes: bool) -> None:
        """A control word; `takes` says that a group follows it."""
        if word in _COMBINING:
            self.waiting = _accented(_COMBINING[word])
        elif word in _TAGS:
            self.waiting = self.tagged(_TAGS[word])
        elif word in _FONTS:
            if self.rich:
                self.out.append(_opening(_FONTS[word]))
                self.groups[-1].endings.append(_closing(_FONTS[word]))
        elif word in _DROPPED:
            self.waiting = _dropped
        elif word in _BLANK:
            self.out.append(" ")
        elif word not in _SILENT:
            symbol = _symbol(word)
            if symbol or not takes:
                self.put(symbol or written)
            else:
                self.waiting = lambda content: f"\\{word}{{{content}}}"

    def control(self, character: str) -> None:
        """A backslash and one character."""
        if character in _COMBINING:
            self.waiting = _accented(_COMBINING[character])
        elif character in _MATH_ENDS:
            self.math = _MATH_ENDS[character]
        else:
            self.put(_CONTROL.get(character, character))

    def brace(self, brace: str) -> None:
        """An open group, or the end of one; a brace without its partner is dropped."""
        if brace == "{":
            self.groups.append(_Group(len(self.out), self.waiting))
            self.waiting = None
        elif len(self.groups) > 1:
            group = self.groups.pop()
            self.out.extend(reversed(group.endings))
            self.waiting = None
            if group.waiting is not None:
                content = "".join(self.out[group.start :])
                self.out[group.start :] = [group.waiting(content)]

    def dollar(self, dollar: str) -> None:
        """The begin or end of math; a lone one is money."""
        if self.math or self.dollars >= 2 * len(dollar):
            self.math = not self.math
            self.waiting = None
        else:
            self.put(dollar)
        self.dollars -= len(dollar)

    def special(self, character: str) -> None:
        """`~` is a blank; `^` and `_` raise and lower in math only."""
        if character == "~":
            self.out.append(" ")
        elif self.math:
            self.waiting = self.tagged("sup" if character == "^" else "sub")
        else:
            self.put(character)

    def tagged(self, tag: str) -> Callable[[str], str]:
        """What puts a tag round its argument."""
        if not self.rich:
            return str
        return lambda content: f"{_opening(tag)}{content}{_closing(tag)}"


def text_of(latex: str, *, rich: bool = True) -> str:
    """The text that LaTeX stands for, blanks run together; `rich` keeps fonts as CSL's tags."""
    latex = " ".join(latex.split())
    if is_plain(latex):
        return latex
    text = _without_commands(latex)
    if text is None:
        text = _Text(latex, rich=rich).read()
        if "<sup>" in text:
            text = _RAISED.sub(lambda found: "′" if found[1] == "′" else "°", text)
        text = normalize("NFC", text)
    if "&amp;" in text:
        text = text.replace("&amp;", "&")
    return _BLANKS.sub(" ", text).strip() if "  " in text else text.strip()


def is_plain(latex: str) -> bool:
    """Whether LaTeX stands for itself."""
    return not (
        "{" in latex
        or "\\" in latex
        or "}" in latex
        or "$" in latex
        or "~" in latex
        or "--" in latex
        or "&amp;" in latex
        or "''" in latex
        or "``" in latex
    )


def _without_commands(latex: str) -> str | None:
    """Text of LaTeX without any command, in few steps: most of it is so. `None` for other LaTeX."""
    if "\\" in latex:
        for sign, mark in _ESCAPED.items():
            latex = latex.replace(sign, mark)
        if "\\" in latex:
            return None
    if "$" in latex:
        return None
    for run, sign in _DASHES.items():
        latex = latex.replace(run, sign)
    return latex.replace("{", "").replace("}", "").translate(_UNESCAPED)


def address_of(latex: str) -> str:
    """An address: escapes and blanks undone, nothing else read into it."""
    return "".join(identifier_of(latex).split())


def identifier_of(latex: str) -> str:
    """An identifier: escapes and broken lines undone; a blank in it is a fault, and stays."""
    latex = _BROKEN_LINE.sub("", latex.strip())
    if "\\" not in latex and "{" not in latex and "$" not in latex:
        return latex
    bare = re.sub(r"\\(?:url|path|nolinkurl)\s*", "", latex)
    bare = re.sub(r"\\textasciitilde\s*|\$\\sim\$|\\~|\\sim(?![a-z])", "~", bare)
    bare = re.sub(r"(?<!\\)[{}]", "", bare)
    return re.sub(r"\\([_%&#${}^])", r"\1", bare)


_BROKEN_LINE = re.compile(r"[ \t]*[\r\n]\s*")


def _accented(mark: str) -> Callable[[str], str]:
    def accent(content: str) -> str:
        base = {"ı": "i", "ȷ": "j"}.get(content[:1], content[:1])
        if not base.strip():  # `\~{}` is how a lone mark is written
            return _ALONE.get(mark, "") + content
        return normalize("NFC", base + mark) + content[1:]

    return accent


_ALONE = {"\u0303": "~", "\u0302": "^", "\u0300": "`", "\u0301": "'", "\u0308": '"'}


def _dropped(content: str) -> str:
    del content
    return ""


def _opening(tag: str) -> str:
    return _OPENING.get(tag) or f"<{tag}>"


def _closing(tag: str) -> str:
    return _CLOSING.get(tag) or f"</{tag}>"


@cache
def _symbol(word: str) -> str:
    """The text of a symbol's name; "" when there is none."""
    known = _SYMBOLS.get(word)
    if known is not None:
        return known
    from pylatexenc.latex2text import get_default_latex_context_db

    # pylatexenc has no types: a spec has the text as `simplify_repl`, or a function that makes it.
    known_commands = cast("Any", get_default_latex_context_db())
    text: object = getattr(known_commands.get_macro_spec(word), "simplify_repl", None)
    if isinstance(text, str) and text and "%" not in text:
        return text
    return _symbol(word.removeprefix("text")) if word.startswith("text") else ""  # \textalpha
