"""Who promised what to whom by when. A sentence is taken apart where it speaks of two doers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from coach.domain.capture import FoundCommitment, FoundPerson
from coach.domain.dates import coming_date
from coach.domain.naming import first_name
from coach.domain.reading.focus import Said, places_of

_DOING = r"(?:send|introduce|intro|show|tell|give|share|lend|bring|write|mail|email|forward|connect|help|invite|put)"
_MINE = re.compile(
    r"\b(?:I(?:'|’)ll|I will|I(?:'| ha|’)ve promised|I promised|I owe|I said I(?:'|’)d|I should|I must|I offered to|"
    r"I need to|I agreed to|I have to|I told \w+ I(?:'|’)d|told \w+ I(?:'|’)d|I can|"
    r"we agreed to|we said we(?:'|’)d)\b|"
    r"(?:^|[,;:]\s*|\band )promised (?:to|her|him|them)\b|"
    rf"(?:^|[;:]\s*)(?:todo|to do|action|need to|must|remember to)\b:?\s*(?:{_DOING})?|"
    rf"^{_DOING} (?:him|her|them)\b",
    re.IGNORECASE,
)
_THEIRS = re.compile(
    r"\b(?:(?:she|he|they)(?:'|’)(?:ll|d)|(?:she|he|they) will|(?:she|he|they) promised|(?:she|he|they) offered to|"
    r"owes me|promised me|offered me|offered to (?:send|introduce|show|lend|share|help|connect|put)|"
    rf"(?:will|would) {_DOING} (?:me|us)|can {_DOING} me|(?:is|are) (?:going|happy|glad) to {_DOING} me|"
    rf"wants to {_DOING} me|(?-i:(?!(?:Then|Also|And|But|Later|We|I)\b)[A-Z][\w’-]+) (?:also )?promised)\b",
    re.IGNORECASE,
)
_GERMAN_MINE = re.compile(
    r"\b[Ii]ch (?:schicke|sende|maile|stelle|gebe|bringe|zeige|rufe|leihe|leite|melde)\b|"
    r"\b[Ii]ch (?:habe|hab) (?:\w+ ){1,3}(?:versprochen|zugesagt|angeboten)\b|"
    r"\b[Ii]ch (?:soll|muss|werde|will) (?:ihr|ihm|ihnen)\b|^(?:[Hh]abe |[Hh]ab )?(?:ihr|ihm|ihnen) versprochen\b"
)
_GERMAN_THEIRS = re.compile(
    r"\b(?:schickt|sendet|mailt|stellt|gibt|bringt|zeigt|leiht) mi(?:r|ch)\b|\b(?:will|wird|möchte|kann) mi(?:r|ch)\b|"
    r"\bhat mir (?:\w+ ){0,4}(?:versprochen|angeboten|zugesagt)\b|\bschuldet mir\b|\bmeldet sich\b"
)
_ASKED = re.compile(
    r"\basked (?:me )?(?:if|whether) I (?:could|would|can|might|want to)\s+(?P<what>[^.;!?,]+?)(?=[.;!?,]| and I |$)",
    re.IGNORECASE,
)
_AGREED = re.compile(r"\b(?:said yes|agreed|of course|i(?:'|’)?m in|happy to|gladly|sure|zugesagt)\b", re.IGNORECASE)
_SEAM = re.compile(
    r";\s*|,\s*(?=(?:and |but )?(?:she|he|they|I|we)\b(?:'|’| (?:will|promised|offered|owe|should|must|said)))|"
    r"\s+and\s+(?=(?:she|he|they|I|we)\b(?:'|’| (?:will|promised|offered|owe|should|must|said)))",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"(?:[\s,]+(?:by|on|until|before|next|this|tomorrow|today|tonight|within|in (?:a|an|one|two|three|four|\d+)|"
    r"bis|am|nächste\w*|morgen)\b)+(?=[^,;]*$)",
    re.IGNORECASE,
)
_OWED = re.compile(r"^(?:her|him|them|me) (?=an?\b|the\b|my\b|our\b)")
"""Whom something is owed to stands beside the promise."""
_GERMAN_PROMISED = re.compile(r"\b(?:versprochen|zugesagt|angeboten),?\s+(?:dass (?:ich|sie|er) )?(\S.{6,})$")
_GERMAN_SUBJECT = re.compile(r"^(?:[Ss]ie|[Ee]r) (?:will|wird|möchte|kann) (?=mi(?:r|ch)\b)")
_GERMAN_DAY = re.compile(r"\s*\b(?:bis|am)(?: zum)? (?:nächste\w* |kommende\w* )?(?:[A-ZÄÖÜ]\w*tag|Wochenende)\b\s*")
_THEM = re.compile(r"\b(?P<do>introduce|intro|connect) (?:him|her|them)\b", re.IGNORECASE)


def whose_promise(sentence: str) -> str | None:
    """`me`, `them`, or None when the sentence promises nothing or does not say who."""
    mine = bool(_MINE.search(sentence) or _GERMAN_MINE.search(sentence))
    theirs = bool(_THEIRS.search(sentence) or _GERMAN_THEIRS.search(sentence))
    if mine == theirs:
        return None
    return "me" if mine else "them"


def promises(sayings: Iterable[Said], people: Sequence[FoundPerson], today: date) -> list[FoundCommitment]:
    """Promises by rule, each once. A sentence without a name belongs to whomever its pronoun means."""
    found: dict[tuple[str, str, str], FoundCommitment] = {}
    before: Said | None = None
    for said in sayings:
        for promise in [*_in_sentence(said, people, today), *_agreed(before, said)]:
            found.setdefault((promise.person, promise.quote, promise.what), promise)
        before = said
    return list(found.values())


def _in_sentence(said: Said, people: Sequence[FoundPerson], today: date) -> list[FoundCommitment]:
    clauses = [said.text] if whose_promise(said.text) else _SEAM.split(said.text)
    found = []
    for clause in clauses:
        by = whose_promise(clause)
        who = _whose(clause, said, people) if by else ""
        if by and who:
            what = _THEM.sub(rf"\g<do> {first_name(who)}", _what(clause, today))
            found.append(FoundCommitment(person=who, by=by, what=what, due=coming_date(clause, today), quote=said.text))
    return found


def _whose(clause: str, said: Said, people: Sequence[FoundPerson]) -> str:
    """The other side of a promise: whom the clause names before anybody else, or whom its pronoun means."""
    named = places_of([one.name for one in people], clause)
    first = min(named, key=lambda name: named[name], default="")
    pronoun = re.search(r"\b(?:she|he|they|her|him|them|ihr|ihm|ihnen)\b", clause, re.IGNORECASE)
    if pronoun and said.focus and (not first or pronoun.start() < named[first]):
        return said.focus
    return first or said.focus


def _agreed(before: Said | None, said: Said) -> list[FoundCommitment]:
    """ "Asked if I could give a talk. Said yes!" is a promise of yours."""
    asked = _ASKED.search(said.text)
    if asked and _AGREED.search(said.text[asked.end() :]):
        source = said
    elif before and (asked := _ASKED.search(before.text)) and _AGREED.match(said.text.removeprefix("I ")):
        source = before
    else:
        return []
    who = next(iter(source.about), source.focus)
    what = asked["what"].strip() if asked else ""
    return [FoundCommitment(person=who, by="me", what=what, quote=source.text)] if who and what else []


def _what(clause: str, today: date) -> str:
    """What is promised: the words after the promise, without the day."""
    said = clause.strip(" .,:;!")
    if _GERMAN_MINE.search(clause) or _GERMAN_THEIRS.search(clause):
        said = _GERMAN_SUBJECT.sub("", said)
        promised = _GERMAN_PROMISED.search(said)
        return " ".join(_GERMAN_DAY.sub(" ", promised[1] if promised else said).split())
    for pattern in (_MINE, _THEIRS):
        if match := pattern.search(clause):
            rest = clause[match.end() :].strip(" .,:;!")
            words = match.group().split()
            verb = next((word.casefold() for word in words if re.fullmatch(_DOING, word, re.IGNORECASE)), "")
            tail = words[-1] if verb and words[-1].casefold() in ("me", "us", "her", "him", "them") else ""
            rest = rest if verb else _OWED.sub("", rest.removeprefix("to "))
            said = " ".join(part for part in (verb, tail, rest) if part) or said
            break
    bare = _without_day(said, today)
    return bare if len(bare.split()) > 1 else said


def _without_day(said: str, today: date) -> str:
    """ "Send her our leaflet on bills by Wednesday" without its last words that name a day."""
    if not coming_date(said, today):
        return said
    ends = [match.start() for match in _WHEN.finditer(said) if coming_date(said[match.start() :], today)]
    return said[: ends[-1]] if ends else said
