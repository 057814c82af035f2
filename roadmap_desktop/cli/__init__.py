"""The command line: the same operations as the window, without a window and without Qt.

A module declares its commands with ``command``; ``main`` runs the one that is typed, ``output`` tells how it ended.
"""
