"""Final Draft: paragraphs by their type, and files that are broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.documents import read_text
from tui_reader.document.model import NARRATOR, Document
from tui_reader.errors import DocumentError
from tui_reader.formats import parse
from tui_reader.narration.narration import Narration


def _paragraph(kind: str, words: str) -> str:
    return f'<Paragraph Type="{kind}"><Text>{words}</Text></Paragraph>'


_DUAL = (
    "<Paragraph><DualDialogue>"
    + _paragraph("Character", "ANN")
    + _paragraph("Dialogue", "Now!")
    + _paragraph("Character", "BEN")
    + _paragraph("Dialogue", "Never!")
    + "</DualDialogue></Paragraph>"
)
_PLAY = (
    '<?xml version="1.0" encoding="UTF-8" standalone="no" ?>\n<FinalDraft DocumentType="Script" Version="5"><Content>'
    + _paragraph("Scene Heading", "INT. HOUSE")
    + _paragraph("Action", "It &amp; they rain.")
    + _paragraph("Character", "ANN (V.O.)")
    + _paragraph("Parenthetical", "(softly)")
    + '<Paragraph Type="Dialogue"><Text>Is </Text><Text Style="Bold">it</Text><Text> you?</Text>'
    + "<ScriptNote><Paragraph><Text>check</Text></Paragraph></ScriptNote></Paragraph>"
    + _paragraph("Transition", "CUT TO:")
    + _DUAL
    + _paragraph("Character", "NOBODY")
    + "</Content><TitlePage><Content>"
    + _paragraph("Action", "A Walk")
    + _paragraph("Action", "1 High Street")
    + "</Content></TitlePage></FinalDraft>"
)


def _read(folder: Path, text: str) -> Document:
    return read_text(folder, text, "walk.fdx")


def test_names_over_speeches_are_turns_also_those_side_by_side(tmp_path: Path) -> None:
    document = _read(tmp_path, _PLAY)
    assert document.format == "fdx"
    assert [turn.speaker for turn in document.turns] == ["ANN", "ANN", "BEN"]
    assert document.turns[0].text.startswith("(softly)\nIs it you?")
    assert "ANN (V.O.)" in document.people[0].evidence[0]


def test_the_narrator_says_what_is_not_speech(tmp_path: Path) -> None:
    document = _read(tmp_path, _PLAY)
    narrated = " ".join(said.wording for said in Narration(document) if said.voice == NARRATOR)
    for words in ("A Walk", "INT. HOUSE", "It & they rain.", "softly", "CUT TO:", "NOBODY"):
        assert words in narrated
    assert "High Street" not in narrated and "check" not in narrated
    assert "check" in [rest.text for rest in document.residue]


def test_a_file_that_was_cut_off_is_read_with_a_warning(tmp_path: Path) -> None:
    document = _read(tmp_path, _PLAY[: _PLAY.index("CUT TO")])
    assert [turn.speaker for turn in document.turns] == ["ANN"]
    assert "not well-formed" in document.warnings[0]


@pytest.mark.parametrize(
    "text",
    [
        "<FinalDraft></FinalDraft>",
        '<FinalDraft Version="5',
        "<FinalDraft><Content>" + "<Paragraph>" * 50_000,
        '<!DOCTYPE FinalDraft [<!ENTITY a "' + "x" * 999 + '"><!ENTITY b "' + "&a;" * 999 + '">]><FinalDraft>&b;',
    ],
)
def test_what_holds_no_script_is_told_in_one_line(tmp_path: Path, text: str) -> None:
    with pytest.raises(DocumentError) as caught:
        _read(tmp_path, text)
    assert str(caught.value).startswith("walk.fdx: ") and "\n" not in str(caught.value)


def test_a_note_within_a_note_is_kept_once() -> None:
    note = (
        "<ScriptNote><Paragraph><Text>Outer</Text></Paragraph><ScriptNote><Text>inner</Text></ScriptNote></ScriptNote>"
    )
    text = (
        '<FinalDraft><Content><Paragraph Type="Character"><Text>ANN</Text></Paragraph><Paragraph Type="Dialogue">'
        f"<Text>Good day.</Text>{note}</Paragraph></Content></FinalDraft>"
    )
    assert [rest.text for rest in parse(text.encode(), "talk.fdx").residue] == ["Outerinner"]


@pytest.mark.parametrize("words", ["Good <b>old</b> day.", "Good <![CDATA[old]]> day.", "Good <!-- new -->old day."])
def test_words_within_elements_of_a_run_are_read(words: str) -> None:
    ann = '<Paragraph Type="Character"><Text>ANN</Text></Paragraph>'
    said = f'{ann}<Paragraph Type="Dialogue"><Text>{words}</Text></Paragraph>'
    text = f"<FinalDraft><Content>{said}{said}</Content></FinalDraft>"
    document = parse(text.encode(), "talk.fdx")
    assert document.turns[0].text == "Good old day." and not document.lost
