"""Forgetting a person, in the tables, in every text, in the file's bytes and in what recall will index."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from coach.domain.models import (
    Answer,
    Capture,
    Channel,
    Commitment,
    Draft,
    DraftVersion,
    Event,
    Goal,
    Help,
    Item,
    Kind,
    Note,
    Person,
    Reflection,
    ReflectionPrompt,
    Rehearsal,
    Session,
    Story,
    Telling,
    Turn,
)
from coach.errors import NotFoundError
from coach.storage.forgetting import Mode
from coach.storage.store import Store

BOTH = pytest.mark.parametrize("mode", ["delete", "anonymise"])


def _world(person: Person, first: str) -> list[Item]:
    """One person in every place where a workspace can hold somebody, beside Bob, who stays."""
    name, mail = person.name, person.channels[0].value
    text = f"I met {name} ({mail}). {first} likes tea; Bob does too."
    check = {"sentences": [{"start": 0, "end": len(text), "text": text, "verdict": "supported", "quotes": [name]}]}
    evidence = ({"label": "P1", "source_id": person.id, "text": f"{name}: baker", "names": [name]},)
    version = DraftVersion(number=1, text=text, subject=f"Tea, {first}?", evidence=evidence, check=check)
    return [
        person,
        Person(id="bob", name="Bob Bauer", how_met=f"through {name}", organisation=f"{name} Ltd"),
        Event(
            id="e",
            name="Dinner",
            about=f"hosted by {name}",
            programme=(Session(id="t", title=f"{name} on tea", speakers=(name, "Bob Bauer"), abstract=text),),
            attendees=(person.id, "Carol"),
        ),
        Goal(id="g", text=f"Work with {name}"),
        Note(id="alone", text=f"{first} bakes.", people=(person.id,)),
        Note(id="shared", text=text, people=(name, "Bob Bauer"), thread=f"chat with {name}", source=f"{name}.md"),
        Note(id="said", text="I said hello.", author=name, people=("Bob Bauer",)),
        Note(id="bobs", text=f"Bob knows {name} and {first} from school.", people=("Bob Bauer",)),
        Note(id="other", text="Bob is well.", people=("Bob Bauer",)),
        Story(id="s", title=f"{first} wins", text=text, own=False, heard_from=name, told=(Telling(person=person.id),)),
        Story(id="s2", title="Life", lesson="x", about_people=(name,), told=(Telling(person="Bob Bauer"),)),
        Commitment(id="c", person=name, by="them", what=f"{first} sends tea", due=date(2024, 1, 1)),
        Help(id="h", person=name, by="them", what=f"{first} lent me a room", at=date(2024, 1, 2)),
        Draft(id="to", purpose="follow_up", person=person.id, versions=(version, version)),
        Draft(id="about", purpose="brief", versions=(DraftVersion(number=1, text=f'{{"who": "{name}"}}'), version)),
        Reflection(
            id="r",
            prompts=(ReflectionPrompt(text=f"What did {first} say?"),),
            answers=(Answer(prompt=f"What did {first} say?", text=f"{name} said hi"),),
            lessons=f"call {first}",
        ),
        Rehearsal(
            id="with",
            person=person.id,
            aim=f"ask {first} about tea",
            evidence=evidence,
            turns=(Turn(by="me", text=f"Hello {first}!"), Turn(by="them", text=f"I am {name}.", check=check)),
        ),
        Rehearsal(id="like", who=f"a baker like {name}", turns=(Turn(by="me", text=f"Do you know {name}?"),)),
        Capture(id="k", text=text, proposal={"people": [{"name": name, "person_id": person.id, "quote": text}]}),
    ]


ANN = Person(
    id="0f3b",
    name="Ännchen Übelhör",
    also_called=("Aennie",),
    channels=(
        Channel(type="email", value="ann.u@example.org"),
        Channel(type="linkedin", value="https://linkedin.com/in/auebelhoer77"),
        Channel(type="phone", value="+43 660 1234567"),
    ),
    role="baker",
)
TRACES = ("nnchen", "belhör", "Aennie", "ann.u@", "auebelhoer77", "1234567")


def _bytes(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in path.parent.glob(f"{path.name}*"))


def _everything(store: Store) -> str:
    kinds = [kind for kind in Kind if kind is not Kind.SESSION]
    lists = {
        Kind.PERSON: store.people, Kind.EVENT: store.events, Kind.GOAL: store.goals, Kind.NOTE: store.notes,
        Kind.STORY: store.stories, Kind.COMMITMENT: store.commitments, Kind.HELP: store.helps, Kind.DRAFT: store.drafts,
        Kind.REFLECTION: store.reflections, Kind.CAPTURE: store.captures, Kind.REHEARSAL: store.rehearsals,
    }  # fmt: skip
    items = "".join(item.model_dump_json() for kind in kinds for item in lists[kind]())  # type: ignore[operator]
    return items + "".join(passage.model_dump_json() for passage in store.passages())


@BOTH
def test_no_trace_is_left_in_any_item_or_passage_and_the_index_is_told(store: Store, mode: Mode) -> None:
    store.save(_world(ANN, "Ännchen"))
    store.mark_indexed(store.pending())

    report = store.forget_person(ANN.id, mode=mode)

    left = _everything(store)
    for trace in (*TRACES, ANN.id):
        assert trace not in left
    assert report.deleted["person"] == 1
    queued = {(item.kind, item.id): item.op for item in store.pending()}
    assert queued[Kind.PERSON, ANN.id] == "delete"
    for ref in [(Kind.NOTE, "shared"), (Kind.NOTE, "bobs"), (Kind.STORY, "s"), (Kind.SESSION, "t"), (Kind.GOAL, "g")]:
        assert queued[ref] == "index"
    assert (Kind.NOTE, "other") not in queued
    assert store.get(Note, "other").text == "Bob is well."
    with pytest.raises(NotFoundError):
        store.forget_person(ANN.id)


def test_deleting_removes_what_is_about_them_alone(store: Store) -> None:
    store.save(_world(ANN, "Ännchen"))

    report = store.forget_person(ANN.id, mode="delete")

    assert report.deleted == {"person": 1, "note": 1, "commitment": 1, "help": 1, "draft": 1, "rehearsal": 1}
    assert {note.id for note in store.notes()} == {"shared", "said", "bobs", "other"}
    assert (store.commitments(), [draft.id for draft in store.drafts()]) == ([], ["about"])
    assert [one.id for one in store.rehearsals()] == ["like"]
    assert store.get(Story, "s").told == ()
    assert store.get(Event, "e").attendees == ("Carol",)
    assert store.get(Event, "e").programme[0].speakers == ("bob",)
    assert store.get(Note, "shared").people == ("bob",)


def test_anonymising_keeps_everything_of_someone(store: Store) -> None:
    store.save(_world(ANN, "Ännchen"))

    report = store.forget_person(ANN.id)

    assert report.deleted == {"person": 1, "rehearsal": 1}
    assert [one.id for one in store.rehearsals()] == ["like"], "a stand-in of someone would speak for her"
    assert report.anonymised["note"] == 4
    assert store.get(Note, "alone").text == "someone bakes."
    assert store.get(Note, "shared").text == "I met someone (someone). someone likes tea; Bob does too."
    assert store.get(Note, "shared").people == ("someone", "bob")
    assert store.get(Note, "said").author == "someone"
    assert store.get(Event, "e").attendees == ("Carol",), "nobody is expected who is nobody"
    assert store.get(Commitment, "c").person == "someone"
    draft = store.get(Draft, "to")
    assert [version.subject for version in draft.versions] == ["Tea, someone?", "Tea, someone?"]
    check = draft.current.check
    assert check is not None
    assert check["sentences"][0]["text"] == draft.current.text[: check["sentences"][0]["end"]] == draft.current.text
    assert draft.current.evidence[0]["text"] == "someone"
    capture = store.get(Capture, "k")
    assert capture.proposal is not None
    assert capture.proposal["people"][0]["name"] == "someone"
    bob = store.get(Person, "bob")
    assert (bob.name, bob.how_met, bob.organisation) == ("Bob Bauer", "through someone", "someone Ltd")
    assert [person.id for person in store.people(search="someone ltd")] == ["bob"]


def test_others_of_the_same_first_name_keep_theirs(store: Store) -> None:
    ann, lee = Person(id="p1", name="Ann Smith"), Person(id="p2", name="Ann Lee")
    store.save(
        [
            ann,
            lee,
            Note(id="both", text="Ann and Ann Lee and Ann Smith", people=("p1", "p2")),
            Note(id="hers", text="Ann is fun", people=("p1",)),
            Note(id="lees", text="Ann is kind", people=("p2",)),
            Capture(id="open", text="Ann again"),
        ]
    )

    store.forget_person("p1")

    assert store.get(Note, "both").text == "Ann and Ann Lee and someone"
    assert store.get(Note, "hers").text == "someone is fun"
    assert store.get(Note, "lees").text == "Ann is kind"
    assert store.get(Capture, "open").text == "Ann again"
    assert store.get(Person, "p2").name == "Ann Lee"


def test_names_written_before_the_person_was_known_go_too(store: Store) -> None:
    store.save([Note(id="n", text="x", people=("Dr. Ann Smith (Acme)", "annie smith")), Note(id="m", text="y")])
    store.save([Person(id="p1", name="Ann Smith", also_called=("Annie Smith",))])

    store.forget_person("p1")

    assert store.get(Note, "n").people == ("Dr. someone (Acme)", "someone")


def test_a_name_typed_without_its_letters_is_the_same_persons(store: Store) -> None:
    text = "S. Übelhör called; aennchen.uebelhoer@town.example is hers."
    store.save([Note(id="n", text=text, people=("Aennchen Uebelhoer",)), Note(id="m", text="Uebelhoer again")])
    store.save([ANN])

    store.forget_person(ANN.id)

    assert store.get(Note, "n").people == ("someone",)
    assert store.get(Note, "n").text == "S. someone called; someone is hers."
    assert store.get(Note, "m").text == "someone again"


def test_their_sentences_go_from_notes_linked_to_nobody_and_from_what_quotes_them(store: Store) -> None:
    line = "Between us: Ännchen is broke."
    told = f"One question? {line} Where is a room?"
    check = {"sentences": [{"start": 14, "end": 43, "text": line, "verdict": "supported", "quotes": [line]}]}
    store.save(
        [
            ANN,
            Note(id="clinic", text=f"{line} She cries.", source="clinic"),
            Note(id="mine", text=f"Long day. {line} I need a coat."),
            Note(id="bobs", text="Bob is glad. She cries.", people=("Bob Bauer",)),
            Draft(id="to", purpose="follow_up", person="Bob Bauer", intent=told,
                  versions=(DraftVersion(number=1, text=told, check=check),)),
        ]
    )  # fmt: skip

    store.forget_person(ANN.id, mode="delete", lines=(line, "She cries."))

    assert {note.id: note.text for note in store.notes()} == {
        "mine": "Long day.  I need a coat.",
        "bobs": "Bob is glad. She cries.",
    }
    draft = store.get(Draft, "to")
    assert draft.intent == draft.current.text == "One question? … Where is a room?"
    assert draft.current.check is not None
    assert draft.current.check["sentences"][0]["text"] == "…"


LETTERS = st.characters(whitelist_categories=["Lu", "Ll"], max_codepoint=0x24F)
WORD = st.text(LETTERS, min_size=4, max_size=10).map(str.capitalize).filter(lambda word: word.isalpha())
HANDLE = st.text("abcdefghijkmnpqrstuvwxyz0123456789", min_size=4, max_size=9).map(lambda text: f"{text}0q7")


@st.composite
def somebody(draw: st.DrawFn) -> Person:
    first, last, handle = draw(WORD), draw(WORD), draw(HANDLE)
    return Person(
        id="0f3b",
        name=f"{first}q {last}x",
        also_called=(f"{draw(WORD)}z",),
        channels=(
            Channel(type="email", value=f"{handle}@{draw(HANDLE)}.example"),
            Channel(type="github", value=f"https://github.com/{draw(HANDLE)}"),
        ),
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("forgetting")


@given(person=somebody(), mode=st.sampled_from(["delete", "anonymise"]), data=st.data())
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=[Phase.generate])
def test_after_forgetting_nothing_of_the_person_is_in_the_bytes_of_the_file(
    folder: Path, person: Person, mode: Mode, data: st.DataObject
) -> None:
    path = folder / f"{abs(hash((person.name, mode)))}.sqlite"
    path.unlink(missing_ok=True)
    (path.parent / f"{path.name}.before-0002.x").write_text(person.name, encoding="utf-8")
    world = _world(person, person.name.split()[0])
    many = [
        Note(text=f"{person.name} number {n} " * 20, people=(person.id,)) for n in range(data.draw(st.integers(0, 60)))
    ]
    with Store(path) as store:
        store.save([*world, *many])
        assert person.name.encode() in _bytes(path)
        report = store.forget_person(person.id, mode=mode)
        left = _bytes(path).decode("utf-8", errors="ignore").casefold()
        passages = "".join(passage.model_dump_json() for passage in store.passages()).casefold()

    assert report.file_cleaned
    assert report.backups_removed == 1
    handles = [channel.value.rpartition("/")[2] for channel in person.channels]
    for trace in (person.name, *person.also_called, *handles):
        assert trace.casefold() not in left
        assert trace.casefold() not in passages
    path.unlink()
