"""The page «Сводка»: how the plan is carried out, in charts and in numbers."""
