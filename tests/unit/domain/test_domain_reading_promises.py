"""Who promised what to whom by when, in the many ways in which people type it."""

from __future__ import annotations

from datetime import date

import pytest

from coach.domain import reading
from coach.domain.reading.promise_words import LONGEST, promised_in
from coach.domain.reading.promises_german import in_the_infinitive

TODAY = date(2026, 11, 25)
"""A Wednesday."""


def promised(text: str) -> list[tuple[str, str, str, date | None]]:
    people = reading.named_people(text, [])
    found = reading.promises(reading.sayings(text, people), people, TODAY)
    return [(one.by, one.person, one.what, one.due) for one in found]


@pytest.mark.parametrize(
    ("clause", "by", "what"),
    [
        ("me -> Kwabena: R script for picking", "me", "R script for picking"),
        ("Ilaria -> me: her preprint", "them", "her preprint"),
        ("Offered to introduce me to their CTO", "them", "introduce me to their CTO"),
        ("Offered to read her chapter", "me", "to read her chapter"),
        ("will shoot her the deck", "me", "shoot her the deck"),
        ("told him about our trials, will send the sheet", "me", "send the sheet"),
        ("Gotta drop Aroha the receipts", "me", "drop Aroha the receipts"),
        ("on me to send him our numbers", "me", "send him our numbers"),
        ("promised lena my cv", "me", "lena my cv"),
        ("I said I'd lend Maureen my sieve", "me", "lend Maureen my sieve"),
        ("send Beatrix the photos of her stall", "me", "send Beatrix the photos of her stall"),
        ("I'm mailing him 2 blanks", "me", "mailing him 2 blanks"),
        ("-> texting her the number", "me", "texting her the number"),
        ("I share our runbook with her", "me", "share our runbook with her"),
        ("Ingrid gets the buoy data off me", "me", "the buoy data"),
        ("samples from me by Friday", "me", "samples"),
        ("needs somebody for thermal design -> introduce to Clara", "me", "introduce to Clara"),
        ("Sends me the dataset on bus delays", "them", "Sends me the dataset on bus delays"),
        ("Isla is sending me a shade card", "them", "sending me a shade card"),
        ("abbie's gonna send me her games", "them", "send me her games"),
        ("Yevhen to send me his numbers", "them", "send me his numbers"),
        ("he's going to hook me up with a board", "them", "hook me up with a board"),
        ("she's covering my slot in May", "them", "covering my slot in May"),
        ("who will send me the leaflet", "them", "send me the leaflet"),
        ("W: I'll send you the planner", "them", "send me the planner"),
        ("he gets back to me re the audit", "them", "gets back to me re the audit"),
        ("Sepp schickt mir die Preisliste", "them", "Sepp schickt mir die Preisliste"),
        ("Kemal bringe ich die Westen", "me", "Kemal bringe ich die Westen"),
        ("schick ihr morgen die Folien", "me", "schick ihr morgen die Folien"),
    ],
)
def test_a_promise_is_seen_with_whose_it_is(clause: str, by: str, what: str) -> None:
    found = promised_in(clause)
    assert found is not None
    assert (found.by, found.what) == (by, what)


@pytest.mark.parametrize(
    "clause",
    [
        "He'll be in Berlin on 3 December",
        "I can't come to the opening",
        "Says I can come and see it",
        "She reckons I should meet Ann",
        "I'll miss her laugh",
        "I'll never forget it",
        "He reminds me of my brother",
        "Walked with Ann to the market, she bargained my cloth down",
        "best session of the weekend for me",
        "I promised nothing yet",
        "He'd like to see the hives one day",
        "Gwenda took March and will think about April",
        "Das hat mir gefallen",
        "Es tut mir leid",
    ],
)
def test_what_promises_nothing_is_no_promise(clause: str) -> None:
    assert promised_in(clause) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Met Ada Li and Bo Ek. I promised to send Ada our form tomorrow and Bo will get me a key.",
            [
                ("me", "Ada Li", "send Ada our form", date(2026, 11, 26)),
                ("them", "Bo Ek", "get me a key", None),
            ],
        ),
        ("Ada Li, potter. Told her I'd test the kiln by the end of February.",
         [("me", "Ada Li", "test the kiln", date(2027, 2, 28))]),
        ("Ada Li, potter. He owes nothing. She'll mail me the glaze list tmrw",
         [("them", "Ada Li", "mail me the glaze list", date(2026, 11, 26))]),
        ("Ada Li, potter. I said I'd ask Bernd.", [("me", "Ada Li", "ask Bernd", None)]),
        ("Ada Li, potter. Needs a thermal engineer -> introduce to Clara.",
         [("me", "Ada Li", "introduce Ada to Clara", None)]),
        ("- Ada Li, potter. Sends me the glaze list next Tuesday.",
         [("them", "Ada Li", "send me the glaze list", date(2026, 12, 1))]),
        ("Ada Li, potter. Owes me a beer since the fair :)", [("them", "Ada Li", "a beer", None)]),
        ("Sister Philomena, runs a pantry. I said I'd bring her 4 boxes on the 19th.",
         [("me", "Philomena", "bring her 4 boxes", date(2026, 12, 19))]),
        ("Yamada: runs the lab. Will look at a draft if I forward one.",
         [("them", "Yamada", "look at a draft", None)]),
    ],
)  # fmt: skip
def test_a_promise_belongs_to_its_person_and_has_its_day(
    text: str, expected: list[tuple[str, str, str, date | None]]
) -> None:
    assert promised(text) == expected


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("ring Ada 27 June", date(2027, 6, 27)),
        ("Email her on 14 December", date(2026, 12, 14)),
        ("drop Ada a line on 3 December", date(2026, 12, 3)),
        ("telephone Ada on Friday", date(2026, 11, 27)),
    ],
)
def test_a_day_to_be_in_touch_is_no_promise(line: str, day: date) -> None:
    text = f"Met Ada Li at the fair.\n{line}"
    people = reading.named_people(text, [])
    assert promised(text) == []
    assert reading.follow_up_dates(reading.sayings(text, people), TODAY) == {"Ada Li": day}


