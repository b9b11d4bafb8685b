"""What a person types at: the app and its line-mode twin."""
