-- Which party each quoted source speaks for.
CREATE TABLE IF NOT EXISTS "source_parties" (
  "event_id" VARCHAR NOT NULL,
  "source" VARCHAR NOT NULL,
  "party" VARCHAR NOT NULL,
  "reason" VARCHAR NOT NULL,
  "run_id" VARCHAR NOT NULL
);
