"""Words that tell labels, headings and print lines from speech: titles of people, names of fields and of documents.

Lists of English, of no one document. Everything here is folded to small letters without full stops.
"""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


PERSON_TITLES = _set(
    """mr mrs ms miss mx messrs mme mlle dr prof professor sir lord lady dame rev reverend father sister hon
    honorable gen general adm admiral col colonel lt lieutenant capt captain maj major sgt sergeant cdr
    commander sen senator rep representative congressman congresswoman gov governor amb ambassador judge
    justice chairman chairwoman chair president secretary minister premier chancellor king queen prince
    princess st rt shri smt shrimati
    herr frau präsident präsidentin vizepräsident vizepräsidentin abg abgeordneter abgeordnete minister ministerin
    bundesminister bundesministerin bundeskanzler bundeskanzlerin staatssekretär staatssekretärin monsieur madame
    mademoiselle président présidente ministre secrétaire rapporteur rapporteure garde premier député députée
    señor señora señorita don doña sr sra srta mm dott pan dr dra dña presidente presidenta vicepresidente
    vicepresidenta ministro ministra secretario secretaria diputado diputada signor signora signorina onorevole
    senhor senhora deputado deputada heer mevrouw voorzitter ministr statsråd statsrådet talman talmannen
    statsminister pani poseł posłanka marszałek wicemarszałek poslanec poslankyně předseda předsedkyně
    господин госпожа председатель депутат министр президент"""
)
"""Stand before a name, in several languages."""

ABBREVIATED_TITLES = _set(
    """mr mrs ms mx messrs mm mme mlle dr prof rev hon gen adm col lt capt maj sgt cdr sen rep gov amb st jr sr
    sra srta dña dott dra abg fr hr pr ing mag"""
)
"""End with a full stop that does not end the label."""

PARTICLES = _set(
    """of the and de da du des del della di la le pro tem tempore van von der den ter ten bin ibn al el y e & to in for
    from at on a an with"""
)
"""Stay small inside names and titles."""

ROLES = _set(
    """all everyone everybody both audience crowd chorus moderator interviewer interviewee host speaker narrator
    announcer operator reporter translator interpreter participant participants student students caller voice voices
    man woman boy girl child children guest member members panelist panellist facilitator respondent"""
)
"""Who speaks, where nobody has a name."""

OF_SPEECH = _set(
    """i i'm i've i'd i'll me my mine we us our you your ich mich mein meine wir uns unser du dich ihr je j'ai me mon ma
    mes nous notre vous votre tu yo mi nosotros nuestro usted io noi mio nostro voi"""
)
"""Words for who speaks and to whom, in five languages: a paragraph without them may tell a story."""

PRONOUNS = OF_SPEECH | _set("sie ihre ihren er es das dies he she they it this that there il elle")
"""Begin a sentence behind a name: `Frau Roe, Sie haben gefragt`, `ANNA -- they are late.`"""

ANSWERS = _set(
    """yes no yeah yep nope aye nay oh ah well so indeed certainly ja nein nun doch oui non si bien sí bueno bene sim
    não nee"""
)
"""Begin what is said, and no words on how."""

DAYS = _set(
    """monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag
    sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado
    domingo lunedì martedì mercoledì giovedì venerdì sabato domenica today tomorrow yesterday"""
)
"""Announce what happens then."""

SECTIONS = _set(
    """parameters arguments returns return raises exceptions errors attributes methods properties example examples usage
    syntax description overview summary introduction background results discussion conclusion requirements notes steps
    problem problems solution solutions before after pros cons features benefits endpoint endpoints columns fields
    format purpose behavior behaviour expected rationale backend frontend news events resources links shownotes added
    changed deprecated removed fixed improved"""
)
"""Name the parts of a text that is no talk, alone or with other words: "Query Parameters"."""

AGENDA = frozenset((
    "call to order", "called to order", "roll call", "approval of agenda", "approval of the agenda",
    "approval of minutes", "approval of the minutes", "consent agenda", "consent calendar", "public comment",
    "public comments", "public hearing", "public hearings", "public input", "citizen comments", "old business",
    "new business", "unfinished business", "other business", "any other business", "adjournment", "executive session",
    "closed session", "pledge of allegiance", "invocation", "announcements", "correspondence", "communications",
    "staff present", "members present", "members absent", "also present", "others present", "in attendance",
    "next meeting", "action items", "action item", "good of the order", "welcome and introductions", "quorum",
))  # fmt: skip
"""Items of a meeting's agenda, as minutes print them before a colon."""

