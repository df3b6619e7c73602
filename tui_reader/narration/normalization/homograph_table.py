"""The words that have two sounds, and beside which words each of them is meant. Only data; `homographs` uses it.

A blank in a phrase is written as `_`. espeak-ng tells many words apart itself ("to record", "a record"); here is what
it misses, mostly the rarer of the two sounds.
"""

from __future__ import annotations

from tui_reader.named_tuple import NamedTuple
from tui_reader.narration.normalization.rule import Sounded, one_of


class Reading(NamedTuple):
    """One way of saying a word, and where it is said so."""

    said: str | Sounded | None
    """None: as printed, and the readings after this one are not tried."""
    before: str = ""
    """A regular expression for the words before it, with the blank behind them; empty for any."""
    after: str = ""
    """A regular expression for what follows the word; empty for anything."""


def _behind(phrases: str, more: str = "") -> str:
    """Behind one of the phrases, with `more` (a regular expression) between them and the word."""
    return rf"(?<![\w’'])(?i:{one_of(phrases.split())})\s".replace("_", r"\s") + more


def _ahead(phrases: str) -> str:
    """With one of the phrases ahead."""
    return rf"\s(?:{one_of(phrases.split())})\b".replace("_", r"\s")


_A = "a an the my your his her our their its this that no every another one some"
_IT = _ahead(
    "the a an my your his her our their its this that these those it them him me us all both every each some any"
)
_END = r"(?:\s*$|[.,;:!?)\]”\"’])"
_LINK = rf"(?:{_END}|{_ahead('and or but in on at from for of was is are were had has that which who by with')})"
_ORDER = r"(?:^|[.!?:;“\"‘(—,]\s?|\b(?i:and|or|then|please|now|but|just|so|do\snot|never|always)\s)"
_HELPED = (
    r"(?<!\w)(?i:to|will|would|shall|should|can|could|may|might|must|do|does|did|not|\w+n[’']t|\w+[’']ll|let|let[’']s|please"
    r"|cannot|make|makes|made|help)\s(?:(?:I|you|he|she|it|we|they|us|him|her|me|them|not|ever|always|[A-Z][a-z]+)\s){0,2}"
    r"(?:(?:the|an?|my|his|her|your|our|their)\s[a-z]+\s)?"
)
_WE = _behind("I we you they who people men women troops", r"(?:[a-z]+ly\s|never\s|often\s|always\s|all\s|both\s)?")
_HE = _behind("he she it who that", r"(?:[a-z]+ly\s|never\s|just\s|soon\s|then\s)?")
_THING = r"(?<!\w)(?i:the|an?|my|his|her|our|your|their|this|that)\s(?:[A-Za-z]+\s)?[a-z]+(?:[^s\W]|ss)\s"
_ONE = rf"(?:{_THING}|(?<!\w)[A-Z][a-z]+\s)"
"""One thing, or one person or thing: a verb in the present behind it has an s."""
_PLACES = "up down around round through along back across past between over on into its their"

