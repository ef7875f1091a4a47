-- trait customers.ready_high_value_amount else 0
SELECT CustomerID, gross_revenue FROM totals;

-- audience customers.ready_high_value
SELECT CustomerID FROM totals
WHERE gross_revenue > 0
  AND gross_revenue >= (SELECT quantile_cont(gross_revenue::DOUBLE, 0.9) FROM totals WHERE gross_revenue > 0);

-- trait customers.ready_top_lately_amount else 0
SELECT CustomerID, units FROM lately;

-- audience customers.ready_top_lately
SELECT CustomerID FROM lately
WHERE units > 0 AND units >= (SELECT quantile_cont(units::DOUBLE, 0.75) FROM lately WHERE units > 0);
