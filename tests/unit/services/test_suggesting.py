"""Accepting and leaving out what the reader suggests: one step each, and it never comes back by itself."""

import datetime as dt
from dataclasses import replace

import pytest

from griffie.base.errors import ConflictError, InvalidValueError, UserError
from griffie.domain.item import Commitment, Deadline, Motion, Person, Request
from griffie.domain.kinds import Action, DocumentRole, ItemKind, LetterState, MentionRole, Origin, Precision, Status
from griffie.domain.settlement import Degree, Stage
from griffie.services import citing, history, itemising, lettering, looking, reading, settling, suggesting, tagging
from griffie.services.adding import join_letters
from griffie.services.keeping import check
from tests.helpers.composed_readings import cited, read, ruled, suggested
from tests.helpers.registers import document_of, dump, log_size, put_letter, select

PROMISE = "Ik zeg toe uw Kamer voor 1 mei 2026 te informeren over de uitvoering."
MOTION = "De motie van het lid Azmani (29 344, nr. 120)"
SETTLED = "De motie van het lid Azmani (29 344, nr. 120) beschouw ik hiermee als uitgevoerd."
REQUEST = "De commissie verzoekt mij het rapport voor het zomerreces te sturen."


def promise(desk, letter_id, **more):
    deadline = ruled(desk, letter_id, "voor 1 mei 2026", None, dt.date(2026, 4, 30))
    fields = {"summary": "Informeren over de uitvoering", "action": "inform"}
    return suggested(desk, letter_id, "commitment", PROMISE, **({"deadline": deadline, "fields": fields} | more))


def motion(desk, letter_id, words=MOTION, number="120", role="settles", **more):
    fields = {"dossier": "29344", "paper_number": number, "submitters": "Azmani (VVD)", "cs": "yes", "role": role}
    key = f"29344-{number}"
    return suggested(desk, letter_id, "motion", words, **({"key": key, "fields": fields} | more))


def loose(desk, letter_id):
    words = "voor het zomerreces"
    return suggested(
        desk, letter_id, "deadline", words, deadline=ruled(desk, letter_id, words, None, dt.date(2026, 7, 2))
    )


def request(desk, letter_id):
    deadline = ruled(desk, letter_id, "voor het zomerreces", None, dt.date(2026, 7, 2))
    fields = {"asked_by": "commissie voor Justitie en Veiligheid", "summary": "Het rapport sturen"}
    return suggested(desk, letter_id, "request", REQUEST, fields=fields, deadline=deadline)


def discharge(desk, letter_id, what="toezegging", targets=("TZ202601-153",), **fields):
    return suggested(desk, letter_id, "discharge", SETTLED, fields={"what": what} | fields, targets=targets)


MADE = {"commitment": promise, "motion": motion, "deadline": loose, "request": request, "discharge": discharge}


def ids(desk, letter_id):
    return [shown.id for shown in suggesting.suggestions(desk, letter_id)]


def accept_one(desk, letter_id, suggestion, **options):
    read(desk, letter_id, suggestion)
    return suggesting.accept(desk, letter_id, ids(desk, letter_id), **options)


@pytest.mark.parametrize("kind", MADE)
def test_accepting_is_one_step_with_its_undo_and_redo(desk, letter_id, kind):
    read(desk, letter_id, MADE[kind](desk, letter_id))
    before, (steps, _changes) = dump(desk.register), log_size(desk.register)
    made, changes = suggesting.accept(desk, letter_id, ids(desk, letter_id))
    after = dump(desk.register)
    assert log_size(desk.register)[0] == steps + 1
    assert changes.letters == {letter_id}
    assert changes.items == set(made)
    assert (ids(desk, letter_id), suggesting.counts(desk, letter_id)) == ([], (0, 1))
    assert check(desk).faults == []
    history.undo(desk)
    assert dump(desk.register) == before
    assert suggesting.counts(desk, letter_id) == (1, 0)
    history.redo(desk)
    assert dump(desk.register) == after
    assert suggesting.counts(desk, letter_id) == (0, 1)


