-- entity: people
WITH seen AS (SELECT * FROM orders WHERE ts < TIMESTAMPTZ '2024-06-01T00:00:00Z'), facts AS (
  SELECT p.*, coalesce((SELECT sum(amount) FROM seen WHERE person = p.id), 0) AS spent,
    (SELECT max(amount) FROM seen WHERE person = p.id) AS largest
  FROM people p WHERE id IS NOT NULL
), top AS (SELECT id FROM facts ORDER BY score DESC NULLS LAST, id LIMIT 3)
SELECT
  id, spent, largest,
  id IN (FROM top) AS in_top_score,
  id IN (SELECT id FROM facts ORDER BY score NULLS LAST, id LIMIT 3) AS in_low_score,
  id IN (SELECT id FROM facts ORDER BY score DESC NULLS LAST, id LIMIT 7) AS in_all_scores,
  id IN (SELECT id FROM facts ORDER BY score NULLS LAST, id LIMIT 7) AS in_all_scores_up,
  true AS in_more_than_there_are,
  id IN (SELECT id FROM facts ORDER BY spent DESC, id LIMIT 2) AS in_top_spent,
  id IN (SELECT id FROM facts WHERE team = 2 ORDER BY spent DESC, id LIMIT 2) AS in_top_spent_of_team_2,
  id IN (SELECT id FROM facts ORDER BY largest DESC NULLS LAST, id LIMIT 4) AS in_top_largest,
  id IN (SELECT id FROM facts ORDER BY name NULLS LAST, id LIMIT 3) AS in_by_name,
  id IN (SELECT id FROM facts ORDER BY name DESC NULLS LAST, id LIMIT 1) AS in_by_last_name,
  id IN (SELECT id FROM facts ORDER BY joined DESC NULLS LAST, id LIMIT 3) AS in_by_joined,
  id IN (FROM top) AS in_in_top,
  id NOT IN (FROM top) AS in_not_in_top,
  id IN (SELECT id FROM facts WHERE id NOT IN (FROM top) ORDER BY score DESC NULLS LAST, id LIMIT 2) AS in_top_of_the_rest,
  id IN (FROM top) AND team = 1 AS in_team_1_of_top
FROM facts

-- entity: orders
SELECT id, CASE WHEN amount > 5 THEN 'large' ELSE 'small' END AS of_the_top,
  person IN (SELECT id FROM people WHERE id IS NOT NULL ORDER BY score DESC NULLS LAST, id LIMIT 3) AS in_of_top_scores
FROM orders WHERE ts < TIMESTAMPTZ '2024-06-01T00:00:00Z'
