"""Files of the user."""
