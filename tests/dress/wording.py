"""What is said in the invented dialogues: sentences, directions and remarks in nine languages. Knows no print."""

from __future__ import annotations

from typing import NamedTuple


class Wording(NamedTuple):
    """The words of one language."""

    sentences: tuple[str, ...]
    short: tuple[str, ...]
    """Answers of a word or two."""
    quoting: tuple[str, ...]
    """Sentences with a colon, a quotation, an abbreviation, or a name in them."""
    directions: tuple[str, ...]
    """How something is said or done, without brackets."""
    titles: tuple[str, ...]
    headings: tuple[tuple[str, ...], ...]
    """Rows of headings that follow one another in one text."""
    blank: str = " "
    """What stands between sentences."""


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip().splitlines())


ENGLISH = Wording(
    _lines("""
        The boats came in late last night.
        Is there anything left for us to do?
        I walked along the river until it was dark, and then I turned back.
        Nobody asked me what I thought of it.
        We took the long road, the one over the hill, and it rained all day.
        My mother kept the accounts until the year of the flood.
        You can see the roof of the mill from the bridge.
        It was hard in winter, because the wheel froze and we had to break the ice.
        The committee met twice in March and once in April.
        Why did they sell it to a stranger?
        I do not believe a word of that letter.
        There is bread on the table and soup on the stove.
        What happened to the money that was in the box?
        He never came back, and his dog waited at the gate for weeks.
        That is exactly what I wanted to say.
        The price went up by five per cent in a single month.
        They showed us the plans, but the plans were ten years old.
        Could you repeat the question, please?
        We have a right to know what is in the water.
        The train is always late on Fridays.
        She keeps her books under the bed, where the damp cannot reach them.
        I was nine when the first car came through the village.
        Let me finish, and then you may ask whatever you like.
        Some of the stones are still there, under the grass.
        In those days we had no doctor within thirty miles.
        """),
    ("Yes.", "No.", "Never!", "Why?", "True.", "Not at all.", "I see.", "Thank you.", "Of course.", "Good morning."),
    _lines("""
        He told me: the mill is closed.
        There were three of them: a cook, a carter and a boy.
        “Come back at nine,” she said, and shut the door.
        The sign said: NO ENTRY.
        Mr. Garner wrote that the U.S. would not pay.
        One thing is certain: nobody will thank us.
        At 9:30 the bell rang, and at 9:45 the hall was empty.
        My father always said: "Count the sheep twice."
        The old road (the one by the church) is under water.
        It cost $2.50 a day -- or so they said.
        I asked Mrs. Pratt, who lives at No. 12, and she knew nothing.
        """),
    ("laughs", "sitting down", "in a low voice", "turning to the window",
     "walks to the window, looks out for a while and then draws the curtain"),
    ("A Talk on the Quay", "The Old Mill", "Hearing on the River", "Conversation in the Garden"),
    (("ACT I", "ACT II", "ACT III", "ACT IV"), ("SCENE I", "SCENE II", "SCENE III", "SCENE IV"),
     ("THE FIRST ACT", "THE SECOND ACT", "THE THIRD ACT"), ("PART ONE", "PART TWO", "PART THREE"),
     ("Chapter 1", "Chapter 2", "Chapter 3")),
)  # fmt: skip
GERMAN = Wording(
    _lines("""
        Die Boote kamen gestern Abend sehr spät zurück.
        Haben wir noch etwas zu tun?
        Ich ging am Fluss entlang, bis es dunkel war, und kehrte dann um.
        Niemand hat mich gefragt, was ich davon halte.
        Das Rad fror im Winter ein, und wir mussten das Eis mit den Händen brechen.
        Von der Brücke aus sieht man das Dach der Mühle.
        Warum haben sie es einem Fremden verkauft?
        Auf dem Tisch steht Brot, und die Suppe ist noch warm.
        Wir haben ein Recht darauf zu wissen, was im Wasser ist.
        Der Preis stieg in einem Monat um fünf Prozent.
        """),
    ("Ja.", "Nein.", "Niemals!", "Warum?", "Richtig.", "Vielen Dank.", "Guten Morgen."),
    _lines("""
        Er sagte mir: Die Mühle ist geschlossen.
        „Komm um neun wieder“, sagte sie und schloss die Tür.
        Eines ist sicher: Niemand wird uns danken.
        Es waren drei: ein Koch, ein Kutscher und ein Junge.
        """),
    ("lacht", "leise", "setzt sich", "geht zum Fenster, sieht lange hinaus und zieht dann den Vorhang zu"),
    ("Gespräch am Hafen", "Die alte Mühle"),
    (("ERSTER AKT", "ZWEITER AKT", "DRITTER AKT"), ("1. Szene", "2. Szene", "3. Szene")),
)
FRENCH = Wording(
    _lines("""
        Les bateaux sont rentrés très tard hier soir.
        Nous reste-t-il quelque chose à faire ?
        J'ai marché le long de la rivière jusqu'à la nuit, puis je suis revenu.
        Personne ne m'a demandé ce que j'en pensais.
        Du pont, on voit le toit du moulin.
        En hiver, la roue gelait et il fallait casser la glace à la main.
        Pourquoi l'ont-ils vendu à un étranger ?
        Il y a du pain sur la table et la soupe est encore chaude.
        Nous avons le droit de savoir ce qu'il y a dans l'eau.
        """),
    ("Oui.", "Non.", "Jamais !", "Pourquoi ?", "C'est vrai.", "Merci.", "Bonjour."),
    _lines("""
        Il m'a dit : le moulin est fermé.
        « Revenez à neuf heures », dit-elle en fermant la porte.
        Une chose est sûre : personne ne nous remerciera.
        """),
    ("en riant", "à voix basse", "s'asseyant", "va à la fenêtre, regarde longtemps dehors et tire le rideau"),
    ("Entretien sur le quai", "Le vieux moulin"),
    (("ACTE PREMIER", "ACTE II", "ACTE III"), ("SCÈNE PREMIÈRE", "SCÈNE II", "SCÈNE III")),
)
SPANISH = Wording(
    _lines("""
        Los barcos volvieron anoche muy tarde.
        ¿Nos queda algo por hacer?
        Caminé junto al río hasta que se hizo de noche y luego volví.
        Nadie me preguntó lo que pensaba.
        Desde el puente se ve el tejado del molino.
        En invierno se helaba la rueda y había que romper el hielo con las manos.
        ¿Por qué se lo vendieron a un desconocido?
        Hay pan en la mesa y la sopa todavía está caliente.
        """),
    ("Sí.", "No.", "¡Nunca!", "¿Por qué?", "Es verdad.", "Gracias.", "Buenos días."),
    _lines("""
        Me dijo: el molino está cerrado.
        —Vuelva a las nueve —dijo ella, y cerró la puerta.
        Una cosa es segura: nadie nos dará las gracias.
        """),
    ("riendo", "en voz baja", "sentándose", "va a la ventana, mira un rato y corre la cortina"),
    ("Conversación en el muelle", "El molino viejo"),
    (("ACTO PRIMERO", "ACTO SEGUNDO", "ACTO TERCERO"), ("ESCENA I", "ESCENA II", "ESCENA III")),
)
ITALIAN = Wording(
    _lines("""
        Le barche sono tornate tardi ieri sera.
        C'è ancora qualcosa da fare per noi?
        Ho camminato lungo il fiume fino a notte e poi sono tornato indietro.
        Nessuno mi ha chiesto che cosa ne pensassi.
        Dal ponte si vede il tetto del mulino.
        Perché lo hanno venduto a uno sconosciuto?
        C'è del pane sulla tavola e la minestra è ancora calda.
        """),
    ("Sì.", "No.", "Mai!", "Perché?", "È vero.", "Grazie.", "Buongiorno."),
    _lines("""
        Mi disse: il mulino è chiuso.
        «Torni alle nove», disse lei, e chiuse la porta.
        Una cosa è certa: nessuno ci ringrazierà.
        """),
    ("ridendo", "a bassa voce", "sedendosi", "va alla finestra, guarda a lungo fuori e tira la tenda"),
    ("Colloquio sul molo", "Il vecchio mulino"),
    (("ATTO PRIMO", "ATTO SECONDO", "ATTO TERZO"), ("SCENA I", "SCENA II", "SCENA III")),
)
RUSSIAN = Wording(
    _lines("""
        Лодки вернулись вчера вечером очень поздно.
        Нам ещё что-нибудь осталось сделать?
        Я шёл вдоль реки, пока не стемнело, а потом повернул назад.
        Никто меня не спросил, что я об этом думаю.
        С моста видна крыша мельницы.
        Зимой колесо замерзало, и мы ломали лёд руками.
        Почему они продали её чужому человеку?
        На столе хлеб, и суп ещё тёплый.
        """),
    ("Да.", "Нет.", "Никогда!", "Почему?", "Верно.", "Спасибо.", "Доброе утро."),
    _lines("""
        Он сказал мне: мельница закрыта.
        «Приходите в девять», — сказала она и закрыла дверь.
        Одно ясно: никто нам не скажет спасибо.
        """),
    ("смеётся", "тихо", "садится", "подходит к окну, долго смотрит на улицу и задёргивает занавеску"),
    ("Разговор на пристани", "Старая мельница"),
    (("ДЕЙСТВИЕ ПЕРВОЕ", "ДЕЙСТВИЕ ВТОРОЕ", "ДЕЙСТВИЕ ТРЕТЬЕ"),),
)
POLISH = Wording(
    _lines("""
        Łodzie wróciły wczoraj bardzo późno.
        Czy zostało nam jeszcze coś do zrobienia?
        Szedłem wzdłuż rzeki, aż zrobiło się ciemno, a potem zawróciłem.
        Nikt mnie nie zapytał, co o tym myślę.
        Z mostu widać dach młyna.
        Dlaczego sprzedali go obcemu człowiekowi?
        Na stole jest chleb, a zupa jest jeszcze ciepła.
        """),
    ("Tak.", "Nie.", "Nigdy!", "Dlaczego?", "To prawda.", "Dziękuję.", "Dzień dobry."),
    _lines("""
        Powiedział mi: młyn jest zamknięty.
        Jedno jest pewne: nikt nam nie podziękuje.
        """),
    ("śmieje się", "cicho", "siada", "podchodzi do okna, długo patrzy na ulicę i zasłania okno"),
    ("Rozmowa na nabrzeżu", "Stary młyn"),
    (("AKT PIERWSZY", "AKT DRUGI", "AKT TRZECI"), ("SCENA 1", "SCENA 2", "SCENA 3")),
)
JAPANESE = Wording(
    _lines("""
        昨日の夜、船が遅く帰ってきました。
        まだ何かすることがありますか。
        暗くなるまで川に沿って歩いて、それから戻りました。
        橋から水車小屋の屋根が見えます。
        どうして知らない人に売ってしまったのでしょうか。
        机の上にパンがあって、スープもまだ温かいですよ。
        """),
    ("はい。", "いいえ。", "そうですね。", "なぜですか。", "ありがとう。"),
    ("「九時に来てください」と言って、彼女は戸を閉めました。",),
    ("笑って", "小さな声で", "窓のほうへ歩いていって"),
    ("港での話", "古い水車小屋"),
    (("第一幕", "第二幕", "第三幕"),),
    blank="",
)
CHINESE = Wording(
    _lines("""
        昨天晚上，船回來得很晚。
        我們還有什麼事情可以做嗎？
        我沿著河一直走到天黑，然後才回頭。
        沒有人問過我對這件事的看法。
        從橋上可以看見磨坊的屋頂。
        他們為什麼把它賣給一個陌生人呢？
        桌子上有麵包，湯也還是熱的。
        """),
    ("是。", "不是。", "好的。", "為什麼？", "謝謝。"),
    ("她說「請九點再來」，然後就把門關上了。",),
    ("笑", "小聲地", "走到窗前看了很久"),
    ("碼頭上的談話", "老磨坊"),
    (("第一幕", "第二幕", "第三幕"),),
    blank="",
)

WORDINGS = {
    "en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH, "it": ITALIAN, "ru": RUSSIAN, "pl": POLISH,
    "ja": JAPANESE, "zh": CHINESE,
}  # fmt: skip
