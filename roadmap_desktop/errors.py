"""The known family of errors: what the user can meet in ordinary work, told in one Russian sentence.

Everything else that is raised is a bug and is shown by one dialog (``ui``) or one line (``cli``) with the log's place.
"""


class KnownError(Exception):
    """A situation the program expects. ``str(error)`` is the Russian text for the user: what happened, that the work
    is safe, what to do."""


class Cancelled(Exception):
    """The one who asked for slow work no longer wants it; nothing of it was written."""
