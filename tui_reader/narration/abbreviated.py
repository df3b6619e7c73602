"""Stops that belong to a short form, an initial or the number of an item, and end no sentence. Knows plain text."""

from __future__ import annotations

import re

from tui_reader.lazy_re import lazy_re
from tui_reader.narration.foreign_abbreviated import is_foreign_abbreviation

_WORD = lazy_re(r"[^\W_]+(?:['’][^\W_]+)?")
_INITIALS = lazy_re(r"(?:[^\W\d_]\.)*[^\W\d_]")
_ITEM_NUMBER = lazy_re(r"(?:\d{1,3}|[ivxlcIVXLC]{1,5}|[A-Za-z])")
_CHAPTER = lazy_re(r"(?:x?l|lx{1,3}|x?c|x{1,3})?(?:ix|iv|v?i{0,3})")
"""A small Roman numeral: "Matt. xxiii. 9"."""
_BOOK = lazy_re(
    r"\b(?:[A-Z][a-z]{1,14}\.|[A-Z][a-z]{2,14}|chapter|book|canto|psalm|part|act|(?:chap|ch|bk|sec|vol)\.)\s$"
)
"""A book or a chapter before its number."""
_COUNT = lazy_re(r"[\d½¼¾⅓⅔⅛]\s?$")
_SHILLINGS, _PENCE = lazy_re(r"\d{1,2}s"), lazy_re(r"\d{1,2}d\b")
_NUMBER = lazy_re(r"\d|(?!I(?:\s+[a-z]|['’]))[IVXLC]+\b|(?![AI]\s)[A-Z](?:\d{1,3})?\b(?!['’]|\.\s?[A-Z]\.)")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NEVER_LAST = _words("mr mrs ms mx messrs mme mlle v vs e.g i.e cf viz q.v approx esp incl excl op loc messieurs recd")
"""A stop after these never ends a sentence."""
_TITLES = _words("dr prof rev fr gen col maj capt lt sgt sen rep gov adm")
_NAMES_TOO = _words("may will no who what")
"""Usual first words that are surnames behind a title."""
_BEFORE_NAMES = _words("""
    dr drs prof profs rev revd pres gov sen sens rep reps amb gen gens lt col maj capt cpt cdr cmdr comdr adm ens
    sgt cpl pvt pfc brig insp det supt msgr st ste mt mts ft pt fr sr jr br cllr abp bp secy asst assoc dep depy dir
    atty chmn ret emer dist hosp
    tel telegr cong dept govt univ ca al co corp inc ltd bros assn mfg intl natl ave esq ph.d wm chas geo
    jas thos robt jos edw benj jno eliz saml danl nathl richd fredk andw margt archd alexr patk michl nr
    sq abn armd inf regt bn bde trans cav div rt sts ssgt tsgt msgt eng
""")
"""A name or another word follows these: a stop after them ends a sentence only before a usual first word."""
_CAPITALISED = _words("""
    hon sec pub bro
    jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri
    conn mass calif fla pa tex va md mich minn ill ala ariz ark colo ky nebr nev okla ore tenn vt wis wyo
""")
"""The same, with a capital; in small letters they are words: "She was ill. Mary came."."""
_BEFORE_NUMBERS = _words("""
    nos p pp ch chs par para paras art arts fig figs vol vols suppl ed eds app ser ex exs exh cl cls sched apt apts ste
    rm rms ext rte hwy max min eq eqs bk bks bldg flt pt pts pl pls reg regs tit sc ll ln vv mvt cap cols stat no. sect
    sec secs fn fns res cir ver vers ph repr mi ref refs pg pgs temp avg est pop hum vis
    cts plat plats arr plts nn n aet aetat resp thm ht eqn circ amend
    subsec chap chaps doc docs gen exod lev num deut josh judg sam kgs chr neh ps pss prov eccl isa jer ezek matt rom
    cor dan gal eph phil col thess tim heb pet rev rs lb lbs oz ft yd hr hrs qt gal min
    jct lat lon rwy jn lk mk bapt bur marr fl flt opp
""")
"""A number or a single capital follows these; before anything else their stop ends the sentence: some are words."""
_UNITS = _words("mm wt")
"""The same, unless a number stands before them: "measures 3 mm."."""
_DIRECTION = lazy_re(r"[NSEW]\.?(?:\s?[EW]\b\.?)?\s+(?:of|on|along|from|past|to)\b")
_NUMBER_SIGN = lazy_re(r"Nos?\.\s*\d")
_LONG_NUMBER = lazy_re(r"(?:No\.\s*)?[\d,]{4}")
OF_LAW = lazy_re(
    r"Sup\.\sCt\.|(?:Fed|(?P<kind>Civ|Crim))\.\s(?:(?:R|Reg|Ct|Cir|Supp|App|Cas|Evid|Proc?|Govt|Dept|Res|Bd|(?(kind)(?:P|Nos?)))\."
    r"|(?:Rules?|Register|Reporter|Government|Reserve|Judge|Court|District|Circuit|Code|Procedure)\b)"
)
"""Short forms of law before another word of it; elsewhere the Fed is a bank and Civ a game."""
_WINNER = lazy_re(
    r"(?<![\w’'])(?!(?:He|She|It|We|They|You|And|But|So|Yes|Yeah|No|Will|May)\s)(?:O['’])?[A-Z][\w.-]{1,30}\s(?:\(\d{1,2}\)\s)?$"
)
_LOSER = lazy_re(r"\s(?:No\.\s\d+\s)?(?:the\s)?[A-Z][\w’'-]")
_BEFORE_ZONES = _words("a.m p.m")
_ZONES = _words("est edt cst cdt mst mdt pst pdt gmt utc eastern central mountain pacific")
_STARTERS = _words("""
    the a an i he she it we they you this that these those there here what when where why who how which if in on at as
    but and so or for from to no yes well now then is are was were do does did can could would should will may my our
    his her its their your not nothing after before since although though while because with without one some any all
    both each let maybe perhaps also however
""")
_LETTERED = _words("""
    plan vitamin hepatitis class grade type group exhibit option section schedule appendix annex tab team company
    category part point influenza blood series phase zone block channel model studio gate hall room fig figs app ex
    exs exh
    apt bldg sched vol suppl dept
""")
"""A single letter after these is their name and no initial of a person."""


