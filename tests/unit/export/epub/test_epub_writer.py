"""Books that are written: the archive, the package, text, overlays, navigation. epubcheck reads them end to end."""

from __future__ import annotations

import re
from io import BytesIO
from posixpath import join
from typing import Any
from zipfile import ZIP_STORED, ZipFile

import pytest
from lxml import etree

from tests.support.dialogue_builder import Dialogue
from tests.support.renderings import HOSTILE, coded, rendering, talk
from tui_reader.export.epub import book_chapters
from tui_reader.export.epub.epub_writer import write
from tui_reader.export.rendering import Rendering
from tui_reader.formats import read
from tui_reader.narration.narration_options import NarrationOptions, NoteReading
from tui_reader.paths import bundled

__all__ = ["coded"]
pytestmark = pytest.mark.usefixtures("coded")

NAMES = {
    "h": "http://www.w3.org/1999/xhtml",
    "e": "http://www.idpf.org/2007/ops",
    "o": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "s": "http://www.w3.org/ns/SMIL",
}


def book_bytes(recorded: Rendering) -> bytes:
    file = BytesIO()
    write(file, recorded)
    return file.getvalue()


class Book:
    """A book that was written, file by file."""

    def __init__(self, recorded: Rendering) -> None:
        self.archive = ZipFile(BytesIO(book_bytes(recorded)))
        self.names = self.archive.namelist()
        self.package = self.tree("book.opf")

    def tree(self, name: str) -> Any:
        return etree.fromstring(self.archive.read(f"EPUB/{name}"))

    def found(self, name: str, path: str) -> list[Any]:
        return list(self.tree(name).xpath(path, namespaces=NAMES))

    def told(self, path: str) -> list[Any]:
        """Of the package."""
        return list(self.package.xpath(path, namespaces=NAMES))

    @property
    def spine(self) -> list[str]:
        return [self.told(f"//o:item[@id='{id}']/@href")[0] for id in self.told("//o:itemref/@idref")]

    @property
    def clips(self) -> list[tuple[str, float, float]]:
        """Target, begin and end of each sentence, in the order of reading."""
        found = []
        for name in self.spine:
            overlay = self.told(f"//o:item[@href='{name}']/@media-overlay")
            smil = self.told(f"//o:item[@id='{overlay[0]}']/@href")[0] if overlay else None
            for par in self.found(smil, "//s:par") if smil else []:
                text, audio = par
                found.append((text.get("src"), seconds(audio.get("clipBegin")), seconds(audio.get("clipEnd"))))
        return found


def seconds(clock: str) -> float:
    hours, minutes, rest = clock.split(":")
    return 3600 * int(hours) + 60 * int(minutes) + float(rest)


def text_of(element: Any) -> str:
    return "".join(element.itertext())


class TestArchive:
    def test_the_media_type_comes_first_and_as_it_is(self) -> None:
        book = Book(rendering(talk().document()))
        first = book.archive.infolist()[0]
        assert (first.filename, first.compress_type, first.extra) == ("mimetype", ZIP_STORED, b"")
        assert book.archive.read("mimetype") == b"application/epub+zip"

    def test_every_file_is_in_the_manifest_and_every_entry_of_the_manifest_is_a_file(self) -> None:
        book = Book(rendering(talk().document()))
        listed = [join("EPUB", href) for href in book.told("//o:item/@href")]
        assert sorted(listed) == sorted(set(book.names) - {"mimetype", "META-INF/container.xml", "EPUB/book.opf"})

    def test_the_sound_is_in_it_and_not_packed_again(self, coded: bytes) -> None:
        book = Book(rendering(talk().document()))
        assert book.archive.read("EPUB/sound.mp3") == coded
        assert book.archive.getinfo("EPUB/sound.mp3").compress_type == ZIP_STORED

    def test_the_same_rendering_gives_the_same_bytes_and_another_another_identifier(self) -> None:
        recorded = rendering(talk().document())
        assert book_bytes(recorded) == book_bytes(recorded)
        others = [Book(rendering(talk().document(), last=last)).told("//dc:identifier/text()") for last in (None, 2)]
        assert others[0] != others[1]

    def test_without_sound_it_is_text_alone(self) -> None:
        book = Book(rendering(talk().document(), heard=False))
        assert [name for name in book.names if name.endswith((".smil", ".mp3"))] == []
        assert book.told("//o:meta[starts-with(@property, 'media:')]") == []
        assert book.told("//o:meta[@property='schema:accessMode']/text()") == ["textual"]


