"""Messengers that export JSON, as producers, and the keys by which each is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module

from tui_reader.document.model import Document
from tui_reader.errors import DocumentError
from tui_reader.formats.chats.conversations import Conversation, document_of_conversations
from tui_reader.formats.producers.producer import CERTAIN, Evidence, Producer
from tui_reader.formats.recognisers.known_keys import has_all
from tui_reader.formats.source_file import SourceFile
from tui_reader.named_tuple import NamedTuple


class _Row(NamedTuple):
    """A messenger."""

    name: str
    """As it is typed after --as."""
    title: str
    """For people."""
    keys: tuple[str, ...]
    """Paths as in `known_keys.Keys`; the first that are all in a file recognise it."""
    conversations: str
    """The module in this folder and its function: takes the file, gives its conversations in order."""
    format: str = "json"
    """`Document.format`: a name of its own where the words in the file are written in another way."""


_ROWS = (
    _Row("telegram", "Telegram", (
        "chats.list.*.messages.*.date_unixtime|date",
        "messages.*.text_entities",
        "messages.*.date_unixtime messages.*.from|from_id|actor",
        "messages.*.from_id messages.*.text messages.*.date",
    ), "telegram.conversations"),
    _Row("messenger", "Messenger, Instagram", (
        "messages.*.sender_name messages.*.timestamp_ms",
        "messages.*.senderName messages.*.timestamp messages.*.text",
    ), "social.messenger", "messenger"),
    _Row("discord", "Discord (DiscordChatExporter)", (
        "messages.*.author.name messages.*.content messages.*.timestamp channel|guild|exportedAt",
        "*.author.username *.content *.channel_id *.timestamp",
    ), "social.discord"),
    _Row("slack", "Slack", (
        "*.ts *.type *.user|username|bot_id|user_profile",
        "messages.*.ts messages.*.type messages.*.user|username|bot_id|text",
    ), "slack.conversations", "slack"),
    _Row("signal", "Signal", (
        "*.sender *.body *.reactions|attachments|quote|sticker",
        "*.conversationId *.sent_at *.type",
        "messages.*.conversationId messages.*.sent_at messages.*.type",
    ), "social.signal"),
    _Row("matrix", "Matrix", (
        "messages.*.sender messages.*.content messages.*.origin_server_ts|event_id",
        "chunk.*.sender chunk.*.content chunk.*.origin_server_ts|event_id",
        "*.sender *.content *.origin_server_ts",
    ), "social.matrix"),
    _Row("teams", "Microsoft Teams", (
        "value.*.messageType value.*.body.content value.*.createdDateTime",
        "*.messageType *.body.content *.createdDateTime",
        "messages.*.messageType messages.*.body.content messages.*.createdDateTime",
    ), "social.teams", "marked-json"),
    _Row("google-chat", "Google Chat", (
        "messages.*.creator.name|email messages.*.created_date",
    ), "social.google_chat"),
    _Row("skype", "Skype", (
        "conversations.*.MessageList.*.from|content",
    ), "social.skype", "marked-json"),
    _Row("whatsapp-json", "WhatsApp Chat Exporter", (
        "**.messages.**.from_me **.messages.**.key_id",
    ), "stores.whatsapp_stores"),
    _Row("snapchat", "Snapchat", ("**.*.From **.*.Created **.*.IsSender",), "stores.snapchat"),
    _Row("groupme", "GroupMe", ("*.sender_id *.sender_type *.created_at *.name",), "stores.group_me"),
    _Row("twitch", "Twitch (Twitch Downloader)", (
        "comments.*.commenter comments.*.message.body",
    ), "stores.twitch"),
    _Row("twitter", "Twitter (X), direct messages", (
        "*.dmConversation.messages.*.messageCreate.senderId",
    ), "stores.twitter"),
    _Row("mattermost", "Mattermost", (
        "*.type *.version *.info.generator|team|channel|user|bot|role|scheme|emoji|post|direct_channel|direct_post",
        "*.type *.post|direct_post.message *.post|direct_post.create_at",
    ), "team_chats.mattermost"),
    _Row("zulip", "Zulip", (
        "zerver_message.*.content zerver_message.*.sender",
        "messages.*.sender_full_name messages.*.content messages.*.timestamp",
    ), "team_chats.zulip", "marked-json"),
    _Row("rocket-chat", "Rocket.Chat", (
        "messages.*.u.username messages.*.msg messages.*.ts", "*.u.username *.msg *.ts", "*.msg *.username *.ts",
    ), "team_chats.rocket_chat"),
    _Row("intercom", "Intercom", (
        "conversation_parts.conversation_parts.*.author", "*.conversation_parts.conversation_parts.*.author",
    ), "team_chats.intercom", "marked-json"),
    _Row("zendesk", "Zendesk", ("comments.*.author_id comments.*.body",), "team_chats.zendesk"),
    _Row("hangouts", "Google Hangouts", (
        "conversations.*.events.*.sender_id conversations.*.conversation",
    ), "social.hangouts"),
)  # fmt: skip


def _producer(row: _Row) -> Producer:
    def recognise(file: SourceFile) -> Evidence | None:
        return Evidence(CERTAIN + 5) if any(has_all(file.json, keys) for keys in row.keys) else None

    def read(file: SourceFile) -> Document:
        module, _, function = row.conversations.partition(".")
        made: Callable[[SourceFile], Iterator[Conversation]] = getattr(
            import_module(f"tui_reader.formats.chats.{module}"), function
        )
        found = list(made(file))
        if not found:
            keys = row.keys[0].split()[0].replace(".*", "[]")
            raise DocumentError(f"{file.name}: not a file of {row.title}, which has {keys}; open it without --as")
        return document_of_conversations(file, found, row.format)

    return Producer(row.name, row.title, recognise, read, collects=True)


PRODUCERS = tuple(map(_producer, _ROWS))
