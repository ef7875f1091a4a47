-- trait customers.ready_last_order_at else None
SELECT CustomerID, last_order_at FROM totals;

-- trait customers.ready_recency else None
SELECT CustomerID, days FROM ranked;

-- trait customers.ready_frequency else 0
SELECT CustomerID, orders FROM totals;

-- trait customers.ready_monetary else 0
SELECT CustomerID, gross_revenue FROM totals;

-- trait customers.ready_recency_score else None
SELECT CustomerID, r FROM ranked;

-- trait customers.ready_frequency_score else None
SELECT CustomerID, f FROM ranked;

-- trait customers.ready_monetary_score else None
SELECT CustomerID, m FROM ranked;

-- trait customers.ready_score else None
SELECT CustomerID, (r || '' || f || m)::INTEGER FROM ranked;

-- trait customers.ready_segment else None
SELECT CustomerID, segment FROM ranked JOIN segments ON regexp_full_match(r || '' || f, pattern);
