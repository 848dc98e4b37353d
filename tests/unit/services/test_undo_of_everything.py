"""Whatever a clerk does in whatever order: undo gives back the state before, and the register stays sound."""

import datetime as dt
import shutil
import tempfile
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from griffie.base.errors import UserError
from griffie.domain.fields import ITEM_FIELDS
from griffie.domain.following import BulkChange, ProgressKind, RelationKind
from griffie.domain.kinds import ItemKind, LetterState, Precision, Status
from griffie.domain.listing import Wanted
from griffie.domain.periods import DateRange
from griffie.domain.settlement import Degree, Stage
from griffie.services import following, history, itemising, lettering, looking, register, settling, suggesting, tagging
from griffie.services.keeping import check
from griffie.services.settling import Ruling
from tests.helpers.composed_readings import NAME, read
from tests.helpers.registers import document_of, dump, new_desk, put_letter, select
from tests.unit.services.test_itemising import example
from tests.unit.services.test_suggesting import MADE

WORDS = (
    "Ik zeg toe uw Kamer voor 1 mei 2026 te informeren",
    "voor 1 mei 2026",
    "De motie van het lid Azmani (29 344, nr. 120)",
    "De commissie verzoekt mij",
    "het rapport voor het zomerreces",
)
words, kinds = st.sampled_from(WORDS), st.sampled_from(list(ItemKind))
numbers = st.integers(0, 10_000)


