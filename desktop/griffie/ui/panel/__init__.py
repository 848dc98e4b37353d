"""The panel beside the page: the letter's header, the list of items, and the form of the one that is selected."""
