"""speech-dispatcher, the person's own synthesiser on Linux, as a live engine: a voice for each speaker by SSIP.

What the person has set there is the start: speed 1 is that rate, the voices are higher and lower than that pitch, the
narrator speaks in that voice, and English is that of the person's country. Where speech-dispatcher offers the variants
of espeak-ng, a speaker's voice is that of the cast; otherwise speakers differ by a voice type of their gender and by
pitch. Words are reported by SSML marks, as Orca does it; the text itself is escaped and cannot be markup.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from xml.sax.saxutils import escape

from tui_reader.casting.voice import Voice
from tui_reader.document.model import NARRATOR
from tui_reader.narration.parentheses import parentheses
from tui_reader.narration.utterance import ForeignStretch
from tui_reader.tts import ssip
from tui_reader.tts.engine import SpeechProgress, SpeechReport
from tui_reader.tts.espeak_languages import espeak_voices
from tui_reader.tts.espeak_scales import pace_of, rate_for
from tui_reader.tts.sanitize import sanitize
from tui_reader.tts.voiced_stretches import LOWER, QUICKER, by_language

NAME = "speech-dispatcher"
_PARENTHESIS = f'<prosody pitch="{round(100 * LOWER - 100)}%" rate="{round(100 * QUICKER)}%">'
PRIORITY = "message"
"""A message waits for what a screen reader is saying, and is not discarded for it."""
_PROGRESS = {
    ssip.BEGIN: SpeechProgress.BEGUN,
    ssip.MARK: SpeechProgress.REACHED,
    ssip.END: SpeechProgress.ENDED,
    ssip.CANCELED: SpeechProgress.SILENCED,
}
_NO_XML = str.maketrans({"\ufffe": " ", "\uffff": " "})
_SLOWEST, _NORMAL, _FASTEST = 80, 170, 449
"""espeak-ng's RATE at SSIP's rates -100, 0 and 100, in speech-dispatcher's module for it (0.11.4: heard, and in its
settings); other modules are near."""
_USUAL_RATE = 150
"""The RATE of a voice of the cast at its usual pace."""
_SLOW = 12.0
"""Characters a second of slow speech at espeak-ng's RATE 175, at which its own has 19."""
_COMMON_ACCENT = "en-us"
"""The accent of most voices of the cast: in English of another country these speak that one."""
_CANCELS = 1.0
"""Seconds to wait until the server has cancelled: it does in a hundredth unless its module hangs."""


