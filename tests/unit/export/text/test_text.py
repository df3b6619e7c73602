"""The text written out: read back by others, and by the reader itself, with nothing lost and nothing become markup."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from markdown_it import MarkdownIt

from tests.support.corpus import MEMORANDUM
from tests.support.renderings import HOSTILE, rendering, talk
from tui_reader.document.model import Document, Kind
from tui_reader.errors import UsageError
from tui_reader.export.export_document import export_document
from tui_reader.export.export_options import ExportOptions
from tui_reader.export.text import markdown_writer, plain_text_writer, tei_writer
from tui_reader.formats import parse, read
from tui_reader.startup.reading_options import ReadingOptions
from tui_reader.terminal.output import without_controls

TEI = {"t": "http://www.tei-c.org/ns/1.0"}
ID = "{http://www.w3.org/XML/1998/namespace}id"


def written(module: Any, document: Document, **wanted: Any) -> bytes:
    """What a module writes of a document."""
    file = BytesIO()
    module.write(file, rendering(document, heard=False, **wanted))
    return file.getvalue()


def hostile() -> Document:
    """A dialogue whose every place holds what might be markup somewhere."""
    text = without_controls(HOSTILE.replace("\x00", "").replace("\x0b", "").replace("\ufffe", ""))
    text += " *a* _b_ [c](d) `e` ![f](g) # h ~~i~~ &lt; a_b_c \\*"
    return (
        talk().titled(f"# {text}").part(f"## {text}", paragraph=f"- {text}", item=f"1. {text}")
        .turn("ANNE", f"> {text}", aside=f"({text})", verse=f"{text}\n+ {text}\n--- | ---").document()
    )  # fmt: skip


@pytest.mark.parametrize("module", [plain_text_writer, tei_writer])
def test_the_memorandum_comes_back_as_it_was(module: Any) -> None:
    document = read(MEMORANDUM)
    again = parse(written(module, document), "again.xml" if module is tei_writer else "again.txt")
    assert [turn.text for turn in again.turns] == [turn.text for turn in document.turns]
    order = [list(dict.fromkeys(turn.speaker for turn in one.turns)) for one in (document, again)]
    assert [order[0].index(turn.speaker) for turn in document.turns] == [
        order[1].index(turn.speaker) for turn in again.turns
    ]
    assert again.title and document.title and again.title.text == document.title.text
    assert [note.text for note in again.notes][: len(document.notes)] == [note.text for note in document.notes]


class TestMarkdown:
    """Read by markdown-it."""

    def test_every_word_is_there_as_text_and_names_are_strong(self) -> None:
        document = talk().document()
        tokens = MarkdownIt().parse(written(markdown_writer, document).decode())
        strong = [
            token.children[index + 1].content
            for token in tokens if token.children
            for index, child in enumerate(token.children) if child.type == "strong_open"
        ]  # fmt: skip
        assert strong == ["Archer:", "BEN:", "Archer:"]
        assert [token.tag for token in tokens if token.type == "heading_open"][:2] == ["h1", "h2"]

    def test_notes_are_footnotes_each_once(self) -> None:
        text = written(markdown_writer, talk().document()).decode()
        assert text.count("\n[^1]: Said at noon. At the door.\n") == 1 and "morning.[^1] It is cold[^2] today" in text

    def test_a_quotation_comes_back_as_one(self) -> None:
        document = (
            talk()
            .turn("BEN", "He wrote:", quotation="* We shall walk.")
            .turn("ANNE", "So.", quotation="Ah.")
            .document()
        )
        text = written(markdown_writer, document)
        assert b"**BEN:** He wrote:\n\n> \\* We shall walk.\n" in text
        for again in (parse(text, "again.md"), parse(written(tei_writer, document), "again.xml")):
            kinds = [[(one.kind.value, one.text.strip("\\")) for one in turn.passages] for turn in again.turns[-2:]]
            assert kinds[0][-1][0] == "quotation" and kinds[0][-1][1].endswith("We shall walk.")
            assert kinds[1] == [("speech", "So."), ("quotation", "Ah.")]

    def test_nothing_of_a_document_becomes_markup(self) -> None:
        document = hostile()
        tokens = (
            MarkdownIt("commonmark", {"html": True}).enable("table").parse(written(markdown_writer, document).decode())
        )
        inline = [child for token in tokens for child in token.children or ()]
        allowed = {"text", "strong_open", "strong_close", "em_open", "em_close", "softbreak", "hardbreak",
                   "text_special"}  # fmt: skip
        assert {child.type for child in inline} <= allowed
        assert not {"html_block", "fence", "code_block", "table_open", "blockquote_open"} & {t.type for t in tokens}
        text = " ".join("".join(child.content for child in token.children or ()) for token in tokens if token.children)
        shown = re.sub(r"\[\^\w+\]", "", text)
        for page in document.pages:
            for passage in page.passages:
                for line in passage.text.split("\n"):
                    assert " ".join(line.split()) in " ".join(shown.split())


class TestTei:
    """Read by lxml."""

    def root(self, document: Document) -> Any:
        return etree.fromstring(written(tei_writer, document))

    def test_who_speaks_points_to_a_person(self) -> None:
        root = self.root(talk().document())
        ids = {person.get(ID): person for person in root.iterfind(".//t:person", TEI)}
        who = [speech.get("who").removeprefix("#") for speech in root.iterfind(".//t:sp", TEI)]
        assert [ids[id].findtext("t:persName", namespaces=TEI) for id in who] == ["Anne Archer", "BEN", "Anne Archer"]
        assert [label.text for label in root.iterfind(".//t:sp/t:speaker", TEI)] == ["ANNE", "BEN", "ANNE"]

    def test_the_order_inside_is_that_of_the_guidelines(self) -> None:
        """Heads first, closers last, no block in a paragraph but a list; header and its parts in their order."""
        root = self.root(talk().part("End", author="BEN", paragraph="Farewell.", signature="Ben").document())
        assert [etree.QName(child).localname for child in root] == ["teiHeader", "text"]
        for division in root.iterfind(".//t:div", TEI):
            names = [etree.QName(child).localname for child in division]
            assert "head" not in names[1:] and "closer" not in names[:-1] and names
        for speech in root.iterfind(".//t:sp", TEI):
            names = [etree.QName(child).localname for child in speech]
            assert names[0] == "speaker" and set(names[1:]) <= {"p", "stage", "lg"} and names[1:]
        assert {etree.QName(child).localname for p in root.iterfind(".//t:p", TEI) for child in p} <= {
            "list", "note", "ref", "lb",
        }  # fmt: skip
        assert root.findtext(".//t:closer/t:signed", namespaces=TEI) == "Ben"
        assert root.findtext(".//t:p[@rend='signature']", namespaces=TEI) == "Ben"
        assert [line.text for line in root.iterfind(".//t:lg/t:l", TEI)] == ["Roses are red,", "violets blue."]

    def test_notes_hang_at_their_first_mark_and_are_referred_to_by_the_next(self) -> None:
        root = self.root(talk().document())
        first = root.find(".//t:note[@n='1']", TEI)
        assert first.getparent().text == "Good morning." and "".join(first.itertext()) == "Said at noon. At the door."
        target = root.find(".//t:ref", TEI).get("target").removeprefix("#")
        assert first.get(ID) == target
        assert "".join(root.find(".//t:back//t:note", TEI).itertext()) == "Nobody points here."

    def test_text_is_data(self) -> None:
        root = self.root(hostile())
        assert root.find(".//t:script", TEI) is None
        assert "<script>alert(1)</script>" in "".join(root.itertext())


def test_plain_text_has_every_passage_on_a_line_of_its_own() -> None:
    document = talk().document()
    lines = written(plain_text_writer, document).decode().split("\n")
    for page in document.pages:
        for passage in page.passages:
            if passage.kind is not Kind.VERSE:
                assert any(re.sub(r"\(\w+\)", "", line).endswith(passage.text) for line in lines) or "(" in passage.text


def test_a_part_of_it_has_its_own_notes_alone() -> None:
    text = written(plain_text_writer, talk().document(), first=2, last=2).decode()
    assert "BEN: It is." in text and "Good morning" not in text and "Said at noon" not in text
    with pytest.raises(UsageError, match="has 3 turns"):
        written(plain_text_writer, talk().document(), first=9)


def test_text_needs_no_engine_and_goes_beside_sound(tmp_path: Path) -> None:
    source = tmp_path / "talk.txt"
    source.write_text("A Talk\n\nANNE: Good morning.\n\nBEN: Yes.\n")
    done = export_document(source, ExportOptions(tmp_path / "out.md"), ReadingOptions(engine="tone"))
    assert done.seconds is None and "**ANNE:** Good morning." in (tmp_path / "out.md").read_text()
    done = export_document(
        source, ExportOptions(tmp_path / "both", ("wav", "tei", "srt")), ReadingOptions(engine="tone", speed=4.0)
    )
    assert done.seconds and [path.name for path in done.paths] == ["both.wav", "both.xml", "both.srt"]
