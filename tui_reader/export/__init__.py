"""The reading as files, each whole or not at all. Knows no face and no device.

A Recital is a document with all it takes to make its sound; from it one Recording is made, the timeline and, where it
is wanted, the sound. Each form is a module with a `write(file, recording)`: `forms` lists them, and `export` writes as
many of them as are wanted from one recording, so that captions fit the sound beside them to the frame. To add a form,
write a module and its line in `forms.FORMS`.
"""

from __future__ import annotations

from tui_reader.export.export_options import ExportOptions
from tui_reader.export.run import Exported, export

__all__ = ["ExportOptions", "Exported", "export"]
