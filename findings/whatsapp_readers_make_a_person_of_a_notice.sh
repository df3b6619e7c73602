#!/usr/bin/env bash
# Two readers of WhatsApp's exports make a person of a notice that has a colon: "Ann changed the subject to "Trip".
#
# Guess beforehand: notices ("Ann changed the subject to ...") have no name before a colon, and readers that are made for these files
# know the notices; at least a name that comes once and holds quotation marks is none.
# Seen with whatstk 0.9.1 and chat-miner 0.6.0: the line is cut at the first colon of the subject, so a person of seven words appears who
# says the rest of it. The other notice, without a colon, is left out by both.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check whatstk==0.9.1 chat-miner==0.6.0
cat >"$folder/try.py" <<'PYTHON'
import logging
import sys

from chatminer.chatparsers import WhatsAppParser
from whatstk import WhatsAppChat

CHAT = """12/11/2023, 21:05 - Ann added Bob
12/11/2023, 21:06 - Ann: Where do we go?
12/11/2023, 21:07 - Ann changed the subject to "Trip: ideas"
13/11/2023, 09:10 - Bob: To the sea
"""
path = f"{sys.argv[1]}/chat.txt"
with open(path, "w", encoding="utf-8") as file:
    file.write(CHAT)
people = {"whatstk": sorted(set(WhatsAppChat.from_source(filepath=path).df["username"]))}
logging.disable()
parser = WhatsAppParser(path)
parser.parse_file()
people["chat-miner"] = sorted(set(parser.parsed_messages.get_df()["author"]))
print(people)
expected = ["Ann", 'Ann changed the subject to "Trip', "Bob"]
sys.exit(0 if all(names == expected for names in people.values()) else 1)
PYTHON
"$folder/venv/bin/python" "$folder/try.py" "$folder"
