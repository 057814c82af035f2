"""Whether the text of a field is personal data, for declarations.

What knows names and numbers of persons is large and is imported when a text is first asked about: the start needs the
declarations alone.
"""


def reads_as_person(text: str) -> bool:
    """See ``personal_text.reads_as_person``."""
    from roadmap_desktop.model import personal_text

    return personal_text.reads_as_person(text)


def speaks_of_persons(text: str) -> bool:
    """See ``personal_text.speaks_of_persons``."""
    from roadmap_desktop.model import personal_text

    return personal_text.speaks_of_persons(text)
