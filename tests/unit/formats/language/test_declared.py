"""Languages that the head of a file declares."""

from __future__ import annotations

import pytest

from tui_reader.formats.language.declared import declared, in_name


@pytest.mark.parametrize(
    ("head", "tag"),
    [
        ('<!DOCTYPE html>\n<html class="a" lang="fr">', "fr"),
        ("<HTML LANG=pt-BR>", "pt-BR"),
        ('<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="cs">', "cs"),
        ('<html><body lang="de">', "de"),
        ('<html><head><meta http-equiv="Content-Language" content="it">', "it"),
        ('<html><head><meta content="nl" http-equiv="content-language">', "nl"),
        ('<html><head><meta property="og:locale" content="es_ES">', "es-ES"),
        ('<html><head><meta name="DC.language" content="fra">', "fr"),
        ("---\ntitle: A talk\nlang: sv\n---\nANNA: Ja.", "sv"),
        ("---\nlanguage: 'en-GB'\n---\n", "en-GB"),
        ("#+TITLE: Tal\n#+LANGUAGE: da\n", "da"),
        ("Title: Faust\n\nLanguage: German\n\n*** START", "de"),
        ("Title: Two plays\nLanguage: Latin, English\n", "la"),
        ("Language: Norwegian (Bokmål)\n", "no"),
        ("ANNA: Language: that is what matters.\n", ""),
        ("Language: Colourful\n", ""),
        ('<p>She wrote lang="fr" there.</p>', ""),
        ('<html lang="und">', ""),
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
