"""A few invented sentences in many languages, by the tag of the language."""

from __future__ import annotations

SENTENCES = {
    "en": "Well, I have seen him, and he would not come. What do you want us to do about it now?",
    "fr": "Bonsoir, monsieur. Je ne sais pas si elle est là, mais vous pouvez entrer. Nous sommes seuls.",
    "de": "Guten Abend! Ich weiß nicht, ob sie da ist, aber Sie können eintreten. Wir sind allein.",
    "es": "Buenas noches, señor. No sé si ella está aquí, pero usted puede entrar. Es de noche y estamos solos.",
    "it": "Buona sera, signore. Non so se è qui, ma lei può entrare. È notte e siamo soli con il nostro amico.",
    "pt": "Boa noite, senhor. Não sei se ela está aqui, mas você pode entrar. É noite e nós não temos medo.",
    "nl": "Ik weet niet of zij er is, maar u kunt binnenkomen. Wij zijn niet bang voor de wind.",
    "sv": "God kväll. Jag vet inte om hon är här, men ni kan komma in. Vi är inte rädda för vinden.",
    "da": "Jeg ved ikke, hvad hun vil, men De kan komme ind til mig. Det er nat, og der er meget at se efter.",
    "no": "Jeg vet ikke hva hun vil, men du kan komme inn til meg. Det er natt, og vi må se etter noe nå.",
    "fi": "Hyvää iltaa. Minä en tiedä, mitä hän sanoi, mutta voit tulla sisään. Nyt me olemme täällä, kun se on niin.",
    "pl": "Dobry wieczór. Nie wiem, czy ona tu jest, ale może pan wejść. Jest noc i już nie ma nic do powiedzenia.",
    "cs": "Dobrý večer. Nevím, jestli je tady, ale můžete vejít. Už není co říct, protože jsme se ještě ani neviděli.",
    "hu": "Jó estét. Nem tudom, hogy itt van-e, de maga bejöhet. Most már nem félek, ha te is itt vagy.",
    "ro": "Bună seara, domnule. Nu știu dacă este aici, dar puteți intra. Este noapte și nu mai avem ce să spunem.",
    "tr": "İyi akşamlar. Burada mı bilmiyorum ama girebilirsin. Gece oldu ve biz hiç korkmuyoruz, çünkü sen de varsın.",
    "la": "Salve. Nescio quid sit, sed tu mihi dic et ego tibi dicam. Nox est, nec quisquam in via est nisi ille.",
    "ru": "Добрый вечер. Я не знаю, где она, но вы можете войти. Уже ночь, и мне не страшно, если ты со мной.",
    "uk": "Добрий вечір. Я не знаю, де вона, але ви можете увійти. Вже ніч, і мені не страшно, якщо ти тут.",
    "el": "Καλησπέρα. Δεν ξέρω αν είναι εδώ, αλλά μπορείτε να μπείτε.",
    "he": "ערב טוב. אני לא יודע אם היא כאן, אבל אתה יכול לבוא. כבר לילה ואין לי מה לומר על זה.",
    "ar": "لا أعرف ما هذا يا سيدي، لكن هل أنت هنا مع الذي كان في البيت؟ نعم، أنا هنا، ثم ماذا بعد ذلك؟",
    "fa": "من نمی دانم که او کجا است، اما شما را با این کار چه؟ باید از این در به آن خانه برود.",
    "hi": "मैं नहीं जानता कि वह कहाँ है, लेकिन आप अंदर आ सकते हैं।",
    "th": "สวัสดีครับ ผมไม่รู้ว่าเธออยู่ที่ไหน",
    "zh": "晚上好。我不知道她在不在，请进来吧。",
    "ja": "今晩は。彼女がいるかどうか分かりませんが、入ってください。",
    "ko": "안녕하세요. 그녀가 여기 있는지 모르겠어요.",
}
