"""The guide: pages of Markdown in ``resources/guide``, shown beside whatever is open."""
