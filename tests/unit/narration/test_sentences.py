"""Where sentences end."""

from __future__ import annotations

import pytest

from tui_reader.narration.sentences import LIMIT, sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "One. | Two! | Three? | Four",
        "He met Mr. Ball and Dr. E. Stevenson. | They spoke.",
        "Adlai E. Stevenson wrote it. | J. F. K. read it.",
        "At 4:15 p.m. | The meeting ended.",
        "The cat was well fed. | Anna left. | What's sup. | Anna asked. | It was the Fed. | Powell said so.",
        "Hey bro. | Nice car. | Give him a pat. | 3 men came. | I fed the cat. | No. 5 was locked. | I play Civ. | Go.",
        "Bell def. Ash, in U.S. Pat. 4,123,456, see Cat. No. 5. | So I'm def. | Anna's friend. | He saw Bro. John.",
        "See Reg. No. 5 and Fed. R. Civ. P. 12. | It holds.",
        "Go 2 blks. E on it, past Nr. Cambridge. | Turn at jct. 23.",
        "Private 1st Class E. Murphy left. | He is in class E. | Murphy is not.",
        "Eliz. dau. of Jno. Ash, bapt. 2 May 1699. | Read Jn. 3:16.",
        "At 11 a.m. EST it began. | At 4 p.m., it ended.",
        "The U.S. Government and the U.N. Secretariat agree.",
        "They came to the U.S. | They stayed.",
        "“Are you there?” | “Yes.” | (He left.) | Then it rang.",
        '"Really?" he asked.',
        "1. If they go, and",
        "iv. The fourth point. | It is short.",
        "See No. 5 and vol. XI, p. 3. | It is there.",
        "No. | We go.",
        "That is modern art. | I like it.",
        "It was 1962. | The world held its breath.",
        "Missiles, bombs, etc. | They left. | Support for attacks, etc., together.",
        "So do I. | He left.",
        "Am 3. Mai 1962 begann die 5. Sitzung im 2. Stock. | Er wohnt hier.",
        "Hauptstr. 12, Abs. 2 hat 5 Mio. Euro. | Es ist gut.",
        "Wir waren 12. | Dann kam er. | Es geschah 1962. | Bonn war still. | I am 12.",
        "I am 12. | Anna is 10. | Was it 5 mm. | Bolts are.",
        "MM. Durand et Mgr. Roux, Tél. 01. | La Sra. López, pág. 3.",
        "EE. UU. crece. | L'avv. Conti e il sig. Rossi. | Poi sig.",
        "See Matt. xxiii. 9 and Pub. L. No. 5, aet. 70, Bldg. E51, cts. 1.",
        "See Il. ix. 4, Romans vi. 23, Romans viii. 28, John i. 1 and chapter xi. 5. | So did he.",
        "Matthew xxiii. 9 is short. | I am using vi. | 20 years now. | Use vi. | 3 keys do.",
        "The gap is only 3 mm. | 2 workers measured it. | The net wt. 5 lb, or wt. 5. | The horn in mm. 3-5.",
        "The ring weighs 2 ct. | 3 people saw it. | He lives at 12 Oak Ct. | 3 dogs bark.",
        "He put it on his tab. | 20 dollars is not much. | She owns one prop. | 3 others are his.",
        "He ran to the int. | 5 minutes later he was back.",
        "We left at 4. | Minute by minute it grew dark. | I am 9. | Minute by minute. | They sold at 4. | Stock fell.",
        "Er traf in der 90. Minute. | Sie wohnt im 2. Stock.",
        "She was ill. | 9 came.",
        "Plan B. | The end. | About X, Y and Z. | You're right.",
        "He said . . . that it was. | Well... | No.",
        "On Nov. 9 and Jan. 5. | On Monday.",
        "Yes! | No!! | Yes?! | ...",
        "November 14. | (Kennedy Library, 11/11/62-11/15/62)",
        "There is e.g. Cuba, i.e. Havana, vs. Moscow.",
        "Er kam。 | Dann ging er。",
        "是的。|不。",
        "end.Next is no sentence, nor 3.5 nor example.com here.",
        '"Did you go?" John asked. | He did.',
        '"Stop!" cried the old man. | He ran.',
        "“Really?” Mrs. Bell said. | No.",
        "I saw Dr. No and Mr. What. | It was Mr. In.",
        "WHO SAW MR. LEE AND DR. MAY? | I DID.",
        "In Roe v. Wade the court ruled. | It did.",
        "See Ex. 4, cl. 3, in Apt. 4B, Ste. 300. | Go.",
        "Fr. Keane, Sr. Rosa, Mx. Ash and Cmdr. Bell are here.",
        "Juan Gomez Sr. is not. | He is.",
        "He lives on Oak Rd. near it. | We met.",
        "Take Vitamin C. | Take two a day.",
        "Ford Motor Co. President Smith spoke. | He left.",
        "Martin Luther King Jr. Day is Monday. | We rest.",
        "He (who?) is late. | He (!) Bob is.",
        "Gen. Mark Clark (ret.) spoke. | So did Lt. Col. (ret.) Bob Hall.",
        "He has a Ph.D. in law. | She has an M.D. degree.",
        "We took max. 10 and min. 5. | So it was.",
        "Rocky vs. The Champ. | We saw it.",
        "He left the room. | I stayed. | I like the plan. | I do.",
        "I love this app. | I use it. | He is a nice chap. | I'm sorry. | You know my ex. | I've met her.",
        "She was ill. | Mary came. | Wait a sec. | Bob is here. | In Springfield, Ill. Mary waited.",
        "They came on Mon. and Fri. Nov. 5. | He sat. | Mary came.",
        "In Boston, Mass. Governor Bell said so.",
        "See Fig. B and App. C. | Fine.",
        "I went to St. Louis. | Dr. Bell stayed.",
        "It is 5 p.m. Eastern. | So go.",
        "He is at 12 Oak Dr. | The house is red.",
        "He quoted 1 Cor. 13 and Gen. 3:16. | Amen.",
        "He said it was (see p. 5). | Then he left.",
        "Yes, etc. | Then he left.",
        "Bring pens, etc. to class. | Go.",
        "That is Plan B. | Mary agrees.",
        "The U.S. Senate met. | It was in the U.S. | Then it ended.",
        "Smith et al. (2020) found it. | It is so.",
        "He works for Acme Inc. | The firm is old.",
        "Warner Bros. Pictures made it. | Time Inc. Magazines too.",
        "I like art. | Five of us do.",
        "He lost his job at the co. | Then he left.",
        "J. R. R. Tolkien wrote it. | C. S. Lewis read it.",
        "We met Sgt. Pepper and Pfc. Jones of Co. B. | They left.",
        "Add 2 tbsp. oil and 1 tsp. salt. | Stir.",
        "The No. 1 team won. | No. | Not the No. 2.",
        "Hon. Sen. Bell of Ill. Rep. Hall spoke.",
        "Prof. A. B. Clark, Esq. attended. | All left.",
        "Is it so? | Yes! | “No!” | “Well?” | Then go.",
    ],
)
def test_a_sentence_ends_where_a_reader_would_say_so(text: str) -> None:
    wanted = [part.strip() for part in text.split("|")]
    if wanted[-1] == "...":
        wanted[-2:] = [" ".join(wanted[-2:])]
    assert split(text.replace("| ", "").replace("|", "")) == wanted


