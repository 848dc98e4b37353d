"""The reminder round: two lists by term, a bar that records decisions on the selected items, paper and a CSV form."""
