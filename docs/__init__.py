"""The handbook and the architecture, and the scripts that keep them true."""
