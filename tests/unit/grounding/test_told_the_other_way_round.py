"""States and deeds told the other way round: each is caught, and its right twin is left alone."""

import pytest

from coach.domain.grounding import check_draft

BRIEF = {"person": "Ann Lee", "user": "Sam Poe", "today": "2026-11-28", "channel": "email", "goal": "follow up"}
WRONG = [
    ("Ann does not like coffee.", "You enjoy coffee."),
    ("Ann is allergic to nuts.", "You have no allergies."),
    ("Ann is divorced.", "You are married."),
    ("Ann is retired.", "You still work."),
    ("Ann's talk is at 14:00.", "Your talk is in the morning."),
    ("Ann prefers tea to coffee.", "You prefer coffee to tea."),
    ("Ann prefers phone calls to emails.", "You prefer emails."),
    ("Ann works part time.", "You work full time."),
    ("Ann's daughter is younger than her son.", "Your son is younger than your daughter."),
    ("Ann is an only child.", "How is your brother?"),
    ("Ann lent me a book.", "You borrowed a book from me."),
    ("Ann arrived late.", "You arrived early."),
    ("Ann sold her boat.", "You bought a boat."),
    ("Ann moved to Bristol.", "You left Bristol."),
    ("Ann hired two engineers.", "You let two engineers go."),
    ("Ann started running.", "You stopped running."),
    ("Ann opened a bakery.", "Congratulations on selling your bakery."),
    ("Ann reads fantasy novels.", "You write fantasy novels."),
    ("Ann wants to learn Spanish.", "You speak Spanish."),
    ("Ann used to work at Nordlys.", "You work at Nordlys."),
    ("Ann is from Bristol.", "We are both from Bristol."),
    ("Ann's meetup has 120 members.", "You have thousands of members."),
    ("Met Ann at the fair.", "The slides that I showed you may be of use to you."),
    (
        "promised Ann our sbar template by fri",
        "I still owe you our sbar template, and I need it by the end of this week.",
    ),
    ("met Ann Lee too, pharmacist", "I remember meeting a pharmacist named Ann at the fair."),
    ("Ann, her colleague dele is the pharmacist. dele has twins", "How are your twins doing?"),
    ("Ann films. The director is Lejla Basic.", "How does it feel to be the director?"),
]
RIGHT = [
    ("Ann's talk is at 14:00.", "Your talk is in the afternoon."),
    ("Ann prefers tea to coffee.", "You prefer tea to coffee."),
    ("Ann's daughter is younger than her son.", "Your daughter is younger than your son."),
    ("Ann is single. Ann has a brother.", "How is your brother?"),
    ("Her brother is married. Ann is single.", "Your brother is married."),
    ("Her brother is married. Ann is single.", "You are single."),
    ("Ann reads and writes novels.", "You write novels."),
    ("Ann sold her boat in May and bought a house.", "You bought a house."),
    ("Ann stopped smoking and started running.", "You started running."),
    ("Ann and I are both from Bristol.", "We are both from Bristol."),
    ("Ann is from Bristol, like me.", "We are both from Bristol."),
    ("Ann has 2500 members.", "You have thousands of members."),
    ("Met Ann at the fair. I showed her my slides on ink.", "Here are the slides that I showed you."),
    ("Ann opened a bakery in 2019.", "When did you open the bakery?"),
]


def verdicts(note, draft):
    evidence = [{"label": "N1", "kind": "note", "text": note, "at": "2026-11-20"}]
    return {sentence.verdict for sentence in check_draft(draft, evidence, BRIEF).sentences}


@pytest.mark.parametrize(("note", "draft"), WRONG)
def test_the_reverse_of_a_note_is_flagged(note, draft):
    assert verdicts(note, draft) & {"unsupported", "contradicted"}


@pytest.mark.parametrize(("note", "draft"), RIGHT)
def test_the_right_twin_is_left_alone(note, draft):
    assert not verdicts(note, draft) & {"unsupported", "contradicted"}