class TestText:
    def test_the_memorandum_is_there_word_for_word_in_order(self) -> None:
        document = read(bundled("corpus") / "stevenson-ball.txt")
        book = Book(rendering(document))
        printed = []
        for name in book.spine:
            for block in book.found(name, "//h:div[@class='text']/*[not(self::h:ul)]|//h:div[@class='text']/h:ul/h:li"):
                for mark in block.xpath(".//h:a[@class='noteref']", namespaces=NAMES):
                    mark.text = ""
                printed.append(text_of(block))
        assert printed == [passage.text for one in document.pages for passage in one.passages]

    def test_notes_are_notes_and_marks_lead_to_them(self) -> None:
        book = Book(rendering(talk().document()))
        notes = book.found("text-0001.xhtml", "//h:aside[@e:type='footnote'][@role='doc-footnote']")
        assert [text_of(note) for note in notes] == ["1 Said at noon. At the door.", "2 By the glass."]
        assert book.found("text-0001.xhtml", "//h:a[@e:type='noteref']/@href") == ["#n1", "#n2"]
        assert book.found("text-0002.xhtml", "//h:a[@e:type='noteref']/@href") == ["text-0001.xhtml#n1"]
        assert book.found("notes.xhtml", "//h:aside/@id") == ["n3"]

    def test_speakers_are_in_text_and_class(self) -> None:
        book = Book(rendering(talk().document()))
        headings = book.found("text-0001.xhtml", "//h:article/*[1]")
        assert [(text_of(one), one.get("class")) for one in headings] == [
            ("Archer ANNE", "who who-0"), ("BEN", "who who-1"),
        ]  # fmt: skip

    def test_every_link_of_every_file_has_its_target(self) -> None:
        book = Book(rendering(talk().document(), NarrationOptions(notes=NoteReading.TURN)))
        ids = {name: set(book.found(name, "//@id")) for name in ["nav.xhtml", *book.spine]}
        for name in ids:
            for href in book.found(name, "//h:a/@href"):
                file, _, id = href.partition("#")
                assert not id or id in ids[file or name]
                assert not file or file in ids

    def test_words_of_a_document_are_never_markup(self) -> None:
        hostile = Dialogue().titled(HOSTILE).part(HOSTILE, paragraph=HOSTILE).turn(HOSTILE, HOSTILE + "{1}")
        hostile.note("1", HOSTILE).sourced(HOSTILE)
        book = Book(
            rendering(hostile.document(language="not a language <x>"), NarrationOptions(notes=NoteReading.TURN))
        )
        for name in book.names:
            if name.endswith((".xhtml", ".opf", ".smil")):
                tree = etree.fromstring(book.archive.read(name))
                assert tree.xpath("//*[local-name()='script' or local-name()='b'] | //@onload") == []
        assert book.told("//dc:language/text()") == ["und"]

    def test_a_document_of_nothing_but_its_name_is_a_book(self) -> None:
        book = Book(rendering(Dialogue().document(), heard=False))
        assert book.spine == ["title.xhtml"] and book.told("//dc:title/text()") == ["test.txt"]

    def test_a_long_part_is_several_files_under_one_heading(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(book_chapters, "PAGES_A_FILE", 2)
        long = Dialogue().part("Act 1")
        for _ in range(4):
            long.turn("ANNE", "Yes.")
        book = Book(rendering(long.document(), heard=False))
        assert book.spine == ["title.xhtml", "text-0001.xhtml", "text-0002.xhtml", "text-0003.xhtml"]
        entries = book.found("nav.xhtml", "//h:nav[1]/h:ol/h:li/h:ol/h:li/h:a/text()")
        assert entries == [f"{number}. ANNE" for number in (1, 2, 3, 4)]


class TestOverlays:
    @pytest.mark.parametrize("when", NoteReading)
    def test_each_utterance_has_its_clip_and_the_clips_are_the_whole_sound(self, when: NoteReading) -> None:
        recorded = rendering(talk().document(), NarrationOptions(notes=when))
        clips = sorted(Book(recorded).clips, key=lambda clip: clip[1])
        entries = recorded.timeline.entries
        ids = [f"s{timed.utterance.page}-{timed.utterance.number}" for timed in entries]
        assert [target.partition("#")[2] for target, _, _ in clips] == ids
        starts = [round(recorded.seconds(timed.start), 3) for timed in entries]
        assert [begin for _, begin, _ in clips] == starts
        assert [end for _, _, end in clips] == [*starts[1:], round(recorded.seconds(recorded.timeline.frames), 3)]

    def test_a_clip_is_of_the_sentence_that_is_printed_there(self) -> None:
        recorded = rendering(talk().document(), NarrationOptions(notes=NoteReading.TURN))
        book = Book(recorded)
        for (target, _, _), timed in zip(book.clips, recorded.timeline.entries, strict=True):
            name, _, id = target.partition("#")
            [sentence] = book.found(name, f"//*[@id='{id}']")
            if timed.utterance.printed:
                bare = re.sub(r"\d", "", timed.utterance.printed.replace("\n", ""))
                assert re.sub(r"\d", "", text_of(sentence)) == bare

    def test_notes_can_be_passed_over(self) -> None:
        book = Book(rendering(talk().document(), NarrationOptions(notes=NoteReading.TURN)))
        notes = book.found("text-0001.smil", "//s:seq[@e:type='footnote']/@e:textref")
        assert notes == ["text-0001.xhtml#n1", "text-0001.xhtml#n2"]
        turns = book.found("text-0001.smil", "//s:seq[not(@e:type)]/@e:textref")
        assert turns == ["text-0001.xhtml#t1", "text-0001.xhtml#t2"]

    def test_durations_are_told_and_add_up(self) -> None:
        recorded = rendering(talk().document())
        book = Book(recorded)
        path = "//o:meta[@property='media:duration'][{}]/text()"
        [whole] = book.told(path.format("not(@refines)"))
        parts = book.told(path.format("@refines"))
        assert abs(seconds(whole) - recorded.seconds(recorded.timeline.frames)) < 0.001
        assert abs(sum(map(seconds, parts)) - seconds(whole)) < 0.001 * len(parts)


class TestNavigation:
    def test_it_leads_by_part_and_turn(self) -> None:
        book = Book(rendering(talk().document()))
        entries = book.found("nav.xhtml", "//h:nav[@e:type='toc']/h:ol/h:li/h:a/text()")
        assert entries == ["A Talk", "1. Archer", "2. BEN", "A Letter", "Notes", "Source"]
        assert book.found("nav.xhtml", "//h:nav[@e:type='toc']/h:ol/h:li/h:ol/h:li/h:a/text()") == ["3. Archer"]

    def test_landmarks_are_the_title_and_the_text(self) -> None:
        book = Book(rendering(talk().document()))
        assert book.found("nav.xhtml", "//h:nav[@e:type='landmarks']//h:a/@e:type") == ["titlepage", "bodymatter"]


def test_what_the_book_is_and_for_whom_is_told() -> None:
    book = Book(rendering(read(bundled("corpus") / "stevenson-ball.txt")))
    assert book.told("//dc:creator/text()") == ["Adlai E. Stevenson", "George W. Ball"]
    assert book.told("//dc:date/text()") == ["1962-11-09"] and book.told("//dc:language/text()") == ["en"]
    assert book.told("//o:meta[@property='schema:accessMode']/text()") == ["textual", "auditory"]
    assert "synchronizedAudioText" in book.told("//o:meta[@property='schema:accessibilityFeature']/text()")
    assert book.told("//o:meta[@property='schema:accessibilityHazard']/text()") == ["none"]
    assert len(book.told("//o:meta[@property='schema:accessibilitySummary']")) == 1
