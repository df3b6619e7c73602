"""Every format with dialogues that must come back equal, and with files broken in every way: a Document or one line.

A few examples each in a usual run; with `TUI_READER_FUZZ=1000` in the environment so many, by chance.
"""

from __future__ import annotations

import codecs
import os
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.fuzz.hostile import PIECES, broken
from tests.fuzz.marked import FORMATS, as_file
from tests.fuzz.printed import PrintedDialogue, Said
from tests.fuzz.properties import check
from tui_reader.document.model import Document

_ASKED = int(os.environ.get("TUI_READER_FUZZ", "0"))
some = settings(
    max_examples=_ASKED or 10, derandomize=not _ASKED, database=None, deadline=None,
    phases=(Phase.generate, Phase.shrink),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip

_BEGIN = ("We", "You", "They", "Ships", "Rain", "Well,", "In 1962", "No", "Naïve", "“Yes”", "The garden", "Mr. Stone")
_GO_ON = (
    "talked", "went", "saw", "know never", "reports", "about missiles", "quickly", "“well”", "don't", "1962", "U.S.",
    "p.m.", "3:15", "50%", "$5", "AT&T", "Ω", "漢字", "so,", "(so far)", "twenty-five", "Mr. Stone", "2.5", "why? No",
    "…", "told",
)  # fmt: skip
_NAMES = ("Badolu", "Fimi Zan", "Gulora", "Kalo", "Lomi-Su", "Mirudo", "Nuvi", "Pofi Gu Ra", "Raba", "Sudo", "Zoë")
_FILES = sorted({file for file, _ in FORMATS.values()})
_ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "cp1252")

sentences = st.builds(
    lambda begin, words, end: " ".join((begin, *words)) + end,
    st.sampled_from(_BEGIN), st.lists(st.sampled_from(_GO_ON), max_size=8), st.sampled_from((".", "?", "!")),
)  # fmt: skip


@st.composite
def dialogues(draw: st.DrawFn) -> PrintedDialogue:
    """Two to four people, three turns or more for each, nobody twice in a row."""
    people = draw(st.lists(st.sampled_from(_NAMES), min_size=2, max_size=4, unique=True))
    order = list(range(len(people))) * 3
    for step in draw(st.lists(st.integers(1, len(people) - 1), max_size=3)):
        order.append((order[-1] + step) % len(people))
    words = draw(st.lists(sentences, min_size=len(order), max_size=len(order)))
    turns = tuple(Said(people[who], said) for who, said in zip(order, words, strict=True))
    return PrintedDialogue("Conversation in the Garden", turns)


pieces = st.one_of(st.sampled_from(PIECES), st.text(max_size=12), sentences, st.sampled_from(("Ann", "GB", "GWB", "")))
hostile = st.lists(pieces, max_size=4).map("".join)
hostile_dialogues = st.builds(
    lambda title, turns: PrintedDialogue(title, tuple(turns)),
    hostile,
    st.lists(st.builds(Said, st.one_of(st.sampled_from(("Ann", "Bo", "GWB", "GB")), hostile), hostile), max_size=6),
)


def spoken(documents: list[Document]) -> list[tuple[str, str]]:
    """The turns read, without what a style prints around names."""
    return [(bare(turn.label.text), " ".join(turn.text.split())) for one in documents for turn in one.turns]


def bare(label: str) -> str:
    return label.casefold().removeprefix("mr. ").removesuffix(" (team)").rstrip(".")


def proven(documents: list[Document], dialogue: PrintedDialogue) -> None:
    """The same words come back and none is lost, said by the same people, and each name is somebody else's."""
    assert spoken(documents) == [(name.casefold(), " ".join(words.split())) for name, words in dialogue.turns]
    assert not any(one.lost for one in documents)
    tied = {(bare(turn.label.text), turn.speaker) for one in documents for turn in one.turns}
    assert len(tied) == len({label for label, _ in tied}) == len({speaker for _, speaker in tied})


@pytest.mark.parametrize("kind", FORMATS)
@some
@given(dialogue=dialogues())
def test_a_dialogue_comes_back_as_it_was_printed(kind: str, dialogue: PrintedDialogue) -> None:
    file, printed = FORMATS[kind]
    proven(check(as_file(printed(dialogue), file), file), dialogue)


@pytest.mark.parametrize("encoding", _ENCODINGS)
@some
@given(dialogue=dialogues())
def test_a_dialogue_comes_back_from_every_encoding(encoding: str, dialogue: PrintedDialogue) -> None:
    data = FORMATS["colon"][1](dialogue).encode(encoding, "ignore")
    turns = tuple(Said(name, words.encode(encoding, "ignore").decode(encoding)) for name, words in dialogue.turns)
    proven(check(data, "talk.txt"), dialogue._replace(turns=turns))


@pytest.mark.parametrize("kind", FORMATS)
@some
@given(dialogue=st.one_of(hostile_dialogues, dialogues()), seed=st.none() | st.integers(0, 1 << 32))
def test_a_hostile_file_is_a_whole_document_or_one_line(kind: str, dialogue: PrintedDialogue, seed: int | None) -> None:
    file, printed = FORMATS[kind]
    data = as_file(printed(dialogue), file)
    check(data if seed is None else broken(data, Random(seed), 5000), file)


@pytest.mark.parametrize("encoding", [*_ENCODINGS, "utf-7", "cp037", "shift-jis"])
@some
@given(words=hostile)
def test_hostile_text_is_safe_in_every_encoding(encoding: str, words: str) -> None:
    check(f"GWB: {words}\n\nAES: {words}\n\nGWB: no".encode(encoding, "ignore"), "talk.txt")


@pytest.mark.parametrize("file", _FILES)
@some
@given(
    magic=st.sampled_from(
        (b"", b"PK\x03\x04META-INF/container.xml", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF32_BE,
         b"WEBVTT\n\n", b"<html>", b"<TEI>", b"{", b"[{", b"---\n", b"1\n00:00:01,000 --> ",
         b"<?xml version='1.0' encoding='", b"%PDF")
    ),
    data=st.binary(max_size=300),
)  # fmt: skip
def test_bytes_of_chance_are_refused_in_one_line_or_read(file: str, magic: bytes, data: bytes) -> None:
    check(magic + data, file)
