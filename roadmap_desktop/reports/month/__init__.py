"""The plan of a month and of a week, and what has come of it."""
