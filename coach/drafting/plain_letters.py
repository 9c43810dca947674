"""The sentences of a message that a rule writes better than a small model: what stayed, a promise, an offer, a wish."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from coach.domain.brief import Line
from coach.domain.checking.english import forms
from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.domain.text import sentences, stems
from coach.drafting.aims import offer_of, questions_after_aim, reasons_for_writing
from coach.drafting.angles import SAME_FACT, Angle, Rarity, facts_in
from coach.drafting.asked_of_me import asked_in
from coach.drafting.fact_kinds import FactKind, kind_of
from coach.drafting.fact_questions import question_after
from coach.drafting.letter_plan import MEETS, leads_on
from coach.drafting.lines import checked_lines
from coach.drafting.own_questions import as_a_question
from coach.drafting.plain_promises import plain_promise
from coach.drafting.statements import NO_NEWS, behind_no_comma, of_others, varied
from coach.drafting.whole_sentences import TOLD, clause, has_verb, in_one_breath, sayable, sentence
from coach.drafting.whom_they_mean import leans_on_others

_STAYED = ("I remember that {told}.", "{Told}, if I remember rightly.", "I remember well that {told}.")
"""Of what a note says: nobody is told of themselves without a word on how one knows it."""
_READ = ("I saw that {told}.", "I read that {told}.", "{Told}, I read.")
"""Of what only an entry about them says."""
_STAYED_TOLD = (
    "You told me that {told}.",
    "I remember you telling me that {told}.",
    "You said that {told}.",
    "You mentioned that {told}.",
)
_SAY = ("You say that {told}.", "{Told}, you say.")
"""Where a note has what they say, and not that they told the writer."""
_COLON_TOLD = ("You told me that {told}.",)
FRAMED = re.compile(
    r"^(?:I remember (?:well )?that |I (?:saw|read) that |And |I also remember that |Besides, )|"
    r"(?:, if I remember rightly|, I read)(?=\.$)"
)
"""What stands round a fact in a message."""
_MORE = ("And {told}.", "I also remember that {told}.", "Besides, {told}.")
_MORE_TOLD = ("You also told me that {told}.", "And you told me that {told}.", "You also said that {told}.")
_WISHES = re.compile(
    r"(?:,? and|[,;]|,? then) (?=(?:ask|thank|tell|say|invite|offer|mention|wish|let|suggest|propose|congratulate|"
    r"apologi[sz]e|remind|"
    r"send|share|promise|explain|introduce|confirm|request|praise|give|show|recommend) )",
    re.IGNORECASE,
)
_SUGGESTS = re.compile(
    r"^(?:suggest|propose) (?P<what>(?:an?|the|another|meeting|going|having|doing) .+)$", re.IGNORECASE
)
_GREETS = re.compile(r"say (?:you )?(?:hello|hi)(?: to you)?", re.IGNORECASE)
_OWN_SENTENCE = re.compile(
    r"^(?:I|we|my|our|it|there|this|that|you|your|the|an?|here|yes|no|sorry|thanks|thank you|congratulations|happy|"
    r"good|next|last|please)\b"
    r"(?! ?$)",
    re.IGNORECASE,
)
_OWN_QUESTION = re.compile(
    r"^(?:can|could|may|might|will|would|shall|should|do|does|did|is|are|was|were|have|has|what|when|where|who|whom|"
    r"which|why|"
    r"how|any|if|until|by|at)\b.*\?$",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"^(?P<modal>can|could|may|might|will|would|shall|should) (?P<who>I|we|you) (?P<what>.+)$", re.IGNORECASE
)
_ASKS = re.compile(r"^ask (?:you )?(?P<how>whether|if|when|where|how|what|which|who)\b", re.IGNORECASE)
_COULD = re.compile(
    r"^(?:whether|if) (?P<who>(?:\S+ ){0,3}?\S+) (?P<modal>would|could|can|will|might|"
    r"may) (?P<what>.+)$",
    re.IGNORECASE,
)
_ASKS_FOR = re.compile(r"^ask (?:you )?(?P<what>for|about)\b", re.IGNORECASE)
_TELLS = re.compile(r"^(?:say|tell you|let you know|mention|write) (?:that )?", re.IGNORECASE)
_THANKS = re.compile(r"^thank (?:you )?(?:for )?", re.IGNORECASE)
_KEPT = {
    "send": (
        "By when do you need that?",
        "How soon do you need it?",
        "When would be early enough?",
    ),
    "introduce": ("What should I say about you?", "Is there anything that I should say about you?"),
    "lend": ("When would suit you best?", "When would that help you most?", "Which day suits you?"),
    "meet": ("When would suit you best?", "Which day suits you?", "When do you have time?"),
    "do": (
        "Is there anything else that I should know for it?",
        "Is there anything that I should look out for?",
        "What should I know before I begin?",
    ),
}
_IN_TIME = ("Is that soon enough?", "Is that early enough for you?")
"""Where the promise names its day."""
_NAMES_A_DAY = re.compile(r"\b(?:by|on|before|until) (?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+day)\b")
_SENDS = re.compile(
    r"\b(?:(?:that )?I promised you|I still owe you|send|write|forward|share|mail|give you the|introduce)\b"
)
_INTRODUCES = re.compile(r"\bintroduce you to [A-Z]")
_LENDS = re.compile(r"\b(?:lend|bring|return|deliver|drop off)\b")
_GIVEN = (
    "Would that be of use to you?",
    "Would that help you?",
    "Shall I?",
    "Is that something that you could use?",
)
_ON = ("How has it gone since?", "What has happened with that since?", "How did that come about?")
_OFFERED = ("Is there anything that you need from me for it?", "Is there something I should send you for that?")
_LETTER_OFFERS = (
    "I could {gift}.",
    "I would be glad to {gift}.",
    "If it helps, I could {gift}.",
    "In return I could {gift}.",
)


def plan_message(angles: Sequence[Angle], evidence: Sequence[Evidence], facts: Mapping[str, Any]) -> dict[str, Line]:
    """The sentences that can be put together by rule, by their place; each is grounded, or is not there. A detail is
    said as what is remembered where nothing else is."""
    key = str(facts.get("person", ""))
    asks = any(one.slot == "ask" and "".join(_wished(one.fact)).endswith("?") for one in angles)
    thanks = any(one.slot == "ask" and "Thank you" in "".join(_wished(one.fact)) for one in angles)
    leads = not asks and leads_on(one.slot for one in angles)
    reasoned = any(one.slot == "reason" for one in angles)
    found: dict[str, Line] = {}
    makers = {
        "memory": lambda one: _remembered(one, key, again=reasoned, own=bool(facts.get("entry_is_own"))),
        "detail": lambda one: _more(one, key),
        "reason": lambda one: reasons_for_writing(one.fact, key, asking=asks or not leads),
        "give": lambda one: _offered(one, key, found.get("memory")),
        "ask": lambda one: _wished(one.fact),
    }
    for angle in angles:
        if angle.slot in ("keep", "thanks"):
            line = plain_promise(angle, evidence, facts, thanked=thanks)
        else:
            slot = "memory" if angle.slot == "detail" and "memory" not in found else angle.slot
            texts = makers[slot](angle) if slot in makers else []
            raw = [{"text": text, "sources": list(angle.labels)} for text in texts if text]
            checked = checked_lines(raw, evidence, facts)
            line = next((one for one in checked if not one.flagged or slot == "ask"), None)
        if line is not None:
            found[angle.slot] = line
    return found


def memories(evidence: Sequence[Evidence], shown: Sequence[Evidence], facts: Mapping[str, Any]) -> Iterator[Line]:
    """Each thing of the notes that can be told to the reader, the most telling first, in whole and then in short; what
    they promise is none. `shown`: the evidence as it speaks to the reader."""
    key = str(facts.get("person", ""))
    promised = [stems(one.text.partition(": ")[2]) for one in evidence if one.kind is Kind.COMMITMENT]
    for fact in facts_in(shown, Rarity()):
        if fact.kind not in (Kind.NOTE, Kind.SESSION) or any(_mostly(stems(fact.text), one) for one in promised):
            continue
        for told in dict.fromkeys((fact.text, in_one_breath(fact.text), _up_to_a_seam(fact.text))):
            said = _remembered(Angle.about("memory", replace(fact, text=told)), key, again=True) if told else []
            raw = [{"text": text, "sources": [fact.label]} for text in said if text]
            yield from (line for line in checked_lines(raw, evidence, facts)[:1] if not line.flagged)


_SEAM = re.compile(r"(?:,|;)\s|\s(?:and|so|which|where|while|because|when)\s")
_NEEDS_ITS_REST = re.compile(
    r"\b(?:not only|either|neither|both|between|if|unless|would|could|whether|rather)\b|\bbut\b", re.IGNORECASE
)
_SHORT_FACT = range(6, 24)
"""Words of the beginning of a long sentence that is told alone."""


def _up_to_a_seam(text: str) -> str:
    """The longest beginning of a sentence that ends where another clause begins; "" where none is of a fit length."""
    heads = [text[: found.start()] for found in _SEAM.finditer(text)]
    fit = [head for head in heads if len(head.split()) in _SHORT_FACT and not _NEEDS_ITS_REST.search(head)]
    return f"{fit[-1]}." if fit else ""


def _mostly(words: frozenset[str], others: frozenset[str]) -> bool:
    return len(words & others) > SAME_FACT * min(len(words), len(others) or 1)


def _offered(angle: Angle, key: str, memory: Line | None) -> list[str]:
    """What the user can give; what answers a need of the reader's has that need before it, unless it stands there."""
    if not angle.said:
        return [varied(_LETTER_OFFERS, 0, key).format(gift=angle.fact), offer_of(angle.fact, 0, key)]
    need = angle.said.partition(", and ")[0]
    return [angle.fact if memory and stems(need) <= stems(memory.text) else sentence(angle.said)]


