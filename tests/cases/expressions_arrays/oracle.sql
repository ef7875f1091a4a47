WITH clean AS (
  SELECT
    * EXCLUDE (tags, nums, days, local),
    coalesce((SELECT list(e ORDER BY place) FROM unnest(tags) WITH ORDINALITY AS u(e, place) WHERE e IS NOT NULL), []) AS tags,
    coalesce((SELECT list(e ORDER BY place) FROM unnest(nums) WITH ORDINALITY AS u(e, place) WHERE e IS NOT NULL), []) AS nums,
    coalesce((SELECT list(e ORDER BY place) FROM unnest(days) WITH ORDINALITY AS u(e, place) WHERE e IS NOT NULL), []) AS days,
    coalesce((SELECT list(e ORDER BY place) FROM unnest(local) WITH ORDINALITY AS u(e, place) WHERE e IS NOT NULL), []) AS local,
    CASE id WHEN 'ordinary' THEN ['x', 'y'] WHEN 'ordinary other' THEN ['a'] WHEN 'nulls inside' THEN ['z'] WHEN 'odd_text' THEN ['🚲', '"'] ELSE [] END AS interests
  FROM bags
)
SELECT
  id,
  CASE WHEN tag IS NOT NULL THEN len(list_filter(tags, lambda x: x = tag)) > 0 END AS has_tag,
  len(list_filter(tags, lambda x: x = 'a')) > 0 AS has_a,
  CAST(NULL AS BOOLEAN) AS has_null,
  CASE WHEN num IS NOT NULL THEN len(list_filter(nums, lambda x: x = num)) > 0 END AS has_number,
  id = 'exact_decimals' AS has_fraction,
  coalesce(len(list_filter(doubles, lambda x: x = 0.5)) > 0, FALSE) AS has_half,
  CASE WHEN day IS NOT NULL THEN len(list_filter(days, lambda x: x = day)) > 0 END AS has_day,
  len(list_filter(days, lambda x: x = DATE '2024-02-29')) > 0 AS has_leap_day,
  CASE WHEN "at" IS NOT NULL THEN len(list_filter(local, lambda x: x AT TIME ZONE 'UTC' = "at")) > 0 END AS has_moment,
  id = 'month_end' AS has_midnight,
  id IN ('ordinary other', 'nulls inside') AS has_false,
  CASE WHEN tag IS NOT NULL THEN len(list_filter(interests, lambda x: x = tag)) > 0 END AS has_in_json,
  tags[1] AS first_tag,
  nums[len(nums)] AS last_number,
  CASE WHEN num IS NULL THEN [] ELSE nums END AS numbers_or_integers,
  days[2] AS second_day,
  hour(local[1] AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin') AS local_hour,
  coalesce((SELECT string_agg(e, ', ' ORDER BY place) FROM unnest(tags) WITH ORDINALITY AS u(e, place)), '') AS joined,
  interests,
  CASE WHEN len(tags) > 1 THEN tags ELSE interests END AS chosen,
  CASE WHEN len(interests) > 0 THEN interests[len(interests)] || ' of ' || len(interests) ELSE 'none' END AS last_interest
FROM clean
