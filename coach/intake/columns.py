"""Says what each column of a table of people is: by the words of its header, else by the look of its values.

A proposal, shown to a person who may change it. Words are those of English, German, French, Spanish, Italian,
Portuguese and Dutch exports; what no rule knows is left out rather than guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.ids import stable_id
from coach.intake.contacts import EMAIL
from coach.intake.dates import find_date

_LEFT_OUT = re.compile(
    r"\b(ticket(?! ?holder)|tickets|order|bestell\w*|price|preis|status|check ?in|created|erstellt|dietary|allerg\w*"
    r"|t ?shirt|photo|foto|phonetic|label|type|typ|gender|geschlecht|salutation|anrede|prefix|suffix|id|nr|number|zeit"
    r"|nummer|address|adresse|street|strasse|straße|city|ort|stadt|zip|plz|postal|country|land|fax|pager|file as"
    r"|birthday|geburtstag|anniversary|department|abteilung|yomi|password|initials|barcode|invoice|vat|paid|amount)\b"
)
_RULES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (field, re.compile(rf"\b(?:{words})\b"))
    for field, words in (
        ("email", r"e ?mail(?:s| address(?:es)?| adresse)?|courriel|correo(?: electrónico)?|mail"),
        ("linkedin", r"linked ?in(?: url| profile| profil)?"),
        ("handle", r"twitter|github|mastodon|instagram|handle|bluesky|x handle|social(?: media)?"),
        ("phone", r"phone|telefon\w*|tel|téléphone|teléfono|mobil\w*|handy\w*|cell|telefoonnummer|whatsapp"),
        ("role", r"job ?title|org\w+ title|title|titel|position|role|rolle|job|funktion|beruf|poste|cargo|puesto"
                 r"|functie|occupation|headline|función|funzione|fonction|stelle|ruolo|designation"),
        ("organisation", r"compan(?:y|ies)|organi[sz]ations?|organisation|firma|firmenname|unternehmen|employer"
                         r"|arbeitgeber|affiliation|institution|entreprise|société|empresa|azienda|bedrijf|institut"
                         r"|university|universität|school|hochschule|org"),
        ("web", r"web ?site|home ?page|url|webseite|blog|web ?page|profile|profil|link|sitio web|site"),
        ("language", r"languages?|sprachen?|langue|idioma|lingua|taal"),
        ("cares_about", r"interests?|interessen|topics?|themen|tags|skills|interessiert an|centres d.intérêt|intereses"
                        r"|looking for|sucht|keywords"),
        ("how_met", r"how (?:we|you) met|met at|kennengelernt"),
        ("about", r"bio|biography|biografie|notes?|notizen?|about|comments?|kommentar|bemerkung(?:en)?|beschreibung"
                  r"|description|introduction|vorstellung|notas|remarks?|über mich"),
        ("middle", r"middle(?: name)?|additional name|zweiter vorname"),
        ("first", r"first(?: ?name)?|given ?names?|fore ?name|vorname|prénom|prenom|voornaam|nombre(?! completo)"
                  r"|rufname|preferred name"),
        ("last", r"last ?name|family ?name|sur ?name|nachname|familienname|zuname|nom(?: de famille)?(?! complet)"
                 r"|apellidos?|cognome|sobrenome|achternaam|last"),
        ("name", r"(?:full|display|attendee|participant|guest|speaker|holder|your|badge)? ?name|name\w* teilnehmer\w*"
                 r"|attendees?|participants?|guests?|speakers?|teilnehmer\w*|gäste|gast|person|people|contact|kontakt"
                 r"|nom complet|nombre completo|nome(?: completo)?|naam|who|wer"),
    )
)  # fmt: skip
_OWN_WORDS = re.compile(r"^(?:bio|biography|biografie|notes?|notizen?|about|notas|über mich)$")
_HONORIFIC = re.compile(r"(?i)^(?:mr|mrs|ms|miss|mx|dr|prof|herr|frau|m|mme|sr|sra)\.?$")
_PHONE = re.compile(r"^\+?[\d\s()./-]{6,20}$")
_ROLE = re.compile(
    r"(?i)\b(?:engineer|developer|manager|director|head|lead|founder|co-?founder|ceo|cto|cfo|coo|cio|vp|president|chief"
    r"|consultant|designer|analyst|scientist|professor|student|researcher|architect|owner|partner|officer|teacher"
    r"|maintainer|editor|writer|advocate|specialist|coordinator|assistant|entwickler(?:in)?|leiter(?:in)?|berater(?:in)?"
    r"|geschäftsführer(?:in)?|ingenieur(?:in)?|lehrer(?:in)?)\b"
)
_COMPANY = re.compile(
    r"(?i)\b(?:gmbh|ag|inc|ltd|llc|corp|co|kg|ug|e\.?v|university|universität|institute|labs?|foundation|group|bank"
    r"|systems|software|technologies|solutions|studio|agency|s\.?a|b\.?v|plc|hospital|museum|school|verlag)\b\.?"
)
_WORD = r"[^\W\d_][\w'’.-]*"
_FULL_NAME = re.compile(rf"^{_WORD}(?:[ ,]+{_WORD}){{1,4}}$")
_ONE_WORD = re.compile(rf"^{_WORD}(?:[ -]{_WORD})?$")


def label_of(header: str) -> str:
    """A header as the rules read it: lower case, words parted by single blanks, no punctuation."""
    return " ".join(re.findall(r"[^\W_]+(?:['’][^\W_]+)?", header.casefold().lstrip("\ufeff")))


def field_of(header: str) -> str:
    """What a column of that header is, by its words; "" when they say nothing, or that it is of no use."""
    label = label_of(header)
    if not label or len(label) > 60:
        return ""
    fields = [field for field, words in _RULES if words.search(label)]
    if _LEFT_OUT.search(label) and not {"email", "first", "last", "linkedin", "phone"} & set(fields[:1]):
        return "name" if label.endswith(("holder name", "attendee name")) else ""
    if re.search(r"\b(?:label|type)$", label):
        return ""
    return fields[0] if fields else ""


def speaks_for_itself(header: str) -> bool:
    """Whether text under this header needs no title: it is a note or a biography."""
    return bool(_OWN_WORDS.match(label_of(header)))


def is_header(cells: Sequence[str]) -> bool:
    """Whether a row holds titles: at least one known word, no address, number or long text."""
    filled = [cell for cell in cells if cell.strip()]
    if not filled or any("@" in cell or _PHONE.match(cell) or len(cell) > 80 for cell in filled):
        return False
    known = [field for cell in filled if (field := field_of(cell))]
    needed = 1 if len(filled) < 3 or {"name", "first", "email"} & set(known) else 2
    return len(known) >= needed and any(len(label_of(cell).split()) <= 6 for cell in filled)


def signature(headers: Sequence[str], width: int) -> str:
    """What a mapping is remembered under: the headers, or for a table without any its number of columns."""
    return stable_id("columns", *(map(label_of, headers) if any(headers) else ("headerless", width)))


def propose(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """For each column a field of PERSON_COLUMNS or "", by its header, else by its values.

    At most one column is the name, the organisation and so on. `rows`: some of the table, the more the better.
    """
    columns = [[row[place] for row in rows if place < len(row) and row[place].strip()] for place in range(len(headers))]
    fields = [field_of(header) for header in headers]
    fields = [_fitting(field, some) for field, some in zip(fields, columns, strict=True)]
    _by_values(headers, fields, columns)
    return _once(fields)


def _fitting(field: str, some: Sequence[str]) -> str:
    """What a column is, after a look at its values: a title may be `Dr`, a profile a text about somebody."""
    if field == "role" and _mostly(_HONORIFIC, some):
        return ""
    return "about" if field == "web" and some and not _addresses(some) else field


def _by_values(headers: Sequence[str], fields: list[str], columns: Sequence[Sequence[str]]) -> None:
    """Fill what headers left open. A column whose header was understood as useless stays left out."""
    for place, some in enumerate(columns):
        if fields[place] or not some or (headers[place] and _LEFT_OUT.search(label_of(headers[place]))):
            continue
        look = _look(some)
        if look in ("email", "phone", "linkedin", "web") or (look and look not in fields and not headers[place]):
            fields[place] = look
    if not {"name", "first"} & set(fields):
        _find_names(headers, fields, columns)


def _find_names(headers: Sequence[str], fields: list[str], columns: Sequence[Sequence[str]]) -> None:
    """Without any name so far: a column of full names, else two neighbours of single words."""
    free = [
        place
        for place, some in enumerate(columns)
        if some and not fields[place] and not (headers[place] and _LEFT_OUT.search(label_of(headers[place])))
    ]
    for place in free:
        if _mostly(_FULL_NAME, columns[place]) and _distinct(columns[place]) and not _mostly(_COMPANY, columns[place]):
            fields[place] = "name"
            return
    for place in free:
        if place + 1 in free and all(_mostly(_ONE_WORD, columns[at]) for at in (place, place + 1)):
            fields[place], fields[place + 1] = "first", "last"
            return


def _look(some: Sequence[str]) -> str:
    if _mostly(EMAIL, some):
        return "email"
    if _addresses(some):
        return "linkedin" if sum("linkedin.com/" in one.lower() for one in some) * 2 > len(some) else "web"
    if _mostly(_PHONE, some) and not any(find_date(one) for one in some[:20]):
        return "phone"
    if _share(_ROLE, some) > 0.3:
        return "role"
    if _share(_COMPANY, some) > 0.3:
        return "organisation"
    capitals = sum(one[:1].isupper() or not one[:1].isascii() for one in some)
    full = _mostly(_FULL_NAME, some) and _distinct(some) and capitals * 2 > len(some)
    return "name" if full else ""


def _addresses(some: Sequence[str]) -> bool:
    return sum(one.lower().startswith(("http://", "https://", "www.", "linkedin.com/")) for one in some) * 2 > len(some)


def _share(pattern: re.Pattern[str], some: Sequence[str]) -> float:
    return sum(bool(pattern.search(one)) for one in some) / max(1, len(some))


def _mostly(pattern: re.Pattern[str], some: Sequence[str]) -> bool:
    return sum(bool(pattern.match(one.strip())) for one in some) > len(some) * 0.6


def _distinct(some: Sequence[str]) -> bool:
    return len(set(some)) > len(some) * 0.8


def _once(fields: Sequence[str]) -> tuple[str, ...]:
    """The first column of each kind; of those that may be several, all. A full name beside first and last is kept."""
    several = {"email", "phone", "web", "about", "cares_about", "handle", "linkedin"}
    kept: list[str] = []
    for field in fields:
        kept.append(field if field in several or field not in kept else "")
    return tuple(kept)
