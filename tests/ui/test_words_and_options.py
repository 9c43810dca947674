"""Every word in one table, and one place for Streamlit's options."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from string import Formatter

import pytest
from streamlit import config

from coach.ui import streamlit_options
from coach.ui.model_state import Phase
from coach.ui.strings import ENGLISH, LANGUAGES, t, words_in
from coach.ui.words import tables

ROOT = Path(__file__).resolve().parents[2]
VIEWS = [
    path
    for path in sorted([*(ROOT / "coach" / "ui").rglob("*.py"), *(ROOT / "coach" / "journeys").rglob("*.py")])
    if path.name != "strings.py" and path.parent.name != "words"
]
SOURCES = {path: path.read_text(encoding="utf-8") for path in VIEWS}
CALL = re.compile(r"""\bt(?:\.(?:raw|maybe))?\(\s*(f?)(["'])(.+?)\2""")


def _asked() -> tuple[set[str], list[re.Pattern[str]]]:
    """Keys that the views name, and patterns for those that they put together."""
    plain: set[str] = set()
    built = [re.compile(r"count\.\w+\.(one|other)$")]
    for source in SOURCES.values():
        for formatted, _, key in CALL.findall(source):
            if formatted:
                built.append(re.compile(re.sub(r"\\\{.*?\\\}", ".*", re.escape(key)) + "$"))
            else:
                plain.add(key)
        plain |= {word for word in re.findall(r'"([a-z_]+(?:\.[a-z_0-9]+)+)"', source) if word in ENGLISH}
    return plain, built


def test_every_key_that_a_view_names_has_words() -> None:
    asked, _ = _asked()
    assert {key for key in asked if key not in ENGLISH} == set()


def test_no_two_parts_have_words_of_the_same_key() -> None:
    assert sum(map(len, tables("en"))) == len(ENGLISH)


def test_no_words_are_left_over() -> None:
    asked, built = _asked()
    unused = {key for key in ENGLISH if key not in asked and not any(one.match(key) for one in built)}
    assert unused == set()


def test_no_view_holds_a_sentence_of_its_own() -> None:
    shown = re.compile(
        r'\bst\.(?:button|caption|text_input|text_area|selectbox|info|write|markdown|toggle)\(\s*f?"([^"{]+)"'
    )
    found = {(path.name, words) for path, source in SOURCES.items() for words in shown.findall(source)}
    assert found == set()


def test_every_phase_of_the_model_has_words() -> None:
    assert all(t(f"model.{phase}") for phase in Phase.__args__)  # type: ignore[attr-defined]


def test_every_stage_that_is_told_has_words_and_no_other() -> None:
    told = re.compile(r'(?:\bUpdate\(stage=|\.teller\(|\b_moved\()"(\w+)"')
    stages = {stage for source in SOURCES.values() for stage in told.findall(source)}
    assert stages == {key.removeprefix("stage.") for key in ENGLISH if key.startswith("stage.")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_all_the_words_and_no_others(language: str) -> None:
    assert set(words_in(language)) == set(ENGLISH)


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_the_placeholders(language: str) -> None:
    for key, text in words_in(language).items():
        names = {name for _, name, _, _ in Formatter().parse(text) if name}
        assert names == {name for _, name, _, _ in Formatter().parse(ENGLISH[key]) if name}, key


def test_the_configuration_file_says_what_the_options_say() -> None:
    text = (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    assert text == streamlit_options.config_toml()
    parsed = tomllib.loads(text)
    for name, value in streamlit_options.OPTIONS.items():
        node: object = parsed
        for part in name.split("."):
            assert isinstance(node, dict)
            node = node[part]
        assert node == value


def test_streamlit_knows_every_option() -> None:
    known = config.get_config_options()
    assert [name for name in streamlit_options.OPTIONS if name not in known] == []


def test_nothing_is_measured_or_fetched_from_outside() -> None:
    assert "--browser.gatherUsageStats=false" in streamlit_options.flags()
    assert not any("http" in str(value) for value in streamlit_options.OPTIONS.values())
    css = (ROOT / "coach" / "ui" / "static" / "coach.css").read_text(encoding="utf-8")
    assert "url(" not in css
    assert "@import" not in css


def test_nothing_is_advertised_over_the_pages() -> None:
    assert streamlit_options.OPTIONS["logger.hideWelcomeMessage"] is True
    assert "--logger.hideWelcomeMessage=true" in streamlit_options.flags()


def test_no_hint_of_a_key_lies_over_a_field_of_a_phone() -> None:
    css = (ROOT / "coach" / "ui" / "static" / "coach.css").read_text(encoding="utf-8")
    [narrow] = re.findall(r"@media \(max-width: 640px\), \(pointer: coarse\) \{(.*?)\n\}", css, re.DOTALL)
    assert '[data-testid="InputInstructions"] { display: none; }' in narrow


def test_flags_can_be_overridden() -> None:
    assert "--server.port=9001" in streamlit_options.flags(server__port=9001)


def _luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("side", [0, 1])
def test_text_is_readable_in_both_themes(side: int) -> None:
    """WCAG 2.2 AA: 4.5 to 1 for text, in the style sheet's own colours too."""
    css = (ROOT / "coach" / "ui" / "static" / "coach.css").read_text(encoding="utf-8")
    colours = {
        name: (light, dark)[side]
        for name, light, dark in re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", css)
    }
    theme = ("light", "dark")[side]
    papers = [str(streamlit_options.OPTIONS[f"theme.{theme}.backgroundColor"]), colours["surface"]]
    for ink in ("ink", "soft", "accent", "amber"):
        for paper in [*papers, colours["accent-wash"]]:
            assert _contrast(colours[ink], paper) >= 4.5, (ink, paper)
    assert _contrast(colours["amber"], colours["amber-wash"]) >= 4.5


def test_a_long_tag_breaks_and_stays_within_its_page() -> None:
    css = (ROOT / "coach" / "ui" / "static" / "coach.css").read_text(encoding="utf-8")
    rule = css[css.index("\n.tag {") :].partition("}")[0]
    assert "overflow-wrap: break-word" in rule
    assert "max-width" in rule
    assert "nowrap" not in rule
