"""A Document as what is said: order, voices, sentences, spelling out; and the ledger."""
