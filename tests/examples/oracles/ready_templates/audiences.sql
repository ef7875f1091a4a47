-- audience customers.ready_lapsing
SELECT CustomerID FROM purchases GROUP BY CustomerID
HAVING max(InvoiceDate) >= getvariable('as_of') - INTERVAL 180 DAYS AND max(InvoiceDate) < getvariable('as_of') - INTERVAL 60 DAYS;

-- audience customers.ready_lapsing_by_invoices
SELECT CustomerID FROM invoices GROUP BY CustomerID
HAVING max(InvoicedAt) >= getvariable('as_of') - INTERVAL 2 MONTHS AND max(InvoicedAt) < getvariable('as_of') - INTERVAL 14 DAYS;

-- audience customers.ready_repeat
SELECT CustomerID FROM totals WHERE orders >= 2;

-- audience customers.ready_frequent_lately
SELECT CustomerID FROM orders WHERE InvoicedAt >= getvariable('as_of') - INTERVAL 60 DAYS
GROUP BY CustomerID HAVING count(*) >= 3;

-- audience customers.ready_new
SELECT CustomerID FROM totals WHERE first_order_at >= getvariable('as_of') - INTERVAL 30 DAYS;

-- audience products.ready_new_products
SELECT StockCode FROM lines GROUP BY StockCode HAVING min(InvoiceDate) >= getvariable('as_of') - INTERVAL 14 DAYS;

-- audience customers.ready_first_hearts
SELECT hearts.CustomerID
FROM (SELECT CustomerID, min(InvoiceDate) AS first_at FROM lines WHERE contains(Description, 'HEART') GROUP BY ALL) AS hearts
JOIN (SELECT CustomerID, min(InvoiceDate) AS first_at FROM lines GROUP BY ALL) AS anything USING (CustomerID)
WHERE hearts.first_at >= getvariable('as_of') - INTERVAL 30 DAYS
  AND anything.first_at < getvariable('as_of') - INTERVAL 30 DAYS;

-- audience customers.ready_stopped
SELECT CustomerID FROM orders GROUP BY CustomerID
HAVING max(InvoicedAt) < getvariable('as_of') - INTERVAL 45 DAYS
  AND count(*) FILTER (InvoicedAt >= getvariable('as_of') - INTERVAL 1 YEAR) >= 2;

-- audience customers.ready_restarted
WITH gaps AS (
  SELECT
    CustomerID,
    InvoiceDate,
    lag(InvoiceDate) OVER (PARTITION BY CustomerID ORDER BY InvoiceDate) AS before
  FROM purchases
)
SELECT DISTINCT CustomerID FROM gaps
WHERE InvoiceDate >= getvariable('as_of') - INTERVAL 14 DAYS AND before < getvariable('as_of') - INTERVAL 42 DAYS;

-- audience customers.ready_regular
SELECT CustomerID FROM purchases
WHERE date_trunc('month', InvoiceDate) < date_trunc('month', getvariable('as_of'))
  AND date_trunc('month', InvoiceDate) >= date_trunc('month', getvariable('as_of')) - INTERVAL 3 MONTHS
GROUP BY CustomerID
HAVING count(DISTINCT date_trunc('month', InvoiceDate)) >= 2;

-- audience customers.ready_weekly
SELECT CustomerID FROM invoices
WHERE date_trunc('week', InvoicedAt) < date_trunc('week', getvariable('as_of'))
  AND date_trunc('week', InvoicedAt) >= date_trunc('week', getvariable('as_of')) - INTERVAL 28 DAYS
GROUP BY CustomerID
HAVING count(DISTINCT date_trunc('week', InvoicedAt)) >= 3;
