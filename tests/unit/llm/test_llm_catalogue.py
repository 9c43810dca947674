"""The catalogue is strict, its figures add up, and readiness is told without reading the file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from coach.errors import InputError, NotFoundError
from coach.llm.catalogue import (
    CATALOGUE_FILE,
    ModelEntry,
    PackagesSource,
    UrlSource,
    added_models,
    catalogue,
    find_model,
    is_ready,
    mark_ready,
)


def entry(name: str = "tiny", size: int = 4, file_name: str = "tiny.gguf") -> ModelEntry:
    return ModelEntry(name=name, file_name=file_name, size=size, sha256="0" * 64, context_length=512)


def test_the_shipped_catalogue_names_a_default_with_packages_first_and_a_hub_second() -> None:
    default = catalogue()[0]
    assert default.file_name == "qwen2.5-coder-1.5b-instruct-q4_k_m.gguf"
    assert default.licence == "Apache-2.0"
    packages, hub = default.sources
    assert isinstance(packages, PackagesSource)
    assert isinstance(hub, UrlSource)
    assert sum(part.size for part in packages.parts) == default.size == 1_117_320_768


def test_no_two_models_share_a_name_or_a_file() -> None:
    assert len({model.name for model in catalogue()}) == len(catalogue())
    assert len({model.file_name for model in catalogue()}) == len(catalogue())


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"sha256": "abc"}, "sha256"),
        ({"size": "12"}, "size"),
        ({"colour": "red"}, "colour"),
        ({"file_name": "../x.gguf"}, "file_name"),
        ({"sources": [{"kind": "url", "url": "http://plain.example/x"}]}, "url"),
        ({"sources": [{"kind": "carrier pigeon"}]}, "kind"),
        ({"size": 5}, "add up"),
    ],
)
def test_a_malformed_catalogue_is_refused_by_name(tmp_path: Path, change: dict[str, object], said: str) -> None:
    whole = json.loads(CATALOGUE_FILE.read_text(encoding="utf-8"))
    whole["models"][0].update(change)
    path = tmp_path / "catalogue.json"
    path.write_text(json.dumps(whole), encoding="utf-8")
    with pytest.raises(InputError, match=said):
        catalogue(path)


def test_an_unknown_model_is_answered_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match=r"'gpt-9'.*qwen2\.5-coder"):
        find_model("gpt-9", tmp_path)
    assert find_model("", tmp_path) == catalogue()[0]


def test_a_file_is_ready_only_while_it_is_as_it_was_when_hashed(tmp_path: Path) -> None:
    model = entry()
    path = tmp_path / "tiny.gguf"
    assert not is_ready(model, tmp_path)
    path.write_bytes(b"GGUF")
    assert not is_ready(model, tmp_path), "a file that was never hashed is not trusted"
    mark_ready(model, tmp_path)
    assert is_ready(model, tmp_path)
    path.write_bytes(b"GGUG")
    assert not is_ready(model, tmp_path), "changed since"
    path.write_bytes(b"GG")
    assert not is_ready(model, tmp_path), "short"


def test_a_torn_list_of_added_models_is_named(tmp_path: Path) -> None:
    (tmp_path / "added.json").write_text('{"models": [', encoding="utf-8")
    with pytest.raises(InputError, match=r"added\.json"):
        added_models(tmp_path)
