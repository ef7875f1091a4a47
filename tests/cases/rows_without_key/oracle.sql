-- entity: owners
WITH p AS (
  SELECT DISTINCT owner, places.* FROM visits JOIN places ON place = code WHERE owner IS NOT NULL AND "no" IS NOT NULL AND opened < TIMESTAMP '2024-06-01'
)
SELECT
  id,
  coalesce((SELECT sum(price) FROM p WHERE owner = id AND price > 0), 0) AS paid,
  (SELECT count(*) FROM p WHERE owner = id AND price > 6) AS dear,
  (SELECT count(*) FROM p WHERE owner = id AND price > 0 AND opened >= since AND opened < since + INTERVAL 50 DAY) AS "new"
FROM owners
-- entity: games
SELECT
  "no",
  EXISTS (SELECT 1 FROM goals h JOIN goals a ON h."at" < a."at" WHERE h.player = home AND a.player = away AND a."at" < TIMESTAMP '2024-06-01') AS in_answered
FROM games
WHERE "no" IS NOT NULL
