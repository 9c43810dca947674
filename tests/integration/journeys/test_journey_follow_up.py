"""Follow up: within the channel, checked, every version kept, and the next date moved when it is sent."""

from __future__ import annotations

import threading
from datetime import UTC, date, datetime, timedelta

import pytest
from conftest import TODAY, Opener, town

from coach.domain.brief import Line
from coach.domain.gate import unconfirmed
from coach.domain.grounding import CheckReport
from coach.domain.models import Commitment, Draft, Note, Person
from coach.drafting.angles import Rarity
from coach.drafting.channels import CHANNELS, fits
from coach.errors import InputError, ModelError, ModelMissingError, NotFoundError
from coach.journeys import follow_up as journey
from coach.journeys.judging import Judge
from coach.llm.factory import ModelHandle
from coach.ui.strings import Translator
from eval.fake import FillingModel


@pytest.mark.parametrize("channel", sorted(CHANNELS))
@pytest.mark.parametrize("tone", ["warm", "formal"])
def test_a_message_fits_its_channel_and_is_saved_with_its_provenance(opened: Opener, channel: str, tone: str) -> None:
    coach = opened()
    draft = coach.follow_up("noor", channel, tone=tone)
    version = draft.current
    assert fits(CHANNELS[channel], version.text)
    assert bool(version.subject) == CHANNELS[channel].subject
    assert version.text.startswith("Hi Noor" if tone == "warm" else "Dear Noor Haddad")
    assert version.text.endswith("\nSam") == CHANNELS[channel].sign_off
    assert (draft.channel, draft.tone, version.prompt_name) == (channel, tone, "follow_up")
    assert version.evidence[0]["source_id"] == "note-noor"
    assert CheckReport.model_validate(version.check).sentences
    assert coach.store.get(Draft, draft.id) == draft


def test_open_promises_come_first_and_a_talk_that_lies_ahead_is_left_out(opened: Opener) -> None:
    coach = opened()
    tomas = coach.follow_up("tomas").current.evidence
    assert tomas[0]["source_id"] == "owed"
    ines = coach.follow_up("ines").current.evidence
    assert "kept" not in {one["source_id"] for one in ines}
    assert "talk-1" not in {one["source_id"] for one in ines}


def test_nothing_of_other_people_goes_into_the_prompt(opened: Opener) -> None:
    model = FillingModel()
    opened(model).follow_up("noor")
    assert "boat" in model.asked[0]
    assert "volunteers could not agree on place names for 40" not in model.asked[0]
    assert "exam questions" not in model.asked[0]


def test_the_language_is_the_persons_own_unless_told(opened: Opener) -> None:
    items = [
        one.model_copy(update={"language": "de-AT"}) if isinstance(one, Person) and one.id == "noor" else one
        for one in town()
    ]
    coach = opened(items=items)
    assert coach.follow_up("noor").current.text.startswith("Hallo Noor,")
    assert coach.follow_up("noor", language="fr").current.text.startswith("Bonjour Noor,")


def test_with_nothing_noted_it_says_so_and_with_an_intent_it_writes(opened: Opener) -> None:
    coach = opened()
    with pytest.raises(InputError, match="'Wanjiru Kamau'"):
        coach.follow_up("wanjiru")
    model_asked = coach.follow_up("wanjiru", intent="ask about diesel engines")
    assert model_asked.current.text


def test_an_unknown_person_or_channel_is_an_error_that_names_it(opened: Opener) -> None:
    coach = opened()
    with pytest.raises(NotFoundError, match="'Nobody'"):
        coach.follow_up("Nobody")
    with pytest.raises(InputError, match="'pigeon'"):
        coach.follow_up("noor", "pigeon")


def test_without_a_model_nothing_is_saved_and_the_error_says_what_to_do(opened: Opener, no_model: ModelHandle) -> None:
    coach = opened(no_model)
    with pytest.raises(ModelMissingError):
        coach.follow_up("noor")
    assert coach.store.drafts() == []


def test_stopping_says_that_you_stopped(opened: Opener) -> None:
    stop = threading.Event()
    stop.set()
    with pytest.raises(ModelError, match=r"(?i)stopped"):
        opened().follow_up("noor", stop=stop)


# ------------------------------------------------------------------ afterwards
def test_your_own_wording_is_a_new_version_and_is_checked(opened: Opener) -> None:
    coach = opened()
    draft = coach.follow_up("noor")
    edited = coach.edit_draft(draft.id, "Hi Noor, your boat is safe in Reykjavik with 900 others.", subject="The boat")
    assert [version.number for version in edited.versions] == [1, 2]
    assert edited.versions[0] == draft.versions[0]
    assert (edited.current.origin, edited.current.subject) == ("user", "The boat")
    report = CheckReport.model_validate(edited.current.check)
    assert not report.passed
    assert {claim.text for claim in report.claims if claim.verdict == "unsupported"} >= {"Reykjavik"}
    again = coach.edit_draft(draft.id, "Hi Noor, you repaired a boat with your brother.")
    assert CheckReport.model_validate(again.current.check).passed
    assert again.current.subject == "The boat", "an edit of the text keeps the subject"


