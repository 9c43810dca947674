"""What notes ask to keep to oneself: it is never said to anybody, and nothing else is withheld."""

from __future__ import annotations

import pytest

from coach.domain.discretion import confidences, kept_back, sayable
from coach.domain.evidence import Evidence
from coach.domain.models import Kind, Person
from coach.journeys.their_notes import theirs_alone


@pytest.mark.parametrize(
    "text",
    [
        "he's looking for a new job maybe, don't tell anyone!",
        "Marek is leaving in January to start something with drones, hush hush.",
        "dont quote the number",
        "Divorce last year, never mention Paul.",
        "theres a band 6 coming up but its NOT advertised yet so i mustnt say to anyone",
        "Denby's are selling up, so that one I never heard.",
        "Tonys gym is about to lose the lease he begged me keep shtum",
        "She oughtn't to have told me and I shan't breathe a word.",
        "leaving in June when her stock vests, employer mustn't get wind of it!!",
        "Von der OP wissen seine Söhne noch nix, also Mund halten.",
        "Honorar höchstens 1.500, das aber nicht nach außen",
        "soll aber keiner wissen, ist ihm peinlich",
        "told me in confidence that the merger is off",
        "Between us: the board wants him gone.",
        "the launch is not public yet",
        "Keep this to myself: Ann is applying too.",
        "She is moving to Oslo (secret!)",
        "Er hört im Sommer auf, bitte nicht weitersagen.",
        "Sie ist schwanger, bleibt unter uns.",
        "Das Stipendium ist noch nicht offiziell.",
        "btw don't tell the others, but we lost our insurance",
        "Kwame hasn't told anyone that he will close the space.",
        "Lucas is applying for a job in Delft and has not told his boss.",
        "In confidence, the house will be sold.",
    ],
)
def test_what_is_to_be_kept_to_oneself(text: str) -> None:
    assert kept_back(f"{text} Likes tea.") == (text,) or kept_back(f"{text}\nLikes tea.") == (text,)
    assert sayable(f"{text}\nLikes tea.") == "Likes tea."


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Between us. They will sell the house in May. It was hers. The pump is loud.", "The pump is loud."),
        ("Please keep this to yourself. Ann is leaving. Likes tea.", "Likes tea."),
        ("Bitte nicht weitersagen: die Halle wird verkauft. Trinkt Tee.", "Trinkt Tee."),
        ("Don't tell Ann about the cake. She likes tea.", "She likes tea."),
    ],
)
def test_an_order_at_the_very_beginning_means_what_stands_behind_it(text: str, left: str) -> None:
    assert sayable(text) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("She runs a choir. Her mother is ill. Don't mention it.", "She runs a choir."),
        ("She is pregnant. Nobody knows yet!", ""),
        ("His brother's back on the drink. Stays here.", ""),
        ("She's about to dismiss him. That last fact goes no further.", ""),
        ("Council on 14 Jan. Sirpa thinks it'll be March. don't tell him that, not certain", "Council on 14 Jan."),
        ("Her father died at home. she said so and changed the subject, so DON'T bring it up", ""),
        ("They lost the whole sale. prob not a good way to start a conversation", ""),
        ("Baut Regale. Ihre Werkstatt muss raus. Sucht was mit Rampe. (noch nicht offiziell)", "Baut Regale."),
        ("Runs a dairy. Don't ask about her brother.", "Runs a dairy."),
    ],
)
def test_an_order_alone_means_what_stands_before_it(text: str, left: str) -> None:
    assert sayable(text) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ada Li - potter\nBen Ito - between us, leaving kilo in may", "Ada Li - potter"),
        ("ada li - potter\nben ito - off the record, leaving", "ada li - potter"),
        ("Ada Li - potter\nBen Ito: off the record his firm is for sale", "Ada Li - potter"),
        ("Ada Li - potter\nBen Ito (ops lead), off the record: the firm is for sale", "Ada Li - potter"),
        ("Ada Li - potter\nBen Ito - don't mention it, he is touchy about kilo", "Ada Li - potter"),
        ("Ada Li potter\nBen Ito told me off the record he's leaving", "Ada Li potter"),
        ("Ada Li potter\nCleo is selling up, between you and me", "Ada Li potter"),
        ("Ada Li - potter\noff the record: her boss is a nightmare\nBen Ito - ops", "Ada Li - potter Ben Ito - ops"),
        ("Ada Li - potter\nstudio is closing - between us!\nBen Ito - ops", "Ada Li - potter Ben Ito - ops"),
        ("Ada Li is a potter. Off the record, her studio is closing.", "Ada Li is a potter."),
        ("Ada Li - potter\noff the record:\nher boss is a nightmare\nBen Ito - ops", "Ada Li - potter Ben Ito - ops"),
        ("Ada Li - Töpferin\nBen Ito - unter uns, er geht im Mai", "Ada Li - Töpferin"),
        ("Ada Li - Töpferin\nunter uns: Ben hört auf\nBen Ito - Bäcker", "Ada Li - Töpferin Ben Ito - Bäcker"),
    ],
)
def test_an_order_stays_in_the_entry_that_it_stands_in(text: str, left: str) -> None:
    assert sayable(text) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ada Li - potter\nBen Ito - ops lead, leaving kilo\nbetween us", "Ada Li - potter"),
        ("Ada Li - potter, leaving kilo\n(off the record)\nBen Ito - ops lead", "Ben Ito - ops lead"),
        ("Ada Li - potter, selling up\nplease don't mention it to anyone", ""),
        ("Ada Li - potter, selling up\nnote: don't mention it", ""),
        ("Ada Li - potter, selling up\nHattie doesn't know yet", ""),
        ("Ada Li - potter, selling up\nBen Ito told me this off the record", ""),
        ("Ada Li - Töpferin, hört auf\nbleibt unter uns\nBen Ito - Bäcker", "Ben Ito - Bäcker"),
        ("Ada Li - Töpferin, hört auf\nbitte nicht ansprechen\nBen Ito - Bäcker", "Ben Ito - Bäcker"),
    ],
)
def test_an_order_on_a_line_of_its_own_means_the_line_above(text: str, left: str) -> None:
    assert sayable(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "She doesn't know yet whether she will move.",
        "I couldn't hear that well in the hall.",
        "Tell everyone that the stove works.",
        "She stays here until Friday.",
        "Don't forget to send her the slides.",
        "I don't mention prices in talks, she says.",
        "She works on confidential computing.",
        "nobody knows data contracts like her",
        "Nobody in Leipzig knows that part of the river.",
        "Nobody at the museum knows about LoRa.",
        "Her secret recipe is dill.",
        "We talked about the difference between us and them",
        "She never tells anyone her age.",
        "Don't push him! dont prune now!!",
        "don't forget to tell Ann about the pump",
        "Asked me not to send samples in the post",
        "we don't share an office any more",
        "Ich darf nicht vergessen, ihm zu schreiben. Sie sagt nichts gegen Holz.",
    ],
)
def test_nothing_else_is_withheld(text: str) -> None:
    assert kept_back(text) == ()
    assert sayable(text) == text


