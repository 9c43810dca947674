"""What the record holds of a person, as they would say it of themselves: "Ines lost 40 charts" is "I lost 40 charts".

The record's own words, turned round, cannot make anything up. A sentence that the person could not plausibly say (what
the user means to do, a remark on them from the outside, a list) is left out: no answer is better than an odd one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from coach.domain.checking.english import forms, known, third_person
from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.domain.naming import first_name, unaccented
from coach.domain.quoting import quotable
from coach.domain.text import sentences
from coach.drafting.address import promise_told, turned_to
from coach.drafting.first_person import in_first_person
from coach.drafting.languages import language_in
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
from coach.drafting.own_words_german import GERMAN
from coach.drafting.posts import as_a_post
from coach.drafting.whole_sentences import TOLD, clause, sayable, sentence

_SPOKEN_OF = (Kind.NOTE, Kind.PERSON, Kind.SESSION, Kind.STORY, Kind.COMMITMENT)


def own_facts(evidence: Iterable[Evidence], name: str, language: str = "en") -> list[OwnFact]:
    """What the record holds of a person, in the first person, in the order in which it stands there."""
    spoken = [one for one in evidence if one.kind in _SPOKEN_OF]
    readers = GERMAN if language == "de" else ENGLISH
    told = [replace(fact, label=one.label) for one in spoken for fact in _facts(one, name, readers, language)]
    return [fact for fact in told if not _names_oneself(fact, name)]


def _facts(evidence: Evidence, name: str, readers: Readers, language: str) -> list[OwnFact]:
    return _of_promise(evidence, name, language) if evidence.kind is Kind.COMMITMENT else readers.facts(evidence, name)


_PROMISED = re.compile(r"(?P<mine>I owe )?.*?: (?P<what>.+?)(?: \(by \d{4}-\d\d-\d\d\))?$", re.DOTALL)


def _of_promise(evidence: Evidence, name: str, language: str) -> list[OwnFact]:
    """What they promised the user ("I promised to send you the link"), and what the user promised them. In German as it
    was noted, for its pronouns cannot be turned surely; what speaks of anybody but "ich" is left out there."""
    found = _PROMISED.match(quotable(evidence.text))
    what = found["what"].strip().rstrip(".!") if found else ""
    if found is None or not what:
        return []
    if language == "de":
        if language_in([what]) != "de" or _GERMAN_PRONOUN.search(what) or first_name(name) in what:
            return []
        return [OwnFact(f"Versprochen ist es: {what}." if found["mine"] else f"Das habe ich versprochen: {what}.")]
    told = in_first_person(promise_told(what, name))
    first = told.partition(" ")[0].casefold()
    verb = first in forms(first).get("VERB", ()) and (first in _PROMISABLE or "NOUN" not in forms(first))
    who, to = ("You", "me ") if found["mine"] else ("I", "you ")
    said = f"{who} promised to {told}." if verb else f"{who} promised {to}this: {told}."
    return [OwnFact(said, answers="owe" if found["mine"] else "promise")]


_GERMAN_PRONOUN = re.compile(r"\b(?:ich|mich|mir|mein\w*|uns\w*|sie|ihr\w*|ihm|ihn|er|sein\w*)\b", re.IGNORECASE)
_PROMISABLE = frozenset("send mail call email text share show help look lend bring book check find ask write".split())
"""Verbs that are nouns as well, and begin a promise as verbs."""


def _names_oneself(fact: OwnFact, name: str) -> bool:
    """A sentence that speaks of its speaker by name; a title may ("My talk is called “…”")."""
    parts = "|".join(re.escape(part) for part in name.split() if len(part) > 2 and part[0].isupper())
    return fact.about != "talk" and bool(parts and re.search(rf"\b(?:{parts})(?:s|'s|’s)?\b", fact.text))


# ------------------------------------------------------------------ the profile
_INVENTED = re.compile(r"^\(?invented\)?\.?$", re.IGNORECASE)
_OUR_MEETING = re.compile(r"^(?:We|She|He)\b.*\b(?:me|my|us|our|we|together|each other)\b", re.IGNORECASE)
_MEETING = re.compile(r"^(?:met|sat|talked|spoke|chatted|introduced|ran into|shared|stood|queued)\b", re.IGNORECASE)


def _of_profile(evidence: Evidence, name: str) -> list[OwnFact]:
    text = profile_text(evidence)
    parts = [part for part in sentences(text) if not _INVENTED.match(part)]
    found = _role(parts[0]) if parts else []
    found += cared_for(text, _CARED_FOR)
    for part in parts[1:] if found and found[0].about == "role" else parts:
        found += _of_them(part, evidence, name)
    return found


_CARED_FOR: dict[str, tuple[str, Subject]] = {
    "Cares about": ("I care about", "care"),
    "Values": ("What counts for me is", "value"),
}


def _role(part: str) -> list[OwnFact]:
    """ "Backend engineer, Foldline Health." is "I am a backend engineer at Foldline Health." """
    role, comma, house = part.rstrip(".").partition(", ")
    first = re.match(r"[\w-]+", role)
    if not first or CARES.match(part) or "," in house or _acts(first[0]) or len(part.split()) > 12:
        return []
    if any("VERB" in found and not {"NOUN", "ADJ"} & found.keys() for found in map(forms, role.casefold().split())):
        return []
    return [OwnFact(sentence(f"I am {as_a_post(role)}{f' at {house}' if comma else ''}"), about="role")]


_THEN = re.compile(r"(?:(?<=, )|(?<= and ))(?P<verb>[a-z]+s)(?= (?P<object>about|to|with|on|in|for|at|of|the|an?)?)")
"""A verb joined to the first one of a line, in the form that follows "she"."""


def _joined(found: re.Match[str]) -> str:
    """What may be a noun as well is a verb where something follows that a verb takes."""
    verb = found["verb"]
    kinds = forms(verb).keys()
    sure = "VERB" in kinds and third_person(verb) and (bool(found["object"]) or "NOUN" not in kinds)
    return forms(verb)["VERB"][0] if sure else verb


def _acts(word: str) -> bool:
    """A verb in the form that follows "she", which "physics" is not."""
    return third_person(word) and word.casefold() not in forms(word.casefold()).get("NOUN", ())


def _of_them(part: str, evidence: Evidence, name: str) -> list[OwnFact]:
    """A line of the profile on what they do ("Runs the evening room"), or on how the user met them."""
    first = (re.match(r"\w+", part) or [""])[0]
    if re.match(r"We\b", part):
        return [OwnFact(part, about="met")] if _OUR_MEETING.match(part) and whole(part) else []
    met = bool(_OUR_MEETING.match(part))
    past = "VERB" in forms(first.casefold()) and first.casefold() not in forms(first.casefold())["VERB"]
    if not met:
        if CARES.match(part) or _MEETING.match(part) or not (_acts(first) or past):
            return []
        part = f"{first_name(name)} {part[0].lower()}{_THEN.sub(_joined, part[1:])}"
    told = _told(evidence.model_copy(update={"text": part}), name)
    return [OwnFact(text, "", "met" if met else "work") for text in map(_said, sentences(told)) if text]


# ------------------------------------------------------------------ a talk
_AUDIENCE = re.compile(
    r"\b(?:with|from|of|to|for) you\b|\byour?s?\b|\b(?:attendees|audience|join us|bring a)\b", re.IGNORECASE
)
_SUBORDINATE = re.compile(
    r"\b(?:who|whom|whose|which|that|what|how|why|when|where|if|because|while|until|since)\b", re.IGNORECASE
)
_HELPERS = frozenset(
    "am is are was were be been have has had do does did can could will would may might must should".split()
)
_OWN_CLAUSE = re.compile(r"(?:^|[;,:] )(?:(?:and|but|so) )?(?:I|[Ww]e|[Mm]y|[Oo]ur)\b", re.MULTILINE)


_THIS_TALK = re.compile(r"\b(?:(?P<first>This|The)|this) (?P<kind>talk|session|workshop|tutorial|presentation)\b")
_WRAPPED = re.compile(r"(?<=[\w,;)’'\"-])[ \t]*\n(?=[\w(“\"'])")
"""A line that goes on in the next one: abstracts are often broken at a fixed width."""
_NOT_THEIRS = re.compile(
    r"\b(?:he|she|his|her|him|presented at|produced by|sponsors?|speakers?|participants?|conference (?:took|takes)|"
    r"(?:we|us|our) all|all of (?:us|our))\b|"
    r"^(?:Let|Together|See|Join|Key|Outline|Abstract|Description|Prerequisites?|Note|About)\b|\(link\)|:\w+:",
    re.IGNORECASE,
)
"""What is no word of the speaker's own: a biography, thanks to a sponsor, a heading, a call to the audience."""
_SENTENCE = re.compile(r"[A-Z“].*[\w)”\"][.!]+$", re.DOTALL)


