"""Facts as sentences that one can say to the person: the record's own words, turned to them, behind a short opening.

A small model that rewords a fact often bends it. A rule cannot, and what it says fits only this person; the model is
left with what it does well, a question about a concrete thing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from zlib import crc32

from coach.domain.checking.english import forms
from coach.domain.models import Kind
from coach.drafting.sayings import HEARSAY, THEIR_WORDS, TIE, TIED, announced, own_saying, tie_in
from coach.drafting.whole_sentences import (
    LOW,
    TOLD,
    clause,
    has_verb,
    in_one_breath,
    in_the_past,
    in_the_past_of_all,
    sayable,
    sentence,
)
from coach.drafting.whom_they_mean import leans_on_others


def varied(choices: Sequence[str], turn: int, key: str = "") -> str:
    """One of several wordings: the next for each turn, and another start for each key; the same every time."""
    return choices[(turn + crc32(key.encode())) % len(choices)]


REMEMBERED = (
    "I remember that {told}.",
    "{Told}.",
    "If I remember rightly, {told}.",
    "{Told}.",
    "{Told}, if I remember rightly.",
)
"""Of what a note says: plainly, or as a memory; never as if a file were read out."""
_WAS_TOLD = (
    "You told me that {told}.",
    "You said that {told}.",
    "I remember you telling me that {told}.",
    "{Told}, you told me.",
    "You mentioned that {told}.",
)
_SAY = ("You say that {told}.", "{Told}, you say.", "I remember you saying that {told}.")
"""Where a note has what they say, and not that they told the writer."""
_HAVE_READ = (
    "I read that {told}.",
    "Your abstract says that {told}.",
    "You write that {told}.",
    "I read in your abstract that {told}.",
    "{Told}, your abstract says.",
    "According to your abstract, {told}.",
    "It says in your abstract that {told}.",
)
_WILL_TELL = (
    "I read that you will {ahead}.",
    "Your abstract says that you will {ahead}.",
    "In your talk you will {ahead}.",
    "I saw that you will {ahead}.",
)
_WRITING = re.compile(
    r"^your (?:abstract|profile|post|article|paper|blog|newsletter|website|page|book|talk|programme|entry|bio)\b"
    r"[^.]*? (?:asks|says|tells|names|mentions|calls|promises|describes)\b",
    re.IGNORECASE,
)


def _as_it_stands(fact: str) -> str:
    """What is said of a note without "I remember that": a tie, hearsay, a saying, what they wrote; else ""."""
    bare = fact.strip().rstrip(" .!")
    if "…" in bare or "?" in bare or len(bare.split()) > TIED:
        return ""
    if quoted := THEIR_WORDS.match(bare):
        return f"You told me: “{quoted['words'].rstrip(' .')}.”"
    if own_saying(bare) or HEARSAY.match(bare) or (tie_in(bare) and sayable(TIE.split(bare, maxsplit=1)[0])):
        return sentence(bare)
    return sentence(bare) if _WRITING.match(bare) and sayable(bare) else ""


def said_to_them(fact: str, kind: Kind, *, named: bool = False, turn: int = 0, key: str = "") -> str:
    """What one says to the person about a fact: "I remember that …", "I read that …", in another wording each `turn`
    and for each `key`; "" where it cannot be said."""
    told_so = kind is Kind.NOTE and not THEIR_WORDS.match(fact.strip().rstrip(" ."))
    if told_so and (found := TOLD.match(fact)) and fact[found.end() :].startswith(":"):
        return _advised(fact[found.end() + 1 :])
    if kind is Kind.SESSION and (ahead := announced(fact)):
        return varied(_WILL_TELL, turn, key).format(ahead=ahead)
    whole = _as_it_stands(fact) if kind is Kind.NOTE else ""
    short = in_one_breath(fact)
    if whole or not sayable(short) or leans_on_others(short) or not _worth_telling(short, kind, named=named):
        return whole
    return _in_a_frame(clause(short, named=named), kind, turn, key)


_RULE = re.compile(r"(?:that )?(?P<when>never|always|don['’]t|do not) (?=[a-z]+\b)", re.IGNORECASE)


def _in_a_frame(told: str, kind: Kind, turn: int, key: str) -> str:
    """A clause behind "You told me that", "I read that" or "I remember that"."""
    if kind is Kind.NOTE and (by_them := TOLD.match(told)):
        what = TOLD.sub("", told, count=1).strip(" ,")
        if rule := _RULE.match(what):
            word = "not" if rule["when"].lower().startswith("do") else rule["when"].lower()
            return f"You told me {word} to {what[rule.end() :]}."
        whole = by_them[0].endswith(" that") or what.startswith("you ") or has_verb(what)
        frames = _SAY if by_them[0].lower().startswith("you say") else _WAS_TOLD
        return _framed(frames, what, turn, key) if whole else f"You told me: {what}."
    if kind is Kind.NOTE and told.startswith("I "):
        return f"{told}."
    return _framed(_HAVE_READ if kind is Kind.SESSION else REMEMBERED, told, turn, key)


def _worth_telling(fact: str, kind: Kind, *, named: bool) -> bool:
    if kind is Kind.SESSION:
        return _of_their_doing(fact)
    return kind is not Kind.NOTE or not (of_others(fact, named=named) or NO_NEWS.search(fact))


HOW_TO_REACH = (
    r"\b(?:no reception|not (?:much )?on (?:e-?mail|mail|linkedin|whatsapp|slack|the phone)|no (?:smartphone|mobile)\b|"
    r"reads? (?:texts?|mails?|e-?mails?|messages)\b|(?:e-?mail|mail|linkedin|whatsapp) (?:is|works) (?:ok|fine)|"
    r"does? (?:e-?mails?|mail) (?:on|at|in)\b|prefers? (?:e-?mail|mail|texts?|calls|to be (?:called|texted|mailed))|"
    r"(?:off|away|on leave|on holiday|out of office|on maternity leave|snowed in) (?:till|til|until)\b|"
    r"best (?:after|before|around|at|on) (?:\d|noon|lunch|work|\w+day)|"
    r"so (?:not|nothing) (?:before|after|till|until)\b|"
    r"so (?:early|late) (?:mornings?|afternoons?|evenings?)\b|reads? nothing longer\b|no signal\b|"
    r"(?:text|mail|write),? (?:not|never) (?:ring|call|phone)|never (?:ring|call|on the phone)\b|"
    r"only by (?:phone|post|letter|mail|text|e-?mail)\b|hates? (?:e-?mails?|phones?|calls?|the phone)\b|"
    r"only via (?:the|her|his|their)\b)"
)
"""How somebody is reached, as a pattern: good to know, and nothing to tell them."""
NO_NEWS = re.compile(
    r"^you are not (?:wrong|right)\b|\bI told you\b|^(?:I |we )?(?:met|saw) (?!.*\bwho\b)|"
    rf"\byou (?:have|speak|know) (?:little|no|hardly any|only a little|not much) (?:English|German|French|Spanish)\b|"
    rf"\b(?:is|are) called\b|\bnothing to do with you\b|{HOW_TO_REACH}",
    re.IGNORECASE,
)
"""What the user said, that the two met, and how to reach them: both know."""


def of_others(fact: str, *, named: bool) -> bool:
    """What a third person is or does is nothing to tell somebody, unless the two had to do with it."""
    first = fact.partition(" ")[0].strip(",:")
    if named or (first.istitle() and first not in LOW and first != "I" and not forms(first.lower())):
        return not re.search(r"\b(?:you|us both|both of us)\b", fact)
    if not re.search(r"\b(?:your?s?|yourself)\b|^we\b", fact, re.IGNORECASE):
        return True
    return bool(re.search(r"\b(?:s?he|him|hers?|his)\b", fact)) and not re.match(r"(?:you|we|I)\b", fact, re.IGNORECASE)


def _framed(frames: tuple[str, ...], told: str, turn: int, key: str) -> str:
    """The fact in the frame whose turn it is; what says two things already gets one that stands before it."""
    frame = varied(behind_no_comma(frames) if re.search(r"[,:;]| and ", told) else frames, turn, key)
    return frame.format(told=told, Told=f"{told[:1].upper()}{told[1:]}")


def behind_no_comma(frames: tuple[str, ...]) -> tuple[str, ...]:
    """The frames that add nothing behind the fact."""
    return tuple(one for one in frames if "{Told}," not in one)


def _advised(told: str) -> str:
    """What they said in so many words: "you said: begin with four" is "You told me to begin with four"; else ""."""
    words = in_one_breath(told).rstrip(" .!")
    first = words.partition(" ")[0].lower()
    found = forms(first)
    if first not in found.get("VERB", ()) or {"NOUN", "ADJ"} & found.keys():
        return ""
    return f"You told me to {first}{words[len(first) :]}."


_OUTLINES = re.compile(
    r"\byou (?:also |then |will )?(?:dive|delve|explore|look|discuss|cover|show|see|walk|explain|introduce|present|"
    r"demonstrate|learn|take|start|begin|go|focus|examine|share|want|hope|aim|believe|invite|can|could|should|must|need|"
    r"may|might|will|are going)\b|\byou(?:'ll|’ll|'d|’d)|\bof you\b|\byou (?:all|often|always|usually)\b",
    re.IGNORECASE,
)
"""What an abstract says its talk is going to do, or of everybody, which is nothing to ask its author about."""
_OF_ANYBODY = re.compile(r"[:()]|^(?:when|if|knowledge|experience) |\bnot \w+ed$", re.IGNORECASE)
_OF_THEIRS = re.compile(
    r"\b(?:now|still|each|every|\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)\b", re.IGNORECASE
)
_PERFECT = re.compile(r"\byou have (?:been|\w+e[dn])\b")


def _of_their_doing(fact: str) -> bool:
    """An abstract praises and explains; worth saying is what its author did or does, or what happened."""
    if _OUTLINES.search(fact) or _OF_ANYBODY.search(fact):
        return False
    if re.match(
        r"(?!(?:the|an?|all|two|three|four|five|some|many|what)\b)(?:[\w'’-]+,? ){0,5}?you\b", fact, re.IGNORECASE
    ):
        return in_the_past(fact) or bool(_OF_THEIRS.search(fact) or _PERFECT.search(fact))
    return in_the_past_of_all(fact) and not re.search(r"\byou\b", fact)


def about_title(title: str) -> str:
    """What to say of a talk of which nothing but the title can be said."""
    return varied(_TITLED, 0, title).format(title=title)


def _any_of(frames: Sequence[str], slot: str) -> re.Pattern[str]:
    """What is said in one of these frames, whatever stands in the slot."""
    return re.compile("|".join(re.escape(frame).replace(rf"\{{{slot}\}}", ".+") for frame in frames))


_TITLED = (
    "I saw “{title}” in the programme.",
    "Your talk is called “{title}”.",
    "You called your talk “{title}”.",
    "I saw that your talk is called “{title}”.",
)
_TELLS_A_TITLE = _any_of(_TITLED, "title")
OF_A_TITLE = (
    "What brought you to that subject?",
    "What gave you the idea for it?",
    "What made you turn that into a talk?",
    "Who should hear it?",
    "What made you choose that subject?",
    "What do you hope people will ask afterwards?",
)


_QUOTED = (
    "You write: “{claim}.”",
    "Your abstract says: “{claim}.”",
    "In your abstract it says: “{claim}.”",
    "One sentence from your abstract: “{claim}.”",
)
_QUOTES = _any_of(_QUOTED, "claim")
OF_A_CLAIM = (
    "What convinced you of that?",
    "When did that become clear to you?",
    "Where have you seen that most clearly?",
    "Who needs to hear that?",
    "What do people say against it?",
)
OF_A_STATE = ("What is behind that?", "How did that come about?", "How do you explain that?")
"""Behind a quoted sentence that only tells how something is."""
ARGUES = re.compile(
    r"\b(?:because|can|cannot|could|must|should|never|always|only|most|more|too|not|no|nobody|everybody|rarely|often|"
    r"need|needs|decide|decides|fail|fails)\b",
    re.IGNORECASE,
)
"""How a sentence sounds that somebody could deny."""
_NO_CLAIM = re.compile(
    r"\b(?:you|your|yours|I|we|our|my|this|these|those|it|they|talk|session|workshop|tutorial|presentation|slides|join|"
    r"learn|attend\w*|audience|powerful|popular|essential|crucial|important|challeng\w+|modern|exciting)\b|"
    r"[:;()“”\"?]",
    re.IGNORECASE,
)
_CAPITAL_WITHIN = re.compile(r"(?<=[a-z,] )[A-Z]")
LEAST_CLAIM, LONGEST_CLAIM = 6, 22
"""Words of a sentence that is quoted aloud."""


def quoted_claim(fact: str, turn: int, key: str) -> str:
    """A sentence of an abstract that says how things are, in its own words, so that one can ask about it; else ""."""
    bare = fact.strip().rstrip(" .!")
    fits = LEAST_CLAIM <= len(bare.split()) <= LONGEST_CLAIM and sayable(bare) and not in_the_past_of_all(bare)
    if not fits or _NO_CLAIM.search(bare) or _CAPITAL_WITHIN.search(bare):
        return ""
    return varied(_QUOTED, turn, key).format(claim=f"{bare[:1].upper()}{bare[1:]}")


def tells_a_title(said: str) -> bool:
    """Whether a sentence only says what a talk is called."""
    return bool(_TELLS_A_TITLE.fullmatch(said))


def questions_behind(said: str) -> tuple[str, ...]:
    """What one asks behind a title or a quoted sentence of an abstract; nothing behind anything else."""
    if tells_a_title(said):
        return OF_A_TITLE
    if not _QUOTES.fullmatch(said):
        return ()
    return OF_A_CLAIM if ARGUES.search(said.partition("“")[2]) else OF_A_STATE


def short_title(title: str) -> str:
    """A title as one says it: without its subtitle where it is long."""
    head = re.split(r":\s|\s[-–—]\s|\s?[?!]\s", title, maxsplit=1)[0]
    return (head if len(title.split()) > LONG_TITLE and len(head.split()) > 1 else title).strip()


LONG_TITLE = 5
