"""The keys by which transcripts in JSON are known: a row for each program that writes them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tui_reader.formats.producers.producer import CERTAIN
from tui_reader.named_tuple import NamedTuple

_MEMBERS = 8
"""Members of a list in which a key is looked for."""


class Keys(NamedTuple):
    """Paths that stand together in a file of one program, and what of it they show."""

    paths: str
    """With blanks between. A step `*` is any of the first members of a list, `**` those of an object with keys of its
    own, of a step `a|b` one name is enough."""
    seen: str = ""
    """For people."""


class Row(NamedTuple):
    """A program that writes transcripts in JSON."""

    name: str
    """As it is typed after --as."""
    title: str
    """For people."""
    keys: Sequence[Keys]
    """The first whose paths are all in a file recognise it."""
    segments: str = ""
    """The module in this folder and its function, "cloud_services.google": takes the value, gives segments in order.

    Empty where the reader of JSON of unknown make reads it rightly.
    """
    points: int = CERTAIN
    format: str = "json"
    """The name of the format: another one where the words have markup."""


def has_all(data: Any, paths: str) -> bool:
    """Whether a value has all of the paths of Keys."""
    return all(_has(data, path.split(".")) for path in paths.split())


def _has(data: Any, steps: list[str]) -> bool:
    if not steps:
        return data is not None
    if steps[0] == "*":
        return isinstance(data, list) and any(_has(one, steps[1:]) for one in data[:_MEMBERS])
    if steps[0] == "**":
        return isinstance(data, dict) and any(_has(one, steps[1:]) for one in list(data.values())[:_MEMBERS])
    return isinstance(data, dict) and any(name in data and _has(data[name], steps[1:]) for name in steps[0].split("|"))


_ALTERNATIVE = "results.*.alternatives.*"
ROWS = (
    Row("aws-transcribe", "AWS Transcribe", (
        Keys("results.channel_labels.channels", "channels"),
        Keys("results.speaker_labels results.items", "speaker labels"),
        Keys("results.items.*.alternatives.*.content", "words"),
        Keys("results.transcripts results.audio_segments", "segments"),
    ), "cloud_services.aws_transcribe"),
    Row("aws-call-analytics", "AWS Call Analytics, Contact Lens", (
        Keys("Transcript.*.Content Transcript.*.ParticipantRole|ParticipantId", "participants"),
    ), "cloud_services.call_analytics"),
    Row("aws-healthscribe", "AWS HealthScribe", (
        Keys("Conversation.TranscriptSegments.*.Content"),
    ), "cloud_services.health_scribe"),
    Row("aws-bedrock", "Amazon Bedrock Data Automation", (
        Keys("audio_segments.*.text|transcript", "segments"),
    ), "cloud_services.bedrock"),
    Row("google-speech", "Google Speech-to-Text", (
        Keys(f"{_ALTERNATIVE}.words.*.speakerTag|speakerLabel|speaker_tag|speaker_label", "words with speakers"),
        Keys(f"{_ALTERNATIVE}.words.*.startTime|endTime|startOffset|endOffset|start_offset|start_time", "words"),
        Keys(f"response.{_ALTERNATIVE}.transcript|words", "answer of an operation"),
        Keys(f"{_ALTERNATIVE}.transcript results.*.languageCode|resultEndTime|resultEndOffset|channelTag", "results"),
        Keys(f"*.{_ALTERNATIVE}.transcript *.results.*.languageCode|resultEndTime", "several answers"),
    ), "cloud_services.google"),
    Row("azure-batch", "Azure batch transcription", (Keys("recognizedPhrases"),), "cloud_services.azure_batch"),
    Row("azure-fast", "Azure fast transcription", (Keys("phrases combinedPhrases"),), "cloud_services.azure_fast"),
    Row("azure-batch-2", "Azure batch transcription, version 2", (
        Keys("AudioFileResults.*.SegmentResults"),
    ), "cloud_services.azure_audio_files"),
    Row("video-indexer", "Azure Video Indexer", (
        Keys("videos.*.insights.transcript"), Keys("insights.transcript"),
        Keys("transcript.*.speakerId transcript.*.instances"),
    ), "cloud_services.video_indexer"),
    Row("deepgram", "Deepgram", (
        Keys("results.utterances.*.transcript", "utterances"),
        Keys("results.channels.*.alternatives.*.words.*.speaker", "words with speakers"),
        Keys("results.channels.*.alternatives.*.transcript", "words"),
    ), "voice_services.deepgram"),
    Row("assemblyai", "AssemblyAI", (
        Keys("utterances.*.text utterances.*.speaker words|confidence", "utterances"),
        Keys("words.*.text words.*.confidence text acoustic_model|audio_url|language_model|audio_duration", "words"),
    ), "voice_services.assembly_ai"),
    Row("rev", "Rev, Rev.ai", (Keys("monologues.*.elements", "monologues"),), "voice_services.rev"),
    Row("speechmatics", "Speechmatics", (
        Keys("results.*.alternatives.*.content results.*.start_time results.*.type format|metadata|job"),
    ), "voice_services.speechmatics", CERTAIN + 5),
    Row("speechmatics-1", "Speechmatics, version 1", (
        Keys("words.*.name words.*.time words.*.duration"),
    ), "voice_services.speechmatics_1"),
    Row("ibm-watson", "IBM Watson", (
        Keys(f"{_ALTERNATIVE}.timestamps.* speaker_labels", "speaker labels"),
        Keys(f"{_ALTERNATIVE}.timestamps.*", "words"),
        Keys(f"{_ALTERNATIVE}.transcript results.*.final", "results"),
        Keys(f"*.{_ALTERNATIVE}.transcript *.results.*.final", "several answers"),
        Keys(f"results.*.{_ALTERNATIVE}.timestamps.*", "answer of a job"),
    ), "voice_services.ibm_watson"),
    Row("elevenlabs", "ElevenLabs", (
        Keys("words.*.text words.*.type language_code|language_probability"),
        Keys("words.*.text words.*.speaker_id words.*.logprob"),
    ), "voice_services.eleven_labs"),
    Row("soniox", "Soniox", (Keys("tokens.*.text tokens.*.start_ms"),), "voice_services.soniox"),
    Row("gladia", "Gladia", (
        Keys("result.transcription.utterances.*.text"), Keys("transcription.utterances.*.text"),
    ), "voice_services.gladia"),
    Row("whisper-cpp", "whisper.cpp", (
        Keys("transcription.*.offsets|timestamps transcription.*.text"),
    ), "local_models.whisper_cpp"),
    Row("openai", "OpenAI transcription", (
        Keys("segments.*.text segments.*.type segments.*.speaker", "speakers"),
        Keys("segments.*.text task duration", "segments"),
    ), "local_models.whisper"),
    Row("whisperx", "WhisperX", (
        Keys("segments.*.text segments.*.words word_segments", "words"),
        Keys("segments.*.text segments.*.words.*.score", "words"),
    ), "local_models.whisper"),
    Row("whisper", "Whisper", (
        Keys("segments.*.text segments.*.start segments.*.avg_logprob|tokens|temperature|words", "segments"),
        Keys("*.text *.start *.end *.avg_logprob|tokens|temperature", "segments"),
        Keys("segments.*.text segments.*.start segments.*.end text|language", "segments"),
    ), "local_models.whisper"),
    Row("vosk", "Vosk", (
        Keys("result.*.conf text", "words"), Keys("*.result.*.conf *.text", "several results"), Keys("*.partial"),
    ), "local_models.vosk"),
    Row("nemo", "NVIDIA NeMo", (
        Keys("sentences.*.speaker sentences.*.start_time words", "sentences"),
        Keys("words.*.word words.*.start_time words.*.speaker_label|speaker", "words"),
    ), "local_models.nemo"),
    Row("bbc-kaldi", "BBC Kaldi", (
        Keys("retval.words.*.word", "words"), Keys("words.*.word segmentation.segments", "words"),
        Keys("words.*.word words.*.punct words.*.start", "words"),
    ), "local_models.kaldi"),
    Row("gentle", "Gentle", (Keys("transcript words.*.startOffset words.*.case"),), "local_models.gentle"),
    Row("seglst", "SegLST (MeetEval)", (Keys("*.session_id *.words *.speaker"),), "local_models.seg_lst"),
    Row("digital-paper-edit", "Digital Paper Edit, slate", (
        Keys("words.*.text paragraphs.*.speaker"), Keys("*.words.*.text *.paragraphs.*.speaker", "pieces"),
        Keys("transcript.words.*.text transcript.paragraphs.*.speaker"),
    ), "editors.paper_edit"),
    Row("trint", "Trint", (
        Keys("transcript.words.*.value transcript.words.*.paragraphId"), Keys("words.*.value words.*.paragraphId"),
    ), "editors.trint"),
    Row("autoedit", "autoEdit", (Keys("text.*.paragraph.*.line"),), "editors.auto_edit"),
    Row(
        "otranscribe", "oTranscribe", (Keys("text media-time"),), "otranscribe.otranscribe", format="otranscribe"
    ),
    Row("transcribee", "transcribee", (
        Keys("children.*.children speaker_names"), Keys("children.*.children.*.text children.*.type"),
    ), "editors.transcribee"),
    Row("recall", "Recall", (
        Keys("*.participant *.words.*.text"), Keys("*.words.*.start_timestamp *.words.*.text"),
    ), "editors.recall"),
    Row("google-meet-api", "Google Meet, answers of its API", (
        Keys("transcriptEntries.*.participant transcriptEntries.*.text"),
    ), "editors.meet_entries"),
    Row("gong", "Gong", (Keys("callTranscripts.*.transcript.*.sentences"),), "editors.gong"),
    Row("podcasting-json", "Podcasting 2.0", (Keys("version segments.*.body"), Keys("segments.*.body"))),
    Row("youtube-json3", "YouTube timed text", (Keys("events.*.segs events.*.tStartMs"),)),
    Row("fireflies", "Fireflies", (
        Keys("sentences.*.speaker_name sentences.*.text"), Keys("data.transcript.sentences.*.speaker_name"),
    )),
    Row("transformers", "Hugging Face pipelines", (
        Keys("speakers.*.timestamp speakers.*.text", "speakers"), Keys("chunks.*.timestamp chunks.*.text", "chunks"),
    )),
)  # fmt: skip
"""In the order in which they are listed for people."""
