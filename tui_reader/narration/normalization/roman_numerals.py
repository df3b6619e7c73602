"""Roman numerals, recognised by the word before them or by their shape; I is nearly always the pronoun."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.numbers import cardinal, ordinal, roman, year
from tui_reader.narration.normalization.rule import INNER_STOP, NUMERALS, Rule, compiled, one_of, words

_BEFORE = frozenset(
    words("""
    volume vol. vols. part parts chapter ch. book act scene title article art. section sec. appendix annex tab
    phase type class grade mark figure fig. table item paragraph para. lot war corps geneva vatican apollo salt start
    acts parts sections titles chapters volumes articles books annexes page pages p. pp. no. note number canto
    stage level schedule factor bowl wrestlemania olympiad games psalm sonnet opus op. movement symphony sonata
    concerto episode season series lesson step rule law zone sector district category nerve fantasy wars rocky
    rambo civilization quest saturn legion legio sc. form exhibit ex. cl. clause division region tier model
    amendment proposition theorem case unit session protocol convention option plan count counts
""")
)
_SERIES = words("parts acts volumes chapters sections titles books articles scenes phases types classes stages tabs")
_KINDS = words("type class grade stage phase mark schedule factor level category tier")
_LETTERED = frozenset(words("model plan series exhibit ex. option"))
"""Before X these have a letter."""
_MINE = frozenset(
    words("""
    am have had would will can could do did play like love want need prefer read wrote saw took use hate know mean was
    got get met made enjoy teach taught see think thought call called give gave found find keep kept hold held live
    remember write drew draw bought buy sold sell choose chose sing sang speak spoke never always just ever only really
    should must might may shall say said study studied liked wanted needed played loved owe own won lost left
""")
)
"""Words before which a lone I is the pronoun: "the part I play"."""
_GOES_ON = frozenset(words("is was of and or to the in has will deals covers begins ends opens by at on with from as"))
_RULERS = frozenset(
    words("""
    Abdulhamid Abdullah Adrian Albert Alexander Alexios Alfonso Amenhotep Anne Antiochus Baldwin Baudouin Benedict
    Boniface Boris Carl Carlos Carol Casimir Catherine Celestine Charles Christian Clement Conrad Constantine Cyrus
    Darius David Edmund Edward Elizabeth Emmanuel Eric Ethelred Eugene Eugenius Faisal Farouk Ferdinand Fernando Francis
    Franz Frederick Friedrich Fuad Gaspard George Gregory Gustav Gustavus Haakon Hadrian Harald Harold Hassan Henri
    Henry Hussein Innocent Isabella Ivan James Joan Johan Johann John Joseph Juan Julius Justinian Karl Leo Leopold
    Louis Ludwig Magnus Malcolm Manuel Margaret Martin Mary Maximilian Mehmed Menelik Michael Mohammed Murad Napoleon
    Nicholas Olaf Olav Oscar Otto Paul Pedro Peter Philip Philippe Pius Pope Ptolemy Queen Rama Ramesses Ramses Ranier
    Richard Robert Rudolf Rudolph Selim Seti Sigismund Sixtus Stephen Suleiman Theodosius Thutmose Umberto Urban
    Valdemar Victoria Vittorio Wilhelm Willem William Xerxes Yohannes Zog
