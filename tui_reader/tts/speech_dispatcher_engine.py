"""speech-dispatcher, the person's own synthesiser on Linux, as a live engine: a voice for each speaker by SSIP.

Speed 1 is the rate to which the person has set speech-dispatcher. Where it offers the variants of espeak-ng, a voice is
exactly that of the cast; otherwise speakers differ by a voice type of their gender and by pitch. Words are reported by
SSML marks, as Orca does it; the text itself is escaped and cannot be markup.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from xml.sax.saxutils import escape

from tui_reader.casting.voice import Voice
from tui_reader.tts import ssip
from tui_reader.tts.engine import SpeechProgress, SpeechReport
from tui_reader.tts.espeak_languages import espeak_voices
from tui_reader.tts.sanitize import sanitize

NAME = "speech-dispatcher"
PRIORITY = "message"
"""A message waits for what a screen reader is saying, and is not discarded for it."""
_PROGRESS = {
    ssip.BEGIN: SpeechProgress.BEGUN,
    ssip.MARK: SpeechProgress.REACHED,
    ssip.END: SpeechProgress.ENDED,
    ssip.CANCELED: SpeechProgress.SILENCED,
}
_NO_XML = str.maketrans({"\ufffe": " ", "\uffff": " "})
_SLOWEST, _NORMAL, _FASTEST = 80, 170, 390
"""Words a minute at SSIP's rates -100, 0 and 100, in speech-dispatcher's espeak-ng module; other modules are near."""
_USUAL_RATE = 175
"""Words a minute of a voice of the cast at its usual pace."""


class SpeechDispatcherEngine:
    """A `LiveEngine`."""

    name = NAME

    def __init__(self, report: Callable[[SpeechReport], None], environ: Mapping[str, str] = os.environ) -> None:
        """Connect to the server that `environ` names. Raises EngineError if no such server answers."""
        self._report = report
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
        self._rate, self._volume = self._figure("RATE"), self._figure("VOLUME")
        self._set: dict[str, str] = {}
        self._types: dict[str, str] = {}
        self._variants: dict[str, str] = {}
        """The server's voices by language and variant: "en-us+male3"."""
        for line in ask("LIST SYNTHESIS_VOICES").lines:
            voice, _, rest = line.partition("\t")
            language, _, variant = rest.partition("\t")
            if variant != "none":
                self._variants.setdefault(f"{language}+{variant}".lower(), voice)

    def say(self, text: str, places: Sequence[int], voice: Voice, speed: float, volume: float) -> int:
        """As `LiveEngine.say` says."""
        self._use(voice)
        self._change("RATE", str(self._rate_for(voice.espeak.rate / _USUAL_RATE * speed)))
        self._change("VOLUME", str(round(-100 + (self._volume + 100) * volume)))
        text = sanitize(text).translate(_NO_XML)
        return self._connection.say(_marked(text, places) if self._marks else text)

    def cancel(self) -> None:
        """As `LiveEngine.cancel` says."""
        self._connection.ask("CANCEL self")

    def close(self) -> None:
        """As `LiveEngine.close` says."""
        self._connection.close()

    def _take_notice(self, notice: ssip.Notice | None) -> None:
        if notice is None:
            self._report(SpeechReport(SpeechProgress.LOST))
        elif notice.code in _PROGRESS and (notice.code != ssip.MARK or notice.mark.isdecimal()):
            self._report(SpeechReport(_PROGRESS[notice.code], notice.message, int(notice.mark or 0)))

    def _use(self, voice: Voice) -> None:
        """Speak as this voice from now on; a setting that the server refuses stays unchanged."""
        wanted = espeak_voices(voice.espeak.voice, voice.language)
        variant = next((self._variants[name] for name in map(_as_listed, wanted) if name in self._variants), None)
        language = voice.language or wanted[0].partition("+")[0]
        if language.replace("-", "").isalnum() and self._change("LANGUAGE", language):
            self._set.pop("SYNTHESIS_VOICE", None)
            self._set.pop("VOICE_TYPE", None)
        if variant:
            self._change("SYNTHESIS_VOICE", variant)
        else:
            self._change("VOICE_TYPE", self._type_of(voice))
        self._change("PITCH", str(max(-100, min(100, 2 * (voice.espeak.pitch - 50)))))

    def _type_of(self, voice: Voice) -> str:
        """A voice type of the voice's gender, if possible one that no other voice has."""
        if voice.id not in self._types:
            genders = [voice.gender.upper()] if voice.gender else ["MALE", "FEMALE"]
            types = [f"{gender}{number}" for number in (1, 2, 3) for gender in genders]
            taken = list(self._types.values())
            self._types[voice.id] = min(types, key=taken.count)
        return self._types[voice.id]

    def _rate_for(self, speed: float) -> int:
        """SSIP's rate, -100 to 100, for `speed` times the person's own."""
        span = _NORMAL - _SLOWEST if self._rate < 0 else _FASTEST - _NORMAL
        words = (_NORMAL + span * self._rate / 100) * speed
        span = _NORMAL - _SLOWEST if words < _NORMAL else _FASTEST - _NORMAL
        return max(-100, min(100, round(100 * (words - _NORMAL) / span)))

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

    def _figure(self, name: str) -> int:
        """The value of a parameter of the server, -100 to 100; 0 where the server does not give it."""
        try:
            lines = self._connection.ask(f"GET {name}").lines
        except ssip.Refused:
            return 0
        figure = lines[0] if lines else ""
        return max(-100, min(100, int(figure))) if figure.removeprefix("-").isdecimal() else 0


def _as_listed(voice: str) -> str:
    """espeak-ng's voice as speech-dispatcher lists it: "en-us+male3" for "en-us+m3", "en-gb+female3" for "en+f3"."""
    language, sign, variant = voice.lower().partition("+")
    variant = re.sub(r"^([mf])(?=\d)", lambda sex: {"m": "male", "f": "female"}[sex[1]], variant)
    return ("en-gb" if language == "en" else language) + sign + variant


def _marked(text: str, places: Sequence[int]) -> str:
    """The text as SSML with a mark at each place, named by its offset."""
    parts, at = ["<speak>"], 0
    for place in places:
        parts += [escape(text[at:place]), f'<mark name="{place}"/>']
        at = place
    return "".join([*parts, escape(text[at:]), "</speak>"])
