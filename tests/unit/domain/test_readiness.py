"""How ready you are for an event: nothing is ticked that no record shows."""

from __future__ import annotations

from datetime import date

from coach.domain.brief import Brief, PersonBrief, StoryCue
from coach.domain.models import Commitment, Event, Goal
from coach.domain.readiness import readiness

DAY = date(2026, 11, 24)
EVENT = Event(id="e", name="Clock fair", starts=date(2026, 11, 27))
BRIEF = Brief(
    event_id="e",
    event_name="Clock fair",
    draft_id="d",
    people=(PersonBrief(person_id="p", name="Noor", story=StoryCue(story_id="s", title="The bell", cue="")),),
)


def test_of_an_event_about_which_nothing_is_known_only_the_empty_promises_are_done() -> None:
    found = readiness(EVENT, DAY)
    assert [(one.step, one.done) for one in found.checks] == [
        ("goal", False),
        ("people", False),
        ("brief", False),
        ("story", False),
        ("promises", True),
    ]
    assert (found.days_left, found.done, found.brief_id) == (3, 1, None)


def test_a_brief_that_is_made_counts_once_it_is_read() -> None:
    made, read = (readiness(EVENT, DAY, brief=BRIEF, read=opened) for opened in (False, True))
    assert (made.check("brief").done, made.check("brief").count, made.brief_id) == (False, 1, "d")
    assert read.check("brief").done
    assert read.check("story").items == ("The bell",)


def test_an_open_promise_to_somebody_there_is_named() -> None:
    owed = [(Commitment(person="p", by="me", what="the key"), "Noor")]
    found = readiness(EVENT, DAY, goals=[Goal(text="Learn")], expected=2, owed=owed)
    assert found.check("promises").items == ("Noor: the key",)
    assert not found.check("promises").done
    assert found.check("goal").done
