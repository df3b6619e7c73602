"""The language of a document that is read: chosen, declared, guessed, or assumed."""

from __future__ import annotations

from tui_reader.document.model import Document, LanguageEvidence
from tui_reader.formats import parse

GERMAN = (
    "ANNA: Ich weiß nicht, ob er noch kommt.\n\nBERT: Wir sind schon da, aber es ist niemand hier.\n\n"
    "ANNA: Dann müssen wir auf ihn warten, und das kann dauern.\n\nBERT: Was haben Sie denn mit dem Brief gemacht?\n\n"
)


def read(text: str, name: str = "talk.txt", language: str | None = None) -> Document:
    """The document of a text."""
    return parse(text.encode(), name, language=language)


def test_the_words_tell_the_language() -> None:
    document = read(GERMAN)
    assert document.language == "de"
    assert document.language_evidence.source == "guessed" and document.language_evidence.certainty > 0.9


def test_what_the_person_chose_holds_without_a_word() -> None:
    document = read(f"Language: French\n\n{GERMAN}", language="nl")
    assert (document.language, document.language_evidence, document.warnings) == (
        "nl",
        LanguageEvidence("chosen", 1.0),
        (),
    )


def test_a_short_talk_is_assumed_to_be_english() -> None:
    document = read("ANNA: No.\n\nBERT: Ah!\n\nANNA: No.\n\nBERT: Hm.\n")
    assert (document.language, document.language_evidence) == ("en", LanguageEvidence("default", 0.0))


def test_a_short_talk_has_the_language_of_its_name() -> None:
    document = read("ANNA: No.\n\nBERT: Ah!\n\nANNA: No.\n\nBERT: Hm.\n", "talk.es.txt")
    assert (document.language, document.language_evidence.source) == ("es", "declared")


def test_a_language_that_the_words_contradict_is_not_believed_and_told() -> None:
    document = read(f'<html lang="en"><body>{"".join(f"<p>{p}</p>" for p in GERMAN.split(chr(10) * 2))}</body></html>')
    assert (document.language, document.language_evidence.source) == ("de", "guessed")
    assert document.warnings == (
        "talk.txt: it says that its language is English, but its words are German; "
        "read as German, --language en reads it as English",
    )


def test_a_language_near_to_that_of_the_words_is_believed() -> None:
    document = read("Language: Danish\n\nANNA: Jeg vet ikke hva hun vil.\n\nBERT: Du må komme inn til meg nå.\n")
    assert (document.language, document.warnings) == ("da", ())


def test_the_licence_in_english_around_a_text_is_not_its_language() -> None:
    licence = "This is for the use of anyone, and you may copy it with almost no restrictions at all. " * 20
    text = f"{licence}\n\n*** START OF THE PROJECT GUTENBERG EBOOK BRIEF ***\n\n{GERMAN * 3}"
    assert read(text).language == "de"
