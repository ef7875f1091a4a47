WITH seen AS (SELECT * FROM events WHERE ts < TIMESTAMPTZ '2024-04-01T00:30:00Z')
SELECT
  id,
  id IN (SELECT account FROM seen WHERE ts >= TIMESTAMPTZ '2024-03-31T01:30:00Z') AS in_last_day,
  id IN (SELECT account FROM seen WHERE ts >= TIMESTAMPTZ '2024-03-31T00:30:00Z') AS in_last_hours,
  id IN (SELECT account FROM seen WHERE ts >= TIMESTAMPTZ '2024-03-31T01:30:00Z') AS in_last_hours_into_gap,
  id IN (SELECT account FROM seen WHERE ts >= TIMESTAMPTZ '2024-03-31T01:00:00Z') AS in_since,
  id IN (SELECT account FROM seen WHERE ts < TIMESTAMPTZ '2024-03-31T01:30:00Z') AS in_until
FROM accounts
