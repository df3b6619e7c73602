"""What messengers print as words of a person that nobody wrote: messages taken back or changed, calls, polls, pictures.

Knows the words in many languages; not how a message is divided.
"""

from __future__ import annotations

import re

_PICTURE = re.compile(
    r"<[^<>\n]{1,200}>|\[[^\[\]\n]{1,30}\]|(?:사진|동영상|이모티콘|Photo|Video|Emoticon)(?: \d{1,2}장?)?|null"
)
_CALL = re.compile(
    r"(?:missed|silenced) (?:group )?(?:voice|video) call(?:[,.] .{1,40})?"
    r"|(?:group )?(?:voice|video) call[,.] .{0,20}\d.{0,20}|verpasster (?:sprach|video)anruf"
    r"|(?:video)?llamada (?:de voz )?perdida|appel (?:vocal|vidéo) manqué|chamada de (?:voz|vídeo) perdida"
    r"|(?:videochiamata|chiamata vocale) persa|gemiste (?:spraak|video-?)?oproep|☎ .{1,60}",
    re.IGNORECASE,
)
_POLL = ("POLL:", "UMFRAGE:", "ENCUESTA:", "ENQUETE:", "SONDAGE :", "SONDAGE:", "SONDAGGIO:")
"""How a poll begins, whose question follows."""
_CHOICE = re.compile(r"(?:OPTION|OPCIÓN|OPÇÃO|OPZIONE) ?: .{1,200}\(.{0,20}\d.{0,20}\)")
EDITED = re.compile(
    r"<(?:this message was edited|diese nachricht wurde bearbeitet|se editó este mensaje|ce message a été modifié"
    r"|(?:esta )?mensagem (?:foi )?editada|questo messaggio è stato modificato|dit bericht is bewerkt"
    r"|(?:данное )?сообщение изменено|bu mesaj düzenlendi|pesan ini diedit)\.?>$",
    re.IGNORECASE,
)
"""What stands behind words that were changed."""
_TAKEN_BACK = frozenset(
    (
        "this message was deleted", "you deleted this message", "diese nachricht wurde gelöscht",
        "du hast diese nachricht gelöscht", "se eliminó este mensaje", "eliminaste este mensaje",
        "este mensaje fue eliminado", "ce message a été supprimé", "vous avez supprimé ce message",
        "mensagem apagada", "esta mensagem foi apagada", "essa mensagem foi apagada", "você apagou esta mensagem",
        "você apagou essa mensagem", "questo messaggio è stato eliminato", "hai eliminato questo messaggio",
        "dit bericht is verwijderd", "je hebt dit bericht verwijderd", "данное сообщение удалено",
        "вы удалили данное сообщение", "це повідомлення видалено", "ta wiadomość została usunięta",
        "bu mesaj silindi", "bu mesajı sildiniz", "denne besked blev slettet", "denne meldingen ble slettet",
        "tämä viesti on poistettu", "tato zpráva byla odstraněna", "pesan ini telah dihapus",
        "anda menghapus pesan ini", "تم حذف هذه الرسالة", "הודעה זו נמחקה", "このメッセージは削除されました",
        "此消息已删除", "此訊息已刪除", "삭제된 메시지입니다", "unsent a message", "you unsent a message",
        "メッセージの送信を取り消しました", "已收回訊息",
    )
)  # fmt: skip
"""In small letters, without the stop."""


def is_own(line: str) -> bool:
    """Whether a line of a message is a program's, in the place of words."""
    return bool(
        _PICTURE.fullmatch(line)
        or line.rstrip(".").casefold() in _TAKEN_BACK
        or _CALL.fullmatch(line)
        or line in _POLL
        or _CHOICE.fullmatch(line)
    )


def begins_poll(text: str) -> bool:
    """Whether a message is a poll."""
    return text.startswith(_POLL)
