"""One line of a programme: its title, who speaks and the room, in the ways in which programmes are typed.

`Title – Ana Ruiz`, `Ana Ruiz: Title`, `Title (Dr. Ana Ruiz)`, `Keynote by Ana Ruiz & Ben Meyer`, `"Title", Ana Ruiz`,
in English and German. The weaker the mark before a name, the surer it must be that it is one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from coach.domain.checking.english import known
from coach.domain.checking.tokens import fold
from coach.domain.naming import TITLES, without_title
from coach.domain.reading.given import is_given
from coach.intake.person_line import is_organisation, is_role
from coach.intake.programme import Speaker
from coach.intake.speakers import begins_with_given_name, speakers_in

_Read = tuple[str, tuple[Speaker, ...]]
_SPEAKERS = re.compile(r"\s+(?:[-–—|/]|by|with|von|mit|durch)\s+|:\s+(?=[^:]*$)")
_BEFORE_NAMES = ("-", "–", "—", "|", "by", "with")
"""What nearly always stands before speakers; a colon, "mit", "von" and "durch" do before much else."""
_DOES = (
    r"(?:presented|moderated|chaired|hosted|led|facilitated|given|introduced|opened|moderiert|geleitet|vorgestellt|"
    r"gehalten|präsentiert|eröffnet|eingeführt)"
)
_AS = (
    r"(?:speakers?|presenters?|panell?ists?|moderation|moderators?|moderator(?:in|en)|chairs?|hosts?|leitung|"
    r"referent(?:in|en|innen)?|vortragende[rn]?|sprecher(?:in|innen)?|redner(?:in|innen)?)"
)
_WHAT_THEY_DO = re.compile(rf"(?i)(?:^|[\s,.;|–—-]+)(?:{_DOES}|{_AS})$")
"""What is left of "Panel, moderated by" and "Panel. Moderation:" before the names."""
_LEAD = re.compile(rf"(?i)^(?:(?:{_DOES}\s+)?(?:by|with|von|mit|durch)|{_AS}\s*:)\s+")
_OFFICE = re.compile(
    r"^(?P<role>OBM?|(?:Ober)?[Bb]ürgermeister(?:in)?|(?:Staats)?[Mm]inister(?:in)?|Stadtr(?:at|ätin)|Landr(?:at|ätin)|"
    r"Senator(?:in)?|Präsident(?:in)?|Rektor(?:in)?|Dekan(?:in)?|Direktor(?:in)?|Mayor|President|Director|Dean|CEO|CTO)\s+"
)
_LABELLED = re.compile(
    r"(?i)^(?P<title>(?:(?:opening|closing) )?keynote|lightning talk|talk|welcome|opening|closing|workshop|input|"
    r"impuls|vortrag|impulsvortrag|eröffnung|begrüßung|grußwort|lesung|moderation)\s+(?P<names>\S.*)$"
)
_ABOUT = re.compile(r"\s+(?:on|about|über|zu|zum|zur)\s+\S")
_QUOTED = r"[\"“„«»](?P<title>[^\"“”„«»]{3,}?)[\"“”«»]"
_QUOTED_FIRST = re.compile(rf"^{_QUOTED}\s*[,–—|-]?\s*(?P<names>\S.*)$")
_QUOTED_LAST = re.compile(rf"^(?P<names>\S.*?)\s*[,:–—|-]?\s*{_QUOTED}$")
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]{1,80})[)\]]\s*$")
_ROOM = re.compile(
    r"(?i)\d|\b(?:\w*(?:room|hall|raum|saal|bühne|zimmer|stage|foyer|halle)|auditorium|aula|theat(?:re|er)|lounge|lobby|"
    r"floor|plenary|plenum|forum|online|zoom|track|studio|garden|garten|main|workshop\w*|atrium|chapel|canteen|cafe)\b"
)
_ROOM_LAST = re.compile(
    r"\s*(?:,|\||\s[–—-])\s*(?P<room>(?:(?:main|great|small|groß\w+|klein\w+)\s+)?(?:room|hall|raum|saal|bühne|stage|"
    r"track|foyer|aula|auditorium|hörsaal|seminarraum|workshopraum|plenum)(?:\s+[\w.-]{1,20})?)$",
    re.IGNORECASE,
)
_NO_SURNAMES = frozenset(
    """park street hall square house garden gardens station bridge road lane centre center tower library museum hotel
    church café cafe bar band quartet trio orchestra choir awards award falls beach lake river airport fountain
    straße strasse platz haus brücke garten bahnhof kirche band chor""".split()
)
"""What makes a place or a band of a given name: "Victoria Park"."""
_TITLED = re.compile(rf"^(?:(?:{TITLES})\.?\s+)+[^\W\d_a-z][\w'’-]+$")
_INITIAL = re.compile(r"^(?:[^\W\d_a-z]\.\s?)+[^\W\d_a-z][\w'’-]+$")
_AND = re.compile(r"\b(?:and|und|et|y)\b")
_LONG_TITLE, _SHORT = 3, 40


def line_of(text: str) -> tuple[str, tuple[Speaker, ...], str]:
    """The title, who speaks, and the room; all that is none of them stays in the title."""
    title, speakers, room = _read(text)
    bare, before_names = ("", "") if room else _without_room(title)
    return (bare, speakers, before_names) if bare.strip() else (title, speakers, room)


def as_part_of_line(text: str) -> str:
    """A line of its own below the title, as it would stand on its line: who speaks, or the room; blank for neither."""
    if _are_names(_named(text)):
        return f"– {text}"
    return f"({text})" if len(text) <= _SHORT and _ROOM.search(text) else ""


def _read(text: str) -> tuple[str, tuple[Speaker, ...], str]:
    text, room = _without_room(text)
    bracket = _BRACKET.search(text)
    if bracket is None:
        return *_title_and_speakers(text), room
    before, inside = text[: bracket.start()], bracket[1].strip()
    title, speakers = _title_and_speakers(before)
    named, place = _in_brackets(inside)
    if named and (not speakers or len(named) > 1):
        return title, (*speakers, *named), room or place
    if speakers:  # where the last speaker works
        return *_title_and_speakers(text), room
    if room or all(is_given(fold(word)) for word in re.findall(r"[^\W\d_]+", _AND.sub(" ", inside))):
        return text, (), room
    return title, (), inside


def _without_room(text: str) -> tuple[str, str]:
    """The line without the room at its end: `(Room 1)`, `, Saal 2`, `| Main stage`."""
    bracket = _BRACKET.search(text)
    if bracket and _ROOM.search(bracket[1]) and not _in_brackets(bracket[1])[0]:
        return text[: bracket.start()], bracket[1].strip()
    last = _ROOM_LAST.search(text)
    return (text[: last.start()], last["room"]) if last and text[: last.start()].strip() else (text, "")


def _in_brackets(text: str) -> tuple[tuple[Speaker, ...], str]:
    """Those whom a bracket names as speakers, and the room it names beside them."""
    bare, room = _without_room(re.sub(r"(?<=\w)/(?=[^\W\d_a-z])", " / ", text))
    lead = _LEAD.match(bare)
    named = _named(bare[lead.end() :] if lead else bare)
    return (named if lead or _are_names(named) else ()), room


def _title_and_speakers(text: str) -> _Read:
    """`Title – Ana Ruiz`, `Ana Ruiz: Title` or `Ana Ruiz – Title`; names only where they look like full names."""
    text = text.strip()
    for reading in (_quoted, _names_alone, _after_a_mark, _before_a_mark, _without_a_mark):
        if read := reading(text):
            return read
    return text, ()


def _quoted(text: str) -> _Read | None:
    for form in (_QUOTED_FIRST, _QUOTED_LAST):
        found = form.match(text)
        if found and (named := _named(_LEAD.sub("", found["names"]))) and _are_names(named):
            return found["title"].strip(" ,"), named
    return None


def _names_alone(text: str) -> _Read | None:
    """A line of nothing but names: they speak, and it is called after them."""
    named = _named(text)
    return (text, named) if _are_names(named) and _covers(text, named) else None


def _after_a_mark(text: str) -> _Read | None:
    for mark in reversed(list(_SPEAKERS.finditer(text))):
        title = text[: mark.start()].rstrip(" -–—|").removesuffix(" by").removesuffix(" with").rstrip(" ,:-–—|")
        after = text[mark.end() :]
        sure = mark[0].strip() in _BEFORE_NAMES or begins_with_given_name(_OFFICE.sub("", after))
        lead = _LEAD.match(after)
        if title and (sure or lead) and (named := _named(after[lead.end() :] if lead else after)):
            return _WHAT_THEY_DO.sub("", title) or title, named
    return None


def _before_a_mark(text: str) -> _Read | None:
    first = _SPEAKERS.search(text)
    ways = [(text.partition(":")[0], text.partition(":")[2])]
    ways += [(text[: first.start()], text[first.end() :])] if first else []
    for before, after in ways:
        named = _named(before) if after.strip() else ()
        if named and not _is_plural(before.split()[-1].casefold()):
            return after.strip(), named
    return None


def _without_a_mark(text: str) -> _Read | None:
    """`Keynote Ana Ruiz`, `Batteries, Ana Ruiz`, `Ana Ruiz on batteries`, where there is no doubt that it is a name."""
    labelled = _LABELLED.match(text)
    if labelled and _are_names(named := _named(labelled["names"])) and _covers(labelled["names"], named):
        return labelled["title"], named
    about = _ABOUT.search(text)
    if about and _are_names(named := _named(text[: about.start()])) and _covers(text[: about.start()], named):
        return text, named
    before, comma, after = text.partition(",")
    while comma:
        if _are_names(named := _named(after)) and _covers(after, named):
            return text[: -len(after) - 1].strip(), named
        _, comma, after = after.partition(",")
    return _name_first(before, text)


def _name_first(before: str, text: str) -> _Read | None:
    """`Ana Ruiz, Klimadata` has no title but that; `Ana Ruiz, how a river is measured` has."""
    named, rest = _named(before), text[len(before) :].strip(" ,")
    if not (rest and len(named) == 1 and _are_names(named) and _covers(before, named)):
        return None
    if is_organisation(rest) or is_role(rest):
        return text, _named(text) or named
    return (rest if len(rest.split()) >= _LONG_TITLE else text), named


def _named(text: str) -> tuple[Speaker, ...]:
    """Those named, with the office before one's name: "OB Sabine Krüger"; "Dr. Krüger" alone is one too."""
    bare = text.strip(" ,.;")
    if _TITLED.match(bare):
        return (Speaker(bare),)
    office = _OFFICE.match(bare)
    if office is None:
        return speakers_in(bare)
    first, *others = speakers_in(bare[office.end() :]) or (None,)
    return (replace(first, role=first.role or office["role"]), *others) if first else ()


