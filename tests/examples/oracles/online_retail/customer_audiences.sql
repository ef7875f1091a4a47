-- audience customers.good_customers
SELECT CustomerID
FROM totals
WHERE (net_revenue > 1000 AND orders >= 5 OR Country = 'Germany')
  AND CustomerID NOT IN (
    SELECT CustomerID
    FROM cancellations
    WHERE InvoiceDate >= getvariable('as_of') - INTERVAL 90 DAY AND CustomerID IS NOT NULL
  );

-- audience customers.big_spenders
SELECT CustomerID FROM totals WHERE net_revenue >= 1000;

-- audience customers.vips
SELECT CustomerID
FROM totals
WHERE net_revenue >= 5000
  AND (orders >= 5 OR Country = 'Germany')
  AND NOT EXISTS (
    FROM cancellations AS x
    WHERE x.CustomerID = totals.CustomerID AND InvoiceDate >= getvariable('as_of') - INTERVAL 90 DAY
  );

-- audience customers.middle_market
SELECT CustomerID
FROM purchases
GROUP BY CustomerID
HAVING sum(amount) / count(DISTINCT InvoiceNo) BETWEEN 150 AND 400 AND max(amount) < 200;

-- audience customers.big_basket_buyers
SELECT DISTINCT CustomerID
FROM invoices
WHERE value >= 1000 AND InvoicedAt >= getvariable('as_of') - INTERVAL 2 MONTH;

-- audience customers.steady_high_value
SELECT CustomerID FROM orders GROUP BY CustomerID HAVING count(*) >= 5 AND avg(value) >= 300;

-- audience customers.one_big_thing
SELECT CustomerID
FROM purchases
GROUP BY CustomerID
HAVING count(DISTINCT InvoiceNo) >= 2 AND max(amount) > sum(amount) / count(DISTINCT InvoiceNo);

-- audience customers.growing
SELECT CustomerID
FROM (
  SELECT
    CustomerID,
    sum(amount) FILTER (InvoiceDate >= getvariable('as_of') - INTERVAL 90 DAY) AS lately,
    sum(amount) FILTER (InvoiceDate >= '2011-01-01' AND InvoiceDate < '2011-04-01') AS first_quarter
  FROM lines
  GROUP BY CustomerID
)
WHERE lately > 1.5 * first_quarter AND first_quarter > 0;

-- audience customers.prospects
SELECT CustomerID FROM totals WHERE orders = 0;

-- audience customers.new_customers
SELECT CustomerID FROM totals WHERE first_order_at >= getvariable('as_of') - INTERVAL 30 DAY;

-- audience customers.one_time_buyers
SELECT CustomerID FROM totals WHERE orders = 1;

-- audience customers.repeat_buyers
SELECT CustomerID FROM totals WHERE orders >= 2;

-- audience customers.lapsed
SELECT CustomerID FROM totals WHERE orders >= 2 AND last_order_at < getvariable('as_of') - INTERVAL 60 DAY;

-- audience customers.lapsing
WITH christmas AS (
  SELECT CustomerID
  FROM lines
  WHERE lower(Description) LIKE '%christmas%' AND InvoiceDate >= getvariable('as_of') - INTERVAL 180 DAY
  GROUP BY CustomerID
  HAVING count(DISTINCT InvoiceNo) >= 2
),
cancelled AS (
  SELECT CustomerID FROM cancellations WHERE InvoiceDate >= getvariable('as_of') - INTERVAL 90 DAY
)
SELECT CustomerID
FROM totals
WHERE last_order_at >= getvariable('as_of') - INTERVAL 120 DAY
  AND last_order_at < getvariable('as_of') - INTERVAL 45 DAY
  AND (net_revenue >= 1000 OR CustomerID IN (FROM christmas))
  AND NOT (
    (net_revenue > 1000 AND orders >= 5 OR Country = 'Germany')
    AND NOT EXISTS (FROM cancelled WHERE cancelled.CustomerID = totals.CustomerID)
  );