def _remembered(angle: Angle, key: str, *, again: bool, own: bool = False) -> list[str]:
    """What stayed, in each wording; `again`: another sentence of the message has an "and" behind its comma already."""
    if not _to_be_said(angle):
        return []
    told = _without_heading(_told_first(clause(angle.fact, named=angle.named)))
    if told.startswith("I "):
        return [f"{told}."]
    if kind_of(told) is FactKind.ADMIRED:
        return [sentence(told)]
    by_them = TOLD.match(told)
    heard = bool(angle.labels) and all(label.startswith("S") for label in angle.labels)
    read = bool(angle.labels) and all(label[:1] in "PS" for label in angle.labels) and not (heard or own)
    say = _SAY if by_them and by_them[0].lower().startswith("you say") else _STAYED_TOLD
    wordings: tuple[str, ...] = say if by_them else _STAYED_TOLD if heard else _READ if read else _STAYED
    what = told[by_them.end() :].strip(" ,:") if by_them else told
    if by_them and (advised := _advised(what)):
        return [f"You told me {advised}.", f"I remember you telling me {advised}."]
    if by_them and _A_STORY.match(what):
        return [f"You told me {what}.", f"I remember you telling me {what}."]
    if ":" in what:
        wordings = _COLON_TOLD if by_them else ("I remember that {told}.", "{Told}.")
    if not by_them and (again or re.search(r"[,:;]|(?: and .*){2}", what)):
        wordings = behind_no_comma(wordings)
    upper = f"{what[:1].upper()}{what[1:]}"
    said = [varied(wordings, turn, key).format(told=what, Told=upper) for turn in range(len(wordings))]
    return [*said, f"I remember that {told}."]


