"""Facts as sentences that one can say to the person: the record's own words, turned to them, behind a short opening.

A small model that rewords a fact often bends it. A rule cannot, and what it says fits only this person; the model is
left with what it does well, a question about a concrete thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from zlib import crc32

from coach.domain.checking.english import forms
from coach.domain.models import Kind
from coach.drafting.languages import language_in

LONGEST = 30
"""Words of a fact that a message can hold in one sentence."""
SPOKEN = 18
"""Words of a fact that can be said aloud in one breath."""
LEAST_SPOKEN = 4
_FRAGMENT = re.compile(
    r"^(?:best|worst|ask|remember|note|also|but|so|then|it|this|that|these|those|they|he|she|here|there|"
    r"whether|what|how|why|which|with|perfect|furthermore|additionally|moreover|however|therefore|finally|similarly|thus|hence|"
    r"you(?:'ll|’ll| will)|people of all|and|or|because|if|as for)\b|[#*>|(\[“\"‘_•·▪◦–—-]|\d{1,2}[.)] ",
    re.IGNORECASE,
)
"""How a sentence begins that leans on another one, a heading or an item of a list."""
_LIST = re.compile(r"(?:^|\s)[-–—•*·▪◦]\s.*(?:^|\s)[-–—•*·▪◦]\s|:\s*[-–—•*·▪◦]|\(link\)|\w_\s|\s_\w")
"""Marks that cannot be said aloud."""
TOLD = re.compile(r"^you (?:told (?:me|us)|said|say)\b(?: that)?", re.IGNORECASE)
_NO_SUBJECT = re.compile(
    r"^(?:Asked|Gave|Met|Told|Showed|Promised|Saw|Helped|Offered|Heard|Wrote|Left)(?= (?:you|your|my|our|[A-Z]\w+)\b)"
)
"""A note without a subject that can only be about whoever wrote it."""
_WILL = re.compile(r"^in (?:this|my|your) (?:talk|session|tutorial|workshop),? (?=you\b)", re.IGNORECASE)
_LOW = frozenset(
    """The A An In At On After Before Last Each Every My Our Your You Most Many Some All No Nobody When While Without
    Half Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Twenty Thirty Forty Fifty Sixty Seventy
    Eighty Ninety She He They Of From By For To With As Since Until One Once During Through Under Over Several
    Almost Only Even Both Another Other Such What Who How Why Where People Everybody Somebody""".split()
)
"""First words that take a small letter within a sentence; so does each English word, unless it is a name there."""


def varied(choices: tuple[str, ...], turn: int, key: str = "") -> str:
    """One of several wordings: the next for each turn, and another start for each key; the same every time."""
    return choices[(turn + crc32(key.encode())) % len(choices)]


def sayable(fact: str) -> bool:
    """Whether a fact, turned to the person, is a whole English sentence that stands by itself."""
    bare = fact.strip()
    if "…" in bare or "?" in bare or not 4 <= len(bare.split()) <= LONGEST or _FRAGMENT.match(bare):
        return False
    if _LIST.search(bare) or _lacks_subject(bare):
        return False
    whole = bare.casefold().startswith("you ") or bool(_NO_SUBJECT.match(bare)) or _has_verb(bare)
    return whole and language_in([bare]) == "en"


def _lacks_subject(text: str) -> bool:
    """A note in short hand ("Moved to Graz", "Runs the choir"): whom it is about, only its writer knows."""
    first = (re.match(r"[A-Z][a-z]+\b", text) or [""])[0].lower()
    found = forms(first) if first and not _NO_SUBJECT.match(text) else {}
    inflected = "VERB" in found and first not in found["VERB"]
    return inflected and not {"NOUN", "ADJ", "ADV", "PROPN"} & found.keys() and not first.endswith("ing")


def _has_verb(text: str) -> bool:
    words = re.findall(r"[a-z']+", text)
    return any(("VERB" in found or "AUX" in found) and "NOUN" not in found for found in map(forms, words)) or any(
        word.endswith("ed") for word in words
    )


def clause(fact: str, *, named: bool = False) -> str:
    """The fact as part of a longer sentence: no full stop, a small letter unless it begins with a name (`named`)."""
    bare = _NO_SUBJECT.sub(lambda found: f"I {found[0].lower()}", fact.strip()).rstrip(" .!")
    bare = _WILL.sub("", bare)
    first = re.match(r"[\w'’]+", bare)
    common = first is not None and first[0] != "I" and (first[0] in _LOW or bool(forms(first[0].lower())))
    return bare[:1].lower() + bare[1:] if common and not named else bare


def begins_with_name(fact: str, others: Iterable[str] = (), names: Iterable[str] = ()) -> bool:
    """Whether the first word is a name here though it may be a common word ("Will", "Cosmic Ray").

    It is one where it is part of a known name, another capital follows it, or `others` write it with a capital in
    mid-sentence and never without.
    """
    found = re.match(r"([A-Z][\w'’-]*)(?: ([A-Z]\w+))?", fact)
    if not found or found[1] in _LOW or found[1] == "I":
        return False
    word = re.escape(found[1])
    if found[2] or any(found[1] in name.split() for name in names):
        return True
    text = "\n".join(others)
    capital = re.search(rf"(?<=[a-z,] ){word}\b", text)
    return bool(capital) and not re.search(rf"\b{word.lower()}\b", text)


_MAY_END = re.compile(r"(?:[;:]| –|, (?:and|which|who|where|so that|since))\s")
"""Where a long sentence may end and still say what is true."""


def in_one_breath(fact: str) -> str:
    """The fact in at most 18 words, ended early where its grammar lets it end; "" where it cannot be made so short."""
    bare = fact.strip()
    if len(bare.split()) <= SPOKEN and not re.search(r"[:;]\s", bare):
        return bare
    heads = [bare[: found.start()] for found in _MAY_END.finditer(bare)]
    short = [head for head in heads if LEAST_SPOKEN <= len(head.split()) <= SPOKEN and head.count('"') % 2 == 0]
    return short[-1] if short else ""


def said_to_them(fact: str, kind: Kind, *, named: bool = False) -> str:
    """What one says to the person about a fact: "I remember that …", "I read that …"; "" where it cannot be said."""
    if kind is Kind.NOTE and (found := TOLD.match(fact)) and fact[found.end() :].startswith(":"):
        return _advised(fact[found.end() + 1 :])
    short = in_one_breath(fact)
    if not sayable(short) or (kind is Kind.SESSION and not _of_their_doing(short)):
        return ""
    told = clause(short, named=named)
    if kind is Kind.NOTE and TOLD.match(told):
        return sentence(TOLD.sub("you told me that", told, count=1))
    if kind is Kind.NOTE and told.startswith("I "):
        return f"{told}."
    return f"I {'read' if kind is Kind.SESSION else 'remember'} that {told}."


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
    if re.match(r"(?:[\w'’-]+,? ){0,5}?you\b", fact, re.IGNORECASE):
        return in_the_past(fact) or bool(_OF_THEIRS.search(fact) or _PERFECT.search(fact))
    return in_the_past_of_all(fact) and not re.search(r"\byou\b", fact)


def about_title(title: str) -> str:
    """What to say of a talk of which nothing but the title can be said."""
    return varied(_TITLED, 0, title).format(title=title)


def sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip(' .')}."


# ------------------------------------------------------------------ questions that follow any such sentence
_PAST = (
    "What happened next?",
    "What was that like?",
    "What did you take from it?",
    "Which part of it do you still think about?",
)
_NOW = (
    "How did that begin?",
    "What gave you the idea?",
    "How did that come about?",
    "What has it changed for you?",
)
_AROUND = ("How did that come about?", "What did that change for you?", "What did you make of it?")
_AROUND_PAST = ("What happened next?", "What did that change for you?", "What did you make of it?")
_HAVE = ("How did that come about?", "How is that going?", "What is that like?")
_USED_TO = ("What was that like?", "What do you miss about it?", "What did you learn there?")
_STANDING = ("How did that come about?", "How did you get there?")
_TITLED = (
    "I saw that you speak about “{title}”.",
    "Your talk is called “{title}”.",
    "“{title}” is on the programme under your name.",
)
OF_A_TITLE = (
    "How did you come to that subject?",
    "What is the story behind it?",
    "What made you choose that subject?",
    "Which question do you hope somebody asks you about it?",
)


def short_title(title: str) -> str:
    """A title as one says it: without its subtitle where it is long."""
    head = re.split(r":\s|\s[-–—]\s|\s?[?!]\s", title, maxsplit=1)[0]
    return head if len(title.split()) > LONG_TITLE and len(head.split()) > 1 else title


LONG_TITLE = 5


def question_after(fact: str, turn: int, key: str) -> str:
    """A short question that fits behind the sentence about this fact, another one each turn."""
    if TOLD.match(fact):
        return varied(_AROUND_PAST if in_the_past_of_all(TOLD.sub("", fact)) else _AROUND, turn, key)
    if re.search(r"\byou used to\b", fact):
        return varied(_USED_TO, turn, key)
    if re.match(r"you (?:now |still |also )?(?:have|are)\b", fact):
        return varied(_HAVE, turn, key)
    if re.match(r"^your\b", fact, re.IGNORECASE):
        return varied(_STANDING, turn, key)
    if re.match(r"^(?:in [^,]{3,40},? |\w+ \w+,? )?you\b", fact, re.IGNORECASE):
        return varied(_PAST if in_the_past(fact) else _NOW, turn, key)
    return varied(_AROUND, turn, key)


def in_the_past(fact: str) -> bool:
    """Whether what they did lies behind: the first verb after "you" is in its past form."""
    found = re.search(r"\byou(?: \w+ly| never| also| once)? ([a-z']+)", fact, re.IGNORECASE)
    verb = found[1] if found else ""
    base = forms(verb).get("VERB", ())
    return bool(base) and verb not in base[:1] and not verb.endswith("s") and verb not in ("are", "have", "do")


def in_the_past_of_all(text: str) -> bool:
    """Whether a sentence about anybody lies behind: its first verb that is nothing else is in its past form."""
    for word in re.findall(r"[a-z']+", text.partition(" ")[2]):
        if word in ("was", "were", "had", "did"):
            return True
        if word in ("is", "are", "has", "can", "cannot", "will", "would", "could", "should", "may", "might", "must"):
            return False
        found = forms(word)
        if (word.endswith("ed") and "VERB" in found) or ("NOUN" not in found and "VERB" in found):
            return word not in found["VERB"][:1] and not word.endswith(("s", "ing"))
        if "AUX" in found or (word.endswith("s") and "VERB" in found and "NOUN" not in found):
            return False
    return False


# ------------------------------------------------------------------ what the user wants, and can give
_GIVES = re.compile(
    r"(?:^|,? and |[.;:] )(?:offer(?: (?:my|some))? (?P<thing>help\b.*|.+)|(?:I|we) (?:can|could) (?P<can>.+))$",
    re.IGNORECASE,
)
_SEEKS = re.compile(
    r"^(?:find|meet|look for|search for) (?=(?:a|an|one|two|three|four|five|ten|some\w*|people|others|\w+ers)\b)",
    re.IGNORECASE,
)
_LEARNS = ("learn", "understand", "know", "hear", "see", "read", "talk", "show", "tell", "teach", "meet", "bring", "be")


def aim_of(goal: str) -> str:
    """A goal as a sentence: "I am looking for people who …", "I am trying to build …"; what it offers is left out."""
    bare = re.split(r"(?<=[.!?])\s", goal.strip(), maxsplit=1)[0].rstrip(" .…!")
    bare = re.split(r",? and (?:offer|help|give)\b", bare, maxsplit=1, flags=re.IGNORECASE)[0].rstrip(" ,")
    words = bare.split()
    if len(words) < 2:
        return ""
    if found := _SEEKS.match(bare):
        return f"I am looking for {bare[found.end() :]}."
    first = words[0].lower()
    if first not in forms(first).get("VERB", ()) and first != "be":
        return f"I came here for this: {bare[:1].lower()}{bare[1:]}."
    rest = " ".join([first, *words[1:]])
    return f"I would like to {rest}." if first in _LEARNS else f"I am trying to {rest}."


def gift_in(goal: str) -> str:
    """What the user can give by their own goal, as it follows "I could": "help with testing"; "" for nothing."""
    for part in re.split(r"(?<=[.!?])\s+", goal.replace("Why: ", "")):
        if found := _GIVES.search(part.strip().rstrip(" .…!")):
            if can := found["can"]:
                return re.sub(r"^offer (?:to |(?:them |people |others )?(?=help\b))", "", can[:1].lower() + can[1:])
            thing = found["thing"]
            thing = re.sub(r"^(?:them|people|others|everybody) (?=help\b)", "", thing)
            return thing if re.match(r"help\b", thing, re.IGNORECASE) else f"offer {thing.removeprefix('to ')}"
    return ""


_AFTER_A_SEARCH = ("Who comes to your mind?", "Whom should I talk to?", "Is that you, or somebody you know?")
_AFTER_AN_AIM = (
    "Where would you begin?",
    "What would you warn me about?",
    "What would you try first?",
    "What do people get wrong about that?",
)
_AFTER_A_REASON = ("How do you deal with that?", "What would you do about it?", "Does that sound familiar to you?")


def _why(goal: str) -> str:
    """The first sentence of the reason behind a goal, without its mark; "" where none is given."""
    return re.split(r"(?<=[.!?])\s", goal.partition("Why: ")[2].strip(), maxsplit=1)[0].rstrip(" .…!")


def reason_of(goal: str) -> str:
    """Why the user wants what they want, where they say it of themselves: "We struggle with flaky tests."; else ""."""
    first = _why(goal)
    whole = re.match(r"(?:I|we|my|our)\b", first, re.IGNORECASE) and 3 <= len(first.split()) <= SPOKEN
    return sentence(first) if whole and "?" not in first else ""


_POINTS_BACK = re.compile(
    r"\b(?:they|them|their|it|its|this|that|these|those|ours|he|she|him|her)\b|\bI (?:do not|don't|cannot|can't)\b",
    re.IGNORECASE,
)
AIM_AND_REASON = 28
"""Words of a reason and an aim that are said in one sentence."""


def aim_with_reason(goal: str) -> str:
    """Why, and then what for: "Our letters go unread, so I am trying to …"; the aim alone where the two do not join."""
    aim = aim_of(goal)
    why = _why(goal)
    joined = f"{sentence(why)[:-1]}, so {aim}" if why and aim else ""
    fits = joined and len(joined.split()) <= AIM_AND_REASON and not re.search(r"[?:;,]", why)
    return joined if fits and not _POINTS_BACK.search(why) else aim


def question_after_reason(turn: int, key: str) -> str:
    return varied(_AFTER_A_REASON, turn, key)


_OFFERS = (
    "I could {gift}, if that is of use to you.",
    "If it helps you, I could {gift}.",
    "If you like, I could {gift}.",
)


def question_after_aim(aim: str, turn: int, key: str) -> str:
    """A question that fits behind an aim, another one each turn."""
    return varied(_AFTER_A_SEARCH if "I am looking for" in aim else _AFTER_AN_AIM, turn, key)


def offer_of(gift: str, turn: int, key: str) -> str:
    """The offer as one sentence."""
    return varied(_OFFERS[::2] if gift.startswith("help") else _OFFERS, turn, key).format(gift=gift)
