"""What is heard: sentences in the ways of the archive, and the same in plain words that nobody can misread.

Both are given to espeak-ng, and its phonemes must be the same; what a table writes in plain words is read right by
itself, as `test_plain_words_stay_plain` says.
"""

from __future__ import annotations

import re

import pytest

from tests.support.normalized import heard, spelled
from tests.support.phonemes import clauses
from tui_reader.document.model import Kind
from tui_reader.narration.normalization import TextNormalizer
from tui_reader.narration.pause import Pause
from tui_reader.narration.utterance import Utterance

MISREADINGS = [
    # Those that were found in the memorandum, and those of other readers.
    ("by his SAM sites", "by his sam sites"),
    ("get the IL-28 bombers out", "get the I L twenty-eight bombers out"),
    ("November 9, 1962, 4:15 p.m.", "November ninth, nineteen sixty-two, four fifteen p m"),
    ("it was 1962 then", "it was nineteen sixty-two then"),
    ("11/11/62 was a Sunday", "November eleventh, nineteen sixty-two was a Sunday"),
    (
        "General, 11/11/62-11/15/62",
        "General, November eleventh, nineteen sixty-two, to November fifteenth, nineteen sixty-two",
    ),
    ("so Adlai might", "so Addlay might"),
    ("when Mikoyan left", "when Mikkoh-yahn left"),
    ("Adlai E. Stevenson signed it", "Addlay E Stevenson signed it"),
    ("the US and the U.S. and the UN", "the U S and the U S and the U N"),
    ("through the OAS, and", "through the O eh S, and"),
    ("at 4:15 p.m.", "at four fifteen p m"),
    ("See Document 166.", "See Document one hundred sixty-six."),
    ("it is ex post facto", "it is ex post facto"),
    ("New Haven, CT 06511", "New Haven, C T zero six five one one"),
    ("to liquidate--this is all pending", "to liquidate — this is all pending"),
]
FRUS = [
    (
        "Foreign Relations, 1961–1963, vol. XI",
        "Foreign Relations, nineteen sixty-one to nineteen sixty-three, volume eleven",
    ),
    ("Lot 74 D 272", "Lot seventy-four D two hundred seventy-two"),
    ("pp. 3-5 and 12", "pages three to five and twelve"),
    ("ibid., pp. 10 ff.", "ibidem, pages ten and following."),
    ("Volume V, Document 369", "Volume five, Document three hundred sixty-nine"),
    ("Nov. 12, 11 a.m.", "November twelfth, eleven eh m"),
    ("on 9 Nov. 1962", "on the ninth of November nineteen sixty-two"),
    ("the 22d of October", "the twenty-second of October"),
    ("October 22-28, 1962", "October twenty-second to twenty-eighth, nineteen sixty-two"),
    ("from 1961 to 1963", "from nineteen sixty-one to nineteen sixty-three"),
    ("in FY 1973", "in F Y nineteen seventy-three"),
    ("the 1972/73 crop", "the nineteen seventy-two seventy-three crop"),
    ("since mid-1962", "since mid nineteen sixty-two"),
    ("in the mid-1950s", "in the mid nineteen fifties"),
    ("in the late '50s", "in the late fifties"),
    ("about 1900", "about nineteen hundred"),
    ("in 1805", "in eighteen oh five"),
    ("by 2000 and 2010", "by two thousand and twenty ten"),
    ("Tripoli 0370 of March 28", "Tripoli zero three seven zero of March twenty-eighth"),
    ("Telegram 121825 From the Department", "Telegram one two one eight two five From the Department"),
    ("State 104906 and Tosec 827", "State one zero four nine zero six and Tosec eight hundred twenty-seven"),
    ("received at 1448Z", "received at fourteen forty-eight Zulu"),
    ("at 0900 hours", "at oh nine hundred hours"),
    ("9:40 a.m. EST", "nine forty eh m E S T"),
    ("07:26 p.m.", "seven twenty-six p m"),
    ("10:05-10:40 a.m.", "ten oh five to ten forty eh m"),
    ("S/S-I files", "S S I files"),
    ("S/P has worked on it", "S P has worked on it"),
    ("the US/UN Missions", "the U S U N Missions"),
    ("NSC-68 and NSAM 181", "N S C sixty-eight and N S eh M one hundred eighty-one"),
    ("NIE 11-8-62", "N I E eleven eight sixty-two"),
    ("the PLO, and", "the P L O, and"),
    ("an MOU and", "an M O U and"),
    ("the USINT chief", "the U S int chief"),
    ("the IAEA board", "the I eh E eh board"),
    ("OPEC and NATO and UNESCO", "OPEC and Nayto and you-nesco"),
    ("the WSAG met", "the W S eh G met"),
    ("the USSR and USG", "the U S S R and U S G"),
    ("the DOD, DIA and OMB", "the D O D, D I eh and O M B"),
    ("C–130 and F–5 aircraft", "C one thirty and F five aircraft"),
    ("the U-2s and B-52s", "the U twos and B fifty twos"),
    ("MiG-21s and MiGs", "mig twenty-ones and migs"),
    ("SA-2 and SS-4 sites", "S eh two and S S four sites"),
    ("SS-N-6 missiles", "S S N six missiles"),
    ("two KC-135s", "two K C one thirty fives"),
    ("the Tu-104", "the T U one oh four"),
    ("within 100 n.m. of Tripoli", "within one hundred nautical miles of Tripoli"),
    ("at 23°30' N", "at twenty-three degrees thirty minutes north"),
    ("No. 166 and Nos. 3 and 4", "number one hundred sixty-six and numbers three and four"),
    ("Sec. Rusk and Amb. Stevenson", "Secretary Rusk and Ambassador Stevenson"),
    ("Lt. Gen. Carter, Brig. Gen. Jones", "Lieutenant General Carter, Brigadier General Jones"),
    ("the Dept. of State", "the Department of State"),
    ("e.g. Cuba, i.e. Havana", "for example Cuba, that is Havana"),
    ("Castro et al. said", "Castro and others said"),
    ("Ford Motor Co. and Smith Bros.", "Ford Motor Company and Smith Brothers."),
    ("a loan of $5 million", "a loan of five million dollars"),
    ("a $350 million offset", "a three hundred fifty million dollar offset"),
    ("$1.2 billion", "one point two billion dollars"),
    ("$5–6 million", "five to six million dollars"),
    ("$0.05 and $1.00", "five cents and one dollar"),
    ("£3.20", "three pounds and twenty pence"),
    ("from 50 to 20% to 30%", "from fifty to twenty percent to thirty percent"),
    ("3½ percent", "three and one half percent"),
    ("18–1/2 hours", "eighteen and one half hours"),
    ("2/3 of the vote", "two thirds of the vote"),
    ("a vote of 52-48", "a vote of fifty-two to forty-eight"),
    ("World War II", "World War two"),
    ("Pope John XXIII", "Pope John the twenty-third"),
    ("Part II-A", "Part two-eh"),
    ("Sections IV and V", "Sections four and five"),
    ("II. Cuba", "two. Cuba"),
    ("John F. Kennedy, Jr., and", "John F Kennedy, Junior, and"),
    ("J. William Fulbright", "J William Fulbright"),
    ("W. W. Rostow", "W W Rostow"),
    ("U Thant and Zhou", "Oo Thont and Joe"),
    ("Sadat and Qadhafi", "Suh-dot and Guh-dahfy"),
    ("the coup d'état", "the coo day-tah"),
]
HEARINGS = [
    ("S. 208 and H.R. 1815", "S two hundred eight and H R eighteen fifteen"),
    ("the 109th Congress, 1st Session", "the one hundred ninth Congress, first Session"),
    ("the 2d Session", "the second Session"),
    ("Public Law 104-132", "Public Law one hundred four one hundred thirty-two"),
    ("section 2163(b) of title 10", "section two thousand one hundred sixty-three b of title ten"),
    ("subsection (b)(2)(A) shall", "subsection b two eh shall"),
    ("section 2374a of title 10", "section two thousand three hundred seventy-four eh of title ten"),
    ("SEC. 596. AWARDS", "Section five hundred ninety-six. AWARDS"),
    ("the past 3\\1/2\\ years", "the past three and one half years"),
    ("``maintain'' a Navy", "maintain a Navy"),
    ("the M1151 and M1152", "the M eleven fifty-one and M eleven fifty-two"),
    ("M1151/M1152 vehicles", "M eleven fifty-one M eleven fifty-two vehicles"),
    ("HMMWVs and an HMMWV", "Humvees and an Humvee"),
    ("against IEDs", "against I E D's"),
    ("a 21-day period", "a twenty-one day period"),
    ("a 3.1-percent raise", "a three point one percent raise"),
    ("$441.6 billion", "four hundred forty-one point six billion dollars"),
    ("$1.4 billion for", "one point four billion dollars for"),
    ("$376,700,000", "three hundred seventy-six million seven hundred thousand dollars"),
    ("20,000 people", "twenty thousand people"),
    ("after 9/11 we", "after nine eleven we"),
    ("Pan Am Flight 103", "Pan Am Flight one oh three"),
    ("page 27, line 21", "page twenty-seven, line twenty-one"),
    ("Exhibit A is here", "Exhibit eh is here"),
    ("Brown v. Board of Education", "Brown versus Board of Education"),
    ("Hartford, Conn., and", "Hartford, Connecticut, and"),
    ("Ms. Rice and Mrs. Smith", "Miz Rice and Missus Smith"),
    ("Messrs. Ball and Rusk", "Messers Ball and Rusk"),
    ("his Ph.D. and", "his P H D and"),
    ("Washington, D.C. March", "Washington, D C March"),
    ("so [laughter] it is", "so it is"),
    ("they * * * guard", "they guard"),
    ("Call (202) 555-0147.", "Call two zero two, five five five, zero one four seven."),
    ("Call 555-1234 now", "Call five five five, one two three four now"),
    ("at 1-800-555-0199", "at one, eight zero zero, five five five, zero one nine nine"),
    ("at +44 20 5550 0147", "at plus four four, two zero, five five five zero, zero one four seven"),
    ("127 Wall St., New Haven", "one hundred twenty-seven Wall Street, New Haven"),
    ("he/she and his/her", "he or she and his or her"),
    ("and/or", "and or"),
    ("24/7", "twenty-four seven"),
    ("R&D funds", "R and D funds"),
    ("§ 5 and ¶ 3", "section five and paragraph three"),
]
PLAYS = [
    ("ACT III, SCENE II", "act three, SCENE two"),
    ("Act I, Scene 4", "Act one, Scene four"),
    ("Henry VIII and Richard III", "Henry the eighth and Richard the third"),
    ("Elizabeth II", "Elizabeth the second"),
    ("BOOK IX", "BOOK nine"),
    ("at 5.30.", "at five thirty."),
    ("by 7.05, and", "by seven oh five, and"),
    ("B. 4, The Albany", "B four, The Albany"),
    ("on the 14th of February", "on the fourteenth of February"),
    ("So--[pauses] no", "So — no"),
    ("What? (laughs) No", "What? No"),
    ("I am NOT going", "I am not going"),
    ("a _very_ good *man*", "a very good man"),
    ("'Shall Rome, &c.'", "Shall Rome, et cetera."),
    ("the Ides of March, 44 B.C.", "the Ides of March, forty-four B C."),
    ("Decius and Thrasymachus", "Deeshus and Thrah-simmackus"),
    ("for 1, 2, 3", "for one, two, three"),
    ("9 + 16 = 25", "nine plus sixteen equals twenty-five"),
    ("2 x 6, or 3 x 4", "two times six, or three times four"),
    ("a ratio of 3:4", "a ratio of three to four"),
    ("as 3/2 and 4/3", "as three halves and four thirds"),
    ("(cp. the Introduction)", "compare the Introduction"),
    ("Mr. Worthing, M.P.", "Mister Worthing, M P."),
    ("the Hon. Gwendolen", "the Honorable Gwendolen"),
    ("Gen. Moncrieff", "General Moncrieff"),
    ("St. John's Wood", "Saint John's Wood"),
    ("6 in. long", "six inches long"),
    ("EXT. STUDIO - DAY", "Exterior STUDIO - DAY"),
    ("BOB and DAN", "Bob and Dan"),
    ("BRICK & STEEL", "BRICK and STEEL"),
]
AIR_TO_GROUND = [
    ("The fuel is go, 1.2g", "The fuel is go, one point two g"),
    ("cabin at 14 psi", "cabin at fourteen P S I"),
    ("cabin holding at 5.5", "cabin holding at five point five"),
    ("about 35 ft/sec.", "about thirty-five feet per second."),
    ("35,000 feet now", "thirty-five thousand feet now"),
    ("CARDFILE 23, this is Freedom Seven", "CARDFILE twenty-three, this is Freedom Seven"),
    ("the ASCS is okay", "the eh S C S is okay"),
    ("on UHF and HF", "on U H F and H F"),
    ("T-10 and counting", "T minus ten and counting"),
    ("MR-3 and Apollo 11", "M R three and Apollo eleven"),
    ("Apollo XI", "Apollo eleven"),
    ("a snorkel (out) at 15,000", "a snorkel out at fifteen thousand"),
    ("say [unclear] again", "say again"),
    ("[garble] Roger", " Roger"),
    ("90 percent - manual", "ninety percent manual"),
    ("250 MHz, 5 kg and 10 km", "two hundred fifty megahertz, five kilograms and ten kilometers"),
    ("X-15 and F-104", "X fifteen and F one oh four"),
    ("29 volts", "twenty-nine volts"),
]
CAPTIONS = [
    ("♪ music ♪", "music"),
    (">> So it is", "So it is"),
    ("[Music]", ""),
    ("(applause) Thanks", " Thanks"),
    ("just, keep… keep moving", "just, keep… keep moving"),
    ("been…in a way", "been… in a way"),
    ("EIP7805, which", "E I P seventy-eight oh five, which"),
    ("F2F and a11y", "F two F and accessibility"),
    ("the G7 and P5+1", "the G seven and P five plus one"),
    ("COVID-19 and COVAX", "covid nineteen and COVAX"),
    ("on the W3C's EPUB", "on the W three C's E pub"),
    ("see https://www.example.org/a_b?c=d.", "see example dot org."),
    ("at www.example.co.uk, we", "at example dot co dot uk, we"),
    ("to jane.doe@example.org", "to jane dot doe at example dot org"),
    ("GitHub/GitLab", "Git Hub Git Lab"),
    ("on 2018-04-06", "on April sixth, twenty eighteen"),
    ("1:20 P.M.", "one twenty p m"),
    ("at 16:00", "at sixteen hundred"),
    ("at 4:00, then", "at four o'clock, then"),
    ("$5M and $2bn", "five million dollars and two billion dollars"),
    ("~5 of them", "about five of them"),
    ("don`t", "don't"),
    ("Q&A", "Q and eh"),
    ("FYI, the DPA", "F Y I, the D P eh"),
    ("Psaki and Biden", "Sahkey and Biden"),
    ("the JCPOA, and", "the J C P O eh, and"),
    ("x² and 5 m³", "x squared and five cubic meters"),
    ("1 000 000 tons", "one million tons"),
    ("in the 2020s", "in the twenty twenties"),
    ("item #5", "item number five"),
    ("a 4 x 8 foot board", "a four by eight foot board"),
    ("C'mon -- it's fine", "C'mon — it's fine"),
    ("so- -", "so"),
    ("a.k.a. Joe", "eh k eh Joe"),
    ("w/o it", "without it"),
]
FIGURES = [
    ("a 5 km run of 1 km", "a five kilometer run of one kilometer"),
    ("at 10 m/s² or 60 fps", "at ten meters per second squared or sixty frames per second"),
    ("x = -3 and 10^6", "x equals minus three and ten to the power of six"),
    ("C$5m and ¥1,000", "five million Canadian dollars and one thousand yen"),
    ("£3 10s. 6d. in all", "three pounds ten shillings and six pence in all"),
    ("10-4, Tango 2-1", "ten four, Tango two one"),
    ("a Boeing 737-800", "a Boeing seven thirty-seven eight hundred"),
    ("Dial 911 now", "Dial nine one one now"),
    ("Open Mon-Fri now", "Open Monday to Friday now"),
    ("after Elizabeth I.", "after Elizabeth the first."),
    ("Give 5 mg IV now", "Give five milligrams I V now"),
    ("so CO2 and H2SO4 may", "so C O two and H two S O four may"),
    ("Python 3.11.4 and so", "Python three point eleven point four and so"),
    ("I miss you :-( but so <3", "I miss you but so"),
    ("the A-10 flew", "the eh ten flew"),
    ("it was 98° in the shade", "it was ninety-eight degrees in the shade"),
    ("a 50/50 split, 24/7", "a fifty fifty split, twenty-four seven"),
]
CASES = [*FIGURES, *MISREADINGS, *FRUS, *HEARINGS, *PLAYS, *AIR_TO_GROUND, *CAPTIONS]


