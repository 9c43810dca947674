"""How a draft is checked against its evidence, by rule: reading both into clauses, then comparing who, what and when."""
