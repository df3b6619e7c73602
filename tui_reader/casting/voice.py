"""A voice: how a speaker sounds, for each engine. Read from a TOML file; knows nothing of people or documents."""

from __future__ import annotations

from dataclasses import dataclass, field

DIMENSIONS = 21
"""How many numbers a point has in the space of voices: the pitch and the MFCC (`voice_lab.measurement.features`)."""


@dataclass(frozen=True, slots=True)
class EspeakSettings:
    """How espeak-ng makes this voice."""

    voice: str
    """Voice and variant: "en-us+m3"."""
    pitch: int = 50
    """0 to 99, espeak-ng's espeakPITCH."""
    range: int = 50
    """0 to 99, espeak-ng's espeakRANGE: 0 is monotone."""
    rate: int = 150
    """80 to 450, nominal words a minute at speed 1, espeak-ng's espeakRATE."""
    gain: float = 0.0
    """-30 to 6, decibels that bring the voice to -22 dBFS RMS; measured by `voice_lab.measurement`."""


@dataclass(frozen=True, slots=True)
class SystemSettings:
    """What to prefer among the voices that Windows (SAPI5) or macOS (NSSpeechSynthesizer) has."""

    gender: str = ""
    """"male", "female" or empty."""
    language: str = ""
    """BCP 47 prefix: "en-US", "en"."""
    names: tuple[str, ...] = ()
    """Parts of voice names; the first that is found wins."""


@dataclass(frozen=True, slots=True)
class PiperSettings:
    """Which of Piper's voices this is."""

    model: str = ""
    """The model's file, "en_GB-alan-medium.onnx", by its path or by its name in the folder of models; or empty."""
    speaker: int = 0
    """Number of the speaker in a model that has several."""


@dataclass(frozen=True, slots=True)
class NaturalSettings:
    """How a human voice is changed into this one, in the parameters of its vocoder."""

    model: str = ""
    """A model of hibari-tts to begin with, if the person has fetched it: "fenrir"; otherwise the one in the package."""
    pitch: float = 0.0
    """The usual pitch in Hz; 0 for the model's own."""
    liveliness: float = 1.0
    """How far the pitch moves away from the usual one, as a factor; 0 is monotone."""
    tract: float = 0.0
    """The length of the vocal tract, as a factor of a woman's: a man has 1.15, a child 0.85; 0 for the model's own."""
    tilt: float = 0.0
    """Decibels an octave above 500 Hz: below 0 is darker."""
    breath: float = 0.0
    """Decibels of breath more."""
    tremor: float = 0.0
    """How far the pitch trembles, as a part of it."""
    tempo: float = 1.0
    """How fast at speed 1, as a factor."""
    gain: float = 0.0
    """Decibels that bring the voice to -22 dBFS RMS."""
    point: tuple[float, ...] = ()
    """Its centroid in the space of human voices (`voice_lab.voice_space`); empty if it was not measured."""


@dataclass(frozen=True, slots=True)
class MeasuredVoice:
    """How a voice sounds by espeak-ng: `voice_lab.measurement` measures it, and a test measures it again."""

    pitch: float
    """Median in Hz."""
    point: tuple[float, ...]
    """Its centroid in the space of voices (`voice_lab.voice_space`)."""
    errors: float | None = None
    """Words of 100 that a speech recogniser gets wrong, by tests/measure_voices; None if that was not measured."""
    plain_errors: float | None = None
    """The same of espeak-ng's plain voice of the same accent."""


@dataclass(frozen=True, slots=True)
class Voice:
    """How a speaker sounds."""

    id: str
    """The file's name without its ending: "aes"."""
    name: str
    about: str = ""
    """A sentence on how it sounds."""
    gender: str = ""
    """"male", "female" or empty."""
    age: str = ""
    """"child" or "old": whom it suits beside others of that age; empty for all who are no children."""
    crowd: bool = False
    """Whether it is for several people who speak at once."""
    people: tuple[str, ...] = ()
    """The labels and names of people whom it is made for; they get it before all others."""
    order: int = 100
    """Voices of a lower number are given away first."""
    pan: float = 0.0
    """Position in stereo, -1 left to 1 right."""
    language: str = ""
    """BCP 47: the language that it reads; empty for the language of its engine settings."""
    espeak: EspeakSettings = field(default_factory=lambda: EspeakSettings("en-us"))
    sapi5: SystemSettings = field(default_factory=SystemSettings)
    nsss: SystemSettings = field(default_factory=SystemSettings)
    piper: PiperSettings = field(default_factory=PiperSettings)
    natural: NaturalSettings = field(default_factory=NaturalSettings)
    others: tuple[str, ...] = ()
    """The names of tables for engines that this reader does not have."""
    measured: MeasuredVoice | None = None
    """None if it was not measured."""

    @property
    def kind(self) -> str:
        """ "man", "old woman", "boy", "crowd"; "" where nothing is known."""
        if self.crowd:
            return "crowd"
        if self.age == "child":
            return {"male": "boy", "female": "girl"}.get(self.gender, "child")
        return " ".join(filter(None, (self.age, {"male": "man", "female": "woman"}.get(self.gender, ""))))
