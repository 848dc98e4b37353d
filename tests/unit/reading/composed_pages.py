"""Pages composed line by line, as an extractor would give them, so that each test shows the layout it is about."""

from griffie.domain.page import PageText, TextLine, counts


def compose(*lines, page_index=0):
    """Make a page of (left, top, text) or (left, top, text, size) tuples, in the order of extraction given."""
    made, start = [], 0
    for left, top, text, *size in lines:
        size = size[0] if size else 9.0
        end = start + sum(map(counts, text))
        box = (float(left), float(top), left + 0.5 * size * len(text), top + 1.2 * size)
        made.append(TextLine(start, end, text, box, size))
        start = end
    return PageText(page_index, 595.0, 842.0, 0, tuple(made), "test/1")