def test_a_claim_in_the_subject_is_marked_too(opened: Opener) -> None:
    coach = opened()
    draft = coach.follow_up("noor")
    edited = coach.edit_draft(draft.id, "Hi Noor, you repaired a boat.", subject="Your 77 boats in Reykjavik")
    report = CheckReport.model_validate(edited.current.check)
    assert any(claim.start == -1 and "subject" in claim.reason for claim in report.claims)
    assert not report.passed


def test_an_empty_edit_is_an_error_and_changes_nothing(opened: Opener) -> None:
    coach = opened()
    draft = coach.follow_up("noor")
    with pytest.raises(InputError, match="empty"):
        coach.edit_draft(draft.id, "  \n ")
    assert coach.store.get(Draft, draft.id) == draft


def test_sending_moves_the_follow_up_date_and_names_the_version_sent(opened: Opener) -> None:
    coach = opened()
    draft = coach.follow_up("noor")
    coach.edit_draft(draft.id, "Hi Noor, you repaired a boat.")
    next_on = TODAY + timedelta(days=30)
    sent = coach.mark_sent(draft.id, at=datetime(2026, 11, 24, 9, tzinfo=UTC), next_on=next_on)
    assert (sent.status, sent.sent_version, sent.next_on) == ("sent", 2, next_on)
    assert coach.store.get(Person, "noor").follow_up_on == next_on
    assert coach.agenda(next_on).of("follow_up")
    assert not coach.agenda(TODAY).of("draft")


def test_sending_without_a_next_date_leaves_nothing_due(opened: Opener) -> None:
    items = [
        one.model_copy(update={"follow_up_on": date(2026, 11, 20)}) if isinstance(one, Person) else one
        for one in town()
    ]
    coach = opened(items=items)
    coach.mark_sent(coach.follow_up("noor").id)
    assert coach.store.get(Person, "noor").follow_up_on is None


def test_a_draft_with_doubtful_words_is_not_marked_as_sent(opened: Opener) -> None:
    coach = opened()
    draft = coach.edit_draft(coach.follow_up("noor").id, "Hi Noor, you won 77 races in Reykjavik.")
    with pytest.raises(InputError, match="you won 77 races in Reykjavik") as refused:
        coach.mark_sent(draft.id, next_on=TODAY)
    assert "--vouch" in refused.value.next_step
    assert coach.store.get(Draft, draft.id) == draft


def test_to_vouch_for_a_draft_keeps_a_confirmation_for_each_doubtful_wording(opened: Opener) -> None:
    coach = opened()
    draft = coach.edit_draft(coach.follow_up("noor").id, "Hi Noor, you won 77 races in Reykjavik.")
    sent = coach.mark_sent(draft.id, vouch=True)
    assert sent.status == "sent"
    assert [one.text for one in sent.current.confirmed] == [one.text for one in unconfirmed(draft.current)]
    assert not unconfirmed(sent.current)


def test_what_was_confirmed_one_by_one_may_be_sent(opened: Opener) -> None:
    coach = opened()
    draft = coach.edit_draft(coach.follow_up("noor").id, "Hi Noor, you won 77 races in Reykjavik.")
    for one in unconfirmed(draft.current):
        coach.confirm_claim(draft.id, one.text)
    assert coach.mark_sent(draft.id).status == "sent"


def test_an_unknown_draft_is_an_error(opened: Opener) -> None:
    coach = opened()
    for act in (lambda: coach.edit_draft("lost", "text"), lambda: coach.mark_sent("lost")):
        with pytest.raises(NotFoundError, match="'lost'"):
            act()


@pytest.mark.parametrize("channel", ["email", "text", "linkedin_invite"])
def test_a_contact_of_whom_only_a_trade_is_known_gets_no_bare_greeting(opened: Opener, channel: str) -> None:
    """A company and a role, as a list of contacts has them, are nothing that a message could take up."""
    coach = opened(items=[Person(id="leila", name="Leila Faro", role="Boat builder", organisation="River Museum")])
    with pytest.raises(InputError, match="'Leila Faro'") as refused:
        coach.follow_up("leila", channel)
    assert "Add a note" in str(refused.value)
    assert coach.store.drafts(person="leila") == []
    written = coach.follow_up("leila", channel, intent="can I visit the yard in May").current.text
    assert ("\n\nCould" if channel == "email" else "Hi Leila, could") + " I visit the yard in May?" in written


