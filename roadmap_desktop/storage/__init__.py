"""The roadmap on disk: one SQLite file, complete in itself, and its journal."""
