"""Work in the background: one of a name at a time, stoppable, its end kept for whoever looks later."""

from __future__ import annotations

import threading
import time

import pytest

from coach.domain.brief import PersonBrief
from coach.domain.progress import Update
from coach.errors import ModelError
from coach.ui.jobs import Job, Jobs


def _ended(job: Job) -> Job:
    until = time.monotonic() + 5
    while job.running and time.monotonic() < until:
        time.sleep(0.005)
    return job


def test_a_result_waits_for_whoever_comes_back() -> None:
    jobs = Jobs()
    _ended(jobs.start(("prepare", "e1"), lambda listen, stop: "brief"))
    found = jobs.find("prepare", "e1")
    assert found is not None
    assert (found.state, found.result) == ("done", "brief")


def test_a_second_start_joins_the_one_that_runs() -> None:
    jobs, gate = Jobs(), threading.Event()
    first = jobs.start(("a",), lambda listen, stop: gate.wait(5))
    assert jobs.start(("a",), lambda listen, stop: None) is first
    gate.set()
    assert _ended(first).result is True


def test_stop_reaches_the_work() -> None:
    job = Jobs().start(("a",), lambda listen, stop: stop.wait(5))
    job.stop()
    assert _ended(job).result is True


def test_words_and_finished_parts_are_kept_by_person() -> None:
    job = Job(("prepare", "e1"))
    job.listen(Update(stage="writing", text="Hello", person_id="p1"))
    job.listen(Update(stage="writing", text="Hi", person_id="p2"))
    done = PersonBrief(person_id="p1", name="Ana")
    job.listen(Update(stage="person", payload=done, person_id="p1", done=1, total=2))
    assert (job.text_for("p1"), job.text_for("p2")) == ("", "Hi")
    assert job.payload(PersonBrief, "p1") is done
    assert job.payload(PersonBrief, "p2") is None
    assert job.latest is not None
    assert (job.latest.done, job.latest.total) == (1, 2)


def test_the_page_is_drawn_anew_when_words_begin_and_when_a_part_is_finished_anew() -> None:
    job = Job(("prepare", "e1"))
    person = PersonBrief(person_id="p1", name="Ana")
    seen = [job.parts]
    for update in (
        Update(stage="lines", payload=person, person_id="p1"),
        Update(stage="writing", text="Wh", person_id="p1"),
        Update(stage="person", payload=person, person_id="p1", done=1, total=1),
    ):
        job.listen(update)
        seen.append(job.parts)
    assert seen == sorted(set(seen))
    job.listen(Update(stage="writing", text="Who", person_id="p1"))
    assert job.parts == seen[-1]


@pytest.mark.parametrize("error", [ModelError("No answer.", "Try again."), ZeroDivisionError("by zero")])
def test_an_error_ends_the_job_and_is_kept(error: Exception) -> None:
    def work(listen: object, stop: object) -> None:
        raise error

    job = _ended(Jobs().start(("a",), work))
    assert job.state == "failed"
    assert job.error is error


def test_a_running_job_is_not_forgotten() -> None:
    jobs, gate = Jobs(), threading.Event()
    job = jobs.start(("a",), lambda listen, stop: gate.wait(5))
    jobs.forget("a")
    assert jobs.find("a") is job
    gate.set()
    _ended(job)
    jobs.forget("a")
    assert jobs.find("a") is None
