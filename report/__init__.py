"""How a plan reads on paper: documents as content, and writers that know nothing of goals."""
