"""Evidence turned to the person it is about: what they are called, what they did and what they wrote becomes "you".

The verb follows ("Jana listens" is "you listen"), so that a fact can be said to them as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from coach.domain.checking.english import forms, third_person
from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.domain.named_days import whole_days, with_dates
from coach.domain.naming import as_noted, unaccented
from coach.domain.quoting import quotable
from coach.domain.text import sentences
from coach.drafting.languages import language_in
from coach.drafting.list_entries import entries_told
from coach.drafting.shorthand import TITLE, another_subject, calmed, hearsay_named, in_whole_words, quieter, written_out
from coach.drafting.whole_sentences import past_form
from coach.drafting.whom_they_mean import they_as_you

_SUBJECT = "\N{INFORMATION SEPARATOR ONE}"
"""Follows a "you" that is the subject of its sentence, until its verb has been looked at."""
_AFTER_AN_OBJECT = (
    r"(?=\s+(?:about|of|that|how|the|an?|to|for|at|on|in|with|and|my|our|why|what|which|who|whom|where|whether|when|if|"
    r"by|so|too|again|once|twice|yet|"
    r"now|already|today|yesterday|everything|nothing|as|into|back|over|up|out)\b|[.,;!?)]|$)"
)
_HER = (
    (re.compile(r"\b[Ss]he\b"), f"you{_SUBJECT}"),
    (
        re.compile(
            rf"\b[Hh]er\b{_AFTER_AN_OBJECT}|(?<=made )her\b|(?<=let )her\b|(?<=saw )her\b|"
            r"(?<=(?:told|gave|sent) )her(?= (?:it|he|she|we|I|they|there|my|our|two|three)\b)"
        ),
        "you",
    ),
    (re.compile(r"\b[Hh]ers\b"), "yours"),
    (re.compile(r"\b[Hh]er\b"), "your"),
)
_HIM = (
    (re.compile(r"\b[Hh]e\b"), f"you{_SUBJECT}"),
    (re.compile(r"\b[Hh]im\b"), "you"),
    (re.compile(r"\b[Hh]is(?= to\b|[.,;!?)]|$)"), "yours"),
    (re.compile(r"\b[Hh]is\b"), "your"),
)
_PRONOUN = re.compile(r"\b(?:(?P<her>she|hers|herself|her)|he|him|himself|his)\b", re.IGNORECASE)
_SPEAKERS = (
    (re.compile(r"\b(?:[Oo]urselves|[Mm]yself)\b"), "yourselves"),
    (re.compile(r"\b(?:[Oo]urs|[Mm]ine)\b"), "yours"),
    (re.compile(r"\b(?:[Oo]ur|[Mm]y)\b"), "your"),
    (re.compile(r"\b(?:[Ww]e|I)(?:'ve|’ve)\b"), "you have"),
    (re.compile(r"\b(?:[Ww]e|I)\b(?:'m|’m| am\b|'re|’re)?"), "you"),
    (re.compile(r"\bus\b|\bme\b"), "you"),
)
"""Who speaks in an abstract is the speaker: "we drew the wire ourselves" is "you drew the wire yourselves"."""
_BE = (
    (re.compile(r"\b(?:I am|I'm|I’m|[Ww]e are|[Ww]e're|[Ww]e’re)\b"), "you are"),
    (re.compile(r"\bI was\b"), "you were"),
)
_TO_THE_AUDIENCE = re.compile(r"\byou(?:r|'\w+|’\w+)?\b|\b(?:attendees|audience|join us|let's|let’s)\b", re.IGNORECASE)

_ADVERB = (
    r"(?P<adverb>(?: (?:now|no longer|still|also|already|even|always|never|often|only|just|then|usually|mostly|once|"
    r"\w+ly))?)"
)
_VERB = re.compile(rf"you{_SUBJECT}{_ADVERB} (?P<verb>[a-z]+s)\b")
_NEXT_VERB = re.compile(rf"(?P<link>,? (?:and|but|or|then)|,){_ADVERB} (?P<verb>[a-z]+s)\b(?=(?P<next>(?: [\w'’-]+)?))")
_MET = re.compile(
    rf"(?:(?<=^)|(?<=[.!?] )|(?<=\n))(?:Met|(?:Talked|Spoke) (?:to|with)|Chatted with|Sat (?:with|next to)) you,? "
    rf"(?:\([^()]*\) )?(?:[–—-] )?(?:and )?(?:who\b|[Ss]he\b|[Hh]e\b|you{_SUBJECT})"
)
"""That the two met, both know; worth saying is what follows: "Met Ada, who leads the choir" is "you lead the choir"."""
_ONESELF = re.compile(r"\b(?:herself|himself)\b")
_ODD = {"is": "are", "was": "were", "has": "have", "does": "do"}
_SENTENCES = re.compile(r"(?<!\bMs\.)(?<!\bMr\.)(?<!\bDr\.)(?<!\bMrs\.)(?<!\bProf\.)(?<=[.!?;\n])(?=\s)")
_YOURS = re.compile(rf"your?{_SUBJECT}?\b", re.IGNORECASE)
_SLIPS = (
    (re.compile(r"\byou (?P<verb>does|is|was|has)n(?=['’]t\b)"), lambda found: f"you {_ODD[found['verb']]}n"),
    (
        re.compile(r"\byou['’]s(?= (?:(?:always|never|already|just|also|only) )?(?:been|had|got|gone|done|\w+ed)\b)"),
        lambda _: "you have",
    ),
    (re.compile(r"\byou['’]s\b"), lambda _: "you are"),
)
"""A name in mid-sentence that was a subject after all."""
_IS = re.compile(rf"you{_SUBJECT}['’]s (?!(?:been|had|got|gone|done|always|never|\w+ed)\b)")
"""`she's on leave and turns her phone off`: a verb with which what is joined to it agrees."""
_ALSO_DID = re.compile(
    r", (?P<verb>[a-z]+)(?= (?:[a-z]+ (?:it|them)|an?|the|over|from|in|at|for|to|your|hard|well|it|them|by|\d))"
)
_NOT = re.compile(rf"you{_SUBJECT}(?P<verb> (?:does|is|was|has))n(?P<end>['’]t)\b")


def turned_to(evidence: Evidence, name: str, also_called: Iterable[str] = ()) -> Evidence:
    """The evidence with that person called "you". Pronouns are turned as well where it is about nobody else, those of
    one gender alone: in "her apprentice listens before he opens it" the apprentice stays "he"."""
    text = _without_nickname(evidence.text, name)
    own = _any_of({name, *also_called}, name)
    own_note = evidence.kind is Kind.NOTE and not evidence.author
    alone = set(evidence.names) <= {name}
    if evidence.kind is Kind.COMMITMENT and alone and text.startswith("I owe "):
        text = given_to_them(text)
    if own_note:
        in_english = alone and language_in([text]) == "en"
        text = calmed(_BRACKETED_MARK.sub("", text))
        text = with_dates(text, evidence.at.date()) if evidence.at else whole_days(text)
        text = _behind_the_meeting(text, own)
        text = entries_told(text, name, own) if alone else text
        text = hearsay_named(text, own)
        text = _THEN_DOES.sub(_and_does, written_out(text, name, own)) if in_english else text
    text = re.sub(rf"\b{TITLE}(?={own}(?!\w))", "", text)
    text = re.sub(rf"(?<!\w){own}(?:'s|’s)(?!\w)", "your", text)
    text = re.sub(rf"(?:(?<=^)|(?<=[.!?:;] )|(?<=\bthat )|(?<=\n)){own}(?!\w)", f"you{_SUBJECT}", text)
    text = re.sub(rf"(?<!\w)(?P<before>(?!{own} )[A-Z][\w'’-]+ )?{own}(?!\w)", _you_unless_a_house, text)
    if alone and (first := _PRONOUN.search(text)):
        turns = _HER if first["her"] else _HIM
        text = "".join(
            part if another_subject(part.strip(), _YOURS) else _replaced(part, turns) for part in _SENTENCES.split(text)
        )
    turned = _agreeing(_MET.sub(f"you{_SUBJECT}", text))
    if own_note and alone and _YOURS.search(turned) and language_in([turned]) == "en":
        turned = they_as_you(turned)
    return evidence.model_copy(update={"text": turned})


_MEETING = (
    r"(?:(?:long|quick|short|good|great|nice|lovely|brief) )?(?:dinner|lunch|breakfast|coffee|tea|drinks?|beers?|chat|"
    r"call|zoom|walk|talk|pint)"
)


def _behind_the_meeting(text: str, own: str) -> str:
    """ "Dinner w/ Paul — he said …" as "Paul: he said …": that the two met, both know."""
    met = rf"(?im:^)(?i:{_MEETING}) (?:with|w/?) ?(?P<who>{own})\s*(?:[—–:,]|-(?= ))\s*(?=(?:[Hh]e|[Ss]he)\b)"
    return re.sub(met, "", text)


_THEN_DOES = re.compile(r";\s+(?P<verb>[a-z]+s)(?= (?!of\b)[\w$£€])")


def _and_does(found: re.Match[str]) -> str:
    """ "the only tuner; drives 400 km" as one sentence with two verbs."""
    return f", and {found['verb']}" if third_person(found["verb"]) else found[0]


_BRACKETED_MARK = re.compile(r"\s*\([!?]+\)")
"""`loves maggots (!!)`: how the writer looked at it."""


def _without_nickname(text: str, name: str) -> str:
    """`Oluwaseun "Seun" Adebayo` as `Oluwaseun Adebayo`, so that it is one name."""
    first, _, rest = name.partition(" ")
    if not rest:
        return text
    return re.sub(rf"\b({re.escape(first)}) [\"“‘'(][^\"”’')]{{1,24}}[\"”’')] (?={re.escape(rest)}\b)", r"\1 ", text)


_SMALL_WORDS = frozenset("with and from of for to at by that if when while because since than but or as".split())


def _you_unless_a_house(found: re.Match[str]) -> str:
    """The name of a firm stays whole: "Werkstatt Thalheim"."""
    before = found["before"] or ""
    word = before.strip().lower()
    house = before and not forms(word) and word not in _SMALL_WORDS
    return found[0] if house else f"{before}you"


def _any_of(names: Iterable[str], full: str) -> str:
    """A pattern for the names and for the parts of the full one, also several in a row ("Master Liu"); the full one
    also as it is typed in haste, without its accents."""
    hasty = unaccented(full)
    each = dict.fromkeys([*full.split(), *hasty.split()])
    parts = [re.escape(part) for part in each if len(part) > 1 and part[:1].isupper()]
    whole = sorted((re.escape(one) for one in {*names, hasty} if len(one) > 1), key=len, reverse=True)
    some = f"(?:{'|'.join(parts)})" if parts else ""
    return f"(?:{'|'.join([*whole, *([f'{some}(?: {some})*'] if some else [])])})"


def greeted_as(name: str, evidence: Iterable[Evidence], tone: str, language: str) -> str:
    """The name that a greeting calls somebody by: in a formal one as the notes do."""
    if tone != "formal":
        return name
    return as_noted(name, (one.text for one in evidence if one.kind is Kind.NOTE), language)


def told_to_you(evidence: Evidence, name: str) -> Evidence:
    """The evidence as one would say it to that person; in a talk of theirs the speaker's "we" becomes "you", and what
    speaks to the audience is left out.

    An abstract is disarmed before anything is left out of it: the rest of an order looks harmless without its head.
    """
    if evidence.kind is not Kind.SESSION:
        return turned_to(evidence, name)
    head, mark, abstract = quotable(evidence.text).partition("”")
    told = " ".join(part for part in sentences(abstract) if not _TO_THE_AUDIENCE.search(part))
    told = _replaced(told, (*_BE, *_SPEAKERS)).removeprefix(".").strip()
    return evidence.model_copy(update={"text": f"{head}{mark}. {told}".strip() if mark else _replaced(head, _SPEAKERS)})


def aim_told(goal: Evidence, name: str) -> Evidence:
    """A goal as one would say it to that person, where it names them; any other as it stands."""
    return turned_to(goal, name) if names_them(goal.text, name) else goal


def names_them(text: str, name: str) -> bool:
    """Whether a text holds the person's name or a part of it."""
    parts = {part for part in f"{name} {unaccented(name)}".split() if len(part) > 2 and part[:1].isupper()}
    return any(re.search(rf"(?<!\w){re.escape(part)}(?!\w)", text) for part in parts)


