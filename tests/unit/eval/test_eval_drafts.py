"""The drafts evaluation: its data, a dry run with the model without a mind, the baseline and what moved."""

from __future__ import annotations

import json
from collections import Counter
from copy import deepcopy
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from coach.domain.models import Event, Person
from coach.domain.text import content_words
from coach.drafting.channels import CHANNELS
from coach.drafting.prompts import load_prompt
from eval import blind, drafts
from eval.drafts import BASELINES, load_cases, means, moves, save
from eval.fake import Filling
from eval.run import main
from eval.scorers import SCORERS


# ---------------------------------------------------------------------- data
def test_there_are_eighty_briefs_of_many_professions_twenty_of_them_held_out() -> None:
    cases = load_cases()
    assert len(cases) >= 80
    assert len(load_cases("held_out")) >= 20
    assert len({case.id for case in cases}) == len(cases)
    assert len({case.data["profession"] for case in cases}) == len(cases)
    pairs = Counter((case.journey, case.split) for case in cases)
    assert set(pairs) == {(journey, split) for journey in drafts.JOURNEYS for split in ("tune", "held_out")}


@pytest.mark.parametrize("case", load_cases(), ids=lambda case: case.id)
def test_each_brief_makes_items_with_something_on_record(case: drafts.Case) -> None:
    items = list(case.items())
    event = next(item for item in items if isinstance(item, Event))
    assert any(isinstance(item, Person) and item.id == case.person for item in items)
    assert event.programme or case.data["notes"]
    assert len(case.words()) > 20
    if case.journey == "follow_up":
        assert case.data["channel"] in CHANNELS


def test_the_example_of_each_prompt_is_found_to_tell_copies_from_own_words() -> None:
    assert all(len(drafts.example_of(journey)) >= 3 for journey in drafts.JOURNEYS)


def test_no_brief_is_the_example_that_the_prompt_shows() -> None:
    shown = content_words(" ".join(line for journey in drafts.JOURNEYS for line in drafts.example_of(journey)))
    for case in load_cases():
        assert len(case.words() & shown) / len(case.words()) < 0.3, case.id


def test_a_limit_takes_journeys_in_turn() -> None:
    assert [case.journey for case in load_cases(limit=3)] == list(drafts.JOURNEYS)
    assert {case.split for case in load_cases("held_out")} == {"held_out"}
    assert {case.journey for case in load_cases(journey="reflect")} == {"reflect"}


# ------------------------------------------------------------------ the fake
@pytest.mark.parametrize("name", ["prepare_person", "follow_up", "reflect", "capture"])
@pytest.mark.parametrize("number", range(1, 6))
def test_the_model_without_a_mind_fits_every_schema(name: str, number: int) -> None:
    schema = load_prompt(name).schema_for(["N1", "T1", "C1"], {"mine"})
    answer = Filling("Notes:\nN1 Ines lost forty charts when an archive flooded.\nT1 Charts that survive", number).of(
        schema
    )
    jsonschema.validate(answer, schema)


# ------------------------------------------------------------------- running
def test_a_dry_run_prints_a_table_with_every_scorer(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["drafts", "--model", "fake", "--limit", "3"]) == 0
    printed = capsys.readouterr().out
    assert all(scorer.name in printed for scorer in SCORERS)
    assert "prepare-watchmaker" in printed
    assert "mean of tune" in printed


