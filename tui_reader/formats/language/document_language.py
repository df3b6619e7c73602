"""The language of a document, settled: what the person chose, what the file declares, what its words show."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from tui_reader.document.language_tags import language_name, near, primary, to_tag
from tui_reader.document.model import Document, LanguageEvidence
from tui_reader.formats.language.declared import declared, in_name
from tui_reader.formats.language.guess import LanguageGuess, guess, is_known

_SAMPLE = 8_000
"""Characters of a document that its language is guessed from."""
_PIECES = 100
"""Turns, spread over the document, that they are taken from, at most."""
_PLAIN = 0.98
"""The certainty from which on words contradict what a file declares."""
_PLAIN_SCORE = 8.0
"""What must speak for another language then, and three times as much as for the declared one."""


def declaring(document: Document, language: str) -> Document:
    """The document with the language that its format declares, as a tag or a name; unchanged for none that is known."""
    tag = to_tag(language)
    if not tag:
        return document
    return document._replace(language=tag, language_evidence=LanguageEvidence("declared", 1.0))


def with_language(document: Document, text: str, chosen: str | None) -> Document:
    """The document with its language: `chosen` by the person, as a tag, or else declared or guessed.

    `text` is that of the file. A declared language that the words plainly contradict is not believed, with a warning.
    """
    if chosen:
        return document._replace(language=chosen, language_evidence=LanguageEvidence("chosen", 1.0))
    if document.language_evidence.source == "default":
        document = declaring(document, declared(text))
    guessed = guess(_sample(document))
    evidence = LanguageEvidence("guessed", round(guessed.certainty, 2))
    if document.language_evidence.source == "declared":
        if not _contradicts(guessed, document.language):
            return document
        said, found = language_name(document.language), language_name(guessed.tag)
        told = (
            f"{document.name}: it says that its language is {said}, but its words are {found}; "
            f"read as {found}, --language {document.language} reads it as {said}"
        )
        document = document._replace(warnings=(*document.warnings, told))
    elif not guessed.is_sure:
        return declaring(document, in_name(document.name))
    return document._replace(language=guessed.tag, language_evidence=evidence)


def _contradicts(guessed: LanguageGuess, language: str) -> bool:
    """Whether a text is plainly in another language than the one that is declared."""
    if guessed.certainty < _PLAIN or near(guessed.tag, language) or not is_known(language):
        return False
    score = guessed.scores[guessed.tag]
    return score >= _PLAIN_SCORE and score > 3 * guessed.scores.get(primary(language), 0.0)


def _sample(document: Document) -> str:
    """Words of its turns, or of what it has instead, from places all over the document."""
    total = sum(len(part.turns) for part in document.parts)
    found = _spoken(document, max(1, total // _PIECES)) if total else _unspoken(document)
    share = max(200, _SAMPLE // min(max(total, 1), _PIECES))
    words: list[str] = []
    left = _SAMPLE
    for text in found:
        words.append(text[:share])
        left -= len(words[-1])
        if left <= 0:
            break
    return "\n".join(words)


def _spoken(document: Document, step: int) -> Iterator[str]:
    for part in document.parts:
        for at in range(0, len(part.turns), step):
            yield part.turns[at].text


def _unspoken(document: Document) -> Iterator[str]:
    bodies = [passage.text for part in document.parts for passage in islice(part.body, 2_000)]
    for at in range(0, len(bodies), max(1, len(bodies) // _PIECES)):
        yield bodies[at]
