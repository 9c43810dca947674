"""What somebody does, where, and what they care about, where the notes say it outright."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.capture import FoundPerson
from coach.domain.checking.english import forms
from coach.domain.checking.lexicon import COMPANIONS, ROLE_HEADS, ROLE_MODIFIERS, TITLES
from coach.domain.checking.people import RELATIONS
from coach.domain.checking.tokens import fold
from coach.domain.naming import family_name, first_name, is_title
from coach.domain.reading.employers import MOST_WORDS, is_a_place, organisation_at
from coach.domain.reading.entries import work_told
from coach.domain.reading.given import is_given
from coach.domain.reading.interests import interests_in
from coach.domain.reading.posts import Work
from coach.domain.reading.promised import whose_promise
from coach.domain.reading.roles import does, is_head, is_role
from coach.domain.reading.told import name_in, of_this_one, others_in, told_of, until_another

_PAST = re.compile(
    r"\b(?:used to (?:be|work)|formerly|previously|ex-|left|was (?:at|with)|were (?:at|with)|before that|until|früher|"
    r"ehemals|war (?:bei|mal))\b[^.;]*$",
    re.IGNORECASE,
)
_BECAME = re.compile(
    r"\b(?:before|and|then|now)\s+(?:she|he|they)?\s*(?:became|is|works as)\s+an?\s+([^,.;()]{3,40}?)(?=[,.;(]|$| at\b)"
)
_NO_ROLE = re.compile(
    r"^(?:she|he|they|who|the (?:guy|woman|man|one|person|lady)|her|his|their|we|i|and|but|from|at|used|used to|is|was|"
    r"has|had|told|said|asked|wants?|loves?|met|very|great|so|also|just|new|old|er|sie|wer|die|der|das|und|aber|"
    r"lunch|follow|owes|promised|with|to|about|for)\b|\d",
    re.IGNORECASE,
)
_NOT_ABOUT_WORK = re.compile(
    r"^(?:me|ich|i|we|wir)\s*(?:→|->|=>|:|>)|^(?:i|we|ich|wir)\s+(?:owe|need|must|will|should|promised|share|send)\b|"
    r"^(?:send|ring|call|mail|email|ping|ask|write|text|message|remind|introduce|invite|promised|told)\b",
    re.IGNORECASE,
)
"""`me → Ann: the script`, `send Ann the designer's notes`: what is to be done, not what somebody does."""

MOST_TOPICS = 3


def with_work(person: FoundPerson, lines: Sequence[str], others: Sequence[str] = ()) -> FoundPerson:
    """Role, organisation and interests where the sentences about the person say them outright. `others`: the other
    names of the notes; what is said behind one of them is not read as this one's."""
    name, others = person.name, [name for name in others if name != person.name]
    found = Work(person.role, person.organisation)
    for line in lines:
        found = found.or_else(_work_in(line, name, others))
    topics = dict.fromkeys(topic for line in lines for topic in _topics_in(line, name, others))
    cares = person.cares_about or tuple(topics)[:MOST_TOPICS]
    return person.model_copy(update={"role": found.role, "organisation": found.organisation, "cares_about": cares})


def _topics_in(line: str, name: str, others: Sequence[str]) -> list[str]:
    """What a sentence says that this person loves; of several whom it names, whoever stands nearest before it does."""
    place = name_in(name, line)
    named = {at: False for at in others_in(line, others).values()} | ({place.start(): True} if place else {})
    topics = ((topic, [at for at in named if at < line.find(topic)]) for topic in interests_in(line))
    return [topic for topic, before in topics if not before or named[max(before)]]


def _work_in(line: str, name: str, others: Sequence[str]) -> Work:
    """What one sentence says that this person does, and where."""
    place = name_in(name, line)
    if _NOT_ABOUT_WORK.match(line):
        return Work(organisation=_where_named(line[place.end() :], others) if place else "")
    found = Work()
    for told in told_of(line, name, others):
        found = found.or_else(work_told(told.words, alone=told.alone))
    if place:
        found = found.or_else(_work_before(line[: place.start()])).or_else(_of_each(line, name))
        found = found.or_else(_named_by_trade(name))
    if not found.role and (became := _BECAME.search(line)) and of_this_one(line[: became.start()], name, others):
        found = found.or_else(Work(became[1].strip()))
    no_role = whole_promise(line) or _ANOTHER_ONE.match(found.role) or _is_their_name(found.role, name)
    return Work("" if no_role else found.role, found.organisation)


def _is_their_name(role: str, name: str) -> bool:
    """`dr okafor`, of Sam Okafor, which ends like a trade."""
    family = fold(family_name(name))
    return bool(family) and family == fold(role.rpartition(" ")[2])


_ANOTHER_ONE = re.compile(r"(?:an ?other|other|diff(?:erent)?|andere[rs]?)\b", re.IGNORECASE)
"""`Maria Rossi from Slow Food, different woman`: no role."""


_EACH = re.compile(r"(?<![\w-])([A-ZÀ-Þ][\w'’-]+) (?:at|bei) (?=[A-ZÀ-Þ])")


