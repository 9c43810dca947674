"""Who promised what to whom by when. A sentence is taken apart where it speaks of two doers."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date

from coach.domain.capture import FoundCommitment, FoundPerson
from coach.domain.checking.english import forms
from coach.domain.dates import coming_date
from coach.domain.named_days import without_day, without_german_days
from coach.domain.naming import first_name
from coach.domain.reading.focus import Said, places_of
from coach.domain.reading.promise_words import Promised, hedged, promised_in, without_condition
from coach.domain.reading.promises_english import SPOKEN
from coach.domain.reading.promises_german import in_the_infinitive

_ASKED = re.compile(
    r"\basked (?:me )?(?:if|whether) I (?:could|would|can|might|want to)\s+(?P<what>[^.;!?,]+?)(?=[.;!?,]| and I |$)",
    re.IGNORECASE,
)
_AGREED = re.compile(r"\b(?:said yes|agreed|of course|i(?:'|’)?m in|happy to|gladly|sure|zugesagt)\b", re.IGNORECASE)
_THEY = r"(?:she|he|they|I|we)\b(?:'|’| (?:will|promised|offered|owe|should|must|said|told|am to))"
_SEAM = re.compile(
    # mine: the code, hers: the keys
    r";\s*|,\s*(?=(?:hers|his|theirs|mine|me|she|he):)|"
    # …, and she'll send; … and Ann will send
    rf",\s*(?=(?:and |but )?{_THEY})|\s+and\s+(?={_THEY})|"
    r"\s+and\s+(?=(?-i:[A-Z])[\w’-]+(?:'s gonna| will| has| is| offered| promised)\b)",
    re.IGNORECASE,
)
"""Where a sentence goes on with another doer."""
_WHEN = re.compile(
    r"(?:[\s,]+(?:by|on|until|before|next|this|tomorrow|tmrw|tmr|today|tonight|within|"
    r"in (?:a|an|one|two|three|four|\d+)|bis|am|nächste\w*|morgen)\b)+(?=[^,;]*$)",
    re.IGNORECASE,
)
_ALONE = r"[a-z][\w-]*(?: (?:for|by|at|on|in|next|this|from|after|before|since|and|tomorrow|today)\b.*)?$"
"""A thing in one word: `coffee`, `lunch next week`; not `manager a call`."""
_NO_THING = r"(?:one|to|that|this|it|nothing|so|for)\b"
_OWED = re.compile(
    r"^(?:her|him|them|me) (?:for )?(?=an?\b|the\b|my\b|our\b|[\d£€$]|(?:two|three|four|some)\b)|"
    rf"^(?:him|them) (?!{_NO_THING})(?=[a-z])"
)
"""Whom something is owed to stands beside the promise."""
_OWED_HER = re.compile(rf"^her (?!{_NO_THING})(?={_ALONE})")
"""`I owe her coffee`; what she promised me is hers (`her slides`)."""
_GERMAN_PROMISED = re.compile(r"\b(?:versprochen|zugesagt|angeboten)[,:]?\s+(?:dass (?:ich|sie|er) )?(\S.{6,})$")
_THEM = re.compile(r"\b(?P<do>introduce|intro|connect) (?:him|her|them)\b", re.IGNORECASE)


def whose_promise(sentence: str) -> str | None:
    """`me`, `them`, or None when the sentence promises nothing or does not say who."""
    found = promised_in(sentence)
    return found.by if found else None


def promises(sayings: Iterable[Said], people: Sequence[FoundPerson], today: date) -> list[FoundCommitment]:
    """Promises by rule, each once. A sentence without a name belongs to whomever its pronoun means."""
    found: dict[tuple[str, str, str], FoundCommitment] = {}
    before: Said | None = None
    for said in sayings:
        kept = [_given_by_them(one, before, said) for one in _in_sentence(said, people, today)]
        for promise in [*kept, *_agreed(before, said)]:
            found.setdefault((promise.person, promise.quote, promise.what), promise)
        before = said
    return list(found.values())


def _given_by_them(promise: FoundCommitment, before: Said | None, said: Said) -> FoundCommitment:
    """ "Grace, events officer. Promised to forward the form." goes on about Grace, where the sentence says of nobody
    that it was promised to them, and the one before has no "I"."""
    about = before.about[:1] if before else ()
    goes_on = about == said.about == (promise.person,) and not said.named
    bare = _BARE_PROMISE.match(_WHERE_THEY_ARE.sub("", said.text)) and not (before and _FROM_ME.search(before.text))
    return promise.model_copy(update={"by": "them"}) if promise.by == "me" and goes_on and bare else promise


_BARE_PROMISE = re.compile(
    r"(?:also |and |has )?(?:(?:promised|offered|agreed) to|will|['’]ll) "
    r"(?!.*\b(?:him|her|ihr|ihm)\b)(?!.*(?<!\bif )(?<!\bonce )(?<!\bwhen )\bI\b)",
    re.IGNORECASE,
)
_WHERE_THEY_ARE = re.compile(r"\b(?:in|at|from|with) (?:his|her|their) \w+", re.IGNORECASE)
_FROM_ME = re.compile(r"\bI\b|^(?:told|asked|gave|showed) (?:him|her|them)\b")


def _in_sentence(said: Said, people: Sequence[FoundPerson], today: date) -> list[FoundCommitment]:
    if _ASKED.search(said.text):
        return []
    parts = [part for part in _SEAM.split(without_condition(said.text)) if part.strip()]
    several = sum(promised_in(part) is not None for part in parts) > 1
    clauses = parts if several or not whose_promise(said.text) else [said.text]
    if SPOKEN.match(said.text):
        clauses = [said.text]
    found = []
    for clause in clauses:
        promise, due = promised_in(clause), coming_date(clause, today)
        who = _whose(clause, said, people, promise.what) if promise else ""
        if (
            not promise
            or not who
            or (promise.by == "me" and due and _only_contact(promise.what, _ways_to_call(who, people)))
        ):
            continue
        called = _ways_to_call(who, people)
        what = _without_whom(_what(promise, today, called), called)
        what = _BARE_INTRO.sub(rf"\g<do> {first_name(who)} ", what)
        what = _THEM.sub(rf"\g<do> {first_name(who)}{_to_whom(clause, who, people)}", what)
        what = _with_the_thing(what, said.text)
        if not _SAYS_SOMETHING.search(what):
            continue
        sure = not hedged(clause, promise.what)
        found.append(FoundCommitment(person=who, by=promise.by, what=what, due=due, quote=said.text, accepted=sure))
    return found


def _to_whom(clause: str, who: str, people: Sequence[FoundPerson]) -> str:
    """` to Ben Archer`, where "I know Ben Archer, will introduce them"; "" where the clause names nobody like that."""
    known = _I_KNOW.search(clause)
    named = places_of({one.name: one.also_called for one in people if one.name != who}, clause) if known else {}
    return next((f" to {name}" for name, at in named.items() if known and at == known.end()), "")


_I_KNOW = re.compile(r"\bI know (?:(?:an? |my |our )[\w-]+ (?:called |named )?)?(?=[A-ZÀ-Þ])")


def _with_the_thing(what: str, sentence: str) -> str:
    """`send his slides`, for the "send them" of a sentence that has named them before."""
    pronoun = _IT.match(what)
    said = _THING.findall(sentence[: sentence.rfind(what)]) if pronoun and what in sentence else []
    return f"{pronoun['do']} {said[-1]}{what[pronoun.end() :]}" if pronoun and said else what


_IT = re.compile(
    r"(?P<do>send|bring|lend|give|forward|share|post|mail|email|e-mail) (?:it|them|those)(?= over$| on$|$)"
)
_THING = re.compile(
    r"\b(?:his|her|their|my|our) [a-z][\w-]*(?: [a-z][\w-]*)?(?=[,;.)]|$| (?:and|but|so|he|she|they|I)\b)"
)


_SAYS_SOMETHING = re.compile(r"[^\W\d_]{4}|\d|[A-Z]{2}|\w\s+\w")
"""`habe ich ihr so zugesagt`: what, the sentence before says."""


def _only_contact(what: str, called: Collection[str]) -> bool:
    """`ring Hana 27 June`: a day to be in touch, and nothing promised."""
    found = _CONTACT.match(what)
    return bool(found) and found["whom"].casefold() in ("him", "her", "them", *called)  # type: ignore[index]


def _ways_to_call(who: str, people: Sequence[FoundPerson]) -> list[str]:
    others = next((one.also_called for one in people if one.name == who), ())
    return " ".join((who, *others)).casefold().split()


def _without_whom(what: str, called: Sequence[str]) -> str:
    """`Leocadia the planting plan`, `Ana coffee`, `Nino to translate her label`: to whom it is promised is known."""
    found = re.match(
        rf"(?:(?:{'|'.join(map(re.escape, called))})\s+)+"
        rf"(?=(?:to|the|an?|my|our|some|two|three|four|I['’]?d|\d+)\b|(?-i:(?!{_NO_THING}){_ALONE}))",
        what,
        re.I,
    )
    return re.sub(r"^(?:to|I['’]?d) ", "", what[found.end() :]) if found else what


_CONTACT = re.compile(
    r"(?:call|ring|phone|telephone|ping|text|message|e-?mail|write to|catch up with|check in with|get back to|"
    r"reach out to|drop(?=\s+\S+ a (?:line|note)))\s+(?P<whom>[\w-]+)",
    re.IGNORECASE,
)


def _whose(clause: str, said: Said, people: Sequence[FoundPerson], what: str) -> str:
    """The other side of a promise: whom the clause names before anybody else, or whom its pronoun means."""
    named = places_of({one.name: one.also_called for one in people}, clause)
    first = min(named, key=lambda name: named[name], default="")
    known = _I_KNOW.search(clause)
    beside = not first or named[first] >= clause.find(what) or bool(known and named[first] == known.end())
    task = said.opens and said.text.startswith(what)
    if said.focus and said.focus != first and beside and not task and _ON_BEHALF.match(what):
        return said.focus
    pronoun = re.search(r"\b(?:she|he|they|her|him|them|ihr|ihm|ihnen)\b", clause, re.IGNORECASE)
    if pronoun and said.focus and (not first or pronoun.start() < named[first]):
        return said.focus
    return first or said.focus


_ON_BEHALF = re.compile(
    r"(?:ask|check with|talk to|speak to|introduce to|intro to|connect (?:to|with)|put in a word with) "
    r"(?:(?:my|our) [\w-]+ )?(?-i:[A-Z])|introduce (?:them|the two)\b",
    re.IGNORECASE,
)
"""`I said I'd ask Bernd`: a promise to whom the line is about."""


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


def _what(promise: Promised, today: date, called: Sequence[str] = ()) -> str:
    """What is promised: the words after the promise, without the day."""
    said = promise.what.strip(" .,:;!")
    if promise.german:
        promised = _GERMAN_PROMISED.search(said)
        told = promised[1] if promised else in_the_infinitive(said, called)
        return without_german_days(told)
    whole = said.removeprefix("to ")
    said = _OWED.sub("", whole)
    said = _OWED_HER.sub("", said) if promise.by == "me" else said
    is_a_thing = said != whole
    said = _ASIDE.sub("", _SMILE.sub("", said)).strip(" .,:;!")
    bare = without_day(_without_day(said if is_a_thing else _in_base_form(said), today))[0]
    return bare if len(bare.split()) > 1 else said


_SMILE = re.compile(r"\s*[:;]-?[)(DP](?!\w)")
_ASIDE = re.compile(
    r"[\s,]+\b(?:lol|haha|lmao|since the [\w ]+|no (?:date|hurry|rush)\b.*|date tbd|"
    r"I (?:have|need|must|just|still|think|hope|guess)\b.*)$|"
    r",\s+(?:she|he|they)(?:'|’| )(?:s|re|liked|loved|was|is|will|ll|has|had|have|knows?|runs?|works?|owns?|can|"
    r"could)\b.*$",
    re.IGNORECASE,
)
"""What stands behind a promise and is no part of it: `a beer since the fair :)`, `…, I have to check`."""


def _in_base_form(said: str) -> str:
    """`sends me the list`, `is sending me`, `mailing him two` as `send …`, `mail …`."""
    words = said.removeprefix("is ").removeprefix("are ").split(" ", 1)
    first = words[0].casefold()
    if first == "intro":
        return f"introduce {' '.join(words[1:])}"
    bases = forms(first).get("VERB", ())
    inflected = first.endswith(("s", "ing")) and bases and bases[0] != first
    return " ".join([bases[0], *words[1:]]) if inflected and len(words) > 1 else said


_BARE_INTRO = re.compile(r"^(?P<do>introduce|intro|connect) (?=to\b|with\b)", re.IGNORECASE)
"""`introduce to Clara`: the one whom the line is about."""


def _without_day(said: str, today: date) -> str:
    """ "Send her our leaflet on bills by Wednesday" without its last words that name a day."""
    if not coming_date(said, today):
        return said
    ends = [match.start() for match in _WHEN.finditer(said) if coming_date(said[match.start() :], today)]
    return _END_OF.sub("", said[: ends[-1]]) if ends else said


_END_OF = re.compile(
    r"[\s,]+(?:(?:by|before|until|till|at|in|around|towards)\s+)?(?:the\s+)?(?:end|beginning|middle|start) of$"
)
"""`an answer by the end of | this week`."""
