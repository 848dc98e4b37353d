"""Selecting, clicking and walking through a letter as its reader sees it."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from griffie.domain.flow import Caret, Flow, Stream, Unit
from griffie.domain.page import strip_text
from tests.unit.domain.drawn import PITCH, SIZE, Drawn, line, paragraph

LONG = "Hierbij informeer ik uw Kamer over de voortgang van dit onderwerp, zoals"
MORE = "toegezegd in het debat van deze zomer over de uitvoering van de regeling"


@pytest.fixture
def letter():
    """Two pages: text that runs over the page end, a reference column, notes on both pages, running feet."""
    first = [
        line(470, 150, "Kenmerk", 7),
        line(470, 159, "IENW/2023/1", 7),
        *paragraph(80, 100, "Inleiding", LONG, "toegezegd op 1 ju-", "li 2016. De in- en uitvoer van", MORE),
        *paragraph(80, 700, "1 Kamerstuk 28 844, nr. 266.", "2 Zie bijlage.", size=8, pitch=9.6),
        line(80, 800, "Tweede Kamer, nr. 131", 8),
        line(500, 800, "1", 8),
    ]
    second = [
        line(470, 150, "Kenmerk", 7),
        line(470, 159, "IENW/2023/1", 7),
        *paragraph(80, 100, "moet beter worden. Ik zeg dat toe.", LONG, MORE),
        *paragraph(80, 700, "3 Brief van 12 mei 2016.", size=8),
        line(80, 800, "Tweede Kamer, nr. 131", 8),
        line(500, 800, "2", 8),
    ]
    return Drawn(first, second)


# selecting


def test_a_selection_is_exactly_the_words_that_were_dragged(letter):
    selection = letter.drag((0, "informeer"), (0, "Kamer"))
    assert selection.quote == "informeer ik uw Kamer"
    assert [span.raw_exact for span in selection.spans] == ["informeer ik uw Kamer"]
    assert selection.prefix == "Inleiding Hierbij"
    assert selection.suffix.startswith("over de voortgang van dit onderwerp,")
    assert len(selection.suffix) <= 48


def test_dragging_backwards_selects_the_same(letter):
    forward = letter.select(letter.before(0, "informeer"), letter.after(0, "Kamer over"))
    backward = letter.select(letter.after(0, "Kamer over"), letter.before(0, "informeer"))
    assert forward == backward


def test_a_line_end_hyphen_is_joined_in_the_quote_and_kept_in_the_raw_text(letter):
    selection = letter.drag((0, "1 ju-"), (0, "2016. De in- en uitvoer"))
    assert selection.quote == "1 juli 2016. De in- en uitvoer"
    assert selection.spans[0].raw_exact == "1 ju-\nli 2016. De in- en uitvoer"


def test_quads_lie_on_the_words_one_for_each_line(letter):
    (span,) = letter.drag((0, "informeer"), (0, "op 1 ju-")).spans
    first, second = span.quads
    left = 80 + LONG.index("informeer") * SIZE / 2
    assert first == pytest.approx((left, 112, 80 + len(LONG) * 5, 112, left, 124, 80 + len(LONG) * 5, 124), abs=0.01)
    end = 80 + len("toegezegd op 1 ju-") * 5
    assert second == pytest.approx((80, 124, end, 124, 80, 136, end, 136), abs=0.01)


def test_a_selection_over_the_page_end_leaves_out_column_notes_and_feet(letter):
    selection = letter.drag((0, "uitvoering van"), (1, "worden."))
    assert selection.quote == "uitvoering van de regeling moet beter worden."
    assert [(span.page_index, span.raw_exact) for span in selection.spans] == [
        (0, "uitvoering van de regeling"),
        (1, "moet beter worden."),
    ]
    runs = letter.flow.runs(letter.before(0, "uitvoering van"), letter.after(1, "worden."))
    assert runs == {span.page_index: [(span.start, span.end)] for span in selection.spans}


def test_a_selection_that_ends_in_the_notes_ends_with_the_text(letter):
    selection = letter.select(letter.before(0, "uitvoering van"), letter.at("1 Kamerstuk"))
    assert selection.quote == "uitvoering van de regeling"


def test_a_selection_that_begins_in_a_note_stays_in_the_notes(letter):
    assert letter.drag((0, "nr. 266"), (0, "bijlage.")).quote == "nr. 266. 2 Zie bijlage."
    over_page_end = letter.drag((0, "2 Zie"), (1, "3 Brief van"))
    assert over_page_end.quote == "2 Zie bijlage. 3 Brief van"
    assert letter.select(letter.before(0, "2 Zie"), letter.at("moet beter", 1)).quote == "2 Zie bijlage."


def test_column_and_foot_can_be_selected_by_themselves(letter):
    assert letter.drag((0, "Kenmerk"), (0, "2023/1")).quote == "Kenmerk IENW/2023/1"
    assert letter.drag((0, "Tweede"), (0, "nr. 131")).quote == "Tweede Kamer, nr. 131"


def test_nothing_is_selected_between_a_place_and_itself(letter):
    here = letter.at(LONG)
    assert letter.select(here, here) is None
    assert letter.flow.text(here, here) == ""
    assert letter.flow.runs(here, here) == {}


def test_a_selection_of_two_columns_has_a_span_for_each_run():
    left = paragraph(60, 100, *[f"links regel {n} van de tekst in de kolom" for n in range(5)])
    right = paragraph(310, 100, *[f"rechts regel {n} van de tekst in de kolom" for n in range(5)])
    mixed = Drawn([found for pair in zip(left, right, strict=True) for found in pair])
    selection = mixed.drag((0, "regel 3 van de tekst in de kolom"), (0, "rechts regel 1"))
    assert selection.quote.startswith("regel 3 van de tekst in de kolom links regel 4")
    assert selection.quote.endswith(
        "links regel 4 van de tekst in de kolom rechts regel 0 van de tekst in de kolom rechts regel 1"
    )
    assert len(selection.spans) == 4
    assert selection.spans[0].raw_exact.startswith("regel 3")


def test_a_selection_on_turned_text_has_turned_quads():
    turned = Drawn(
        [line(300, 200, "gedraaide regel", direction=(0.0, 1.0)), line(280, 200, "tweede", direction=(0.0, 1.0))]
    )
    selection = turned.drag((0, "gedraaide"), (0, "gedraaide"))
    assert selection.quote == "gedraaide"
    assert selection.spans[0].quads[0] == pytest.approx((300, 200, 300, 245, 288, 200, 288, 245), abs=0.01)


def test_text_is_repaired_before_it_is_quoted():
    mended = Drawn(
        [line(80, 100, "Kamers tuk 3 6200 van mei")],
        repair=lambda text: text.replace("Kamers tuk 3 6200", "Kamerstuk 36200"),
    )
    selection = mended.drag((0, "Kamers"), (0, "6200"))
    assert selection.quote == "Kamerstuk 36200"
    assert selection.spans[0].raw_exact == "Kamers tuk 3 6200"


# pointing


def test_a_point_means_the_nearest_letter_and_the_side_of_it_that_was_hit(letter):
    page = letter.flow.page(0)
    before, after = letter.before(0, "informeer"), letter.after(0, "i")
    number = next(n for n, found in enumerate(page.lines) if found.text == LONG)
    assert before == Caret(0, page.starts[number] + len("Hierbij"))
    assert not before.back
    assert after.back


@pytest.mark.parametrize(("x", "expected"), [(-100, 0), (5000, 1)])
def test_beside_a_line_the_point_means_its_start_or_end(letter, x, expected):
    found = next(n for n in letter.pages[0].lines if n.text == "Inleiding")
    caret = letter.flow.caret_at(0, x if x < 0 else 400, found.box[1] + 6, letter.boxes(0))
    assert caret == letter.flow.line(letter.at("Inleiding"))[expected]


def test_below_the_text_the_point_means_the_line_above_it(letter):
    caret = letter.flow.caret_at(0, 100, 300, letter.boxes(0))
    assert letter.flow.text(*letter.flow.line(caret)) == MORE


def test_in_a_column_the_point_stays_in_that_column():
    left = paragraph(60, 100, *[f"links regel {n} van de tekst in de kolom" for n in range(5)])
    right = paragraph(310, 100, *[f"rechts regel {n} van de tekst in de kolom" for n in range(5)])
    page = Drawn([*left, *right])
    found = page.flow.text(*page.flow.line(page.flow.caret_at(0, 300, 130, page.boxes(0))))
    assert found.startswith("rechts regel 2")


def test_without_boxes_the_point_is_guessed_from_the_line(letter):
    found = next(n for n in letter.pages[0].lines if n.text == LONG)
    caret = letter.flow.caret_at(0, found.box[2], found.box[1] + 5, None)
    assert caret == letter.flow.line(letter.at(LONG))[1]


def test_a_page_without_text_has_one_place():
    empty = Drawn([], [line(80, 100, "tekst")])
    caret = empty.flow.caret_at(0, 50, 50, empty.boxes(0))
    assert caret == Caret(0, 0)
    for unit in (empty.flow.word, empty.flow.sentence, empty.flow.line, empty.flow.paragraph):
        assert unit(caret) == (caret, caret)
    assert empty.flow.caret_segment(caret, empty.boxes(0)) is None
    assert empty.flow.move(caret, Unit.CHARACTER, forward=True) == Caret(1, 0)


def test_the_caret_is_drawn_at_the_letter_it_belongs_to(letter):
    ends = letter.flow.line(letter.at(LONG))
    top = letter.flow.caret_segment(ends[0], letter.boxes(0))
    foot = letter.flow.caret_segment(ends[1], letter.boxes(0))
    assert top == pytest.approx((80, 112, 80, 124), abs=0.01)
    assert foot == pytest.approx((80 + len(LONG) * 5, 112, 80 + len(LONG) * 5, 124), abs=0.01)


def test_letters_that_run_to_the_left_are_pointed_at_from_the_right():
    page = Drawn([line(300, 100, "abcdef", direction=(-1.0, 0.0))])
    assert page.flow.text(page.before(0, "b"), page.after(0, "d")) == "bcd"


# clicking


@pytest.mark.parametrize(
    ("part", "word"),
    [
        ("voortgang", "voortgang"),
        ("onderwerp", "onderwerp"),
        ("li 2016", "juli"),
        ("ju-", "juli"),
        ("in- en", "in"),
        ("2016", "2016"),
    ],
)
def test_a_double_click_selects_the_word_also_over_a_line_end(letter, part, word):
    assert letter.flow.text(*letter.flow.word(letter.before(0, part))) == word


def test_a_word_has_inner_hyphens_apostrophes_and_points():
    page = Drawn([line(80, 100, "de EU-landen, agenda’s en 12.450 in ’s-Gravenhage")])
    for part, word in [("landen", "EU-landen"), ("agenda", "agenda’s"), ("450", "12.450"), ("Graven", "’s-Gravenhage")]:
        assert page.flow.text(*page.flow.word(page.before(0, part))) == word
    assert page.flow.text(*page.flow.word(page.before(0, ", agenda"))) == ","


def test_the_right_half_of_a_last_letter_still_means_that_word(letter):
    assert letter.flow.text(*letter.flow.word(letter.after(0, "voortgang"))) == "voortgang"


def test_a_word_goes_on_over_the_page_end():
    letter = Drawn(paragraph(80, 100, LONG, "de weerbar-"), paragraph(80, 100, "stigheid van beleid", LONG))
    for caret in (letter.before(0, "weerbar"), letter.before(1, "stigheid")):
        assert letter.flow.text(*letter.flow.word(caret)) == "weerbarstigheid"


def test_a_sentence_goes_on_over_lines_and_pages(letter):
    expected = f"De in- en uitvoer van {MORE} moet beter worden."
    assert letter.flow.text(*letter.flow.sentence(letter.before(0, "uitvoering"))) == expected
    assert letter.flow.text(*letter.flow.sentence(letter.before(1, "beter"))) == expected
    assert letter.flow.text(*letter.flow.sentence(letter.before(1, "zeg dat"))) == "Ik zeg dat toe."


def test_a_paragraph_goes_on_over_the_page_end_and_stops_at_a_heading(letter):
    text = letter.flow.text(*letter.flow.paragraph(letter.at(MORE)))
    assert text.startswith("Hierbij informeer")
    assert text.endswith("moet beter worden. Ik zeg dat toe.")
    assert letter.flow.text(*letter.flow.paragraph(letter.at("Inleiding"))) == "Inleiding"


def test_each_note_is_a_paragraph(letter):
    assert letter.flow.text(*letter.flow.paragraph(letter.at("2 Zie"))) == "2 Zie bijlage."


# walking


def walk(flow, caret, unit, *, forward, **more):
    seen = [caret]
    while (step := flow.move(seen[-1], unit, forward=forward, **more)) != seen[-1]:
        seen.append(step)
        assert len(seen) < 3000
    return seen


def test_letters_are_walked_one_by_one_from_end_to_end_and_back(letter):
    flow = letter.flow
    start = flow.move(Caret(0, 5), Unit.DOCUMENT, forward=False)
    end = flow.move(Caret(0, 5), Unit.DOCUMENT, forward=True)
    ahead, behind = walk(flow, start, Unit.CHARACTER, forward=True), walk(flow, end, Unit.CHARACTER, forward=False)
    assert ahead[-1] == end
    assert behind[::-1] == ahead
    assert flow.page(1).stream_at(end.position, back=True) is Stream.NOTE


def test_a_growing_selection_steps_over_notes_and_feet(letter):
    flow = letter.flow
    end = flow.line(letter.at(MORE))[1]
    step = flow.move(end, Unit.CHARACTER, forward=True, stay=True)
    assert flow.text(*flow.line(step)).startswith("moet beter")
    word = flow.move(letter.before(0, "regeling"), Unit.WORD, forward=True, stay=True)
    assert flow.move(word, Unit.WORD, forward=True, stay=True) == letter.after(1, "moet")
    plain = flow.move(end, Unit.CHARACTER, forward=True)
    assert flow.page(0).stream_at(plain.position, back=plain.back) is Stream.COLUMN


def test_words_are_walked_to_their_end_ahead_and_to_their_start_behind(letter):
    flow, start = letter.flow, letter.before(0, "informeer")
    ends = [flow.move(start, Unit.WORD, forward=True)]
    ends.append(flow.move(ends[0], Unit.WORD, forward=True))
    assert [flow.text(start, end) for end in ends] == ["informeer", "informeer ik"]
    assert flow.move(ends[1], Unit.WORD, forward=False) == letter.before(0, "ik uw")


def test_lines_are_walked_in_one_column_of_letters(letter):
    flow, start = letter.flow, letter.before(0, "over de voortgang")
    goal = flow.along(start, letter.boxes(0))
    below = flow.move(start, Unit.LINE, forward=True, boxes=letter.boxes, goal_pt=goal)
    assert below == flow.line(letter.at("toegezegd op 1"))[1]  # the line is shorter: its end
    further = flow.move(below, Unit.LINE, forward=True, boxes=letter.boxes, goal_pt=goal)
    assert abs(flow.along(further, letter.boxes(0)) - goal) <= SIZE / 2
    assert flow.move(below, Unit.LINE, forward=False, boxes=letter.boxes, goal_pt=goal) == start


def test_line_edges_paragraphs_and_pages_are_walked(letter):
    flow, here = letter.flow, letter.at(LONG)
    assert flow.move(here, Unit.LINE_EDGE, forward=True) == flow.line(here)[1]
    assert flow.move(here, Unit.LINE_EDGE, forward=False) == flow.line(here)[0]
    assert flow.move(here, Unit.PARAGRAPH, forward=False) == flow.line(here)[0]
    assert flow.move(flow.line(here)[0], Unit.PARAGRAPH, forward=False) == Caret(0, 0)
    assert flow.move(here, Unit.PAGE, forward=True) == Caret(1, 0)
    assert flow.move(here, Unit.PAGE, forward=False) == Caret(0, 0)
    sentence = flow.move(letter.before(0, "1 ju-"), Unit.SENTENCE, forward=True)
    assert sentence == letter.before(0, "De in-")


# whatever the page


WORDS = st.text(alphabet="ab -.1«é\u00ad\u05d0", min_size=0, max_size=14)
PLACED = st.tuples(
    st.sampled_from([40, 80, 300, 470]),
    st.integers(0, 66),
    WORDS,
    st.sampled_from([7, 10, 14]),
    st.sampled_from([(1.0, 0.0), (1.0, 0.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.8, 0.6)]),
)
PAGES = st.lists(st.lists(PLACED, max_size=12), min_size=1, max_size=3)


def drawn(pages):
    return Drawn(*[[line(x, 12 * y, text, size, direction=way) for x, y, text, size, way in page] for page in pages])


@st.composite
def letters_and_carets(draw):
    letter = drawn(draw(PAGES))
    carets = [
        Caret(index, draw(st.integers(0, letter.flow.page(index).count)), draw(st.booleans()))
        for index in (draw(st.integers(0, len(letter.pages) - 1)) for _ in range(2))
    ]
    return letter, *carets


@given(PAGES)
def test_positions_and_offsets_are_each_others_inverse(pages):
    letter = drawn(pages)
    for index, text in enumerate(letter.pages):
        page = letter.flow.page(index)
        offsets = [page.offset(position) for position in range(page.count)]
        assert sorted(offsets) == list(range(len(text.stripped)))
        assert [page.position(offset) for offset in offsets] == list(range(page.count))
        with pytest.raises(IndexError):
            page.offset(page.count)


@given(letters_and_carets())
def test_what_is_selected_is_what_is_copied_and_painted(found):
    letter, anchor, focus = found
    selection = letter.select(anchor, focus)
    assert (selection.quote if selection else "") == letter.flow.text(anchor, focus)
    painted = [
        (index, offset)
        for index, runs in letter.flow.runs(anchor, focus).items()
        for start, end in runs
        for offset in range(start, end)
    ]
    assert len(painted) == len(set(painted))
    if selection is None:
        return
    assert [(span.page_index, offset) for span in selection.spans for offset in range(span.start, span.end)] == painted
    for span in selection.spans:
        assert strip_text(span.raw_exact) == letter.pages[span.page_index].stripped[span.start : span.end]
        assert span.quads
    kept = strip_text(selection.quote).replace("-", "")
    assert kept == "".join(strip_text(span.raw_exact) for span in selection.spans).replace("-", "")


@given(letters_and_carets(), st.sampled_from(list(Unit)), st.booleans(), st.booleans())
@settings(max_examples=150)
def test_a_step_leads_to_a_place_in_its_direction_or_nowhere(found, unit, forward, stay):
    letter, caret, _ = found
    step = letter.flow.move(caret, unit, forward=forward, stay=stay, boxes=letter.boxes)
    assert 0 <= step.position <= letter.flow.page(step.page_index).count
    assert step == caret or (step > caret) == forward


@given(letters_and_carets())
def test_every_click_selects_a_stretch_around_it(found):
    letter, caret, _ = found
    for unit in (letter.flow.word, letter.flow.line, letter.flow.sentence, letter.flow.paragraph):
        begin, end = unit(caret)
        assert begin <= end
        for place in (begin, end):
            assert 0 <= place.position <= letter.flow.page(place.page_index).count


@given(PAGES, st.floats(-1e4, 1e4), st.floats(-1e4, 1e4))
def test_every_point_means_a_place(pages, x, y):
    letter = drawn(pages)
    caret = letter.flow.caret_at(0, x, y, letter.boxes(0))
    assert 0 <= caret.position <= letter.flow.page(0).count
    assert letter.flow.caret_segment(caret, letter.boxes(0)) is None or letter.flow.page(0).count


def test_carets_compare_by_place_alone():
    assert Caret(0, 3, back=True) == Caret(0, 3)
    assert all(a < b for a, b in pairwise([Caret(0, 3), Caret(0, 4), Caret(1, 0)]))
    assert PITCH > SIZE


def test_the_spans_of_a_passage_lead_back_to_its_ends(letter):
    ends = letter.before(0, "uitvoering van"), letter.after(1, "worden.")
    selection = letter.select(*ends)
    assert letter.flow.ends_of(selection.spans) == ends
    assert letter.flow.ends_of(()) is None
    assert Flow(letter.pages[:1]).ends_of(selection.spans[1:]) is None
