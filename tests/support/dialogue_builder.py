"""Small documents for tests, built by hand from lines of text, so that the tests of later rooms need no format."""

from __future__ import annotations

from tui_reader.document import model
from tui_reader.document.model import Kind

KINDS = {
    "aside": Kind.ASIDE,
    "item": Kind.ITEM,
    "verse": Kind.VERSE,
    "heading": Kind.HEADING,
    "signature": Kind.SIGNATURE,
    "paragraph": Kind.PARAGRAPH,
    "quotation": Kind.QUOTATION,
}


class Dialogue:
    """Writes a source text line by line and remembers the spans."""

    def __init__(self) -> None:
        self.text = ""
        self.parts: list[model.Part] = []
        self.notes: list[model.Note] = []
        self.residue: list[model.Residue] = []
        self.people: dict[str, str] = {}
        self.title: model.Passage | None = None
        self.date: model.Date | None = None
        self.source: model.Note | None = None

    def _write(self, words: str) -> model.Span:
        start = len(self.text)
        self.text += words
        return model.Span(start, len(self.text))

    def _passage(self, kind: Kind, words: str) -> model.Passage:
        """A passage of `words`; "{1}" in them prints "(1)", the mark of note 1."""
        spans: list[model.Span] = []
        marks: list[model.Mark] = []
        text = ""
        for index, stretch in enumerate(words.replace("}", "{").split("{")):
            if index % 2:
                marks.append(model.Mark(stretch, len(text), self._write(f"({stretch})")))
            elif stretch:
                spans.append(self._write(stretch))
                text += stretch
        self._write("\n\n")
        text = text if kind is Kind.VERSE else text.replace("\n", " ")
        return model.Passage(kind, text, tuple(spans), tuple(marks))

    def titled(self, words: str) -> Dialogue:
        self.title = self._passage(Kind.HEADING, words)
        return self

    def dated(self, words: str) -> Dialogue:
        self.date = model.Date(self._passage(Kind.DATELINE, words), None)
        return self

    def part(self, heading: str | None = None, author: str | None = None, **body: str) -> Dialogue:
        """A part; `body` maps a kind (followed by figures, to have many) to its words."""
        opening = self._passage(Kind.HEADING, heading) if heading else None
        passages = tuple(self._passage(KINDS[name.rstrip("0123456789")], words) for name, words in body.items())
        self.parts.append(model.Part(f"part-{len(self.parts)}", opening, author, passages))
        return self

    def turn(self, speaker: str, words: str, **more: str) -> Dialogue:
        """A turn in the last part, its label printed with a colon; `more` as in `part`."""
        if not self.parts:
            self.parts.append(model.Part("exchange", None, None))
        label = model.Label(speaker, self._write(f"{speaker}:"))
        self._write(" ")
        passages = [self._passage(Kind.SPEECH, words)]
        for name, text in more.items():
            passages.append(self._passage(KINDS.get(name.rstrip("0123456789"), Kind.SPEECH), text))
        number = 1 + sum(len(part.turns) for part in self.parts)
        last = self.parts[-1]
        turn = model.Turn(number, speaker, label, tuple(passages))
        self.parts[-1] = model.Part(last.id, last.heading, last.author, last.body, (*last.turns, turn))
        self.people.setdefault(speaker, speaker)
        return self

    def note(self, mark: str, words: str) -> Dialogue:
        span = self._write(f"{mark}")
        self._write(" ")
        self.notes.append(model.Note(mark, span, self._passage(Kind.PARAGRAPH, words)))
        return self

    def sourced(self, words: str) -> Dialogue:
        span = self._write("Source:")
        self._write(" ")
        self.source = model.Note("Source", span, self._passage(Kind.PARAGRAPH, words))
        return self

    def left_over(self, words: str, why: str) -> Dialogue:
        span = self._write(words)
        self._write("\n\n")
        self.residue.append(model.Residue(words, span, why))
        return self

    def named(self, speaker: str, name: str) -> Dialogue:
        self.people[speaker] = name
        return self

    def document(self, language: str = "en") -> model.Document:
        """The document of all that was written."""
        people = (
            model.Person(id, None if id == name else name, None, (id,), given=id != name)
            for id, name in self.people.items()
        )
        return model.Document(
            name="test.txt",
            key="0" * 64,
            format="test",
            text=self.text,
            title=self.title,
            date=self.date,
            people=tuple(people),
            parts=tuple(self.parts),
            notes=tuple(self.notes),
            source=self.source,
            residue=tuple(self.residue),
            language=language,
        )