class SpeechDispatcherEngine:
    """A `LiveEngine`."""

    name = NAME

    def __init__(self, report: Callable[[SpeechReport], None], environ: Mapping[str, str] = os.environ) -> None:
        """Connect to the server that `environ` names. Raises EngineError if no such server answers."""
        self._report = report
        self._part_of: dict[int, int] = {}
        """The numbers of the messages that the text is given in, and that of the first."""
        self._goes_on: set[int] = set()
        """Those of them that are not the last."""
        self._more = False
        """Whether more of them are still to be given."""
        self._connection = ssip.Connection(ssip.address(environ), self._take_notice)
        try:
            self._introduce()
        except BaseException:
            self._connection.close()
            raise

    def _introduce(self) -> None:
        ask = self._connection.ask
        ask(f"SET self CLIENT_NAME {os.getpid()}:tui-reader:reading")
        ask("SET self NOTIFICATION ALL on")
        ask(f"SET self PRIORITY {PRIORITY}")
        self._marks = self._grants("SET self SSML_MODE on")
        self._rate, self._pitch, self._volume = map(self._figure, ("RATE", "PITCH", "VOLUME"))
        self._language, self._type = map(self._own, ("LANGUAGE", "VOICE_TYPE"))
        self._set = {"LANGUAGE": self._language, "VOICE_TYPE": self._type, "PITCH": str(self._pitch)}
        """What is set for this connection, at first what the person has set."""
        self._types = {NARRATOR: self._type} if self._type else {}
        self._variants: dict[str, str] = {}
        """The server's voices by language and variant: "en-us+male3"."""
        for line in self._told("LIST SYNTHESIS_VOICES"):
            voice, _, rest = line.partition("\t")
            language, _, variant = rest.partition("\t")
            if variant != "none":
                self._variants.setdefault(f"{language}+{variant}".lower(), voice)

    def pace(self, speed: float) -> float:
        """As `LiveEngine.pace` says; no faster than the server can."""
        return _SLOW * pace_of(_words(self._rate_for(speed)))

    def say(
        self,
        text: str,
        places: Sequence[int],
        voice: Voice,
        speed: float,
        volume: float,
        foreign: Sequence[ForeignStretch] = (),
    ) -> int:
        """As `LiveEngine.say` says. Each stretch in one language is a message of its own to the server."""
        text = sanitize(text).translate(_NO_XML)
        stretches = list(by_language(text, foreign)) or [(0, len(text), "")]
        self._goes_on, self._part_of = set(), {}
        for start, end, language in stretches:
            self._prepare(replace(voice, language=language) if language else voice, speed, volume)
            here = [place for place in places if start <= place < end]
            self._more = end < stretches[-1][1]
            number = self._connection.say(_marked(text, start, end, here) if self._marks else text[start:end])
            self._part_of[number] = next(iter(self._part_of), number)
            if self._more:
                self._goes_on.add(number)
        return next(iter(self._part_of))

    def _prepare(self, voice: Voice, speed: float, volume: float) -> None:
        """Speak as this voice, at this speed, from now on."""
        self._use(voice)
        usual = 1.0 if voice.id == NARRATOR else pace_of(voice.espeak.rate) / pace_of(_USUAL_RATE)
        self._change("RATE", str(self._rate_for(usual * speed)))
        self._change("VOLUME", str(round(-100 + (self._volume + 100) * volume)))

    def cancel(self) -> None:
        """As `LiveEngine.cancel` says."""
        self._connection.ask("CANCEL self", _CANCELS)

    def close(self) -> None:
        """As `LiveEngine.close` says."""
        self._connection.close()

    def _take_notice(self, notice: ssip.Notice | None) -> None:
        if notice is None:
            self._report(SpeechReport(SpeechProgress.LOST))
        elif notice.code in _PROGRESS and (notice.code != ssip.MARK or notice.mark.isdecimal()):
            number = self._part_of.get(notice.message, notice.message)
            begins_again = notice.code == ssip.BEGIN and number != notice.message
            goes_on = notice.code == ssip.END and (self._more or notice.message in self._goes_on)
            if not (begins_again or goes_on):
                self._report(SpeechReport(_PROGRESS[notice.code], number, int(notice.mark or 0)))

    def _use(self, voice: Voice) -> None:
        """Speak as this voice from now on; a setting that the server refuses stays unchanged."""
        wanted = espeak_voices(voice.espeak.voice, voice.language)
        language = self._in_own_form(voice.language or wanted[0].partition("+")[0])
        variant = None if voice.id == NARRATOR else self._variant(wanted)
        if language.replace("-", "").isalnum() and self._change("LANGUAGE", language):
            self._set.pop("SYNTHESIS_VOICE", None)
            self._set.pop("VOICE_TYPE", None)
        if variant:
            self._change("SYNTHESIS_VOICE", variant)
            self._set.pop("VOICE_TYPE", None)
        elif self._change("VOICE_TYPE", self._type_of(voice)) and self._set.pop("SYNTHESIS_VOICE", ""):
            self._connection.say(" ")  # the first message after a voice by name has that one still (0.11.4 to 0.12)
        higher = 0 if voice.id == NARRATOR else 2 * (voice.espeak.pitch - 50)
        self._change("PITCH", str(max(-100, min(100, self._pitch + higher))))

    def _rate_for(self, speed: float) -> int:
        """SSIP's rate for a speed, in times of the person's own rate."""
        return _ssip_rate(rate_for(_words(self._rate), speed))

    def _in_own_form(self, language: str) -> str:
        """A language in the form that the person has set, en-GB for en-us; as it is where that is another language."""
        base = language.lower().partition("-")[0]
        return self._language if base == self._language.lower().partition("-")[0] else language

    def _variant(self, wanted: Sequence[str]) -> str | None:
        """The first of these voices of espeak-ng that the server has, by its name there."""
        accent, sign, variant = wanted[0].partition("+")
        own = (self._in_own_form(accent) + sign + variant,) if accent == _COMMON_ACCENT else ()
        names = map(_as_listed, (*own, *wanted))
        return next((self._variants[name] for name in names if name in self._variants), None)

    def _type_of(self, voice: Voice) -> str:
        """A voice type of the voice's gender, if possible one that no other voice has."""
        if voice.id not in self._types:
            genders = [voice.gender.upper()] if voice.gender else ["MALE", "FEMALE"]
            types = [f"{gender}{number}" for number in (1, 2, 3) for gender in genders]
            taken = list(self._types.values())
            self._types[voice.id] = min(types, key=taken.count)
        return self._types[voice.id]

    def _change(self, name: str, value: str) -> bool:
        """Set a parameter, if its value differs; returns whether it was changed."""
        if self._set.get(name) == value:
            return False
        self._set[name] = value
        return self._grants(f"SET self {name} {value}")

    def _grants(self, line: str) -> bool:
        try:
            self._connection.ask(line)
        except ssip.Refused:
            return False
        return True

    def _own(self, name: str) -> str:
        """What the person has set of the server; empty where it does not tell."""
        return "".join(self._told(f"GET {name}")[:1])

    def _told(self, line: str) -> tuple[str, ...]:
        """The data that the server gives for a command; none where it refuses."""
        try:
            return self._connection.ask(line).lines
        except ssip.Refused:
            return ()

    def _figure(self, name: str) -> int:
        """The same for a figure, -100 to 100; 0 where it does not tell."""
        figure = self._own(name)
        return max(-100, min(100, int(figure))) if figure.removeprefix("-").isdecimal() else 0


