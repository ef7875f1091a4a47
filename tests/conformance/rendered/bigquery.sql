-- count(integer)
-- count(text)
-- count(double)
-- count(boolean)
SELECT
  COUNT(`a1`) AS `r1`
FROM `held`;
-- count(text, boolean, where=b)
SELECT
  COUNT(CASE WHEN `b1` THEN `a1` END) AS `r1`
FROM `held`;
-- count(boolean, of_rows=True, where=a)
SELECT
  COUNT(CASE WHEN `a1` THEN 1 END) AS `r1`
FROM `held`;
-- count(integer, of_rows=True)
SELECT
  COUNT(*) AS `r1`
FROM `held`;
-- count_distinct(integer)
-- count_distinct(bigint)
-- count_distinct(text)
-- count_distinct(decimal(12,2))
-- count_distinct(double)
-- count_distinct(boolean)
-- count_distinct(date)
-- count_distinct(timestamptz)
-- count_distinct(decimal(38,0))
SELECT
  COUNT(DISTINCT `a1`) AS `r1`
FROM `held`;
-- approx_count_distinct(integer)
-- approx_count_distinct(text)
-- approx_count_distinct(bigint)
-- approx_count_distinct(decimal(12,2))
-- approx_count_distinct(date)
-- approx_count_distinct(decimal(38,0))
SELECT
  APPROX_COUNT_DISTINCT(`a1`) AS `r1`
FROM `held`;
-- sum(integer)
-- sum(bigint)
SELECT
  CAST(SUM(CAST(`a1` AS NUMERIC)) AS BIGNUMERIC) AS `r1`
FROM `held`;
-- sum(decimal(12,2))
SELECT
  CAST(SUM(`a1`) AS BIGNUMERIC) AS `r1`
FROM `held`;
-- sum(decimal(38,2))
-- sum(decimal(38,0))
-- sum(double)
SELECT
  SUM(`a1`) AS `r1`
FROM `held`;
-- percentile(integer, p=0.5)
-- percentile(decimal(12,2), p=0.5)
-- percentile(double, p=0.5)
-- percentile(bigint, p=0.5)
-- percentile(decimal(38,0), p=0.5)
SELECT
  CASE
    WHEN COUNT(CASE WHEN `rank` <= CAST('0.5' AS NUMERIC) THEN `value` END) - 1 >= CAST('0.5' AS NUMERIC) * (
      COUNT(`value`) - 1
    )
    THEN MAX(CASE WHEN `rank` <= CAST('0.5' AS NUMERIC) THEN `value` END)
    ELSE MAX(CASE WHEN `rank` <= CAST('0.5' AS NUMERIC) THEN `value` END) + (
      (
        MIN(CASE WHEN `rank` > CAST('0.5' AS NUMERIC) THEN `value` END) - MAX(CASE WHEN `rank` <= CAST('0.5' AS NUMERIC) THEN `value` END)
      ) * CAST(MOD(CAST('0.5' AS NUMERIC) * (
        COUNT(`value`) - 1
      ), 1) AS FLOAT64)
    )
  END AS `r1`
FROM (
  SELECT
    `a1`,
    CAST(`a1` AS FLOAT64) AS `value`,
    PERCENT_RANK() OVER (PARTITION BY CAST(`a1` AS FLOAT64) IS NULL ORDER BY CAST(`a1` AS FLOAT64)) AS `rank`
  FROM `held`
) AS `source`;
-- percentile(integer, p=0.9)
SELECT
  CASE
    WHEN COUNT(CASE WHEN `rank` <= CAST('0.9' AS NUMERIC) THEN `value` END) - 1 >= CAST('0.9' AS NUMERIC) * (
      COUNT(`value`) - 1
    )
    THEN MAX(CASE WHEN `rank` <= CAST('0.9' AS NUMERIC) THEN `value` END)
    ELSE MAX(CASE WHEN `rank` <= CAST('0.9' AS NUMERIC) THEN `value` END) + (
      (
        MIN(CASE WHEN `rank` > CAST('0.9' AS NUMERIC) THEN `value` END) - MAX(CASE WHEN `rank` <= CAST('0.9' AS NUMERIC) THEN `value` END)
      ) * CAST(MOD(CAST('0.9' AS NUMERIC) * (
        COUNT(`value`) - 1
      ), 1) AS FLOAT64)
    )
  END AS `r1`
FROM (
  SELECT
    `a1`,
    CAST(`a1` AS FLOAT64) AS `value`,
    PERCENT_RANK() OVER (PARTITION BY CAST(`a1` AS FLOAT64) IS NULL ORDER BY CAST(`a1` AS FLOAT64)) AS `rank`
  FROM `held`
) AS `source`;
-- percentile(integer, p=0)
SELECT
  CASE
    WHEN COUNT(CASE WHEN `rank` <= 0 THEN `value` END) - 1 >= 0 * (
      COUNT(`value`) - 1
    )
    THEN MAX(CASE WHEN `rank` <= 0 THEN `value` END)
    ELSE MAX(CASE WHEN `rank` <= 0 THEN `value` END) + (
      (
        MIN(CASE WHEN `rank` > 0 THEN `value` END) - MAX(CASE WHEN `rank` <= 0 THEN `value` END)
      ) * CAST(MOD(0 * (
        COUNT(`value`) - 1
      ), 1) AS FLOAT64)
    )
  END AS `r1`
FROM (
  SELECT
    `a1`,
    CAST(`a1` AS FLOAT64) AS `value`,
    PERCENT_RANK() OVER (PARTITION BY CAST(`a1` AS FLOAT64) IS NULL ORDER BY CAST(`a1` AS FLOAT64)) AS `rank`
  FROM `held`
) AS `source`;
-- percentile(integer, p=1)
SELECT
  CASE
    WHEN COUNT(CASE WHEN `rank` <= 1 THEN `value` END) - 1 >= 1 * (
      COUNT(`value`) - 1
    )
    THEN MAX(CASE WHEN `rank` <= 1 THEN `value` END)
    ELSE MAX(CASE WHEN `rank` <= 1 THEN `value` END) + (
      (
        MIN(CASE WHEN `rank` > 1 THEN `value` END) - MAX(CASE WHEN `rank` <= 1 THEN `value` END)
      ) * CAST(MOD(1 * (
        COUNT(`value`) - 1
      ), 1) AS FLOAT64)
    )
  END AS `r1`
FROM (
  SELECT
    `a1`,
    CAST(`a1` AS FLOAT64) AS `value`,
    PERCENT_RANK() OVER (PARTITION BY CAST(`a1` AS FLOAT64) IS NULL ORDER BY CAST(`a1` AS FLOAT64)) AS `rank`
  FROM `held`
) AS `source`;
-- percentile(integer, p=0.25)
SELECT
  CASE
    WHEN COUNT(CASE WHEN `rank` <= CAST('0.25' AS NUMERIC) THEN `value` END) - 1 >= CAST('0.25' AS NUMERIC) * (
      COUNT(`value`) - 1
    )
    THEN MAX(CASE WHEN `rank` <= CAST('0.25' AS NUMERIC) THEN `value` END)
    ELSE MAX(CASE WHEN `rank` <= CAST('0.25' AS NUMERIC) THEN `value` END) + (
      (
        MIN(CASE WHEN `rank` > CAST('0.25' AS NUMERIC) THEN `value` END) - MAX(CASE WHEN `rank` <= CAST('0.25' AS NUMERIC) THEN `value` END)
      ) * CAST(MOD(CAST('0.25' AS NUMERIC) * (
        COUNT(`value`) - 1
      ), 1) AS FLOAT64)
    )
  END AS `r1`
FROM (
  SELECT
    `a1`,
    CAST(`a1` AS FLOAT64) AS `value`,
    PERCENT_RANK() OVER (PARTITION BY CAST(`a1` AS FLOAT64) IS NULL ORDER BY CAST(`a1` AS FLOAT64)) AS `rank`
  FROM `held`
) AS `source`;
-- stddev(integer)
-- stddev(decimal(12,2))
-- stddev(double)
-- stddev(decimal(38,0))
SELECT
  STDDEV_SAMP(CAST(`a1` AS FLOAT64)) AS `r1`
FROM `held`;
-- any(boolean, where=a)
SELECT
  LOGICAL_OR(`a1`) AS `r1`
FROM `held`;
-- nth(text, integer, n=1, order=['b'])
-- nth(bigint, timestamptz, n=1, order=['b'])
-- nth(double, timestamp, n=1, order=['b'])
-- nth(boolean, integer, n=1, order=['b'])
-- nth(timestamptz, integer, n=1, order=['b'])
-- nth(json, integer, n=1, order=['b'])
SELECT
  ARRAY_AGG(`a1` IGNORE NULLS ORDER BY `b1` IS NULL ASC, `b1` ASC
  LIMIT 1)[SAFE_OFFSET(0)] AS `r1`
FROM `held`;
-- nth(text, integer, n=-1, order=['b desc'])
-- nth(decimal(38,9), date, n=-1, order=['b desc'])
SELECT
  ARRAY_AGG(`a1` IGNORE NULLS ORDER BY `b1` IS NULL DESC, `b1` DESC
  LIMIT 1)[SAFE_OFFSET(0)] AS `r1`
FROM `held`;
-- nth(text, integer, n=2, order=['b'])
SELECT
  ARRAY_AGG(`a1` IGNORE NULLS ORDER BY `b1` IS NULL ASC, `b1` ASC
  LIMIT 2)[SAFE_OFFSET(1)] AS `r1`
FROM `held`;
-- nth(text, integer, text, n=1, order=['b', 'c'])
SELECT
  ARRAY_AGG(
    `a1` IGNORE NULLS ORDER BY `b1` IS NULL ASC, `b1` ASC, `c1` IS NULL ASC, `c1` ASC
    LIMIT 1
  )[SAFE_OFFSET(0)] AS `r1`
FROM `held`;
-- nth(text, integer, text, n=-1, order=['b desc', 'c desc'])
SELECT
  ARRAY_AGG(
    `a1` IGNORE NULLS ORDER BY `b1` IS NULL DESC, `b1` DESC, `c1` IS NULL DESC, `c1` DESC
    LIMIT 1
  )[SAFE_OFFSET(0)] AS `r1`
FROM `held`;
-- nth(text, integer, text, n=1, order=['b desc', 'c'])
SELECT
  ARRAY_AGG(
    `a1` IGNORE NULLS ORDER BY `b1` IS NULL DESC, `b1` DESC, `c1` IS NULL ASC, `c1` ASC
    LIMIT 1
  )[SAFE_OFFSET(0)] AS `r1`
FROM `held`;
-- nth(text, n=1, order=['a'])
SELECT
  MIN(`a1`) AS `r1`
FROM `held`;
-- nth(text, n=-1, order=['a desc'])
SELECT
  MAX(`a1`) AS `r1`
FROM `held`;
-- nth(text, integer, boolean, n=1, order=['b'], where=c)
SELECT
  ARRAY_AGG(
    CASE WHEN `c1` AND `a1` IS NOT NULL THEN `a1` END IGNORE NULLS ORDER BY `b1` IS NULL ASC, `b1` ASC
    LIMIT 1
  )[SAFE_OFFSET(0)] AS `r1`
FROM `held`;
-- nth(text[], integer, n=1, order=['b'])
SELECT
  ARRAY_AGG(
    CASE WHEN `a1` IS NOT NULL THEN STRUCT(`a1` AS held) END IGNORE NULLS ORDER BY `b1` IS NULL ASC, `b1` ASC
    LIMIT 1
  )[SAFE_OFFSET(0)].held AS `r1`
FROM `held`;
-- nth(bigint[], integer, n=-1, order=['b desc'])
SELECT
  ARRAY_AGG(
    CASE WHEN `a1` IS NOT NULL THEN STRUCT(`a1` AS held) END IGNORE NULLS ORDER BY `b1` IS NULL DESC, `b1` DESC
    LIMIT 1
  )[SAFE_OFFSET(0)].held AS `r1`
FROM `held`;
-- list(text, integer, order=['b'])
-- list(boolean, integer, order=['b'])
SELECT
  ARRAY_AGG(`a1` IGNORE NULLS ORDER BY `b1` IS NULL ASC, `b1` ASC) AS `r1`
FROM `held`;
-- list(text, integer, text, order=['b desc', 'c'], limit=2)
SELECT
  ARRAY_AGG(
    `a1` IGNORE NULLS ORDER BY `b1` IS NULL DESC, `b1` DESC, `c1` IS NULL ASC, `c1` ASC
    LIMIT 2
  ) AS `r1`
FROM `held`;
-- list(text, order=['a'])
-- list(double, order=['a'])
-- list(date, order=['a'])
SELECT
  ARRAY_AGG(`a1` IGNORE NULLS ORDER BY `a1` ASC) AS `r1`
FROM `held`;
-- list(text, order=['a desc'], limit=3)
SELECT
  ARRAY_AGG(`a1` IGNORE NULLS ORDER BY `a1` DESC
  LIMIT 3) AS `r1`
FROM `held`;
-- list(integer, boolean, order=['a'], where=b)
SELECT
  ARRAY_AGG(
    CASE WHEN `b1` AND `a1` IS NOT NULL THEN CAST(`a1` AS INT64) END IGNORE NULLS ORDER BY `a1` ASC
  ) AS `r1`
FROM `held`;
-- list(bigint, timestamptz, order=['b'])
SELECT
  ARRAY_AGG(
    CASE WHEN `a1` IS NOT NULL THEN CAST(`a1` AS INT64) END IGNORE NULLS ORDER BY `b1` IS NULL ASC, `b1` ASC
  ) AS `r1`
FROM `held`;
-- list(decimal(12,2), date, order=['b desc'])
SELECT
  ARRAY_AGG(
    CASE WHEN `a1` IS NOT NULL THEN CAST(`a1` AS NUMERIC) END IGNORE NULLS ORDER BY `b1` IS NULL DESC, `b1` DESC
  ) AS `r1`
FROM `held`;
-- list(timestamptz, order=['a desc'])
SELECT
  ARRAY_AGG(`a1` IGNORE NULLS ORDER BY `a1` DESC) AS `r1`
FROM `held`;
-- list(decimal(38,0), order=['a'])
SELECT
  ARRAY_AGG(
    CASE WHEN `a1` IS NOT NULL THEN CAST(`a1` AS BIGNUMERIC) END IGNORE NULLS ORDER BY `a1` ASC
  ) AS `r1`
FROM `held`;
-- list_distinct(text)
-- list_distinct(double)
-- list_distinct(boolean)
-- list_distinct(date)
-- list_distinct(timestamptz)
SELECT
  ARRAY_AGG(DISTINCT `a1` IGNORE NULLS ORDER BY `a1` ASC) AS `r1`
FROM `held`;
-- list_distinct(text, descending=True)
SELECT
  ARRAY_AGG(DISTINCT `a1` IGNORE NULLS ORDER BY `a1` DESC) AS `r1`
FROM `held`;
-- list_distinct(text, limit=2)
SELECT
  ARRAY_AGG(DISTINCT `a1` IGNORE NULLS ORDER BY `a1` ASC
  LIMIT 2) AS `r1`
FROM `held`;
-- list_distinct(text, boolean, where=b, descending=True, limit=2)
SELECT
  ARRAY_AGG(
    DISTINCT CASE WHEN `b1` AND `a1` IS NOT NULL THEN `a1` END IGNORE NULLS ORDER BY CASE WHEN `b1` AND `a1` IS NOT NULL THEN `a1` END DESC
    LIMIT 2
  ) AS `r1`
FROM `held`;
-- list_distinct(integer)
SELECT
  ARRAY_AGG(
    DISTINCT CASE WHEN `a1` IS NOT NULL THEN CAST(`a1` AS INT64) END IGNORE NULLS ORDER BY CASE WHEN `a1` IS NOT NULL THEN CAST(`a1` AS INT64) END ASC
  ) AS `r1`
FROM `held`;
-- list_distinct(bigint, descending=True)
SELECT
  ARRAY_AGG(
    DISTINCT CASE WHEN `a1` IS NOT NULL THEN CAST(`a1` AS INT64) END IGNORE NULLS ORDER BY CASE WHEN `a1` IS NOT NULL THEN CAST(`a1` AS INT64) END DESC
  ) AS `r1`
FROM `held`;
-- list_distinct(decimal(12,2))
SELECT
  ARRAY_AGG(
    DISTINCT CASE WHEN `a1` IS NOT NULL THEN CAST(`a1` AS NUMERIC) END IGNORE NULLS ORDER BY CASE WHEN `a1` IS NOT NULL THEN CAST(`a1` AS NUMERIC) END ASC
  ) AS `r1`
FROM `held`;
-- list_distinct(decimal(38,0))
SELECT
  ARRAY_AGG(
    DISTINCT CASE WHEN `a1` IS NOT NULL THEN CAST(`a1` AS BIGNUMERIC) END IGNORE NULLS ORDER BY CASE WHEN `a1` IS NOT NULL THEN CAST(`a1` AS BIGNUMERIC) END ASC
  ) AS `r1`
