"""What a person looks at: pure answers that screens and commands show in their own way."""
