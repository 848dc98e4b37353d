"""A settlement: a letter, or a decision, that meets a commitment, motion or request, wholly or in part."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from griffie.base.i18n import N_
from griffie.domain.kinds import MentionRole
from griffie.domain.passage import Passage


class Stage(StrEnum):
    """How far a settlement is: the letter says so, the clerk proposes it, a body has decided on it."""

    CLAIMED = "claimed"
    PROPOSED = "proposed"
    DECIDED = "decided"


class Degree(StrEnum):
    """Whether all of it is met."""

    WHOLE = "whole"
    PARTLY = "partly"


STAGE_WORDS: Mapping[Stage, str] = {
    Stage.CLAIMED: N_("the letter says so"),
    Stage.PROPOSED: N_("proposed"),
    Stage.DECIDED: N_("decided"),
}
DEGREE_WORDS: Mapping[Degree, str] = {Degree.WHOLE: N_("wholly"), Degree.PARTLY: N_("in part")}


MEETING_ROLES = frozenset({MentionRole.CARRIES_OUT, MentionRole.SETTLES})
"""Roles of a motion in a letter by which that letter claims to meet it."""


def stage_of_mention(role: str, stage: str) -> str:
    """Return the stage that goes with a role: a role that meets the motion is a claim, another one takes it back.

    What a clerk proposed or a body decided stays, whatever the letter is said to do.
    """
    if role in MEETING_ROLES:
        return stage or Stage.CLAIMED.value
    return "" if stage == Stage.CLAIMED.value else stage


@dataclass(frozen=True)
class Settlement:
    """One line between a letter, or a decision alone, and what it settles.

    `item_id` is the item in the register, None where there is none yet; `letter_id` is None where a body decided
    without a letter. `target` is the official number or paper by which the letter names it; `what` one of
    `reading.Discharged`. Only stage `decided` changes the status of an item. A motion's settlement by a letter is what
    its mention says (`role`); `id` is then that of the mention. `item_number` and `item_title` are those of the item.
    """

    id: str
    letter_id: str | None
    item_id: str | None
    what: str
    target: str
    stage: Stage
    degree: Degree
    passage: Passage | None = None
    body: str = ""
    decided_on: date | None = None
    remarks: str = ""
    role: MentionRole | None = None
    item_number: str = ""
    item_title: str = ""
