"""Documents about meetings and who holds them, lessons, publications, and documents themselves."""
