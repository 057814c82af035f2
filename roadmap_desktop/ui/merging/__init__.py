"""Windows of merging and comparing copies: what is shown is worked out as plain rows, then put before the eye."""
