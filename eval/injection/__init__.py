"""Do orders hidden in notes, programmes and profiles change a draft? Attacks in every importer's format.

`python -m eval.run injection` sends each attack through its importer and a journey with the configured model and
looks for the canary (obeyed) and for another person's secret (leaked) in what was written.
"""

from eval.injection.trial import add_arguments, main

__all__ = ["add_arguments", "main"]
