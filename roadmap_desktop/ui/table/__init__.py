"""The table of activities: the plan's rows as they are printed, edited in place."""
