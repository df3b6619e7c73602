"""Where a passage's sentences begin and end. Knows plain text and nothing of documents or voices.

A stop ends a sentence when white space and something that can begin a sentence come after it, and when the word before
it is no abbreviation, initial or item number. All work is linear in the length of the text.
"""

from __future__ import annotations

import re

LIMIT = 400
"""Characters. A longer sentence is cut, so that a text without stops is read in pieces."""

_STOP = re.compile(r"""(?<![.!?…])[.!?…]++['"’”»)\]}*_]*+(?=\s)|[。！？]++[」』”’）]*+""")
_OPENERS = "\"'“‘«([{*_¿¡—–-"
_SPACE = re.compile(r"\s*")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_ITEM_NUMBER = re.compile(r"(?:\d{1,3}|[ivxlcIVXLC]{1,5}|[A-Za-z])")
_SHILLINGS, _PENCE = re.compile(r"\d{1,2}s"), re.compile(r"\d{1,2}d\b")
_NUMBER = re.compile(r"\d|(?!I\s+[a-z])[IVXLC]+\b")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BEFORE_NAMES = _words("""
    mr mrs ms messrs mme mlle dr prof rev hon pres gov sen rep amb gen lt col maj capt cdr adm sgt cpl pvt brig st mt ft
    sec asst assoc dep depy dir vs cf e.g i.e viz tel telegr cong dept univ approx ca al
    jan feb mar apr jun jul aug sept sep oct nov dec
""")
"""A name or another word follows these: a stop after them ends a sentence only before a usual first word."""
_BEFORE_NUMBERS = _words("nos p pp v ch para paras art arts fig figs vol vols ed eds app ser rs")
"""A number follows these; before anything else their stop ends the sentence, for some are words too."""
_BEFORE_ZONES = _words("a.m p.m")
_ZONES = _words("est edt cst cdt mst mdt pst pdt gmt utc eastern central mountain pacific")
_STARTERS = _words("""
    the a an i he she it we they you this that these those there here what when where why who how which if in on at as
    but and so or for from to no yes well now then is are was were do does did can could would should will may my our
    his her its their your not nothing after before since although though while because with without one some any all
    both each let maybe perhaps also however
""")


def sentences(text: str, limit: int = LIMIT) -> list[tuple[int, int]]:
    """The sentences of `text` in order, as the characters (start, end) without the white space around them.

    There is only white space between them. No sentence is longer than `limit` characters. A stretch without a letter or
    digit belongs to the sentence before it; a text without any has no sentences.
    """
    whole: list[tuple[int, int]] = []
    start = after = _skip_space(text, 0)
    for stop in _STOP.finditer(text):
        if _ends(text, start, stop.start(), stop.end()):
            if has_words(text[after : stop.end()]):
                whole.append((start, stop.end()))
                start = _skip_space(text, stop.end())
            elif whole:
                whole[-1] = (whole[-1][0], stop.end())
                start = _skip_space(text, stop.end())
            after = _skip_space(text, stop.end())
    end = len(text.rstrip())
    if start < end:
        if has_words(text[after:end]):
            whole.append((start, end))
        elif whole:
            whole[-1] = (whole[-1][0], end)
    return [piece for start, end in whole for piece in _cut(text, start, end, limit)]


def _skip_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does, without regard to quotes and brackets after the stop."""
    return text.rstrip("\"'”’»)]} \n*_").endswith((".", "!", "?", "…", "。", "！", "？"))


def has_words(text: str) -> bool:
    """Whether there is anything to say: a letter or a digit."""
    return any(map(str.isalnum, text))


def _ends(text: str, start: int, stop: int, after: int) -> bool:
    """Whether the stop at `stop`, its quotes and brackets up to `after`, ends the sentence that began at `start`."""
    if text[stop] in "。！？":
        return True
    following = _skip_space(text, after)
    while following < len(text) and (text[following] in _OPENERS or text[following].isspace()):
        following += 1
    if following >= len(text):
        return True
    first = text[following]
    if first.islower() or not first.isalnum():
        return False
    if text[stop] != "." or after - stop > 1:
        # "!", "?", "..." or a stop with a quote or bracket after it: the capital that follows is enough.
        return text[stop] != "." or text[stop + 1] != ")" or not _abbreviated(text, start, stop, following)
    return not _abbreviated(text, start, stop, following)


def _abbreviated(text: str, start: int, stop: int, following: int) -> bool:
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
    initial_follows = len(following_word) == 1 and text[following + 1 : following + 2] == "."
    starter = re.split("['’]", following_word.lower())[0] in _STARTERS and not initial_follows
    if folded == "no":
        return text[following].isdigit()
    if folded in _BEFORE_NUMBERS:
        return _NUMBER.match(text, following) is not None
    if _SHILLINGS.fullmatch(word):
        return _PENCE.match(text, following) is not None
    if folded in _BEFORE_NAMES:
        return not starter
    if folded in _BEFORE_ZONES:
        return following_word.lower() in _ZONES or text[following].isdigit()
    if not _INITIALS.fullmatch(word):
        return False
    if word == "I" and text[begin - 2 : begin - 1].islower():
        return False
    return not starter


_CUTS = ("; ", ": ", "— ", "--", "—", ", ", " ")


def _cut(text: str, start: int, end: int, limit: int) -> list[tuple[int, int]]:
    """A sentence in stretches of at most `limit` characters, cut at clause ends, else at white space, else anywhere."""
    pieces: list[tuple[int, int]] = []
    while end - start > limit:
        window = text[start : start + limit].translate(_BLANKS)
        for sign in _CUTS:
            found = window.rfind(sign, limit // 4)
            if found >= 0 and has_words(window[: found + len(sign)]):
                stretch = start + found + len(sign)
                break
        else:
            stretch = start + limit
        pieces.append((start, start + len(text[start:stretch].rstrip())))
        start = _skip_space(text, stretch)
    if start < end:
        pieces.append((start, end))
    return pieces


_BLANKS = {ord(sign): " " for sign in "\n\t\r\f\v\u00a0\u2028\u2029"}
