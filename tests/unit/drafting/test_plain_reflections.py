"""Questions to reflect on, in the words of rough notes."""

from __future__ import annotations

import re

import pytest

from coach.domain.evidence import Evidence
from coach.domain.models import Event, Goal, Kind
from coach.drafting.address import told_to_oneself
from coach.drafting.moments import Mood, mood_of
from coach.drafting.plain_reflections import by_rule

EVENT = Event(id="e", name="Warm Homes Day")
GOAL = Goal(id="g", text="Find co-ops that share a heat pump")


_OWED = re.compile(r"I owe |.+ owes me: ")


def note(text: str, *names: str) -> Evidence:
    return Evidence(label="N1", source_id="1", kind=Kind.NOTE, text=text, names=names)


def asked(*notes: str) -> list[str]:
    evidence = [
        Evidence(
            label=f"{'C' if _OWED.match(text) else 'N'}{number}",
            source_id=str(number),
            kind=Kind.COMMITMENT if _OWED.match(text) else Kind.NOTE,
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


def test_what_somebody_promised_the_user_is_thanked_for() -> None:
    said = asked("Maren Osei owes me: lend the big tent (by 2026-12-10)", "The pump froze over last year.")
    assert "Maren offered to lend the big tent. How could you make that easy, and give something back?" in said


def test_a_promise_of_the_users_own_is_said_in_whole_words() -> None:
    said = asked("I owe Maren Osei: draw where the shade falls (by 2026-12-10)", "The pump froze over last year.")
    assert any(text.startswith("You promised Maren that you would draw where the shade falls. ") for text in said)


def test_nothing_is_given_back_for_what_was_not_given_to_the_user() -> None:
    said = asked("Maren stopped 200 singers with one finger and waited until a child finished coughing.")
    assert not any("in return" in text for text in said)
    assert any("in return" in text for text in asked("Maren showed me how to read the meter, which took her an hour."))


BURNT = "My hands burnt until evening and it was the best day of the month."
SHOUTED = "I shouted at Jo about the keys."
ALONE = "I ate alone on the stairs."
MENDED = "Maren mended the old pump with a hairpin."


@pytest.mark.parametrize("note", [BURNT, SHOUTED, ALONE])
def test_a_moment_of_anger_loneliness_or_joy_is_not_asked_for_its_energy(note: str) -> None:
    said = asked(note, MENDED)
    assert said[0].startswith(MENDED)
    assert "energy" in said[0]
    told = told_to_oneself(note)[1:20]
    assert "energy" not in next(text for text in said if told in text)
    assert sum(told in text for text in said) == 1


def test_of_the_best_moment_one_asks_for_more_of_it() -> None:
    about = next(text for text in asked(BURNT, MENDED) if "hands burnt" in text)
    assert about.endswith(("and how could you have more of it?", "and when could you have it again?"))


def test_the_set_asks_about_energy_where_no_calm_moment_is_noted() -> None:
    said = asked(SHOUTED)
    assert said[0] == "Which moment at Warm Homes Day gave you energy, and which one took it?"
    assert any(text.startswith("You shouted at Jo about the keys. What lay behind that") for text in said)


def test_what_a_note_says_of_the_sentence_before_counts_for_it() -> None:
    noted = "Jo told me that the rule made no sense. Best thing I heard all night."
    assert mood_of("Jo told me that the rule made no sense.", [note(noted)]) is Mood.GOOD
    assert not any("Best thing" in text for text in asked(noted, MENDED))


@pytest.mark.parametrize(
    ("fact", "mood"),
    [
        ("I was ashamed at once.", Mood.SHAME),
        ("Jo cried when she saw the melon.", Mood.THEIRS),
        ("I was too tired to listen.", Mood.TIRED),
        ("The caretaker laughed at me.", Mood.HURT),
        ("Jo brings wood each week.", None),
    ],
)
def test_how_a_moment_was_is_read_from_its_words(fact: str, mood: Mood | None) -> None:
    assert mood_of(fact) is mood


def test_a_promised_thing_is_named_without_a_verb() -> None:
    said = asked("I owe Maren Osei: photographs of the wall", MENDED)
    assert any(text.startswith("You promised Maren the photographs of the wall. ") for text in said)


def test_catchwords_about_one_person_get_their_subject() -> None:
    said = [one.text for one in by_rule(EVENT, [GOAL], [note("Takes wool from twelve farms.", "Jo Pike")])]
    assert any(text.startswith("Jo takes wool from twelve farms. ") for text in said)


def test_of_somebodys_habit_no_energy_is_asked() -> None:
    assert asked("Maren always laughs when the pump starts.")[0].startswith(
        "Which moment at Warm Homes Day gave you energy"
    )


def test_a_story_that_somebody_told_is_asked_about_up_to_its_turn() -> None:
    note = Evidence(
        label="N1",
        source_id="n",
        kind=Kind.NOTE,
        text=(
            "Maureen Tap has a stall. Maureen told me how her late husband once entered a shop marrow in the show "
            "and won first prize, and she had to hand the cup back in front of the vicar and the whole village."
        ),
        names=("Maureen Tap",),
    )
    texts = [one.text for one in by_rule(Event(id="e", name="Show"), [], [note])]
    assert any(
        "Maureen told you how her late husband once entered a shop marrow in the show and won first prize." in one
        for one in texts
    )


def test_neither_a_promise_nor_an_entry_of_a_list_is_a_moment() -> None:
    note = Evidence(
        label="N1",
        source_id="n",
        kind=Kind.NOTE,
        text="Jonas Ek - freelance, used to be at Zalando. I should introduce him to Mira from Klim.",
        names=("Jonas Ek",),
    )
    texts = " ".join(one.text for one in by_rule(Event(id="e", name="Show"), [], [note]))
    assert "freelance" not in texts
    assert "should introduce" not in texts


def test_a_promise_noted_in_german_is_quoted_and_keeps_its_direction() -> None:
    theirs = asked("Jonas Weber owes me: mir seine Tabelle schicken (by 2026-12-04)", "Jonas Weber lost twelve hives.")
    assert any(one.startswith("Jonas promised you: “mir seine Tabelle schicken”. How could") for one in theirs)
    assert not any("You promised" in one for one in theirs)
    mine = asked("I owe Jonas Weber: die Anleitung schicken", "Jonas Weber lost twelve hives.")
    assert any(one.startswith("You promised Jonas: “die Anleitung schicken”. ") for one in mine)
    assert not any("Jonas promised" in one or "the die" in one for one in mine)
