"""The ledger: every character of the source is accounted for, and what is lost shows."""

from __future__ import annotations

import json

import pytest

from tests.support.dialogue_builder import Dialogue
from tui_reader.document.model import NARRATOR, Document, Part, Passage
from tui_reader.formats import parse, read
from tui_reader.narration.ledger import StreamedLedger, ledger
from tui_reader.narration.ledger_entries import Added, CoverageStatus, Ledger
from tui_reader.narration.narration import Narration
from tui_reader.narration.narration_options import Announce, NarrationOptions, NoteReading, Titles
from tui_reader.narration.normalization import Lexicon, TextNormalizer
from tui_reader.paths import bundled
from tui_reader.terminal.streamed_json import json_pieces

NEVER_SPOKEN = (
    "(1)", "(2)", "(3)", "(5)", "AES:", "GWB:", "GB:", " Back", "127 Wall Street", "CT 06511", "Lot 74 D 272",
    "See Document 166",
)  # fmt: skip
KEPT = (
    "(fuselages at sea)",
    "(in the Security Council)",
    "(through the five Latin countries having diplomatic relations, for example)",
    "verify compliances above ex post facto",
)


@pytest.fixture(scope="module")
def memorandum() -> Document:
    return read(bundled("corpus") / "stevenson-ball.txt")


def account(document: Document, options: NarrationOptions | None = None) -> Ledger:
    return ledger(document, Narration(document, options, TextNormalizer(own=Lexicon())))


def joined(found: Ledger) -> str:
    return "".join(entry.printed for entry in found.entries)


def test_the_memorandum_is_accounted_for_to_the_last_character(memorandum: Document) -> None:
    found = account(memorandum)
    assert found.lost == 0
    assert joined(found) == memorandum.text
    starts = [entry.start for entry in found.entries]
    assert starts == [0, *(entry.end for entry in found.entries)][:-1]
    assert found.added == (Added("narrator", "Signed,"),)
    assert found.page().endswith("\nnothing lost")


@pytest.mark.parametrize("notes", [NoteReading.MARK, NoteReading.TURN, NoteReading.END])
def test_notes_that_are_read_aloud_are_spoken_in_the_account(memorandum: Document, notes: NoteReading) -> None:
    found = account(memorandum, NarrationOptions(notes=notes))
    assert found.lost == 0
    assert joined(found) == memorandum.text
    of_notes = " ".join(
        entry.printed for entry in found.entries if entry.status is CoverageStatus.SPOKEN and entry.by == NARRATOR
    )
    first = memorandum.notes[0].passage
    assert first and first.text.split()[-1] in of_notes.split()
    assert Added(NARRATOR, "Note 1.") in found.added


def test_what_the_ledger_says_is_spoken_is_what_the_narration_says(memorandum: Document) -> None:
    narration = Narration(memorandum, normalizer=TextNormalizer(own=Lexicon()))
    spoken = "".join(
        entry.said for entry in ledger(memorandum, narration).entries if entry.status is CoverageStatus.SPOKEN
    )
    said = "".join(piece.said for utterance in narration for piece in utterance.pieces if not piece.added)
    assert spoken.split() == said.split() or "".join(spoken.split()) == "".join(said.split())


def test_nothing_of_the_memorandum_is_spoken_that_must_not_be(memorandum: Document) -> None:
    spoken = " ".join(entry.printed for entry in account(memorandum).entries if entry.status is CoverageStatus.SPOKEN)
    folded = " ".join(spoken.split())
    assert [words for words in NEVER_SPOKEN if words in folded] == []
    assert [words for words in KEPT if words not in folded] == []


def test_each_voice_says_what_is_its_own(memorandum: Document) -> None:
    by = {entry.printed: entry.by for entry in account(memorandum).entries if entry.status is CoverageStatus.SPOKEN}
    assert by["Memo written up separately"] == "narrator"
    assert by["I think the meeting has been called off."] == "GWB"
    assert by["I won't review the negotiations to date with which you are generally familiar."] == "AES"


def test_a_normalized_word_names_its_rule(memorandum: Document) -> None:
    normalized = {entry.printed: (entry.said, entry.why) for entry in account(memorandum).entries if entry.by}
    assert normalized["IL-28"] == ("I.L twenty-eight", "designations")
    assert normalized["SAM"] == ("sam", "lexicon")
    assert normalized["Yes."] == ("Yes.", "")