@pytest.mark.parametrize("kind", MADE)
def test_leaving_out_is_one_step_with_its_undo_and_redo(desk, letter_id, kind):
    read(desk, letter_id, MADE[kind](desk, letter_id))
    before = dump(desk.register)
    assert suggesting.dismiss(desk, letter_id, ids(desk, letter_id)).letters == {letter_id}
    assert suggesting.counts(desk, letter_id) == (0, 1)
    assert looking.items_in(desk, letter_id) == []
    history.undo(desk)
    assert dump(desk.register) == before
    assert len(ids(desk, letter_id)) == 1
    history.redo(desk)
    assert suggesting.counts(desk, letter_id) == (0, 1)


def test_a_commitment_comes_with_its_fields_its_words_and_its_deadline(desk, letter_id):
    made, _changes = accept_one(desk, letter_id, promise(desk, letter_id))
    commitment, deadline = (desk.item(item_id, letter_id) for item_id in made)
    assert isinstance(commitment, Commitment)
    assert (commitment.summary, commitment.action, commitment.ministry) == (
        "Informeren over de uitvoering",
        Action.INFORM,
        "JenV",
    )
    assert commitment.promised_by == (Person("Minister van Justitie en Veiligheid"),)
    assert (commitment.literal, commitment.origin, commitment.unreviewed) == (PROMISE, Origin.PASSAGE, False)
    assert isinstance(deadline, Deadline)
    assert (deadline.owner_id, deadline.phrase, deadline.date_to) == (
        commitment.id,
        "voor 1 mei 2026",
        dt.date(2026, 4, 30),
    )
    assert (deadline.precision, deadline.rule, deadline.literal) == (Precision.DAY, "before_day", "voor 1 mei 2026")
    assert reading.told(deadline) == "“voor 1 mei 2026”: before 30 April 2026"
    assert desk.letter(letter_id).state is LetterState.IN_PROGRESS


def test_the_step_of_one_commitment_is_named_after_it(desk, letter_id):
    made, _changes = accept_one(desk, letter_id, promise(desk, letter_id))
    assert history.status(desk).undo.name == f"Accept commitment {desk.item(made[0]).number}"


def test_who_promises_is_as_the_reader_says(desk, letter_id):
    by = {"promised_by": "Staatssecretaris van BZK"}
    made, _changes = accept_one(desk, letter_id, promise(desk, letter_id, fields=by))
    assert desk.item(made[0]).promised_by == (Person("Staatssecretaris van BZK"),)


def test_a_field_that_the_reader_filled_wrongly_stays_empty(desk, letter_id):
    wrong = {"action": "no such action", "summary": "Goed", "no_such_field": "x"}
    made, _changes = accept_one(desk, letter_id, promise(desk, letter_id, fields=wrong))
    item = desk.item(made[0])
    assert (item.action, item.summary) == (None, "Goed")


def test_what_the_clerk_typed_goes_before_what_the_reader_filled_in(desk, letter_id):
    edits = {"summary": "Anders", "date_to": "1 juni 2026"}
    made, _changes = accept_one(desk, letter_id, promise(desk, letter_id), edits=edits)
    commitment, deadline = (desk.item(item_id) for item_id in made)
    assert (commitment.summary, commitment.action) == ("Anders", Action.INFORM)
    assert (deadline.date_to, deadline.rule, deadline.reason) == (dt.date(2026, 6, 1), "clerk", "")


def test_what_does_not_fit_is_refused_and_changes_nothing(desk, letter_id):
    read(desk, letter_id, promise(desk, letter_id))
    before = dump(desk.register)
    for edits, error in (({"date_to": "32 mei"}, InvalidValueError), ({"colour": "red"}, UserError)):
        with pytest.raises(error):
            suggesting.accept(desk, letter_id, ids(desk, letter_id), edits=edits)
        assert dump(desk.register) == before


def test_a_new_motion_has_its_number_its_role_and_all_its_places(desk, letter_id):
    places = (select(desk, letter_id, MOTION), select(desk, letter_id, "hiermee als uitgevoerd"))
    made, _changes = accept_one(desk, letter_id, motion(desk, letter_id, places=places))
    item = desk.item(made[0], letter_id)
    assert isinstance(item, Motion)
    assert (item.dossier, item.paper_number, item.cs, item.role) == ("29344", "120", True, MentionRole.SETTLES)
    assert item.submitters == (Person("Azmani", "VVD"),)
    assert [passage.quote for passage in item.passages] == [MOTION, "hiermee als uitgevoerd"]
    assert item.status is Status.OPEN


