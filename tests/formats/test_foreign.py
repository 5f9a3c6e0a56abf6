"""Formats that are known and not read: what to export instead is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ifnlit.app.intake import intake
from ifnlit.errors import UnreadableInput
from ifnlit.formats.foreign import foreign
from ifnlit.formats.sniff import sniff

if TYPE_CHECKING:
    from pathlib import Path

HEADS = {
    "EndNote's tagged format": "%0 Journal Article\n%A Lan, Y.\n%T T\n",
    "RefWorks' tagged format": "RT Journal Article\nSR 1\nA1 Lan, Y.\nT1 T\n",
    "NoteExpress' format": "{Reference Type}: Journal Article\n{Title}: T\n",
    "Web of Science's plain text": "FN Clarivate\nVR 1.0\nPT J\nAU Lan, Y\n",
    "PubMed's XML": '<?xml version="1.0"?>\n<PubmedArticleSet><PubmedArticle>',
    "MODS": '<modsCollection xmlns="http://www.loc.gov/mods/v3"><mods>',
    "Zotero's own JSON": '[{"key": "A", "itemType": "book", "title": "T"}]',
}


@pytest.mark.parametrize(("name", "head"), HEADS.items())
def test_each_is_known_by_its_beginning(name: str, head: str) -> None:
    for text in (head, "\ufeff" + head.replace("\n", "\r\n")):
        found = foreign(text)
        assert found is not None
        assert found[0] == name


def test_what_is_read_is_not_foreign() -> None:
    assert foreign("TY  - JOUR\nTI  - 50%\n") is None
    assert foreign('[{"id": "a", "type": "book", "title": "T"}]') is None


def test_a_file_in_one_is_refused_with_what_to_export(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text(HEADS["EndNote's tagged format"], encoding="utf-8")
    for printed in (False, True):
        with pytest.raises(UnreadableInput, match="EndNote's tagged format") as raised:
            intake(str(path), printed=printed)
        assert raised.value.hint == "export it as RIS or EndNote XML"
    assert sniff(HEADS["EndNote's tagged format"]) is None
