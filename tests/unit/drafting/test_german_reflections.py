"""Reflection in German: what happened, who and which goal, one question on energy and one on giving."""

from __future__ import annotations

from coach.domain.checking.language import language_of
from coach.domain.evidence import Evidence
from coach.domain.models import Event, Goal, Kind
from coach.drafting.asking import alike
from coach.drafting.german_reflections import german_by_rule, reflects_in_german

EVENT = Event(id="e", name="Büchereitag")
GOAL = Goal(id="g", text="Lernen, wie andere Jugendliche halten")


def _piece(label: str, kind: Kind, text: str, *names: str) -> Evidence:
    return Evidence(label=label, source_id=label, kind=kind, text=text, names=names)


WIEBKE, TAREK = "Wiebke Janssen", "Tarek Aziz"
NOTES = [
    _piece(
        "N1", Kind.NOTE, "Wiebke hat in Emden einen Raum eröffnet. Ich war am Abend müde und froh.", "Wiebke Janssen"
    ),
    _piece(
        "N2", Kind.NOTE, "Tarek kocht jeden Dienstag mit zwölf Jungs. Er sucht alte Laptops für das Haus.", "Tarek Aziz"
    ),
    _piece("G1", Kind.GOAL, "Lernen, wie andere Jugendliche halten."),
]
PROMISE = _piece("C1", Kind.COMMITMENT, "I owe Wiebke Janssen: den Zettel schicken (by 2026-12-04)", "Wiebke Janssen")


def test_the_language_is_that_of_the_notes_then_of_the_goals() -> None:
    assert reflects_in_german(NOTES)
    assert reflects_in_german(NOTES[-1:])
    assert not reflects_in_german([_piece("N1", Kind.NOTE, "Wiebke opened a room in Emden for the young."), NOTES[-1]])


def test_questions_name_what_happened_who_and_the_goal() -> None:
    asked = german_by_rule(EVENT, [GOAL], NOTES)
    assert asked[0].text == "„Ich war am Abend müde und froh.“ Hat dir das Kraft gegeben oder Kraft gekostet?"
    assert asked[1].text == "„Er sucht alte Laptops für das Haus.“ Was könntest du Tarek geben, das hilft?"
    assert [one.labels for one in asked[:2]] == [("N1",), ("N2",)]
    said = " ".join(one.text for one in asked)
    assert "Wiebke hat in Emden einen Raum eröffnet." in said
    assert "Lernen, wie andere Jugendliche halten" in said
    assert [one.text for one in asked if language_of(one.text) != "de" or not one.text.endswith("?")] == []
    first = [one.text for one in asked[:5]]
    assert not any(alike(one, other) for at, one in enumerate(first) for other in first[:at])


def test_a_promise_of_yours_is_what_you_could_give() -> None:
    asked = german_by_rule(EVENT, [GOAL], [*NOTES, PROMISE])
    assert asked[1].text.startswith("Du hast Wiebke Janssen versprochen: den Zettel schicken. ")
    assert asked[1].labels == ("C1",)


def test_without_notes_there_are_five_questions_all_the_same() -> None:
    asked = german_by_rule(EVENT, [GOAL], NOTES[-1:])
    assert len(asked) >= 5
    assert "Büchereitag" in asked[0].text


def test_what_somebody_owes_the_user_is_theirs_and_no_moment_to_feel() -> None:
    owed = "Wiebke Janssen schuldet mir noch ihren Plan."
    notes = [
        _piece("N1", Kind.NOTE, owed, WIEBKE),
        _piece("C1", Kind.COMMITMENT, "Wiebke Janssen owes me: mir ihren Plan für meine Kinder schicken", WIEBKE),
    ]
    asked = [one.text for one in german_by_rule(EVENT, [], notes)]
    promised = "Wiebke Janssen hat dir versprochen: dir ihren Plan für deine Kinder schicken. "
    assert [one for one in asked if one.startswith(promised)] == asked[1:2]
    assert not any("berührt" in one or "Du hast Wiebke" in one for one in asked)
    assert not any("schuldet" in one for one in asked)
