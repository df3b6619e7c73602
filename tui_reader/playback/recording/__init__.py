"""A document's own recording: the real voices, in step with its words."""
