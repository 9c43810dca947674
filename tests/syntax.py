"""The program's own source as a tree, for tests of what it says."""

from __future__ import annotations

import ast
import gc
from pathlib import Path


def tree(path: Path) -> ast.Module:
    """The syntax tree of a module, built with garbage collection held back.

    Before 3.11.8, CPython counts the depth of nested nodes in one place for all threads. A collection in the middle
    of building lets another thread in; where that one builds a tree, too, the count is off and `SystemError` is
    raised (python/cpython issue 106905). Threads that earlier tests of pages left behind do so now and then.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        return ast.parse(path.read_text(encoding="utf-8"))
    finally:
        if collects:
            gc.enable()
