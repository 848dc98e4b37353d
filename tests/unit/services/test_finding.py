"""Search everywhere: what a clerk finds by words and by numbers, and what is no longer there to be found."""

import threading

import pytest

from griffie.base.errors import Cancelled
from griffie.domain.excerpts import plain_text
from griffie.domain.finding import GroupName, HitKind
from griffie.domain.kinds import ItemKind
from griffie.domain.letter import Dossier
from griffie.services import finding, history, itemising, lettering
from tests.helpers.registers import put_letter
from tests.unit.services.test_tagging import PROMISE, tag


def groups(desk, typed, limit=50):
    return {group.name: group for group in finding.search(desk, typed, limit=limit).groups}


def hits(desk, typed, name):
    group = groups(desk, typed).get(name)
    return list(group.hits) if group else []


def marked(parts):
    return [text for text, was_looked_for in parts if was_looked_for]


def numbers(desk, typed, name):
    return [hit.number for hit in hits(desk, typed, name)]


@pytest.fixture
def motion(desk, letter_id):
    fields = {"dossier": "29344", "paper_number": "120", "summary": "Azmani over opvang"}
    return itemising.new_item(desk, ItemKind.MOTION, fields, letter_id=letter_id)[0]


# words


def test_a_word_is_found_in_items_headers_and_text_with_the_word_in_context(desk, letter_id):
    tag(desk, letter_id, PROMISE)
    lettering.set_letter_field(desk, letter_id, "subject", "Informeren over de stand van zaken")
    found = groups(desk, "informeren")
    assert list(found) == [GroupName.ITEMS, GroupName.LETTERS, GroupName.PAGES]
    (item,) = found[GroupName.ITEMS].hits
    (letter,) = found[GroupName.LETTERS].hits
    (page,) = found[GroupName.PAGES].hits
    assert marked(item.title) == ["informeren"]
    assert plain_text(item.title) == PROMISE
    assert marked(letter.title) == ["Informeren"]
    assert marked(page.excerpt) == ["informeren"]
    assert "uw Kamer voor 1 mei 2026" in plain_text(page.excerpt)


def test_a_hit_knows_where_it_is(desk):
    letter_id = put_letter(desk, sender_line="Minister van JenV")
    item_id, _changes = tag(desk, letter_id, PROMISE)
    letter = desk.letter(letter_id)
    (item,) = hits(desk, "informeren", GroupName.ITEMS)
    (page,) = hits(desk, "informeren", GroupName.PAGES)
    assert (item.kind, item.item_kind, item.item_id) == (HitKind.ITEM, ItemKind.COMMITMENT, item_id)
    assert (item.letter_id, item.letter_number, item.page_number) == (letter_id, letter.number, 1)
    assert (page.kind, page.letter_id, page.page_number) == (HitKind.PAGE, letter_id, 1)
    assert page.document_id == letter.documents[0].id
    assert (page.made_on, page.letter_subject) == ("2026-03-01", letter.subject)
    assert page.senders == item.senders == "Minister van JenV"


@pytest.mark.parametrize("typed", ["coordinatie", "coördinatie", "COÖRDINATIE", "coo\u0308rdin", "vóór coordinatie"])
@pytest.mark.parametrize("written", ["Voor coördinatie", "vóór coordinatie", "VÓÓR COÖRDINATIE"])
def test_accents_and_capitals_make_no_difference(desk, written, typed):
    put_letter(desk, f"{written} is gezorgd.")
    assert len(hits(desk, typed, GroupName.PAGES)) == 1


def test_all_words_must_occur_and_the_last_may_go_on(desk, letter_id):
    assert hits(desk, "rapport zomer", GroupName.PAGES)
    assert not hits(desk, "zomer rapporten", GroupName.PAGES)
    assert not hits(desk, "zomer rapport", GroupName.PAGES)  # only the last one goes on


def test_words_between_quotes_stand_side_by_side(desk, letter_id):
    assert hits(desk, '"voor het zomerreces"', GroupName.PAGES)
    assert not hits(desk, '"het voor zomerreces"', GroupName.PAGES)