def test_a_motion_that_the_register_has_gets_a_mention_and_what_it_lacked(desk, letter_id):
    known, _changes = itemising.new_item(desk, ItemKind.MOTION, {"dossier": "29344", "paper_number": "120"})
    itemising.set_item_field(desk, known, "summary", "Van de griffie")
    fields = {**motion(desk, letter_id).fields, "summary": "Van de lezer"}
    made, _changes = accept_one(desk, letter_id, motion(desk, letter_id, fields=fields))
    item = desk.item(known, letter_id)
    assert made == [known]
    assert (item.summary, item.submitters, item.role) == ("Van de griffie", (Person("Azmani", "VVD"),), "settles")


def test_a_motion_tagged_by_hand_without_number_becomes_the_suggested_one(desk, letter_id):
    document = document_of(desk, letter_id)
    tagged, _changes = tagging.tag(desk, letter_id, document, ItemKind.MOTION, select(desk, letter_id, MOTION))
    itemising.set_item_field(desk, tagged, "submitters", (Person("Azmani"),), letter_id=letter_id)
    made, _changes = accept_one(desk, letter_id, motion(desk, letter_id))
    item = desk.item(tagged, letter_id)
    assert made == [tagged]
    assert (item.paper_number, len(item.passages)) == ("120", 1)


def test_two_motions_of_the_same_members_stay_two(desk, letter_id):
    first = motion(desk, letter_id)
    other = motion(desk, letter_id, "hiermee als uitgevoerd", "121", key="other", fields={"submitters": "Azmani (VVD)"})
    read(desk, letter_id, first, other)
    made, _changes = suggesting.accept(desk, letter_id, ids(desk, letter_id))
    assert len(made) == 2


def test_the_same_motion_in_two_letters_is_one(desk, letter_id):
    other = put_letter(desk)
    made = [accept_one(desk, one, motion(desk, one))[0] for one in (letter_id, other)]
    assert made[0] == made[1]


def test_a_role_that_says_more_is_not_lost(desk, letter_id):
    accept_one(desk, letter_id, motion(desk, letter_id))
    read(desk, letter_id, motion(desk, letter_id, "hiermee als uitgevoerd", role="mentions", key="again"))
    suggesting.accept(desk, letter_id, ids(desk, letter_id))
    (item,) = looking.items_in(desk, letter_id)
    assert (item.role, len(item.passages)) == (MentionRole.SETTLES, 2)


def test_a_loose_deadline_belongs_to_the_letter(desk, letter_id):
    made, _changes = accept_one(desk, letter_id, loose(desk, letter_id))
    item = desk.item(made[0])
    assert (item.owner_id, item.letter_id, item.date_to) == (None, letter_id, dt.date(2026, 7, 2))


def test_a_request_has_who_asks_and_its_term(desk, letter_id):
    made, _changes = accept_one(desk, letter_id, request(desk, letter_id))
    item, deadline = (desk.item(item_id) for item_id in made)
    assert isinstance(item, Request)
    assert item.asked_by == (Person("commissie voor Justitie en Veiligheid"),)
    assert deadline.owner_id == item.id


def test_a_discharge_is_a_claim_and_changes_no_status(desk, letter_id):
    known, _changes = itemising.new_item(desk, ItemKind.COMMITMENT, {"official_number": "TZ202601-153"})
    before = desk.item(known)
    made, _changes = accept_one(desk, letter_id, discharge(desk, letter_id))
    assert made == [known]
    assert desk.item(known) == before
    (claim,) = settling.settlements_in(desk, letter_id)
    assert settling.settlements_of(desk, known) == [claim]
    assert (claim.item_id, claim.what, claim.target) == (known, "toezegging", "TZ202601-153")
    assert (claim.stage, claim.degree, claim.passage.quote) == (Stage.CLAIMED, Degree.WHOLE, SETTLED)


