"""The full-screen app: screens and widgets over one session."""