def _of_talk(evidence: Evidence, name: str) -> list[OwnFact]:
    """The title, and the speaker's own words: an abstract by this person alone is said as it stands."""
    title, abstract = title_and_abstract(evidence)
    if not (title or abstract):
        return []
    alone = set(evidence.names) <= {name}
    found: list[OwnFact] = []
    own = _THIS_TALK.sub(lambda this: f"{'My' if this['first'] else 'my'} {this['kind']}", _WRAPPED.sub(" ", abstract))
    before = ""
    for part in sentences(own):
        if alone:
            found += _of_abstract(part, before, goes_on=bool(found) and found[-1].text == before)
        elif re.match(rf"{re.escape(first_name(name))}\b", part):
            told = _said(_told(evidence.model_copy(update={"text": part, "kind": Kind.NOTE}), name))
            found += [OwnFact(told)] if told else []
        before = part
    when = [OwnFact(f"It is on {evidence.at:%A} at {evidence.at:%H:%M}.", about="when")] if evidence.at else []
    return [*titled(title, found, _TITLED[alone]), *when, *found]


_TITLED = {True: "My talk is called “{title}”.", False: "I am on the programme with “{title}”."}


def _of_abstract(part: str, before: str, *, goes_on: bool) -> list[OwnFact]:
    """A sentence of one's own abstract. Behind a colon stands what its last item promises: that is said by itself."""
    leans = _leans(part)
    if _AUDIENCE.search(part) or _NOT_THEIRS.search(part) or not _SENTENCE.match(part) or (leans and not goes_on):
        return []
    part = re.sub(r"^How (?=(?:an?|the|one|two|three|our|my)\b)", "", part)
    head, colon, tail = part.partition(": ")
    if colon and re.match(r"(?:I|we)\b", tail, re.IGNORECASE):
        others, _, last = head.rpartition(", and ")
        shown = sentence(re.sub(r", (?=how|what|why|when|the\b)", ", and ", others))
        told = [OwnFact(shown, around=before)] if whole(shown) else []
        return [*told, OwnFact(sentence(tail), around=head, answers=last)]
    return [OwnFact(sentence(part.rstrip("!")), around=before if leans else "")] if whole(part) else []


