"""Talks with language models: exports of assistants, sessions of coding agents, collections of chats for training."""
