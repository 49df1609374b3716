"""Text to claims: who says what of harm, weapons, targets and doers, with the words that say it."""
