"""A brief in German: what one says there is put together by rule."""

from __future__ import annotations

import pytest

from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.drafting.angles import Rarity
from coach.drafting.german_lines import catchwords, german_offer, german_openers, german_questions, speaks_german
from coach.drafting.german_nouns import at_place
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
    assert "Du erzähltest, wie der Keller voll Wasser stand" in said
    words = [word for word, _ in catchwords([NOTE], Rarity())]
    assert "Heizung" in words
    assert "Dezember" not in words
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
        ("Eine Partnerklasse suchen; ich biete Hilfe beim Programmieren an",
         "Ich könnte dir Hilfe beim Programmieren anbieten, wenn du magst."),
        ("Suche eine Partnerklasse, biete Programmierhilfe an.",
         "Ich könnte dir Programmierhilfe anbieten, wenn du magst."),
        ("Imker treffen und wir bieten einen Proberaum an", "Ich könnte dir einen Proberaum anbieten, wenn du magst."),
        ("Ich gebe gern mein Wissen über Solar weiter",
         "Ich könnte dir mein Wissen über Solar weitergeben, wenn du magst."),
        ("Ich stelle unseren Raum zur Verfügung", "Ich könnte dir unseren Raum zur Verfügung stellen, wenn du magst."),
        ("ich biete an: Hilfe bei Anträgen", "Ich könnte dir Hilfe bei Anträgen anbieten, wenn du magst."),
        ("Ich helfe anderen beim Löten", "Ich könnte dir beim Löten helfen, wenn du magst."),
        ("Ich zeige, wie man lötet", ""),
        ("Ich stelle mich vor", ""),
        ("Ich suche Pilotkliniken aus", ""),
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


@pytest.mark.parametrize(
    ("goal", "said"),
    [
        ("Eine Partnerklasse suchen; ich biete Hilfe beim Programmieren an", "Ich möchte eine Partnerklasse suchen."),
        ("Suche eine Partnerklasse, biete Programmierhilfe an 🙂", "Ich suche eine Partnerklasse."),
        ("Ich suche Pilotkliniken aus", "Ich suche Pilotkliniken."),
        ("Zwei Kliniken finden, am liebsten nachts, und vielleicht Geld", "Ich möchte zwei Kliniken finden."),
    ],
)
def test_an_aim_is_said_without_the_offer_and_without_what_was_added(goal: str, said: str) -> None:
    lines = german_openers([GOAL.model_copy(update={"text": goal})], {"address": "du"}, Rarity(), 0, "Eva")
    assert lines[0].text.startswith(f"{said} ")


@pytest.mark.parametrize(
    ("place", "at"),
    [
        ("GGS Nippes", "an der GGS Nippes"),
        ("TU Dresden", "an der TU Dresden"),
        ("Montessorischule Bonn", "an der Montessorischule Bonn"),
        ("Freie Waldorfschule Bonn", "an der Freien Waldorfschule Bonn"),
        ("Städtisches Gymnasium Köln", "am Städtischen Gymnasium Köln"),
        ("Stadtbücherei Emden", "bei der Stadtbücherei Emden"),
        ("AWO Köln", "bei der AWO Köln"),
        ("DRK Köln", "beim DRK Köln"),
        ("Nordwind GmbH", "bei Nordwind GmbH"),
        ("Neue Zeit", "bei Neue Zeit"),
        ("Siemens", "bei Siemens"),
    ],
)
def test_a_place_has_its_article(place: str, at: str) -> None:
    assert at_place(place) == at


def test_no_question_points_to_what_was_not_said() -> None:
    for turn in range(6):
        for line in german_questions([ENTRY, NOTE], {**FACTS, "address": "du"}, Rarity(), turn, "Eva"):
            assert "damit angefangen" not in line.text
            assert not line.text.startswith(("Hausmeisterin:", "Nordhaus:"))
        for line in german_openers(
            [ENTRY], {**FACTS, "their_organisation": "", "address": "du"}, Rarity(), turn, "Eva"
        ):
            assert " dort " not in line.text


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
