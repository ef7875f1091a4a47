-- trait customers.orders else 0
SELECT CustomerID, count(DISTINCT InvoiceNo) FROM purchases GROUP BY CustomerID;

-- trait customers.orders_last_30_days else 0
SELECT CustomerID, count(DISTINCT InvoiceNo)
FROM purchases
WHERE InvoiceDate >= getvariable('as_of') - INTERVAL 30 DAY
GROUP BY CustomerID;

-- trait customers.orders_last_3_months else 0
SELECT CustomerID, count(*)
FROM orders
WHERE InvoicedAt >= getvariable('as_of') - INTERVAL 3 MONTH
GROUP BY CustomerID;

-- trait customers.order_lines else 0
SELECT CustomerID, count(*) FROM purchases GROUP BY CustomerID;

-- trait customers.average_basket_lines else None
SELECT CustomerID, avg(lines) FROM orders GROUP BY CustomerID;

-- trait customers.big_orders else 0
SELECT CustomerID, count(*) FROM invoices WHERE value >= 500 GROUP BY CustomerID;

-- trait customers.orders_with_postage else 0
SELECT CustomerID, count(DISTINCT InvoiceNo) FROM purchases WHERE StockCode = 'POST' GROUP BY CustomerID;

-- trait customers.cancelled_orders else 0
SELECT CustomerID, count(DISTINCT InvoiceNo) FROM cancellations GROUP BY CustomerID;

-- trait customers.cancellation_rate else 0.0
SELECT CustomerID, count(DISTINCT InvoiceNo) FILTER (InvoiceNo LIKE 'C%') / count(DISTINCT InvoiceNo)
FROM lines
GROUP BY CustomerID;

-- trait customers.has_cancelled else False
SELECT DISTINCT CustomerID, TRUE FROM cancellations;

-- trait customers.sunday_orders else 0
SELECT CustomerID, count(*) FROM orders WHERE isodow(InvoicedAt) = 7 GROUP BY CustomerID;

-- trait customers.morning_orders else 0
SELECT CustomerID, count(*) FROM orders WHERE hour(InvoicedAt) < 12 GROUP BY CustomerID;

-- trait customers.morning_share else None
SELECT CustomerID, count(*) FILTER (hour(InvoicedAt) < 12) / count(*) FROM orders GROUP BY CustomerID;

-- trait customers.first_order_at else None
SELECT CustomerID, min(InvoiceDate) FROM purchases GROUP BY CustomerID;

-- trait customers.second_order_at else None
SELECT CustomerID, InvoicedAt
FROM orders
QUALIFY row_number() OVER (PARTITION BY CustomerID ORDER BY InvoicedAt, InvoiceNo) = 2;

-- trait customers.order_before_last_at else None
SELECT CustomerID, InvoicedAt
FROM orders
QUALIFY row_number() OVER (PARTITION BY CustomerID ORDER BY InvoicedAt DESC, InvoiceNo DESC) = 2;

-- trait customers.last_order_at else None
SELECT CustomerID, max(InvoiceDate) FROM purchases GROUP BY CustomerID;

-- trait customers.last_order else None
SELECT CustomerID, InvoiceNo
FROM orders
QUALIFY row_number() OVER (PARTITION BY CustomerID ORDER BY InvoicedAt DESC, InvoiceNo DESC) = 1;

-- trait customers.days_since_last_order else None
SELECT CustomerID, getvariable('as_of')::DATE - max(InvoiceDate)::DATE FROM purchases GROUP BY CustomerID;

-- trait customers.hours_to_second_order else None
SELECT CustomerID, (epoch_us(InvoicedAt) - epoch_us(first_order_at)) // 3600000000
FROM orders
JOIN totals USING (CustomerID)
QUALIFY row_number() OVER (PARTITION BY CustomerID ORDER BY InvoicedAt, InvoiceNo) = 2;

-- trait customers.order_rhythm else None
SELECT
  CustomerID,
  (epoch_us(last_order_at) - epoch_us(first_order_at)) // 86400000000 / nullif(orders - 1, 0)
FROM totals;

-- trait customers.is_repeat_buyer else None
SELECT CustomerID, orders >= 2 FROM totals;

-- trait customers.active_months else []
SELECT CustomerID, list_sort(list(DISTINCT strftime(InvoiceDate, '%Y-%m'))) FROM purchases GROUP BY CustomerID;

-- trait customers.favourite_weekday else None
SELECT CustomerID, isodow(InvoiceDate) AS weekday
FROM purchases
GROUP BY CustomerID, weekday
QUALIFY row_number() OVER (PARTITION BY CustomerID ORDER BY count(*) DESC, weekday) = 1;

-- trait customers.recency_score else None
SELECT
  CustomerID,
  CASE
    WHEN getvariable('as_of')::DATE - last_order_at::DATE <= 30 THEN 3
    WHEN getvariable('as_of')::DATE - last_order_at::DATE <= 90 THEN 2
    ELSE 1
  END
FROM totals;

-- trait customers.frequency_score else None
SELECT CustomerID, CASE WHEN orders >= 5 THEN 3 WHEN orders >= 2 THEN 2 ELSE 1 END FROM totals;

-- trait customers.monetary_score else None
SELECT CustomerID, CASE WHEN net_revenue >= 5000 THEN 3 WHEN net_revenue >= 1000 THEN 2 ELSE 1 END FROM totals;

-- trait customers.rfm_segment else None
SELECT
  CustomerID,
  CASE
    WHEN getvariable('as_of')::DATE - last_order_at::DATE <= 30 THEN '3-'
    WHEN getvariable('as_of')::DATE - last_order_at::DATE <= 90 THEN '2-'
    ELSE '1-'
  END
  || CASE WHEN orders >= 5 THEN '3-' WHEN orders >= 2 THEN '2-' ELSE '1-' END
  || CASE WHEN net_revenue >= 5000 THEN '3' WHEN net_revenue >= 1000 THEN '2' ELSE '1' END
FROM totals;

-- trait customers.customer_tier else None
SELECT
  CustomerID,
  CASE
    WHEN orders = 0 THEN 'prospect'
    WHEN net_revenue >= 5000 AND cancelled_orders = 0 THEN 'star'
    WHEN orders >= 2 AND Country = 'United Kingdom' THEN 'regular'
    WHEN orders >= 2 THEN 'regular abroad'
    ELSE 'one-time'
  END
FROM totals;
