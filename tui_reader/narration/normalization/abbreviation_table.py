"""What short forms with a stop stand for. Only data; `abbreviations` uses it."""

from __future__ import annotations

TITLES = {
    "Mr": "Mister", "Mrs": "Missus", "Ms": "Miz", "Mx": "Mix", "Messrs": "Messers", "Dr": "Doctor", "Prof": "Professor",
    "St": "Saint", "Ste": "Sainte", "Hon": "Honorable", "Rev": "Reverend", "Revd": "Reverend", "Pres": "President",
    "Sec": "Secretary", "Secy": "Secretary", "Amb": "Ambassador", "Gov": "Governor", "Sen": "Senator",
    "Rep": "Representative", "Gen": "General", "Lt": "Lieutenant", "Col": "Colonel", "Maj": "Major",
    "Brig": "Brigadier", "Capt": "Captain", "Cpt": "Captain", "Cdr": "Commander", "Comdr": "Commander",
    "Cmdr": "Commander", "Adm": "Admiral", "Ens": "Ensign", "Sgt": "Sergeant", "Cpl": "Corporal", "Pvt": "Private",
    "Insp": "Inspector", "Det": "Detective", "Asst": "Assistant", "Dep": "Deputy", "Dir": "Director", "Mt": "Mount",
    "Mts": "Mountains", "Ft": "Fort", "Pt": "Point", "Pfc": "Private First Class", "Gens": "Generals",
    "Drs": "Doctors", "Profs": "Professors", "Sens": "Senators", "Reps": "Representatives", "Atty": "Attorney",
    "Supt": "Superintendent", "Msgr": "Monsignor", "Mme": "Madam", "Mlle": "Mademoiselle", "Chmn": "Chairman",
    "Fr": "Father", "Sr": "Sister", "Br": "Brother", "Cllr": "Councillor", "Dcn": "Deacon", "Abp": "Archbishop",
    "Bp": "Bishop",
    "Bro": "Brother", "Nr": "Near", "Sq": "Square", "SSgt": "Staff Sergeant", "TSgt": "Technical Sergeant",
    "MSgt": "Master Sergeant", "Sts": "Saints", "Rt": "Right",
}  # fmt: skip
"""Before a name."""
WITHOUT_STOP = (
    "Ms", "Mx", "Messrs", "Prof", "Hon", "Rev", "Revd", "Amb", "Gov", "Sen", "Rep", "Gen", "Lt", "Col", "Maj", "Brig",
    "Capt", "Cpt", "Cdr", "Comdr", "Cmdr", "Adm", "Sgt", "Cpl", "Pvt", "Insp", "Mt", "Ft", "Pfc", "Gens", "Sens",
    "Reps", "Supt", "Msgr", "Mme", "Mlle", "Cllr",
)  # fmt: skip
"""Titles that are also printed without a stop, and that an engine says wrongly then."""
RANKS = (
    "Gen", "Lt", "Col", "Maj", "Brig", "Capt", "Cdr", "Comdr", "Cmdr", "Adm", "Sgt", "Cpl", "Pvt", "Gov", "Sen", "Supt",
    "Pres", "SSgt", "TSgt", "MSgt", "Abp", "Bp",
)  # fmt: skip
"""Titles that stand for a person without the name: "a Lt. Cmdr. in the Navy"."""
NUMBERED = {
    "vol": "volume", "vols": "volumes", "suppl": "supplement", "p": "page", "pp": "pages", "ch": "chapter",
    "chs": "chapters",
    "chap": "chapter", "chaps": "chapters", "sec": "section", "secs": "sections", "sect": "section",
    "subsec": "subsection", "para": "paragraph", "paras": "paragraphs", "par": "paragraph", "art": "article",
    "arts": "articles", "fig": "figure", "figs": "figures", "doc": "document", "docs": "documents", "tel": "telegram",
    "telegr": "telegram", "app": "appendix", "ca": "about", "circ": "about", "approx": "about", "ex": "exhibit",
    "exs": "exhibits", "exh": "exhibit", "cl": "clause", "cls": "clauses", "sched": "schedule", "apt": "apartment",
    "apts": "apartments", "ste": "suite", "rm": "room", "rms": "rooms", "ext": "extension", "rte": "route",
    "hwy": "highway", "max": "maximum", "min": "minimum", "eq": "equation", "eqs": "equations", "eqn": "equation",
    "op": "opus", "bk": "book", "bks": "books", "bldg": "building", "flt": "flight", "pt": "part", "pts": "parts",
    "pl": "plate", "pls": "plates", "tab": "table", "ser": "series", "reg": "regulation", "regs": "regulations",
    "tit": "title", "thm": "theorem", "def": "definition", "prop": "proposition", "sc": "scene", "ll": "lines",
    "ln": "line", "vv": "verses", "nn": "notes", "mvt": "movement", "ed": "edition", "amend": "amendment",
    "est": "estimated", "avg": "average", "wt": "weight", "ht": "height", "temp": "temperature", "pop": "population",
    "cap": "chapter", "col": "column", "cols": "columns", "stat": "statutes", "div": "division", "dist": "district",
    "qtr": "quarter", "wk": "week", "fn": "footnote", "fns": "footnotes", "res": "resolution", "ver": "version",
    "vers": "version", "ph": "phase", "ref": "reference", "refs": "references", "pg": "page", "pgs": "pages",
    "jct": "junction", "lat": "latitude", "lon": "longitude", "pat": "patent", "acct": "account",
    "aet": "aged", "aetat": "aged", "n": "note", "ct": "count", "cts": "counts",
    "plat": "platform", "plats": "platforms",
}  # fmt: skip
"""Before a number, with a small or a capital letter."""
LETTERED = (
    "vol",
    "suppl",
    "ex",
    "exs",
    "exh",
    "fig",
    "figs",
    "app",
    "apt",
    "sched",
    "bldg",
    "pt",
    "sec",
    "cl",
    "ste",
    "rm",
)
"""Of those, what a single capital may follow: Ex. A."""
ANYWHERE = {
    "e.g": "for example", "i.e": "that is", "viz": "namely", "cf": "compare", "vs": "versus", "q.v": "which see",
    "N.B": "note well", "n.b": "note well", "op. cit": "work cited", "loc. cit": "place cited",
    "Dept": "Department", "dept": "department", "Depts": "Departments", "depts": "departments",
    "Govt": "Government", "govt": "government", "Corp": "Corporation", "co": "company",
    "Hosp": "Hospital", "Dist": "District", "dist": "district", "Emer": "Emeritus", "tsp": "teaspoon",
    "tbsp": "tablespoon",
    "Inc": "Incorporated", "Co": "Company",
    "Cos": "Companies", "Bros": "Brothers", "Mfg": "Manufacturing", "Mgr": "Manager", "Mgmt": "Management",
    "&c": "et cetera", "cp": "compare", "et seq": "and following", "ff": "and following", "Esq": "Esquire",
    "Ret": "Retired", "ret": "retired", "Introd": "Introduction", "Intl": "International", "Natl": "National",
    "Comm": "Committee", "Cong": "Congress", "Sess": "Session", "Tues": "Tuesday", "Thurs": "Thursday",
    "Ltd": "Limited", "Jr": "Junior", "Sr": "Senior", "Univ": "University", "Assn": "Association",
    "Assoc": "Associates", "Ave": "Avenue", "Blvd": "Boulevard", "Rd": "Road", "Pkwy": "Parkway", "Bldg": "Building",
    "et al": "and others", "ibid": "ibidem", "Ibid": "Ibidem", "Approx": "About", "approx": "about",
    "Enc": "Enclosure", "Encl": "Enclosure", "misc": "miscellaneous", "incl": "including", "excl": "excluding",
    "esp": "especially", "avg": "average", "hist": "history", "fem": "feminine", "masc": "masculine",
    "memcon": "memorandum of conversation", "Memcon": "Memorandum of conversation",
    "telcon": "telephone conversation", "Telcon": "Telephone conversation", "attn": "attention", "Attn": "Attention",
    "Abn": "Airborne", "Armd": "Armored", "Inf": "Infantry", "Cav": "Cavalry", "Regt": "Regiment",
    "Regts": "Regiments", "Bn": "Battalion", "Bns": "Battalions", "Bde": "Brigade", "Div": "Division",
    "Divs": "Divisions", "acct": "account", "Acct": "Account", "accts": "accounts", "opp": "opposite", "shs": "shares",
    "Amdt": "Amendment", "Amdts": "Amendments", "plf": "plaintiff", "plfs": "plaintiffs",
    "Recd": "Received", "recd": "received", "dyn": "dynasty",
    "Fed": "Federal", "Civ": "Civil", "Crim": "Criminal", "p.a": "per annum", "def": "defeated",
}  # fmt: skip
ALSO_WITHOUT_STOP = ("vs", "Dept", "dept", "Depts", "Govt", "govt", "Jr", "Sr", "Blvd", "Pkwy", "Assn", "Natl", "esp")
"""Of those, what is also printed without a stop."""
CONTRACTED = {
    "gov't": "government", "int'l": "international", "nat'l": "national", "ass'n": "association", "sec'y": "secretary",
    "dep't": "department", "comm'n": "commission", "cont'd": "continued", "rec'd": "received", "ret'd": "returned",
    "gen'l": "general", "sup't": "superintendent", "pres't": "president", "chm'n": "chairman", "eng'r": "engineer",
    "ad's": "ads",
}  # fmt: skip
"""With an apostrophe for what is left out."""
BOOKS = {
    "Gen": "Genesis", "Exod": "Exodus", "Ex": "Exodus", "Lev": "Leviticus", "Num": "Numbers", "Deut": "Deuteronomy",
    "Josh": "Joshua", "Judg": "Judges", "Sam": "Samuel", "Kgs": "Kings", "Chr": "Chronicles", "Chron": "Chronicles",
    "Neh": "Nehemiah", "Ps": "Psalm", "Pss": "Psalms", "Prov": "Proverbs", "Eccl": "Ecclesiastes", "Isa": "Isaiah",
    "Jer": "Jeremiah", "Lam": "Lamentations", "Ezek": "Ezekiel", "Dan": "Daniel", "Hos": "Hosea", "Mic": "Micah",
    "Hab": "Habakkuk", "Zech": "Zechariah", "Mal": "Malachi", "Matt": "Matthew", "Mt": "Matthew", "Mk": "Mark",
    "Lk": "Luke", "Jn": "John", "Rom": "Romans", "Cor": "Corinthians", "Gal": "Galatians", "Eph": "Ephesians",
    "Phil": "Philippians", "Col": "Colossians", "Thess": "Thessalonians", "Tim": "Timothy", "Tit": "Titus",
    "Philem": "Philemon", "Heb": "Hebrews", "Jas": "James", "Pet": "Peter", "Rev": "Revelation",
}  # fmt: skip
"""Of the Bible, before a chapter."""
