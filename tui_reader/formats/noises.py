"""What transcribers note in brackets and nobody said: noises, pauses, words that could not be heard.

Knows the text in and around one pair of brackets.
"""

from __future__ import annotations

from tui_reader.lazy_re import lazy_re


def _words(text: str) -> list[str]:
    return text.split()


TIME = r"(?:\d{1,3}:){1,2}\d{2}(?:[.,]\d{1,3})?"
"""A regular expression for a time of the recording: 00:12:03."""
_NOISES = _words("""
    laughs laugh laughing laughter chuckles chuckling chuckle giggles giggling snickers applause applauding cheers
    cheering clapping claps sighs sighing sigh coughs coughing cough crying cries sobbing sobs weeping sniffs
    sniffles sneezes yawns gasps groans moans grunts screams whistles whistling hums humming whispers whispering
    music silence pause pauses beat noise static beep beeping beeps tone unclear inaudible unintelligible
    indistinct indecipherable indiscernible untranslated garbled garble crosstalk cross-talk overlapping overtalk
    ringing rings breath breathes breathing inhales exhales snorts clicks blank redacted off-mic background
    interrupting interrupted interrupts interruption bleep ph phonetic sic ? ?? ... … lacht lachen gelächter
    beifall applaus unverständlich pause hustet seufzt rires rire applaudissements inaudible silence risas risa
    aplausos inaudible ininteligible risate ride applausi incomprensibile risos aplausos смех неразборчиво
    аплодисменты пауза
""")
_PHRASES = (
    "cross talk", "overlapping talk", "clears throat", "clears his throat", "clears her throat", "clearing throat",
    "phone rings", "phone ringing", "telephone rings", "telephone ringing", "doorbell rings", "dog barks", "no sound",
    "break in recording", "tape skips", "end of tape", "no audio", "no response", "audio drops", "audio cuts out",
    "blows nose", "takes a breath", "takes a deep breath", "deep breath", "multiple speakers", "over talk", "off mic",
    "background noise", "speaking simultaneously", "simultaneous talking", "technical difficulties",
)  # fmt: skip
_HOW = _words("""
    general loud louder much more some soft quiet long short brief prolonged renewed nervous light mild slight
    audience background speaker off awkward bitter heavy sharp deep big small
""")
_MORE = _words("""
    loudly softly quietly nervously again continues exchange word words phrase name noise speech voice voices talk
    passage section question comment heavily deeply sharply audio dialogue spelling
    playing plays starts stops fades swells
""")


def _one(*words: str) -> str:
    escaped = (word.replace("?", r"\?").replace(".", r"\.") for word in words)
    return f"(?:{'|'.join(sorted(escaped, key=len, reverse=True))})"


_ONE = rf"(?:{_one(*_HOW)}\s)?{_one(*_NOISES, *_PHRASES)}(?:\s{_one(*_MORE)})?"
NOISE = (
    rf"\\?[\[(](?i:(?:{TIME}[\s,-]{{1,3}})?{_ONE}(?:(?:,|\s?/|\s-|\sand|;)\s?{_ONE})?"
    rf"(?:[\s,@-]{{1,3}}(?:at\s)?(?:{TIME}|\d{{1,3}}\s?(?:s|sec|secs|seconds?|minutes?)))?)[.…!]?\\?[\])]"
)
"""A regular expression for a noise in its brackets, with or without a time."""
_NOISE = lazy_re(NOISE)
_HOW_IT_IS_SAID = lazy_re(r"\(\w+ing\W*\)")
"""A direction before the words of a play: (laughing)."""


def is_noise(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether brackets from `start` to `end` hold a noise and nothing else."""
    return _NOISE.fullmatch(text, start, len(text) if end is None else end) is not None


def is_silent(aside: str) -> bool:
    """Whether an aside is a noise that is not read aloud: in brackets, or in small letters as markup notes it."""
    if aside[:1].islower():
        return is_noise(f"[{aside}]")
    return is_noise(aside) and not _HOW_IT_IS_SAID.fullmatch(aside)
