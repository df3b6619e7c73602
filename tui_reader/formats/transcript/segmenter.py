"""One way through the paragraphs of a transcript: turns, parts, and what belongs to neither.

Decides where a turn goes on and where an attachment begins. Takes labels, notes and front matter as found; does not
know who the speakers are.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from tui_reader.document.model import Kind, Mark, Note, Passage, Residue, Span
from tui_reader.document.people.label_parts import same
from tui_reader.formats import headings, parsing_progress
from tui_reader.formats.book_parts import is_end
from tui_reader.formats.editor_remarks import SIGNS, in_emphasis, paragraphs_with, remarks
from tui_reader.formats.labels.candidates import LabelCandidate
from tui_reader.formats.labels.clock_times import is_time_stamp, stamp_end
from tui_reader.formats.labels.labelling import Labelling
from tui_reader.formats.paragraphs import Paragraph, line_of
from tui_reader.formats.passages import PrintedMark, as_printed, passage
from tui_reader.formats.transcript.drafts import Draft, Speech
from tui_reader.formats.transcript.footnotes import Footnotes
from tui_reader.formats.transcript.front_matter import FrontMatter
from tui_reader.formats.transcript.part_headings import (
    back_matter,
    between_print_lines,
    introduced,
    is_aside,
    is_told,
    part_heading,
    scene_start,
    told_below_rule,
)
from tui_reader.lazy_re import lazy_re

_SOURCE = lazy_re(r"sources?[ \t]*:[ \t]*(?=\S)", re.IGNORECASE)
_ITEM = lazy_re(r"\(?(?:\d{1,3}|[a-z])[.)][ \t]+\S|[•*-][ \t]+\S")


_FEWEST_TURNS = 4
"""Turns of one paragraph each, behind which a paragraph that tells of the speakers is no speech."""
_SHORT = 1000
"""Characters of a line that needs neither folding nor shortening to be looked at."""
_SPEECH = Kind.SPEECH


class Segmenter:
    """Goes through the paragraphs once; `drafts`, `residue` and `source` are what it made of them."""

    def __init__(
        self,
        text: str,
        paragraphs: Sequence[Paragraph],
        labelling: Labelling,
        notes: Footnotes,
        front: FrontMatter,
        breaks: Sequence[Span] = (),
    ) -> None:
        self.drafts: list[Draft] = []
        self.residue: list[Residue] = list(notes.residue)
        self.source: Note | None = None
        self._text = text
        self._paragraphs = paragraphs
        self._labels = labels = labelling.at
        self._notes = notes
        self._front = front
        self._breaks = breaks
        self._first = min(labels, default=len(paragraphs))
        self._last = max(labels, default=-1)
        self._stamped = labelling.timed
        """Whether times stand before the labels; what has a time and no label is then a message of the machine."""
        self._told: int | None = None
        """The first paragraph behind the last turn, if it is the narrator's."""
        self._draft: Draft | None = None
        self._ids: Counter[str] = Counter()
        self._begins, self._ends = between_print_lines(paragraphs, labelling.printers, self._first, self._last)
        self._folded = "  " not in text and "\t" not in text
        """Whether no white space is left to fold but line breaks, and blanks other than that of ASCII."""
        signs = [sign for sign in SIGNS if not (self._folded and sign.isspace())]
        self._mixed = paragraphs_with(signs, text, paragraphs) | notes.marks.keys()
        """Paragraphs that may hold remarks or marks."""

    def run(self) -> None:
        """Go through all paragraphs that are not the title, the date or a note."""
        skipped = self._front.taken | self._notes.paragraphs
        scene = self._find_ends()
        if self._notes.heading is not None:
            self._leave(self._notes.heading, "heading of the notes")
        for span in self._front.fields:
            self._leave_inline(span, "name of a field")
        count, due = parsing_progress.counting(len(self._paragraphs)), 0
        for index in range(len(self._paragraphs)):
            if index == due:
                due = count(index)
            if index in skipped:
                continue
            found = self._labels.get(index)
            if found is not None:
                self._speech(index, found)
            else:
                self._unlabelled(index, scene)

    def _find_ends(self) -> int:
        """Find where the text ends, and what is told behind the last turn; the paragraph with which it begins."""
        if not self._labels:
            return self._begins
        self._ends = back_matter(self._last + 1, self._ends, self._line)
        told = told_below_rule(self._last + 1, self._ends, self._line)
        self._told = told if told and not self._goes_on_below_rules() else None
        each = self._last - self._first + 1 == len(self._labels) >= _FEWEST_TURNS
        if each and self._last + 1 < self._ends:
            names = {same(found.text) for found in self._labels.values()}
            self._told = self._last + 1 if is_told(self._line(self._last + 1), names) else self._told
        scene = max(scene_start(self._first, self._line), self._begins)
        return scene if self._begins else introduced(scene, max(self._front.taken, default=-1), self._line)

    def _goes_on_below_rules(self) -> bool:
        """Whether a turn goes on below a rule elsewhere: then none ends there."""
        labels = self._labels
        inside = (index for index in range(self._first, self._last) if not (index in labels or index + 1 in labels))
        return any(headings.is_rule(self._line(at)) and headings.is_plain(self._line(at + 1)) for at in inside)

    def passage(self, kind: Kind, index: int, start: int | None = None) -> Passage:
        """The passage of a paragraph, from `start` on, with the marks that stand in it."""
        paragraph = self._paragraphs[index]
        begin = paragraph.start if start is None else start
        if self._folded and not (paragraph.breaks or index in self._notes.marks):
            return as_printed(kind, self._text, begin, paragraph.end)
        out = self._breaks_in(begin, paragraph.end)
        return passage(kind, self._text, begin, paragraph.end, self._notes.marks.get(index, ()), out)

    def _breaks_in(self, start: int, end: int) -> Sequence[Span]:
        """The ends of lines within words that stand between `start` and `end`."""
        if not self._breaks:
            return ()
        return self._breaks[bisect_left(self._breaks, (start, 0)) : bisect_left(self._breaks, (end, 0))]

    def _line(self, index: int) -> str:
        """The paragraph on one line, without its marks."""
        if index in self._notes.marks or (self._breaks and self._paragraphs[index].breaks):
            return self.passage(Kind.PARAGRAPH, index).text
        paragraph = self._paragraphs[index]
        if self._folded and not paragraph.breaks and paragraph.end - paragraph.start < _SHORT:
            line = self._text[paragraph.start : paragraph.end]
            if line.isascii():
                return line
        return line_of(self._text, paragraph)

    def _leave(self, index: int, why: str, inline: bool = False) -> None:
        paragraph = self._paragraphs[index]
        span = Span(paragraph.start, paragraph.end)
        self.residue.append(Residue(line_of(self._text, paragraph), span, why, inline))

    def _leave_inline(self, span: Span, why: str) -> None:
        words = self._text[span.start : span.end].strip()
        if words:
            self.residue.append(Residue(words, span, why, inline=True))

    def _begin(self, id: str, on_demand: bool = False) -> Draft:
        self._ids[id] += 1
        unique = id if self._ids[id] == 1 else f"{id}-{self._ids[id]}"
        if unique != id and self._ids[unique]:
            return self._begin(id, on_demand)
        if unique != id:
            self._ids[unique] = 1
        self._draft = Draft(unique, on_demand=on_demand)
        self.drafts.append(self._draft)
        return self._draft

    def _speech(self, index: int, found: LabelCandidate) -> None:
        draft = self._draft
        if draft is None or draft.letter or draft.on_demand:
            draft = self._begin("exchange")
        speech = Speech(found)
        draft.speeches.append(speech)
        if self._stamped and found.span.start > self._paragraphs[index].start:
            self._leave_inline(Span(self._paragraphs[index].start, found.span.start), "a time stamp")
        start = found.speech
        if found.direction:
            marks = [mark for mark in self._notes.marks.get(index, ()) if mark.span.start == found.direction.start]
            sign = Span(found.direction.end, found.speech)
            if marks:
                start = found.direction.start
            elif found.numbered:
                sign = Span(found.direction.start, found.speech)
            else:
                speech.passages.append(passage(Kind.ASIDE, self._text, *found.direction))
            time = found.numbered and ":" in self._text[sign.start : sign.end].rstrip(": ")
            self._leave_inline(sign, "a time stamp" if time else "the sign behind a label")
            if marks:
                self._speak(speech, index, start, (sign,))
                return
        self._speak(speech, index, start)

    def _speak(self, speech: Speech, index: int, start: int, left_out: Sequence[Span] = ()) -> None:
        """Add a paragraph to a turn, editors' remarks in brackets set apart from what is said."""
        text, paragraph = self._text, self._paragraphs[index]
        end = paragraph.end
        marks: Sequence[PrintedMark] = ()
        apart: Sequence[Span] = ()
        if index in self._mixed:
            marks = self._notes.marks.get(index, ())
            apart = remarks(text, start, end)
        if not (apart or marks or left_out or (self._breaks and paragraph.breaks)):
            if text[start : start + 1] == " ":
                start += 1
            made = (as_printed if self._folded and not paragraph.breaks else passage)(_SPEECH, text, start, end)
            if made.text:
                speech.passages.append(made)
            return
        at = start
        for remark in apart:
            behind = [mark.span.end for mark in marks if mark.span.start == remark.end]
            until = behind[0] if behind else remark.end
            sign = int(in_emphasis(text, *remark))
            self._leave_inline(Span(remark.start - sign, remark.start), "a sign of emphasis")
            self._leave_inline(Span(until, until + sign), "a sign of emphasis")
            self._stretch(speech, Kind.SPEECH, at, remark.start - sign, marks, left_out)
            self._stretch(speech, Kind.ASIDE, remark.start, until, marks)
            at = until + sign
        self._stretch(speech, Kind.SPEECH, at, end, marks, left_out if at == start else ())

    def _stretch(
        self,
        speech: Speech,
        kind: Kind,
        start: int,
        end: int,
        marks: Sequence[PrintedMark],
        left_out: Sequence[Span] = (),
    ) -> None:
        own = [mark for mark in marks if start <= mark.span.start < end] if marks else ()
        out = [span for span in left_out if start <= span.start < end] if left_out else []
        if self._breaks:
            out += self._breaks_in(start, end)
        made = passage(kind, self._text, start, end, own, out)
        if made.text or (made.marks and not speech.passages):
            speech.passages.append(made)
        elif made.marks:  # a mark alone hangs on what was said before it
            last = speech.passages[-1]
            hung = tuple(Mark(mark.note, len(last.text), mark.span) for mark in made.marks)
            speech.passages[-1] = last._replace(marks=(*last.marks, *hung))

    def _unlabelled(self, index: int, scene: int) -> None:
        if index == self._told:
            self._begin("narration")
        line = self._line(index)
        bare = scene <= index < self._ends and not (self._stamped or line[:1] in "sSſ")
        if bare and headings.is_plain(line):
            self._go_on(index, self._paragraphs[index].start)
            return
        outside = index > self._last or index < self._first
        if is_time_stamp(line):
            self._leave(index, "a time stamp", inline=True)
            return
        why = headings.rest_of_page(line, anywhere=not outside)
        if why:
            self._leave(index, why)
            return
        if outside and self.source is None:
            paragraph = self._paragraphs[index]
            found = _SOURCE.match(self._text, paragraph.start, paragraph.end)
            if found:
                words = self.passage(Kind.PARAGRAPH, index, found.end())
                self.source = Note("Source", Span(*found.span()), words)
                return
        if index < scene or index >= self._ends:
            self._around(index, line, "front" if index < self._ends else "back")
        elif not self._heading(index, line):
            self._continue(index, line)

    def _around(self, index: int, line: str, id: str) -> None:
        """Keep what stands around the text: lists, prefaces, what the printer adds."""
        draft = self._draft
        if draft is None or not draft.on_demand:
            draft = self._begin(id, on_demand=True)
        sign = headings.sign_before(line)
        begin = self._paragraphs[index].start + sign
        self._leave_inline(Span(begin - sign, begin), "sign of a heading")
        kind = Kind.HEADING if sign or headings.is_capitals(line) else Kind.PARAGRAPH
        draft.body.append(self.passage(kind, index, begin))

    def _heading(self, index: int, line: str) -> bool:
        """Begin a part where the paragraph is a heading; say whether it is."""
        found = part_heading(line, self._paragraphs[index].gap)
        if found is None or (not self._labels and self._draft is None):
            return False
        sign, kind = found
        begin = self._paragraphs[index].start
        heading = self.passage(Kind.HEADING, index, begin + sign)
        self._leave_inline(Span(begin, begin + sign), "sign of a heading")
        above = self._draft
        alone = above is not None and above.heading and not above.speeches and not above.body
        if above is not None and alone and not headings.is_division(line):
            above.body.append(heading)
            return True
        draft = self._begin(kind or headings.slug(line))
        draft.heading, draft.heading_at, draft.letter = heading, index, kind is not None
        return True

    def _continue(self, index: int, line: str) -> None:
        """A paragraph without a label goes on with what is open; a remark or direction is set apart."""
        paragraph = self._paragraphs[index]
        begin = stamp_end(self._text, paragraph.start, paragraph.end) if self._stamped else paragraph.start
        self._leave_inline(Span(paragraph.start, begin), "a time stamp")
        self._go_on(index, begin, begin > paragraph.start or self._is_aside(index, line))

    def _is_aside(self, index: int, line: str) -> bool:
        return is_aside(line, self._paragraphs[index].gap) or (index > self._last and is_end(line))

    def _go_on(self, index: int, begin: int, bracketed: bool = False) -> None:
        """Go on with the turn, or with the part where no turn is open."""
        draft = self._draft
        if draft is None or draft.on_demand:
            draft = self._begin("exchange" if self._labels else "text")
        if draft.speeches and not draft.letter:
            speech = draft.speeches[-1]
            if bracketed:
                speech.passages.append(self.passage(Kind.ASIDE, index, begin))
            else:
                self._speak(speech, index, begin)
            return
        kind = Kind.ASIDE if bracketed else Kind.PARAGRAPH
        if draft.letter and _ITEM.match(self._text, self._paragraphs[index].start, self._paragraphs[index].end):
            kind = Kind.ITEM
        draft.body.append(self.passage(kind, index, begin))
