"""Read and hear a conversation on record, in a terminal."""

__version__ = "0.1.0"