def test_a_discharge_of_what_the_register_does_not_have_keeps_its_number(desk, letter_id):
    one = discharge(desk, letter_id, "verzoek", ("TZ202601-153", "T01970"), degree="partly")
    made, _changes = accept_one(desk, letter_id, one)
    claims = settling.settlements_in(desk, letter_id)
    assert made == []
    assert {(claim.target, claim.item_id, claim.degree) for claim in claims} == {
        ("TZ202601-153", None, Degree.PARTLY),
        ("T01970", None, Degree.PARTLY),
    }
    assert len({claim.passage.id for claim in claims}) == 1


def test_a_discharge_without_a_number_is_a_claim_all_the_same(desk, letter_id):
    accept_one(desk, letter_id, discharge(desk, letter_id, targets=()))
    (claim,) = settling.settlements_in(desk, letter_id)
    assert (claim.target, claim.item_id) == ("", None)


def test_a_discharge_of_a_motion_is_its_role_in_this_letter(desk, letter_id):
    known, _changes = itemising.new_item(desk, ItemKind.MOTION, {"dossier": "29344", "paper_number": "120"})
    made, _changes = accept_one(desk, letter_id, discharge(desk, letter_id, "motie", ("29344-120",)))
    item = desk.item(known, letter_id)
    assert made == [known]
    assert (item.role, item.status, item.literal) == (MentionRole.SETTLES, Status.OPEN, SETTLED)
    assert settling.settlements_in(desk, letter_id) == []


def test_a_discharge_of_a_motion_that_is_not_known_makes_it(desk, letter_id):
    made, _changes = accept_one(desk, letter_id, discharge(desk, letter_id, "motie", ("36600-VI-12",)))
    item = desk.item(made[0], letter_id)
    assert (item.dossier, item.suffix, item.paper_number, item.role) == ("36600", "VI", "12", MentionRole.SETTLES)


def test_a_claim_can_be_taken_away_again(desk, letter_id):
    accept_one(desk, letter_id, discharge(desk, letter_id, targets=("TZ202601-153", "TZ202601-154")))
    before = dump(desk.register)
    for claim in settling.settlements_in(desk, letter_id):
        settling.remove_settlement(desk, claim.id)
        assert check(desk).faults == []
    assert settling.settlements_in(desk, letter_id) == []
    assert desk.register.read.execute("SELECT count(*) FROM passage").fetchone()[0] == 0
    with pytest.raises(ConflictError):
        settling.remove_settlement(desk, claim.id)
    history.undo(desk)
    history.undo(desk)
    assert dump(desk.register) == before


def test_a_claim_outlives_the_item_that_is_deleted(desk, letter_id):
    known, _changes = itemising.new_item(desk, ItemKind.COMMITMENT, {"official_number": "TZ202601-153"})
    accept_one(desk, letter_id, discharge(desk, letter_id))
    before = dump(desk.register)
    itemising.delete_item(desk, known)
    assert [claim.item_id for claim in settling.settlements_in(desk, letter_id)] == [None]
    assert check(desk).faults == []
    history.undo(desk)
    assert dump(desk.register) == before


def everything(desk, letter_id):
    return [make(desk, letter_id) for make in MADE.values()]


def test_many_are_one_step_in_reading_order(desk, letter_id):
    read(desk, letter_id, *reversed(everything(desk, letter_id)))
    before, (steps, _changes) = dump(desk.register), log_size(desk.register)
    made, _changes = suggesting.accept(desk, letter_id, ids(desk, letter_id))
    assert log_size(desk.register)[0] == steps + 1
    assert history.status(desk).undo.name == "Accept 5 suggestions"
    assert [desk.item(item_id).kind.value for item_id in made[:3]] == ["commitment", "deadline", "motion"]
    assert suggesting.counts(desk, letter_id) == (0, 5)
    history.undo(desk)
    assert dump(desk.register) == before


def test_only_the_named_ones_are_decided(desk, letter_id):
    read(desk, letter_id, *everything(desk, letter_id))
    first, second, *rest = ids(desk, letter_id)
    suggesting.accept(desk, letter_id, [second])
    suggesting.dismiss(desk, letter_id, [first])
    assert ids(desk, letter_id) == rest
    with pytest.raises(ConflictError, match="no longer there"):
        suggesting.accept(desk, letter_id, [second])
    with pytest.raises(ConflictError):
        suggesting.dismiss(desk, letter_id, ["no such id"])


