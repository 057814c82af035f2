"""The month as a page: what runs on which day, and dates changed by the mouse."""
