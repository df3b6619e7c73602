"""The text on the full screen: set into lines, painted, scrolled and selected."""
