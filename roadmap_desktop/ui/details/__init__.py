"""The panel at the right: everything of the chosen activity, with its history."""
