"""Arms and units of soldiers: calibers, battalions of regiments, hours, the missing and the dead."""

from __future__ import annotations

import re

from tui_reader.narration.normalization.designations import letters, type_number
from tui_reader.narration.normalization.numbers import ordinal
from tui_reader.narration.normalization.rule import BARE_POINT, CAPITALS, SLASHED, Rule, compiled


def _regiment(match: re.Match[str]) -> str:
    return f"{ordinal(int(match['battalion']))} of the {ordinal(int(match['regiment']))}"


def _lost(match: re.Match[str]) -> str:
    return letters(match["said"].rstrip("s")) + ("'s" if match["said"].endswith("s") else "")


_GUNS = (
    r"(?i:\b(?:rifles?|pistols?|revolvers?|shotguns?|magnum|bullets?|handguns?|guns?|derringer|ammo|ammunition|cartridges?"
    r"|holster|Smith\s&\sWesson)\b)|\bColt\b|\b9\s?mm\b"
    r"|\s\.\d\d\d?\s(?:rounds?|slugs?|automatic)\b|\b(?:shot|fired)\b[^.]{1,40}\.\d\d\d?(?:[.,;!?]|$|\s(?:at|from|in|into)\b)"
)
RULES = (
    Rule(
        "calibers",
        ((".50-cal. rounds", "point 50 caliber rounds"), ("a .22 cal rifle", "a point 22 caliber rifle")),
        r"(?<![\w.]\.\d\d)(?<=\.\d\d)(?P<said>[-\s]cal\b(?:\.(?=\s[a-z]|[,;)]))?)",
        " caliber",
        BARE_POINT,
    ),
    Rule(
        "calibers",
        (
            ("a .22 rifle and a .357 magnum", "a twenty-two rifle and a three fifty-seven magnum"),
            ("a .45 rise", "a point 45 rise"),
        ),
        r"(?:\b(?:an?|the|his|her|my|your|with|of|two|three)\s)(?P<said>\.(?P<bore>22|25|32|38|40|44|45|50|303|308|357|410))(?![\w-]|\.\w|\scal)",
        lambda match: type_number(match["bore"]) if compiled(_GUNS).search(match.string) else None,
        BARE_POINT,
    ),
    Rule(
        "battalions",
        (
            ("2/7 Cav., moved", "second of the seventh Cavalry, moved"),
            ("the 1/9 Marines", "the first of the ninth Marines"),
        ),
        r"(?<![\w/.,])(?P<said>(?P<battalion>\d)/(?P<regiment>\d{1,3}))(?=\s(?:Cav|Inf|Armd|Abn|Marines?|Cavalry|Infantry|FA|Bn|Airborne|Armor)\b)",
        _regiment,
        SLASHED,
    ),
    Rule(
        "losses",
        (("12 KIA and 2 MIA", "12 K.I.A and 2 M.I.A"), ("listed as MIA", "listed as M.I.A")),
        r"(?:\d|\b(?:as|were|was|went|been|are|is))\s(?P<said>[KMW]IAs?)\b",
        _lost,
        CAPITALS,
    ),
)
