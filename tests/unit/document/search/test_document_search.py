"""What is found in one document, and where."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.dialogue_builder import Dialogue
from tui_reader.document.model import Document, Position
from tui_reader.document.search.document_search import Hit, Hits, Search
from tui_reader.document.search.query import SearchError, query_of
from tui_reader.document.search.search_normalization import Unfolding, folded, is_even, unfolded
from tui_reader.formats import read
from tui_reader.paths import bundled


def talk() -> Document:
    dialogue = Dialogue()
    dialogue.turn("ANNE", "A “naïve” résumé, General—or not.", more="Cafe\u0301 and\u00a0ﬁsh.")
    dialogue.turn("BEN", "The naive -- Général -- agreed{1}.")
    dialogue.turn("ANNE", "Nothing naive.")
    dialogue.note("1", "The naive one.")
    return dialogue.document()


def found(typed: str, document: Document | None = None) -> list[str]:
    """What is printed at each place."""
    document = document or talk()
    return [
        f"{hit.page}: " + (f"note {hit.note}" if hit.note else document.pages[hit.page].text[hit.start : hit.end])
        for hit in Search(document).hits(query_of(typed, document))
    ]


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("NAIVE", ["0: naïve", "1: naive", "1: note 1", "2: naive"]),
        ("naïve", ["0: naïve", "1: naive", "1: note 1", "2: naive"]),
        ('"naive"', ["0: “naïve”"]),
        ("general-or", ["0: General—or"]),
        ("general - agreed", ["1: Général -- agreed"]),
        ("not. cafe", ["0: not.\nCafe\u0301"]),
        ("and  fish", ["0: and\u00a0ﬁsh"]),
        ("zebra", []),
        ("@Ben naive", ["1: naive", "1: note 1"]),
        ("@anne", ["0: ", "2: "]),
        ('@"Anne" naive', ["0: naïve", "2: naive"]),
        ("/na.ve/", ["0: naïve", "1: naive", "1: note 1", "2: naive"]),
        (r"/\bg\w+l\b", ["0: General", "1: Général"]),
        ("@BEN /x*/", []),
    ],
)
def test_words_are_found_as_they_are_printed(typed: str, places: list[str]) -> None:
    assert found(typed) == places


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("", "Type what to find"),
        ("@Nobody yes", "Nobody here is called Nobody."),
        ("@", "Type a name after @, such as @Ball."),
        ("//", "Type what to find"),
        ("x" * 1001, "Too long to search for: at most 1,000 characters."),
    ],
)
def test_what_cannot_be_searched_for_is_told_in_a_line(typed: str, line: str) -> None:
    with pytest.raises(SearchError) as error:
        query_of(typed, talk())
    assert str(error.value).startswith(line)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("/(/", "(: not a regular expression (missing )"),
        ("/" + "(" * 900 + "/", "(" * 900 + ": not a regular expression (too many brackets inside each other)."),
    ],
)
def test_what_is_no_expression_is_told_in_a_line(typed: str, line: str) -> None:
    with pytest.raises(SearchError) as error:
        found(typed)
    assert str(error.value).startswith(line) and "\n" not in str(error.value)


def test_an_expression_that_takes_longer_than_it_may_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui_reader.document.search.expression_search.SECONDS", 0.0)
    with pytest.raises(SearchError, match=r"/na.ve/ takes too long, or too much memory; make it simpler\."):
        found("/na.ve/")


@pytest.mark.parametrize("typed", ["e", "/e/", "@ANNE"])
def test_what_is_found_too_often_is_told_in_a_line(typed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui_reader.document.search.document_search.MOST_HITS", 1)
    with pytest.raises(SearchError, match=r"is found over 1 times; search for something longer\.|of over 1 turns"):
        found(typed)


def test_six_turns_of_the_memorandum_have_castro() -> None:
    document = read(bundled("corpus") / "stevenson-ball.txt")
    hits = Search(document).hits(query_of("Castro", document))
    assert sum(document.pages[page].turn is not None for page in hits.pages) == 6
    assert {document.pages[hit.page].text[hit.start : hit.end] for hit in hits} == {"Castro"}
    ball = Search(document).hits(query_of("@Ball", document))
    assert [hit.page for hit in ball] == [page.index for page in document.pages if page.speaker == "GWB"]


def test_the_line_of_the_source_is_found_at_the_end() -> None:
    document = read(bundled("corpus") / "stevenson-ball.txt")
    (hit,) = Search(document).hits(query_of("Department of State, Ball", document))
    assert hit.note == "Source" and hit.page == len(document.pages) - 1


def test_a_long_document_is_searched_bit_by_bit_and_a_search_half_done_harms_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tui_reader.document.search.document_search.CHUNK", 30)
    dialogue = Dialogue()
    for number in range(20):
        dialogue.turn("A", f"Number {number} - yes.")
    document = dialogue.document()
    search, query = Search(document), query_of("yes", document)
    slices = search.slices(query)
    assert [hit.page for hit in next(slices)] == [0, 1]
    assert [hit.page for hit in search.hits(query)] == list(range(20))
    assert [hit.page for hit in search.hits(query)] == list(range(20))


def test_the_next_hit_and_the_one_before_are_found_from_any_place() -> None:
    hits = Hits([Hit(0, 3, 5), Hit(0, 9, 11), Hit(4, 0, 2)])
    assert [hits.after(Position(*place)) for place in ((0, 0), (0, 3), (3, 9), (4, 0))] == [0, 1, 2, None]
    assert [hits.before(Position(*place)) for place in ((0, 3), (0, 4), (4, 0), (9, 0))] == [None, 0, 1, 2]
    assert hits.on(0) == [Hit(0, 3, 5), Hit(0, 9, 11)] and hits.on(1) == []
    assert hits.pages == [0, 4]


@settings(deadline=None)  # the places matter here, not the time on a busy machine
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from(" -—–é\u0301ﬁß\u00ad…\n"), min_size=1))
def test_each_character_of_the_folded_text_has_its_place(text: str) -> None:
    plain = folded(text)
    for at in range(len(plain)):
        start, end = unfolded(text, at, at + 1)
        assert plain[at] in folded(text[start:end])
        assert start == at or not is_even(text, len(plain))


@settings(deadline=None)  # the places matter here, not the time on a busy machine
@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from(" -—–é\u0301ﬁß\u00ad…\n"), min_size=1),
    st.integers(1, 600),
)
def test_in_a_long_text_each_character_has_the_same_place(text: str, times: int) -> None:
    text *= times
    plain, unfolding = folded(text), Unfolding(text)
    for at in range(0, len(plain), max(1, len(plain) // 20)):
        assert unfolding.printed(at, min(at + 3, len(plain))) == unfolded(text, at, min(at + 3, len(plain)))


def test_a_turn_of_many_accents_is_searched_in_bits_and_every_hit_is_found() -> None:
    words = "".join(letter + "\u0301\u0323" for letter in "missiles")
    dialogue = Dialogue()
    dialogue.turn("ANNE", " ".join([words, "and"] * 3000)).turn("BEN", "Missiles.")
    document = dialogue.document()
    slices = list(Search(document).slices(query_of("missiles", document)))
    hits = [hit for part in slices for hit in part]
    assert [document.pages[hit.page].text[hit.start : hit.end] for hit in hits] == [words] * 3000 + ["Missiles"]
    assert hits == sorted(hits)


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("Łódź", "lodz"),
        ("Søren Ðorðe", "soren dorde"),
        ("Wałęsa", "WALESA"),
        ("Хрущёв", "хрущев"),
        ("Ґалаґан", "галаган"),
        ("Ελλάς", "ΕΛΛΑΣ"),
        ("τους ανθρώπους", "ανθρωπουσ"),
        ("שָׁלוֹם", "שלום"),
        ("צה״ל", 'צה"ל'),
        ("مُحَمَّد", "محمد"),
        ("أحمد وإيمان وآية", "احمد"),
        ("مـــحمد", "محمد"),
        ("ٱلله", "الله"),
        ("İstanbul, Diyarbakır", "diyarbakir"),
        ("Ægir", "aegir"),
        ("中華人民", "人民"),
        ("がっこう", "っこ"),
        ("서울에서", "서울"),
        ("१९६२", "1962"),
        ("ＵＮ", "un"),
    ],
)
def test_names_are_found_however_their_marks_are_typed(printed: str, typed: str) -> None:
    document = Dialogue().turn("A", f"There is {printed} here.").document()
    (hit,) = found(typed, document)
    assert folded(hit.removeprefix("0: ")) == folded(typed)


@pytest.mark.parametrize(("printed", "typed"), [("か", "が"), ("ハハ", "パパ"), ("한", "하")])
def test_other_syllables_are_not_found(printed: str, typed: str) -> None:
    assert found(typed, Dialogue().turn("A", f"There is {printed} here.").document()) == []


def test_what_is_normalized_stays_as_it_is_when_it_is_normalized_again() -> None:
    letters = [chr(code) for code in range(0x80, 0x3000)]
    assert [letter for letter in letters if folded(folded(letter)) != folded(letter)] == []