def _are_names(speakers: Sequence[Speaker]) -> bool:
    """Whether all are surely people: a given name or a title comes first, or last where the family's does."""
    return bool(speakers) and all(_is_name(one.name) for one in speakers)


def _is_name(name: str) -> bool:
    words = without_title(name).split()
    if re.search(r"[:;?!|/]", name) or _AND.search(name):
        return False
    if _TITLED.match(name) or _INITIAL.match(name):
        return True
    if (
        len(words) < 2
        or words[-1].casefold() in _NO_SURNAMES
        or any(word.isupper() and len(word) > 1 for word in words)
    ):
        return False
    given = is_given(fold(words[0])) or without_title(name) != name
    if len(words) == 2 and _is_plural(words[1].casefold()):
        return False
    turned = len(words) == 2 and is_given(fold(words[1])) and not known(words[0].casefold())
    return turned or (given and (len(words) == 2 or not any(known(word) for word in map(str.casefold, words[2:]))))


def _is_plural(word: str) -> bool:
    """ "Girls" of "Django Girls"."""
    return word.endswith("s") and known(word) and known(word[:-1])


def _covers(text: str, speakers: Sequence[Speaker]) -> bool:
    """Whether the text is those names and no more than the words between them."""
    left = text
    for one in speakers:
        left = left.replace(one.name, "", 1)
    return not re.sub(r"[\W_]", "", _AND.sub("", left))