def is_defeated(text: str, begin: int, stop: int) -> bool:
    """Whether "def." from `begin` to `stop` stands between the names of who won and who lost."""
    return _WINNER.search(text[max(0, begin - 40) : begin]) is not None and _LOSER.match(text, stop + 1) is not None


def is_abbreviated(text: str, start: int, stop: int, following: int) -> bool:
    """Whether the single stop at `stop` belongs to the word before it and the sentence goes on at `following`."""
    begin = stop
    while begin > start and not text[begin - 1].isspace() and text[begin - 1] not in '([{"“‘—–-/':
        begin -= 1
    word = text[begin:stop]
    if begin == start and _ITEM_NUMBER.fullmatch(word):
        return True
    folded = word.lower()
    match = _WORD.match(text, following)
    following_word = match.group() if match else ""
    if folded in _NEVER_LAST or (folded in _TITLES and following_word.lower() in _NAMES_TOO):
        return True
    if folded == "no" or word in ("Sat", "Sun"):
        return text[following].isdigit()
    is_foreign = is_foreign_abbreviation(text, begin, stop, following_word)
    if is_foreign or _is_numbered(text, start, begin, stop, following) or OF_LAW.match(text, begin):
        return True
    if folded == "def":
        return is_defeated(text, begin, stop)
    if folded in ("mi", "blk", "blks") and _DIRECTION.match(text, following):
        return True
    if _SHILLINGS.fullmatch(word):
        return _PENCE.match(text, following) is not None
    if folded in _BEFORE_ZONES:
        return following_word.lower() in _ZONES or text[following].isdigit()
    initial_follows = len(following_word) == 1 and text[following + 1 : following + 2] == "."
    starter = re.split("['’]", following_word.lower())[0] in _STARTERS and not initial_follows
    named = folded in _BEFORE_NAMES or (folded in _CAPITALISED and word[0].isupper())
    return not starter and (named or _is_initial(text, start, begin, stop))


def _is_numbered(text: str, start: int, begin: int, stop: int, following: int) -> bool:
    """Whether what stands at `following` is the number of the short form `text[begin:stop]`."""
    word = text[begin:stop]
    folded = word.lower()
    if folded in _BEFORE_NUMBERS and _NUMBER.match(text, following):
        return True
    if folded in _UNITS:
        return _NUMBER.match(text, following) is not None and not _COUNT.search(text[max(start, begin - 2) : begin])
    if word and text[following].isdigit() and _CHAPTER.fullmatch(word):
        book = _BOOK.search(text, max(start, begin - 17), begin)
        return book is not None and (book.start() > start or word != "vi")  # "Use vi." is the editor
    if word in ("Pat", "acct", "Acct"):
        return _LONG_NUMBER.match(text, following) is not None
    return (folded in ("reg", "ser", "lic", "tel", "inv", "l", "ord", "ords") or word in ("Cat", "Ref")) and (
        _NUMBER_SIGN.match(text, following) is not None
    )


def _is_initial(text: str, start: int, begin: int, stop: int) -> bool:
    """Whether `text[begin:stop]` is an initial, or several."""
    word = text[begin:stop]
    if not _INITIALS.fullmatch(word):
        return False
    before = text[max(start, begin - 12) : begin].split()
    if len(word) == 1 and before and before[-1].lower().rstrip(".") in _LETTERED:
        return before[-2:] in (["1st", "Class"], ["First", "Class"])
    return not (word == "I" and text[begin - 2 : begin - 1].islower())
