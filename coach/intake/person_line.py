"""One person on a line, the way everybody types it: with commas, dashes, brackets, "at" and "from"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coach.domain.checking.english import forms, third_person
from coach.domain.checking.lands import is_place
from coach.domain.checking.tokens import fold
from coach.intake.contacts import EMAIL

_BULLET = re.compile(r"^\s*(?:[-*•–—·]|\d{1,3}[.)])\s+")
_ADDRESS = re.compile(r"<?([^\s<>,;()]+@[^\s<>,;()]+\.[^\s<>,;()]+)>?")
_CAPITAL = r"(?=[^\W\d_a-zß-ÿ]|\d)"
_NAME_ENDS = re.compile(rf"\s*[,;|\t(:]\s*|\s+[-–—]+\s+|\s+(?P<link>from|at|@|bei|bei der|beim|vom|aus)\s+{_CAPITAL}")
_PARTS = re.compile(r"\s*(?:[,;|()\t]|\s[-–—]+\s)\s*")
_AT = re.compile(rf"(?:^|\s+)(?:at|@|bei|bei der|beim|chez)\s+(?:the\s+)?{_CAPITAL}")
_EMPLOYED = frozenset("works working employed is arbeitet tätig".split())
_ORGANISATION = re.compile(
    r"\b(?:universit\w+|\w*hochschule|college|\w*schule|school|academy|akademie|institut\w*|ltd|limited|llc|inc|gmbh|ag|"
    r"kg|ug|plc|corp|corporation|company|co-?op|co-?operative|\w*genossenschaft|council|foundation|\w*stiftung|"
    r"association|\w*verein|e\.\s?v|society|trust|union|labs?|bank|hospital|clinic|klinik\w*|library|museum|ministry|"
    r"ministerium|\w*werkstatt|\w*büchereie?n?|\w*bibliothek\w*|\w*zentrum|jugendhaus|rathaus|\w*verlag|\w+amt|\w*büro|"
    r"\w*theater|\w*gemeinde|\w*verband|\w*redaktion|agency|agentur|department|studios?|technologies|solutions|charity|"
    r"church|stadtwerke)\b",
    re.IGNORECASE,
)
_GERMAN_ROLE_FIRST = re.compile(
    r"(?:\w*leit(?:er|erin|ung)|vorstand|chef(?:in)?|vorsitzende[rn]?|\w+(?:er|or|ent|ist|eur)in|\w*führer|"
    r"\w*berater|\w*referent|\w*mitarbeiter|\w*koordinator)\b",
    re.IGNORECASE,
)
"""A role that its organisation follows without a word between: "Leiterin Jugendbücherei"."""
_ROLE = re.compile(
    r"\b(?:head|lead|chief|director|manager|officer|(?:co-?)?founder|owner|president|chair\w*|member|partner|editor|"
    r"c[efiotmp]o|vp|phd|prof(?:essor)?|student\w*|intern|volunteer|assistant|secretary|nurse|consultant|architect|"
    r"analyst|scientist|\w*leiter(?:in)?|\w+(?:er|or|ist|ian)(?:in)?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class PersonLine:
    """What a line says of somebody; `about`: what is neither a role nor an organisation."""

    name: str
    role: str = ""
    organisation: str = ""
    about: str = ""
    emails: tuple[str, ...] = ()


def people_on_lines(text: str) -> list[PersonLine]:
    """One person for each line with something on it, each name once. The name ends at the first comma, dash, bracket
    or at a word like "from": `Ana Ruiz, maintainer, Harbour`, `Ana Ruiz - CTO at Harbour`, `Ana (maintainer)`."""
    read: dict[str, PersonLine] = {}
    for line in text.splitlines():
        bare = without_bullet(line)
        emails = " ".join(found[0] for found in _ADDRESS.finditer(bare))
        bare = _ADDRESS.sub("", bare).strip()
        end = _NAME_ENDS.search(bare)
        name = (bare[: end.start()] if end else bare).strip(' ,;."“”')
        if name:
            read.setdefault(name.casefold(), person_line(name, f"{bare[end.start() :] if end else ''} {emails}"))
    return list(read.values())


def without_bullet(line: str) -> str:
    return _BULLET.sub("", line).strip()


def person_line(name: str, rest: str) -> PersonLine:
    """The person called `name`, from what stands behind the name; all that is said is kept somewhere."""
    emails = tuple(email for email in _ADDRESS.findall(rest) if EMAIL.match(email))
    link = _NAME_ENDS.match(rest)
    bare = _ADDRESS.sub(" ", rest)
    if link and link["link"]:
        bare = f"at {bare[link.end() :]}"
    parts = [part.strip(" ,:;<>-–—.") for part in _PARTS.split(bare.strip(" ,:;-–—@\t"))]
    role, organisation, about = _sorted([part for part in parts if part])
    return PersonLine(name, role, organisation, about, emails)


def _sorted(parts: Sequence[str]) -> tuple[str, str, str]:
    """Role, organisation, and the rest, by how each part looks and then by its place: the role comes first. A town
    is neither."""
    role, organisation, more = "", "", []
    places = [part for part in parts if is_place(fold(part))]
    parts = [part for part in parts if part not in places]
    clear = [part for part in parts if is_organisation(part) and not is_role(part)]
    clear = clear or [part for part in parts if _is_coined(part)][:1]
    for part in parts:
        at = _AT.search(part)
        if at and not organisation:
            said, organisation = part[: at.start()].strip(), part[at.end() :].strip()
            role = role or ("" if said.lower() in _EMPLOYED else said)
        elif deed := _deed(part):
            more.append(deed)
        elif not role and (organisation or part not in clear):
            role = part
        elif not organisation:
            organisation = part
        else:
            more.append(part)
    return role, organisation, ". ".join((*more, *places))


def _is_coined(part: str) -> bool:
    """Whether a part is a single name that is no English word, as of most firms."""
    return part[:1].isupper() and " " not in part and not forms(part.lower()) and not _ROLE.search(part)


def is_role(part: str) -> bool:
    """Whether a part of a line names what somebody is: "Chair of the council" rather than "City council"."""
    head = re.split(r"\s+(?:of|for|in)\s+", part, maxsplit=1)[0]
    return bool(_GERMAN_ROLE_FIRST.match(head) or (_ROLE.search(head) and not _ORGANISATION.search(head)))


def is_organisation(part: str) -> bool:
    """Whether a part of a line names a house: "City Library", "Stadtwerke Leipzig"."""
    return bool(_ORGANISATION.search(part))


def _deed(part: str) -> str:
    """What somebody does, as a sentence without its subject ("Studies noise from heat pumps"); "" for anything else."""
    bare = part.removeprefix("who ")
    first, *others = bare.lower().split()
    return (
        f"{bare[:1].upper()}{bare[1:]}"
        if third_person(first) and len(others) > 1 and not _ROLE.search(others[-1])
        else ""
    )
