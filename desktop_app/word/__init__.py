""".docx files and pages."""
