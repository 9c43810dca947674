"""Do drafts come nearer to how a writer writes? Two measures of authorship, before and after the voice is applied.

Delta: Burrows's Delta, the mean absolute difference of z-scores of the most frequent words (J. Burrows, 2002,
"Delta: a measure of stylistic difference and a guide to likely authorship", Literary and Linguistic Computing 17/3);
marks of punctuation count as words. Lower is nearer. Cosine: of the counts of character 3-grams (E. Stamatatos, 2009,
"A survey of modern authorship attribution methods"). Higher is nearer. The writers are invented; what they kept
aside is compared, never what taught the voice. Nearest: the share of drafts whose own writer is the nearest of all
by Delta; chance is one in six.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, pstdev
from typing import Any

import numpy as np

from coach import open_coach
from coach.config import load_settings
from coach.domain.letter import Letter, read_letter
from coach.domain.voice import OwnMessage, Voice, learn
from coach.drafting.channels import CHANNELS, assemble, greeting_for, sign_off_for
from coach.drafting.voice import restyle
from coach.errors import CoachError
from coach.facade import Coach
from coach.llm.factory import handle_for
from eval.drafts import Case, load_cases
from eval.fake import FillingModel

DATA = Path(__file__).parent / "data" / "voice" / "writers.json"
BASELINE = Path(__file__).parent / "baselines" / "voice.json"
NAME, USER = "Jo Lindt", "Robin"
"""One reader for all, so that no name tells the writers apart."""
MOST_FREQUENT = 60
WAYS = ("without", "construction", "with_prompt")
_PIECE = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|[.,!?–-]|[\U0001f300-\U0001faff]")


@dataclass(frozen=True)
class Writer:
    """An invented writer: `voice` is learned from their messages, `own` is what they kept aside."""

    id: str
    split: str
    voice: Voice
    own: str


def load_writers() -> list[Writer]:
    found = json.loads(DATA.read_text("utf-8"))["writers"]
    return [Writer(one["id"], one["split"], _voice(one["messages"]), _named(one["kept_aside"])) for one in found]


def _voice(messages: Sequence[str]) -> Voice:
    """Their greeting serves in every tone: each of them has one."""
    voice = learn([OwnMessage(text=one.replace("{first}", "Jo"), name=NAME) for one in messages])
    edges = {"greetings": voice.greetings, "sign_offs": voice.sign_offs}
    tones = ("warm", "plain", "formal")
    everywhere = {name: dict.fromkeys(tones, next(iter(one.values()))) for name, one in edges.items()}
    return voice.model_copy(update=everywhere)


def _named(texts: Sequence[str]) -> str:
    return "\n\n".join(one.replace("{first}", "Jo") for one in texts)


# ---------------------------------------------------------------- the measures
def pieces(text: str) -> list[str]:
    return [one.casefold().replace("’", "'") for one in _PIECE.findall(text)]


class Delta:
    """Burrows's Delta over the words that the given texts use most, with their means and deviations."""

    def __init__(self, texts: Sequence[str]) -> None:
        counted = Counter(word for text in texts for word in pieces(text))
        self.words = [word for word, _ in counted.most_common(MOST_FREQUENT)]
        table = [self._rates(text) for text in texts]
        self._means = [mean(column) for column in zip(*table, strict=True)]
        self._spread = [pstdev(column) or 1.0 for column in zip(*table, strict=True)]

    def _rates(self, text: str) -> list[float]:
        found = pieces(text)
        counted = Counter(found)
        return [counted[word] / max(len(found), 1) for word in self.words]

    def _scores(self, text: str) -> list[float]:
        return [(rate - m) / s for rate, m, s in zip(self._rates(text), self._means, self._spread, strict=True)]

    def between(self, one: str, other: str) -> float:
        return mean(abs(a - b) for a, b in zip(self._scores(one), self._scores(other), strict=True))


def cosine(one: str, other: str) -> float:
    """Of the counts of character 3-grams, case and spaces kept."""
    first, second = (Counter(text[at : at + 3] for at in range(len(text) - 2)) for text in (one, other))
    grams = sorted(first | second)
    a, b = (np.array([counted[gram] for gram in grams], dtype=float) for counted in (first, second))
    return float(a @ b / (np.linalg.norm(a) * np.linalg.norm(b) or 1.0))


# ------------------------------------------------------------------ the drafts
def in_voice_by_construction(text: str, voice: Voice) -> str:
    """A finished e-mail with the writer's greeting, sign-off, words and marks, as a draft is put together."""
    letter = read_letter(text)
    how: dict[str, Any] = {"tone": "warm", "language": "en", "voice": voice}
    top = greeting_for(CHANNELS["email"], name=NAME, **how)
    bottom = sign_off_for(CHANNELS["email"], user=USER, **how)
    return restyle(Letter(f"{top}\n\n", letter.body, f"\n\n{bottom}"), voice).text


def draft(coach: Coach, case: Case, voice: Voice) -> str:
    """The case's message as an e-mail, with the reader's name made everybody's."""
    coach.keep_voice("en", voice)
    made = coach.follow_up(case.person, "email", str(case.data["intent"]), event=case.event, tone="warm", language="en")
    first = str(case.data["person"]["name"]).split()[0]
    return made.current.text.replace(str(case.data["person"]["name"]), NAME).replace(first, "Jo")


Keep = Callable[[dict[str, str]], None]