FROM `held`;
-- array_length(text[])
-- array_length(bigint[])
-- array_length(double[])
ARRAY_LENGTH(`a1`);
-- array_contains_any(text[], 'a')
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element IN ('a')
);
-- array_contains_any(text[], 'c')
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element IN ('c')
);
-- array_contains_any(text[], 'b', 'c')
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element IN ('b', 'c')
);
-- array_contains_any(text[], 'c', 'a')
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element IN ('c', 'a')
);
-- array_contains_any(text[], 'a', 'b')
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element IN ('a', 'b')
);
-- array_contains_any(text[], '')
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element IN ('')
);
-- array_contains_any(text[], "it's", '"50%_\\')
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element IN ('it\'s', '"50%_\\')
);
-- array_contains_any(text[], '\xe9')
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element IN ('é')
);
-- array_contains_any(text[], '\U0001f6b2', '\ufffd')
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element IN ('🚲', '�')
);
-- array_contains_any(bigint[], 9223372036854775807)
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element IN (9223372036854775807)
);
-- array_contains_any(bigint[], -9223372036854775808, 0)
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element IN ((
        -9223372036854775808
    ), 0)
);
-- array_contains_any(bigint[], 0)
-- array_contains_any(double[], 0)
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element IN (0)
);
-- array_contains_any(decimal(12,2)[], 1.1)
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element IN (CAST('1.1' AS NUMERIC))
);
-- array_contains_any(decimal(12,2)[], 1.11, 1.1)
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element IN (CAST('1.11' AS NUMERIC), CAST('1.1' AS NUMERIC))
);
-- array_contains_any(decimal(12,2)[], 0.01)
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element IN (CAST('0.01' AS NUMERIC))
);
-- array_contains_any(double[], 0.1, 0.2)
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element IN (CAST('0.1' AS NUMERIC), CAST('0.2' AS NUMERIC))
);
-- array_contains_any(double[], 0.1)
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element IN (CAST('0.1' AS NUMERIC))
);
-- array_contains_any(date[], 2024-02-29)
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element IN (CAST('2024-02-29' AS DATE))
);
-- array_contains_any(date[], 9999-12-31, 2024-02-29)
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element IN (CAST('9999-12-31' AS DATE), CAST('2024-02-29' AS DATE))
);
-- array_contains_any(timestamptz[], 2024-02-29T12:00:00.000001+00:00)
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element IN (CAST('2024-02-29 12:00:00.000001+00:00' AS TIMESTAMP))
);
-- array_contains_any(timestamptz[], 2024-02-29T12:00:00+00:00)
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element IN (CAST('2024-02-29 12:00:00+00:00' AS TIMESTAMP))
);
-- array_contains_any(timestamp[], 2024-02-29T12:00:00.000001)
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element IN (CAST('2024-02-29 12:00:00.000001' AS DATETIME))
);
-- array_contains_any(timestamp[], 2024-02-29T12:00:00)
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element IN (CAST('2024-02-29 12:00:00' AS DATETIME))
);
-- array_contains_all(text[], 'a')
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element = 'a'
);
-- array_contains_all(text[], 'c')
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element = 'c'
);
-- array_contains_all(text[], 'b', 'c')
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element = 'b'
)
AND EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element = 'c'
);
-- array_contains_all(text[], 'c', 'a')
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element = 'c'
)
AND EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element = 'a'
);
-- array_contains_all(text[], 'a', 'b')
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element = 'a'
)
AND EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element = 'b'
);
-- array_contains_all(text[], '')
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element = ''
);
-- array_contains_all(text[], "it's", '"50%_\\')
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element = 'it\'s'
)
AND EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element = '"50%_\\'
);
-- array_contains_all(text[], '\xe9')
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element = 'é'
);
-- array_contains_all(text[], '\U0001f6b2', '\ufffd')
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element = '🚲'
)
AND EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element = '�'
);
-- array_contains_all(bigint[], 9223372036854775807)
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element = 9223372036854775807
);
-- array_contains_all(bigint[], -9223372036854775808, 0)
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element = (
      -9223372036854775808
    )
)
AND EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element = 0
);
-- array_contains_all(bigint[], 0)
-- array_contains_all(double[], 0)
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element = 0
);
-- array_contains_all(decimal(12,2)[], 1.1)
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element = CAST('1.1' AS NUMERIC)
);
-- array_contains_all(decimal(12,2)[], 1.11, 1.1)
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element = CAST('1.11' AS NUMERIC)
)
AND EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element = CAST('1.1' AS NUMERIC)
);
-- array_contains_all(decimal(12,2)[], 0.01)
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element = CAST('0.01' AS NUMERIC)
);
-- array_contains_all(double[], 0.1, 0.2)
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element = CAST('0.1' AS NUMERIC)
)
AND EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element = CAST('0.2' AS NUMERIC)
);
-- array_contains_all(double[], 0.1)
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element = CAST('0.1' AS NUMERIC)
);
-- array_contains_all(date[], 2024-02-29)
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element = CAST('2024-02-29' AS DATE)
);
-- array_contains_all(date[], 9999-12-31, 2024-02-29)
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element = CAST('9999-12-31' AS DATE)
)
AND EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element = CAST('2024-02-29' AS DATE)
);
-- array_contains_all(timestamptz[], 2024-02-29T12:00:00.000001+00:00)
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element = CAST('2024-02-29 12:00:00.000001+00:00' AS TIMESTAMP)
);
-- array_contains_all(timestamptz[], 2024-02-29T12:00:00+00:00)
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element = CAST('2024-02-29 12:00:00+00:00' AS TIMESTAMP)
);
-- array_contains_all(timestamp[], 2024-02-29T12:00:00.000001)
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element = CAST('2024-02-29 12:00:00.000001' AS DATETIME)
);
-- array_contains_all(timestamp[], 2024-02-29T12:00:00)
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element = CAST('2024-02-29 12:00:00' AS DATETIME)
);
-- array_contains(text[], text)
-- array_contains(bigint[], bigint)
-- array_contains(integer[], decimal(12,2))
-- array_contains(decimal(12,2)[], integer)
-- array_contains(double[], double)
-- array_contains(double[], decimal(12,2))
-- array_contains(boolean[], boolean)
-- array_contains(date[], date)
-- array_contains(timestamptz[], timestamptz)
-- array_contains(decimal(38,0)[], decimal(38,0))
CASE
  WHEN `b1` IS NOT NULL
  THEN EXISTS(
    SELECT
      1
    FROM UNNEST(`a1`) AS element
    WHERE
      element = `b1`
  )
END;
-- array_contains(text[], "it's")
CASE
  WHEN 'it\'s' IS NOT NULL
  THEN EXISTS(
    SELECT
      1
    FROM UNNEST(`a1`) AS element
    WHERE
      element = 'it\'s'
  )
END;
-- array_contains(text[], 'a\\')
CASE
  WHEN 'a\\' IS NOT NULL
  THEN EXISTS(
    SELECT
      1
    FROM UNNEST(`a1`) AS element
    WHERE
      element = 'a\\'
  )
END;
-- array_contains(text[], 'a')
CASE
  WHEN 'a' IS NOT NULL
  THEN EXISTS(
    SELECT
      1
    FROM UNNEST(`a1`) AS element
    WHERE
      element = 'a'
  )
END;
-- array_contains_between(timestamptz[], 2024-02-29T00:00:00+00:00, 2024-03-01T00:00:00+00:00)
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element >= CAST('2024-02-29 00:00:00+00:00' AS TIMESTAMP)
    AND element < CAST('2024-03-01 00:00:00+00:00' AS TIMESTAMP)
);
-- array_contains_between(timestamptz[], 2024-03-30T23:00:00+00:00, 2024-03-31T22:00:00+00:00)
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element >= CAST('2024-03-30 23:00:00+00:00' AS TIMESTAMP)
    AND element < CAST('2024-03-31 22:00:00+00:00' AS TIMESTAMP)
);
-- array_contains_between(timestamp[], 2024-02-29T00:00:00, 2024-03-01T00:00:00)
EXISTS(
  SELECT
    1
  FROM UNNEST(`a1`) AS element
  WHERE
    element >= CAST('2024-02-29 00:00:00' AS DATETIME)
    AND element < CAST('2024-03-01 00:00:00' AS DATETIME)
);
-- array_element(text[], 1)
-- array_element(bigint[], 1)
-- array_element(decimal(38,9)[], 1)
-- array_element(double[], 1)
-- array_element(boolean[], 1)
-- array_element(timestamptz[], 1)
`a1`[SAFE_OFFSET(0)];
-- array_element(text[], 3)
`a1`[SAFE_OFFSET(2)];
-- array_element(text[], 4)
`a1`[SAFE_OFFSET(3)];
-- array_element(text[], -1)
-- array_element(date[], -1)
ARRAY_REVERSE(`a1`)[SAFE_OFFSET(0)];
-- array_element(text[], -2)
ARRAY_REVERSE(`a1`)[SAFE_OFFSET(1)];
-- array_element(text[], -3)
ARRAY_REVERSE(`a1`)[SAFE_OFFSET(2)];
-- array_element(text[], -4)
ARRAY_REVERSE(`a1`)[SAFE_OFFSET(3)];
-- array_element(text[], 2)
-- array_element(bigint[], 2)
`a1`[SAFE_OFFSET(1)];
-- array_element(text[], 2147483647)
`a1`[SAFE_OFFSET(2147483646)];
-- array_element(text[], -2147483647)
ARRAY_REVERSE(`a1`)[SAFE_OFFSET(2147483646)];
-- array_join(text[], ', ')
ARRAY_TO_STRING(`a1`, ', ');
-- array_join(text[], '')
ARRAY_TO_STRING(`a1`, '');
-- array_join(text[], "'")
ARRAY_TO_STRING(`a1`, '\'');
-- array_join(text[], '\\')
ARRAY_TO_STRING(`a1`, '\\');
-- array_join(text[], '\U0001f6b2')
ARRAY_TO_STRING(`a1`, '🚲');
-- array_join(text[], '|')
ARRAY_TO_STRING(`a1`, '|');
-- clean_array(text[])
-- clean_array(bigint[])
-- clean_array(decimal(12,2)[])
-- clean_array(boolean[])
-- clean_array(date[])
-- clean_array(timestamp[])
-- clean_array(timestamptz[])
ARRAY(
  SELECT
    element
  FROM UNNEST(`a1`) AS element WITH OFFSET AS place
  WHERE
    element IS NOT NULL
  ORDER BY
    place
);
-- clean_double_array(double[])
ARRAY(
  SELECT
    element
  FROM UNNEST(`a1`) AS element WITH OFFSET AS place
  WHERE
    NOT IS_NAN(element)
  ORDER BY
    place
);
-- read_integer(text)
SAFE_CAST(REGEXP_EXTRACT(`a1`, '^([+-]?[0-9]+)$') AS INT64);
-- read_number(text)
SAFE_CAST(REGEXP_EXTRACT(`a1`, '^([+-]?[0-9]+(?:\\.[0-9]+)?)$') AS NUMERIC);
-- read_date(text)
SAFE_CAST(REGEXP_EXTRACT(
  `a1`,
  '^((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2})$'
) AS DATE);
-- read_timestamp(text, 'UTC')
COALESCE(
  SAFE_CAST(REGEXP_EXTRACT(
    REGEXP_REPLACE(
      REGEXP_REPLACE(`a1`, '(\\.[0-9]{6})[0-9]{1,3}($|Z|[+-])', '\\1\\2'),
      '([T ](?:[01][0-9]|2[0-3]):[0-5][0-9])($|Z|[+-])',
      '\\1:00\\2'
    ),
    '^((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,9})?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9]))$'
  ) AS TIMESTAMP),
  TIMESTAMP(
    SAFE_CAST(REGEXP_EXTRACT(
      REGEXP_REPLACE(
        REGEXP_REPLACE(`a1`, '(\\.[0-9]{6})[0-9]{1,3}($|Z|[+-])', '\\1\\2'),
        '([T ](?:[01][0-9]|2[0-3]):[0-5][0-9])($|Z|[+-])',
        '\\1:00\\2'
      ),
      '^((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,9})?)$'
    ) AS DATETIME),
    'UTC'
  )
);
-- read_timestamp(text, 'Europe/Berlin')
COALESCE(
  SAFE_CAST(REGEXP_EXTRACT(
    REGEXP_REPLACE(
      REGEXP_REPLACE(`a1`, '(\\.[0-9]{6})[0-9]{1,3}($|Z|[+-])', '\\1\\2'),
      '([T ](?:[01][0-9]|2[0-3]):[0-5][0-9])($|Z|[+-])',
      '\\1:00\\2'
    ),
    '^((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,9})?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9]))$'
  ) AS TIMESTAMP),
  COALESCE(
    SAFE.TIMESTAMP(
      SAFE_CAST(REGEXP_EXTRACT(
        REGEXP_REPLACE(
          REGEXP_REPLACE(`a1`, '(\\.[0-9]{6})[0-9]{1,3}($|Z|[+-])', '\\1\\2'),
          '([T ](?:[01][0-9]|2[0-3]):[0-5][0-9])($|Z|[+-])',
          '\\1:00\\2'
        ),
        '^((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,9})?)$'
      ) AS DATETIME),
      'Europe/Berlin'
    ),
    TIMESTAMP(
      SAFE_CAST(REGEXP_EXTRACT(
        REGEXP_REPLACE(
          REGEXP_REPLACE(`a1`, '(\\.[0-9]{6})[0-9]{1,3}($|Z|[+-])', '\\1\\2'),
          '([T ](?:[01][0-9]|2[0-3]):[0-5][0-9])($|Z|[+-])',
          '\\1:00\\2'
        ),
        '^((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,9})?)$'
      ) AS DATETIME),
      'UTC'
    )
  )
);
-- read_timestamp(text, 'America/New_York')
COALESCE(
  SAFE_CAST(REGEXP_EXTRACT(
    REGEXP_REPLACE(
      REGEXP_REPLACE(`a1`, '(\\.[0-9]{6})[0-9]{1,3}($|Z|[+-])', '\\1\\2'),
      '([T ](?:[01][0-9]|2[0-3]):[0-5][0-9])($|Z|[+-])',
      '\\1:00\\2'
    ),
    '^((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,9})?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9]))$'
  ) AS TIMESTAMP),
  COALESCE(
    SAFE.TIMESTAMP(
      SAFE_CAST(REGEXP_EXTRACT(
        REGEXP_REPLACE(
          REGEXP_REPLACE(`a1`, '(\\.[0-9]{6})[0-9]{1,3}($|Z|[+-])', '\\1\\2'),
          '([T ](?:[01][0-9]|2[0-3]):[0-5][0-9])($|Z|[+-])',
          '\\1:00\\2'
        ),
        '^((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,9})?)$'
      ) AS DATETIME),
      'America/New_York'
    ),
    TIMESTAMP(
      SAFE_CAST(REGEXP_EXTRACT(
        REGEXP_REPLACE(
          REGEXP_REPLACE(`a1`, '(\\.[0-9]{6})[0-9]{1,3}($|Z|[+-])', '\\1\\2'),
          '([T ](?:[01][0-9]|2[0-3]):[0-5][0-9])($|Z|[+-])',
          '\\1:00\\2'
        ),
        '^((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,9})?)$'
      ) AS DATETIME),
      'UTC'
    )
  )
);
-- eq(integer, integer)
-- eq(bigint, decimal(38,0))
-- eq(decimal(12,2), decimal(12,3))
-- eq(integer, decimal(12,2))
-- eq(double, double)
-- eq(double, decimal(12,2))
-- eq(double, integer)
-- eq(text, text)
-- eq(date, date)
-- eq(timestamp, timestamp)
-- eq(timestamptz, timestamptz)
-- eq(text, text)
-- eq(boolean, boolean)
`a1` = `b1`;
-- eq(text, 'z')
`a1` = 'z';
-- eq(text, "it's")
`a1` = 'it\'s';
-- eq(text, 'a\\b')
`a1` = 'a\\b';
-- eq(text, '\uff5e')
`a1` = '～';
-- eq(text, '\xe9')
`a1` = 'é';
-- eq(text, 'a')
`a1` = 'a';
-- ne(integer, integer)
-- ne(bigint, decimal(38,0))
-- ne(decimal(12,2), decimal(12,3))
-- ne(integer, decimal(12,2))
-- ne(double, double)
-- ne(double, decimal(12,2))
-- ne(double, integer)
-- ne(text, text)
-- ne(date, date)
-- ne(timestamp, timestamp)
-- ne(timestamptz, timestamptz)
-- ne(text, text)
-- ne(boolean, boolean)
`a1` <> `b1`;
-- ne(text, 'z')
`a1` <> 'z';
-- ne(text, "it's")
`a1` <> 'it\'s';
-- ne(text, 'a\\b')
`a1` <> 'a\\b';
-- ne(text, '\uff5e')
`a1` <> '～';
-- ne(text, '\xe9')
`a1` <> 'é';
-- ne(text, 'a')
`a1` <> 'a';
-- lt(integer, integer)
-- lt(bigint, decimal(38,0))
-- lt(decimal(12,2), decimal(12,3))
-- lt(integer, decimal(12,2))
-- lt(double, double)
-- lt(double, decimal(12,2))
-- lt(double, integer)
-- lt(text, text)
-- lt(date, date)
-- lt(timestamp, timestamp)
-- lt(timestamptz, timestamptz)
-- lt(text, text)
`a1` < `b1`;
-- lt(text, 'z')
`a1` < 'z';
-- lt(text, "it's")
`a1` < 'it\'s';
-- lt(text, 'a\\b')
`a1` < 'a\\b';
-- lt(text, '\uff5e')
`a1` < '～';
-- lt(text, '\xe9')
`a1` < 'é';
-- lt(text, 'a')
`a1` < 'a';
-- le(integer, integer)
-- le(bigint, decimal(38,0))
-- le(decimal(12,2), decimal(12,3))
-- le(integer, decimal(12,2))
-- le(double, double)
-- le(double, decimal(12,2))
-- le(double, integer)
-- le(text, text)
-- le(date, date)
-- le(timestamp, timestamp)
-- le(timestamptz, timestamptz)
-- le(text, text)
`a1` <= `b1`;
-- le(text, 'z')
`a1` <= 'z';
-- le(text, "it's")
`a1` <= 'it\'s';
-- le(text, 'a\\b')
`a1` <= 'a\\b';
-- le(text, '\uff5e')
`a1` <= '～';
-- le(text, '\xe9')
`a1` <= 'é';
-- le(text, 'a')
`a1` <= 'a';
-- gt(integer, integer)
-- gt(bigint, decimal(38,0))
-- gt(decimal(12,2), decimal(12,3))
-- gt(integer, decimal(12,2))
-- gt(double, double)
-- gt(double, decimal(12,2))
-- gt(double, integer)
-- gt(text, text)
-- gt(date, date)
-- gt(timestamp, timestamp)
-- gt(timestamptz, timestamptz)
-- gt(text, text)
`a1` > `b1`;
-- gt(text, 'z')
`a1` > 'z';
-- gt(text, "it's")
`a1` > 'it\'s';
-- gt(text, 'a\\b')
`a1` > 'a\\b';
-- gt(text, '\uff5e')
`a1` > '～';
-- gt(text, '\xe9')
`a1` > 'é';
-- gt(text, 'a')
`a1` > 'a';
-- ge(integer, integer)
-- ge(bigint, decimal(38,0))
-- ge(decimal(12,2), decimal(12,3))
-- ge(integer, decimal(12,2))
-- ge(double, double)
-- ge(double, decimal(12,2))
-- ge(double, integer)
-- ge(text, text)
-- ge(date, date)
-- ge(timestamp, timestamp)
-- ge(timestamptz, timestamptz)
-- ge(text, text)
`a1` >= `b1`;
-- ge(text, 'z')
`a1` >= 'z';
-- ge(text, "it's")
`a1` >= 'it\'s';
-- ge(text, 'a\\b')
`a1` >= 'a\\b';
-- ge(text, '\uff5e')
`a1` >= '～';
-- ge(text, '\xe9')
`a1` >= 'é';
-- ge(text, 'a')
`a1` >= 'a';
-- least(integer, integer, integer)
-- least(text, text, text)
(
  SELECT
    MIN(element)
  FROM UNNEST([`a1`, `b1`, `c1`]) AS element
);
-- least(bigint, decimal(38,0))
-- least(decimal(12,2), decimal(12,3))
-- least(decimal(38,2), decimal(12,2))
-- least(double, double)
-- least(integer, double)
-- least(date, date)
-- least(timestamptz, timestamptz)
-- least(timestamp, timestamp)
(
  SELECT
    MIN(element)
  FROM UNNEST([`a1`, `b1`]) AS element
);
-- least(text, 'z')
(
  SELECT
    MIN(element)
  FROM UNNEST([`a1`, 'z']) AS element
);
-- least(text, "it's")
(
  SELECT
    MIN(element)
  FROM UNNEST([`a1`, 'it\'s']) AS element
);
-- greatest(integer, integer, integer)
-- greatest(text, text, text)
(
  SELECT
    MAX(element)
  FROM UNNEST([`a1`, `b1`, `c1`]) AS element
);
-- greatest(bigint, decimal(38,0))
-- greatest(decimal(12,2), decimal(12,3))
-- greatest(decimal(38,2), decimal(12,2))
-- greatest(double, double)
-- greatest(integer, double)
-- greatest(date, date)
-- greatest(timestamptz, timestamptz)
-- greatest(timestamp, timestamp)
(
  SELECT
    MAX(element)
  FROM UNNEST([`a1`, `b1`]) AS element
);
-- greatest(text, 'z')
(
  SELECT
    MAX(element)
  FROM UNNEST([`a1`, 'z']) AS element
);
-- greatest(text, "it's")
(
  SELECT
    MAX(element)
  FROM UNNEST([`a1`, 'it\'s']) AS element
);
-- coalesce(integer, integer, integer)
COALESCE(`a1`, `b1`, `c1`);
-- coalesce(bigint, 0)
COALESCE(`a1`, 0);
-- coalesce(decimal(12,2), decimal(12,2))
-- coalesce(decimal(38,2), decimal(38,2))
-- coalesce(double, double)
-- coalesce(double, integer)
-- coalesce(text, text)
-- coalesce(date, date)
-- coalesce(timestamptz, timestamptz)
COALESCE(`a1`, `b1`);
-- coalesce(boolean, false)
COALESCE(`a1`, FALSE);
-- coalesce(boolean, true)
COALESCE(`a1`, TRUE);
-- coalesce(text[], [])
COALESCE(`a1`, ARRAY<STRING>[]);
-- coalesce(text[], ['b'])
COALESCE(`a1`, ARRAY<STRING>['b']);
-- nullif(integer, integer)
-- nullif(decimal(12,2), integer)
-- nullif(double, double)
-- nullif(text, text)
-- nullif(date, date)
-- nullif(timestamptz, timestamptz)
-- nullif(decimal(38,0), bigint)
NULLIF(`a1`, `b1`);
-- nullif(bigint, 0)
NULLIF(`a1`, 0);
-- nullif(boolean, false)
NULLIF(`a1`, FALSE);
-- one_of(integer, 1)
`a1` IN (1);
-- one_of(integer, 3, 2, 1)
`a1` IN (3, 2, 1);
-- one_of(integer, -1, 1)
`a1` IN ((
    -1
), 1);
-- one_of(bigint, -9223372036854775808, 9223372036854775807)
`a1` IN ((
    -9223372036854775808
), 9223372036854775807);
-- one_of(decimal(12,2), 1.100, 2)
`a1` IN (CAST('1.100' AS NUMERIC), 2);
-- one_of(decimal(12,2), 1.101, 2)
`a1` IN (CAST('1.101' AS NUMERIC), 2);
-- one_of(decimal(12,2), -0.010)
`a1` IN (CAST('-0.010' AS NUMERIC));
-- one_of(decimal(12,2), 1.100)
`a1` IN (CAST('1.100' AS NUMERIC));
-- one_of(double, 0.10, 2)
`a1` IN (CAST('0.10' AS NUMERIC), 2);
-- one_of(double, 0)
`a1` IN (0);
-- one_of(text, 'a', 'b')
`a1` IN ('a', 'b');
-- one_of(text, '')
`a1` IN ('');
-- one_of(text, "it's", '50%_\\', '"')
`a1` IN ('it\'s', '50%_\\', '"');
-- one_of(text, '\xe9', '\U0001f6b2', '\ufffd')
`a1` IN ('é', '🚲', '�');
-- one_of(date, 2024-02-29, 0001-01-01, 9999-12-31)
`a1` IN (
  CAST('2024-02-29' AS DATE),
  CAST('0001-01-01' AS DATE),
  CAST('9999-12-31' AS DATE)
);
-- one_of(timestamptz, 2024-02-29T12:00:00.000001+00:00, 2024-01-01T00:00:00+00:00)
`a1` IN (
  CAST('2024-02-29 12:00:00.000001+00:00' AS TIMESTAMP),
  CAST('2024-01-01 00:00:00+00:00' AS TIMESTAMP)
);
-- one_of(timestamptz, 0001-01-01T00:00:00+00:00, 9999-12-31T23:59:59.999999+00:00)
`a1` IN (
  CAST('0001-01-01 00:00:00+00:00' AS TIMESTAMP),
  CAST('9999-12-31 23:59:59.999999+00:00' AS TIMESTAMP)
);
-- one_of(timestamp, 2024-02-29T12:00:00.000001, 2024-01-01T00:00:00)
`a1` IN (
  CAST('2024-02-29 12:00:00.000001' AS DATETIME),
  CAST('2024-01-01 00:00:00' AS DATETIME)
);
-- one_of(boolean, true)
`a1` IN (TRUE);
-- one_of(decimal(38,0), 99999999999999999999999999999999999999, 1)
`a1` IN (CAST('99999999999999999999999999999999999999' AS BIGNUMERIC), 1);
-- clean_json(json)
CASE
  WHEN (
    SAFE.PARSE_JSON(
      REGEXP_REPLACE(
        `a1`,
        '(?s)("(?:[^"\\\\]|\\\\.)*")|([0-9][eE][+-]?[0-9])[0-9]+|([1-9])[0-9]{29,}',
        '\\1\\2\\3'
      ),
      wide_number_mode => 'round'
    )
  ) IS NULL
  THEN NULL
  WHEN REGEXP_CONTAINS(`a1`, '\\\\u[dD][89abAB][0-9a-fA-F]{2}')
  THEN ARRAY_TO_STRING(
    ARRAY(
      SELECT
        CASE
          WHEN REGEXP_CONTAINS(piece, '^\\\\u[dD][89abAB][0-9a-fA-F]{2}')
          THEN JSON_VALUE(PARSE_JSON(CONCAT('"', piece, '"')))
          ELSE piece
        END
      FROM UNNEST(REGEXP_EXTRACT_ALL(
        `a1`,
        '(?s)(?:\\\\u[dD][89abAB][0-9a-fA-F]{2}\\\\u[dD][c-fC-F][0-9a-fA-F]{2})+|\\\\.|[^\\\\]+'
      )) AS piece WITH OFFSET AS place
      ORDER BY
        place
    ),
    ''
  )
  ELSE `a1`
