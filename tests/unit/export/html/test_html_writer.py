"""The page: its structure, what is in it and what never is; how it plays is tested in a browser."""

from __future__ import annotations

import re
import sys
from base64 import b64encode
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from lxml import html as lxml_html

from tests.support.dialogue_builder import Dialogue
from tests.support.renderings import HOSTILE, coded, rendering, talk
from tui_reader.document.model import Document
from tui_reader.errors import ReaderError, UsageError
from tui_reader.export.export_options import ExportOptions
from tui_reader.export.html.html_writer import write
from tui_reader.export.output_formats import Needs, export_targets
from tui_reader.export.rendering import Rendering
from tui_reader.formats import read
from tui_reader.narration.ledger import ledger
from tui_reader.narration.ledger_entries import CoverageStatus
from tui_reader.narration.narration_options import Announce, NarrationOptions, NoteReading
from tui_reader.paths import bundled

__all__ = ["coded"]
pytestmark = pytest.mark.usefixtures("coded")


def page_bytes(recorded: Rendering) -> bytes:
    file = BytesIO()
    write(file, recorded)
    return file.getvalue()


def page(document: Document, choices: NarrationOptions | None = None, **more: Any) -> Any:
    """The root of the page, as a browser's parser takes it."""
    return lxml_html.document_fromstring(page_bytes(rendering(document, choices, **more)))


def texts(root: Any, path: str) -> list[str]:
    """The text of each element that is found."""
    return [element.text_content() for element in root.xpath(path)]


def by_class(name: str) -> str:
    return f"//*[contains(concat(' ', @class, ' '), ' {name} ')]"


def set_text(element: Any) -> str:
    """The printed text of a block: line breaks as they were, marks left out."""
    if element.get("class") in ("noteref", "mark"):
        return ""
    words = "\n" if element.tag == "br" else element.text or ""
    return words + "".join(set_text(child) + (child.tail or "") for child in element)


class TestText:
    def test_each_turn_is_an_article_named_by_its_speaker(self) -> None:
        root = page(talk().document())
        assert [turn.get("id") for turn in root.xpath("//article")] == ["t1", "t2", "t3"]
        for turn, name in zip(root.xpath("//article"), ("Archer", "BEN", "Archer"), strict=True):
            [heading] = turn.xpath(f".//*[@id='{turn.get('aria-labelledby')}']")
            assert heading.tag in ("h2", "h3")
            assert heading.xpath("span[@class='name']")[0].text == name

    def test_a_label_that_names_the_person_stands_alone_and_another_beside_the_name(self) -> None:
        root = page(Dialogue().turn("Dr. Lee", "Yes.").named("Dr. Lee", "Ann Lee").turn("BX", "No.")
                    .named("BX", "Ben Box").document())  # fmt: skip
        assert texts(root, "//article/*[1]") == ["Dr. Lee", "Box BX"]

    def test_headings_have_no_gaps_and_each_part_has_its_own(self) -> None:
        root = page(talk().document())
        levels = [int(heading.tag[1]) for heading in root.xpath("//h1|//h2|//h3|//h4")]
        assert levels == [1, 2, 2, 2, 3]
        assert texts(root, "//section[@id='p2']//h2") == ["A Letter"]

    def test_a_heading_in_a_part_without_one_is_as_high_as_a_parts(self) -> None:
        root = page(Dialogue().part(heading1="Noon").turn("ANNE", "Good morning.", heading="Later").document())
        assert [heading.tag for heading in root.xpath("//h1|//h2|//h3|//h4")] == ["h1", "h2", "h2", "h3"]

    def test_the_memorandum_is_there_word_for_word_in_order(self) -> None:
        document = read(bundled("corpus") / "stevenson-ball.txt")
        root = page(document)
        printed = [set_text(block) for block in root.xpath("//main//div[@class='text']/*[not(self::ul)]|//main//li")]
        assert printed == [passage.text for one in document.pages for passage in one.passages]
        assert texts(root, "//aside//span[@class='words']") == [note.text for note in document.notes]
        assert document.source and texts(root, "//p[@class='source']") == [f"Source: {document.source.text}"]

    def test_what_is_marked_while_it_is_heard_is_what_the_ledger_says_is_spoken(self) -> None:
        document = read(bundled("corpus") / "stevenson-ball.txt")
        recorded = rendering(document)
        root = lxml_html.document_fromstring(page_bytes(recorded))
        entries = ledger(document, recorded.job.narration).entries
        spoken = [
            one.printed for one in entries if one.status is CoverageStatus.SPOKEN or one.why == "bracket of an aside"
        ]
        marked = [set_text(sentence) for sentence in root.xpath("//*[@class='s'][@data-at]")]
        assert "".join("".join(marked).split()) == "".join("".join(spoken).split())

    def test_kinds_are_told_by_class_and_items_are_a_list(self) -> None:
        root = page(talk().document())
        assert texts(root, by_class("aside")) == ["(He coughs.)"]
        assert texts(root, "//ul[@class='items']/li") == ["one,", "two."]
        assert texts(root, by_class("signature")) == ["Ben"]
        assert [set_text(verse) for verse in root.xpath(by_class("verse"))] == ["Roses are red,\nviolets blue."]

    def test_a_quotation_is_a_block_of_its_own(self) -> None:
        root = page(talk().turn("BEN", "He wrote:", quotation="We shall walk.").document())
        assert texts(root, "//blockquote") == ["We shall walk."]

    def test_a_speaker_has_one_colour_and_another_has_another(self) -> None:
        names = page(talk().document()).xpath("//article/*[contains(@class, 'who')]")
        assert [name.get("class") for name in names] == ["who who-0", "who who-1", "who who-0"]

    def test_only_the_turns_that_were_asked_for_are_written(self) -> None:
        root = page(talk().document(), first=2, last=2)
        assert [turn.get("id") for turn in root.xpath("//article")] == ["t2"]
        assert texts(root, "//aside") == [] and texts(root, "//ul[@class='speakers']/li") == ["BEN"]

    def test_a_turn_that_there_is_not_is_wrong_use(self) -> None:
        with pytest.raises(UsageError, match=r"--until 9: .* has 3 turns"):
            page(talk().document(), last=9, heard=False)

    def test_language_and_direction_are_the_documents(self) -> None:
        hebrew, german = page(talk().document("he")), page(talk().document("de"))
        assert (hebrew.get("lang"), hebrew.get("dir")) == ("he", "rtl")
        assert (german.get("lang"), german.get("dir")) == ("de", None)

    def test_it_is_html_and_not_xml(self) -> None:
        written = page_bytes(rendering(talk().document()))
        assert written.startswith(b"<!DOCTYPE html>") and b"xmlns" not in written
        assert b"<br>" in written and b"</br>" not in written and b"</meta>" not in written


