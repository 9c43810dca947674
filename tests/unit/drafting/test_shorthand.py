"""Hasty notes: what they leave out is put back only where one person can be meant."""

from __future__ import annotations

import pytest

from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.drafting.address import aim_told, promise_told, turned_to


def _told(text: str, name: str = "Ada Berg", names: tuple[str, ...] = ("Ada Berg",)) -> str:
    return turned_to(Evidence(label="N1", source_id="n", kind=Kind.NOTE, text=text, score=1.0, names=names), name).text


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("Met Ada. Runs four kilns, wants to add a fifth.", "you run four kilns and want to add a fifth."),
        ("Ada Berg has a stand. Planted 300 limes last winter.", "you planted 300 limes last winter."),
        ("She is a potter. Working on a wood kiln.", "you are working on a wood kiln."),
        ("Dr Ada Berg, vet, covers two valleys.", "you cover two valleys."),
        ("Ada B. (Bergen) mends nets.", "you mend nets."),
        ("Ada keeps bees. Main worry: the mild winters.", "your main worry: the mild winters."),
        ("Ada doesn't drive. Lives near Voss.", "you live near Voss."),
        ("The rule comes from her aunt, Ada told me.", "you told me that the rule comes from your aunt."),
        ("Ada's talk: loved the slide with the goat.", "I loved the slide with the goat."),
        ("Ada sells honey w/ her brother.", "you sell honey with your brother."),
        ("Takes one apprentice a year.", "you take one apprentice a year."),
        ("Doesn't do phones before noon.", "you don't do phones before noon."),
        ("Recorded 90 people, alone.", "you recorded 90 people, alone."),
        ("'Never sell what is plain at once' - loved that", "you said: “Never sell what is plain at once”."),
        ("Tried our form on her phone.", "you tried our form on your phone."),
        ("Said the key isn't his to give.", "you said the key isn't yours to give."),
        ("Tried her rye loaf.", "I tried your rye loaf."),
        ("No vans, Ada doesn't want one.", "you don't want one."),
        ("Ada speaks Dutch, studied in Delft.", "you speak Dutch and studied in Delft."),
    ],
)  # fmt: skip
def test_a_left_out_subject_is_put_back(note: str, told: str) -> None:
    assert told in _told(note)


@pytest.mark.parametrize(
    ("note", "kept"),
    [
        ("Tried her loaf. Finished the crust without butter.", "Finished the crust without butter."),
        ("Volunteers there are mostly over 70.", "Volunteers there are mostly over 70."),
        ("Takes her time? ask", "Takes your time?"),
        ("Mr. Vos at the office knows her.", "Mr. Vos at the office knows her."),
        ("Ada came too. Sat at the back and left early.", "Sat at the back and left early."),
        ("Ada has a school. Kids built a raft.", "Kids built a raft."),
        ("Met Ada. Bram runs the choir. Sings bass.", "Sings bass."),
        ("Ada sells cheese. Smoked over beech, 4 months old.", "Smoked over beech, 4 months old."),
        ("Ada works there. Told her about the raft.", "Told you about the raft."),
        ("Marta lost her voice. Ada sang.", "Marta lost her voice."),
        ("Ada runs Keramik Berg in Bergen.", "Keramik Berg"),
    ],
)
def test_what_may_be_anybodys_stays_as_it_is(note: str, kept: str) -> None:
    assert kept in _told(note)


def test_what_somebody_says_of_the_person_names_who_says_it() -> None:
    note = "Bram works in Ada Berg's studio. He says that Ada keeps her door open on Fridays."
    told = _told(note, names=("Ada Berg", "Bram Vos"))
    assert told.endswith("Bram says that you keep your door open on Fridays.")


def test_a_goal_that_names_the_person_is_said_to_them_and_another_is_not() -> None:
    goal = Evidence(
        label="G1", source_id="g", kind=Kind.GOAL, text="Ask Ada whether we may fire in her kiln", score=1.0
    )
    assert aim_told(goal, "Ada Berg").text == "Ask you whether we may fire in your kiln"
    other = goal.model_copy(update={"text": "Find a potter who fires her own kiln"})
    assert aim_told(other, "Ada Berg").text == other.text


def test_a_promise_speaks_of_what_is_theirs_as_yours() -> None:
    assert (
        promise_told("Send the glaze notes, before her firing", "Ada Berg")
        == "Send the glaze notes, before your firing"
    )