def whole(part: str) -> bool:
    """Whether the words are a sentence with a verb of its own, not only of its clauses ("the words we kept")."""
    if not sayable(re.sub(r"^(?:I|We|we)\b", "you", _unleaning(part))) or _commands(part):
        return False
    if _OWN_CLAUSE.search(part) or re.match(
        r"(?:In|At|On|After|Before|For|Since|During|Last) [^,;:]{3,60}? (?:I|we)\b", part
    ):
        return True
    if _a_name_acts(part):
        return True
    return _verbs(part) > len(_SUBORDINATE.findall(part))


def _verbs(part: str) -> int:
    """How many verbs a sentence has; a helper and its verb are one."""
    count, helped = 0, False
    for word in re.findall(r"[a-z']+", part.partition(" ")[2]):
        found = forms(word)
        helper = word in _HELPERS
        if helper or (
            "VERB" in found and not {"NOUN", "ADJ", "ADV", "ADP"} & found.keys() and not word.endswith("ing")
        ):
            count += not helped
        helped = helper
    return count


# ------------------------------------------------------------------ notes and stories
_SEEN_FROM_OUTSIDE = re.compile(
    r"\byou (?:sound|look|seem|appear|strike|remind|come across)|"
    r"^you (?:could|might|may|should|must|would be|can help)\b|\b(?:probably|apparently|presumably|maybe|perhaps)\b|"
    r"^you (?:are|were) (?:(?:very|so|really|quite|rather|a bit|a little|always|such|"
    r"incredibly) )*(?:an? )?(?:(?:very|really) )?"
    r"(?:nice|kind|friendly|shy|lovely|great|fun|funny|warm|charming|cold|rude|tired|difficult|easy|interesting|"
    r"helpful|"
    r"impressive|clever|smart|brilliant|reserved|chatty|generous|late|good|quiet)\b",
    re.IGNORECASE,
)
"""What one notes on a person and they would not say of themselves."""
_TO_DO = re.compile(
    r"^(?:need|must|should|want|will|could|might|maybe|perhaps|to ?do|don't|do not|let's|remember|next time|idea)\b|"
    r"^(?:heard from|themes|good for|lesson|source)\s*:",
    re.IGNORECASE,
)
_TOGETHER = re.compile(r"\b(?:we|us|our|ours)\b", re.IGNORECASE)
"""Of a note, the user and others, of whom the person need not be one."""
_ASKED = re.compile(r"^(?:I )?asked\b", re.IGNORECASE)
_LEANING = re.compile(r"^(?:It|They|That|This|These|Those)\b(?= )|(?<!-)\bone\b(?! of)")
_USER = re.compile(r"\b(?:I|me|my|mine|myself|we|us|our|ours)\b")
_OTHERS = re.compile(r"\b(?:he|she|him|her|his|hers|you|your)\b", re.IGNORECASE)
_ODD_I = re.compile(r"[:,] I[,.;]|\bI(?:,| and [A-Z]| of| from| at)(?= |$)|\bme (?:of|from) [A-Z]|\bI'?s\b")
"""What a name in a list leaves behind."""


