"""A ``model.chart.Chart`` on the screen, as reports draw the same one on paper."""