-- audience customers.second_order_due
SELECT CustomerID
FROM totals
WHERE orders = 1
  AND last_order_at >= getvariable('as_of') - INTERVAL 3 MONTH
  AND last_order_at < getvariable('as_of') - INTERVAL 1 MONTH;

-- audience customers.quiet_since_february
SELECT CustomerID FROM totals WHERE last_order_at < '2011-02-01' OR last_order_at IS NULL;

-- audience customers.christmas_2010_cohort
SELECT CustomerID
FROM orders
GROUP BY CustomerID
HAVING min(InvoicedAt) >= '2010-12-01' AND min(InvoicedAt) < '2011-01-01'
  AND list_sort(list(InvoicedAt))[2] >= '2011-01-01';

-- audience customers.light_winter_buyers
SELECT c.CustomerID
FROM customers AS c
LEFT JOIN lines AS l
  ON l.CustomerID = c.CustomerID AND l.InvoiceDate >= '2011-01-01' AND l.InvoiceDate < '2011-04-01'
GROUP BY c.CustomerID
HAVING count(l.InvoiceNo) <= 3;

-- audience customers.recent_cancellers
SELECT DISTINCT CustomerID FROM cancellations WHERE InvoiceDate >= getvariable('as_of') - INTERVAL 30 DAY;

-- audience customers.never_cancelled
SELECT CustomerID FROM totals WHERE orders > 0 AND cancelled_orders = 0;

-- audience customers.returned_within_30_days
SELECT DISTINCT bought.CustomerID
FROM purchases AS bought
JOIN cancellations AS cancelled USING (CustomerID, StockCode)
WHERE cancelled.InvoiceDate > bought.InvoiceDate AND cancelled.InvoiceDate <= bought.InvoiceDate + INTERVAL 30 DAY;

-- audience customers.customers_at_risk
WITH scored AS (
  SELECT
    CustomerID,
    getvariable('as_of')::DATE - last_order_at::DATE AS days,
    orders,
    net_revenue,
    last_order_at
  FROM totals
)
SELECT CustomerID
FROM scored
WHERE (days > 90 OR days IS NULL) AND orders >= 5 AND net_revenue >= 1000
   OR days > 30 AND days <= 90 AND orders >= 5 AND net_revenue >= 5000
   OR orders >= 2 AND last_order_at < getvariable('as_of') - INTERVAL 60 DAY AND net_revenue >= 1000;

-- audience customers.christmas_shoppers
SELECT CustomerID
FROM purchases
WHERE lower(Description) LIKE '%christmas%'
GROUP BY CustomerID
HAVING count(DISTINCT InvoiceNo) >= 2;

-- audience customers.bag_collectors
SELECT CustomerID
FROM lines
WHERE StockCode IN ('20725', '20727', '20728', '22382', '22383', '85099B', '85099C', '85099F')
GROUP BY CustomerID
HAVING count(DISTINCT StockCode) >= 3;

-- audience customers.tea_party
SELECT DISTINCT stand.CustomerID
FROM purchases AS stand
JOIN purchases AS cup USING (InvoiceNo)
WHERE stand.Description LIKE '%CAKE%STAND%' AND cup.Description LIKE '%TEACUP%';

-- audience customers.wholesalers
SELECT CustomerID
FROM purchases
GROUP BY CustomerID
HAVING bool_and(
  Quantity >= 12
  OR StockCode IN ('POST', 'DOT', 'M', 'm', 'C2', 'D', 'S', 'CRUK', 'PADS', 'BANK CHARGES', 'AMAZONFEE')
);

