"""A Document as Utterances in the order they are said, made page by page as they are asked for.

Knows no engine and no face. How words are said is for the TextNormalizer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, lru_cache, partial
from typing import TYPE_CHECKING

from tui_reader.document.columnar import marked_pages
from tui_reader.document.model import NARRATOR, Document, Kind, Note, Position
from tui_reader.errors import ReaderError
from tui_reader.formats.noises import is_silent
from tui_reader.narration.earcon_placement import wants_earcons, with_earcons
from tui_reader.narration.foreign_words import with_languages
from tui_reader.narration.narration_options import NarrationOptions, NoteReading, Titles
from tui_reader.narration.opening import opening_by_default
from tui_reader.narration.pause import Pause
from tui_reader.narration.pauses import pause_after
from tui_reader.narration.sentence_pieces import has_time_stamp, in_brackets, sentence_pieces
from tui_reader.narration.sentences import ends_sentence, has_words, sentences
from tui_reader.narration.spoken_notes import SpokenNotes
from tui_reader.narration.stretches import SpokenStretch, stretches
from tui_reader.narration.utterance import Delivery, LazyPieces, SpokenPiece, Utterance

if TYPE_CHECKING:
    from tui_reader.narration.normalization import LexiconEntry, TextNormalizer

NOISE = "a noise"
"""Why an aside that only notes a noise is skipped."""
KEPT_PAGES = 256
"""Pages whose utterances are cached; others are made again when asked for."""
MANY = 200
"""Sentences of a passage that are pieces out at once; of a longer one each is when it is said."""


class Narration:
    """All that is said of a document by default, and its notes on demand."""

    def __init__(
        self,
        document: Document,
        options: NarrationOptions | None = None,
        normalizer: TextNormalizer | None = None,
        report: Callable[[str], None] | None = None,
        shown: Document | None = None,
    ) -> None:
        """Without a `normalizer` one is made with the first utterance, if `options.spell_out` wants it.

        `report` then takes a line for a lexicon that cannot be read, and it is left out; without `report`, whatever is
        asked for first raises ReaderError. `shown` is the document with the words hidden of those whose turns are left
        to the person: what is printed of these is as it has it.
        """
        self.document = document
        self.shown = shown or document
        """The document as it is shown."""
        self.options = options or NarrationOptions()
        self._given_normalizer, self._report = normalizer, report
        self._kept_page = lru_cache(maxsize=KEPT_PAGES)(self._page)

    def __reduce__(self) -> tuple[type[Narration], tuple[Document, NarrationOptions, TextNormalizer | None]]:
        """The document and the options are sent to another process; the utterances are made again there."""
        return Narration, (self.document, self.options, self._given_normalizer)

    def show(self, document: Document) -> None:
        """Hide other words of turns that are left to the person: `document` has them as they are shown now."""
        self.shown = document
        self._kept_page.cache_clear()

    @cached_property
    def _normalizer(self) -> TextNormalizer | None:
        if not self.options.spell_out:
            return None
        return self._given_normalizer or self._make_normalizer()

    def _make_normalizer(self) -> TextNormalizer:
        # Imported late: a face shows its first page before anything is said.
        from tui_reader.narration.normalization import Lexicon, TextNormalizer, document_lexicon, own_lexicon

        def loaded(load: Callable[[], Lexicon]) -> Lexicon:
            try:
                return load()
            except ReaderError as error:
                if self._report is None:
                    raise
                self._report(f"{error}; it is not used.")
                return Lexicon()

        lines = self.document.lexicon
        return TextNormalizer(loaded(own_lexicon), document=loaded(lambda: document_lexicon(lines)))

    def correct(self, entry: LexiconEntry) -> None:
        """Say a word of the document in another way from now on; pages are made again when they are asked for.

        An utterance that was made before can still be given to `after` and `before`.
        """
        self._normalizer = self._normalizer and self._normalizer.corrected(entry)
        self._kept_page.cache_clear()
        self.__dict__.pop("_opening", None)

    def as_said_with(self, entry: LexiconEntry, utterance: Utterance) -> Utterance:
        """An utterance as it would be said with that entry, to be heard before the entry is saved."""
        normalizer = (self._normalizer or self._make_normalizer()).corrected(entry)
        return utterance._replace(pieces=normalizer.pieces(utterance.printed, self.document.language))

    @cached_property
    def _page_count(self) -> int:
        return max(1, len(self.document.pages))

    def __iter__(self) -> Iterator[Utterance]:
        """Every utterance of the default reading, in order."""
        for index in range(self._page_count):
            yield from self.by_default(index)

    def page(self, index: int) -> tuple[Utterance, ...]:
        """The utterances of the page `index`; title and date are the first of page 0. Empty for a page out of range.

        Parts that are read on demand have utterances too; the default reading skips them.
        """
        return self._kept_page(index)

    def by_default(self, index: int) -> tuple[Utterance, ...]:
        """The utterances of a page that the default reading says; of a part read on demand, only title and date.

        A title that `page` has whole can be in its short form here.
        """
        return tuple(map(self._by_default, filter(self._is_read, self.page(index))))

    def _by_default(self, said: Utterance) -> Utterance:
        """An utterance that the default reading says, as it says it."""
        return (self._opening.get(said.number) if said.page == 0 else None) or said

    @cached_property
    def _opening(self) -> Mapping[int, Utterance | None]:
        """How title and date are said by default, where that is not as `page` has them; None for what is not."""
        if self.options.titles is Titles.FULL:
            return {}
        return opening_by_default(self.opening)

    @property
    def opening(self) -> tuple[Utterance, ...]:
        """All of title and date."""
        places = {place for place, stretch in enumerate(self.stretches(0)) if stretch.opening}
        return tuple(one for one in self.page(0) if one.paragraph in places and not one.note)

    def _is_read(self, said: Utterance) -> bool:
        """Whether the default reading says it."""
        in_its_place = not self._on_demand(said.page) or (said.offset is None and not said.note)
        is_asked_for = said.page == 0 and self._opening.get(said.number, said) is None
        return in_its_place and not is_asked_for and self._is_heard(said)

    def _is_heard(self, said: Utterance) -> bool:
        """Whether its speaker is one of those who are heard."""
        return not self.options.only or said.voice in self.options.only

    def _on_demand(self, index: int) -> bool:
        pages = self.document.pages
        return 0 <= index < len(pages) and pages[index].part.on_demand

    def first(self) -> Utterance | None:
        """The first utterance; None if there is nothing to say."""
        return self._from_page(0)

    def at(self, position: Position) -> Utterance:
        """The utterance at a position, or the next one that a page shows; at the end the last.

        On a page that is read on demand it is that page's: to play there is to demand it. For a document with nothing
        to say it is an utterance without words.
        """
        for utterance in filter(self._is_heard, self.page(max(0, position.page))):
            if utterance.offset is not None and position.offset < utterance.offset + len(utterance.printed):
                return utterance
        for index in range(position.page + 1, self._page_count):
            for utterance in self.by_default(index):
                if utterance.offset is not None:
                    return utterance
        return self._to_page(self._page_count - 1) or Utterance(0, 0, NARRATOR, Kind.HEADING, "", 0, (), Pause.END)

    def after(self, utterance: Utterance) -> Utterance | None:
        """The next utterance that is read; None after the last, and after a note that was asked for."""
        page = self.page(utterance.page)
        if not self._holds(page, utterance):
            return None
        demanded = utterance.offset is not None and self._on_demand(utterance.page)
        reads = self._is_heard if demanded else self._is_read
        following = next(filter(reads, page[utterance.number + 1 :]), None)
        return self._by_default(following) if following else self._from_page(utterance.page + 1)

    def before(self, utterance: Utterance) -> Utterance | None:
        """The utterance that is read before; None before the first, and before a note that was asked for."""
        page = self.page(utterance.page)
        if not self._holds(page, utterance):
            return None
        earlier = next(filter(self._is_heard, reversed(page[: utterance.number])), None)
        return earlier or self._to_page(utterance.page - 1)

    def note(self, note: Note) -> tuple[Utterance, ...]:
        """What the narrator says for a note, or for the source, on demand: "Note 1.", then its sentences."""
        page = self._note_pages.get(note.mark, 0)
        name = "Source." if note is self.document.source else f"Note {note.mark}." if has_words(note.mark) else "Note."
        if not self.document.in_english:
            name = f"{note.mark}."
        elif note.passage is None:
            name = f"{name.removesuffix('.')} is not in this file."
        opening = Utterance(page, 0, NARRATOR, Kind.PARAGRAPH, "", None, (SpokenPiece(0, 0, name),), Pause.SENTENCE)
        said = [opening]
        if note.passage:
            said += self._utterances(page, 1, 1, SpokenStretch(note.passage, NARRATOR, None), Pause.SENTENCE)
        said[-1] = said[-1]._replace(pause=Pause.END)
        return tuple(utterance._replace(note=note.mark) for utterance in said)

    def stretches(self, index: int) -> tuple[SpokenStretch, ...]:
        """The stretches of a page in the order they are said; an utterance's `paragraph` is an index into them."""
        return stretches(self.document, self.options, index)

    def shown_stretches(self, index: int) -> tuple[SpokenStretch, ...]:
        """The same stretches with the words as they are shown."""
        return stretches(self.shown, self.options, index)

    def _page(self, index: int) -> tuple[Utterance, ...]:
        if not 0 <= index < self._page_count:
            return ()
        of_page = self.stretches(index)
        said: list[Utterance] = []
        for place, stretch in enumerate(of_page):
            pause = pause_after(self.document, index, of_page, place)
            said += self._utterances(index, len(said), place, stretch, pause)
        passages = [stretch.passage for stretch in of_page]
        with_notes = self._notes.woven(index, said, passages) if self._notes else tuple(said)
        page = self.document.pages[index] if self.document.pages else None
        if wants_earcons(self.options):
            with_notes = with_earcons(self.document, self.options, page, with_notes, passages)
        if page and page.turn and page.turn.speaker in self.options.chair:
            return tuple(self._left(page.turn.speaker, said) for said in with_notes)
        return with_notes

    def _left(self, speaker: str, said: Utterance) -> Utterance:
        """An utterance of a turn that is left to the person: only what others say in it is heard."""
        if said.voice != speaker or said.offset is None:
            return said
        start = said.offset
        printed = self.shown.pages[said.page].text[start : start + len(said.printed)]
        return said._replace(printed=printed, earcons=(), delivery=Delivery.LEFT)

    def _utterances(self, page: int, number: int, place: int, stretch: SpokenStretch, pause: Pause) -> list[Utterance]:
        """The utterances of a stretch, the first of them `number` on the page; `pause` comes after the last."""
        passage = stretch.passage
        text = passage.text
        spans = _whole(text) if passage.kind is Kind.SIGNATURE else sentences(text)
        bracketed = passage.kind is Kind.ASIDE and in_brackets(text)
        silent = passage.kind is Kind.ASIDE and is_silent(text)
        _ = self._normalizer  # an error in a lexicon is raised now
        said: list[Utterance] = []
        for index, (start, end) in enumerate(spans):
            last = index == len(spans) - 1
            pieces = partial(
                sentence_pieces,
                text[start:end],
                self._normalized,
                opening=bool(bracketed and index == 0),
                closing=bool(bracketed and last),
                before=stretch.before if index == 0 else "",
                stop=last and (bracketed or passage.kind is Kind.SIGNATURE),
            )
            if silent:
                pieces = partial(tuple, [SpokenPiece(0, end - start, "", NOISE)])
            goes_on = not last and spans[index + 1][0] - start > 0 and not ends_sentence(text[start:end])
            said.append(
                Utterance(
                    page=page,
                    number=number + index,
                    voice=stretch.voice,
                    kind=passage.kind,
                    printed=text[start:end],
                    offset=None if stretch.offset is None else stretch.offset + start,
                    pieces=pieces() if len(spans) <= MANY else LazyPieces(pieces),
                    pause=pause if last else Pause.ITEM if goes_on else Pause.SENTENCE,
                    paragraph=place,
                )
            )
        return said

    def _normalized(self, words: str) -> tuple[SpokenPiece, ...]:
        """The pieces of some printed words, whose offsets count from the first of them."""
        language = self.document.language
        if self._normalizer:
            return with_languages(self._normalizer.pieces(words, language), language)
        return with_languages((SpokenPiece(0, len(words), words),), language) if words else ()

    def may_leave_out(self, words: str) -> bool:
        """Whether some of the words of a sentence may be left unsaid by default."""
        if has_time_stamp(words):
            return True
        return self._normalizer is not None and self._normalizer.may_leave_out(words, self.document.language)

    def _from_page(self, index: int) -> Utterance | None:
        for later in range(index, self._page_count):
            if page := self.by_default(later):
                return page[0]
        return None

    def _to_page(self, index: int) -> Utterance | None:
        for earlier in range(index, -1, -1):
            if page := self.by_default(earlier):
                return page[-1]
        return None

    @staticmethod
    def _holds(page: tuple[Utterance, ...], utterance: Utterance) -> bool:
        # Whatever its words and pause are: one may have been corrected or hidden since, and a title may be shortened.
        number, (pieces, pause, printed) = utterance.number, (utterance.pieces, utterance.pause, utterance.printed)
        return number < len(page) and page[number]._replace(pieces=pieces, pause=pause, printed=printed) == utterance

    @cached_property
    def _notes(self) -> SpokenNotes | None:
        silent = self.options.notes in (NoteReading.SILENT, NoteReading.SOUND)
        return None if silent else SpokenNotes(self.document, self.options.notes, self.note)

    @cached_property
    def _note_pages(self) -> dict[str, int]:
        """The page of each note's mark."""
        return {
            mark.note: page.index
            for page in reversed([*marked_pages(self.document)])
            for passage in page.passages
            for mark in passage.marks
        }


def _whole(text: str) -> list[tuple[int, int]]:
    return [(len(text) - len(text.lstrip()), len(text.rstrip()))] if has_words(text) else []
