"""Windows, and nothing but windows."""
