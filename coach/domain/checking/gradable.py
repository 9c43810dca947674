"""What yes and no can be held against: not greetings, questions and loose wishes, nor regret, contrast and comparison,
which deny in ways of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.checking.attitudes import both_ways, some_day
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.english import forms
from coach.domain.checking.people import USER
from coach.domain.checking.undone import exclaimed

EXCEPTIONS = frozenset(("except", "only", "unless", "apart", "besides", "otherwise"))


def not_gradable(fragment: Fragment) -> bool:
    """Greetings, questions and loose wishes; regret, contrast and comparison, which deny in ways of their own."""
    asked = fragment.mood == "question" and not _PRESUMING.search(fragment.whole)
    if fragment.mood == "greeting" or asked or set(fragment.words) & EXCEPTIONS or fragment.words[0] == "don't":
        return True
    if fragment.mood in ("wish", "guess") and not _firm(fragment):
        return True
    if (
        fragment.words[0] == "than"
        or exclaimed(fragment)
        or _AS_ASKED.match(fragment.plain)
        or fragment.words[0] in UNFULFILLED
        or _INDIRECT.search(fragment.plain)
        or _MESSAGE.search(fragment.plain)
        or reassuring(fragment)
        or both_ways(fragment)
        or some_day(fragment)
        or _REASSURANCE.match(fragment.whole)
    ):
        return True
    words = [token.low for token in fragment.tokens]
    plain = " ".join(words)
    regret = _REGRET & set(words)
    of_others = fragment.words[0] == "that" and fragment.explicit and bool(fragment.owners - {USER})
    return (
        (bool(regret) and not of_others)
        or "rather than" in plain
        or "instead of" in plain
        or "in place of" in plain
        or bool(LEFT_OUT.search(plain))
        or bool(_ME_TOO.search(plain))
        or bool(_MISTAKEN.search(plain) or _SELDOM.search(plain))
        or "eye to eye" in plain
        or "right about" in plain
        or bool(_NEVER_THE_SAME.search(plain))
        or bool(_COMPARED.search(plain))
        or "there will be" in plain
        or _unmatched(words)
    )


_ME_TOO = re.compile(
    r"\b(?:for|with|to|of) me(?:,)? (?:as well|too|either)\b|\b(?:me|so do i|neither do i) (?:too|either)\b"
)
"""`tenor clef is hard for me as well`: said of both, whatever stands in the notes of one."""
_REGRET = frozenset(
    ("shame", "pity", "sorry", "unfortunately", "sad", "sadly", "alas", "nuisance", "blow", "scandal", "annoying",
     "maddening", "regret", "galling", "letdown")
)  # fmt: skip
_AS_ASKED = re.compile(r"as you (?:asked|wanted|wished|need|needed)\b(?: for)?\W*$")
"""`half as much again | as you asked for`."""
_MESSAGE = re.compile(
    r"^(?:and |but |so |please )*(?:tell|greet|thank|remind|hug|say (?:hello|hi|thanks)|give (?:my|our)) "
    r"(?!you\b|me\b)|\b(?:best|warm|kind|good) (?:wishes|regards|greetings)\b|\b(?:love|greetings|regards) to\b|"
    r"\b(?:bad|hard|tough|rotten|rough) luck\b|^i (?:\w+ )?understand (?:about|why)\b|"
    r"\b(?:i'm|i am|we're|we are) (?:\w+ )?with (?:you|him|her|them)\b|"
    r"\b(?:some(?:one|body) else|the less said)\b|"
    r"\b(?:have|has|had|'ve|got) (?:a|such a) (?:\w+ )?point (?:about|on|with|there)\b|"
    r"\b(?:on (?:your|her|his) side|(?:your|her|his) doubts)\b|"
    r"\b(?:words?|question|note|thought|line) (?:about|on|regarding|concerning) (?:the|your|our|my|that|this)\b|"
    r"\b(?:your|for the) (?:\w+ )?(?:answer|reply|advice|hint|tip|news|remarks?|comments?) (?:about|on|regarding)\b"
)
"""`tell him the boat is safe`, `what bad luck about the grant`, `I'm with you on that`: neither so nor not so."""
_NEVER_THE_SAME = re.compile(
    r"\bnever be the same\b|\b(?:promise|try|hope|want|swear) not to\b|^(?:and |but |so )?(?:an?|the|one|"
    r"that) (?:[\w-]+ ){1,3}"
    r"(?:could|might|may) \w+"
)
"""`onion skin will never be the same for me`, `I promise not to flood it`, `a test could settle it`: nothing denied."""
_SELDOM = re.compile(
    r"\b(?:it is|it's|how) (?:so |very |quite )?(?:rare|unusual|seldom)\b|\bnot often (?:that )?(?:i|one|you)\b"
)
"""`it is rare to meet a beekeeper who …`: praise, and no denial of having met."""
_MISTAKEN = re.compile(r"\b(?:wrong|mistaken|misled) (?:about|on|over)\b|\bmix(?:ed|ing)? \w+ up\b|\bmixed up\b")
"""`the paper was wrong about the ankle`: the sentence itself takes it back."""
_COMPARED = re.compile(r"\b(?:better|worse|harder|easier|more \w+) (?:to \w+ )?than (?:the|a|an|any)\b")
"""`the labels are harder than the detection` and `the hard part is not the detection` say the same."""
LEFT_OUT = re.compile(
    r"\b(?:leave|leaves|left|leaving|keep|keeps|kept|keeping) (?:[\w-]+ ){1,5}(?:at home|behind|out|away|off|alone)\b|"
    r"\b(?:keep|keeps|kept|keeping) (?:[\w-]+ ){1,5}to (?:yoursel(?:f|ves)|myself|ourselves|herself|himself|"
    r"themselves)\b|"
    r"\bstays? with you\b|"
    r"\b(?:do|does|done|did|doing) (?:away with|without)\b|\bstay(?:s|ed|ing)? (?:at home|behind|away|out|put)\b"
)


def _unmatched(words: Sequence[str]) -> bool:
    """`nothing came close to your bread`, `I have not heard a warmer bass`: praise, not a denial."""
    for position, word in enumerate(words):
        if word in ("not", "never", "nothing", "nobody", "none") or word.endswith("n't"):
            after = words[position + 1 : position + 8]
            if (
                _EQUAL & set(after)
                or after.count("as") > 1
                or any(w.endswith("er") and forms(w).get("ADJ", (w,))[0] != w for w in after)
            ):
                return True
    return False


_EQUAL = frozenset(
    ("close", "like", "beat", "beats", "match", "matched", "matches", "rival", "rivals", "equal", "better")
)


def reassuring(fragment: Fragment) -> bool:
    """`no rush with the slides`, `don't worry about the photos`: whatever the thing's state, this is no claim."""
    return bool(_REASSURANCE.search(fragment.plain))


