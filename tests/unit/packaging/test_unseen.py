"""The job on a machine with no screen: which words of a letter get tagged."""

import json

import pymupdf
import pytest

import unseen

TEXT = (
    "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal te Den Haag.\n"
    "Geachte voorzitter,\n"
    "Naar aanleiding van uw verzoek d.d. 3 mei jl. informeer ik u over de voort-\n"
    "gang van het onderzoek naar de brug. Het volgt later.\n"
)


@pytest.fixture
def letter(tmp_path):
    document = pymupdf.open()
    page = document.new_page()
    for index, line in enumerate(TEXT.splitlines()):
        page.insert_text((72, 100 + 14 * index + (100 if index else 0)), line)
    document.save(tmp_path / "letter.pdf")
    return tmp_path / "letter.pdf"


def test_of_any_letter_the_first_sentence_after_the_salutation_is_tagged(letter):
    (tag,) = unseen.tags_of(letter)
    assert tag.quote == (
        "Naar aanleiding van uw verzoek d.d. 3 mei jl. informeer ik u over de voortgang van het onderzoek naar de brug."
    )
    assert (tag.kind, tag.page) == ("commitment", 1)


def test_of_a_letter_with_labels_the_first_of_each_kind_is_tagged(letter):
    labels = {
        "commitments": [{"quote": "informeer ik u", "page": 1}, {"quote": "volgt later", "page": 1}],
        "motions": [{"quote": "de motie"}],
        "deadlines": [],
    }
    letter.with_suffix(".json").write_text(json.dumps(labels), encoding="utf-8")
    assert unseen.tags_of(letter) == [
        unseen.Tag("commitment", 1, "informeer ik u"),
        unseen.Tag("motion", None, "de motie"),
    ]


def test_a_scan_has_nothing_to_tag(tmp_path):
    document = pymupdf.open()
    document.new_page()
    document.save(tmp_path / "scan.pdf")
    assert unseen.tags_of(tmp_path / "scan.pdf") == []


def test_the_job_goes_through_the_command_line_in_order(letter, monkeypatch, tmp_path, capsys):
    said = []

    def record(*words):
        said.append([str(word) for word in words])
        return json.dumps([{"path": str(letter), "status": "added", "id": "7f", "reason": ""}])

    monkeypatch.setattr(unseen, "griffie", record)
    monkeypatch.setattr(unseen, "FOLDER", tmp_path / "unseen")
    assert unseen.main([letter]) == 0
    assert [words[0] for words in said] == ["add", "tag", "open", "export"]
    assert said[1][:6] == ["tag", "7f", "--kind", "commitment", "--page", "1"]
    told = capsys.readouterr().out
    assert all(str(tmp_path / "unseen" / file) in told for file in ("letter.png", "griffie.csv", "griffie.sqlite"))


def test_a_refused_letter_ends_the_job_with_the_reason(letter, monkeypatch, tmp_path, capsys):
    answer = json.dumps([{"path": "x", "status": "refused", "id": None, "reason": "It is no PDF."}])
    monkeypatch.setattr(unseen, "griffie", lambda *_words: answer)
    monkeypatch.setattr(unseen, "FOLDER", tmp_path / "unseen")
    assert unseen.main([letter]) == 1
    assert "It is no PDF." in capsys.readouterr().err


SAMPLES = sorted((unseen.ROOT / "resources" / "samples").glob("*.pdf"))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_of_the_sample_letter_a_commitment_a_motion_and_a_deadline_are_tagged(sample):
    tags = unseen.tags_of(sample)
    assert [tag.kind for tag in tags] == ["commitment", "motion", "deadline"]
    with pymupdf.open(sample) as document:
        pages = ["".join(page.get_text().replace("-\n", "").split()) for page in document]
    for tag in tags:
        assert "".join(tag.quote.split()) in pages[tag.page - 1]
