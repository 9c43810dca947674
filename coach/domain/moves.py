"""The patterns by which greetings, thanks, offers, proposals and farewells are told."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Moves:
    """The patterns of one language, each looked for in one sentence.

    `offers`: something that the speaker will do for the other; `proposes`: something to do together. `introduces`: what
    else belongs to a greeting. `long_ago`: a time that makes of a farewell ("It was nice to meet you") a memory.
    """

    greets: re.Pattern[str]
    introduces: re.Pattern[str]
    asks_how_one_is: re.Pattern[str]
    thanks: re.Pattern[str]
    offers: re.Pattern[str]
    proposes: re.Pattern[str]
    leaves: re.Pattern[str]
    long_ago: re.Pattern[str]


def any_of(*patterns: str) -> re.Pattern[str]:
    """One pattern of several alternatives, whatever their letters' case."""
    return re.compile("|".join(patterns), re.IGNORECASE)
