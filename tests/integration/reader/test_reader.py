"""The trained reader of notes itself, as it is shipped."""

from __future__ import annotations

import pytest

from coach.domain.models import Note
from coach.errors import RecallError
from coach.journeys.second_reading import hushed_in
from coach.journeys.their_notes import kept_to_oneself
from coach.reader import model, read_sentences, words
from eval.note_sentences import tagged

EVENING = [
    "Met Ada Okafor, potter in Leeds.",
    "She gets my old wheel on Saturday, I said.",
    "There's a bag of clay coming my way from her in return.",
    "He promised Ana the keys, which is their business.",
    "Her divorce is not to be talked about, she told me that with the door closed.",
    "When she was nine the kiln blew up and the whole street thought it was the war again.",
    "She's looking for somebody who can weld.",
    "Away till the 14th, and never on the phone.",
]


def test_each_sentence_is_known_for_what_it_is() -> None:
    _, mine, theirs, others, secret, story, wish, reach = read_sentences(EVENING)
    assert min(mine.promise, theirs.promise) > 0.6
    assert max(one.promise for one in (others, secret, story, wish, reach)) < 0.5
    assert others.otherwise > 0.5
    assert story.story > 0.6
    assert wish.wants > 0.6
    assert reach.reach > 0.6


def test_a_sentence_reads_the_same_alone_and_among_others() -> None:
    pairs = list(zip(EVENING, ["", *EVENING[:-1]], strict=True))
    reader = model._Reader()
    together, alone = reader._read(pairs), [reader._read([pair])[0] for pair in pairs]
    for one, other in zip(together, alone, strict=True):
        assert one.promise == pytest.approx(other.promise, abs=1e-3)
        assert one.story == pytest.approx(other.story, abs=1e-3)


def test_nothing_and_odd_text_are_read_without_a_fault() -> None:
    assert read_sentences([]) == []
    odd = ["", " ", "…", "\u200b", "日本語の文。", "x" * 5000, "😀😀"]
    assert len(read_sentences(odd)) == len(odd)


def test_other_weights_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "SHA256", "0" * 64)
    with pytest.raises(RecallError, match="not the one that was shipped"):
        model._session()


def test_lines_that_nothing_was_learned_from_are_read_well() -> None:
    """The fifth file of sentences by itself: 91 % of what is called a promise is one, four of five are found."""
    evenings: list[list[tuple[str, bool]]] = [[]]
    for line in tagged(5):
        if not line.before:
            evenings.append([])
        evenings[-1].append((line.sentence, line.labels[0] > 0))
    found = [
        (reading.promise > 0.6, right)
        for evening in evenings
        for reading, (_, right) in zip(read_sentences([text for text, _ in evening]), evening, strict=True)
    ]
    called, are = sum(one for one, _ in found), sum(right for _, right in found)
    both = sum(one and right for one, right in found)
    assert both / called > 0.85
    assert both / are > 0.75


def test_what_is_kept_back_by_rule_and_by_the_reader_is_told_once() -> None:
    text = "She knits. Her firm is to be sold, I was told that under the seal of silence. Don't mention the merger."
    noted = Note(id="n", text=text)
    assert "Don't mention the merger." in kept_to_oneself([noted, noted])
    assert len(kept_to_oneself([noted, noted])) == len(set(kept_to_oneself([noted])))
    assert "She knits." not in hushed_in(text)


def test_words_are_told_by_what_stands_in_them_and_in_whatever_case() -> None:
    said = words.scores(["Leave it with me.", "leave it with me.", "The soup was cold.", ""])
    assert said.shape == (4, 7)
    assert said[0].tolist() == pytest.approx(said[1].tolist())
    assert said[0, 0] > said[2, 0], "a promise"
    assert set(words.places("42 eggs")) & set(words.places("7 eggs")), "numbers are alike"
    assert set(words.places("ab").tolist()) <= set(range(words.FEATURES))
