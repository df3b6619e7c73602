"""Who sounds how: the voices there are, read from files, and which person of a document has which.

It knows documents and voice files, and no engine, no device, no face and no way to measure a voice.
"""

from tui_reader.casting.cast import Cast, cast, voices_in
from tui_reader.casting.voice_set import VoiceSet, bundled_voices, load_voices

__all__ = ["Cast", "VoiceSet", "bundled_voices", "cast", "load_voices", "voices_in"]
