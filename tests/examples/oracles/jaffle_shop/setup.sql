-- What had happened before `as_of`, from the CSV files alone. `files` is their folder.

CREATE OR REPLACE TABLE customers AS
FROM read_csv(getvariable('files') || '/raw_customers.csv');

CREATE OR REPLACE TABLE orders AS
FROM read_csv(getvariable('files') || '/raw_orders.csv')
WHERE order_date < getvariable('as_of');

CREATE OR REPLACE TABLE payments AS
SELECT p.*, o.user_id, amount::DECIMAL(18, 2) * 0.01 AS dollars
FROM read_csv(getvariable('files') || '/raw_payments.csv') AS p
JOIN orders AS o ON o.id = p.order_id;
