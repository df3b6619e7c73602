"""Text to speech: an utterance goes in, finished sound comes out; an engine is a module.

`engine` has the protocols, `open_engine` opens an engine by its name, `render` makes the sound of an utterance. Of the
other rooms it knows what an utterance is (`narration.utterance`) and what a voice is (`casting.voice`); it knows no
document, no player, no sound device and no face.
"""
