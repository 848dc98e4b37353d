"""Search everywhere: the box that drops over the window, its results, and how a result is opened."""
