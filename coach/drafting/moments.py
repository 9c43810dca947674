"""How a moment was, by the words of whoever wrote it down, and what one asks of it then.

Of anger, shame or loneliness nobody asks whether it gave energy, nor of the best moment of a day: what lay behind it
is asked, what would help, or how to have more of it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from enum import Enum

from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.domain.text import sentences
from coach.drafting.address import told_to_oneself
from coach.drafting.whole_sentences import clause, in_the_past_of_all, sayable
from coach.drafting.whom_they_mean import leans_on_others


class Mood(Enum):
    """What a moment was like."""

    ANGER = "words that one would take back"
    HURT = "anger, or being passed over"
    SHAME = "shame"
    LONELY = "loneliness"
    FEAR = "fear or worry"
    TIRED = "tiredness"
    RELIEF = "relief"
    GOOD = "joy or pride"
    THEIRS = "what somebody else felt"


_WORDS: tuple[tuple[Mood, re.Pattern[str]], ...] = tuple(
    (mood, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for mood, words in (
        (
            Mood.ANGER,
            r"shouted|shout|yelled|snapped|swore|lost (?:my|our) temper|(?:I|we) (?:was|were) (?:so )?rude|"
            r"quarrel\w*|argued",
        ),
        (
            Mood.HURT,
            r"angry|anger|furious|annoyed|insulted|jealous|hurt|"
            r"(?:interrupted|ignored|laughed at|mocked|forgot) (?:me|us)",
        ),
        (Mood.SHAME, r"asham\w*|embarrass\w*|pretended|lied|blushed|guilty|regret\w*|sorry|too long about"),
        (
            Mood.LONELY,
            r"lonely|alone|by myself|out of place|left out|homesick|"
            r"nobody (?:came|talked|spoke|sat|asked|stopped|listened|knew) ?\w*",
        ),
        (
            Mood.FEAR,
            r"nervous|afraid|scared|fear\w*|hid|froze|shook|trembl\w*|panick\w*|worried|dared?|did not dare|"
            r"forgot to breathe|stage fright|said nothing",
        ),
        (Mood.TIRED, r"tired|drained|exhaust\w*|bored|worn out|overwhelmed"),
        (Mood.RELIEF, r"relie\w*"),
        (
            Mood.GOOD,
            r"best|highlight|loved|enjoyed|proud|happy|happiest|glad|grateful|wonderful|alive|delight\w*|"
            r"laughed with|gave me goosebumps|made my day",
        ),
    )
)
_THEY_FELT = re.compile(
    r"\b(?:cried|wept|in tears|stupid|ashamed|angry|sad|lonely|afraid|nervous|proud|happy|laughed|tired|furious|"
    r"shouted|embarrassed)\b",
    re.IGNORECASE,
)
_MINE = re.compile(r"\b(?:I|me|my|myself|we|us|our)\b")
_ITS_JUDGEMENT = re.compile(r"^(?:the )?(?:best|worst|highlight|loved|enjoyed)\b", re.IGNORECASE)
_PEOPLE = re.compile(
    r"\b(?:child|children|boys?|girls?|wom[ae]n|m[ae]n|pupils?|singers?|players?|neighbours?|mother|father|daughter|son|"
    r"uncle|aunt|grand\w+|people|team|teams|everybody|audience|room|guests?|visitors?|apprentices?)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\b(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|"
    r"hundred|half)\b",
    re.IGNORECASE,
)
_ASKED: dict[Mood, tuple[str, ...]] = {
    Mood.ANGER: (
        "What lay behind that, and what would you like to say now?",
        "What lay behind that, and how could you put it right?",
    ),
    Mood.HURT: ("What lay behind that?", "What would you do if it happened again?", "What would you like to say now?"),
    Mood.SHAME: ("What lay behind that?", "What would you do next time?"),
    Mood.RELIEF: ("What had weighed on you?", "What had you been afraid of?"),
    Mood.LONELY: ("What would have made that easier?", "Whom could you turn to next time?"),
    Mood.FEAR: ("What helped you, or what would have?", "What would make that easier next time?"),
    Mood.TIRED: ("What took your energy, and what would have helped?",),
    Mood.GOOD: (
        "What made it so good, and how could you have more of it?",
        "What made that possible, and when could you have it again?",
    ),
    Mood.THEIRS: ("What moved you about that?", "What did you feel then?"),
}
_RECOVERED = "What in that gave you energy, and what took it?"


TOLD_A_STORY = re.compile(r"\b(?:told (?:me|us) (?:how|about|the story))\b", re.IGNORECASE)
"""Somebody told what had happened to them: what a reflection is for."""


def mood_of(fact: str, evidence: Sequence[Evidence] = ()) -> Mood | None:
    """How a moment was by its own words, or by those that its note adds ("Best thing I heard all night."); None where
    no word tells."""
    if _follows(fact, evidence):
        return Mood.GOOD
    own = bool(_MINE.search(fact))
    if own or _WORDS[-1][1].search(fact):
        found = [(place.start(), mood) for mood, words in _WORDS if (place := words.search(fact))]
        if found and (own or found[0][1] is Mood.GOOD):
            return min(found, key=lambda one: one[0])[1]
    return Mood.THEIRS if _THEY_FELT.search(fact) else None


def _follows(fact: str, evidence: Sequence[Evidence]) -> bool:
    """Whether the next sentence of its note says that this was the best."""
    bare = fact.rstrip(" .…")
    for one in evidence:
        parts = sentences(one.text) if one.kind is Kind.NOTE else []
        for part, after in itertools.pairwise(parts):
            if bare and part.startswith(bare) and _ITS_JUDGEMENT.match(after) and not after.lower().startswith("worst"):
                return True
    return False


def only_judges(text: str) -> bool:
    """Whether a sentence only says of the one before how it was: "Best session of the day."."""
    return bool(_ITS_JUDGEMENT.match(text)) and not sayable(text)


def mood_questions(mood: Mood, fact: str) -> tuple[str, ...]:
    """What one asks of such a moment."""
    if mood is Mood.TIRED and re.search(r"\bbut\b|\bwoke\b", fact):
        return (_RECOVERED,)
    return _ASKED[mood]


def asks_about_energy(mood: Mood | None) -> bool:
    """Whether a question about energy suits a moment: one of which no feeling is told, or only that it tired."""
    return mood is None or mood is Mood.TIRED


def vividness(fact: str, evidence: Sequence[Evidence], names: Sequence[str]) -> float:
    """How much a moment is worth being looked at again: by its feeling, people and numbers, and that it happened."""
    mood = mood_of(fact, evidence)
    worth = 2.0 * (mood is not None) - 0.5 * (mood is Mood.THEIRS) + 0.7 * bool(_MINE.search(fact))
    worth += 0.8 * bool(_NUMBER.search(fact)) + 0.7 * bool(_PEOPLE.search(fact))
    worth += 0.7 * any(name.split()[0] in fact for name in names if name)
    worth += 1.0 * in_the_past_of_all(fact) - 2.0 * (not sayable(told_to_oneself(clause(fact))))
    worth -= 1.5 * leans_on_others(fact)
    worth += 2.0 * bool(TOLD_A_STORY.search(fact))
    return worth + min(len(fact.split()), 16) / 16
