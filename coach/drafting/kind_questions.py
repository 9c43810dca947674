"""What one may ask after a fact, by its kind.

Each question is short, fits every fact of its kind, and is one that people do ask. So many stand here that over a
whole evening none is heard again and again.
"""

from __future__ import annotations

import re

from coach.drafting.fact_kinds import FactKind

ASKED: dict[FactKind, tuple[str, ...]] = {
    FactKind.AHEAD: (
        "What did you learn about that the hard way?",
        "What do people usually get wrong there?",
        "Which part of that surprised you yourself?",
        "What made you want to talk about that?",
        "Which part of it will people argue about?",
        "What would you say if you had one minute for it?",
    ),
    FactKind.COMMON: (
        "How did that begin for you?",
        "What do you like best about it?",
        "Who else do you share it with?",
    ),
    FactKind.TRIED: (
        "What would you change about it today?",
        "How long did it take you?",
        "What do people usually tell you about it?",
        "What should I look out for next time?",
    ),
    FactKind.NEVER: (
        "What made you decide that?",
        "What do you do instead?",
        "What do people say to that?",
        "How do people take it?",
    ),
    FactKind.REACTED: (
        "What went through your mind?",
        "What struck you about it?",
        "What did you think afterwards?",
    ),
    FactKind.BEGAN: (
        "What made you begin?",
        "What did you expect when you began?",
        "What has kept you at it?",
        "What was the first week like?",
    ),
    FactKind.TIE: (
        "May I tell you more about that?",
        "Shall we compare notes?",
        "What do you make of that?",
        "Could we look at it together?",
    ),
    FactKind.SAYING: (
        "How did you arrive at it?",
        "Where does that come from?",
        "When did that last help you?",
        "How do people take it?",
    ),
    FactKind.ADVICE: (
        "How did you find that out?",
        "What goes wrong otherwise?",
        "When did that last help you?",
        "Did you learn that the hard way?",
    ),
    FactKind.SHARED: (
        "What do you remember best of it?",
        "How do you look back on it?",
        "What has come of it since?",
        "Would you do it again?",
    ),
    FactKind.AGREED: (
        "Do you still see it that way?",
        "Have you changed your mind since?",
        "What has come of it since?",
    ),
    FactKind.MISSED: ("What did I miss?", "What was the best of it?", "How could I catch up on it?"),
    FactKind.BOUGHT: ("What made you go for it?", "Has it been worth it?", "Would you do it again?"),
    FactKind.SKILL: (
        "Where did you learn that?",
        "How did you begin with it?",
        "What keeps you at it?",
        "Who got you into that?",
    ),
    FactKind.ADMIRED: ("How do you do that?", "Where did you learn that?", "How long did it take you to get there?"),
    FactKind.BUSY: (
        "How far have you got?",
        "What is the hardest part of it?",
        "What comes after that?",
        "What has surprised you so far?",
    ),
    FactKind.WONDERED: (
        "What made you ask?",
        "What would you have done?",
        "Have you come across that yourself?",
        "What would your own answer be?",
    ),
    FactKind.COUNTED: (
        "What made you start?",
        "What did you expect?",
        "What surprised you most about the result?",
        "What have you done with it since?",
    ),
    FactKind.ASKED: (
        "Which answer surprised you most?",
        "What did you expect them to say?",
        "Which answer do you remember best?",
        "What did you do with the answers?",
    ),
    FactKind.SEARCHED: (
        "What did you hope to find?",
        "What surprised you most?",
        "How did you keep going?",
        "When did you know that it was worth it?",
    ),
    FactKind.LOST: (
        "How did you go on from there?",
        "What did it teach you?",
        "What did you do next?",
        "What did you do differently after that?",
    ),
    FactKind.MISHAP: (
        "What did you do then?",
        "What have you changed since?",
        "How did you sort it out?",
        "Could anybody have seen it coming?",
    ),
    FactKind.CHANGED: (
        "What was the moment when you decided that?",
        "What made you decide that?",
        "What got better, and what got worse?",
        "What did others say to that?",
        "Would you do it again?",
    ),
    FactKind.FOUND: (
        "What was the first thing you thought?",
        "What did you do with it?",
        "Who did you tell first?",
        "How long did it take you to believe it?",
    ),
    FactKind.LEARNED: (
        "Who taught you?",
        "Which part was the hardest to learn?",
        "How long did it take?",
        "When did you know that you could do it?",
    ),
    FactKind.MADE: (
        "Where did the idea come from?",
        "What was the hardest part?",
        "What surprised you on the way?",
        "What would you do differently next time?",
        "Who helped you with it?",
    ),
    FactKind.HELPED: (
        "May I come back to that?",
        "Could I ask you one more thing about it?",
        "What should I look at next?",
    ),
    FactKind.ROUTINE: (
        "How did that begin?",
        "What keeps you doing it?",
        "What changes from one time to the next?",
        "When did you begin with that?",
    ),
    FactKind.HABIT: (
        "How did you come to do that?",
        "What gave you the idea?",
        "What do others make of it?",
        "When did you begin with that?",
        "What made you begin with that?",
    ),
    FactKind.CRAFT: (
        "Where did you learn that?",
        "What goes wrong most often?",
        "Which step took longest to get right?",
        "What does nobody tell beginners about it?",
    ),
    FactKind.DECIDES: (
        "What tips the balance?",
        "When is it a close call?",
        "What do you look at first?",
        "Which one did you find the hardest?",
    ),
    FactKind.TERMS: (
        "How did you settle on that?",
        "When do you make an exception?",
        "How do people take it?",
    ),
    FactKind.RUNS: (
        "What takes up most of your time?",
        "What do outsiders not see of that?",
        "What has changed since you began?",
        "Which part of it do you like best?",
    ),
    FactKind.KNOWS: ("How do you know each other?", "When did you last see each other?", "How did you meet?"),
    FactKind.DISLIKES: (
        "What bothers you most about it?",
        "What would you have in its place?",
        "Has it always been so?",
    ),
    FactKind.OWED: (
        "Is that still of use to you?",
        "Would that still help you?",
        "Do you still have a use for that?",
    ),
    FactKind.PROMISED: (
        "Does that still suit you?",
        "Is there anything that you need from me for it?",
        "May I come back to that?",
    ),
    FactKind.OFFERS: (
        "Does that offer still stand?",
        "Does that still hold?",
        "May I come back to that?",
    ),
    FactKind.THEIRS: (
        "How long has that been so?",
        "How did that come about?",
        "What is the story behind that?",
    ),
    FactKind.USED_TO: (
        "What do you miss about it?",
        "What did you take with you from that time?",
        "What do you remember best from that time?",
    ),
    FactKind.BELIEF: (
        "What convinced you of that?",
        "When did you first see it that way?",
        "Which moment made you so sure?",
        "Who disagrees with you there?",
        "What would have to happen to change your mind?",
        "Has that ever turned out wrong?",
    ),
    FactKind.PLAN: (
        "What is the next step?",
        "What gave you the idea?",
        "What stands in the way?",
        "What do you hope for from it?",
    ),
    FactKind.NEEDS: (
        "What matters most to you there?",
        "What would that make possible?",
        "How could somebody help with that?",
        "How soon do you need it?",
    ),
    FactKind.PROBLEM: (
        "What have you tried so far?",
        "What would help you most?",
        "What is the worst of it?",
        "What have you not tried yet?",
    ),
    FactKind.DONE: (
        "What made that possible?",
        "What was the hardest part?",
        "Who had the idea?",
        "What would you do differently today?",
    ),
    FactKind.TURNED_OUT: (
        "How did you find that out?",
        "What did that change?",
        "Did that surprise you?",
        "Did you see that coming?",
    ),
    FactKind.SHIFTED: (
        "What made the difference?",
        "How long did that take?",
        "Did that surprise you?",
        "What would you try next?",
    ),
    FactKind.FIGURE: (
        "What about the others?",
        "What explains the others?",
        "Did that surprise you?",
    ),
    FactKind.HAPPENED: (
        "How did that come about?",
        "What happened then?",
        "Did you see that coming?",
        "What has come of it since?",
    ),
    FactKind.OWNED: (
        "How did that come about?",
        "How is that going?",
        "What is the story behind that?",
    ),
    FactKind.CARES: (
        "How did that begin?",
        "What got you started?",
        "What made that your subject?",
        "What should I know about that?",
    ),
    FactKind.HOLDS: (
        "How did you find that out?",
        "What does that mean in practice?",
        "What do you make of that?",
    ),
}

