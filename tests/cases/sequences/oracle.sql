-- entity: people
WITH e AS (
  SELECT *, ((ts AT TIME ZONE 'UTC') AT TIME ZONE 'Europe/Berlin') AS berlin FROM events WHERE ts < TIMESTAMP '2024-06-30 22:00:00'
),
a AS (SELECT * FROM e WHERE kind = 'a'),
b AS (SELECT * FROM e WHERE kind = 'b'),
c AS (SELECT * FROM e WHERE kind = 'c'),
ab AS (
  SELECT
    a.person, a.ts AS a_at, b.ts AS b_at, b.berlin AS b_berlin, a.product = b.product AS same, a.amount = b.amount AS same_amount,
    b.ts <= ((a.berlin + INTERVAL 1 DAY) AT TIME ZONE 'Europe/Berlin') AT TIME ZONE 'UTC' AS in_a_day,
    b.ts <= ((a.berlin + INTERVAL 10 DAY) AT TIME ZONE 'Europe/Berlin') AT TIME ZONE 'UTC' AS in_ten_days,
    b.ts <= ((a.berlin + INTERVAL 1 MONTH) AT TIME ZONE 'Europe/Berlin') AT TIME ZONE 'UTC' AS in_a_month,
    b.ts <= a.ts + INTERVAL 24 HOUR AS in_24_hours,
    b.ts <= a.ts + INTERVAL 2 HOUR AS in_2_hours,
    a.ts >= TIMESTAMP '2024-05-31 22:00:00' AND b.ts >= TIMESTAMP '2024-05-31 22:00:00' AS lately
  FROM a JOIN b ON a.person = b.person AND a.ts < b.ts
),
m AS (SELECT *, CAST(sent AS TIMESTAMP) AT TIME ZONE 'Europe/Berlin' AT TIME ZONE 'UTC' AS ts FROM mails),
k AS (SELECT person, ts AT TIME ZONE 'UTC' AS ts FROM calls),
pm AS (SELECT id AS person, m.* FROM people JOIN m USING (address)),
t AS (SELECT DISTINCT person, team_events.* FROM memberships JOIN team_events USING (team))
SELECT
  id,
  id IN (SELECT person FROM ab) AS in_a_b,
  id IN (SELECT person FROM ab WHERE lately) AS in_a_b_lately,
  id IN (SELECT person FROM ab WHERE in_a_day) AS in_a_b_in_a_day,
  id IN (SELECT person FROM ab WHERE in_24_hours) AS in_a_b_in_24_hours,
  id IN (SELECT person FROM ab WHERE in_2_hours) AS in_a_b_in_120_minutes,
  id IN (SELECT person FROM ab WHERE in_a_month) AS in_a_b_in_a_month,
  id IN (SELECT person FROM ab) AS in_a_b_in_a_billion_years,
  id IN (
    SELECT c.person FROM ab JOIN c ON c.person = ab.person AND c.ts > b_at
    WHERE in_ten_days AND c.ts <= ((b_berlin + INTERVAL 2 DAY) AT TIME ZONE 'Europe/Berlin') AT TIME ZONE 'UTC'
  ) AS in_a_b_c,
  id IN (SELECT b.person FROM b JOIN b AS later ON b.person = later.person AND b.ts < later.ts) AS in_b_twice,
  id IN (SELECT person FROM e WHERE person IS NOT NULL GROUP BY person HAVING count(DISTINCT ts) >= 2) AS in_any_two,
  id IN (SELECT person FROM e WHERE person IS NOT NULL GROUP BY person HAVING count(DISTINCT ts) >= 3) AS in_any_three,
  id IN (SELECT person FROM ab WHERE same) AS in_same_product,
  id IN (SELECT person FROM ab WHERE same AND in_a_day) AS in_same_product_in_a_day,
  id IN (SELECT person FROM ab WHERE same AND same_amount) AS in_same_product_and_amount,
  id IN (SELECT e.person FROM e JOIN b ON e.person = b.person AND e.ts < b.ts WHERE e.product = '50%_''ö') AS in_odd,
  id IN (SELECT one.person FROM e AS one JOIN e AS two ON one.person = two.person AND one.ts < two.ts WHERE one.amount = 0.3 AND two.amount = 0.3) AS in_exact,
  NOT EXISTS (SELECT 1 FROM ab WHERE person = id AND lately) AS in_not_performed,
  NOT EXISTS (SELECT 1 FROM ab WHERE person = id AND in_a_day) AS in_not_in_a_day,
  id IN (SELECT b.person FROM b JOIN c ON b.person = c.person AND b.ts < c.ts)
    OR id IN (SELECT b.person FROM b JOIN a ON b.person = a.person AND b.ts < a.ts) OR id = 'no_related_rows' AS in_either,
  id IN (SELECT a.person FROM a JOIN k ON a.person = k.person AND a.ts < k.ts AND k.ts <= a.ts + INTERVAL 1 HOUR) AS in_a_call,
  id IN (SELECT k.person FROM k JOIN b ON k.person = b.person AND k.ts < b.ts AND b.ts <= k.ts + INTERVAL 7 DAY) AS in_call_b,
  id IN (SELECT a.person FROM a JOIN pm ON a.person = pm.person AND a.ts < pm.ts AND pm.ts <= a.ts + INTERVAL 13 HOUR) AS in_a_mail,
  id IN (SELECT a.person FROM a JOIN pm ON a.person = pm.person AND a.ts < pm.ts AND pm.ts <= a.ts + INTERVAL 12 HOUR) AS in_a_mail_in_12_hours,
  id IN (
    SELECT a.person FROM a JOIN pm ON a.person = pm.person AND a.ts < pm.ts
    JOIN b ON a.person = b.person AND pm.ts < b.ts AND b.ts <= pm.ts + INTERVAL 11 HOUR
  ) AS in_a_mail_b,
  id IN (SELECT one.person FROM pm AS one JOIN pm AS two ON one.person = two.person AND two.sent - one.sent BETWEEN 1 AND 2) AS in_mails_in_two_days,
  id IN (SELECT one.person FROM pm AS one JOIN pm AS two ON one.person = two.person AND two.sent - one.sent = 1) AS in_mails_in_a_day,
  id IN (SELECT a.person FROM a JOIN pm ON a.person = pm.person AND a.ts < pm.ts AND a.product = pm.product) AS in_a_mail_of_the_same,
  id IN (
    SELECT one.person FROM t AS one JOIN t AS two ON one.person = two.person AND two.ts > one.ts AND two.ts <= one.ts + INTERVAL 1 DAY
    WHERE one.kind = 'a' AND two.kind = 'b'
  ) AS in_team_a_b,
  id IN (SELECT b.person FROM b JOIN t ON b.person = t.person AND b.ts < t.ts WHERE t.kind = 'b') AS in_b_team_b,
  id IN (SELECT a.person FROM a JOIN t ON a.person = t.person AND a.ts < t.ts WHERE t.kind = 'b') AS in_a_team_b,
  id IN (SELECT person FROM memberships WHERE team = 'green') AS in_in_one_team,
  (SELECT count(DISTINCT team) FROM memberships WHERE person = id AND team <> 'green') = 2 AS in_in_no_team
FROM people
-- entity: teams
SELECT code, EXISTS (
  SELECT 1 FROM team_events AS one JOIN team_events AS two ON one.team = two.team AND one.ts < two.ts
  WHERE one.kind = 'a' AND two.kind = 'b' AND one.team = code
) AS in_both
FROM teams
