#!/usr/bin/env bash
# feedparser keeps one transcript and one person of a podcast's episode: whichever stands last.
#
# Guess beforehand: an element that may be repeated (Podcasting 2.0 gives transcripts as VTT, SRT, JSON and HTML side by side, and
# a `podcast:person` for host and each guest) is a list, as links and enclosures are; names stand beside their roles.
# Seen with feedparser 6.0.14: each later element replaces the one before, so a caller cannot choose the transcript with times; a
# person's role is kept, and the name, which is the text of the element, is not.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check feedparser==6.0.14
cat >"$folder/try.py" <<'PYTHON'
import sys

import feedparser

FEED = """<?xml version="1.0"?>
<rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel><title>Talks</title><item><title>One</title>
<podcast:transcript url="https://example.org/1.vtt" type="text/vtt" rel="captions"/>
<podcast:transcript url="https://example.org/1.html" type="text/html"/>
<podcast:person role="host">Ann Lee</podcast:person><podcast:person role="guest">Bob Roe</podcast:person>
</item></channel></rss>"""
entry = feedparser.parse(FEED).entries[0]
found = {key: value for key, value in entry.items() if key.startswith("podcast")}
print(found)
as_seen = found["podcast_transcript"] == {"url": "https://example.org/1.html", "type": "text/html"}
sys.exit(0 if as_seen and found["podcast_person"] == {"role": "guest"} and "Ann Lee" not in str(entry) else 1)
PYTHON
"$folder/venv/bin/python" "$folder/try.py" "$folder"
