"""Taking names out of text, without harm to other words and other people."""

from __future__ import annotations

import re
import sys
import unicodedata

import pytest

from coach.domain.models import Channel, Person
from coach.domain.passages import Named
from coach.storage.erasing import digits_pattern, eraser, letter, name_pattern, telling_words, word_pattern
from coach.storage.redaction import Redaction
from coach.storage.respelling import respelled
from coach.storage.traces import Traces, handles_in


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("Ann Smith", "ANN  SMITH, Smith, Ann and ann-smith.md", "someone, someone and someone.md"),
        ("Ann Smith", "Ann\nSmith's idea, Ann Smithson's too", "someone's idea, Ann Smithson's too"),
        ("José Núñez", "Jose Nunez met JOSÉ NÚÑEZ", "someone met someone"),
        ("José Núñez", unicodedata.normalize("NFD", "met José Núñez."), "met someone."),
        ("Jürgen Strauß", "JÜRGEN STRAUSS", "someone"),
        ("Anna", "Annabel and Anna_b and Joanna, Anna!", "Annabel and someone_b and Joanna, someone!"),
        ("राम", "रामा और राम", "रामा और someone"),
        ("王小明", "我见了王小明和他", "我见了someone和他"),
        ("김민수", "김민수는 왔다", "someone는 왔다"),
        ("דנה לוי", "פגשתי את דנה לוי היום", "פגשתי את someone היום"),
        ("Jean-Luc Picard", "Jean-Luc Picard left", "someone left"),
        ("O'Neil (Bob)", "with O'Neil (Bob).", "with someone."),
    ],
)
def test_a_name_goes_in_every_spelling_and_only_as_a_whole(name: str, text: str, expected: str) -> None:
    assert eraser([name_pattern(name)])(text) == expected


def test_a_name_that_is_an_ordinary_word_goes_only_where_it_is_written_as_a_name() -> None:
    assert eraser([word_pattern("Will")])("Will said he will come. WILL!") == "someone said he will come. someone!"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Write to sabine.office@kiln.example soon.", "Write to someone soon."),
        ("team-sabine@kiln.example, ben@kiln.example", "someone, ben@kiln.example"),
        ("From: Sabine <krueger.stadtrat@kiln.example>", "From: someone <someone>"),
        ("sabine+fair@kiln.example", "someone"),
        ("ben@kiln.example met Sabine", "ben@kiln.example met someone"),
    ],
)
def test_an_address_goes_as_a_whole_where_the_name_stands_before_its_sign(text: str, expected: str) -> None:
    assert Traces(Person(id="k", name="Sabine Krüger"), [], frozenset()).private(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Good talk about the floods. Frau Krügers Idee war gut.",
            "Good talk about the floods. jemandes Idee war gut.",
        ),
        ("She likes tea. Die Idee war von Sabine.", "She likes tea. Die Idee war von jemandem."),
        ("Frau Krüger said so.", "someone said so."),
        ("Mr Krüger said so.", "Mr someone said so."),
        ("Herr Krüger and Sabine met us.", "someone and someone met us."),
    ],
)
def test_each_sentence_of_a_note_is_in_a_language_of_its_own(text: str, expected: str) -> None:
    assert Traces(Person(id="k", name="Sabine Krüger"), [], frozenset()).private(text) == expected


def test_every_mark_that_sits_on_a_letter_makes_a_name_longer() -> None:
    marks = [chr(code) for code in range(0x300, sys.maxunicode + 1) if unicodedata.category(chr(code))[0] == "M"]
    assert re.fullmatch(f"{letter()}*", "".join(marks))


def test_the_names_of_others_that_contain_the_name_stay() -> None:
    without = eraser([name_pattern("Ann Lee"), word_pattern("Ann")], ["Mary Ann Lee", "Bob"])

    assert without("Mary Ann Lee and Ann Lee and Ann") == "Mary Ann Lee and someone and someone"


def test_a_telephone_number_goes_however_it_is_grouped() -> None:
    without = eraser([digits_pattern("+43 660 123-4567")])

    assert (
        without("call +436601234567 or +43 (660) 1234567, not 436601234567 8")
        == "call someone or someone, not someone 8"
    )
    assert without("14366012345678") == "14366012345678"


