"""Characters and LaTeX: what a .bib value must escape, and which words keep their capitals.

MAPPING 6: text is UTF-8; only `% & _ # $ { } \\ ~ ^` are escaped. Every word that has a capital is
braced whole, and a lower-case word after a colon too, since styles re-case titles.
"""

from __future__ import annotations

import re

_ESCAPES = str.maketrans(
    {
        "%": r"\%",
        "&": r"\&",
        "_": r"\_",
        "#": r"\#",
        "$": r"\$",
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\^{}",
        "\n": " ",
        "\r": " ",
        "\t": " ",
    }
)
_WORD = re.compile(r"[^\s]+")
_CAPITAL = re.compile(r"[^\W\d_]")
_TAGS = {
    "i": "textit",
    "b": "textbf",
    "sc": "textsc",
    "sup": "textsuperscript",
    "sub": "textsubscript",
}
_TAG = re.compile(r"<(/?)(i|b|sc|sup|sub)>")
_NOCASE = re.compile(r"</?span[^<>]*>")
_EDGES = re.compile(r"^([(\[\"'“‘¿¡]*)(.*?)([)\]\"'”’.,;:?!]*)$", re.DOTALL)


def escaped(text: str, *, tilde: str = r"\textasciitilde{}") -> str:
    """A value for a .bib field; `tilde` is how this reader wants `~` written."""
    out = _braced(text).translate(_ESCAPES)
    return out if tilde == r"\textasciitilde{}" else out.replace(r"\textasciitilde{}", tilde)


def title(text: str, *, tilde: str = r"\textasciitilde{}") -> str:
    """A title: escaped, with braces around each word that has a capital or follows a colon."""
    plain = _NOCASE.sub("", text)
    out: list[str] = []
    at = 0
    after_colon = False
    for found in _WORD.finditer(plain):
        out.append(plain[at : found.start()].translate(_ESCAPES))
        out.append(_protected(found[0], after_colon, tilde))
        after_colon = found[0].endswith((":", "?", "!", "—", "–"))
        at = found.end()
    return _commands("".join(out))


def _protected(word: str, after_colon: bool, tilde: str) -> str:
    edges = _EDGES.match(word)
    lead, core, tail = edges.groups() if edges else ("", word, "")
    if not core:
        return escaped(word, tilde=tilde)
    needs = any(c.isupper() for c in core) or (after_colon and _CAPITAL.match(core) is not None)
    if not needs or "<" in core or ("{" in core and core.count("{") != core.count("}")):
        return escaped(word, tilde=tilde)
    # A bracket that opens inside the word closes inside it: "IFN(α)".
    while tail[:1] == ")" and core.count("(") > core.count(")"):
        core, tail = core + ")", tail[1:]
    return (
        f"{escaped(lead, tilde=tilde)}{{{escaped(core, tilde=tilde)}}}{escaped(tail, tilde=tilde)}"
    )


def _braced(text: str) -> str:
    """Braces escaped in pairs; a lone one by its name, since a lone `\\}` breaks biber."""
    if "{" not in text and "}" not in text:
        return text
    depth, out, opened = 0, [], []
    for c in text:
        if c == "{":
            opened.append(len(out))
            out.append("\x01")
            depth += 1
        elif c == "}" and depth:
            out.append("\x02")
            opened.pop()
            depth -= 1
        else:
            out.append("\x04" if c == "}" else c)
    for index in opened:
        out[index] = "\x03"
    return "".join(out)


def finished(text: str) -> str:
    """The braces that `escaped` marked, written out; the last step of every value."""
    for mark, command in (
        ("\x01", r"\{"),
        ("\x02", r"\}"),
        ("\x03", r"\textbraceleft{}"),
        ("\x04", r"\textbraceright{}"),
    ):
        text = text.replace(mark, command)
    return text


def _commands(text: str) -> str:
    if "<" not in text:
        return text
    if any(text.count(f"<{tag}>") != text.count(f"</{tag}>") for tag in _TAGS):
        return text
    return _TAG.sub(lambda found: "}" if found[1] else f"\\{_TAGS[found[2]]}{{", text)
