"""Trains the reader of notes, coach/reader/data/reader.onnx, on from the encoder of recall.

Data, all written for this project by several hands: the sentences of `eval/data/note_sentences` but the fifth file,
which is only reported, and the notes of `eval/data/capture.json` whose part is `dev` (their promises, stories and
interests say what their sentences are; what they do not say is left open).

It needs what the product does not: `pip install torch transformers onnx tokenizers numpy`. Run, from the folder of
the project (about 20 minutes on two cores): python eval/train_reader.py [--epochs 5]
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from tokenizers import Tokenizer
from torch.nn import functional
from transformers import BertConfig, BertModel

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from coach.reader.words import FEATURES, places, weighed  # noqa: E402
from eval.note_sentences import LABELS, REPORTED, Line, noted, tagged  # noqa: E402
from eval.train_encoder import export, rising_then_falling  # noqa: E402

RECALL, TARGET = HERE.parent / "coach/recall/data", HERE.parent / "coach/reader/data"
OWN_TOKENS, BEFORE_TOKENS = 64, 32
BATCH, RATE, RATE_OF_HEAD, DROPPED = 16, 7e-5, 1e-3, 0.1
STEEP, WORD_STEPS, WORDS_COUNT = 3.0, 200, 0.5
"""How large a feature of a sentence's words is, steps in which they are weighed, what they count beside the model."""
OF_THOSE_THAT_ARE = 1.5
"""What a label counts that is so, beside one that is not."""
CLS, SEP = 101, 102


