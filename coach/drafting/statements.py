"""Facts as sentences that one can say to the person: the record's own words, turned to them, behind a short opening.

A small model that rewords a fact often bends it. A rule cannot, and what it says fits only this person; the model is
left with what it does well, a question about a concrete thing.
"""

from __future__ import annotations

import re
from zlib import crc32

from coach.domain.checking.english import forms
from coach.domain.models import Kind
from coach.drafting.languages import language_in

LONGEST = 30
"""Words of a fact that can be said in one breath."""
_FRAGMENT = re.compile(
    r"^(?:best|worst|ask|remember|note|also|but|so|then|it|this|that|these|those|they|he|she|here|there|"
    r"whether|with|perfect|furthermore|additionally|moreover|however|therefore|finally|similarly|thus|hence|"
    r"you(?:'ll|’ll| will)|people of all)\b|[#*>|]",
    re.IGNORECASE,
)
TOLD = re.compile(r"^you (?:told (?:me|us)|said|say)\b(?: that)?", re.IGNORECASE)
_NO_SUBJECT = re.compile(
    r"^(?:Asked|Gave|Met|Told|Showed|Promised|Saw|Helped|Offered|Heard|Spoke|Talked|Had|Wrote|Left|Learned|Felt)\b"
)
_WILL = re.compile(r"^in (?:this|my|your) (?:talk|session|tutorial|workshop),? (?=you\b)", re.IGNORECASE)
_LOW = frozenset(
    """The A An In At On After Before Last Each Every My Our Your You Most Many Some All No Nobody When While Without
    Half Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Twenty Thirty Forty Fifty Sixty Seventy
    Eighty Ninety She He They""".split()
)
"""First words that take a small letter within a sentence; so does each word that a list of English words knows."""


def varied(choices: tuple[str, ...], turn: int, key: str = "") -> str:
    """One of several wordings: the next for each turn, and another start for each key; the same every time."""
    return choices[(turn + crc32(key.encode())) % len(choices)]


def sayable(fact: str) -> bool:
    """Whether a fact, turned to the person, is a whole English sentence that stands by itself."""
    bare = fact.strip()
    if "…" in bare or "?" in bare or not 4 <= len(bare.split()) <= LONGEST or _FRAGMENT.match(bare):
        return False
    whole = bare.casefold().startswith("you ") or bool(_NO_SUBJECT.match(bare)) or _has_verb(bare)
    return whole and language_in([bare]) == "en"


def _has_verb(text: str) -> bool:
    words = re.findall(r"[a-z']+", text)
    return any(("VERB" in found or "AUX" in found) and "NOUN" not in found for found in map(forms, words)) or any(
        word.endswith("ed") for word in words
    )


def clause(fact: str) -> str:
    """The fact as part of a longer sentence: no full stop, a small letter where the first word is no name."""
    bare = _NO_SUBJECT.sub(lambda found: f"I {found[0].lower()}", fact.strip()).rstrip(" .!")
    bare = _WILL.sub("", bare)
    first = re.match(r"[\w'’]+", bare)
    common = first is not None and first[0] != "I" and (first[0] in _LOW or bool(forms(first[0].lower())))
    return bare[:1].lower() + bare[1:] if common else bare


def said_to_them(fact: str, kind: Kind) -> str:
    """What one says to the person about a fact: "I remember that …", "I read that …"; "" where it cannot be said."""
    if not sayable(fact) or (kind is Kind.SESSION and not _of_their_doing(fact)):
        return ""
    told = clause(fact)
    if kind is Kind.NOTE and TOLD.match(told):
        return sentence(TOLD.sub("you told me that", told, count=1))
    if kind is Kind.NOTE and told.startswith("I "):
        return f"{told}."
    return f"I {'read' if kind is Kind.SESSION else 'remember'} that {told}."


_OUTLINES = re.compile(
    r"\byou (?:also |then )?(?:dive|delve|explore|look|discuss|cover|show|see|walk|explain|introduce|present|"
    r"demonstrate|learn|take|start|begin|go|focus|examine|share|want|hope|aim|believe|invite|can|could|should|must|need)\b",
    re.IGNORECASE,
)
"""What an abstract says its talk is going to do, which is nothing to ask about."""
SHORT = 10
"""Words of a sentence of an abstract that may be said to its author though it tells nothing that happened."""


def _of_their_doing(fact: str) -> bool:
    """An abstract praises and explains; worth saying is what its author did, what happened, or what is short."""
    if _OUTLINES.search(fact):
        return False
    happened = re.match(r"(?:in [^,]{3,40},? )?you\b", fact, re.IGNORECASE) or in_the_past_of_all(fact)
    return bool(happened) or len(fact.split()) <= SHORT


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
_STANDING = ("How did that come about?", "How did you get there?")
_TITLED = (
    "I saw that you speak about “{title}”.",
    "Your talk is called “{title}”.",
    "“{title}” is on the programme under your name.",
)
OF_A_TITLE = ("How did you come to that subject?", "What is the story behind it?", "What made you choose that subject?")


def question_after(fact: str, turn: int, key: str) -> str:
    """A short question that fits behind the sentence about this fact, another one each turn."""
    if TOLD.match(fact):
        return varied((*_AROUND, _NOW[0]), turn, key)
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
                return can[:1].lower() + can[1:]
            thing = found["thing"]
            return thing if re.match(r"help\b", thing, re.IGNORECASE) else f"offer {thing.removeprefix('to ')}"
    return ""


_AFTER_A_SEARCH = ("Who comes to your mind?", "Whom should I talk to?", "Is that you, or somebody you know?")
_AFTER_AN_AIM = (
    "Where would you begin?",
    "What would you warn me about?",
    "What would you try first?",
    "What do people get wrong about that?",
)
_OFFERS = (
    "I could {gift}, if that is of use to you.",
    "If it helps you, I could {gift}.",
    "Perhaps this is of use to you: I could {gift}.",
)


def question_after_aim(aim: str, turn: int, key: str) -> str:
    """A question that fits behind an aim, another one each turn."""
    return varied(_AFTER_A_SEARCH if aim.startswith("I am looking for") else _AFTER_AN_AIM, turn, key)


def offer_of(gift: str, turn: int, key: str) -> str:
    """The offer as one sentence."""
    return varied(_OFFERS[::2] if gift.startswith("help") else _OFFERS, turn, key).format(gift=gift)
