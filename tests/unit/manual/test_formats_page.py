"""Each kind of file that the manual's page of formats doubts or refuses is here, with what is said of it."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from tui_reader import formats
from tui_reader.errors import ReaderError
from tui_reader.formats import parse
from tui_reader.manual import page

PAGE = page("formats")
TALK = "ANNA: Good morning to you.\n\nBEN: Yes, of course.\n\nANNA: Then we go.\n\nBEN: Well.\n\n"
GERMAN = (
    '<html lang="en"><body><p>ANNA: Ich weiß nicht, ob sie da ist, aber ihr könnt eintreten, wenn ihr wollt.</p>'
    "<p>BEN: Wir sind allein und haben keine Angst vor dem Wind.</p><p>ANNA: Und was willst du?</p></body></html>"
)
CUT_OFF = "1\n00:00:01,000 --> 00:00:02,000\nANN: Hello.\n\n2\n00:00:03,000 --> 00:00:0"
CHANGE = "".join(
    f"{at}\n00:00:0{at},000 --> 00:00:0{at},900\n>> {words}\n\n"
    for at, words in enumerate(("ANN: Hello.", "Who is it?", "ANN: Me.", "BO: Good."), 1)
)
TABLE = "speaker,text,mood\nAnn,Hello there.,glad\nBo,Hi you.,sad\nAnn,Bye now.,glad\n"
BOOK = {
    "META-INF/container.xml": '<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>',
    "b.opf": '<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
    '<spine><itemref idref="a"/></spine></package>',
    "a.xhtml": "<html><body><p>ANN: Hello.</p></body></html>",
}
LOCK = "META-INF/encryption.xml"
CIPHER = '<encryption><EncryptedData><EncryptionMethod Algorithm="aes"/></EncryptedData></encryption>'

DOUBTED: dict[str, list[tuple[str, str | bytes, str]]] = {
    "much is left out": [("talk.csv", TABLE, "words are left out, 38% of the text")],
    "those of a machine": [("a.txt", "\n".join(f"key{n} = value{n}" for n in range(30)), "which is not prose")],
    "an encoding is a guess": [
        ("b.txt", "ANNA: Schöne Grüße, für dich.\n\nBEN: Ja, natürlich.\n\nANNA: Gut.\n".encode("cp1252"), "a guess"),
        ("d.html", GERMAN, "it says that its language is English, but its words are German"),
    ],
    "captions are cut off": [
        ("e.srt", CUT_OFF, "seems to be cut off"),
        ("f.srt", CHANGE, "1 change of speaker names nobody"),
    ],
    "XML of an unknown vocabulary": [
        ("g.xml", "<book><chapter><t>One of the words.</t><t>Another.</t></chapter></book>", "says no speakers"),
        ("h.csv", TABLE, "1 column is kept and not read: mood"),
    ],
    "which labels are printed unlike": [("k.txt", TALK * 3 + "The Sign: No entry.\n\n" + TALK, '"The Sign"')],
}
"""By the first words of each line of the page: files, and what their warnings say."""


def packed(members: dict[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return made.getvalue()


REFUSED = {
    "PDF": ("x.pdf", b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "is a PDF; convert it"),
    "Pages": ("x.pages", packed({"Index/Document.iwa": "x"}), "is a Pages document; export it"),
    "old Word (DOC)": ("x.doc", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "is an old Word document; convert it"),
    "spreadsheets": (
        "x.xlsx",
        packed({"[Content_Types].xml": "<a/>", "xl/workbook.xml": "<a/>"}),
        "save the sheet",
    ),
    "packed archives": ("x.zip", packed({"a.exe": "x"}), "is a packed archive; unpack it"),
    "protected": ("x.epub", packed(BOOK | {LOCK: CIPHER}), "is protected"),
    "JSON without a transcript": ("x.json", b'{"a": [1, 2]}', "a list of segments"),
    "RTTM": ("x.rttm", b"SPEAKER a 1 0.0 1.0 <NA> <NA> ann <NA> <NA>\n", "open the transcript"),
    "SCC": ("x.scc", b"Scenarist_SCC V1.0\n\n00:00:01:00\t9420 9420 94f2\n", "convert it"),
}
"""By words of the page: a file, and what its error says to do."""


def doubts() -> list[str]:
    """The lines of the page about warnings."""
    below = PAGE.partition("A warning when the document is opened says")[2].partition("Refused, ")[0]
    return re.findall(r"^- (.+)$", below, re.MULTILINE)


def test_each_doubt_of_the_page_has_a_file_here() -> None:
    assert [line for line in doubts() if not any(words in line for words in DOUBTED)] == []
    assert [words for words in DOUBTED if not any(words in line for line in doubts())] == []


@pytest.mark.parametrize(("name", "text", "said"), [file for files in DOUBTED.values() for file in files])
def test_what_is_doubted_is_told(name: str, text: str | bytes, said: str) -> None:
    warnings = parse(text if isinstance(text, bytes) else text.encode(), name).warnings
    assert said in " ".join(map(str, warnings))


@pytest.mark.parametrize("words", REFUSED)
def test_what_is_refused_is_told_in_a_line_that_says_what_to_do(words: str) -> None:
    assert words in PAGE.partition("Refused, ")[2].partition("\n")[0]
    name, data, said = REFUSED[words]
    with pytest.raises(ReaderError, match=re.escape(said)) as error:
        parse(data, name)
    assert "\n" not in str(error.value)


def test_a_file_of_over_100_megabytes_is_refused() -> None:
    assert "files over 100 MB" in PAGE and formats.LARGEST == 100_000_000


def test_a_format_that_is_chosen_and_is_not_in_the_file_is_refused() -> None:
    assert "what is chosen by `--as` and is not in the file" in PAGE
    with pytest.raises(ReaderError):
        parse(TALK.encode(), "talk.txt", producer="elan")