def test_a_line_without_end_is_read_in_its_first_words_only() -> None:
    endless = f"I'll send her the list {'and more ' * 20_000}"
    found = promised_in(endless)
    assert found is not None
    assert len(found.what) < LONGEST


@pytest.mark.parametrize(
    ("text", "story"),
    [
        (
            "Met Ada Li. She said that when the kiln broke in the snow the whole village fired her pots in the bakery.",
            "when the kiln broke in the snow the whole village fired her pots in the bakery",
        ),
        (
            "Met Ada Li. Ada told me how a man slept through six chapters, woke up, named the murderer and slept on.",
            "a man slept through six chapters, woke up, named the murderer and slept on",
        ),
    ],
)  # fmt: skip
def test_a_story_is_what_somebody_said_or_told(text: str, story: str) -> None:
    [found] = reading.told_stories(reading.sayings(text, reading.named_people(text, [])))
    assert (found.heard_from, found.text) == ("Ada Li", story)


def test_notes_parted_by_slashes_and_dictated_ones_are_taken_apart() -> None:
    slashed = (
        "data meetup in the old mill / met Yusuke Abe (platform eng) / told him i'd send my script / talk was an ad"
    )
    assert reading.note_sentences(slashed)[2] == "told him i'd send my script"
    dictated = (
        "so just left the care day in leeds sat next to Bronagh Devlin she is a ward sister at St Gemma's and cares "
        "a lot about night staffing then at coffee Anil Mehrotra who is a hospital pharmacist in Bradford and hums"
    )
    assert len(reading.note_sentences(dictated)) > 1
    assert reading.note_sentences("Ada Li / potter / Hollin Mill / Leeds") == ["Ada Li / potter / Hollin Mill / Leeds"]


def test_a_number_before_an_item_is_no_sentence() -> None:
    assert reading.note_sentences("1. Rev. Ada Li, pastor. Sings.\n2. Bo am 1. Mai anrufen.") == [
        "Rev. Ada Li, pastor.",
        "Sings.",
        "Bo am 1. Mai anrufen.",
    ]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Met Leocadia Prunier. I promised Leocadia the planting plan of the park.", "the planting plan of the park"),
        ("Met Nino Lomi. I promised Nino to translate her label text.", "translate her label text"),
        ("Met Ada Li. She is going to email me her recipe, no date given.", "email me her recipe"),
    ],
)
def test_what_is_promised_names_neither_its_receiver_nor_an_aside(text: str, what: str) -> None:
    assert [one[2] for one in promised(text)] == [what]


def test_of_a_sentence_about_two_each_has_their_own_clauses() -> None:
    from coach.domain.evidence import Evidence
    from coach.domain.models import Kind, Person
    from coach.journeys.their_notes import theirs_alone

    note = Evidence(
        label="N1",
        source_id="n",
        kind=Kind.NOTE,
        text="Ingrid Sol adores old logbooks, Mateo Quis worries about water in the valleys.",
        names=("Ingrid Sol", "Mateo Quis"),
    )
    [ingrid] = theirs_alone([note], Person(name="Ingrid Sol"))
    [mateo] = theirs_alone([note], Person(name="Mateo Quis"))
    assert (ingrid.text, ingrid.names) == ("Ingrid Sol adores old logbooks.", ("Ingrid Sol",))
    assert (mateo.text, mateo.names) == ("Mateo Quis worries about water in the valleys.", ("Mateo Quis",))


