"""One document being read by one person: where one is, where a step leads, what is heard. Knows no face."""

from tui_reader.reading.reading import Reading

__all__ = ["Reading"]
