-- trait customers.units_bought else 0
SELECT CustomerID, sum(Quantity) FROM lines GROUP BY CustomerID;

-- trait customers.distinct_products else 0
SELECT CustomerID, count(DISTINCT StockCode) FROM merchandise GROUP BY CustomerID;

-- trait customers.first_product else None
SELECT CustomerID, Description
FROM merchandise
WHERE InvoiceNo NOT LIKE 'C%' AND Description IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY CustomerID ORDER BY InvoiceDate, Description) = 1;

-- trait customers.last_product else None
SELECT CustomerID, Description
FROM merchandise
WHERE InvoiceNo NOT LIKE 'C%' AND Description IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY CustomerID ORDER BY InvoiceDate DESC, Description DESC) = 1;

-- trait customers.favourite_product else 'none yet'
SELECT CustomerID, Description
FROM merchandise
WHERE InvoiceNo NOT LIKE 'C%' AND Description IS NOT NULL
GROUP BY CustomerID, Description
QUALIFY row_number() OVER (PARTITION BY CustomerID ORDER BY count(*) DESC, Description) = 1;

-- trait customers.rarest_product else None
SELECT CustomerID, StockCode
FROM merchandise
WHERE InvoiceNo NOT LIKE 'C%'
GROUP BY CustomerID, StockCode
QUALIFY row_number() OVER (PARTITION BY CustomerID ORDER BY count(*), StockCode) = 1;

-- trait customers.top_products_30d else []
SELECT CustomerID, list(StockCode ORDER BY times DESC, StockCode)[1:10]
FROM (
  SELECT CustomerID, StockCode, count(*) AS times
  FROM lines
  WHERE InvoiceDate >= getvariable('as_of') - INTERVAL 30 DAY
  GROUP BY CustomerID, StockCode
)
GROUP BY CustomerID;

-- trait customers.latest_products else []
SELECT CustomerID, list(StockCode ORDER BY last_seen DESC, StockCode)[1:5]
FROM (SELECT CustomerID, StockCode, max(InvoiceDate) AS last_seen FROM purchases GROUP BY CustomerID, StockCode)
GROUP BY CustomerID;

-- trait customers.entry_products else []
SELECT CustomerID, list(Description ORDER BY first_seen, Description)[1:3]
FROM (
  SELECT CustomerID, Description, min(InvoiceDate) AS first_seen
  FROM merchandise
  WHERE InvoiceNo NOT LIKE 'C%' AND Description IS NOT NULL
  GROUP BY CustomerID, Description
)
GROUP BY CustomerID;

-- trait customers.all_products else []
SELECT CustomerID, list_sort(list(DISTINCT StockCode))[1:100] FROM purchases GROUP BY CustomerID;

-- trait customers.priciest_prices else []
SELECT CustomerID, list_reverse_sort(list(DISTINCT UnitPrice))[1:3]
FROM merchandise
WHERE InvoiceNo NOT LIKE 'C%'
GROUP BY CustomerID;

-- trait customers.countries else None
SELECT CustomerID, list_sort(list(DISTINCT Country)) FROM lines GROUP BY CustomerID;

-- trait customers.christmas_buyer else False
SELECT DISTINCT CustomerID, TRUE FROM purchases WHERE lower(Description) LIKE '%christmas%';

-- trait customers.gift_lines else 0
SELECT CustomerID, count(*)
FROM lines
WHERE Description LIKE '%GIFT%'
   OR Description LIKE '%WRAP %' OR Description LIKE '%WRAP'
   OR Description LIKE '%RIBBON %' OR Description LIKE '%RIBBON'
   OR Description LIKE '%RIBBONS %' OR Description LIKE '%RIBBONS'
GROUP BY CustomerID;

-- trait customers.bulk_buyer else False
SELECT DISTINCT CustomerID, TRUE FROM lines WHERE Quantity >= 144;

-- trait customers.novelties_bought else 0
SELECT CustomerID, count(DISTINCT StockCode)
FROM purchases
JOIN products USING (StockCode)
WHERE InvoiceDate::DATE - FirstSoldAt::DATE <= 14
GROUP BY CustomerID;

-- trait customers.products_reached else 0
SELECT CustomerID, count(DISTINCT StockCode) FROM lines JOIN products USING (StockCode) GROUP BY CustomerID;

-- trait customers.popularity_of_products else None
SELECT CustomerID, avg(buyers)
FROM (SELECT DISTINCT CustomerID, StockCode FROM lines JOIN products USING (StockCode))
JOIN (
  SELECT p.StockCode, count(DISTINCT b.CustomerID) AS buyers
  FROM products AS p
  LEFT JOIN purchases AS b ON b.StockCode = p.StockCode
  GROUP BY p.StockCode
) USING (StockCode)
GROUP BY CustomerID;
