"""What the machine offers: paths, settings, texts, resources, errors, log. Knows nothing of the trade."""
