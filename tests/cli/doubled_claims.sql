-- What a hand in the writer's file can do, as no key is declared there: every claim stands twice.
INSERT INTO claims SELECT * FROM claims;
