"""What a reader of the documents gets."""
