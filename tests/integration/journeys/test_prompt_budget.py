"""However much is known, a prompt keeps to its tokens, and what never changes comes first in each."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from conftest import Opener, talk, town

from coach.domain.models import Commitment, Event, Goal, Item, Note, Person
from coach.drafting.prompts import estimated_tokens, load_prompt
from eval.fake import FillingModel

MOST = 900
PROSE = " ".join(f"In year {year} Ana's harbour archive of Porto moved box {year * 7} of charts." for year in range(60))


def large() -> list[Item]:
    """Long notes, long goals, long promises, a long talk, and everything about one person."""
    when = datetime(2026, 11, 16, 19, tzinfo=UTC)
    items: list[Item] = [
        Person(id="p", name="Ana Prado", role="archivist " * 40, organisation="Museum " * 40, about=PROSE),
        *(Goal(id=f"g{at}", text=f"{at} {PROSE}", why=PROSE) for at in range(4)),
        Event(
            id="e",
            name="Harbour " * 50,
            place="Porto " * 50,
            goals=tuple(f"g{at}" for at in range(4)),
            programme=(talk(5, "Charts " * 30, PROSE, "p"), talk(6, "Boxes " * 30, PROSE, "p")),
        ),
        *(Commitment(id=f"c{at}", person="p", event="e", by="me", what=PROSE) for at in range(5)),
        *(Note(id=f"n{at}", text=f"{at}. {PROSE}", at=when, people=("p",), event="e") for at in range(25)),
    ]
    return [*town(), *items]


@pytest.mark.parametrize("name", ["prepare_person", "follow_up", "reflect"])
def test_a_prompt_keeps_to_its_tokens_however_large_the_workspace(opened: Opener, name: str) -> None:
    model = FillingModel()
    coach = opened(model, items=large())
    if name == "prepare_person":
        coach.prepare("e", people=["p"], lines_for=1)
    elif name == "follow_up":
        coach.follow_up("p", channel="email", event="e", intent=PROSE)
    else:
        coach.reflect("e")
    asked = model.asked[0].partition("\n\nAnswer with one JSON value")[0]
    assert asked.startswith(load_prompt(name).system.strip())
    assert estimated_tokens(asked) <= MOST