def _without_heading(told: str) -> str:
    """ "batteries in the mud: you buried 40 sensors" as one would say it: what stands before the colon is a heading."""
    heading, colon, matter = told.partition(": ")
    bare = len(heading.split()) <= _LONGEST_HEADING and not _SAYS_SOMETHING.search(heading)
    return matter if colon and bare and re.match(r"you(?:r|['’]\w+)? ", matter, re.IGNORECASE) else told


_LONGEST_HEADING = 6
_SAYS_SOMETHING = re.compile(
    r"\b(?:i|we|you|your|my|our|is|are|was|were|has|have|had|does|do|did|can|will|would|could|should|must|"
    r"says?|said|told|tells?|thinks?|thought|asked|knows?|knew|wants?|wanted)\b|['’](?:s|re|ve|ll|d)\b",
    re.IGNORECASE,
)


def _advised(what: str) -> str:
    """ "never batch readings" as what one was told to do: "never to batch readings"; "" where it is no such order."""
    found = _ORDER.match(what)
    if found is None or found["verb"].casefold() not in forms(found["verb"].casefold()).get("VERB", ()):
        return ""
    how = found["how"].casefold()
    return f"{how if how in ('never', 'always') else 'not'} to {found['verb']}{what[found.end() :]}"


_ORDER = re.compile(r"(?P<how>never|always|do not|don['’]t) (?P<verb>[a-z]+)\b", re.IGNORECASE)
_A_STORY = re.compile(r"(?:how|why|about|of|what)\b")
"""`you told me how the kiln broke`: no "that" stands before it."""
_SAYS_WITHIN = re.compile(r"^(?P<first>[^,]+), you (?:say|said),? (?P<rest>and .+)$")


def _told_first(told: str) -> str:
    """ "Red goes first, you say, and nobody believes it" with who says it in front."""
    found = _SAYS_WITHIN.match(told)
    return f"you told me that {found['first']}, {found['rest']}" if found else told


def _to_be_said(angle: Angle) -> bool:
    """Whether a fact is a whole sentence and, in a note, more than what a third person is or said."""
    noted = any(label.startswith("N") for label in angle.labels)
    idle = noted and (of_others(angle.fact, named=angle.named) or NO_NEWS.search(angle.fact))
    return sayable(angle.fact) and not idle and not leans_on_others(angle.fact) and not _displeases(angle.fact)