@pytest.mark.parametrize(("printed", "words"), CASES)
def test_it_is_heard_as_a_person_would_say_it(normalizer: TextNormalizer, printed: str, words: str) -> None:
    assert heard(spelled(normalizer, printed)) == heard(words)


def test_there_are_two_hundred_cases_and_none_twice() -> None:
    printed = [case for case, _ in CASES]
    assert len(printed) >= 200
    assert len(set(printed)) == len(printed)


@pytest.mark.parametrize(("printed", "words"), CASES)
def test_plain_words_stay_plain(normalizer: TextNormalizer, printed: str, words: str) -> None:
    assert not re.search(r"[0-9$%/*_\\\[\]`]", words)
    assert heard(spelled(normalizer, words)) == heard(words)


@pytest.mark.parametrize("printed", [printed for printed, _ in CASES])
def test_each_spoken_word_leads_back_to_print(normalizer: TextNormalizer, printed: str) -> None:
    pieces = normalizer.pieces(printed)
    assert "".join(printed[piece.start : piece.end] for piece in pieces) == printed
    assert all(piece.why or piece.said == printed[piece.start : piece.end] for piece in pieces)
    utterance = Utterance(0, 0, "A", Kind.SPEECH, printed, 0, pieces, Pause.END)
    places = [utterance.printed_at(word.start()) for word in re.finditer(r"\S+", utterance.spoken)]
    assert all(printed[start:end].strip() for start, end in places)
    assert places == sorted(places)


