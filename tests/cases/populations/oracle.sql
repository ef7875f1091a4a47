WITH entities AS (SELECT * FROM accounts WHERE id IS NOT NULL),
facts AS (
  SELECT
    a.*,
    coalesce((SELECT sum(d) FROM seen WHERE account = a.id), 0) AS total,
    (SELECT count(*) FROM seen WHERE account = a.id) AS orders,
    (SELECT coalesce(list(DISTINCT n ORDER BY n), []) FROM seen WHERE account = a.id AND n IS NOT NULL) AS numbers,
    (SELECT max(n) FROM seen WHERE account = a.id) AS best,
    (SELECT count(DISTINCT month(ts)) FROM seen WHERE account = a.id) AS months
  FROM entities AS a
),
x AS (
  SELECT
    quantile_cont(x::DOUBLE, 0.2) AS p20, quantile_cont(x::DOUBLE, 0.5) AS p50, quantile_cont(x::DOUBLE, 0.8) AS p80,
    quantile_cont(x::DOUBLE, 0.9) AS p90, avg(x::DOUBLE) AS mean, min(x) AS low, max(x) AS high, stddev_samp(x::DOUBLE) AS spread,
    sum(x) FILTER (x < 2) AS low_sum, sum(x) FILTER (x <= 0.3) AS lowest_sum
  FROM entities
),
median_n AS (SELECT median(n) AS n FROM seen),
busy AS (SELECT avg(total::DOUBLE) AS total FROM facts WHERE orders > (SELECT median(orders) FROM facts))
SELECT
  facts.id,
  total,
  orders,
  numbers,
  facts.x::DOUBLE / x.p50 AS x_of_median,
  total >= (SELECT quantile_cont(total::DOUBLE, 0.75) FROM facts WHERE total <> 0) AS total_is_high,
  (SELECT count(*) FROM seen WHERE account = facts.id AND n > (SELECT quantile_cont(n::DOUBLE, 0.7) FROM seen)) AS highest_items,
  (SELECT count(*) FROM seen WHERE account = facts.id AND n >= (SELECT n FROM median_n)) AS high_items,

  coalesce(facts.x >= x.p80, false) AS in_x_top,
  coalesce(facts.x >= x.p90, false) AS in_x_top_tenth,
  coalesce(facts.x >= x.p80, false) AS in_x_top_in_text,
  coalesce(facts.x > x.mean, false) AS in_x_over_avg,
  NOT coalesce(facts.x > x.mean, false) AS in_x_not_over_avg,
  coalesce(facts.x = x.low, false) AS in_x_is_min,
  coalesce(facts.x = x.high, false) AS in_x_is_max,
  coalesce(facts.x <> x.high, false) AS in_x_not_max,
  coalesce(facts.x <> x.high, true) AS in_x_not_max_or_unknown,
  coalesce(facts.x = x.p50, false) AS in_x_median,
  coalesce(facts.x < x.low_sum, false) AS in_x_under_sum,
  coalesce(facts.x = x.lowest_sum, false) AS in_x_is_sum,
  coalesce(facts.x > x.spread, false) AS in_x_over_stddev,
  coalesce(facts.x >= x.p20 AND facts.x <= x.mean, false) AS in_x_between,
  coalesce(facts.x < x.p20 OR facts.x > x.mean, false) AS in_x_not_between,
  false AS in_x_not_between_nobody,
  false AS in_x_over_nobody,
  facts.x IS NULL AS in_x_over_nobody_or_unknown,
  true AS in_x_not_over_nobody,
  coalesce(joined = (SELECT min(joined) FROM entities), false) AS in_joined_first,
  coalesce(joined > (SELECT max(joined) FROM entities WHERE x < 1), false) AS in_joined_late,
  total >= (SELECT quantile_cont(total::DOUBLE, 0.5) FROM facts) AS in_total_upper_half,
  coalesce(total > (SELECT total FROM busy), false) AS in_total_over_busy,
  coalesce(total >= (SELECT min(f.total) FROM facts AS f, x AS y WHERE f.x >= y.p80), false) AS in_total_of_top,
  len(numbers) > (SELECT avg(len(numbers)) FROM facts) AS in_many_numbers,
  orders > (SELECT avg(orders) FROM facts) AS in_count_over_avg,
  orders <= (SELECT min(orders) FROM facts) AS in_count_least,
  orders BETWEEN (SELECT median(orders) FROM facts) AND 2 AS in_count_between,
  months > (SELECT avg(months) FROM facts) AS in_months_over_avg,
  coalesce(best >= (SELECT median(best) FROM facts), false) AS in_max_over_median,
  coalesce(best > (SELECT n FROM median_n), false) AS in_any_high
FROM facts, x