def _displeases(fact: str) -> bool:
    """`you hate vendor pitches`: good to know, and nothing to write to them."""
    return kind_of(clause(fact)) is FactKind.DISLIKES


def _more(angle: Angle, key: str) -> list[str]:
    if not _to_be_said(angle):
        return []
    told = clause(angle.fact, named=angle.named)
    if by_them := TOLD.match(told):
        if advised := _advised(told[by_them.end() :].strip(" ,:")):
            return [f"You also told me {advised}."]
        return [varied(_MORE_TOLD, 0, key).format(told=told[by_them.end() :].strip(" ,:"))]
    if told.startswith("I "):
        return [f"{told}."]
    return [varied(_MORE, 0, key).format(told=told), sentence(told)]


def _wished(intent: str) -> list[str]:
    """What the user wants to say, as they typed it, in a few sentences to the reader; none where the form of any is
    not known."""
    typed = sentences(intent.strip()) or [intent.strip()]
    said = [_one_wish(part.strip().rstrip(" .!,;")) for one in typed for part in _WISHES.split(one)]
    return [" ".join(said)] if all(said) else []


def _one_wish(bare: str) -> str:
    """One sentence; "" where the form of the wish is not known."""
    if asked := _asked(bare):
        return asked
    if found := _TELLS.match(bare):
        return "I wanted to say hello." if _GREETS.fullmatch(bare) else sentence(bare[found.end() :])
    if found := _THANKS.match(bare):
        rest = bare[found.end() :].strip()
        return f"Thank you for {rest}." if rest not in ("", "you") else "Thank you very much."
    if _OWN_SENTENCE.match(bare):
        return sentence(bare) if has_verb(bare) and not bare.endswith("?") else ""
    first = bare.split(maxsplit=1)[0].lower() if bare else ""
    return f"I would like to {first}{bare[len(first) :]}." if first in forms(first).get("VERB", ()) else ""


def _asked(bare: str) -> str:
    """A wish that asks something, as the question itself."""
    if found := _QUESTION.match(bare):
        modal = "Would" if found["modal"].lower() in ("will", "would") else "Could"
        who = "I" if found["who"].lower() == "i" else found["who"].lower()
        return f"{modal} {who} {found['what'].rstrip('?')}?"
    if _OWN_QUESTION.match(bare):
        return f"{bare[:1].upper()}{bare[1:]}"
    if found := _ASKS.match(bare):
        if asked := _COULD.match(bare[found.start("how") :]):
            own = asked["who"].lower() in ("i", "we")
            modal = "Could" if own or asked["modal"].lower() in ("can", "could") else "Would"
            return f"{modal} {asked['who']} {asked['what']}?"
        turned = as_a_question(bare)
        return f"I wanted to ask you {bare[found.start('how') :]}." if turned.startswith("May I ask") else turned
    if found := _ASKS_FOR.match(bare):
        return f"Could I ask you {found['what']}{bare[found.end() :]}?"
    return f"How about {found['what']}?" if (found := _SUGGESTS.match(bare)) else ""


def closing_question(lines: Mapping[str, Line], key: str, fact: str = "", beside: str = "") -> str:
    """A short question that fits what the message said before it: the promise, the offer, or else the `fact` that it
    takes up; `beside`: what the notes tell besides, which is not asked for."""
    if "thanks" in lines and _kind_of_promise(lines["thanks"].text) == "meet":
        return varied(_KEPT["meet"], 0, key)
    if "keep" in lines:
        said = lines["keep"].text
        dated = bool(_NAMES_A_DAY.search(said)) and _kind_of_promise(said) in ("send", "do")
        return varied(_IN_TIME if dated else _KEPT[_kind_of_promise(said)], 0, key)
    if "give" in lines:
        return varied(_GIVEN, 0, key)
    if "thanks" in lines:
        return varied(_OFFERED if _kind_of_promise(lines["thanks"].text) in ("send", "do") else _KEPT["meet"], 0, key)
    return _question_of_what_was_said(lines, key, fact, beside)


def _question_of_what_was_said(lines: Mapping[str, Line], key: str, fact: str, beside: str) -> str:
    """What one asks after what is remembered, or after why one writes."""
    if kind := asked_in(lines):
        return varied(_KEPT[kind], 0, key)
    if fact and {"memory", "detail"} & lines.keys():
        return question_after(clause(fact), 0, key, beside)
    return questions_after_aim(lines["reason"].text, "", 0, key)[0] if "reason" in lines else varied(_ON, 0, key)


def _kind_of_promise(said: str) -> str:
    kinds = (("introduce", _INTRODUCES), ("send", _SENDS), ("lend", _LENDS), ("meet", MEETS))
    return next((kind for kind, pattern in kinds if pattern.search(said)), "do")
