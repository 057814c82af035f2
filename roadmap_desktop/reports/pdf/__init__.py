"""Blocks drawn as PDF: our own layout by arithmetic over a bare canvas, with every word measured once."""