END;
-- json_text(json)
`a1`;
-- json_text(text[])
-- json_text(boolean[])
-- json_text(date[])
TO_JSON_STRING(`a1`);
-- json_text(bigint[])
CONCAT(
  '[',
  ARRAY_TO_STRING(
    ARRAY(
      SELECT
        CAST(element AS STRING)
      FROM UNNEST(`a1`) AS element WITH OFFSET AS place
      ORDER BY
        place
    ),
    ','
  ),
  ']'
);
-- json_value(json, 'text', 'UTC', 'a')
(
  SELECT
    JSON_VALUE(part_1)
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  CROSS JOIN UNNEST([JSON_QUERY(part_0, '$."a"')]) AS part_1
  WHERE
    STARTS_WITH(part_0, '{')
    AND (
      ARRAY_LENGTH(REGEXP_EXTRACT_ALL(part_0, '"a":')) <= 1
      OR (
        SELECT
          COUNT(*)
        FROM (
          SELECT
            JSON_VALUE(token) AS name,
            SUM(
              CASE WHEN token IN ('{', '[') THEN 1 WHEN token IN ('}', ']') THEN (
                -1
              ) ELSE 0 END
            ) OVER (ORDER BY place) AS depth,
            LEAD(token) OVER (ORDER BY place) AS `following`
          FROM UNNEST(REGEXP_EXTRACT_ALL(part_0, '(?s)"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\]:]')) AS token WITH OFFSET AS place
        )
        WHERE
          depth = 1 AND `following` = ':' AND name = 'a'
      ) = 1
    )
    AND STARTS_WITH(part_1, '"')
    AND STRPOS(JSON_VALUE(part_1), '\x00') = 0
);
-- json_value(json, 'text', 'UTC')
(
  SELECT
    JSON_VALUE(part_0)
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  WHERE
    STARTS_WITH(part_0, '"') AND STRPOS(JSON_VALUE(part_0), '\x00') = 0
);
-- json_value(json, 'text', 'UTC', 0)
(
  SELECT
    JSON_VALUE(part_1)
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  CROSS JOIN UNNEST([JSON_QUERY(part_0, '$[0]')]) AS part_1
  WHERE
    STARTS_WITH(part_0, '[')
    AND STARTS_WITH(part_1, '"')
    AND STRPOS(JSON_VALUE(part_1), '\x00') = 0
);
-- json_value(json, 'text', 'UTC', 1)
(
  SELECT
    JSON_VALUE(part_1)
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  CROSS JOIN UNNEST([JSON_QUERY(part_0, '$[1]')]) AS part_1
  WHERE
    STARTS_WITH(part_0, '[')
    AND STARTS_WITH(part_1, '"')
    AND STRPOS(JSON_VALUE(part_1), '\x00') = 0
);
-- json_value(json, 'text', 'UTC', 2)
(
  SELECT
    JSON_VALUE(part_1)
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  CROSS JOIN UNNEST([JSON_QUERY(part_0, '$[2]')]) AS part_1
  WHERE
    STARTS_WITH(part_0, '[')
    AND STARTS_WITH(part_1, '"')
    AND STRPOS(JSON_VALUE(part_1), '\x00') = 0
);
-- json_value(json, 'text', 'UTC', '0')
(
  SELECT
    JSON_VALUE(part_1)
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  CROSS JOIN UNNEST([JSON_QUERY(part_0, '$."0"')]) AS part_1
  WHERE
    STARTS_WITH(part_0, '{')
    AND (
      ARRAY_LENGTH(REGEXP_EXTRACT_ALL(part_0, '"0":')) <= 1
      OR (
        SELECT
          COUNT(*)
        FROM (
          SELECT
            JSON_VALUE(token) AS name,
            SUM(
              CASE WHEN token IN ('{', '[') THEN 1 WHEN token IN ('}', ']') THEN (
                -1
              ) ELSE 0 END
            ) OVER (ORDER BY place) AS depth,
            LEAD(token) OVER (ORDER BY place) AS `following`
          FROM UNNEST(REGEXP_EXTRACT_ALL(part_0, '(?s)"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\]:]')) AS token WITH OFFSET AS place
        )
        WHERE
          depth = 1 AND `following` = ':' AND name = '0'
      ) = 1
    )
    AND STARTS_WITH(part_1, '"')
    AND STRPOS(JSON_VALUE(part_1), '\x00') = 0
);
-- json_value(json, 'text', 'UTC', 0, 1)
(
  SELECT
    JSON_VALUE(part_2)
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  CROSS JOIN UNNEST([JSON_QUERY(part_0, '$[0]')]) AS part_1
  CROSS JOIN UNNEST([JSON_QUERY(part_1, '$[1]')]) AS part_2
  WHERE
    STARTS_WITH(part_0, '[')
    AND STARTS_WITH(part_1, '[')
    AND STARTS_WITH(part_2, '"')
    AND STRPOS(JSON_VALUE(part_2), '\x00') = 0
);
-- json_value(json, 'text', 'UTC', 'a', 'b', 0, 'c')
(
  SELECT
    JSON_VALUE(part_4)
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  CROSS JOIN UNNEST([JSON_QUERY(part_0, '$."a"')]) AS part_1
  CROSS JOIN UNNEST([JSON_QUERY(part_1, '$."b"')]) AS part_2
  CROSS JOIN UNNEST([JSON_QUERY(part_2, '$[0]')]) AS part_3
  CROSS JOIN UNNEST([JSON_QUERY(part_3, '$."c"')]) AS part_4
  WHERE
    STARTS_WITH(part_0, '{')
    AND (
      ARRAY_LENGTH(REGEXP_EXTRACT_ALL(part_0, '"a":')) <= 1
      OR (
        SELECT
          COUNT(*)
        FROM (
          SELECT
            JSON_VALUE(token) AS name,
            SUM(
              CASE WHEN token IN ('{', '[') THEN 1 WHEN token IN ('}', ']') THEN (
                -1
              ) ELSE 0 END
            ) OVER (ORDER BY place) AS depth,
            LEAD(token) OVER (ORDER BY place) AS `following`
          FROM UNNEST(REGEXP_EXTRACT_ALL(part_0, '(?s)"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\]:]')) AS token WITH OFFSET AS place
        )
        WHERE
          depth = 1 AND `following` = ':' AND name = 'a'
      ) = 1
    )
    AND STARTS_WITH(part_1, '{')
    AND (
      ARRAY_LENGTH(REGEXP_EXTRACT_ALL(part_1, '"b":')) <= 1
      OR (
        SELECT
          COUNT(*)
        FROM (
          SELECT
            JSON_VALUE(token) AS name,
            SUM(
              CASE WHEN token IN ('{', '[') THEN 1 WHEN token IN ('}', ']') THEN (
                -1
              ) ELSE 0 END
            ) OVER (ORDER BY place) AS depth,
            LEAD(token) OVER (ORDER BY place) AS `following`
          FROM UNNEST(REGEXP_EXTRACT_ALL(part_1, '(?s)"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\]:]')) AS token WITH OFFSET AS place
        )
        WHERE
          depth = 1 AND `following` = ':' AND name = 'b'
      ) = 1
    )
    AND STARTS_WITH(part_2, '[')
    AND STARTS_WITH(part_3, '{')
    AND (
      ARRAY_LENGTH(REGEXP_EXTRACT_ALL(part_3, '"c":')) <= 1
      OR (
        SELECT
          COUNT(*)
        FROM (
          SELECT
            JSON_VALUE(token) AS name,
            SUM(
              CASE WHEN token IN ('{', '[') THEN 1 WHEN token IN ('}', ']') THEN (
                -1
              ) ELSE 0 END
            ) OVER (ORDER BY place) AS depth,
            LEAD(token) OVER (ORDER BY place) AS `following`
          FROM UNNEST(REGEXP_EXTRACT_ALL(part_3, '(?s)"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\]:]')) AS token WITH OFFSET AS place
        )
        WHERE
          depth = 1 AND `following` = ':' AND name = 'c'
      ) = 1
    )
    AND STARTS_WITH(part_4, '"')
    AND STRPOS(JSON_VALUE(part_4), '\x00') = 0
);
-- json_value(json, 'text', 'UTC', 'a', 'b')
(
  SELECT
    JSON_VALUE(part_2)
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  CROSS JOIN UNNEST([JSON_QUERY(part_0, '$."a"')]) AS part_1
  CROSS JOIN UNNEST([JSON_QUERY(part_1, '$."b"')]) AS part_2
  WHERE
    STARTS_WITH(part_0, '{')
    AND (
      ARRAY_LENGTH(REGEXP_EXTRACT_ALL(part_0, '"a":')) <= 1
      OR (
        SELECT
          COUNT(*)
        FROM (
          SELECT
            JSON_VALUE(token) AS name,
            SUM(
              CASE WHEN token IN ('{', '[') THEN 1 WHEN token IN ('}', ']') THEN (
                -1
              ) ELSE 0 END
            ) OVER (ORDER BY place) AS depth,
            LEAD(token) OVER (ORDER BY place) AS `following`
          FROM UNNEST(REGEXP_EXTRACT_ALL(part_0, '(?s)"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\]:]')) AS token WITH OFFSET AS place
        )
        WHERE
          depth = 1 AND `following` = ':' AND name = 'a'
      ) = 1
    )
    AND STARTS_WITH(part_1, '{')
    AND (
      ARRAY_LENGTH(REGEXP_EXTRACT_ALL(part_1, '"b":')) <= 1
      OR (
        SELECT
          COUNT(*)
        FROM (
          SELECT
            JSON_VALUE(token) AS name,
            SUM(
              CASE WHEN token IN ('{', '[') THEN 1 WHEN token IN ('}', ']') THEN (
                -1
              ) ELSE 0 END
            ) OVER (ORDER BY place) AS depth,
            LEAD(token) OVER (ORDER BY place) AS `following`
          FROM UNNEST(REGEXP_EXTRACT_ALL(part_1, '(?s)"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\]:]')) AS token WITH OFFSET AS place
        )
        WHERE
          depth = 1 AND `following` = ':' AND name = 'b'
      ) = 1
    )
    AND STARTS_WITH(part_2, '"')
    AND STRPOS(JSON_VALUE(part_2), '\x00') = 0
);
-- json_value(json, 'text', 'UTC', "it's")
(
  SELECT
    JSON_VALUE(part_1)
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  CROSS JOIN UNNEST([JSON_QUERY(part_0, '$."it\'s"')]) AS part_1
  WHERE
    STARTS_WITH(part_0, '{')
    AND (
      SELECT
        COUNT(*)
      FROM (
        SELECT
          JSON_VALUE(token) AS name,
          SUM(
            CASE WHEN token IN ('{', '[') THEN 1 WHEN token IN ('}', ']') THEN (
              -1
            ) ELSE 0 END
          ) OVER (ORDER BY place) AS depth,
          LEAD(token) OVER (ORDER BY place) AS `following`
        FROM UNNEST(REGEXP_EXTRACT_ALL(part_0, '(?s)"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\]:]')) AS token WITH OFFSET AS place
      )
      WHERE
        depth = 1 AND `following` = ':' AND name = 'it\'s'
    ) = 1
    AND STARTS_WITH(part_1, '"')
    AND STRPOS(JSON_VALUE(part_1), '\x00') = 0
);
-- json_value(json, 'text', 'UTC', 'a b.c')
(
  SELECT
    JSON_VALUE(part_1)
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  CROSS JOIN UNNEST([JSON_QUERY(part_0, '$."a b.c"')]) AS part_1
  WHERE
    STARTS_WITH(part_0, '{')
    AND (
      SELECT
        COUNT(*)
      FROM (
        SELECT
          JSON_VALUE(token) AS name,
          SUM(
            CASE WHEN token IN ('{', '[') THEN 1 WHEN token IN ('}', ']') THEN (
              -1
            ) ELSE 0 END
          ) OVER (ORDER BY place) AS depth,
          LEAD(token) OVER (ORDER BY place) AS `following`
        FROM UNNEST(REGEXP_EXTRACT_ALL(part_0, '(?s)"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\]:]')) AS token WITH OFFSET AS place
      )
      WHERE
        depth = 1 AND `following` = ':' AND name = 'a b.c'
    ) = 1
    AND STARTS_WITH(part_1, '"')
    AND STRPOS(JSON_VALUE(part_1), '\x00') = 0
);
-- json_value(json, 'text', 'UTC', 'a.b')
(
  SELECT
    JSON_VALUE(part_1)
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  CROSS JOIN UNNEST([JSON_QUERY(part_0, '$."a.b"')]) AS part_1
  WHERE
    STARTS_WITH(part_0, '{')
    AND (
      SELECT
        COUNT(*)
      FROM (
        SELECT
          JSON_VALUE(token) AS name,
          SUM(
            CASE WHEN token IN ('{', '[') THEN 1 WHEN token IN ('}', ']') THEN (
              -1
            ) ELSE 0 END
          ) OVER (ORDER BY place) AS depth,
          LEAD(token) OVER (ORDER BY place) AS `following`
        FROM UNNEST(REGEXP_EXTRACT_ALL(part_0, '(?s)"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\]:]')) AS token WITH OFFSET AS place
      )
      WHERE
        depth = 1 AND `following` = ':' AND name = 'a.b'
    ) = 1
    AND STARTS_WITH(part_1, '"')
    AND STRPOS(JSON_VALUE(part_1), '\x00') = 0
);
-- json_value(json, 'text', 'UTC', '$')
(
  SELECT
    JSON_VALUE(part_1)
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  CROSS JOIN UNNEST([JSON_QUERY(part_0, '$."$"')]) AS part_1
  WHERE
    STARTS_WITH(part_0, '{')
    AND (
      SELECT
        COUNT(*)
      FROM (
        SELECT
          JSON_VALUE(token) AS name,
          SUM(
            CASE WHEN token IN ('{', '[') THEN 1 WHEN token IN ('}', ']') THEN (
              -1
            ) ELSE 0 END
          ) OVER (ORDER BY place) AS depth,
          LEAD(token) OVER (ORDER BY place) AS `following`
        FROM UNNEST(REGEXP_EXTRACT_ALL(part_0, '(?s)"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\]:]')) AS token WITH OFFSET AS place
      )
      WHERE
        depth = 1 AND `following` = ':' AND name = '$'
    ) = 1
    AND STARTS_WITH(part_1, '"')
    AND STRPOS(JSON_VALUE(part_1), '\x00') = 0
);
-- json_value(json, 'text', 'UTC', '%_')
(
  SELECT
    JSON_VALUE(part_1)
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  CROSS JOIN UNNEST([JSON_QUERY(part_0, '$."%_"')]) AS part_1
  WHERE
    STARTS_WITH(part_0, '{')
    AND (
      SELECT
        COUNT(*)
      FROM (
        SELECT
          JSON_VALUE(token) AS name,
          SUM(
            CASE WHEN token IN ('{', '[') THEN 1 WHEN token IN ('}', ']') THEN (
              -1
            ) ELSE 0 END
          ) OVER (ORDER BY place) AS depth,
          LEAD(token) OVER (ORDER BY place) AS `following`
        FROM UNNEST(REGEXP_EXTRACT_ALL(part_0, '(?s)"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\]:]')) AS token WITH OFFSET AS place
      )
      WHERE
        depth = 1 AND `following` = ':' AND name = '%_'
    ) = 1
    AND STARTS_WITH(part_1, '"')
    AND STRPOS(JSON_VALUE(part_1), '\x00') = 0
);
-- json_value(json, 'text', 'UTC', '[0]')
(
  SELECT
    JSON_VALUE(part_1)
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  CROSS JOIN UNNEST([JSON_QUERY(part_0, '$."[0]"')]) AS part_1
  WHERE
    STARTS_WITH(part_0, '{')
    AND (
      SELECT
        COUNT(*)
      FROM (
        SELECT
          JSON_VALUE(token) AS name,
          SUM(
            CASE WHEN token IN ('{', '[') THEN 1 WHEN token IN ('}', ']') THEN (
              -1
            ) ELSE 0 END
          ) OVER (ORDER BY place) AS depth,
          LEAD(token) OVER (ORDER BY place) AS `following`
        FROM UNNEST(REGEXP_EXTRACT_ALL(part_0, '(?s)"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\]:]')) AS token WITH OFFSET AS place
      )
      WHERE
        depth = 1 AND `following` = ':' AND name = '[0]'
    ) = 1
    AND STARTS_WITH(part_1, '"')
    AND STRPOS(JSON_VALUE(part_1), '\x00') = 0
);
-- json_value(json, 'text', 'UTC', 'a*')
(
  SELECT
    JSON_VALUE(part_1)
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  CROSS JOIN UNNEST([JSON_QUERY(part_0, '$."a*"')]) AS part_1
  WHERE
    STARTS_WITH(part_0, '{')
    AND (
      SELECT
        COUNT(*)
      FROM (
        SELECT
          JSON_VALUE(token) AS name,
          SUM(
            CASE WHEN token IN ('{', '[') THEN 1 WHEN token IN ('}', ']') THEN (
              -1
            ) ELSE 0 END
          ) OVER (ORDER BY place) AS depth,
          LEAD(token) OVER (ORDER BY place) AS `following`
        FROM UNNEST(REGEXP_EXTRACT_ALL(part_0, '(?s)"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\]:]')) AS token WITH OFFSET AS place
      )
      WHERE
        depth = 1 AND `following` = ':' AND name = 'a*'
    ) = 1
    AND STARTS_WITH(part_1, '"')
    AND STRPOS(JSON_VALUE(part_1), '\x00') = 0
);
-- json_value(json, 'text', 'UTC', 'e\u0301')
(
  SELECT
    JSON_VALUE(part_1)
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  CROSS JOIN UNNEST([JSON_QUERY(part_0, '$."é"')]) AS part_1
  WHERE
    STARTS_WITH(part_0, '{')
    AND (
      SELECT
        COUNT(*)
      FROM (
        SELECT
          JSON_VALUE(token) AS name,
          SUM(
            CASE WHEN token IN ('{', '[') THEN 1 WHEN token IN ('}', ']') THEN (
              -1
            ) ELSE 0 END
          ) OVER (ORDER BY place) AS depth,
          LEAD(token) OVER (ORDER BY place) AS `following`
        FROM UNNEST(REGEXP_EXTRACT_ALL(part_0, '(?s)"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\]:]')) AS token WITH OFFSET AS place
      )
      WHERE
        depth = 1 AND `following` = ':' AND name = 'é'
    ) = 1
    AND STARTS_WITH(part_1, '"')
    AND STRPOS(JSON_VALUE(part_1), '\x00') = 0
);
-- json_value(json, 'text', 'UTC', '\U0001f6b2')
(
  SELECT
    JSON_VALUE(part_1)
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  CROSS JOIN UNNEST([JSON_QUERY(part_0, '$."🚲"')]) AS part_1
  WHERE
    STARTS_WITH(part_0, '{')
    AND (
      SELECT
        COUNT(*)
      FROM (
        SELECT
          JSON_VALUE(token) AS name,
          SUM(
            CASE WHEN token IN ('{', '[') THEN 1 WHEN token IN ('}', ']') THEN (
              -1
            ) ELSE 0 END
          ) OVER (ORDER BY place) AS depth,
          LEAD(token) OVER (ORDER BY place) AS `following`
        FROM UNNEST(REGEXP_EXTRACT_ALL(part_0, '(?s)"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\]:]')) AS token WITH OFFSET AS place
      )
      WHERE
        depth = 1 AND `following` = ':' AND name = '🚲'
    ) = 1
    AND STARTS_WITH(part_1, '"')
    AND STRPOS(JSON_VALUE(part_1), '\x00') = 0
);
-- json_value(json, 'text', 'UTC', 'a-b')
(
  SELECT
    JSON_VALUE(part_1)
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  CROSS JOIN UNNEST([JSON_QUERY(part_0, '$."a-b"')]) AS part_1
  WHERE
    STARTS_WITH(part_0, '{')
    AND (
      ARRAY_LENGTH(REGEXP_EXTRACT_ALL(part_0, '"a-b":')) <= 1
      OR (
        SELECT
          COUNT(*)
        FROM (
          SELECT
            JSON_VALUE(token) AS name,
            SUM(
              CASE WHEN token IN ('{', '[') THEN 1 WHEN token IN ('}', ']') THEN (
                -1
              ) ELSE 0 END
            ) OVER (ORDER BY place) AS depth,
            LEAD(token) OVER (ORDER BY place) AS `following`
          FROM UNNEST(REGEXP_EXTRACT_ALL(part_0, '(?s)"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\]:]')) AS token WITH OFFSET AS place
        )
        WHERE
          depth = 1 AND `following` = ':' AND name = 'a-b'
      ) = 1
    )
    AND STARTS_WITH(part_1, '"')
    AND STRPOS(JSON_VALUE(part_1), '\x00') = 0
);
-- json_value(json, 'text', 'UTC', 'null')
(
  SELECT
    JSON_VALUE(part_1)
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  CROSS JOIN UNNEST([JSON_QUERY(part_0, '$."null"')]) AS part_1
  WHERE
    STARTS_WITH(part_0, '{')
    AND (
      ARRAY_LENGTH(REGEXP_EXTRACT_ALL(part_0, '"null":')) <= 1
      OR (
        SELECT
          COUNT(*)
        FROM (
          SELECT
            JSON_VALUE(token) AS name,
            SUM(
              CASE WHEN token IN ('{', '[') THEN 1 WHEN token IN ('}', ']') THEN (
                -1
              ) ELSE 0 END
            ) OVER (ORDER BY place) AS depth,
            LEAD(token) OVER (ORDER BY place) AS `following`
          FROM UNNEST(REGEXP_EXTRACT_ALL(part_0, '(?s)"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\]:]')) AS token WITH OFFSET AS place
        )
        WHERE
          depth = 1 AND `following` = ':' AND name = 'null'
      ) = 1
    )
    AND STARTS_WITH(part_1, '"')
    AND STRPOS(JSON_VALUE(part_1), '\x00') = 0
);
-- json_value(json, 'text', 'UTC', '?')
(
  SELECT
    JSON_VALUE(part_1)
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  CROSS JOIN UNNEST([JSON_QUERY(part_0, '$."?"')]) AS part_1
  WHERE
    STARTS_WITH(part_0, '{')
    AND (
      SELECT
        COUNT(*)
      FROM (
        SELECT
          JSON_VALUE(token) AS name,
          SUM(
            CASE WHEN token IN ('{', '[') THEN 1 WHEN token IN ('}', ']') THEN (
              -1
            ) ELSE 0 END
          ) OVER (ORDER BY place) AS depth,
          LEAD(token) OVER (ORDER BY place) AS `following`
        FROM UNNEST(REGEXP_EXTRACT_ALL(part_0, '(?s)"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\]:]')) AS token WITH OFFSET AS place
      )
      WHERE
        depth = 1 AND `following` = ':' AND name = '?'
    ) = 1
    AND STARTS_WITH(part_1, '"')
    AND STRPOS(JSON_VALUE(part_1), '\x00') = 0
);
-- json_value(json, 'text', 'UTC', ':a')
(
  SELECT
    JSON_VALUE(part_1)
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  CROSS JOIN UNNEST([JSON_QUERY(part_0, '$.":a"')]) AS part_1
  WHERE
    STARTS_WITH(part_0, '{')
    AND (
      SELECT
        COUNT(*)
      FROM (
        SELECT
          JSON_VALUE(token) AS name,
          SUM(
            CASE WHEN token IN ('{', '[') THEN 1 WHEN token IN ('}', ']') THEN (
              -1
            ) ELSE 0 END
          ) OVER (ORDER BY place) AS depth,
          LEAD(token) OVER (ORDER BY place) AS `following`
        FROM UNNEST(REGEXP_EXTRACT_ALL(part_0, '(?s)"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\]:]')) AS token WITH OFFSET AS place
      )
      WHERE
        depth = 1 AND `following` = ':' AND name = ':a'
    ) = 1
    AND STARTS_WITH(part_1, '"')
    AND STRPOS(JSON_VALUE(part_1), '\x00') = 0
);
-- json_value(json, 'text', 'UTC', ' ')
(
  SELECT
    JSON_VALUE(part_1)
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  CROSS JOIN UNNEST([JSON_QUERY(part_0, '$." "')]) AS part_1
  WHERE
    STARTS_WITH(part_0, '{')
    AND (
      ARRAY_LENGTH(REGEXP_EXTRACT_ALL(part_0, '" ":')) <= 1
      OR (
        SELECT
          COUNT(*)
        FROM (
          SELECT
            JSON_VALUE(token) AS name,
            SUM(
              CASE WHEN token IN ('{', '[') THEN 1 WHEN token IN ('}', ']') THEN (
                -1
              ) ELSE 0 END
            ) OVER (ORDER BY place) AS depth,
            LEAD(token) OVER (ORDER BY place) AS `following`
          FROM UNNEST(REGEXP_EXTRACT_ALL(part_0, '(?s)"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\]:]')) AS token WITH OFFSET AS place
        )
        WHERE
          depth = 1 AND `following` = ':' AND name = ' '
      ) = 1
    )
    AND STARTS_WITH(part_1, '"')
    AND STRPOS(JSON_VALUE(part_1), '\x00') = 0
);
-- json_value(json, 'number', 'UTC', 'a')
(
  SELECT
    SAFE_CAST(SAFE_CAST(part_1 AS BIGNUMERIC) AS NUMERIC)
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  CROSS JOIN UNNEST([JSON_QUERY(part_0, '$."a"')]) AS part_1
  WHERE
    STARTS_WITH(part_0, '{')
    AND (
      ARRAY_LENGTH(REGEXP_EXTRACT_ALL(part_0, '"a":')) <= 1
      OR (
        SELECT
          COUNT(*)
        FROM (
          SELECT
            JSON_VALUE(token) AS name,
            SUM(
              CASE WHEN token IN ('{', '[') THEN 1 WHEN token IN ('}', ']') THEN (
                -1
              ) ELSE 0 END
            ) OVER (ORDER BY place) AS depth,
            LEAD(token) OVER (ORDER BY place) AS `following`
          FROM UNNEST(REGEXP_EXTRACT_ALL(part_0, '(?s)"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\]:]')) AS token WITH OFFSET AS place
        )
        WHERE
          depth = 1 AND `following` = ':' AND name = 'a'
      ) = 1
    )
    AND REGEXP_CONTAINS(part_1, '^[-0-9]')
);
-- json_value(json, 'number', 'UTC')
(
  SELECT
    SAFE_CAST(SAFE_CAST(part_0 AS BIGNUMERIC) AS NUMERIC)
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  WHERE
    REGEXP_CONTAINS(part_0, '^[-0-9]')
);
-- json_value(json, 'number', 'UTC', 1)
(
  SELECT
    SAFE_CAST(SAFE_CAST(part_1 AS BIGNUMERIC) AS NUMERIC)
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  CROSS JOIN UNNEST([JSON_QUERY(part_0, '$[1]')]) AS part_1
  WHERE
    STARTS_WITH(part_0, '[') AND REGEXP_CONTAINS(part_1, '^[-0-9]')
);
-- json_value(json, 'integer', 'UTC', 'a')
(
  SELECT
    SAFE_CAST(SAFE_CAST(SAFE_CAST(part_1 AS BIGNUMERIC) AS NUMERIC) AS INT64)
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  CROSS JOIN UNNEST([JSON_QUERY(part_0, '$."a"')]) AS part_1
  WHERE
    STARTS_WITH(part_0, '{')
    AND (
      ARRAY_LENGTH(REGEXP_EXTRACT_ALL(part_0, '"a":')) <= 1
      OR (
        SELECT
          COUNT(*)
        FROM (
          SELECT
            JSON_VALUE(token) AS name,
            SUM(
              CASE WHEN token IN ('{', '[') THEN 1 WHEN token IN ('}', ']') THEN (
                -1
              ) ELSE 0 END
            ) OVER (ORDER BY place) AS depth,
            LEAD(token) OVER (ORDER BY place) AS `following`
          FROM UNNEST(REGEXP_EXTRACT_ALL(part_0, '(?s)"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\]:]')) AS token WITH OFFSET AS place
        )
        WHERE
          depth = 1 AND `following` = ':' AND name = 'a'
      ) = 1
    )
    AND REGEXP_CONTAINS(part_1, '^[-0-9]')
    AND SAFE_CAST(SAFE_CAST(part_1 AS BIGNUMERIC) AS NUMERIC) = TRUNC(SAFE_CAST(SAFE_CAST(part_1 AS BIGNUMERIC) AS NUMERIC))
);
-- json_value(json, 'boolean', 'UTC', 'a')
(
  SELECT
    part_1 = 'true'
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  CROSS JOIN UNNEST([JSON_QUERY(part_0, '$."a"')]) AS part_1
  WHERE
    STARTS_WITH(part_0, '{')
    AND (
      ARRAY_LENGTH(REGEXP_EXTRACT_ALL(part_0, '"a":')) <= 1
      OR (
        SELECT
          COUNT(*)
        FROM (
          SELECT
            JSON_VALUE(token) AS name,
            SUM(
              CASE WHEN token IN ('{', '[') THEN 1 WHEN token IN ('}', ']') THEN (
                -1
              ) ELSE 0 END
            ) OVER (ORDER BY place) AS depth,
            LEAD(token) OVER (ORDER BY place) AS `following`
          FROM UNNEST(REGEXP_EXTRACT_ALL(part_0, '(?s)"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\]:]')) AS token WITH OFFSET AS place
        )
        WHERE
          depth = 1 AND `following` = ':' AND name = 'a'
      ) = 1
    )
    AND part_1 IN ('true', 'false')
);
-- json_value(json, 'boolean', 'UTC')
(
  SELECT
    part_0 = 'true'
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  WHERE
    part_0 IN ('true', 'false')
);
-- json_value(json, 'date', 'UTC', 'a')
(
  SELECT
    SAFE_CAST(REGEXP_EXTRACT(
      JSON_VALUE(part_1),
      '^((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2})$'
    ) AS DATE)
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  CROSS JOIN UNNEST([JSON_QUERY(part_0, '$."a"')]) AS part_1
  WHERE
    STARTS_WITH(part_0, '{')
    AND (
      ARRAY_LENGTH(REGEXP_EXTRACT_ALL(part_0, '"a":')) <= 1
      OR (
        SELECT
          COUNT(*)
        FROM (
          SELECT
            JSON_VALUE(token) AS name,
            SUM(
              CASE WHEN token IN ('{', '[') THEN 1 WHEN token IN ('}', ']') THEN (
                -1
              ) ELSE 0 END
            ) OVER (ORDER BY place) AS depth,
            LEAD(token) OVER (ORDER BY place) AS `following`
          FROM UNNEST(REGEXP_EXTRACT_ALL(part_0, '(?s)"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\]:]')) AS token WITH OFFSET AS place
        )
        WHERE
          depth = 1 AND `following` = ':' AND name = 'a'
      ) = 1
    )
    AND STARTS_WITH(part_1, '"')
);
-- json_value(json, 'timestamp', 'UTC', 'a')
(
  SELECT
    COALESCE(
      SAFE_CAST(REGEXP_EXTRACT(
        REGEXP_REPLACE(
          REGEXP_REPLACE(JSON_VALUE(part_1), '(\\.[0-9]{6})[0-9]{1,3}($|Z|[+-])', '\\1\\2'),
          '([T ](?:[01][0-9]|2[0-3]):[0-5][0-9])($|Z|[+-])',
          '\\1:00\\2'
        ),
        '^((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,9})?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9]))$'
      ) AS TIMESTAMP),
      TIMESTAMP(
        SAFE_CAST(REGEXP_EXTRACT(
          REGEXP_REPLACE(
            REGEXP_REPLACE(JSON_VALUE(part_1), '(\\.[0-9]{6})[0-9]{1,3}($|Z|[+-])', '\\1\\2'),
            '([T ](?:[01][0-9]|2[0-3]):[0-5][0-9])($|Z|[+-])',
            '\\1:00\\2'
          ),
          '^((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,9})?)$'
        ) AS DATETIME),
        'UTC'
      )
    )
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  CROSS JOIN UNNEST([JSON_QUERY(part_0, '$."a"')]) AS part_1
  WHERE
    STARTS_WITH(part_0, '{')
    AND (
      ARRAY_LENGTH(REGEXP_EXTRACT_ALL(part_0, '"a":')) <= 1
      OR (
        SELECT
          COUNT(*)
        FROM (
          SELECT
            JSON_VALUE(token) AS name,
            SUM(
              CASE WHEN token IN ('{', '[') THEN 1 WHEN token IN ('}', ']') THEN (
                -1
              ) ELSE 0 END
            ) OVER (ORDER BY place) AS depth,
            LEAD(token) OVER (ORDER BY place) AS `following`
          FROM UNNEST(REGEXP_EXTRACT_ALL(part_0, '(?s)"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\]:]')) AS token WITH OFFSET AS place
        )
        WHERE
          depth = 1 AND `following` = ':' AND name = 'a'
      ) = 1
    )
    AND STARTS_WITH(part_1, '"')
);
-- json_value(json, 'timestamp', 'Europe/Berlin', 'a')
(
  SELECT
    COALESCE(
      SAFE_CAST(REGEXP_EXTRACT(
        REGEXP_REPLACE(
          REGEXP_REPLACE(JSON_VALUE(part_1), '(\\.[0-9]{6})[0-9]{1,3}($|Z|[+-])', '\\1\\2'),
          '([T ](?:[01][0-9]|2[0-3]):[0-5][0-9])($|Z|[+-])',
          '\\1:00\\2'
        ),
        '^((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,9})?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9]))$'
      ) AS TIMESTAMP),
      COALESCE(
        SAFE.TIMESTAMP(
          SAFE_CAST(REGEXP_EXTRACT(
            REGEXP_REPLACE(
              REGEXP_REPLACE(JSON_VALUE(part_1), '(\\.[0-9]{6})[0-9]{1,3}($|Z|[+-])', '\\1\\2'),
              '([T ](?:[01][0-9]|2[0-3]):[0-5][0-9])($|Z|[+-])',
              '\\1:00\\2'
            ),
            '^((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,9})?)$'
          ) AS DATETIME),
          'Europe/Berlin'
        ),
        TIMESTAMP(
          SAFE_CAST(REGEXP_EXTRACT(
            REGEXP_REPLACE(
              REGEXP_REPLACE(JSON_VALUE(part_1), '(\\.[0-9]{6})[0-9]{1,3}($|Z|[+-])', '\\1\\2'),
              '([T ](?:[01][0-9]|2[0-3]):[0-5][0-9])($|Z|[+-])',
              '\\1:00\\2'
            ),
            '^((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,9})?)$'
          ) AS DATETIME),
          'UTC'
        )
      )
    )
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  CROSS JOIN UNNEST([JSON_QUERY(part_0, '$."a"')]) AS part_1
  WHERE
    STARTS_WITH(part_0, '{')
    AND (
      ARRAY_LENGTH(REGEXP_EXTRACT_ALL(part_0, '"a":')) <= 1
      OR (
        SELECT
          COUNT(*)
        FROM (
          SELECT
            JSON_VALUE(token) AS name,
            SUM(
              CASE WHEN token IN ('{', '[') THEN 1 WHEN token IN ('}', ']') THEN (
                -1
              ) ELSE 0 END
            ) OVER (ORDER BY place) AS depth,
            LEAD(token) OVER (ORDER BY place) AS `following`
          FROM UNNEST(REGEXP_EXTRACT_ALL(part_0, '(?s)"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\]:]')) AS token WITH OFFSET AS place
        )
        WHERE
          depth = 1 AND `following` = ':' AND name = 'a'
      ) = 1
    )
    AND STARTS_WITH(part_1, '"')
);
-- json_array(json, 'text', 'UTC')
ARRAY(
  SELECT
    JSON_VALUE(item)
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  CROSS JOIN UNNEST(JSON_QUERY_ARRAY(part_0)) AS item WITH OFFSET AS place
  WHERE
    STARTS_WITH(part_0, '[')
    AND STARTS_WITH(item, '"')
    AND STRPOS(JSON_VALUE(item), '\x00') = 0
    AND JSON_VALUE(item) IS NOT NULL
  ORDER BY
    place
);
-- json_array(json, 'text', 'UTC', 'a')
ARRAY(
  SELECT
    JSON_VALUE(item)
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  CROSS JOIN UNNEST([JSON_QUERY(part_0, '$."a"')]) AS part_1
  CROSS JOIN UNNEST(JSON_QUERY_ARRAY(part_1)) AS item WITH OFFSET AS place
  WHERE
    STARTS_WITH(part_0, '{')
    AND (
      ARRAY_LENGTH(REGEXP_EXTRACT_ALL(part_0, '"a":')) <= 1
      OR (
        SELECT
          COUNT(*)
        FROM (
          SELECT
            JSON_VALUE(token) AS name,
            SUM(
              CASE WHEN token IN ('{', '[') THEN 1 WHEN token IN ('}', ']') THEN (
                -1
              ) ELSE 0 END
            ) OVER (ORDER BY place) AS depth,
            LEAD(token) OVER (ORDER BY place) AS `following`
          FROM UNNEST(REGEXP_EXTRACT_ALL(part_0, '(?s)"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\]:]')) AS token WITH OFFSET AS place
        )
        WHERE
          depth = 1 AND `following` = ':' AND name = 'a'
      ) = 1
    )
    AND STARTS_WITH(part_1, '[')
    AND STARTS_WITH(item, '"')
    AND STRPOS(JSON_VALUE(item), '\x00') = 0
    AND JSON_VALUE(item) IS NOT NULL
  ORDER BY
    place
);
-- json_array(json, 'text', 'UTC', 1)
ARRAY(
  SELECT
    JSON_VALUE(item)
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  CROSS JOIN UNNEST([JSON_QUERY(part_0, '$[1]')]) AS part_1
  CROSS JOIN UNNEST(JSON_QUERY_ARRAY(part_1)) AS item WITH OFFSET AS place
  WHERE
    STARTS_WITH(part_0, '[')
    AND STARTS_WITH(part_1, '[')
    AND STARTS_WITH(item, '"')
    AND STRPOS(JSON_VALUE(item), '\x00') = 0
    AND JSON_VALUE(item) IS NOT NULL
  ORDER BY
    place
);
-- json_array(json, 'text', 'UTC', 'a', 0, "it's")
ARRAY(
  SELECT
    JSON_VALUE(item)
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  CROSS JOIN UNNEST([JSON_QUERY(part_0, '$."a"')]) AS part_1
  CROSS JOIN UNNEST([JSON_QUERY(part_1, '$[0]')]) AS part_2
  CROSS JOIN UNNEST([JSON_QUERY(part_2, '$."it\'s"')]) AS part_3
  CROSS JOIN UNNEST(JSON_QUERY_ARRAY(part_3)) AS item WITH OFFSET AS place
  WHERE
    STARTS_WITH(part_0, '{')
    AND (
      ARRAY_LENGTH(REGEXP_EXTRACT_ALL(part_0, '"a":')) <= 1
      OR (
        SELECT
          COUNT(*)
        FROM (
          SELECT
            JSON_VALUE(token) AS name,
            SUM(
              CASE WHEN token IN ('{', '[') THEN 1 WHEN token IN ('}', ']') THEN (
                -1
              ) ELSE 0 END
            ) OVER (ORDER BY place) AS depth,
            LEAD(token) OVER (ORDER BY place) AS `following`
          FROM UNNEST(REGEXP_EXTRACT_ALL(part_0, '(?s)"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\]:]')) AS token WITH OFFSET AS place
        )
        WHERE
          depth = 1 AND `following` = ':' AND name = 'a'
      ) = 1
    )
    AND STARTS_WITH(part_1, '[')
    AND STARTS_WITH(part_2, '{')
    AND (
      SELECT
        COUNT(*)
      FROM (
        SELECT
          JSON_VALUE(token) AS name,
          SUM(
            CASE WHEN token IN ('{', '[') THEN 1 WHEN token IN ('}', ']') THEN (
              -1
            ) ELSE 0 END
          ) OVER (ORDER BY place) AS depth,
          LEAD(token) OVER (ORDER BY place) AS `following`
        FROM UNNEST(REGEXP_EXTRACT_ALL(part_2, '(?s)"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\]:]')) AS token WITH OFFSET AS place
      )
      WHERE
        depth = 1 AND `following` = ':' AND name = 'it\'s'
    ) = 1
    AND STARTS_WITH(part_3, '[')
    AND STARTS_WITH(item, '"')
    AND STRPOS(JSON_VALUE(item), '\x00') = 0
    AND JSON_VALUE(item) IS NOT NULL
  ORDER BY
    place
);
-- json_array(json, 'number', 'UTC')
ARRAY(
  SELECT
    SAFE_CAST(SAFE_CAST(item AS BIGNUMERIC) AS NUMERIC)
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  CROSS JOIN UNNEST(JSON_QUERY_ARRAY(part_0)) AS item WITH OFFSET AS place
  WHERE
    STARTS_WITH(part_0, '[')
    AND REGEXP_CONTAINS(item, '^[-0-9]')
    AND SAFE_CAST(SAFE_CAST(item AS BIGNUMERIC) AS NUMERIC) IS NOT NULL
  ORDER BY
    place
);
-- json_array(json, 'number', 'UTC', 'a')
ARRAY(
  SELECT
    SAFE_CAST(SAFE_CAST(item AS BIGNUMERIC) AS NUMERIC)
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  CROSS JOIN UNNEST([JSON_QUERY(part_0, '$."a"')]) AS part_1
  CROSS JOIN UNNEST(JSON_QUERY_ARRAY(part_1)) AS item WITH OFFSET AS place
  WHERE
    STARTS_WITH(part_0, '{')
    AND (
      ARRAY_LENGTH(REGEXP_EXTRACT_ALL(part_0, '"a":')) <= 1
      OR (
        SELECT
          COUNT(*)
        FROM (
          SELECT
            JSON_VALUE(token) AS name,
            SUM(
              CASE WHEN token IN ('{', '[') THEN 1 WHEN token IN ('}', ']') THEN (
                -1
              ) ELSE 0 END
            ) OVER (ORDER BY place) AS depth,
            LEAD(token) OVER (ORDER BY place) AS `following`
          FROM UNNEST(REGEXP_EXTRACT_ALL(part_0, '(?s)"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\]:]')) AS token WITH OFFSET AS place
        )
        WHERE
          depth = 1 AND `following` = ':' AND name = 'a'
      ) = 1
    )
    AND STARTS_WITH(part_1, '[')
    AND REGEXP_CONTAINS(item, '^[-0-9]')
    AND SAFE_CAST(SAFE_CAST(item AS BIGNUMERIC) AS NUMERIC) IS NOT NULL
  ORDER BY
    place
);
-- json_array(json, 'integer', 'UTC')
ARRAY(
  SELECT
    SAFE_CAST(SAFE_CAST(SAFE_CAST(item AS BIGNUMERIC) AS NUMERIC) AS INT64)
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  CROSS JOIN UNNEST(JSON_QUERY_ARRAY(part_0)) AS item WITH OFFSET AS place
  WHERE
    STARTS_WITH(part_0, '[')
    AND REGEXP_CONTAINS(item, '^[-0-9]')
    AND SAFE_CAST(SAFE_CAST(item AS BIGNUMERIC) AS NUMERIC) = TRUNC(SAFE_CAST(SAFE_CAST(item AS BIGNUMERIC) AS NUMERIC))
    AND SAFE_CAST(SAFE_CAST(SAFE_CAST(item AS BIGNUMERIC) AS NUMERIC) AS INT64) IS NOT NULL
  ORDER BY
    place
);
-- json_array(json, 'boolean', 'UTC')
ARRAY(
  SELECT
    item = 'true'
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  CROSS JOIN UNNEST(JSON_QUERY_ARRAY(part_0)) AS item WITH OFFSET AS place
  WHERE
    STARTS_WITH(part_0, '[')
    AND item IN ('true', 'false')
    AND (
      item = 'true'
    ) IS NOT NULL
  ORDER BY
    place
);
-- json_array(json, 'date', 'UTC')
ARRAY(
  SELECT
    SAFE_CAST(REGEXP_EXTRACT(
      JSON_VALUE(item),
      '^((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2})$'
    ) AS DATE)
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  CROSS JOIN UNNEST(JSON_QUERY_ARRAY(part_0)) AS item WITH OFFSET AS place
  WHERE
    STARTS_WITH(part_0, '[')
    AND STARTS_WITH(item, '"')
    AND SAFE_CAST(REGEXP_EXTRACT(
      JSON_VALUE(item),
      '^((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2})$'
    ) AS DATE) IS NOT NULL
  ORDER BY
    place
);
-- json_array(json, 'timestamp', 'UTC')
ARRAY(
  SELECT
    COALESCE(
      SAFE_CAST(REGEXP_EXTRACT(
        REGEXP_REPLACE(
          REGEXP_REPLACE(JSON_VALUE(item), '(\\.[0-9]{6})[0-9]{1,3}($|Z|[+-])', '\\1\\2'),
          '([T ](?:[01][0-9]|2[0-3]):[0-5][0-9])($|Z|[+-])',
          '\\1:00\\2'
        ),
        '^((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,9})?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9]))$'
      ) AS TIMESTAMP),
      TIMESTAMP(
        SAFE_CAST(REGEXP_EXTRACT(
          REGEXP_REPLACE(
            REGEXP_REPLACE(JSON_VALUE(item), '(\\.[0-9]{6})[0-9]{1,3}($|Z|[+-])', '\\1\\2'),
            '([T ](?:[01][0-9]|2[0-3]):[0-5][0-9])($|Z|[+-])',
            '\\1:00\\2'
          ),
          '^((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,9})?)$'
        ) AS DATETIME),
        'UTC'
      )
    )
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  CROSS JOIN UNNEST(JSON_QUERY_ARRAY(part_0)) AS item WITH OFFSET AS place
  WHERE
    STARTS_WITH(part_0, '[')
    AND STARTS_WITH(item, '"')
    AND COALESCE(
      SAFE_CAST(REGEXP_EXTRACT(
        REGEXP_REPLACE(
          REGEXP_REPLACE(JSON_VALUE(item), '(\\.[0-9]{6})[0-9]{1,3}($|Z|[+-])', '\\1\\2'),
          '([T ](?:[01][0-9]|2[0-3]):[0-5][0-9])($|Z|[+-])',
          '\\1:00\\2'
        ),
        '^((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,9})?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9]))$'
      ) AS TIMESTAMP),
      TIMESTAMP(
        SAFE_CAST(REGEXP_EXTRACT(
          REGEXP_REPLACE(
            REGEXP_REPLACE(JSON_VALUE(item), '(\\.[0-9]{6})[0-9]{1,3}($|Z|[+-])', '\\1\\2'),
            '([T ](?:[01][0-9]|2[0-3]):[0-5][0-9])($|Z|[+-])',
            '\\1:00\\2'
          ),
          '^((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,9})?)$'
        ) AS DATETIME),
        'UTC'
      )
    ) IS NOT NULL
  ORDER BY
    place
);
-- json_array(json, 'timestamp', 'Europe/Berlin')
ARRAY(
  SELECT
    COALESCE(
      SAFE_CAST(REGEXP_EXTRACT(
        REGEXP_REPLACE(
          REGEXP_REPLACE(JSON_VALUE(item), '(\\.[0-9]{6})[0-9]{1,3}($|Z|[+-])', '\\1\\2'),
          '([T ](?:[01][0-9]|2[0-3]):[0-5][0-9])($|Z|[+-])',
          '\\1:00\\2'
        ),
        '^((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,9})?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9]))$'
      ) AS TIMESTAMP),
      COALESCE(
        SAFE.TIMESTAMP(
          SAFE_CAST(REGEXP_EXTRACT(
            REGEXP_REPLACE(
              REGEXP_REPLACE(JSON_VALUE(item), '(\\.[0-9]{6})[0-9]{1,3}($|Z|[+-])', '\\1\\2'),
              '([T ](?:[01][0-9]|2[0-3]):[0-5][0-9])($|Z|[+-])',
              '\\1:00\\2'
            ),
            '^((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,9})?)$'
          ) AS DATETIME),
          'Europe/Berlin'
        ),
        TIMESTAMP(
          SAFE_CAST(REGEXP_EXTRACT(
            REGEXP_REPLACE(
              REGEXP_REPLACE(JSON_VALUE(item), '(\\.[0-9]{6})[0-9]{1,3}($|Z|[+-])', '\\1\\2'),
              '([T ](?:[01][0-9]|2[0-3]):[0-5][0-9])($|Z|[+-])',
              '\\1:00\\2'
            ),
            '^((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,9})?)$'
          ) AS DATETIME),
          'UTC'
        )
      )
    )
  FROM UNNEST([JSON_QUERY(`a1`, '$')]) AS part_0
  CROSS JOIN UNNEST(JSON_QUERY_ARRAY(part_0)) AS item WITH OFFSET AS place
  WHERE
    STARTS_WITH(part_0, '[')
    AND STARTS_WITH(item, '"')
    AND COALESCE(
      SAFE_CAST(REGEXP_EXTRACT(
        REGEXP_REPLACE(
          REGEXP_REPLACE(JSON_VALUE(item), '(\\.[0-9]{6})[0-9]{1,3}($|Z|[+-])', '\\1\\2'),
          '([T ](?:[01][0-9]|2[0-3]):[0-5][0-9])($|Z|[+-])',
          '\\1:00\\2'
        ),
        '^((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,9})?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9]))$'
      ) AS TIMESTAMP),
      COALESCE(
        SAFE.TIMESTAMP(
          SAFE_CAST(REGEXP_EXTRACT(
            REGEXP_REPLACE(
              REGEXP_REPLACE(JSON_VALUE(item), '(\\.[0-9]{6})[0-9]{1,3}($|Z|[+-])', '\\1\\2'),
              '([T ](?:[01][0-9]|2[0-3]):[0-5][0-9])($|Z|[+-])',
              '\\1:00\\2'
            ),
            '^((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,9})?)$'
          ) AS DATETIME),
          'Europe/Berlin'
        ),
        TIMESTAMP(
          SAFE_CAST(REGEXP_EXTRACT(
            REGEXP_REPLACE(
              REGEXP_REPLACE(JSON_VALUE(item), '(\\.[0-9]{6})[0-9]{1,3}($|Z|[+-])', '\\1\\2'),
              '([T ](?:[01][0-9]|2[0-3]):[0-5][0-9])($|Z|[+-])',
              '\\1:00\\2'
            ),
            '^((?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,9})?)$'
          ) AS DATETIME),
          'UTC'
        )
      )
    ) IS NOT NULL
  ORDER BY
    place
);
-- min(integer)
-- min(text)
-- min(decimal(38,9))
-- min(double)
-- min(date)
-- min(timestamptz)
SELECT
  MIN(`a1`) AS `r1`
