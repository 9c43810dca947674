"""What a German record holds of a person, as they would say it of themselves ("Sie sucht alte Stühle" → "Ich suche …").

As shy as the rules on which it stands (`coach.drafting.german_address`): what is built in another way, and what speaks
of a third person or of the user, is left out.
"""

from __future__ import annotations

import re

from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.domain.naming import first_name
from coach.domain.quoting import quotable
from coach.domain.text import sentences
from coach.drafting.german_address import said_of_oneself
from coach.drafting.own_fact import (
    CARES,
    OwnFact,
    Readers,
    Subject,
    cared_for,
    profile_text,
    title_and_abstract,
    titled,
)

_INVENTED = re.compile(r"^\(?(?:erfunden|invented)\)?\.?$", re.IGNORECASE)
_CARED_FOR: dict[str, tuple[str, Subject]] = {
    "Cares about": ("Was mir am Herzen liegt:", "care"),
    "Values": ("Was für mich zählt:", "value"),
}
_SAYS = re.compile(r"^Ich (?:sage|meine|erzähle|erkläre), ")
_QUOTED = re.compile(r"^(?P<who>Sie|Er|\w+) (?:sagte?|meinte?): (?P<words>.+)$")
_USER = re.compile(r"\b(?:ich|mich|mir|mein\w*|wir|uns|unser\w*)\b", re.IGNORECASE)
_THIRD = re.compile(r"\b(?:sie|er|ihn|ihnen|ihm|ihr(?:e[mnrs]?)?|sein(?:e[mnrs]?)?)\b", re.IGNORECASE)
_AUDIENCE = re.compile(r"\b(?:ihr|euch|eure?[mnrs]?|mitbringen|bringt)\b", re.IGNORECASE)
_GUESS = re.compile(
    r"^Ich (?:könnte|sollte|dürfte|müsste|wirke|klinge|scheine)\b|\b(?:wahrscheinlich|vielleicht|wohl|vermutlich)\b"
)
"""What the user thinks of the person."""
_GOES_ON = re.compile(
    r"^(?:Der|Die|Das|Es|Eine?|Jede[rs]?|Letzte[rsn]?|Vorige[rsn]?|Seit|Danach|Dann|Dabei|Dort|Dafür|Nach|Bei|Im|In|"
    r"Am)\b"
)
_IS = r"(?:ist|sind|war|waren|hat|haben|hatte|hatten|kann|können|wird|werden|gibt|braucht|läuft|verfolgt|besteht)"
_OWN_CLAUSE = re.compile(
    rf"^(?:Ich|Wir)\b|^[A-ZÄÖÜ][^,:;?]{{3,70}} [a-zäöüß]+ (?:ich|wir)\b|^(?:[A-ZÄÖÜ][^,:;?]{{1,60}}) {_IS}\b"
)
"""A main clause: it begins with its speaker, holds them behind its verb, or holds a plain verb before any comma."""
_NO_CLAUSE = re.compile(r"^(?:Wie|Was|Warum|Wer|Wann|Wo|Welche\w*|Ohne|Bitte|Wenn|Als|Weil|Ob|Dass)\b")


def _of_profile(evidence: Evidence, name: str) -> list[OwnFact]:
    text = profile_text(evidence)
    parts = [part for part in sentences(text) if not _INVENTED.match(part)]
    found = _role(parts[0]) if parts else []
    found += cared_for(text, _CARED_FOR, "und")
    for part in parts:
        if not CARES.match(part):
            said = _said(f"{first_name(name)} {part[:1].lower()}{part[1:]}", name)
            found += [OwnFact(said, about="work")] if said else []
    return found


def _role(part: str) -> list[OwnFact]:
    """ "Backend-Entwicklerin, Foldline Health." is "Ich bin Backend-Entwicklerin bei Foldline Health." """
    role, comma, house = part.rstrip(".").partition(", ")
    if CARES.match(part) or "," in house or len(part.split()) > 12 or not role[:1].isupper():
        return []
    if said_of_oneself(f"Name {role[:1].lower()}{role[1:]}", ("Name",)):
        return []
    return [OwnFact(f"Ich bin {role}{f' bei {house}' if comma else ''}.", about="role")]


def _of_talk(evidence: Evidence, name: str) -> list[OwnFact]:
    title, abstract = title_and_abstract(evidence)
    if not (title or abstract):
        return []
    alone = set(evidence.names) <= {name}
    found: list[OwnFact] = []
    for part in sentences(abstract) if alone else ():
        if _AUDIENCE.search(part):
            continue
        before, colon, after = part.partition(": ")
        if colon and re.match(r"(?:Ich|Wir)\b", after):
            found.append(OwnFact(after, around=before, answers=re.split(r", (?:und )?| und ", before)[-1]))
        elif _OWN_CLAUSE.search(part) and not _NO_CLAUSE.match(part):
            found.append(OwnFact(part))
    at = evidence.at
    when = [OwnFact(f"Am {_DAYS[at.weekday()]} um {at:%H:%M} Uhr.", about="when")] if at else []
    return [*titled(title, found, _TITLED[alone]), *when, *found]


_DAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")


