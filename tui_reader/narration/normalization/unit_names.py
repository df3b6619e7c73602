"""Short forms of units and their names: SI with its prefixes, imperial, of computing, medicine and cooking."""

from __future__ import annotations

_PREFIXES = {
    "": "", "k": "kilo", "K": "kilo", "M": "mega", "G": "giga", "T": "tera", "P": "peta", "E": "exa", "h": "hecto",
    "d": "deci", "c": "centi", "m": "milli", "µ": "micro", "μ": "micro", "n": "nano", "p": "pico",
    "Ki": "kibi", "Mi": "mebi", "Gi": "gibi", "Ti": "tebi",
}  # fmt: skip
_SI = {
    "m": ("meter", "k c d m µ μ"),
    "g": ("gram", "k m µ μ n p"),
    "L": ("liter", "h d c m µ μ"),
    "l": ("liter", "h d c m µ μ"),
    "W": ("watt", "k M G T m"),
    "w": ("watt", "k"),
    "V": ("volt", "k M m µ μ"),
    "A": ("amp", "k m µ μ"),
    "Hz": ("hertz|hertz", "k M G T m"),
    "B": ("byte", "k K M G T P E Ki Mi Gi Ti"),
    "b": ("bit", "k K M G T"),
    "bit": ("bit", "k K M G T"),
    "bps": ("bit per second|bits per second", "k K M G T"),
    "Bps": ("byte per second|bytes per second", "k K M G T"),
    "J": ("joule", "k M G m"),
    "N": ("newton", "k M m"),
    "Pa": ("pascal", "k M G h"),
    "eV": ("electron volt", "k M G T m"),
    "Wh": ("watt hour", "k M G T"),
    "Ah": ("amp hour", "k m"),
    "Ω": ("ohm", "k M m"),
    "mol": ("mole", "m µ μ n k"),
    "M": ("molar|molar", "m µ μ n"),
    "Sv": ("sievert", "m µ μ"),
    "Bq": ("becquerel", "k M G T"),
    "Gy": ("gray", "m"),
    "bar": ("bar", "m"),
    "cal": ("calorie", "k"),
    "Eq": ("equivalent", "m"),
    "s": ("second", "m µ μ n p"),
    "t": ("ton", "k M"),
    "T": ("ton", "K M"),
    "pc": ("parsec", "k M G"),
}
"""For each short form the name and the prefixes that it is used with."""
_ALONE = ("Hz", "J", "N", "Pa", "eV", "Wh", "Ah", "Ω", "mol", "Sv", "Bq", "Gy", "cal", "L", "l", "W", "V", "Bps")
"""Those that are used without a prefix too, and are not found below."""
_OTHERS = {
    "ft": "foot|feet", "in": "inch|inches", "yd": "yard", "yds": "yard", "mi": "mile", "lb": "pound", "lbs": "pound",
    "oz": "ounce", "gal": "gallon", "gals": "gallon", "qt": "quart", "qts": "quart", "pt": "pint", "pts": "point",
    "tsp": "teaspoon", "tsps": "teaspoon", "Tbsp": "tablespoon", "tbsp": "tablespoon", "tbsps": "tablespoon",
    "tbs": "tablespoon", "Tbs": "tablespoon", "Myr": "million years|million years",
    "gsm": "gram per square meter|grams per square meter", "ga": "gauge|gauge",
    "doz": "dozen|dozen", "pkg": "package", "fl oz": "fluid ounce", "fl. oz": "fluid ounce",
    "n.m": "nautical mile", "nmi": "nautical mile", "kts": "knot", "kn": "knot", "ha": "hectare", "ac": "acre",
    "mIU": "milli international unit", "mU": "milliunit", "atm": "atmosphere", "rad": "radian",
    "mph": "mile per hour|miles per hour", "kph": "kilometer per hour|kilometers per hour",
    "km/h": "kilometer per hour|kilometers per hour", "kmh": "kilometer per hour|kilometers per hour",
    "mpg": "mile per gallon|miles per gallon", "fps": "frame per second|frames per second", "ft-lb": "foot pound",
    "ft-lbs": "foot pound", "lb-ft": "pound foot|pound feet", "psi": "P.S.I|P.S.I", "psia": "P.S.I.A|P.S.I.A",
    "rpm": "R.P.M|R.P.M", "cps": "cycle per second|cycles per second", "hp": "horsepower|horsepower",
    "bhp": "brake horsepower|brake horsepower", "bbl": "barrel", "bbls": "barrel", "dB": "decibel", "dBA": "decibel",
    "dBm": "D.B.M|D.B.M", "bp": "basis point", "bps": "basis point", "ppm": "part per million|parts per million",
    "ppb": "part per billion|parts per billion",
    "dpi": "dot per inch|dots per inch", "ppi": "pixel per inch|pixels per inch", "px": "pixel", "MP": "megapixel",
    "BTU": "B.T.U|B.T.U", "Btu": "B.T.U|B.T.U", "ly": "light year", "AU": "astronomical unit", "pct": "percent|percent",
    "h": "hour", "hr": "hour", "hrs": "hour", "min": "minute", "mins": "minute", "sec": "second", "secs": "second",
    "yr": "year", "yrs": "year", "mo": "month", "mos": "month", "wk": "week", "wks": "week",
    "mcg": "microgram", "cc": "C.C|C.C", "IU": "international unit", "bpm": "beat per minute|beats per minute",
    "mmHg": "millimeter of mercury|millimeters of mercury", "cmH2O": "centimeter of water|centimeters of water",
    "in-lb": "inch pound", "bpd": "barrel per day|barrels per day", "acre-ft": "acre foot|acre feet",
    "nm": "nanometer", "µ": "micron", "Å": "angstrom",
}  # fmt: skip
_AREAS = {"ft": "foot|feet", "in": "inch|inches", "mi": "mile", "yd": "yard", "km": "kilometer", "m": "meter"}


def _forms(names: str) -> tuple[str, str]:
    one, _, many = names.partition("|")
    return one, many or one + "s"


def _with_prefixes() -> dict[str, tuple[str, str]]:
    table = {}
    for short, (name, prefixes) in _SI.items():
        one, many = _forms(name)
        for prefix in prefixes.split() + [""] * (short in _ALONE):
            table[prefix + short] = _PREFIXES[prefix] + one, _PREFIXES[prefix] + many
    return table


UNITS = _with_prefixes() | {short: _forms(names) for short, names in _OTHERS.items()}
"""Each short form, and its name of one and of many: "km": ("kilometer", "kilometers")."""
for _short, _names in _AREAS.items():
    _one, _many = _forms(_names)
    for _stop in ("", "."):
        UNITS[f"sq{_stop} {_short}"] = f"square {_one}", f"square {_many}"
        UNITS[f"cu{_stop} {_short}"] = f"cubic {_one}", f"cubic {_many}"
