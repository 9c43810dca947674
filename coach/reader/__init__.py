"""A small trained model that tells what each sentence of rough notes is (docs/reading.md is its card)."""

from coach.reader.model import Reading, read_sentences

__all__ = ["Reading", "read_sentences"]
