-- entity: customers
SELECT
  c.id,
  f.first_at,
  (SELECT coalesce(sum(amount), 0) FROM seen WHERE customer = c.id AND ts >= f.first_at AND ts < f.first_at + INTERVAL 1 MONTH) AS first_month,
  (SELECT count(*) FROM seen WHERE customer = c.id AND ts >= p.launched - INTERVAL 10 DAY AND ts < p.launched) AS before_launch,
  (SELECT count(*) FROM seen WHERE customer = c.id AND paid_on >= c.signed_up AND paid_on < c.signed_up + INTERVAL 1 MONTH) AS paid_in_month,
  (SELECT coalesce(sum(amount), 0) FROM seen AS s JOIN customers AS o ON o.id = s.customer
   WHERE o.household = c.household AND s.ts >= c.signed_up AND s.ts < c.signed_up + INTERVAL 1 MONTH) AS of_household,
  (SELECT coalesce(sum(amount), 0) FROM seen AS s WHERE s.id IN (SELECT "order" FROM links WHERE customer = c.id)
   AND s.ts >= c.signed_up AND s.ts < c.signed_up + INTERVAL 2 MONTH) AS shared_amount,
  (SELECT count(*) FROM products AS r WHERE r.launched >= c.signed_up - INTERVAL 100 DAY AND r.launched < c.signed_up
   AND r.name IN (SELECT s.product FROM seen AS s JOIN links AS l ON l."order" = s.id WHERE l.customer = c.id)) AS shared_products,
  coalesce((SELECT list(product ORDER BY ts) FROM seen WHERE customer = c.id AND ts >= f.first_at AND ts < f.first_at + INTERVAL 1 MONTH), []) AS first_products,
  (SELECT arg_max(amount, ts) FROM in_month AS s WHERE s.id = c.id) AS last_in_month,
  (SELECT count(*) FROM seen WHERE customer = c.id AND ts >= c.signed_up) AS ever,
  EXISTS (SELECT 1 FROM seen WHERE customer = c.id AND ts < date_trunc('month', c.signed_up) AND ts >= date_trunc('month', c.signed_up) - INTERVAL 1 DAY) AS in_before_their_month,
  EXISTS (SELECT 1 FROM seen AS s JOIN seen AS t ON t.customer = s.customer AND t.id <> s.id WHERE s.customer = c.id AND t.ts >= s.ts AND t.ts < s.ts + INTERVAL 30 DAY) AS in_soon_again,
  NOT EXISTS (SELECT 1 FROM in_month AS s WHERE s.id = c.id) AS in_never_in_month,
  NOT EXISTS (SELECT 1 FROM in_month AS s WHERE s.id = c.id AND amount >= 15) AS in_only_small_in_month,
  (SELECT count(*) FROM in_month AS s WHERE s.id = c.id) > 1 AS in_twice_in_month,
  (SELECT count(DISTINCT date_trunc('week', ts)) FROM in_month AS s WHERE s.id = c.id) = 1 AS in_one_week_in_month,
  EXISTS (SELECT 1 FROM in_month AS s JOIN in_month AS t ON t.id = s.id AND t.ts > s.ts WHERE s.id = c.id AND s.product = 'tea' AND t.product = 'cup') AS in_tea_then_cup
FROM customers AS c
LEFT JOIN firsts AS f ON f.customer = c.id
LEFT JOIN plans AS p ON p.id = c.plan
;
-- entity: orders
SELECT
  o.id,
  (SELECT count(*) FROM seen AS s WHERE s.customer = o.customer AND s.ts >= o.ts AND s.ts < o.ts + INTERVAL 30 DAY) >= 2 AS in_of_two,
  EXISTS (SELECT 1 FROM seen AS s JOIN seen AS t ON t.customer = s.customer AND t.ts > s.ts
          WHERE s.customer = o.customer AND s.product = 'tea' AND t.product = 'cup'
          AND s.ts >= o.ts AND t.ts < o.ts + INTERVAL 30 DAY) AS in_cup_after_tea,
  NOT EXISTS (SELECT 1 FROM seen AS s WHERE s.customer = o.customer AND s.ts >= o.ts - INTERVAL 1 MONTH AND s.ts < o.ts) AS in_before_it
FROM seen AS o
