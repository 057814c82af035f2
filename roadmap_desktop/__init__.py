"""Дорожная карта методиста: the plan of help to schools with low results, kept offline in one file."""

__version__ = "0.1.0"
PROGRAM_NAME = "Дорожная карта методиста"
