"""Names and tags (BCP 47) of languages."""

from __future__ import annotations

import re

from tui_reader.lazy_re import lazy_re

TAG = lazy_re(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8}){0,4}")
# fmt: off
_NAMES = {
    "af": "Afrikaans", "am": "Amharic", "ar": "Arabic", "az": "Azerbaijani", "ba": "Bashkir", "be": "Belarusian",
    "bg": "Bulgarian", "bn": "Bengali", "bo": "Tibetan", "br": "Breton", "bs": "Bosnian", "ca": "Catalan",
    "cs": "Czech", "cy": "Welsh", "da": "Danish", "de": "German", "el": "Greek", "en": "English", "eo": "Esperanto",
    "es": "Spanish", "et": "Estonian", "eu": "Basque", "fa": "Persian", "fi": "Finnish", "fo": "Faroese",
    "fr": "French", "fy": "Frisian", "ga": "Irish", "gd": "Gaelic", "gl": "Galician", "grc": "Ancient Greek",
    "gsw": "Alemannic", "gu": "Gujarati", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian",
    "hy": "Armenian", "id": "Indonesian", "is": "Icelandic", "it": "Italian", "ja": "Japanese", "ka": "Georgian",
    "kk": "Kazakh", "km": "Khmer", "kn": "Kannada", "ko": "Korean", "la": "Latin", "lb": "Luxembourgish", "lo": "Lao",
    "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian", "ml": "Malayalam", "mn": "Mongolian", "mr": "Marathi",
    "ms": "Malay", "mt": "Maltese", "my": "Burmese", "nb": "Norwegian Bokmål", "ne": "Nepali", "nl": "Dutch",
    "nn": "Norwegian Nynorsk", "no": "Norwegian", "pa": "Punjabi", "pl": "Polish", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "sa": "Sanskrit", "si": "Sinhala", "sk": "Slovak", "sl": "Slovenian",
    "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "te": "Telugu", "th": "Thai",
    "tl": "Tagalog", "tr": "Turkish", "tt": "Tatar", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese",
    "yi": "Yiddish", "zh": "Chinese",
}
_LONG = """alb:sq sqi:sq ara:ar arm:hy hye:hy bak:ba baq:eu eus:eu bul:bg cat:ca chi:zh zho:zh cmn:zh cym:cy wel:cy
    cze:cs ces:cs dan:da deu:de ger:de dut:nl nld:nl ell:el gre:el eng:en epo:eo est:et fin:fi fra:fr fre:fr geo:ka
    kat:ka gla:gd gle:ga glg:gl heb:he hin:hi hrv:hr hun:hu ice:is isl:is ind:id ita:it jpn:ja kor:ko lat:la lav:lv
    lit:lt mac:mk mkd:mk may:ms msa:ms nob:nb nno:nn nor:no per:fa fas:fa pol:pl por:pt ron:ro rum:ro rus:ru slk:sk
    slo:sk slv:sl spa:es srp:sr swe:sv tam:ta tat:tt tel:te tgl:tl tha:th tur:tr ukr:uk urd:ur vie:vi yid:yi iw:he
    in:id ji:yi"""
# fmt: on
_TAGS = {name.casefold(): tag for tag, name in _NAMES.items()} | {"mandarin": "zh", "castilian": "es", "farsi": "fa"}
_SHORT = dict(pair.split(":") for pair in _LONG.split())
_NEAR = ({"no", "nb", "nn", "da"}, {"hr", "sr", "bs", "sh"}, {"id", "ms"}, {"cs", "sk"}, {"el", "grc"})


def primary(tag: str) -> str:
    """The language of a tag without script and country: "de" for "de-AT"."""
    return tag.replace("_", "-").partition("-")[0].lower()


def is_language(tag: str) -> bool:
    """Whether a tag names a language that is known here: "fr" and "pt-BR" do, "en2" and "min" do not."""
    return bool(TAG.fullmatch(tag)) and primary(tag) in _NAMES


def near(one: str, other: str) -> bool:
    """Whether two tags are of one language, or of two so near that a voice of either reads both."""
    both = {primary(one), primary(other)}
    return len(both) == 1 or any(both <= family for family in _NEAR)


def language_name(tag: str) -> str:
    """The English name for people: "German"; the tag itself where no name is known."""
    return _NAMES.get(primary(tag), tag)


def to_tag(words: str) -> str:
    """The tag that a file means by "French", "fre", "fr_FR", "fr-FR" or "Latin, English"; empty for none."""
    words = re.split(r"[,;/]| and ", words, maxsplit=1)[0].strip()
    if words.casefold() in _TAGS:
        return _TAGS[words.casefold()]
    words = words.partition(" (")[0].partition(".")[0]
    if words.casefold() in _TAGS:
        return _TAGS[words.casefold()]
    if not TAG.fullmatch(words):
        return ""
    first, sign, rest = words.replace("_", "-").partition("-")
    first = _SHORT.get(first.lower(), first.lower())
    return "" if first in {"und", "mul", "zxx", "xx"} else first + sign + rest
