"""One document being read by one person: the place, the ways through it, what is heard. Knows no face."""

from tui_reader.reading.reading import Reading

__all__ = ["Reading"]
