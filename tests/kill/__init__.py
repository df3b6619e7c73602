"""Scripts that kill the program at random moments and look at what is left."""
