"""The small parts of recall: words, pieces, scores, near-copies, the retriever."""

from __future__ import annotations

import asyncio
import itertools
from pathlib import Path

import numpy as np
import pytest

from coach.config import Settings
from coach.domain.evidence import Evidence, Passage
from coach.domain.models import Kind
from coach.errors import RecallError
from coach.recall import embedder_name, embedders, make_embeddings
from coach.recall.analysis import fold, terms
from coach.recall.chunks import CHUNK_CHARACTERS, chunks
from coach.recall.columns import NO_DAY
from coach.recall.embedders import E5Embeddings, MiniLMEmbeddings, settings_for
from coach.recall.retriever import CoachRetriever
from coach.recall.scan import VectorFile
from coach.recall.scoring import unheard
from coach.recall.search import distinct
from coach.recall.tokens import WORD_DIMENSIONS, WordFile


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Who kept the bees?", "She keeps a bee."),
        ("Wer hat die Verträge geschrieben?", "Der Vertrag ist noch nicht fertig."),
        ("Qui organise les rencontres ?", "Elle a organisé une rencontre à Lyon."),
        ("¿Quién trabaja con los datos?", "Ella trabajó con un dato de Múnich."),
        ("Quem organizou os encontros?", "Ela organizou um encontro no Porto."),
    ],
)
def test_forms_of_a_word_meet_in_its_stem(one: str, other: str) -> None:
    assert set(terms(one)) & set(terms(other))


def test_a_question_of_stop_words_alone_still_has_terms() -> None:
    assert terms("Who is it?") == ["who", "is", "it"]


def test_names_fold_case_accents_and_spaces() -> None:
    assert fold("  José   GARCÍA ") == "jose garcia"


def test_pieces_cover_a_long_text_without_a_gap() -> None:
    text = "One sentence here. " * 300 + "x" * 5_000 + " tail"
    pieces = chunks(Passage(source_id="a", kind=Kind.NOTE, text=text, author="Ana"))
    assert pieces[0].start == 0
    assert pieces[-1].end == len(text)
    assert all(one.end == other.start for one, other in itertools.pairwise(pieces))
    assert all(piece.end - piece.start <= CHUNK_CHARACTERS for piece in pieces)
    assert all(piece.embedded.startswith("Ana: ") for piece in pieces)


def test_rough_cosines_order_like_exact_ones(tmp_path: Path) -> None:
    random = np.random.default_rng(0)
    vectors = random.normal(size=(500, 384)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    query = vectors[7] + 0.3 * vectors[8]
    file = VectorFile(tmp_path / "v", 384)
    file.write(0, vectors)
    assert int(file.rough_cosines(query, 500).argmax()) == 7
    assert np.allclose(file.cosines(query, np.array([8, 7]), 500), vectors[[8, 7]] @ query, atol=1e-5)


def test_a_short_vector_file_is_an_error_that_names_the_repair(tmp_path: Path) -> None:
    file = VectorFile(tmp_path / "v", 4)
    file.write(0, np.ones((1, 4), np.float32))
    with pytest.raises(RecallError, match="coach doctor"):
        file.rows(2)


def test_each_word_of_the_question_gets_its_best_match_in_each_piece(tmp_path: Path) -> None:
    eye = (np.eye(3, WORD_DIMENSIONS) * 127).astype(np.int8)
    file = WordFile(tmp_path / "w")
    file.write(0, [eye[:2], eye[2:]])
    match = file.best_matches(eye[:2], np.array([[0, 2], [2, 1], [0, 0]]))
    assert match.tolist() == [[1.0, 0.0, 0.0], [1.0, 0.0, 0.0]]


def test_the_first_thread_to_tell_of_a_thing_keeps_its_match_and_later_ones_share_it() -> None:
    match = np.array([[0.8, 0.2, 0.85, 0.95, 0.9]], np.float32)
    thread, days = np.array([0, 0, 1, 2, 3]), np.array([10, 10, 20, 30, NO_DAY])
    assert np.allclose(unheard(match, thread, days), [[0.8, 0.8, 0.85 / 2, 0.95 / 2, 0.9]])
    assert unheard(match[:0], thread, days).shape == (0, 5)


def test_near_copies_wait_until_the_list_has_nothing_else() -> None:
    vectors = np.array([[1, 0], [1, 0.001], [0, 1], [1, 0]], np.float32)
    assert distinct(vectors, 3) == [0, 2, 1]


def test_the_retriever_hands_over_documents_sync_and_async() -> None:
    asked: list[tuple[str, int, dict[str, object]]] = []

    def recall(query: str, k: int, **narrow: object) -> list[Evidence]:
        asked.append((query, k, narrow))
        return [Evidence(label="N1", source_id="a", kind=Kind.NOTE, text="Bees.", score=0.5)]

    retriever = CoachRetriever(recall=recall, k=3, narrow={"person": "Mina"})
    documents = retriever.invoke("bees?")
    assert (documents[0].page_content, documents[0].id, documents[0].metadata["label"]) == ("Bees.", "a", "N1")
    assert asyncio.run(retriever.ainvoke("bees?")) == documents
    assert asked == [("bees?", 3, {"person": "Mina"})] * 2


def test_embedders_are_chosen_by_the_settings() -> None:
    assert isinstance(make_embeddings(Settings()), MiniLMEmbeddings)
    assert isinstance(make_embeddings(Settings(embedder="e5")), E5Embeddings)
    other = Settings(embedder="compatible", embeddings_base_url="http://127.0.0.1:9/v1", embeddings_model="m")
    assert embedder_name(other) == "compatible:m"
    assert settings_for("compatible:m", Settings()).embeddings_model == "m"
    assert settings_for(embedder_name(Settings()), Settings(embedder="e5")).embedder == "minilm"
    assert type(make_embeddings(other)).__name__ == "OpenAIEmbeddings"


def test_an_index_of_older_weights_has_no_embedder_any_more() -> None:
    with pytest.raises(RecallError, match="'minilm'"):
        settings_for("minilm", Settings())


def test_a_damaged_model_file_is_an_error_that_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedders, "ENCODER_SHA256", "0" * 64)
    with pytest.raises(RecallError, match=r"encoder\.onnx"):
        MiniLMEmbeddings().embed_query("anything")


def test_openai_without_a_key_is_an_error_with_the_next_step() -> None:
    with pytest.raises(RecallError, match="OPENAI_API_KEY"):
        make_embeddings(Settings(embedder="compatible"))
