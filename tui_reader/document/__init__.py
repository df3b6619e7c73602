"""What a dialogue is: frozen data that every other room reads."""
