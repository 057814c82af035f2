"""The plan of a month: what stands in it, and what is done with it."""
