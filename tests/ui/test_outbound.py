"""Settings for a model elsewhere: the page to agree to, the fields, the price, the log."""

from __future__ import annotations

import pytest
from conftest import Open
from screen import press, words

from coach.config import Price, load_settings
from coach.domain.models import TokenUse
from coach.facade import Coach
from coach.llm.outbound import FIELD_NAMES, what_is_sent, what_search_sends
from coach.llm.sent_log import SentLog
from coach.ui.components.cost import amount, total_line, use_line
from coach.ui.strings import t
from coach.ui.words.de.sentences import GERMAN

HOST = "models.example"


@pytest.fixture
def elsewhere(coach: Coach) -> Coach:
    """The stand-in, taken for a machine elsewhere."""
    coach.model.where = HOST
    return coach


def test_a_model_here_asks_for_nothing(coach: Coach, open_page: Open) -> None:
    assert "Before anything is sent" not in words(open_page("settings"))


def test_the_page_is_agreed_to_once_and_can_be_withdrawn(elsewhere: Coach, open_page: Open) -> None:
    app = open_page("settings")
    assert f"Before anything is sent to {HOST}" in words(app)
    assert "Replaced by placeholders before anything is sent" in words(app)
    app = press(app, "I agree to send this")
    assert load_settings(elsewhere.home).accepted_providers == (HOST,)
    press(app, "Withdraw my consent")
    assert load_settings(elsewhere.home).accepted_providers == ()


def test_what_is_agreed_to_is_said_in_the_language_of_the_app(elsewhere: Coach, open_page: Open) -> None:
    elsewhere.configure(
        elsewhere.settings.model_copy(update={"app_language": "de", "hidden_fields": ("names", "emails")})
    )
    try:
        shown = words(open_page("settings"))
    finally:
        t.use("en")
    page = shown[shown.index(f"Bevor etwas an {HOST} geht") :]
    assert "Wenn das Modell schreibt, geht eine Anfrage über das Internet an models.example." in page
    assert "wieder eingesetzt: Namen von Menschen, E-Mail-Adressen." in page
    assert "is sent" not in page


@pytest.mark.parametrize("hidden", [("names", "organisations", "emails", "phones", "handles"), ()])
def test_every_sentence_to_agree_to_has_german_words(hidden: tuple[str, ...]) -> None:
    for part in (*what_is_sent(HOST, hidden), *what_search_sends(HOST), *FIELD_NAMES.values()):
        assert part.code in GERMAN


def test_without_consent_a_draft_says_what_to_do(elsewhere: Coach) -> None:
    person = elsewhere.store.people()[0]
    with pytest.raises(Exception, match="not yet agreed"):
        elsewhere.follow_up(person.id, "email", "Say hello")


def test_a_field_can_be_shown_and_hidden(elsewhere: Coach, open_page: Open) -> None:
    app = open_page("settings")
    pills = next(one for one in app.button_group if one.key == "outbound.fields")
    pills.set_value(["names", "emails"]).run()
    assert load_settings(elsewhere.home).hidden_fields == ("names", "emails")


def test_a_price_is_kept_and_shown_with_each_draft_and_in_all(elsewhere: Coach, open_page: Open) -> None:
    use = TokenUse(prompt=1_000, completion=500, seconds=3)
    app = open_page("settings")
    assert use_line("stand-in", use) == "1,500 tokens in 3 s · price not known"
    for label, value in (("Price of a million tokens read", 2.0), ("Price of a million tokens written", 8.0)):
        next(one for one in app.number_input if one.label == label).set_value(value)
    press(app, "Keep the price")
    assert load_settings(elsewhere.home).prices == {"stand-in": Price(read=2, written=8)}
    assert use_line("stand-in", use) == "1,500 tokens in 3 s · 0.0060 USD"
    assert total_line({"EUR": 2.5, "USD": 0.006}, 2) == "2.50 EUR + 0.0060 USD, and 2 drafts whose price is not known"
    assert amount(0, "USD") == "0.00 USD"


def test_the_log_is_shown_as_text_and_can_be_erased(elsewhere: Coach, open_page: Open) -> None:
    body = b'{"messages": [{"role": "user", "content": "<b>Person1</b>"}]}'
    SentLog(elsewhere.home).add(f"https://{HOST}/v1/chat/completions", body)
    app = open_page("settings")
    assert "user: &lt;b&gt;Person1&lt;/b&gt;" in words(app)
    press(app, "Erase the log")
    assert SentLog(elsewhere.home).count() == 0


def test_search_elsewhere_has_its_own_page_and_consent(elsewhere: Coach, open_page: Open) -> None:
    elsewhere.configure(
        elsewhere.settings.model_copy(
            update={"embedder": "compatible", "embeddings_base_url": "https://search.example/v1"}
        )
    )
    app = open_page("settings")
    assert "Before anything is sent to search.example" in words(app)
    assert "a text behind placeholders cannot be found by what it means" in words(app)
    next(one for one in app.button if one.key == "search-consent.agree").click().run()
    assert load_settings(elsewhere.home).accepted_providers == ("search at search.example",)