class TestNotes:
    def test_a_mark_leads_to_its_note_and_the_note_back(self) -> None:
        root = page(talk().document())
        marks = root.xpath("//a[@role='doc-noteref']")
        assert [(mark.get("href"), mark.get("id")) for mark in marks] == [("#n1", "m1"), ("#n2", "m2"), ("#n1", None)]
        assert root.xpath("//aside//a[@role='doc-backlink']/@href") == ["#m1", "#m2"]

    def test_a_note_stands_with_the_turn_of_its_first_mark_and_one_without_at_the_end(self) -> None:
        root = page(talk().document())
        assert root.xpath("//article[@id='t1']//aside/@id") == ["n1", "n2"]
        assert texts(root, "//section[@class='notes']//aside") == ["3 Nobody points here."]

    def test_a_note_to_the_title_stands_in_the_front(self) -> None:
        titled = Dialogue().titled("A Talk{1}").turn("ANNE", "Yes.").turn("BEN", "No.").note("1", "In a shoe box.")
        for root in (page(titled.document()), page(titled.document(), first=2)):
            assert texts(root, "//header//aside") == ["1 In a shoe box."] and len(root.xpath("//aside")) == 1

    def test_a_mark_whose_note_is_not_among_the_turns_that_were_asked_for_is_no_link(self) -> None:
        marked = Dialogue().turn("ANNE", "Yes.").turn("BEN", "No{1}.").note("1", "He means yes{2}.").note("2", "No.")
        root = page(marked.document(), first=2)
        assert texts(root, "//sup") == ["2"] and root.xpath("//article//a/@href") == ["#n1", "#m1"]

    @pytest.mark.parametrize("when", [NoteReading.SILENT, NoteReading.TURN, NoteReading.END])
    def test_of_two_notes_of_one_mark_none_is_lost(self, when: NoteReading) -> None:
        twice = Dialogue().turn("ANNE", "Yes{1}.").note("1", "First.").note("1", "Second.")
        root = page(twice.document(), NarrationOptions(notes=when))
        assert sorted(root.xpath("//aside/@id")) == ["n1", "n2"]
        assert root.xpath("//a[@role='doc-noteref']/@href") == ["#n2"] and len(root.xpath("//aside//a")) == 1

    def test_a_mark_without_a_note_is_no_link(self) -> None:
        root = page(Dialogue().turn("ANNE", "Good{7} morning.").document())
        assert root.xpath("//a[@class='noteref']") == [] and texts(root, "//sup") == ["7"]

    @pytest.mark.parametrize("when", [NoteReading.MARK, NoteReading.TURN, NoteReading.END])
    def test_notes_that_are_read_have_their_times(self, when: NoteReading) -> None:
        recorded = rendering(talk().document(), NarrationOptions(notes=when))
        root = lxml_html.document_fromstring(page_bytes(recorded))
        said = [timed for timed in recorded.timeline.entries if timed.utterance.note]
        assert said
        for timed in said:
            [element] = root.xpath(f"//aside//*[@id='s{timed.utterance.page}-{timed.utterance.number}']")
            assert int(element.get("data-at")) == round(recorded.seconds(timed.start) * 1000)
            assert timed.utterance.printed in element.text_content()

    def test_notes_that_are_not_read_have_none(self) -> None:
        assert page(talk().document()).xpath("//aside//@data-at") == []


