-- trait invoices.invoice_value else 0
SELECT InvoiceNo, sum(amount) FROM lines GROUP BY InvoiceNo;

-- trait invoices.basket_lines else 0
SELECT InvoiceNo, count(*) FROM lines GROUP BY InvoiceNo;

-- trait invoices.basket_units else 0
SELECT InvoiceNo, sum(Quantity) FROM lines GROUP BY InvoiceNo;

-- trait invoices.has_postage else False
SELECT DISTINCT InvoiceNo, TRUE FROM lines WHERE StockCode = 'POST';

-- trait invoices.average_unit_value else None
SELECT InvoiceNo, sum(amount) / nullif(sum(Quantity), 0) FROM lines GROUP BY InvoiceNo;

-- trait products.units_sold else 0
SELECT StockCode, sum(Quantity) FROM purchases WHERE UnitPrice > 0 GROUP BY StockCode;

-- trait products.units_returned else 0
SELECT StockCode, sum(Quantity) FROM cancellations GROUP BY StockCode;

-- trait products.revenue else 0
SELECT StockCode, sum(amount) FROM lines GROUP BY StockCode;

-- trait products.buyers else 0
SELECT StockCode, count(DISTINCT CustomerID) FROM purchases GROUP BY StockCode;

-- trait products.return_rate else None
SELECT
  StockCode,
  -coalesce(sum(Quantity) FILTER (InvoiceNo LIKE 'C%'), 0)
  / nullif(sum(Quantity) FILTER (InvoiceNo NOT LIKE 'C%' AND UnitPrice > 0), 0)
FROM lines
GROUP BY StockCode;

-- trait products.usual_price else None
SELECT StockCode, median(UnitPrice::DOUBLE) FROM purchases WHERE UnitPrice > 0 GROUP BY StockCode;

-- trait products.last_sold_at else None
SELECT StockCode, max(InvoiceDate) FROM purchases WHERE UnitPrice > 0 GROUP BY StockCode;

-- trait products.export_markets else []
SELECT StockCode, list(Country ORDER BY lines DESC, Country)[1:5]
FROM (
  SELECT StockCode, Country, count(*) AS lines
  FROM purchases
  WHERE Country <> 'United Kingdom'
  GROUP BY StockCode, Country
)
GROUP BY StockCode;
