-- The job in whose favour a preemptible one was evicted, until that starts again.
ALTER TABLE job ADD COLUMN made_room_for TEXT;