class TestTimes:
    def test_each_sentence_that_is_heard_has_the_time_of_the_timeline(self) -> None:
        recorded = rendering(talk().document())
        root = lxml_html.document_fromstring(page_bytes(recorded))
        for timed in recorded.timeline.entries:
            [sentence] = root.xpath(f"//*[@id='s{timed.utterance.page}-{timed.utterance.number}']")
            assert set_text(sentence) == timed.utterance.printed
            assert int(sentence.get("data-at")) == round(recorded.seconds(timed.start) * 1000)

    def test_each_word_has_its_time_and_times_only_grow(self) -> None:
        recorded = rendering(talk().document())
        root = lxml_html.document_fromstring(page_bytes(recorded))
        words = [(int(word.get("data-at")), word.text_content()) for word in root.xpath("//*[@class='w']")]
        assert [at for at, _ in words] == sorted(at for at, _ in words)
        assert [word for _, word in words][:9] == ["A", "Talk", "May", "1", "1900", "Good", "morning.", "It", "is"]
        told = {
            round(recorded.seconds(timed.start + word.frame) * 1000)
            for timed in recorded.timeline.entries for word in timed.words
        }  # fmt: skip
        assert {at for at, _ in words} <= told

    def test_an_announced_name_has_its_time(self) -> None:
        root = page(talk().document(), NarrationOptions(announce=Announce.ALWAYS))
        assert len(root.xpath("//article//span[@class='name'][@data-at]")) == 3

    def test_who_is_not_to_be_heard_is_printed_without_times(self) -> None:
        root = page(talk().document(), NarrationOptions(only=frozenset({"BEN"})))
        assert root.xpath("//article[@id='t1']//@data-at") == [] != root.xpath("//article[@id='t2']//@data-at")
        assert texts(root, "//article[@id='t3']//p") == ["Thanks, Ben."]


class TestWhatNeverHappens:
    def test_words_of_a_document_are_never_markup(self) -> None:
        hostile = Dialogue().titled(HOSTILE).part(HOSTILE, paragraph=HOSTILE).turn(HOSTILE, HOSTILE + "{1}")
        hostile.note("1", HOSTILE).sourced(HOSTILE)
        root = page(hostile.document(), NarrationOptions(notes=NoteReading.TURN))
        assert len(root.xpath("//script")) == len(root.xpath("//style")) == 1
        assert root.xpath("//b") == root.xpath("//@onload") == []
        shown = HOSTILE.replace("\x00", "\ufffd").replace("\x0b", "\ufffd").replace("\ufffe", "\ufffd")
        assert shown in texts(root, "//h1")[0] and shown in texts(root, "//article//p")[0]

    def test_the_policy_lets_in_this_style_and_this_script_and_no_network(self) -> None:
        root = page(talk().document())
        policy = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
        for tag in ("style", "script"):
            [text] = texts(root, f"//{tag}")
            assert f"{tag}-src 'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" in policy
        assert policy.startswith("default-src 'none';") and "media-src data:" in policy
        assert "unsafe" not in policy and "http" not in policy

    def test_nothing_points_out_of_the_page(self) -> None:
        root = page(talk().document())
        links = root.xpath("//@href|//@src")
        ids = set(root.xpath("//@id"))
        assert all(link[1:] in ids if link.startswith("#") else link.startswith("data:audio/") for link in links)
        assert len(ids) == len(root.xpath("//@id")) and root.xpath("//@style") == []
        assert not re.search(r"https?://", etree.tostring(root).decode())


class TestSound:
    def test_it_is_in_the_page_and_can_be_played_without_scripts(self, coded: bytes) -> None:
        [audio] = page(talk().document()).xpath("//section[@id='player']/audio")
        assert audio.get("src") == "data:audio/mpeg;base64," + b64encode(coded).decode()
        assert audio.get("controls") is not None

    def test_one_too_long_for_browsers_is_refused_with_what_to_do(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys.modules["tui_reader.export.html.html_writer"], "LARGEST", 10)
        with pytest.raises(ReaderError, match="--format html,mp3"):
            page_bytes(rendering(talk().document()))

    def test_one_that_is_written_beside_is_played_from_there(self) -> None:
        root = page(talk().document(), formats=("html", "mp3"))
        assert root.xpath("//audio/@src") == ["out.mp3"]
        assert "data:" not in root.xpath("//meta[@http-equiv]/@content")[0]

    def test_a_page_without_sound_is_text_alone(self) -> None:
        root = page(talk().document(), heard=False)
        assert root.xpath("//script|//audio|//section[@id='player']|//@data-at") == []
        assert len(root.xpath("//article")) == 3

    def test_text_only_is_for_what_has_text(self) -> None:
        [(format, _)] = export_targets(ExportOptions(Path("out.html"), text_only=True))
        assert format.needs is Needs.TEXT and not format.is_encoded
        with pytest.raises(UsageError, match="--text-only is for"):
            export_targets(ExportOptions(Path("out.mp3"), text_only=True))

    def test_the_same_rendering_gives_the_same_page(self) -> None:
        recorded = rendering(talk().document())
        assert page_bytes(recorded) == page_bytes(recorded)
