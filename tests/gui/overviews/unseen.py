"""Shows the overviews in a process of its own and prints whether QtCharts was loaded, before and after they show."""

import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from griffie.base.settings import Settings
from griffie.services.desk import Desk
from griffie.store.database import open_register
from griffie.ui.place import Bus, Workplace
from griffie.ui.remembered import Remembered
from griffie.ui.start import Program  # noqa: F401  all that a start with a window loads
from griffie.ui.tasks import Lane
from griffie.ui.theme import LIGHT
from tests.helpers.generated_lines import drawn, put


def charts_are_loaded():
    return any("QtCharts" in name for name in sys.modules)


def main(folder, chart):
    app = QApplication([])
    register = open_register(Path(folder) / "r.sqlite")
    put(register, drawn(1, 50))
    from griffie.ui.overviews.view import OverviewsView

    before = charts_are_loaded()
    lane = Lane("writing")
    remembered = Remembered(Path(folder) / "window.toml")
    remembered.keep_flag("overviews_chart", chart)
    place = Workplace(Desk(register, None, "x"), lane, Bus(), Settings(Path(folder) / "s.toml"), LIGHT)
    view = OverviewsView(place, remembered)
    view.show()
    view.load()
    while view.is_counting:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    after = charts_are_loaded()
    view.close_down()
    lane.close()
    register.close()
    print([before, after])


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2] == "True")
