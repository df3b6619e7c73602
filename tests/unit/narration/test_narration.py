"""What is said of a document, in which order, by whom, and with which pauses."""

from __future__ import annotations

import pytest

from tests.support.dialogue_builder import Dialogue
from tui_reader.document.model import NARRATOR, Document, Kind, Position
from tui_reader.errors import ReaderError
from tui_reader.narration.narration import Narration
from tui_reader.narration.narration_options import Announce, LetterVoice, NarrationOptions
from tui_reader.narration.normalization import Lexicon, TextNormalizer, own_file
from tui_reader.narration.pause import Pause
from tui_reader.narration.speaker_lines import speaker_lines
from tui_reader.narration.utterance import SpokenPiece


def call() -> Document:
    """A small telephone call with everything in it."""
    return (
        Dialogue()
        .named("AB", "Adlai Brown")
        .titled("A Call")
        .dated("May 4")
        .part()
        .turn("AB", "Did the meeting{1} end? I must know.")
        .turn("CD", "Yes.")
        .turn("AB", "Good. I shall read it:", aside="(Memo written up{2} separately)", more="Think it over.")
        .turn("AB", "And call me.")
        .part(
            "Memorandum From Brown",
            "AB",
            paragraph="I suggest this:",
            item1="1. If they go, and",
            item2="2. We stay.",
            paragraph2="All is well.",
            signature="Adlai E. Brown{3}",
        )
        .note("1", "The first meeting. It was short.")
        .sourced("A box. In a cellar.")
        .document()
    )


def plain(document: Document, **options: object) -> Narration:
    return Narration(document, NarrationOptions(spell_out=False, **options))  # type: ignore[arg-type]


def test_the_default_reading_has_the_right_words_and_voices() -> None:
    assert list(speaker_lines(plain(call()))) == [
        (NARRATOR, "A Call"),
        (NARRATOR, "May 4"),
        ("AB", "Did the meeting end? I must know."),
        ("CD", "Yes."),
        ("AB", "Good. I shall read it:"),
        (NARRATOR, "Memo written up separately."),
        ("AB", "Think it over."),
        ("AB", "And call me."),
        (NARRATOR, "Memorandum From Brown"),
        ("AB", "I suggest this:"),
        ("AB", "1. If they go, and"),
        ("AB", "2. We stay."),
        ("AB", "All is well."),
        (NARRATOR, "Signed, Adlai E. Brown."),
    ]


def test_a_sentence_is_an_utterance_and_its_place_on_the_page_is_known() -> None:
    document = call()
    for utterance in Narration(document):
        if utterance.offset is not None:
            shown = document.pages[utterance.page].text[utterance.offset :]
            assert shown.startswith(utterance.printed)
        assert "".join(utterance.printed[piece.start : piece.end] for piece in utterance.pieces) == utterance.printed
    assert [u.printed for u in Narration(document).page(0)] == [
        "A Call",
        "May 4",
        "Did the meeting end?",
        "I must know.",
    ]


def test_the_narrator_reads_letters_by_choice() -> None:
    said = {text: voice for voice, text in speaker_lines(plain(call(), letters=LetterVoice.NARRATOR))}
    assert said["I suggest this:"] == NARRATOR
    assert said["Think it over."] == "AB"


@pytest.mark.parametrize(
    ("announce", "names"),
    [
        (Announce.NEVER, []),
        (Announce.CHANGES, ["Adlai Brown", "CD", "Adlai Brown"]),
        (Announce.ALWAYS, ["Adlai Brown", "CD", "Adlai Brown", "Adlai Brown"]),
    ],
)
def test_names_are_announced_by_choice(announce: Announce, names: list[str]) -> None:
    said = list(plain(call(), announce=announce))
    found = [u for u in said if u.offset is None and u.printed not in ("A Call", "May 4")]
    assert [u.printed for u in found] == names
    assert {u.voice for u in found} <= {NARRATOR}
    assert {u.pause for u in found} <= {Pause.SENTENCE}


def test_each_utterance_leads_to_the_next_and_back() -> None:
    narration = Narration(call(), NarrationOptions(announce=Announce.CHANGES))
    said = list(narration)
    assert narration.first() == said[0]
    assert [narration.after(u) for u in said] == [*said[1:], None]
    assert [narration.before(u) for u in said] == [None, *said[:-1]]
    assert [u.number for u in narration.page(0)] == list(range(len(narration.page(0))))


def test_a_position_leads_to_the_utterance_that_holds_it() -> None:
    document = call()
    narration = Narration(document)
    assert narration.at(Position(0, 0)).printed == "Did the meeting end?"
    for utterance in narration:
        if utterance.offset is not None:
            for offset in (utterance.offset, utterance.offset + len(utterance.printed) - 1):
                assert narration.at(Position(utterance.page, offset)) == utterance
    between = len("Did the meeting end?")
    assert narration.at(Position(0, between)).printed == "I must know."
    assert narration.at(Position(0, 10_000)).printed == "Yes."
    assert narration.at(Position(99, 0)).pause is Pause.END


def test_one_side_of_a_talk_is_heard_alone() -> None:
    narration = plain(call(), only=frozenset(["CD"]))
    assert [u.wording for u in narration] == ["Yes."]
    assert narration.at(Position(0, 0)).wording == "Yes."
    yes = next(iter(narration))
    assert narration.after(yes) is None
    assert narration.before(yes) is None


