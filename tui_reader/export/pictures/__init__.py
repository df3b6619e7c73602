"""Pictures of a talk as SVG: its shape, and who spoke how much. Each has a title and a description in words."""