def test_titles_and_middle_names_do_not_tell_who_is_meant() -> None:
    assert telling_words("Dr. Ann Maria van Smith") == ["Ann", "Smith"]
    assert telling_words("X") == []


def test_offsets_move_with_the_text() -> None:
    erased = eraser([name_pattern("Ann Smith")])("x")
    assert erased == "x"
    erased_text = eraser([name_pattern("Ann Smith")]).erase("Hi Ann Smith, hi Ann Smith.")
    assert erased_text.text == "Hi someone, hi someone."
    assert erased_text.text[erased_text.moved(14) : erased_text.moved(27, end=True)] == "hi someone."
    assert erased_text.text[erased_text.moved(7) : erased_text.moved(12, end=True)] == "someone"


@pytest.mark.parametrize(
    ("channel", "expected"),
    [
        (Channel(type="linkedin", value="https://www.linkedin.com/in/ann-smith-7/"), "ann-smith-7"),
        (Channel(type="github", value="github.com/annsmith"), "annsmith"),
        (Channel(type="mastodon", value="@anns@hachyderm.io"), "anns"),
        (Channel(type="web", value="https://ann.example/about"), "ann.example/about"),
        (Channel(type="other", value="@annie_s"), "annie_s"),
    ],
)
def test_a_handle_is_known_without_its_address(channel: Channel, expected: str) -> None:
    assert expected in set(handles_in(channel))
    assert "about" not in set(handles_in(channel))


ANN = Person(id="p1", name="Ann Smith", also_called=("Annie",))
ANN_LEE = Named("p2", "Ann Lee")


def _traces(*others: Named) -> Traces:
    return Traces(ANN, others, frozenset())


def test_a_first_name_goes_where_nobody_else_present_has_it() -> None:
    traces = _traces(ANN_LEE, Named("p3", "Bob Smith"))

    assert traces.close({"p3"}, "")("Ann and Smith") == "someone and Smith"
    assert traces.close({"p2", "p3"}, "")("Ann and Smith and Annie") == "Ann and Smith and someone"
    assert traces.close((), "with Ann Lee")("Ann Lee, Ann Smith, Ann") == "Ann Lee, someone, Ann"
    assert traces.close({"Ann from Acme"}, "")("Ann") == "Ann"
    assert traces.private("Ann and Annie") == "Ann and someone"
    assert _traces().private("Ann came") == "someone came"
    assert _traces().certain("Ann came with Ann Smith") == "Ann came with someone"


def test_a_namesake_keeps_the_name_but_where_only_the_forgotten_one_is_present() -> None:
    traces = _traces(Named("p9", "ANN SMITH"))

    assert traces.certain("Ann Smith") == "Ann Smith"
    assert traces.close((), "Ann Smith")("Ann Smith") == "someone"
    assert traces.close({"p9"}, "Ann Smith")("Ann Smith") == "Ann Smith"


def test_a_check_keeps_pointing_at_its_sentences() -> None:
    text = "I met Ann Smith. Ann Smith runs Acme."
    claim = {"start": 17, "end": 26, "text": "Ann Smith", "quotes": ["Ann Smith said"], "verdict": "unsupported"}
    sentence = {"start": 17, "end": 37, "text": "Ann Smith runs Acme.", "verdict": "supported"}
    values = {"text": text, "check": {"sentences": [sentence], "claims": [claim]}}

    new = Redaction(eraser([name_pattern("Ann Smith")]), "p1", frozenset({"p1"})).mapping(values)

    assert new["text"] == "I met someone. someone runs Acme."
    for part in (*new["check"]["sentences"], *new["check"]["claims"]):
        assert new["text"][part["start"] : part["end"]] == part["text"]
    assert new["check"]["claims"][0]["quotes"] == ["someone said"]
    assert new["check"]["claims"][0]["verdict"] == "unsupported"


def test_quoted_profiles_and_deleted_sources_are_emptied_and_json_in_text_is_read() -> None:
    values = {
        "text": '{"people": [{"person_id": "p1", "name": "Ann Smith", "role": "CTO"}], "n": 1}',
        "evidence": [
            {"source_id": "p1", "kind": "person", "text": "CTO at Acme", "names": ["Ann Smith"], "label": "P1"}
        ],
    }

    new = Redaction(eraser([name_pattern("Ann Smith")]), "p1", frozenset({"p1"})).mapping(values)

    assert new["text"] == '{"people": [{"person_id": "", "name": "someone", "role": ""}], "n": 1}'
    assert new["evidence"] == [{"source_id": "", "kind": "person", "text": "someone", "names": [], "label": "P1"}]


