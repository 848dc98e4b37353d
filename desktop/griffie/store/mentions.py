"""In which letters a motion is mentioned, and what each of them does with it."""

from griffie.domain.kinds import MentionRole
from griffie.store.database import Register
from griffie.store.rows import to_code


def mentions_of(register: Register, item_id: str) -> list[tuple[str, MentionRole]]:
    """Return the letters that mention a motion with what they do with it, the oldest letter first."""
    rows = register.read.execute(
        "SELECT m.letter_id, m.role FROM mention m JOIN letter l ON l.id = m.letter_id WHERE m.item_id = ? "
        "ORDER BY l.date, l.seq",
        (item_id,),
    ).fetchall()
    return [(row[0], to_code(MentionRole, row[1]) or MentionRole.MENTIONS) for row in rows]
