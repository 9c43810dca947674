"""A brief with everything an export has to show: lines, labels, a flag, an error, people in several scripts."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from coach.domain.brief import Brief, Line, PersonBrief, Reason, StoryCue
from coach.domain.evidence import Evidence
from coach.domain.grounding import CheckReport, ClaimCheck
from coach.domain.models import Kind

FLAGGED = CheckReport(
    claims=(
        ClaimCheck(start=9, end=12, text="340", type="number", verdict="unsupported", reason="no cited note says 340"),
    )
)
PASSED = CheckReport()


def evidence(label: str, text: str, kind: Kind = Kind.NOTE, *, source: str = "", title: str = "") -> Evidence:
    at = datetime(2026, 11, 16, 20, 0, tzinfo=UTC)
    return Evidence(label=label, source_id=source or f"id-{label}", kind=kind, text=text, title=title, at=at)


def person(name: str, person_id: str = "p1") -> PersonBrief:
    return PersonBrief(
        person_id=person_id,
        name=name,
        role="Platform engineer",
        organisation="Parcelwing",
        where="Two million parcels, 28 Nov 10:00, Crane Hall",
        reasons=(Reason(text="Runs async Python in production", labels=("T1",)),),
        openers=(
            Line(text="How do you drain connections at a deploy?", labels=("T1", "N2"), check=PASSED),
            Line(text="What did 340 patients teach you?", labels=("N2",), check=FLAGGED),
        ),
        questions=(Line(text="Which deploy made you hold your breath?", labels=("T1",)),),
        offer=Line(text="An hour with your drain path.", labels=("N2",)),
        story=StoryCue(
            story_id="s1", title="The night the map went blank", cue="When a deploy comes up.", labels=("S1",)
        ),
        evidence=(
            evidence("T1", "Parcelwing tracks two million parcels a day.", Kind.SESSION, title="Two million parcels"),
            evidence("N2", "My kit has a drain test."),
            evidence("S1", "Each request hung at once.", Kind.STORY),
            evidence("N9", "Nobody cites this one."),
        ),
    )


@pytest.fixture
def brief() -> Brief:
    return Brief(
        event_id="e1",
        event_name="Harbourlight Days",
        event_place="Old Tram Depot",
        starts=date(2026, 11, 28),
        ends=date(2026, 11, 29),
        goals=("Find people who run async Python",),
        people=(
            person("Amara Nwosu-Feld"),
            PersonBrief(person_id="p2", name="Tomek Żurawik", error="The model stopped. Try again."),
            PersonBrief(
                person_id="p3", name="إدريس بلمشتة", reasons=(Reason(text="Cares about queues", labels=("T7",)),)
            ),
        ),
        made_at=datetime(2026, 11, 23, tzinfo=UTC),
        model="tiny-model",
    )
