-- entity: seats
SELECT
  "row", no,
  (SELECT count(*) FROM sales s WHERE s."row" = a."row" AND s.no = a.no) AS sold,
  color = 'red' AS red,
  NOT EXISTS (SELECT * FROM sales s WHERE s."row" = a."row" AND s.no = a.no) AS in_unsold
FROM seats a WHERE "row" IS NOT NULL AND no IS NOT NULL

-- entity: days
SELECT day, (SELECT count(*) FROM sales s WHERE s.day = a.day) AS sold FROM days a WHERE day IS NOT NULL

-- entity: answers
SELECT answer, (SELECT count(*) FROM sales s WHERE s.answer = a.answer) AS sold FROM answers a

-- entity: numbers
SELECT no, (SELECT count(*) FROM sales s WHERE s.no = a.no) AS sold FROM numbers a

-- entity: moments
SELECT ts, (SELECT count(*) FROM sales s WHERE s.ts = a.ts) AS sold FROM moments a

-- entity: sales
SELECT id, color AS seat_color FROM sales s LEFT JOIN seats a ON s."row" = a."row" AND s.no = a.no