-- audience customers.best_seller_fans
WITH top_products AS (
  SELECT CustomerID, StockCode
  FROM lines
  WHERE InvoiceDate >= getvariable('as_of') - INTERVAL 30 DAY
  GROUP BY CustomerID, StockCode
  QUALIFY row_number() OVER (PARTITION BY CustomerID ORDER BY count(*) DESC, StockCode) <= 10
),
favourites AS (
  SELECT CustomerID, Description
  FROM merchandise
  WHERE InvoiceNo NOT LIKE 'C%' AND Description IS NOT NULL
  GROUP BY CustomerID, Description
  QUALIFY row_number() OVER (PARTITION BY CustomerID ORDER BY count(*) DESC, Description) = 1
)
SELECT CustomerID FROM top_products WHERE StockCode IN ('85123A', '22423')
UNION
SELECT CustomerID FROM favourites WHERE Description ILIKE 'white hanging heart%';

-- audience customers.two_of_a_kind
WITH owned AS (
  SELECT DISTINCT CustomerID, StockCode
  FROM purchases
  QUALIFY dense_rank() OVER (PARTITION BY CustomerID ORDER BY StockCode) <= 100
)
SELECT CustomerID
FROM owned
GROUP BY CustomerID
HAVING bool_or(StockCode = '21754') AND bool_or(StockCode = '21755') AND NOT bool_or(StockCode = '21756');

-- audience customers.explorers
SELECT CustomerID
FROM lines
GROUP BY CustomerID
HAVING count(DISTINCT StockCode) FILTER (InvoiceNo NOT LIKE 'C%') >= 100
  AND max(InvoiceDate) >= getvariable('as_of') - INTERVAL 30 DAY;

-- audience customers.not_this_month
SELECT CustomerID
FROM merchandise
WHERE InvoiceNo NOT LIKE 'C%'
  AND CustomerID NOT IN (
    SELECT CustomerID
    FROM lines
    WHERE InvoiceDate >= getvariable('as_of') - INTERVAL 30 DAY AND CustomerID IS NOT NULL
  )
GROUP BY CustomerID;

-- audience customers.set_buyers
WITH favourites AS (
  SELECT CustomerID, Description
  FROM merchandise
  WHERE InvoiceNo NOT LIKE 'C%' AND Description IS NOT NULL
  GROUP BY CustomerID, Description
  QUALIFY row_number() OVER (PARTITION BY CustomerID ORDER BY count(*) DESC, Description) = 1
)
SELECT CustomerID
FROM favourites
WHERE regexp_matches(Description, '^(SET|PACK) ?(OF)? ?[0-9]+') OR Description LIKE '% SET';

-- audience customers.early_birds
SELECT CustomerID
FROM (
  SELECT CustomerID
  FROM purchases
  JOIN products USING (StockCode)
  WHERE InvoiceDate::DATE - FirstSoldAt::DATE <= 14
  GROUP BY CustomerID
  HAVING count(DISTINCT StockCode) >= 10
)
JOIN orders USING (CustomerID)
GROUP BY CustomerID
HAVING count(*) FILTER (hour(InvoicedAt) < 12) / count(*) > 0.5;

-- audience customers.german_regulars
SELECT CustomerID FROM totals WHERE Country = 'Germany' AND orders >= 3;

-- audience customers.continental_buyers
SELECT CustomerID
FROM totals
WHERE orders > 0
  AND Country NOT IN (
    'United Kingdom', 'EIRE', 'Channel Islands', 'USA', 'Canada', 'Australia', 'Japan', 'Unspecified'
  );

-- audience customers.several_countries
SELECT CustomerID FROM lines GROUP BY CustomerID HAVING count(DISTINCT Country) > 1;

-- audience customers.friends_abroad
SELECT CustomerID
FROM totals
WHERE orders > 0
  AND Country <> 'United Kingdom'
  AND (net_revenue / orders < 250 OR Country IN ('France', 'Spain'));

-- audience customers.scandinavia
SELECT CustomerID FROM customers WHERE Country IN ('Sweden', 'Norway', 'Denmark', 'Finland');
