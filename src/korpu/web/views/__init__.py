"""One module for each page; each calls the use cases and nothing below them."""