""")
)
_NAME = (
    r"(?:(?P<title>\b(?:King|Queen|Pope|Emperor|Empress|Tsar|Czar|Kaiser|Sultan|Shah|Prince|Duke|Archduke|Saint))\s)?"
    r"(?P<words>\b(?:[A-Z][A-Za-z]+\s){1,2}|\b(?:Geo|Wm|Chas|Jas|Edw)\.\s)$|(?P<initials>\b[A-Z][a-z]+\s(?:[A-Z]\.\s)+[A-Z][a-z]+\s)$"
)
_MY = r"\s(?:am|have|think|know|love|mean|want|need|will|would|can|could|don['’]t)\b"
_HIS = r"['’]s\b|[.,;:)!?]|$|\s(?:of|and|in|reigned|ruled|died|became)\b|\swas\s(?!(?!king\b)\w+ing\b)|\sis\s"
_CAPITALS = frozenset("IVXLCDM")
_FORM = r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
"""Any Roman numeral, or nothing."""
_DOSE = r"(?:mg|mcg|µg|μg|g|ml|mL|L|mEq|cc|IU|units?|milligrams?|grams?|liters?)"
_MEDICAL = r"\d\s?(?:mg|mcg|mL|ml|units)\b|\b(?:patients?|nurse|saline|morphine|injection|bolus|dose|doses)\b"
_INFUSED = (
    r"(?:stat|fluids?|drips?|lines?|antibiotics?|bags?|push|access|drugs?|doses?|infusions?|bolus|poles?|therapy"
    r"|saline|steroids?|contrast|catheters?|sites?|medications?|meds|morphine|iron)"
)
_WORDS = frozenset(words("MIX LIV MMM XXX XXL MILD MD CD DC XL XC CC MM LL"))
"""Words, sizes and short forms that look like Roman numerals."""


def _numeral(match: re.Match[str]) -> str | None:
    number = roman(match["said"])
    return cardinal(number) if number else None


def _numbered(match: re.Match[str]) -> str | None:
    """The numeral after "volume" and the like; a lone I before a word that goes with the pronoun is none."""
    found = compiled(r"([A-Za-z]+\.?)\s?$").search(match.string, max(0, match.start() - 16), match.start())
    if found is None or found[1].lower() not in _BEFORE or match["said"] in ("C", "D", "L", "M"):
        return None
    if found[1] == "Mark" and match["said"].islower():
        return None  # A man: "Mark v. the State".
    if found[1].lower() in _LETTERED and match["said"] == "X":
        return None
    if match["said"] == "I" and _is_pronoun(found[1], match.string[match.end() : match.end() + 20]):
        return None
    return _numeral(match)


def _is_pronoun(before: str, after: str) -> bool:
    following = compiled(r"\s([a-z]+)").match(after)
    if following is None or before.lower() == "war":
        return False
    if before.lower() in _KINDS:
        return following[1] in _MINE or following[1].endswith("ed")
    if following[1] in _GOES_ON:
        return False
    return before.islower() or following[1] in _MINE


def _ruler(match: re.Match[str]) -> str | None:
    """The numeral of a king or a pope, or of a man with initials, whose father had his name."""
    number, text, start = roman(match["said"]), match.string, match.start()
    name = compiled(_NAME).search(text, max(0, start - 60), start)
    if number is None or name is None:
        return None
    if not name["title"] and compiled(r"\.\s[A-Z]").match(text, match.end()) and len(match["said"]) == 1:
        return None  # An initial: "Joseph V. Montville".
    if (name["words"] or "").split()[-1:] == ["Malcolm"] and match["said"] == "X":
        return None
    known = [word.endswith(".") or word.capitalize() in _RULERS for word in (name["words"] or "").split()]
    if match["said"] != "I":
        is_numeral = any(known) or bool(name["title"] or name["initials"])
    elif compiled(_MY).match(text, match.end()):
        is_numeral = False
    else:
        at_start = name.start() == 0 or text[: name.start()].endswith(("; ", ". "))
        is_his = any(known) and compiled(_HIS).match(text, match.end()) is not None
        is_numeral = bool(name["title"]) or is_his or (at_start and known[:1] == [True])
    return f"the {ordinal(number)}" if is_numeral else None


def _span(match: re.Match[str]) -> str | None:
    left, right = roman(match["left"] or match["first"]), roman(match["right"] or match["last"])
    return f"{cardinal(left)} to {cardinal(right)}" if left and right and left < right else None


def _century(match: re.Match[str]) -> str | None:
    number = roman(match["said"].rstrip("thsndr"))
    return ordinal(number) if number else None


def _alone(match: re.Match[str]) -> str | None:
    """A numeral by itself; of three letters with C, D or M it is rather a short form, such as DCI."""
    said = match["said"]
    number = None if said in _WORDS or (len(said) == 3 and set("CDM") & set(said)) else roman(said)
    return (year(number) if number >= 1100 else cardinal(number)) if number else None


RULES = (
    Rule(
        "intravenous",
        (
            ("Give 5 mg IV now", "Give 5 milligrams I.V now"),
            ("start an IV and IV fluids", "start an I.V and I.V fluids"),
            ("Chapter IV lines", "Chapter four lines"),
        ),
        rf"(?:\d\s?{_DOSE}\s|\b(?:[Aa]n|[Hh]is|[Hh]er|[Ss]tart|[Ss]tarted|[Pp]lace|[Pp]laced|[Vv]ia|[Gg]iven|[Gg]ive)\s)(?P<said>IV)\b(?!-)",
        "I.V",
        frozenset("V"),
    ),
    Rule(
        "Roman numerals",
        (("pp. ix-xii", "pages nine to twelve"), ("nerves II–XII, I-V", "nerves two to twelve, I-V")),
        r"(?<![\w-])(?:(?P<left>[ivxl]+)[-–](?P<right>[ivxl]+)|(?=\w{2}|\w\W\w{2})(?P<first>[IVX]+)[-–](?P<last>[IVX]+))(?![\w-])",
        _span,
        frozenset("-–"),
    ),
    Rule(
        "Roman numerals",
        (
            ("World War II", "World War two"),
            ("World War I was", "World War one was"),
            ("volume XI", "volume eleven"),
            ("Act III, Scene I", "Act three, Scene one"),
            ("Super Bowl LVIII", "Super Bowl fifty-eight"),
            ("Tab C, the Model X", "Tab C, the Model X"),
            ("chapter iv", "chapter four"),
            ("Part II-A", "Part two-A"),
            ("Part I is here, Type I diabetes", "Part one is here, Type one diabetes"),
            ("part I play", "part I play"),
        ),
        r"(?<=[\s.])(?P<said>[IVXLCDM]+|[ivxl]+)(?![\w.]\w|[’'](?!s)|-[a-z\d]|\w)",
        _numbered,
        frozenset(word.rstrip(".") for word in _BEFORE),
    ),
    Rule(
        "intravenous",
        (("40 mg of it IV twice a day", "40 milligrams of it I.V twice a day"), ("parts I to IV", "parts one to four")),
        r"(?<=[a-z]\s)(?<!\bto\s)(?<!\band\s)(?<!\bor\s)(?<!\bof\s)(?<!\bin\s)IV(?=[\s,.;)]|$)",
        lambda match: "I.V" if compiled(_MEDICAL).search(match.string) else None,
        NUMERALS,
    ),
    Rule(
        "intravenous",
        (
            ("with IV antibiotics", "with I.V antibiotics"),
            ("the IV in his arm", "the I.V in his arm"),
            ("give NS IV stat", "give NS I.V stat"),
            ("Title IV access", "Title four access"),
        ),
        rf"(?<![\w.-])IV(?=\s{_INFUSED}\b|\s(?:in|from|out\sof)\s(?:his|her|my|the|your)\s(?:arm|hand|vein))",
        "I.V",
        frozenset("V"),
    ),
    Rule(
        "Roman numerals",
        (
            ("Elizabeth II", "Elizabeth the second"),
            ("Pope John XXIII", "Pope John the twenty-third"),
            ("Pope John Paul II's", "Pope John Paul the second's"),
            ("El Paso II", "El Paso two"),
            ("Adlai E. Stevenson III", "Addlay E Stevenson the third"),
            ("King Olaf XIV", "King Olaf the fourteenth"),
            ("after Elizabeth I.", "after Elizabeth the first."),
            ("Charles I was king", "Charles the first was king"),
            ("Henry, I am I.", "Henry, I am I."),
            ("With Mary I went", "With Mary I went"),
            ("Queen Elizabeth I saw it", "Queen Elizabeth the first saw it"),
            ("we met; James I did not", "we met; James the first did not"),
            ("John I know", "John I know"),
            ("Joseph V. Adams", "Joseph V Adams"),
            ("Geo. III had", "George the third had"),
        ),
        r"(?<=[A-Za-z.]\s)(?P<said>(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3}))(?![\w-]|['’](?!s))",
        _ruler,
        frozenset("IVX"),
    ),
    Rule(
        "Roman numerals",
        (("the XIX century", "the nineteenth century"), ("the XVIIth century", "the seventeenth century")),
        r"(?<![\w-])(?P<said>[IVXL]{2,}(?:th|st|nd|rd)?|[VX](?:th)?)"
        r"(?=[\s-](?:(?:Winter|Summer|Airborne)\s)?(?:century|centuries|cent\."
        r"|Olympi\w+|Games|Corps(?<=Airborne Corps)|Congress|[Dd]ynasty)\b)",
        _century,
        frozenset(words("century centuries cent olympics olympic olympiad olympiads games corps congress dynasty")),
    ),
    Rule(
        "Roman numerals",
        (("Parts IV and V are", "Parts four and five are"), ("Acts I, II and III", "Acts one, two and three")),
        rf"(?i:\b{one_of(_SERIES)})\s[IVXLC]+(?:,\s[IVXLC]+)*,?(?:\s(?:and|or|to|through)\s|[-–])(?P<said>[IVXLC]+)(?![\w’'-]|\sam\b)",
        _numeral,
        frozenset(_SERIES),
    ),
    Rule(
        "Roman numerals",
        (("(iv) the rest", "(four) the rest"), ("iii) more", "three) more"), ("I. Introduction", "one. Introduction")),
        r"(?:^|(?<=\())(?P<said>[ivx]{2,5}|[IVX]{1,5}(?=\.\s[A-Z][a-z]))(?=\)|\.\s)",
        _numeral,
        INNER_STOP | frozenset("()"),
    ),
    Rule(
        "Roman numerals",
        (
            ("II. Cuba", "two. Cuba"),
            ("in IV and XI.", "in four and eleven."),
            ("LVIII and MCMLXXXIV", "fifty-eight and nineteen eighty-four"),
            ("an XX.", "an XX."),
            ("a DIV and an MD", "a DIV and an MD"),
            ("the DCI said", "the D.C.I said"),
            ("V.I. Lenin", "V.I Lenin"),
        ),
        rf"(?<![\w.’'&/-])(?P<said>(?:X{{1,2}}(?:IX|IV|VI{{0,3}}|I{{1,3}})|IX|IV|VI{{1,3}}|I{{2,3}}|XI{{1,3}}|(?=[IVXLCDM]{{3}}){_FORM}))(?![\w&/-]|['’](?!s)|\.\w)",
        _alone,
        NUMERALS,
    ),
)