def kept_drafts() -> dict[str, str]:
    """Messages that the drafts' baseline keeps, as e-mails without a voice, by `case/`."""
    cases = json.loads((BASELINE.parent / "drafts.json").read_text("utf-8"))["cases"]
    bodies = {name: one["lines"] for name, one in cases.items() if one["journey"] == "follow_up" and one["lines"]}
    how: dict[str, Any] = {"name": NAME, "tone": "warm", "language": "en", "user": USER}
    return {f"{name}/": assemble(CHANNELS["email"], lines, **how) for name, lines in bodies.items()}


def write_all(
    coach: Coach, cases: Sequence[Case], writers: Sequence[Writer], kept: dict[str, str], keep: Keep
) -> dict[str, str]:
    """The drafts by `case/writer` (`case/` without a voice). What `kept` holds already is not written again."""
    coach.add_many([item for case in cases for item in case.items()])
    texts = dict(kept)
    for case in cases:
        for writer_id, voice in (("", Voice()), *((one.id, one.voice) for one in writers)):
            key = f"{case.id}/{writer_id}"
            if key not in texts:
                texts[key] = draft(coach, case, voice)
                keep(texts)
                print(f"{key}\n{texts[key]}\n", file=sys.stderr, flush=True)
    return texts


# ----------------------------------------------------------------- the figures
def figures(texts: dict[str, str], writers: Sequence[Writer], cases: Sequence[str]) -> dict[str, Any]:
    """By split and way: Delta and cosine to the writer's own, and how often the writer is the nearest of all."""
    plain = [texts[f"{case}/"] for case in cases]
    made = {way: {one.id: _all_made(way, texts, cases, one) for one in writers} for way in WAYS}
    delta = Delta([*(one.own for one in writers), *plain])
    result: dict[str, Any] = {}
    for split in ("tune", "held_out"):
        some = [one for one in writers if one.split == split]
        result[split] = {way: _figure(delta, made[way], some, writers) for way in WAYS}
    return result


def _all_made(way: str, texts: dict[str, str], cases: Sequence[str], writer: Writer) -> list[str]:
    return [text for case in cases if (text := _made(way, texts, case, writer))]


def _made(way: str, texts: dict[str, str], case: str, writer: Writer) -> str:
    if way == "with_prompt":
        return texts.get(f"{case}/{writer.id}", "")
    plain = texts[f"{case}/"]
    return plain if way == "without" else in_voice_by_construction(plain, writer.voice)


def _figure(
    delta: Delta, made: dict[str, list[str]], some: Sequence[Writer], writers: Sequence[Writer]
) -> dict[str, float]:
    pairs = [(one, text) for one in some for text in made[one.id]]
    if not pairs:
        return {}
    nearest = [_nearest(delta, text, writers) == one.id for one, text in pairs]
    return {
        "drafts": len(pairs),
        "delta": round(mean(delta.between(text, one.own) for one, text in pairs), 3),
        "cosine": round(mean(cosine(text, one.own) for one, text in pairs), 3),
        "nearest": round(mean(nearest), 3),
    }


def _nearest(delta: Delta, text: str, writers: Sequence[Writer]) -> str:
    return min(writers, key=lambda one: delta.between(text, one.own)).id


# ------------------------------------------------------------------ the command
def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--model", choices=("settings", "fake"), default="settings", help="which model writes")
    parser.add_argument("--limit", type=int, default=4, help="messages for each writer")
    parser.add_argument(
        "--kept", action="store_true", help="ask no model: take the messages that eval/baselines/drafts.json keeps"
    )
    parser.add_argument("--writers", default="", help="only these, separated by commas")
    parser.add_argument("--save", action="store_true", help="keep the drafts and figures as the baseline")
    parser.add_argument("--resume", action="store_true", help="go on from the baseline's drafts")


def main(options: argparse.Namespace) -> int:
    """Returns 0, or the error's exit code when there is no usable model."""
    cases = load_cases(journey="follow_up", limit=options.limit)
    everybody = load_writers()
    chosen = [one for one in everybody if not options.writers or one.id in options.writers.split(",")]
    kept = json.loads(BASELINE.read_text("utf-8"))["texts"] if options.resume and BASELINE.is_file() else {}
    if options.kept:
        kept = kept_drafts()
        cases = [case for case in load_cases(journey="follow_up") if f"{case.id}/" in kept]
    try:
        texts = (
            kept
            if options.kept
            else _written(options.model, cases, chosen, kept, _save if options.save else lambda _: None)
        )
    except CoachError as exc:
        print(exc, file=sys.stderr)
        return exc.exit_code
    found = figures(texts, everybody, [case.id for case in cases])
    if options.save:
        _save(texts, found)
    print(json.dumps(found, indent=1))
    return 0


def _save(texts: dict[str, str], found: dict[str, Any] | None = None) -> None:
    document = {"figures": found or {}, "texts": texts}
    BASELINE.write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _written(
    model: str, cases: Sequence[Case], writers: Sequence[Writer], kept: dict[str, str], keep: Keep
) -> dict[str, str]:
    with tempfile.TemporaryDirectory() as folder:
        settings = load_settings(Path(folder)).model_copy(update={"user_name": USER, "llm_timeout_s": 600.0})
        fake = handle_for(FillingModel()) if model == "fake" else None
        with open_coach(folder, settings=settings, model=fake) as coach:
            return write_all(coach, cases, writers, kept, keep)
