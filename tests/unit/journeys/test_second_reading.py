"""What the trained reader adds to the rules, and what it may take from them; the reader itself is a stand-in here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime

import pytest

from coach.domain.capture import CaptureProposal
from coach.domain.models import Capture
from coach.errors import RecallError
from coach.journeys import second_reading
from coach.journeys.capture import read_by_rule
from coach.journeys.second_reading import hushed_in, read_again, ways_to_reach_in, whose
from coach.reader import Reading

TODAY = date(2026, 11, 30)
NOTHING = Reading(0.02, 0.5, 0.02, 0.02, 0.02, 0.02, 0.02)
Told = Mapping[str, Reading]


def found(**scores: float) -> Reading:
    return Reading(*(scores.get(name, getattr(NOTHING, name)) for name in Reading.__slots__))


@pytest.fixture
def says(monkeypatch: pytest.MonkeyPatch) -> Callable[[Told], None]:
    """Lets the reader say this of sentences that begin so, and nothing of the others."""

    def told(by_opening: Told) -> None:
        def read(sentences: Sequence[str]) -> list[Reading]:
            return [
                next((one for key, one in by_opening.items() if said.startswith(key)), NOTHING) for said in sentences
            ]

        monkeypatch.setattr(second_reading, "read_sentences", read)

    return told


def proposal(text: str) -> CaptureProposal:
    noted = Capture(id="c", text=text, at=datetime(2026, 11, 30, 21, tzinfo=UTC))
    return read_again(read_by_rule(noted, [], TODAY), text, TODAY)[0]


NOTES = "Met Ada Okafor, potter in Leeds. There's a bag of clay coming my way from her on Friday. Rain all evening."


def test_a_promise_in_other_words_is_shown_in_the_words_of_its_sentence(says: Callable[[Told], None]) -> None:
    says({"There's a bag": found(promise=0.93, mine=0.04)})
    [promise] = proposal(NOTES).commitments
    assert (promise.person, promise.by, promise.due) == ("Ada Okafor", "them", date(2026, 12, 4))
    assert promise.what == "There's a bag of clay coming my way from her on Friday"
    assert promise.accepted


@pytest.mark.parametrize("reading", [found(promise=0.7, mine=0.04), found(promise=0.95, mine=0.6)])
def test_what_is_only_suspected_is_not_ticked(says: Callable[[Told], None], reading: Reading) -> None:
    says({"There's a bag": reading})
    [promise] = proposal(NOTES).commitments
    assert not promise.accepted


def test_what_nobody_promised_is_not_shown(says: Callable[[Told], None]) -> None:
    says({"There's a bag": found(promise=0.4, mine=0.04), "Rain": found(promise=0.2)})
    assert proposal(NOTES).commitments == ()


def test_a_promise_of_the_rules_is_unticked_where_it_is_plainly_something_else(
    says: Callable[[Told], None],
) -> None:
    text = "Met Ada Okafor, potter in Leeds. I'll send her the glaze list by Friday."
    for reading, ticked in ((NOTHING, False), (found(promise=0.35, otherwise=0.9), True)):
        says({"I'll send her": reading})
        [promise] = proposal(text).commitments
        assert promise.accepted is ticked


def test_whose_it_is_says_the_reader_where_it_is_sure_of_a_sentence_with_one_promise(
    says: Callable[[Told], None],
) -> None:
    text = "Met Ada Okafor, potter in Leeds. Told her she can have a loan of our tent."
    says({"Told her": found(promise=0.95, mine=0.93)})
    [promise] = [one for one in proposal(text).commitments if one.accepted]
    assert (promise.by, promise.what) == ("me", "Told her she can have a loan of our tent")
    both = "Met Ada Okafor, potter in Leeds. I'll send her the list and she'll lend me the mould."
    says({"I'll send": found(promise=0.95, mine=0.05)})
    assert sorted(one.by for one in proposal(both).commitments) == ["me", "them"]


def test_a_secret_is_no_promise(says: Callable[[Told], None]) -> None:
    says({"There's a bag": found(promise=0.9, mine=0.04, hush=0.8)})
    assert proposal(NOTES).commitments == ()


def test_sentences_that_tell_what_happened_make_one_story(says: Callable[[Told], None]) -> None:
    text = (
        "Met Ada Okafor, potter in Leeds. Her first kiln blew up at four in the morning. "
        "The neighbours thought it was the war again and hid in the coal cellar. Rain all evening."
    )
    says({"Her first": found(story=0.9), "The neighbours": found(story=0.8)})
    [story] = proposal(text).stories
    assert story.heard_from == "Ada Okafor"
    assert story.text.startswith("Her first kiln")
    assert story.text.endswith("coal cellar.")
    says({"Her first": found(story=0.9)})
    assert proposal(text).stories == (), "nine words are no story"


def test_secrets_and_ways_to_reach_somebody_are_found_by_sentence(says: Callable[[Told], None]) -> None:
    says(
        {"The branch": found(hush=0.8), "Late afternoons": found(reach=0.9), "Ring her": found(reach=0.9, promise=0.8)}
    )
    text = "The branch list is looked at again. Late afternoons only. Ring her on Monday. She knits."
    assert hushed_in(text) == {"The branch list is looked at again."}
    assert ways_to_reach_in(text) == ("Late afternoons only.",)


def test_whose_a_promise_is_says_the_rule_where_it_can(says: Callable[[Told], None]) -> None:
    theirs = found(promise=0.9, mine=0.1)
    assert whose("I'll send her the list.", {"I'll send her the list.": theirs}) == "me"
    assert whose("A crate of apples is due to me.", {"A crate of apples is due to me.": theirs}) == "them"
    assert whose("It rained.", {"It rained.": NOTHING}) is None


def test_where_the_reader_cannot_be_loaded_the_rules_stand_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(sentences: Sequence[str]) -> list[Reading]:
        raise RecallError("The model that reads notes cannot be loaded.", "Install coach again.")

    monkeypatch.setattr(second_reading, "read_sentences", broken)
    assert proposal("Met Ada Okafor, potter in Leeds. I'll send her the glaze list.").commitments
    assert hushed_in("The branch list is looked at again.") == frozenset()
