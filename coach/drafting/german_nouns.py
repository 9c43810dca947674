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
    r"agentur|akademie|kammer|gruppe|initiative|kita|uni|presse|messe|zeitung|redaktion|galerie|praxis|apotheke)$"
)
_WITH_DEM = re.compile(
    r"(?:haus|amt|zentrum|center|museum|institut|theater|büro|werk|kolleg|ministerium|verein|verlag|club|klub|kreis|"
    r"verband|bund|rat|hof|laden|dienst|archiv|projekt|team|netzwerk|labor|studio|café|kino|orchester|chor|treff|"
    r"gymnasium|fonds|referat|dezernat|unternehmen|konsulat|radio)$"
)

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
    """Where somebody works: "bei der Stadtbücherei Emden", "beim Jugendhaus Leer", "bei Nordhaus GmbH"."""
    return f"{_to(place, 'beim', 'bei der', 'bei')} {place}"


def about_place(place: str) -> str:
    """What is remarkable of a place: "an der Stadtbücherei Emden", "am Jugendhaus Leer", "an Nordwind"."""
    return f"{_to(place, 'am', 'an der', 'an')} {place}"


def _to(place: str, with_dem: str, with_der: str, bare: str) -> str:
    """By the ending of the first noun. "Nordhaus" by itself is a firm's own name, "Stadtbücherei" is none."""
    words = re.findall(r"[\w-]+", place)
    if not words or re.search(r"\b(?:GmbH|AG|KG|UG|SE|Inc|Ltd|e\.\s?V)\b", place):
        return bare
    first = words[0].casefold()
    if (_WITH_DEM if len(words) > 1 else _ALONE_WITH_DEM).search(first):
        return with_dem
    return with_der if _WITH_DER.search(first) else bare
