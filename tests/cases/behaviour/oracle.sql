WITH
  seen AS (SELECT * FROM events WHERE ts < TIMESTAMPTZ '2024-07-01T00:00:00Z'),
  facts AS (
    SELECT
      account,
      min(ts) AS first_at,
      max(ts) AS last_at,
      min(ts) FILTER (WHERE kind = 'cup') AS first_cup_at,
      count(DISTINCT date_trunc('month', ts AT TIME ZONE 'UTC')) FILTER (WHERE ts >= TIMESTAMPTZ '2024-01-01T00:00:00Z') AS months,
      count(*) FILTER (WHERE ts >= TIMESTAMPTZ '2024-01-03T00:00:00Z' AND ts < TIMESTAMPTZ '2024-04-02T00:00:00Z') AS before_april,
      count(*) FILTER (WHERE ts >= TIMESTAMPTZ '2024-03-03T00:00:00Z' AND ts < TIMESTAMPTZ '2024-06-01T00:00:00Z') AS in_break
    FROM seen GROUP BY account
  ),
  soon AS (
    SELECT s.account, count(*) AS n FROM seen AS s JOIN facts AS f ON f.account = s.account
    WHERE (s.ts AT TIME ZONE 'UTC') < (f.first_at AT TIME ZONE 'UTC') + INTERVAL 1 MONTH GROUP BY s.account
  )
SELECT
  a.id,
  f.first_at,
  coalesce(f.first_at >= TIMESTAMPTZ '2024-06-01T00:00:00Z', FALSE) AS in_first_time,
  coalesce(f.first_cup_at >= TIMESTAMPTZ '2024-06-01T00:00:00Z', FALSE) AS in_first_cup,
  coalesce(f.before_april > 0 AND f.last_at < TIMESTAMPTZ '2024-04-02T00:00:00Z', FALSE) AS in_no_longer,
  coalesce(f.last_at >= TIMESTAMPTZ '2024-06-01T00:00:00Z' AND f.in_break = 0 AND f.first_at < TIMESTAMPTZ '2024-03-03T00:00:00Z', FALSE) AS in_after_a_break,
  coalesce(f.months >= 3, FALSE) AS in_regularly,
  coalesce(f.months = 6, FALSE) AS in_every_month,
  coalesce(f.months IN (1, 2), FALSE) AS in_once_or_twice,
  coalesce(s.n >= 2, FALSE) AS in_soon_again
FROM accounts AS a
LEFT JOIN facts AS f ON f.account = a.id
LEFT JOIN soon AS s ON s.account = a.id