class Clerk(RuleBasedStateMachine):
    """Works on a register; `states` are the dumps that undo must give back, oldest first."""

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.desk = new_desk(self.folder / "griffie.sqlite")
        self.states = [dump(self.desk.register)]
        self.undone = []
        self.given = set()

    def teardown(self):
        self.desk.register.close()
        shutil.rmtree(self.folder)

    @initialize()
    def first_letter(self):
        self.do(put_letter, self.desk)

    # -- how things are done and remembered

    def do(self, action, *args, **options):
        """Do something; a refusal must leave everything as it was, anything else becomes a state to come back to."""
        before = self.states[-1]
        try:
            action(*args, **options)
        except UserError:
            assert dump(self.desk.register) == before
            return
        after = dump(self.desk.register)
        if after != before:
            self.states.append(after)
            self.undone.clear()

    def letter(self, number):
        ids = [row[0] for row in self.desk.register.read.execute("SELECT id FROM letter ORDER BY id").fetchall()]
        return ids[number % len(ids)] if ids else None

    def item(self, number, kind=None):
        sql = "SELECT id FROM item WHERE kind = ?1 OR ?1 IS NULL ORDER BY id"
        ids = [row[0] for row in self.desk.register.read.execute(sql, (kind,)).fetchall()]
        return ids[number % len(ids)] if ids else None

    def tied(self, number):
        """Return an item with a letter in which it has a passage."""
        rows = self.desk.register.read.execute(
            "SELECT coalesce(t.item_id, m.item_id), p.letter_id FROM tie t JOIN passage p ON p.id = t.passage_id "
            "LEFT JOIN mention m ON m.id = t.mention_id ORDER BY t.id"
        ).fetchall()
        return tuple(rows[number % len(rows)]) if rows else (None, None)

    # -- what a clerk does

    @rule()
    def add_a_letter(self):
        self.do(put_letter, self.desk)

    @rule(number=numbers, quote=words, kind=kinds)
    def tag(self, number, quote, kind):
        if letter := self.letter(number):
            selection, document = select(self.desk, letter, quote), document_of(self.desk, letter)
            self.do(tagging.tag, self.desk, letter, document, kind, selection)

    @rule(number=numbers, kind=kinds, with_letter=st.booleans())
    def make_an_item(self, number, kind, with_letter):
        letter = self.letter(number) if with_letter else None
        self.do(itemising.new_item, self.desk, kind, {"remarks": f"met de hand {number}"}, letter_id=letter)

    @rule(number=numbers, choice=numbers, reason=st.sampled_from(("", "uitstel")))
    def fill_a_field(self, number, choice, reason):
        if item := self.item(number):
            found = self.desk.item(item)
            fields = ITEM_FIELDS[found.kind]
            field = fields[choice % len(fields)]
            letter = found.letter_id or self.letter(number)
            self.do(
                itemising.set_item_field, self.desk, item, field.name, example(field), reason=reason, letter_id=letter
            )

    @rule(number=numbers, paper=st.sampled_from(("120", "121")))
    def number_a_motion(self, number, paper):
        if item := self.item(number, "motion"):
            found = self.desk.item(item)
            self.do(itemising.type_item_field, self.desk, found, "dossier", f"29 344, nr. {paper}")

    @rule(number=numbers, name=st.sampled_from(("subject", "handler", "state", "committees")))
    def fill_a_field_of_a_letter(self, number, name):
        if letter := self.letter(number):
            values = {"state": list(LetterState)[number % 3], "committees": ("JenV", f"Commissie {number}")}
            self.do(lettering.set_letter_field, self.desk, letter, name, values.get(name, f"woord {number}"))

    @rule(number=numbers, quote=words, replace=st.booleans())
    def tie_to_other_words(self, number, quote, replace):
        item, letter = self.item(number), self.letter(number)
        if item and letter:
            selection, document = select(self.desk, letter, quote), document_of(self.desk, letter)
            self.do(tagging.tie_item, self.desk, item, letter, document, selection, replace=replace)

    @rule(number=numbers, quote=words)
    def move_the_ends(self, number, quote):
        item, letter = self.tied(number)
        if item:
            passage = next(p for p in self.desk.item(item, letter).passages if p.letter_id == letter)
            self.do(tagging.adjust_passage, self.desk, passage.id, select(self.desk, letter, quote))

    @rule(number=numbers)
    def untie(self, number):
        item, letter = self.tied(number)
        if item:
            passage = next(p for p in self.desk.item(item, letter).passages if p.letter_id == letter)
            self.do(tagging.untie, self.desk, item, passage)

    @rule(number=numbers, here=st.booleans())
    def delete_an_item(self, number, here):
        if item := self.item(number):
            self.do(itemising.delete_item, self.desk, item, self.letter(number) if here else None)

    # -- suggestions: reading is no step, so that it is no state to come back to

    @rule(number=numbers, count=st.integers(0, 5), name=st.sampled_from((NAME, "composed/2")))
    def read_a_letter(self, number, count, name):
        if letter := self.letter(number):
            found = [make(self.desk, letter) for make in MADE.values()]
            read(self.desk, letter, *found[number % 3 : count], name=name)
            assert dump(self.desk.register) == self.states[-1]

    @rule(number=numbers, many=st.booleans(), keep=st.booleans())
    def decide(self, number, many, keep):
        letter = self.letter(number)
        ids = [shown.id for shown in suggesting.suggestions(self.desk, letter)] if letter else []
        if ids:
            decide = suggesting.accept if keep else suggesting.dismiss
            self.do(decide, self.desk, letter, ids if many else [ids[number % len(ids)]])

    @rule(number=numbers)
    def take_a_claim_away(self, number):
        letter = self.letter(number)
        claims = settling.settlements_in(self.desk, letter) if letter else []
        if claims:
            self.do(settling.remove_settlement, self.desk, claims[number % len(claims)].id)

    # -- following items to their end

    @rule(number=numbers, stage=st.sampled_from(list(Stage)), degree=st.sampled_from(list(Degree)), by=st.booleans())
    def settle(self, number, stage, degree, by):
        if item := self.item(number):
            ruling = Ruling(stage, degree, "commissie", dt.date(2026, 5, 12))
            letter = self.letter(number) if by else None
            self.do(settling.settle, self.desk, item, ruling, letter_id=letter)

    @rule(number=numbers, kind=st.sampled_from(list(ProgressKind)))
    def note_progress(self, number, kind):
        if item := self.item(number):
            letter = self.letter(number) if kind is ProgressKind.INTERIM else None
            self.do(following.add_progress, self.desk, item, f"stand {number}", kind=kind, letter_id=letter)

    @rule(number=numbers, kind=st.sampled_from(list(RelationKind)))
    def relate(self, number, kind):
        if item := self.item(number):
            self.do(following.relate, self.desk, item, kind, self.item(number + 1))

    @rule(number=numbers, status=st.sampled_from([None, *Status]), moves=st.booleans())
    def change_many(self, number, status, moves):
        ids = {self.item(number + n) for n in range(3)} - {None}
        due = DateRange(None, dt.date(2027, 1, number % 28 + 1), Precision.DAY) if moves else None
        change = BulkChange(status=status, handler=f"mr. {number % 3}", due=due, reason="uitstel", body="commissie")
        self.do(following.change_many, self.desk, ids, change)

    @rule(number=numbers)
    def save_a_view(self, number):
        view = register.ViewOfRegister("", f"Weergave {number % 3}", Wanted(query=str(number)))
        self.do(register.save_view, self.desk, view)

    @rule()
    def undo(self):
        if len(self.states) == 1:
            self.do(history.undo, self.desk)
            return
        history.undo(self.desk)
        self.undone.append(self.states.pop())
        assert dump(self.desk.register) == self.states[-1]

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self):
        history.redo(self.desk)
        self.states.append(self.undone.pop())
        assert dump(self.desk.register) == self.states[-1]

    @rule()
    def close_and_open(self):
        self.desk.register.close()
        self.desk = new_desk(self.folder / "griffie.sqlite")
        assert dump(self.desk.register) == self.states[-1]

    # -- what always holds

    @invariant()
    def the_register_is_sound(self):
        assert check(self.desk).faults == []

    @invariant()
    def no_number_was_given_to_two(self):
        rows = self.desk.register.read.execute("SELECT id, number FROM item UNION SELECT id, number FROM letter")
        self.given |= {tuple(row) for row in rows.fetchall()}
        assert len({number for _id, number in self.given}) == len(self.given)

    @invariant()
    def lists_and_items_can_be_shown(self):
        for row in looking.list_letters(self.desk):
            looking.items_in(self.desk, row.id)


TestClerk = Clerk.TestCase
TestClerk.settings = settings(max_examples=15, stateful_step_count=40, deadline=None)
