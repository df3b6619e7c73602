"""Tiers: rows of annotations in time, of which some are what people say and others are about it.

ELAN, Praat and EXMARaLDA write a tier for each speaker, and beside it tiers of single words, sounds, translations,
gestures and notes. Speech is the first tier of a speaker that holds words. Knows no file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tui_reader.formats.builder import Builder
from tui_reader.formats.captions import cue_turns
from tui_reader.formats.captions.scanner import CaptionCue, CuePiece
from tui_reader.named_tuple import NamedTuple


class Segment(NamedTuple):
    """One annotation."""

    start: float | None
    """Seconds."""
    end: float | None
    text: str


class Tier(NamedTuple):
    """A row of annotations."""

    name: str
    speaker: str | None
    """Whose tier it is, where the file says so."""
    parent: str | None
    """The name of the tier that it hangs on."""
    segments: Sequence[Segment]
    kind: str = ""
    """What the file calls what is in it: "utterance", "gesture"."""
    may_be_speech: bool = True
    """Whether its form allows that somebody says it."""


_LEVEL = re.compile(
    r"[\s_.:(\[\"-]*\b_?(?:words?|wrd|phon\w*|ipa|segments?|syll\w*|ort|ortho?\w*|kan|mau|text|txt|tx|utt\w*|spch|speech"
    r"|tok(?:ens?)?|phrases?|sent\w*|trs|transcript\w*|transl\w*|gloss\w*|pos|tones?|tobi|pitch|default(?:-lt)?)[)\]\"]*\d*$",
    re.IGNORECASE,
)
"""What of a tier's name says what it holds, and not whose it is: "Anna - words"."""
_SOUNDS = re.compile(r"\b_?(?:phon\w*|ipa|mau|syll\w*|tones?|tobi|pitch|pos)[)\]]?\d*$", re.IGNORECASE)
"""Tiers of sounds, their pitch and the kinds of words."""
_ABOUT = re.compile(
    r"(?:.*[\s_-])?(?:notes?|comments?|kommentare?|remarques?|gest\w*(?:[\s_-].*)?|gaze|head|hands?|noises?|events?|misc|topics?|transl\w*"
    r"|gloss\w*|music|laughter|pauses?|breaks?|sections?|chapters?|metadata|quality)\d*",
    re.IGNORECASE,
)
"""Names of tiers about the talk."""
_WORD = re.compile(r"[^\W\d_]{2,}|[^\W\d_](?![\w.])")
_SPOKEN = 1.3
"""Words in an annotation, on average, where a tier has more than single words."""
_SAME = 0.9
"""The share of annotations at the times of another tier from which on a tier translates or describes that one."""
_FEWEST = 3
"""Annotations from which on that share says something."""


class Spoken(NamedTuple):
    """The tiers of a file, told apart."""

    speech: Sequence[tuple[str | None, Tier]]
    """Who speaks, None where nothing says so, and the tier of it."""
    others: Sequence[Tier]


def tell(builder: Builder, name: str, tiers: Sequence[Tier]) -> None:
    """Give the builder what is said in the tiers by time, and the other tiers as what no one says."""
    spoken = told_apart(tiers)
    cues = [
        CaptionCue("", segment.start, segment.end, (CuePiece(segment.text, speaker, ""),))
        for speaker, tier in spoken.speech
        for segment in tier.segments
        if segment.text.strip()
    ]
    cues.sort(key=lambda cue: cue.start if cue.start is not None else float("inf"))
    cue_turns.tell(builder, cues, apart=True)
    for tier in spoken.others:
        builder.residue("\n".join(_texts(tier)), f"tier {tier.name}, which is not what somebody says")
    if spoken.others:
        names = ", ".join(tier.name for tier in spoken.others[:5]) + (", ..." if len(spoken.others) > 5 else "")
        count = "1 tier is" if len(spoken.others) == 1 else f"{len(spoken.others)} tiers are"
        builder.warnings.append(f"{name}: {count} about the speech and not read: {names}")


