"""The plan, its history and its revisions."""
