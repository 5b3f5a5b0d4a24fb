"""The command line: check fix export annotate new rules self-test."""
