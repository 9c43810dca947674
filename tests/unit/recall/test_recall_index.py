"""The index keeps its promises: one hit a note, filters that lose nothing, nothing stale, nothing doubled."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from coach.domain.evidence import Filters, Passage
from coach.domain.models import Kind
from coach.recall import RecallIndex, label
from coach.recall.feed import Feed


def note(name: str, text: str, **fields: object) -> Passage:
    return Passage(source_id=name, kind=Kind.NOTE, text=text, **fields)  # type: ignore[arg-type]


NOTES = [
    note("a", "Mina restores wooden canoes by the lake.", people=("p1",), names=("Mina",)),
    note("b", "Tomas keeps bees on the roof of the library.", people=("p2",), at=datetime(2025, 3, 1, tzinfo=UTC)),
    note("c", "The library closes early on Fridays.", event="e1", at=datetime(2025, 6, 1, 23, 30, tzinfo=UTC)),
]


def found(index: RecallIndex, query: str, **options: object) -> list[str]:
    return [hit.source_id for hit in index.search(query, **options)]  # type: ignore[arg-type]


def test_the_note_that_answers_comes_first(index: RecallIndex) -> None:
    index.upsert(NOTES)
    assert found(index, "Who restores canoes?")[0] == "a"
    assert found(index, "bees on a roof", k=1) == ["b"]


def test_an_empty_index_and_an_empty_question_find_nothing(index: RecallIndex) -> None:
    assert found(index, "anything") == []
    index.upsert(NOTES)
    assert found(index, "   ") == []
    assert found(index, "bees", k=0) == []


def test_saving_the_same_again_embeds_nothing(index: RecallIndex, embeddings: Any) -> None:
    index.upsert(NOTES)
    before = len(embeddings.embedded)
    index.upsert(NOTES)
    assert len(embeddings.embedded) == before
    assert index.count() == 3


def test_a_changed_note_is_found_by_its_new_words_only(index: RecallIndex) -> None:
    index.upsert(NOTES)
    index.upsert([note("a", "Mina sails to Bergen.")])
    assert found(index, "who sails to Bergen", k=1) == ["a"]
    hit = next(hit for hit in index.search("restores canoes") if hit.source_id == "a")
    assert hit.passage.text == "Mina sails to Bergen."
    assert index.count() == 3
    assert index.health().sound


def test_a_deleted_note_is_gone_everywhere(index: RecallIndex) -> None:
    index.upsert(NOTES)
    index.delete(["note:a", "note:unknown"])
    assert "a" not in found(index, "Who restores canoes?")
    assert index.keys() == {"note:b", "note:c"}
    assert index.health().vectors == 2


def test_filters_narrow_by_kind_person_event_time_and_exclusion(index: RecallIndex) -> None:
    index.upsert([*NOTES, Passage(source_id="s", kind=Kind.STORY, title="Bees", text="Bees.", collection="starter")])
    assert found(index, "library", filters=Filters(kinds=(Kind.STORY,))) == ["s"]
    assert found(index, "library", filters=Filters(people=("MINA",))) == ["a"]
    assert found(index, "library", filters=Filters(people=("p1", "p2"), kinds=(Kind.NOTE,)))[0] == "b"
    assert found(index, "library", filters=Filters(event="e1")) == ["c"]
    assert found(index, "library", filters=Filters(since=date(2025, 3, 2), until=date(2025, 6, 1))) == ["c"]
    assert found(index, "library", filters=Filters(until=date(2025, 3, 1))) == ["b"]
    assert "b" not in found(index, "bees", filters=Filters(exclude=("b",)))
    assert "s" not in found(index, "bees", filters=Filters(collections=("mine",)))
    assert "b" in found(index, "bees", filters=Filters(collections=("mine",)))
    assert found(index, "bees", filters=Filters(goal="nobody")) == []


def test_a_long_note_is_found_by_any_part_and_returned_once(index: RecallIndex) -> None:
    filler = "Nothing of note happened on that long grey day. " * 400
    long = note("long", filler + "The secret ingredient was cardamom. " + filler)
    index.upsert([long, *NOTES])
    hits = index.search("What was the secret ingredient? cardamom", k=10)
    assert [hit.source_id for hit in hits].count("long") == 1
    assert hits[0].source_id == "long"
    assert "cardamom" in hits[0].excerpt
    assert len(hits[0].excerpt) < 1_000
    assert "cardamom" in label(hits)[0].text


def test_a_neighbour_in_the_thread_helps_an_answer_that_repeats_no_word(index: RecallIndex) -> None:
    talk = [
        note("q", "What did your brother build in the garden?", thread="t", position=1),
        note("r", "A sauna, with a green door.", thread="t", position=2),
        note("x", "A shed, with a green door.", thread="u", position=2),
    ]
    index.upsert(talk)
    ranked = found(index, "What did the brother build in the garden?")
    assert ranked.index("r") < ranked.index("x")


def test_of_two_notes_that_fit_the_first_to_tell_leads_unless_the_latest_is_asked_for(index: RecallIndex) -> None:
    told = [
        note("later", "Ana sold the sauna.", at=datetime(2025, 9, 1, tzinfo=UTC)),
        note("first", "Ana sold her sauna.", at=datetime(2025, 3, 1, tzinfo=UTC)),
    ]
    index.upsert(told)

    def score(query: str) -> dict[str, float]:
        return {hit.source_id: hit.score for hit in index.search(query)}

    asked, latest = score("Who sold a sauna?"), score("Who sold a sauna lately?")
    assert asked["first"] > asked["later"]
    assert latest["first"] == pytest.approx(latest["later"], abs=0.01)


def test_the_first_and_the_last_note_about_somebody_are_found_when_asked_for(index: RecallIndex) -> None:
    met = [
        note(f"met{month}", text, names=("Konrad Veith",), at=datetime(2025, month, 1, tzinfo=UTC))
        for month, text in ((1, "He told me of tortoises."), (4, "We saw the ferry."), (9, "He cooks for himself now."))
    ]
    index.upsert([*met, note("other", "I last saw the ferry sink.", at=datetime(2025, 11, 1, tzinfo=UTC)), *NOTES])
    assert found(index, "When did I last see Konrad?", k=1) == ["met9"]
    assert found(index, "When did I first meet Konrad?", k=1) == ["met1"]


def test_a_note_about_the_named_person_leads_before_one_in_passing(index: RecallIndex) -> None:
    index.upsert(
        [note("passing", "Tomas keeps bees."), note("about", "Tomas keeps bees.", names=("Tomas Weil",)), *NOTES]
    )
    assert found(index, "What does Tomas keep?", k=1) == ["about"]


def test_what_was_saved_is_there_after_reopening(tmp_path: Path, embeddings: Any) -> None:
    first = RecallIndex(tmp_path / "index", embeddings, embedder_name="words")
    first.upsert(NOTES)
    first.close()
    second = RecallIndex(tmp_path / "index", embeddings, embedder_name="words")
    assert found(second, "Who restores canoes?")[0] == "a"
    assert second.keys() == {"note:a", "note:b", "note:c"}
    second.close()


def test_two_open_indexes_see_each_other_s_writes(tmp_path: Path, embeddings: Any) -> None:
    one = RecallIndex(tmp_path / "index", embeddings, embedder_name="words")
    two = RecallIndex(tmp_path / "index", embeddings, embedder_name="words")
    one.upsert(NOTES)
    assert found(two, "Who restores canoes?")[0] == "a"
    one.close()
    two.close()


def test_explain_names_the_lists_and_their_ranks(index: RecallIndex) -> None:
    index.upsert(NOTES)
    top = index.search("Who restores canoes?", explain=True)[0]
    assert {"words", "meaning"} <= {str(reason["list"]) for reason in top.why}
    assert all(reason["rank"] >= 1 for reason in top.why)
    assert index.search("Who restores canoes?")[0].why == ()


def test_labels_count_each_kind_by_itself(index: RecallIndex) -> None:
    index.upsert([*NOTES, Passage(source_id="s", kind=Kind.STORY, title="Bees", text="Bees in a library.")])
    labels = [one.label for one in label(index.search("library bees"))]
    assert sorted(labels) == ["N1", "N2", "N3", "S1"]


def test_progress_is_reported_up_to_the_end(index: RecallIndex) -> None:
    seen: list[tuple[int, int]] = []
    index.upsert([note(str(n), f"Note number {n}") for n in range(300)], progress=lambda *step: seen.append(step))
    assert seen == [(256, 300), (300, 300)]


def test_health_finds_and_heal_mends_a_half_written_index(index: RecallIndex) -> None:
    index.upsert(NOTES)
    assert index.health().sound
    index._chroma.delete(["note:a#0"])
    index._chroma.upsert(["note:stray#0"], index._vectors.rows(1), ["stray"], [{"kind": "note"}])
    found_health = index.health()
    assert found_health.missing_in_chroma == ("note:a#0",)
    assert found_health.only_in_chroma == ("note:stray#0",)
    assert index.heal().sound
    assert found(index, "Who restores canoes?")[0] == "a"


def test_a_lost_vector_file_is_written_anew_from_chroma(tmp_path: Path, embeddings: Any) -> None:
    first = RecallIndex(tmp_path / "index", embeddings, embedder_name="words")
    first.upsert(NOTES)
    first.close()
    (tmp_path / "index" / "vectors.f32").unlink()
    second = RecallIndex(tmp_path / "index", embeddings, embedder_name="words")
    before = len(embeddings.embedded)
    assert not second.health().mirror_complete
    assert second.heal().sound
    assert len(embeddings.embedded) == before
    assert found(second, "Who restores canoes?")[0] == "a"
    second.close()


def test_a_vector_file_lost_before_chroma_knew_its_pieces_is_embedded_again(
    tmp_path: Path, embeddings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Feed, "wake", lambda feed: None)
    first = RecallIndex(tmp_path / "index", embeddings, embedder_name="words")
    first.upsert(NOTES)
    first._vectors.close()
    (tmp_path / "index" / "vectors.f32").unlink()
    before = len(embeddings.embedded)
    assert first.heal().sound
    assert len(embeddings.embedded) == before + len(NOTES)
    assert found(first, "Who restores canoes?")[0] == "a"
    first.close()


def test_what_chroma_had_not_got_before_a_crash_reaches_it_after_the_next_start(
    tmp_path: Path, embeddings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as crashing:
        crashing.setattr(Feed, "wake", lambda feed: None)
        crashing.setattr(Feed, "end", lambda feed: None)
        first = RecallIndex(tmp_path / "index", embeddings, embedder_name="words")
        first.upsert(NOTES)
        first.delete(["note:b"])
        first.upsert([note("a", "Mina sails to Bergen.")])
        assert found(first, "who sails to Bergen", k=1) == ["a"]
        assert first._chroma.count() == 0
        first.close()
    second = RecallIndex(tmp_path / "index", embeddings, embedder_name="words")
    health = second.health()
    assert (health.sound, health.vectors) == (True, 2)
    second.close()


def test_a_long_note_is_read_once_for_all_its_pieces_that_chroma_has_still_to_learn(
    index: RecallIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Feed, "wake", lambda feed: None)
    index.upsert([note("long", "Mina sails to Bergen. " * 4_000), note("short", "Mina fears the winter.")])
    index.delete(["note:short"])
    waiting = index._catalog.unsent(512)
    assert len([one for one in waiting if one.passage is not None]) > 90
    assert len({id(one.passage) for one in waiting if one.passage is not None}) == 1
    assert [one.piece for one in waiting if one.passage is None] == ["note:short#0"]


def test_segments_merge_without_losing_a_posting(index: RecallIndex) -> None:
    for n in range(70):
        index.upsert([note(str(n), f"shared word{n}")])
    slots, _ = index._catalog.postings(["share"])["share"]
    assert sorted(slots.tolist()) == list(range(70))
    assert found(index, "word42", k=1) == ["42"]
