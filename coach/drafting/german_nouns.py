"""What German nouns tell by their endings: whether they name what a person is, and which article a place takes."""

from __future__ import annotations

import re

_OF_PERSONS = re.compile(
    r"^(?:[\w-]*(?:er|or|ist|ent|ant|eur|loge|ologe|wirt|graf|nom|arzt|koch|coach|rat|vorstand|chef)(?:in)?|"
    r"[\w-]*(?:frau|mann|kraft|ärztin|köchin|rätin|hilfe|wirtin)|[\w-]*(?:beauftragte|angestellte|vorsitzende|"
    r"studierende|selbst(?:st)?ändige|freiwillige|auszubildende|delegierte|verantwortliche)[rn]?|"
    r"(?i:c[efiotmp]o|vp|azubi|designer|manager|founder|developer|engineer|maintainer))$"
)
_NO_PERSONS = re.compile(
    r"(?:zentrum|fenster|theater|zimmer|lager|center|werk|alter|kammer|steuer|papier|ment|labor|restaurant|software)$"
)
_WITH_DER = re.compile(
    r"(?:ei|heit|keit|ung|schaft|tion|schule|stelle|werkstatt|thek|universität|stadt|bank|klinik|kirche|gemeinde|firma|"
    r"agentur|akademie|kammer|gruppe|initiative|kita|uni|presse|messe|zeitung|redaktion|galerie|praxis|apotheke|kasse|"
    r"wehr|polizei|diakonie|lebenshilfe|caritas)$"
)
_WITH_DEM = re.compile(
    r"(?:haus|amt|zentrum|center|museum|institut|theater|büro|werk|kolleg|ministerium|verein|verlag|club|klub|kreis|"
    r"verband|bund|rat|hof|laden|dienst|archiv|projekt|team|netzwerk|labor|studio|café|kino|orchester|chor|treff|"
    r"gymnasium|fonds|referat|dezernat|unternehmen|konsulat|radio)$"
)

_OF_LEARNING = re.compile(r"(?:schule|universität|akademie|uni|gymnasium|institut|kolleg)$")
"""Schools and universities, where one works "an der" and "am"."""
_SHORT_OF_LEARNING = frozenset(
    "GGS KGS EGS GS RS HS GES IGS BBS BS FOS BOS VHS TU TH FH HTW HAW PH LMU RWTH FU HU".split()
)
_SHORT_WITH_DER = frozenset("AWO IHK HWK GEW DLRG GIZ DFG EKD".split())
_SHORT_WITH_DEM = frozenset("DRK NABU BUND ASB THW WDR NDR SWR MDR ZDF TSV SV FC BAMF".split())
_ADJECTIVE = re.compile(r"^[A-ZÄÖÜ][a-zäöüß]*(?:sch|lich|ig|ei|al)e(?P<neuter>s)?$")
"""Before the noun of a house: "Freie Waldorfschule", "Städtisches Gymnasium"."""
_ALONE_WITH_DEM = re.compile(
    r"(?:\wamt|museum|institut|theater|ministerium|verein|verlag|gymnasium|zentrum|jugendhaus)$"
)


def is_of_a_person(role: str) -> bool:
    """Whether "du bist …" can be said with it: a "Leiterin Jugendbücherei" is somebody, "IT" is not.

    Abbreviations of roles count (CTO). What German does not know is taken for none.
    """
    first = re.split(r"[\s,/]", role.strip(), maxsplit=1)[0]
    low = first.casefold()
    return bool(_OF_PERSONS.match(first[:1] + low[1:]) or _OF_PERSONS.match(low)) and not _NO_PERSONS.search(low)


def at_place(place: str) -> str:
    """Where somebody works: "bei der Stadtbücherei Emden", "an der GGS Nippes", "beim Jugendhaus Leer", "bei Nordhaus
    GmbH"."""
    return _to(place, *(("am", "an der") if _is_of_learning(place) else ("beim", "bei der")), "bei")


def about_place(place: str) -> str:
    """What is remarkable of a place: "an der Stadtbücherei Emden", "am Jugendhaus Leer", "an Nordwind"."""
    return _to(place, "am", "an der", "an")


def _noun_at(words: list[str]) -> int:
    """The place of the first noun of a house's name, behind an adjective that goes with its article."""
    found = _ADJECTIVE.match(words[0]) if len(words) > 1 else None
    return int(found is not None and bool((_WITH_DEM if found["neuter"] else _WITH_DER).search(words[1].casefold())))


def _is_of_learning(place: str) -> bool:
    words = re.findall(r"[\w-]+", place)
    noun = words[_noun_at(words)] if words else ""
    return noun in _SHORT_OF_LEARNING or bool(_OF_LEARNING.search(noun.casefold()))


def _to(place: str, with_dem: str, with_der: str, bare: str) -> str:
    """The place behind its preposition, by the ending of the first noun. "Nordhaus" by itself is a firm's own name,
    "Stadtbücherei" is none."""
    words = re.findall(r"[\w-]+", place)
    if not words or re.search(r"\b(?:GmbH|AG|KG|UG|SE|Inc|Ltd|e\.\s?V)\b", place):
        return f"{bare} {place}"
    if _noun_at(words):
        article = with_dem if words[0].endswith("s") else with_der
        turned = words[0].removesuffix("s") + "n"
        return f"{article} {place.replace(words[0], turned, 1)}"
    first = words[0].casefold()
    if words[0] in _SHORT_WITH_DEM or (_WITH_DEM if len(words) > 1 else _ALONE_WITH_DEM).search(first):
        return f"{with_dem} {place}"
    fitting = words[0] in _SHORT_OF_LEARNING | _SHORT_WITH_DER or _WITH_DER.search(first)
    return f"{with_der if fitting else bare} {place}"
