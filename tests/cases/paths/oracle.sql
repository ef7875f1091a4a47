-- entity: customers
WITH o AS (SELECT * FROM orders WHERE ts < TIMESTAMPTZ '2024-05-01T00:00:00Z'),
l AS (
  SELECT o.customer, o.ts, o.status, lines.*, qty * price AS amount, p.list_price, c.id AS category, c.label
  FROM o JOIN lines USING (shop, no) LEFT JOIN products p USING (code) LEFT JOIN categories c ON p.category = c.id
),
facts AS (
  SELECT
    id, name, referrer,
    (SELECT count(*) FROM o WHERE customer = a.id) AS order_count,
    (SELECT count(*) FROM l WHERE customer = a.id) AS line_count,
    coalesce((SELECT sum(amount) FROM l WHERE customer = a.id), 0) AS spent,
    coalesce((SELECT sum(amount) FROM l WHERE customer = a.id AND status = 'paid'), 0) AS spent_paid,
    coalesce((SELECT sum(amount) FROM l WHERE customer = a.id AND ts >= TIMESTAMPTZ '2024-02-01T00:00:00Z'), 0) AS spent_lately,
    coalesce((SELECT list(DISTINCT label ORDER BY label) FROM l WHERE customer = a.id AND label IS NOT NULL), []) AS labels,
    (SELECT count(DISTINCT code) FROM l WHERE customer = a.id AND list_price IS NOT NULL) AS product_count,
    coalesce((SELECT sum(list_price) FROM products WHERE code IN (SELECT code FROM l WHERE customer = a.id)), 0) AS product_prices,
    (SELECT max(label) FROM l WHERE customer = a.id) AS categories
  FROM customers a
)
SELECT
  f.* EXCLUDE (name, referrer),
  (SELECT count(*) FROM facts r WHERE r.referrer = f.id) AS referred_count,
  coalesce((SELECT sum(r.spent) FROM facts r WHERE r.referrer = f.id), 0) AS referred_spent,
  (SELECT max(r.line_count) FROM facts r WHERE r.referrer = f.id) AS referred_most_lines,
  (SELECT count(*) FROM facts r JOIN facts s ON s.referrer = r.id WHERE r.referrer = f.id) AS referred_twice,
  coalesce((SELECT list(r.name ORDER BY r.name) FROM facts r WHERE r.referrer = up.id), []) AS siblings,
  f.id IN (SELECT r.referrer FROM facts r WHERE r.spent > 0 AND r.referrer IS NOT NULL) AS referred_buyers,
  up.name AS referrer_name,
  upper.name AS referrer_referrer,
  up.spent AS referrer_spent,
  coalesce(up.labels, []) AS referrer_labels,
  f.line_count > 0 AS in_buyers,
  f.id IN (SELECT customer FROM l WHERE code = 'q') AS in_bought_q,
  NOT EXISTS (SELECT * FROM o WHERE customer = f.id AND (shop, no) NOT IN (SELECT (shop, no) FROM lines)) AS in_every_order_has_lines,
  (SELECT count(*) FROM (SELECT shop, no FROM l WHERE customer = f.id GROUP BY shop, no HAVING count(*) = 2) t) = 1 AS in_one_order_of_two_lines,
  f.id IN (SELECT customer FROM l WHERE label = 'luxury') AS in_luxury,
  f.id IN (SELECT customer FROM l GROUP BY customer, shop, no HAVING sum(amount) > 12) AS in_big_order,
  f.id IN (SELECT r.referrer FROM facts r WHERE r.line_count > 0 AND r.referrer IS NOT NULL) AS in_referred_a_buyer,
  coalesce(up.spent > 12, false) AS in_referred_by_big_spender,
  f.product_prices > 10 AS in_many_products
FROM facts f LEFT JOIN facts up ON f.referrer = up.id LEFT JOIN facts upper ON up.referrer = upper.id

-- entity: orders
WITH o AS (SELECT * FROM orders WHERE ts < TIMESTAMPTZ '2024-05-01T00:00:00Z'),
amounts AS (
  SELECT shop, no, customer, coalesce(sum(qty * price), 0) AS amount FROM o LEFT JOIN lines USING (shop, no) GROUP BY shop, no, customer
)
SELECT
  shop, no, amount,
  c.name AS buyer_name,
  CAST(amount AS DOUBLE) / nullif(CAST((SELECT sum(amount) FROM amounts t WHERE t.customer = a.customer) AS DOUBLE), 0) AS buyer_spent,
  (SELECT count(*) FROM o WHERE o.customer = c.id) AS buyer_orders
FROM amounts a LEFT JOIN customers c ON a.customer = c.id

-- entity: products
WITH sales AS (
  SELECT DISTINCT code, customer FROM lines JOIN orders o USING (shop, no)
  WHERE o.ts < TIMESTAMPTZ '2024-05-01T00:00:00Z' AND customer IS NOT NULL
),
spending AS (
  SELECT customer, sum(qty * price) AS spent FROM lines JOIN orders o USING (shop, no)
  WHERE o.ts < TIMESTAMPTZ '2024-05-01T00:00:00Z' GROUP BY customer
)
SELECT
  code,
  coalesce((SELECT sum(qty) FROM lines l WHERE l.code = p.code), 0) AS sold,
  (SELECT count(*) FROM sales s WHERE s.code = p.code) AS buyers,
  coalesce((SELECT list(name ORDER BY name) FROM sales s JOIN customers c ON s.customer = c.id WHERE s.code = p.code), []) AS buyer_names,
  coalesce((SELECT sum(spent) FROM sales s JOIN spending USING (customer) WHERE s.code = p.code), 0) AS buyers_spent
FROM products p