def test_after_a_promise_the_question_is_about_the_promise(opened: Opener) -> None:
    """A small model's question would lead away from it."""
    lines = {
        "keep": Line(text="As promised, I will send you the map."),
        "next": Line(text="What do you think of the map of the harbour?"),
    }
    judge = Judge([], "", Rarity())
    chosen = journey._with_a_question(lines, judge, "Noor Haddad")
    assert chosen["next"].text in (
        "By when do you need that?",
        "How soon do you need it?",
        "When would be early enough?",
    )
    echo = {
        "memory": Line(text="I remember that you counted 17,400 steps in one shift."),
        "next": Line(text="How did you count the 17,400 steps in one shift?"),
    }
    assert journey._with_a_question(echo, judge, "Noor Haddad")["next"].text != echo["next"].text


@pytest.mark.parametrize(
    ("said", "sendable"),
    [
        ("I remember Jo running the grafting day at her home.", False),
        ("You turned light into sound on 2026-11-28.", False),
        ("You mentioned that you are not on mail much.", False),
        ("I remember you running the grafting day.", True),
        ("I remember that you run the grafting day on 13 March.", True),
    ],
)
def test_what_a_model_must_not_send(said: str, sendable: bool) -> None:
    assert (journey._UNSENDABLE.search(said) is None) is sendable


def test_a_formal_letter_calls_her_as_the_notes_do_and_a_warm_one_by_her_first_name(opened: Opener) -> None:
    note = Note(text="Mrs Haddad lent me the tide tables.", people=("noor",))
    coach = opened(items=[*town(), note])
    assert coach.follow_up("noor", tone="formal").current.text.startswith("Dear Mrs Haddad,")
    assert coach.follow_up("noor", tone="warm").current.text.startswith("Hi Noor")


@pytest.mark.parametrize(
    ("channel", "text", "subject", "why"),
    [
        ("linkedin_invite", "word " * 200, "", "has 1000 characters; this channel takes 300"),
        ("text", "word " * 80, "", "has 400 characters; this channel takes 320"),
        ("email", "word " * 200, "", "has 200 words; one that gets read has at most 120"),
        ("email", "A word.", "s" * 100, "subject has 100 characters; 60 are shown"),
    ],
)
def test_the_users_own_wording_is_kept_and_not_sent_where_the_channel_does_not_take_it(
    opened: Opener, channel: str, text: str, subject: str, why: str
) -> None:
    coach = opened()
    draft = coach.edit_draft(coach.follow_up("noor", channel).id, text, subject=subject)
    assert (draft.current.text, draft.current.origin) == (text, "user")
    for one in unconfirmed(draft.current):
        coach.confirm_claim(draft.id, one.text)
    with pytest.raises(InputError, match=why):
        coach.mark_sent(draft.id)
    assert coach.store.get(Draft, draft.id).status == "open"


def test_an_e_mail_longer_than_our_rule_may_be_sent_on_the_users_word_and_an_invitation_not(opened: Opener) -> None:
    coach = opened()
    mail = coach.edit_draft(coach.follow_up("noor").id, "I know. " * 100)
    assert coach.mark_sent(mail.id, vouch=True).status == "sent"
    invite = coach.edit_draft(coach.follow_up("noor", "linkedin_invite").id, "I know. " * 100)
    with pytest.raises(InputError, match="takes 300"):
        coach.mark_sent(invite.id, vouch=True)


def test_nothing_is_written_to_the_dead(opened: Opener) -> None:
    coach = opened(items=[*town(), Note(text="Noor passed away in September.", people=("noor",))])
    with pytest.raises(InputError, match=r"has died.*somebody close to them"):
        coach.follow_up("noor", intent="thank her")
    assert coach.store.drafts(purpose="follow_up") == []


def test_what_is_private_is_in_no_message_and_its_absence_is_explained(opened: Opener) -> None:
    told = "Bob's password is hunter2 and he is getting divorced."
    coach = opened(items=[*town(), Person(id="bob", name="Bob Finch"), Note(text=told, people=("bob",))])
    with pytest.raises(InputError, match="is for you alone: “Bob's password") as refused:
        coach.follow_up("bob")
    german = Translator()
    german.use("de")
    assert "ist nur für dich: „Bob's password" in german.error(refused.value)[0]
    draft = coach.follow_up("bob", intent="thank him for the map")
    assert "hunter2" not in draft.model_dump_json()
    assert "map" in draft.current.text


def test_where_all_that_is_noted_is_kept_back_the_refusal_says_so(opened: Opener) -> None:
    told = "Janet told me in confidence that the whole demo was faked for the investors."
    janet = Person(id="janet", name="Janet", organisation="Epic", role="Seller")
    coach = opened(items=[*town(), janet, Note(text=told, people=("janet",))])
    with pytest.raises(InputError, match="All that is noted about 'Janet' is for you alone") as refused:
        coach.follow_up("janet")
    assert "may go into a message" in str(refused.value)


