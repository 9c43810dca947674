"""The public API: each name importable, nothing loaded before it is used, and the README's example runs."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import coach
from coach import Coach, Note, open_coach
from coach.config import Settings
from coach.errors import CoachError, InputError, ModelMissingError, StoreError
from eval.fake import FillingModel

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", coach.__all__)
def test_each_public_name_is_there_and_says_what_it_is(name: str) -> None:
    found = getattr(coach, name)
    assert inspect.isclass(found) or callable(found)
    assert found.__name__ == name
    assert (found.__doc__ or "").strip()


def test_the_list_is_sorted_and_is_what_dir_shows() -> None:
    assert coach.__all__ == sorted(coach.__all__)
    assert set(coach.__all__) <= set(dir(coach))


def test_the_names_that_were_promised_are_among_them() -> None:
    promised = "open_coach Note Story Person Event Goal Evidence Draft Brief Reflection Session Commitment"
    assert set(promised.split()) <= set(coach.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="'no_such_name'"):
        _ = coach.no_such_name


def test_importing_coach_loads_no_heavy_library() -> None:
    heavy = ("chromadb", "langchain_openai", "onnxruntime", "sqlalchemy", "streamlit", "xllamacpp")
    code = f"import sys, coach; print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


def test_what_a_coach_can_do_is_what_the_design_promised() -> None:
    for name, wanted in {
        "add_many": ["items", "progress"],
        "recall": ["query", "k", "kinds", "person", "event"],
        "prepare": ["event_id", "goal_ids", "stream"],
        "follow_up": ["person_id", "channel", "intent"],
        "reflect": ["event_id"],
    }.items():
        parameters = list(inspect.signature(getattr(Coach, name)).parameters)
        assert [one for one in parameters if one in wanted] == wanted, name


def test_each_public_method_of_a_coach_says_what_it_does() -> None:
    methods = [one for name, one in inspect.getmembers(Coach, inspect.isfunction) if not name.startswith("_")]
    assert len(methods) > 15
    assert [one.__name__ for one in methods if not (one.__doc__ or "").strip()] == []


# ------------------------------------------------------------------ opening
def test_a_home_is_all_it_takes(tmp_path: Path) -> None:
    with open_coach(tmp_path / "new" / "home") as opened:
        assert opened.home.is_dir()
        assert opened.store.notes() == []
        assert opened.model.name


def test_without_a_home_the_users_folder_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "from-environment"))
    with open_coach() as opened:
        assert opened.home == tmp_path / "from-environment"


def test_what_was_kept_is_there_at_the_next_start(tmp_path: Path) -> None:
    with open_coach(tmp_path) as first:
        first.store.save([Note(id="n", text="Ines lost 40 charts.")])
    with open_coach(tmp_path) as second:
        assert second.store.get(Note, "n").text == "Ines lost 40 charts."


def test_closing_twice_and_closing_after_trouble_is_no_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    opened = open_coach(tmp_path, settings=Settings(llm="openai"))
    with pytest.raises(ModelMissingError, match="OPENAI_API_KEY"):
        opened.model.wait_ready()
    opened.close()
    opened.close()


def test_a_home_that_cannot_be_made_is_an_error_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError, match="file"):
        open_coach(tmp_path / "file" / "home")


def test_unusable_settings_are_an_error_that_names_them(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"tone": "shouting"}')
    with pytest.raises(InputError, match="shouting"):
        open_coach(tmp_path)


def test_any_chat_model_of_langchain_can_be_plugged_in(tmp_path: Path) -> None:
    with open_coach(tmp_path, model=FillingModel()) as opened:
        assert opened.model.kind == "other"


def test_settings_that_are_changed_are_kept(tmp_path: Path) -> None:
    with open_coach(tmp_path) as opened:
        opened.configure(opened.settings.model_copy(update={"user_name": "Sam", "tone": "plain"}))
    with open_coach(tmp_path) as again:
        assert (again.settings.user_name, again.settings.tone) == ("Sam", "plain")


def test_the_sample_comes_once_and_stays_deleted(tmp_path: Path) -> None:
    from coach.bootstrap import remove_sample

    with open_coach(tmp_path, sample=True, starter=True, settings=Settings(llm="none")) as opened:
        people, stories = len(opened.store.people()), len(opened.store.stories())
        assert people > 10
        assert stories > 60
        removed = remove_sample(opened)
        assert removed > people
    with open_coach(tmp_path, sample=True, starter=True, settings=Settings(llm="none")) as again:
        assert again.store.people() == []
        assert len(again.store.stories(collection="starter")) == len(again.store.stories())


# -------------------------------------------------------------------- README
def _readme_example() -> str:
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert blocks, "the README shows how to use it from Python"
    return "\n".join(blocks)


def test_the_readmes_example_runs_as_it_stands(capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(_readme_example(), "README.md", "exec"), {})
    assert "40 charts" in capsys.readouterr().out


def test_the_example_at_the_top_of_the_package_runs(capsys: pytest.CaptureFixture[str]) -> None:
    example = "\n".join(line[4:] for line in (coach.__doc__ or "").splitlines() if line.startswith("    "))
    exec(compile(example, "coach", "exec"), {})
    assert "place names" in capsys.readouterr().out


def test_each_error_is_one_tree_and_names_its_next_step(tmp_path: Path) -> None:
    caught: list[Any] = []
    with open_coach(tmp_path, settings=Settings(llm="none")) as opened:
        for act in (
            lambda: opened.prepare("nowhere"),
            lambda: opened.recall(" "),
            lambda: opened.follow_up("Nobody"),
            lambda: opened.capture(" "),
            lambda: opened.model.model,
        ):
            with pytest.raises(CoachError) as error:
                act()
            caught.append(error.value)
    assert all(one.next_step and one.exit_code > 1 for one in caught)
    assert isinstance(caught[-1], ModelMissingError)
