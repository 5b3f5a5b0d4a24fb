"""Chinese as text; knows nothing of reports."""
