"""Questions to reflect on, in the words of rough notes."""

from __future__ import annotations

from coach.domain.evidence import Evidence
from coach.domain.models import Event, Goal, Kind
from coach.drafting.plain_reflections import by_rule

EVENT = Event(id="e", name="Warm Homes Day")
GOAL = Goal(id="g", text="Find co-ops that share a heat pump")


def asked(*notes: str) -> list[str]:
    evidence = [
        Evidence(
            label=f"{'C' if text.startswith('I owe') else 'N'}{number}",
            source_id=str(number),
            kind=Kind.COMMITMENT if text.startswith("I owe") else Kind.NOTE,
            text=text,
            names=("Maren Osei", "Jo Pike"),
        )
        for number, text in enumerate(notes)
    ]
    return [one.text for one in by_rule(EVENT, [GOAL], evidence)]


def test_energy_is_asked_about_where_the_user_felt_something() -> None:
    first = asked("The pump froze over last year. The men laughed.", "I felt tired, but Jo's story woke me up.")[0]
    assert first.startswith("You felt tired, but Jo's story woke you up. ")
    assert "energy" in first


def test_a_promise_is_not_asked_about_twice() -> None:
    said = asked("I owe Maren Osei: send her our leaflet on bills", "I promised to send her our leaflet on bills.")
    assert sum("leaflet" in text for text in said) == 1


def test_whom_one_met_and_what_they_do_is_one_sentence() -> None:
    said = asked("Met Jo Pike, she runs a repair cafe in Hull, wants to start a choir.")
    assert any("Jo Pike, who runs a repair cafe in Hull and wants to start a choir" in text for text in said)


def test_no_time_stands_behind_when() -> None:
    said = asked("The first winter the pump froze over and they had to bring in oil heaters.")
    assert not any("when the first winter" in text for text in said)
    assert any(text.startswith("The first winter the pump froze over") for text in said)
