"""From evidence to a checked draft: prompts, evidence, chain."""
