"""Tells whether what is in view of the pages stands on the screen as it should be."""

from griffie.ui.page.tiles import keys_for
from griffie.ui.page.view import PageView


def is_drawn(page: PageView) -> bool:
    """Tell whether every picture that is in view has come; False without a page."""
    view = page.view_box()
    keys = [key for index in page.visible_pages() for key in keys_for(page.stack, index, view)]
    return bool(keys) and all(key in page.pictures.cache for key in keys)