def _of_text(evidence: Evidence, name: str) -> list[OwnFact]:
    found: list[OwnFact] = []
    before, spoken, alone = "", False, set(evidence.names) <= {name}
    anybody = evidence.model_copy(update={"text": _YOU.sub(_as_anybody, evidence.text)})
    for part in sentences(_told(anybody, name)):
        said = _said(part)
        if said:
            about: Subject = "work" if evidence.kind is Kind.NOTE else ""
            found.append(OwnFact(said, about=about, around=before, answers=before if _asks(before) else ""))
        elif alone and spoken and _goes_on(part):
            said = sentence(part)
            found.append(OwnFact(said, around=before))
        spoken, before = bool(said), said or part
    return [
        replace(one, text=_meant(one.text), around=_meant(one.around), answers=_meant(one.answers)) for one in found
    ]


_YOU = re.compile(r"\byou(?=r?\b)", re.IGNORECASE)
_ANYBODY = re.compile(r"\bye(?=r?\b)", re.IGNORECASE)


def _as_anybody(found: re.Match[str]) -> str:
    """The "you" of a note is anybody, not its person: "never batch: you lose the peak" is not "I lose the peak"."""
    return "Ye" if found[0][0] == "Y" else "ye"


def _meant(text: str) -> str:
    return _ANYBODY.sub(lambda found: "You" if found[0][0] == "Y" else "you", text)


def _asks(part: str) -> bool:
    return bool(_ASKED.match(part))


def _told(evidence: Evidence, name: str) -> str:
    """A sentence as one says it to the person; where they work, which stands behind their name, is left out."""
    first, full = re.escape(first_name(name)), re.escape(name)
    written = _with_its_subject(quotable(evidence.text), evidence, name)
    house = r"(?: (?:of|from) (?:[A-Z][\w’'-]+)(?: [A-Z][\w’'-]+)*)"
    text = re.sub(rf"\b({full}|{first}){house}", r"\1", written)
    return turned_to(evidence.model_copy(update={"text": text}), name).text


