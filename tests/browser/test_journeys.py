"""The main job in a browser, at desktop and at phone width: prepare, capture, follow up, reflect."""

from __future__ import annotations

import re
import sqlite3

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import Served, tab_of
from playwright.sync_api import Browser, Page, expect

PAGES = ("", *"prepare capture follow-up nurture reflect rehearse clinic people stories insight settings".split())

NAMES = """() => [...document.querySelectorAll("[aria-label], [placeholder]")].flatMap(
  (node) => [node.getAttribute("aria-label"), node.getAttribute("placeholder")]).filter(Boolean)"""
OWN_ENGLISH = re.compile(
    "Sidebar|Collapse|Expand|App pages|Navigate|Choose |Open$|Help for|Increment|Decrement|file upload|day, |month, "
    "|year, |Download as|Fullscreen|Copy Vega|[XY]-axis|Symbol legend"
)
"""Labels that Streamlit and its charts have in English."""


def _open(page: Page, served: Served, path: str) -> None:
    page.goto(f"{served.url}/{path}")
    expect(page.locator(".page-head h1")).to_be_visible()
    _settled(page)


def _settled(page: Page) -> None:
    """No rerun is under way, and nothing of the one before is left on the page."""
    expect(page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]')).to_be_visible()
    expect(page.locator('[data-stale="true"]')).to_have_count(0)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_opens_fits_the_width_and_shows_no_trouble(page: Page, served: Served, path: str) -> None:
    _open(page, served, path)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    inner = "[...document.querySelectorAll('.stMain *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1"
    assert page.evaluate(f"{inner} && getComputedStyle(e).position !== 'fixed').length") == 0
    assert page.locator(".trouble").count() == 0
    assert page.locator('[data-testid="stException"]').count() == 0
    assert _barriers(page) == []


LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def _barriers(page: Page) -> list[str]:
    """What axe-core finds against WCAG 2.2 AA on the whole page, Streamlit's own side menu included."""
    expect(page.locator('[data-testid="stSidebarNavItems"]')).to_have_attribute("role", "none")
    found = Axe().run(page, options={"runOnly": LEVELS}).response["violations"]
    return [f"{one['id']}: {node['html']} {node['failureSummary']}" for one in found for node in one["nodes"]]


def test_a_brief_streams_in_and_opens_its_evidence(page: Page, served: Served) -> None:
    served.model.lies, served.model.gap_s = True, 0.05
    _open(page, served, "prepare")
    page.locator(".st-key-prepare-go button").click()
    expect(page.locator(".portrait").first).to_be_visible()
    expect(page.locator(".writing").first).to_be_visible()
    expect(page.locator(".st-key-downloads")).to_be_visible()
    _settled(page)
    page.locator('[class*="st-key-chip-"] button:visible').first.click()
    expect(page.locator("figure.quote blockquote").first).to_be_visible()


def test_a_brief_can_be_stopped_and_left_and_found_again(page: Page, served: Served) -> None:
    served.model.lies, served.model.gap_s = False, 0.3
    _open(page, served, "prepare")
    page.locator(".st-key-prepare-go button").click()
    expect(page.locator(".working")).to_be_visible()
    _open(page, served, "people")
    _open(page, served, "prepare")
    expect(page.locator(".working")).to_be_visible()
    page.locator('[class*="st-key-stop-prepare"] button').click()
    expect(page.locator(".st-key-prepare-go button")).to_be_visible()
    served.model.gap_s = 0.02
    expect(page.locator(".portrait").first).to_be_visible()


def test_notes_are_captured_confirmed_and_become_a_person(page: Page, served: Served) -> None:
    name = "Ana Ruiz" if (page.viewport_size or {}).get("width") == 1280 else "Tove Lind"
    _open(page, served, "capture")
    text = f"Met {name} at the harbour dinner. I promised to send {name} the checklist by Friday."
    page.locator(".st-key-card-capture-box textarea").fill(text)
    page.get_by_role("button", name="Save and read").click()
    confirm = page.get_by_role("button", name="Store what is ticked")
    expect(confirm).to_be_visible()
    _settled(page)
    confirm.click()
    expect(page.get_by_text("Stored:", exact=False)).to_be_visible()
    _open(page, served, "people")
    search = page.get_by_label("Search")
    search.fill(name)
    search.press("Enter")
    expect(page.locator(".portrait .name", has_text=name)).to_be_visible()


def test_a_message_is_written_edited_counted_and_marked_as_sent(page: Page, served: Served) -> None:
    served.model.lies, served.model.gap_s = False, 0.02
    _open(page, served, "follow-up")
    page.get_by_role("radio", name="LinkedIn invitation").or_(
        page.get_by_role("button", name="LinkedIn invitation")
    ).first.click()
    _settled(page)
    page.locator(".st-key-follow-go button").click()
    draft = page.locator('[class*="st-key-card-draft-"]')
    expect(draft).to_be_visible()
    _settled(page)
    area = draft.locator("textarea")
    area.fill("Short, and mine.")
    expect(draft.locator("output")).to_have_text(re.compile("^16 of 300 characters"))
    area.blur()
    _settled(page)
    page.get_by_role("button", name="Save my wording").click()
    expect(page.get_by_text("All 2 versions")).to_be_visible()
    _settled(page)
    page.get_by_role("button", name="I sent it").click()
    expect(page.get_by_text("Marked as sent.").or_(page.get_by_text(re.compile("sent [MTWFS]"))).first).to_be_visible()


