SELECT
  id,
  CASE WHEN x > 0 AND NOT isnan(x) THEN 1 WHEN x < 0 THEN -1 WHEN x = 0 THEN 0 END AS sign_of_double,
  CASE WHEN d > 0 THEN 1 WHEN d < 0 THEN -1 WHEN d = 0 THEN 0 END AS sign_of_decimal,
  CASE WHEN n > 0 THEN 10 WHEN n < 0 THEN -10 WHEN n = 0 THEN 0 END AS sign_of_integer,
  CASE WHEN d >= 0 THEN sqrt(d) END AS root,
  CASE WHEN x >= 0 AND NOT isnan(x) THEN sqrt(x) END AS root_of_double,
  CASE id WHEN 'ordinary' THEN 16.0::DOUBLE WHEN 'ordinary zero' THEN 1.0::DOUBLE WHEN 'ordinary negative' THEN -0.125::DOUBLE WHEN 'zero_divisor' THEN 8.0::DOUBLE END AS to_the,
  CAST(d AS DOUBLE) * CAST(d AS DOUBLE) AS square,
  CASE WHEN x >= 0 AND NOT isnan(x) THEN sqrt(x) END AS half,
  CASE id WHEN 'ordinary' THEN 9488 WHEN 'ordinary zero' THEN 1000 WHEN 'ordinary negative' THEN 223 WHEN 'zero_divisor' THEN 1001 END AS e_to_the,
  CASE WHEN x > 0 AND NOT isnan(x) THEN log10(x) / log10(exp(1)) END AS logarithm,
  CASE WHEN n > 0 THEN log10(n) / log10(exp(1)) END AS logarithm_of_integer,
  CAST(NULL AS DOUBLE) AS nulls_only
FROM numbers
