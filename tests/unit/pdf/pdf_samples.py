"""Small PDFs made on the spot, well behaved and hostile, and what tests of child processes wait with."""

import os
import time

import pymupdf

ANSWER_S = 60  # far beyond any answer; a test that needs it fails


def make_letter(pages=3, *, rotation=0, cropbox=None, width=600, height=800, toc=(), **save):
    document = pymupdf.open()
    for number in range(1, pages + 1):
        page = document.new_page(width=width, height=height)
        page.insert_text((72, 100), f"Bladzijde {number}: ik zal uw Kamer informeren.", fontsize=12)
        page.draw_rect((100, 200, 220, 260), color=(1, 0, 0), fill=(1, 0, 0))
        page.draw_rect((300, 500, 400, 700), color=(0, 0, 1), fill=(0, 0, 1))
        if cropbox:
            page.set_cropbox(pymupdf.Rect(cropbox))
        page.set_rotation(rotation)
    if toc:
        document.set_toc(list(toc))
    return document.tobytes(**save)


def make_form_bomb(levels=12):
    """A page whose drawing never ends: each of a dozen forms draws the next one ten times. Page 2 is plain."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Resources<</XObject<</F 6 0 R>>>>/Contents 5 0 R>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Resources<<>>>>",
        _stream(b"", b"/F Do"),
    ]
    for level in range(levels):
        inner = b"/Resources<</XObject<</F %d 0 R>>>>" % (7 + level) if level < levels - 1 else b"/Resources<<>>"
        drawing = b"/F Do " * 10 if level < levels - 1 else b"0 0 9 9 re f"
        objects.append(_stream(b"/Type/XObject/Subtype/Form/BBox[0 0 200 200]" + inner, drawing))
    return _assemble(objects)


def make_empty_book():
    """A PDF without pages."""
    return _assemble([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"])


def _stream(entries, data):
    return b"<<" + entries + b"/Length %d>>\nstream\n" % len(data) + data + b"\nendstream"


def _assemble(objects):
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def until(condition):
    """Wait for something that another process does."""
    give_up = time.monotonic() + ANSWER_S
    while not condition():
        assert time.monotonic() < give_up, "waited in vain"
        os.sched_yield() if hasattr(os, "sched_yield") else time.sleep(0)


def gone(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def rgb(pixels):
    """The pixels as MuPDF's own RGB samples."""
    data = bytes(pixels.data)
    out = bytearray(len(data) // 4 * 3)
    out[0::3], out[1::3], out[2::3] = data[2::4], data[1::4], data[0::4]
    return bytes(out)


def take_four_gigabytes(_call):
    """A handler that asks for more memory than a child may have."""
    bytearray(4 << 30)


def echo(call):
    """A handler that answers what it is told to."""
    from griffie.pdf.handlers import Answer

    return Answer(call.wish["answer"])
