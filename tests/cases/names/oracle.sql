-- entity: Käufer "A"
WITH o AS (SELECT * FROM "order" WHERE "when" < TIMESTAMPTZ '2024-06-01T00:00:00Z'),
k AS (
  SELECT a.*, coalesce((SELECT sum("50% off_\") FROM o WHERE o."to" = a."id ""x"""), 0) AS amount
  FROM "Käufer ""A""" a
)
SELECT
  "id ""x""",
  amount AS gr__e____menge_,
  coalesce((SELECT list("naïve 'q'" ORDER BY "naïve 'q'") FROM o WHERE o."to" = k."id ""x"""), []) AS "table",
  (SELECT max("when") FROM o WHERE o."to" = k."id ""x""") AS "when",
  "Größe cm" * 2 + "from" + "MixedCase" AS doubled,
  (SELECT "limit" FROM "WHERE ""1"" = 1" g WHERE g."Order" = k."from" AND g."A.b" = k."id ""x""") AS "limit",
  amount + "Größe cm" * 2 + "from" + "MixedCase" AS formula____,
  amount > 2 AS in__ber_2__,
  "select" IN ('group', '{select}', '/* x */', ':a ? @b') AS in_group,
  "select" = 'select' OR ("o'clock" IS NULL AND "id ""x""" = '50%_') AS in_union_all,
  amount <= 2 AS "in_______",
  NOT EXISTS (SELECT * FROM o WHERE o."to" = k."id ""x""" AND "naïve 'q'" = 'it''s') AS in_not
FROM k

-- entity: order
SELECT "primary", k."Größe cm" AS "values"
FROM "order" o LEFT JOIN "Käufer ""A""" k ON o."to" = k."id ""x"""
WHERE "when" < TIMESTAMPTZ '2024-06-01T00:00:00Z'

-- entity: Group by
SELECT "Order", "A.b", (SELECT count(*) FROM "Käufer ""A""" k WHERE k."from" = g."Order" AND k."id ""x""" = g."A.b") AS people
FROM "WHERE ""1"" = 1" g
