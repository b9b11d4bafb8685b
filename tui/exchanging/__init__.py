"""Exchanging in a program of its own, beside the app that started it."""
