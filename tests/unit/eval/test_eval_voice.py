"""The authorship measures tell writers apart, and the voice brings a draft nearer to its writer."""

from __future__ import annotations

from eval.voice import Delta, cosine, figures, in_voice_by_construction, load_writers, pieces

MAIL = (
    "Hi Jo,\n\nI remember the two boats that you repaired. I do not know how you did it. Thank you for the list.\n\n"
    "Would you have time in May?\n\nAll the best,\nRobin"
)


def test_a_text_is_nearest_to_itself() -> None:
    writers = load_writers()
    delta = Delta([one.own for one in writers])
    for one in writers:
        assert delta.between(one.own, one.own) == 0
        assert all(delta.between(one.own, other.own) > 0 for other in writers if other is not one)
    assert round(cosine(MAIL, MAIL), 6) == 1.0
    assert cosine(MAIL, "zzz") == 0.0


def test_marks_and_contractions_count_as_words() -> None:
    assert pieces("I’m glad! Are you?") == ["i'm", "glad", "!", "are", "you", "?"]


def test_each_writer_has_a_greeting_a_sign_off_and_messages_kept_aside() -> None:
    for one in load_writers():
        assert one.voice.greetings
        assert one.voice.sign_offs
        assert len(one.own) > 100


def test_the_voice_brings_a_draft_nearer_to_its_writer_by_both_measures() -> None:
    found = figures({"case/": MAIL}, load_writers(), ["case"])
    for split in ("tune", "held_out"):
        before, after = found[split]["without"], found[split]["construction"]
        assert after["delta"] < before["delta"]
        assert after["cosine"] > before["cosine"]
        assert after["nearest"] >= before["nearest"]
        assert found[split]["with_prompt"] == {}


def test_the_content_of_a_draft_stays() -> None:
    for one in load_writers():
        assert "the two boats that you repaired" in in_voice_by_construction(MAIL, one.voice)
