"""The suggestions of the open letter: decided on with a key or a button, the next one comes into view by itself."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from griffie.base.errors import UserError
from griffie.base.i18n import _, ngettext
from griffie.domain.changes import Changes
from griffie.ui.letter.found import FURTHER, NOTHING, Found, read_found
from griffie.ui.place import Workplace
from griffie.ui.tasks import Lane

if TYPE_CHECKING:
    from griffie.services.promises import Proposed
    from griffie.ui.letter.view import LetterView
    from griffie.ui.panel.panel import Panel

SOON_MS = 120
"""After a change by hand the suggestions are looked at again when the change stands on the screen."""
SHOWN_MS = 80
"""After this long at one place it is counted which suggestions are in view."""


class Suggesting(QObject):
    """What a clerk does with the suggestions of one letter view."""

    def __init__(self, place: Workplace, view: "LetterView", reads: Lane) -> None:
        super().__init__(view)
        self._place, self._view, self._reads = place, view, reads
        self.found = NOTHING
        self._deciding: frozenset[str] = frozenset()
        self._asked = 0
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self.refresh)
        self._at_rest = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._at_rest.timeout.connect(self._count_shown)
        view.page.moved.connect(self._at_rest.start)
        view.page.tip_of = self.tip

    @property
    def _panel(self) -> "Panel":
        return self._view.panel

    @property
    def is_waiting(self) -> bool:
        """True while the register is being asked, or will be."""
        proposing = self._view.parts.has("proposing") and self._view.parts.proposing.is_waiting
        return self._asked > 0 or self._soon.isActive() or self._at_rest.isActive() or proposing

    def connect_panel(self, panel: "Panel") -> None:
        """Answer what the panel asks."""
        panel.accept_requested.connect(self.accept_edited)
        panel.dismiss_requested.connect(self.dismiss_one)
        panel.accept_shown_requested.connect(self.accept_shown)
        panel.shown_changed.connect(self.count_soon)
        self._view.parts.proposing.look_soon()

    def close(self) -> None:
        """Ask nothing any more: no letter is open, or the window is closing."""
        self._soon.stop()
        self._at_rest.stop()
        if self._view.parts.has("proposing"):
            self._view.parts.proposing.close()
        self.found, self._deciding = NOTHING, frozenset()

    # what there is

    def refresh_soon(self) -> None:
        """Look again when what has just changed stands on the screen."""
        self._soon.start()

    @Slot()
    def refresh(self) -> None:
        """Look again, off the GUI thread."""
        self._soon.stop()
        opened, desk = self._view.opened, self._place.desk
        if opened is None:
            return
        letter_id = opened.letter.id
        self._asked += 1

        def done(found: Found) -> None:
            self._asked -= 1
            if self._view.opened is not None and self._view.opened.letter.id == letter_id:
                self._take(found)

        def failed(error: Exception) -> None:
            self._asked -= 1
            self._place.bus.failed.emit(error)

        self._reads.run(lambda: read_found(desk, letter_id), done, failed)

    def _take(self, found: Found) -> None:
        before = self.found
        self._view.parts.proposing.look_soon()
        found = replace(found, proposals=before.proposals, proposals_decided=before.proposals_decided)
        self.found = found
        if found == before:
            return
        known = {shown.id for shown in before.suggestions}
        back = [shown.id for shown in found.suggestions if shown.id not in known]
        self._view.show_found()
        if back and found.decided < before.decided:  # an undo brought it back
            self._view.show_item(back[0])

    def take_proposals(self, proposed: "Proposed") -> None:
        """Show what the letter may settle, as it is known now."""
        before, self.found = self.found, self.found.with_proposals(proposed)
        if self.found == before:
            return
        known = {shown.id for shown in before.proposals}
        back = [shown.id for shown in proposed.shown if shown.id not in known]
        self._view.show_found()
        if back and proposed.decided < before.proposals_decided:  # an undo brought it back
            self._view.show_item(back[0])
        elif (current := self._panel.current_item_id()) in back:  # it was asked for before it was known
            self._view.show_item(current or "")

    def tip(self, name: str) -> str:
        """Return why a suggestion was made, or what a citation is, for the pointer that rests on its words."""
        if (proposed := self.found.proposal(name)) is not None:
            return proposed.proposal.why()
        shown = self.found.suggestion(name.split(FURTHER)[0])
        if shown is not None:
            from griffie.ui.panel.suggested import head_of

            return f"{_('{what}, suggestion').format(what=head_of(shown.suggestion))}: {shown.suggestion.why()}"
        cited = self.found.citation(name)
        if cited is None:
            return ""
        return f"{cited.citation.id}\n{cited.citation.address or _('No official address is known for this paper.')}"

    # deciding

    def accept_current(self) -> None:
        """Accept the suggestion that is current; without one go to the next."""
        if (current := self._current()) is not None:
            self.accept([current])

    def dismiss_current(self) -> None:
        """Leave the suggestion that is current out; without one go to the next."""
        if (current := self._current()) is not None:
            self.dismiss([current])

    def _current(self) -> str | None:
        current = self._panel.current_item_id()
        if current in self._deciding or not self.found.waits(current):
            self.go_next()
            return None
        return current

    def go_next(self) -> None:
        """Go to the suggestion after the current card, or to the first."""
        following = self._following(frozenset())
        if following is None:
            self._place.bus.told.emit(_("There are no suggestions left in this letter."))
        else:
            self._view.show_item(following)

    def enter(self) -> bool:
        """Accept what is current because Enter was pressed on page or list; False where Enter means something else."""
        current = self._panel.current_item_id()
        if not self.found.waits(current) or self._view.page.boundaries.held is not None:
            return False
        if self._view.page.has_selection():
            self._place.bus.told.emit(_("Words are selected on the page: A accepts the suggestion, Esc lets them go."))
        else:
            self.accept_current()
        return True

    @Slot(str, dict)
    def accept_edited(self, suggestion_id: str, edits: Mapping[str, str]) -> None:
        """Accept a suggestion with what was typed over its fields."""
        self.accept([suggestion_id], edits)

    def accept(self, ids: Sequence[str], edits: Mapping[str, str] | None = None) -> None:
        """Make items of suggestions in one step, and go on to the next one."""
        desk, letter_id = self._place.desk, self._letter_id()
        if letter_id is None:
            return
        if (proposed := self.found.proposal(ids[0])) is not None:
            degree = (edits or self._panel.items.proposal_form.edits()).get("degree", "")
            deed = self._view.parts.proposing.accepting(proposed, degree)
            self._decide([*self.found.along(ids[0])], deed.work, deed.told, waits=False)
            return

        def work() -> tuple[list[str], Changes]:
            from griffie.services import suggesting

            return suggesting.accept(desk, letter_id, ids, edits=edits or None)

        def told(made: list[str]) -> str:
            if len(ids) > 1:
                text = ngettext("{n} suggestion accepted", "{n} suggestions accepted", len(ids)).format(n=len(ids))
            else:
                item = self._view.item(made[0]) if made else None
                text = _("{number} added").format(number=item.number) if item else _("Accepted")
            return text

        self._decide(ids, work, told, waits=bool(edits))

    @Slot(str)
    def dismiss_one(self, suggestion_id: str) -> None:
        """Leave a suggestion out."""
        self.dismiss([suggestion_id])

    def dismiss(self, ids: Sequence[str]) -> None:
        """Leave suggestions out in one step, and go on to the next one."""
        desk, letter_id = self._place.desk, self._letter_id()
        if letter_id is None:
            return
        if (proposed := self.found.proposal(ids[0])) is not None:
            deed = self._view.parts.proposing.dismissing(proposed)
            self._decide(ids, deed.work, deed.told, waits=False)
            return

        def work() -> tuple[list[str], Changes]:
            from griffie.services import suggesting

            return [], suggesting.dismiss(desk, letter_id, ids)

        self._decide(ids, work, lambda _made: _("Left out"), waits=False)

    def accept_shown(self) -> None:
        """Accept every suggestion that is shown: those that a filter lets through, else those in view on the page."""
        if ids := self.shown_ids():
            self.accept(ids)
        else:
            self._place.bus.told.emit(_("No suggestion is in view."))

    def shown_ids(self) -> list[str]:
        """Return the suggestions that are shown, in reading order."""
        filtered, opened = self._panel.items.shown_suggestions(), self._view.opened
        if filtered is not None:
            return filtered
        here = [s for s in self.found.suggestions if opened is not None and s.document_id == opened.document.id]
        return [s.id for s in here if self._view.page.is_in_view(s.suggestion.selection.spans)]

    @Slot()
    def _count_shown(self) -> None:
        if self.found.suggestions and self._view.opened is not None:
            filtered = self._panel.items.shown_suggestions() is not None
            self._panel.items.bar.show_shown(len(self.shown_ids()), filtered=filtered)

    def count_soon(self) -> None:
        """Count anew what is shown, in a moment."""
        self._at_rest.start()

    def _letter_id(self) -> str | None:
        if self._place.desk.register.read_only:
            self._place.bus.told.emit(_("This register can only be read."))
            return None
        return self._view.opened.letter.id if self._view.opened is not None else None

    def _following(self, leaving: frozenset[str]) -> str | None:
        """Return the suggestion to go on with when some are decided on."""
        return self._panel.items.next_suggestion(self._panel.current_item_id(), leaving | self._deciding)

    def _decide(
        self,
        ids: Sequence[str],
        work: Callable[[], tuple[list[str], Changes]],
        told: Callable[[list[str]], str],
        *,
        waits: bool,
    ) -> None:
        """Run a decision in the lane. Unless it may be refused, the next card is current at once: keys come fast."""
        leaving = frozenset(ids)
        if not waits:
            self._go_on(leaving)
        self._deciding |= leaving

        def done(result: tuple[list[str], Changes]) -> None:
            made, changes = result
            self._deciding -= leaving
            self.found = self.found.without(leaving)
            self._go_on(leaving)
            self._view.follow(changes, None)
            self._place.bus.saved.emit()
            if self._panel.current_item_id() is None and made:
                self._view.show_item(made[0])
            self._place.bus.told.emit(f"{told(made)}. {self._left()}")

        def failed(error: Exception) -> None:
            self._deciding -= leaving
            if waits and isinstance(error, UserError):
                self._panel.items.suggestion_form.say_error(str(error))
            else:
                self._place.bus.failed.emit(error)
                self.refresh()

        self._place.lane.run(work, done, failed)

    def _go_on(self, leaving: frozenset[str]) -> None:
        """Make the next suggestion current where the current one is being left; the keys stay where they are."""
        if self._panel.current_item_id() not in leaving:
            return
        following = self._following(leaving)
        self._keep_keys()
        if following is None:
            self._panel.select(None)
        else:
            self._view.show_item(following)

    def _keep_keys(self) -> None:
        """Fields that go away hand the keys to the list."""
        items, focus = self._panel.items, QApplication.focusWidget()
        if focus is None or "suggestion_form" not in items.__dict__:
            return
        if items.suggestion_form.rows is not None and items.suggestion_form.isAncestorOf(focus):
            items.list.setFocus()

    def _left(self) -> str:
        count = len(self.found.suggestions) + len(self.found.proposals)
        if not count:
            return _("All suggestions of this letter are viewed.")
        return ngettext("{n} suggestion left", "{n} suggestions left", count).format(n=count) + "."
