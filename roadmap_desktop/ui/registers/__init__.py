"""Registers in the window: one page, one table and one dialog for all of them, by their declarations."""