@pytest.mark.parametrize(
    ("clause", "what"),
    [
        ("Bastian will mir den Kontakt zum Amt geben.", "mir den Kontakt zum Amt geben"),
        ("Er bringt mir das Gutachten mit", "mir das Gutachten mitbringen"),
        ("Sie gibt uns einen Schlüssel", "uns einen Schlüssel geben"),
        ("Ich schicke ihr unseren Dienstplan als Muster", "unseren Dienstplan als Muster schicken"),
        ("Kemal bringe ich die Westen vorbei", "die Westen vorbeibringen"),
        ("Ich soll ihm den Plan der Schule mailen", "den Plan der Schule mailen"),
        ("Wiebke hat mir einen Schlüssel versprochen", "mir einen Schlüssel"),
        ("schick ihr die Folien", "die Folien schicken"),
        ("Das Wetter war gut", "Das Wetter war gut"),
    ],
)
def test_german_promises_are_kept_in_the_infinitive(clause: str, what: str) -> None:
    assert in_the_infinitive(clause, ("Kemal",)) == what


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Met Tom Hale. If Tom sends me the list, I'll send him the money.", [("me", "send him the money", True)]),
        ("Met Tom Hale. When he sends me the plan, I'll check it.", [("me", "check it", True)]),
        ("Met Tom Hale. Once Tom pays I'll ship the paper.", [("me", "ship the paper", True)]),
        ("Met Tom Hale. I'll send him the list if Tom pays.", [("me", "send him the list", True)]),
        ("Met Nina Orr. Maybe I will send her an article.", [("me", "send her an article", False)]),
        ("Met Tom Hale. Perhaps he will call me.", [("them", "call me", False)]),
        ("Met Tom Hale. I will send him the list in May.", [("me", "send him the list in May", True)]),
        (
            "Met Tom Hale. He promised an intro to his colleague Bettina.",
            [("them", "an intro to his colleague Bettina", True)],
        ),
        ("Met Tom Hale. He promised the board a report.", []),
        ("Met Tom Hale. He already sent me the list. I have already sent him mine.", []),
        ("Met Tom Hale. He kept his promise to lend me the press.", []),
        ("Met Tom Hale. I could send him the list, but I won't.", []),
        (
            'Met Lena Graf. Lena said: "I\'ll send you your draft." I said I would read it.',
            [("them", "send me my draft", True), ("me", "read it", True)],
        ),
        ('Met Lena Graf. "I\'ll bring you seeds", said Lena.', [("them", "bring me seeds", True)]),
    ],
)
def test_conditions_hedges_quotations_and_what_is_done_are_told_from_promises(
    text: str, kept: list[tuple[str, str, bool]]
) -> None:
    people = reading.named_people(text, [])
    found = reading.promises(reading.sayings(text, people), people, date(2026, 11, 30))
    assert [(one.by, one.what, one.accepted) for one in found] == kept


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Tom already sent me the list he promised.", ["Tom"]),
        ("Marta also runs two ovens.", ["Marta"]),
        ("Lagos already has trams.", []),
        ("Postgres already sent alerts.", []),
        ("May just started.", []),
    ],
)
def test_whoever_acts_behind_an_adverb_is_somebody(text: str, names: list[str]) -> None:
    assert [one.name for one in reading.named_people(text, [])] == names


def test_a_quotation_ends_its_sentence() -> None:
    assert reading.note_sentences('She said: "Come in." I came.') == ['She said: "Come in."', "I came."]
    assert len(reading.note_sentences('He said "stop!" and left.')) == 1


@pytest.mark.parametrize(
    ("clause", "by", "what"),
    [
        ("Kemal schuldet mir seine Tabelle", "them", "seine Tabelle"),
        ("Er schuldet mir noch ein Bier.", "them", "ein Bier"),
        ("schuldet uns: Fotos", "them", "Fotos"),
        ("Mir schuldet Kemal noch die Liste", "them", "die Liste"),
        ("Die Liste schuldet mir Kemal noch", "them", "die Liste"),
        ("Sie ist mir noch die Liste schuldig", "them", "die Liste"),
        ("Ich schulde ihm noch die Liste", "me", "die Liste"),
        ("Ich bin ihr noch die Liste schuldig", "me", "die Liste"),
    ],
)
def test_of_a_german_debt_the_thing_is_what_is_promised(clause: str, by: str, what: str) -> None:
    found = promised_in(clause)
    assert found is not None
    assert (found.by, in_the_infinitive(clause, ("Kemal",))) == (by, what)


@pytest.mark.parametrize(
    ("text", "by", "what"),
    [
        ("Met Ana Ruiz. I owe her coffee", "me", "coffee"),
        ("Met Ana Ruiz. I owe her lunch next week", "me", "lunch next week"),
        ("Met Ana Ruiz. I owe her comments on her abstract", "me", "comments on her abstract"),
        ("Met Ben Okoye. I owe him two pictures", "me", "two pictures"),
        ("Met Ben Okoye. I owe him dinner, curry, his pick", "me", "dinner, curry, his pick"),
        ("I owe Ana Ruiz a coffee and a book", "me", "a coffee and a book"),
        ("Met Ana Ruiz. I owe Ana coffee", "me", "coffee"),
        ("Met Ana Ruiz. I owe her manager a call", "me", "her manager a call"),
        ("Met Ana Ruiz. She promised me her slides", "them", "her slides"),
    ],
)
def test_what_is_owed_is_the_thing_without_whom_it_is_owed_to(text: str, by: str, what: str) -> None:
    assert [(one[0], one[2]) for one in promised(text)] == [(by, what)]
