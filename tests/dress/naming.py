"""The labels of the invented dialogues: names of all shapes in nine languages. Knows no print."""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from random import Random

_FIRST = {
    "en": "Anna Ben Carla David Edith Frank Greta Henry Iris Julia Jean-Luc Émile Karl Nora Walter Žofie Ruth Hugh",
    "de": "Anna Bernd Clara Dieter Elke Franz Grete Hans Ingrid Jörg Käthe Lutz Moritz Nele Otto Petra",
    "fr": "Agathe Benoît Cécile Denis Élise Fabien Gaëlle Hugues Irène Jean-Luc Marion Noël Odile Pascal",
    "es": "Ana Benito Carmen Diego Elena Felipe Gloria Hugo Inés Joaquín Lucía Mateo Nuria Óscar",
    "it": "Agnese Bruno Chiara Dario Elisa Fabio Giulia Ivano Laura Marco Nicola Olga Paolo Rita",
    "ru": "Анна Борис Вера Глеб Дарья Егор Жанна Захар Ирина Кирилл Лидия Максим Нина Олег Пётр Софья",
    "pl": "Adam Barbara Cezary Dorota Emil Grażyna Henryk Irena Jerzy Łucja Marek Nina Olga Piotr",
}
_LAST = {
    "en": "Lane|Roth|O'Neil|Vey|Holm|Ferris|Roe|Vance|Dorn|Ashe|de la Cruz|Moreau|Novák|Weiss|Van Dyke|McBride|"
    "St. Clair|Bell-Fisher",
    "de": "Berg|Voß|Sand|Lindner|von Kessel|Ahrens|Müller|Weiß|Krüger|Dorn|Ebert|Faust|Groß|Heller|Iben|Jahn",
    "fr": "Moreau|Lefèvre|d'Alban|Garnier|de Brissac|Roussel|Chevalier|Besson|Fontaine|Guérin|Hubert|Marchand|Noiret",
    "es": "Vega|Núñez|de la Cruz|Ibáñez|Ortega|Prado|Quintana|Rivas|Salas|Torres|Urrutia|Vidal|Zamora|Lobo",
    "it": "Rossi|Bianchi|De Luca|Ferrari|Greco|Marino|Bruno|Conti|Galli|Longo|Serra|Fontana|Riva|Costa",
    "ru": "Орлов|Белова|Громов|Зимина|Котов|Лебедева|Морозов|Никитин|Павлов|Рябов|Седов|Титов|Ушаков|Фомин",
    "pl": "Nowak|Wójcik|Zieliński|Lis|Dąbrowska|Mazur|Krawczyk|Sikora|Baran|Duda|Wilk|Pawlak|Górski",
}  # fmt: skip
_WHOLE = {
    "ja": "小林 はるえ 健太郎 山本先生 佐藤 議長 田中さん 母 花子 鈴木議員 司会 高橋 渡辺 伊藤",
    "zh": "王明 李太太 陳議員 主席 老張 小紅 黃議員 記者 劉先生 母親 周大夫 林小姐 趙六 孫教授",
}
_TITLES = {
    "en": ("Mr.", "Mrs.", "Ms.", "Dr.", "Senator", "Prof."), "de": ("Herr", "Frau", "Dr."), "fr": ("M.", "Mme", "Dr"),
    "es": ("Sr.", "Sra.", "Don"), "it": ("Dott.", "Signora"), "ru": ("Господин", "Депутат"), "pl": ("Pan", "Poseł"),
}  # fmt: skip
_OFFICES = ("THE CHAIRMAN", "THE COURT", "THE WITNESS", "THE PRESIDENT", "The Secretary", "The Clerk", "THE SPEAKER")
_ROLES = ("Servant", "First Guard", "Second Guard", "Old Woman", "Messenger", "A Voice", "Voice 2", "Priest", "Nurse")

STYLES = (
    "first", "full", "titled", "FIRST", "FULL", "TITLED", "Mr. LAST", "initials", "I. Last", "I. LAST", "party",
    "office", "coded",
)  # fmt: skip
"""How the names of one document are printed."""
ENGLISH_STYLES = ("Mr. LAST", "initials", "office", "coded")
"""Those of English alone."""
_PARTIES = ["CDU", "SPD", "Lab", "Con", "LD", "D-OH", "R-TX", "Grüne"]
_MINISTRIES = "Minister of the Interior|Secretary of State|Member for Bath|Permanent Secretary|Mayor of the Town"
_CODES = ["INT", "RES1", "RES2", "RES3", "P4", "P5", "M1", "F2"]
"""How interviewers and those who answer are called in transcripts of research."""


def labels(language: str, style: str, number: int, chance: Random) -> list[str]:
    """At most so many different labels of one language in one style, sometimes with an office or a role among them."""
    known = _labels(language, style)
    made = chance.sample(known, min(number, len(known)))
    if style.casefold() in ("titled", "mr. last", "i. last"):  # nobody can tell whether Mr. Roe and Dr. Roe are one
        made = list({name.split(" ", 1)[-1]: name for name in made}.values())
    if len(made) < 2:
        return labels(language, style, number, chance)
    if language == "en" and style in _WITH_OTHERS and len(made) > 2 and chance.random() < 0.4:
        big = style in ("FIRST", "FULL", "TITLED", "Mr. LAST")
        other = chance.choice(_ROLES if style in ("first", "FIRST", "full", "FULL") else _OFFICES)
        made[0] = other.upper() if big else other
    return made


_WITH_OTHERS = ("first", "full", "titled", "FIRST", "FULL", "TITLED", "Mr. LAST", "initials")
"""Styles beside which an office or a role stands."""


@lru_cache
def _labels(language: str, style: str) -> list[str]:
    """All that there are."""
    if style == "coded":
        return _CODES
    if language in _WHOLE:
        return _WHOLE[language].split()
    firsts = _FIRST[language].split()
    if style == "I. LAST":  # `I.`, `V.` and `X.` before capitals may be the numbers of chapters
        firsts = [first for first in firsts if first[0] not in "IVX"]
    parts = product(firsts, _LAST[language].split("|"), _TITLES[language])
    return list(dict.fromkeys(_label(style, *words) for words in parts))


def _label(style: str, first: str, last: str, title: str) -> str:
    big = style.isupper()
    match style.casefold():
        case "first":
            words = first
        case "full":
            words = f"{first} {last}"
        case "initials":
            return first[0] + "".join(word[0] for word in last.split()).upper() + last[-1].upper()
        case "mr. last":
            return f"{title} {last.upper()}"
        case "i. last":
            words = f"{first[0]}. {last}"
            return words.upper() if style == "I. LAST" else words
        case "party":
            return f"{first} {last} ({_PARTIES[len(first + last) % len(_PARTIES)]})"
        case "office":
            offices = _MINISTRIES.split("|")
            return f"{first} {last}, {offices[len(first + last) % len(offices)]}"
        case _:
            words = f"{title} {last}"
    return words.upper() if big else words