def told_apart(tiers: Sequence[Tier]) -> Spoken:
    """Which tiers are speech, and whose."""
    tiers = [tier for tier in tiers if any(_texts(tier))]
    by_name = {tier.name: tier for tier in tiers}
    families: dict[tuple[str, str], list[Tier]] = {}
    for tier in tiers:
        root = _root(tier, by_name)
        if _is_about(root):
            continue
        families.setdefault((root.speaker or _whose(root.name), root.name if root.speaker else ""), []).append(tier)
    said = {key: found for key, family in families.items() if (found := _speech_of(family))}
    declared = any(tier.speaker for tier in said.values())
    about = {key for key, tier in said.items() if (declared and not tier.speaker) or _ABOUT.fullmatch(tier.name)}
    if len(about) < len(said):
        said = {key: tier for key, tier in said.items() if key not in about}
    best: dict[str, Tier] = {}
    for (speaker, _), tier in said.items():
        if speaker not in best or _words(tier) > _words(best[speaker]):
            best[speaker] = tier
    speech: list[tuple[str | None, Tier]] = []
    for speaker, tier in best.items():
        if not any(_goes_with(tier, other) or _spans_words_of(tier, other) for _, other in speech):
            speech.append((speaker or None, tier))
    taken = {tier.name for _, tier in speech}
    return Spoken(speech, [tier for tier in tiers if tier.name not in taken])


def _root(tier: Tier, by_name: dict[str, Tier]) -> Tier:
    seen = {tier.name}
    while tier.parent in by_name and tier.parent not in seen:
        seen.add(tier.parent)
        tier = by_name[tier.parent]
    return tier


def _whose(name: str) -> str:
    """The speaker in a tier's name: "Anna" of "Anna - words", "SP1" of "tx@SP1"; empty where it names a level alone."""
    level, at, speaker = name.partition("@")
    return (speaker if at else _LEVEL.sub("", level)).strip()


def _speech_of(family: Sequence[Tier]) -> Tier | None:
    """The tier of a family that holds what is said: whole utterances, else single words."""
    worded = [
        tier
        for tier in family
        if tier.may_be_speech and not (_is_about(tier) or _SOUNDS.search(tier.name)) and _is_words(tier)
    ]
    whole = [tier for tier in worded if _words(tier) > _SPOKEN * len(list(_texts(tier)))]
    return next(iter(whole or worded), None)


def _is_about(tier: Tier) -> bool:
    """Whether the file calls the kind of a tier something beside the talk."""
    return bool(_ABOUT.fullmatch(tier.kind))


def _is_words(tier: Tier) -> bool:
    """Whether most annotations are words, and not numbers or codes."""
    texts = list(_texts(tier))
    return 2 * sum(bool(_WORD.search(text)) for text in texts) > len(texts)


def _goes_with(tier: Tier, other: Tier) -> bool:
    """Whether the annotations of a tier stand where those of another do, as translations and glosses do."""
    starts = {segment.start for segment in other.segments if segment.text.strip()}
    own = [segment.start for segment in tier.segments if segment.text.strip()]
    return len(own) >= _FEWEST and sum(start in starts for start in own) >= _SAME * len(own)


def _spans_words_of(tier: Tier, other: Tier) -> bool:
    """Whether each annotation of a tier that is nobody's reaches over whole words of another that has only words."""
    words = [segment for segment in other.segments if segment.text.strip()]
    if tier.speaker or any(len(segment.text.split()) > 1 for segment in words):
        return False
    own = [segment for segment in tier.segments if segment.text.strip()]
    starts, ends = ({getattr(word, name) for word in words} for name in ("start", "end"))
    return len(own) < len(words) and all(one.start in starts and one.end in ends for one in own)


def _texts(tier: Tier) -> Iterator[str]:
    return (text for text in (segment.text.strip() for segment in tier.segments) if text)


def _words(tier: Tier) -> int:
    return sum(len(text.split()) for text in _texts(tier))
