"""A document of any kind understood as a plan: its title and order, its rows, and what is no part of it."""
