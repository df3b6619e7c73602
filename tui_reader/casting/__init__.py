"""Who sounds how: the voices there are, and who of a document has which. Knows no engine, no device and no face."""

from tui_reader.casting.cast import Cast, cast
from tui_reader.casting.voice_set import VoiceSet, bundled_voices, load_voices

__all__ = ["Cast", "VoiceSet", "bundled_voices", "cast", "load_voices"]
