"""Opening the database and its transactions: one connection a transaction, so that threads never share one.

SQLite runs in WAL mode with foreign keys on. Its driver would begin transactions by itself, and not before
DDL; so that is switched off and every transaction begins here, a writing one with the write lock taken at
once (an upgrade in mid-transaction fails at once instead of waiting). PostgreSQL gets the same order of one
writer at a time by an advisory lock, which makes reading a name and saving its reference one step.
"""

from __future__ import annotations

import json
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from pydantic_core import to_jsonable_python
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.pool import PoolProxiedConnection

from coach.errors import StoreError
from coach.storage.failures import as_ours

BUSY_TIMEOUT_MS = 30_000
_WRITER_LOCK = 7_226_301_944  # any constant that no other user of the same database takes
_PRAGMAS = (
    f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
)


class Database:
    """An open database: `reading()` and `writing()` give a connection inside one transaction."""

    def __init__(self, url: str | Path) -> None:
        self.where = _shown(url)
        with as_ours(self.where):
            parsed = _parsed(url)
            self.file = _file_of(parsed)
            if self.file is not None and "://" not in str(url):
                _make_folder(self.file.parent)
            self.engine = create_engine(parsed, json_serializer=_to_json, pool_pre_ping=self.file is None)
        self.is_sqlite = self.engine.dialect.name == "sqlite"
        if self.is_sqlite:
            _prepare_sqlite(self.engine)
        self._closed = False
        self._watcher: PoolProxiedConnection | None = None
        self._watching = threading.Lock()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view of the data. Raises StoreError, for a closed database too."""
        self._require_open()
        with as_ours(self.where), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: committed at the end, rolled back on any error. Raises StoreError, when closed too."""
        self._require_open()
        with as_ours(self.where), self._writer() as connection, connection.begin():
            if not self.is_sqlite:
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITER_LOCK})
            yield connection

    def _writer(self) -> Connection:
        return self.engine.connect().execution_options(coach_writes=True)

    @contextmanager
    def maintaining(self) -> Iterator[sqlite3.Connection]:
        """The SQLite driver's own connection, outside any transaction, for backup and VACUUM."""
        self._require_open()
        with as_ours(self.where):
            pooled = self.engine.raw_connection()
            try:
                driver = pooled.driver_connection
                if not isinstance(driver, sqlite3.Connection):
                    raise StoreError(
                        "The database {where!r} is not an SQLite file.", "Use its own tools.", where=self.where
                    )
                yield driver
            finally:
                pooled.close()

    def version(self) -> int | None:
        """A number that differs after each change of the data, whoever made it; None where nobody can tell (a server).

        A connection of its own that never writes asks for it: SQLite counts the commits of the others.
        """
        if not self.is_sqlite:
            return None
        self._require_open()
        with as_ours(self.where), self._watching:
            self._watcher = self._watcher or self.engine.raw_connection()
            driver = cast(sqlite3.Connection, self._watcher.driver_connection)
            return int(driver.execute("PRAGMA data_version").fetchone()[0])

    def clean(self) -> bool:
        """Rewrite the SQLite file without what was deleted, its log too; False when that could not be finished now."""
        if not self.is_sqlite:
            return False
        try:
            with self.maintaining() as driver:
                driver.execute("VACUUM").close()
                busy, *_ = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except StoreError:
            return False
        return not busy

    @property
    def is_closed(self) -> bool:
        return self._closed

    def _require_open(self) -> None:
        """The engine would open a new connection by itself, and whoever closed it would not know."""
        if self._closed:
            raise StoreError(
                "The workspace {where!r} is closed.", "Open it again with `open_coach`, and use that.", where=self.where
            )

    def close(self) -> None:
        """Close all connections; what is asked for afterwards is a StoreError. May be called twice."""
        self._closed = True
        with self._watching:
            if self._watcher is not None:
                self._watcher.close()
                self._watcher = None
        self.engine.dispose()


def _parsed(url: str | Path) -> URL:
    if isinstance(url, Path) or "://" not in url:
        return URL.create("sqlite", database=str(Path(url).expanduser()))
    return make_url(url)


def _file_of(url: URL) -> Path | None:
    """The SQLite file, None for a server. Raises StoreError for a database in memory, which threads cannot share."""
    if url.get_backend_name() != "sqlite":
        return None
    name = url.database or ""
    if name in ("", ":memory:") or "mode=memory" in name:
        raise StoreError(
            "The database {url!r} would live in memory.", "Name a file; a temporary one will do.", url=str(url)
        )
    return Path(name.removeprefix("file:").partition("?")[0])


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as exc:
        raise StoreError(
            "The folder {folder!r} cannot be made: {reason}.", "Choose another folder.", folder=str(folder), reason=exc
        ) from exc


def _shown(url: str | Path) -> str:
    """The address for messages, without its password."""
    if isinstance(url, Path) or "://" not in url:
        return str(url)
    try:
        return make_url(url).render_as_string(hide_password=True)
    except Exception:
        return "(address that cannot be read)"


def _to_json(value: Any) -> str:
    """JSON with letters as they are, so that a name can be found in the file wherever it stands."""
    return json.dumps(value, ensure_ascii=False, default=to_jsonable_python)


def _log_ahead(connection: sqlite3.Connection) -> None:
    """Switch a new file to WAL. Whoever else switches it at the same moment makes this fail at once: try again."""
    give_up = time.monotonic() + BUSY_TIMEOUT_MS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL").close()
            return
        except sqlite3.OperationalError as exc:
            if exc.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > give_up:
                raise
            time.sleep(0.02)


def _prepare_sqlite(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def _on_connect(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        for pragma in _PRAGMAS:
            connection.execute(pragma).close()
        _log_ahead(connection)

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("coach_writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
