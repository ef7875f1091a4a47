-- What had happened before `as_of`, from the Parquet files alone. `files` is their folder.
-- Run once per `as_of`; both are DuckDB variables.

CREATE OR REPLACE TABLE customers AS
FROM read_parquet(getvariable('files') || '/customers.parquet');

CREATE OR REPLACE TABLE lines AS
SELECT *, Quantity * UnitPrice AS amount
FROM read_parquet(getvariable('files') || '/lines.parquet')
WHERE InvoiceDate < getvariable('as_of');

CREATE OR REPLACE TABLE purchases AS
FROM lines WHERE InvoiceNo NOT LIKE 'C%';

CREATE OR REPLACE TABLE cancellations AS
FROM lines WHERE InvoiceNo LIKE 'C%';

CREATE OR REPLACE TABLE merchandise AS
FROM lines
WHERE StockCode NOT IN ('POST', 'DOT', 'M', 'm', 'C2', 'D', 'S', 'CRUK', 'PADS', 'BANK CHARGES', 'AMAZONFEE');

-- An invoice happens at the minute of its first line.
CREATE OR REPLACE TABLE invoices AS
SELECT
  InvoiceNo,
  any_value(CustomerID) AS CustomerID,
  min(InvoiceDate) AS InvoicedAt,
  sum(amount) AS value,
  count(*) AS lines,
  sum(Quantity) AS units
FROM lines
GROUP BY InvoiceNo;

CREATE OR REPLACE TABLE orders AS
FROM invoices WHERE InvoiceNo NOT LIKE 'C%';

-- A product is known from its first sale on, by the names it had until then.
CREATE OR REPLACE TABLE products AS
SELECT StockCode, min(Description) AS Description, min(InvoiceDate) AS FirstSoldAt
FROM lines
WHERE UnitPrice > 0
GROUP BY StockCode;

-- Every customer's totals, 0 for those without a line.
CREATE OR REPLACE TABLE totals AS
SELECT
  c.CustomerID,
  c.Country,
  coalesce(sum(l.amount), 0) AS net_revenue,
  coalesce(sum(l.amount) FILTER (l.InvoiceNo NOT LIKE 'C%'), 0) AS gross_revenue,
  count(DISTINCT l.InvoiceNo) FILTER (l.InvoiceNo NOT LIKE 'C%') AS orders,
  count(DISTINCT l.InvoiceNo) FILTER (l.InvoiceNo LIKE 'C%') AS cancelled_orders,
  min(l.InvoiceDate) FILTER (l.InvoiceNo NOT LIKE 'C%') AS first_order_at,
  max(l.InvoiceDate) FILTER (l.InvoiceNo NOT LIKE 'C%') AS last_order_at
FROM customers AS c
LEFT JOIN lines AS l ON l.CustomerID = c.CustomerID
GROUP BY c.CustomerID, c.Country;
