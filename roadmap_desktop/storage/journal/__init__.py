"""The journal: every edit recorded once, read by history, undo and redo, revisions and merging."""
