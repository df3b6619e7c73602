"""Playing utterances: the players, the sound device and its clock, fades, the track, and the events for the faces.

`player` plays the sound of an engine, `live_player` lets an engine speak that gives no sound; both are a
`player_protocol.PlayerProtocol`. Of text to speech it knows the protocols (`tts.engine`), how an utterance is rendered
(`tts.render`) and arithmetic on samples (`tts.samples`), and no engine; it knows no document and no face.
"""
