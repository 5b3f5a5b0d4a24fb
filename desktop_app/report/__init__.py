"""What a report says: pure functions on text."""
