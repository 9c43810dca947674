"""Channels: what a message may be is kept by construction, whatever the model writes."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coach.drafting.channels import CHANNELS, SUBJECT_CHARACTERS, assemble, channel_named, clip_subject, fits
from coach.errors import InputError

BODY = ["I keep thinking of the 40 charts.", "Here is the list.", "Which name do they argue about?"]


def message(channel: str = "email", body: list[str] | None = None, **more: str) -> str:
    facts = {"name": "Ines Duarte", "tone": "warm", "language": "en", "user": "Sam", **more}
    return assemble(channel_named(channel), BODY if body is None else body, **facts)


def test_an_email_has_greeting_paragraphs_and_sign_off() -> None:
    assert message() == (
        "Hi Ines,\n\nI keep thinking of the 40 charts. Here is the list.\n\nWhich name do they argue about?\n\n"
        "All the best,\nSam"
    )


def test_a_text_message_is_one_paragraph_without_sign_off() -> None:
    assert message("text") == (
        "Hi Ines, I keep thinking of the 40 charts. Here is the list. Which name do they argue about?"
    )


@pytest.mark.parametrize(
    ("language", "tone", "greeting", "sign_off"),
    [
        ("en", "warm", "Hi Ines,", "All the best,"),
        ("en", "plain", "Hello Ines,", "Best,"),
        ("en", "formal", "Dear Ines Duarte,", "Kind regards,"),
        ("en-GB", "formal", "Dear Ines Duarte,", "Kind regards,"),
        ("de", "warm", "Hallo Ines,", "Herzliche Grüße"),
        ("de", "formal", "Guten Tag Ines Duarte,", "Mit freundlichen Grüßen"),
        ("fr", "formal", "Bonjour Ines Duarte,", "Cordialement,"),
        ("es", "plain", "Hola, Ines:", "Un saludo,"),
        ("pt", "warm", "Olá, Ines,", "Um abraço,"),
        ("xx", "odd", "Hi Ines,", "All the best,"),
    ],
)
def test_greeting_and_sign_off_follow_tone_and_language(language: str, tone: str, greeting: str, sign_off: str) -> None:
    text = message(language=language, tone=tone)
    assert text.startswith(greeting + "\n")
    assert text.endswith(f"\n\n{sign_off}\nSam")


def test_without_a_users_name_the_sign_off_ends_the_message() -> None:
    assert message(user="").endswith("All the best,")


def test_a_long_body_loses_its_middle_and_keeps_its_first_and_last_sentence() -> None:
    body = ["First thing that only you know.", *["A sentence of seven words to fill."] * 30, "Shall we call?"]
    text = message(body=body)
    assert "First thing" in text
    assert "Shall we call?" in text
    assert len(text.split()) <= 120


def test_a_single_sentence_that_is_too_long_is_cut_at_a_word() -> None:
    text = message("text", ["word " * 200])
    assert len(text) <= 320
    assert text.endswith("word …")


SENTENCE = st.text(min_size=1, max_size=700).filter(lambda text: text.strip()) | st.lists(
    st.sampled_from(["chart", "archive,", "x" * 400, "–", "名前", "https://example.org/" + "a" * 90]),
    min_size=1,
    max_size=90,
).map(" ".join)


@example(channel="text", body=["x" * 400], name="Ines", user="", tone="warm", language="en")
@example(channel="linkedin_invite", body=["名" * 900], name="N" * 400, user="", tone="warm", language="en")
@example(channel="email", body=["one\ntwo\t" * 200], name="Ines", user="Sam", tone="warm", language="en")
@example(channel="linkedin", body=["hello"], name="Ines", user="S" * 2500, tone="warm", language="en")
@given(
    channel=st.sampled_from(sorted(CHANNELS)),
    body=st.lists(SENTENCE, max_size=9),
    name=st.text(st.characters(categories=["L"]), min_size=1, max_size=400),
    user=st.text(st.characters(categories=["L"]), max_size=60),
    tone=st.sampled_from(["warm", "plain", "formal"]),
    language=st.sampled_from(["en", "de", "fr", "es", "pt"]),
)
def test_no_message_breaks_the_limit_of_its_channel(
    channel: str, body: list[str], name: str, user: str, tone: str, language: str
) -> None:
    text = message(channel, body, name=name, user=user, tone=tone, language=language)
    assert fits(channel_named(channel), text), (len(text), len(text.split()))


@given(subject=st.text(max_size=200))
def test_a_subject_is_one_line_of_sixty_characters_at_most(subject: str) -> None:
    clipped = clip_subject(subject)
    assert len(clipped) <= SUBJECT_CHARACTERS
    assert len(clipped.splitlines()) <= 1


def test_a_subject_is_cut_at_a_word() -> None:
    assert clip_subject("The map symbols I promised, and a question about your volunteers in Porto") == (
        "The map symbols I promised, and a question about your"
    )
    assert clip_subject("The  map\nsymbols") == "The map symbols"


def test_an_unknown_channel_is_an_error_that_lists_the_known_ones() -> None:
    with pytest.raises(InputError, match="'pigeon'") as caught:
        channel_named("pigeon")
    assert all(name in caught.value.next_step for name in CHANNELS)


def test_the_limit_that_the_model_is_told_leaves_room_for_greeting_and_sign_off() -> None:
    assert CHANNELS["email"].limit == "at most 105 words"
    assert CHANNELS["linkedin_invite"].limit == "at most 270 characters, 2 short sentences"