def _with_its_subject(text: str, evidence: Evidence, name: str) -> str:
    """A note in haste with the name as it is written ("tomas said"), and at the head of what they said without one."""
    first = first_name(name)
    hasty = {one for one in (first.casefold(), unaccented(first).casefold()) if len(one) > 2 and not known(one)}
    for one in hasty:
        text = re.sub(rf"(?<![\w@.]){re.escape(one)}(?![\w@.-])", first, text)
    if evidence.kind is not Kind.NOTE or evidence.author or not set(evidence.names) <= {name}:
        return text
    return re.sub(r"(?m)(?:(?<=^)|(?<=[.!?] ))[Ss](?=(?:aid|ays) (?:that |s?he\b))", f"{first} s", text)


def _said(told: str) -> str:
    """What was told to the person as they say it of themselves; "" where they would not."""
    told = told.strip()
    if not re.search(r"\byou(?:r|rs)?\b", told, re.IGNORECASE) or _TO_DO.match(told) or _commands(told) or _asks(told):
        return ""
    own = bool(TOLD.match(told))
    if told.casefold().startswith("your "):
        told = _THE_USERS_PART.sub("", told)
    if not own and (_SEEN_FROM_OUTSIDE.search(told) or _TOGETHER.search(told)):
        return ""
    if not sayable(re.sub(r"^you(?:'ll|’ll| will)\b", "you", told, flags=re.IGNORECASE)):
        return ""
    bare = TOLD.sub("", clause(told), count=1).strip(" ,:")
    said = sentence(in_first_person(re.sub(r"\band that\b", "and", bare) if own else bare))
    said = re.sub(r"^I and (my [\w -]{2,30}?) (?=have\b|are\b|were\b|had\b)", _politely, said)
    return "" if _ODD_I.search(said) or (not own and _tells_of_the_user(said)) else said


_THE_USERS_PART = re.compile(r",? and (?:I|me|my|our|we)\b.*$")


def _politely(found: re.Match[str]) -> str:
    return f"{found[1][0].upper()}{found[1][1:]} and I "


def _tells_of_the_user(said: str) -> bool:
    """Somebody or something else does something to the user or is compared with them: that is the user's own view."""
    return not re.match(r"(?:I|You|[^,]{3,40},? I)\b", said) and bool(re.search(r"\byou(?:r|rs)?\b", said))


def _commands(part: str) -> bool:
    """ "Send her the link", "Call her": the user tells themselves what to do, or the audience is told."""
    words = re.findall(r"[A-Za-z]+", part)[:2] or [""]
    first, follows = words[0].casefold(), words[-1].casefold()
    found = forms(first)
    if first in ("you", "your") or first not in found.get("VERB", ()):
        return False
    return not {"NOUN", "ADV", "ADP", "DET", "PRON"} & found.keys() or follows in _OBJECTS


_OBJECTS = frozenset("you your him her them us the a an this that my our about with up back".split())


def _goes_on(part: str) -> bool:
    """Whether a sentence goes on with the one before it, and speaks neither of the user nor of another person."""
    if _USER.search(part) or _OTHERS.search(part) or _TO_DO.match(part) or _commands(part) or "?" in part:
        return False
    return sayable(_unleaning(part)) and not _SEEN_FROM_OUTSIDE.search(part)


def _leans(part: str) -> bool:
    return bool(_LEANING.search(part))


def _unleaning(part: str) -> str:
    """The sentence with nouns for the words that lean on the one before it, and "you" for a subject whose verb may be a
    noun as well ("It holds 16 chairs"): so it is read as a sentence."""
    plain = _LEANING.sub(lambda found: "The thing" if found.start() == 0 else "something", part)
    words = plain.split()
    if _a_name_acts(plain):
        return " ".join(["you", *words[1:]])
    if not words or words[0] not in ("The", "Each", "Its", "Their", "Both", "Every"):
        return plain
    verb = next((at for at, word in enumerate(words[2:5], 2) if third_person(word) or word in _HELPERS), None)
    return " ".join(["you", *words[verb:]]) if verb else plain


def _a_name_acts(part: str) -> bool:
    """ "Parcelwing tracks two million parcels": a name, and a verb that may be a noun elsewhere."""
    words = part.split()
    return len(words) > 3 and words[0][:1].isupper() and not forms(words[0].casefold()) and third_person(words[1])


ENGLISH = Readers(profile=_of_profile, talk=_of_talk, text=_of_text)
