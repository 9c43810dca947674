"""How a draft is checked against its evidence, by rule: both are read into clauses, and who, what and when compared."""
