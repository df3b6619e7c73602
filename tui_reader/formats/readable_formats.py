"""The formats that can be read: one table for the manual, with the modules that read them. Imports none of them."""

from __future__ import annotations

from tui_reader.named_tuple import NamedTuple


class ReadableFormat(NamedTuple):
    """A kind of file that is read."""

    name: str
    modules: tuple[str, ...]
    """What reads it, below `tui_reader.formats`."""
    understood: str
    """What of it is understood, and where speakers are taken from, in Markdown: examples are code."""
    recognised: str = ""
    """By what a file of it is told."""
    traps: str = ""
    """What is easily misread in it."""
    producers: tuple[str, ...] = ()
    """Who writes such files, as typed after --as; or the titles of families of them."""


READABLE_FORMATS = (
    ReadableFormat(
        "Plain transcripts",
        ("transcript",),
        "Labels such as `AES: text`, `THE SECRETARY: text`, `Ball--text`, `Mr. GREGG. text`, `Algernon. text`, "
        "`J. HOLM. text`, `_Name._ text`, `Q. text`, `12. Q. text`, `P. text` and `R. text`, `M. le président. text`, "
        "`[Name] text`, `>> NAME: text`, `- Name: text`, "
        "`NAME` above the speech or before a tab or two spaces, times before or "
        "after the names (chats, podcasts, air-to-ground logs), numbered lines of a court's record, and others. "
        "Also title, date, remarks in brackets, footnotes and their marks, memos and letters with author, items and"
        " signature, source; acts, scenes, parts and casts in English, French, German, Spanish, Italian, Portuguese,"
        " Dutch, Russian, Czech, Polish and Latin.",
        recognised="What nothing else is.",
        traps="One way of printing labels is looked for in the whole text, so a text with two may lose one.",
        producers=("transcript",),
    ),
    ReadableFormat(
        "TEI",
        ("tei",),
        "Documents and volumes of Foreign Relations of the United States (FRUS), letters with their author; "
        "drama (`<sp who>`), verse in its lines, directions beside names; interviews and parliaments "
        "(`<u who>`) with printed speakers, clerks' remarks and the times of a `<timeline>`; dialogues in "
        "`<said who>`; lists of persons and casts with roles, the volume's abbreviations and persons where the text "
        "points to them, notes, language, page breaks.",
        recognised="The root element `TEI`, `TEI.2` or `teiCorpus`.",
        traps="Notes and page breaks stand within speeches; of two readings the corrected one is read.",
        producers=("tei",),
    ),
    ReadableFormat(
        "Plays in XML",
        ("xml.plays",),
        "ACT, SCENE, SPEECH, SPEAKER and LINE, as in Bosak's edition of Shakespeare.",
        recognised="The root element `PLAY`.",
        producers=("play-xml",),
    ),
    ReadableFormat(
        "Records of parliaments in XML",
        ("xml.parliaments", "xml.europarl"),
        "The German Bundestag, Hansard of Canada and of Australia, the Congressional Record: speakers with their "
        "offices, headings, what the clerk remarks; the Europarl corpus. Akoma Ntoso and the debates of the United "
        "Kingdom are read as other XML.",
        recognised="The root element, or `<SPEAKER ID=` in lines.",
        traps="Interjections stand within speeches; names and offices are printed again before them, and not read.",
        producers=("bundestag-xml", "hansard-canada", "hansard-australia", "congressional-record", "europarl"),
    ),
    ReadableFormat(
        "Other XML",
        ("xml.other_vocabularies",),
        "Any vocabulary. Who speaks is taken from attributes and elements such as speaker, who, by, from, also where "
        "these hold name, party and office; names by id, headings, directions. Without these the narrator reads the "
        "words in order, and a warning says so.",
        recognised="Any other root element.",
        traps="Times, ids and codes as text are read where nothing says what they are.",
        producers=("xml",),
    ),
    ReadableFormat(
        "EPUB, XHTML, HTML",
        ("epub", "html"),
        "Drama and dialogues with `epub:type` and `z3998:persona`; labels by their class, in bold, italics or "
        "another print before a sign or alone in their line, in the first cell of a table's row, in cite and dt, "
        "or as plain words; paragraphs of the classes `q` and `a`; records in `<pre>`, minutes with chat lines. "
        "Glossaries and fields are not taken for dialogue; links, buttons, notices, page numbers and descriptions "
        "of pictures are kept but not spoken, hidden parts of a page are left out and counted. Verse in its lines; "
        "endnotes, and raised or bracketed numbers that lead to a note; other raised figures are powers. An anthology "
        "in an EPUB lists its works. An EPUB is read within limits of size, and nothing outside it is fetched.",
        recognised="The container of an EPUB; a root or first element of HTML.",
        traps="Menus look like lists of names; pages outside the order of reading of a book are not read, and told.",
        producers=("epub", "html"),
    ),
    ReadableFormat(
        "Markdown, Org, wikitext",
        ("markdown", "markdown.org", "markdown.wikitext"),
        "Labels such as `**Name:** text`, `**Name.** text`, names with times (`**Name** [00:03]`, `Name (00:01:35):`, "
        "`Name  0:35`), links or bullets, in tables and definition lists, names alone in bold or in headings that "
        "alternate, plain labels among headings and lists, quotations, minutes, front matter, notes. Fields such as "
        "`*Topic*: text` are the narrator's. Emphasis, escapes and addresses of links are not said; code, comments "
        "and pictures are left out. Other headings divide the text.",
        recognised="Signs of markup in the first lines, or the file's ending.",
        traps="Fields in bold look like labels.",
        producers=("markdown", "org", "wikitext"),
    ),
    ReadableFormat(
        "WebVTT, SRT, ASS, SBV",
        ("captions",),
        "Speakers by voice tags, the name field, a cue's identifier (Webex), `Name: text`, `[Name]`, `(Name)` or "
        "`>> NAME:`. Consecutive cues of a speaker are one turn; lines that roll up are said once; keys of speakers "
        "are numbered. Files that are cut off and changes of speaker without a name are reported.",
        recognised="The line `WEBVTT`, lines with two times, `[Script Info]`.",
        traps="A cue is no turn: a speech may run through many, and a cue may hold several voices.",
        producers=("vtt", "srt", "ass", "sbv"),
    ),
    ReadableFormat(
        "TTML, YouTube, SAMI, MicroDVD, LRC",
        ("captions",),
        "TTML (DFXP, IMSC, Apple's transcripts and lyrics) with its agents as speakers; YouTube's timed text (srv1, "
        "srv3); SAMI in the language with the most words, with a warning for others; SubViewer, MicroDVD, MPL2, "
        "Spruce's STL, EBU STL; lyrics in order of time. Words keep their times; tags, times, ruby and marks of a duet "
        "are not said.",
        recognised="The root element; frames or times in brackets before each line.",
        traps="Words may stand in elements of their own.",
        producers=("ttml", "youtube-xml", "sami", "microdvd", "mpl2", "stl", "ebu-stl", "scc", "lrc"),
    ),
    ReadableFormat(
        "Lines with times",
        ("meetings.recording", "meetings.google_meet", "recognisers.speaker_lines"),
        "Transcripts of meeting tools (Teams, Zoom, Otter, Rev and others): a name before, behind, above or below a "
        "time, ranges of times, times before or behind words (f4), times in words; texts of Speechmatics, whisper.cpp "
        "and WhisperX, labels of Audacity, begin, end and words (aeneas). What stands above is title, prose or "
        "about the recording; who started and stopped it is not said. Times without names are a recording's only where "
        "they begin near 0 or count seconds: no timetables.",
        recognised="Lines of one shape whose times rise, with names that come again.",
        traps="Times of a day are none of a recording; fields and dates at the head look like names.",
        producers=("timed-lines", "google-meet", "Lines of recognisers with speakers"),
    ),
    ReadableFormat(
        "JSON, JSON Lines",
        ("producers.json_transcript",),
        "Known by their keys: AWS Transcribe (speakers, channels, Call Analytics, HealthScribe, Bedrock), Google, "
        "Azure, Deepgram, AssemblyAI, Rev, Speechmatics, IBM Watson, ElevenLabs, Soniox, Gladia, Whisper, "
        "whisper.cpp, WhisperX, OpenAI, Vosk, NeMo, BBC Kaldi, SegLST, Digital Paper Edit, autoEdit, Trint, "
        "transcribee, oTranscribe, Recall, Gong, Fireflies, Podcasting 2.0, YouTube. Other files by their shape: "
        "lists of who says what, wherever they lie, also as pairs, rows or columns; the ids of speakers become names "
        "where the file has them. Channels are speakers; words of nobody are the narrator's; the times of words are "
        "kept.",
        recognised="Keys that stand together; else any text that is JSON.",
        traps="The same words stand in several forms; channels of a recording follow one another.",
        producers=("Speech recognisers", "Lines of recognisers", "json"),
    ),
    ReadableFormat(
        "Word (DOCX), OpenDocument (ODT), rich text (RTF)",
        ("office.docx", "office.odt", "office.rtf"),
        "Names in bold, italics or small capitals, by a style, in the first cell of a row, before a tab or a time, "
        "alone in their line, or as plain words; headings by their styles, footnotes and endnotes, lists, text boxes. "
        "What is printed on each page is kept and not read; tracked deletions are left out, comments are counted. "
        "Macros and what is outside the file are never read. Other files of office programs and PDF are refused with "
        "what to convert them with.",
        recognised="A packed file with `word/document.xml`, or one that says it is an OpenDocument text; `{\\rtf`.",
        traps="Numbers of lists are not in the text; a name may be told by the print of its paragraph alone. The words "
        "of rich text are not counted a second time.",
        producers=("docx", "odt", "rtf"),
    ),
    ReadableFormat(
        "Tables (CSV, TSV)",
        ("tables.rows_as_turns",),
        "Rows divided by tabs, commas, semicolons or bars, or in quotes with a blank between, of which one column says "
        "who speaks and another holds the words, by their heads in several languages or by what stands in them; "
        "`--columns speaker=2,text=3` chooses them. Each row is a turn; times are kept and not read, other columns "
        "are named in a warning. A table that is no talk is refused.",
        recognised="Rows with the same number of columns.",
        traps="A comma within words divides them where they are not quoted.",
        producers=("table",),
    ),
    ReadableFormat(
        "Chats",
        (
            "chats.producers",
            "chats.line_forms",
            "chats.block_forms",
            "chats.signal_markdown",
            "chats.sms",
            "chats.irc",
            "chats.pages",
            "chats.rocket_chat_page",
            "chats.archive",
        ),
        "WhatsApp (text of Android and iOS in all languages, also in its ZIP), KakaoTalk, LINE, Pidgin, chats of "
        "Zoom, Discord, iMessage, Signal (signal-export, sigtop) and Slack (slackdump) as text, copies of Telegram "
        "and Teams, QQ, WeChat; logs of IRC; JSON of Telegram, Messenger, Instagram, Discord, Slack (names from "
        "`users.json` beside it or a folder above), Signal, Matrix, Teams, Google Chat, Hangouts, Skype, WhatsApp "
        "Chat Exporter, Snapchat, GroupMe, Twitch, Twitter, Mattermost, Zulip (names from `realm.json` beside it), "
        "Rocket.Chat, Intercom, Zendesk; XML of SMS Backup & Restore; web pages of Telegram, "
        "Discord, Messenger, iMessage, Rocket.Chat and IRC. A message is a turn, oldest first; its time is kept, not "
        "said. Notices, actions and pictures left out are remarks by the narrator; who joined IRC, reactions, "
        "addresses and embedded pages are not read. People of whom only an id is known are `User 1`, `User 2`.",
        recognised="Keys that stand together; date, time and name before or above the words of each message.",
        traps="A message may go on over several lines; invisible signs stand before names and before notices.",
        producers=(
            "Packed chats",
            "Messengers",
            "Chats in lines",
            "Chats in blocks",
            "Signal's Markdown",
            "Messages of phones as XML",
            "Chats as web pages",
            "Rooms as web pages",
            "IRC",
        ),
    ),
    ReadableFormat(
        "Talks with language models",
        ("assistants.telling",),
        "Exports of ChatGPT (the branch that is current; others are kept, not read), Claude, Google AI Studio, Gemini "
        "(Takeout, JSON and web page), DeepSeek, Grok, LibreChat, LM Studio, SillyTavern and text-generation-webui; "
        "sessions of Claude Code, Codex and Aider; talks copied from ChatGPT's page; lists of messages with roles, as "
        "OpenAI, ShareGPT and data for training have them, in JSON and JSON Lines. A turn for each message; signs of "
        "Markdown are not said. "
        "Thoughts, tools, code, hidden instructions and the contents of attachments are kept, not read. Several talks "
        "in a file of JSON are a collection, with title, date and number of turns; `FILE#id` opens one.",
        "Keys that stand together; messages with a role and a content; the heads of Aider's history.",
        "What tools print and what the model thinks stands among the messages.",
    ),
    ReadableFormat(
        "CHAT, ELAN, TextGrid, EXMARaLDA, FOLKER, Transcriber, Toolbox, STM, CTM",
        (
            "research.chat",
            "research.elan",
            "research.textgrid",
            "research.exmaralda",
            "research.folker",
            "research.transcriber",
            "research.toolbox",
            "research.time_marks",
        ),
        "CHAT by its main lines without codes, with the names of `@Participants`. Of tiers those that hold what people "
        "say, in order of time; tiers of words, sounds, translations, gestures and notes are kept, not read, and "
        "named in a warning. Of Toolbox the field `\\tx`. The words of STM by speaker, those of CTM by the narrator; "
        "RTTM has no words and is refused.",
        recognised="`@Begin`, the root element, `ooTextFile`, `\\_sh`, columns of times.",
        traps="Tiers stand one after another, not in order of time.",
        producers=(
            "chat",
            "elan",
            "textgrid",
            "textgrid-json",
            "exmaralda",
            "folker",
            "transcriber",
            "toolbox",
            "stm",
            "ctm",
            "rttm",
        ),
    ),
    ReadableFormat(
        "Fountain, Final Draft (FDX)",
        ("screenplay.fountain", "screenplay.final_draft"),
        "Screenplays, with (V.O.), (CONT'D) and dual dialogue. Action is read by the narrator.",
        recognised="Headings of scenes (`INT.`) and names in capitals; the root element `FinalDraft`.",
        traps="Capitals in action look like names.",
        producers=("fountain", "final-draft"),
    ),
    ReadableFormat(
        "Screenplays in columns",
        ("screenplay.columns",),
        "Plain text in which names stand furthest in, speeches less far, and action at the margin. Page numbers, "
        "numbers of scenes and `CONTINUED:` are not read.",
        recognised="Lines at three or four indents, with headings of scenes.",
        producers=("screenplay",),
    ),
    ReadableFormat(
        "Ren'Py scripts",
        ("screenplay.renpy",),
        "Who says what, by the names that `define` gives; narration and choices are the narrator's. Commands are not "
        "read; all branches are, in the order of the file.",
        recognised="`define`, `label` and lines of names with quoted words.",
        producers=("renpy",),
    ),
)
