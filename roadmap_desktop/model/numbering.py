"""«№ п/п»: it follows from the order and is never typed."""

from collections.abc import Iterable, Iterator

from roadmap_desktop.model.roadmap import Numbering


def activity_numbers(section_ordinals: Iterable[int | None], numbering: Numbering) -> Iterator[str]:
    """The number of each activity, given in the plan's order by the ordinal of its section (None: outside sections).

    Continuous: 1, 2, 3. By section: 1.1, 1.2, 2.1; activities outside sections are counted 1, 2, 3 among themselves.
    """
    counts: dict[int | None, int] = {}
    for ordinal in section_ordinals:
        counter = ordinal if numbering is Numbering.BY_SECTION else None
        counts[counter] = counts.get(counter, 0) + 1
        yield str(counts[counter]) if counter is None else f"{counter}.{counts[counter]}"
