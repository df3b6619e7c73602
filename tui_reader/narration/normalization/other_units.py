"""Short forms that are another unit in some field: 20 kt of a ship, 12 nm at sea. Only data; `units` uses it."""

from __future__ import annotations

OTHER_UNITS = {
    "MT": (
        r"wheat|rice|grain|corn|maize|sugar|oil|steel|cargo|coal|cement|fertili[sz]er|shipment|PL|cotton|food|ore\b",
        r"bombs?\b|nuclear|warhead|yield|blast|thermonuclear|explo",
        ("metric ton", "metric tons"),
    ),
    "st": (r"weigh\w*|stone|lbs?\b|heavier|lighter|overweight|slimm\w+", "", ("stone", "stone")),
    "nm": (
        r"HMS|USS|destroyer|frigate|submarine|cruiser|lighthouse|(?:north|south|east|west)\w* of|off shore"
        r"|off the coast|range|bomber|missile|radar|carrier|convoy|coast|island|ship|offshore|seas?\b"
        r"|territorial|limit|nav(?:al|y|ig)|vessel|sail|ports?\b|flight|flew|fly|aircraft",
        r"absor|spectr|wavelength|lasers?\b(?!\srang)|chips?\b|transistor|wafer|diffract|emission|fluoresc|optic|photon"
        r"|visible|infrared|ultraviolet|UV\b|particle|thick|pores?\b|nodes?\b|quantum|microscop|lens|excit|silicon"
        r"|lithograph",
        ("nautical mile", "nautical miles"),
    ),
    "kt": (
        r"wind|gust|speed|sail|flap|airspeed|runway|heading|current|approach|descend|climb|maintain|FL\d|cruis|stall"
        r"|squawk|QNH|tide|ship|fl(?:y|ew|own|ight)|pilot|aircraft|planes?\b|boat|yacht|vessel|jets?\b",
        r"bombs?\b|nuclear|atomic|warhead|yield|explo|detonat|blast|weapon|TNT\b|fission|thermonuclear",
        ("knot", "knots"),
    ),
    "fps": (
        "burn|velocity|delta|retro|orbit|thrust|muzzle|residual|bullet|perigee|apogee",
        "video|camera|game|frame|screen|monitor|film|footage|stream|play|render|clip|animat",
        ("foot per second", "feet per second"),
    ),
    "pt": (
        r"fonts?\b|type(?:face|set)?\b|text|bold\b|italic|size|margin|lines?\b|heading|caption|arial"
        r"|times new|(?-i:Times)\b",
        r"milk|cream|beer|ale\b|water|blood|bottle|glass|drank|drink|broth|stock|cook",
        ("point", "point"),
    ),
    "bps": (
        "modem|baud|link|serial|data|line|channel|network",
        r"interest|yield|bonds?\b|basis|spread|mortgage|treasur|inflation|market|(?-i:Fed)\b|banks?\b"
        r"|rates? (?:rose|fell|cut|hike|rise)",
        ("bit per second", "bits per second"),
    ),
    "pts": (
        r"(?<!\d\s)(?-i:G\.?P|ER)\b|wards?\b|clinic|hospital|doctors?\b|nurses?\b|admitted|triage",
        r"season|games?\b|goals?\b|assist|scor|league|teams?\b|rebound|quarter|win\b|won\b|lost\b|play",
        ("patient", "patients"),
    ),
    "SM": (
        r"visib|vis\b|ceiling|METAR|ATIS|overcast|fog|mist|haze|knots|runway|airport",
        "",
        ("statute mile", "statute miles"),
    ),
    "Ma": (
        r"ago\b|fossil|rocks?\b|era\b|epoch|extinct|crust|geolog|dat(?:ed|ing)\b|zircon|volcan|lava|sediment|dinosaur"
        r"|boundary|tecton|basalt|granite|glaci|species|evol|continent|formation|isotop|meteor"
        r"|(?-i:[A-Z][a-z]+(?:aceous|assic|ocene|zoic|mian|rian|nian))\b",
        "",
        ("million years ago", "million years ago"),
    ),
    "U": ("insulin|heparin|penicillin|oxytocin|vasopressin|botox", "", ("unit", "units")),
    "pc": (
        r"stars?\b|galax|parsec|sun\b|light-years?\b|cluster|nebula|milky way",
        r"suit|sets?\b|meal|furniture|chicken",
        ("parsec", "parsecs"),
    ),
}
"""For each what says so (the beginnings of words in the sentence), what says otherwise, and its name."""
