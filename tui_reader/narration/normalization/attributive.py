"""Whether a quantity stands before its noun (a 5 km run), where its unit is singular, or by itself (he ran 5 km)."""

from __future__ import annotations

from tui_reader.narration.normalization.rule import compiled, one_of, words

_DETERMINERS = words("a an the this that each every another one any my your his her its our their no per")
_DETERMINED = (
    rf"(?:(?<![\w’'])(?i:{one_of(_DETERMINERS)})|\w['’]s|s['’])\s(?:(?!(?:is|was|has|had|of|in|at|by)\s)[a-z]+\s)?$"
)
"""A determiner, and perhaps an adjective, before the quantity."""
NO_NOUNS = frozenset(
    words("""
    a an the this that these those my your his her its our their some any all both each every no
    of to in on at by for from with without within into onto out off up down over under above below behind beyond
    beneath beside between among across along around through throughout during until till before after since
    against about near past than as per via upon towards toward away apart back aside ahead abroad overseas inland
    offshore deep long wide high tall thick broad old north south east west northeast northwest southeast
    southwest and or nor but so yet if when while where whereas because though although unless whether which who whom
    whose what why how then now today tonight tomorrow yesterday once twice more less fewer later earlier sooner longer
    further farther faster slower higher lower heavier lighter taller wider deeper better worse too also just even
    still again i he she it we they you me him us them is are was were be been being has have had do does did
    will would can could may might must shall should went goes go ran said says not never always often sometimes else
    instead together total altogether maximum minimum max min each apiece there here straight ago left remaining plus
    minus times divided came comes gets got took takes gave gives made makes vs versus downstream upstream downwind
    downhill uphill upwards downwards afterwards outside inside alone required needed available perhaps
""")
)

_LY_NOUNS = frozenset(words("butterfly family assembly supply rally reply ally jelly belly fly"))


def before_noun(text: str, start: int, end: int, of_many: bool = False) -> bool:
    """Whether the quantity in characters `start` to `end`, a number and its unit, is said of the noun that follows.

    That is so after "a", "the" and the like, but not in "ran 5 km yesterday"; with `of_many` also before a plural
    ("60 W bulbs").
    """
    following = compiled(r"(?:/[a-z]+)?[\s-]([A-Za-z]+)\b(?!['’]|\.\w)").match(text, end)
    if (
        not following
        or following[1].lower() in NO_NOUNS
        or (following[1].endswith("ly") and following[1] not in _LY_NOUNS)
    ):
        return False
    if of_many and following[1].endswith("s") and len(following[1]) > 3:
        return True
    return compiled(_DETERMINED).search(text, max(0, start - 30), start) is not None
