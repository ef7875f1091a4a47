-- audience customers.top_hundred
SELECT CustomerID FROM totals WHERE orders >= 1 ORDER BY net_revenue DESC, CustomerID LIMIT 100;

-- audience customers.held_good_customers
WITH digits AS (
  SELECT CustomerID, md5('spring-2024|' || CustomerID) AS hash, unnest(range(1, 9)) AS place
  FROM totals
  WHERE (net_revenue > 1000 AND orders >= 5 OR Country = 'Germany')
    AND CustomerID NOT IN (
      SELECT CustomerID
      FROM cancellations
      WHERE InvoiceDate >= getvariable('as_of') - INTERVAL 90 DAY AND CustomerID IS NOT NULL
    )
)
SELECT CustomerID
FROM digits
GROUP BY CustomerID
HAVING sum((strpos('0123456789abcdef', hash[place]) - 1) * (16 ** (8 - place))::BIGINT) % 10000 >= 9000;

-- audience customers.letter_to_the_best
SELECT CustomerID FROM totals WHERE orders >= 1 ORDER BY net_revenue DESC, CustomerID LIMIT 100;

-- audience customers.letter_to_the_lapsed
WITH best AS (SELECT CustomerID FROM totals WHERE orders >= 1 ORDER BY net_revenue DESC, CustomerID LIMIT 100)
SELECT CustomerID
FROM totals
WHERE orders >= 2 AND last_order_at < getvariable('as_of') - INTERVAL 60 DAY AND CustomerID NOT IN (FROM best);

-- audience customers.letter_to_all_others
WITH best AS (SELECT CustomerID FROM totals WHERE orders >= 1 ORDER BY net_revenue DESC, CustomerID LIMIT 100)
SELECT CustomerID
FROM totals
WHERE orders >= 1
  AND CustomerID NOT IN (FROM best)
  AND NOT (orders >= 2 AND last_order_at < getvariable('as_of') - INTERVAL 60 DAY)
ORDER BY first_order_at, CustomerID
LIMIT 40;
