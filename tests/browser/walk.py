"""One user's way through the app in a real browser: pages opened, states waited for, pictures taken of each step.

The pictures lie in the folder that `COACH_SCREENSHOTS` names, else in `build/screenshots/`, sorted by journey and step.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

ROOT = Path(__file__).resolve().parents[2]
SCREENSHOTS = Path(os.environ.get("COACH_SCREENSHOTS") or ROOT / "build" / "screenshots")
"""Read when the tests are collected: each test runs without the settings of the caller's environment."""
TALLEST = 9000
"""Pixels of a picture."""


@dataclass
class Walk:
    """A tab on the running app, which goes from journey to journey in one workspace."""

    page: Page
    url: str
    home: Path
    journey: str = ""
    """The journey that is under way, or that did not reach its end."""
    taken: list[str] = field(default_factory=list)
    """The pictures of this journey."""

    @contextmanager
    def on(self, journey: str) -> Iterator[Page]:
        """A journey to its end. It goes on where the one before ended, so it is left out where that one did not."""
        if self.journey:
            pytest.skip(f"the journey {self.journey!r} before this one did not reach its end")
        self.journey, self.taken = journey, []
        yield self.page
        assert not self.page.locator('.trouble, [data-testid="stException"]').count()
        assert self.taken
        self.journey = ""

    def open(self, path: str) -> None:
        self.page.goto(f"{self.url}/{path}")
        expect(self.page.locator(".page-head h1")).to_be_visible()
        self.settled()

    def settled(self) -> None:
        """No rerun is under way, and nothing of the one before is left on the page."""
        expect(self.page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]')).to_be_visible()
        expect(self.page.locator('[data-stale="true"]')).to_have_count(0)

    def key(self, name: str, inside: str = "") -> Locator:
        """What can be seen of the widgets whose key begins like this, or inside them. A button with a tip is there
        twice, once for each kind of screen."""
        return self.page.locator(f'[class*="st-key-{name}"] {inside}').filter(visible=True)

    def press(self, name: str) -> None:
        """A button by what stands on it."""
        self.settled()
        self.page.get_by_role("button", name=name, exact=True).filter(visible=True).first.click()

    def popover(self, name: str) -> Locator:
        """Open what a button unfolds, and return it."""
        self.press(name)
        body = self.page.locator('[data-testid="stPopoverBody"]').filter(visible=True)
        expect(body).to_be_visible()
        return body

    def choose(self, label: str, option: str) -> None:
        """Take an option of a list that unfolds."""
        box = self.page.get_by_role("combobox", name=label)
        box.scroll_into_view_if_needed()
        self.settled()
        box.click()
        box.press_sequentially(option)
        self.page.get_by_role("option", name=option).first.click()
        expect(box).to_have_value(option)

    def said(self, text: str) -> None:
        """Something with these words can be seen."""
        expect(self.page.get_by_text(text).filter(visible=True).first).to_be_visible()

    def picture(self, step: str) -> None:
        """The whole page as it stands, down to its foot."""
        self.settled()
        size = self.page.viewport_size
        assert size is not None
        main = self.page.locator('[data-testid="stMain"]')
        name = f"{self.journey}-{len(self.taken) + 1}-{step}-{size['width']:04}.png"
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        for _ in range(2):  # a taller window can make what is in it taller
            height = min(TALLEST, max(size["height"], main.evaluate("node => node.scrollHeight")))
            self.page.set_viewport_size({"width": size["width"], "height": height})
        self.page.screenshot(path=SCREENSHOTS / name, animations="disabled")
        self.page.set_viewport_size(size)
        self.taken.append(name)
        assert self.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")

    def stored(self, question: str, *values: str) -> list[tuple[str, ...]]:
        """Rows of the workspace, as a question in SQL."""
        with sqlite3.connect(f"file:{self.home / 'workspace.sqlite3'}?mode=ro", uri=True) as database:
            return database.execute(question, values).fetchall()
