"""Taking a person out of the files that lie beside the workspace: what was sent to models elsewhere, and the app's log.

They are text, and nobody searches them, so that whole files are read and written anew. An export that the user made is
theirs and stays as it is.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from coach.errors import StoreError
from coach.llm.sent_log import SentLog

log = logging.getLogger("coach.index")

LOGS = "logs"
"""The folder of the app's log, in the home of a workspace."""


def erase_in_files(home: Path, erase: Callable[[str], str]) -> bool:
    """Rewrite each of the files in which `erase` finds something. Returns whether that worked for all."""
    try:
        SentLog(home).rewrite(erase)
        for path in sorted((home / LOGS).glob("*.log*")):
            _rewrite(path, erase)
    except (OSError, StoreError) as exc:
        log.warning("A file of the workspace may still name somebody forgotten: %s", exc)
        return False
    return True


def _rewrite(path: Path, erase: Callable[[str], str]) -> None:
    """In place, because the app holds its log open and writes on at its end."""
    text = path.read_text(encoding="utf-8", errors="replace")
    if (new := erase(text)) != text:
        path.write_text(new, encoding="utf-8")
