"""A wish becomes a new version with its ground kept; a doubtful sentence is vouched for, mended or dropped."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from conftest import MEETING, Opener, handle_for, town
from langchain_core.messages import BaseMessage
from pydantic import Field

from coach.domain.gate import doubtful_claims, unconfirmed
from coach.domain.models import Commitment, Draft, Item, Note, Person
from coach.drafting.channels import CHANNELS, fits
from coach.errors import InputError, ModelError, ModelOutputError, NotFoundError
from coach.facade import Coach
from coach.llm.factory import ModelHandle
from eval.fake import FillingModel

INVENTED = "Your boat is safe in Reykjavik with 900 others."
TRUE = "You repaired a boat with your brother."
STORMS = "You fear the winter storms."
QUESTION = "When shall we talk again?"
MAIL = f"Hi Noor,\n\n{TRUE} {STORMS}\n\n{QUESTION}\n\nAll the best,\nSam"


class Saying(FillingModel):
    """Answers a revision with these sentences, in turn; everything else as a model without a mind."""

    says: list[Any] = Field(default_factory=list)

    def _answer(self, messages: list[BaseMessage]) -> str:
        if "You change a short message" not in str(messages[0].text):
            return super()._answer(messages)
        self.asked.append("\n".join(str(message.text) for message in messages))
        said = self.says.pop(0)
        if isinstance(said, str):
            return json.dumps({"sentence": {"sources": [], "text": said}})
        return json.dumps({"body": [{"sources": [], "text": one} for one in said]})


def with_slides() -> list[Item]:
    slides = Note(id="slides", text="I showed Noor my slides about knots.", at=MEETING, people=("noor",))
    return [*town(), slides]


def drafted(coach: Coach, text: str = MAIL, channel: str = "email") -> Draft:
    return coach.edit_draft(coach.follow_up("noor", channel).id, text, subject="The boat")


# ------------------------------------------------------------------ the gate
def test_a_doubt_is_open_until_it_is_confirmed_and_the_confirmation_survives_a_reload(opened: Opener) -> None:
    coach = opened()
    draft = drafted(coach, f"Hi Noor,\n\n{INVENTED} {TRUE}\n\nAll the best,\nSam")
    assert [one.text for one in unconfirmed(draft.current)] == [INVENTED]
    coach.confirm_claim(draft.id, INVENTED)
    kept = opened().store.get(Draft, draft.id)
    assert unconfirmed(kept.current) == ()
    assert (kept.current.confirmed[0].by, kept.current.number) == ("Sam", draft.current.number)
    assert kept.current.confirmed[0].at is not None
    assert unconfirmed(coach.withdraw_confirmation(draft.id, INVENTED).current)


def test_an_edit_of_the_sentence_asks_again_and_an_edit_elsewhere_does_not(opened: Opener) -> None:
    coach = opened()
    draft = drafted(coach, f"Hi Noor,\n\n{INVENTED} {TRUE}\n\nAll the best,\nSam")
    coach.confirm_claim(draft.id, INVENTED)
    elsewhere = coach.edit_draft(draft.id, f"Hello Noor,\n\n{INVENTED} {TRUE}\n\nBest,\nSam")
    assert unconfirmed(elsewhere.current) == ()
    changed = coach.edit_draft(draft.id, f"Hi Noor,\n\n{INVENTED.replace('900', '800')} {TRUE}")
    assert len(unconfirmed(changed.current)) == 1


def test_only_what_is_in_doubt_can_be_confirmed(opened: Opener) -> None:
    coach = opened()
    with pytest.raises(InputError, match="You repaired"):
        coach.confirm_claim(drafted(coach).id, TRUE)


def test_mending_rewords_that_sentence_alone(opened: Opener) -> None:
    model = Saying(says=[TRUE])
    coach = opened(model)
    draft = drafted(coach, f"Hi Noor,\n\n{INVENTED} {STORMS}\n\nAll the best,\nSam")
    mended = coach.mend_claim(draft.id, INVENTED)
    assert mended.current.text == f"Hi Noor,\n\n{TRUE} {STORMS}\n\nAll the best,\nSam"
    assert (mended.current.origin, mended.current.prompt_name) == ("model", "revise")
    assert unconfirmed(mended.current) == ()
    assert [one.number for one in mended.versions] == [1, 2, 3]
    assert "Reykjavik" in model.asked[-1]


def test_a_repair_that_nothing_backs_is_refused_and_the_sentence_can_be_dropped(opened: Opener) -> None:
    coach = opened(Saying(says=["Your boat is in Bergen.", "Your boat has 77 oars."]))
    draft = drafted(coach, f"Hi Noor,\n\n{INVENTED} {STORMS}\n\nAll the best,\nSam")
    with pytest.raises(ModelOutputError, match="not backed"):
        coach.mend_claim(draft.id, INVENTED)
    assert coach.store.get(Draft, draft.id) == draft
    dropped = coach.drop_claim(draft.id, INVENTED)
    assert dropped.current.text == f"Hi Noor,\n\n{STORMS}\n\nAll the best,\nSam"
    assert (dropped.current.origin, unconfirmed(dropped.current)) == ("rule", ())


def test_the_only_sentence_cannot_be_dropped(opened: Opener) -> None:
    coach = opened()
    draft = drafted(coach, f"Hi Noor,\n\n{INVENTED}\n\nAll the best,\nSam")
    with pytest.raises(InputError, match="only sentence"):
        coach.drop_claim(draft.id, INVENTED)


def test_a_doubtful_subject_gives_way_to_one_that_claims_nothing(opened: Opener) -> None:
    coach = opened()
    draft = coach.edit_draft(drafted(coach).id, MAIL, subject="Your 77 boats in Reykjavik")
    claim = next(one for one in doubtful_claims(draft.current) if one.in_subject)
    assert coach.drop_claim(draft.id, claim.text).current.subject == "Following up, Noor"


def test_a_greeting_in_the_same_line_stays(opened: Opener) -> None:
    coach = opened(Saying(says=[TRUE]))
    draft = drafted(coach, f"Hi Noor, {INVENTED[:1].lower()}{INVENTED[1:]} {STORMS}", "text")
    doubt = unconfirmed(draft.current)[0]
    assert coach.mend_claim(draft.id, doubt.text).current.text == f"Hi Noor, {TRUE} {STORMS}"


def test_an_older_version_comes_back_as_a_new_one(opened: Opener) -> None:
    coach = opened()
    draft = drafted(coach)
    again = coach.restore_draft(coach.edit_draft(draft.id, "Short.").id, draft.current.number)
    assert (again.current.text, len(again.versions)) == (MAIL, 4)
    with pytest.raises(InputError, match="9"):
        coach.restore_draft(draft.id, 9)


# ------------------------------------------------------------------ wishes
def test_shorter_leaves_out_the_least_specific_sentence_without_a_model(opened: Opener) -> None:
    model = Saying()
    coach = opened(model)
    text = f"Hi Noor,\n\n{TRUE} That was good. {STORMS}\n\n{QUESTION}\n\nAll the best,\nSam"
    draft = drafted(coach, text)
    asked = len(model.asked)
    shorter = coach.revise_draft(draft.id, "shorter")
    assert "That was good." not in shorter.current.text
    assert shorter.current.text.startswith("Hi Noor,\n\n")
    assert QUESTION in shorter.current.text
    assert len(shorter.current.text.split()) < len(text.split())
    assert (shorter.current.origin, len(model.asked)) == ("rule", asked)
    assert [(one.text, one.version) for one in shorter.wishes] == [("shorter", 3)]


def test_shorter_keeps_what_was_promised_and_the_sentence_that_tells_of_the_notes(opened: Opener) -> None:
    coach = opened()
    coach.add(Commitment(person="noor", by="me", what="send the exam questions"))
    owed, asked = "I have not forgotten my promise to send you the exam questions.", "Is that soon enough?"
    draft = drafted(coach, f"Hi Noor,\n\nIt was good to meet you. {TRUE} {owed}\n\n{asked}\n\nAll the best,\nSam")
    text = coach.revise_draft(draft.id, "shorter").current.text
    assert text == f"Hi Noor,\n\n{TRUE} {owed}\n\nAll the best,\nSam"
    with pytest.raises(InputError, match="short already"):
        coach.revise_draft(draft.id, "shorter")


def test_a_shorter_german_message_keeps_thanks_for_what_its_question_is_about(opened: Opener) -> None:
    note = "Jonas Weber hat im Winter 12 von 30 Völkern verloren. Er misst mit eigenen Waagen das Gewicht der Stöcke."
    owed = Commitment(person="jonas", by="them", what="mir seine Tabelle schicken")
    small = replace(handle_for(FillingModel()), kind="embedded")
    coach = opened(small, items=[Person(id="jonas", name="Jonas Weber"), Note(text=note, people=("jonas",)), owed])
    draft = coach.follow_up("jonas", tone="warm")
    text = coach.revise_draft(draft.id, "kürzer").current.text
    assert len(text.split()) < len(draft.current.text.split())
    assert "deine Tabelle schicken willst" in text
    assert "12 von 30 Völkern" in text
    assert "auch noch" not in text


def test_another_tone_changes_greeting_sign_off_and_contractions(opened: Opener) -> None:
    coach = opened()
    draft = drafted(coach, f"Hi Noor,\n\nI don't know boats. {TRUE}\n\nAll the best,\nSam")
    formal = coach.revise_draft(draft.id, "more formal")
    assert formal.current.text.startswith("Dear Noor Haddad,\n\nI do not know boats.")
    assert formal.current.text.endswith("Kind regards,\nSam")
    assert formal.tone == "formal"
    back = coach.revise_draft(draft.id, "less formal")
    assert back.current.text.startswith("Hi Noor,\n\nI don't know boats.")


def test_what_a_wish_names_is_looked_up_in_this_persons_notes(opened: Opener) -> None:
    model = Saying(says=["I showed you my slides about knots."])
    coach = opened(model, items=with_slides())
    revised = coach.revise_draft(drafted(coach).id, "mention the slides")
    assert "slides" in {one["source_id"] for one in revised.current.evidence}
    assert revised.current.text.index("slides about knots.") < revised.current.text.index(QUESTION)
    assert unconfirmed(revised.current) == ()
    assert "exam questions" not in model.asked[-1]


def test_what_the_wish_says_counts_as_the_users_words(opened: Opener) -> None:
    coach = opened(Saying(says=["My train leaves at 9:40 on Friday."]))
    revised = coach.revise_draft(drafted(coach).id, "say that my train leaves at 9:40 on Friday")
    assert "9:40" in revised.current.text
    assert unconfirmed(revised.current) == ()


def test_a_reworded_sentence_that_lost_its_ground_is_put_back(opened: Opener) -> None:
    coach = opened(Saying(says=[["You repaired a boat in Reykjavik.", "You fear winter storms.", QUESTION]]))
    revised = coach.revise_draft(drafted(coach).id, "make it more direct")
    assert TRUE in revised.current.text
    assert "You fear winter storms." in revised.current.text
    assert "Reykjavik" not in revised.current.text


def test_a_call_is_asked_for_in_place_of_the_closing_question_in_the_right_form_of_address(opened: Opener) -> None:
    coach = opened()
    draft = drafted(coach)
    asked = coach.revise_draft(draft.id, "Ask for a short call")
    assert asked.current.text == MAIL.replace(QUESTION, "Would you have a quarter of an hour for a call?")
    german = coach.follow_up("noor", language="de", tone="formal")
    assert "Haben Sie eine Viertelstunde" in coach.revise_draft(german.id, "ask for a call").current.text


def test_a_sentence_that_says_what_stands_there_is_not_added(opened: Opener) -> None:
    coach = opened(Saying(says=[TRUE, TRUE]))
    with pytest.raises(ModelOutputError, match="no new sentence"):
        coach.revise_draft(drafted(coach).id, "mention the oars of the boat")


def test_a_sentence_of_the_prompts_example_is_not_added(opened: Opener) -> None:
    echo = "The slides that I showed you, about paper that dries slowly, may be of use to you."
    coach = opened(Saying(says=[echo, echo]), items=with_slides())
    draft = drafted(coach)
    with pytest.raises(ModelOutputError, match="no new sentence"):
        coach.revise_draft(draft.id, "mention the slides")
    assert coach.store.get(Draft, draft.id).current.text == MAIL


def test_a_reworded_message_says_each_thing_once(opened: Opener) -> None:
    said = ["You fear winter storms.", "You fear winter storms, and you repaired a boat.", QUESTION]
    coach = opened(Saying(says=[said]))
    text = coach.revise_draft(drafted(coach).id, "make it more direct").current.text
    assert "You fear winter storms." in text
    assert text.count("You fear winter storms") == 1


def test_a_wish_for_what_stands_there_is_answered_with_the_sentence(opened: Opener) -> None:
    model = Saying()
    coach = opened(model)
    draft = drafted(coach)
    asked = len(model.asked)
    with pytest.raises(InputError, match="speaks of that already: 'You repaired a boat"):
        coach.revise_draft(draft.id, "mention the boat")
    assert len(model.asked) == asked
    assert coach.store.get(Draft, draft.id).wishes[0].version is None


def test_what_is_to_be_asked_does_not_stand_there_as_a_statement(opened: Opener) -> None:
    coach = opened(Saying(says=["How is your boat?"]))
    assert "How is your boat?" in coach.revise_draft(drafted(coach).id, "ask about the boat").current.text


def test_the_wish_is_kept_when_the_model_fails(opened: Opener, no_model: ModelHandle) -> None:
    draft = drafted(opened())
    coach = opened(no_model)
    with pytest.raises(ModelError):
        coach.revise_draft(draft.id, "make it more direct")
    kept = coach.store.get(Draft, draft.id)
    assert [(one.text, one.version) for one in kept.wishes] == [("make it more direct", None)]
    assert kept.versions == draft.versions


def test_wishes_that_cannot_be_met_say_why(opened: Opener) -> None:
    coach = opened()
    draft = drafted(coach)
    for wish, why in (
        ("  ", "empty"),
        ("leave out the piano", "piano"),
        ("warmer", "that tone already"),
        ("less formal", "that tone already"),
    ):
        with pytest.raises(InputError, match=why):
            coach.revise_draft(draft.id, wish)
    with pytest.raises(NotFoundError):
        coach.revise_draft("lost", "shorter")
    coach.mark_sent(draft.id)
    with pytest.raises(InputError, match="sent already"):
        coach.revise_draft(draft.id, "shorter")


def test_an_addition_that_does_not_fit_the_channel_pushes_something_out(opened: Opener) -> None:
    coach = opened(Saying(says=["I showed you my slides about knots, and " + "very " * 20 + "old ropes."]))
    text = f"Hi Noor, {TRUE} {'It was a very long winter for all boats. ' * 5}{QUESTION}"
    draft = drafted(coach, text, "text")
    text = coach.revise_draft(draft.id, "mention the slides").current.text
    assert fits(CHANNELS["text"], text)
    assert "slides about knots" in text


# ------------------------------------------------------------------ voice
def test_a_voice_is_learned_from_edits_and_what_is_set_by_hand_wins(opened: Opener) -> None:
    coach = opened()
    for text in ("Hey Noor!\n\nI'm glad. I don't mind. Maybe it's fine.\n\nCheers,\nSam",
                 "Hey Noor!\n\nI'm back. Maybe you're in.\n\nCheers,\nSam"):  # fmt: skip
        drafted(coach, text)
    learned = coach.voice("en").voice
    assert learned.messages == 2
    assert learned.greetings == {"warm": "Hey {first}!"}
    assert learned.sign_offs == {"warm": "Cheers,"}
    assert learned.contractions == 1.0
    assert "maybe" in learned.uses
    assert "perhaps" in learned.avoids
    by_hand = learned.model_copy(update={"greetings": {"warm": "Ahoy {first},"}, "uses": ("perhaps",), "avoids": ()})
    profile = coach.keep_voice("en", by_hand)
    assert profile.voice.greetings["warm"] == "Ahoy {first},"
    assert "perhaps" not in profile.voice.avoids
    assert opened().voice("en") == profile
    assert coach.voice("de").voice.messages == 0


def test_sentences_that_the_model_wrote_teach_nothing(opened: Opener) -> None:
    coach = opened()
    for _ in range(2):
        draft = coach.follow_up("noor")
        coach.edit_draft(draft.id, draft.current.text.replace("Hi Noor,", "Ahoy Noor,"))
    voice = coach.voice("en").learned
    assert voice.greetings == {"warm": "Ahoy {first},"}
    assert voice.sentence_words is None
    assert coach.follow_up("noor").current.text.startswith("Ahoy Noor,")


def test_the_messages_of_the_sample_teach_nothing(opened: Opener) -> None:
    invented = [
        one.model_copy(update={"invented": True}) if isinstance(one, Person) and one.id == "noor" else one
        for one in town()
    ]
    coach = opened(items=invented)
    drafted(coach)
    assert coach.voice("en").learned.messages == 0
