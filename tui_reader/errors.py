"""Errors that are shown to the person as one line: what went wrong, where, and what to do."""

from __future__ import annotations

from tui_reader.cleaning import clean


class ReaderError(Exception):
    """Something cannot be done; the message is the line that is shown. Exit status 1.

    Names and words from outside in the message are made safe here: no face or file needs to do so again.
    """

    status = 1

    def __init__(self, message: str = "") -> None:
        super().__init__(" ".join(clean(message).split()))


class UsageError(ReaderError):
    """The command line is wrong. Exit status 2."""

    status = 2


class DocumentError(ReaderError):
    """A file cannot be read as a dialogue."""


class EngineError(ReaderError):
    """A speech engine cannot be started, has died, or does not have a voice."""


class RecordingFailed(EngineError):
    """A document's recording cannot be read on; its engine says the words itself from now on."""


class DeviceError(ReaderError):
    """There is no sound device, or it was disconnected."""
