"""What commands, clicks and drags do on the full screen: each action takes the state and returns the next one."""