def _of_each(line: str, name: str) -> Work:
    """`Tendai at Monzo, Marisol at Adyen`: several, each with where they are."""
    each = {found[1]: found.end() for found in _EACH.finditer(line)}
    at = each.get(first_name(name)) if len(each) > 1 else None
    return Work(organisation=organisation_at(line[at:], lead="at", role=False)) if at else Work()


def _named_by_trade(name: str) -> Work:
    """`Pfarrer Emmerich Saal`: what stands before a name like a title and is a trade."""
    first, _, rest = name.partition(" ")
    return (
        Work(first)
        if rest
        and fold(first).rstrip(".") not in _NO_OFFICE
        and not is_title(first)
        and not is_given(fold(first))
        and is_head(first)
        else Work()
    )


def _where_named(behind: str, others: Sequence[str]) -> str:
    """`Klim`, in `I should introduce him to Mira from Klim`: what a task says of somebody is only where they are."""
    if not re.match(r"\s+(?:from|of|vom|von|bei)\s|\s*\(", behind):
        return ""
    return work_told(until_another(behind, others)).organisation


_BETWEEN = re.compile(r"(?:,|\s+(?:called|named|lass|lad|guy|lady|bloke|chap|woman|man))+$")
_OFFICE = re.compile(
    r"\b(?:the|our|their)\s+(?:new\s+)?([\w -]{2,40}?)\s+(?:at|of|for|from)\s+([^,]{2,40}),\s*$", re.IGNORECASE
)
_THE_ONE = re.compile(
    r"\b(?:the|our|their|her|his|an?)\s+(?:new\s+|old\s+)?([\w-]+(?: [\w-]+){0,2}),\s*$", re.IGNORECASE
)
"""`the new vicar, Ann`."""
_CALLED = re.compile(
    r"\ban?\s+(?:\w+ing\s+)?([\w-]+(?: [\w-]+)?)"
    r"(?:\s+(?:from|in|of) [\w-]+)?\s+(?:called|named)\s*$",
    re.IGNORECASE,
)
"""`a kora player from Thies called Sekou`."""
_NO_OFFICE = COMPANIONS | RELATIONS | TITLES


def _work_before(before: str) -> Work:
    """`crane operator`, in `met crane operator Ann`, `the CTO of Stripe, Ann`; no companion (`my colleague Ann`) and no
    title (`Captain Ann`)."""
    office = _OFFICE.search(before)
    if office and is_role(office[1]) and (house := organisation_at(office[2], lead="at", role=True)):
        return Work(office[1], house)
    if before.rstrip().endswith(",") and not _THE_ONE.search(before):
        return Work()
    if (named := _CALLED.search(before)) and is_role(named[1]):
        return Work(named[1])
    if (one := _THE_ONE.search(before)) and is_role(one[1]) and fold(one[1].split()[-1]) not in _NO_OFFICE:
        return Work(one[1])
    words = _BETWEEN.sub("", before.rstrip()).split()
    kept: list[str] = []
    while words and fold(words[-1]) in ROLE_HEADS | ROLE_MODIFIERS:
        kept.insert(0, words.pop())
    head = bool(kept) and fold(kept[-1]) in ROLE_HEADS - COMPANIONS - RELATIONS - TITLES
    return Work(" ".join(kept)) if head and fold(kept[0]) not in ("former", "people") else Work()


def may_be_a_role(words: str, told: str) -> bool:
    """Whether words of the notes can be what somebody is: no name, no thing of theirs ("her co-op"), no sentence."""
    parts = words.split()
    if not 0 < len(parts) <= MOST_WORDS or _NO_ROLE.match(words):
        return False
    if re.search(
        rf"\b(?:her|his|their|its|my|our|ihre?[mnrs]?|seine?[mnrs]?)\s+{re.escape(words)}\b", told, re.IGNORECASE
    ):
        return False
    if words.islower() and parts[-1] in ("early", "late", "soon", "there", "again", "away", "today", "yesterday"):
        return False
    name = all(part[:1].isupper() for part in parts) and not any(forms(part.casefold()) for part in parts)
    return (not name or words.isupper()) and (is_role(words) or does(words))


def may_be_an_organisation(words: str, told: str) -> bool:
    """Whether words of the notes can be the name of an organisation: capitals, no sentence, and no place."""
    parts = words.split()
    if is_a_place(words) and not re.search(rf"\b(?:at|bei|for|für) {re.escape(words)}\b", told):
        return False
    if re.search(rf"\b(?:in|near|nahe) {re.escape(words)}\b", told):
        return False
    return 0 < len(parts) <= MOST_WORDS and any(part[:1].isupper() or part[:1].isdigit() for part in parts)


def whole_promise(line: str) -> bool:
    """Whether a sentence is nothing but a promise, which tells no role."""
    return whose_promise(line) is not None and len(line.split()) < 14


def past_work(words: str, lines: Sequence[str]) -> bool:
    """Whether the notes speak of this place only as one where somebody used to be."""
    places = [(line, line.find(words)) for line in lines if words in line]
    return bool(places) and all(_PAST.search(line[:at]) for line, at in places)
