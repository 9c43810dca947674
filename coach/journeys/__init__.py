"""The use cases, each told top to bottom: prepare, capture, follow up, reflect."""