FROM `held`;
-- min(integer, boolean, where=b)
SELECT
  MIN(CASE WHEN `b1` THEN `a1` END) AS `r1`
FROM `held`;
-- max(integer)
-- max(text)
-- max(decimal(38,9))
-- max(double)
-- max(date)
-- max(timestamptz)
SELECT
  MAX(`a1`) AS `r1`
FROM `held`;
-- max(integer, boolean, where=b)
SELECT
  MAX(CASE WHEN `b1` THEN `a1` END) AS `r1`
FROM `held`;
-- avg(integer)
-- avg(bigint)
SELECT
  CAST(CAST(SUM(CAST(`a1` AS NUMERIC)) AS BIGNUMERIC) AS FLOAT64) / NULLIF(COUNT(`a1`), 0) AS `r1`
FROM `held`;
-- avg(decimal(12,2))
SELECT
  CAST(CAST(SUM(`a1`) AS BIGNUMERIC) AS FLOAT64) / NULLIF(COUNT(`a1`), 0) AS `r1`
FROM `held`;
-- avg(decimal(38,0))
-- avg(double)
SELECT
  CAST(SUM(`a1`) AS FLOAT64) / NULLIF(COUNT(`a1`), 0) AS `r1`
FROM `held`;
-- avg(integer, boolean, where=b)
SELECT
  CAST(CAST(SUM(CAST(CASE WHEN `b1` THEN `a1` END AS NUMERIC)) AS BIGNUMERIC) AS FLOAT64) / NULLIF(COUNT(CASE WHEN `b1` THEN `a1` END), 0) AS `r1`
