"""Sound to the device while it is made: the player, its track and events, fades, live engines."""
