"""The full screen in a web browser: a small web server, and a reader of its own for each window."""
