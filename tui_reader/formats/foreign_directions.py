"""Directions in round brackets of plays in German, French, Spanish, Italian and Russian: `(leise)`, `(Il sort.)`.

Only data and the test of one pair of brackets; `stage_directions` has those of English and says what is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from tui_reader.lazy_re import lazy_re
from tui_reader.named_tuple import NamedTuple


def _table(text: str) -> list[str]:
    """The words of a table that is written as running text."""
    return text.split()


class _Language(NamedTuple):
    """What directions of a language are made of; a blank within a phrase is written as `_`."""

    manner: str
    """Phrases that are a whole direction: how something is said, or to whom, a name following."""
    to: str
    """What stands before the name of the person spoken to."""
    subjects: str
    """Who does something, besides a name."""
    verbs: str
    """What is done, in the third person."""
    alone: str
    """Nouns and verbs that begin a direction without a subject: "Pause.", "Entre Chimène."."""
    talkers: str
    """First and second persons: what has one of them is said by the speaker."""


_LANGUAGES = (
    _Language(
        """
        leise laut lauter für_sich beiseite allein lachend weinend schluchzend flüsternd seufzend lächelnd rufend
        singend lesend kniend zögernd erschrocken zornig gehen_ab geht_ab steht_auf tritt_auf tritt_ein setzt_sich lacht
        weint schweigt nickt seufzt schreit flüstert zum_Publikum zu_sich zu_sich_selbst nach_einer_Pause
        """,
        "zu",
        "Er Sie Es Alle Beide",
        """
        geht gehen tritt treten setzt setzen steht stehen lacht lachen weint weinen nimmt nehmen gibt geben öffnet
        öffnen schließt schließen schweigt schweigen nickt nicken seufzt läuft laufen kniet knien fällt fallen küsst
        umarmt umarmen trinkt trinken liest schreibt zeigt wendet kehrt verschwindet zieht wirft hält legt blickt horcht
        klopft singt tanzt tanzen eilt eilen stürzt stürzen springt hebt entfernt küßt verbeugt
        """,
        "Pause Vorhang Stille Beiseite Ab Stimme_von_draußen",
        "ich du wir ihr mir mich dich dir uns euch mein meine meinen dein deine unser unsere",
    ),
    _Language(
        """
        à_part tout_bas à_voix_basse à_haute_voix riant pleurant criant soupirant souriant lisant
        chantant à_genoux après_un_silence au_public à_lui-même à_elle-même sort entre se_lève s’assied s'assied rit
        pleure sortent entrent se_taisant s’asseyant s'asseyant se_levant
        """,
        "à",
        "Il Elle Ils Elles On Tous",
        """
        sort sortent entre entrent rit rient pleure pleurent prend prennent donne donnent ouvre ouvrent ferme ferment
        tombe tombent s’assied s'assied s’assoit s'assoit se_lève se_lèvent se_met se_mettent se_jette s’en_va s'en_va
        regarde montre lit écrit chante danse court embrasse boit sonne frappe remet pose tire jette cache appelle
        hésite soupire sourit s’approche s'approche s’éloigne s'éloigne se_tourne se_retourne revient disparaît
        """,
        "Silence Rideau Pause Un_temps Un_silence Entre Entrent Sort Sortent Long_silence Il_sort À_part",
        "je j’ai j'ai tu nous vous me moi mon ma mes votre vos notre nos ton ta tes",
    ),
    _Language(
        """
        aparte en_voz_baja riendo llorando gritando suspirando leyendo cantando vase vanse
        salen entra entran se_sienta se_levanta ríe llora de_rodillas al_público para_sí
        """,
        "",
        "Él Ella Ellos Ellas Todos",
        """
        sale salen entra entran ríe ríen llora lloran toma toman da dan abre abren cierra cierran cae caen se_sienta
        se_sientan se_levanta se_levantan se_va se_van mira muestra lee escribe canta baila corre abraza besa bebe
        llama señala suspira sonríe se_acerca se_aleja se_vuelve vuelve desaparece
        """,
        "Pausa Silencio Telón Vase Vanse Sale Salen Entra Entran Aparte",
        "yo tú me te nos mi mis tus usted ustedes nosotros vosotros",
    ),
    _Language(
        """
        da_sé tra_sé fra_sé sottovoce ridendo piangendo gridando sospirando leggendo cantando
        partono esce escono entra entrano si_siede si_alza piange in_ginocchio al_pubblico
        """,
        "",
        "Egli Ella Lui Lei Essi Tutti",
        """
        esce escono entra entrano ride ridono piange piangono prende prendono dà danno apre aprono chiude chiudono cade
        cadono si_siede si_siedono si_alza si_alzano se_ne_va guarda mostra legge scrive canta balla corre abbraccia
        bacia beve chiama sospira sorride si_avvicina si_allontana si_volta torna scompare
        """,
        "Pausa Silenzio Sipario Esce Escono Entra Entrano",
        "io tu mi ti ci vi noi voi mio mia tuo tua nostro vostro",
    ),
    _Language(
        """
        в_сторону тихо громко шёпотом шепотом про_себя смеясь плача вздыхая читая напевая один одна помолчав вставая
        садясь уходя уходит входит смеётся смеется плачет садится встаёт встает поёт поет кричит молчит
        """,
        "",
        "Он Она Они Все Оба",
        """
        уходит уходят входит входят смеётся смеется смеются плачет плачут садится садятся встаёт встает встают берёт
        берет даёт дает открывает закрывает падает кланяется целует обнимает пьёт пьет читает пишет показывает поёт поет
        танцует бежит смотрит молчит вздыхает кивает стучит оборачивается подходит отходит возвращается
        """,
        "Пауза Молчание Занавес Уходит Уходят Входит Входят Тихо",
        "я ты мы вы мне меня тебе тебя вам вас нас нам мой моя мои твой твоя ваш ваша",
    ),
)


_ENGLISH = frozenset(
    _table("sort court pose tire cache sale ride mira danse lee da dan donne toma lit fallen canta montre")
)
"""Verbs that are words or names of English texts too: they need a pronoun before them."""


def _one_of(phrases: Iterable[str]) -> str:
    return "(?:" + "|".join(phrase.replace("_", r"\s") for phrase in sorted(phrases, key=len, reverse=True)) + ")"


class _Patterns(NamedTuple):
    within: re.Pattern[str]
    sentence: re.Pattern[str]
    talker: re.Pattern[str]


@cache
def _known() -> frozenset[str]:
    """All words of the table in small letters; brackets without any of them need no patterns, which take 10 ms."""
    phrases = (f"{one.manner} {one.to} {one.verbs} {one.alone}" for one in _LANGUAGES)
    return frozenset(" ".join(phrases).replace("_", " ").lower().split())


@cache
def _patterns() -> tuple[_Patterns, ...]:
    """Those of each language: what stands within a sentence, what is one of its own, and who speaks."""
    name = r"[^\W\d_a-zà-öø-ÿа-яё][\w’'-]*"
    patterns = []
    for one in _LANGUAGES:
        manner, verbs = _one_of(one.manner.split()), one.verbs.split()
        to = rf"{one.to}\s(?:\w+\s)?{name}(?:\s{name})?" if one.to else manner
        plain = [verb for verb in verbs if verb not in _ENGLISH]
        patterns.append(
            _Patterns(
                lazy_re(rf"{manner}(?:,?\s(?:(?:und|et|y|e|и)\s)?(?:{manner}|{to}))?"),
                lazy_re(
                    rf"{_one_of(one.alone.split())}(?:[\s,].{{0,60}})?|{to}"
                    rf"|{_one_of(one.subjects.split())}\s{_one_of(verbs)}(?:[\s,].*)?"
                    rf"|(?:(?:\w{{1,4}}\s)?{name}\s{_one_of(plain)}|{_one_of(verb.capitalize() for verb in plain)})"
                    r"(?:[\s,].*)?"
                ),
                lazy_re(rf"(?i)\b{_one_of(one.talkers.split())}\b"),
            )
        )
    return tuple(patterns)


def is_foreign_direction(words: str, after_end: bool) -> bool:
    """Whether the words of round brackets are a direction in one of the languages; arguments as `is_direction`."""
    bare = words.rstrip(". ")
    if "?" in words or "!" in words or _known().isdisjoint(bare.lower().replace(",", " ").split()):
        return False
    return any(
        (one.within.fullmatch(bare) or (after_end and one.sentence.fullmatch(bare))) and not one.talker.search(bare)
        for one in _patterns()
    )
