"""Errors that a person sees as one line: what, where, what to do."""

from __future__ import annotations


class ReaderError(Exception):
    """Something that cannot be done; the message is the one line the person sees. Exit status 1."""

    status = 1


class UsageError(ReaderError):
    """The command was given wrongly. Exit status 2."""

    status = 2


class DocumentError(ReaderError):
    """A file that cannot be read as a dialogue."""


class EngineError(ReaderError):
    """An engine that cannot be started, died, or does not know a voice."""


class DeviceError(ReaderError):
    """No sound device, or one that was lost."""
