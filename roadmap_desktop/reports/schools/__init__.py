"""Documents about schools, those who help them, and what is done together."""
