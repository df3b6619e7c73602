"""An exported document is cited where its source is named, in the style that is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.corpus import MEMORANDUM
from tui_reader.cli.main import main
from tui_reader.paths import config_folder

TEI = (
    "<TEI><teiHeader><fileDesc><titleStmt><title>Talks</title><editor>Ann Lee</editor></titleStmt><publicationStmt>"
    "<publisher>The Press</publisher><date>1998</date></publicationStmt></fileDesc></teiHeader><text><body>"
    "<sp><speaker>ANNE</speaker><p>Yes.</p></sp><sp><speaker>BEN</speaker><p>No.</p></sp></body></text></TEI>"
)
CHICAGO = "(Ball),” November 9, 1962, The Cuban Missile Crisis, Department of State, Ball Files: Lot 74 D 272"


@pytest.mark.parametrize("ending", ["txt", "md", "html", "xml"])
def test_each_text_has_the_citation_in_place_of_the_source(ending: str, tmp_path: Path) -> None:
    output = tmp_path / f"talk.{ending}"
    assert main(["export", str(MEMORANDUM), "-o", str(output), "--text-only", "--cite", "chicago"]) == 0
    assert CHICAGO in output.read_text(encoding="utf-8")


def test_the_setting_chooses_the_style_and_the_ledger_loses_nothing(home: Path, tmp_path: Path) -> None:
    config_folder().mkdir(parents=True, exist_ok=True)
    (config_folder() / "settings.toml").write_text('citation = "bibtex"\n')
    output = tmp_path / "talk.txt"
    assert main(["export", str(MEMORANDUM), "-o", str(output), "--ledger", "--cite"]) == 0
    assert "@incollection{memorandum-of-telephone-1962," in output.read_text(encoding="utf-8")
    assert "nothing lost" in (tmp_path / "talk.ledger.txt").read_text(encoding="utf-8")


def test_a_document_without_a_source_has_one_then(tmp_path: Path) -> None:
    talk, output = tmp_path / "talk.txt", tmp_path / "out.txt"
    talk.write_text("A Talk\n\nANNE: Yes.\n\nBEN: No.\n")
    assert main(["export", str(talk), "-o", str(output), "--cite", "plain"]) == 0
    assert output.read_text().endswith("Source: A Talk. File talk.txt.\n")


def test_a_style_that_was_set_holds_without_asking_and_names_who_published_it(home: Path, tmp_path: Path) -> None:
    talk, output = tmp_path / "talk.xml", tmp_path / "out.txt"
    talk.write_text(TEI)
    assert main(["export", str(talk), "-o", str(output)]) == 0
    assert "The Press" not in output.read_text()
    config_folder().mkdir(parents=True, exist_ok=True)
    (config_folder() / "settings.toml").write_text('citation = "chicago"\n')
    assert main(["export", str(talk), "-o", str(output)]) == 0
    assert "“Talks,” ed. Ann Lee (The Press, 1998), talk.xml." in output.read_text()