def _words(rate: int) -> int:
    """espeak-ng's RATE for SSIP's, -100 to 100."""
    return round(_NORMAL + (_NORMAL - _SLOWEST if rate < 0 else _FASTEST - _NORMAL) * rate / 100)


def _ssip_rate(words: int) -> int:
    """SSIP's rate for espeak-ng's RATE, as near as it can."""
    span = _NORMAL - _SLOWEST if words < _NORMAL else _FASTEST - _NORMAL
    return max(-100, min(100, round(100 * (words - _NORMAL) / span)))


def _as_listed(voice: str) -> str:
    """espeak-ng's voice as speech-dispatcher lists it: "en-us+male3" for "en-us+m3", "en-gb+female3" for "en+f3"."""
    language, sign, variant = voice.lower().partition("+")
    variant = re.sub(r"^([mf])(?=\d)", lambda sex: {"m": "male", "f": "female"}[sex[1]], variant)
    return ("en-gb" if language == "en" else language) + sign + variant


def _marked(text: str, start: int, end: int, places: Sequence[int]) -> str:
    """Characters `start` to `end` of a text as SSML.

    A mark is at each place, named by its offset into the text; parentheses are a little lower and quicker.
    """
    tags = {place: f'<mark name="{place}"/>' for place in places}
    for first, last in parentheses(text[start:end]):
        tags[start + first] = f"{_PARENTHESIS}{tags.get(start + first, '')}"
        tags[start + last] = f"</prosody>{tags.get(start + last, '')}"
    parts, at = ["<speak>"], start
    for place, tag in sorted(tags.items()):
        parts += [escape(text[at:place]), tag]
        at = place
    return "".join([*parts, escape(text[at:end]), "</speak>"])
