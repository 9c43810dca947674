"""Trains the encoder of recall on from all-MiniLM-L6-v2: coach/recall/data/encoder.onnx and word-basis.npz.

Data, all of it licensed: the conversations and notebooks of `eval/data` (written for this project), less those of
HELD_OUT; talks of pyvideo (CC0) but every eleventh; the dialogues of memorybank_en (MIT, without its questions);
interviews of k8s_contributor_stories (Apache-2.0). LoCoMo is not among them.

A question is to be closer to the note that answers it than to the notes that look most like it: as a whole (mean of the
words' vectors) and word by word (each word's best match). What titles and replies mean is kept close to what it was.

It needs what the product does not: `pip install torch transformers safetensors onnx tokenizers numpy`, and
the 32-bit weights of all-MiniLM-L6-v2. Run, from the folder of the project (about 35 minutes on two cores):
python eval/train_encoder.py --weights model.safetensors --data ../shared/data
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import random
import re
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch.nn import functional
from transformers import BertConfig, BertModel

HERE = Path(__file__).parent
TARGET = HERE.parent / "coach/recall/data"
SPLIT = json.loads((HERE / "data" / "split.json").read_text(encoding="utf-8"))
HELD_OUT = {kind: SPLIT["choosing"][kind] + SPLIT["reported"][kind] for kind in ("chats", "notebooks")}
"""Collections that are kept for choosing weights and for reporting (`eval/written.py`)."""
QUESTIONS, NEGATIVES, PAIRS = 8, 7, 12
"""In one step: questions, notes beside the right one of each, and pairs that keep the general sense."""
HARD, HARD_BY_WORDS = 18, 10
"""The notes that look most like an answer, by meaning and by words, among which the negatives are drawn."""
SURE, SURE_BY_WORD, KEEP = 0.05, 0.04, 4.0
"""Temperatures of the two comparisons, and the weight of staying close to the vectors before."""
RATE, RATE_OF_BASIS = 2e-5, 2e-4
TOKENS, SHORT = 128, 250
KEPT = 0.6
"""How far from the weights before towards those learned the shipped ones lie."""
LARGE = 50_000
"""Numbers from which a matrix is kept as bytes."""


@dataclass(frozen=True)
class Row:
    """A question, the notes that answer it and those that only look so."""

    question: str
    right: list[str]
    wrong: list[str]


class Encoder(torch.nn.Module):
    """The model, and the directions to which a word's vector is cut."""

    def __init__(self, weights: Path) -> None:
        super().__init__()
        config = BertConfig(
            vocab_size=30522,
            hidden_size=384,
            num_hidden_layers=6,
            num_attention_heads=12,
            intermediate_size=1536,
            hidden_dropout_prob=0.0,
            attention_probs_dropout_prob=0.0,
        )
        self.model = BertModel(config, add_pooling_layer=False)
        held = {name.removeprefix("bert."): value for name, value in load_file(weights).items()}
        if missing := self.model.load_state_dict(held, strict=False).missing_keys:
            raise SystemExit(f"{str(weights)!r} lacks {missing[:3]}: it is not all-MiniLM-L6-v2.")
        with np.load(HERE / "data/minilm-word-basis.npz") as basis:
            self.mean = torch.nn.Parameter(torch.tensor(basis["mean"].astype(np.float32)))
            self.basis = torch.nn.Parameter(torch.tensor(basis["basis"].astype(np.float32)))
        self.tokenizer = Tokenizer.from_file(str(TARGET / "minilm-tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(TOKENS)

    def hidden(self, texts: Sequence[str]) -> tuple[torch.Tensor, torch.Tensor]:
        """Last hidden states (texts, tokens, 384) and the mask."""
        encoded = [one.ids for one in self.tokenizer.encode_batch(list(texts))]
        ids = torch.zeros(len(encoded), max(map(len, encoded)), dtype=torch.long)
        mask = torch.zeros_like(ids)
        for place, one in enumerate(encoded):
            ids[place, : len(one)] = torch.tensor(one)
            mask[place, : len(one)] = 1
        with torch.autocast("cpu", dtype=torch.bfloat16):
            hidden = self.model(input_ids=ids, attention_mask=mask).last_hidden_state
        return hidden.float(), mask

    def in_halves(self, texts: Sequence[str]) -> tuple[torch.Tensor, torch.Tensor]:
        """As `hidden`, the short texts apart from the long ones, which spares padding."""
        order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
        parts = [self.hidden([texts[place] for place in half]) for half in np.array_split(np.array(order), 2)]
        width = max(mask.shape[1] for _, mask in parts)
        hidden = torch.cat([functional.pad(one, (0, 0, 0, width - one.shape[1])) for one, _ in parts])
        mask = torch.cat([functional.pad(one, (0, width - one.shape[1])) for _, one in parts])
        back = torch.argsort(torch.tensor(order))
        return hidden[back], mask[back]

    def words(self, hidden: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """The words' vectors cut and at length one, and which of them are words and no markers."""
        inner = mask.bool().clone()
        inner[torch.arange(len(mask)), mask.sum(1) - 1] = False
        inner[:, 0] = False
        cut = (functional.normalize(hidden, dim=-1) - self.mean) @ self.basis
        return functional.normalize(cut, dim=-1), inner


def pooled(hidden: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """One vector a text: the mean of its words', at length one."""
    return functional.normalize((hidden * mask[..., None]).sum(1) / mask.sum(1, keepdim=True), dim=-1)


def word_by_word(
    asked: torch.Tensor, meant: torch.Tensor, said: torch.Tensor, there: torch.Tensor
) -> tuple[torch.Tensor, torch.Tensor]:
    """Each question's words at their best match in each text, shape (questions, texts): those that stand out in a few
    texts counting more, as recall counts them, and all alike."""
    match = torch.einsum("qad,pbd->qpab", asked, said).masked_fill(~there[None, :, None, :], -1e4).amax(-1)
    match = match.masked_fill(~meant[:, None, :], 0.0)
    seen = match.detach()
    telling = (seen.topk(3, dim=1).values.mean(1) - seen.mean(1)).clamp_min(1e-3) * meant
    return (match * telling[:, None]).sum(-1) / telling.sum(-1)[:, None], match.sum(-1) / meant.sum(-1)[:, None]


# ------------------------------------------------------------------ data
def collections() -> list[tuple[list[tuple[str, str]], list[tuple[str, list[str]]]]]:
    """Of each conversation and notebook to learn from the notes as (id, text as embedded), and the questions."""
    found = []
    for kind, held in HELD_OUT.items():
        for path in sorted((HERE / "data" / kind).glob("*.json"), key=lambda one: int(one.stem.split("-")[1])):
            if int(path.stem.split("-")[1]) not in held:
                raw = json.loads(path.read_text(encoding="utf-8"))
                notes = [(note["id"], note["text"]) for note in raw.get("notes", ())]
                for number, session in enumerate(raw.get("sessions", ()), 1):
                    turns = enumerate(session["turns"], 1)
                    notes += [(f"S{number}:{place}", f"{who}: {text}") for place, (who, text) in turns]
                found.append((notes, raw["questions"]))
    return found


@torch.no_grad()
def rows(encoder: Encoder) -> list[Row]:
    """The questions with what looks like an answer: near in meaning to the untrained model, or in rare words."""
    made = []
    for notes, questions in collections():
        ids, texts = [one for one, _ in notes], [text for _, text in notes]
        vectors = torch.cat([pooled(*encoder.hidden(texts[at : at + 64])) for at in range(0, len(texts), 64)])
        asked = pooled(*encoder.hidden([question for question, _ in questions]))
        shared = _shared_words(texts, [question for question, _ in questions])
        for (question, right), near, words in zip(questions, asked @ vectors.T, shared, strict=True):
            best = [*near.argsort(descending=True)[:HARD].tolist(), *words.argsort()[::-1][:HARD_BY_WORDS].tolist()]
            places = [ids.index(one) for one in right]
            beside = {place + step for place in places for step in (-1, 0, 1)}
            wrong = [texts[place] for place in dict.fromkeys(best) if place not in beside]
            made.append(Row(question, [texts[place] for place in places], wrong))
    return made


def _shared_words(texts: Sequence[str], questions: Sequence[str]) -> list[np.ndarray]:
    """How rare the words are, summed, that a question shares with each text."""
    held = [set(re.findall(r"\w+", text.lower())) for text in texts]
    common = Counter(word for words in held for word in words)
    asked = [set(re.findall(r"\w+", question.lower())) & common.keys() for question in questions]
    return [
        np.array([sum(math.log(len(texts) / common[word]) for word in words & one) for one in held]) for words in asked
    ]


def pairs(data: Path, chance: random.Random) -> list[tuple[str, str]]:
    """Titles and a sentence of what they stand for, words and the answer to them."""
    found = []
    with gzip.open(data / "pyvideo/talks-en.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            talk = json.loads(line)
            said = [one for one in re.split(r"(?<=[.!?])\s+", talk.get("description") or "") if 20 < len(one) < SHORT]
            if number % 11 and said:
                found.append((talk["title"], chance.choice(said)))
    people = json.loads((data / "memorybank_en/memory_bank_en.json").read_text(encoding="utf-8")).values()
    turns = [turn for person in people for day in person["history"].values() for turn in day]
    found += [(turn["query"][:SHORT], turn["response"][:SHORT]) for turn in turns]
    asked = re.compile(r"\*\*([^*\n]{15,200}\?)\*\*\s*\n+(?:\*\*[^*]+\*\*:?\s*)?([^\n]{60,})")
    for story in sorted((data / "k8s_contributor_stories").glob("*.md")):
        found += [(question, answer[:SHORT]) for question, answer in asked.findall(story.read_text(encoding="utf-8"))]
    return found


# ------------------------------------------------------------------ training
def loss_of(
    encoder: Encoder, before: Encoder, batch: Sequence[Row], general: Sequence[tuple[str, str]], chance: random.Random
) -> torch.Tensor:
    """What is to be lowered, for one step."""
    texts: list[str] = []
    target: list[int] = []
    for row in batch:
        target.append(len(texts))
        texts += [chance.choice(row.right), *chance.sample(row.wrong, min(NEGATIVES, len(row.wrong)))]
    target += range(len(texts), len(texts) + len(general))
    asked = [row.question for row in batch] + [one for one, _ in general]
    texts += [one for _, one in general]
    hidden, mask = encoder.hidden(asked)
    said, there = encoder.in_halves(texts)
    also = torch.zeros(len(asked), len(texts), dtype=torch.bool)
    for place, row in enumerate(batch):
        also[place] = torch.tensor([text in row.right for text in texts])
        also[place, target[place]] = False
    goal = torch.tensor(target)
    vectors = pooled(hidden, mask)
    loss = functional.cross_entropy((vectors @ pooled(said, there).T / SURE).masked_fill(also, -1e4), goal)
    telling, alike = word_by_word(*encoder.words(hidden, mask), *encoder.words(said, there))
    loss = loss + functional.cross_entropy((telling / SURE_BY_WORD).masked_fill(also, -1e4), goal)
    loss = loss + 0.5 * functional.cross_entropy((alike / SURE_BY_WORD).masked_fill(also, -1e4), goal)
    with torch.no_grad():
        old = pooled(*before.hidden(asked))
    return loss + KEEP * (1 - (vectors * old).sum(-1)).mean()


def rising_then_falling(optimiser: torch.optim.Optimizer, steps: int) -> torch.optim.lr_scheduler.LambdaLR:
    """The rate rises for a tenth of the steps and then falls."""
    return torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1, (step + 1) / (0.1 * steps)) * max(0.02, 1 - step / steps)
    )


def train(
    encoder: Encoder, before: Encoder, known: Sequence[Row], general: Sequence[tuple[str, str]], epochs: float
) -> None:
    """AdamW, the embeddings of words left alone, the rate rising for a tenth of the steps and then falling."""
    chance = random.Random(0)
    for name, one in encoder.model.named_parameters():
        one.requires_grad = "embeddings" not in name
    taught = [one for one in encoder.model.parameters() if one.requires_grad]
    groups = [{"params": taught, "lr": RATE}, {"params": [encoder.mean, encoder.basis], "lr": RATE_OF_BASIS}]
    steps = int(epochs * len(known) / QUESTIONS)
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    schedule = rising_then_falling(optimiser, steps)
    order: list[Row] = []
    begun = time.time()
    for step in range(steps):
        if len(order) < QUESTIONS:
            order = chance.sample(list(known), len(known))
        batch, order = order[:QUESTIONS], order[QUESTIONS:]
        loss = loss_of(encoder, before, batch, chance.sample(list(general), PAIRS), chance)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        if step % 50 == 49:
            print(f"step {step + 1} of {steps}, loss {loss.item():.2f}, {time.time() - begun:.0f} s", flush=True)


@torch.no_grad()
def between(encoder: Encoder, before: Encoder) -> None:
    """Take the encoder back part of the way: what lies between knows both kinds of texts (Wortsman et al., 2022)."""
    for new, old in zip(encoder.parameters(), before.parameters(), strict=True):
        new.copy_(torch.lerp(old, new, KEPT))


def save(encoder: Encoder, folder: Path) -> None:
    """The model with 8-bit weights for ONNX Runtime, and the directions."""

    class Hidden(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.model = encoder.model

        def forward(self, ids: torch.Tensor, mask: torch.Tensor, segments: torch.Tensor) -> torch.Tensor:
            return self.model(input_ids=ids, attention_mask=mask, token_type_ids=segments)[0]

    export(Hidden(), folder / "encoder.onnx", "last_hidden_state", ("texts", "tokens"))
    mean, basis = encoder.mean.detach().numpy(), encoder.basis.detach().numpy()
    np.savez_compressed(folder / "word-basis.npz", mean=mean.astype(np.float16), basis=basis.astype(np.float16))


def export(model: torch.nn.Module, path: Path, output: str, axes: tuple[str, ...]) -> None:
    """A model of (ids, mask, segments) for ONNX Runtime with 8-bit weights; `axes`: the open axes of its output, the
    first of which is that of the inputs' rows."""
    names = ["input_ids", "attention_mask", "token_type_ids"]
    opened = {name: {0: axes[0], 1: "tokens"} for name in names} | {output: dict(enumerate(axes))}
    some = torch.ones(2, 7, dtype=torch.long)
    whole = path.with_suffix(".32")
    torch.onnx.export(
        model.eval(), (some, some, some * 0), str(whole), input_names=names, output_names=[output],
        dynamic_axes=opened, opset_version=17, dynamo=False,
    )  # fmt: skip
    onnx.save(in_eight_bits(onnx.load(whole)), path)
    whole.unlink()


def in_eight_bits(model: onnx.ModelProto) -> onnx.ModelProto:
    """Every large matrix as bytes with a scale for each of its vectors: rows of embeddings, columns of the others.

    They are made whole again when the model is loaded, so that a text's vectors depend on nothing but the text; with
    whole numbers as inputs too they would depend on the texts beside it (docs/adr/0097).
    """
    graph = model.graph
    looked_up = {node.input[0] for node in graph.node if node.op_type == "Gather"}
    made = []
    for tensor in list(graph.initializer):
        values = numpy_helper.to_array(tensor)
        if values.dtype != np.float32 or values.ndim != 2 or values.size < LARGE:
            continue
        along = 1 if tensor.name in looked_up else 0
        scales = np.maximum(np.abs(values).max(axis=along, keepdims=True), 1e-12) / 127
        names = [f"{tensor.name}.{part}" for part in ("bytes", "scales", "whole")]
        graph.initializer.remove(tensor)
        graph.initializer.append(numpy_helper.from_array(np.rint(values / scales).astype(np.int8), names[0]))
        graph.initializer.append(numpy_helper.from_array(scales.astype(np.float32), names[1]))
        made.append(onnx.helper.make_node("Cast", [names[0]], [names[2]], to=onnx.TensorProto.FLOAT))
        made.append(onnx.helper.make_node("Mul", names[1:][::-1], [tensor.name]))
    nodes = [*made, *graph.node]
    del graph.node[:]
    graph.node.extend(nodes)
    return model


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True, help="model.safetensors of all-MiniLM-L6-v2")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--epochs", type=float, default=2.5)
    parser.add_argument("--to", type=Path, default=TARGET)
    options = parser.parse_args()
    torch.manual_seed(0)
    encoder, before = Encoder(options.weights), Encoder(options.weights).eval()
    known, general = rows(before), pairs(options.data, random.Random(0))
    print(f"{len(known)} questions, {len(general)} pairs", flush=True)
    train(encoder, before, known, general, options.epochs)
    between(encoder, before)
    options.to.mkdir(parents=True, exist_ok=True)
    save(encoder.eval(), options.to)


if __name__ == "__main__":
    main()
