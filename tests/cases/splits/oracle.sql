-- int(hashlib.md5(f"{salt}|{key}".encode()).hexdigest()[:8], 16) % 10_000, with salts `s` and `spring|2024`
WITH buckets(id, s, spring) AS (
  VALUES ('ordinary', 3857, 2553), ('no_color', 5886, 8231), ('é|\', 5323, 823), ('c0', 8608, 5014), ('c2', 2890, 5376),
    ('c4', 974, 5099)
)
SELECT
  id,
  true AS in_everyone,
  coalesce(color = 'red', false) AS in_red,
  false AS in_nobody,
  s BETWEEN 2890 AND 5889 AS in_in_second,
  s NOT BETWEEN 2890 AND 5889 AS in_not_in_second,
  coalesce(color = 'red', false) AND (spring = 823 OR spring BETWEEN 5014 AND 9998) AS in_in_rest_of_red,
  color IS NULL OR color <> 'red' OR (spring <> 823 AND spring NOT BETWEEN 5014 AND 9998) AS in_not_in_rest_of_red,
  false AS in_in_none,
  CASE WHEN s < 2890 THEN 'first' WHEN s < 5890 THEN 'second' ELSE 'third' END AS group_of_everyone,
  CASE WHEN color = 'red' THEN CASE WHEN spring = 823 OR spring BETWEEN 5014 AND 9998 THEN 'Rest' ELSE 'it''s' END END AS group_of_red,
  CAST(NULL AS text) AS group_of_nobody
FROM things JOIN buckets USING (id)
