-- A run that is still 'running' while another holds the lock was killed.
UPDATE runs SET state = 'crashed', ended_at = now(), error = 'the process ended without finishing the run' WHERE state = 'running' RETURNING run_id
