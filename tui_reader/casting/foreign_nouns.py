"""Nouns of other languages than English that tell whether somebody is a man, a woman, a child, old, or several people.

Only data; `person_words` uses it.
"""

from __future__ import annotations

# fmt: off
FOREIGN_NOUNS = {
    "fr": {
        "male": """homme monsieur mari fils frère père oncle neveu cousin garçon valet serviteur roi prince duc comte
            marquis baron vicomte chevalier abbé curé grand-père veuf vieillard paysan amant amoureux domestique laquais
            berger maître roy écuyer policier ouvrier marchand""",
        "female": """femme dame fille mère sœur soeur tante nièce cousine servante suivante soubrette bonne nourrice
            reine princesse duchesse comtesse marquise baronne vicomtesse veuve grand-mère vieille paysanne amante
            amoureuse épouse gouvernante demoiselle confidente bergère maîtresse royne ouvrière marchande infirmière
            concierge fillette cuisinière""",
        "old": "vieillard vieille grand-père grand-mère",
        "child": "enfant garçonnet fillette gamin gamine bébé",
        "crowd": "tous toutes foule chœur choeur peuple voix ensemble soldats gens enfants femmes hommes",
    },
    "de": {
        "male": """mann herr ehemann sohn bruder vater onkel neffe vetter knabe junge bursche diener kammerdiener knecht
            könig prinz fürst herzog graf freiherr baron ritter großvater grossvater witwer greis bauer bürgermeister
            gatte bräutigam hauptmann kaufmann edelmann page wirt kellner lehrer schüler jüngling opa papa""",
        "female": """frau dame ehefrau tochter schwester mutter tante nichte base mädchen magd zofe kammerfrau
            kammerjungfer königin prinzessin fürstin herzogin gräfin freifrau baronin großmutter grossmutter witwe
            greisin bäuerin gattin braut amme jungfer jungfrau fräulein wirtin kellnerin lehrerin schülerin dienerin
            oma mama freundin nachbarin hexe nonne gouvernante äbtissin""",
        "old": "greis greisin großvater grossvater großmutter grossmutter oma opa",
        "child": "kind knabe mädchen junge bube bub säugling",
        "crowd": "alle beide chor menge volk stimmen soldaten leute kinder männer frauen bürger",
    },
    "es": {
        "male": """hombre señor marido esposo hijo hermano padre tío sobrino primo muchacho mozo criado lacayo rey
            príncipe duque conde marqués barón abuelo viudo anciano viejo galán caballero niño novio gracioso
            soldado vecino suegro cuñado yerno soltero convidado leñador pastor amo alcalde escudero ermitaño""",
        "female": """mujer señora esposa hija hermana madre tía sobrina prima muchacha moza criada reina princesa
            duquesa condesa marquesa baronesa abuela viuda anciana vieja dama doncella niña novia monja vecina suegra
            cuñada nuera soltera convidada mendiga ama pastora labradora gitana""",
        "old": "abuelo abuela anciano anciana viejo vieja",
        "child": "niño niña",
        "crowd": "todos todas coro multitud pueblo voces soldados gente niños mujeres hombres ambos",
    },
    "it": {
        "male": """uomo signore marito sposo figlio fratello padre zio nipotino cugino ragazzo servo servitore re
            principe duca conte marchese barone nonno vedovo vecchio cavaliere bambino fidanzato cameriere""",
        "female": """donna signora moglie sposa figlia sorella madre zia cugina ragazza serva cameriera regina
            principessa duchessa contessa marchesa baronessa nonna vedova vecchia dama bambina fidanzata monaca
            suora balia""",
        "old": "nonno nonna vecchio vecchia",
        "child": "bambino bambina fanciullo fanciulla",
        "crowd": "tutti tutte coro folla popolo voci soldati gente bambini donne uomini ambedue",
    },
    "nl": {
        "male": """man heer echtgenoot zoon broer broeder vader oom neef jongen knecht dienaar koning prins vorst hertog
            graaf baron ridder grootvader opa weduwnaar grijsaard boer burgemeester bruidegom minnaar bode vrijer""",
        "female": """vrouw dame echtgenote dochter zus zuster moeder tante nicht meisje meid dienstmeid dienares
            koningin prinses vorstin hertogin gravin barones
            grootmoeder oma weduwe boerin bruid minnares heks non kamenier
            dienstmaagd vriendin buurvrouw""",
        "old": "grijsaard grootvader grootmoeder opa oma",
        "child": "kind jongen meisje knaap",
        "crowd": "allen allebei koor menigte volk stemmen soldaten mannen vrouwen kinderen rey reien",
    },
    "sv": {
        "male": """man mannen herre herrn make son sonen bror brodern far fadern farfar morfar farbror morbror brorson
            pojke pojken gosse dräng drängen betjänt kung kungen prins hertig greve baron riddare änkling gubbe gubben
            bonde fästman brudgum älskare kusk konstapeln poliskonstapeln""",
        "female": """kvinna kvinnan fru frun fröken hustru dotter dottern syster systern mor modern mormor farmor faster
            moster flicka flickan piga pigan tjänarinna drottning drottningen prinsessa hertiginna grevinna friherrinna
            änka änkan gumma gumman fästmö brud älskarinna jungfrun husa husan amma barnmorska""",
        "old": "gubbe gubben gumma gumman farfar morfar mormor farmor",
        "child": "barn barnet pojke pojken gosse flicka flickan",
        "crowd": "alla båda kör kören folket röster soldater män kvinnor barnen",
    },
    "pl": {
        "male": """mężczyzna pan mąż syn brat ojciec wuj stryj bratanek siostrzeniec chłopiec chłopak sługa służący
            lokaj król książę hrabia baron rycerz dziadek dziad wdowiec starzec chłop gospodarz narzeczony kochanek
            amant porucznik kapitan żołnierz ksiądz kolega przyjaciel""",
        "female": """kobieta pani żona córka siostra matka ciotka bratanica siostrzenica dziewczyna dziewczynka służąca
            pokojówka królowa księżniczka księżna hrabina baronowa babka babcia wdowa staruszka gospodyni narzeczona
            kochanka guwernantka panna kucharka zakonnica przyjaciółka niania""",
        "old": "dziadek dziad starzec babka babcia staruszka",
        "child": "dziecko chłopiec dziewczynka",
        "crowd": "wszyscy wszystkie chór tłum lud głosy żołnierze ludzie dzieci goście",
    },
    "ru": {
        "male": """мужчина господин муж сын брат отец дядя племянник мальчик юноша слуга лакей камердинер царь король
            князь граф барон дед дедушка вдовец старик мужик крестьянин жених любовник солдат офицер купец помещик
            барин человек учитель приказчик""",
        "female": """женщина госпожа жена дочь сестра мать тётка тетка тётушка тетушка племянница девушка девочка девка
            служанка горничная царица королева княгиня княжна графиня баронесса бабка бабушка вдова старуха баба
            крестьянка невеста любовница барыня барышня няня нянька кухарка купчиха учительница помещица""",
        "old": "дед дедушка старик бабка бабушка старуха",
        "child": "ребёнок мальчик девочка",
        "crowd": "все оба хор толпа народ голоса солдаты люди дети гости крестьяне",
    },
    "cs": {
        "male": """muž pán pan manžel syn bratr otec táta strýc synovec hoch chlapec sluha král kníže hrabě baron rytíř
            děd děda dědeček vdovec stařec sedlák ženich milenec voják kovář myslivec učitel havíř soused mladík kněz
            statkář profesor""",
        "female": """žena paní manželka dcera sestra matka máma teta neteř dívka děvče služka služebná panská královna
            kněžna hraběnka baronka babička bába vdova stařena selka nevěsta milenka slečna cikánka sousedka učitelka
            kuchařka jeptiška matrona""",
        "old": "děd děda dědeček stařec babička bába stařena",
        "child": "dítě chlapec holčička chlapeček",
        "crowd": "všichni všechny oba sbor dav lid hlasy vojáci lidé děti hosté",
    },
}
ARTICLES = {
    "fr": {"male": "le un", "female": "la une", "crowd": "les"},
    "es": {"male": "el un", "female": "la una", "crowd": "los las"},
    "it": {"male": "il lo uno", "female": "la una", "crowd": "gli i"},
    "de": {"male": "der", "female": "eine", "crowd": ""},
}
"""Articles before a noun for a person, which tell the sex of it as its ending does."""
# fmt: on
