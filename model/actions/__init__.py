"""What a person can do: one function per action, checked by the rules, recorded in an edit."""
