"""Whether words of rough notes are what somebody is ("crane operator") or does ("sells glazes")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from coach.domain.checking.english import forms, known
from coach.domain.checking.lexicon import COMPANIONS, DEMONYMS, FUNCTION, KIN, ROLE_HEADS, ROLE_MODIFIERS, split_words
from coach.domain.checking.people import RELATIONS
from coach.domain.checking.tokens import fold
from coach.domain.reading.trades import (
    AGENT,
    COMPOUNDS,
    DEPARTMENTS,
    GERMAN_AGENT,
    LIKE_SURNAMES,
    NO_AGENTS,
    SHORT_HEADS,
)

MOST_ROLE_WORDS = 6
_HEAD_ENDS = re.compile(
    r"\s+(?:of|for|on|in|to|at|from|with|w/|up|down|near|turned|and|&|\+|und|für|von|im|an|am|aus|auf|bei|der|des)\s.*$|\s+\d{1,2}[a-z]?$",
    re.IGNORECASE,
)
_SOMEBODY = split_words("guy woman man lady person girl lad lass bloke chap folks typ dame herr frau kind kid couple")
_WORK = split_words(
    "lead run head manage teach maintain organise organize found edit sell design invest train do coordinate direct "
    "chair curate research develop fix repair restore handle oversee program translate represent import export work "
    "intern weld brew farm supervise coach produce photograph treat audit recruit build make hold write study "
    "cover play own host co-found co-own co-lead co-run"
)
"""What somebody does for a living, in its base form."""
_WEAK_WORK = split_words("do make hold write study cover play own work")
"""Of these only with more behind: "does the books", not "does"."""
_GERMAN_WORK = re.compile(
    r"(?:leitet|führt|unterrichtet|organisiert|betreut|verkauft|entwickelt|koordiniert|"
    r"verantwortet|baut|lehrt|erforscht|betreibt|gründete|programmiert|restauriert|produziert|studiert|pflegt|"
    r"verwaltet|macht dort|arbeitet (?:im|in der|an|am))\s",
    re.IGNORECASE,
)
_DUTY = re.compile(r"(?:responsible for|in charge of|zuständig für|verantwortlich für)\s", re.IGNORECASE)
_NO_OBJECT = re.compile(
    r"^\S+\s+(?:it|that|this|so|not|n't|well|up|everything|nothing|a lot|me|us|him|them|my|our|you|by|"
    r"chess|football|tennis|golf|cricket|bridge|cards|rugby|squash|padel|darts|hockey|volleyball|basketball|games|"
    r"forward|like|better|fun|sure|great|good|happy|tired|nur|mich|mir|uns|gut|sich|wie immer|for (?:a|the))\b",
    re.IGNORECASE,
)


_THEIR_OWN = r"(?:his|her|their|my|our|its)"
_ONE_THING = re.compile(
    rf"sell(?:s|ing)\s+(?:off\s+|up\b|{_THEIR_OWN}\s+(?:old\s+|spare\s+)*(?!own\b)(?:[\w-]+\s+){{0,2}}?[\w-]*[^\Ws]"
    r"(?=$|\s+(?:to|for|before|after|because|since|this|next|now|soon|and)\b)|"
    r"the\s+(?-i:[a-z])|(?:an?|one|two|some)\s+(?:old|used|spare|second-?hand|broken|vintage)\b)|"
    rf"(?:fix|repair|restor|paint|renovat)(?:e?s|ing)\s+{_THEIR_OWN}\s|"
    r"verkauft\s+(?:gerade\s+|jetzt\s+|bald\s+)?(?:seinen|sein|ihren|ihr|den|das)\s",
    re.IGNORECASE,
)
"""`sells his copper vat`, `restoring her boat`: what somebody does with a thing of theirs once; `sells her ceramics`,
`sells the Big Issue` are what they live on."""
WISHES = frozenset(
    "needs wants likes loves hates looks knows asks plans hopes talks thinks cries laughs smiles".split()
)
"""What somebody does now, and not for a living."""


@lru_cache(maxsize=4096)
def is_role(words: str) -> bool:
    """Whether the words name what somebody is: `data lead`, `head of QA`, `yr 4 teacher`, `Schulleiterin`."""
    parts = _HEAD_ENDS.sub("", words.strip()).split()
    if not 0 < len(words.split()) <= MOST_ROLE_WORDS or not parts or _no_role(words, parts):
        return False
    last = parts[-1]
    if fold(parts[0]) in ("vp", "svp", "head", "director", "chief") and all(part[0].isupper() for part in parts):
        return True
    if fold(last) in _SOMEBODY:
        return len(parts) > 1 and fold(parts[-2]) in ROLE_MODIFIERS - {"former", "senior", "junior", "night"}
    if COMPOUNDS.search(" ".join(parts)) or _works_in(parts):
        return True
    return is_head(last) or all(fold(part) in ROLE_MODIFIERS - {"former", "people", "general"} for part in parts)


def _no_role(words: str, parts: Sequence[str]) -> bool:
    """`hired two designers`, `her boss`, `Ann's editor`, `Anna Weber`: a sentence, a person, no role."""
    if any(_is_verb(part) or fold(part) in _NO_PART | WISHES for part in parts[:-1]) or _TOLD.match(parts[0]):
        return True
    surname = fold(parts[-1]) in LIKE_SURNAMES and len(parts) > 1 and not parts[-2].islower()
    return surname or bool(_SENTENCE.search(words) or _OTHERS.match(words))


def _works_in(parts: Sequence[str]) -> bool:
    """`freelance PR`: a trade named by its field, behind a word that says how."""
    *before, last = (fold(part) for part in parts)
    return last in DEPARTMENTS and bool(before) and set(before) <= {"freelance", "freelancing", "in-house"}


_SENTENCE = re.compile(r"n['’]t\b|[@?!]|\b[A-Z]\w*['’]s\s|\s(?:is|are|was|were|not|never|ist)\s|^\d+ \w+s$")
_OTHERS = re.compile(r"(?:her|his|their|my|your|its|ihre?|seine?|mein\w*|no|not|kein\w*)\b", re.IGNORECASE)
_NO_PART = FUNCTION - {"of"} | split_words("two three said told ein eine einen einem einer der die das den dem im am")
_TOLD = re.compile(r"(?!retired|certified|chartered|qualified|registered|trained|self-)\w{2,}ed$", re.IGNORECASE)
"""`hired two designers` tells what somebody did, `retired postmistress` what they are."""


def of_one(words: str) -> str:
    """`co-founder`, of the `co-founders` that two of them are."""
    single = words.removesuffix("s")
    return (
        single
        if single != words and is_role(words) and not does(words) and fold(single.split()[-1]) in ROLE_HEADS
        else words
    )


def _is_verb(part: str) -> bool:
    """`wants`, `keeps`: a verb in the midst of a role makes a sentence of it."""
    low = fold(part)
    return "VERB" in forms(low) and "NOUN" not in forms(low) and low.endswith("s") and low not in ROLE_MODIFIERS


def is_head(word: str) -> bool:
    """Whether a word is what somebody is: `operator`, `toolmaker`, `DBA`, `Busfahrer`."""
    low = fold(word.strip(".'’"))
    ends = low.rpartition("-")[2]
    single = low.removesuffix("s")
    if {low, ends, single} & (ROLE_HEADS | SHORT_HEADS | LIKE_SURNAMES):
        return True
    if low in KIN | COMPANIONS | RELATIONS | NO_AGENTS or low in DEMONYMS or len(low) < 4:
        return False
    if known(low) or known(single):
        return _is_agent(single if not known(low) else low)
    return bool(GERMAN_AGENT.search(word.casefold()) or (word.islower() and AGENT.search(low)))


def _is_agent(low: str) -> bool:
    """`shearer`, `librarian`: a noun made of what one does, which nothing else could be."""
    kinds = forms(low)
    return "NOUN" in kinds and "ADJ" not in kinds and len(low) > 4 and bool(AGENT.search(low)) and _made_of_a_word(low)


def _made_of_a_word(low: str) -> bool:
    if not low.endswith(("er", "or")):
        return True
    stems = (low[:-2], low[:-1], low[:-2] + "e", low[:-3])
    return any("VERB" in forms(stem) for stem in stems if len(stem) > 2) or low[:-2].endswith(("graph", "keep", "mak"))


def does(words: str, *, participle: bool = False, base: bool = False) -> bool:
    """Whether the words say what somebody does for a living: `sells glazes`, `leading the guild`, `leitet den
    Vertrieb`. `participle`: they stand behind "has"; `base`: behind "they"."""
    parts = words.split()
    if not 0 < len(parts) <= 8 or _NO_OBJECT.match(words) or _ONE_THING.match(words):
        return False
    if _GERMAN_WORK.match(words) or _DUTY.match(words):
        return True
    low = fold(parts[0])
    bases = {base for base in (*forms(low).get("VERB", ()), *_by_ending(low)) if base in _WORK}
    told = participle or base or low.endswith(("s", "ing")) or low in ("founded", "co-founded")
    if not bases or not told:
        return False
    if "work" in bases and (len(parts) < 3 or parts[1] not in ("on", "in", "with") or parts[2][:1].isupper()):
        return False
    return len(parts) > 1 or not bases <= _WEAK_WORK


def has_a_calling(word: str) -> bool:
    """`welds`, `teaches`: a doing that needs no more words to be what somebody lives on."""
    return word in ("welds", "films", "teaches", "weaves", "farms", "brews", "translates", "edits", "paints", "sculpts")


def _by_ending(low: str) -> tuple[str, ...]:
    """`co-leads`, which the word list lacks."""
    return (low.removesuffix("s"), low.removesuffix("ed"), low.removesuffix("ing")) if "-" in low else ()


_NO_TRADE = split_words(
    "wants loves likes hopes looks lives stays waits knows thinks says asks hates needs owes has is was goes comes "
    "gets feels wishes promises offers sends brings cares worries votes leaves moves works studies cheers roots "
    "apologises arrives meets sits speaks talks applies plans prepares longs searches uses pays"
)


def does_for_somebody(words: str) -> bool:
    """Whether the words may be a trade where an organisation stands behind: `reads to patients` (at Elm House)."""
    parts = words.split()
    low = fold(parts[0]) if parts else ""
    if low in ("macht", "jobbt", "kocht", "fahrt", "schreibt", "spielt", "kellnert", "zeichnet"):
        return len(parts) <= 4
    if not 0 < len(parts) <= 4 or low in _NO_TRADE or re.search(r"\d|['’]", words) or _ONE_THING.match(words):
        return False
    return "VERB" in forms(low) and low.endswith("s") and low not in forms(low)["VERB"]
