"""The page view: a letter's pages with what is tagged and selected on them. What it shows is handed in."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QTimer, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from griffie.base.i18n import _
from griffie.domain.flow import Caret, Flow
from griffie.domain.passage import Selection, Span
from griffie.ui.page.boundaries import Boundaries, edges_of
from griffie.ui.page.canvas import Canvas, Overlay
from griffie.ui.page.colours import LightColours, PageColours
from griffie.ui.page.failures import FailureTiles
from griffie.ui.page.flash import Flash
from griffie.ui.page.found import Found
from griffie.ui.page.geometry import PageSize, box_of, corners, turn_matrix
from griffie.ui.page.highlights import Highlight, Highlights, text_left
from griffie.ui.page.keyboard import KeySelecting
from griffie.ui.page.pictures import Lane, Pictures
from griffie.ui.page.pointer import Pointer
from griffie.ui.page.scrolling import PageScroller
from griffie.ui.page.selected import Selected
from griffie.ui.page.source import PageSource
from griffie.ui.page.tiles import PictureKey, bytes_of, keys_for
from griffie.ui.page.underlines import Underline, Underlines
from griffie.ui.page.words import PageWords
from griffie.ui.tips import tip

AT_REST_MS = 120
"""After this long at one place the characters of what is seen are asked for: paging through needs none."""

SKELETON_MS = 180
"""A page that comes sooner shows no skeleton: it would only flicker."""

SPOKEN_PAGES, SPOKEN_LETTERS = 3, 500

AHEAD = (1, -1, 2)
"""Pages that are drawn before they are seen, from the last and first one seen on."""


class PageView(PageScroller):
    """A letter's pages.

    Signals, besides those of PagePlaces:
        document_changed(): another document, or none, was handed in.
        highlights_changed(): other highlights were handed in.
        selection_changed(): `selection()` has changed, or has become complete.
        highlight_clicked(str): the id of the highlight that was clicked.
        highlight_hovered(str): the id under the pointer, "" when it left.
        citation_clicked(str, QPointF): the id of the citation that was clicked, and where in the viewport.
        passage_adjusted(str, Selection): an end of the selected highlight was moved.
        boundary_picked(int): 0 or 1 while the beginning or end is moved by keys, -1 when let go.
        caret_mode_changed(bool): F7 switched caret browsing.
        context_menu_requested(QPoint, list): where (global), and the ids of all highlights there.
    """

    document_changed = Signal()
    highlights_changed = Signal()
    selection_changed = Signal()
    highlight_clicked = Signal(str)
    highlight_hovered = Signal(str)
    citation_clicked = Signal(str, QPointF)
    passage_adjusted = Signal(str, object)
    boundary_picked = Signal(int)
    caret_mode_changed = Signal(bool)
    context_menu_requested = Signal(QPoint, list)

    def __init__(self, colours: PageColours | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pictures = Pictures(self)
        self.words = PageWords(self)
        self.selected = Selected(self.words, self)
        self.canvas = Canvas(self.pictures, colours or LightColours())
        self.boundaries = Boundaries(self, self.selected)
        self.keys = KeySelecting(self, self.selected)
        self.pointer = Pointer(self, self.selected, self.boundaries)
        self.found = Found(self.words, self)
        self.tip_of: Callable[[str], str] = _no_tip
        self._lefts: dict[int, float] = {}
        self._failures = FailureTiles(self.viewport())
        self._flash = Flash(self)
        self._at_rest = QTimer(self, singleShot=True, interval=AT_REST_MS)
        self._skeleton = QTimer(self, singleShot=True, interval=SKELETON_MS)
        self.viewport().setMouseTracking(True)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.pictures.arrived.connect(self._on_arrived)
        self.pictures.failed.connect(self._on_failed)
        self.selected.changed.connect(self._on_selected)
        self.moved.connect(self._on_view_moved)
        self.watcher.pointer_left.connect(self.pointer.leave)
        self._at_rest.timeout.connect(self._on_rest)
        self.pointer.highlight_clicked.connect(self.highlight_clicked)
        self.pointer.highlight_hovered.connect(self.highlight_hovered)
        self.pointer.citation_clicked.connect(self.citation_clicked)
        self.watcher.tip_wanted.connect(self._on_tip_wanted)
        self.boundaries.passage_adjusted.connect(self.passage_adjusted)
        self.boundaries.picked.connect(self.boundary_picked)
        self.keys.caret_mode_changed.connect(self.caret_mode_changed)
        for signal in (
            self.words.loaded,
            self.found.changed,
            self.pointer.highlight_hovered,
            self.boundaries.picked,
            self._flash.changed,
            self._skeleton.timeout,
        ):
            signal.connect(self._repaint)

    # what is handed in

    def set_document(self, document: PageSource | None, sizes: Sequence[PageSize] = ()) -> None:
        """Show another document; `sizes` are those of DocumentInfo. Text, tags and selection start empty."""
        self.pictures.set_source(document)
        self.words.set_source(document)
        self.set_flow(None)
        self.pointer.selecting.cancel()
        self._flash.stop()
        self._failures.clear()
        self.found.show(None, {}, None)
        self.set_highlights(())
        self.set_underlines(())
        self._current_page = min(0, len(sizes) - 1)
        self._skeleton.start()
        self._sizes = tuple(sizes)
        self._zoom = self._fitted_zoom()
        self._rebuild(None)
        self.go_to_page(0)
        self._describe()
        self.document_changed.emit()

    def set_flow(self, flow: Flow | None) -> None:
        """Take the text in reading order; before that nothing can be selected but areas."""
        self._lefts.clear()
        self.selected.set_flow(flow)

    def set_theme(self, colours: PageColours) -> None:
        """Take other colours."""
        self.canvas.colours = colours
        self._repaint()

    def set_reduced_motion(self, reduced: bool) -> None:
        """Let nothing move by itself."""
        self._flash.reduced_motion = reduced

    def set_highlights(self, highlights: Iterable[Highlight]) -> None:
        """Show these and no others."""
        self.pointer.highlights = Highlights(highlights)
        self.select_highlight(self.pointer.selected_id)
        self.highlights_changed.emit()

    def set_underlines(self, underlines: Iterable[Underline]) -> None:
        """Underline the words of these citations and no others."""
        self.pointer.underlines = Underlines(underlines)
        self._repaint()

    def select_highlight(self, highlight_id: str | None) -> None:
        """Frame a highlight and offer its ends (a suggestion has none yet), without scrolling; None frames none."""
        highlight = self.highlights.by_id.get(highlight_id or "")
        self.pointer.selected_id = None if highlight is None else highlight.id
        self.boundaries.set_highlight(None if highlight is None or highlight.suggested else highlight)
        self._repaint()

    @property
    def highlights(self) -> Highlights:
        """What is tagged on the pages."""
        return self.pointer.highlights

    @property
    def selected_id(self) -> str | None:
        """The id of the highlight that is framed."""
        return self.pointer.selected_id

    def show_passage(self, spans: Sequence[Span]) -> None:
        """Scroll so that a passage is comfortably in view and lead the eye to it once."""
        if not spans or spans[0].page_index >= len(self.stack):
            return
        self.show_spans(spans)
        self._flash.start(tuple(spans))

    def show_spans(self, spans: Sequence[Span]) -> None:
        """Scroll so that the beginning of a passage is comfortably in view."""
        first = spans[0]
        if first.quads:
            self.show_box(first.page_index, box_of(corner for quad in first.quads for corner in corners(quad)))
        else:
            self.go_to_page(first.page_index)

    # what is selected

    def selection(self) -> Selection | None:
        """Return what is selected; None if nothing is."""
        return self.selected.selection()

    def has_selection(self) -> bool:
        """Tell whether anything is selected, without making the selection."""
        return not self.selected.is_empty()

    def clear_selection(self) -> None:
        """Select nothing."""
        self.pointer.selecting.cancel()
        self.boundaries.let_go()
        self.selected.clear()

    def select(self, a: Caret, b: Caret) -> None:
        """Select what lies between two carets."""
        self.selected.select(a, b)

    def is_in_view(self, spans: Sequence[Span]) -> bool:
        """Tell whether any of a passage is seen."""
        left, top, right, bottom = self.view_box()
        for span in spans:
            if span.page_index in self.visible_pages():
                for quad in span.quads:
                    box = self.box_in_view(span.page_index, box_of(corners(quad)))
                    if box[0] < right and box[2] > left and box[1] < bottom and box[3] > top:
                        return True
        return False

    def highlights_at(self, position: QPointF) -> list[str]:
        """Return the ids of all highlights at a position in the viewport, the smallest first."""
        return self.pointer.at(position)

    def copy(self) -> bool:
        """Put the clean text of the selection on the clipboard; False if there is none."""
        return self.keys.copy()

    def select_all(self) -> None:
        """Select the whole body of the letter."""
        self.keys.select_all()

    def set_caret_mode(self, on: bool) -> None:
        """Switch caret browsing (F7)."""
        self.keys.set_caret_mode(on)

    # texts

    def retranslate(self) -> None:
        """Show all texts in the language in force."""
        self.setAccessibleName(_("Pages of the letter"))
        self._failures.retranslate()
        self._describe()

    def _describe(self) -> None:
        """Say in words where we are and what is selected, for those who cannot see it."""
        if not self.page_count:
            self.setAccessibleDescription(_("No letter is open."))
            return
        text = _("Page {page} of {count}.").format(page=self.current_page + 1, count=self.page_count)
        if not self.selected.is_empty():
            text += " " + _("Selected: {words}").format(words=self._selected_words())
        self.setAccessibleDescription(text)

    def _selected_words(self) -> str:
        pages = self.selected.pages()
        if self.selected.area is not None:
            return _("an area of the page")
        if len(pages) > SPOKEN_PAGES:
            return _("pages {first} to {last}").format(first=pages[0] + 1, last=pages[-1] + 1)
        return self.selected.text()[:SPOKEN_LETTERS]

    # pictures

    def _on_view_moved(self) -> None:
        self._want()
        self._place_failures()
        self._at_rest.start()

    def _want(self) -> None:
        """Ask for what is seen, then for what will probably be seen next."""
        pages = self.visible_pages()
        view = self.view_box()
        seen = [key for index in self._nearest_first(pages) for key in keys_for(self.stack, index, view)]
        ahead: list[PictureKey] = []
        for step in AHEAD if pages else ():
            index = pages[-1] + step if step > 0 else pages[0] + step
            if 0 <= index < len(self.stack):
                ahead.extend(keys_for(self.stack, index, None))
        if any(key not in self.pictures.cache for key in seen) and not self._skeleton.isActive():
            self._skeleton.start()
        self.pictures.make_room(sum(bytes_of(self.stack, key) for key in (*seen, *ahead)))
        self.pictures.want({Lane.SEEN: seen, Lane.AHEAD: ahead})

    def _nearest_first(self, pages: range) -> list[int]:
        return sorted(pages, key=lambda index: abs(index - self.current_page))

    @Slot(object)
    def _on_arrived(self, key: PictureKey) -> None:
        if key.page_index in self.visible_pages():
            self.viewport().update(self._page_rect(key.page_index))

    @Slot(int)
    def _on_failed(self, page_index: int) -> None:
        error = self.pictures.failure(page_index)
        if error is not None:
            self._failures.add(page_index, error).asked_again.connect(self._on_asked_again)
            self._place_failures()

    @Slot(int)
    def _on_asked_again(self, page_index: int) -> None:
        self._failures.remove(page_index)
        self.setFocus()
        self.pictures.try_again(page_index)
        self._repaint()

    def _place_failures(self) -> None:
        self._failures.place({index: self._page_rect(index) for index in self.visible_pages()})

    def _page_rect(self, page_index: int) -> QRect:
        """Where a page lies in the viewport, in logical pixels, rounded outwards."""
        frame, (left, top, _, _) = self.stack.frame(page_index), self.view_box()
        x, y = (frame.left - left) / self.ratio, (frame.top - top) / self.ratio
        return QRect(int(x) - 1, int(y) - 1, int(frame.width / self.ratio) + 3, int(frame.height / self.ratio) + 3)

    @Slot()
    def _on_rest(self) -> None:
        self.words.ask(self.visible_pages())
        self._describe()

    @Slot(QPoint, QPoint)
    def _on_tip_wanted(self, position: QPoint, place: QPoint) -> None:
        """Say what lies below the pointer, as far as somebody knows more of it (`tip_of`)."""
        at = QPointF(position)
        ids = [*self.highlights_at(at), self.pointer.citation_at(at)]
        texts = [text for name in ids if name and (text := self.tip_of(name))]
        QToolTip.showText(place, tip("\n".join(texts)), self.viewport())

    @Slot()
    def _repaint(self) -> None:
        self.viewport().update()

    @Slot()
    def _on_selected(self) -> None:
        self._repaint()
        self._at_rest.start()
        self.selection_changed.emit()

    # Qt's events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is seen."""
        del event
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self.canvas.colours.ground)
        view, ratio = self.view_box(), self.ratio
        painter.scale(1 / ratio, 1 / ratio)
        painter.translate(-view[0], -view[1])
        overlay = self._overlay()
        for index in self.visible_pages():
            shown = self.canvas.paint_page(painter, self.stack, index, view, ratio)
            if not shown and not self._skeleton.isActive() and self._failures.get(index) is None:
                self.canvas.paint_skeleton(painter, self.stack.frame(index))
            self.canvas.paint_overlay(painter, self.stack, index, overlay, ratio)
        painter.end()

    def _overlay(self) -> Overlay:
        highlight = self.boundaries.highlight
        return Overlay(
            self.highlights,
            self.selected_id,
            self.pointer.hovered_id or None,
            {index: self.selected.quads(index) for index in self.visible_pages()},
            {index: self.found.quads(index) for index in self.visible_pages()},
            {index: self.found.current_quads(index) for index in self.visible_pages()},
            self._flash.quads,
            self._flash.strength,
            self.keys.edge() if self.hasFocus() else None,
            (edges_of(highlight) if highlight is not None else None) or (),
            self.boundaries.held,
            {index: self._text_left(index) for index in self.visible_pages()},
            self.pointer.underlines,
        )

    def _text_left(self, page_index: int) -> float:
        """How far from its left edge the text of a page begins, in points, before the viewer turns it; kept."""
        flow = self.selected.flow
        if flow is None or page_index >= len(flow.pages):
            return 0.0
        if page_index not in self._lefts:
            self._lefts[page_index] = text_left(flow.pages[page_index], turn_matrix(self.stack.sizes[page_index], 0))
        return self._lefts[page_index]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select, or take hold of something."""
        self.pointer.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Count as a press: the clicks are counted by ourselves, there may be four."""
        self.pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select on, or show what lies under the pointer."""
        self.pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the drag or click."""
        self.pointer.release(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Leave the menu to the window; it is told what lies there."""
        position = QPointF(self.viewport().mapFromGlobal(event.globalPos()))
        self.context_menu_requested.emit(event.globalPos(), self.highlights_at(position))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that adjust, keys that select, then keys that move."""
        if not (self.boundaries.handle(event) or self.keys.handle(event)):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the caret."""
        super().focusInEvent(event)
        self._repaint()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the caret."""
        super().focusOutEvent(event)
        self._repaint()


def _no_tip(_highlight_id: str) -> str:
    return ""
