"""Records of parliaments and councils in several languages: titles, offices, parties and constituencies in labels."""

from __future__ import annotations

import pytest

from tui_reader.formats.transcript import parse


def labels(text: str) -> list[str]:
    return [turn.label.text for turn in parse(text, "record.txt", "0" * 64).turns]


RECORDS = {
    "Spain": (
        """La señora PRESIDENTA: Buenos días, señorías. Se abre la sesión.

El señor FERRÁN LOSADA: Gracias, presidenta.

El señor MINISTRO DE CULTURA (Iriarte Soto): Señoría, los datos dicen otra cosa.

La señora PRESIDENTA: Gracias, ministro.

La señora VIDAL ROCA: Gracias, señora presidenta. Mi grupo votará a favor.

La señora PRESIDENTA: Silencio, por favor.
""",
        [
            "La señora PRESIDENTA", "El señor FERRÁN LOSADA", "El señor MINISTRO DE CULTURA (Iriarte Soto)",
            "La señora PRESIDENTA", "La señora VIDAL ROCA", "La señora PRESIDENTA",
        ],
    ),
    "France": (
        """M. le président. La séance est ouverte.

Mme Claire Aubry. Monsieur le Premier ministre, les hôpitaux ferment leurs lits.

M. Hugo Vasseur. Rien !

M. le président. Seule Mme Aubry a la parole.

M. Alain Perrot, ministre de la santé et de la mer, chargé des ports et des îles. Nous avons ouvert trois mille lits.

Mme Claire Aubry. C'est faux ! Vous le savez.

M. Hugo Vasseur. Je vous remercie, monsieur le président.
""",
        [
            "M. le président", "Mme Claire Aubry", "M. Hugo Vasseur", "M. le président",
            "M. Alain Perrot, ministre de la santé et de la mer, chargé des ports et des îles",
            "Mme Claire Aubry", "M. Hugo Vasseur",
        ],
    ),
    "the Netherlands": (
        """De voorzitter:
Het woord is aan de heer De Wit.

De heer De Wit (SP):
De wachtlijsten worden langer. Wat doet de minister daaraan?

Mevrouw Van den Berg (CDA):
Mag ik interrumperen?

De voorzitter:
Kort, mevrouw Van den Berg.

De heer De Wit (SP):
Jazeker: de winstbelasting.

De voorzitter:
Dank u wel.
""",
        [
            "De voorzitter", "De heer De Wit (SP)", "Mevrouw Van den Berg (CDA)", "De voorzitter",
            "De heer De Wit (SP)", "De voorzitter",
        ],
    ),
    "Brazil": (
        """O SR. PRESIDENTE (Marcos Teles. Bloco/PSL - MG) - Declaro aberta a sessão.
A SRA. LÚCIA PRATES (PT - BA. Pela ordem.) - Sr. Presidente, peço a palavra para tratar da saúde.
O SR. PRESIDENTE (Marcos Teles. Bloco/PSL - MG) - Tem V.Exa. a palavra por 3 minutos.
A SRA. LÚCIA PRATES (PT - BA) - Pois não, Deputado.
O SR. PRESIDENTE (Marcos Teles. Bloco/PSL - MG) - Está encerrada a sessão.
""",
        [
            "O SR. PRESIDENTE (Marcos Teles. Bloco/PSL - MG)", "A SRA. LÚCIA PRATES (PT - BA. Pela ordem.)",
            "O SR. PRESIDENTE (Marcos Teles. Bloco/PSL - MG)", "A SRA. LÚCIA PRATES (PT - BA)",
            "O SR. PRESIDENTE (Marcos Teles. Bloco/PSL - MG)",
        ],
    ),
    "Korea": (
        """○위원장 김영수   의석을 정돈하여 주시기 바랍니다.
○이민정 위원   도로 정비 예산이 왜 줄었습니까?
○건설과장 박철호   국비가 감소하였습니다.
○이민정 위원   대책이 있습니까?
○위원장 김영수   산회를 선포합니다.
""",
        ["위원장 김영수", "이민정 위원", "건설과장 박철호", "이민정 위원", "위원장 김영수"],
    ),
    "New Zealand": (
        """Mr SPEAKER: Members, please be seated.

Hon MERE TAMATI (Minister of Health): I have seen a range of reports.

Dr Alan Reid: Does she accept that waiting times have grown?

Hon MERE TAMATI: I do not accept the figures.

Rt Hon JOHN ELLIS (Prime Minister): I raise a point of order.

Mr SPEAKER: I will hear it.
""",
        [
            "Mr SPEAKER", "Hon MERE TAMATI (Minister of Health)", "Dr Alan Reid", "Hon MERE TAMATI",
            "Rt Hon JOHN ELLIS (Prime Minister)", "Mr SPEAKER",
        ],
    ),
    "Austria": (
        """Präsident Mag. Karl Huber: Zu Wort gemeldet ist Frau Abgeordnete Lechner.

Abgeordnete Mag. Eva Lechner (SPÖ): Herr Präsident! Wir reden heute über die Pflege.

Bundesminister für Soziales Dr. Paul Weiss: Hohes Haus! Ich darf kurz antworten.

Präsident Mag. Karl Huber: Bitte.

Abgeordnete Mag. Eva Lechner (SPÖ): Ich danke.
""",
        [
            "Präsident Mag. Karl Huber", "Abgeordnete Mag. Eva Lechner (SPÖ)",
            "Bundesminister für Soziales Dr. Paul Weiss", "Präsident Mag. Karl Huber",
            "Abgeordnete Mag. Eva Lechner (SPÖ)",
        ],
    ),
    "Sweden": (
        """Anf. 1 ANNA BERG (S):
Herr talman! Vi har en lång kö till vården.

Anf. 2 Statsrådet KARL HOLM (M):
Herr talman! Regeringen har satsat en miljard.

Anf. 3 ANNA BERG (S):
Herr talman! Det räcker inte.

Anf. 4 TREDJE VICE TALMANNEN:
Överläggningen är härmed avslutad.
""",
        ["ANNA BERG (S)", "Statsrådet KARL HOLM (M)", "ANNA BERG (S)", "TREDJE VICE TALMANNEN"],
    ),
    "Russia": (
        """Председательствующий. Уважаемые коллеги, прошу садиться.

Иванов И. И., фракция "Вода". Уважаемый председатель, очереди растут.

Председательствующий. Спасибо. Слово министру.

Петров П. П., министр здравоохранения. Мы выделили миллиард.

Иванов И. И. Этого мало.

Председательствующий. Обсуждение закончено.
""",
        [
            "Председательствующий", "Иванов И. И.", "Председательствующий", "Петров П. П.", "Иванов И. И.",
            "Председательствующий",
        ],
    ),
    "Kenya": (
        """The Speaker (Hon. Watu): Order, Members.

Hon. Otieno Kato (Mbita, ODM): On a point of order, Hon. Speaker.

Hon. Speaker: What is out of order?

(Laughter)

Hon. Otieno Kato (Mbita, ODM): The queues are out of order.

Hon. Speaker: Proceed.
""",
        [
            "The Speaker (Hon. Watu)", "Hon. Otieno Kato (Mbita, ODM)", "Hon. Speaker",
            "Hon. Otieno Kato (Mbita, ODM)", "Hon. Speaker",
        ],
    ),
    "a briefing of two questions": (
        """MR. HALE:  Good afternoon.  Questions?

Q    Mike, is there a deal?

MR. HALE:  Not yet.

Q    When will there be one?

MR. HALE:  Soon, I hope.
""",
        ["MR. HALE", "Q", "MR. HALE", "Q", "MR. HALE"],
    ),
    "Norway, initials": (
        """J. HOLM. Good morning, everybody.

A. BERG. Good morning. Is the report ready?

J. HOLM. It is. The figures are better than last year.

M. DAHL. By how much?

A. BERG. Then let us print it.
""",
        ["J. HOLM", "A. BERG", "J. HOLM", "M. DAHL", "A. BERG"],
    ),
    "Kenya, titles in brackets": (
        """The Speaker (Hon. Lunde): Order, Members.

Hon. (Ms.) Wanja (Homa County): Thank you. I beg to ask the Question.

Hon. (Dr.) Nyoro (Seme): The answer is not ready.

The Speaker (Hon. Lunde): When will it be?

Hon. (Dr.) Nyoro (Seme): In two weeks.

Hon. (Prof.) (Ms.) Kamau: I have a point of order.
""",
        [
            "The Speaker (Hon. Lunde)", "Hon. (Ms.) Wanja (Homa County)", "Hon. (Dr.) Nyoro (Seme)",
            "The Speaker (Hon. Lunde)", "Hon. (Dr.) Nyoro (Seme)", "Hon. (Prof.) (Ms.) Kamau",
        ],
    ),
    "New Zealand, what ministers are asked": (
        """1. Dr REED to the Minister of Health: How many are on the list?

Hon PETE HOLM (Minister of Health): Four thousand.

Dr REED: Does he stand by that?

Hon PETE HOLM: Yes.

2. ANNA LEE (Deputy Leader) to the Minister of Health: Will it grow?

Hon PETE HOLM: No.
""",
        [
            "Dr REED", "Hon PETE HOLM (Minister of Health)", "Dr REED", "Hon PETE HOLM", "ANNA LEE (Deputy Leader)",
            "Hon PETE HOLM",
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("country", RECORDS)
def test_each_member_has_his_words(country: str) -> None:
    text, who = RECORDS[country]
    assert labels(text) == who


def test_a_member_is_one_person_with_and_without_titles_in_brackets() -> None:
    text = "Hon. (Ms.) Wanja (Homa): Yes.\n\nHon. Nyoro: Why?\n\nHon. Wanja: I said so.\n\nHon. (Dr.) Nyoro: No more."
    document = parse(text, "record.txt", "0" * 64)
    assert [turn.speaker for turn in document.turns[:2]] == [turn.speaker for turn in document.turns[2:]]


MINUTES = {
    "an agenda in capitals": """CALL TO ORDER: Mayor Dunn called the meeting to order at 7:00 p.m.

ROLL CALL: Present: Council Members Ames, Brook, Cole. Absent: Dale.

APPROVAL OF AGENDA: Motion by Ames, second by Brook. Motion carried.

PUBLIC COMMENT: None.

NEW BUSINESS: Park hours. Discussion followed.

ADJOURNMENT: The meeting adjourned at 7:45 p.m.
""",
    "a numbered list": """Present: Ames, Brook, Cole

1. Minutes: The minutes of the last meeting were approved.
2. Finance: The accounts were noted.
3. Planning: No objections were raised.
4. Date of next meeting: 4 July.
""",
}


@pytest.mark.parametrize("print_", MINUTES)
def test_items_of_minutes_say_nothing(print_: str) -> None:
    assert labels(MINUTES[print_]) == []
