-- Copies with how much they share, and whose voice each article of an event is; how many origins carry each figure.
CREATE TABLE IF NOT EXISTS "article_copies" (
  "article_a" VARCHAR NOT NULL,
  "article_b" VARCHAR NOT NULL,
  "containment" DOUBLE NOT NULL,
  "shared" BIGINT NOT NULL,
  "run_id" VARCHAR NOT NULL
);
CREATE TABLE IF NOT EXISTS "article_origins" (
  "event_id" VARCHAR NOT NULL,
  "article_id" VARCHAR NOT NULL,
  "origin" VARCHAR NOT NULL,
  "origin_rule" VARCHAR NOT NULL,
  "witness" VARCHAR,
  "reason" VARCHAR NOT NULL,
  "run_id" VARCHAR NOT NULL
);
CREATE TABLE IF NOT EXISTS "figure_origins" (
  "event_id" VARCHAR NOT NULL,
  "kind" VARCHAR NOT NULL,
  "figure" BIGINT NOT NULL,
  "n_articles" BIGINT NOT NULL,
  "n_outlets" BIGINT NOT NULL,
  "n_origins" BIGINT NOT NULL,
  "origins" VARCHAR[] NOT NULL,
  "reason" VARCHAR NOT NULL,
  "claim_ids" VARCHAR[] NOT NULL,
  "run_id" VARCHAR NOT NULL
);
