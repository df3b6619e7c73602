"""TEI whose paragraphs begin with who speaks: fields, headings in capitals, quoted turns, whose initials."""

from __future__ import annotations

from pathlib import Path

from tests.support.documents import read_whole, turns_by_label, write_file
from tui_reader.document.model import Document


def whole(tmp_path: Path, *paragraphs: str, title: str = "", persons: str = "") -> Document:
    header = f"<teiHeader><fileDesc><titleStmt><title>{title}</title></titleStmt></fileDesc></teiHeader>"
    front = f'<front><div><list type="names">{persons}</list></div></front>' if persons else ""
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}<text>{front}<body><div>{body}</div></body></text></TEI>'
    return read_whole(write_file(tmp_path, text, "file.xml"))


def narrated(document: Document) -> list[str]:
    """What the narrator has of each part: its heading, and its paragraphs."""
    headings = [part.heading.text for part in document.parts if part.heading]
    return [*headings, *(block.text for part in document.parts for block in part.body)]


def test_an_initial_and_a_surname_used_again_are_a_label_and_lettered_paragraphs_are_none(tmp_path: Path) -> None:
    talk = whole(tmp_path, "T. Orme: Open?", "R. Orme: Not yet.", "T. Orme: When?", "R. Orme: Soon.")
    assert [turn.label.text for turn in talk.turns] == ["T. Orme", "R. Orme", "T. Orme", "R. Orme"]
    paper = whole(tmp_path, "A. The Ferry: it is idle.", "B. The Means: four men.", "C. The Cost: none.")
    assert len(paper.turns) == 0


def test_a_list_of_members_is_no_speech_and_gives_the_roles(tmp_path: Path) -> None:
    lists = ["PARTICIPANTS:", "Dr. Hugo Fenn, Canal Office, presiding", "MEMBERS:",
             "Dr. Ida Stroud, College<lb/>Mr. Ernest Pell, Office"]  # fmt: skip
    said = ["THE CHAIRMAN: Is all well?", "MISS STROUD: No.", "THE CHAIRMAN: Why?", "MISS STROUD: It is dry.",
            "MR. FENN: Is it?"]  # fmt: skip
    document = whole(tmp_path, *lists, *said)
    assert [turn.label.text for turn in document.turns] == [one.partition(":")[0] for one in said]
    assert [hint.labels for hint in document.suggestions] == [("MR. FENN", "THE CHAIRMAN")]


def test_capitals_between_speeches_are_headings(tmp_path: Path) -> None:
    document = whole(tmp_path, "ANN: Yes.", "BOB: No.", "BARGES COUNTED IN SPRING", "ANN: There are four.", "STOP IT!",
                     "BOB: Five.", "ANN: Four.")  # fmt: skip
    assert narrated(document) == ["BARGES COUNTED IN SPRING"]
    assert turns_by_label(document)[2] == ("ANN", "There are four.\nSTOP IT!")


def test_behind_the_quotation_of_a_turn_is_narration(tmp_path: Path) -> None:
    document = whole(tmp_path, "Two men met:", "Harker: “Did the “keys” come?”", "Lane: “They did.",
                     "“Here.” (Box 2) So he wrote.", "It was late.", "Harker: “Good.”", "Lane: “Yes.”")  # fmt: skip
    assert turns_by_label(document) == [
        ("Harker", "“Did the “keys” come?”"), ("Lane", "“They did.\n“Here.”"), ("Harker", "“Good.”"), ("Lane", "“Yes.”")
    ]  # fmt: skip
    assert narrated(document) == ["Two men met:", "(Box 2) So he wrote.", "It was late."]


def test_initials_are_the_one_listed_person_who_has_them(tmp_path: Path) -> None:
    persons = """<item><persName xml:id="f">Farrow, Tobias J., Jr.</persName>, Secretary for Rivers</item>
        <item><persName xml:id="c">Corbin, Lewis M.</persName>, Governor of the Province until 1961</item>"""
    said = ["The Governor: Is it running?", 'Mr. <persName corresp="#f">Farrow</persName>: It is.', "LMC: Count.",
            'Mr. <persName corresp="#f">Farrow</persName>: I will.', "LMC: Today.", "TJF: Yes.", "LMC: Go.",
            "TJF: Yes."]  # fmt: skip
    document = whole(tmp_path, *said, persons=persons)
    assert [(person.name, person.labels) for person in document.people] == [
        ("The Governor", ("The Governor",)),
        ("Tobias J. Farrow Jr", ("Mr. Farrow", "TJF")),
        ("Lewis M. Corbin", ("LMC",)),
    ]
    assert [hint.labels for hint in document.suggestions] == [("LMC", "The Governor")]
