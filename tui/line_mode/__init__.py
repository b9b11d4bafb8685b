"""What all commands share: how they are parsed, how they print, and how they end."""
