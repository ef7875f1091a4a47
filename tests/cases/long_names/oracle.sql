WITH oslo AS (SELECT customer, SUM(amount) AS revenue, COUNT(*) AS n FROM calls GROUP BY customer),
rome AS (SELECT customer, SUM(amount) AS revenue, COUNT(*) AS n FROM more_calls GROUP BY customer)
SELECT
  id,
  COALESCE(oslo.revenue, 0) AS revenue_of_orders_that_were_taken_over_the_telephone_in_oslo,
  COALESCE(rome.revenue, 0) AS revenue_of_orders_that_were_taken_over_the_telephone_in_rome,
  (SELECT kind FROM calls WHERE customer = id GROUP BY kind ORDER BY COUNT(*) DESC, kind LIMIT 1)
    AS favourite_kind_of_orders_that_were_taken_by_telephone_in_oslo,
  (SELECT kind FROM more_calls WHERE customer = id GROUP BY kind ORDER BY COUNT(*) DESC, kind LIMIT 1)
    AS favourite_kind_of_orders_that_were_taken_by_telephone_in_rome,
  COALESCE(oslo.revenue, 0) - COALESCE(rome.revenue, 0) AS number_of_kinds_taken,
  COALESCE(oslo.n, 0) > 1 AND COALESCE(rome.n, 0) = 1 AS in_buyers_from_oslo_who_called
FROM customers
LEFT JOIN oslo ON oslo.customer = id
LEFT JOIN rome ON rome.customer = id
