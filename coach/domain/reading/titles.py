"""A short title for a story that was told: whose it is and what it is about, in two to five words of the notes."""

from __future__ import annotations

import re

from coach.domain.checking.english import forms, known
from coach.domain.checking.language import language_of
from coach.domain.checking.lexicon import FUNCTION, split_words
from coach.domain.checking.tokens import fold
from coach.domain.naming import first_name

_MOST = 3
"""Words of a thing: `the whole first firing`."""
_OPENING = 5
"""First words of a story of which no thing is found."""
_VAGUE = split_words(
    "time times day days week weeks month months year years night morning evening moment minute hour hours way thing "
    "things lot bit one ones end start beginning rest point place man woman guy lady people person friend friends "
    "story stories first last same other others half middle couple number side part kind sort next once "
    "tag tage woche wochen monat monate jahr jahre nacht abend morgen stunde stunden mal ende anfang moment leute mann "
    "frau mensch menschen geschichte ding dinge teil seite"
)
"""Words that say nothing of what a story is about."""
_ENGLISH = re.compile(r"\b(the|an?|her|his|their|its|my|our)\s+(?=([\w'’-]+(?:\s+[\w'’-]+){0,2}))", re.IGNORECASE)
_GERMAN = re.compile(
    r"\b(?:der|die|das|den|dem|des|einen?|einem|einer|ihre?[nmrs]?|seine?[nmrs]?|im|am|beim|vom|zum|zur)\s+"
    r"(?:[a-zäöüß]+\s+){0,2}(?P<noun>[A-ZÄÖÜ][\w-]+)"
)


def story_title(text: str, teller: str = "") -> str:
    """`Ada: the shed`, of "how she burnt down the shed and …"; the first words of the story where it names no thing."""
    about = _german_thing(text) if language_of(text) == "de" else _thing(text)
    if not about:
        words = text.split()
        opening = " ".join(words[:_OPENING]).rstrip(" ,;:.–—-") + ("…" if len(words) > _OPENING else "")
        return f"{opening[:1].upper()}{opening[1:]}"
    return f"{first_name(teller)}: {about}" if teller else f"{about[:1].upper()}{about[1:]}"


def _thing(text: str) -> str:
    """The first thing that the words name with an article, or as somebody's."""
    for found in _ENGLISH.finditer(text):
        words = _up_to_the_noun(found[2].split())
        if words and fold(words[-1]) not in _VAGUE:
            return " ".join((found[1].lower(), *words))
    return ""


def _up_to_the_noun(words: list[str]) -> list[str]:
    """The words of a thing: what may stand before a noun, and the noun; none where the run ends without one."""
    kept: list[str] = []
    for word in words[:_MOST]:
        low = fold(word)
        kinds = forms(low)
        acts = "VERB" in kinds and bool(kept) and "ADJ" not in forms(fold(kept[-1])) and low.endswith(("s", "ed"))
        if low in FUNCTION or acts or (known(low) and not {"NOUN", "ADJ"} & kinds.keys()):
            break
        kept.append(word)
    while kept and known(fold(kept[-1])) and "NOUN" not in forms(fold(kept[-1])):
        kept.pop()
    return kept


def _german_thing(text: str) -> str:
    nouns = (found["noun"] for found in _GERMAN.finditer(text))
    return next((noun for noun in nouns if fold(noun) not in _VAGUE), "")
