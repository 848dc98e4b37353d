"""What leaves Griffie and comes back: columns, guards, CSV."""
