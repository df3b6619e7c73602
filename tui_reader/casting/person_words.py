"""The words that tell whether somebody is a man or a woman, a child, old, or several people: titles and nouns.

Titles of all languages hold in every document, nouns in documents of their language.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from tui_reader.casting.foreign_nouns import ARTICLES, FOREIGN_NOUNS
from tui_reader.named_tuple import NamedTuple

# fmt: off
_TITLES = {
    "male": """mr mister messrs sir lord king prince duke earl count baron marquis marquess viscount emperor tsar czar
        father brother friar pope cardinal canon abbot don dom master uncle grandfather grandpa congressman councilman
        assemblyman alderman policeman fireman patrolman airman seaman monsieur messieurs abbé frère père herr graf
        freiherr könig fürst prinz kaiser señor senor sr. sres. rey conde duque fray padre tío tio signor signore
        sig. fra
        conte duca zio frate monsignor monsignore senhor dhr. meneer""",
    "female": """mrs miss misses ms lady queen princess duchess countess baroness marchioness viscountess empress
        tsarina czarina mother sister nun abbess aunt auntie grandmother grandma granny mistress madam ma'am madame mme
        mme. mesdames mlle mlle. mademoiselle dame chairwoman congresswoman councilwoman assemblywoman alderwoman
        policewoman policelady spokeswoman widow frau fräulein fraulein gräfin königin fürstin prinzessin kaiserin
        señora senora sra. srta. señorita senorita reina condesa duquesa sor tía tia signora signorina sig.ra sig.na
        sig.rina donna doña dona regina contessa duchessa suora zia senhora mevrouw juffrouw mevr.""",
}
"""Words before a name, or alone: "Mrs. Alving", "The King". Those with a full stop are titles only with it."""

_ALONE = {
    "male": """dad daddy papa pa pop pops guy lad bloke chap fellow dude son butler valet page monk knight groom squire
        priest wizard warlock god satan bro pharaoh sultan""",
    "female": """mom mum mommy mummy mama mamma momma ma mam gal bride nan nana gran witch nurse sis missus""",
}
"""Nouns that are surnames too: they tell it as a whole label, behind "the" and the like, or in a description. So do the
nouns of other languages than English."""

_NOUNS = {
    "en": {
        "male": """male man gentleman gent husband stepfather stepson stepbrother stepdad godfather godson grandson
            grandfather grandpa granddad grandad grandpapa gramps father brother uncle nephew widower bachelor boyfriend
            boy schoolboy choirboy cowboy errand-boy bellboy busboy pageboy stableboy houseboy newsboy playboy lad
            manservant footman waiter doorman policeman fireman postman mailman milkman salesman barman
            cameraman anchorman spokesman serviceman gunman hitman conman businessman tradesman craftsman workman
            fisherman huntsman horseman boatman ferryman watchman nightwatchman swordsman nobleman clergyman churchman
            countryman townsman kinsman madman henchman hangman foreman alderman councilman congressman assemblyman
            statesman stuntman frontman handyman repairman garbageman weatherman newsman deliveryman taximan cabman
            coachman oarsman boatswain patrolman airman seaman crewman midshipman infantryman rifleman englishman
            irishman frenchman scotsman welshman dutchman yachtsman sportsman batsman juryman landlord merman
            superman caveman snowman fiancé beau suitor bridegroom altar-boy stepuncle sheik""",
        "female": """female woman gentlewoman lady landlady wife housewife stepmother stepdaughter stepsister stepmom
            godmother goddaughter granddaughter grandmother grandma grandmama granny mother sister daughter aunt auntie
            aunty niece widow spinster girlfriend girl schoolgirl showgirl callgirl cowgirl maiden lass lassie
            waitress actress hostess stewardess governess princess duchess countess baroness goddess priestess empress
            abbess prioress heiress mistress seamstress sorceress enchantress murderess huntress poetess shepherdess
            giantess songstress temptress proprietress manageress postmistress schoolmistress headmistress patroness
            deaconess authoress villainess adventuress laundress charwoman chambermaid housemaid parlourmaid parlormaid
            barmaid bridesmaid milkmaid dairymaid maidservant handmaid nursemaid maid nun midwife fishwife heroine
            ballerina diva matron bride fiancée dowager nanny mum mom mermaid schoolma'am saleslady cleaning-lady
            washerwoman comedienne masseuse chanteuse soubrette tsarina danseuse""",
        "old": """grandfather grandpa granddad grandad gramps grandmother grandma granny gran nan nana crone
            great-grandmother great-grandfather pensioner dotard""",
        "child": """child boy girl kid baby toddler infant schoolboy schoolgirl choirboy orphan pageboy altar-boy
            children kids boys girls babies""",
        "crowd": """crowd all both chorus choir audience voices everybody everyone mob people townspeople townsfolk
            villagers citizens soldiers guests students pupils class congregation jury ensemble others rest together
            unison men women boys girls children kids ladies gentlemen gentlewomen sailors guards servants lords
            senators members speakers reporters several many multiple commons company cast group singers workers
            peasants witches spirits fairies ghosts murderers conspirators attendants messengers players passengers
            demonstrators protesters fans spectators onlookers relatives neighbors neighbours populace throng""",
        "male plural": "men boys gentlemen lads sailors lords husbands brothers sons",
        "female plural": "women girls ladies gentlewomen maids nuns witches wives sisters daughters",
    },
}
_ORDINARY = """the a an his her their its our my your first second third fourth fifth sixth 1st 2nd 3rd another
    other one two three unidentified unknown unnamed unseen target same older elder younger eldest youngest young old
    elderly aged little poor rich fat thin tall short big small blind deaf mad drunken sick dying dead good wise black
    white
    le la les un une l el los las il lo gli der die das ein eine erste erster zweite zweiter dritte dritter alte alter
    junge junger vieux vieille jeune premier première deuxième second seconde primer primero primera segundo segunda
    primo prima secondo seconda vecchio vecchia giovane viejo vieja joven petit petite kleine kleiner piccolo piccola
    """
ORDINARY = frozenset(_ORDINARY.split())
"""Words that may come before a title or a noun: "THE KING", "SECOND LADY"."""
_OLD = "old elderly aged ancient vieux vieille alte alter viejo vieja vecchio vecchia"
OLD = frozenset(_OLD.split())
_YOUNG = "little small petit petite kleine kleiner"
YOUNG = frozenset(_YOUNG.split())
_NOT_OLD = """friend friends pal flame school schoolfellow schoolmate acquaintance pupil classmate comrade
    family boyfriend girlfriend lover sweetheart colleague enemy rival world bailey bill nick vic faithful"""
NOT_OLD = frozenset(_NOT_OLD.split())
"""What follows "old" where nobody is old: an old friend."""
_NEUTRAL = """rev reverend hon honorable honourable right dr doctor doktor docteur prof professor sen senator
    rep representative gen general col colonel capt captain maj major lt lieutenant sgt sergeant cpl adm admiral gov
    governor amb ambassador judge justice president minister secretary mayor chancellor vice deputy acting
    former chief inspector detective officer agent bishop archbishop saint st santa mx"""
NEUTRAL = frozenset(_NEUTRAL.split())
"""Titles that tell no sex, before a name or another title."""
_NO_NAMES = """porter thane baker butler carter cooper mason page hunter sheriff marshal deacon major royal forest river
    star chance clerk sailor miller potter shepherd smith tanner taylor weaver parker ranger squire bishop pilot justice
    constable herald reeve sage scout soldier trainer worker"""
NO_NAMES = frozenset(_NO_NAMES.split())
"""First names that, as a whole label, are as well a trade or a thing."""
_VOICE = "voice speaker voix stimme voz voce"
VOICE = frozenset(_VOICE.split())
_EACH_OF_SEVERAL = "all both several many tous toutes alle beide todos todas ambos tutti tutte"
EACH_OF_SEVERAL = frozenset(_EACH_OF_SEVERAL.split())
_NARRATORS = """narrator narration narrating narr erzähler erzählerin narrateur narratrice narrador narradora
    narratore narratrice verteller рассказчик voice-over voiceover"""
NARRATORS = frozenset(_NARRATORS.split())
# fmt: on


class Words(NamedTuple):
    """The words of some languages; each dictionary tells the sex of a word."""

    titles: Mapping[str, str]
    nouns: Mapping[str, str]
    """Nouns that are nobody's name."""
    alone: Mapping[str, str]
    articles: Mapping[str, str]
    """What an article tells: a sex, or "crowd"."""
    old: frozenset[str]
    child: frozenset[str]
    crowd: frozenset[str]


