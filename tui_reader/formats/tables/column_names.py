"""How the columns of a dialogue are headed: who speaks, the words, times; in English and other languages."""

from __future__ import annotations

import re
from functools import lru_cache


def _list(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_SPEAKER = _list(
    """speaker speakers sprecher sprecherin redner rednerin locuteur locutrice intervenant orateur hablante orador
    interlocutor falante parlante spreker talare mówca mluvčí оратор спикер говорящий speakername character
    characters char personaje personnage personaggio persona figur rolle roll interviewer talker caller sender
    absender expéditeur remitente player actor voice participant teilnehmer teilnehmerin author autor auteur who
    whom wer qui quien quién chi kdo kto username screenname nickname nick user"""
)
"""The surest first."""
_MAY_BE_SPEAKER = _list(
    "name names nom nombre nome naam jméno imię имя from de von by role agent person party label title"
)
"""What often is the name of a thing: who speaks only where one of them comes again."""
_TEXT = _list(
    """words utterance utterances dialogue dialog dialogues dialogo diálogo spoken speech rede redebeitrag discurso
    discours discorso transcript transcription transkript transkription transcripción transcrição trascrizione
    transcripcion text texts texto texte testo tekst текст message messages nachricht mensaje messaggio msg
    sentence sentences satz phrase line lines quote quotes zitat said äußerung aussage statement parole paroles
    wort worte wortlaut palabras intervention intervención content contents inhalt contenu contenido conteúdo
    contenuto comment comments body caption captions subtitle playerline"""
)
"""The surest first."""
_START = _list(
    """start starttime starts begin begintime beginn anfang début debut inicio inizio início in tcin inpoint timestamp
    timestamps timecode time times zeit zeitstempel zeitmarke heure temps hora tiempo tempo ora čas czas время
    timespan tc startms offset minute"""
)
_END = _list("end endtime ends stop ende fin finish fine fim out tcout outpoint bis endms konec koniec")
_KINDS = {"speaker": (*_SPEAKER, *_MAY_BE_SPEAKER), "text": _TEXT, "start": _START, "end": _END}
ROLES = tuple(_KINDS)
"""What a column may be."""
_LONGEST = 40
"""Characters of the head of a column."""
_MOST_WORDS = 5
_PART = 100
"""How much worse a name is that only has the word in it: "spoken words", "Name of speaker"."""
_ABOUT = frozenset(_list("id ids no number num count length gender sex age tags type lang language sentiment"))
"""Words that make of a name something about it: "speaker id", "word count"."""
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Ý])")


@lru_cache(512)
def rank(head: str, role: str) -> int | None:
    """How surely a column of this head has the role, 0 the surest; None where the head does not say so."""
    words = [word for word in re.split(r"[\W_]+", _CAMEL.sub(" ", head).casefold()) if word]
    if not words or len(words) > _MOST_WORDS or len(head) > _LONGEST:
        return None
    names = _KINDS[role]
    whole = "".join(words)
    if whole in names:
        return names.index(whole)
    found = [names.index(word) for word in words if word in names]
    if not found:
        return None
    return min(found) + _PART * (1 if _ABOUT.isdisjoint(words) else 2)


def is_sure(rank: int, role: str) -> bool:
    """Whether the head alone makes the column that, whatever stands in it."""
    return role != "speaker" or rank % _PART < len(_SPEAKER)


def is_head(cells: list[str]) -> bool:
    """Whether cells are the heads of columns of which one holds words or speakers."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    if len(filled) < 2 or any(len(cell) > _LONGEST for cell in filled):
        return False
    roles = {role for cell in filled for role in ROLES if rank(cell, role) is not None}
    return "text" in roles or ("speaker" in roles and len(roles) > 1)
