"""The one place where errors of the database become ours: what happened, and what a person can do about it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import ArgumentError, DataError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from coach.errors import InputError, StoreError, Words

_PRIMARY_CODE = 0xFF

_SQLITE: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_FULL: ("the disk is full", "Free some space and try again; what was saved before is intact."),
    sqlite3.SQLITE_BUSY: ("another program is writing to it", "Close the other program, or wait, and try again."),
    sqlite3.SQLITE_LOCKED: ("another program is writing to it", "Close the other program, or wait, and try again."),
    sqlite3.SQLITE_READONLY: ("it may not be written to", "Give yourself write permission on it and on its folder."),
    sqlite3.SQLITE_PERM: ("it may not be written to", "Give yourself write permission on it and on its folder."),
    sqlite3.SQLITE_CANTOPEN: ("it cannot be opened", "Check that its folder exists and that you may write there."),
    sqlite3.SQLITE_CORRUPT: ("the file is damaged", "Restore it from a backup; a copy may lie beside it."),
    sqlite3.SQLITE_NOTADB: ("the file is not a workspace", "Restore it from a backup, or name another file."),
    sqlite3.SQLITE_IOERR: ("the disk does not answer", "Check the disk and its free space, then try again."),
}


def _sqlite_failure(error: sqlite3.Error, where: str) -> StoreError:
    code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY_CODE
    what, next_step = _SQLITE.get(
        code, (str(error), "Try again; if it comes back, restore the workspace from a backup.")
    )
    return StoreError("The workspace {where!r} cannot be used: {what}.", next_step, where=where, what=Words(what))


def _failure(error: SQLAlchemyError, where: str) -> StoreError | InputError:
    original = getattr(error, "orig", None)
    if isinstance(original, sqlite3.Error):
        return _sqlite_failure(original, where)
    reason = str(original or error).strip().partition("\n")[0]
    if isinstance(error, DataError):
        return InputError(
            "The database does not take this value: {reason}.", "Change it and save again.", reason=reason
        )
    return StoreError(
        "The database {where!r} cannot be used: {reason}.",
        "Check that it is running and that its URL is right.",
        where=where,
        reason=reason,
    )


@contextmanager
def as_ours(where: str) -> Iterator[None]:
    """Turn every error of SQLAlchemy or its driver into StoreError (or InputError for a value it cannot keep)."""
    try:
        yield
    except sqlite3.Error as exc:
        raise _sqlite_failure(exc, where) from exc
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as exc:
        raise StoreError(
            "The database {where!r} cannot be opened: {reason}.",
            "Check its URL, and install its driver (for PostgreSQL: the package psycopg).",
            where=where,
            reason=exc,
        ) from exc
    except (DBAPIError, SQLAlchemyError) as exc:
        raise _failure(exc, where) from exc
