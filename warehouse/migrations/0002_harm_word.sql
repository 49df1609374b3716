-- Claims say with which word of harm their figure goes ('shot', 'dead'): some words count the dead among the injured.
ALTER TABLE claims ADD COLUMN IF NOT EXISTS harm_word VARCHAR;
COMMENT ON COLUMN claims.harm_word IS 'The word of harm that the figure goes with, in lower case; null where it was taken over from a neighbour.';
