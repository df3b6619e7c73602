"""Who is a label: decided here for plain text, captions, Markdown, HTML and TEI alike.

A format brings candidates with what it knows of them (`candidates`). `choice` decides for plain print, `marked_names`
for names that markup sets apart, with `emphasis_labels` for Markdown and `cue_labels` for captions; `bare_name` takes
the name out of a printed label. Both ask the same questions: how often is it used
(`frequency`), what shape has it (`shapes`), is it several names at once (`groups`), is it a dialogue (`dialogue`).
`verdicts` holds the answers with their reasons. Nothing here knows a format.
"""