def test_in_bulk_they_are_not_reviewed_until_a_clerk_has_looked(desk, letter_id):
    made, _changes = accept_one(desk, letter_id, promise(desk, letter_id), unreviewed=True)
    assert [desk.item(item_id).unreviewed for item_id in made] == [True, True]
    log = log_size(desk.register)
    assert itemising.mark_reviewed(desk, made[:1]).items == {made[0]}
    assert not itemising.mark_reviewed(desk, made[:1])
    assert [desk.item(item_id).unreviewed for item_id in made] == [False, True]
    assert log_size(desk.register) == log
    history.undo(desk)
    assert looking.items_in(desk, letter_id) == []
    history.redo(desk)
    itemising.set_item_field(desk, made[1], "remarks", "gezien")
    itemising.mark_reviewed(desk, made)
    history.undo(desk)
    assert [desk.item(item_id).unreviewed for item_id in made] == [False, False]


@pytest.mark.parametrize("decide", [suggesting.accept, suggesting.dismiss], ids=["accepted", "left out"])
def test_what_is_decided_stays_gone_under_a_new_reader(desk, letter_id, decide):
    read(desk, letter_id, promise(desk, letter_id))
    decide(desk, letter_id, ids(desk, letter_id))
    same = promise(desk, letter_id)
    part = suggested(desk, letter_id, "commitment", PROMISE[:48], key="named otherwise")
    for again in (same, part):
        read(desk, letter_id, again, name="composed/2")
        assert suggesting.counts(desk, letter_id) == (0, 1)
    other = suggested(desk, letter_id, "commitment", REQUEST)
    read(desk, letter_id, part, other, name="composed/3")
    assert [shown.suggestion.key for shown in suggesting.suggestions(desk, letter_id)] == [other.key]
    history.undo(desk)
    assert len(ids(desk, letter_id)) == 2


def test_the_same_words_in_two_places_are_decided_one_by_one(desk):
    letter_id = put_letter(desk, "Dat komt voor het zomerreces. Ook dit komt voor het zomerreces.")
    first = loose(desk, letter_id)
    (span,) = first.selection.spans
    far = replace(first.selection, spans=(replace(span, start=span.start + 28, end=span.end + 28),))
    second = replace(first, selection=far, deadline=replace(first.deadline, selection=far))
    read(desk, letter_id, first, second)
    suggesting.dismiss(desk, letter_id, ids(desk, letter_id)[1:])
    for name in ("composed/2", "composed/3"):
        read(desk, letter_id, first, second, name=name)
        (shown,) = suggesting.suggestions(desk, letter_id)
        assert shown.suggestion.selection == first.selection
    read(desk, letter_id, second, name="composed/4")
    assert suggesting.counts(desk, letter_id) == (0, 1)
    assert check(desk).faults == []


def test_a_new_motion_over_the_same_words_is_not_swallowed_by_another_that_is_still_there(desk, letter_id):
    first = motion(desk, letter_id)
    read(desk, letter_id, first)
    suggesting.dismiss(desk, letter_id, ids(desk, letter_id))
    read(desk, letter_id, first, motion(desk, letter_id, number="121"), name="composed/2")
    assert [shown.suggestion.key for shown in suggesting.suggestions(desk, letter_id)] == ["29344-121"]


def test_what_was_left_out_in_one_print_stays_gone_when_the_prints_are_joined(desk, letter_id):
    other = put_letter(desk)
    read(desk, other, promise(desk, other), discharge(desk, other))
    first, second = ids(desk, other)
    suggesting.dismiss(desk, other, [first])
    suggesting.accept(desk, other, [second])
    before = dump(desk.register)
    join_letters(desk, other, letter_id, DocumentRole.KAMERSTUK)
    assert check(desk).faults == []
    assert len(settling.settlements_in(desk, letter_id)) == 1
    read(desk, letter_id, promise(desk, letter_id, key="otherwise"))
    assert suggesting.counts(desk, letter_id) == (0, 1)
    history.undo(desk)
    assert dump(desk.register) == before
    assert suggesting.counts(desk, other) == (0, 2)