def test_what_a_draft_is_written_from_leaves_it_out_though_the_order_names_nobody() -> None:
    person = Person(name="Ann Lee")
    note = Evidence(
        label="N1",
        source_id="n",
        kind=Kind.NOTE,
        text="Ann Lee runs a choir. Ann is ill. Don't mention it. Bo Berg sings bass.",
        names=("Ann Lee", "Bo Berg"),
    )
    whole = note.model_copy(update={"text": "Ann is leaving, hush hush."})
    assert [one.text for one in theirs_alone([note, whole], person)] == ["Ann Lee runs a choir."]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Jo looks for a hall. She was fired last week, please keep it to yourself.", "Jo looks for a hall."),
        ("Ines loves tea. She may leave the museum, don't tell anyone.", "Ines loves tea."),
        ("Ines loves tea. She will move to Oslo (nobody knows yet).", "Ines loves tea."),
        ("Jo baut Regale. Sie hört im Sommer auf, bitte nicht weitersagen.", "Jo baut Regale."),
        ("The lab moves. She told me in the car, keep it to yourself.", ""),
        ("The lab moves. She went quiet at once, so don't mention it.", ""),
        ("The lab moves. Not yet public at the firm, keep quiet.", ""),
    ],
)
def test_an_order_behind_a_clause_that_tells_something_means_that_clause(text: str, left: str) -> None:
    assert sayable(text) == left


def test_what_is_private_by_itself_asks_for_no_silence() -> None:
    assert kept_back("Ann lost her job. Don't tell Ben.") == ("Ann lost her job.", "Don't tell Ben.")
    assert confidences("Ann lost her job in May. Likes tea.") == ()
    assert confidences("Between us: Ann is leaving. Likes tea.") == ("Between us: Ann is leaving.",)


@pytest.mark.parametrize(
    "secret",
    [
        "Im Vertrauen: Tomáš verlässt Klimadata.",
        "Ganz im Vertrauen, Sabine will kündigen.",
        "Behalt das für dich: Tomáš geht.",
        "Ines quit, but it isn't public yet.",
        "Tomáš is leaving Klimadata but nobody knows that yet.",
        "Tomáš is leaving, nobody at work knows yet.",
        "Tomáš is leaving, and nobody outside the team knows that.",
        "Sabine kündigt, niemand sonst weiß davon.",
    ],
)
def test_what_is_told_in_trust_or_not_yet_public_is_kept_back(secret: str) -> None:
    assert kept_back(f"{secret} She grows tea.") == (secret,)


@pytest.mark.parametrize(
    "plain",
    ["Nobody knows that better than Ann.", "Im Vertrauen auf das Team hat sie gebaut.", "The list isn't out of date."],
)
def test_words_that_only_resemble_a_mark_of_silence_are_none(plain: str) -> None:
    assert kept_back(plain) == ()


def test_an_order_behind_a_question_leaves_the_question() -> None:
    text = "Who could find Kwame a sponsor with a room? He is broke. Strictly off the record."
    assert kept_back(text) == ("He is broke.", "Strictly off the record.")
