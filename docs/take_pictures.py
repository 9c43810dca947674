"""Takes the pictures of the user guide: starts the app on a fresh workspace with the invented sample and the model
that is on this machine, does the main job, and photographs it and every other page: `python docs/take_pictures.py
[dark]`; needs a Chromium.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import httpx
from PIL import Image
from playwright.sync_api import Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from coach.ui.streamlit_options import flags  # noqa: E402

IMAGES = ROOT / "docs" / "images"
SIZE = {"width": 1280, "height": 900}
WRITING_MS = 300_000
WARMING_MS = 45_000
"""Until the model has read what never changes of its prompts."""
AS_THEY_OPEN = ("nurture", "reflect", "rehearse", "people", "stories", "insight", "settings")
"""Pages whose picture needs nothing to be done on them."""
PROBLEM = "Our async tests are green while production hangs. How do others test timeouts?"
NOTES = (
    "Met Ana Ruiz at the harbour dinner. She maintains Harbour and loves sailing. "
    "I promised to send Ana the release checklist by Friday."
)


def main() -> int:
    chromium = os.environ.get("COACH_CHROMIUM") or shutil.which("chromium")
    if not chromium:
        sys.stderr.write("No Chromium is installed: set COACH_CHROMIUM to one.\n")
        return 2
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "COACH_HOME": home, "COACH_USER_NAME": "Robin Vale"}
        command = [sys.executable, "-m", "streamlit", "run", "app.py", *flags(server__port=port, server__headless=True)]
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
        try:
            _wait(port)
            _photograph(chromium, f"http://127.0.0.1:{port}", "dark" if "dark" in sys.argv else "light")
        finally:
            server.terminate()
            server.wait(20)
    return 0


def _wait(port: int) -> None:
    for _ in range(600):
        try:
            httpx.get(f"http://127.0.0.1:{port}/_stcore/health", timeout=1, trust_env=False)
            return
        except httpx.HTTPError:
            time.sleep(0.2)
    raise SystemExit("The app did not start.")


def _photograph(chromium: str, address: str, scheme: str) -> None:
    IMAGES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--headless", "--no-sandbox"])
        page = browser.new_context(viewport=SIZE, color_scheme=scheme).new_page()  # type: ignore[arg-type]
        expect.set_options(timeout=WRITING_MS)
        page.set_default_timeout(WRITING_MS)
        _open(page, f"{address}/")
        page.get_by_role("button", name="Look at an example first").click()
        expect(page.locator(".st-key-prepare-go")).to_be_visible()
        _open(page, f"{address}/")
        expect(page.get_by_text("Model ready")).to_be_visible()
        _picture(page, "today")
        page.wait_for_timeout(WARMING_MS)
        _brief(page, address)
        _capture(page, address)
        _follow_up(page, address)
        _clinic(page, address)
        for name in AS_THEY_OPEN:
            _open(page, f"{address}/{name}")
            _picture(page, name)
        browser.close()


def _picture(page: Page, name: str) -> None:
    """A picture with a palette: a third of the size, and no difference to the eye."""
    path = IMAGES / f"{name}.png"
    page.screenshot(path=path, animations="disabled")
    with Image.open(path) as taken:
        small = taken.convert("RGB").quantize(256, dither=Image.Dither.NONE)
    small.save(path, optimize=True)


def _open(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator(".page-head h1")).to_be_visible()
    page.wait_for_timeout(1500)


def _brief(page: Page, address: str) -> None:
    _open(page, f"{address}/prepare")
    started = time.monotonic()
    page.locator(".st-key-prepare-go button").click()
    expect(page.locator(".portrait").first).to_be_visible()
    ranked = time.monotonic() - started
    expect(page.locator(".writing").first).to_be_visible()
    words = time.monotonic() - started
    expect(page.locator(".st-key-downloads")).to_be_visible()
    done = time.monotonic() - started
    sys.stdout.write(f"ranked after {ranked:.1f} s, first words after {words:.1f} s, done after {done:.1f} s\n")
    page.locator(".st-key-downloads").scroll_into_view_if_needed()
    page.locator(".say").first.evaluate("node => node.scrollIntoView({block: 'center'})")
    page.wait_for_timeout(1500)
    _picture(page, "brief")


def _capture(page: Page, address: str) -> None:
    _open(page, f"{address}/capture")
    page.locator(".st-key-card-capture-box textarea").fill(NOTES)
    page.get_by_role("button", name="Save and read").click()
    expect(page.get_by_role("button", name="Store what is ticked")).to_be_visible()
    page.wait_for_timeout(6000)
    _picture(page, "capture")


def _follow_up(page: Page, address: str) -> None:
    _open(page, f"{address}/follow-up")
    page.locator(".st-key-follow-go button").click()
    draft = page.locator('[class*="st-key-card-draft-"]')
    expect(draft).to_be_visible()
    page.wait_for_timeout(1500)
    draft.evaluate("node => node.scrollIntoView({block: 'start'})")
    page.wait_for_timeout(800)
    _picture(page, "follow-up")


def _clinic(page: Page, address: str) -> None:
    _open(page, f"{address}/clinic")
    page.locator(".st-key-card-clinic-box textarea").fill(PROBLEM)
    page.get_by_role("button", name="Look through my notes").click()
    expect(page.locator('[class*="st-key-card-helper-"]').first).to_be_visible()
    page.wait_for_timeout(1500)
    page.locator('[class*="st-key-card-helper-"]').first.evaluate("node => node.scrollIntoView({block: 'center'})")
    page.wait_for_timeout(800)
    _picture(page, "clinic")


if __name__ == "__main__":
    raise SystemExit(main())
