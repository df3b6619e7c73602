"""Settings: what a person has set, each with a default and a sentence, in one TOML file in the configuration folder.

`values` has the fields and their defaults, `settings_table` the sentence and the allowed values of each, from which the
manual and the settings screen are made, `settings_file` reads and writes the file. Knows no face and no engine.
"""

from __future__ import annotations

from tui_reader.settings.settings_file import keep_setting, load_settings, settings_path
from tui_reader.settings.values import Settings

__all__ = ["Settings", "keep_setting", "load_settings", "settings_path"]
