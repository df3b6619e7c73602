"""PyAV, FFmpeg's libraries for Python, imported where it is needed: it is 100 MB, and comes with the extra `export`."""

from __future__ import annotations

from typing import Any

from tui_reader.errors import ReaderError


def pyav() -> Any:
    """The module `av`. Raises ReaderError where PyAV is not installed."""
    try:
        import av
    except ImportError:
        raise ReaderError("This needs PyAV: pip install 'tui-reader[export]' (or pip install av).") from None
    return av
