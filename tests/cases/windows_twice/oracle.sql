WITH seen AS (SELECT * FROM events WHERE ts < TIMESTAMPTZ '2024-10-28T01:30:00Z')
SELECT
  id,
  id IN (SELECT account FROM seen WHERE ts >= TIMESTAMPTZ '2024-10-27T00:30:00Z') AS in_last_day,
  id IN (SELECT account FROM seen WHERE ts >= TIMESTAMPTZ '2024-10-27T01:30:00Z') AS in_last_hours,
  id IN (SELECT account FROM seen WHERE ts >= TIMESTAMPTZ '2024-10-27T00:30:00Z') AS in_since,
  id IN (SELECT account FROM seen WHERE ts < TIMESTAMPTZ '2024-10-27T00:30:00Z') AS in_until,
  id IN (SELECT account FROM seen WHERE ts >= TIMESTAMPTZ '2024-10-27T01:30:00Z' AND ts < TIMESTAMPTZ '2024-10-27T22:59:00Z') AS in_between_second
FROM accounts