@pytest.mark.parametrize("typed", ["co-ouderschap", "co-ouder", "’s-Gravenhage", "auto's", "auto’s"])
def test_hyphens_and_apostrophes_are_part_of_a_word(desk, typed):
    put_letter(desk, "Over co-ouderschap, auto's en 's-Gravenhage.", "ouderschap co")
    (page,) = hits(desk, typed, GroupName.PAGES)
    assert len(marked(page.excerpt)) == 1


@pytest.mark.parametrize("typed", ["toezegging", "de toezegging", "toezeggin"])
def test_a_word_that_a_line_end_breaks_is_found_and_shown_whole(desk, typed):
    put_letter(desk, "Dit betreft de toe-", "zegging over toe zegging.")
    put_letter(desk, "Toe, zegging.")
    (page,) = hits(desk, typed, GroupName.PAGES)
    assert "toezegging" in marked(page.excerpt)


def test_the_newest_comes_first_and_pages_of_a_letter_in_their_order(desk):
    put_letter(desk, "Eerste brief over stikstof")
    put_letter(desk, "Tweede brief over stikstof")
    assert numbers(desk, "stikstof", GroupName.PAGES) == ["B2026-0002", "B2026-0001"]
    letters = [f"B2026-000{n}" for n in (2, 1)]
    assert numbers(desk, "brief", GroupName.LETTERS) == letters


def test_more_than_asked_for_is_told(desk):
    for _n in range(3):
        put_letter(desk, "Brief over stikstof")
    few = groups(desk, "stikstof", limit=2)[GroupName.PAGES]
    assert (len(few.hits), few.more) == (2, True)
    all_ = groups(desk, "stikstof", limit=3)[GroupName.PAGES]
    assert (len(all_.hits), all_.more) == (3, False)


def test_an_item_is_found_by_what_was_noted_about_it(desk, letter_id):
    item_id, _changes = tag(desk, letter_id, PROMISE)
    itemising.set_item_field(desk, item_id, "remarks", "Besproken met de griffier")
    (item,) = hits(desk, "griffier", GroupName.ITEMS)
    assert marked(item.excerpt) == ["griffier"]
    assert plain_text(item.title) == PROMISE


def test_an_item_without_a_letter_is_found(desk):
    fields = {"summary": "Overzicht van pilots", "committee": "Financiën"}
    itemising.new_item(desk, ItemKind.REQUEST, fields)
    (item,) = hits(desk, "financien", GroupName.ITEMS)
    assert (item.letter_id, item.page_number, item.item_kind) == ("", 0, ItemKind.REQUEST)


def test_nothing_found_has_no_groups(desk, letter_id):
    assert finding.search(desk, "zzz").groups == ()


# numbers


def test_an_own_number_comes_first_and_only_once(desk, letter_id):
    item_id, _changes = tag(desk, letter_id, PROMISE)
    itemising.set_item_field(desk, item_id, "remarks", "zie C2026-0001")
    found = groups(desk, "c2026-0001")
    assert [hit.item_id for hit in found[GroupName.NUMBER].hits] == [item_id]
    assert GroupName.ITEMS not in found


def test_a_letter_is_found_by_its_own_number_and_by_its_reference(desk, letter_id):
    lettering.set_letter_field(desk, letter_id, "reference", "4567890-123-VWS")
    lettering.set_letter_field(desk, letter_id, "document_number", "2026D05549")
    for typed in (desk.letter(letter_id).number, "4567890-123-VWS", "2026d05549"):
        assert [hit.letter_id for hit in hits(desk, typed, GroupName.NUMBER)] == [letter_id]


def test_a_registered_commitment_is_found_by_its_official_number(desk, letter_id):
    item_id, _changes = tag(desk, letter_id, PROMISE)
    itemising.set_item_field(desk, item_id, "official_number", "TZ202603-130")
    assert [hit.item_id for hit in hits(desk, "tz202603-130", GroupName.NUMBER)] == [item_id]


@pytest.mark.parametrize("typed", ["29344-120", "29 344, nr. 120", "motie 29344 nr 120"])
def test_a_motion_is_found_by_its_number_and_the_text_that_cites_it_too(desk, motion, typed):
    found = groups(desk, typed)
    (hit,) = found[GroupName.NUMBER].hits
    assert (hit.item_id, hit.item_kind) == (motion, ItemKind.MOTION)
    (page,) = found[GroupName.PAGES].hits
    assert marked(page.excerpt) == ["29 344, nr. 120"]


