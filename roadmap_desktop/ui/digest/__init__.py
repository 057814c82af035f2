"""«Свод по файлам»: many roadmaps side by side in a window of their own."""
