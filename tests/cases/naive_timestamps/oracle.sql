WITH c AS (SELECT * FROM calls WHERE wall < '2024-11-03 01:00'),
v AS (SELECT * FROM visits WHERE wall < '2024-11-03 06:00'),
f AS (SELECT people.id, min(c.wall) AS first_call, max(v.wall) AS last_visit FROM people LEFT JOIN c ON c.person = people.id LEFT JOIN v ON v.person = people.id GROUP BY people.id)
SELECT
  f.id, first_call, last_visit,
  CAST(first_call AT TIME ZONE 'America/New_York' AT TIME ZONE 'Europe/Berlin' AS DATE) AS call_day,
  first_call IS NOT NULL AS in_called,
  coalesce(first_call >= '2024-11-02 02:00', false) AS in_called_last_day,
  coalesce(first_call >= '2024-10-03 01:00', false) AS in_called_last_month,
  coalesce(first_call >= '2024-11-01 19:00' AND first_call < '2024-11-02 19:00', false) AS in_called_on_date,
  coalesce(first_call >= '2024-11-02 02:00', false) AS in_called_since_moment,
  coalesce(first_call < '2024-11-01 19:00', false) AS in_called_until_moment,
  coalesce(first_call >= '2024-11-01 19:00' AND first_call < '2024-11-02 19:00', false) AS in_called_last,
  last_visit IS NOT NULL AS in_visited,
  coalesce(last_visit >= '2024-11-02 06:00', false) AS in_visited_last_day,
  coalesce(last_visit >= '2024-10-03 05:00', false) AS in_visited_last_month,
  coalesce(last_visit >= '2024-11-01 23:00' AND last_visit < '2024-11-02 23:00', false) AS in_visited_on_date,
  coalesce(first_call <= '2024-10-03 01:00', false) AS in_call_is_early
FROM f