OF_SAYINGS = (
    (
        re.compile(r"^your (?:[\w'’-]+ ){0,2}(?:worry|fear|problem|trouble|headache|regret)\b", re.IGNORECASE),
        ASKED[FactKind.PROBLEM],
    ),
    (
        re.compile(r"^your (?:[\w'’-]+ ){0,2}(?:hope|dream|wish|goal|project|idea|plan)\b", re.IGNORECASE),
        ASKED[FactKind.PLAN],
    ),
    (
        re.compile(r"^your (?:[\w'’-]+ ){0,2}question\b", re.IGNORECASE),
        ("What is your own answer so far?", "Who gave you the best answer so far?", "What made you ask it?"),
    ),
    (
        re.compile(r"^your (?:[\w'’-]+ ){0,2}rule\b", re.IGNORECASE),
        (
            "How did you arrive at it?",
            "Who was the first to break it?",
            "What was it like before there was that rule?",
            "When do you make an exception?",
        ),
    ),
    (
        re.compile(r"^your (?:[\w'’-]+ ){0,2}(?:tip|trick|advice|secret|method|recipe|test)\b", re.IGNORECASE),
        ("Where did you pick that up?", "When has it let you down?", "Who else does it that way?"),
    ),
)
"""What is asked of a saying of theirs, by what they call it: a worry as a problem, a dream as a plan."""

