"""What a user can do, each with its undo; used by the window and the command line alike."""
