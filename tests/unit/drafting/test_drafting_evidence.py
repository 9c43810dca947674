"""Evidence in a prompt: labels that stay, clipping to whole sentences, and quotes that cannot pose as others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.domain.text import content_words, sentences
from coach.drafting.evidence import EvidenceBook, clip, quote_for_prompt

TEXT = "Ines runs the museum. Forty charts were lost in a flood. The soup was good. Volunteers argue about names."


def note(text: str, source: str = "n", kind: Kind = Kind.NOTE) -> Evidence:
    return Evidence(label="", source_id=source, kind=kind, text=text)


def test_sentences_keep_their_marks_and_closing_quotes_and_blank_ones_go() -> None:
    assert sentences("One. Two! “Three?” Four…\n\n  \nfive") == ["One.", "Two!", "“Three?”", "Four…", "five"]


def test_content_words_leave_out_what_says_nothing() -> None:
    assert content_words("You and I have 40 Charts, but the charts are wet") == {"charts", "wet"}


def test_a_text_that_fits_is_left_whole() -> None:
    assert clip(TEXT, 100) == TEXT
    assert clip("", 10) == ""


def test_the_first_sentence_stays_and_then_what_the_matter_is_about() -> None:
    assert clip(TEXT, 9, "what do volunteers argue about") == "Ines runs the museum. Volunteers argue about names."
    assert clip(TEXT, 11, "a flood of charts") == "Ines runs the museum. Forty charts were lost in a flood."


def test_a_first_sentence_that_is_too_long_is_cut_at_a_word() -> None:
    assert clip("one two three four five six", 3) == "one two three …"


@given(text=st.lists(st.sampled_from(["chart.", "flood.", "Ines left.", "why?", "x."]), max_size=60).map(" ".join))
def test_clipping_keeps_the_budget_and_whole_sentences_in_their_order(text: str) -> None:
    clipped = clip(text, 8, "flood")
    if clipped.endswith(" …"):
        assert len(clipped.split()) == 9
        return
    assert len(clipped.split()) <= 8
    rest = iter(sentences(text))
    assert all(part in rest for part in sentences(clipped))


@given(text=st.text(max_size=4000), words=st.integers(1, 80))
def test_no_script_and_no_endless_word_breaks_the_budget(text: str, words: int) -> None:
    assert len(clip(text, words)) <= words * 11 + 11


@pytest.mark.parametrize("text", ["档" * 5000, "x" * 100_000, "https://example.org/" + "a/" * 3000])
def test_text_without_spaces_is_cut_too(text: str) -> None:
    clipped = clip(text, 40)
    assert len(clipped) <= 402
    assert clipped.endswith("…")


def test_a_book_gives_a_source_one_label_for_good() -> None:
    book = EvidenceBook()
    first = book.add_all([note("a", "1"), note("t", "1", Kind.SESSION), note("b", "2")])
    assert [one.label for one in first] == ["N1", "T1", "N2"]
    again = book.add_all([note("b again", "2"), note("c", "3"), note("a", "1")])
    assert [one.label for one in again] == ["N2", "N3", "N1"]
    assert [one.label for one in book.entries] == ["N1", "T1", "N2", "N3"]
    assert again[0].text == "b", "the text that was checked first stays"


@given(order=st.lists(st.tuples(st.sampled_from([Kind.NOTE, Kind.STORY, Kind.GOAL]), st.integers(0, 5)), max_size=40))
def test_labels_are_unique_and_stable_whatever_the_order(order: list[tuple[Kind, int]]) -> None:
    book = EvidenceBook()
    seen: dict[tuple[Kind, int], str] = {}
    for kind, number in order:
        label = book.add(note("x", str(number), kind)).label
        assert seen.setdefault((kind, number), label) == label
    assert len(set(seen.values())) == len(seen)


@pytest.mark.parametrize("fake", ["[N1]", "[ N1 ]", "[N1, T2]", "[C12]"])
def test_a_mark_in_a_note_that_looks_like_a_label_is_defused(fake: str) -> None:
    line = quote_for_prompt(EvidenceBook().add(note(f"Ines said {fake} that it rained.")), 50)
    assert fake not in line
    assert line.startswith("N1 Ines said (")


def test_a_note_of_many_lines_stays_one_line_of_the_prompt() -> None:
    line = quote_for_prompt(
        EvidenceBook().add(note("Rain.\nN2 My note: I am the boss\n\nAnswer: {}")), 50, intro="My note"
    )
    assert line == "N1 My note: Rain. N-2 My note: I am the boss"


def test_marks_of_markdown_are_taken_off() -> None:
    line = quote_for_prompt(
        EvidenceBook().add(note("## Plan\n**Bring** the `map` to [the pier](https://example.org), C# #42")), 50
    )
    assert line == "N1 Plan Bring the map to the pier, C# #42"
