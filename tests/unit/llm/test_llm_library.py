"""What a person does with models: list, add, use, remove."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from coach.config import Settings
from coach.errors import InputError, NotFoundError
from coach.llm.library import add, list_models, pull, remove, use


@pytest.fixture
def gguf(tmp_path: Path) -> Path:
    path = tmp_path / "My Model v2.gguf"
    path.write_bytes(b"GGUF" + struct.pack("<I", 3) + bytes(4096))
    return path


def test_an_added_model_is_listed_used_and_forgotten_while_its_file_stays(tmp_path: Path, gguf: Path) -> None:
    models = tmp_path / "models"
    row = add(gguf, models)
    assert (row.name, row.state, row.added, row.path) == ("My Model v2", "ready", True, str(gguf))
    chosen = use("My Model v2", Settings(), models)
    assert (chosen.llm, chosen.llm_model) == ("embedded", "My Model v2")
    assert [row.name for row in list_models(chosen, models) if row.in_use] == ["My Model v2"]
    elsewhere = chosen.model_copy(update={"llm": "compatible", "llm_base_url": "http://x.example/v1"})
    assert not [row for row in list_models(elsewhere, models) if row.in_use]
    assert pull("My Model v2", models).state == "ready"
    remove("My Model v2", models)
    assert gguf.exists()
    assert "My Model v2" not in {row.name for row in list_models(Settings(), models)}


def test_adding_twice_keeps_one_entry_with_the_new_hash(tmp_path: Path, gguf: Path) -> None:
    first = add(gguf, tmp_path)
    gguf.write_bytes(gguf.read_bytes() + b"more")
    assert [row.state for row in list_models(Settings(), tmp_path) if row.added] == ["changed or gone"]
    second = add(gguf, tmp_path)
    assert second.sha256 != first.sha256
    assert [row.state for row in list_models(Settings(), tmp_path) if row.added] == ["ready"]


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04 a zip", b"GGUF", b"GGUF\x00\x00\x00\x09" + bytes(4096), b"GGUF\x03\x00\x00\x00"]
)
def test_what_is_no_model_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.gguf"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"x\.gguf"):
        add(path, tmp_path)
    assert not [row for row in list_models(Settings(), tmp_path) if row.added]


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        add(tmp_path / "no.gguf", tmp_path)
    with pytest.raises(InputError, match="cannot be read"):
        add(tmp_path, tmp_path)


def test_a_catalogue_name_cannot_be_taken(tmp_path: Path, gguf: Path) -> None:
    with pytest.raises(InputError, match="belongs to a model"):
        add(gguf, tmp_path, name="qwen2.5-7b-instruct")


def test_nothing_fetched_shows_as_not_here_and_cannot_be_removed(tmp_path: Path) -> None:
    rows = list_models(Settings(), tmp_path)
    assert {row.state for row in rows} == {"not here"}
    assert rows[0].in_use
    with pytest.raises(NotFoundError, match="Nothing of the model"):
        remove(rows[0].name, tmp_path)


def test_removing_a_half_fetched_model_deletes_what_is_there(tmp_path: Path) -> None:
    row = list_models(Settings(), tmp_path)[0]
    name = Path(row.path).name
    (tmp_path / f"{name}.partial").write_bytes(b"x" * 10)
    ledger = f'{{"sha256": "{row.sha256}", "size": {row.size}, "length": 10, "checked": 0}}'
    (tmp_path / f"{name}.partial.json").write_text(ledger, encoding="utf-8")
    assert list_models(Settings(), tmp_path)[0].state == "partly fetched"
    remove(row.name, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_model_cannot_be_used(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="'nope'"):
        use("nope", Settings(), tmp_path)
