WITH p AS (SELECT lower(trim(email)) AS email_key FROM people WHERE email IS NOT NULL),
v AS (
  SELECT id, lower(email) AS visitor, CAST(day AS TIMESTAMP) AS ts, qty, price, qty * price AS amount, qty * price * 1.19 AS with_tax,
    CASE WHEN qty <> 0 THEN CAST(qty * price AS DOUBLE) / qty END AS each_price
  FROM visits WHERE day <= DATE '2024-03-31'
)
SELECT
  email_key,
  coalesce(sum(with_tax), 0) AS paid,
  coalesce(sum(CASE WHEN with_tax > 0.5 THEN amount END), 0) AS paid_large,
  max(each_price) AS best_each,
  coalesce(sum(CASE WHEN ts = TIMESTAMP '2024-03-31 00:00:00' THEN amount END), 0) AS paid_last_day,
  coalesce(list(DISTINCT CASE WHEN with_tax > 0.5 THEN 'large' ELSE 'small' END ORDER BY CASE WHEN with_tax > 0.5 THEN 'large' ELSE 'small' END DESC) FILTER (id IS NOT NULL), []) AS sizes,
  max(ts) AS last_ts,
  upper(left(email_key, 1)) AS letter,
  left(email_key, 1) IN ('a', 'b', 'c') AS in_a_to_c,
  count(id) > count(each_price) AS in_each_unknown
FROM p LEFT JOIN v ON v.visitor = p.email_key
GROUP BY email_key
