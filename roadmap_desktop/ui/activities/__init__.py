"""The page of activities: the plan's rows as they are printed, in the same table as any register's."""
