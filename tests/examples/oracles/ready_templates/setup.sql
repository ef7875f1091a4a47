-- After the setup of the example: scores, counted as thresholds passed, and the segments of each pair of scores.

CREATE OR REPLACE TABLE ranked AS
SELECT
  CustomerID,
  getvariable('as_of')::DATE - last_order_at::DATE AS days,
  1 + (days <= 80)::INT + (days <= 45)::INT + (days <= 25)::INT + (days <= 10)::INT AS r,
  1 + (orders >= 2)::INT + (orders >= 3)::INT + (orders >= 5)::INT + (orders >= 10)::INT AS f,
  1 + (gross_revenue >= 300)::INT + (gross_revenue >= 1000)::INT + (gross_revenue >= 2000)::INT
    + (gross_revenue >= 5000)::INT AS m
FROM totals
WHERE orders > 0;

CREATE OR REPLACE TABLE fifths AS
SELECT
  quantile_cont(days::DOUBLE, [0.2, 0.4, 0.6, 0.8]) AS days,
  quantile_cont(orders::DOUBLE, [0.2, 0.4, 0.6, 0.8]) AS orders,
  quantile_cont(gross_revenue::DOUBLE, [0.2, 0.4, 0.6, 0.8]) AS revenue
FROM ranked JOIN totals USING (CustomerID);

CREATE OR REPLACE TABLE ranked_by_fifths AS
SELECT
  CustomerID,
  ranked.days,
  totals.orders,
  gross_revenue,
  (SELECT 1 + count(*) FROM (SELECT unnest(days) AS bound FROM fifths) WHERE ranked.days < bound) AS r,
  (SELECT 1 + count(*) FROM (SELECT unnest(orders) AS bound FROM fifths) WHERE totals.orders > bound) AS f,
  (SELECT 1 + count(*) FROM (SELECT unnest(revenue) AS bound FROM fifths) WHERE gross_revenue > bound) AS m
FROM ranked JOIN totals USING (CustomerID);

CREATE OR REPLACE TABLE lately AS
SELECT CustomerID, sum(Quantity) AS units
FROM lines
WHERE CustomerID IS NOT NULL AND InvoiceDate >= getvariable('as_of') - INTERVAL 1 MONTH
GROUP BY CustomerID;

CREATE OR REPLACE TABLE segments AS
FROM (VALUES
  ('[12][12]', 'hibernating'),
  ('[12][34]', 'at risk'),
  ('[12]5', 'cannot lose'),
  ('3[12]', 'about to sleep'),
  ('33', 'need attention'),
  ('[34][45]', 'loyal'),
  ('41', 'promising'),
  ('51', 'new'),
  ('[45][23]', 'potential loyalists'),
  ('5[45]', 'champions')
) AS s(pattern, segment);
