"""Windows, and nothing but windows."""

from roadmap_desktop.ui.overrides import guard_overrides

# Before any class of a window is made.
guard_overrides()
