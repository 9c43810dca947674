"""Finding the right note: an index that can be thrown away and rebuilt."""

from coach.recall.embedders import embedder_name, make_embeddings
from coach.recall.evidence import label
from coach.recall.index import Hit, IndexHealth, RecallIndex

__all__ = ["Hit", "IndexHealth", "RecallIndex", "embedder_name", "label", "make_embeddings"]
