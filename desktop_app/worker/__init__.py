"""The process in which checks and .docx work run."""
