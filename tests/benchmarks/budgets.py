"""The numbers to hold: each a ratio to a floor that is measured in the same run."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Budget:
    """One journey: what it is measured against, what it must hold, and what it should reach."""

    journey: str
    floor: str
    must: float
    stretch: float


BUDGETS = {
    "1": Budget("process start to the first page's text on screen, 1,000 letters", "mini viewer, forked", 2.0, 1.25),
    "2": Budget("the same with a report of 300 pages", "own letter of 10 pages", 1.2, 1.1),
    "3": Budget("page turn to a prefetched page, until done", "qpdfview", 1.5, 1.0),
    "4": Budget("longest stall of the event loop at 30 pages a second", "rendering in the GUI thread", 0.15, 0.15),
    "5": Budget("a page's pixels: request to QImage (1 ms allowed)", "display list to pixmap", 1.25, 1.15),
    "6": Budget("memory of the process tree after paging through 300 pages", "mini viewer, forked", 1.5, 1.3),
    "7": Budget("key press to item saved and highlighted, 200 items", "one frame of 16 ms", 3.0, 1.0),
    "8": Budget("adding a letter of 5 pages", "rawdict of its pages + one FULL commit", 2.0, 1.4),
    "9": Budget("adding 1,000 letters in one go, two cores", "bare rawdict of all, one core", 1.5, 0.9),
    "10": Budget("reading a letter's text, once extracted (20 ms allowed)", "rawdict of its pages", 1.0, 0.5),
    "11": Budget("lists at 50,000 items: filter, sort, next page", "keyset page by primary key", 20.0, 20.0),
    "12": Budget("search box at 50,000 items, newest 50", "bare FTS5 match of the same ids", 5.0, 5.0),
    "13": Budget("opening a register of 50,000 items until the first view", "opening one of 1,000 items", 1.3, 1.3),
    "14": Budget("CSV of 100,000 items", "csv module, same rows from memory", 2.0, 1.2),
    "15": Budget("XLSX of 100,000 items", "xlsxwriter constant_memory, same rows", 1.3, 1.1),
    "16": Budget("backup of the register", "plain file copy", 5.0, 4.0),
    "17": Budget("griffie read LETTER --json, five pages, start included", "import pymupdf + rawdict", 2.0, 1.5),
}  # fmt: skip
