WITH seen AS (SELECT * FROM events WHERE ts < TIMESTAMPTZ '2024-11-03T17:00:00Z')
SELECT
  id,
  id IN (SELECT account FROM seen WHERE ts >= TIMESTAMPTZ '2024-11-03T06:30:00Z') AS in_last_minutes,
  id IN (SELECT account FROM seen WHERE ts >= TIMESTAMPTZ '2024-11-02T16:00:00Z') AS in_last_day,
  id IN (SELECT account FROM seen WHERE ts >= TIMESTAMPTZ '2024-11-02T17:00:00Z') AS in_last_24_hours,
  id IN (SELECT account FROM seen WHERE ts >= TIMESTAMPTZ '2024-10-27T16:00:00Z') AS in_last_week,
  id IN (SELECT account FROM seen WHERE ts >= TIMESTAMPTZ '2024-10-03T16:00:00Z') AS in_last_month,
  id IN (SELECT account FROM seen WHERE ts >= TIMESTAMPTZ '2024-08-03T16:00:00Z') AS in_last_quarter,
  id IN (SELECT account FROM seen WHERE ts >= TIMESTAMPTZ '2023-11-03T16:00:00Z') AS in_last_year,
  id IN (SELECT account FROM seen WHERE ts >= TIMESTAMPTZ '2024-11-03T04:00:00Z' AND ts < TIMESTAMPTZ '2024-11-04T05:00:00Z') AS in_between_long_day,
  id IN (SELECT account FROM seen WHERE ts >= TIMESTAMPTZ '2024-11-03T05:30:00Z') AS in_since_twice,
  id IN (SELECT account FROM seen WHERE ts < TIMESTAMPTZ '2024-11-03T05:30:00Z') AS in_until_twice,
  id IN (SELECT account FROM seen WHERE ts < TIMESTAMPTZ '2024-11-03T04:00:00Z') AS in_until_day,
  id IN (SELECT account FROM seen WHERE ts >= TIMESTAMPTZ '2024-11-03T04:00:00Z' AND ts < TIMESTAMPTZ '2024-11-03T06:30:00Z') AS in_since_until,
  id IN (SELECT account FROM seen WHERE ts >= TIMESTAMPTZ '2024-11-02T16:00:00Z') AS in_on_ts
FROM accounts
