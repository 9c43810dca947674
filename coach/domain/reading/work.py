"""What somebody does, where, and what they care about, where the notes say it outright."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.capture import FoundPerson
from coach.domain.checking.english import forms
from coach.domain.naming import first_name
from coach.domain.reading.names import trimmed
from coach.domain.reading.promised import whose_promise

_NAME = r"[^\W\d_][\w'’&.-]*(?:\s+(?:(?:of|for|and|&|de|der|für|und)\s+)?[^\W\d_][\w'’&.-]*){0,4}"
_NEAR = r"^(?:\s*[,(–—-]?\s*)?(?:[\w'’ -]{0,40}?\b)?"
_AT = re.compile(rf"{_NEAR}(?:from|at|bei|von der|von|vom)\s+(?:the\s+)?({_NAME})")
_OF = re.compile(rf"^\s*(?:of|with)\s+(?:the\s+)?({_NAME})")
_IN_BRACKETS = re.compile(rf"^\s*\((?:from |at |of |bei |von )?(?:the )?({_NAME})\)")
_JOINED = re.compile(
    rf"\b(?:works? (?:at|for)|working (?:at|for)|first job at|job at|joined|started at|now at|moved to|new at|"
    rf"arbeitet (?:bei|für)|ist jetzt bei)\s+(?:the\s+)?({_NAME})"
)
_PAST = re.compile(
    r"\b(?:used to (?:be|work)|formerly|previously|ex-|left|was (?:at|with)|were (?:at|with)|before that|until|früher|"
    r"ehemals|war (?:bei|mal))\b[^.;]*$",
    re.IGNORECASE,
)
_DOING = r"leads|runs|builds|heads|manages|teaches|maintains|organi[sz]es|founded|edits"
_DOES = re.compile(
    rf"(?:\b(?:she|he|they|who|and|er|sie)|,)\s+((?:leitet|führt|unterrichtet|organisiert|betreut|{_DOING}|"
    r"works (?:on|as|in|for|with))\s[^,.;]+?)(?=\s+and\b|[,.;]|$)",
    re.IGNORECASE,
)
_DOES_WITHOUT_SUBJECT = re.compile(rf"^[\s,]*((?:{_DOING})\s[^,.;]+?)(?=\s+and\b|[,.;]|$)", re.IGNORECASE)
_IS_A = re.compile(
    r"^\s*(?:is|works as|became|arbeitet als|ist)\s+(?:an?\s+|the\s+|eine?\s+)?([^,.;()]{3,50}?)"
    r"(?=\s+(?:at|for|from|in|bei|who|and|und)\b|[,.;(]|$)"
)
_APPOSITION = re.compile(
    r"^\s*(?:\([^()]*\))?\s*[-–—:,]\s*([^,.;:()]{3,50}?)(?=\s+(?:at|from|bei)\s|\s[-–—]\s|[,.;(]|$)"
)
_BECAME = re.compile(
    r"\b(?:before|and|then|now)\s+(?:she|he|they)?\s*(?:became|is|works as)\s+an?\s+([^,.;()]{3,40}?)(?=[,.;(]|$| at\b)"
)
_TRADE = re.compile(r"^\s*\(([a-zäöü][^(),]{2,40})(?:,[^()]*)?\)")
_PRONOUN = re.compile(r"^(?:She|He|They|Er|Sie)(?= (?:is|works|ist|arbeitet)\b)", re.IGNORECASE)
_NO_ROLE = re.compile(
    r"^(?:she|he|they|who|the (?:guy|woman|man|one|person|lady)|her|his|their|we|i|and|but|from|at|used|used to|is|was|"
    r"has|had|told|said|asked|wants?|loves?|met|very|great|so|also|just|new|old|er|sie|wer|die|der|das|und|aber|"
    r"lunch|follow|owes|promised|with|to|about|for)\b|\d",
    re.IGNORECASE,
)


def with_work(person: FoundPerson, lines: Sequence[str]) -> FoundPerson:
    """Role, organisation and interests where the sentences about the person say them outright."""
    role, organisation = person.role, person.organisation
    first = first_name(person.name)
    for line in lines:
        _, mark, after = line.partition(person.name)
        if not mark:
            _, mark, after = line.partition(first)
        organisation = organisation or _organisation(line, after if mark else "")
        if not mark and (pronoun := _PRONOUN.match(line)):
            mark, after = pronoun[0], line[pronoun.end() :]
            organisation = organisation or _organisation(line, after)
        role = role or _role(line, after if mark else "", whole=not mark)
    cares = person.cares_about or tuple(dict.fromkeys(topic for line in lines for topic in interests_in(line)))[:3]
    return person.model_copy(update={"role": role, "organisation": organisation, "cares_about": cares})


MOST_WORDS = 6
"""Words of a role or an organisation; more are a sentence."""


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
    return not name or words.isupper()


def may_be_an_organisation(words: str, told: str) -> bool:
    """Whether words of the notes can be the name of an organisation: capitals, no sentence, and no place."""
    parts = words.split()
    if re.search(rf"\b(?:in|near|nahe) {re.escape(words)}\b", told):
        return False
    return 0 < len(parts) <= MOST_WORDS and any(part[:1].isupper() or part[:1].isdigit() for part in parts)


def _organisation(line: str, after: str) -> str:
    for pattern, text in ((_IN_BRACKETS, after), (_AT, after), (_OF, after), (_JOINED, line)):
        if (
            text
            and (match := pattern.search(text))
            and not _PAST.search(line[: len(line) - len(text) + match.start(1)])
            and (name := _trimmed_organisation(match[1]))
        ):
            return name
    return ""


def _trimmed_organisation(words: str) -> str:
    """A run of capitalised words; small joining words may stand inside it."""
    kept: list[str] = []
    for word in words.split():
        bare = word.strip(".,;:'’-")
        small = bare in ("of", "for", "and", "&", "de", "der", "für", "und")
        if not bare or not (bare[0].isupper() or (kept and small)):
            break
        kept.append(bare)
        if word[-1] in ",;:":
            break
    while kept and not kept[-1][0].isupper():
        kept.pop()
    return " ".join(kept) if kept and trimmed(kept[0]) else ""


def _role(line: str, after: str, *, whole: bool) -> str:
    if whole_promise(line):
        return ""
    for pattern, text in (
        (_TRADE, after),
        (_APPOSITION, after),
        (_IS_A, after),
        (_BECAME, line),
        (_DOES, line),
        (_DOES_WITHOUT_SUBJECT, line if whole else after),
    ):
        if text and (match := pattern.search(text)):
            words = match[1].strip().removeprefix("now ")
            if pattern in (_DOES, _DOES_WITHOUT_SUBJECT) or _is_role(words):
                return words
    return ""


def _is_role(words: str) -> bool:
    if _NO_ROLE.match(words) or len(words.split()) > 7:
        return False
    first = words.partition(" ")[0].casefold()
    kinds = forms(first)
    return not ("VERB" in kinds and (first.endswith("ed") or (first.endswith("s") and "NOUN" not in kinds)))


def whole_promise(line: str) -> bool:
    """Whether a sentence is nothing but a promise, which tells no role."""
    return whose_promise(line) is not None and len(line.split()) < 14


def past_work(words: str, lines: Sequence[str]) -> bool:
    """Whether the notes speak of this place only as one where somebody used to be."""
    places = [(line, line.find(words)) for line in lines if words in line]
    return bool(places) and all(_PAST.search(line[:at]) for line, at in places)


# --------------------------------------------------------------------- what somebody cares about
_STRONG = re.compile(
    r"\b(?:loves|lives for|cares (?:a lot |deeply )?(?:about|for)|is (?:really |very |big )?into|"
    r"(?:is )?passionate about|(?:is )?obsessed with|enjoys|(?:is )?(?:a )?(?:big )?fan of|"
    r"(?:is )?worried (?:about|abt)|(?:is )?mad about|geeks out (?:about|over|on)|interested in|(?:is )?keen on|"
    r"liebt|brennt für|begeistert sich für|interessiert sich für|schwärmt für)\s+([^,.;:!?()]{3,60})",
    re.IGNORECASE,
)
_CUE = re.compile(
    r"\b(?:lov\w+|lives for|car(?:es|ing) (?:about|for)|into|passion\w*|obsess\w+|keen|interest\w*|enthus\w+|mad about|"
    r"fan of|worr\w+|wants?|wish\w*|dreams? of|believ\w+|fascinat\w+|hobb\w+|enjoys?|likes?|geek\w*|excited|hates?|"
    r"matters?|important|liebt|mag|interess\w+|begeister\w+|brennt|träum\w+|sucht|wichtig|hobby|leidenschaft)\b",
    re.IGNORECASE,
)
_STOPS = re.compile(r"\s+(?:and|but|because|so|since|und|aber|weil|after|when|ever)\b.*$", re.IGNORECASE)
TOPIC_WORDS = 5


def interests_in(line: str) -> list[str]:
    """What a sentence says that somebody loves or cares about, in its own words."""
    topics = (_STOPS.sub("", found[1]).strip() for found in _STRONG.finditer(line))
    return [topic for topic in topics if topic and len(topic.split()) <= TOPIC_WORDS]


def may_be_cared_about(topic: str, lines: Sequence[str]) -> bool:
    """Whether a sentence about somebody that holds this topic speaks of what they care about."""
    needle = " ".join(topic.casefold().split())
    if not needle or len(needle.split()) > TOPIC_WORDS:
        return False
    return any(needle in " ".join(line.casefold().split()) and _CUE.search(line) for line in lines)
