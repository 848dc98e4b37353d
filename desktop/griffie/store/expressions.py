"""What is looked for, in the language of FTS5."""

from griffie.domain.finding import Term


def expression(terms: tuple[Term, ...]) -> str:
    """Return terms as an expression. The words are bare, so that none of them can be an operator."""
    return " AND ".join(_any_of(term) for term in terms)


def _any_of(term: Term) -> str:
    phrases = [f'"{" ".join(phrase)}"{"*" if term.goes_on else ""}' for phrase in term.phrases]
    phrases += [f'"{" ".join(phrase)}"' for phrase in term.closed]
    return phrases[0] if len(phrases) == 1 else f"({' OR '.join(phrases)})"
