"""What is wrong with a report."""
