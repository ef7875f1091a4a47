SELECT
  id,
  t[1:3] AS first_three,
  t[1:0] AS nothing,
  CASE WHEN length(t) > 3 THEN t[length(t) - 2:length(t)] ELSE t END AS last_three,
  CASE WHEN t IS NOT NULL THEN '' END AS no_end,
  CASE WHEN u = '' THEN 1 ELSE length(regexp_extract(t, '^(.*?)\Q' || u || '\E', 1)) + 1 END AS place,
  CASE WHEN contains(t, '-') THEN length(regexp_extract(t, '^([^-]*)-', 1)) + 1 WHEN t IS NOT NULL THEN 0 END AS place_of_minus,
  CASE WHEN contains(t, '@') THEN regexp_extract(t, '^[^@]*@([^@]*)', 1) END AS domain,
  regexp_extract(t, '[^@]*$') AS last_part,
  CAST(NULL AS TEXT) AS far_part,
  CASE WHEN length(u) > 3 THEN u[1:3] ELSE repeat('0', 3 - length(u)) || u END AS padded,
  CASE WHEN t = '' THEN 'x' ELSE t[1:1] END AS cut,
  CASE WHEN t IS NULL THEN '' WHEN u IS NULL THEN t ELSE t || '-' || u END AS joined,
  CASE WHEN t IS NOT NULL THEN id = 'ordinary' END AS is_mail,
  CASE WHEN t IS NOT NULL THEN contains(t, '2024') END AS has_digits,
  CASE WHEN t = u THEN 'same' ELSE u END AS chosen,
  CAST(CASE WHEN n > 1 THEN n ELSE 0.5 END AS DECIMAL(12, 1)) AS number_chosen,
  2 AS never,
  CASE id
    WHEN 'clock_change' THEN TIMESTAMPTZ '2024-03-31 01:30:00+00'
    WHEN 'month_end' THEN TIMESTAMPTZ '2024-02-29 21:59:59.5+00'
    WHEN 'exact_decimals' THEN TIMESTAMPTZ '2024-05-01 12:00:00.123456+00'
  END AS moment
FROM texts