_TO_THEM = re.compile(
    r"\b(send|lend|show|bring|give|mail|e-?mail|post|forward|text|tell|teach) (?:her|him|them)"
    r"(?= [a-z])(?!.* to [A-Z])",
    re.IGNORECASE,
)


def given_to_them(promise: str) -> str:
    """`send her bugs`: in the user's own promise "her" says to whom, and not whose."""
    return _TO_THEM.sub(r"\1 you", promise)


def promise_told(what: str, name: str) -> str:
    """What was promised to or by that person alone, as one says it to them: "her rehearsal" is "yours"."""
    told = Evidence(label="", source_id="", kind=Kind.COMMITMENT, text=in_whole_words(quieter(what)), score=0.0)
    return turned_to(told, name).text


_QUOTED = re.compile(r"((?<!\w)'(?:[^']|(?<=\w)'(?=\w)){3,}'(?!\w)|[\"“„][^\"”“]{3,}[\"”“])")
"""Words that somebody said, which stay as they are."""


def told_to_oneself(text: str) -> str:
    """A note in the first person as one would say it to whoever wrote it: "I hid" is "you hid"."""
    parts = _QUOTED.split(text)
    turned = [part if at % 2 else _replaced(part, (*_BE, *_SPEAKERS)) for at, part in enumerate(parts)]
    told = "".join(turned).replace("yourselves", "yourself")
    return re.sub(r"(?<=\band )was\b", "were", told) if told.casefold().startswith("you ") else told


