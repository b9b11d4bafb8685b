"""How documents and their charts are set with typst: templates, fonts, and what the fonts have."""
