"""The reading as a file, whole or not at all. Knows no face and no device."""

from __future__ import annotations

from tui_reader.export.export import ENDINGS, export

__all__ = ["ENDINGS", "export"]