def _agreeing(text: str) -> str:
    """Verbs after a "you" that was "she", "he" or a name; those joined to it by "and" too."""
    parts = re.split(r"(?<=[.!?;\n])", text)
    agreed = "".join(map(_sentence_agreeing, parts)).replace(_SUBJECT, "")
    for pattern, turned in _SLIPS:
        agreed = pattern.sub(turned, agreed)
    return agreed


def _sentence_agreeing(sentence: str) -> str:
    if _SUBJECT not in sentence:
        return sentence
    if sentence.strip().startswith(f"you{_SUBJECT}"):
        sentence = _ONESELF.sub("yourself", sentence)
    sentence = _IS.sub(f"you{_SUBJECT} is ", sentence)
    sentence = _NOT.sub(lambda found: f"you{_SUBJECT} {_ODD[found['verb'].strip()]}n{found['end']}", sentence)
    turned = _VERB.sub(lambda found: f"you{found['adverb']} {_base(found['verb'])}", sentence).replace(_SUBJECT, "")
    turned = _NEXT_VERB.sub(_joined_verb(present=turned != sentence.replace(_SUBJECT, "")), turned)
    acts = re.match(r"\s*you (?!are\b|were\b)", turned)
    return _ALSO_DID.sub(_joined_past, turned, count=1) if acts else turned


