"""What people do by what they say, in sentences of each kind."""

from __future__ import annotations

import pytest

from coach.domain.conversation import move_in, proposes_a_step, questions_in

ENGLISH = {
    "greets": [
        "Hi Keiko, good to see you again.",
        "Great to see you!",
        "Nice to meet you, I'm Sam",
        "Nice to meet you, I'm Sam and I build test kits.",
        "Hello Bram!",
        "Good evening, Noelani. I am Sam.",
        "It's lovely to meet you at last.",
        "Hey, good to see you here!",
        "So nice to finally meet you.",
        "What a pleasure to meet you.",
    ],
    "leaves": [
        "nice meeting you, see you tomorrow",
        "It was good to talk",
        "It was nice to meet you.",
        "Good talking to you!",
        "I have to go now.",
        "I'm afraid I must leave, my train goes in ten minutes.",
        "Bye!",
        "See you on Friday.",
        "See you!",
        "Take care!",
        "It's been great to meet you.",
        "Thank you for your time, have a good evening.",
        "I need to catch my train.",
        "Great, see you there then.",
        "Hope to see you again soon.",
        "Lovely to talk to you.",
        "Nice to meet you, see you tomorrow!",
        "I should get going. It was a pleasure.",
        "Until next time.",
    ],
    "tells": [
        "I see you run a meetup.",
        "We have to run the tests twice.",
        "I have to run the tests twice a day.",
        "I take care of the old charts.",
        "Good to see that it works.",
        "I like to see you succeed.",
        "I lost a day to a broken clock.",
        "It was nice to meet you last week.",
        "Until then we had no test at all.",
        "We can send two million parcels a day.",
        "I will never forget that night.",
        "I write tests for a living.",
        "Hello Bram, I hear that you have a new client from the ferry.",
        "We had to leave the house at five.",
        "I saw you at the talk about buyers.",
    ],
    "proposes": [
        "shall we sit together on Friday?",
        "shall we grab a bite",
        "want to walk over together?",
        "are you free for a coffee on Friday?",
        "how about lunch tomorrow?",
        "would you have time for a call next week?",
        "Shall we have coffee on Friday?",
        "Let's have coffee.",
        "Let's talk more tomorrow.",
        "Can we meet next week?",
        "Do you fancy a drink?",
        "Do you want to grab a coffee?",
        "Why don't we continue over lunch?",
        "We should catch up again soon.",
        "Would you like to join us for dinner?",
        "Could we find a time next week?",
        "Are you around on Thursday?",
        "How about Friday?",
        "It would be great to talk again.",
        "Do you have a minute to sit down?",
        "Maybe we could meet for a coffee.",
        "I'd love to have a coffee with you.",
        "Would you be up for a walk?",
        "Would you like to test it together?",
        "Shall we talk on Friday?",
    ],
    "offers": [
        "I'll send you the link tomorrow.",
        "Can I send you the kit?",
        "Let me introduce you to Amara.",
        "I will write to you next week.",
        "May I show you the fixture?",
        "I'd be happy to lend you the book.",
        "I'll let you know.",
        "Can I have your card?",
        "I could bring the stopwatch.",
    ],
    "asks": [
        "can I ask how you talk to managers?",
        "How do you send two million parcels?",
        "What could we do together about it?",
        "How about you?",
        "What about the handover?",
        "How can we talk about failure?",
        "What do you care about?",
        "I see you run a meetup, how did it start?",
        "Tell me about your evening room.",
        "I'd love to hear how you started.",
        "I am curious how the handover went.",
        "what do you do",
        "Can you tell me more about the clock?",
        "Would you like to lead a team again?",
        "Do you have time for side projects?",
        "Are you free to choose your tools?",
        "Do you want to teach for ever?",
        "Can I ask you something about the forms?",
        "Could we go back to the clock?",
        "Are you speaking tomorrow?",
        "Why would you have lunch alone?",
        "Did you have lunch with Amara?",
        "Nice to meet you. What do you do?",
        "Do you often meet people here?",
        "How do you meet new people?",
    ],
    "asks how one is": [
        "How are you?",
        "Hi Keiko, how are you today?",
        "How's it going?",
        "Hello Bram! How have you been?",
        "How is your day going so far?",
        "Good evening, how are things?",
    ],
    "thanks": [
        "Thank you, that helps a lot.",
        "Thanks!",
        "Oh, thank you very much.",
    ],
}
GERMAN = {
    "greets": [
        "Schön, Sie wiederzusehen",
        "Schön, dass wir uns treffen",
        "Hallo Keiko, schön dich zu sehen!",
        "Guten Abend, ich bin Sam.",
        "Freut mich, Sie kennenzulernen.",
        "Freut mich!",
        "Hallo, guten Tag!",
        "Wie schön, dich endlich zu treffen!",
        "Schön, dass Sie da sind.",
    ],
    "leaves": [
        "Hat mich gefreut",
        "Es hat mich sehr gefreut, Sie kennenzulernen.",
        "Ich muss leider los. Bis bald!",
        "Schön, dass wir uns getroffen haben.",
        "Bis morgen!",
        "Tschüss!",
        "Danke für das Gespräch, einen schönen Abend noch.",
        "Auf Wiedersehen.",
        "Wir sehen uns am Freitag.",
        "Es war schön, mit dir zu reden.",
        "Dann bis Freitag.",
        "Ich muss jetzt zum Zug.",
    ],
    "proposes": [
        "Wollen wir uns am Freitag zusammensetzen?",
        "Hast du am Freitag Zeit für einen Kaffee?",
        "Wie wäre es mit einem Mittagessen?",
        "Haben Sie nächste Woche Zeit für ein Telefonat?",
        "Lass uns morgen weiterreden.",
        "Können wir uns nächste Woche treffen?",
        "Magst du mitkommen?",
        "Möchten Sie einen Kaffee?",
        "Wir sollten uns bald wieder treffen.",
        "Treffen wir uns am Montag?",
        "Sollen wir zusammen rübergehen?",
        "Hätten Sie Lust auf einen Kaffee?",
        "Wie wär's mit Freitag?",
        "Bist du am Donnerstag frei?",
        "Gehen wir zusammen essen?",
    ],
    "offers": [
        "Ich schicke dir morgen die Liste.",
        "Darf ich Ihnen das Testkit schicken?",
        "Ich melde mich nächste Woche.",
        "Kann ich dir die Folien zeigen?",
        "Ich komme gern vorbei.",
        "Ich rufe Sie am Montag an.",
    ],
    "asks": [
        "Darf ich fragen, wie Sie mit Managern sprechen?",
        "Was können wir gemeinsam tun?",
        "Erzähl mir von deinem Abendraum.",
        "Wie geht es mit dem Raum voran?",
        "Hast du Zeit für Hobbys?",
        "Woran arbeitest du gerade?",
        "Mich interessiert, wie die Übergabe lief.",
        "Ich würde gern wissen, was Ihnen wichtig ist.",
        "Und was ist mit der Katze?",
        "Wie haben Sie angefangen?",
        "Warum treffen Sie sich mittwochs?",
    ],
    "asks how one is": [
        "Wie geht es dir?",
        "Hallo Keiko, wie geht's?",
        "Wie geht es Ihnen heute?",
    ],
    "thanks": [
        "Vielen Dank, das hilft mir sehr.",
        "Danke!",
    ],
    "tells": [
        "Wir haben im Mai ein Archiv aufgebaut.",
        "Ich komme aus Bremen.",
        "Ich schreibe Tests.",
        "Ich muss leider sagen, dass es nicht klappt.",
        "Bis morgen muss ich fertig sein.",
        "Ich sehe, dass Sie ein Meetup leiten.",
        "Es war schön, Sie letzte Woche zu treffen.",
    ],
}


