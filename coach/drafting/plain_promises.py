"""What is said of a promise: "As promised, I will send …", "I have not forgotten …", "Thank you for offering …".

In the record's own words: who owes whom what must never turn round.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from zlib import crc32

from coach.domain.brief import Line
from coach.domain.checking.english import forms
from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.domain.quoting import quotable
from coach.drafting.address import given_to_them, promise_told
from coach.drafting.angles import Angle
from coach.drafting.german_deeds import is_german
from coach.drafting.lines import grounded_lines, raw_line
from coach.drafting.statements import varied

_DUE = re.compile(r"\s*\(by (?P<day>\d{4}-\d\d-\d\d)?[^)]*\)")
_AFTER_AN_OFFER = (
    (
        re.compile(r"\b(?:show|visit|come|meet|call|help|invite|cook|play|take you|take me)\b"),
        ("When would suit you?", "Does that still suit you?", "Shall we find a day for it?"),
    ),
    (
        re.compile(r"\b(?:lend|bring)\b"),
        ("Shall I come and fetch that?", "When would suit you?", "Until when could I keep that?"),
    ),
    (
        re.compile(r"\b(?:introduce|ask|put in a word)\b"),
        ("Is there anything that you need from me for it?", "What should I send you for that?"),
    ),
    (
        re.compile(
            r"\b(?:form|paper|list|map|slides|link|report|book|recording|notes|plan|drawings|script|draft|table)\b"
        ),
        ("What should I look at first?", "What should I look out for in it?"),
    ),
)
_AFTER_A_THING_OFFERED = (
    "Is there anything that I could do for you in return?",
    "What could I do for you in return?",
)
"""Of what somebody is going to send, write or give."""


def promise_opener(evidence: Sequence[Evidence], facts: Mapping[str, Any], turn: int, key: str) -> list[Line]:
    """Thanks for what the person has offered and not done yet, and whether it still suits them."""
    for one in evidence:
        owed = _OWED_TO_ME.match(quotable(one.text)) if one.kind is Kind.COMMITMENT else None
        if owed and (line := plain_promise(Angle("thanks", owed["what"], (one.label,)), evidence, facts)):
            return grounded_lines(
                [raw_line(f"{line.text} {_behind(line.text, turn, key)}", one.label)], evidence, facts
            )
    return []


def _behind(said: str, turn: int, key: str) -> str:
    """What one asks behind the thanks, by what was offered."""
    fitting = next((asked for deed, asked in _AFTER_AN_OFFER if deed.search(said)), _AFTER_A_THING_OFFERED)
    return varied(fitting, turn, key)


_OWED_TO_ME = re.compile(r"^(?!I owe ).{1,80}? owes? me: (?P<what>.+)$")
_UNNAMED = (
    ("Thank you for what you have promised me.",),
    ("I have not forgotten what I promised you.", "I will do what I promised you."),
)
"""Of what they promised and of what the user did, where its own words are not English."""
_TO_WHOM = re.compile(r"^(send|lend|show|bring|give) (?!you\b|me\b|it\b|them\b)(?!.*\bto you\b)", re.IGNORECASE)


def plain_promise(
    angle: Angle, evidence: Sequence[Evidence], facts: Mapping[str, Any], *, thanked: bool = False
) -> Line | None:
    """The sentence about a promise in the record's own words: who owes whom what must never turn round. One noted in
    German is not named. `thanked`: another sentence of the message says thanks already."""
    said = _bare(_DUE.sub("", angle.fact), "you" if angle.slot == "keep" else "me")
    said = given_to_them(said) if angle.slot == "keep" else said
    what = to_the_point(promise_told(said, str(facts.get("person", "")))).rstrip(" .…,;:")
    if not what:
        return None
    if is_german(_DUE.sub("", angle.fact)):
        texts = list(_UNNAMED[angle.slot == "keep"])
    else:
        texts = _of_a_deed(what, angle, facts) if is_a_deed(what) else _of_a_thing(what, angle, facts)
    texts = [texts[-1].replace(", thank you.", ".")] if thanked and angle.slot == "thanks" else texts
    at = crc32(f"{angle.slot} {facts.get('person', '')}".encode()) % len(texts)
    ways = [raw_line(text, *angle.labels) for text in (*texts[at:], *texts[:at])]
    return next(iter(grounded_lines(ways, evidence, facts)), None)


def _bare(what: str, whom: str) -> str:
    """What was promised without the words that say so: "promised him: intro to Lena" is "introduce you to Lena".
    `whom`: "you", or "me" where it is they who promised."""
    return _INTRO.sub(f"introduce {whom} to ", _SAYS_SO.sub("", what, count=1))


_SAYS_SO = re.compile(
    r"^(?:(?:I|we) )?(?:(?:promised|said|told|offered|agreed|owe)\b(?: (?:her|him|them|you)\b)?(?: that)?"
    r"(?: (?:I|we)(?:['’]d|['’]ll| would| will)\b)?(?::| to\b(?= [a-z]))?|(?:her|him|them|you):)\s*",
    re.IGNORECASE,
)
_INTRO = re.compile(r"^(?:an? |the )?intro(?:duction)? to (?=[A-Z])")


def to_the_point(what: str) -> str:
    """A promise without what the notes say beside it ("post it (he has no computer)", "ask round, not Hargreaves, he'd
    shoot me"); "" where it is a whole sentence of the notes, which no frame fits."""
    short = _BESIDE.split(what, maxsplit=1)[0].strip(" ,;:–—-")
    return "" if _A_SENTENCE.search(short) else short


_BESIDE = re.compile(
    r"\s*\([^()]*(?:\)|$)(?=\s*(?:$|[,.;]))|\s*[;–—]\s+|\s+but\s+|"
    r",\s+(?=(?:not|but|because|since|as|only|though|so|it|he|she|they|I|we|you)\b)|,\s+(?=\w+['’](?:d|ve|ll|s)\b)"
)
_A_SENTENCE = re.compile(
    r"\b(?:he|she|they|I|we|you)['’](?:ll|d)\b|"
    r"(?:^|, |\band )(?:he|she|they|I|we|you|it)(?:['’](?:ve|re|s|m)\b| (?:will|would|can|could|is|are|was|were|has|"
    r"have|had|said|gets?|wants?|needs?|asked|promised|must|should)\b)|"
    r"^(?:will|would|shall|could|can|must|should|said|says|told|gave|gets|has|have|is|are|was|were|don['’]t|mine|hers|his|"
    r"theirs|there|that|this|I|we|she|he|they|it)\b|:\s|[?!\"“„]|\b(?:there|that|it)['’]s\b|^(?:him|her|them|you) ",
    re.IGNORECASE,
)


def is_a_deed(what: str) -> bool:
    """Whether what was promised begins with its verb ("send the slides") and is no thing ("risk assessment")."""
    first, _, rest = what.partition(" ")
    low, following = first.lower(), rest.partition(" ")[0].lower()
    if low in _SURE_DEEDS and following in ("me", "us", "you"):
        return True
    if low not in forms(low).get("VERB", ()) or (following == "of" and "NOUN" in forms(low)):
        return False
    sure = low in _SURE_DEEDS or following in _BEHIND_A_VERB or bool(_THEN_SENDS.search(rest))
    return sure or not {"NOUN", "ADJ"} & forms(low).keys()


_THEN_SENDS = re.compile(r" and (?:send|show|give|bring|call|write|tell|post|mail|show) \S")
"""Only behind a deed comes a deed: "rewrite rule 4 and send it"."""


_SURE_DEEDS = frozenset(
    """send lend show give bring write ask introduce tell share call ring visit meet book find get help check look
    mail e-mail email forward invite teach cook return post pass recommend translate read record draft text
    drop order buy keep save hold reserve""".split()
)
_BEHIND_A_VERB = frozenset(
    """a an the you your me my us our it them him her his their to for at on in with up out about whether if how where
    what why who when which some two three four five six seven eight nine ten eleven twelve""".split()
)


_BARE_THING = re.compile(
    r"^((?:text|send|bring|give|lend|show|mail|e-?mail|forward) (?:me|us|you)) "
    r"(?=(?:number|address|link|list|recipe|file|book|contact|name|paper|report|form|leaflet|key|map|plan|draft)$)"
)
"""`text me number`, as hasty notes have it."""


def _of_a_deed(what: str, angle: Angle, facts: Mapping[str, Any]) -> list[str]:
    what = _BARE_THING.sub(r"\1 the ", f"{what[:1].lower()}{what[1:]}")
    if angle.slot == "keep":
        what = _TO_WHOM.sub(r"\1 you ", what)
        until = _until(angle.fact, facts)
        return [
            f"As promised, I will {what}{until}.",
            f"I have not forgotten my promise to {what}{until}.",
            f"I promised to {what}{until}, and I will.",
        ]
    return [
        f"Thank you for offering to {what}.",
        f"Thank you again for your offer to {what}.",
        f"You offered to {what}, thank you.",
    ]


def _of_a_thing(what: str, angle: Angle, facts: Mapping[str, Any]) -> list[str]:
    """A promise that only names the thing: "the addresses of two shops"."""
    first = what.partition(" ")[0]
    determined = first.lower() in _DETERMINERS or first[:1].isdigit()
    low = first.lower() in _DETERMINERS or (bool(forms(first.lower())) and not first.isupper())
    thing = f"{what[:1].lower()}{what[1:]}" if low else what
    thing = re.sub(r"^(?:an?|some) ", "the ", thing) if determined and angle.slot == "keep" else thing
    thing = with_determiner(thing)
    if angle.slot == "keep":
        until = _until(angle.fact, facts)
        said = [
            f"I have not forgotten {thing} that I promised you{until}.",
            f"I promised you {thing}{until}, and I have not forgotten.",
        ]
        return said if until else [said[0], f"I still owe you {thing}.", said[1]]
    return [
        f"Thank you for offering {thing}.",
        f"Thank you in advance for {thing}.",
        f"You offered me {thing}, thank you.",
    ]


def with_determiner(thing: str) -> str:
    """ "photographs of the wall" as what was promised: "the photographs of the wall"."""
    first = thing.partition(" ")[0]
    return thing if first.lower() in _DETERMINERS or first[:1].isdigit() else f"the {thing}"


_DETERMINERS = frozenset("a an the your my our his her their some two three four five six all both one".split())


_TIMED = re.compile(
    r"\b(?:until|till|by|before|on|in) (?:the )?(?:\d|[A-Z]\w+day|January|February|March|April|May|June|July|August|"
    r"September|October|November|December|next|this|tomorrow|time|spring|summer|autumn|winter|end|weekend)"
)
"""A promise that names its time itself; "on leap seconds" is none."""


def _until(fact: str, facts: Mapping[str, Any]) -> str:
    """The day of a promise that lies ahead, as one writes it."""
    found = _DUE.search(fact)
    day = date.fromisoformat(found["day"]) if found and found["day"] else None
    timed = _TIMED.search(fact[: found.start()]) if found else None
    today = str(facts.get("today", ""))
    return f" by {day.day} {day:%B}" if day and not timed and today and day.isoformat() > today else ""
