WITH now AS (
  SELECT
    p.id,
    count(o.no) AS orders,
    count(*) FILTER (WHERE o.shop = 's' AND o.no = 1) AS dear
  FROM people AS p
  LEFT JOIN orders AS o ON o.person = p.id AND o.at_time < TIMESTAMP '2024-06-01'
  GROUP BY p.id
),
was AS (
  SELECT
    p.id,
    coalesce(t.orders, 0) AS orders,
    t.largest,
    coalesce(t.largest_or_7, 7) AS least,
    coalesce(t.items, []) AS items,
    p.id IN (SELECT m.id FROM coterie.people_audience_members AS m WHERE m.audience = 'buyers') AS buyer
  FROM people AS p
  LEFT JOIN coterie.people_traits AS t ON t.id = p.id
)
SELECT
  id,
  dear AS orders_of_dear_kind,
  now.orders * 2 AS twice,
  now.orders = 1 AS in_now_1,
  was.orders = 1 AS in_then_1,
  was.orders = 0 AS in_then_0,
  was.largest IS NULL AS in_then_null,
  was.largest IS NOT DISTINCT FROM 4 AS in_then_4,
  was.least = 7 AS in_then_7,
  list_contains(was.items, 'tea') AS in_then_tea,
  len(was.items) = 0 AS in_then_empty,
  now.orders > was.orders AS in_more_than_then,
  coalesce(was.least BETWEEN was.largest AND 6, FALSE) AS in_then_between,
  was.orders = (SELECT max(other.orders) FROM was AS other) AS in_then_most,
  was.buyer AS in_were_buyers,
  NOT was.buyer AS in_were_none,
  now.orders > 0 AS in_are_buyers,
  dear > 0 AS in_bought_dear,
  FALSE AS in_were_in_nobody,
  was.orders = 1 AND now.orders > 1 AS in_stayed
FROM now
JOIN was USING (id)
