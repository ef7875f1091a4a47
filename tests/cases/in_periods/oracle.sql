WITH
  of_months AS (SELECT account, count(DISTINCT unit) AS n FROM months GROUP BY account),
  of_a AS (SELECT account, count(DISTINCT unit) AS n FROM months WHERE t = 'a' GROUP BY account),
  later AS (SELECT account, count(DISTINCT unit) AS n FROM months WHERE ts >= TIMESTAMPTZ '2024-02-01T05:00:00Z' GROUP BY account),
  of_quarters AS (SELECT account, count(DISTINCT date_trunc('quarter', unit)) AS n FROM days WHERE unit >= DATE '2024-01-01' GROUP BY account),
  of_four AS (SELECT account, count(DISTINCT date_trunc('quarter', unit)) AS n FROM days WHERE unit >= DATE '2023-07-01' GROUP BY account),
  of_days AS (SELECT account, count(DISTINCT unit) AS n FROM days WHERE unit >= DATE '2024-03-03' AND unit < DATE '2024-04-01' GROUP BY account),
  of_weeks AS (SELECT account, count(DISTINCT unit) AS n FROM weeks WHERE unit >= DATE '2024-03-04' GROUP BY account),
  of_linked AS (SELECT l.account, count(DISTINCT month(s.ts)) AS n FROM links AS l JOIN seen AS s ON s.id = l.item GROUP BY l.account)
SELECT
  accounts.id,
  coalesce(of_months.n, 0) >= 3 AS in_three_months,
  coalesce(of_months.n, 0) = 0 AS in_no_month,
  coalesce(of_months.n, 0) < 3 AS in_not_three_months,
  coalesce(of_months.n, 0) IN (1, 2) AS in_one_or_two_months,
  coalesce(of_a.n, 0) = 2 AS in_two_months_of_a,
  accounts.id IN (SELECT account FROM months WHERE contains(t, '%_\')) AS in_odd_months,
  accounts.id IN (SELECT account FROM months WHERE d = 0.2 AND unit >= DATE '2024-05-01') AS in_exact_months,
  coalesce(later.n, 0) >= 2 AS in_since_february,
  accounts.id IN (SELECT account FROM months WHERE unit = DATE '2024-06-01') AS in_last_month,
  coalesce(of_quarters.n, 0) = 2 AS in_every_quarter,
  coalesce(of_four.n, 0) >= 3 AS in_four_quarters,
  accounts.id IN (SELECT account FROM days WHERE unit >= DATE '2022-01-01' AND unit < DATE '2024-01-01') AS in_last_years,
  coalesce(of_days.n, 0) = 3 AS in_three_days,
  coalesce(of_weeks.n, 0) = 2 AS in_two_weeks,
  (SELECT count(DISTINCT due >= DATE '2024-06-25') FROM seen WHERE account = accounts.id AND due BETWEEN DATE '2024-06-18' AND DATE '2024-07-01') = 2 AS in_due_weeks,
  coalesce(of_linked.n, 0) = 2 AS in_linked_months,
  coalesce(of_linked.n, 0) = 1 AS in_linked_month
FROM accounts
LEFT JOIN of_months ON of_months.account = accounts.id
LEFT JOIN of_a ON of_a.account = accounts.id
LEFT JOIN later ON later.account = accounts.id
LEFT JOIN of_quarters ON of_quarters.account = accounts.id
LEFT JOIN of_four ON of_four.account = accounts.id
LEFT JOIN of_days ON of_days.account = accounts.id
LEFT JOIN of_weeks ON of_weeks.account = accounts.id
LEFT JOIN of_linked ON of_linked.account = accounts.id
