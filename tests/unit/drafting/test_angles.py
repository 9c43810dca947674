"""Angles: the facts that say most about one person, one to a line; an offer where the goals hold one."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.domain.text import stems
from coach.drafting.angles import FACT_WORDS, Facts, Rarity, facts_in, offer_in

TALK = Evidence(
    label="T1",
    source_id="t",
    kind=Kind.SESSION,
    text="Talk by Odile Racine: “The spring that nobody makes”. In this talk we will learn how springs work. "
    "We ruined eleven springs before the twelfth held.",
)
NOTE = Evidence(
    label="N1",
    source_id="n",
    kind=Kind.NOTE,
    text="Odile's apprentice listens to each watch for a minute. Ask her about the furnace.",
)
GOAL = Evidence(
    label="G1", source_id="g", kind=Kind.GOAL, text="Build a pack. Why: Ours are glued. I can measure alloys."
)


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    rarity = Rarity(["the harbour opens", "harbour lights", "harbour springs", "harbour night"])
    assert rarity.of("spring") > rarity.of("harbour")
    assert rarity.of("never-seen") == rarity.of("spring")
    assert rarity.share("springs of the harbour", stems("springs")) > rarity.share(
        "springs of the harbour", stems("harbour")
    )
    assert rarity.share("", stems("springs")) == 0.0


def test_what_speaks_of_the_talk_itself_comes_last_and_a_note_to_oneself_is_no_fact() -> None:
    facts = facts_in([TALK, NOTE, GOAL], Rarity())
    assert {fact.label for fact in facts} == {"T1", "N1"}
    assert facts[-1].text.startswith("In this talk")
    assert not any("furnace" in fact.text for fact in facts)


def test_what_two_sources_say_alike_is_one_fact() -> None:
    twin = NOTE.model_copy(update={"label": "N2", "text": "Her apprentice listens to each watch for one whole minute."})
    assert [fact.label for fact in facts_in([NOTE, twin], Rarity())] == ["N1"]


def test_facts_are_handed_out_once_each_until_none_is_left() -> None:
    facts = Facts(facts_in([TALK, NOTE], Rarity()))
    first, second, third = facts.take(), facts.take(), facts.take()
    assert None not in (first, second, third)
    assert len({first, second, third}) == 3
    assert facts.take() is None
    assert facts.take(again=True) is not None
    assert facts.take(Kind.PERSON, again=True) is None


def test_an_offer_is_what_a_goal_says_the_user_can_give_and_nothing_else() -> None:
    assert offer_in([TALK, NOTE, GOAL]) == ("measure alloys", "G1")
    assert offer_in([TALK, NOTE]) == ("", "")


@settings(max_examples=40, deadline=None)
@given(text=st.text(max_size=300))
def test_whatever_a_note_says_its_facts_stay_short(text: str) -> None:
    note = NOTE.model_copy(update={"text": text})
    for fact in facts_in([note], Rarity()):
        assert len(fact.text.split()) <= FACT_WORDS + 1
        assert "\n" not in fact.text
