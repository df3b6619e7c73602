"""Chats: what messengers, IRC programs and meeting tools export. Each message is a turn; its time is kept, not said."""
