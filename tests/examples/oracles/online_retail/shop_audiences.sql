-- audience products.best_sellers
SELECT StockCode
FROM lines
JOIN products USING (StockCode)
GROUP BY StockCode
HAVING count(DISTINCT CustomerID) FILTER (InvoiceNo NOT LIKE 'C%') >= 200
  AND -coalesce(sum(Quantity) FILTER (InvoiceNo LIKE 'C%'), 0)
    / nullif(sum(Quantity) FILTER (InvoiceNo NOT LIKE 'C%' AND UnitPrice > 0), 0) < 0.05;

-- audience products.slow_movers
SELECT StockCode
FROM products
WHERE (Description IS NULL OR lower(Description) NOT LIKE '%christmas%')
  AND StockCode NOT IN (
    SELECT StockCode
    FROM purchases
    WHERE UnitPrice > 0 AND InvoiceDate >= getvariable('as_of') - INTERVAL 60 DAY
  );

-- audience products.new_arrivals
SELECT StockCode
FROM products
WHERE FirstSoldAt >= getvariable('as_of') - INTERVAL 1 MONTH AND FirstSoldAt < getvariable('as_of');

-- audience invoices.large_orders_from_abroad
SELECT InvoiceNo
FROM invoices
JOIN customers USING (CustomerID)
WHERE value >= 1000 AND Country <> 'United Kingdom';

-- audience invoices.costly_cancellations
SELECT InvoiceNo FROM invoices WHERE InvoiceNo LIKE 'C%' AND value <= -250;
