"""Short words of capitals that are spelled, where an engine would say them as a word: MOU, PLO, DIA.

Acronyms that are said as words, and longer ones that are spelled, are in the lexicon.
"""

from __future__ import annotations

import re

from tui_reader.narration.normalization.rule import Rule, words

_ORDINARY = frozenset(words("""
    AM AN AS AT BE BY DO GO HA HE HI HO IF IN IS IT ME MY NO OF OH ON OR OX SO TO UP US WE YE AH AY EH ER UH UM LO LA
    AD PA MA ID RE EX
    ACE ACT ADD ADO AGE AGO AHA AID AIL AIM AIR ALE ALL AND ANT ANY APE ARC ARE ARK ARM ART ASH ASK ASS ATE AWE AXE AYE
    BAD BAG BAN BAR BAT BAY BED BEE BEG BET BID BIG BIN BIT BOA BOB BOG BOO BOW BOX BOY BUD BUG BUM BUN BUS BUT BUY BYE
    CAB CAN CAP CAR CAT COB COD COG CON COO COP COT COW COY CRY CUB CUE CUP CUR CUT DAB DAD DAM DAY DEN DEW DID DIE DIG
    DIM DIN DIP DOE DOG DON DOT DRY DUE DUG DYE EAR EAT EEL EGG EGO ELF ELM END ERA ERE EVE EWE EYE FAN FAR FAT FAX FED
    FEE FEW FIG FIN FIR FIT FIX FLU FLY FOE FOG FOR FOX FRY FUN FUR GAG GAP GAS GAY GEL GEM GET GIN GNU GOD GOT GUM GUN
    GUT GUY GYM HAD HAM HAS HAT HAY HEM HEN HER HEW HEY HID HIM HIP HIS HIT HOE HOG HOP HOT HOW HUB HUE HUG HUM HUT ICE
    ICY ILL INK INN ION IRE ITS IVY JAM JAR JAW JAY JET JOB JOG JOT JOY JUG KEY KID KIN KIT LAB LAD LAG LAP LAW LAY LED
    LEG LET LID LIE LIP LIT LOG LOT LOW MAD MAN MAP MAT MAX MAY MEN MET MID MIX MOB MOM MOP MUD MUG MUM NAG NAP NAY NET
    NEW NIL NIT NOD NOR NOT NOW NUN NUT OAK OAR OAT ODD ODE OFF OIL OLD ONE OUR OUT OWE OWL OWN PAD PAL PAN PAR PAT PAW
    PAY PEA PEG PEN PER PET PEW PIE PIG PIN PIT PLY POD POP POT PRO PRY PUB PUN PUP PUT RAG RAM RAN RAP RAT RAW RAY RED
    RIB RID RIG RIM RIP ROB ROD ROE ROT ROW RUB RUE RUG RUM RUN RUT RYE SAD SAG SAP SAT SAW SAY SEA SEE SET SEW SEX SHE
    SHY SIN SIP SIR SIT SIX SKI SKY SLY SOB SOD SON SOW SOY SPA SPY SUB SUE SUM SUN TAB TAG TAN TAP TAR TAX TEA TEN THE
    THY TIE TIN TIP TOE TON TOO TOP TOW TOY TRY TUB TUG TWO URN USE VAN VAT VET VEX VIA VIE VOW WAG WAR WAS WAX WAY WEB
    WED WEE WET WHO WHY WIG WIN WIT WOE WON WOO WRY YAK YAM YEA YES YET YOU ZIP ZOO
    ABE ADA ALI AMY ANN AVA BEN DAN DEB DES DOM ED EVA FAY GUS HAL HAN IAN IDA IRA JAN JED JEN JIM JO JOE JON KAI KAY
    KEN KIM KIT LEA LEE LEN LEO LES LEW LIU LIZ LOU LUZ MAE MAO MEG MEL MIA MOE NAN NED NEIL NIA PAM PEG RAE RAY REX ROB
    ROD RON ROY SAL SAM SID SUE TED TIM TOM UMA VAL VIC VIN WES WU XI YU ZOE
    VOL SEC FIG ART DEC JAN MAR APR JUN JUL AUG SEP OCT NOV TEL INT EXT MOV ETC
    SAC ROM RAM SIM PIN NAM JAG BIS GIF MIG MIR
    USA USSR CIA FBI UN UK EU EEC TV PM OK AM FM EST EDT UFO GOP USS
    VI XI IV II XIV XVI VII XII III IX XV XX DIV MIX XIX XVIII XVII XIII VIII
"""))  # fmt: skip
"""Words, first names, short forms, what an engine spells anyway, and Roman numerals."""


def _spelled(match: re.Match[str]) -> str | None:
    name = match["name"]
    if name in _ORDINARY or not set("AEIOUY") & set(name):
        return None  # A word, or letters that nobody could say as one.
    before = re.search(r"(?<![\w’'])([A-Z]{2,})[^\w\s]?\s$", match.string[max(0, match.start() - 30) : match.start()])
    after = re.match(r"[^\w\s]?\s([A-Z]{2,})(?![\w’'])", match.string[match.end() :])
    if any(word and (len(word[1]) > 3 or word[1] in _ORDINARY) for word in (before, after)):
        return None  # A line set in capitals.
    return ".".join(name) + ("'s" if match["many"] else "")


RULES = (
    Rule(
        "acronyms",
        (
            ("an MOU with", "an M.O.U with"),
            ("the PLO, and", "the P.L.O, and"),
            ("IEDs kill", "I.E.D's kill"),
            ("NOT at all", "NOT at all"),
            ("CUT TO MOU", "CUT TO MOU"),
            ("NSC and BMX", "NSC and BMX"),
            ("BOB walks", "BOB walks"),
        ),
        r"(?<![\w.’'/&-])(?P<name>[A-Z]{2,3})(?P<many>s)?(?![\w/&]|\.\w|[’'][A-Z]|-\d)",
        _spelled,
    ),
)
