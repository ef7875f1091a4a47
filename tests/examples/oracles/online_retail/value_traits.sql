-- trait customers.net_revenue else 0
SELECT CustomerID, sum(amount) FROM lines GROUP BY CustomerID;

-- trait customers.gross_revenue else 0
SELECT CustomerID, sum(amount) FROM purchases GROUP BY CustomerID;

-- trait customers.cancelled_value else 0
SELECT CustomerID, sum(amount) FROM cancellations GROUP BY CustomerID;

-- trait customers.average_order_value else None
SELECT CustomerID, sum(amount) / count(DISTINCT InvoiceNo) FROM purchases GROUP BY CustomerID;

-- trait customers.revenue_last_90_days else None
SELECT CustomerID, sum(amount)
FROM lines
WHERE InvoiceDate >= getvariable('as_of') - INTERVAL 90 DAY
GROUP BY CustomerID;

-- trait customers.revenue_q1_2011 else 0
SELECT CustomerID, sum(amount)
FROM lines
WHERE InvoiceDate >= '2011-01-01' AND InvoiceDate < '2011-04-01'
GROUP BY CustomerID;

-- trait customers.revenue_since_april_2011 else 0
SELECT CustomerID, sum(amount) FROM lines WHERE InvoiceDate >= '2011-04-01' GROUP BY CustomerID;

-- trait customers.revenue_until_christmas_2010 else 0
SELECT CustomerID, sum(amount) FROM lines WHERE InvoiceDate < '2010-12-25' GROUP BY CustomerID;

-- trait customers.share_of_revenue_last_90_days else None
SELECT
  CustomerID,
  round(
    coalesce(sum(amount) FILTER (InvoiceDate >= getvariable('as_of') - INTERVAL 90 DAY), 0) / nullif(sum(amount), 0),
    4
  )
FROM lines
GROUP BY CustomerID;

-- trait customers.biggest_line else None
SELECT CustomerID, max(amount) FROM purchases GROUP BY CustomerID;

-- trait customers.lowest_price_paid else None
SELECT CustomerID, min(UnitPrice) FROM purchases WHERE UnitPrice > 0 GROUP BY CustomerID;

-- trait customers.average_price_paid else None
SELECT CustomerID, sum(UnitPrice) / count(*)
FROM merchandise
WHERE InvoiceNo NOT LIKE 'C%'
GROUP BY CustomerID;

-- trait customers.median_line_value else None
SELECT CustomerID, median(amount::DOUBLE) FROM purchases GROUP BY CustomerID;

-- trait customers.line_value_p90 else None
SELECT CustomerID, quantile_cont(amount::DOUBLE, 0.9) FROM purchases GROUP BY CustomerID;

-- trait customers.line_value_spread else None
SELECT CustomerID, stddev_samp(amount::DOUBLE) FROM purchases GROUP BY CustomerID;

-- trait customers.postage_paid else 0
SELECT CustomerID, sum(amount) FROM purchases WHERE StockCode IN ('POST', 'DOT', 'C2') GROUP BY CustomerID;

-- trait customers.average_invoice_value else None
SELECT CustomerID, sum(value) / count(*) FROM orders GROUP BY CustomerID;

-- trait customers.biggest_invoice else None
SELECT CustomerID, max(value) FROM invoices GROUP BY CustomerID;

-- trait customers.order_values else []
SELECT CustomerID, list(value ORDER BY value)[1:20] FROM orders GROUP BY CustomerID;

-- trait customers.spend_tier else None
SELECT
  CustomerID,
  CASE
    WHEN net_revenue >= 5000 THEN 'gold'
    WHEN net_revenue >= 1000 THEN 'silver'
    WHEN net_revenue > 0 THEN 'bronze'
    ELSE 'none'
  END
FROM totals;
