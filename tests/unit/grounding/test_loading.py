"""What the check loads, and when: a start of the program waits for no word table."""

from __future__ import annotations

import subprocess
import sys

_IMPORT = (
    "import sys, coach.domain.grounding; print([m for m in ('lemminflect', 'snowballstemmer') if m in sys.modules])"
)


def test_importing_the_check_loads_no_word_table() -> None:
    done = subprocess.run([sys.executable, "-c", _IMPORT], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