def _joined_past(found: re.Match[str]) -> str:
    """ "you speak German, studied in Leipzig" with an "and"."""
    joins = past_form(found["verb"]) or found["verb"] in ("would", "could", "can", "will")
    return f" and {found['verb']}" if joins else found[0]


def _joined_verb(*, present: bool) -> Callable[[re.Match[str]], str]:
    def turn(found: re.Match[str]) -> str:
        verb = found["verb"]
        if found["link"] == " and" and _of_a_relative(found.string[: found.start()]):
            return found[0]
        sure = verb in _ODD or "NOUN" not in forms(verb) or bool(found["adverb"]) or present
        if found["link"] == ",":
            lone = verb not in _ODD and "NOUN" in forms(verb) and "VERB" in forms(found["next"].strip())
            takes = found["next"].strip() in ("the", "a", "an", "your", "his", "her", "their", "all", "no", "every")
            joined = (sure and present and not lone) or (takes and third_person(verb))
            return f" and{found['adverb']} {_base(verb)}" if joined else found[0]
        if found["link"].startswith(", ") and third_person(verb) and found["next"].strip() in ("about", "how", "that"):
            sure = True
        return f"{found['link']}{found['adverb']} {_base(verb) if sure else verb}"

    return turn


def _of_a_relative(before: str) -> bool:
    """`somebody who runs sensors in the field | and knows about them`: the verb goes with the one of that clause."""
    clause = _RELATIVE.search(before)
    return clause is not None and third_person(clause["verb"])


_RELATIVE = re.compile(r"\b(?:who|which|that) (?:\w+ly |also |still )?(?P<verb>[a-z]+)\b(?: [^,;:.]*)?$")


def _base(verb: str) -> str:
    """What "you" takes where "she" takes `verb`; a word that is no verb stays."""
    found = forms(verb).get("VERB") or ()
    unknown = (
        verb[:-1] if not forms(verb) and len(verb) > 4 and verb.endswith("s") and not verb.endswith("ss") else verb
    )
    return _ODD.get(verb) or next((one for one in found if one != verb), unknown)


def _replaced(text: str, turns: Iterable[tuple[re.Pattern[str], str]]) -> str:
    for pattern, turned in turns:
        text = pattern.sub(turned, text)
    return text
