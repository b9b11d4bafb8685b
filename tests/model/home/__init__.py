"""The device: its files and settings."""
