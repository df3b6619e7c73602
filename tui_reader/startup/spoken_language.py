"""Whether what speaks can speak the language of a document."""

from __future__ import annotations

from tui_reader.document.model import Document
from tui_reader.settings import Settings


def spoken_language_notices(document: Document, settings: Settings) -> list[str]:
    """A line where the engine cannot be understood in the document's language; empty where it can."""
    if document.in_english:
        return []
    from tui_reader.document.language_tags import language_name
    from tui_reader.tts.espeak_languages import language_notice

    notice = language_notice(settings.engine, document.language, language_name(document.language))
    return [notice] if notice else []
