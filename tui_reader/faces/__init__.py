"""The ways to show a reading: full screen, plain lines, print, play, and the full screen in a browser."""
