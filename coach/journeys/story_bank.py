"""The bank of stories: what to ask about one, how to tell it in the time there is, what has no story yet, what a
story is good for, and who has heard it. All by rule, from the user's own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from coach.domain.days import day_given
from coach.domain.evidence import Filters
from coach.domain.models import Goal, Kind, Model, Person, Story, Telling
from coach.domain.telling import Missing, ShortStory, missing_parts, quoted_for, shorten
from coach.domain.text import sentences, stems
from coach.errors import InputError
from coach.journeys.keeper import STARTER, Keeper
from coach.journeys.named import event_named, name_given

SHARED_STEMS = 2
"""Content words that a story and a goal must share before the story counts as one for that goal."""
CARED_ABOUT_BY = 2
"""People whom you know and who care about a thing, before it counts as a theme that wants a story."""
THEMES = 8
NEAR = 2
"""Stories of your own that are shown where they are near in meaning alone, before those of the starter collection."""


class StoryQuestion(Model):
    """The one thing to ask about a story next: which part is missing, and its own words next to the gap."""

    story_id: str
    title: str
    part: Missing
    quote: str


class StoryFound(Model):
    """A story for what was asked. `reason`: its own words that fit; `shared`: the words that both have, maybe none."""

    story: Story
    reason: str
    shared: tuple[str, ...] = ()


class StoryGaps(Model):
    """Active goals and themes for which there is no story of your own or heard. `covered`: goal id → story titles."""

    goals: tuple[Goal, ...] = ()
    themes: tuple[str, ...] = ()
    covered: dict[str, tuple[str, ...]] = {}  # noqa: RUF012 - pydantic copies defaults


class StoryBank:
    """What can be asked of the stories in a workspace."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper
        self._store = keeper.store

    # ------------------------------------------------------------ one question at a time
    def question_for(self, story: Story) -> StoryQuestion | None:
        """What to ask about this story next; None when it is whole, or not yours to complete."""
        lacking = missing_parts(story) if story.collection != STARTER else ()
        if not lacking:
            return None
        part = lacking[0]
        return StoryQuestion(story_id=story.id, title=story.title, part=part, quote=quoted_for(story, part))

    def next_question(self, skip: Iterable[str] = ()) -> StoryQuestion | None:
        """The question about the story that lacks least, your own before those you heard. `skip`: ids to pass over."""
        passed = set(skip)
        open_ones = [
            story
            for story in self._store.stories()
            if story.collection != STARTER and story.id not in passed and missing_parts(story)
        ]
        open_ones.sort(key=lambda story: (not story.own, len(missing_parts(story)), story.title.casefold()))
        return self.question_for(open_ones[0]) if open_ones else None

    def answer(self, question: StoryQuestion, text: str) -> Story:
        """Keep the answer in the story at once. Raises InputError when it is blank, NotFoundError."""
        if not text.strip():
            raise InputError("The answer is empty.", "A sentence is enough.")
        value: object = text
        if question.part == "good_for":
            value = tuple(one.strip() for one in text.replace("\n", ",").split(",") if one.strip())
        return self._changed(lambda: self._store.update(Story, question.story_id, **{question.part: value}))

    # ------------------------------------------------------------ telling
    def shorten(self, story_id: str, seconds: int) -> ShortStory:
        """The story in about so many seconds, in its own sentences. Raises NotFoundError; InputError below 10 s."""
        if seconds < 10:
            raise InputError(
                "A story in {seconds!r} seconds is a headline.", "Ask for 30, 60 or 90 seconds.", seconds=seconds
            )
        return shorten(self._store.get(Story, story_id), seconds)

    def tell(self, story_id: str, person: str, *, at: date | None = None, event: str | None = None) -> Story:
        """Record to whom it was told, so that nobody hears it twice. `person`: id or name; `event`: id or whole name.

        The same telling (to them, on that day, at that event) is on record once, however often it is said.
        Raises NotFoundError; InputError for a name that several have and for what is no day.
        """
        who = name_given(person, "person")
        known = self._store.find_person(who)
        where = None if event is None else event_named(self._store, event)
        telling = Telling(person=known.id if known else who, at=day_given(at), event=where)
        story = self._store.get(Story, story_id)
        if telling in story.told:
            return story
        return self._changed(lambda: self._store.add_telling(story_id, telling))

    def untell(self, story_id: str, number: int) -> Story:
        """Take back the telling of that number, from 0. Raises InputError, NotFoundError."""
        told = self._store.get(Story, story_id).told
        if not 0 <= number < len(told):
            raise InputError("There is no telling number {number!r}.", "Open the story again.", number=number + 1)
        left = (*told[:number], *told[number + 1 :])
        return self._changed(lambda: self._store.update(Story, story_id, told=left))

    def likely_listeners(self, story: Story, limit: int = 6) -> list[Person]:
        """People of your latest notes who are not in it and have not heard it, the latest first."""
        known = {telling.person for telling in story.told} | {story.heard_from or ""}
        named = {name.casefold() for name in story.about_people}
        recent = (ref for note in self._store.notes(limit=60) for ref in (*note.people, note.author or ""))
        ids = [ref for ref in dict.fromkeys(recent) if ref and ref not in known]
        found = self._store.get_many(Person, ids)
        return [person for person in found.values() if person.name.casefold() not in named][:limit]

    def _changed(self, change: Callable[[], Story]) -> Story:
        story = change()
        self._keeper.catch_up()
        return story

    # ------------------------------------------------------------ gaps and search
    def gaps(self) -> StoryGaps:
        """Active goals with no story that shares `SHARED_STEMS` words with them; and themes (values of your goals, what
        several of your people care about) that no story takes up. The starter collection counts for nothing here."""
        return self._store.kept("story gaps", self._gaps)

    def _gaps(self) -> StoryGaps:
        stories = [story for story in self._store.stories() if story.collection != STARTER]
        told = {story.id: stems(_all_words(story)) for story in stories}
        goals = self._store.goals(status="active")
        covered = {
            goal.id: tuple(story.title for story in stories if _fits(told[story.id], goal, story)) for goal in goals
        }
        every = frozenset[str]().union(*told.values())
        themes = [theme for theme in self._themes(goals) if not stems(theme) <= every]
        return StoryGaps(
            goals=tuple(goal for goal in goals if not covered[goal.id]), themes=tuple(themes[:THEMES]), covered=covered
        )

    def _themes(self, goals: Sequence[Goal]) -> list[str]:
        counted = Counter(topic.casefold() for topics in self._store.interests(relation="known") for topic in topics)
        shared = [topic for topic, number in counted.most_common() if number >= CARED_ABOUT_BY]
        return list(dict.fromkeys([*(value.casefold() for goal in goals for value in goal.values), *shared]))

    def search(self, purpose: str, limit: int = 8) -> list[StoryFound]:
        """Stories that would be good for this: a moment, a person, a theme. Yours and those you heard come first, then
        the starter collection; of each, best first, with the reason.

        Raises InputError when `purpose` is blank.
        """
        yours = tuple(name for name in self._store.story_collections() if name != STARTER)
        found = self._good_for(purpose, limit, yours)
        near = [one for one in found if not one.shared][:NEAR]
        mine = [*(one for one in found if one.shared), *near]
        known = {one.story.id for one in found}
        others = [one for one in self._good_for(purpose, limit + len(found)) if one.story.id not in known]
        return [*mine, *others][:limit]

    def _good_for(self, purpose: str, limit: int, collections: tuple[str, ...] | None = None) -> list[StoryFound]:
        wanted = stems(purpose)
        hits = self._keeper.recall(purpose, limit, Filters(kinds=(Kind.STORY,), collections=collections))
        stories = self._store.get_many(Story, [hit.source_id for hit in hits])
        found = [_found(stories[hit.source_id], purpose, wanted) for hit in hits if hit.source_id in stories]
        return sorted(found, key=lambda one: not one.shared)


def _all_words(story: Story) -> str:
    return " ".join([story.title, *story.themes, *story.good_for, story.full_text()])


def _fits(told: frozenset[str], goal: Goal, story: Story) -> bool:
    themes = {theme.casefold() for theme in (*story.themes, *story.good_for)}
    values = {value.casefold() for value in goal.values}
    return bool(themes & values) or len(told & stems(f"{goal.text} {goal.why}")) >= SHARED_STEMS


def _found(story: Story, purpose: str, wanted: frozenset[str]) -> StoryFound:
    """The use, the theme or the sentence that shares most words with what was asked; uses and themes first."""
    reasons = [*story.good_for, *story.themes, story.title, *sentences(story.full_text())]
    best = max(reasons, key=lambda one: len(stems(one) & wanted), default=story.title)
    both = stems(_all_words(story)) & wanted
    shared = tuple(word for word in dict.fromkeys(purpose.casefold().split()) if stems(word) and stems(word) <= both)
    if not stems(best) & wanted:
        best = story.lesson or story.title
    return StoryFound(story=story, reason=best, shared=shared)
