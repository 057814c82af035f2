"""Papers, calendars and figures."""
