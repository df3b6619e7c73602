"""Other processes that do long work: Pythons of this machine, or those of a Dask cluster. Knows no documents."""