FROM `held`;
-- bit: not available
-- has_bit: not available
-- bit_count: not available
-- masked: not available
-- array_concat: not available
-- bit_or: not available
-- date_of(timestamp)
CAST(`a1` AS DATE);
-- midnight(date)
CAST(`a1` AS DATETIME);
-- to_instant(timestamp, 'UTC')
TIMESTAMP(`a1`, 'UTC');
-- to_instant(timestamp, 'Europe/Berlin')
COALESCE(SAFE.TIMESTAMP(`a1`, 'Europe/Berlin'), TIMESTAMP(`a1`, 'UTC'));
-- to_instant(timestamp, 'America/New_York')
COALESCE(SAFE.TIMESTAMP(`a1`, 'America/New_York'), TIMESTAMP(`a1`, 'UTC'));
-- to_instant(timestamp, 'Australia/Lord_Howe')
COALESCE(SAFE.TIMESTAMP(`a1`, 'Australia/Lord_Howe'), TIMESTAMP(`a1`, 'UTC'));
-- to_instant(timestamp, 'America/Sao_Paulo')
COALESCE(SAFE.TIMESTAMP(`a1`, 'America/Sao_Paulo'), TIMESTAMP(`a1`, 'UTC'));
-- to_instant(timestamp, 'Antarctica/Troll')
COALESCE(SAFE.TIMESTAMP(`a1`, 'Antarctica/Troll'), TIMESTAMP(`a1`, 'UTC'));
-- to_instant(timestamp, 'Pacific/Apia')
COALESCE(SAFE.TIMESTAMP(`a1`, 'Pacific/Apia'), TIMESTAMP(`a1`, 'UTC'));
-- to_instant(timestamp, 'Asia/Kolkata')
COALESCE(SAFE.TIMESTAMP(`a1`, 'Asia/Kolkata'), TIMESTAMP(`a1`, 'UTC'));
-- to_wall(timestamptz, 'UTC')
DATETIME(`a1`, 'UTC');
-- to_wall(timestamptz, 'Europe/Berlin')
COALESCE(SAFE.DATETIME(`a1`, 'Europe/Berlin'), DATETIME(`a1`, 'UTC'));
-- to_wall(timestamptz, 'America/New_York')
COALESCE(SAFE.DATETIME(`a1`, 'America/New_York'), DATETIME(`a1`, 'UTC'));
-- to_wall(timestamptz, 'Australia/Lord_Howe')
COALESCE(SAFE.DATETIME(`a1`, 'Australia/Lord_Howe'), DATETIME(`a1`, 'UTC'));
-- to_wall(timestamptz, 'America/Sao_Paulo')
COALESCE(SAFE.DATETIME(`a1`, 'America/Sao_Paulo'), DATETIME(`a1`, 'UTC'));
-- to_wall(timestamptz, 'Pacific/Apia')
COALESCE(SAFE.DATETIME(`a1`, 'Pacific/Apia'), DATETIME(`a1`, 'UTC'));
-- to_wall(timestamptz, 'Asia/Kolkata')
COALESCE(SAFE.DATETIME(`a1`, 'Asia/Kolkata'), DATETIME(`a1`, 'UTC'));
-- shift(timestamp, 1, 'month')
DATETIME_ADD(LEAST(`a1`, CAST('9999-11-30 23:59:59.999999' AS DATETIME)), INTERVAL 1 MONTH);
-- shift(timestamp, 2, 'month')
DATETIME_ADD(LEAST(`a1`, CAST('9999-10-31 23:59:59.999999' AS DATETIME)), INTERVAL 2 MONTH);
-- shift(timestamp, -1, 'month')
DATETIME_SUB(GREATEST(`a1`, CAST('0001-02-01 00:00:00' AS DATETIME)), INTERVAL 1 MONTH);
-- shift(timestamp, -6, 'month')
DATETIME_SUB(GREATEST(`a1`, CAST('0001-07-01 00:00:00' AS DATETIME)), INTERVAL 6 MONTH);
-- shift(timestamp, 12, 'month')
-- shift(timestamp, 1, 'year')
DATETIME_ADD(LEAST(`a1`, CAST('9998-12-31 23:59:59.999999' AS DATETIME)), INTERVAL 12 MONTH);
-- shift(timestamp, 0, 'month')
DATETIME_ADD(LEAST(`a1`, CAST('9999-12-31 23:59:59.999999' AS DATETIME)), INTERVAL 0 MONTH);
-- shift(timestamp, 1, 'quarter')
DATETIME_ADD(LEAST(`a1`, CAST('9999-09-30 23:59:59.999999' AS DATETIME)), INTERVAL 3 MONTH);
-- shift(timestamp, -1, 'quarter')
DATETIME_SUB(GREATEST(`a1`, CAST('0001-04-01 00:00:00' AS DATETIME)), INTERVAL 3 MONTH);
-- shift(timestamp, 4, 'year')
DATETIME_ADD(LEAST(`a1`, CAST('9995-12-31 23:59:59.999999' AS DATETIME)), INTERVAL 48 MONTH);
-- shift(timestamp, -1, 'year')
DATETIME_SUB(GREATEST(`a1`, CAST('0002-01-01 00:00:00' AS DATETIME)), INTERVAL 12 MONTH);
-- shift(timestamp, -9998, 'year')
DATETIME_SUB(GREATEST(`a1`, CAST('9999-01-01 00:00:00' AS DATETIME)), INTERVAL 119976 MONTH);
-- shift(timestamp, 9998, 'year')
DATETIME_ADD(LEAST(`a1`, CAST('0001-12-31 23:59:59.999999' AS DATETIME)), INTERVAL 119976 MONTH);
-- shift(timestamp, 1, 'day')
DATETIME_ADD(LEAST(`a1`, CAST('9999-12-30 23:59:59.999999' AS DATETIME)), INTERVAL 1 DAY);
-- shift(timestamp, -1, 'day')
DATETIME_SUB(GREATEST(`a1`, CAST('0001-01-02 00:00:00' AS DATETIME)), INTERVAL 1 DAY);
-- shift(timestamp, 0, 'day')
DATETIME_ADD(LEAST(`a1`, CAST('9999-12-31 23:59:59.999999' AS DATETIME)), INTERVAL 0 DAY);
-- shift(timestamp, 100000, 'day')
DATETIME_ADD(LEAST(`a1`, CAST('9726-03-17 23:59:59.999999' AS DATETIME)), INTERVAL 100000 DAY);
-- shift(timestamp, 1, 'week')
DATETIME_ADD(LEAST(`a1`, CAST('9999-12-24 23:59:59.999999' AS DATETIME)), INTERVAL 1 WEEK);
-- shift(timestamp, -1, 'week')
DATETIME_SUB(GREATEST(`a1`, CAST('0001-01-08 00:00:00' AS DATETIME)), INTERVAL 1 WEEK);
-- shift(timestamp, 1, 'hour')
DATETIME_ADD(LEAST(`a1`, CAST('9999-12-31 22:59:59.999999' AS DATETIME)), INTERVAL 1 HOUR);
-- shift(timestamp, -1, 'hour')
DATETIME_SUB(GREATEST(`a1`, CAST('0001-01-01 01:00:00' AS DATETIME)), INTERVAL 1 HOUR);
-- shift(timestamp, 100000, 'hour')
DATETIME_ADD(LEAST(`a1`, CAST('9988-08-04 07:59:59.999999' AS DATETIME)), INTERVAL 100000 HOUR);
-- shift(timestamp, -1, 'minute')
DATETIME_SUB(GREATEST(`a1`, CAST('0001-01-01 00:01:00' AS DATETIME)), INTERVAL 1 MINUTE);
-- shift(timestamp, 1, 'minute')
DATETIME_ADD(LEAST(`a1`, CAST('9999-12-31 23:58:59.999999' AS DATETIME)), INTERVAL 1 MINUTE);
-- year(date)
EXTRACT(YEAR FROM `a1`);
-- quarter(date)
EXTRACT(QUARTER FROM `a1`);
-- month(date)
EXTRACT(MONTH FROM `a1`);
-- day(date)
EXTRACT(DAY FROM `a1`);
-- weekday(date)
MOD(EXTRACT(DAYOFWEEK FROM `a1`) + 5, 7) + 1;
-- week(date)
EXTRACT(ISOWEEK FROM `a1`);
-- last_day(date)
LAST_DAY(`a1`, MONTH);
-- hour(timestamp)
EXTRACT(HOUR FROM `a1`);
-- minute(timestamp)
EXTRACT(MINUTE FROM `a1`);
-- months_between(date, date)
CASE
  WHEN `b1` >= `a1`
  THEN DATE_DIFF(`b1`, `a1`, MONTH) - CASE
    WHEN LEAST(EXTRACT(DAY FROM `a1`), EXTRACT(DAY FROM LAST_DAY(`b1`, MONTH))) > EXTRACT(DAY FROM `b1`)
    THEN 1
    ELSE 0
  END
  WHEN `b1` < `a1`
  THEN -(
    DATE_DIFF(`a1`, `b1`, MONTH) - CASE
      WHEN LEAST(EXTRACT(DAY FROM `b1`), EXTRACT(DAY FROM LAST_DAY(`a1`, MONTH))) > EXTRACT(DAY FROM `a1`)
      THEN 1
      ELSE 0
    END
  )