SABINE = Person(id="s", name="Dr. Sabine Krüger")


def _without_sabine(text: str, *others: Named, addresses: frozenset[str] = frozenset()) -> str:
    return Traces(SABINE, others, addresses).private(text)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Sabine Krüger", "Sabine Krueger"),
        ("Sabine Krueger", "Sabine Krüger"),
        ("Jonas Weiß", "Jonas Weiss"),
        ("Søren Ågren", "Soeren Aagren"),
        ("Łukasz Dec", "Lukasz Dec"),
    ],
)
def test_a_name_is_known_as_a_keyboard_without_its_letters_types_it(name: str, expected: str) -> None:
    assert expected in respelled(name)
    assert Traces(Person(name=name), (), frozenset()).certain(f"met {expected}.") == "met someone."


@pytest.mark.parametrize(
    "address",
    [
        "sabine.krueger@leipzig.example", "SABINE_KRÜGER@leipzig.example", "s.krueger@leipzig.example",
        "skrueger77@mail.example", "krueger.sabine@mail.example", "sabine@mail.example", "sabinek@mail.example",
        "sabine.m.krueger+news@mail.example", "info@krueger-lampen.example", "@skrueger", "@sabine_krueger",
        "https://www.linkedin.com/in/sabine-krueger-4a7b/", "linkedin.com/in/sabinekrueger",
        "https://leipzig.example/team/krueger", "github.com/skrueger", "S. Krüger", "S Krueger", "Krüger, S.",
        "Sabine M. Krueger", "sabinekrueger",
    ],
)  # fmt: skip
def test_an_address_built_of_the_name_goes_as_a_whole(address: str) -> None:
    assert _without_sabine(f"Her budget: {address}, and more.") == "Her budget: someone, and more."


def test_what_only_looks_alike_stays() -> None:
    text = "stefan.braun@leipzig.example, post@krug.example; Krug, kreuger, Sabinenstift, https://x.example/kr%C3%BCge"
    assert _without_sabine(text) == text
    mother = Named("m", "Ute Krüger")
    kept = "Ute Krüger's post is post@krueger.example."
    assert _without_sabine(kept, mother, addresses=frozenset({"post@krueger.example"})) == kept
    assert _without_sabine("Krueger alone", mother, Named("n", "Jo Krueger")) == "Krueger alone"
    small = Traces(Person(name="Peter Schoen"), (), frozenset())
    assert small.private("Das war schön. Peter Schön kam nicht.") == "Das war schön. jemand kam nicht."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sabine sucht jemanden, der Daten aufbereitet", "jemand sucht jemanden, der Daten aufbereitet"),
        ("Frau Krüger war genervt", "jemand war genervt"),
        ("Ich habe mit Sabine gesprochen.", "Ich habe mit jemandem gesprochen."),
        ("Das ist ein Buch für Frau Dr. Krueger.", "Das ist ein Buch für jemanden."),
        ("Sabines Projekt ist noch nicht fertig.", "jemandes Projekt ist noch nicht fertig."),
        ("Sabine is looking for flood data.", "someone is looking for flood data."),
    ],
)
def test_a_german_note_says_it_in_german(text: str, expected: str) -> None:
    assert _without_sabine(text) == expected


def test_a_check_keeps_pointing_at_german_sentences() -> None:
    text = "Ich war da. Frau Krüger war genervt."
    sentence = {"start": 12, "end": 36, "text": "Frau Krüger war genervt.", "verdict": "supported"}
    eraser_of_her = Traces(SABINE, (), frozenset()).private
    new = Redaction(eraser_of_her, "s", frozenset()).mapping({"text": text, "check": {"sentences": [sentence]}})
    (part,) = new["check"]["sentences"]
    assert part["text"] == new["text"][part["start"] : part["end"]] == "jemand war genervt."


def test_a_sentence_goes_word_for_word_and_leaves_a_gap() -> None:
    without = eraser([word_pattern("Kwame")]).with_lines(["Kwame is broke."])
    assert without("One question? Kwame  is broke. Hi Kwame!") == "One question? … Hi someone!"
