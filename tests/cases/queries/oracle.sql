-- entity: accounts
WITH facts AS (
  SELECT
    a.id,
    (SELECT sum(d) FROM seen WHERE account = a.id) AS spent,
    (SELECT coalesce(list(t ORDER BY id) FILTER (t IS NOT NULL), []) FROM seen WHERE account = a.id) AS labels,
    (SELECT count(*) FROM seen WHERE account = a.id) AS n,
    (SELECT avg(d) FROM seen WHERE account = a.id) AS mean
  FROM accounts AS a
)
SELECT
  id,
  spent,
  coalesce(spent, 0) AS spent_or_nothing,
  (SELECT t FROM seen WHERE account = facts.id ORDER BY d DESC NULLS LAST, id LIMIT 1) AS dearest,
  EXISTS (SELECT 1 FROM seen WHERE account = facts.id AND t LIKE 'it''s 50\%%' ESCAPE '\') AS odd_ones,
  (SELECT nullif(count(*), 0) FROM items WHERE account = facts.id) AS rows_of_table,
  (SELECT DATE '2024-06-01' - max(ts)::DATE FROM seen WHERE account = facts.id) AS days_ago,
  coalesce(labels, []) AS labels,
  coalesce(mean, -1) AS ratio,
  2 * spent AS twice,
  len(labels) AS label_count,
  (SELECT count(*) FROM seen JOIN days ON seen.account = days.account AND CAST(ts AS DATE) = day WHERE days.account = facts.id) AS day_total,
  coalesce(spent >= (SELECT median(spent) FROM facts), false) AS in_spenders,
  NOT coalesce(spent >= (SELECT median(spent) FROM facts), false) AS in_not_spenders,
  len(labels) > 0 AS in_with_labels,
  coalesce(spent = 0.3, false) AS in_exactly
FROM facts
-- entity: days
SELECT account, day, (SELECT count(*) FROM seen WHERE account = days.account AND CAST(ts AS DATE) = day) AS items_of_day
FROM days
