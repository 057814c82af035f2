"""What comes in from other programs and goes out to them, as plain values. It knows no file and no window."""
