"""How a document becomes Word: letterhead, styles, tables and lists, and the same bytes twice."""
