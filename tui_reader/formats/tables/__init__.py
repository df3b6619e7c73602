"""Tables as dialogues: files of rows (CSV, TSV) in which one column says who speaks and another holds the words."""
