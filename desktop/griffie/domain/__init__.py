"""The trade: letters, passages, commitments, motions, deadlines and their rules. No input or output."""