def test_as_json_each_score_has_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["drafts", "--model", "fake", "--limit", "3", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["model"] == "fake"
    for case in figures["cases"].values():
        assert case["lines"]
        assert set(case["scores"]) == {scorer.name for scorer in SCORERS}
        assert all(one["reason"] for one in case["scores"].values())
        assert case["scores"]["delivered"]["value"] > 0.5, case
        assert case["plain"]["scores"].keys() == case["scores"].keys()
        assert case["tokens"].keys() == {"prompt", "cached", "completion"}


def test_a_run_goes_on_where_the_saved_one_ended(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(drafts, "BASELINES", tmp_path)
    first, second = (case.id for case in load_cases(limit=2))
    assert main(["drafts", "--model", "fake", "--only", first, "--save"]) == 0
    assert main(["drafts", "--model", "fake", "--only", f"{first},{second}", "--save", "--resume"]) == 0
    kept = json.loads((tmp_path / "drafts-fake.json").read_text("utf-8"))
    assert list(kept["cases"]) == [first, second]
    assert f"{first}:" not in capsys.readouterr().err.partition("\n")[2], "done once"
    assert kept["plain_means"]


def test_a_blind_pair_hides_whose_it_is_and_the_key_tells(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = (case.id for case in load_cases(limit=2))
    one = {"lines": ["Ours says this.", "And that?"], "plain": {"lines": ["Plain says this.", "And that?"]}}
    (tmp_path / "kept.json").write_text(json.dumps({"cases": {first: one, second: one}}))
    key = tmp_path / "key.json"
    assert blind.main(["--baseline", str(tmp_path / "kept.json"), "--key", str(key)]) == 0
    printed = capsys.readouterr().out.split("\n## ")
    for number, told in json.loads(key.read_text()).items():
        shown = next(part for part in printed if part.lstrip("# ").startswith(f"{number}."))
        before_b, after_b = shown.split("**B**")
        assert "Ours says this." in (before_b if told["ours"] == "A" else after_b)


def test_without_a_model_it_says_how_to_get_one(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("COACH_MODELS_DIR", str(tmp_path))
    assert main(["drafts", "--limit", "1"]) == 4
    assert "coach model pull" in capsys.readouterr().err


# ------------------------------------------------------------------ baseline
def card(value: float | None) -> dict[str, Any]:
    return {"scores": {scorer.name: {"value": value, "reason": "r"} for scorer in SCORERS}}


def result(value: float | None, split: str = "tune") -> dict[str, Any]:
    return {"split": split, "journey": "reflect", "prompt": "p", **card(value)}


def figures(**cases: dict[str, Any]) -> dict[str, Any]:
    return {"model": "m", "means": means(cases), "plain_means": {}, "cases": cases}


def test_means_leave_out_what_had_nothing_to_judge_and_keep_splits_apart() -> None:
    found = means({"a": result(1.0), "b": result(0.5), "c": result(None), "d": result(0.2, "held_out")})
    assert found["tune"]["grounded"] == 0.75
    assert found["held_out"]["grounded"] == 0.2


def test_what_moved_is_said_with_its_direction_over_shared_cases_only() -> None:
    before = figures(a=result(0.5), b=result(0.9))
    assert moves(figures(a=result(0.52)), before) == []
    worse = moves(figures(a=result(0.3), new=result(1.0)), before)
    assert "tune grounded: 0.50 -> 0.30 (WORSE)" in worse
    assert any("better" in one for one in moves(figures(a=result(0.6)), before))


def test_saving_a_part_keeps_the_other_briefs_of_the_same_model(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    one, other = (case.id for case in load_cases(limit=2))
    save(figures(**{one: result(0.5), other: result(0.9), "no-longer-there": result(0.0)}), path)
    save(figures(**{one: result(0.7)}), path)
    kept = json.loads(path.read_text("utf-8"))
    assert (kept["cases"][one]["scores"]["grounded"]["value"], set(kept["cases"])) == (0.7, {one, other})
    assert kept["means"]["tune"]["grounded"] == 0.8
    save({**figures(**{one: result(0.1)}), "model": "another"}, path)
    assert set(json.loads(path.read_text("utf-8"))["cases"]) == {one}


def test_the_comparison_names_another_model_and_changed_prompts() -> None:
    before = figures(a=result(0.5))
    assert "no baseline" in drafts._comparison(before, None)[0]
    now = deepcopy({**figures(a=result(0.5)), "model": "other"})
    now["cases"]["a"]["prompt"] = "changed"
    told = " ".join(drafts._comparison(now, before))
    assert "'other'" in told
    assert "Nothing moved" in told
    assert "reflect" in told


@pytest.mark.parametrize("path", sorted(BASELINES.glob("drafts*.json")), ids=lambda path: path.name)
def test_a_committed_baseline_covers_every_brief_and_its_means_add_up(path: Path) -> None:
    kept = json.loads(path.read_text("utf-8"))
    assert kept["cases"].keys() <= {case.id for case in load_cases()}
    assert len(kept["cases"]) >= 12
    assert kept["means"] == means(kept["cases"])
