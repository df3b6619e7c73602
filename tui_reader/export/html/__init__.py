"""A reading as one web page that plays, marks the words and needs no network; readable without scripts.

`page_template` makes the page, `html_writer` puts it and its sound into a file; `page.css` and `page.js` go in as they
are.
"""
