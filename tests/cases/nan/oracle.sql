WITH s AS (SELECT id, CASE WHEN NOT isnan(limit_f) THEN limit_f END AS limit_f FROM sensors),
r AS (SELECT id, sensor, ts, CASE WHEN NOT isnan(f) THEN f END AS f FROM readings)
SELECT
  s.id,
  count(r.id) AS rows_of,
  count(f) AS "values",
  count(DISTINCT f) AS "distinct",
  coalesce(sum(f), 0) AS total,
  avg(f) AS mean,
  max(f) AS largest,
  min(f) - 1 AS smallest,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY f) AS middle,
  stddev_samp(f) AS spread,
  min(f) AS usual,
  (list(f ORDER BY ts DESC) FILTER (f IS NOT NULL))[1] AS latest,
  coalesce(list(f ORDER BY f) FILTER (f IS NOT NULL), []) AS all_values,
  limit_f * 2 + 1 AS doubled,
  limit_f IS NULL AS in_limit_unknown,
  coalesce(limit_f <> 1, false) AS in_limit_not_one,
  coalesce(limit_f > 1, false) AS in_limit_big,
  count(r.id) > count(f) AS in_unread,
  count(r.id) = count(f) AS in_all_small
FROM s LEFT JOIN r ON r.sensor = s.id
GROUP BY s.id, limit_f
