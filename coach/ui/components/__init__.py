"""Parts that several pages share: cards, quotes, a running job, copy and count."""
