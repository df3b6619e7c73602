"""Words of headings in fourteen languages: acts, scenes, parts, sessions, their numbers, and casts."""

from __future__ import annotations

from tui_reader.named_tuple import NamedTuple


class DivisionWords(NamedTuple):
    """One language; words are divided by blanks, phrases by commas and blanks."""

    acts: str
    parts: str
    """What is no scene either: parts, books, chapters, sessions."""
    scenes: str
    ordinals: str
    """Stems; each takes each of the endings."""
    endings: str
    """A lone hyphen is the stem itself."""
    cardinals: str
    """Only behind the name: "Teil zwei"."""
    links: str
    """Words between ordinals: "fünfter und letzter"."""
    alone: str
    """What needs no number, such as a prologue: phrases."""
    casts: str
    """Headings of lists of the people in a play: phrases."""


TABLE = (
    DivisionWords(  # English; its casts have more forms than a table holds: headings.people_list
        "act",
        "part chapter book session",
        "scene",
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth last",
        "-",
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty thirty forty fifty",
        "the",
        "act, scene, part, chapter, book, prologue, epilogue, morning session, afternoon session, evening session",
        "dramatis personae, dramatis personæ",
    ),
    DivisionWords(  # French
        "acte journée",
        "partie livre chapitre tableau séance",
        "scène",
        "premier première second seconde deuxième troisième quatrième cinquième sixième septième huitième neuvième "
        "dixième onzième douzième treizième quatorzième quinzième seizième dernier dernière unique",
        "-",
        "un une deux trois quatre cinq six sept huit neuf dix",
        "et",
        "prologue, épilogue, intermède",
        "personnages, acteurs, personnages acteurs, liste des personnages, distribution",
    ),
    DivisionWords(  # German
        "akt act aufzug handlung",
        "teil theil buch kapitel bild abteilung sitzung",
        "szene scene auftritt",
        "erst zweit zweyt dritt viert fünft sechst siebent siebt acht neunt zehnt elft eilft zwölft dreizehnt "
        "vierzehnt fünfzehnt sechzehnt siebzehnt achtzehnt neunzehnt zwanzigst dreißigst "
        "einundzwanzigst zweiundzwanzigst dreiundzwanzigst vierundzwanzigst fünfundzwanzigst letzt",
        "er e es",
        "ein eins zwei zwey drei drey vier fünf sechs sieben acht neun zehn",
        "und",
        "prolog, epilog, vorspiel, nachspiel, zwischenspiel, vormittagssitzung, nachmittagssitzung",
        "personen, die personen, handelnde personen, personenverzeichnis, verzeichnis der personen",
    ),
    DivisionWords(  # Spanish
        "acto jornada",
        "parte libro capítulo cuadro sesión",
        "escena",
        "primer segund tercer cuart quint sext séptim octav noven décim undécim duodécim "
        "decimotercer decimocuart últim",
        "- o a",
        "uno dos tres cuatro cinco seis siete ocho nueve diez",
        "y",
        "prólogo, epílogo, entremés",
        "personas, personajes, las personas, personajes actores, reparto, interlocutores",
    ),
    DivisionWords(  # Italian
        "atto giornata",
        "parte libro capitolo quadro seduta",
        "scena",
        "prim second terz quart quint sest settim ottav non decim undicesim dodicesim tredicesim quattordicesim "
        "undecim duodecim ultim",
        "o a",
        "uno due tre quattro cinque sei sette otto nove dieci",
        "ed e",
        "prologo, epilogo, intermezzo",
        "personaggi, i personaggi, personaggi attori, interlocutori, persone, persone del dramma",
    ),
    DivisionWords(  # Portuguese
        "acto ato jornada",
        "parte livro capítulo quadro sessão",
        "cena scena",
        "primeir segund terceir quart quint sext sétim oitav non décim últim",
        "o a",
        "um dois três quatro cinco seis sete oito nove dez",
        "e",
        "prólogo, epílogo",
        "personagens, pessoas, figuras, interlocutores, elenco",
    ),
    DivisionWords(  # Dutch
        "bedrijf bedryf akte",
        "deel boek hoofdstuk zitting",
        "toneel tooneel scène",
        "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde laatste",
        "-",
        "een één twee drie vier vijf zes zeven acht negen tien",
        "en",
        "proloog, epiloog, voorspel, naspel",
        "personen, de personen, personages, vertoners, rolverdeling",
    ),
    DivisionWords(  # Russian, also as printed before 1918
        "действие дѣйствіе акт актъ",
        "картина часть книга глава заседание засѣданіе",
        "сцена явление явленіе",
        "перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат последн",
        "ый ой ий ая ья яя ое ье ее",
        "один два две три четыре пять шесть семь восемь девять десять",
        "и",
        "пролог, прологъ, эпилог, эпилогъ",
        "действующие лица, дѣйствующія лица, лица, персонажи",
    ),
    DivisionWords(  # Czech
        "jednání dějství akt",
        "obraz část kniha kapitola zasedání",
        "výstup scéna",
        "prvn druh třet čtvrt pát šest sedm osm devát desát jedenáct dvanáct posledn",
        "í ý á é",
        "jedna dvě tři čtyři pět šest sedm osm devět deset",
        "a",
        "prolog, epilog, předehra, dohra",
        "osoby, jednající osoby, postavy",
    ),
    DivisionWords(  # Polish
        "akt odsłona",
        "obraz część księga rozdział posiedzenie",
        "scena",
        "pierwsz drug trzec czwart piąt szóst siódm ósm dziewiąt dziesiąt jedenast dwunast ostatn",
        "y i a ia e ie",
        "jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć",
        "i",
        "prolog, epilog",
        "osoby, osoby dramatu",
    ),
    DivisionWords(  # Latin
        "actus",
        "pars liber caput sessio",
        "scena scaena scæna scœna",
        "prim secund terti quart quint sext septim octav non decim ultim",
        "us a um",
        "",
        "et",
        "prologus, epilogus",
        "dramatis personae, dramatis personæ, personae, personæ, interlocutores",
    ),
    DivisionWords(  # Chinese, Japanese, Korean: what is counted is in `COUNTED`
        "",
        "",
        "",
        "",
        "-",
        "",
        "",
        "序幕, 楔子, 尾聲, 尾声, 終幕",
        "人物, 人物表, 登場人物, 登场人物, 劇中人物, 剧中人物, 등장인물, 나오는 사람들",
    ),
)

COUNTED = r"(?:第[一二三四五六七八九十百〇零兩两\d]{1,4}|제 ?\d{1,3} ?)(?P<what>[幕折齣出部章回卷節节場场景막장부])"
"""A heading in Chinese, Japanese or Korean: `第一幕`, `제 2 막`."""
COUNTED_SCENES = "場场景"