def test_the_json_has_the_fields_that_are_promised(memorandum: Document) -> None:
    found = json.loads(json.dumps(account(memorandum).to_json()))
    assert set(found) == {"entries", "added", "lost", "unread"}
    assert {tuple(entry) for entry in found["entries"]} == {("start", "end", "class", "printed", "said", "by", "why")}
    assert {entry["class"] for entry in found["entries"]} == {"spoken", "skipped", "structure"}
    assert found["added"] == [{"by": "narrator", "said": "Signed,"}]


def small() -> Dialogue:
    return (
        Dialogue()
        .titled("A Call")
        .turn("A", "One{1} is here. IL{2}-28 too.", aside="(They sit.)", more="Three.")
        .turn("B", "* * *")
        .note("1", "A note{2} of it.")
        .note("2", "Another.")
        .sourced("A box.")
        .left_over("Back", "rest of a web link")
    )


def test_a_small_document_loses_nothing() -> None:
    found = account(small().document())
    assert (found.lost, joined(found)) == (0, small().text)
    whys = {entry.printed: entry.why for entry in found.entries}
    assert whys["* * *"] == "no words to say"
    assert whys["(1)"] == "mark of note 1"
    assert whys["A note"] == "note 1, read on demand"
    assert whys["Source:"] == "begins source"
    assert whys["A:"] == "label"


def test_a_word_with_a_mark_inside_is_said_once() -> None:
    spoken = [entry for entry in account(small().document()).entries if entry.by and entry.why]
    assert [(entry.printed, entry.said) for entry in spoken] == [("IL", "I.L twenty-eight"), ("-28", "")]


def test_names_announced_are_added_words() -> None:
    found = account(small().document(), NarrationOptions(announce=Announce.ALWAYS))
    assert found.added == (Added("narrator", "A"),)


def changed(document: Document, passages: tuple[Passage, ...]) -> Document:
    """The document with other passages in its first turn."""
    part = document.parts[0]
    turn = part.turns[0]._replace(passages=passages)
    return document._replace(parts=(Part(part.id, None, None, (), (turn, *part.turns[1:])),))


def test_a_passage_that_the_reader_forgot_is_lost() -> None:
    document = small().document()
    found = account(changed(document, document.parts[0].turns[0].passages[:-1]))
    assert (found.lost, joined(found)) == (len("Three."), document.text)
    assert "lost       Three." in found.page().splitlines()
    assert found.page().endswith("6 characters lost, in the lines marked lost")


def test_a_forgotten_mark_note_label_or_residue_is_lost() -> None:
    document = small().document()
    assert account(document._replace(residue=())).lost == len("Back")
    assert account(document._replace(notes=document.notes[1:])).lost == len("1Anote(2)ofit.")
    assert account(document._replace(source=None)).lost == len("Source:Abox.")
    first, *rest = document.parts[0].turns[0].passages
    assert account(changed(document, (first._replace(marks=first.marks[1:]), *rest))).lost == len("(1)")


def test_a_passage_whose_words_are_not_those_of_the_source_is_lost() -> None:
    document = small().document()
    *first, last = document.parts[0].turns[0].passages
    assert account(changed(document, (*first, last._replace(text="Seven.")))).lost == len("Three.")


def test_what_is_said_twice_shows_as_added() -> None:
    document = small().document()
    passages = document.parts[0].turns[0].passages
    found = account(changed(document, (*passages, passages[-1])))
    assert (found.lost, found.added) == (0, (Added("A", "Three."),))


def test_an_empty_document_has_an_empty_ledger() -> None:
    assert account(Document("x", "0", "test", "")) == Ledger((), (), 0)


def test_entry_by_entry_it_is_the_same_account(memorandum: Document) -> None:
    for options in (NarrationOptions(), NarrationOptions(notes=NoteReading.TURN, titles=Titles.SHORT)):
        whole = ledger(memorandum, Narration(memorandum, options))
        fields = StreamedLedger(memorandum, Narration(memorandum, options)).json_fields()
        assert json.loads("".join(json_pieces(fields))) == whole.to_json()
        lines = StreamedLedger(memorandum, Narration(memorandum, options)).lines()
        assert "\n".join(lines) == whole.page()


def test_entries_are_in_the_order_of_the_source_where_the_pages_are_not() -> None:
    text = """<TEI><text><body><div><head>Talk</head><note type="source" n="1">Here.</note>
      <p>ANN: One.<note n="2">Two words.</note> Three.</p><p>BEN: Four.</p></div></body></text></TEI>"""
    document = parse(text.encode(), "talk.xml")
    streamed = StreamedLedger(document, Narration(document, NarrationOptions(notes=NoteReading.END)))
    entries = list(streamed.entries())
    assert "".join(entry.printed for entry in entries) == document.text
    assert streamed.lost == 0
