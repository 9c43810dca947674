"""A voice is applied by construction: words, contractions, marks; what is said stays."""

from __future__ import annotations

import pytest

from coach.domain.letter import read_letter
from coach.domain.voice import OwnMessage, Voice, learn
from coach.drafting.channels import CHANNELS, assemble, fits, plain_subject
from coach.drafting.languages import LANGUAGES, address_of, language_in, language_told, tone_in
from coach.drafting.voice import restyle, voice_line

MAIL = (
    "Hi Noor,\n\nI do not know boats, and I am glad that you fear the storms of Perhaps Bay. "
    "Perhaps it is really hard. Thank you for the list.\n\nBest,\nSam"
)


def body(voice: Voice) -> str:
    return restyle(read_letter(MAIL), voice).body


def test_favourite_words_stand_in_for_others_and_names_stay() -> None:
    said = body(Voice(uses=("maybe", "thanks for")))
    assert "Maybe it is" in said
    assert "Perhaps Bay" in said
    assert "Thanks for the list." in said


def test_words_to_avoid_are_replaced_or_left_out() -> None:
    said = body(Voice(avoids=("really", "glad")))
    assert "it is hard." in said
    assert "glad" not in said


def test_contractions_follow_the_writer_and_the_middle_is_left_alone() -> None:
    assert body(Voice(contractions=1.0)).startswith("I don't know boats, and I'm glad")
    assert body(Voice(contractions=0.0)) == body(Voice(contractions=0.4))
    spelled = restyle(read_letter("I don't know. It's hard."), Voice(contractions=0.0))
    assert spelled.text == "I do not know. It is hard."


def test_exclamation_marks_and_emoji_are_those_of_the_writer() -> None:
    said = body(Voice(exclamations=0.34, emoji="🌻"))
    assert said.endswith("Thank you for the list! 🌻")
    assert said.count("!") == 1
    assert "!" not in restyle(read_letter("Great! See you!"), Voice(exclamations=0.0)).text


def test_a_long_sentence_is_cut_for_a_writer_of_short_ones() -> None:
    assert body(Voice(sentence_words=6)).startswith("I do not know boats. I am glad")


def test_greeting_and_sign_off_are_the_writers_own_and_the_limit_holds() -> None:
    voice = Voice(greetings={"warm": "Ahoy {first}!"}, sign_offs={"warm": "Fair winds,"})
    text = assemble(
        CHANNELS["email"], ["A boat."] * 60, name="Noor Haddad", tone="warm", language="en", user="Sam", voice=voice
    )
    assert text.startswith("Ahoy Noor!\n\n")
    assert text.endswith("Fair winds,\nSam")
    assert fits(CHANNELS["email"], text)


def test_what_the_prompt_is_told_is_short_and_empty_without_a_voice() -> None:
    assert voice_line(Voice()) == ""
    told = voice_line(Voice(sentence_words=8, uses=tuple("abcdefgh"), avoids=("synergy",)))
    assert told == "about 8 words a sentence; likes a, b, c, d, e; never writes synergy"


def test_habits_need_two_messages_and_each_language_has_its_own() -> None:
    once = [OwnMessage(text="Hey Jo!\n\nI'm here.\n\nCheers,\nSam", name="Jo Lindt")]
    assert learn(once).greetings == {}
    assert learn(once * 2).greetings == {"warm": "Hey {first}!"}
    assert learn(once * 2).emoji == ""
    assert learn(once * 2, "de") == Voice()


@pytest.mark.parametrize(
    ("language", "tone", "address"),
    [("de", "warm", "du"), ("de", "formal", "Sie"), ("fr", "plain", "vous"), ("es", "formal", "usted")],
)  # fmt: skip
def test_the_form_of_address_follows_the_tone(language: str, tone: str, address: str) -> None:
    assert address_of(language, tone) == address
    assert address in language_told(language, tone)
    assert LANGUAGES[language] in language_told(language, tone)


def test_notes_say_how_two_people_address_each_other_and_in_which_language() -> None:
    assert tone_in(["Wir sind jetzt per du."]) == "warm"
    assert tone_in(["Wir bleiben per Sie."]) == "formal"
    assert tone_in(["She repaired a boat."]) is None
    assert language_in(["Sie hat mit ihrem Bruder ein Boot repariert und ist nicht von hier."]) == "de"
    assert language_in([]) == "en"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_subject_that_claims_nothing_is_in_the_language(language: str) -> None:
    assert 0 < len(plain_subject("Noor Haddad", language)) <= 60
    assert len({plain_subject("Noor", one) for one in LANGUAGES}) == len(LANGUAGES)
