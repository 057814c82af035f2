"""«Редакции»: approved revisions of the plan in the window."""