def test_an_aside_loses_only_the_brackets_that_hold_all_of_it() -> None:
    turns = Dialogue().turn("A", "Well.", aside1="[Laughter. They sit.]", aside2="(a) or (b)", aside3="(Quite!)")
    said = [u.wording for u in plain(turns.document()) if u.voice == NARRATOR]
    assert said == ["Laughter.", "They sit.", "(a) or (b)", "Quite!"]


def test_a_signature_that_says_signed_is_left_alone() -> None:
    letter = Dialogue().part("Letter", None, signature1="Signed: J. Doe.", signature2="Clerk")
    assert [text for _, text in speaker_lines(plain(letter.document()))][1:] == ["Signed: J. Doe.", "Clerk."]


def test_what_has_no_words_is_not_said() -> None:
    document = Dialogue().turn("A", "One.").turn("B", "* * *").turn("A", "Two . . .").document()
    narration = Narration(document)
    assert [u.printed for u in narration] == ["One.", "Two . . ."]
    assert narration.page(1) == ()
    assert [u.pause for u in narration] == [Pause.SAME_SPEAKER, Pause.END]
    assert narration.at(Position(1, 0)).page == 2


def test_a_document_without_words_is_a_narration_without_utterances() -> None:
    narration = Narration(Dialogue().turn("A", "...").document())
    assert list(narration) == []
    assert narration.first() is None
    nothing = narration.at(Position(0, 0))
    assert (nothing.spoken, nothing.pause, narration.after(nothing)) == ("", Pause.END, None)


def test_a_title_alone_is_said() -> None:
    narration = Narration(Dialogue().titled("Only a title").document())
    assert [u.printed for u in narration] == ["Only a title"]
    assert narration.at(Position(0, 0)).printed == "Only a title"


def test_an_utterance_of_verse_keeps_its_lines() -> None:
    document = Dialogue().turn("A", "So:", verse="O brave\nnew world. That has").document()
    said = [u for u in Narration(document) if u.kind is Kind.VERSE]
    assert [u.printed for u in said] == ["O brave\nnew world.", "That has"]


class CountingNormalizer(TextNormalizer):
    """Counts the sentences that it is asked to spell out."""

    count = 0

    def __init__(self) -> None:
        super().__init__(Lexicon(), Lexicon())

    def pieces(self, printed: str, language: str = "en") -> tuple[SpokenPiece, ...]:
        self.count += 1
        return super().pieces(printed, language)


def test_pages_are_made_when_asked_for_and_kept() -> None:
    document = Dialogue().turn("A", "One.").turn("B", "Two.").document()
    part = document.parts[0]
    document = document._replace(parts=(part._replace(turns=(*part.turns,) * 50_000),))
    normalizer = CountingNormalizer()
    narration = Narration(document, normalizer=normalizer)
    assert narration.at(Position(99_999, 0)).pause is Pause.END
    assert narration.first() == narration.at(Position(0, 0))
    assert normalizer.count == 2


def test_printed_words_are_said_as_printed_by_choice() -> None:
    document = Dialogue().turn("A", "In 1962--so.").document()
    assert [u.spoken for u in plain(document)] == ["In 1962--so."]
    assert [u.spoken for u in Narration(document)] == ["In nineteen sixty-two — so."]


def test_an_aside_is_spelled_out_and_mapped_without_its_brackets() -> None:
    document = Dialogue().turn("A", "Well.", aside="(Adlai E. left in 1962)").document()
    aside = Narration(document).page(0)[-1]
    assert aside.spoken == "Addlay E. left in nineteen sixty-two."
    assert aside.wording == "Adlai E. left in 1962."
    start, end = aside.printed_at(aside.spoken.index("nineteen"))
    assert aside.printed[start:end] == "1962"


def test_a_noise_is_silent_and_a_direction_is_the_narrators() -> None:
    turns = Dialogue().turn(
        "A",
        "Well.",
        aside1="[laughs]",
        aside2="(Applause.)",
        aside3="[inaudible 00:12:03]",
        aside4="(laughing)",
        aside5="(Exit.)",
        aside6="phone rings",
        aside7="Silence falls.",
        aside8="[music playing]",
    )
    assert [said for _, said in speaker_lines(Narration(turns.document()))] == [
        "Well.",
        "laughing.",
        "Exit.",
        "Silence falls.",
    ]


def test_the_wording_has_the_signs_that_are_not_said_but_no_words_that_are_skipped() -> None:
    words = "At 5 p.m. he left [sic] C:\\\\here | and †."
    document = Dialogue().turn("A", words, aside="(Exit)").document()
    assert [text for _, text in speaker_lines(Narration(document))] == [words.replace(" [sic]", ""), "Exit."]


def test_a_broken_lexicon_is_told_with_the_first_utterance() -> None:
    own_file().parent.mkdir(parents=True)
    own_file().write_text("Adlai = 3", encoding="utf-8")
    narration = Narration(call())
    with pytest.raises(ReaderError, match=r"lexicon\.toml:1:"):
        narration.first()


def test_a_part_read_on_demand_is_gone_past_and_read_where_it_is_played() -> None:
    document = Dialogue().titled("A Call").part(paragraph="Printed in London.").part().turn("AB", "Yes.").document()
    front, exchange = document.parts
    narration = plain(document._replace(parts=(front._replace(on_demand=True), exchange)))
    assert [utterance.printed for utterance in narration] == ["A Call", "Yes."]
    title = narration.first()
    assert title
    following = narration.after(title)
    assert following and following.printed == "Yes."
    assert narration.before(following) == title
    demanded = narration.at(Position(0, 0))
    assert demanded.printed == "Printed in London."
    assert narration.after(demanded) == following
