CREATE TABLE customers (
    id INTEGER, name VARCHAR, country VARCHAR, country_code VARCHAR, region_code VARCHAR, vip BOOLEAN, joined_on DATE,
    score DOUBLE, tags VARCHAR[], photo BLOB
);
CREATE TABLE orders (
    order_id INTEGER, customer_id INTEGER, payer_id INTEGER, ordered_at TIMESTAMP, amount DECIMAL(12, 2),
    status VARCHAR, is_gift BOOLEAN, shipped_on DATE
);
CREATE TABLE lines (order_id INTEGER, line INTEGER, product VARCHAR, quantity INTEGER);
CREATE TABLE campaigns (campaign VARCHAR, budget INTEGER);
CREATE TABLE sendings (customer_id INTEGER, campaign VARCHAR);
CREATE TABLE regions (code VARCHAR, population BIGINT);
