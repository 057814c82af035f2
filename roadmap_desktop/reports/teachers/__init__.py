"""Documents about teachers: their diagnosis, plans of development, courses."""
