"""Whether a goal has to do with what is known of somebody: words of one family in both."""

from __future__ import annotations

import re
from collections.abc import Iterable

from coach.domain.checking.language import language_of
from coach.domain.text import stems

LEAST_COMMON = 4
"""Letters that two words begin with to be of one family ("teach", "teacher")."""


def touches(goal: str, texts: Iterable[str]) -> bool:
    """Whether a goal has to do with what is known of somebody: a word of one family stands in both."""
    return bool(kindred(re.split(r"What I value:", goal, maxsplit=1)[0], " ".join(texts)))


_OF_ANY_GOAL = stems(
    "find meet learn understand hear know talk ask look get make use work want help two three people person others "
    "somebody team teams run start new good better other more how what why"
)
"""What stands in every goal, and fits everybody."""


_OF_ANY_GERMAN_GOAL = stems(
    "finden treffen kennenlernen lernen verstehen hören wissen reden fragen suchen holen machen nutzen arbeiten helfen "
    "zwei drei menschen leute person personen andere anderen jemanden team teams anfangen neu gut besser mehr",
    "de",
)
COMMON_HEAD = 8
"""Letters that two German compounds end with to have the same head ("Jugendbücherei", "Stadtbücherei")."""
COMMON_START = 6
"""Letters that they begin with to be about the same ("Jugendhaus", "Jugendliche")."""


def kindred(goal: str, text: str) -> frozenset[str]:
    """The stems of a text that are of one family with a word of the goal that not every goal has."""
    if language_of(goal) == "de":
        wanted = stems(goal, "de") - _OF_ANY_GERMAN_GOAL
        return frozenset(one for one in stems(text, "de") if any(_german_kin(one, other) for other in wanted))
    wanted = stems(goal) - _OF_ANY_GOAL
    return frozenset(one for one in stems(text) if any(_kin(one, other) for other in wanted))


def _german_kin(one: str, other: str) -> bool:
    """Of one family, or compounds with a part in common: "Fahrradwerkstatt" and "Fahrräder"."""
    shorter, longer = sorted((one, other), key=len)
    return (
        one == other
        or (len(shorter) > LEAST_COMMON and shorter in longer)
        or (len(shorter) >= COMMON_START and one[:COMMON_START] == other[:COMMON_START])
        or (len(shorter) >= COMMON_HEAD and one[-COMMON_HEAD:] == other[-COMMON_HEAD:])
    )


def _kin(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return one == other or (len(shorter) > LEAST_COMMON and longer.startswith(shorter))
