WITH a AS (SELECT * FROM accounts WHERE since <= '2024-03-01 00:00Z' AND (gone IS NULL OR gone > '2024-03-01 00:00Z')),
s AS (SELECT * FROM subscriptions WHERE from_ts <= '2024-03-01 01:00' AND (to_ts IS NULL OR to_ts > '2024-03-01 01:00')),
p AS (SELECT * FROM plans WHERE from_day <= DATE '2024-03-01' AND (to_day IS NULL OR to_day > DATE '2024-03-01')),
u AS (SELECT * FROM usages WHERE ts < '2024-03-01 00:00Z')
SELECT
  id,
  coalesce((SELECT list(plan ORDER BY plan) FROM s WHERE account = a.id), []) AS plans,
  coalesce((SELECT list(label ORDER BY label) FROM s JOIN p ON plan = code WHERE account = a.id), []) AS labels,
  (SELECT count(*) FROM s JOIN u ON u.subscription = s.id WHERE account = a.id) AS usages,
  id IN (SELECT account FROM s WHERE plan NOT IN (SELECT code FROM p)) AS in_unlabelled,
  id NOT IN (SELECT account FROM s WHERE plan NOT IN (SELECT code FROM p)) AS in_all_labelled
FROM a
