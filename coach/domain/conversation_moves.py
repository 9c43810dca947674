"""What somebody does by a turn: they ask, propose, offer, greet, thank, take leave, or tell."""

from __future__ import annotations

from typing import Literal

from coach.domain.conversation_cues import cues
from coach.domain.moves import Moves
from coach.domain.moves_english import ENGLISH
from coach.domain.moves_german import GERMAN
from coach.domain.text import sentences

Move = Literal["asks", "proposes", "offers", "leaves", "asks how one is", "greets", "thanks", "tells"]
LONGEST_GREETING = 12
"""Words of a sentence that does no more than greet."""


def move_in(text: str, language: str = "en") -> Move:
    """What somebody does by a turn. A question counts before all else, for it wants an answer; "How are you?" and a
    proposal in the form of a question are none."""
    signs, parts = moves(language), sentences(text)
    done: dict[Move, bool] = {
        "asks": bool(questions_in(text, language)),
        "proposes": any(signs.proposes.search(part) for part in parts),
        "leaves": any(signs.leaves.search(part) and not signs.long_ago.search(part) for part in parts),
        "offers": any(signs.offers.search(part) for part in parts),
        "asks how one is": any(signs.asks_how_one_is.search(part) for part in parts),
        "greets": bool(parts) and all(_only_greets(part, language) for part in parts),
        "thanks": bool(parts and signs.thanks.match(parts[0])),
    }
    return next((move for move, is_done in done.items() if is_done), "tells")


def questions_in(text: str, language: str = "en") -> list[str]:
    """What is asked in a text, with a question mark or without ("Tell me of the archive"); proposals, offers and "How
    are you?" are not."""
    signs = moves(language)
    return [
        part
        for part in sentences(text)
        if (part.endswith("?") or cues(language).asks.search(part))
        and not signs.proposes.search(part)
        and not signs.offers.search(part)
        and not signs.asks_how_one_is.search(part)
    ]


def proposes_a_step(text: str, language: str = "en") -> bool:
    """Whether somebody says what they will do next for the other, or proposes something to do together."""
    signs = moves(language)
    return any(signs.proposes.search(part) or signs.offers.search(part) for part in sentences(text))


def _only_greets(part: str, language: str) -> bool:
    signs = moves(language)
    return len(part.split()) <= LONGEST_GREETING and bool(signs.greets.match(part) or signs.introduces.match(part))


def moves(language: str) -> Moves:
    """The patterns of a language, `en` or `de`; any other is read as English."""
    return GERMAN if language == "de" else ENGLISH
