"""Who sounds how: the voices there are, and who of a document has which. Knows no engine, no device and no face."""

from tui_reader.casting.bench import Bench, bundled_voices, load_voices
from tui_reader.casting.cast import Cast, cast
from tui_reader.casting.confusable import confusable

__all__ = ["Bench", "Cast", "bundled_voices", "cast", "confusable", "load_voices"]
