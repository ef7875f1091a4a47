WITH elements AS (SELECT id, unnest(tags) AS tag FROM bags),
numbers AS (SELECT id, unnest(nums) AS num FROM bags),
sizes AS (
  SELECT id,
    (SELECT count(tag) FROM elements e WHERE e.id = b.id) AS tags,
    (SELECT count(num) FROM numbers n WHERE n.id = b.id) AS nums
  FROM bags b
)
SELECT
  id,
  id IN (SELECT id FROM elements WHERE tag IN ('a', 'z')) AS in_any,
  id IN (SELECT id FROM elements WHERE tag IN ('it''s', 'a\\b')) AS in_any_odd,
  id IN (SELECT id FROM elements WHERE tag IN ('%', '50', 'ect')) AS in_any_percent,
  id IN (SELECT id FROM numbers WHERE num IN (2, 3)) AS in_any_number,
  id IN (SELECT id FROM elements WHERE tag = 'a') AND id IN (SELECT id FROM elements WHERE tag = 'b') AS in_contains_all,
  id IN (SELECT id FROM elements WHERE tag = 'c') AND id IN (SELECT id FROM elements WHERE tag = 'a') AS in_all_twice,
  id IN (SELECT id FROM elements WHERE tag = 'sel,ect') AND id IN (SELECT id FROM elements WHERE tag = 'a\b') AS in_all_odd,
  id IN (SELECT id FROM numbers WHERE num = 1) AND id IN (SELECT id FROM numbers WHERE num = 2) AS in_all_numbers,
  id NOT IN (SELECT id FROM elements WHERE tag IN ('a', 'b')) AS in_none,
  id NOT IN (SELECT id FROM elements WHERE tag IN ('it''s', 'A')) AS in_none_odd,
  id NOT IN (SELECT id FROM numbers WHERE num IN (-1, 1)) AS in_none_number,
  id NOT IN (SELECT id FROM elements WHERE tag IN ('a', 'z')) AS in_complement_of_any,
  tags = 0 AS in_is_empty,
  nums = 0 AS in_is_empty_numbers,
  tags > 0 AS in_is_not_empty,
  tags = 1 AS in_size_one,
  tags = 0 AS in_size_zero,
  tags >= 4 AS in_size_many,
  nums IN (2, 3) AS in_size_between,
  nums > 1 AS in_size_not
FROM sizes
