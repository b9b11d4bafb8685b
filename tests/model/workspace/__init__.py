"""The workspace: edits, undo, several programs, crashes."""
