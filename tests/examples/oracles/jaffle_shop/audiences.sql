-- audience customers.never_ordered
SELECT id FROM customers WHERE id NOT IN (SELECT user_id FROM orders);

-- audience customers.regulars
SELECT user_id FROM orders GROUP BY user_id HAVING count(*) >= 3 AND NOT bool_or(status LIKE 'return%');

-- audience customers.best_customers
SELECT user_id FROM payments GROUP BY user_id HAVING sum(dollars) >= 40;

-- audience customers.coupon_hunters
SELECT user_id
FROM payments
GROUP BY user_id
HAVING bool_or(payment_method = 'coupon')
  AND sum(dollars) FILTER (payment_method = 'coupon') / nullif(sum(dollars), 0) > 0.5;

-- audience customers.new_in_march
SELECT user_id
FROM orders
GROUP BY user_id
HAVING min(order_date) BETWEEN '2018-03-01' AND '2018-03-31';
