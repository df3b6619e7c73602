"""Headings of what stands before and after the text of a book or play, and the words for its end, by language.

A preface, notes, an appendix, a list of contents; `THE END`, `Rideau.`, `Ende des ersten Aktes`. Nobody says them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tui_reader.document.divisions import is_division_word, without_accents
from tui_reader.lazy_re import lazy_re

_LONGEST = 60
_AROUND = " .:*_()[]—–-"


def _phrases(*languages: str) -> frozenset[str]:
    return frozenset(without_accents(phrase) for phrases in languages for phrase in phrases.split(", "))


_MATTER = _phrases(
    "introduction, introductory note, preface, foreword, prefatory note, preliminary note, contents, "
    "table of contents, libretto, argument, footnotes, endnotes, author's note, editor's note, "
    "translator's note, transcriber's note, transcriber's notes, transcribers' notes, appendix, errata, "
    "corrigenda, glossary, index, bibliography, dedication, acknowledgments, acknowledgements, afterword, "
    "advertisement, advertisements, about the author, list of illustrations, certificate, c e r t i f i c a t e, "
    "certification, certificate of reporter, certificate of court reporter, certificate of official reporter, "
    "certificate of notary, certificate of deponent, certificate of witness, certificate of transcriber, "
    "reporter's certificate, court reporter's certificate, errata sheet, signature page, word index, concordance",
    "préface, avant-propos, avertissement, table des matières, appendice, postface, remerciements, au lecteur",
    "vorwort, einleitung, vorrede, vorbemerkung, inhalt, inhaltsverzeichnis, nachwort, anmerkungen, fußnoten, anhang, "
    "druckfehler, widmung, glossar",
    "introducción, prefacio, índice, notas, apéndice, advertencia, dedicatoria",
    "prefazione, introduzione, indice, avvertenza, avvertimento, dedica",
    "prefácio, introdução, apêndice, advertência",
    "voorwoord, voorrede, voorbericht, inleiding, inhoud, aantekeningen, nawoord, bijlage",
    "предисловие, введение, содержание, оглавление, примечания, послесловие, приложение",
    "předmluva, úvod, obsah, poznámky, doslov, vysvětlivky",
    "przedmowa, wstęp, spis treści, przypisy, posłowie, objaśnienia",
)
_ENDS = _phrases(
    "the end, end, finis, end of play, end of the play, end of interview, end of the interview, end of transcript, "
    "end of the transcript, end of recording, end of tape, end of audio",
    "fin, fin de l'entretien",
    "ende, ende des interviews",
    "fine",
    "fim",
    "einde",
    "конец, конецъ",
    "konec",
    "koniec",
    "slut, loppu",
)
_CURTAINS = _phrases(
    "curtain, the curtain falls, curtain falls, slow curtain, quick curtain",
    "rideau, le rideau tombe, la toile tombe",
    "vorhang, der vorhang fällt",
    "telón, cae el telón",
    "sipario, tela, cala la tela, cala il sipario",
    "pano, cai o pano",
    "doek, het doek valt, scherm",
    "занавес, занавесъ, занавѣсъ",
    "opona",
    "kurtyna, zasłona, zasłona spada",
    "ridå, ridån faller, tæppe, teppet faller",
)
_ANSWERS = frozenset(("fine", "end", "doek"))
"""What somebody may say: the end only in capitals."""
_BEGIN_ENDS = frozenset(phrase for phrase in _ENDS if " " not in phrase)

_SONG = lazy_re(
    r"(?:air|aria|arie|song|lied|chanson|couplet|duet|duett|duo|duetto|trio|terzett|quartet|quartett|chorus|coro|chor|finale?|"
    r"recitative|recitativ|no\.|nr\.|n°|nº)\s+(?:[ivxlc]+|\d{1,3})(?:[.:](?:\s.*)?)?",
    re.IGNORECASE,
)


def is_matter(line: str) -> bool:
    """Whether a line is the heading of a preface, of notes, of an appendix and the like."""
    return len(line) <= _LONGEST and without_accents(line).strip(_AROUND) in _MATTER


@lru_cache(maxsize=256)
def is_end(line: str) -> bool:
    """Whether a line says that the text, an act of it, or the recording ends there."""
    if len(line) > _LONGEST:
        return False
    words = without_accents(line).strip(_AROUND)
    if words in _ENDS or words in _CURTAINS:
        return words not in _ANSWERS or line.isupper()
    first, _, rest = words.partition(" ")
    return first in _BEGIN_ENDS and any(map(_names_a_division, rest.split()))


def _names_a_division(word: str) -> bool:
    """Also in a genitive: "Aktes"."""
    return any(is_division_word(form) for form in (word, word.removesuffix("s"), word.removesuffix("es")))


def is_song(line: str) -> bool:
    """Whether a line is the heading of a number of an opera: `AIR II. The merry Miller, &c.`"""
    return len(line) <= _LONGEST and bool(_SONG.fullmatch(line))
