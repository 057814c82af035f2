"""The invented district of the second sample, one module for each kind of work."""