@lru_cache(maxsize=8)
def words_of(language: str) -> Words:
    """The words that hold in documents of a language (BCP 47); where it is empty, of those that have articles."""
    primary = language.casefold().partition("-")[0]
    others = [name for name in FOREIGN_NOUNS if name in ((primary,) if primary else ARTICLES)]
    articles: dict[str, str] = {}
    for name in others:
        for article, told in _told(ARTICLES.get(name, {})).items():
            articles[article] = told if articles.get(article, told) == told else ""
    foreign = {word: told for name in others for word, told in _told(FOREIGN_NOUNS[name], "male", "female").items()}
    tables = [_NOUNS["en"], *(FOREIGN_NOUNS[name] for name in others)]
    return Words(
        _told(_TITLES) | ({"m.": "male"} if "fr" in others else {}),
        _told(_NOUNS["en"], "male", "female"),
        foreign | _told(_ALONE),
        articles,
        *(frozenset(word for table in tables for word in table[key].split()) for key in ("old", "child", "crowd")),
    )


def _told(table: Mapping[str, str], *keys: str) -> dict[str, str]:
    return {word: key for key, words in table.items() if not keys or key in keys for word in words.split()}


PLURALS: Mapping[str, str] = {word: sex for sex in ("male", "female") for word in _NOUNS["en"][f"{sex} plural"].split()}