WISHES = re.compile(r"^you (?:[a-z]+ly |also |still )?want to (?:see|hear|visit|try|meet|taste|watch|ride|play|read)\b")
REQUESTS = re.compile(
    r"^you (?:[^,;.]+ and )?asked (?:me |us )?(?:for\b|(?:whether|if|who|where|how) .*\b(?:I|we|anybody|anyone|"
    r"somebody|someone)\b)"
)
OF_REQUESTS = ("Is that still open?", "Have you found an answer since?", "Does that still matter to you?")
"""Where they asked the user for something: that is not asked back."""
OF_WISHES = ("What draws you to it?", "What do you hope for from it?", "What made you think of it?")
"""Where they want to see or to try something."""
OF_QUOTES = ("What makes you say that?", "What is behind that?", "How do people answer that?")
"""Where the fact quotes what they said."""
OF_COMMON_PAST = ("How was that for you?", "What did that do to you?", "Who helped you with it?")
"""Of what the two have both lived through."""
OF_LETTING = ("How do they take it?", "What do they say to that?")
"""Where they let others do something, or have them do it."""
LETS = re.compile(
    r"^you (?:\w+ly )?(?:let|have|make|allow|ask) "
    r"(?:(?:the|your|all|new|each) )*(?:children|people|pupils|students|guests|apprentices|visitors|readers|players|"
    r"newcomers|volunteers|customers|patients|participants|everybody|beginners|singers|members|staff)\b"
)

OF_MANY_TRIES = ("What made you try once more?", "What kept you going?", "How did you know when to stop?")
AGAIN_AND_AGAIN = re.compile(r"\b(?:trials|tries|attempts|versions|experiments)\b")
