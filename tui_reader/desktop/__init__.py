"""The desktop's media keys and player controls, by MPRIS: what is heard is told there, and what is asked there is done.

`desktop_controls` is what the faces know. What speaks with the session bus is imported when a face has shown its first
page, runs in a thread of its own, and is silent about a desktop that is not there.
"""
