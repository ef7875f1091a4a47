WITH seen AS (SELECT * FROM events WHERE ts < TIMESTAMPTZ '2024-02-29T12:00:00Z')
SELECT
  id,
  id IN (SELECT account FROM seen WHERE ts >= TIMESTAMPTZ '2024-01-29T12:00:00Z') AS in_last_month,
  id IN (SELECT account FROM seen WHERE ts >= TIMESTAMPTZ '2023-11-29T12:00:00Z') AS in_last_quarter,
  id IN (SELECT account FROM seen WHERE ts >= TIMESTAMPTZ '2023-02-28T12:00:00Z') AS in_last_year,
  id IN (SELECT account FROM seen WHERE ts >= TIMESTAMPTZ '2023-02-28T12:00:00Z') AS in_last_twelve_months,
  id IN (SELECT account FROM seen WHERE ts >= TIMESTAMPTZ '2020-02-29T12:00:00Z') AS in_last_four_years,
  id IN (SELECT account FROM seen WHERE ts >= TIMESTAMPTZ '2020-02-29T12:00:00Z') AS in_last_sixteen_quarters,
  id IN (SELECT account FROM seen WHERE ts >= TIMESTAMPTZ '2024-02-29T00:00:00Z' AND ts < TIMESTAMPTZ '2024-03-01T00:00:00Z') AS in_between_leap_day,
  id IN (SELECT account FROM seen WHERE ts >= TIMESTAMPTZ '2020-02-29T00:00:00Z') AS in_since_leap_day,
  id IN (SELECT account FROM seen WHERE ts >= TIMESTAMPTZ '2024-02-01T00:00:00Z') AS in_this_month,
  id IN (SELECT account FROM seen WHERE ts >= TIMESTAMPTZ '2024-01-01T00:00:00Z' AND ts < TIMESTAMPTZ '2024-02-01T00:00:00Z') AS in_previous_month,
  id IN (SELECT account FROM seen WHERE ts >= TIMESTAMPTZ '2023-01-01T00:00:00Z' AND ts < TIMESTAMPTZ '2024-01-01T00:00:00Z') AS in_previous_year,
  id IN (SELECT account FROM seen WHERE ts >= TIMESTAMPTZ '2020-02-29T12:00:00Z' AND ts < TIMESTAMPTZ '2023-02-28T12:00:00Z') AS in_four_years_to_one,
  id IN (SELECT account FROM seen WHERE ts >= TIMESTAMPTZ '2023-12-01T00:00:00Z' AND ts < TIMESTAMPTZ '2024-02-01T00:00:00Z') AS in_in_two_months,
  id IN (SELECT account FROM seen WHERE ts >= TIMESTAMPTZ '2023-02-28T12:00:00Z' AND ts < TIMESTAMPTZ '2024-02-28T12:00:00Z') AS in_years_after,
  id IN (SELECT account FROM seen WHERE ts >= TIMESTAMPTZ '2023-02-28T12:00:00Z' AND ts < TIMESTAMPTZ '2024-02-28T12:00:00Z') AS in_months_after,
  id IN (SELECT account FROM seen WHERE ts >= TIMESTAMPTZ '2023-02-28T12:00:00Z' AND ts < TIMESTAMPTZ '2024-02-29T12:00:00Z') AS in_days_after,
  id IN (SELECT account FROM seen WHERE ts >= TIMESTAMPTZ '2020-02-28T12:00:00Z' AND ts < TIMESTAMPTZ '2023-02-28T12:00:00Z') AS in_years_before,
  id IN (SELECT account FROM seen WHERE ts < TIMESTAMPTZ '2023-03-01T00:00:00Z') AS in_until_february
FROM accounts