@pytest.mark.parametrize(("heard", "move"), [(line, move) for move, lines in ENGLISH.items() for line in lines])
def test_what_is_done_by_an_english_turn(heard: str, move: str) -> None:
    assert move_in(heard) == move


@pytest.mark.parametrize(("heard", "move"), [(line, move) for move, lines in GERMAN.items() for line in lines])
def test_what_is_done_by_a_german_turn(heard: str, move: str) -> None:
    assert move_in(heard, "de") == move


@pytest.mark.parametrize(
    ("heard", "asked"),
    [
        ("I read of your talk. What is it about? Shall we meet on Friday?", ["What is it about?"]),
        ("Hi! How are you? Tell me about the archive.", ["Tell me about the archive."]),
        ("Can I send you the kit?", []),
        ("Can I ask how you send a million parcels?", ["Can I ask how you send a million parcels?"]),
    ],
)
def test_questions_are_what_wants_an_answer(heard: str, asked: list[str]) -> None:
    assert questions_in(heard) == asked


@pytest.mark.parametrize(
    ("said", "step"),
    [
        ("Shall we talk on Friday?", True),
        ("I'll send you the link.", True),
        ("I send two million parcels a day.", False),
        ("How did you talk to your managers?", False),
        ("I will never forget that evening.", False),
    ],
)
def test_a_next_step_is_a_proposal_or_an_offer(said: str, step: bool) -> None:
    assert proposes_a_step(said) is step