def test_a_letter_is_found_by_its_paper_number(desk, letter_id):
    lettering.set_letter_field(desk, letter_id, "dossiers", (Dossier("29344"),))
    lettering.set_letter_field(desk, letter_id, "paper_number", "131")
    assert [hit.letter_id for hit in hits(desk, "29344-131", GroupName.NUMBER)] == [letter_id]


def test_a_dossier_gives_its_motions_and_its_letters(desk, motion, letter_id):
    lettering.set_letter_field(desk, letter_id, "dossiers", (Dossier("29344"),))
    found = hits(desk, "29 344", GroupName.NUMBER)
    assert [hit.item_id or hit.letter_id for hit in found] == [motion, letter_id]


def test_a_dossier_without_suffix_gives_all_its_chapters(desk, letter_id):
    lettering.set_letter_field(desk, letter_id, "dossiers", (Dossier("36600", "VI"),))
    assert hits(desk, "36600", GroupName.NUMBER)
    assert hits(desk, "36600-VI", GroupName.NUMBER)
    assert not hits(desk, "36600-VII", GroupName.NUMBER)


# what is gone


def test_an_item_that_was_taken_back_is_not_found_and_redo_brings_it_back(desk, letter_id):
    tag(desk, letter_id, PROMISE)
    history.undo(desk)
    assert not hits(desk, "informeren", GroupName.ITEMS)
    assert not hits(desk, "C2026-0001", GroupName.NUMBER)
    history.redo(desk)
    assert hits(desk, "informeren", GroupName.ITEMS)


def test_a_letter_that_was_taken_back_is_not_found(desk, letter_id):
    history.undo(desk)
    assert finding.search(desk, "informeren").groups == ()


def test_a_letter_that_was_forgotten_is_not_found(desk, letter_id):
    tag(desk, letter_id, PROMISE)
    lettering.forget(desk, letter_id)
    assert finding.search(desk, "informeren").groups == ()
    assert finding.search(desk, "B2026-0001").groups == ()


# without words, and cut short


def test_without_words_the_letters_that_were_open_last_come_first_then_the_newest(desk):
    ids = [put_letter(desk) for _n in range(4)]
    (group,) = finding.Search(desk, " - ", limit=3, opened=(ids[1], "gone")).run().groups
    assert [hit.letter_id for hit in group.hits] == [ids[1], ids[3], ids[2]]
    assert finding.search(desk, "").groups[0].name is GroupName.LETTERS


def test_an_empty_register_has_nothing_to_show(desk):
    assert finding.search(desk, "").groups == ()


def test_a_search_that_was_cut_short_before_it_began_gives_nothing(desk, letter_id):
    search = finding.Search(desk, "kamer")
    search.cancel()
    with pytest.raises(Cancelled):
        search.run()


def test_a_search_is_cut_short_while_it_runs(desk, letter_id):
    """The register is asked something endless on the same connection, so that there is a middle to cut."""
    search = finding.Search(desk, "kamer")
    conn = desk.register.read
    running = threading.Event()

    def endless(_n):
        running.set()
        return 1

    conn.create_function("endless", 1, endless)
    search._asking._groups = lambda conn: conn.execute(
        "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + endless(x) FROM n) SELECT count(*) FROM n"
    ).fetchall()
    canceller = threading.Thread(target=lambda: (running.wait(10), search.cancel()))
    canceller.start()
    with pytest.raises(Cancelled):
        search.run()
    canceller.join()
    assert finding.search(desk, "informeren").groups  # the connection goes on


def test_a_whole_word_comes_before_longer_ones_where_it_fills_the_group(desk):
    put_letter(desk, "Over stikstof")
    put_letter(desk, "Over stikstof")
    put_letter(desk, "Over stikstofbeleid")
    newest = [f"B2026-000{n}" for n in (3, 2, 1)]
    assert [hit.number for hit in groups(desk, "stikstof", limit=2)[GroupName.PAGES].hits] == newest[:2]
    assert [hit.number for hit in groups(desk, "stikstof", limit=1)[GroupName.PAGES].hits] == newest[1:2]
    assert numbers(desk, "stikstof", GroupName.PAGES) == newest