_TITLED = {True: "Mein Vortrag heißt „{title}“.", False: "Ich stehe im Programm mit „{title}“."}


def _of_text(evidence: Evidence, name: str) -> list[OwnFact]:
    found: list[OwnFact] = []
    alone = set(evidence.names) <= {name}
    before, spoken = "", False
    for part in sentences(quotable(evidence.text)):
        told = _owned(part, name)
        quoted, rule = _QUOTED.match(told), _RULE.match(told)
        if rule:
            fact = OwnFact(_quoted(rule["rule"]), around=before, answers=rule["of"])
        elif quoted and (alone or quoted["who"] in name.split()):
            fact = OwnFact(_quoted(quoted["words"]), around=before, answers=before if _ASKED.search(before) else "")
        else:
            named = told != part or alone or not re.match(r"(?:Sie|Er|Ihre?|Seine?)\b", told)
            about: Subject = "work" if evidence.kind is Kind.NOTE else ""
            fact = OwnFact(_said(told, name) if named else "", about=about, around=before)
        if not fact.text and alone and spoken and _goes_on(part):
            fact = OwnFact(part, around=before)
        found += [fact] if fact.text else []
        spoken, before = bool(fact.text), part
    return found


_ANYBODY = r"(?:Niemand|Alle|Jede[rs]?|Man|Wer|Keine?[rs]?)\b"
_RULE = re.compile(rf"(?P<of>(?:Ihre?) [^:,]*): (?P<rule>{_ANYBODY}.+)$")
_FEMININE = re.compile(
    r"(?:ung|heit|keit|schaft|ion|tät|ei|ie|in|e|Regel|Firma|Arbeit|Frau|Tochter|Mutter|Schwester|Agentur|Kultur|"
    r"Welt|Mail|Liste)$"
)


def _owned(part: str, name: str) -> str:
    """ "Haneuls Team verschickt" is "Ihr Team verschickt", the article by the ending of the noun."""
    mine = re.match(
        rf"(?:{re.escape(first_name(name))}|{re.escape(name)})(?:s|['’]) (?P<noun>[A-ZÄÖÜ][\w-]+)(?P<rest>.*)", part
    )
    if mine is None or "," in mine["rest"].partition(" ")[0]:
        return part
    many = re.match(r" (?:[a-zäöüß]+en|sind)\b", mine["rest"]) or re.match(
        r" [a-zäöüß]+ (?:[A-ZÄÖÜ]\S+ )+[a-zäöüß]+en\b", mine["rest"]
    )
    article = "Ihre" if many or _FEMININE.search(mine["noun"]) else "Ihr"
    return f"{article} {mine['noun']}{mine['rest']}"


_ASKED = re.compile(r"\bgefragt\b|\bfragte\b")
_NEXT_VERB = re.compile(r"(?<=[,d] )(?P<verb>[a-zäöüß]+t)(?= [^,.;]*\w)")
_JOINED = re.compile(r"(?:,|,? und) $")
_OF_ANOTHER = re.compile(r"(?<=, )(?P<clause>[^,]*)\bsich\b")
_KEPT = "sich_"
"""Stands for the "sich" of another clause, which has a subject of its own."""


def _said(part: str, name: str) -> str:
    """A sentence about them as they say it of themselves, its joined verbs too; "" where it is not sure."""
    said = said_of_oneself(_OF_ANOTHER.sub(rf"\g<clause>{_KEPT}", part), (name,)).replace(_KEPT, "sich")
    if not said or _GUESS.search(said):
        return ""
    said = re.sub(r"^(Ich \w{3,})ele\b", r"\1le", _NEXT_VERB.sub(lambda found: _joined_verb(found, said), said))
    words = said[found.end() :] if (found := _SAYS.match(said)) else ""
    if not words:
        return said
    return f"Ich kann nur sagen, {words}" if words.startswith("dass ") else f"{words[:1].upper()}{words[1:]}"


def _joined_verb(found: re.Match[str], text: str) -> str:
    """ "Ich sitze dort und schreibt auf": the second verb follows the first one's person."""
    if not _JOINED.search(text[: found.start()]):
        return found["verb"]
    own = said_of_oneself(f"Name {found['verb']} etwas", ("Name",))
    return own.split()[1] if own else found["verb"]


def _quoted(words: str) -> str:
    """What they said in so many words: "Sie meinte: mit vier Leuten" is "Mit vier Leuten"."""
    others = _THIRD.search(words) and not re.match(_ANYBODY, words)
    return "" if _USER.search(words) or others or "?" in words else f"{words[:1].upper()}{words[1:]}"


def _goes_on(part: str) -> bool:
    """Whether a sentence goes on with the one before it, and speaks neither of the user nor of another person."""
    if _USER.search(part) or _THIRD.search(part) or "?" in part or len(part.split()) < 5:
        return False
    return bool(_GOES_ON.match(part)) and bool(re.search(r"\b[a-zäöüß]+(?:t|te|en|ten|ng|st)\b", part))


GERMAN = Readers(profile=_of_profile, talk=_of_talk, text=_of_text)
"""A profile and a talk in the words in which the program puts them."""