def test_what_is_silent_is_told_with_its_rule(normalizer: TextNormalizer) -> None:
    silent = {printed: [piece.why for piece in normalizer.pieces(printed) if not piece.said] for printed in (
        "So [laughs] it is", "a *word*", "so\\ it", "(applause) Thanks",
    )}  # fmt: skip
    assert silent == {
        "So [laughs] it is": ["remarks"],
        "a *word*": ["emphasis", "emphasis"],
        "so\\ it": ["silent signs"],
        "(applause) Thanks": ["remarks"],
    }


@pytest.mark.parametrize("printed", ["We [ships] go", "The [Secretary] said", "(at sea)", "he [read] it"])
def test_words_that_were_supplied_are_said(normalizer: TextNormalizer, printed: str) -> None:
    assert spelled(normalizer, printed) == printed


@pytest.mark.parametrize("printed", ["I think-- no", "I think -- no", "I think—no", "I think . . . no", "I think...no"])
def test_an_interruption_is_a_pause(normalizer: TextNormalizer, printed: str) -> None:
    assert len(clauses(spelled(normalizer, printed))) == 2


NAMES = [
    # Names and words of the lexicon, and their sounds in English without stress.
    ("Adlai", "ædleɪ"), ("Mikoyan", "mɪkoʊjɑːn"), ("Dobrynin", "dəbɹiːnɪn"), ("Nitze", "nɪtsʌ"),
    ("Acheson", "ætʃɛsən"), ("Schlesinger", "ʃlɛsɪndʒɚ"), ("Salinger", "sælɪndʒɚ"), ("Yost", "joʊst"),
    ("Nguyen", "wɪn"), ("Giap", "zæp"), ("Thieu", "tiːuː"), ("Zhou", "dʒoʊ"), ("Quemoy", "kiːmɔɪ"),
    ("Xiaoping", "ʃaʊpɪŋ"), ("Hammarskjöld", "hæmɚʃoʊld"), ("Bouteflika", "buːɾəfliːkə"), ("Sadat", "sʌdɑːt"),
    ("Dubcek", "duːbtʃɛk"), ("Psaki", "sɑːki"), ("Decius", "diːʃəs"), ("Euripides", "juːɹɪpɪdiːz"),
    ("Sophocles", "sɑːfəkliːz"), ("coup", "kuː"), ("Coups", "kuːz"), ("régime", "ɹeɪʒiːm"), ("victuals", "vɪɾəlz"),
    ("boatswain", "boʊsən"), ("UNESCO", "juːnɛskoʊ"), ("HMMWV", "hʌmviː"), ("SACEUR", "sækɪɚ"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "sounds"), NAMES)
def test_names_have_their_sounds(normalizer: TextNormalizer, name: str, sounds: str) -> None:
    assert heard(f"so {name} may") != heard(f"so {spelled(normalizer, name)} may")
    assert heard(f"{spelled(normalizer, f'so {name} may')}") == f"soʊ{sounds}meɪ"