def test_a_refusal_quotes_nobody_elses_secret(opened: Opener) -> None:
    told = "Bob Finch told me in confidence that the harbour office will be closed in May."
    people = [Person(id="ida", name="Ida"), Person(id="bob", name="Bob Finch")]
    coach = opened(items=[*town(), *people, Note(text=told, people=("ida", "bob"))])
    with pytest.raises(InputError, match="'Ida'") as refused:
        coach.follow_up("ida")
    assert "harbour office" not in str(refused.value)


@pytest.mark.parametrize("channel", ["linkedin_invite", "text"])
def test_what_the_user_wants_to_say_is_never_what_goes_where_there_is_little_room(opened: Opener, channel: str) -> None:
    told = "Noor keeps a boat of oak that her grandfather built in 1931 out of the beams of the old lighthouse."
    coach = opened(items=[*town(), Note(text=told, people=("noor",))])
    wish = "thank her for the tour of the yard and of the sail loft, and ask whether I may bring twelve pupils in May"
    text = coach.follow_up("noor", channel, wish).current.text
    assert "hank you for the tour of the yard and of the sail loft." in text
    assert text.endswith("Could I bring twelve pupils in May?")


def test_a_wish_that_no_rule_can_put_stands_as_it_was_typed(opened: Opener) -> None:
    text = opened().follow_up("noor", "linkedin_invite", "mornings in the yard, perhaps").current.text
    assert "ornings in the yard, perhaps." in text


def test_no_question_is_left_behind_about_a_promise_for_which_there_is_no_room(opened: Opener) -> None:
    what = "send her the " + " and ".join(f"Yardandharbourmasteryearbook{number}" for number in range(1, 9))
    items = [Person(id="zoe", name="Zoe Lind"), Note(text="Zoe mends clocks in a tower.", people=("zoe",))]
    coach = opened(items=[*town(), *items, Commitment(person="zoe", by="me", what=what)])
    text = coach.follow_up("zoe", "linkedin_invite").current.text
    assert "Yard" not in text
    assert not any(one in text for one in ("early enough", "How soon", "By when"))
    assert "clocks" in text


@pytest.mark.parametrize("by", ["me", "them"])
def test_a_promise_noted_in_german_is_not_named_in_an_english_message(opened: Opener, by: str) -> None:
    owed = Commitment(id="liste", person="noor", by=by, what="mir die liste mailen")
    version = opened(items=[*town(), owed]).follow_up("noor", language="en").current
    assert "promised" in version.text
    assert "mailen" not in f"{version.subject} {version.text}"


ASKED = (
    "I thought of you. Could I ask you one question? How can I find him a sponsor with a room? A no is quite all right."
)


def test_what_is_worded_to_the_reader_stands_as_it_was_typed(opened: Opener) -> None:
    model = FillingModel()
    text = opened(model).follow_up("noor", "email", ASKED).current.text
    assert ASKED in text, "him is somebody else"
    assert all("one question" not in one.partition("lines")[2] for one in model.asked)


def test_what_is_worded_in_german_stands_too(opened: Opener) -> None:
    asked = "Darf ich dir eine Frage stellen? Wie finde ich ihm einen Sponsor? Ein Nein ist völlig in Ordnung."
    assert asked in opened().follow_up("noor", "email", asked, language="de").current.text


@pytest.mark.parametrize(
    "secret",
    [
        "Between us: Kwame will close the space.",
        "Kwame will close the space. Don't tell anyone.",
        "Kwame is closing the space, keep it to yourself.",
        "Unter uns: Kwame macht zu.",
    ],
)
def test_a_confidence_in_a_message_is_in_doubt_until_the_user_vouches_for_it(opened: Opener, secret: str) -> None:
    coach = opened()
    draft = coach.follow_up("noor", "email", f"I thought of you. {secret} Could you find him a room?")
    waiting = unconfirmed(draft.current)
    assert any(one.text in secret and "asks for silence" in one.reason for one in waiting)
    with pytest.raises(InputError, match="no note of yours backs"):
        coach.mark_sent(draft.id)
    edited = coach.edit_draft(draft.id, "Hi Noor, nice to meet you.", subject=secret)
    assert any(one.in_subject and one.text in secret for one in unconfirmed(edited.current))


def test_advice_is_told_as_advice(opened: Opener) -> None:
    note = Note(text="Noor says never batch readings: you lose the flood peak.", people=("noor",))
    text = opened(items=[Person(id="noor", name="Noor Haddad"), note]).follow_up("noor").current.text
    assert "told me never to batch readings" in text or "telling me never to batch readings" in text
