"""Whether a topic leads somewhere."""

from roadmap_desktop.ui.guide.pages import guide_pages


def is_there(topic: str) -> bool:
    """Whether the guide has that page, and on it the heading that is named."""
    name, _, heading = topic.partition("#")
    pages = [page for page in guide_pages() if page.name == name]
    return bool(pages) and (not heading or heading in pages[0].headings)