def _until_kept(page: Page, served: Served, text: str) -> None:
    """Wait until the workspace holds the text."""
    for _ in range(400):
        with sqlite3.connect(served.home / "workspace.sqlite3") as database:
            if any(text in line for line in database.iterdump()):
                return
        page.wait_for_timeout(200)
    shown = page.evaluate("[...document.querySelectorAll('textarea')].map(area => area.value)")
    in_browser = page.evaluate("({...localStorage})")
    raise AssertionError(f"never kept: {text!r}; on screen: {shown}; kept by the browser: {in_browser}")


def test_an_answer_survives_a_reload(page: Page, served: Served) -> None:
    _open(page, served, "reflect")
    if page.locator(".st-key-reflect-go").count():
        page.locator(".st-key-reflect-go button").click()
    first = page.get_by_role("textbox", name=re.compile(r"^1\. "))  # by its number: fields are not drawn in their order
    expect(first).to_be_visible()
    _settled(page)
    told = f"The talk about clocks, at {(page.viewport_size or {}).get('width')} pixels."
    first.fill(told)
    first.blur()
    _until_kept(page, served, told)
    _open(page, served, "reflect")
    expect(first).to_have_value(told)
    expect(page.get_by_text("Everything is saved.")).to_be_visible()


def test_typed_notes_survive_a_reload_and_are_gone_once_kept(page: Page, served: Served) -> None:
    _open(page, served, "capture")
    box = page.locator(".st-key-card-capture-box textarea")
    text = "Half a thought about lighthouses"
    box.press_sequentially(text)
    page.wait_for_function("text => Object.values(localStorage).includes(text)", arg=text)
    _open(page, served, "capture")
    expect(box).to_have_value(text)
    _settled(page)
    page.get_by_role("button", name="Save and read").click()
    expect(page.locator(".prose.raw", has_text=text)).to_be_attached()
    _settled(page)
    _open(page, served, "capture")
    expect(box).to_have_value("")


@pytest.mark.parametrize("keys", ["Control+Enter", "Meta+Enter"])
def test_the_keyboard_starts_the_clinic_from_its_text_and_each_delete_says_what_it_deletes(
    page: Page, served: Served, keys: str
) -> None:
    _open(page, served, "clinic")
    box = page.locator(".st-key-card-clinic-box textarea")
    text = f"The lighthouse lamp fails at noon, {keys}"
    box.press_sequentially(text)
    box.press(keys)
    expect(page.locator(".page-head", has_text=text)).to_be_visible()
    _open(page, served, "clinic")
    _settled(page)
    deletes = page.locator('[class*="st-key-delete-"] button').filter(visible=True)
    expect(deletes.first).to_have_accessible_name(re.compile(f"Delete .*{re.escape(text)}"))


def test_the_keyboard_reaches_the_main_button_with_a_visible_focus(page: Page, served: Served) -> None:
    _open(page, served, "follow-up")
    button = page.locator(".st-key-follow-go button")
    for _ in range(60):
        page.keyboard.press("Tab")
        if button.evaluate("node => node === document.activeElement"):
            break
    assert button.evaluate("node => node === document.activeElement")
    assert button.evaluate("node => getComputedStyle(node).outlineWidth") == "3px"


def test_a_person_is_found_again_after_a_reload_and_left_by_the_browsers_back(page: Page, served: Served) -> None:
    _open(page, served, "people")
    opened = page.locator('[class*="st-key-open-"] button').filter(visible=True).first
    expect(opened).to_have_accessible_name(re.compile("^Open ."))
    drawn = opened.locator("p").element_handle()
    page.wait_for_function("node => node.getBoundingClientRect().width < 60", arg=drawn)  # its name is not shown
    opened.click()
    head = page.locator(".st-key-person-head")
    expect(head).to_be_visible()
    expect(page).to_have_url(re.compile("/people[?]person="))
    _settled(page)
    said = head.text_content() or ""
    assert said.strip()
    page.reload()
    expect(head).to_have_text(said)
    _settled(page)
    page.go_back()
    expect(page.locator(".page-head h1")).to_have_text("People")
    expect(head).to_have_count(0)


def test_the_folded_menu_says_what_it_is(browser: Browser, served: Served) -> None:
    with tab_of(browser, "phone", timeout_s=90) as page:
        _open(page, served, "insight?show=network")
        word = "node => getComputedStyle(node, '::after').content"
        assert page.locator('[data-testid="stExpandSidebarButton"]').evaluate(word) == '"Menu"'
        expect(page.get_by_role("heading", name="Who belongs together")).to_be_visible()


def test_streamlits_own_labels_speak_german_too(browser: Browser, served: Served) -> None:
    """Whatever Streamlit names by itself, from the menu to the choice of a file, is in the language of the app."""
    with tab_of(browser, "desktop", timeout_s=90, locale="de-DE") as page:
        for path in ("", "prepare", "people", "insight", "settings"):
            _open(page, served, path)
            expect(page.get_by_role("navigation", name="Seiten der App")).to_be_visible()
            page.wait_for_timeout(500)
            named = page.evaluate(NAMES)
            assert [name for name in named if OWN_ENGLISH.match(name)] == []


def test_labels_are_english_again_once_english_is_chosen(browser: Browser, served: Served) -> None:
    with tab_of(browser, "desktop", timeout_s=90) as page:
        _open(page, served, "settings")
        for chosen, there, gone in (("Deutsch", "Hilfe zu ", "Help for "), ("English", "Help for ", "Hilfe zu ")):
            page.get_by_text(chosen, exact=True).first.click()
            expect(page.locator(f'[aria-label^="{there}"]').first).to_be_attached()
            _settled(page)
            page.wait_for_timeout(1000)
            named = page.evaluate(NAMES)
            assert [name for name in named if name.startswith(gone)] == []