END;
-- years_between(date, date)
DIV(
  CASE
    WHEN `b1` >= `a1`
    THEN DATE_DIFF(`b1`, `a1`, MONTH) - CASE
      WHEN LEAST(EXTRACT(DAY FROM `a1`), EXTRACT(DAY FROM LAST_DAY(`b1`, MONTH))) > EXTRACT(DAY FROM `b1`)
      THEN 1
      ELSE 0
    END
    WHEN `b1` < `a1`
    THEN -(
      DATE_DIFF(`a1`, `b1`, MONTH) - CASE
        WHEN LEAST(EXTRACT(DAY FROM `b1`), EXTRACT(DAY FROM LAST_DAY(`a1`, MONTH))) > EXTRACT(DAY FROM `a1`)
        THEN 1
        ELSE 0
      END
    )
  END,
  12
);
-- days_between(date, date)
DATE_DIFF(`b1`, `a1`, DAY);
-- elapsed(timestamp, timestamp, 'minute')
DIV(DATETIME_DIFF(`b1`, `a1`, MICROSECOND), 60000000);
-- elapsed(timestamp, timestamp, 'hour')
DIV(DATETIME_DIFF(`b1`, `a1`, MICROSECOND), 3600000000);
-- elapsed(timestamp, timestamp, 'day')
DIV(DATETIME_DIFF(`b1`, `a1`, MICROSECOND), 86400000000);
-- from_microseconds(decimal(38,0))
-- from_microseconds(bigint)
SAFE.TIMESTAMP_MICROS(SAFE_CAST(`a1` AS INT64));
-- microseconds(timestamptz)
UNIX_MICROS(`a1`);
-- microseconds(timestamp)
UNIX_MICROS(TIMESTAMP(`a1`, 'UTC'));
-- format_date(date, '%Y-%m-%d')
FORMAT_DATE('%E4Y-%m-%d', `a1`);
-- format_date(date, '%d.%m.%Y')
FORMAT_DATE('%d.%m.%E4Y', `a1`);
-- format_date(date, '%m/%d')
FORMAT_DATE('%m/%d', `a1`);
-- format_date(date, '%Y')
FORMAT_DATE('%E4Y', `a1`);
-- format_date(date, '%Y%m')
FORMAT_DATE('%E4Y%m', `a1`);
-- format_date(date, '%Y%Y')
FORMAT_DATE('%E4Y%E4Y', `a1`);
-- format_date(date, "it's %d")
FORMAT_DATE('it\'s %d', `a1`);
-- format_date(date, 'Q"%m"')
FORMAT_DATE('Q"%m"', `a1`);
-- format_date(date, '%d\\%m\\\\')
FORMAT_DATE('%d\\%m\\\\', `a1`);
-- format_date(date, 'YYYY MM DD %Y yyyy HH24')
FORMAT_DATE('YYYY MM DD %E4Y yyyy HH24', `a1`);
-- format_date(date, '_%Y_')
FORMAT_DATE('_%E4Y_', `a1`);
-- format_date(date, '\U0001f6b2%Y\u5e74 e\u0301\ufffd')
FORMAT_DATE('🚲%E4Y年 é�', `a1`);
-- date_trunc('week', date)
DATE_TRUNC(`a1`, ISOWEEK);
-- date_trunc('month', date)
DATE_TRUNC(`a1`, MONTH);
-- date_trunc('quarter', date)
DATE_TRUNC(`a1`, QUARTER);
-- date_trunc('year', date)
DATE_TRUNC(`a1`, YEAR);
-- iso_text(timestamp)
FORMAT_DATETIME('%E4Y-%m-%dT%H:%M:%E6S', `a1`);
-- add(integer, integer)
CAST(`a1` AS INT64) + `b1`;
-- add(bigint, bigint)
CAST(`a1` AS BIGNUMERIC) + `b1`;
-- add(decimal(12,2), decimal(12,3))
-- add(decimal(9,2), integer)
-- add(double, double)
-- add(decimal(12,2), double)
-- add(double, integer)
`a1` + `b1`;
-- add(bigint, decimal(12,2))
CAST(CAST(`a1` AS BIGNUMERIC) + `b1` AS NUMERIC);
-- add(decimal(38,2), decimal(38,2))
CAST(`a1` + `b1` AS BIGNUMERIC);
-- sub(integer, integer)
CAST(`a1` AS INT64) - `b1`;
-- sub(bigint, bigint)
CAST(`a1` AS BIGNUMERIC) - `b1`;
-- sub(decimal(12,2), decimal(12,3))
-- sub(double, double)
-- sub(double, decimal(12,2))
`a1` - `b1`;
-- sub(decimal(38,2), decimal(38,2))
CAST(`a1` - `b1` AS BIGNUMERIC);
-- mul(integer, integer)
-- mul(bigint, bigint)
CAST(`a1` AS BIGNUMERIC) * `b1`;
-- mul(decimal(38,0), integer)
CAST(`a1` * `b1` AS BIGNUMERIC);
-- mul(decimal(12,2), decimal(8,3))
CAST(CAST(`a1` AS BIGNUMERIC) * `b1` AS NUMERIC);
-- mul(decimal(18,9), decimal(18,9))
CAST(ROUND(CAST(`a1` AS NUMERIC) * `b1`, 9) AS NUMERIC);
-- mul(double, double)
-- mul(decimal(12,2), double)
`a1` * `b1`;
-- div(integer, integer)
-- div(bigint, bigint)
-- div(decimal(12,2), decimal(12,2))
-- div(decimal(38,0), decimal(38,0))
-- div(double, double)
-- div(integer, double)
CAST(`a1` AS FLOAT64) / NULLIF(CAST(`b1` AS FLOAT64), 0);
-- mod(integer, integer)
MOD(CAST(`a1` AS INT64), NULLIF(`b1`, 0));
-- mod(bigint, bigint)
CAST(MOD(CAST(`a1` AS BIGNUMERIC), NULLIF(`b1`, 0)) AS INT64);
-- mod(decimal(38,0), integer)
MOD(`a1`, NULLIF(`b1`, 0));
-- mod(decimal(12,2), decimal(12,3))
MOD(CAST(`a1` AS BIGNUMERIC), NULLIF(CAST(`b1` AS BIGNUMERIC), 0));
-- neg(double)
-`a1`;
-- abs(integer)
ABS(CAST(`a1` AS INT64));
-- abs(bigint)
CAST(ABS(`a1`) AS INT64);
-- abs(decimal(38,0))
-- abs(decimal(12,2))
-- abs(double)
ABS(`a1`);
-- round(decimal(12,3))
CAST(ROUND(ROUND(`a1`), 0) AS INT64);
-- round(decimal(38,9))
CAST(ROUND(CAST(ROUND(CAST(`a1` AS BIGNUMERIC)) AS BIGNUMERIC), 0) AS BIGNUMERIC);
-- round(double)
CAST(ROUND(`a1`) AS BIGNUMERIC);
-- floor(decimal(12,3))
CAST(ROUND(FLOOR(`a1`), 0) AS INT64);
-- floor(decimal(38,9))
CAST(ROUND(CAST(FLOOR(CAST(`a1` AS BIGNUMERIC)) AS BIGNUMERIC), 0) AS BIGNUMERIC);
-- floor(double)
CAST(FLOOR(`a1`) AS BIGNUMERIC);
-- ceil(decimal(12,3))
CAST(ROUND(CEIL(`a1`), 0) AS INT64);
-- ceil(decimal(38,9))
CAST(ROUND(CAST(CEIL(CAST(`a1` AS BIGNUMERIC)) AS BIGNUMERIC), 0) AS BIGNUMERIC);
-- ceil(double)
CAST(CEIL(`a1`) AS BIGNUMERIC);
-- trunc(double)
TRUNC(`a1`);
-- round_double(double, 2)
COALESCE(ROUND(SAFE_MULTIPLY(`a1`, CAST('1e2' AS FLOAT64))) / CAST('1e2' AS FLOAT64), `a1`);
-- round_double(double, 0)
COALESCE(ROUND(SAFE_MULTIPLY(`a1`, CAST('1e0' AS FLOAT64))) / CAST('1e0' AS FLOAT64), `a1`);
-- round_double(double, 1)
COALESCE(ROUND(SAFE_MULTIPLY(`a1`, CAST('1e1' AS FLOAT64))) / CAST('1e1' AS FLOAT64), `a1`);
-- round_double(double, 5)
COALESCE(ROUND(SAFE_MULTIPLY(`a1`, CAST('1e5' AS FLOAT64))) / CAST('1e5' AS FLOAT64), `a1`);
-- round_double(double, 38)
COALESCE(
  ROUND(SAFE_MULTIPLY(`a1`, CAST('1e38' AS FLOAT64))) / CAST('1e38' AS FLOAT64),
  `a1`
);
-- sign(integer)
-- sign(bigint)
-- sign(decimal(12,2))
-- sign(decimal(38,0))
-- sign(double)
CAST(SIGN(`a1`) AS INT64);
-- sqrt(double)
-- sqrt(decimal(12,2))
-- sqrt(bigint)
-- sqrt(decimal(38,0))
SAFE.SQRT(CAST(`a1` AS FLOAT64));
-- power(double, double)
-- power(integer, integer)
-- power(decimal(12,2), integer)
-- power(decimal(38,0), integer)
SAFE.POWER(CAST(`a1` AS FLOAT64), CAST(`b1` AS FLOAT64));
-- exp(double)
-- exp(decimal(12,2))
-- exp(decimal(38,0))
SAFE.EXP(CAST(`a1` AS FLOAT64));
-- ln(double)
-- ln(integer)
-- ln(decimal(12,2))
-- ln(decimal(38,0))
SAFE.LN(CAST(`a1` AS FLOAT64));
-- clean_double(double)
CASE WHEN NOT IS_NAN(`a1`) THEN `a1` END;
-- unnest(text[])
-- unnest(bigint[])
-- unnest(decimal(12,2)[])
-- unnest(double[])
-- unnest(date[])
-- unnest(timestamptz[])
-- unnest(boolean[])
SELECT
  element AS `r1`
