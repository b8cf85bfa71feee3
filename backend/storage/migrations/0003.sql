-- Jobs that leave their devices because of their node, and how often that was lost under them.
ALTER TABLE job ADD COLUMN withdrawn TEXT;
ALTER TABLE job ADD COLUMN node_losses INTEGER NOT NULL DEFAULT 0;
ALTER TABLE job ADD COLUMN stranded INTEGER NOT NULL DEFAULT 0;
