"""What the reader remembers, in SQLite."""

from __future__ import annotations

from tui_reader.library.library import Library
from tui_reader.library.library_errors import LibraryError
from tui_reader.library.library_files import library_path
from tui_reader.library.open_library import open_library, require_library
from tui_reader.library.recent import Recent

__all__ = ["Library", "LibraryError", "Recent", "library_path", "open_library", "require_library"]
