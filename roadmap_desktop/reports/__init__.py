"""Printed documents: each is written once, as blocks, and drawn by renderers that know nothing of roadmaps."""
