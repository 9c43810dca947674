"""A store on each database: an SQLite file, and a PostgreSQL server where there is one to be had."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from coach.storage.store import Store

_GIVEN_URL = os.environ.get("COACH_TEST_POSTGRES_URL", "")


def _postgres_programs() -> Path | None:
    on_path = shutil.which("initdb")
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    found = [Path(on_path)] if on_path else installed[-1:]
    return found[0].parent if found else None


def _unprivileged() -> tuple[int, int] | None:
    """The server refuses to run as root: somebody else's user and group id, None where we are nobody special."""
    if os.geteuid() != 0:
        return None
    known = {user.pw_name: user for user in pwd.getpwall()}
    user = known.get("postgres") or known["nobody"]
    return user.pw_uid, user.pw_gid


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The URL of a server for tests, whose default schema may be emptied."""
    pytest.importorskip("psycopg", reason="the PostgreSQL driver psycopg is not installed")
    programs = _postgres_programs()
    if _GIVEN_URL:
        yield _GIVEN_URL
        return
    if programs is None:
        pytest.skip("COACH_TEST_POSTGRES_URL is not set and no PostgreSQL is installed")
    folder = Path(tempfile.mkdtemp(prefix="coach-pg-"))
    owner = _unprivileged()
    if owner:
        os.chown(folder, *owner)

    def run(program: str, *arguments: str) -> None:
        as_owner = {"user": owner[0], "group": owner[1]} if owner else {}
        subprocess.run(
            [programs / program, *arguments], check=True, capture_output=True, cwd=folder, timeout=120, **as_owner
        )

    data = str(folder / "data")
    run("initdb", "-D", data, "-U", "coach", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
    options = f"-k {folder} -c listen_addresses='' -c fsync=off"
    run("pg_ctl", "-D", data, "-o", options, "-l", str(folder / "log"), "-w", "start")
    try:
        yield f"postgresql+psycopg://coach@/postgres?host={folder}"
    finally:
        run("pg_ctl", "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def empty_postgres(postgres_url: str) -> str:
    engine = create_engine(postgres_url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    return postgres_url


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str | Path:
    """Where a new workspace may be made."""
    if request.param == "sqlite":
        return tmp_path / "home" / "workspace.sqlite"
    url: str = request.getfixturevalue("empty_postgres")
    return url


@pytest.fixture
def open_store(address: str | Path) -> Iterator[Callable[[], Store]]:
    """Open the test's workspace, any number of times."""
    opened: list[Store] = []

    def opening() -> Store:
        opened.append(Store(address))
        return opened[-1]

    yield opening
    for store in opened:
        store.close()


@pytest.fixture
def store(open_store: Callable[[], Store]) -> Store:
    return open_store()
