-- entity: shops
WITH f AS (
  SELECT s.id, s.owner, count(x.id) AS row_count, sum(amount) AS total, max(amount) AS best, count(kind) AS kind_count,
    list(DISTINCT kind ORDER BY kind) FILTER (kind IS NOT NULL) AS kinds, count(CASE WHEN amount > 0 THEN 1 END) AS positive
  FROM shops s LEFT JOIN sales x ON x.shop = s.id GROUP BY s.id, s.owner
)
SELECT
  id, total,
  nullif(row_count, 0) AS rows_or_null,
  coalesce(best, -1) AS best,
  coalesce(kinds, ['none']) AS kinds,
  kinds AS known_kinds,
  coalesce(best, -1) + 1 AS best_plus,
  coalesce(total + 1, 100) AS total_plus,
  greatest(kind_count, 1) AS kinds_count,
  kind_count AS known_kinds_count,
  positive * 2 AS from_draft,
  total IS NULL AS in_total_unknown,
  coalesce(total = 0, false) AS in_total_zero,
  best IS NULL AS in_best_negative,
  kind_count = 0 AS in_none_kind,
  kind_count = 0 AS in_kinds_empty,
  total IS NULL AS in_text_total,
  positive > 0 AS in_sold,
  coalesce(best, -1) <> 5 AS in_not_drafted
FROM f

-- entity: owners
WITH f AS (SELECT s.id, s.owner, sum(amount) AS total, coalesce(max(amount), -1) AS best FROM shops s LEFT JOIN sales x ON x.shop = s.id GROUP BY s.id, s.owner)
SELECT
  o.id,
  coalesce(sum(best), 0) AS shop_best,
  count(total) AS shops_with_total,
  coalesce(max(total), 0) AS largest_total,
  count(CASE WHEN best = -1 THEN 1 END) AS empty_shops
FROM owners o LEFT JOIN f ON f.owner = o.id GROUP BY o.id
