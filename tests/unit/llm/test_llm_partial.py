"""The unfinished file survives kills, power cuts and a full disk; the meter tells honest figures."""

from __future__ import annotations

import errno
import hashlib
import json
import time
from pathlib import Path

import pytest

from coach.errors import ModelDownloadError
from coach.llm.catalogue import ModelEntry
from coach.llm.partial import PartialFile, disk_errors, kept_bytes, sha256_of
from coach.llm.progress import Meter, Progress

ENTRY = ModelEntry(name="tiny", file_name="tiny.gguf", size=100, sha256="a" * 64, context_length=512)


def test_what_was_committed_is_there_after_reopening(tmp_path: Path) -> None:
    with PartialFile(ENTRY, tmp_path) as partial:
        partial.append(b"x" * 30)
        partial.commit(checked=True)
        partial.append(b"y" * 20)
        partial.commit(checked=False)
    with PartialFile(ENTRY, tmp_path) as partial:
        assert (partial.length, partial.checked) == (50, 30)
    assert kept_bytes(ENTRY, tmp_path) == 50


def test_a_torn_tail_is_cut_back_to_the_last_entry(tmp_path: Path) -> None:
    with PartialFile(ENTRY, tmp_path) as partial:
        partial.append(b"x" * 30)
        partial.commit(checked=True)
        partial.append(b"torn")
    assert (tmp_path / "tiny.gguf.partial").stat().st_size == 34
    with PartialFile(ENTRY, tmp_path) as partial:
        assert partial.length == 30
    assert (tmp_path / "tiny.gguf.partial").read_bytes() == b"x" * 30


@pytest.mark.parametrize(
    "ledger",
    [
        "not json",
        "{}",
        json.dumps({"sha256": "b" * 64, "size": 100, "length": 30, "checked": 30}),
        json.dumps({"sha256": "a" * 64, "size": 100, "length": 31, "checked": 0}),
        json.dumps({"sha256": "a" * 64, "size": 100, "length": 20, "checked": 25}),
        json.dumps({"sha256": "a" * 64, "size": 100, "length": -1, "checked": -1}),
    ],
)
def test_a_ledger_that_cannot_be_right_means_beginning_anew(tmp_path: Path, ledger: str) -> None:
    (tmp_path / "tiny.gguf.partial").write_bytes(b"x" * 30)
    (tmp_path / "tiny.gguf.partial.json").write_text(ledger, encoding="utf-8")
    with PartialFile(ENTRY, tmp_path) as partial:
        assert (partial.length, partial.checked) == (0, 0)
    assert (tmp_path / "tiny.gguf.partial").stat().st_size == 0


def test_finishing_gives_the_file_its_name_and_leaves_nothing_else(tmp_path: Path) -> None:
    with PartialFile(ENTRY, tmp_path) as partial:
        partial.append(b"whole")
        partial.commit(checked=True)
        partial.finish(tmp_path / "tiny.gguf")
    assert [path.name for path in tmp_path.iterdir()] == ["tiny.gguf"]
    assert sha256_of(tmp_path / "tiny.gguf") == hashlib.sha256(b"whole").hexdigest()


def test_a_full_disk_says_how_much_is_needed_and_what_is_kept(tmp_path: Path) -> None:
    with PartialFile(ENTRY, tmp_path) as partial:
        partial.append(b"x" * 40)
        partial.commit(checked=True)
        said = r"60 more bytes.*40 bytes fetched so far are kept"
        with pytest.raises(ModelDownloadError, match=said), disk_errors(partial):
            raise OSError(errno.ENOSPC, "No space left on device")
    assert kept_bytes(ENTRY, tmp_path) == 40


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "tiny.gguf.partial").mkdir()
    with pytest.raises(ModelDownloadError, match="cannot be written"):
        PartialFile(ENTRY, tmp_path).__enter__()


def test_speed_leaves_out_what_was_there_before() -> None:
    seen: list[Progress] = []
    meter = Meter(1000, seen.append)
    meter.stage("fetching", 500)
    time.sleep(0.3)
    meter.at(600)
    assert seen[0].done == 500
    assert seen[0].seconds_left is None
    assert 150 < seen[-1].speed < 400
    assert seen[-1].seconds_left == pytest.approx(400 / seen[-1].speed)
    assert seen[-1].fraction == 0.6


def test_reports_come_at_most_ten_times_a_second_and_the_last_always() -> None:
    seen: list[Progress] = []
    meter = Meter(1000, seen.append)
    meter.stage("fetching", 0)
    for done in range(1001):
        meter.at(done)
    assert len(seen) < 20
    assert seen[-1].done == 1000
