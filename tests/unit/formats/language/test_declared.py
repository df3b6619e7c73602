"""Languages that the head of a file declares."""

from __future__ import annotations

import pytest

from tui_reader.formats.language.declared import declared, in_name


@pytest.mark.parametrize(
    ("head", "tag"),
    [
        ("---\ntitle: A talk\nlang: sv\n---\nANNA: Ja.", "sv"),
        ("---\nlanguage: 'en-GB'\n---\n", "en-GB"),
        ("#+TITLE: Tal\n#+LANGUAGE: da\n", "da"),
        ("Title: Faust\n\nLanguage: German\n\n*** START", "de"),
        ("Title: Two plays\nLanguage: Latin, English\n", "la"),
        ("Language: Norwegian (Bokmål)\n", "no"),
        ("ANNA: Language: that is what matters.\n", ""),
        ("Language: Colourful\n", ""),
        ("", ""),
    ],
)
def test_the_head_of_a_file_declares_its_language(head: str, tag: str) -> None:
    assert declared(head) == tag


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("talk.fr.srt", "fr"),
        ("talk.pt-BR.vtt", "pt-BR"),
        ("talk.srt", ""),
        ("fr.srt", ""),
        ("talk.v2.txt", ""),
        ("", ""),
    ],
)
def test_a_name_may_say_the_language_before_its_last_ending(name: str, tag: str) -> None:
    assert in_name(name) == tag