def test_a_text_without_words_has_no_sentence() -> None:
    assert split("") == split("  ") == split("* * *") == split("...") == []


def test_what_has_no_words_goes_with_the_sentence_before() -> None:
    assert split("One. * * * Two.") == ["One.", "* * * Two."]
    assert split("One. * * *") == ["One. * * *"]
    assert split("! ! Hello.") == ["! ! Hello."]


def test_a_long_sentence_is_cut_at_the_end_of_a_clause() -> None:
    clause = "and so it goes on for a good long while without any end in sight"
    text = ", ".join([clause] * 5) + "; " + ", ".join([clause] * 3)
    assert split(text) == [", ".join([clause] * 5) + ";", ", ".join([clause] * 3)]


def test_a_long_stretch_without_clauses_is_cut_at_blanks_and_then_anywhere() -> None:
    assert all(not word.strip("word") for part in split("word " * 300) for word in part.split())
    assert [len(part) for part in split("x" * 1000)] == [LIMIT, LIMIT, 1000 - 2 * LIMIT]


@pytest.mark.parametrize(
    "text", ["x" * 5000, "word " * 2000, "a. " * 3000, "...." * 900 + " x", "--" * 3000 + "x", "é\u0301" * 999]
)
def test_nothing_is_lost_and_nothing_is_longer_than_the_limit(text: str) -> None:
    found = sentences(text)
    assert all(0 < end - start <= LIMIT for start, end in found)
    ends = [0, *(end for _, end in found)]
    starts = [*(start for start, _ in found), len(text)]
    assert all(not text[end:start].strip() for end, start in zip(ends, starts, strict=True))
