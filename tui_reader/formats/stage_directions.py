"""Directions in round brackets within a speech, as plays print them: `(He opens the door.)`, `(Exit.)`.

Round brackets also hold what a speaker puts in between, so a direction is told by its words. Knows what stands inside
one pair of brackets.
"""

from __future__ import annotations

from tui_reader.formats.foreign_directions import is_foreign_direction
from tui_reader.lazy_re import lazy_re


def _words(text: str) -> list[str]:
    return text.split()


_VERBS = _words("""
    open close sit stand rise enter exit leave go come take put give hand pick drop turn look walk cross move
    kneel fall run rush shake nod smile laugh weep cry sob sigh kiss embrace bow draw pour drink eat light point
    read write hide throw knock ring begin start stop pause hesitate whisper shout sing dance play show pull push
    hold lift tear wipe wake sleep lie lean wait listen watch return disappear appear follow stare glance grab
    raise lower hang break kick slap hit strike fire shoot kill die pace hurry bend reach touch step climb carry
    bring set lay arrange cover remove unfold fold search examine scream faint stagger stumble shrug gesture gaze
    peer mutter mumble murmur exeunt pat stroke pet yawn stretch freeze applaud cheer clap gasp cough sneeze
    retreat advance approach withdraw retire vanish unlock lock fight speak talk call answer think
    reappear rejoin join meet greet fetch undress dress drag toss shut slam stoop crouch crawl hop jump leap swing
""")


def _third(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x", "o")):
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2] not in "aeiou" else verb + "s"


_DOUBLED = frozenset(_words("sit put drop run nod stop begin grab hit set step clap pat pet shrug"))


def _ing(verb: str) -> str:
    if verb in ("lie", "die"):
        return verb[0] + "ying"
    return (verb + verb[-1] if verb in _DOUBLED else verb[:-1] if verb.endswith("e") else verb) + "ing"


_DOES = "(?:" + "|".join(sorted(map(_third, _VERBS), reverse=True)) + ")"
_DO = "(?:" + "|".join(sorted(_VERBS, reverse=True)) + ")"
_DOING = "(?:" + "|".join(sorted(map(_ing, _VERBS), reverse=True)) + ")"
_WHO = r"(?:He|She|It|The\s[a-z]+(?:\s[a-z]+)?|An?\s[a-z]+|[A-Z][a-z]+|[A-Z]{2,}(?:\s[A-Z]{2,})?)"
_FIRST = (
    r"(?:Exit|Exeunt|Enter|Re-enter|Aside|Curtain|Blackout|Pause|Beat|Silence"
    r"|A\s(?:long\s|short\s)?(?:pause|beat|silence|knock|shot|bell|scream))\b"
)
_THEY = r"(?:They|Both|All|[A-Z]+\sand\s[A-Z]+|[A-Z][a-z]+\sand\s[A-Z][a-z]+)"
_SENTENCE = lazy_re(
    rf"{_FIRST}|{_WHO}\s(?:[a-z]+ly\s)?{_DOES}\b|{_THEY}\s(?:[a-z]+ly\s|all\s|both\s)?{_DO}\b"
    rf"|(?i:{_DOING}|{_DOES})\b[^,]{{0,60}}$"
    r"|To\s(?:the\s(?:audience|others?|house)|himself|herself|themselves|him|her|them|[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,2})\.?$"
)
_WITHIN = lazy_re(
    rf"(?:aside|aloud|apart|beat|off|offstage|{_DOES}|{_DOING})(?:\s[^,.]{{1,40}})?$"
    r"|(?:aside\s)?to\s(?:himself|herself|themselves|the\saudience|[A-Z]\w*)$"
)
_SPEAKER = lazy_re(r"(?i)\b(?:I|you|we|my|your|our|me|us)\b")


def is_direction(inside: str, after_end: bool) -> bool:
    """Whether the words of round brackets are a direction; `after_end`: a sentence ended before them."""
    words = " ".join(inside.split())
    if _SPEAKER.search(words):
        return False
    if words[:1].isupper():
        in_english = after_end and _SENTENCE.match(words) is not None
    else:
        in_english = _WITHIN.match(words.rstrip(".")) is not None
    return in_english or is_foreign_direction(words, after_end)
