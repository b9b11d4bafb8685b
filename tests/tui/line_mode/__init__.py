"""What all commands share, as somebody at a prompt or a script meets it."""
