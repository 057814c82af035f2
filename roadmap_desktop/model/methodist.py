"""Who works with the program, as history and papers name them."""

from typing import NamedTuple


class Methodist(NamedTuple):
    """All of it as the user wrote it, empty where nothing was written. ``department`` is the body that approves plans,
    ``head_post`` and ``head_name`` are of who signs for it."""

    name: str = ""
    department: str = ""
    head_post: str = ""
    head_name: str = ""

    @property
    def of_the_plan(self) -> dict[str, str]:
        """What a new plan has of it, by the fields of the roadmap."""
        return {
            "approving_body": self.department,
            "head_post": self.head_post,
            "head_name": self.head_name,
        }
