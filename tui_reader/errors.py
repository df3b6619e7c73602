"""Errors that are shown to the person as one line: what went wrong, where, and what to do."""

from __future__ import annotations


class ReaderError(Exception):
    """Something cannot be done; the message is the line that is shown. Exit status 1."""

    status = 1


class UsageError(ReaderError):
    """The command line is wrong. Exit status 2."""

    status = 2


class DocumentError(ReaderError):
    """A file cannot be read as a dialogue."""


class EngineError(ReaderError):
    """A speech engine cannot be started, has died, or does not have a voice."""


class DeviceError(ReaderError):
    """There is no sound device, or it was disconnected."""