_REASSURANCE = re.compile(
    r"\b(?:no (?:rush|hurry|pressure|worries|stress|need)|(?:don't|do not|never) (?:worry|rush|hurry|stress|bother)|"
    r"take your time|can wait|no problem|never mind|not to worry)\b"
)
UNFULFILLED = frozenset(("before", "until", "unless", "if", "whether", "once", "when", "bevor", "avant"))
_PRESUMING = re.compile(
    r"\b(?:how (?:much|many|often)|why|where|which \w+) (?:do|did|have|are) you\b|\bwhat (?:made|makes|led) you\b"
)
_INDIRECT = re.compile(
    r"\b(?:how|what) (?:you|she|he|they) (?:feel|felt|think|thought|make|made)\b|\bwhere (?:you|she|he) stand|"
    r"\b(?:your|her|his) (?:views?|opinion|feelings?|thoughts?|take|stance|point|remark|argument|words|comments?) "
    r"(?:on|about|of)\b|"
    r"\b(?:can't|cannot|must|could) have (?:been)?\b|\b(?:is|are|lies?) (?:still |yet )?(?:ahead of|to come|before) "
    r"(?:you|us|me|her|him)\b"
)


def _firm(fragment: Fragment) -> bool:
    """A wish that takes something for granted: `see you at the fair`, `I'll join the trip`."""
    if _THAT_YOU_WILL.match(fragment.plain):
        return True
    return fragment.plain.startswith(("see you", "i'll", "i will", "we'll", "looking forward", "i look forward"))


_THAT_YOU_WILL = re.compile(r"that you(?:'ll| will| can| could)\b")
"""`I'm glad that you will take it over`: what is settled already, and no wish."""
