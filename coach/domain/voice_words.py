"""Words among which writers choose by habit: contractions, and groups that mean the same wherever they stand.

A group may only hold words that can stand for one another in any sentence of a message, grammar included;
otherwise a substitution could change what is said.
"""

from __future__ import annotations

import re
from functools import cache

CONTRACTIONS = {
    "I am": "I'm", "I have": "I've", "I would": "I'd", "I will": "I'll", "you are": "you're", "you have": "you've",
    "we are": "we're", "we have": "we've", "we will": "we'll", "it is": "it's", "that is": "that's",
    "do not": "don't", "does not": "doesn't", "did not": "didn't", "is not": "isn't", "are not": "aren't",
    "was not": "wasn't", "were not": "weren't", "cannot": "can't", "could not": "couldn't", "would not": "wouldn't",
    "have not": "haven't", "has not": "hasn't", "had not": "hadn't", "will not": "won't", "they are": "they're",
}  # fmt: skip
"""Long form to short form. `I have` and `you have` are contracted before a participle alone (see `PERFECT`)."""
PERFECT = r"(?= (?:been|not|never|always|just|also|had|seen|heard|kept|made|found|thought|\w+ed)\b)"
HAVE = ("I have", "you have", "we have")


def long_form(words: str) -> str:
    """The pattern of a long form where it can be contracted: not at the end of a clause."""
    bounded = rf"\b{words}\b"
    return bounded + (PERFECT if words in HAVE else r"(?= \w)")


CONTRACTED = re.compile(
    "|".join(rf"\b{re.escape(short).replace(chr(39), '[' + chr(39) + '’]')}(?!\\w)" for short in CONTRACTIONS.values()),
    re.IGNORECASE,
)
EXPANDED = re.compile("|".join(long_form(words) for words in CONTRACTIONS), re.IGNORECASE)

CHOICES: dict[str, tuple[tuple[str, ...], ...]] = {
    "en": (
        ("glad", "happy", "pleased"), ("maybe", "perhaps"), ("a lot of", "lots of", "plenty of"), ("big", "large"),
        ("great", "wonderful", "lovely", "fantastic", "brilliant"), ("thanks for", "thank you for"),
        ("right away", "immediately"), ("keep thinking about", "am still thinking about", "often think of"),
    ),
    "de": (
        ("vielleicht", "eventuell"), ("gern", "gerne"), ("toll", "super", "großartig", "prima"),
        ("schicken", "senden"), ("schicke", "sende"), ("bekommen", "erhalten"),
    ),
    "fr": (("peut-être", "éventuellement"), ("super", "formidable", "génial"), ("très", "vraiment")),
    "es": (("quizás", "quizá", "tal vez"), ("muy", "realmente"), ("empezar", "comenzar")),
}  # fmt: skip
DROPPABLE = frozenset(
    "really very truly just simply actually definitely quite totally so wirklich sehr echt einfach eben halt mal "
    "vraiment très simplement realmente muy simplemente".split()
)
"""Words that a sentence can lose without saying something else."""


_NOT_AFTER = {"thank you for": r"(?<!to )(?<!I )(?<!we )", "great": r"(?<!\bthe )"}


@cache
def word_pattern(words: str) -> re.Pattern[str]:
    """Finds the words as whole words, whatever their case, across any space, where they could be changed."""
    return re.compile(
        rf"{_NOT_AFTER.get(words, '')}(?<![\w'’]){re.escape(words).replace(chr(92) + ' ', ' +')}(?![\w'’])",
        re.IGNORECASE,
    )