def test_forgetting_a_letter_erases_what_was_read_decided_and_claimed(desk, letter_id):
    known, _changes = itemising.new_item(desk, ItemKind.COMMITMENT, {"official_number": "TZ202601-153"})
    read(
        desk,
        letter_id,
        *everything(desk, letter_id),
        citations=(cited(desk, letter_id, "29 344, nr. 120", "29344-120"),),
    )
    suggesting.accept(desk, letter_id, ids(desk, letter_id))
    citing.correct_citation(desk, letter_id, citing.citations(desk, letter_id)[0].id, "12345, nr. 6789")
    lettering.forget(desk, letter_id)
    for table in ("reading", "suggestion", "citation", "decision", "citation_fix", "settlement", "passage"):
        assert desk.register.read.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 0, table
    assert check(desk).faults == []
    assert desk.item(known).status is Status.OPEN
    desk.register.forget_text()
    path = desk.register.path
    desk.register.close()
    whole = path.read_bytes()
    for words in (b"uitvoering", b"zomerreces", b"before_day", b"29344-120", b"12345-6789"):
        assert words not in whole


def test_forgetting_a_joined_letter_erases_what_was_read_before_it_was_joined(desk, letter_id):
    other = put_letter(desk)
    read(desk, other, promise(desk, other))
    join_letters(desk, other, letter_id, DocumentRole.KAMERSTUK)
    lettering.forget(desk, letter_id)
    assert desk.register.read.execute("SELECT count(*) FROM suggestion").fetchone()[0] == 0


def test_forgetting_the_letter_of_an_item_leaves_the_claim_of_another_letter_and_its_undo(desk, letter_id):
    other = put_letter(desk)
    made, _changes = accept_one(desk, letter_id, promise(desk, letter_id))
    itemising.set_item_field(desk, made[0], "official_number", "TZ202601-153")
    accept_one(desk, other, discharge(desk, other))
    lettering.forget(desk, letter_id)
    assert check(desk).faults == []
    assert [claim.item_id for claim in settling.settlements_in(desk, other)] == [None]
    history.undo(desk)
    assert settling.settlements_in(desk, other) == []
    assert suggesting.counts(desk, other) == (1, 0)
    history.redo(desk)
    assert len(settling.settlements_in(desk, other)) == 1


def test_two_motions_that_turn_out_to_be_one_take_their_decisions_along(desk, letter_id):
    made, _changes = accept_one(desk, letter_id, motion(desk, letter_id))
    other = put_letter(desk)
    second, _changes = accept_one(desk, other, motion(desk, other, number="999"))
    itemising.set_item_field(desk, second[0], "paper_number", "120", letter_id=other)
    rows = desk.register.read.execute("SELECT DISTINCT item_id FROM decision").fetchall()
    assert [row[0] for row in rows] == made
    assert check(desk).faults == []


def test_words_tagged_by_hand_take_their_card_away_and_undo_brings_it_back(desk, letter_id):
    read(desk, letter_id, promise(desk, letter_id))
    tagging.tag(desk, letter_id, document_of(desk, letter_id), ItemKind.COMMITMENT, select(desk, letter_id, PROMISE))
    assert (ids(desk, letter_id), suggesting.counts(desk, letter_id)) == ([], (0, 1))
    history.undo(desk)
    assert len(ids(desk, letter_id)) == 1


def test_words_tagged_as_another_kind_keep_their_card(desk, letter_id):
    read(desk, letter_id, promise(desk, letter_id))
    tagging.tag(desk, letter_id, document_of(desk, letter_id), ItemKind.REQUEST, select(desk, letter_id, PROMISE))
    assert len(ids(desk, letter_id)) == 1


def test_what_was_tagged_before_the_letter_was_read_is_not_suggested(desk, letter_id):
    tagging.tag(desk, letter_id, document_of(desk, letter_id), ItemKind.COMMITMENT, select(desk, letter_id, PROMISE))
    read(desk, letter_id, promise(desk, letter_id), motion(desk, letter_id))
    assert [shown.suggestion.kind for shown in suggesting.suggestions(desk, letter_id)] == ["motion"]
