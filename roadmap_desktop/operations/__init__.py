"""One named function for each thing a person can do. It owns the transaction and returns what changed. The window and
the command line call these and nothing deeper."""