FIELDS = (
    _set(
        """note notes source sources re subject date time place location participants participant present attendees
    distribution from to cc bcc p.s ps attachment attachments tab scene act item warning http https ftp mailto
    title author translator editor language producer publisher isbn copyright edition release posting updated
    credits transcriber transcribed produced encoding character characters cast persons dramatis setting
    references reference ref enclosure enclosures annex appendix classification caution nb n.b i.e e.g ie eg
    example examples figure table chapter section page pages volume vol see also summary abstract tags tag
    keywords url link duration length recorded agenda tip tips important hint remark todo danger attention fig
    ext info warn error debug trace fatal critical notice ingredients directions method preparation serves yield
    function functions returns macro macros parameter parameters argument arguments default defaults type types syntax
    usage previous next pro pros con cons recommendation recommendations option options regrets absent apologies guest
    guests chair chairs scribe scribes break topic topics resolution resolutions action actions proposal decision
    conclusion poll polls
    file files path command commands status version in out why how what when where generated total
    quelle quellen thema betreff datum ort beginn schluss anwesend teilnehmer anmerkung hinweis objet lieu sujet
    présents remarque fecha lugar asunto nota fuente asistentes luogo oggetto fonte presenti assunto plaats onderwerp
    bron aanwezig 날짜 장소 일시 참석자 日期 时间 時間 地点 地點 日時 場所 出席者"""
    )
    | DAYS
    | SECTIONS
    | AGENDA
)
"""Alone, name a field, a remark or a part of the page, and never a speaker."""

FIELD_STARTS = _set(
    """note notes source sources subject date time place participants release posting character characters cast
    persons dramatis scene act int ext chap canto sonnet stanza sect sec article
    item tab attachment figure table chapter section volume vol see also enclosure annex
    appendix reference references distribution re example"""
)
"""Begin names of fields that go on: "Release Date", "Note 3"."""

COUNTED_FIELDS = _set(
    "option step point case phase day week lesson exercise method rule stage level problem task variant resolution "
    "decision motion proposal topic poll action"
)
"""Before a number or a letter, announce one of several things: "Option A", "Step 2"."""

OPEN_ENDS = _set("to are is was were the of that with as include includes")
"""End a piece of a sentence that goes on behind a colon, and no name."""

PEOPLE_FIELDS = _set("page time guest guests author editor translator producer publisher cc ps re chair guest scribe")
"""Fields that can also be a speaker: so when used again and again."""

SPEECH_VERBS = _set(
    """said says say replied replies asked asks answered answers cried cries added adds continued continues
    remarked responded exclaimed declared wrote writes whispered shouted told repeated"""
)
"""Before a colon, the last word of narration: 'She said: ...'."""

CHINESE_SPEECH_VERBS = ("說", "说", "說道", "说道", "說過", "说过", "問道", "问道", "如下")
"""The same, without a blank before them."""

PROGRAM_ROLES = _set("user assistant human ai bot you me model chatgpt gpt claude gemini copilot prompt response") | {
    "you said", "chatgpt said", "my prompt", "ai assistant",
}  # fmt: skip
"""Who a talk with a program names above what is said, whatever other headings stand in the answers."""

SOUNDS = _set(
    """laughter laughs laughing inaudible unclear applause crosstalk pause silence unintelligible coughs sighs
    chuckles music interruption indistinct cheers"""
)
"""In brackets, what is heard, as any transcript prints it."""

SOUND_CUES = ("SOUND", "SOUNDS", "SOUND EFFECT", "SOUND EFFECTS", "MUSIC", "SFX", "FX", "BIZ")
"""Before a colon, what a radio play lets be heard: nobody's name."""

STAGE_CUES = _set("exeunt exit enter manet manent flourish alarum alarums thunder sennet hautboys hoboyes curtain")
"""Begin a direction of an old play: `Exeunt. Macbeth and Lenox.`, `Thunder. Enter the Witches.`"""

CAPTION_SOUNDS = SOUNDS | _set(
    """chuckling noise cheering coughing gasps screams sobs crying whispers whispering beep bleep phone ringing
    foreign speaking singing blank_audio playing knocking sound sounds continues"""
)
"""Words of what captions print in brackets for those who do not hear."""

DOCUMENT_KINDS = {
    "memorandum": "memo", "memo": "memo", "memcon": "memo", "letter": "letter", "telegram": "telegram",
    "cable": "telegram", "airgram": "telegram", "message": "message", "note": "note", "paper": "paper",
    "statement": "statement", "draft": "draft",
    "report": "report", "attachment": "attachment", "enclosure": "enclosure", "annex": "annex",
    "appendix": "appendix", "tab": "tab", "minutes": "minutes", "record": "record", "aide-mémoire": "paper",
    "dispatch": "telegram", "despatch": "telegram", "proclamation": "statement", "resolution": "resolution",
    "communiqué": "statement", "circular": "telegram", "editorial": "note",
}  # fmt: skip
"""First words of the heading of a letter or paper, and the id of its part."""

TITLE_KINDS = frozenset(DOCUMENT_KINDS) - {"note", "tab", "draft"} | _set(
    "transcript transcription interview conversation telephone remarks discussion press debate hearing testimony "
    "deposition dialogue proceedings briefing gaggle oral meeting talk summary"
)
"""First words of the title of a dialogue on record."""

_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth"
NUMBERS = {word: number for number, word in enumerate(_ORDINALS.split(), 1)}

LINK_RESTS = ("back to top", "back to text", "return to text", "back", "top", "return", "home", "next", "previous",
              "print", "print this page", "contents", "table of contents", "↩", "↑", "^")  # fmt: skip
"""What is left of a page's links when it was copied as text."""


def folded(word: str) -> str:
    """A word in small letters without the full stops and colons at its end."""
    return word.rstrip(".:").casefold()