# ------------------------------------------------------------------ model
class Reader(torch.nn.Module):
    """The encoder, and a score for each label from its first and its mean vector."""

    def __init__(self) -> None:
        super().__init__()
        shape = {"hidden_size": 384, "num_hidden_layers": 6, "num_attention_heads": 12, "intermediate_size": 1536}
        still = {"hidden_dropout_prob": 0.0, "attention_probs_dropout_prob": 0.0}
        self.model = BertModel(BertConfig(vocab_size=30522, **shape, **still), add_pooling_layer=False)
        self.hidden, self.labels = torch.nn.Linear(768, 64), torch.nn.Linear(64, len(LABELS))
        missing = self.model.load_state_dict(encoder_weights(), strict=False).missing_keys
        if missing:
            raise SystemExit(f"The encoder of recall lacks {missing[:3]}.")
        self.tokenizer = Tokenizer.from_file(str(RECALL / "minilm-tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, segments: torch.Tensor) -> torch.Tensor:
        read = self.model(input_ids=ids, attention_mask=mask, token_type_ids=segments).last_hidden_state.float()
        mean = (read * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        inner = torch.tanh(self.hidden(torch.cat([read[:, 0], mean], 1)))
        return self.labels(functional.dropout(inner, DROPPED, self.training))

    def scores(self, lines: Sequence[Line]) -> torch.Tensor:
        """Logits of shape (lines, labels)."""
        encoded = [self._encoded(line) for line in lines]
        ids = torch.zeros(len(encoded), max(len(one) for one, _ in encoded), dtype=torch.long)
        mask, segments = torch.zeros_like(ids), torch.zeros_like(ids)
        for row, (pieces, parts) in enumerate(encoded):
            ids[row, : len(pieces)], segments[row, : len(pieces)] = torch.tensor(pieces), torch.tensor(parts)
            mask[row, : len(pieces)] = 1
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.training):
            return self(ids, mask, segments)

    def _encoded(self, line: Line) -> tuple[list[int], list[int]]:
        own = [CLS, *self._ids(line.sentence)[:OWN_TOKENS], SEP]
        behind = [*self._ids(line.before)[-BEFORE_TOKENS:], SEP]
        return own + behind, [0] * len(own) + [1] * len(behind)

    def _ids(self, text: str) -> list[int]:
        return list(self.tokenizer.encode(text, add_special_tokens=False).ids)


def encoder_weights() -> dict[str, torch.Tensor]:
    """The weights of `encoder.onnx` by the names of the model: its bytes times their scales; matrices that lost their
    name are known by the bias that is added behind them."""
    graph = onnx.load(RECALL / "encoder.onnx").graph
    stored = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    values: dict[str, np.ndarray] = dict(stored)
    made = {node.output[0]: node for node in graph.node}
    for node in graph.node:
        if node.op_type == "Mul" and node.input[1].endswith(".scales"):
            name = node.output[0]
            values[name] = stored[f"{name}.scales"] * stored[f"{name}.bytes"].astype(np.float32)
    found = {name.removeprefix("model."): value for name, value in values.items() if name.startswith("model.")}
    for node in (one for one in graph.node if one.op_type == "Add"):
        for bias, product in (tuple(node.input), tuple(node.input)[::-1]):
            behind = made.get(product)
            if bias.endswith(".bias") and bias in values and behind is not None and behind.op_type == "MatMul":
                matrix = next(name for name in behind.input if name in values)
                found[bias.removeprefix("model.").replace(".bias", ".weight")] = values[matrix].T
    return {name: torch.tensor(np.ascontiguousarray(value, np.float32)) for name, value in found.items()}


# ------------------------------------------------------------------ training
def train(reader: Reader, lines: Sequence[Line], epochs: float) -> None:
    """AdamW, the rate rising for a tenth of the steps and then falling; what is left open counts nothing."""
    chance = random.Random(0)
    steps = int(epochs * len(lines) / BATCH)
    head = [*reader.hidden.parameters(), *reader.labels.parameters()]
    groups = [{"params": reader.model.parameters(), "lr": RATE}, {"params": head, "lr": RATE_OF_HEAD}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    schedule = rising_then_falling(optimiser, steps)
    order: list[Line] = []
    begun = time.time()
    for step in range(steps):
        if len(order) < BATCH:
            order = chance.sample(list(lines), len(lines))
        batch, order = order[:BATCH], order[BATCH:]
        wanted = torch.tensor([line.labels for line in batch])
        counts = (wanted >= 0).float() * torch.where(wanted > 0.5, OF_THOSE_THAT_ARE, 1.0)
        each = functional.binary_cross_entropy_with_logits(reader.scores(batch), wanted.clamp(0, 1), reduction="none")
        loss = (each * counts).sum() / (wanted >= 0).sum()
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        if step % 100 == 99:
            print(f"step {step + 1} of {steps}, loss {loss.item():.3f}, {time.time() - begun:.0f} s", flush=True)


def train_words(lines: Sequence[Line]) -> tuple[np.ndarray, np.ndarray]:
    """Weights of the words' features, shape (labels, features), and what an ordinary sentence gets, shape (labels): the
    frequency of a label is for the model to know."""
    inputs = np.zeros((len(lines), FEATURES), np.float32)
    for row, line in enumerate(lines):
        at = places(line.sentence)
        inputs[row, at] = STEEP / np.sqrt(max(len(at), 1))
    wanted = torch.tensor([line.labels for line in lines])
    known, given = (wanted >= 0).float(), torch.tensor(inputs)
    linear = torch.nn.Linear(FEATURES, len(LABELS))
    optimiser = torch.optim.AdamW(linear.parameters(), lr=0.02, weight_decay=0.1)
    for _ in range(WORD_STEPS):
        each = functional.binary_cross_entropy_with_logits(linear(given), wanted.clamp(0, 1), reduction="none")
        loss = (each * known).sum() / known.sum()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    weights = np.asarray(linear.weight.detach().numpy())
    usual = (inputs @ weights.T).mean(axis=0)
    return weights * STEEP * WORDS_COUNT, usual * WORDS_COUNT


def save_words(weights: np.ndarray, usual: np.ndarray, path: Path) -> None:
    """Each label's weights as bytes with one scale."""
    scales = np.abs(weights).max(axis=1) / 127
    kept = np.rint(weights / scales[:, None]).astype(np.int8)
    np.savez_compressed(path, weights=kept, scales=scales.astype(np.float32), usual=usual.astype(np.float32))


@torch.no_grad()
def report(reader: Reader, lines: Sequence[Line], words: np.ndarray, usual: np.ndarray) -> dict[str, dict[str, float]]:
    """By label the average precision, and precision and recall at one half, over the lines that tell."""
    whole = torch.cat([reader.scores(lines[at : at + 64]) for at in range(0, len(lines), 64)])
    said = weighed([line.sentence for line in lines], words, usual)
    scores = (whole + torch.tensor(said)).sigmoid().numpy()
    wanted, found = np.array([line.labels for line in lines]), {}
    for place, label in enumerate(LABELS):
        known = wanted[:, place] >= 0
        right, given = wanted[known, place], scores[known, place]
        if right.sum():
            ranked = right[np.argsort(-given)]
            mean = float((np.cumsum(ranked) / np.arange(1, len(ranked) + 1) * ranked).sum() / ranked.sum())
            taken = given > 0.5
            shown = {"precision": float(right[taken].mean()) if taken.any() else 0.0}
            shown |= {"recall": float(right[taken].sum() / right.sum()), "average precision": mean}
            found[label] = {name: round(value, 3) for name, value in shown.items()} | {"lines": int(right.sum())}
    return found


def save(reader: Reader, path: Path) -> None:
    """For ONNX Runtime, 8-bit weights, probabilities of shape (sentences, labels)."""

    class Probabilities(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.reader = reader

        def forward(self, ids: torch.Tensor, mask: torch.Tensor, segments: torch.Tensor) -> torch.Tensor:
            return self.reader(ids, mask, segments).sigmoid()

    export(Probabilities(), path, "labels", ("sentences",))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--epochs", type=float, default=5.0)
    parser.add_argument("--to", type=Path, default=TARGET)
    options = parser.parse_args()
    torch.manual_seed(0)
    reader = Reader()
    lines = [line for number in range(1, REPORTED) for line in tagged(number)] + list(noted("dev"))
    print(f"{len(lines)} sentences", flush=True)
    words, usual = train_words(lines)
    train(reader.train(), lines, options.epochs)
    reader.eval()
    for name, kept in (("sentences 5", list(tagged(REPORTED))), ("notes held out", list(noted("held_out")))):
        print(name, json.dumps(report(reader, kept, words, usual)))
    options.to.mkdir(parents=True, exist_ok=True)
    save(reader, options.to / "reader.onnx")
    save_words(words, usual, options.to / "words.npz")


if __name__ == "__main__":
    main()
