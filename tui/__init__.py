"""What a person types at: the full-screen app, and its line-mode twin."""
