"""Gaojian 稿检: drafts, checks and lays out four-part work reports."""

__version__ = "0.1.0"
