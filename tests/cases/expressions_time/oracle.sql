-- `here` and `there` are ts and wall on Berlin's clocks, `moment` is the instant of wall.
WITH instants AS (
  SELECT *,
    CASE
      WHEN wall = TIMESTAMP '2024-03-10 02:30:00' THEN TIMESTAMPTZ '2024-03-10T07:30:00Z'
      WHEN wall = TIMESTAMP '2024-11-03 01:30:00' THEN TIMESTAMPTZ '2024-11-03T05:30:00Z'
      ELSE wall AT TIME ZONE 'America/New_York'
    END AS moment
  FROM times
),
local AS (
  SELECT *, ts AT TIME ZONE 'Europe/Berlin' AS here, moment AT TIME ZONE 'Europe/Berlin' AS there, other AT TIME ZONE 'Europe/Berlin' AS elsewhere
  FROM instants
)
SELECT
  id,
  CAST(here AS DATE) AS day_of_ts,
  CAST(there AS DATE) AS day_of_wall,
  day AS day_itself,
  extract(year FROM there) AS year_of_wall,
  extract(year FROM day) AS year_of_day,
  extract(quarter FROM here) AS quarter_of_ts,
  extract(month FROM here) AS month_of_ts,
  extract(month FROM day) AS month_of_day,
  extract(day FROM here) AS day_of_month,
  extract(isodow FROM here) AS weekday_of_ts,
  extract(isodow FROM day) AS weekday_of_day,
  extract(hour FROM here) AS hour_of_ts,
  extract(hour FROM there) AS hour_of_wall,
  strftime(here, '%d.%m.%Y') AS written,
  'it''s ' || strftime(day, '%Y-%m') AS written_plainly,
  CAST(here AS DATE) AS day_start,
  CAST(here AS DATE) - CAST(extract(isodow FROM here) - 1 AS INTEGER) AS week_start,
  make_date(extract(year FROM here), extract(month FROM here), 1) AS month_start,
  make_date(extract(year FROM day), extract(month FROM day), 1) AS month_start_of_day,
  CAST(date_trunc('quarter', here) AS DATE) AS quarter_start,
  CAST(date_trunc('year', there) AS DATE) AS year_start,
  CAST(here AS DATE) - CAST(elsewhere AS DATE) AS days_apart,
  DATE '2024-06-01' - day AS days_to_as_of,
  CAST(trunc(CAST(epoch(ts) - epoch(other) AS DOUBLE) / 3600) AS BIGINT) AS hours_apart,
  CAST(trunc(CAST(epoch(other) - epoch(ts) AS DOUBLE) / 3600) AS BIGINT) AS hours_apart_back,
  CAST(trunc(CAST(epoch(ts) - epoch(other) AS DOUBLE) / 60) AS BIGINT) AS minutes_apart,
  CAST(trunc(CAST(epoch(ts) - epoch(other) AS DOUBLE) / 86400) AS BIGINT) AS whole_days_apart,
  CAST(trunc(CAST(epoch(TIMESTAMPTZ '2024-06-01T00:00:00Z') - epoch(moment) AS DOUBLE) / 3600) AS BIGINT) AS hours_of_wall,
  ts > other AS is_later,
  ts = TIMESTAMPTZ '2024-03-31T01:30:00Z' AS is_moment,
  day = DATE '2024-02-29' AS is_leap_day,
  moment < ts AS is_wall_first,
  ts < TIMESTAMPTZ '2024-06-01T00:00:00Z' AS is_past,
  day BETWEEN DATE '2024-02-29' AND DATE '2024-03-31' AS is_spring,
  day IN (DATE '2024-02-29', DATE '2024-10-27') AS is_one_of,
  least(ts, other) AS earlier,
  greatest(ts, other) AS later,
  coalesce(ts, TIMESTAMPTZ '2024-06-01T00:00:00Z') AS known,
  CASE WHEN day <> DATE '2024-02-29' THEN day END AS no_leap_day,
  wall AS wall_itself,
  strftime(day, '%Y-%m-%d') AS day_as_text,
  CAST(here AS DATE) AS ts_as_day,
  CAST(day AS TIMESTAMP) AS day_as_time,
  CASE WHEN ts < other THEN day ELSE CAST(elsewhere AS DATE) END AS chosen,
  CAST(here AS DATE) - CAST(there AS DATE) AS formula_days
FROM local
