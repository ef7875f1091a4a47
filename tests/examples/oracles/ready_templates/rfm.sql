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

-- trait customers.fifths_last_order_at else None
SELECT CustomerID, last_order_at FROM totals;

-- trait customers.fifths_recency else None
SELECT CustomerID, days FROM ranked_by_fifths;

-- trait customers.fifths_frequency else None
SELECT CustomerID, orders FROM ranked_by_fifths;

-- trait customers.fifths_monetary else None
SELECT CustomerID, gross_revenue FROM ranked_by_fifths;

-- trait customers.fifths_recency_score else None
SELECT CustomerID, r FROM ranked_by_fifths;

-- trait customers.fifths_frequency_score else None
SELECT CustomerID, f FROM ranked_by_fifths;

-- trait customers.fifths_monetary_score else None
SELECT CustomerID, m FROM ranked_by_fifths;

-- trait customers.fifths_score else None
SELECT CustomerID, (r || '' || f || m)::INTEGER FROM ranked_by_fifths;

-- trait customers.fifths_segment else None
SELECT CustomerID, segment FROM ranked_by_fifths JOIN segments ON regexp_full_match(r || '' || f, pattern);
