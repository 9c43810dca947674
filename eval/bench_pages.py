"""`python -m eval.bench_pages HOME`: each page's first paint and one interaction, on a large workspace, in a browser.

First paint: from the click on the page's link to its heading; whole: until nothing of it is drawn any more; the
interaction is the first field of the page (a search, a choice, a switch). Figures are printed, never asserted.
`--app-test` measures the server's part alone, without a browser. `python -m eval.big_workspace` makes the workspace.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import sys
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from eval.bench_app import FLAGS, _app, _drawn, _free_port, _wait_for_port

AIM_PAINT_MS, AIM_ACT_MS = 1_000, 400
ACT_LIMIT_MS = 10_000
WORDS = ("ada", "mira", "team")
ROOT = Path(__file__).resolve().parents[1]
_WATCH = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  window.benchRuns = 0;
  window.benchWatch?.disconnect();
  window.benchWatch = new MutationObserver(() => {
    if (app.getAttribute('data-test-script-state') === 'notRunning') window.benchRuns += 1;
  });
  window.benchWatch.observe(app, {attributes: true, attributeFilter: ['data-test-script-state']});
}"""


def _open(page: Page, name: str) -> tuple[float, float]:
    """Milliseconds to the heading, and to rest."""
    link = page.locator('[data-testid="stSidebarNavLink"]', has_text=name).first
    before = page.locator("h1").first.inner_text()
    begun = time.perf_counter()
    link.click()
    page.wait_for_function("old => document.querySelector('h1')?.innerText !== old", arg=before)
    painted = (time.perf_counter() - begun) * 1000
    _drawn(page)
    return painted, (time.perf_counter() - begun) * 1000


def _act(page: Page, round_: int) -> tuple[str, float] | None:
    """Use the page's first field: what it is, and milliseconds until the page rests again; None without a field.

    Each round asks for something else: a page that keeps what was chosen would have nothing to do the second time.
    """
    main = page.locator('[data-testid="stMain"]')
    search = main.locator('[data-testid="stTextInput"] input:visible')
    choice = main.locator('[data-testid="stSelectbox"] input:visible')
    pills = main.locator('[data-testid="stButtonGroup"] button:visible')
    page.evaluate(_WATCH)
    if search.count():
        search.first.fill(WORDS[round_ % len(WORDS)])
        begun = time.perf_counter()
        search.first.press("Enter")
        what = "search"
    elif choice.count():
        choice.first.click()
        option = page.locator('[data-testid="stSelectboxVirtualDropdown"] [role="option"], [role="listbox"] li').nth(
            1 + round_ % 2
        )
        option.wait_for(timeout=5_000)
        begun = time.perf_counter()
        option.click()
        what = "choice"
    elif pills.count() > 1:
        begun = time.perf_counter()
        pills.nth(1).click()
        what = "pill"
    else:
        return None
    page.wait_for_function("() => window.benchRuns > 0", timeout=ACT_LIMIT_MS)
    _drawn(page)
    return what, (time.perf_counter() - begun) * 1000


def in_browser(home: Path, chromium: str, rounds: int) -> dict[str, Any]:
    """Median milliseconds by page."""
    found: dict[str, dict[str, list[float]]] = {}
    port = _free_port()
    with sync_playwright() as playwright, _app(home, port) as (address, _process, _started):
        _wait_for_port(address)
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS.split())
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.set_default_timeout(60_000)
        page.goto(address)
        _drawn(page)
        names = [
            one.strip().splitlines()[-1] for one in page.locator('[data-testid="stSidebarNavLink"]').all_inner_texts()
        ]
        for round_ in range(rounds):
            for name in [*names[1:], names[0]]:
                times = found.setdefault(name, {})
                painted, whole = _open(page, name)
                times.setdefault("first_paint", []).append(painted)
                times.setdefault("whole", []).append(whole)
                try:
                    acted = _act(page, round_)
                except Exception as exc:  # a page whose first field cannot be used is still a page to measure
                    print(f"{name}: {str(exc).splitlines()[0]}", file=sys.stderr)
                    acted = None
                if acted is not None:
                    times.setdefault(acted[0], []).append(acted[1])
        browser.close()
    return {
        name: {what: round(statistics.median(all_)) for what, all_ in times.items()} for name, times in found.items()
    }


def on_server(home: Path, rounds: int) -> dict[str, Any]:
    """Median milliseconds that the server takes for each page, in a process without a browser."""
    os.environ["COACH_HOME"] = str(home)
    from streamlit.testing.v1 import AppTest

    from coach.ui.pages import SECTIONS

    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    app.run()
    found: dict[str, list[float]] = {}
    for _ in range(rounds):
        for name in [one for names in SECTIONS.values() for one in names]:
            begun = time.perf_counter()
            app.switch_page(f"coach/ui/views/{name}.py").run()
            found.setdefault(name, []).append((time.perf_counter() - begun) * 1000)
    return {name: {"server": round(statistics.median(all_))} for name, all_ in found.items()}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("home", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--app-test", action="store_true", help="the server's part alone, without a browser")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--chromium", default=shutil.which("chromium") or shutil.which("google-chrome") or "")
    options = parser.parse_args()
    os.environ["COACH_LLM"] = "none"
    if options.app_test:
        found = on_server(options.home, options.rounds)
    elif options.chromium:
        found = in_browser(options.home, options.chromium, options.rounds)
    else:
        print("No Chromium was found. Next step: install it, or name it with --chromium PATH.", file=sys.stderr)
        return 2
    if options.json:
        print(json.dumps(found, indent=2))
        return 0
    print(f"aims: first paint {AIM_PAINT_MS} ms, interaction {AIM_ACT_MS} ms")
    for name, times in found.items():
        print(f"{name:<14}", *(f"{what} {ms} ms" for what, ms in times.items()), sep="  ")
    return 0


if __name__ == "__main__":
    sys.exit(main())
