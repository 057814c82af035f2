"""Printing: options beside a live preview, then the printer, a file or another program."""
