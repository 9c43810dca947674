"""Finding the right note: an index that can be thrown away and rebuilt."""
