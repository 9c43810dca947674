"""`python -m eval.bench_app`: how quickly the app is there, how quickly pages change, how much memory it takes.

Starts the app as a person would, on a workspace of its own, in a real browser; the second start is the warm one
that counts. Figures are printed, never asserted: machines are shared.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import psutil
from playwright.sync_api import Page, sync_playwright

from coach.llm.runtime import PROGRAM

PAGES = ("Prepare", "Capture", "Follow up", "Nurture", "Reflect", "People", "Stories", "Settings", "Today")
ROUNDS = 3
LOADED_BYTES = 1e9
RESTING_PERCENT = 20.0
BRIEF_LIMIT_MS = 300_000
BRIEF_PARTS = {
    "brief_ranked_s": ".portrait",
    "brief_first_lines_s": "[class*='st-key-line-live-1-o']",
    "brief_first_words_s": ".writing",
    "brief_whole_s": ".st-key-prepare-go",
}
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def _app(home: Path, port: int) -> Iterator[tuple[str, psutil.Process, float]]:
    """The running app: its address, its process, and when it was started (`time.perf_counter`)."""
    environment = {**os.environ, "COACH_HOME": str(home)}
    command = [sys.executable, "-m", "coach.cli", "app", "--port", str(port), "--no-browser"]
    started = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield f"http://127.0.0.1:{port}", psutil.Process(process.pid), started
    finally:
        children = psutil.Process(process.pid).children(recursive=True)
        for child in children:
            child.terminate()
        process.terminate()
        process.wait(timeout=20)
        psutil.wait_procs(children, timeout=20)  # the next start wants the same port


def _wait_for_port(address: str, limit_s: float = 60) -> None:
    until = time.perf_counter() + limit_s
    while time.perf_counter() < until:
        try:
            if httpx.get(f"{address}/_stcore/health", timeout=1).status_code == 200:
                return
        except httpx.HTTPError:
            time.sleep(0.05)
    raise SystemExit(f"The app did not answer at {address} within {limit_s:.0f} s. Run `coach app` to see why.")


def _drawn(page: Page) -> None:
    """The page's heading is there and no part of it is still waiting for the server."""
    page.wait_for_selector("h1", timeout=60_000)
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=60_000)


def _page_changes(page: Page) -> dict[str, float]:
    """Median milliseconds from the click on a page's link to its heading, drawn and idle."""
    times: dict[str, list[float]] = {name: [] for name in PAGES}
    for _ in range(ROUNDS):
        for name in PAGES:
            link = page.locator('[data-testid="stSidebarNavLink"]', has_text=name).first
            before = page.locator("h1").first.inner_text()
            begun = time.perf_counter()
            link.click()
            page.wait_for_function("old => document.querySelector('h1')?.innerText !== old", arg=before)
            _drawn(page)
            times[name].append((time.perf_counter() - begun) * 1000)
    return {name: round(statistics.median(found)) for name, found in times.items()}


def _is_model(process: psutil.Process) -> bool:
    """Whether it is the model's server: ours around the package, or the tuned program that it turns into."""
    called = process.cmdline()
    return bool(called) and (Path(called[0]).name == PROGRAM or "server_process" in " ".join(called))


def _memory(process: psutil.Process) -> dict[str, float]:
    """Resident megabytes of the app and of the model's process."""
    sizes = {"app_mb": 0.0, "model_mb": 0.0}
    for one in (process, *process.children(recursive=True)):
        where = "model_mb" if _is_model(one) else "app_mb"
        sizes[where] += one.memory_info().rss / 1e6
    return {name: round(size) for name, size in sizes.items()}


def _model_rests(process: psutil.Process, limit_s: float = 240) -> bool:
    """Wait until the model is loaded, has read its prompts and rests. False when that takes too long."""
    until = time.perf_counter() + limit_s
    while time.perf_counter() < until:
        time.sleep(2)
        for child in process.children(recursive=True):
            loaded = _is_model(child) and child.memory_info().rss > LOADED_BYTES
            if loaded and child.cpu_percent(interval=3) < RESTING_PERCENT:
                return True
    return False


def _sample_brief(page: Page, address: str) -> dict[str, float]:
    """Seconds from asking for the sample event's brief, lines for three people, to its parts."""
    page.goto(f"{address}/prepare")
    _drawn(page)
    begun = time.perf_counter()
    page.locator(".st-key-prepare-go button").click()
    found = {}
    for name, selector in BRIEF_PARTS.items():
        page.locator(selector).first.wait_for(state="attached", timeout=BRIEF_LIMIT_MS)
        found[name] = round(time.perf_counter() - begun, 1)
    return found


def measure(folder: Path, chromium: str) -> dict[str, Any]:
    """Start twice, at one address and with one browser profile, as a person does; the second start counts."""
    result: dict[str, Any] = {}
    port = _free_port()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch_persistent_context(
            str(folder / "profile"),
            executable_path=chromium,
            args=FLAGS.split(),
            viewport={"width": 1280, "height": 900},
        )
        for start in ("first", "warm"):
            with _app(folder / "home", port) as (address, process, started):
                _wait_for_port(address)
                page = browser.new_page()
                page.goto(address)
                _drawn(page)
                result[f"{start}_start_s"] = round(time.perf_counter() - started, 2)
                if start == "warm":
                    result["page_change_ms_at_once"] = _page_changes(page)
                    result["model_at_rest"] = _model_rests(process)
                    result["page_change_ms_at_rest"] = _page_changes(page)
                    result.update(_memory(process))
                    result.update(_sample_brief(page, address))
                page.close()
        browser.close()
    return result


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--chromium", default=shutil.which("chromium") or shutil.which("google-chrome") or "")
    options = parser.parse_args()
    if not options.chromium:
        print("No Chromium was found. Next step: install it, or name it with --chromium PATH.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        found = measure(Path(folder), options.chromium)
    if options.json:
        print(json.dumps(found, indent=2))
        return 0
    for name, value in found.items():
        print(f"{name:<16} {value}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