READINGS: dict[str, tuple[Reading, ...]] = {
    "read": (
        Reading(None, _HELPED),
        Reading("red", _behind("he she it", r"(?:\w+ly\s|(?:never|also|just|once|then|first|only)\s)?")),
        Reading(
            "red",
            _behind("""
            sign signs letter note notice cable telegram message caption headline banner label inscription plaque
            document paragraph sentence passage clause statement poster receipt entry words email line
        """),
        ),
        Reading(
            "red",
            r"(?:^|[\s(“\"])(?:(?!(?:Please|Always|Never|Then|Now|Just|Also|Go|Come|We|They|You|People|And|But|Or|So|Who|Kindly|If|When"
            r"|To|Let|Do|Not|Those|These|Children|Students)\s)[A-Z][\w’'-]+|et\sal\.)\s",
        ),
        Reading("red", _THING, rf"(?:{_IT}|{_ahead('aloud out from to in about of')})"),
        Reading(
            None,
            "",
            r"[^.?!]*\b(?:every|always|usually|often|daily|sometimes|books|music|lips|minds|Russian|French|German)\b",
        ),
        Reading(
            "red",
            r"(?<!\b[Ii]f\s)(?<!\b[Ww]hen\s)"
            + _behind("I we they who", r"(?:(?:just|never|once|only|also|first|already|recently|then)\s)?"),
            r"(?!\sa\slot\b)"
            rf"(?:{_IT}|{_ahead('about in somewhere where through out from between what as over')}|\s[A-Z“\"])",
        ),
        Reading(
            "red",
            _WE,
            r"[^.?!]*\b(?:yesterday|last\s(?:night|week|month|year)|ago|once|was|were|had|did|said|told|came|went|\w{3,}ed)\b",
        ),
    ),
    "close": (
        Reading(None, _ORDER, _ahead("by to enough at_hand")),
        Reading("kloze", _ORDER, rf"(?:{_IT}|{_ahead('with down up ranks in_on')}|\s[a-z]+[.!]$)"),
        Reading(
            "kloze",
            _HELPED,
            rf"(?:{_IT}|{_ahead('with down up ranks at on for early late off out tomorrow soon by')}|{_END})",
        ),
        Reading("kloze", _behind("the a"), rf"(?:\sof\b|{_END})"),
        Reading("kloze", r"\b(?:[a-z]+s|[Tt]hey|[Ww]e|I|[Yy]ou)\s", rf"(?:{_IT}|{_ahead('at early late down on')})"),
    ),
    "lead": (
        Reading(
            "led",
            "",
            r"-(?:lined|free|acid|based|coated|covered)\b|"
            + _ahead("""
            poisoning pipe pipes piping paint paints pencil pencils shot bullet bullets pellets weight weights sinker
            sinkers acetate oxide crystal levels exposure solder ore mine mines mining shield shielding apron balloon
            acid atom atoms bar bars block brick bricks foil roof coffin smelter contamination dust content seal vest
            sheet soldier soldiers glass
            azide
            blanket box container glaze
        """),
        ),
        Reading(
            "led",
            _behind("""
            made_of full_of like contain contains contained containing trace_of traces_of much more amount_of amounts_of
            level_of
            levels_of tons_of pounds_of piece_of pieces_of grams_of lump_of molten and_zinc of zinc_and copper_and
            tin_and
            gold_to gold_into liquid melted mercury_and arsenic_and iron_and silver_and is red white
        """),
            _LINK,
        ),
        Reading("led", r"\b(?i:pipes?|roofs?|bullets?|paint|coffins?|weights?|shot)\s(?:is|are|was|were)\s", _END),
        Reading(
            "led",
            _behind("is was of no for some any much with"),
            r"\s(?:in|from)\s(?:(?:the|our|your|their)\s)?(?:water|paint|blood|pipes?|soil|gasoline|petrol|air|toys|dust|glaze)\b",
        ),
    ),
    "bass": (
        Reading(
            "bas",
            _behind(
                """
            cut grill fry bake cook season poach fishes_for cut_the grill_the fry_the bake_the cook_the
            season_the poach_the
            sea striped largemouth smallmouth black white caught catch catching fish fished fishing grilled fried baked
            pound cooked eat ate fillet_of fillets_of fish_for fishing_for fished_for trout_and perch_and salmon_and
        """,
                r"(?:an?\s)?(?:big\s|small\s|huge\s)?",
            ),
        ),
        Reading(
            "bas",
            "",
            _ahead(
                "with_lemon with_butter fishing fisherman fishermen boat lake fillet fillets and_trout and_perch swam"
            ),
        ),
    ),
    "wound": (
        Reading("wownd", rf"(?:{_HE}|{_WE}|\b(?:and|which|had|[a-z]+(?:ed|ing))\s)", rf"(?:{_IT}|{_ahead(_PLACES)})"),
        Reading(
            "wownd",
            _behind("""
            road roads river path paths trail stream line lines street streets column procession stairs staircase convoy
            highway track creek was is are were be tightly watch clock
        """),
            _ahead(_PLACES + " tight tightly too"),
        ),
        Reading("wownd", _behind("tightly loosely newly")),
        Reading("wownd", _behind("been be was were is clock watch"), _END),
    ),
    "wind": (
        Reading("wined", _ORDER, rf"(?:{_IT}|{_ahead('up down back')})"),
        Reading(
            "wined",
            _behind(
                "roads road rivers river paths path trails trail streams streets will must should can it they we you I"
            ),
            rf"(?:{_ahead(_PLACES)}|{_ahead('the_clock the_watch the_wool the_rope the_yarn the_thread the_cable')})",
        ),
    ),
    "tear": (
        Reading("tare", _behind("wear_and")),
        Reading("tare", rf"(?:{_ORDER}|{_WE})", rf"(?:{_IT}|{_ahead('down up off out apart open into away at')})"),
        Reading("tare", _HELPED),
        Reading(
            "tare",
            _behind(_A, r"(?:[a-z]+\s)?"),
            r"\s(?:in|through|down|on)\s(?:the|my|his|her|your|its|their|our|a|one)\s(?:[a-z]+\s)?"
            r"(?:coat|shirts?|dress|sleeve|fabric|cloth|sail|curtain|page|paper|ligament|muscle|tendon|cartilage|retina|meniscus|jacket"
            r"|trousers|pants|skirt|stocking|tent|canvas|wall|lining|seam|net|hull|knee|shoulder|calf|rotator|aorta|tissue|bag|seat|roof)\b",
        ),
        Reading(
            "tare",
            _behind(
                """
            dress coat shirt sleeve jacket sail fabric skirt page muscle ligament meniscus rotator_cuff retinal ACL tent
            cartilage tendon labral jagged
        """,
                r"(?:(?:has|had|with)\sa\s(?:[a-z]+\s)?)?",
            ),
        ),
    ),
    "tears": (
        Reading(
            "tares",
            _behind("he she it muscle ligament meniscus tendon cuff"),
            _IT + "|" + _ahead("down up off apart open"),
        ),
    ),
    "lives": (
        Reading(
            "livvs",
            rf"(?:{_ONE}|{_behind('he she it who that')}|,\s)",
            _ahead("at in on near with here there alone by next for"),
        ),
    ),
    "desert": (Reading(Sounded("desert", "dI2z'3:t"), rf"(?:{_WE}|{_HELPED})"),),
    "record": (Reading("rekord", _ORDER, _IT), Reading("rekord", _behind("let’s let's"), _IT)),
    "live": (Reading("liv", r"(?:^|[Ll]ong\s|[Aa]nd let\s)", rf"(?:{_ahead('and the long')}|[.!])"),),
    "minute": (
        Reading(
            "mynute",
            "",
            _ahead("""
            detail details quantity quantities particle particles amount amounts trace traces difference differences
            doses organisms fraction fractions fragments portions scale attention scrutiny inspection examination
            variations changes crystals holes cracks
        """),
        ),
        Reading("mynute", _behind("is are was were be"), _END),
        Reading("mynute", _behind("so very extremely too how most"), rf"(?:{_END}|{_ahead('that as to')})"),
    ),
    "object": (
        Reading(None, "", r"\s(?:be|is|was)\b"),
        Reading(Sounded("object", "@bdZ'Ekt"), rf"(?:{_WE}|{_HELPED})"),
        Reading(Sounded("object", "@bdZ'Ekt"), r"(?<!\w)(?:[A-Z][\w’'-]+|[a-z]+s)\s", r"\sto\s"),
    ),
    "refuse": (
        Reading(
            "reffuce",
            "",
            _ahead("collection collector collectors dump dumps bin bins heap heaps disposal truck trucks pile tip"),
        ),
        Reading("reffuce", _behind("household the of"), rf"(?:{_END}|{_ahead('is was in_the')})"),
    ),
    "use": (
        Reading(None, "", r"[\s-]cases?\b"),
        Reading("yooze", _ORDER, rf"(?:{_IT}|\s(?!(?:of|is|was|by|in|and|or|for|to)\b)[a-z])"),
    ),
    "used": (
        Reading(
            Sounded("used", "j'u:st"),
            _behind("I you he she we they there who", r"(?:[a-z]+ly\s|never\s|always\s|also\s|all\s|both\s)?"),
            r"\sto\s(?!(?:the|an?|it|this|that)\b)",
        ),
        Reading(
            None,
            r"(?<!\w)(?i:the|an?|any|some|these|those)\s(?:[a-z-]+\s){1,3}",
            _ahead(
                "to_store to_build to_create to_represent to_identify to_detect to_define to_test to_prevent to_finance"
            ),
        ),
        Reading(
            Sounded("used", "j'u:st"),
            r"(?<!\w)(?!(?i:is|was|were|are|be|been|being)\s)[\w’']+\s(?:[a-z]+ly\s|never\s|always\s)?",
            r"\sto\s(?!(?:the|a|an|it|this|that|kill|make|treat|describe|measure|refer|determine|mean|produce)\b)",
        ),
        Reading(
            Sounded("used", "j'u:st"),
            r"(?<!\w)(?i:get|got|getting|gets|grow|grew|am|\w+[’'](?:m|re|s)|not|quite|so|become|became)\s",
            r"\sto\b",
        ),
    ),
    "bow": (
        Reading(
            "bough",
            _behind(
                "took take takes taking low deep slight stiff little final polite last",
                r"(?:(?:an?|his|her|their|your)\s)?",
            ),
            r"(?!\s(?:and\sarrow|tie))",
        ),
        Reading(
            "bough",
            "",
            r"\sof\s(?:the|a|his|her|our)\s(?:ship|boat|vessel|destroyer|yacht|canoe|ferry|cruiser|tanker|submarine|barge|tug)\b",
        ),
        Reading(
            "bough",
            rf"(?:{_ORDER}|{_HELPED}|{_WE}|{_behind('port starboard over_the across_our across_her across_the')})",
            rf"(?:{_END}|{_ahead('to before down out his her my your their our low and_scrape in deeply')})",
        ),
    ),
    "row": (
        Reading(
            Sounded("rau", "r'aU"),
            _behind(
                """
            had have having terrible awful almighty blazing furious bitter big diplomatic political violent such
            dreadful fearful public family kick_up kicked_up making make what started start heated
        """,
                r"(?:(?:an?|the|one|another)\s)?",
            ),
            rf"(?:{_END}|{_ahead('about over with between broke erupted going at and was last started this that')})",
        ),
        Reading(Sounded("rau", "r'aU"), _behind("a"), _ahead("about over with broke erupted")),
    ),
    "sow": (
        Reading(
            Sounded("sou", "s'aU"),
            _behind("the a fat old big pregnant nursing her our one black prize breeding"),
            rf"(?!{_ahead('seed seeds oats wheat grass the discord doubt')})",
        ),
    ),
    "content": (
        Reading(
            Sounded("content", "k@nt'Ent"),
            r"(?<!\w)(?i:am|is|are|was|were|be|been|being|\w+[’'](?:m|re|s)|seem|seems|seemed|feel|felt|not"
            r"|perfectly|remain|rest|die|quite|heart[’']s)\s(?:[a-z]+ly\s|not\s|quite\s)?",
            rf"(?:{_END}|{_ahead('to with that just enough merely here and')})",
        ),
    ),
    "dove": (
        Reading(
            "dohve",
            rf"(?:{_HE}|{_WE}|{_behind('then plane planes submarine goalie keeper car goalkeeper')})",
            rf"(?:{_END}|{_ahead('into in for off left under down through behind right to from at out deep back')})",
        ),
        Reading("dohve", _behind("and"), _ahead("into in for off under down through behind from out deep")),
    ),
    "number": (
        Reading(
            "nummer",
            _behind("got get grew grow felt feel even much gets became"),
            rf"(?:{_END}|{_ahead('and_number with by than')})",
        ),
    ),
    "advocate": (
        Reading(
            Sounded("advocate", "'adv@k@t"),
            _behind(_A, r"(?:[a-z]+\s)?"),
            rf"(?:{_END}|{_ahead('of for will is was has who and')})",
        ),
    ),
    "invalid": (
        Reading(
            Sounded("invalid", "'Inv@lId"),
            _behind("an the sick old poor chronic my permanent bedridden helpless confirmed", r"(?:[a-z]+\s)?"),
            rf"(?:{_END}|{_ahead('could will has was is wife husband mother father sister brother aunt who')})",
        ),
    ),
    "excuse": (Reading("excuze", rf"(?:{_ORDER}|{_HELPED}|{_WE})", _IT),),
    "Polish": (Reading("pollish", _ORDER, _IT),),
}
"""By the word in small letters, or with a capital where only that is meant."""
