"""Documents opened while the screen lives: loaded in the background, switched to, imported into the library."""
