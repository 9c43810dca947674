"""The truth: everything a workspace holds, in SQL."""
