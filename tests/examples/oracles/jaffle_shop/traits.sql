-- trait customers.first_order else None
SELECT user_id, min(order_date) FROM orders GROUP BY user_id;

-- trait customers.most_recent_order else None
SELECT user_id, max(order_date) FROM orders GROUP BY user_id;

-- trait customers.number_of_orders else None
SELECT user_id, count(*) FROM orders GROUP BY user_id;

-- trait customers.customer_lifetime_value else None
SELECT user_id, sum(dollars) FROM payments GROUP BY user_id;

-- trait customers.returned_orders else 0
SELECT user_id, count(*) FROM orders WHERE status IN ('returned', 'return_pending') GROUP BY user_id;

-- trait customers.last_order_status else None
SELECT user_id, status FROM orders QUALIFY row_number() OVER (PARTITION BY user_id ORDER BY order_date DESC, id DESC) = 1;

-- trait customers.payment_methods else []
SELECT user_id, list(payment_method ORDER BY times DESC, payment_method)
FROM (SELECT user_id, payment_method, count(*) AS times FROM payments GROUP BY user_id, payment_method)
GROUP BY user_id;

-- trait customers.coupon_share else None
SELECT user_id, coalesce(sum(dollars) FILTER (payment_method = 'coupon'), 0) / nullif(sum(dollars), 0)
FROM payments
GROUP BY user_id;

-- trait customers.coupon_value else 0
SELECT user_id, sum(dollars) FROM payments WHERE payment_method = 'coupon' GROUP BY user_id;

-- trait customers.average_order_value else None
SELECT user_id, sum(dollars) / count(DISTINCT order_id) FROM payments GROUP BY user_id;

-- trait orders.order_value else 0
SELECT order_id, sum(dollars) FROM payments GROUP BY order_id;
