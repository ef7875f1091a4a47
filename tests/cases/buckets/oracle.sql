-- int(hashlib.md5(f"{salt}|{key}".encode()).hexdigest()[:8], 16) % 10_000, with salts `s` and `spring|2024`
WITH buckets(id, s, spring) AS (
  VALUES ('ordinary', 3857, 2553), ('no_color', 5886, 8231), ('é|\', 5323, 823)
), part_buckets(thing, no, bucket) AS (
  VALUES ('ordinary', 1, 3996), ('ordinary', 2, 9153), ('ordinary', 3, 7790), ('é|\', 1, 541), ('no_color', NULL, NULL)
), of_things AS (
  SELECT p.thing, b.bucket FROM parts p JOIN part_buckets b ON b.thing = p.thing AND b.no IS NOT DISTINCT FROM p.no
)
SELECT
  id,
  (SELECT count(*) FROM of_things p WHERE p.thing = n.id AND bucket < 9153) AS parts_below_9153,
  s BETWEEN 0 AND 9999 AS in_all,
  s < 5323 AS in_low,
  s BETWEEN 5323 AND 5885 AS in_middle,
  s >= 5886 AS in_high,
  s NOT BETWEEN 5323 AND 5885 AS in_not_middle,
  spring BETWEEN 2553 AND 8230 AS in_salt_with_pipe,
  NOT EXISTS (SELECT * FROM of_things p WHERE p.thing = n.id AND bucket IS NULL) AS in_every_part_in_a_bucket,
  EXISTS (SELECT * FROM of_things p WHERE p.thing = n.id AND (bucket IS NULL OR bucket >= 9000)) AS in_a_part_out_of_it
FROM things JOIN buckets n USING (id)