FROM `held`
CROSS JOIN UNNEST(`a1`) AS element;
-- length(text)
CHAR_LENGTH(`a1`);
-- lower(text)
LOWER(`a1`);
-- upper(text)
UPPER(`a1`);
-- trim(text)
TRIM(`a1`, ' ');
-- substr(text, 2, 3)
SUBSTR(`a1`, 2, 3);
-- substr(text, 1, 0)
SUBSTR(`a1`, 1, 0);
-- substr(text, 2, 10)
SUBSTR(`a1`, 2, 10);
-- substr(text, 1, 2147483647)
SUBSTR(`a1`, 1, 2147483647);
-- substr(text, 4, 2)
SUBSTR(`a1`, 4, 2);
-- substr(text, 10, 2)
SUBSTR(`a1`, 10, 2);
-- substr(text, 2147483647, 2147483647)
SUBSTR(`a1`, 2147483647, 2147483647);
-- substr(text, 1, 5)
SUBSTR(`a1`, 1, 5);
-- substr(text, 2, 1)
SUBSTR(`a1`, 2, 1);
-- substr(text, 3, 2)
SUBSTR(`a1`, 3, 2);
-- substr(text, 2, 4)
SUBSTR(`a1`, 2, 4);
-- substr(text, 1, 2)
SUBSTR(`a1`, 1, 2);
-- substr(text, 2)
SUBSTR(`a1`, 2);
-- substr(text, 1)
SUBSTR(`a1`, 1);
-- substr(text, 5)
SUBSTR(`a1`, 5);
-- substr(text, 3)
SUBSTR(`a1`, 3);
-- right(text, 2)
RIGHT(`a1`, 2);
-- right(text, 0)
RIGHT(`a1`, 0);
-- right(text, 3)
RIGHT(`a1`, 3);
-- right(text, 5)
RIGHT(`a1`, 5);
-- right(text, 2147483647)
RIGHT(`a1`, 2147483647);
-- right(text, 1)
RIGHT(`a1`, 1);
-- right(text, 4)
RIGHT(`a1`, 4);
-- position(text, text)
STRPOS(`a1`, `b1`);
-- split_part(text, '@', 1)
SPLIT(`a1`, '@')[SAFE_OFFSET(0)];
-- split_part(text, '@', 2)
SPLIT(`a1`, '@')[SAFE_OFFSET(1)];
-- split_part(text, '@', 3)
SPLIT(`a1`, '@')[SAFE_OFFSET(2)];
-- split_part(text, '@', -1)
ARRAY_REVERSE(SPLIT(`a1`, '@'))[SAFE_OFFSET(0)];
-- split_part(text, '@', -2)
ARRAY_REVERSE(SPLIT(`a1`, '@'))[SAFE_OFFSET(1)];
-- split_part(text, '@', -3)
ARRAY_REVERSE(SPLIT(`a1`, '@'))[SAFE_OFFSET(2)];
-- split_part(text, '@', 2147483647)
SPLIT(`a1`, '@')[SAFE_OFFSET(2147483646)];
-- split_part(text, '@', -2147483647)
ARRAY_REVERSE(SPLIT(`a1`, '@'))[SAFE_OFFSET(2147483646)];
-- split_part(text, '||', 2)
SPLIT(`a1`, '||')[SAFE_OFFSET(1)];
-- split_part(text, '||', 1)
SPLIT(`a1`, '||')[SAFE_OFFSET(0)];
-- split_part(text, '||', -1)
ARRAY_REVERSE(SPLIT(`a1`, '||'))[SAFE_OFFSET(0)];
-- split_part(text, 'x', 2)
SPLIT(`a1`, 'x')[SAFE_OFFSET(1)];
-- split_part(text, '.', 2)
SPLIT(`a1`, '.')[SAFE_OFFSET(1)];
-- split_part(text, '\\', 2)
SPLIT(`a1`, '\\')[SAFE_OFFSET(1)];
-- split_part(text, '\U0001f6b2', 2)
SPLIT(`a1`, '🚲')[SAFE_OFFSET(1)];
-- split_part(text, "'", 2)
SPLIT(`a1`, '\'')[SAFE_OFFSET(1)];
-- split_part(text, '"', 2)
SPLIT(`a1`, '"')[SAFE_OFFSET(1)];
-- split_part(text, '%', 2)
SPLIT(`a1`, '%')[SAFE_OFFSET(1)];
-- split_part(text, '_', 1)
SPLIT(`a1`, '_')[SAFE_OFFSET(0)];
-- split_part(text, '\u0301', 1)
SPLIT(`a1`, '́')[SAFE_OFFSET(0)];
-- split_part(text, '\ufffd', 2)
SPLIT(`a1`, '�')[SAFE_OFFSET(1)];
-- lpad(text, 3, '0')
LPAD(`a1`, 3, '0');
-- lpad(text, 2, '0')
LPAD(`a1`, 2, '0');
-- lpad(text, 2, 'x')
LPAD(`a1`, 2, 'x');
-- lpad(text, 0, '0')
LPAD(`a1`, 0, '0');
-- lpad(text, 3, ' ')
LPAD(`a1`, 3, ' ');
-- lpad(text, 3, '\xe9')
LPAD(`a1`, 3, 'é');
-- lpad(text, 1, 'x')
LPAD(`a1`, 1, 'x');
-- lpad(text, 3, '\u0301')
LPAD(`a1`, 3, '́');
-- lpad(text, 6, "'")
LPAD(`a1`, 6, '\'');
-- lpad(text, 3, '\\')
LPAD(`a1`, 3, '\\');
-- lpad(text, 3, '%')
LPAD(`a1`, 3, '%');
-- lpad(text, 2, '\U0001f6b2')
LPAD(`a1`, 2, '🚲');
-- concat_ws(' ', text, text)
ARRAY_TO_STRING([`a1`, `b1`], ' ');
-- concat_ws('', text, text)
ARRAY_TO_STRING([`a1`, `b1`], '');
-- concat_ws(', ', text, text)
ARRAY_TO_STRING([`a1`, `b1`], ', ');
-- concat_ws("'", text, text)
ARRAY_TO_STRING([`a1`, `b1`], '\'');
-- concat_ws('\\', text, text)
ARRAY_TO_STRING([`a1`, `b1`], '\\');
-- concat_ws('\U0001f6b2', text, text)
ARRAY_TO_STRING([`a1`, `b1`], '🚲');
-- concat_ws('-', text, text)
ARRAY_TO_STRING([`a1`, `b1`], '-');
-- concat_ws('-', text)
ARRAY_TO_STRING([`a1`], '-');
-- concat_ws('-', text, text, text)
ARRAY_TO_STRING([`a1`, `b1`, `c1`], '-');
-- concat(text, text)
CONCAT(`a1`, `b1`);
-- concat(text, '|', text)
CONCAT(`a1`, '|', `b1`);
-- concat(text, "'", text)
CONCAT(`a1`, '\'', `b1`);
-- concat(text, '\\', text)
CONCAT(`a1`, '\\', `b1`);
-- concat(text)
CONCAT(`a1`);
-- replace(text, text, text)
REPLACE(`a1`, `b1`, `c1`);
-- starts_with(text, text)
STARTS_WITH(`a1`, `b1`);
-- starts_with(text, 'a')
STARTS_WITH(`a1`, 'a');
-- starts_with(text, "'s")
STARTS_WITH(`a1`, '\'s');
-- starts_with(text, '\\')
STARTS_WITH(`a1`, '\\');
-- starts_with(text, '50%')
STARTS_WITH(`a1`, '50%');
-- starts_with(text, '%')
STARTS_WITH(`a1`, '%');
-- starts_with(text, '\U0001f6b2')
STARTS_WITH(`a1`, '🚲');
-- ends_with(text, text)
ENDS_WITH(`a1`, `b1`);
-- ends_with(text, 'a')
ENDS_WITH(`a1`, 'a');
-- ends_with(text, "'s")
ENDS_WITH(`a1`, '\'s');
-- ends_with(text, '\\')
ENDS_WITH(`a1`, '\\');
-- ends_with(text, '50%')
ENDS_WITH(`a1`, '50%');
-- ends_with(text, '%')
ENDS_WITH(`a1`, '%');
-- ends_with(text, '\U0001f6b2')
ENDS_WITH(`a1`, '🚲');
-- contains(text, text)
STRPOS(`a1`, `b1`) > 0;
-- contains(text, 'a')
STRPOS(`a1`, 'a') > 0;
-- contains(text, "'s")
STRPOS(`a1`, '\'s') > 0;
-- contains(text, '\\')
STRPOS(`a1`, '\\') > 0;
-- contains(text, '50%')
STRPOS(`a1`, '50%') > 0;
-- contains(text, '%')
STRPOS(`a1`, '%') > 0;
-- contains(text, '\U0001f6b2')
STRPOS(`a1`, '🚲') > 0;
-- like(text, 'a%')
`a1` LIKE 'a%';
-- like(text, 'A%')
`a1` LIKE 'A%';
-- like(text, 'apple')
`a1` LIKE 'apple';
-- like(text, 'app')
`a1` LIKE 'app';
-- like(text, 'ple')
`a1` LIKE 'ple';
-- like(text, '_pple')
`a1` LIKE '_pple';
-- like(text, '%p%')
`a1` LIKE '%p%';
-- like(text, '')
`a1` LIKE '';
-- like(text, '%')
`a1` LIKE '%';
-- like(text, '_')
`a1` LIKE '_';
-- like(text, '__')
`a1` LIKE '__';
-- like(text, 'a_b')
`a1` LIKE 'a_b';
-- like(text, 'a%b')
`a1` LIKE 'a%b';
-- like(text, 'a')
`a1` LIKE 'a';
-- like(text, 'ab')
`a1` LIKE 'ab';
-- like(text, '50%')
`a1` LIKE '50%';
-- like(text, 'a\\b')
`a1` LIKE 'a\\\\b';
-- like(text, 'a\\%b')
`a1` LIKE 'a\\\\%b';
-- like(text, '%\\')
`a1` LIKE '%\\\\';
-- like(text, '\\')
`a1` LIKE '\\\\';
-- like(text, "%'s")
`a1` LIKE '%\'s';
-- like(text, '"')
`a1` LIKE '"';
-- like(text, 'a.b')
`a1` LIKE 'a.b';
-- like(text, '[a]')
`a1` LIKE '[a]';
-- matches(text, 'b', false)
REGEXP_CONTAINS(`a1`, 'b');
-- matches(text, '^b', false)
REGEXP_CONTAINS(`a1`, '^b');
-- matches(text, '^a', false)
REGEXP_CONTAINS(`a1`, '^a');
-- matches(text, 'c$', false)
REGEXP_CONTAINS(`a1`, 'c$');
-- matches(text, 'a$', false)
REGEXP_CONTAINS(`a1`, 'a$');
-- matches(text, 'a[^\\n]b', false)
REGEXP_CONTAINS(`a1`, 'a[^\\n]b');
-- matches(text, 'a[ \\t\\n\\r\\f]b', false)
REGEXP_CONTAINS(`a1`, 'a[ \\t\\n\\r\\f]b');
-- matches(text, '^[^\\n]$', false)
REGEXP_CONTAINS(`a1`, '^[^\\n]$');
-- matches(text, 'abc', false)
REGEXP_CONTAINS(`a1`, 'abc');
-- matches(text, 'abc', true)
REGEXP_CONTAINS(`a1`, '(?i)abc');
-- matches(text, '^[a-z]+$', false)
REGEXP_CONTAINS(`a1`, '^[a-z]+$');
-- matches(text, '^[a-z]+$', true)
REGEXP_CONTAINS(`a1`, '(?i)^[a-z]+$');
-- matches(text, '^$', false)
REGEXP_CONTAINS(`a1`, '^$');
-- matches(text, 'a*', false)
REGEXP_CONTAINS(`a1`, 'a*');
-- matches(text, 'a', false)
REGEXP_CONTAINS(`a1`, 'a');
-- matches(text, '[0-9]', false)
REGEXP_CONTAINS(`a1`, '[0-9]');
-- matches(text, '[A-Za-z0-9_]', false)
REGEXP_CONTAINS(`a1`, '[A-Za-z0-9_]');
-- matches(text, '[ \\t\\n\\r\\f]', false)
REGEXP_CONTAINS(`a1`, '[ \\t\\n\\r\\f]');
-- matches(text, 'a\\.b', false)
REGEXP_CONTAINS(`a1`, 'a\\.b');
-- matches(text, '\\\\', false)
REGEXP_CONTAINS(`a1`, '\\\\');
-- matches(text, "'", false)
REGEXP_CONTAINS(`a1`, '\'');
-- matches(text, '"', false)
REGEXP_CONTAINS(`a1`, '"');
-- matches(text, '%$', false)
REGEXP_CONTAINS(`a1`, '%$');
-- matches(text, '[\\]]', false)
REGEXP_CONTAINS(`a1`, '[\\]]');
-- matches(text, '[x\\-]', false)
REGEXP_CONTAINS(`a1`, '[x\\-]');
-- matches(text, '[\\^]', false)
REGEXP_CONTAINS(`a1`, '[\\^]');
-- matches(text, 'a\\{2\\}', false)
REGEXP_CONTAINS(`a1`, 'a\\{2\\}');
-- matches(text, '^(?:a|b)+$', false)
REGEXP_CONTAINS(`a1`, '^(?:a|b)+$');
-- matches(text, '^a{1,2}b$', false)
REGEXP_CONTAINS(`a1`, '^a{1,2}b$');
-- matches(text, '^a{2,}b$', false)
REGEXP_CONTAINS(`a1`, '^a{2,}b$');
-- matches(text, '\\t', false)
REGEXP_CONTAINS(`a1`, '\\t');
-- matches(text, '/', false)
REGEXP_CONTAINS(`a1`, '/');
-- matches(text, '#b c', false)
REGEXP_CONTAINS(`a1`, '#b c');
-- matches(text, 'a', true)
REGEXP_CONTAINS(`a1`, '(?i)a');
-- bucket(text)
MOD(CAST(CONCAT('0x', SUBSTR(TO_HEX(MD5(`a1`)), 1, 8)) AS INT64), 10000);
-- to_text(integer)
-- to_text(bigint)
-- to_text(decimal(38,0))
-- to_text(boolean)
-- to_text(date)
CAST(`a1` AS STRING);
-- cast(integer)
-- cast(decimal(38,0))
CAST(`a1` AS INT64);
-- cast(bigint)
-- cast(double)
CAST(`a1` AS BIGNUMERIC);
-- cast(integer)
-- cast(decimal(12,3))
CAST(`a1` AS NUMERIC);
-- cast(decimal(12,3))
-- cast(decimal(12,3))
CAST(ROUND(`a1`, 1) AS NUMERIC);
-- cast(decimal(38,9))
CAST(ROUND(CAST(`a1` AS BIGNUMERIC), 2) AS BIGNUMERIC);
-- cast(integer)
-- cast(bigint)
-- cast(decimal(38,9))
CAST(`a1` AS FLOAT64);
-- cast(text)
CAST(`a1` AS STRING);
-- cast(date)
CAST(`a1` AS DATE);
-- cast(timestamp)
CAST(`a1` AS DATETIME);
-- cast(timestamptz)
CAST(`a1` AS TIMESTAMP);
-- cast(integer[])
ARRAY(
  SELECT
    CAST(element AS INT64)
  FROM UNNEST(`a1`) AS element WITH OFFSET AS place
  ORDER BY
    place
);
-- cast(text[])
ARRAY(
  SELECT
    CAST(element AS STRING)
  FROM UNNEST(`a1`) AS element WITH OFFSET AS place
  ORDER BY
    place
);
-- literal('')
'';
-- literal('a')
'a';
-- literal(' a ')
' a ';
-- literal("it's")
'it\'s';
-- literal("''")
'\'\'';
-- literal('"')
'"';
-- literal('`')
'`';
-- literal('\\')
'\\';
-- literal('\\\\')
'\\\\';
-- literal("\\'")
'\\\'';
-- literal('\\n')
'\\n';
-- literal('a\nb')
'a\nb';
-- literal('a\r\nb')
'a\r\nb';
-- literal('a\tb')
'a\tb';
-- literal('\x01\x1f\x7f')
'\x01\x1f\x7f';
-- literal('%_')
'%_';
-- literal('%s %(a)s {a} {{a}} :a $a $1 @a ?')
'%s %(a)s {a} {{a}} :a $a $1 @a ?';
-- literal('-- /* */ ;')
'-- /* */ ;';
-- literal('\xe9')
'é';
-- literal('e\u0301')
'é';
-- literal('\ufb00\uff5e\U0001f6b2')
'ﬀ～🚲';
-- literal('\U0001f469\u200d\U0001f467')
'👩‍👧';
-- literal('\ufffd\ufeff\u2028')
'�﻿ ';
-- literal('NULL')
'NULL';
-- literal(NULL of text)
CAST(NULL AS STRING);
-- literal(true)
TRUE;
-- literal(false)
FALSE;
-- literal(NULL of boolean)
CAST(NULL AS BOOL);
-- literal(0)
0;
-- literal(-1)
(
  -1
);
-- literal(2147483648)
2147483648;
-- literal(9223372036854775807)
9223372036854775807;
-- literal(-9223372036854775808)
(
  -9223372036854775808
);
-- literal(NULL of integer)
CAST(NULL AS INT64);
-- literal(99999999999999999999999999999999999999)
CAST('99999999999999999999999999999999999999' AS BIGNUMERIC);
-- literal(-99999999999999999999999999999999999999)
CAST('-99999999999999999999999999999999999999' AS BIGNUMERIC);
-- literal(NULL of integer)
CAST(NULL AS BIGNUMERIC);
-- literal(0.10)
CAST('0.10' AS NUMERIC);
-- literal(-0.000000001)
CAST('-0.000000001' AS NUMERIC);
-- literal(99999999999999999999999999999.999999999)
CAST('99999999999999999999999999999.999999999' AS NUMERIC);
-- literal(NULL of number)
CAST(NULL AS NUMERIC);
-- literal(2024-02-29)
CAST('2024-02-29' AS DATE);
-- literal(2024-12-31)
CAST('2024-12-31' AS DATE);
-- literal(0001-01-01)
CAST('0001-01-01' AS DATE);
-- literal(9999-12-31)
CAST('9999-12-31' AS DATE);
-- literal(NULL of date)
CAST(NULL AS DATE);
-- literal(2024-02-29T12:00:00)
CAST('2024-02-29 12:00:00' AS DATETIME);
-- literal(2024-03-31T02:30:00.000001)
CAST('2024-03-31 02:30:00.000001' AS DATETIME);
-- literal(0001-01-01T00:00:00)
CAST('0001-01-01 00:00:00' AS DATETIME);
-- literal(9999-12-31T23:59:59.999999)
CAST('9999-12-31 23:59:59.999999' AS DATETIME);
-- literal(NULL of timestamp)
CAST(NULL AS DATETIME);
-- literal(2024-02-29T12:00:00+00:00)
CAST('2024-02-29 12:00:00+00:00' AS TIMESTAMP);
-- literal(2024-03-31T00:30:00.000001+00:00)
CAST('2024-03-31 00:30:00.000001+00:00' AS TIMESTAMP);
-- literal(0001-01-01T00:00:00+00:00)
CAST('0001-01-01 00:00:00+00:00' AS TIMESTAMP);
-- literal(9999-12-31T23:59:59.999999+00:00)
CAST('9999-12-31 23:59:59.999999+00:00' AS TIMESTAMP);
-- literal(NULL of timestamp)
CAST(NULL AS TIMESTAMP);
-- literal([])
ARRAY<STRING>[];
-- literal([''])
ARRAY<STRING>[''];
-- literal(["it's", '"50%_\\', 'a\nb', 'e\u0301\U0001f6b2\ufffd', 'NULL', 'a,b', '{}'])
ARRAY<STRING>['it\'s', '"50%_\\', 'a\nb', 'é🚲�', 'NULL', 'a,b', '{}'];
-- literal([])
ARRAY<INT64>[];
-- literal([9223372036854775807, -9223372036854775808])
ARRAY<INT64>[9223372036854775807, (
    -9223372036854775808
)];
-- literal([1.10, -0.01])
ARRAY<NUMERIC>[CAST('1.10' AS NUMERIC), CAST('-0.01' AS NUMERIC)];
-- literal([true, false])
ARRAY<BOOL>[TRUE, FALSE];
-- literal([2024-02-29, 0001-01-01, 9999-12-31])
ARRAY<DATE>[
  CAST('2024-02-29' AS DATE),
  CAST('0001-01-01' AS DATE),
  CAST('9999-12-31' AS DATE)
];
-- literal([])
ARRAY<DATE>[];
-- literal([2024-02-29T12:00:00.000001+00:00])
ARRAY<TIMESTAMP>[CAST('2024-02-29 12:00:00.000001+00:00' AS TIMESTAMP)];
-- literal([])
ARRAY<TIMESTAMP>[];
-- coalesce: the whole statement
WITH `held` AS (
  SELECT
    `a1`,
    `b1`,
    `c1`
  FROM `given`
)
SELECT
  COALESCE(`a1`, `b1`, `c1`) AS `r1`
FROM `held`;
