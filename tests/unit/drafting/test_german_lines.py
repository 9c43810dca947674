"""A brief in German: what one says there is put together by rule."""

from __future__ import annotations

import pytest

from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.drafting.angles import Rarity
from coach.drafting.german_lines import german_offer, german_openers, german_questions, speaks_german
from coach.drafting.kinship import kindred


def piece(label: str, kind: Kind, text: str, *names: str) -> Evidence:
    return Evidence(label=label, source_id=label, kind=kind, text=text, names=names)


GOAL = piece(
    "G1",
    Kind.GOAL,
    "Zwei Genossenschaften finden, die Wärmepumpen teilen, und lernen, wie sie die Mieter gewonnen haben.",
)
ENTRY = piece("P1", Kind.PERSON, "Eva Roth: Hausmeisterin, Nordhaus. Cares about Singen.", "Eva Roth")
NOTE = piece(
    "N1", Kind.NOTE, "Eva erzählte, wie der Keller voll Wasser stand und die Heizung im Dezember ausfiel.", "Eva Roth"
)
TALK = piece(
    "T1", Kind.SESSION, "Talk by Eva Roth: “Wärme für alle”. Wie wir mit den Mietern geplant haben.", "Eva Roth"
)
FACTS = {"person": "Eva Roth", "their_role": "Hausmeisterin", "their_organisation": "Nordhaus"}


def test_a_german_goal_alone_does_not_make_an_english_conference_german() -> None:
    english = piece("N1", Kind.NOTE, "Eva told me how the cellar was full of water and the heating failed in December.")
    assert speaks_german([GOAL, ENTRY])
    assert speaks_german([GOAL, NOTE])
    assert not speaks_german([GOAL, english, english.model_copy(update={"label": "N2"})])
    assert not speaks_german([piece("G1", Kind.GOAL, "Find two co-ops that share the pumps."), NOTE])
    assert not speaks_german([ENTRY])


def test_openers_are_german_and_rest_on_the_record() -> None:
    lines = german_openers([GOAL, ENTRY, NOTE, TALK], {**FACTS, "address": "du"}, Rarity(), 0, "Eva")
    said = " ".join(line.text for line in lines)
    assert "Ich möchte zwei Genossenschaften finden, die Wärmepumpen teilen." in said
    assert "Du bist Hausmeisterin bei Nordhaus, wenn ich es richtig sehe." in said
    assert "Wärme für alle" in said
    assert any("Heizung" in line.text or "Wasser" in line.text or "Keller" in line.text for line in lines)
    assert {label for line in lines for label in line.labels} == {"G1", "P1", "N1", "T1"}
    assert all(line.text.endswith("?") and not line.flagged for line in lines)
    assert "Dezember" not in said
    assert "Eva" not in said


@pytest.mark.parametrize(("address", "form", "other"), [("du", " du", "Sie"), ("Sie", "Sie", " du")])
def test_everybody_is_addressed_in_one_form(address: str, form: str, other: str) -> None:
    facts = {**FACTS, "address": address}
    lines = [
        line.text
        for turn in range(3)
        for line in (
            *german_openers([GOAL, ENTRY, TALK], facts, Rarity(), turn, "Eva"),
            *german_questions([GOAL, ENTRY], facts, Rarity(), turn, "Eva"),
        )
    ]
    assert any(form in text for text in lines)
    assert not any(other in text for text in lines)
    assert not any("{" in text or "|" in text for text in lines)


def test_a_goal_in_the_first_person_and_one_that_is_a_thing() -> None:
    def aim(text: str) -> str:
        goal = GOAL.model_copy(update={"text": text})
        return german_openers([goal], {"address": "du"}, Rarity(), 0, "Eva")[0].text

    assert aim("Ich suche eine Stelle für den Herbst.").startswith("Ich suche eine Stelle für den Herbst. ")
    assert aim("Mehr Mut beim Fragen, und das mit einer Freundin.").startswith("Mein Ziel: mehr Mut beim Fragen")


@pytest.mark.parametrize(
    ("goal", "offer"),
    [
        ("Zwei Menschen finden, die Chöre leiten, und ihnen beim Proben helfen",
         "Wenn du magst, könnte ich dir beim Proben helfen."),
        ("Eine Werkstatt finden; ich kann Lastenräder flicken", "Ich könnte Lastenräder flicken, wenn dir das hilft."),
        ("Eine Werkstatt finden", ""),
    ],
)  # fmt: skip
def test_an_offer_is_what_the_goal_says_that_one_can_give(goal: str, offer: str) -> None:
    line = german_offer([GOAL.model_copy(update={"text": goal})], {"address": "du"})
    assert (line.text if line else "") == offer


@pytest.mark.parametrize(
    ("role", "place", "said"),
    [
        ("Leiterin Jugendbücherei", "Stadtbücherei Emden",
         "Du bist Leiterin Jugendbücherei bei der Stadtbücherei Emden, wenn ich es richtig sehe."),
        ("Sozialarbeiter", "Jugendhaus Leer", "Du bist Sozialarbeiter beim Jugendhaus Leer, wenn ich es richtig sehe."),
        ("CTO", "Nordwind GmbH", "Du bist CTO bei Nordwind GmbH, wenn ich es richtig sehe."),
        ("IT", "", "Auf meiner Liste steht zu dir: IT."),
        ("Qualitätsmanagement", "Nordhaus", "Auf meiner Liste steht zu dir: Qualitätsmanagement, Nordhaus."),
        ("", "Fahrradwerkstatt „Speiche“",
         "Du arbeitest bei der Fahrradwerkstatt „Speiche“, wenn ich es richtig sehe."),
    ],
)  # fmt: skip
def test_work_is_said_as_one_says_it(role: str, place: str, said: str) -> None:
    entry = piece("P1", Kind.PERSON, f"Eva Roth: {role}, {place}.", "Eva Roth")
    facts = {"person": "Eva Roth", "their_role": role, "their_organisation": place, "address": "du"}
    [line] = german_openers([entry], facts, Rarity(), 0, "Eva")
    assert line.text.startswith(said)


def test_an_aim_said_aloud_leaves_the_offer_for_its_own_line_and_takes_a_small_letter() -> None:
    goal = GOAL.model_copy(
        update={"text": "Lernen, wie andere Büchereien Jugendliche halten, und bei der Werkstatt für Räder helfen"}
    )
    [line] = german_openers([goal], {"address": "du"}, Rarity(), 0, "Eva")
    assert line.text.startswith("Ich möchte lernen, wie andere Büchereien Jugendliche halten. ")


def test_people_one_after_the_other_are_asked_different_things() -> None:
    asked = [
        german_openers([ENTRY], {**FACTS, "address": "du"}, Rarity(), turn, name)[0].text.split(". ")[-1]
        for turn, name in enumerate(("Eva", "Jan", "Mia"))
    ]
    assert len(set(asked)) == 3


@pytest.mark.parametrize(
    ("text", "kin"),
    [
        ("Fahrradwerkstatt Speiche", {"fahrradwerkstatt"}),
        ("Sozialarbeiter, Jugendhaus Leer", {"jugendhaus"}),
        ("Leiterin Jugendbücherei", {"jugendbucherei"}),
        ("IT, Nordhaus, und die anderen Menschen", set()),
    ],
)
def test_german_compounds_have_parts_in_common_with_a_goal(text: str, kin: set[str]) -> None:
    goal = "Lernen, wie andere Stadtbüchereien Jugendliche halten, und Menschen bei der Werkstatt für Fahrräder helfen"
    assert kindred(goal, text) == kin
