"""Documents of word processors (DOCX, ODT): paragraphs with their print, tables and notes, read as a web page is."""
