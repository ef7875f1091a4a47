-- count(integer)
-- count(text)
-- count(double)
-- count(boolean)
SELECT
  COUNT("a1") AS "r1"
FROM "held";
-- count(text, boolean, where=b)
SELECT
  COUNT(CASE WHEN "b1" THEN "a1" END) AS "r1"
FROM "held";
-- count(boolean, of_rows=True, where=a)
SELECT
  COUNT(CASE WHEN "a1" THEN 1 END) AS "r1"
FROM "held";
-- count(integer, of_rows=True)
SELECT
  COUNT(*) AS "r1"
FROM "held";
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
  COUNT(DISTINCT "a1") AS "r1"
FROM "held";
-- approx_count_distinct(integer)
-- approx_count_distinct(text)
-- approx_count_distinct(bigint)
-- approx_count_distinct(decimal(12,2))
-- approx_count_distinct(date)
-- approx_count_distinct(decimal(38,0))
SELECT
  APPROX_COUNT_DISTINCT("a1") AS "r1"
FROM "held";
-- sum(integer)
-- sum(bigint)
-- sum(decimal(12,2))
-- sum(decimal(38,2))
-- sum(decimal(38,0))
-- sum(double)
SELECT
  SUM("a1") AS "r1"
FROM "held";
-- percentile(integer, p=0.5)
-- percentile(decimal(12,2), p=0.5)
-- percentile(double, p=0.5)
-- percentile(bigint, p=0.5)
-- percentile(decimal(38,0), p=0.5)
SELECT
  PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY
    CAST("a1" AS DOUBLE) ASC) AS "r1"
FROM "held";
-- percentile(integer, p=0.9)
SELECT
  PERCENTILE_CONT(0.9) WITHIN GROUP (ORDER BY
    CAST("a1" AS DOUBLE) ASC) AS "r1"
FROM "held";
-- percentile(integer, p=0)
SELECT
  PERCENTILE_CONT(0) WITHIN GROUP (ORDER BY
    CAST("a1" AS DOUBLE) ASC) AS "r1"
FROM "held";
-- percentile(integer, p=1)
SELECT
  PERCENTILE_CONT(1) WITHIN GROUP (ORDER BY
    CAST("a1" AS DOUBLE) ASC) AS "r1"
FROM "held";
-- percentile(integer, p=0.25)
SELECT
  PERCENTILE_CONT(0.25) WITHIN GROUP (ORDER BY
    CAST("a1" AS DOUBLE) ASC) AS "r1"
FROM "held";
-- stddev(integer)
-- stddev(decimal(12,2))
-- stddev(double)
-- stddev(decimal(38,0))
SELECT
  STDDEV_SAMP(CAST("a1" AS DOUBLE)) AS "r1"
FROM "held";
-- any(boolean, where=a)
SELECT
  BOOLOR_AGG("a1") AS "r1"
FROM "held";
-- nth(text, integer, n=1, order=['b'])
SELECT
  CAST(GET(
    ARRAY_AGG(CASE WHEN "a1" IS NOT NULL THEN "a1" END) WITHIN GROUP (ORDER BY
      "b1" ASC),
    0
  ) AS VARCHAR) AS "r1"
FROM "held";
-- nth(text, integer, n=-1, order=['b desc'])
SELECT
  CAST(GET(
    ARRAY_AGG(CASE WHEN "a1" IS NOT NULL THEN "a1" END) WITHIN GROUP (ORDER BY
      "b1" DESC),
    0
  ) AS VARCHAR) AS "r1"
FROM "held";
-- nth(text, integer, n=2, order=['b'])
SELECT
  CAST(GET(
    ARRAY_AGG(CASE WHEN "a1" IS NOT NULL THEN "a1" END) WITHIN GROUP (ORDER BY
      "b1" ASC),
    1
  ) AS VARCHAR) AS "r1"
FROM "held";
-- nth(text, integer, text, n=1, order=['b', 'c'])
SELECT
  CAST(GET(
    ARRAY_AGG(CASE WHEN "a1" IS NOT NULL THEN "a1" END) WITHIN GROUP (ORDER BY
      "b1" ASC,
      "c1" ASC),
    0
  ) AS VARCHAR) AS "r1"
FROM "held";
-- nth(text, integer, text, n=-1, order=['b desc', 'c desc'])
SELECT
  CAST(GET(
    ARRAY_AGG(CASE WHEN "a1" IS NOT NULL THEN "a1" END) WITHIN GROUP (ORDER BY
      "b1" DESC,
      "c1" DESC),
    0
  ) AS VARCHAR) AS "r1"
FROM "held";
-- nth(text, integer, text, n=1, order=['b desc', 'c'])
SELECT
  CAST(GET(
    ARRAY_AGG(CASE WHEN "a1" IS NOT NULL THEN "a1" END) WITHIN GROUP (ORDER BY
      "b1" DESC,
      "c1" ASC),
    0
  ) AS VARCHAR) AS "r1"
FROM "held";
-- nth(text, n=1, order=['a'])
SELECT
  CAST(GET(
    ARRAY_AGG(CASE WHEN "a1" IS NOT NULL THEN "a1" END) WITHIN GROUP (ORDER BY
      "a1" ASC),
    0
  ) AS VARCHAR) AS "r1"
FROM "held";
-- nth(text, n=-1, order=['a desc'])
SELECT
  CAST(GET(
    ARRAY_AGG(CASE WHEN "a1" IS NOT NULL THEN "a1" END) WITHIN GROUP (ORDER BY
      "a1" DESC),
    0
  ) AS VARCHAR) AS "r1"
FROM "held";
-- nth(text, integer, boolean, n=1, order=['b'], where=c)
SELECT
  CAST(GET(
    ARRAY_AGG(CASE WHEN "c1" AND "a1" IS NOT NULL THEN "a1" END) WITHIN GROUP (ORDER BY
      "b1" ASC),
    0
  ) AS VARCHAR) AS "r1"
FROM "held";
-- nth(bigint, timestamptz, n=1, order=['b'])
SELECT
  CAST(GET(
    ARRAY_AGG(CASE WHEN "a1" IS NOT NULL THEN "a1" END) WITHIN GROUP (ORDER BY
      "b1" ASC),
    0
  ) AS DECIMAL(19, 0)) AS "r1"
FROM "held";
-- nth(decimal(38,9), date, n=-1, order=['b desc'])
SELECT
  CAST(GET(
    ARRAY_AGG(CASE WHEN "a1" IS NOT NULL THEN "a1" END) WITHIN GROUP (ORDER BY
      "b1" DESC),
    0
  ) AS DECIMAL(38, 9)) AS "r1"
FROM "held";
-- nth(double, timestamp, n=1, order=['b'])
SELECT
  CAST(GET(
    ARRAY_AGG(CASE WHEN "a1" IS NOT NULL THEN "a1" END) WITHIN GROUP (ORDER BY
      "b1" ASC),
    0
  ) AS DOUBLE) AS "r1"
FROM "held";
-- nth(boolean, integer, n=1, order=['b'])
SELECT
  CAST(GET(
    ARRAY_AGG(CASE WHEN "a1" IS NOT NULL THEN "a1" END) WITHIN GROUP (ORDER BY
      "b1" ASC),
    0
  ) AS BOOLEAN) AS "r1"
FROM "held";
-- nth(timestamptz, integer, n=1, order=['b'])
SELECT
  CAST(GET(
    ARRAY_AGG(CASE WHEN "a1" IS NOT NULL THEN "a1" END) WITHIN GROUP (ORDER BY
      "b1" ASC),
    0
  ) AS TIMESTAMPTZ) AS "r1"
FROM "held";
-- nth(text[], integer, n=1, order=['b'])
SELECT
  CAST(GET(
    ARRAY_AGG(CASE WHEN "a1" IS NOT NULL THEN "a1" END) WITHIN GROUP (ORDER BY
      "b1" ASC),
    0
  ) AS ARRAY) AS "r1"
FROM "held";
-- nth(bigint[], integer, n=-1, order=['b desc'])
SELECT
  CAST(GET(
    ARRAY_AGG(CASE WHEN "a1" IS NOT NULL THEN "a1" END) WITHIN GROUP (ORDER BY
      "b1" DESC),
    0
  ) AS ARRAY) AS "r1"
FROM "held";
-- nth(json, integer, n=1, order=['b'])
SELECT
  CAST(GET(
    ARRAY_AGG(CASE WHEN "a1" IS NOT NULL THEN "a1" END) WITHIN GROUP (ORDER BY
      "b1" ASC),
    0
  ) AS VARIANT) AS "r1"
FROM "held";
-- list(text, integer, order=['b'])
-- list(bigint, timestamptz, order=['b'])
-- list(boolean, integer, order=['b'])
SELECT
  ARRAY_AGG(CASE WHEN "a1" IS NOT NULL THEN "a1" END) WITHIN GROUP (ORDER BY
    "b1" ASC) AS "r1"
FROM "held";
-- list(text, integer, text, order=['b desc', 'c'], limit=2)
SELECT
  ARRAY_SLICE(
    ARRAY_AGG(CASE WHEN "a1" IS NOT NULL THEN "a1" END) WITHIN GROUP (ORDER BY
      "b1" DESC,
      "c1" ASC),
    0,
    2
  ) AS "r1"
FROM "held";
-- list(text, order=['a'])
-- list(double, order=['a'])
-- list(date, order=['a'])
-- list(decimal(38,0), order=['a'])
SELECT
  ARRAY_AGG(CASE WHEN "a1" IS NOT NULL THEN "a1" END) WITHIN GROUP (ORDER BY
    "a1" ASC) AS "r1"
FROM "held";
-- list(text, order=['a desc'], limit=3)
SELECT
  ARRAY_SLICE(
    ARRAY_AGG(CASE WHEN "a1" IS NOT NULL THEN "a1" END) WITHIN GROUP (ORDER BY
      "a1" DESC),
    0,
    3
  ) AS "r1"
FROM "held";
-- list(integer, boolean, order=['a'], where=b)
SELECT
  ARRAY_AGG(CASE WHEN "b1" AND "a1" IS NOT NULL THEN "a1" END) WITHIN GROUP (ORDER BY
    "a1" ASC) AS "r1"
FROM "held";
-- list(decimal(12,2), date, order=['b desc'])
SELECT
  ARRAY_AGG(CASE WHEN "a1" IS NOT NULL THEN "a1" END) WITHIN GROUP (ORDER BY
    "b1" DESC) AS "r1"
FROM "held";
-- list(timestamptz, order=['a desc'])
SELECT
  ARRAY_AGG(CASE WHEN "a1" IS NOT NULL THEN "a1" END) WITHIN GROUP (ORDER BY
    "a1" DESC) AS "r1"
FROM "held";
-- list_distinct(text)
-- list_distinct(integer)
-- list_distinct(decimal(12,2))
-- list_distinct(double)
-- list_distinct(boolean)
-- list_distinct(date)
-- list_distinct(timestamptz)
-- list_distinct(decimal(38,0))
SELECT
  ARRAY_AGG(DISTINCT CASE WHEN "a1" IS NOT NULL THEN "a1" END) WITHIN GROUP (ORDER BY
    CASE WHEN "a1" IS NOT NULL THEN "a1" END ASC) AS "r1"
FROM "held";
-- list_distinct(text, descending=True)
-- list_distinct(bigint, descending=True)
SELECT
  ARRAY_AGG(DISTINCT CASE WHEN "a1" IS NOT NULL THEN "a1" END) WITHIN GROUP (ORDER BY
    CASE WHEN "a1" IS NOT NULL THEN "a1" END DESC) AS "r1"
FROM "held";
-- list_distinct(text, limit=2)
SELECT
  ARRAY_SLICE(
    ARRAY_AGG(DISTINCT CASE WHEN "a1" IS NOT NULL THEN "a1" END) WITHIN GROUP (ORDER BY
      CASE WHEN "a1" IS NOT NULL THEN "a1" END ASC),
    0,
    2
  ) AS "r1"
FROM "held";
-- list_distinct(text, boolean, where=b, descending=True, limit=2)
SELECT
  ARRAY_SLICE(
    ARRAY_AGG(DISTINCT CASE WHEN "b1" AND "a1" IS NOT NULL THEN "a1" END) WITHIN GROUP (ORDER BY
      CASE WHEN "b1" AND "a1" IS NOT NULL THEN "a1" END DESC),
    0,
    2
  ) AS "r1"
FROM "held";
-- array_length(text[])
-- array_length(bigint[])
-- array_length(double[])
ARRAY_SIZE("a1");
-- array_contains_any(text[], 'a')
ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS VARCHAR) IN ('a'))) > 0;
-- array_contains_any(text[], 'c')
ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS VARCHAR) IN ('c'))) > 0;
-- array_contains_any(text[], 'b', 'c')
ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS VARCHAR) IN ('b', 'c'))) > 0;
-- array_contains_any(text[], 'c', 'a')
ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS VARCHAR) IN ('c', 'a'))) > 0;
-- array_contains_any(text[], 'a', 'b')
ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS VARCHAR) IN ('a', 'b'))) > 0;
-- array_contains_any(text[], '')
ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS VARCHAR) IN (''))) > 0;
-- array_contains_any(text[], "it's", '"50%_\\')
ARRAY_SIZE(
  FILTER("a1", coterie_element -> CAST(coterie_element AS VARCHAR) IN ('it\'s', '"50%_\\'))
) > 0;
-- array_contains_any(text[], '\xe9')
ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS VARCHAR) IN ('é'))) > 0;
-- array_contains_any(text[], '\U0001f6b2', '\ufffd')
ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS VARCHAR) IN ('🚲', '�'))) > 0;
-- array_contains_any(bigint[], 9223372036854775807)
ARRAY_SIZE(
  FILTER(
    "a1",
    coterie_element -> CAST(coterie_element AS DECIMAL(19, 0)) IN (9223372036854775807)
  )
) > 0;
-- array_contains_any(bigint[], -9223372036854775808, 0)
ARRAY_SIZE(
  FILTER(
    "a1",
    coterie_element -> CAST(coterie_element AS DECIMAL(19, 0)) IN ((
        -9223372036854775808
    ), 0)
  )
) > 0;
-- array_contains_any(bigint[], 0)
ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS DECIMAL(19, 0)) IN (0))) > 0;
-- array_contains_any(decimal(12,2)[], 1.1)
ARRAY_SIZE(
  FILTER("a1", coterie_element -> CAST(coterie_element AS DECIMAL(12, 2)) IN (1.1))
) > 0;
-- array_contains_any(decimal(12,2)[], 1.11, 1.1)
ARRAY_SIZE(
  FILTER("a1", coterie_element -> CAST(coterie_element AS DECIMAL(12, 2)) IN (1.11, 1.1))
) > 0;
-- array_contains_any(decimal(12,2)[], 0.01)
ARRAY_SIZE(
  FILTER("a1", coterie_element -> CAST(coterie_element AS DECIMAL(12, 2)) IN (0.01))
) > 0;
-- array_contains_any(double[], 0)
ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS DOUBLE) IN (0))) > 0;
-- array_contains_any(double[], 0.1, 0.2)
ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS DOUBLE) IN (0.1, 0.2))) > 0;
-- array_contains_any(double[], 0.1)
ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS DOUBLE) IN (0.1))) > 0;
-- array_contains_any(date[], 2024-02-29)
ARRAY_SIZE(
  FILTER(
    "a1",
    coterie_element -> CAST(coterie_element AS DATE) IN (CAST('2024-02-29' AS DATE))
  )
) > 0;
-- array_contains_any(date[], 9999-12-31, 2024-02-29)
ARRAY_SIZE(
  FILTER(
    "a1",
    coterie_element -> CAST(coterie_element AS DATE) IN (CAST('9999-12-31' AS DATE), CAST('2024-02-29' AS DATE))
  )
) > 0;
-- array_contains_any(timestamptz[], 2024-02-29T12:00:00.000001+00:00)
ARRAY_SIZE(
  FILTER(
    "a1",
    coterie_element -> CAST(coterie_element AS TIMESTAMPTZ) IN (CAST('2024-02-29 12:00:00.000001+00:00' AS TIMESTAMPTZ))
  )
) > 0;
-- array_contains_any(timestamptz[], 2024-02-29T12:00:00+00:00)
ARRAY_SIZE(
  FILTER(
    "a1",
    coterie_element -> CAST(coterie_element AS TIMESTAMPTZ) IN (CAST('2024-02-29 12:00:00+00:00' AS TIMESTAMPTZ))
  )
) > 0;
-- array_contains_any(timestamp[], 2024-02-29T12:00:00.000001)
ARRAY_SIZE(
  FILTER(
    "a1",
    coterie_element -> CAST(coterie_element AS TIMESTAMPNTZ) IN (CAST('2024-02-29 12:00:00.000001' AS TIMESTAMPNTZ))
  )
) > 0;
-- array_contains_any(timestamp[], 2024-02-29T12:00:00)
ARRAY_SIZE(
  FILTER(
    "a1",
    coterie_element -> CAST(coterie_element AS TIMESTAMPNTZ) IN (CAST('2024-02-29 12:00:00' AS TIMESTAMPNTZ))
  )
) > 0;
-- array_contains_all(text[], 'a')
ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS VARCHAR) = 'a')) > 0;
-- array_contains_all(text[], 'c')
ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS VARCHAR) = 'c')) > 0;
-- array_contains_all(text[], 'b', 'c')
ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS VARCHAR) = 'b')) > 0
AND ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS VARCHAR) = 'c')) > 0;
-- array_contains_all(text[], 'c', 'a')
ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS VARCHAR) = 'c')) > 0
AND ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS VARCHAR) = 'a')) > 0;
-- array_contains_all(text[], 'a', 'b')
ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS VARCHAR) = 'a')) > 0
AND ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS VARCHAR) = 'b')) > 0;
-- array_contains_all(text[], '')
ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS VARCHAR) = '')) > 0;
-- array_contains_all(text[], "it's", '"50%_\\')
ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS VARCHAR) = 'it\'s')) > 0
AND ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS VARCHAR) = '"50%_\\')) > 0;
-- array_contains_all(text[], '\xe9')
ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS VARCHAR) = 'é')) > 0;
-- array_contains_all(text[], '\U0001f6b2', '\ufffd')
ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS VARCHAR) = '🚲')) > 0
AND ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS VARCHAR) = '�')) > 0;
-- array_contains_all(bigint[], 9223372036854775807)
ARRAY_SIZE(
  FILTER(
    "a1",
    coterie_element -> CAST(coterie_element AS DECIMAL(19, 0)) = 9223372036854775807
  )
) > 0;
-- array_contains_all(bigint[], -9223372036854775808, 0)
ARRAY_SIZE(
  FILTER(
    "a1",
    coterie_element -> CAST(coterie_element AS DECIMAL(19, 0)) = (
      -9223372036854775808
    )
  )
) > 0
AND ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS DECIMAL(19, 0)) = 0)) > 0;
-- array_contains_all(bigint[], 0)
ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS DECIMAL(19, 0)) = 0)) > 0;
-- array_contains_all(decimal(12,2)[], 1.1)
ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS DECIMAL(12, 2)) = 1.1)) > 0;
-- array_contains_all(decimal(12,2)[], 1.11, 1.1)
ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS DECIMAL(12, 2)) = 1.11)) > 0
AND ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS DECIMAL(12, 2)) = 1.1)) > 0;
-- array_contains_all(decimal(12,2)[], 0.01)
ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS DECIMAL(12, 2)) = 0.01)) > 0;
-- array_contains_all(double[], 0)
ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS DOUBLE) = 0)) > 0;
-- array_contains_all(double[], 0.1, 0.2)
ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS DOUBLE) = 0.1)) > 0
AND ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS DOUBLE) = 0.2)) > 0;
-- array_contains_all(double[], 0.1)
ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS DOUBLE) = 0.1)) > 0;
-- array_contains_all(date[], 2024-02-29)
ARRAY_SIZE(
  FILTER(
    "a1",
    coterie_element -> CAST(coterie_element AS DATE) = CAST('2024-02-29' AS DATE)
  )
) > 0;
-- array_contains_all(date[], 9999-12-31, 2024-02-29)
ARRAY_SIZE(
  FILTER(
    "a1",
    coterie_element -> CAST(coterie_element AS DATE) = CAST('9999-12-31' AS DATE)
  )
) > 0
AND ARRAY_SIZE(
  FILTER(
    "a1",
    coterie_element -> CAST(coterie_element AS DATE) = CAST('2024-02-29' AS DATE)
  )
) > 0;
-- array_contains_all(timestamptz[], 2024-02-29T12:00:00.000001+00:00)
ARRAY_SIZE(
  FILTER(
    "a1",
    coterie_element -> CAST(coterie_element AS TIMESTAMPTZ) = CAST('2024-02-29 12:00:00.000001+00:00' AS TIMESTAMPTZ)
  )
) > 0;
-- array_contains_all(timestamptz[], 2024-02-29T12:00:00+00:00)
ARRAY_SIZE(
  FILTER(
    "a1",
    coterie_element -> CAST(coterie_element AS TIMESTAMPTZ) = CAST('2024-02-29 12:00:00+00:00' AS TIMESTAMPTZ)
  )
) > 0;
-- array_contains_all(timestamp[], 2024-02-29T12:00:00.000001)
ARRAY_SIZE(
  FILTER(
    "a1",
    coterie_element -> CAST(coterie_element AS TIMESTAMPNTZ) = CAST('2024-02-29 12:00:00.000001' AS TIMESTAMPNTZ)
  )
) > 0;
-- array_contains_all(timestamp[], 2024-02-29T12:00:00)
ARRAY_SIZE(
  FILTER(
    "a1",
    coterie_element -> CAST(coterie_element AS TIMESTAMPNTZ) = CAST('2024-02-29 12:00:00' AS TIMESTAMPNTZ)
  )
) > 0;
-- array_contains(text[], text)
CASE
  WHEN "b1" IS NOT NULL
  THEN ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS VARCHAR) = "b1")) > 0
END;
-- array_contains(text[], "it's")
CASE
  WHEN 'it\'s' IS NOT NULL
  THEN ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS VARCHAR) = 'it\'s')) > 0
END;
-- array_contains(text[], 'a\\')
CASE
  WHEN 'a\\' IS NOT NULL
  THEN ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS VARCHAR) = 'a\\')) > 0
END;
-- array_contains(text[], 'a')
CASE
  WHEN 'a' IS NOT NULL
  THEN ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS VARCHAR) = 'a')) > 0
END;
-- array_contains(bigint[], bigint)
-- array_contains(integer[], decimal(12,2))
CASE
  WHEN "b1" IS NOT NULL
  THEN ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS DECIMAL(19, 0)) = "b1")) > 0
END;
-- array_contains(decimal(12,2)[], integer)
CASE
  WHEN "b1" IS NOT NULL
  THEN ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS DECIMAL(12, 2)) = "b1")) > 0
END;
-- array_contains(double[], double)
-- array_contains(double[], decimal(12,2))
CASE
  WHEN "b1" IS NOT NULL
  THEN ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS DOUBLE) = "b1")) > 0
END;
-- array_contains(boolean[], boolean)
CASE
  WHEN "b1" IS NOT NULL
  THEN ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS BOOLEAN) = "b1")) > 0
END;
-- array_contains(date[], date)
CASE
  WHEN "b1" IS NOT NULL
  THEN ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS DATE) = "b1")) > 0
END;
-- array_contains(timestamptz[], timestamptz)
CASE
  WHEN "b1" IS NOT NULL
  THEN ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS TIMESTAMPTZ) = "b1")) > 0
END;
-- array_contains(decimal(38,0)[], decimal(38,0))
CASE
  WHEN "b1" IS NOT NULL
  THEN ARRAY_SIZE(FILTER("a1", coterie_element -> CAST(coterie_element AS DECIMAL(38, 0)) = "b1")) > 0
END;
-- array_contains_between(timestamptz[], 2024-02-29T00:00:00+00:00, 2024-03-01T00:00:00+00:00)
ARRAY_SIZE(
  FILTER(
    "a1",
    coterie_element -> CAST(coterie_element AS TIMESTAMPTZ) >= CAST('2024-02-29 00:00:00+00:00' AS TIMESTAMPTZ)
    AND CAST(coterie_element AS TIMESTAMPTZ) < CAST('2024-03-01 00:00:00+00:00' AS TIMESTAMPTZ)
  )
) > 0;
-- array_contains_between(timestamptz[], 2024-03-30T23:00:00+00:00, 2024-03-31T22:00:00+00:00)
ARRAY_SIZE(
  FILTER(
    "a1",
    coterie_element -> CAST(coterie_element AS TIMESTAMPTZ) >= CAST('2024-03-30 23:00:00+00:00' AS TIMESTAMPTZ)
    AND CAST(coterie_element AS TIMESTAMPTZ) < CAST('2024-03-31 22:00:00+00:00' AS TIMESTAMPTZ)
  )
) > 0;
-- array_contains_between(timestamp[], 2024-02-29T00:00:00, 2024-03-01T00:00:00)
ARRAY_SIZE(
  FILTER(
    "a1",
    coterie_element -> CAST(coterie_element AS TIMESTAMPNTZ) >= CAST('2024-02-29 00:00:00' AS TIMESTAMPNTZ)
    AND CAST(coterie_element AS TIMESTAMPNTZ) < CAST('2024-03-01 00:00:00' AS TIMESTAMPNTZ)
  )
) > 0;
-- array_element(text[], 1)
CAST(GET("a1", 0) AS VARCHAR);
-- array_element(text[], 3)
CAST(GET("a1", 2) AS VARCHAR);
-- array_element(text[], 4)
CAST(GET("a1", 3) AS VARCHAR);
-- array_element(text[], -1)
CASE
  WHEN ARRAY_SIZE("a1") - 1 >= 0
  THEN CAST(GET("a1", ARRAY_SIZE("a1") - 1) AS VARCHAR)
END;
-- array_element(text[], -2)
CASE
  WHEN ARRAY_SIZE("a1") - 2 >= 0
  THEN CAST(GET("a1", ARRAY_SIZE("a1") - 2) AS VARCHAR)
END;
-- array_element(text[], -3)
CASE
  WHEN ARRAY_SIZE("a1") - 3 >= 0
  THEN CAST(GET("a1", ARRAY_SIZE("a1") - 3) AS VARCHAR)
END;
-- array_element(text[], -4)
CASE
  WHEN ARRAY_SIZE("a1") - 4 >= 0
  THEN CAST(GET("a1", ARRAY_SIZE("a1") - 4) AS VARCHAR)
END;
-- array_element(text[], 2)
CAST(GET("a1", 1) AS VARCHAR);
-- array_element(text[], 2147483647)
CAST(GET("a1", 2147483646) AS VARCHAR);
-- array_element(text[], -2147483647)
CASE
  WHEN ARRAY_SIZE("a1") - 2147483647 >= 0
  THEN CAST(GET("a1", ARRAY_SIZE("a1") - 2147483647) AS VARCHAR)
END;
-- array_element(bigint[], 2)
CAST(GET("a1", 1) AS DECIMAL(19, 0));
-- array_element(bigint[], 1)
CAST(GET("a1", 0) AS DECIMAL(19, 0));
-- array_element(decimal(38,9)[], 1)
CAST(GET("a1", 0) AS DECIMAL(38, 9));
-- array_element(double[], 1)
CAST(GET("a1", 0) AS DOUBLE);
-- array_element(boolean[], 1)
CAST(GET("a1", 0) AS BOOLEAN);
-- array_element(date[], -1)
CASE
  WHEN ARRAY_SIZE("a1") - 1 >= 0
  THEN CAST(GET("a1", ARRAY_SIZE("a1") - 1) AS DATE)
END;
-- array_element(timestamptz[], 1)
CAST(GET("a1", 0) AS TIMESTAMPTZ);
-- array_join(text[], ', ')
ARRAY_TO_STRING("a1", ', ');
-- array_join(text[], '')
ARRAY_TO_STRING("a1", '');
-- array_join(text[], "'")
ARRAY_TO_STRING("a1", '\'');
-- array_join(text[], '\\')
ARRAY_TO_STRING("a1", '\\');
-- array_join(text[], '\U0001f6b2')
ARRAY_TO_STRING("a1", '🚲');
-- array_join(text[], '|')
ARRAY_TO_STRING("a1", '|');
-- clean_array(text[])
COALESCE(
  TRANSFORM(
    FILTER("a1", coterie_element -> CAST(coterie_element AS VARCHAR) IS NOT NULL),
    coterie_element -> CAST(coterie_element AS VARCHAR)
  ),
  ARRAY_CONSTRUCT()
);
-- clean_array(bigint[])
COALESCE(
  TRANSFORM(
    FILTER("a1", coterie_element -> CAST(coterie_element AS DECIMAL(19, 0)) IS NOT NULL),
    coterie_element -> CAST(coterie_element AS DECIMAL(19, 0))
  ),
  ARRAY_CONSTRUCT()
);
-- clean_array(decimal(12,2)[])
COALESCE(
  TRANSFORM(
    FILTER("a1", coterie_element -> CAST(coterie_element AS DECIMAL(12, 2)) IS NOT NULL),
    coterie_element -> CAST(coterie_element AS DECIMAL(12, 2))
  ),
  ARRAY_CONSTRUCT()
);
-- clean_array(boolean[])
COALESCE(
  TRANSFORM(
    FILTER("a1", coterie_element -> CAST(coterie_element AS BOOLEAN) IS NOT NULL),
    coterie_element -> CAST(coterie_element AS BOOLEAN)
  ),
  ARRAY_CONSTRUCT()
);
-- clean_array(date[])
COALESCE(
  TRANSFORM(
    FILTER("a1", coterie_element -> CAST(coterie_element AS DATE) IS NOT NULL),
    coterie_element -> CAST(coterie_element AS DATE)
  ),
  ARRAY_CONSTRUCT()
);
-- clean_array(timestamp[])
COALESCE(
  TRANSFORM(
    FILTER("a1", coterie_element -> CAST(coterie_element AS TIMESTAMPNTZ) IS NOT NULL),
    coterie_element -> CAST(coterie_element AS TIMESTAMPNTZ)
  ),
  ARRAY_CONSTRUCT()
);
-- clean_array(timestamptz[])
COALESCE(
  TRANSFORM(
    FILTER("a1", coterie_element -> CAST(coterie_element AS TIMESTAMPTZ) IS NOT NULL),
    coterie_element -> CAST(coterie_element AS TIMESTAMPTZ)
  ),
  ARRAY_CONSTRUCT()
);
-- clean_double_array(double[])
COALESCE(
  TRANSFORM(
    FILTER(
      "a1",
      coterie_element -> NULLIF(CAST(coterie_element AS DOUBLE), CAST('NaN' AS DOUBLE)) IS NOT NULL
    ),
    coterie_element -> CAST(coterie_element AS DOUBLE)
  ),
  ARRAY_CONSTRUCT()
);
-- read_integer(text)
CASE
  WHEN TRY_TO_DECIMAL(CASE WHEN REGEXP_LIKE("a1", '[+-]?[0-9]+') THEN "a1" END, 38, 0) BETWEEN (
    -9223372036854775808
  ) AND 9223372036854775807
  THEN CAST(TRY_TO_DECIMAL(CASE WHEN REGEXP_LIKE("a1", '[+-]?[0-9]+') THEN "a1" END, 38, 0) AS DECIMAL(19, 0))
END;
-- read_number(text)
TRY_TO_DECIMAL(CASE WHEN REGEXP_LIKE("a1", '[+-]?[0-9]+(\\.[0-9]+)?') THEN "a1" END, 38, 9);
-- read_date(text)
TRY_TO_DATE(
  CASE
    WHEN REGEXP_LIKE("a1", '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}')
    THEN "a1"
  END,
  'YYYY-MM-DD'
);
-- read_timestamp(text, 'UTC')
COALESCE(
  TRY_TO_TIMESTAMP_TZ(
    REGEXP_REPLACE(
      REGEXP_REPLACE(
        REGEXP_REPLACE(
          CASE
            WHEN REGEXP_LIKE(
              "a1",
              '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?(Z|[+-](0[0-9]|1[0-4]):?[0-5][0-9])'
            )
            THEN "a1"
          END,
          'Z$',
          '+00:00'
        ),
        '^(.{16})([+-])',
        '\\1:00\\2'
      ),
      '(\\.[0-9]{6})[0-9]+',
      '\\1'
    ),
    'AUTO'
  ),
  CAST(TRY_TO_TIMESTAMP_NTZ(
    REGEXP_REPLACE(
      REGEXP_REPLACE(
        CASE
          WHEN REGEXP_LIKE(
            "a1",
            '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
          )
          THEN "a1"
        END,
        '^(.{16})$',
        '\\1:00'
      ),
      '(\\.[0-9]{6})[0-9]+',
      '\\1'
    ),
    'AUTO'
  ) AS TIMESTAMPTZ)
);
-- read_timestamp(text, 'Europe/Berlin')
COALESCE(
  TRY_TO_TIMESTAMP_TZ(
    REGEXP_REPLACE(
      REGEXP_REPLACE(
        REGEXP_REPLACE(
          CASE
            WHEN REGEXP_LIKE(
              "a1",
              '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?(Z|[+-](0[0-9]|1[0-4]):?[0-5][0-9])'
            )
            THEN "a1"
          END,
          'Z$',
          '+00:00'
        ),
        '^(.{16})([+-])',
        '\\1:00\\2'
      ),
      '(\\.[0-9]{6})[0-9]+',
      '\\1'
    ),
    'AUTO'
  ),
  CASE
    WHEN CAST(CONVERT_TIMEZONE(
      'Europe/Berlin',
      DATEADD(
        MINUTE,
        (
          -120
        ),
        CAST(CONVERT_TIMEZONE(
          'Europe/Berlin',
          'UTC',
          TRY_TO_TIMESTAMP_NTZ(
            REGEXP_REPLACE(
              REGEXP_REPLACE(
                CASE
                  WHEN REGEXP_LIKE(
                    "a1",
                    '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                  )
                  THEN "a1"
                END,
                '^(.{16})$',
                '\\1:00'
              ),
              '(\\.[0-9]{6})[0-9]+',
              '\\1'
            ),
            'AUTO'
          )
        ) AS TIMESTAMPTZ)
      )
    ) AS TIMESTAMPNTZ) = TRY_TO_TIMESTAMP_NTZ(
      REGEXP_REPLACE(
        REGEXP_REPLACE(
          CASE
            WHEN REGEXP_LIKE(
              "a1",
              '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
            )
            THEN "a1"
          END,
          '^(.{16})$',
          '\\1:00'
        ),
        '(\\.[0-9]{6})[0-9]+',
        '\\1'
      ),
      'AUTO'
    )
    THEN DATEADD(
      MINUTE,
      (
        -120
      ),
      CAST(CONVERT_TIMEZONE(
        'Europe/Berlin',
        'UTC',
        TRY_TO_TIMESTAMP_NTZ(
          REGEXP_REPLACE(
            REGEXP_REPLACE(
              CASE
                WHEN REGEXP_LIKE(
                  "a1",
                  '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                )
                THEN "a1"
              END,
              '^(.{16})$',
              '\\1:00'
            ),
            '(\\.[0-9]{6})[0-9]+',
            '\\1'
          ),
          'AUTO'
        )
      ) AS TIMESTAMPTZ)
    )
    ELSE CASE
      WHEN CAST(CONVERT_TIMEZONE(
        'Europe/Berlin',
        DATEADD(
          MINUTE,
          (
            -60
          ),
          CAST(CONVERT_TIMEZONE(
            'Europe/Berlin',
            'UTC',
            TRY_TO_TIMESTAMP_NTZ(
              REGEXP_REPLACE(
                REGEXP_REPLACE(
                  CASE
                    WHEN REGEXP_LIKE(
                      "a1",
                      '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                    )
                    THEN "a1"
                  END,
                  '^(.{16})$',
                  '\\1:00'
                ),
                '(\\.[0-9]{6})[0-9]+',
                '\\1'
              ),
              'AUTO'
            )
          ) AS TIMESTAMPTZ)
        )
      ) AS TIMESTAMPNTZ) = TRY_TO_TIMESTAMP_NTZ(
        REGEXP_REPLACE(
          REGEXP_REPLACE(
            CASE
              WHEN REGEXP_LIKE(
                "a1",
                '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
              )
              THEN "a1"
            END,
            '^(.{16})$',
            '\\1:00'
          ),
          '(\\.[0-9]{6})[0-9]+',
          '\\1'
        ),
        'AUTO'
      )
      THEN DATEADD(
        MINUTE,
        (
          -60
        ),
        CAST(CONVERT_TIMEZONE(
          'Europe/Berlin',
          'UTC',
          TRY_TO_TIMESTAMP_NTZ(
            REGEXP_REPLACE(
              REGEXP_REPLACE(
                CASE
                  WHEN REGEXP_LIKE(
                    "a1",
                    '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                  )
                  THEN "a1"
                END,
                '^(.{16})$',
                '\\1:00'
              ),
              '(\\.[0-9]{6})[0-9]+',
              '\\1'
            ),
            'AUTO'
          )
        ) AS TIMESTAMPTZ)
      )
      ELSE CASE
        WHEN CAST(CONVERT_TIMEZONE(
          'Europe/Berlin',
          DATEADD(
            MINUTE,
            (
              -30
            ),
            CAST(CONVERT_TIMEZONE(
              'Europe/Berlin',
              'UTC',
              TRY_TO_TIMESTAMP_NTZ(
                REGEXP_REPLACE(
                  REGEXP_REPLACE(
                    CASE
                      WHEN REGEXP_LIKE(
                        "a1",
                        '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                      )
                      THEN "a1"
                    END,
                    '^(.{16})$',
                    '\\1:00'
                  ),
                  '(\\.[0-9]{6})[0-9]+',
                  '\\1'
                ),
                'AUTO'
              )
            ) AS TIMESTAMPTZ)
          )
        ) AS TIMESTAMPNTZ) = TRY_TO_TIMESTAMP_NTZ(
          REGEXP_REPLACE(
            REGEXP_REPLACE(
              CASE
                WHEN REGEXP_LIKE(
                  "a1",
                  '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                )
                THEN "a1"
              END,
              '^(.{16})$',
              '\\1:00'
            ),
            '(\\.[0-9]{6})[0-9]+',
            '\\1'
          ),
          'AUTO'
        )
        THEN DATEADD(
          MINUTE,
          (
            -30
          ),
          CAST(CONVERT_TIMEZONE(
            'Europe/Berlin',
            'UTC',
            TRY_TO_TIMESTAMP_NTZ(
              REGEXP_REPLACE(
                REGEXP_REPLACE(
                  CASE
                    WHEN REGEXP_LIKE(
                      "a1",
                      '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                    )
                    THEN "a1"
                  END,
                  '^(.{16})$',
                  '\\1:00'
                ),
                '(\\.[0-9]{6})[0-9]+',
                '\\1'
              ),
              'AUTO'
            )
          ) AS TIMESTAMPTZ)
        )
        ELSE CAST(CONVERT_TIMEZONE(
          'Europe/Berlin',
          'UTC',
          TRY_TO_TIMESTAMP_NTZ(
            REGEXP_REPLACE(
              REGEXP_REPLACE(
                CASE
                  WHEN REGEXP_LIKE(
                    "a1",
                    '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                  )
                  THEN "a1"
                END,
                '^(.{16})$',
                '\\1:00'
              ),
              '(\\.[0-9]{6})[0-9]+',
              '\\1'
            ),
            'AUTO'
          )
        ) AS TIMESTAMPTZ)
      END
    END
  END
);
-- read_timestamp(text, 'America/New_York')
COALESCE(
  TRY_TO_TIMESTAMP_TZ(
    REGEXP_REPLACE(
      REGEXP_REPLACE(
        REGEXP_REPLACE(
          CASE
            WHEN REGEXP_LIKE(
              "a1",
              '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?(Z|[+-](0[0-9]|1[0-4]):?[0-5][0-9])'
            )
            THEN "a1"
          END,
          'Z$',
          '+00:00'
        ),
        '^(.{16})([+-])',
        '\\1:00\\2'
      ),
      '(\\.[0-9]{6})[0-9]+',
      '\\1'
    ),
    'AUTO'
  ),
  CASE
    WHEN CAST(CONVERT_TIMEZONE(
      'America/New_York',
      DATEADD(
        MINUTE,
        (
          -120
        ),
        CAST(CONVERT_TIMEZONE(
          'America/New_York',
          'UTC',
          TRY_TO_TIMESTAMP_NTZ(
            REGEXP_REPLACE(
              REGEXP_REPLACE(
                CASE
                  WHEN REGEXP_LIKE(
                    "a1",
                    '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                  )
                  THEN "a1"
                END,
                '^(.{16})$',
                '\\1:00'
              ),
              '(\\.[0-9]{6})[0-9]+',
              '\\1'
            ),
            'AUTO'
          )
        ) AS TIMESTAMPTZ)
      )
    ) AS TIMESTAMPNTZ) = TRY_TO_TIMESTAMP_NTZ(
      REGEXP_REPLACE(
        REGEXP_REPLACE(
          CASE
            WHEN REGEXP_LIKE(
              "a1",
              '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
            )
            THEN "a1"
          END,
          '^(.{16})$',
          '\\1:00'
        ),
        '(\\.[0-9]{6})[0-9]+',
        '\\1'
      ),
      'AUTO'
    )
    THEN DATEADD(
      MINUTE,
      (
        -120
      ),
      CAST(CONVERT_TIMEZONE(
        'America/New_York',
        'UTC',
        TRY_TO_TIMESTAMP_NTZ(
          REGEXP_REPLACE(
            REGEXP_REPLACE(
              CASE
                WHEN REGEXP_LIKE(
                  "a1",
                  '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                )
                THEN "a1"
              END,
              '^(.{16})$',
              '\\1:00'
            ),
            '(\\.[0-9]{6})[0-9]+',
            '\\1'
          ),
          'AUTO'
        )
      ) AS TIMESTAMPTZ)
    )
    ELSE CASE
      WHEN CAST(CONVERT_TIMEZONE(
        'America/New_York',
        DATEADD(
          MINUTE,
          (
            -60
          ),
          CAST(CONVERT_TIMEZONE(
            'America/New_York',
            'UTC',
            TRY_TO_TIMESTAMP_NTZ(
              REGEXP_REPLACE(
                REGEXP_REPLACE(
                  CASE
                    WHEN REGEXP_LIKE(
                      "a1",
                      '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                    )
                    THEN "a1"
                  END,
                  '^(.{16})$',
                  '\\1:00'
                ),
                '(\\.[0-9]{6})[0-9]+',
                '\\1'
              ),
              'AUTO'
            )
          ) AS TIMESTAMPTZ)
        )
      ) AS TIMESTAMPNTZ) = TRY_TO_TIMESTAMP_NTZ(
        REGEXP_REPLACE(
          REGEXP_REPLACE(
            CASE
              WHEN REGEXP_LIKE(
                "a1",
                '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
              )
              THEN "a1"
            END,
            '^(.{16})$',
            '\\1:00'
          ),
          '(\\.[0-9]{6})[0-9]+',
          '\\1'
        ),
        'AUTO'
      )
      THEN DATEADD(
        MINUTE,
        (
          -60
        ),
        CAST(CONVERT_TIMEZONE(
          'America/New_York',
          'UTC',
          TRY_TO_TIMESTAMP_NTZ(
            REGEXP_REPLACE(
              REGEXP_REPLACE(
                CASE
                  WHEN REGEXP_LIKE(
                    "a1",
                    '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                  )
                  THEN "a1"
                END,
                '^(.{16})$',
                '\\1:00'
              ),
              '(\\.[0-9]{6})[0-9]+',
              '\\1'
            ),
            'AUTO'
          )
        ) AS TIMESTAMPTZ)
      )
      ELSE CASE
        WHEN CAST(CONVERT_TIMEZONE(
          'America/New_York',
          DATEADD(
            MINUTE,
            (
              -30
            ),
            CAST(CONVERT_TIMEZONE(
              'America/New_York',
              'UTC',
              TRY_TO_TIMESTAMP_NTZ(
                REGEXP_REPLACE(
                  REGEXP_REPLACE(
                    CASE
                      WHEN REGEXP_LIKE(
                        "a1",
                        '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                      )
                      THEN "a1"
                    END,
                    '^(.{16})$',
                    '\\1:00'
                  ),
                  '(\\.[0-9]{6})[0-9]+',
                  '\\1'
                ),
                'AUTO'
              )
            ) AS TIMESTAMPTZ)
          )
        ) AS TIMESTAMPNTZ) = TRY_TO_TIMESTAMP_NTZ(
          REGEXP_REPLACE(
            REGEXP_REPLACE(
              CASE
                WHEN REGEXP_LIKE(
                  "a1",
                  '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                )
                THEN "a1"
              END,
              '^(.{16})$',
              '\\1:00'
            ),
            '(\\.[0-9]{6})[0-9]+',
            '\\1'
          ),
          'AUTO'
        )
        THEN DATEADD(
          MINUTE,
          (
            -30
          ),
          CAST(CONVERT_TIMEZONE(
            'America/New_York',
            'UTC',
            TRY_TO_TIMESTAMP_NTZ(
              REGEXP_REPLACE(
                REGEXP_REPLACE(
                  CASE
                    WHEN REGEXP_LIKE(
                      "a1",
                      '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                    )
                    THEN "a1"
                  END,
                  '^(.{16})$',
                  '\\1:00'
                ),
                '(\\.[0-9]{6})[0-9]+',
                '\\1'
              ),
              'AUTO'
            )
          ) AS TIMESTAMPTZ)
        )
        ELSE CAST(CONVERT_TIMEZONE(
          'America/New_York',
          'UTC',
          TRY_TO_TIMESTAMP_NTZ(
            REGEXP_REPLACE(
              REGEXP_REPLACE(
                CASE
                  WHEN REGEXP_LIKE(
                    "a1",
                    '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                  )
                  THEN "a1"
                END,
                '^(.{16})$',
                '\\1:00'
              ),
              '(\\.[0-9]{6})[0-9]+',
              '\\1'
            ),
            'AUTO'
          )
        ) AS TIMESTAMPTZ)
      END
    END
  END
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
"a1" = "b1";
-- eq(text, 'z')
"a1" = 'z';
-- eq(text, "it's")
"a1" = 'it\'s';
-- eq(text, 'a\\b')
"a1" = 'a\\b';
-- eq(text, '\uff5e')
"a1" = '～';
-- eq(text, '\xe9')
"a1" = 'é';
-- eq(text, 'a')
"a1" = 'a';
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
"a1" <> "b1";
-- ne(text, 'z')
"a1" <> 'z';
-- ne(text, "it's")
"a1" <> 'it\'s';
-- ne(text, 'a\\b')
"a1" <> 'a\\b';
-- ne(text, '\uff5e')
"a1" <> '～';
-- ne(text, '\xe9')
"a1" <> 'é';
-- ne(text, 'a')
"a1" <> 'a';
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
"a1" < "b1";
-- lt(text, 'z')
"a1" < 'z';
-- lt(text, "it's")
"a1" < 'it\'s';
-- lt(text, 'a\\b')
"a1" < 'a\\b';
-- lt(text, '\uff5e')
"a1" < '～';
-- lt(text, '\xe9')
"a1" < 'é';
-- lt(text, 'a')
"a1" < 'a';
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
"a1" <= "b1";
-- le(text, 'z')
"a1" <= 'z';
-- le(text, "it's")
"a1" <= 'it\'s';
-- le(text, 'a\\b')
"a1" <= 'a\\b';
-- le(text, '\uff5e')
"a1" <= '～';
-- le(text, '\xe9')
"a1" <= 'é';
-- le(text, 'a')
"a1" <= 'a';
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
"a1" > "b1";
-- gt(text, 'z')
"a1" > 'z';
-- gt(text, "it's")
"a1" > 'it\'s';
-- gt(text, 'a\\b')
"a1" > 'a\\b';
-- gt(text, '\uff5e')
"a1" > '～';
-- gt(text, '\xe9')
"a1" > 'é';
-- gt(text, 'a')
"a1" > 'a';
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
"a1" >= "b1";
-- ge(text, 'z')
"a1" >= 'z';
-- ge(text, "it's")
"a1" >= 'it\'s';
-- ge(text, 'a\\b')
"a1" >= 'a\\b';
-- ge(text, '\uff5e')
"a1" >= '～';
-- ge(text, '\xe9')
"a1" >= 'é';
-- ge(text, 'a')
"a1" >= 'a';
-- least(integer, integer, integer)
-- least(text, text, text)
LEAST_IGNORE_NULLS("a1", "b1", "c1");
-- least(bigint, decimal(38,0))
-- least(decimal(12,2), decimal(12,3))
-- least(decimal(38,2), decimal(12,2))
-- least(double, double)
-- least(integer, double)
-- least(date, date)
-- least(timestamptz, timestamptz)
-- least(timestamp, timestamp)
LEAST_IGNORE_NULLS("a1", "b1");
-- least(text, 'z')
LEAST_IGNORE_NULLS("a1", 'z');
-- least(text, "it's")
LEAST_IGNORE_NULLS("a1", 'it\'s');
-- greatest(integer, integer, integer)
-- greatest(text, text, text)
GREATEST_IGNORE_NULLS("a1", "b1", "c1");
-- greatest(bigint, decimal(38,0))
-- greatest(decimal(12,2), decimal(12,3))
-- greatest(decimal(38,2), decimal(12,2))
-- greatest(double, double)
-- greatest(integer, double)
-- greatest(date, date)
-- greatest(timestamptz, timestamptz)
-- greatest(timestamp, timestamp)
GREATEST_IGNORE_NULLS("a1", "b1");
-- greatest(text, 'z')
GREATEST_IGNORE_NULLS("a1", 'z');
-- greatest(text, "it's")
GREATEST_IGNORE_NULLS("a1", 'it\'s');
-- coalesce(integer, integer, integer)
COALESCE("a1", "b1", "c1");
-- coalesce(bigint, 0)
COALESCE("a1", 0);
-- coalesce(decimal(12,2), decimal(12,2))
-- coalesce(decimal(38,2), decimal(38,2))
-- coalesce(double, double)
-- coalesce(double, integer)
-- coalesce(text, text)
-- coalesce(date, date)
-- coalesce(timestamptz, timestamptz)
COALESCE("a1", "b1");
-- coalesce(boolean, false)
COALESCE("a1", FALSE);
-- coalesce(boolean, true)
COALESCE("a1", TRUE);
-- coalesce(text[], [])
COALESCE("a1", ARRAY_CONSTRUCT());
-- coalesce(text[], ['b'])
COALESCE("a1", ARRAY_CONSTRUCT('b'));
-- nullif(integer, integer)
-- nullif(decimal(12,2), integer)
-- nullif(double, double)
-- nullif(text, text)
-- nullif(date, date)
-- nullif(timestamptz, timestamptz)
-- nullif(decimal(38,0), bigint)
NULLIF("a1", "b1");
-- nullif(bigint, 0)
NULLIF("a1", 0);
-- nullif(boolean, false)
NULLIF("a1", FALSE);
-- one_of(integer, 1)
"a1" IN (1);
-- one_of(integer, 3, 2, 1)
"a1" IN (3, 2, 1);
-- one_of(integer, -1, 1)
"a1" IN ((
    -1
), 1);
-- one_of(bigint, -9223372036854775808, 9223372036854775807)
"a1" IN ((
    -9223372036854775808
), 9223372036854775807);
-- one_of(decimal(12,2), 1.100, 2)
"a1" IN (1.100, 2);
-- one_of(decimal(12,2), 1.101, 2)
"a1" IN (1.101, 2);
-- one_of(decimal(12,2), -0.010)
"a1" IN ((
    -0.010
));
-- one_of(decimal(12,2), 1.100)
"a1" IN (1.100);
-- one_of(double, 0.10, 2)
"a1" IN (0.10, 2);
-- one_of(double, 0)
"a1" IN (0);
-- one_of(text, 'a', 'b')
"a1" IN ('a', 'b');
-- one_of(text, '')
"a1" IN ('');
-- one_of(text, "it's", '50%_\\', '"')
"a1" IN ('it\'s', '50%_\\', '"');
-- one_of(text, '\xe9', '\U0001f6b2', '\ufffd')
"a1" IN ('é', '🚲', '�');
-- one_of(date, 2024-02-29, 0001-01-01, 9999-12-31)
"a1" IN (
  CAST('2024-02-29' AS DATE),
  CAST('0001-01-01' AS DATE),
  CAST('9999-12-31' AS DATE)
);
-- one_of(timestamptz, 2024-02-29T12:00:00.000001+00:00, 2024-01-01T00:00:00+00:00)
"a1" IN (
  CAST('2024-02-29 12:00:00.000001+00:00' AS TIMESTAMPTZ),
  CAST('2024-01-01 00:00:00+00:00' AS TIMESTAMPTZ)
);
-- one_of(timestamptz, 0001-01-01T00:00:00+00:00, 9999-12-31T23:59:59.999999+00:00)
"a1" IN (
  CAST('0001-01-01 00:00:00+00:00' AS TIMESTAMPTZ),
  CAST('9999-12-31 23:59:59.999999+00:00' AS TIMESTAMPTZ)
);
-- one_of(timestamp, 2024-02-29T12:00:00.000001, 2024-01-01T00:00:00)
"a1" IN (
  CAST('2024-02-29 12:00:00.000001' AS TIMESTAMPNTZ),
  CAST('2024-01-01 00:00:00' AS TIMESTAMPNTZ)
);
-- one_of(boolean, true)
"a1" IN (TRUE);
-- one_of(decimal(38,0), 99999999999999999999999999999999999999, 1)
"a1" IN (99999999999999999999999999999999999999, 1);
-- clean_json(json)
TRY_PARSE_JSON(
  CASE
    WHEN REGEXP_LIKE(
      REGEXP_REPLACE(
        REGEXP_REPLACE(
          "a1",
          '"([^"\\\\[:cntrl:]]|\x7f|\\\\["\\\\/bfnrt]|\\\\u([0-9abcefABCEF][0-9a-fA-F]{3}|[dD][0-7][0-9a-fA-F]{2})|\\\\u[dD][89abAB][0-9a-fA-F]{2}\\\\u[dD][c-fC-F][0-9a-fA-F]{2})*"',
          '"'
        ),
        '-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?|true|false|null',
        '0'
      ),
      '[][{}:,0" \\t\\r\\n]*'
    )
    AND REGEXP_INSTR(
      REGEXP_REPLACE(
        REGEXP_REPLACE(
          "a1",
          '"([^"\\\\[:cntrl:]]|\x7f|\\\\["\\\\/bfnrt]|\\\\u([0-9abcefABCEF][0-9a-fA-F]{3}|[dD][0-7][0-9a-fA-F]{2})|\\\\u[dD][89abAB][0-9a-fA-F]{2}\\\\u[dD][c-fC-F][0-9a-fA-F]{2})*"',
          '"'
        ),
        '-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?|true|false|null',
        '0'
      ),
      '[0"}\\]][ \\t\\r\\n]*[0"{\\[]|(^|[,{\\[:])[ \\t\\r\\n]*[,:]|[,:][ \\t\\r\\n]*($|[\\]}])|0[ \\t\\r\\n]*:'
    ) = 0
    THEN "a1"
  END
);
-- json_text(json)
-- json_text(text[])
-- json_text(bigint[])
-- json_text(boolean[])
-- json_text(date[])
TO_JSON("a1");
-- json_value(json, 'text', 'UTC', 'a')
CASE
  WHEN TYPEOF(GET("a1", 'a')) IN ('VARCHAR')
  AND NOT CONTAINS(CAST(GET("a1", 'a') AS VARCHAR), CHR(0))
  THEN CAST(GET("a1", 'a') AS VARCHAR)
END;
-- json_value(json, 'text', 'UTC')
CASE
  WHEN TYPEOF("a1") IN ('VARCHAR') AND NOT CONTAINS(CAST("a1" AS VARCHAR), CHR(0))
  THEN CAST("a1" AS VARCHAR)
END;
-- json_value(json, 'text', 'UTC', 0)
CASE
  WHEN TYPEOF(GET("a1", 0)) IN ('VARCHAR')
  AND NOT CONTAINS(CAST(GET("a1", 0) AS VARCHAR), CHR(0))
  THEN CAST(GET("a1", 0) AS VARCHAR)
END;
-- json_value(json, 'text', 'UTC', 1)
CASE
  WHEN TYPEOF(GET("a1", 1)) IN ('VARCHAR')
  AND NOT CONTAINS(CAST(GET("a1", 1) AS VARCHAR), CHR(0))
  THEN CAST(GET("a1", 1) AS VARCHAR)
END;
-- json_value(json, 'text', 'UTC', 2)
CASE
  WHEN TYPEOF(GET("a1", 2)) IN ('VARCHAR')
  AND NOT CONTAINS(CAST(GET("a1", 2) AS VARCHAR), CHR(0))
  THEN CAST(GET("a1", 2) AS VARCHAR)
END;
-- json_value(json, 'text', 'UTC', '0')
CASE
  WHEN TYPEOF(GET("a1", '0')) IN ('VARCHAR')
  AND NOT CONTAINS(CAST(GET("a1", '0') AS VARCHAR), CHR(0))
  THEN CAST(GET("a1", '0') AS VARCHAR)
END;
-- json_value(json, 'text', 'UTC', 0, 1)
CASE
  WHEN TYPEOF(GET(GET("a1", 0), 1)) IN ('VARCHAR')
  AND NOT CONTAINS(CAST(GET(GET("a1", 0), 1) AS VARCHAR), CHR(0))
  THEN CAST(GET(GET("a1", 0), 1) AS VARCHAR)
END;
-- json_value(json, 'text', 'UTC', 'a', 'b', 0, 'c')
CASE
  WHEN TYPEOF(GET(GET(GET(GET("a1", 'a'), 'b'), 0), 'c')) IN ('VARCHAR')
  AND NOT CONTAINS(CAST(GET(GET(GET(GET("a1", 'a'), 'b'), 0), 'c') AS VARCHAR), CHR(0))
  THEN CAST(GET(GET(GET(GET("a1", 'a'), 'b'), 0), 'c') AS VARCHAR)
END;
-- json_value(json, 'text', 'UTC', 'a', 'b')
CASE
  WHEN TYPEOF(GET(GET("a1", 'a'), 'b')) IN ('VARCHAR')
  AND NOT CONTAINS(CAST(GET(GET("a1", 'a'), 'b') AS VARCHAR), CHR(0))
  THEN CAST(GET(GET("a1", 'a'), 'b') AS VARCHAR)
END;
-- json_value(json, 'text', 'UTC', "it's")
CASE
  WHEN TYPEOF(GET("a1", 'it\'s')) IN ('VARCHAR')
  AND NOT CONTAINS(CAST(GET("a1", 'it\'s') AS VARCHAR), CHR(0))
  THEN CAST(GET("a1", 'it\'s') AS VARCHAR)
END;
-- json_value(json, 'text', 'UTC', 'a b.c')
CASE
  WHEN TYPEOF(GET("a1", 'a b.c')) IN ('VARCHAR')
  AND NOT CONTAINS(CAST(GET("a1", 'a b.c') AS VARCHAR), CHR(0))
  THEN CAST(GET("a1", 'a b.c') AS VARCHAR)
END;
-- json_value(json, 'text', 'UTC', 'a.b')
CASE
  WHEN TYPEOF(GET("a1", 'a.b')) IN ('VARCHAR')
  AND NOT CONTAINS(CAST(GET("a1", 'a.b') AS VARCHAR), CHR(0))
  THEN CAST(GET("a1", 'a.b') AS VARCHAR)
END;
-- json_value(json, 'text', 'UTC', '$')
CASE
  WHEN TYPEOF(GET("a1", '$')) IN ('VARCHAR')
  AND NOT CONTAINS(CAST(GET("a1", '$') AS VARCHAR), CHR(0))
  THEN CAST(GET("a1", '$') AS VARCHAR)
END;
-- json_value(json, 'text', 'UTC', '%_')
CASE
  WHEN TYPEOF(GET("a1", '%_')) IN ('VARCHAR')
  AND NOT CONTAINS(CAST(GET("a1", '%_') AS VARCHAR), CHR(0))
  THEN CAST(GET("a1", '%_') AS VARCHAR)
END;
-- json_value(json, 'text', 'UTC', '[0]')
CASE
  WHEN TYPEOF(GET("a1", '[0]')) IN ('VARCHAR')
  AND NOT CONTAINS(CAST(GET("a1", '[0]') AS VARCHAR), CHR(0))
  THEN CAST(GET("a1", '[0]') AS VARCHAR)
END;
-- json_value(json, 'text', 'UTC', 'a*')
CASE
  WHEN TYPEOF(GET("a1", 'a*')) IN ('VARCHAR')
  AND NOT CONTAINS(CAST(GET("a1", 'a*') AS VARCHAR), CHR(0))
  THEN CAST(GET("a1", 'a*') AS VARCHAR)
END;
-- json_value(json, 'text', 'UTC', 'e\u0301')
CASE
  WHEN TYPEOF(GET("a1", 'é')) IN ('VARCHAR')
  AND NOT CONTAINS(CAST(GET("a1", 'é') AS VARCHAR), CHR(0))
  THEN CAST(GET("a1", 'é') AS VARCHAR)
END;
-- json_value(json, 'text', 'UTC', '\U0001f6b2')
CASE
  WHEN TYPEOF(GET("a1", '🚲')) IN ('VARCHAR')
  AND NOT CONTAINS(CAST(GET("a1", '🚲') AS VARCHAR), CHR(0))
  THEN CAST(GET("a1", '🚲') AS VARCHAR)
END;
-- json_value(json, 'text', 'UTC', 'a-b')
CASE
  WHEN TYPEOF(GET("a1", 'a-b')) IN ('VARCHAR')
  AND NOT CONTAINS(CAST(GET("a1", 'a-b') AS VARCHAR), CHR(0))
  THEN CAST(GET("a1", 'a-b') AS VARCHAR)
END;
-- json_value(json, 'text', 'UTC', 'null')
CASE
  WHEN TYPEOF(GET("a1", 'null')) IN ('VARCHAR')
  AND NOT CONTAINS(CAST(GET("a1", 'null') AS VARCHAR), CHR(0))
  THEN CAST(GET("a1", 'null') AS VARCHAR)
END;
-- json_value(json, 'text', 'UTC', '?')
CASE
  WHEN TYPEOF(GET("a1", '?')) IN ('VARCHAR')
  AND NOT CONTAINS(CAST(GET("a1", '?') AS VARCHAR), CHR(0))
  THEN CAST(GET("a1", '?') AS VARCHAR)
END;
-- json_value(json, 'text', 'UTC', ':a')
CASE
  WHEN TYPEOF(GET("a1", ':a')) IN ('VARCHAR')
  AND NOT CONTAINS(CAST(GET("a1", ':a') AS VARCHAR), CHR(0))
  THEN CAST(GET("a1", ':a') AS VARCHAR)
END;
-- json_value(json, 'text', 'UTC', ' ')
CASE
  WHEN TYPEOF(GET("a1", ' ')) IN ('VARCHAR')
  AND NOT CONTAINS(CAST(GET("a1", ' ') AS VARCHAR), CHR(0))
  THEN CAST(GET("a1", ' ') AS VARCHAR)
END;
-- json_value(json, 'number', 'UTC', 'a')
CASE
  WHEN TYPEOF(GET("a1", 'a')) IN ('INTEGER', 'DECIMAL', 'DOUBLE')
  THEN TRY_TO_DECIMAL(CAST(GET("a1", 'a') AS VARCHAR), 38, 9)
END;
-- json_value(json, 'number', 'UTC')
CASE
  WHEN TYPEOF("a1") IN ('INTEGER', 'DECIMAL', 'DOUBLE')
  THEN TRY_TO_DECIMAL(CAST("a1" AS VARCHAR), 38, 9)
END;
-- json_value(json, 'number', 'UTC', 1)
CASE
  WHEN TYPEOF(GET("a1", 1)) IN ('INTEGER', 'DECIMAL', 'DOUBLE')
  THEN TRY_TO_DECIMAL(CAST(GET("a1", 1) AS VARCHAR), 38, 9)
END;
-- json_value(json, 'integer', 'UTC', 'a')
CASE
  WHEN TYPEOF(GET("a1", 'a')) IN ('INTEGER', 'DECIMAL', 'DOUBLE')
  AND TRY_TO_DECIMAL(CAST(GET("a1", 'a') AS VARCHAR), 38, 9) = FLOOR(TRY_TO_DECIMAL(CAST(GET("a1", 'a') AS VARCHAR), 38, 9))
  THEN CASE
    WHEN TRY_TO_DECIMAL(CAST(GET("a1", 'a') AS VARCHAR), 38, 9) BETWEEN (
      -9223372036854775808
    ) AND 9223372036854775807
    THEN CAST(TRY_TO_DECIMAL(CAST(GET("a1", 'a') AS VARCHAR), 38, 9) AS DECIMAL(19, 0))
  END
END;
-- json_value(json, 'boolean', 'UTC', 'a')
CASE
  WHEN TYPEOF(GET("a1", 'a')) IN ('BOOLEAN')
  THEN CAST(GET("a1", 'a') AS BOOLEAN)
END;
-- json_value(json, 'boolean', 'UTC')
CASE WHEN TYPEOF("a1") IN ('BOOLEAN') THEN CAST("a1" AS BOOLEAN) END;
-- json_value(json, 'date', 'UTC', 'a')
CASE
  WHEN TYPEOF(GET("a1", 'a')) IN ('VARCHAR')
  THEN TRY_TO_DATE(
    CASE
      WHEN REGEXP_LIKE(
        CAST(GET("a1", 'a') AS VARCHAR),
        '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}'
      )
      THEN CAST(GET("a1", 'a') AS VARCHAR)
    END,
    'YYYY-MM-DD'
  )
END;
-- json_value(json, 'timestamp', 'UTC', 'a')
CASE
  WHEN TYPEOF(GET("a1", 'a')) IN ('VARCHAR')
  THEN COALESCE(
    TRY_TO_TIMESTAMP_TZ(
      REGEXP_REPLACE(
        REGEXP_REPLACE(
          REGEXP_REPLACE(
            CASE
              WHEN REGEXP_LIKE(
                CAST(GET("a1", 'a') AS VARCHAR),
                '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?(Z|[+-](0[0-9]|1[0-4]):?[0-5][0-9])'
              )
              THEN CAST(GET("a1", 'a') AS VARCHAR)
            END,
            'Z$',
            '+00:00'
          ),
          '^(.{16})([+-])',
          '\\1:00\\2'
        ),
        '(\\.[0-9]{6})[0-9]+',
        '\\1'
      ),
      'AUTO'
    ),
    CAST(TRY_TO_TIMESTAMP_NTZ(
      REGEXP_REPLACE(
        REGEXP_REPLACE(
          CASE
            WHEN REGEXP_LIKE(
              CAST(GET("a1", 'a') AS VARCHAR),
              '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
            )
            THEN CAST(GET("a1", 'a') AS VARCHAR)
          END,
          '^(.{16})$',
          '\\1:00'
        ),
        '(\\.[0-9]{6})[0-9]+',
        '\\1'
      ),
      'AUTO'
    ) AS TIMESTAMPTZ)
  )
END;
-- json_value(json, 'timestamp', 'Europe/Berlin', 'a')
CASE
  WHEN TYPEOF(GET("a1", 'a')) IN ('VARCHAR')
  THEN COALESCE(
    TRY_TO_TIMESTAMP_TZ(
      REGEXP_REPLACE(
        REGEXP_REPLACE(
          REGEXP_REPLACE(
            CASE
              WHEN REGEXP_LIKE(
                CAST(GET("a1", 'a') AS VARCHAR),
                '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?(Z|[+-](0[0-9]|1[0-4]):?[0-5][0-9])'
              )
              THEN CAST(GET("a1", 'a') AS VARCHAR)
            END,
            'Z$',
            '+00:00'
          ),
          '^(.{16})([+-])',
          '\\1:00\\2'
        ),
        '(\\.[0-9]{6})[0-9]+',
        '\\1'
      ),
      'AUTO'
    ),
    CASE
      WHEN CAST(CONVERT_TIMEZONE(
        'Europe/Berlin',
        DATEADD(
          MINUTE,
          (
            -120
          ),
          CAST(CONVERT_TIMEZONE(
            'Europe/Berlin',
            'UTC',
            TRY_TO_TIMESTAMP_NTZ(
              REGEXP_REPLACE(
                REGEXP_REPLACE(
                  CASE
                    WHEN REGEXP_LIKE(
                      CAST(GET("a1", 'a') AS VARCHAR),
                      '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                    )
                    THEN CAST(GET("a1", 'a') AS VARCHAR)
                  END,
                  '^(.{16})$',
                  '\\1:00'
                ),
                '(\\.[0-9]{6})[0-9]+',
                '\\1'
              ),
              'AUTO'
            )
          ) AS TIMESTAMPTZ)
        )
      ) AS TIMESTAMPNTZ) = TRY_TO_TIMESTAMP_NTZ(
        REGEXP_REPLACE(
          REGEXP_REPLACE(
            CASE
              WHEN REGEXP_LIKE(
                CAST(GET("a1", 'a') AS VARCHAR),
                '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
              )
              THEN CAST(GET("a1", 'a') AS VARCHAR)
            END,
            '^(.{16})$',
            '\\1:00'
          ),
          '(\\.[0-9]{6})[0-9]+',
          '\\1'
        ),
        'AUTO'
      )
      THEN DATEADD(
        MINUTE,
        (
          -120
        ),
        CAST(CONVERT_TIMEZONE(
          'Europe/Berlin',
          'UTC',
          TRY_TO_TIMESTAMP_NTZ(
            REGEXP_REPLACE(
              REGEXP_REPLACE(
                CASE
                  WHEN REGEXP_LIKE(
                    CAST(GET("a1", 'a') AS VARCHAR),
                    '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                  )
                  THEN CAST(GET("a1", 'a') AS VARCHAR)
                END,
                '^(.{16})$',
                '\\1:00'
              ),
              '(\\.[0-9]{6})[0-9]+',
              '\\1'
            ),
            'AUTO'
          )
        ) AS TIMESTAMPTZ)
      )
      ELSE CASE
        WHEN CAST(CONVERT_TIMEZONE(
          'Europe/Berlin',
          DATEADD(
            MINUTE,
            (
              -60
            ),
            CAST(CONVERT_TIMEZONE(
              'Europe/Berlin',
              'UTC',
              TRY_TO_TIMESTAMP_NTZ(
                REGEXP_REPLACE(
                  REGEXP_REPLACE(
                    CASE
                      WHEN REGEXP_LIKE(
                        CAST(GET("a1", 'a') AS VARCHAR),
                        '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                      )
                      THEN CAST(GET("a1", 'a') AS VARCHAR)
                    END,
                    '^(.{16})$',
                    '\\1:00'
                  ),
                  '(\\.[0-9]{6})[0-9]+',
                  '\\1'
                ),
                'AUTO'
              )
            ) AS TIMESTAMPTZ)
          )
        ) AS TIMESTAMPNTZ) = TRY_TO_TIMESTAMP_NTZ(
          REGEXP_REPLACE(
            REGEXP_REPLACE(
              CASE
                WHEN REGEXP_LIKE(
                  CAST(GET("a1", 'a') AS VARCHAR),
                  '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                )
                THEN CAST(GET("a1", 'a') AS VARCHAR)
              END,
              '^(.{16})$',
              '\\1:00'
            ),
            '(\\.[0-9]{6})[0-9]+',
            '\\1'
          ),
          'AUTO'
        )
        THEN DATEADD(
          MINUTE,
          (
            -60
          ),
          CAST(CONVERT_TIMEZONE(
            'Europe/Berlin',
            'UTC',
            TRY_TO_TIMESTAMP_NTZ(
              REGEXP_REPLACE(
                REGEXP_REPLACE(
                  CASE
                    WHEN REGEXP_LIKE(
                      CAST(GET("a1", 'a') AS VARCHAR),
                      '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                    )
                    THEN CAST(GET("a1", 'a') AS VARCHAR)
                  END,
                  '^(.{16})$',
                  '\\1:00'
                ),
                '(\\.[0-9]{6})[0-9]+',
                '\\1'
              ),
              'AUTO'
            )
          ) AS TIMESTAMPTZ)
        )
        ELSE CASE
          WHEN CAST(CONVERT_TIMEZONE(
            'Europe/Berlin',
            DATEADD(
              MINUTE,
              (
                -30
              ),
              CAST(CONVERT_TIMEZONE(
                'Europe/Berlin',
                'UTC',
                TRY_TO_TIMESTAMP_NTZ(
                  REGEXP_REPLACE(
                    REGEXP_REPLACE(
                      CASE
                        WHEN REGEXP_LIKE(
                          CAST(GET("a1", 'a') AS VARCHAR),
                          '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                        )
                        THEN CAST(GET("a1", 'a') AS VARCHAR)
                      END,
                      '^(.{16})$',
                      '\\1:00'
                    ),
                    '(\\.[0-9]{6})[0-9]+',
                    '\\1'
                  ),
                  'AUTO'
                )
              ) AS TIMESTAMPTZ)
            )
          ) AS TIMESTAMPNTZ) = TRY_TO_TIMESTAMP_NTZ(
            REGEXP_REPLACE(
              REGEXP_REPLACE(
                CASE
                  WHEN REGEXP_LIKE(
                    CAST(GET("a1", 'a') AS VARCHAR),
                    '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                  )
                  THEN CAST(GET("a1", 'a') AS VARCHAR)
                END,
                '^(.{16})$',
                '\\1:00'
              ),
              '(\\.[0-9]{6})[0-9]+',
              '\\1'
            ),
            'AUTO'
          )
          THEN DATEADD(
            MINUTE,
            (
              -30
            ),
            CAST(CONVERT_TIMEZONE(
              'Europe/Berlin',
              'UTC',
              TRY_TO_TIMESTAMP_NTZ(
                REGEXP_REPLACE(
                  REGEXP_REPLACE(
                    CASE
                      WHEN REGEXP_LIKE(
                        CAST(GET("a1", 'a') AS VARCHAR),
                        '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                      )
                      THEN CAST(GET("a1", 'a') AS VARCHAR)
                    END,
                    '^(.{16})$',
                    '\\1:00'
                  ),
                  '(\\.[0-9]{6})[0-9]+',
                  '\\1'
                ),
                'AUTO'
              )
            ) AS TIMESTAMPTZ)
          )
          ELSE CAST(CONVERT_TIMEZONE(
            'Europe/Berlin',
            'UTC',
            TRY_TO_TIMESTAMP_NTZ(
              REGEXP_REPLACE(
                REGEXP_REPLACE(
                  CASE
                    WHEN REGEXP_LIKE(
                      CAST(GET("a1", 'a') AS VARCHAR),
                      '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                    )
                    THEN CAST(GET("a1", 'a') AS VARCHAR)
                  END,
                  '^(.{16})$',
                  '\\1:00'
                ),
                '(\\.[0-9]{6})[0-9]+',
                '\\1'
              ),
              'AUTO'
            )
          ) AS TIMESTAMPTZ)
        END
      END
    END
  )
END;
-- json_array(json, 'text', 'UTC')
COALESCE(
  TRANSFORM(
    FILTER(
      AS_ARRAY("a1"),
      coterie_element -> CASE
        WHEN TYPEOF(coterie_element) IN ('VARCHAR')
        AND NOT CONTAINS(CAST(coterie_element AS VARCHAR), CHR(0))
        THEN CAST(coterie_element AS VARCHAR)
      END IS NOT NULL
    ),
    coterie_element -> CASE
      WHEN TYPEOF(coterie_element) IN ('VARCHAR')
      AND NOT CONTAINS(CAST(coterie_element AS VARCHAR), CHR(0))
      THEN CAST(coterie_element AS VARCHAR)
    END
  ),
  ARRAY_CONSTRUCT()
);
-- json_array(json, 'text', 'UTC', 'a')
COALESCE(
  TRANSFORM(
    FILTER(
      AS_ARRAY(GET("a1", 'a')),
      coterie_element -> CASE
        WHEN TYPEOF(coterie_element) IN ('VARCHAR')
        AND NOT CONTAINS(CAST(coterie_element AS VARCHAR), CHR(0))
        THEN CAST(coterie_element AS VARCHAR)
      END IS NOT NULL
    ),
    coterie_element -> CASE
      WHEN TYPEOF(coterie_element) IN ('VARCHAR')
      AND NOT CONTAINS(CAST(coterie_element AS VARCHAR), CHR(0))
      THEN CAST(coterie_element AS VARCHAR)
    END
  ),
  ARRAY_CONSTRUCT()
);
-- json_array(json, 'text', 'UTC', 1)
COALESCE(
  TRANSFORM(
    FILTER(
      AS_ARRAY(GET("a1", 1)),
      coterie_element -> CASE
        WHEN TYPEOF(coterie_element) IN ('VARCHAR')
        AND NOT CONTAINS(CAST(coterie_element AS VARCHAR), CHR(0))
        THEN CAST(coterie_element AS VARCHAR)
      END IS NOT NULL
    ),
    coterie_element -> CASE
      WHEN TYPEOF(coterie_element) IN ('VARCHAR')
      AND NOT CONTAINS(CAST(coterie_element AS VARCHAR), CHR(0))
      THEN CAST(coterie_element AS VARCHAR)
    END
  ),
  ARRAY_CONSTRUCT()
);
-- json_array(json, 'text', 'UTC', 'a', 0, "it's")
COALESCE(
  TRANSFORM(
    FILTER(
      AS_ARRAY(GET(GET(GET("a1", 'a'), 0), 'it\'s')),
      coterie_element -> CASE
        WHEN TYPEOF(coterie_element) IN ('VARCHAR')
        AND NOT CONTAINS(CAST(coterie_element AS VARCHAR), CHR(0))
        THEN CAST(coterie_element AS VARCHAR)
      END IS NOT NULL
    ),
    coterie_element -> CASE
      WHEN TYPEOF(coterie_element) IN ('VARCHAR')
      AND NOT CONTAINS(CAST(coterie_element AS VARCHAR), CHR(0))
      THEN CAST(coterie_element AS VARCHAR)
    END
  ),
  ARRAY_CONSTRUCT()
);
-- json_array(json, 'number', 'UTC')
COALESCE(
  TRANSFORM(
    FILTER(
      AS_ARRAY("a1"),
      coterie_element -> CASE
        WHEN TYPEOF(coterie_element) IN ('INTEGER', 'DECIMAL', 'DOUBLE')
        THEN TRY_TO_DECIMAL(CAST(coterie_element AS VARCHAR), 38, 9)
      END IS NOT NULL
    ),
    coterie_element -> CASE
      WHEN TYPEOF(coterie_element) IN ('INTEGER', 'DECIMAL', 'DOUBLE')
      THEN TRY_TO_DECIMAL(CAST(coterie_element AS VARCHAR), 38, 9)
    END
  ),
  ARRAY_CONSTRUCT()
);
-- json_array(json, 'number', 'UTC', 'a')
COALESCE(
  TRANSFORM(
    FILTER(
      AS_ARRAY(GET("a1", 'a')),
      coterie_element -> CASE
        WHEN TYPEOF(coterie_element) IN ('INTEGER', 'DECIMAL', 'DOUBLE')
        THEN TRY_TO_DECIMAL(CAST(coterie_element AS VARCHAR), 38, 9)
      END IS NOT NULL
    ),
    coterie_element -> CASE
      WHEN TYPEOF(coterie_element) IN ('INTEGER', 'DECIMAL', 'DOUBLE')
      THEN TRY_TO_DECIMAL(CAST(coterie_element AS VARCHAR), 38, 9)
    END
  ),
  ARRAY_CONSTRUCT()
);
-- json_array(json, 'integer', 'UTC')
COALESCE(
  TRANSFORM(
    FILTER(
      AS_ARRAY("a1"),
      coterie_element -> CASE
        WHEN TYPEOF(coterie_element) IN ('INTEGER', 'DECIMAL', 'DOUBLE')
        AND TRY_TO_DECIMAL(CAST(coterie_element AS VARCHAR), 38, 9) = FLOOR(TRY_TO_DECIMAL(CAST(coterie_element AS VARCHAR), 38, 9))
        THEN CASE
          WHEN TRY_TO_DECIMAL(CAST(coterie_element AS VARCHAR), 38, 9) BETWEEN (
            -9223372036854775808
          ) AND 9223372036854775807
          THEN CAST(TRY_TO_DECIMAL(CAST(coterie_element AS VARCHAR), 38, 9) AS DECIMAL(19, 0))
        END
      END IS NOT NULL
    ),
    coterie_element -> CASE
      WHEN TYPEOF(coterie_element) IN ('INTEGER', 'DECIMAL', 'DOUBLE')
      AND TRY_TO_DECIMAL(CAST(coterie_element AS VARCHAR), 38, 9) = FLOOR(TRY_TO_DECIMAL(CAST(coterie_element AS VARCHAR), 38, 9))
      THEN CASE
        WHEN TRY_TO_DECIMAL(CAST(coterie_element AS VARCHAR), 38, 9) BETWEEN (
          -9223372036854775808
        ) AND 9223372036854775807
        THEN CAST(TRY_TO_DECIMAL(CAST(coterie_element AS VARCHAR), 38, 9) AS DECIMAL(19, 0))
      END
    END
  ),
  ARRAY_CONSTRUCT()
);
-- json_array(json, 'boolean', 'UTC')
COALESCE(
  TRANSFORM(
    FILTER(
      AS_ARRAY("a1"),
      coterie_element -> CASE
        WHEN TYPEOF(coterie_element) IN ('BOOLEAN')
        THEN CAST(coterie_element AS BOOLEAN)
      END IS NOT NULL
    ),
    coterie_element -> CASE
      WHEN TYPEOF(coterie_element) IN ('BOOLEAN')
      THEN CAST(coterie_element AS BOOLEAN)
    END
  ),
  ARRAY_CONSTRUCT()
);
-- json_array(json, 'date', 'UTC')
COALESCE(
  TRANSFORM(
    FILTER(
      AS_ARRAY("a1"),
      coterie_element -> CASE
        WHEN TYPEOF(coterie_element) IN ('VARCHAR')
        THEN TRY_TO_DATE(
          CASE
            WHEN REGEXP_LIKE(
              CAST(coterie_element AS VARCHAR),
              '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}'
            )
            THEN CAST(coterie_element AS VARCHAR)
          END,
          'YYYY-MM-DD'
        )
      END IS NOT NULL
    ),
    coterie_element -> CASE
      WHEN TYPEOF(coterie_element) IN ('VARCHAR')
      THEN TRY_TO_DATE(
        CASE
          WHEN REGEXP_LIKE(
            CAST(coterie_element AS VARCHAR),
            '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}'
          )
          THEN CAST(coterie_element AS VARCHAR)
        END,
        'YYYY-MM-DD'
      )
    END
  ),
  ARRAY_CONSTRUCT()
);
-- json_array(json, 'timestamp', 'UTC')
COALESCE(
  TRANSFORM(
    FILTER(
      AS_ARRAY("a1"),
      coterie_element -> CASE
        WHEN TYPEOF(coterie_element) IN ('VARCHAR')
        THEN COALESCE(
          TRY_TO_TIMESTAMP_TZ(
            REGEXP_REPLACE(
              REGEXP_REPLACE(
                REGEXP_REPLACE(
                  CASE
                    WHEN REGEXP_LIKE(
                      CAST(coterie_element AS VARCHAR),
                      '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?(Z|[+-](0[0-9]|1[0-4]):?[0-5][0-9])'
                    )
                    THEN CAST(coterie_element AS VARCHAR)
                  END,
                  'Z$',
                  '+00:00'
                ),
                '^(.{16})([+-])',
                '\\1:00\\2'
              ),
              '(\\.[0-9]{6})[0-9]+',
              '\\1'
            ),
            'AUTO'
          ),
          CAST(TRY_TO_TIMESTAMP_NTZ(
            REGEXP_REPLACE(
              REGEXP_REPLACE(
                CASE
                  WHEN REGEXP_LIKE(
                    CAST(coterie_element AS VARCHAR),
                    '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                  )
                  THEN CAST(coterie_element AS VARCHAR)
                END,
                '^(.{16})$',
                '\\1:00'
              ),
              '(\\.[0-9]{6})[0-9]+',
              '\\1'
            ),
            'AUTO'
          ) AS TIMESTAMPTZ)
        )
      END IS NOT NULL
    ),
    coterie_element -> CASE
      WHEN TYPEOF(coterie_element) IN ('VARCHAR')
      THEN COALESCE(
        TRY_TO_TIMESTAMP_TZ(
          REGEXP_REPLACE(
            REGEXP_REPLACE(
              REGEXP_REPLACE(
                CASE
                  WHEN REGEXP_LIKE(
                    CAST(coterie_element AS VARCHAR),
                    '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?(Z|[+-](0[0-9]|1[0-4]):?[0-5][0-9])'
                  )
                  THEN CAST(coterie_element AS VARCHAR)
                END,
                'Z$',
                '+00:00'
              ),
              '^(.{16})([+-])',
              '\\1:00\\2'
            ),
            '(\\.[0-9]{6})[0-9]+',
            '\\1'
          ),
          'AUTO'
        ),
        CAST(TRY_TO_TIMESTAMP_NTZ(
          REGEXP_REPLACE(
            REGEXP_REPLACE(
              CASE
                WHEN REGEXP_LIKE(
                  CAST(coterie_element AS VARCHAR),
                  '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                )
                THEN CAST(coterie_element AS VARCHAR)
              END,
              '^(.{16})$',
              '\\1:00'
            ),
            '(\\.[0-9]{6})[0-9]+',
            '\\1'
          ),
          'AUTO'
        ) AS TIMESTAMPTZ)
      )
    END
  ),
  ARRAY_CONSTRUCT()
);
-- json_array(json, 'timestamp', 'Europe/Berlin')
COALESCE(
  TRANSFORM(
    FILTER(
      AS_ARRAY("a1"),
      coterie_element -> CASE
        WHEN TYPEOF(coterie_element) IN ('VARCHAR')
        THEN COALESCE(
          TRY_TO_TIMESTAMP_TZ(
            REGEXP_REPLACE(
              REGEXP_REPLACE(
                REGEXP_REPLACE(
                  CASE
                    WHEN REGEXP_LIKE(
                      CAST(coterie_element AS VARCHAR),
                      '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?(Z|[+-](0[0-9]|1[0-4]):?[0-5][0-9])'
                    )
                    THEN CAST(coterie_element AS VARCHAR)
                  END,
                  'Z$',
                  '+00:00'
                ),
                '^(.{16})([+-])',
                '\\1:00\\2'
              ),
              '(\\.[0-9]{6})[0-9]+',
              '\\1'
            ),
            'AUTO'
          ),
          CASE
            WHEN CAST(CONVERT_TIMEZONE(
              'Europe/Berlin',
              DATEADD(
                MINUTE,
                (
                  -120
                ),
                CAST(CONVERT_TIMEZONE(
                  'Europe/Berlin',
                  'UTC',
                  TRY_TO_TIMESTAMP_NTZ(
                    REGEXP_REPLACE(
                      REGEXP_REPLACE(
                        CASE
                          WHEN REGEXP_LIKE(
                            CAST(coterie_element AS VARCHAR),
                            '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                          )
                          THEN CAST(coterie_element AS VARCHAR)
                        END,
                        '^(.{16})$',
                        '\\1:00'
                      ),
                      '(\\.[0-9]{6})[0-9]+',
                      '\\1'
                    ),
                    'AUTO'
                  )
                ) AS TIMESTAMPTZ)
              )
            ) AS TIMESTAMPNTZ) = TRY_TO_TIMESTAMP_NTZ(
              REGEXP_REPLACE(
                REGEXP_REPLACE(
                  CASE
                    WHEN REGEXP_LIKE(
                      CAST(coterie_element AS VARCHAR),
                      '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                    )
                    THEN CAST(coterie_element AS VARCHAR)
                  END,
                  '^(.{16})$',
                  '\\1:00'
                ),
                '(\\.[0-9]{6})[0-9]+',
                '\\1'
              ),
              'AUTO'
            )
            THEN DATEADD(
              MINUTE,
              (
                -120
              ),
              CAST(CONVERT_TIMEZONE(
                'Europe/Berlin',
                'UTC',
                TRY_TO_TIMESTAMP_NTZ(
                  REGEXP_REPLACE(
                    REGEXP_REPLACE(
                      CASE
                        WHEN REGEXP_LIKE(
                          CAST(coterie_element AS VARCHAR),
                          '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                        )
                        THEN CAST(coterie_element AS VARCHAR)
                      END,
                      '^(.{16})$',
                      '\\1:00'
                    ),
                    '(\\.[0-9]{6})[0-9]+',
                    '\\1'
                  ),
                  'AUTO'
                )
              ) AS TIMESTAMPTZ)
            )
            ELSE CASE
              WHEN CAST(CONVERT_TIMEZONE(
                'Europe/Berlin',
                DATEADD(
                  MINUTE,
                  (
                    -60
                  ),
                  CAST(CONVERT_TIMEZONE(
                    'Europe/Berlin',
                    'UTC',
                    TRY_TO_TIMESTAMP_NTZ(
                      REGEXP_REPLACE(
                        REGEXP_REPLACE(
                          CASE
                            WHEN REGEXP_LIKE(
                              CAST(coterie_element AS VARCHAR),
                              '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                            )
                            THEN CAST(coterie_element AS VARCHAR)
                          END,
                          '^(.{16})$',
                          '\\1:00'
                        ),
                        '(\\.[0-9]{6})[0-9]+',
                        '\\1'
                      ),
                      'AUTO'
                    )
                  ) AS TIMESTAMPTZ)
                )
              ) AS TIMESTAMPNTZ) = TRY_TO_TIMESTAMP_NTZ(
                REGEXP_REPLACE(
                  REGEXP_REPLACE(
                    CASE
                      WHEN REGEXP_LIKE(
                        CAST(coterie_element AS VARCHAR),
                        '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                      )
                      THEN CAST(coterie_element AS VARCHAR)
                    END,
                    '^(.{16})$',
                    '\\1:00'
                  ),
                  '(\\.[0-9]{6})[0-9]+',
                  '\\1'
                ),
                'AUTO'
              )
              THEN DATEADD(
                MINUTE,
                (
                  -60
                ),
                CAST(CONVERT_TIMEZONE(
                  'Europe/Berlin',
                  'UTC',
                  TRY_TO_TIMESTAMP_NTZ(
                    REGEXP_REPLACE(
                      REGEXP_REPLACE(
                        CASE
                          WHEN REGEXP_LIKE(
                            CAST(coterie_element AS VARCHAR),
                            '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                          )
                          THEN CAST(coterie_element AS VARCHAR)
                        END,
                        '^(.{16})$',
                        '\\1:00'
                      ),
                      '(\\.[0-9]{6})[0-9]+',
                      '\\1'
                    ),
                    'AUTO'
                  )
                ) AS TIMESTAMPTZ)
              )
              ELSE CASE
                WHEN CAST(CONVERT_TIMEZONE(
                  'Europe/Berlin',
                  DATEADD(
                    MINUTE,
                    (
                      -30
                    ),
                    CAST(CONVERT_TIMEZONE(
                      'Europe/Berlin',
                      'UTC',
                      TRY_TO_TIMESTAMP_NTZ(
                        REGEXP_REPLACE(
                          REGEXP_REPLACE(
                            CASE
                              WHEN REGEXP_LIKE(
                                CAST(coterie_element AS VARCHAR),
                                '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                              )
                              THEN CAST(coterie_element AS VARCHAR)
                            END,
                            '^(.{16})$',
                            '\\1:00'
                          ),
                          '(\\.[0-9]{6})[0-9]+',
                          '\\1'
                        ),
                        'AUTO'
                      )
                    ) AS TIMESTAMPTZ)
                  )
                ) AS TIMESTAMPNTZ) = TRY_TO_TIMESTAMP_NTZ(
                  REGEXP_REPLACE(
                    REGEXP_REPLACE(
                      CASE
                        WHEN REGEXP_LIKE(
                          CAST(coterie_element AS VARCHAR),
                          '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                        )
                        THEN CAST(coterie_element AS VARCHAR)
                      END,
                      '^(.{16})$',
                      '\\1:00'
                    ),
                    '(\\.[0-9]{6})[0-9]+',
                    '\\1'
                  ),
                  'AUTO'
                )
                THEN DATEADD(
                  MINUTE,
                  (
                    -30
                  ),
                  CAST(CONVERT_TIMEZONE(
                    'Europe/Berlin',
                    'UTC',
                    TRY_TO_TIMESTAMP_NTZ(
                      REGEXP_REPLACE(
                        REGEXP_REPLACE(
                          CASE
                            WHEN REGEXP_LIKE(
                              CAST(coterie_element AS VARCHAR),
                              '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                            )
                            THEN CAST(coterie_element AS VARCHAR)
                          END,
                          '^(.{16})$',
                          '\\1:00'
                        ),
                        '(\\.[0-9]{6})[0-9]+',
                        '\\1'
                      ),
                      'AUTO'
                    )
                  ) AS TIMESTAMPTZ)
                )
                ELSE CAST(CONVERT_TIMEZONE(
                  'Europe/Berlin',
                  'UTC',
                  TRY_TO_TIMESTAMP_NTZ(
                    REGEXP_REPLACE(
                      REGEXP_REPLACE(
                        CASE
                          WHEN REGEXP_LIKE(
                            CAST(coterie_element AS VARCHAR),
                            '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                          )
                          THEN CAST(coterie_element AS VARCHAR)
                        END,
                        '^(.{16})$',
                        '\\1:00'
                      ),
                      '(\\.[0-9]{6})[0-9]+',
                      '\\1'
                    ),
                    'AUTO'
                  )
                ) AS TIMESTAMPTZ)
              END
            END
          END
        )
      END IS NOT NULL
    ),
    coterie_element -> CASE
      WHEN TYPEOF(coterie_element) IN ('VARCHAR')
      THEN COALESCE(
        TRY_TO_TIMESTAMP_TZ(
          REGEXP_REPLACE(
            REGEXP_REPLACE(
              REGEXP_REPLACE(
                CASE
                  WHEN REGEXP_LIKE(
                    CAST(coterie_element AS VARCHAR),
                    '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?(Z|[+-](0[0-9]|1[0-4]):?[0-5][0-9])'
                  )
                  THEN CAST(coterie_element AS VARCHAR)
                END,
                'Z$',
                '+00:00'
              ),
              '^(.{16})([+-])',
              '\\1:00\\2'
            ),
            '(\\.[0-9]{6})[0-9]+',
            '\\1'
          ),
          'AUTO'
        ),
        CASE
          WHEN CAST(CONVERT_TIMEZONE(
            'Europe/Berlin',
            DATEADD(
              MINUTE,
              (
                -120
              ),
              CAST(CONVERT_TIMEZONE(
                'Europe/Berlin',
                'UTC',
                TRY_TO_TIMESTAMP_NTZ(
                  REGEXP_REPLACE(
                    REGEXP_REPLACE(
                      CASE
                        WHEN REGEXP_LIKE(
                          CAST(coterie_element AS VARCHAR),
                          '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                        )
                        THEN CAST(coterie_element AS VARCHAR)
                      END,
                      '^(.{16})$',
                      '\\1:00'
                    ),
                    '(\\.[0-9]{6})[0-9]+',
                    '\\1'
                  ),
                  'AUTO'
                )
              ) AS TIMESTAMPTZ)
            )
          ) AS TIMESTAMPNTZ) = TRY_TO_TIMESTAMP_NTZ(
            REGEXP_REPLACE(
              REGEXP_REPLACE(
                CASE
                  WHEN REGEXP_LIKE(
                    CAST(coterie_element AS VARCHAR),
                    '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                  )
                  THEN CAST(coterie_element AS VARCHAR)
                END,
                '^(.{16})$',
                '\\1:00'
              ),
              '(\\.[0-9]{6})[0-9]+',
              '\\1'
            ),
            'AUTO'
          )
          THEN DATEADD(
            MINUTE,
            (
              -120
            ),
            CAST(CONVERT_TIMEZONE(
              'Europe/Berlin',
              'UTC',
              TRY_TO_TIMESTAMP_NTZ(
                REGEXP_REPLACE(
                  REGEXP_REPLACE(
                    CASE
                      WHEN REGEXP_LIKE(
                        CAST(coterie_element AS VARCHAR),
                        '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                      )
                      THEN CAST(coterie_element AS VARCHAR)
                    END,
                    '^(.{16})$',
                    '\\1:00'
                  ),
                  '(\\.[0-9]{6})[0-9]+',
                  '\\1'
                ),
                'AUTO'
              )
            ) AS TIMESTAMPTZ)
          )
          ELSE CASE
            WHEN CAST(CONVERT_TIMEZONE(
              'Europe/Berlin',
              DATEADD(
                MINUTE,
                (
                  -60
                ),
                CAST(CONVERT_TIMEZONE(
                  'Europe/Berlin',
                  'UTC',
                  TRY_TO_TIMESTAMP_NTZ(
                    REGEXP_REPLACE(
                      REGEXP_REPLACE(
                        CASE
                          WHEN REGEXP_LIKE(
                            CAST(coterie_element AS VARCHAR),
                            '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                          )
                          THEN CAST(coterie_element AS VARCHAR)
                        END,
                        '^(.{16})$',
                        '\\1:00'
                      ),
                      '(\\.[0-9]{6})[0-9]+',
                      '\\1'
                    ),
                    'AUTO'
                  )
                ) AS TIMESTAMPTZ)
              )
            ) AS TIMESTAMPNTZ) = TRY_TO_TIMESTAMP_NTZ(
              REGEXP_REPLACE(
                REGEXP_REPLACE(
                  CASE
                    WHEN REGEXP_LIKE(
                      CAST(coterie_element AS VARCHAR),
                      '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                    )
                    THEN CAST(coterie_element AS VARCHAR)
                  END,
                  '^(.{16})$',
                  '\\1:00'
                ),
                '(\\.[0-9]{6})[0-9]+',
                '\\1'
              ),
              'AUTO'
            )
            THEN DATEADD(
              MINUTE,
              (
                -60
              ),
              CAST(CONVERT_TIMEZONE(
                'Europe/Berlin',
                'UTC',
                TRY_TO_TIMESTAMP_NTZ(
                  REGEXP_REPLACE(
                    REGEXP_REPLACE(
                      CASE
                        WHEN REGEXP_LIKE(
                          CAST(coterie_element AS VARCHAR),
                          '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                        )
                        THEN CAST(coterie_element AS VARCHAR)
                      END,
                      '^(.{16})$',
                      '\\1:00'
                    ),
                    '(\\.[0-9]{6})[0-9]+',
                    '\\1'
                  ),
                  'AUTO'
                )
              ) AS TIMESTAMPTZ)
            )
            ELSE CASE
              WHEN CAST(CONVERT_TIMEZONE(
                'Europe/Berlin',
                DATEADD(
                  MINUTE,
                  (
                    -30
                  ),
                  CAST(CONVERT_TIMEZONE(
                    'Europe/Berlin',
                    'UTC',
                    TRY_TO_TIMESTAMP_NTZ(
                      REGEXP_REPLACE(
                        REGEXP_REPLACE(
                          CASE
                            WHEN REGEXP_LIKE(
                              CAST(coterie_element AS VARCHAR),
                              '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                            )
                            THEN CAST(coterie_element AS VARCHAR)
                          END,
                          '^(.{16})$',
                          '\\1:00'
                        ),
                        '(\\.[0-9]{6})[0-9]+',
                        '\\1'
                      ),
                      'AUTO'
                    )
                  ) AS TIMESTAMPTZ)
                )
              ) AS TIMESTAMPNTZ) = TRY_TO_TIMESTAMP_NTZ(
                REGEXP_REPLACE(
                  REGEXP_REPLACE(
                    CASE
                      WHEN REGEXP_LIKE(
                        CAST(coterie_element AS VARCHAR),
                        '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                      )
                      THEN CAST(coterie_element AS VARCHAR)
                    END,
                    '^(.{16})$',
                    '\\1:00'
                  ),
                  '(\\.[0-9]{6})[0-9]+',
                  '\\1'
                ),
                'AUTO'
              )
              THEN DATEADD(
                MINUTE,
                (
                  -30
                ),
                CAST(CONVERT_TIMEZONE(
                  'Europe/Berlin',
                  'UTC',
                  TRY_TO_TIMESTAMP_NTZ(
                    REGEXP_REPLACE(
                      REGEXP_REPLACE(
                        CASE
                          WHEN REGEXP_LIKE(
                            CAST(coterie_element AS VARCHAR),
                            '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                          )
                          THEN CAST(coterie_element AS VARCHAR)
                        END,
                        '^(.{16})$',
                        '\\1:00'
                      ),
                      '(\\.[0-9]{6})[0-9]+',
                      '\\1'
                    ),
                    'AUTO'
                  )
                ) AS TIMESTAMPTZ)
              )
              ELSE CAST(CONVERT_TIMEZONE(
                'Europe/Berlin',
                'UTC',
                TRY_TO_TIMESTAMP_NTZ(
                  REGEXP_REPLACE(
                    REGEXP_REPLACE(
                      CASE
                        WHEN REGEXP_LIKE(
                          CAST(coterie_element AS VARCHAR),
                          '([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?'
                        )
                        THEN CAST(coterie_element AS VARCHAR)
                      END,
                      '^(.{16})$',
                      '\\1:00'
                    ),
                    '(\\.[0-9]{6})[0-9]+',
                    '\\1'
                  ),
                  'AUTO'
                )
              ) AS TIMESTAMPTZ)
            END
          END
        END
      )
    END
  ),
  ARRAY_CONSTRUCT()
);
-- min(integer)
-- min(text)
-- min(decimal(38,9))
-- min(double)
-- min(date)
-- min(timestamptz)
SELECT
  MIN("a1") AS "r1"
FROM "held";
-- min(integer, boolean, where=b)
SELECT
  MIN(CASE WHEN "b1" THEN "a1" END) AS "r1"
FROM "held";
-- max(integer)
-- max(text)
-- max(decimal(38,9))
-- max(double)
-- max(date)
-- max(timestamptz)
SELECT
  MAX("a1") AS "r1"
FROM "held";
-- max(integer, boolean, where=b)
SELECT
  MAX(CASE WHEN "b1" THEN "a1" END) AS "r1"
FROM "held";
-- avg(integer)
-- avg(bigint)
-- avg(decimal(12,2))
-- avg(decimal(38,0))
-- avg(double)
SELECT
  CAST(SUM("a1") AS DOUBLE) / NULLIF(COUNT("a1"), 0) AS "r1"
FROM "held";
-- avg(integer, boolean, where=b)
SELECT
  CAST(SUM(CASE WHEN "b1" THEN "a1" END) AS DOUBLE) / NULLIF(COUNT(CASE WHEN "b1" THEN "a1" END), 0) AS "r1"
FROM "held";
-- bit: not available
-- has_bit: not available
-- bit_count: not available
-- masked: not available
-- array_concat: not available
-- bit_or: not available
-- date_of(timestamp)
CAST("a1" AS DATE);
-- midnight(date)
CAST("a1" AS TIMESTAMPNTZ);
-- to_instant(timestamp, 'UTC')
CAST("a1" AS TIMESTAMPTZ);
-- to_instant(timestamp, 'Europe/Berlin')
CASE
  WHEN CAST(CONVERT_TIMEZONE(
    'Europe/Berlin',
    DATEADD(
      MINUTE,
      (
        -120
      ),
      CAST(CONVERT_TIMEZONE('Europe/Berlin', 'UTC', "a1") AS TIMESTAMPTZ)
    )
  ) AS TIMESTAMPNTZ) = "a1"
  THEN DATEADD(
    MINUTE,
    (
      -120
    ),
    CAST(CONVERT_TIMEZONE('Europe/Berlin', 'UTC', "a1") AS TIMESTAMPTZ)
  )
  ELSE CASE
    WHEN CAST(CONVERT_TIMEZONE(
      'Europe/Berlin',
      DATEADD(
        MINUTE,
        (
          -60
        ),
        CAST(CONVERT_TIMEZONE('Europe/Berlin', 'UTC', "a1") AS TIMESTAMPTZ)
      )
    ) AS TIMESTAMPNTZ) = "a1"
    THEN DATEADD(
      MINUTE,
      (
        -60
      ),
      CAST(CONVERT_TIMEZONE('Europe/Berlin', 'UTC', "a1") AS TIMESTAMPTZ)
    )
    ELSE CASE
      WHEN CAST(CONVERT_TIMEZONE(
        'Europe/Berlin',
        DATEADD(
          MINUTE,
          (
            -30
          ),
          CAST(CONVERT_TIMEZONE('Europe/Berlin', 'UTC', "a1") AS TIMESTAMPTZ)
        )
      ) AS TIMESTAMPNTZ) = "a1"
      THEN DATEADD(
        MINUTE,
        (
          -30
        ),
        CAST(CONVERT_TIMEZONE('Europe/Berlin', 'UTC', "a1") AS TIMESTAMPTZ)
      )
      ELSE CAST(CONVERT_TIMEZONE('Europe/Berlin', 'UTC', "a1") AS TIMESTAMPTZ)
    END
  END
END;
-- to_instant(timestamp, 'America/New_York')
CASE
  WHEN CAST(CONVERT_TIMEZONE(
    'America/New_York',
    DATEADD(
      MINUTE,
      (
        -120
      ),
      CAST(CONVERT_TIMEZONE('America/New_York', 'UTC', "a1") AS TIMESTAMPTZ)
    )
  ) AS TIMESTAMPNTZ) = "a1"
  THEN DATEADD(
    MINUTE,
    (
      -120
    ),
    CAST(CONVERT_TIMEZONE('America/New_York', 'UTC', "a1") AS TIMESTAMPTZ)
  )
  ELSE CASE
    WHEN CAST(CONVERT_TIMEZONE(
      'America/New_York',
      DATEADD(
        MINUTE,
        (
          -60
        ),
        CAST(CONVERT_TIMEZONE('America/New_York', 'UTC', "a1") AS TIMESTAMPTZ)
      )
    ) AS TIMESTAMPNTZ) = "a1"
    THEN DATEADD(
      MINUTE,
      (
        -60
      ),
      CAST(CONVERT_TIMEZONE('America/New_York', 'UTC', "a1") AS TIMESTAMPTZ)
    )
    ELSE CASE
      WHEN CAST(CONVERT_TIMEZONE(
        'America/New_York',
        DATEADD(
          MINUTE,
          (
            -30
          ),
          CAST(CONVERT_TIMEZONE('America/New_York', 'UTC', "a1") AS TIMESTAMPTZ)
        )
      ) AS TIMESTAMPNTZ) = "a1"
      THEN DATEADD(
        MINUTE,
        (
          -30
        ),
        CAST(CONVERT_TIMEZONE('America/New_York', 'UTC', "a1") AS TIMESTAMPTZ)
      )
      ELSE CAST(CONVERT_TIMEZONE('America/New_York', 'UTC', "a1") AS TIMESTAMPTZ)
    END
  END
END;
-- to_instant(timestamp, 'Australia/Lord_Howe')
CASE
  WHEN CAST(CONVERT_TIMEZONE(
    'Australia/Lord_Howe',
    DATEADD(
      MINUTE,
      (
        -120
      ),
      CAST(CONVERT_TIMEZONE('Australia/Lord_Howe', 'UTC', "a1") AS TIMESTAMPTZ)
    )
  ) AS TIMESTAMPNTZ) = "a1"
  THEN DATEADD(
    MINUTE,
    (
      -120
    ),
    CAST(CONVERT_TIMEZONE('Australia/Lord_Howe', 'UTC', "a1") AS TIMESTAMPTZ)
  )
  ELSE CASE
    WHEN CAST(CONVERT_TIMEZONE(
      'Australia/Lord_Howe',
      DATEADD(
        MINUTE,
        (
          -60
        ),
        CAST(CONVERT_TIMEZONE('Australia/Lord_Howe', 'UTC', "a1") AS TIMESTAMPTZ)
      )
    ) AS TIMESTAMPNTZ) = "a1"
    THEN DATEADD(
      MINUTE,
      (
        -60
      ),
      CAST(CONVERT_TIMEZONE('Australia/Lord_Howe', 'UTC', "a1") AS TIMESTAMPTZ)
    )
    ELSE CASE
      WHEN CAST(CONVERT_TIMEZONE(
        'Australia/Lord_Howe',
        DATEADD(
          MINUTE,
          (
            -30
          ),
          CAST(CONVERT_TIMEZONE('Australia/Lord_Howe', 'UTC', "a1") AS TIMESTAMPTZ)
        )
      ) AS TIMESTAMPNTZ) = "a1"
      THEN DATEADD(
        MINUTE,
        (
          -30
        ),
        CAST(CONVERT_TIMEZONE('Australia/Lord_Howe', 'UTC', "a1") AS TIMESTAMPTZ)
      )
      ELSE CAST(CONVERT_TIMEZONE('Australia/Lord_Howe', 'UTC', "a1") AS TIMESTAMPTZ)
    END
  END
END;
-- to_instant(timestamp, 'America/Sao_Paulo')
CASE
  WHEN CAST(CONVERT_TIMEZONE(
    'America/Sao_Paulo',
    DATEADD(
      MINUTE,
      (
        -120
      ),
      CAST(CONVERT_TIMEZONE('America/Sao_Paulo', 'UTC', "a1") AS TIMESTAMPTZ)
    )
  ) AS TIMESTAMPNTZ) = "a1"
  THEN DATEADD(
    MINUTE,
    (
      -120
    ),
    CAST(CONVERT_TIMEZONE('America/Sao_Paulo', 'UTC', "a1") AS TIMESTAMPTZ)
  )
  ELSE CASE
    WHEN CAST(CONVERT_TIMEZONE(
      'America/Sao_Paulo',
      DATEADD(
        MINUTE,
        (
          -60
        ),
        CAST(CONVERT_TIMEZONE('America/Sao_Paulo', 'UTC', "a1") AS TIMESTAMPTZ)
      )
    ) AS TIMESTAMPNTZ) = "a1"
    THEN DATEADD(
      MINUTE,
      (
        -60
      ),
      CAST(CONVERT_TIMEZONE('America/Sao_Paulo', 'UTC', "a1") AS TIMESTAMPTZ)
    )
    ELSE CASE
      WHEN CAST(CONVERT_TIMEZONE(
        'America/Sao_Paulo',
        DATEADD(
          MINUTE,
          (
            -30
          ),
          CAST(CONVERT_TIMEZONE('America/Sao_Paulo', 'UTC', "a1") AS TIMESTAMPTZ)
        )
      ) AS TIMESTAMPNTZ) = "a1"
      THEN DATEADD(
        MINUTE,
        (
          -30
        ),
        CAST(CONVERT_TIMEZONE('America/Sao_Paulo', 'UTC', "a1") AS TIMESTAMPTZ)
      )
      ELSE CAST(CONVERT_TIMEZONE('America/Sao_Paulo', 'UTC', "a1") AS TIMESTAMPTZ)
    END
  END
END;
-- to_instant(timestamp, 'Antarctica/Troll')
CASE
  WHEN CAST(CONVERT_TIMEZONE(
    'Antarctica/Troll',
    DATEADD(
      MINUTE,
      (
        -120
      ),
      CAST(CONVERT_TIMEZONE('Antarctica/Troll', 'UTC', "a1") AS TIMESTAMPTZ)
    )
  ) AS TIMESTAMPNTZ) = "a1"
  THEN DATEADD(
    MINUTE,
    (
      -120
    ),
    CAST(CONVERT_TIMEZONE('Antarctica/Troll', 'UTC', "a1") AS TIMESTAMPTZ)
  )
  ELSE CASE
    WHEN CAST(CONVERT_TIMEZONE(
      'Antarctica/Troll',
      DATEADD(
        MINUTE,
        (
          -60
        ),
        CAST(CONVERT_TIMEZONE('Antarctica/Troll', 'UTC', "a1") AS TIMESTAMPTZ)
      )
    ) AS TIMESTAMPNTZ) = "a1"
    THEN DATEADD(
      MINUTE,
      (
        -60
      ),
      CAST(CONVERT_TIMEZONE('Antarctica/Troll', 'UTC', "a1") AS TIMESTAMPTZ)
    )
    ELSE CASE
      WHEN CAST(CONVERT_TIMEZONE(
        'Antarctica/Troll',
        DATEADD(
          MINUTE,
          (
            -30
          ),
          CAST(CONVERT_TIMEZONE('Antarctica/Troll', 'UTC', "a1") AS TIMESTAMPTZ)
        )
      ) AS TIMESTAMPNTZ) = "a1"
      THEN DATEADD(
        MINUTE,
        (
          -30
        ),
        CAST(CONVERT_TIMEZONE('Antarctica/Troll', 'UTC', "a1") AS TIMESTAMPTZ)
      )
      ELSE CAST(CONVERT_TIMEZONE('Antarctica/Troll', 'UTC', "a1") AS TIMESTAMPTZ)
    END
  END
END;
-- to_instant(timestamp, 'Pacific/Apia')
CASE
  WHEN CAST(CONVERT_TIMEZONE(
    'Pacific/Apia',
    DATEADD(
      MINUTE,
      (
        -120
      ),
      CAST(CONVERT_TIMEZONE('Pacific/Apia', 'UTC', "a1") AS TIMESTAMPTZ)
    )
  ) AS TIMESTAMPNTZ) = "a1"
  THEN DATEADD(
    MINUTE,
    (
      -120
    ),
    CAST(CONVERT_TIMEZONE('Pacific/Apia', 'UTC', "a1") AS TIMESTAMPTZ)
  )
  ELSE CASE
    WHEN CAST(CONVERT_TIMEZONE(
      'Pacific/Apia',
      DATEADD(
        MINUTE,
        (
          -60
        ),
        CAST(CONVERT_TIMEZONE('Pacific/Apia', 'UTC', "a1") AS TIMESTAMPTZ)
      )
    ) AS TIMESTAMPNTZ) = "a1"
    THEN DATEADD(
      MINUTE,
      (
        -60
      ),
      CAST(CONVERT_TIMEZONE('Pacific/Apia', 'UTC', "a1") AS TIMESTAMPTZ)
    )
    ELSE CASE
      WHEN CAST(CONVERT_TIMEZONE(
        'Pacific/Apia',
        DATEADD(
          MINUTE,
          (
            -30
          ),
          CAST(CONVERT_TIMEZONE('Pacific/Apia', 'UTC', "a1") AS TIMESTAMPTZ)
        )
      ) AS TIMESTAMPNTZ) = "a1"
      THEN DATEADD(
        MINUTE,
        (
          -30
        ),
        CAST(CONVERT_TIMEZONE('Pacific/Apia', 'UTC', "a1") AS TIMESTAMPTZ)
      )
      ELSE CAST(CONVERT_TIMEZONE('Pacific/Apia', 'UTC', "a1") AS TIMESTAMPTZ)
    END
  END
END;
-- to_instant(timestamp, 'Asia/Kolkata')
CASE
  WHEN CAST(CONVERT_TIMEZONE(
    'Asia/Kolkata',
    DATEADD(
      MINUTE,
      (
        -120
      ),
      CAST(CONVERT_TIMEZONE('Asia/Kolkata', 'UTC', "a1") AS TIMESTAMPTZ)
    )
  ) AS TIMESTAMPNTZ) = "a1"
  THEN DATEADD(
    MINUTE,
    (
      -120
    ),
    CAST(CONVERT_TIMEZONE('Asia/Kolkata', 'UTC', "a1") AS TIMESTAMPTZ)
  )
  ELSE CASE
    WHEN CAST(CONVERT_TIMEZONE(
      'Asia/Kolkata',
      DATEADD(
        MINUTE,
        (
          -60
        ),
        CAST(CONVERT_TIMEZONE('Asia/Kolkata', 'UTC', "a1") AS TIMESTAMPTZ)
      )
    ) AS TIMESTAMPNTZ) = "a1"
    THEN DATEADD(
      MINUTE,
      (
        -60
      ),
      CAST(CONVERT_TIMEZONE('Asia/Kolkata', 'UTC', "a1") AS TIMESTAMPTZ)
    )
    ELSE CASE
      WHEN CAST(CONVERT_TIMEZONE(
        'Asia/Kolkata',
        DATEADD(
          MINUTE,
          (
            -30
          ),
          CAST(CONVERT_TIMEZONE('Asia/Kolkata', 'UTC', "a1") AS TIMESTAMPTZ)
        )
      ) AS TIMESTAMPNTZ) = "a1"
      THEN DATEADD(
        MINUTE,
        (
          -30
        ),
        CAST(CONVERT_TIMEZONE('Asia/Kolkata', 'UTC', "a1") AS TIMESTAMPTZ)
      )
      ELSE CAST(CONVERT_TIMEZONE('Asia/Kolkata', 'UTC', "a1") AS TIMESTAMPTZ)
    END
  END
END;
-- to_wall(timestamptz, 'UTC')
CAST(CONVERT_TIMEZONE('UTC', "a1") AS TIMESTAMPNTZ);
-- to_wall(timestamptz, 'Europe/Berlin')
CAST(CONVERT_TIMEZONE('Europe/Berlin', "a1") AS TIMESTAMPNTZ);
-- to_wall(timestamptz, 'America/New_York')
CAST(CONVERT_TIMEZONE('America/New_York', "a1") AS TIMESTAMPNTZ);
-- to_wall(timestamptz, 'Australia/Lord_Howe')
CAST(CONVERT_TIMEZONE('Australia/Lord_Howe', "a1") AS TIMESTAMPNTZ);
-- to_wall(timestamptz, 'America/Sao_Paulo')
CAST(CONVERT_TIMEZONE('America/Sao_Paulo', "a1") AS TIMESTAMPNTZ);
-- to_wall(timestamptz, 'Pacific/Apia')
CAST(CONVERT_TIMEZONE('Pacific/Apia', "a1") AS TIMESTAMPNTZ);
-- to_wall(timestamptz, 'Asia/Kolkata')
CAST(CONVERT_TIMEZONE('Asia/Kolkata', "a1") AS TIMESTAMPNTZ);
-- shift(timestamp, 1, 'month')
DATEADD(MONTH, 1, "a1");
-- shift(timestamp, 2, 'month')
DATEADD(MONTH, 2, "a1");
-- shift(timestamp, -1, 'month')
DATEADD(MONTH, (
  -1
), "a1");
-- shift(timestamp, -6, 'month')
DATEADD(MONTH, (
  -6
), "a1");
-- shift(timestamp, 12, 'month')
DATEADD(MONTH, 12, "a1");
-- shift(timestamp, 0, 'month')
DATEADD(MONTH, 0, "a1");
-- shift(timestamp, 1, 'quarter')
DATEADD(QUARTER, 1, "a1");
-- shift(timestamp, -1, 'quarter')
DATEADD(QUARTER, (
  -1
), "a1");
-- shift(timestamp, 1, 'year')
DATEADD(YEAR, 1, "a1");
-- shift(timestamp, 4, 'year')
DATEADD(YEAR, 4, "a1");
-- shift(timestamp, -1, 'year')
DATEADD(YEAR, (
  -1
), "a1");
-- shift(timestamp, -9998, 'year')
DATEADD(YEAR, (
  -9998
), "a1");
-- shift(timestamp, 9998, 'year')
DATEADD(YEAR, 9998, "a1");
-- shift(timestamp, 1, 'day')
DATEADD(DAY, 1, "a1");
-- shift(timestamp, -1, 'day')
DATEADD(DAY, (
  -1
), "a1");
-- shift(timestamp, 0, 'day')
DATEADD(DAY, 0, "a1");
-- shift(timestamp, 100000, 'day')
DATEADD(DAY, 100000, "a1");
-- shift(timestamp, 1, 'week')
DATEADD(WEEK, 1, "a1");
-- shift(timestamp, -1, 'week')
DATEADD(WEEK, (
  -1
), "a1");
-- shift(timestamp, 1, 'hour')
DATEADD(HOUR, 1, "a1");
-- shift(timestamp, -1, 'hour')
DATEADD(HOUR, (
  -1
), "a1");
-- shift(timestamp, 100000, 'hour')
DATEADD(HOUR, 100000, "a1");
-- shift(timestamp, -1, 'minute')
DATEADD(MINUTE, (
  -1
), "a1");
-- shift(timestamp, 1, 'minute')
DATEADD(MINUTE, 1, "a1");
-- year(date)
YEAR("a1");
-- quarter(date)
QUARTER("a1");
-- month(date)
MONTH("a1");
-- day(date)
DAY("a1");
-- weekday(date)
DAYOFWEEKISO("a1");
-- week(date)
WEEKISO("a1");
-- last_day(date)
LAST_DAY("a1");
-- hour(timestamp)
HOUR("a1");
-- minute(timestamp)
MINUTE("a1");
-- months_between(date, date)
CASE
  WHEN "b1" >= "a1"
  THEN DATEDIFF(MONTH, "a1", "b1") - CASE WHEN DATEADD(MONTH, DATEDIFF(MONTH, "a1", "b1"), "a1") > "b1" THEN 1 ELSE 0 END
  WHEN "b1" < "a1"
  THEN -(
    DATEDIFF(MONTH, "b1", "a1") - CASE WHEN DATEADD(MONTH, DATEDIFF(MONTH, "b1", "a1"), "b1") > "a1" THEN 1 ELSE 0 END
  )
END;
-- years_between(date, date)
CASE
  WHEN "b1" >= "a1"
  THEN DATEDIFF(YEAR, "a1", "b1") - CASE WHEN DATEADD(YEAR, DATEDIFF(YEAR, "a1", "b1"), "a1") > "b1" THEN 1 ELSE 0 END
  WHEN "b1" < "a1"
  THEN -(
    DATEDIFF(YEAR, "b1", "a1") - CASE WHEN DATEADD(YEAR, DATEDIFF(YEAR, "b1", "a1"), "b1") > "a1" THEN 1 ELSE 0 END
  )
END;
-- days_between(date, date)
DATEDIFF(DAY, "a1", "b1");
-- elapsed(timestamp, timestamp, 'minute')
CAST((
  DATEDIFF(MICROSECOND, "a1", "b1") - DATEDIFF(MICROSECOND, "a1", "b1") % 60000000
) / 60000000 AS DECIMAL(19, 0));
-- elapsed(timestamp, timestamp, 'hour')
CAST((
  DATEDIFF(MICROSECOND, "a1", "b1") - DATEDIFF(MICROSECOND, "a1", "b1") % 3600000000
) / 3600000000 AS DECIMAL(19, 0));
-- elapsed(timestamp, timestamp, 'day')
CAST((
  DATEDIFF(MICROSECOND, "a1", "b1") - DATEDIFF(MICROSECOND, "a1", "b1") % 86400000000
) / 86400000000 AS DECIMAL(19, 0));
-- from_microseconds(decimal(38,0))
-- from_microseconds(bigint)
TO_TIMESTAMP_TZ(
  CASE
    WHEN "a1" BETWEEN (
      -62135596800000000
    ) AND 253402300799999999
    THEN CAST("a1" AS DECIMAL(19, 0))
  END,
  6
);
-- microseconds(timestamptz)
-- microseconds(timestamp)
DATE_PART(EPOCH_MICROSECOND, "a1");
-- format_date(date, '%Y-%m-%d')
TO_CHAR("a1", 'YYYY-MM-DD');
-- format_date(date, '%d.%m.%Y')
TO_CHAR("a1", 'DD.MM.YYYY');
-- format_date(date, '%m/%d')
TO_CHAR("a1", 'MM/DD');
-- format_date(date, '%Y')
TO_CHAR("a1", 'YYYY');
-- format_date(date, '%Y%m')
TO_CHAR("a1", 'YYYYMM');
-- format_date(date, '%Y%Y')
TO_CHAR("a1", 'YYYYYYYY');
-- format_date(date, "it's %d")
'it\'s' || TO_CHAR("a1", ' DD');
-- format_date(date, 'Q"%m"')
'Q"' || TO_CHAR("a1", 'MM') || '"';
-- format_date(date, '%d\\%m\\\\')
TO_CHAR("a1", 'DD') || '\\' || TO_CHAR("a1", 'MM') || '\\\\';
-- format_date(date, 'YYYY MM DD %Y yyyy HH24')
'YYYY' || TO_CHAR("a1", ' ') || 'MM' || TO_CHAR("a1", ' ') || 'DD' || TO_CHAR("a1", ' YYYY ') || 'yyyy' || TO_CHAR("a1", ' ') || 'HH24';
-- format_date(date, '_%Y_')
'_' || TO_CHAR("a1", 'YYYY') || '_';
-- format_date(date, '\U0001f6b2%Y\u5e74 e\u0301\ufffd')
'🚲' || TO_CHAR("a1", 'YYYY') || '年' || TO_CHAR("a1", ' ') || 'é�';
-- date_trunc('week', date)
CAST(DATEADD(DAY, 1 - DAYOFWEEKISO("a1"), "a1") AS DATE);
-- date_trunc('month', date)
CAST(DATE_TRUNC('month', "a1") AS DATE);
-- date_trunc('quarter', date)
CAST(DATE_TRUNC('quarter', "a1") AS DATE);
-- date_trunc('year', date)
CAST(DATE_TRUNC('year', "a1") AS DATE);
-- iso_text(timestamp)
TO_CHAR("a1", 'YYYY-MM-DD"T"HH24:MI:SS.FF6');
-- add(integer, integer)
CAST("a1" AS DECIMAL(19, 0)) + "b1";
-- add(bigint, bigint)
-- add(bigint, decimal(12,2))
CAST("a1" AS DECIMAL(38, 0)) + "b1";
-- add(decimal(12,2), decimal(12,3))
-- add(decimal(9,2), integer)
-- add(double, double)
-- add(decimal(12,2), double)
-- add(double, integer)
"a1" + "b1";
-- add(decimal(38,2), decimal(38,2))
CAST("a1" + "b1" AS DECIMAL(38, 2));
-- sub(integer, integer)
CAST("a1" AS DECIMAL(19, 0)) - "b1";
-- sub(bigint, bigint)
CAST("a1" AS DECIMAL(38, 0)) - "b1";
-- sub(decimal(12,2), decimal(12,3))
-- sub(double, double)
-- sub(double, decimal(12,2))
"a1" - "b1";
-- sub(decimal(38,2), decimal(38,2))
CAST("a1" - "b1" AS DECIMAL(38, 2));
-- mul(integer, integer)
-- mul(bigint, bigint)
CAST("a1" AS DECIMAL(38, 0)) * "b1";
-- mul(decimal(38,0), integer)
CAST("a1" * "b1" AS DECIMAL(38, 0));
-- mul(decimal(12,2), decimal(8,3))
CAST("a1" AS DECIMAL(38, 2)) * "b1";
-- mul(decimal(18,9), decimal(18,9))
CAST(CAST(CAST("a1" AS DECIMAL(38, 9)) AS DECIMAL(38, 18)) * "b1" AS DECIMAL(38, 9));
-- mul(double, double)
-- mul(decimal(12,2), double)
"a1" * "b1";
-- div(integer, integer)
-- div(bigint, bigint)
-- div(decimal(12,2), decimal(12,2))
-- div(decimal(38,0), decimal(38,0))
-- div(double, double)
-- div(integer, double)
CAST("a1" AS DOUBLE) / NULLIF(CAST("b1" AS DOUBLE), 0);
-- mod(integer, integer)
CAST("a1" AS DECIMAL(19, 0)) % NULLIF("b1", 0);
-- mod(bigint, bigint)
CAST("a1" AS DECIMAL(38, 0)) % NULLIF("b1", 0);
-- mod(decimal(38,0), integer)
"a1" % NULLIF("b1", 0);
-- mod(decimal(12,2), decimal(12,3))
CAST("a1" AS DECIMAL(38, 3)) % NULLIF(CAST("b1" AS DECIMAL(38, 3)), 0);
-- neg(double)
-"a1";
-- abs(integer)
ABS(CAST("a1" AS DECIMAL(19, 0)));
-- abs(bigint)
CAST(ABS("a1") AS DECIMAL(19, 0));
-- abs(decimal(38,0))
-- abs(decimal(12,2))
-- abs(double)
ABS("a1");
-- round(decimal(12,3))
CAST(ROUND("a1") AS DECIMAL(19, 0));
-- round(decimal(38,9))
-- round(double)
CAST(ROUND("a1") AS DECIMAL(38, 0));
-- floor(decimal(12,3))
CAST(FLOOR("a1") AS DECIMAL(19, 0));
-- floor(decimal(38,9))
-- floor(double)
CAST(FLOOR("a1") AS DECIMAL(38, 0));
-- ceil(decimal(12,3))
CAST(CEIL("a1") AS DECIMAL(19, 0));
-- ceil(decimal(38,9))
-- ceil(double)
CAST(CEIL("a1") AS DECIMAL(38, 0));
-- trunc(double)
TRUNC("a1");
-- round_double(double, 2)
CASE
  WHEN ABS("a1") < 4503599627370496
  THEN ROUND(CAST("a1" AS DOUBLE) * CAST(100 AS DOUBLE)) / CAST(100 AS DOUBLE)
  ELSE "a1"
END;
-- round_double(double, 0)
CASE
  WHEN ABS("a1") < 4503599627370496
  THEN ROUND(CAST("a1" AS DOUBLE) * CAST(1 AS DOUBLE)) / CAST(1 AS DOUBLE)
  ELSE "a1"
END;
-- round_double(double, 1)
CASE
  WHEN ABS("a1") < 4503599627370496
  THEN ROUND(CAST("a1" AS DOUBLE) * CAST(10 AS DOUBLE)) / CAST(10 AS DOUBLE)
  ELSE "a1"
END;
-- round_double(double, 5)
CASE
  WHEN ABS("a1") < 4503599627370496
  THEN ROUND(CAST("a1" AS DOUBLE) * CAST(100000 AS DOUBLE)) / CAST(100000 AS DOUBLE)
  ELSE "a1"
END;
-- round_double(double, 38)
CASE
  WHEN ABS("a1") < 4503599627370496
  THEN ROUND(CAST("a1" AS DOUBLE) * CAST(100000000000000000000000000000000000000 AS DOUBLE)) / CAST(100000000000000000000000000000000000000 AS DOUBLE)
  ELSE "a1"
END;
-- sign(integer)
-- sign(bigint)
-- sign(decimal(12,2))
-- sign(decimal(38,0))
-- sign(double)
CAST(SIGN("a1") AS DECIMAL(19, 0));
-- sqrt(double)
-- sqrt(decimal(12,2))
-- sqrt(bigint)
-- sqrt(decimal(38,0))
SQRT(CASE WHEN CAST("a1" AS DOUBLE) >= 0 THEN CAST("a1" AS DOUBLE) END);
-- power(double, double)
-- power(integer, integer)
-- power(decimal(12,2), integer)
-- power(decimal(38,0), integer)
CASE
  WHEN CAST("a1" AS DOUBLE) = 0 AND CAST("b1" AS DOUBLE) < 0
  THEN NULL
  WHEN CAST("a1" AS DOUBLE) < 0 AND CAST("b1" AS DOUBLE) <> FLOOR(CAST("b1" AS DOUBLE))
  THEN NULL
  WHEN CAST("b1" AS DOUBLE) * LN(NULLIF(ABS(CAST("a1" AS DOUBLE)), 0)) >= CAST('709.782712893384' AS DOUBLE)
  THEN NULL
  WHEN CAST("b1" AS DOUBLE) * LN(NULLIF(ABS(CAST("a1" AS DOUBLE)), 0)) < CAST('-745.13321910194' AS DOUBLE)
  THEN CAST('0' AS DOUBLE)
  ELSE POWER(CAST("a1" AS DOUBLE), CAST("b1" AS DOUBLE))
END;
-- exp(double)
-- exp(decimal(12,2))
-- exp(decimal(38,0))
EXP(
  CASE
    WHEN CAST("a1" AS DOUBLE) < CAST('709.782712893384' AS DOUBLE)
    THEN GREATEST(CAST("a1" AS DOUBLE), CAST('-745.13321910194' AS DOUBLE))
  END
);
-- ln(double)
-- ln(integer)
-- ln(decimal(12,2))
-- ln(decimal(38,0))
LN(CASE WHEN CAST("a1" AS DOUBLE) > 0 THEN CAST("a1" AS DOUBLE) END);
-- clean_double(double)
NULLIF("a1", CAST('NaN' AS DOUBLE));
-- unnest(text[])
SELECT
  CAST(_flattened.VALUE AS VARCHAR) AS "r1"
FROM "held", LATERAL FLATTEN(INPUT => "held"."a1") AS _flattened;
-- unnest(bigint[])
SELECT
  CAST(_flattened.VALUE AS DECIMAL(19, 0)) AS "r1"
FROM "held", LATERAL FLATTEN(INPUT => "held"."a1") AS _flattened;
-- unnest(decimal(12,2)[])
SELECT
  CAST(_flattened.VALUE AS DECIMAL(12, 2)) AS "r1"
FROM "held", LATERAL FLATTEN(INPUT => "held"."a1") AS _flattened;
-- unnest(double[])
SELECT
  CAST(_flattened.VALUE AS DOUBLE) AS "r1"
FROM "held", LATERAL FLATTEN(INPUT => "held"."a1") AS _flattened;
-- unnest(date[])
SELECT
  CAST(_flattened.VALUE AS DATE) AS "r1"
FROM "held", LATERAL FLATTEN(INPUT => "held"."a1") AS _flattened;
-- unnest(timestamptz[])
SELECT
  CAST(_flattened.VALUE AS TIMESTAMPTZ) AS "r1"
FROM "held", LATERAL FLATTEN(INPUT => "held"."a1") AS _flattened;
-- unnest(boolean[])
SELECT
  CAST(_flattened.VALUE AS BOOLEAN) AS "r1"
FROM "held", LATERAL FLATTEN(INPUT => "held"."a1") AS _flattened;
-- length(text)
LENGTH("a1");
-- lower(text)
LOWER("a1");
-- upper(text)
UPPER("a1");
-- trim(text)
TRIM("a1", ' ');
-- substr(text, 2, 3)
SUBSTR("a1", 2, 3);
-- substr(text, 1, 0)
SUBSTR("a1", 1, 0);
-- substr(text, 2, 10)
SUBSTR("a1", 2, 10);
-- substr(text, 1, 2147483647)
SUBSTR("a1", 1, 2147483647);
-- substr(text, 4, 2)
SUBSTR("a1", 4, 2);
-- substr(text, 10, 2)
SUBSTR("a1", 10, 2);
-- substr(text, 2147483647, 2147483647)
SUBSTR("a1", 2147483647, 2147483647);
-- substr(text, 1, 5)
SUBSTR("a1", 1, 5);
-- substr(text, 2, 1)
SUBSTR("a1", 2, 1);
-- substr(text, 3, 2)
SUBSTR("a1", 3, 2);
-- substr(text, 2, 4)
SUBSTR("a1", 2, 4);
-- substr(text, 1, 2)
SUBSTR("a1", 1, 2);
-- substr(text, 2)
SUBSTR("a1", 2);
-- substr(text, 1)
SUBSTR("a1", 1);
-- substr(text, 5)
SUBSTR("a1", 5);
-- substr(text, 3)
SUBSTR("a1", 3);
-- right(text, 2)
RIGHT("a1", 2);
-- right(text, 0)
RIGHT("a1", 0);
-- right(text, 3)
RIGHT("a1", 3);
-- right(text, 5)
RIGHT("a1", 5);
-- right(text, 2147483647)
RIGHT("a1", 2147483647);
-- right(text, 1)
RIGHT("a1", 1);
-- right(text, 4)
RIGHT("a1", 4);
-- position(text, text)
POSITION("b1", "a1");
-- split_part(text, '@', 1)
CASE
  WHEN (
    LENGTH("a1") - LENGTH(REPLACE("a1", '@', ''))
  ) >= 0
  THEN SPLIT_PART("a1", '@', 1)
END;
-- split_part(text, '@', 2)
CASE
  WHEN (
    LENGTH("a1") - LENGTH(REPLACE("a1", '@', ''))
  ) >= 1
  THEN SPLIT_PART("a1", '@', 2)
END;
-- split_part(text, '@', 3)
CASE
  WHEN (
    LENGTH("a1") - LENGTH(REPLACE("a1", '@', ''))
  ) >= 2
  THEN SPLIT_PART("a1", '@', 3)
END;
-- split_part(text, '@', -1)
CASE
  WHEN (
    LENGTH("a1") - LENGTH(REPLACE("a1", '@', ''))
  ) >= 0
  THEN SPLIT_PART("a1", '@', (
    -1
  ))
END;
-- split_part(text, '@', -2)
CASE
  WHEN (
    LENGTH("a1") - LENGTH(REPLACE("a1", '@', ''))
  ) >= 1
  THEN SPLIT_PART("a1", '@', (
    -2
  ))
END;
-- split_part(text, '@', -3)
CASE
  WHEN (
    LENGTH("a1") - LENGTH(REPLACE("a1", '@', ''))
  ) >= 2
  THEN SPLIT_PART("a1", '@', (
    -3
  ))
END;
-- split_part(text, '@', 2147483647)
CASE
  WHEN (
    LENGTH("a1") - LENGTH(REPLACE("a1", '@', ''))
  ) >= 2147483646
  THEN SPLIT_PART("a1", '@', 2147483647)
END;
-- split_part(text, '@', -2147483647)
CASE
  WHEN (
    LENGTH("a1") - LENGTH(REPLACE("a1", '@', ''))
  ) >= 2147483646
  THEN SPLIT_PART("a1", '@', (
    -2147483647
  ))
END;
-- split_part(text, '||', 2)
CASE
  WHEN (
    LENGTH("a1") - LENGTH(REPLACE("a1", '||', ''))
  ) >= 2
  THEN SPLIT_PART("a1", '||', 2)
END;
-- split_part(text, '||', 1)
CASE
  WHEN (
    LENGTH("a1") - LENGTH(REPLACE("a1", '||', ''))
  ) >= 0
  THEN SPLIT_PART("a1", '||', 1)
END;
-- split_part(text, '||', -1)
CASE
  WHEN (
    LENGTH("a1") - LENGTH(REPLACE("a1", '||', ''))
  ) >= 0
  THEN SPLIT_PART("a1", '||', (
    -1
  ))
END;
-- split_part(text, 'x', 2)
CASE
  WHEN (
    LENGTH("a1") - LENGTH(REPLACE("a1", 'x', ''))
  ) >= 1
  THEN SPLIT_PART("a1", 'x', 2)
END;
-- split_part(text, '.', 2)
CASE
  WHEN (
    LENGTH("a1") - LENGTH(REPLACE("a1", '.', ''))
  ) >= 1
  THEN SPLIT_PART("a1", '.', 2)
END;
-- split_part(text, '\\', 2)
CASE
  WHEN (
    LENGTH("a1") - LENGTH(REPLACE("a1", '\\', ''))
  ) >= 1
  THEN SPLIT_PART("a1", '\\', 2)
END;
-- split_part(text, '\U0001f6b2', 2)
CASE
  WHEN (
    LENGTH("a1") - LENGTH(REPLACE("a1", '🚲', ''))
  ) >= 1
  THEN SPLIT_PART("a1", '🚲', 2)
END;
-- split_part(text, "'", 2)
CASE
  WHEN (
    LENGTH("a1") - LENGTH(REPLACE("a1", '\'', ''))
  ) >= 1
  THEN SPLIT_PART("a1", '\'', 2)
END;
-- split_part(text, '"', 2)
CASE
  WHEN (
    LENGTH("a1") - LENGTH(REPLACE("a1", '"', ''))
  ) >= 1
  THEN SPLIT_PART("a1", '"', 2)
END;
-- split_part(text, '%', 2)
CASE
  WHEN (
    LENGTH("a1") - LENGTH(REPLACE("a1", '%', ''))
  ) >= 1
  THEN SPLIT_PART("a1", '%', 2)
END;
-- split_part(text, '_', 1)
CASE
  WHEN (
    LENGTH("a1") - LENGTH(REPLACE("a1", '_', ''))
  ) >= 0
  THEN SPLIT_PART("a1", '_', 1)
END;
-- split_part(text, '\u0301', 1)
CASE
  WHEN (
    LENGTH("a1") - LENGTH(REPLACE("a1", '́', ''))
  ) >= 0
  THEN SPLIT_PART("a1", '́', 1)
END;
-- split_part(text, '\ufffd', 2)
CASE
  WHEN (
    LENGTH("a1") - LENGTH(REPLACE("a1", '�', ''))
  ) >= 1
  THEN SPLIT_PART("a1", '�', 2)
END;
-- lpad(text, 3, '0')
LPAD("a1", 3, '0');
-- lpad(text, 2, '0')
LPAD("a1", 2, '0');
-- lpad(text, 2, 'x')
LPAD("a1", 2, 'x');
-- lpad(text, 0, '0')
LPAD("a1", 0, '0');
-- lpad(text, 3, ' ')
LPAD("a1", 3, ' ');
-- lpad(text, 3, '\xe9')
LPAD("a1", 3, 'é');
-- lpad(text, 1, 'x')
LPAD("a1", 1, 'x');
-- lpad(text, 3, '\u0301')
LPAD("a1", 3, '́');
-- lpad(text, 6, "'")
LPAD("a1", 6, '\'');
-- lpad(text, 3, '\\')
LPAD("a1", 3, '\\');
-- lpad(text, 3, '%')
LPAD("a1", 3, '%');
-- lpad(text, 2, '\U0001f6b2')
LPAD("a1", 2, '🚲');
-- concat_ws(' ', text, text)
ARRAY_TO_STRING(ARRAY_CONSTRUCT_COMPACT("a1", "b1"), ' ');
-- concat_ws('', text, text)
ARRAY_TO_STRING(ARRAY_CONSTRUCT_COMPACT("a1", "b1"), '');
-- concat_ws(', ', text, text)
ARRAY_TO_STRING(ARRAY_CONSTRUCT_COMPACT("a1", "b1"), ', ');
-- concat_ws("'", text, text)
ARRAY_TO_STRING(ARRAY_CONSTRUCT_COMPACT("a1", "b1"), '\'');
-- concat_ws('\\', text, text)
ARRAY_TO_STRING(ARRAY_CONSTRUCT_COMPACT("a1", "b1"), '\\');
-- concat_ws('\U0001f6b2', text, text)
ARRAY_TO_STRING(ARRAY_CONSTRUCT_COMPACT("a1", "b1"), '🚲');
-- concat_ws('-', text, text)
ARRAY_TO_STRING(ARRAY_CONSTRUCT_COMPACT("a1", "b1"), '-');
-- concat_ws('-', text)
ARRAY_TO_STRING(ARRAY_CONSTRUCT_COMPACT("a1"), '-');
-- concat_ws('-', text, text, text)
ARRAY_TO_STRING(ARRAY_CONSTRUCT_COMPACT("a1", "b1", "c1"), '-');
-- concat(text, text)
"a1" || "b1";
-- concat(text, '|', text)
"a1" || '|' || "b1";
-- concat(text, "'", text)
"a1" || '\'' || "b1";
-- concat(text, '\\', text)
"a1" || '\\' || "b1";
-- concat(text)
"a1";
-- replace(text, text, text)
REPLACE("a1", "b1", "c1");
-- starts_with(text, text)
STARTSWITH("a1", "b1");
-- starts_with(text, 'a')
STARTSWITH("a1", 'a');
-- starts_with(text, "'s")
STARTSWITH("a1", '\'s');
-- starts_with(text, '\\')
STARTSWITH("a1", '\\');
-- starts_with(text, '50%')
STARTSWITH("a1", '50%');
-- starts_with(text, '%')
STARTSWITH("a1", '%');
-- starts_with(text, '\U0001f6b2')
STARTSWITH("a1", '🚲');
-- ends_with(text, text)
ENDSWITH("a1", "b1");
-- ends_with(text, 'a')
ENDSWITH("a1", 'a');
-- ends_with(text, "'s")
ENDSWITH("a1", '\'s');
-- ends_with(text, '\\')
ENDSWITH("a1", '\\');
-- ends_with(text, '50%')
ENDSWITH("a1", '50%');
-- ends_with(text, '%')
ENDSWITH("a1", '%');
-- ends_with(text, '\U0001f6b2')
ENDSWITH("a1", '🚲');
-- contains(text, text)
CONTAINS("a1", "b1");
-- contains(text, 'a')
CONTAINS("a1", 'a');
-- contains(text, "'s")
CONTAINS("a1", '\'s');
-- contains(text, '\\')
CONTAINS("a1", '\\');
-- contains(text, '50%')
CONTAINS("a1", '50%');
-- contains(text, '%')
CONTAINS("a1", '%');
-- contains(text, '\U0001f6b2')
CONTAINS("a1", '🚲');
-- like(text, 'a%')
"a1" LIKE 'a%';
-- like(text, 'A%')
"a1" LIKE 'A%';
-- like(text, 'apple')
"a1" LIKE 'apple';
-- like(text, 'app')
"a1" LIKE 'app';
-- like(text, 'ple')
"a1" LIKE 'ple';
-- like(text, '_pple')
"a1" LIKE '_pple';
-- like(text, '%p%')
"a1" LIKE '%p%';
-- like(text, '')
"a1" LIKE '';
-- like(text, '%')
"a1" LIKE '%';
-- like(text, '_')
"a1" LIKE '_';
-- like(text, '__')
"a1" LIKE '__';
-- like(text, 'a_b')
"a1" LIKE 'a_b';
-- like(text, 'a%b')
"a1" LIKE 'a%b';
-- like(text, 'a')
"a1" LIKE 'a';
-- like(text, 'ab')
"a1" LIKE 'ab';
-- like(text, '50%')
"a1" LIKE '50%';
-- like(text, 'a\\b')
"a1" LIKE 'a\\b';
-- like(text, 'a\\%b')
"a1" LIKE 'a\\%b';
-- like(text, '%\\')
"a1" LIKE '%\\';
-- like(text, '\\')
"a1" LIKE '\\';
-- like(text, "%'s")
"a1" LIKE '%\'s';
-- like(text, '"')
"a1" LIKE '"';
-- like(text, 'a.b')
"a1" LIKE 'a.b';
-- like(text, '[a]')
"a1" LIKE '[a]';
-- matches(text, 'b', false)
REGEXP_LIKE("a1", '(.|\\n)*(b)(.|\\n)*', 'c');
-- matches(text, '^b', false)
REGEXP_LIKE("a1", '(.|\\n)*(^b)(.|\\n)*', 'c');
-- matches(text, '^a', false)
REGEXP_LIKE("a1", '(.|\\n)*(^a)(.|\\n)*', 'c');
-- matches(text, 'c$', false)
REGEXP_LIKE("a1", '(.|\\n)*(c$)(.|\\n)*', 'c');
-- matches(text, 'a$', false)
REGEXP_LIKE("a1", '(.|\\n)*(a$)(.|\\n)*', 'c');
-- matches(text, 'a[^\\n]b', false)
REGEXP_LIKE("a1", '(.|\\n)*(a[^\\n]b)(.|\\n)*', 'c');
-- matches(text, 'a[ \\t\\n\\r\\f]b', false)
REGEXP_LIKE("a1", '(.|\\n)*(a[ \\t\\n\\r\\f]b)(.|\\n)*', 'c');
-- matches(text, '^[^\\n]$', false)
REGEXP_LIKE("a1", '(.|\\n)*(^[^\\n]$)(.|\\n)*', 'c');
-- matches(text, 'abc', false)
REGEXP_LIKE("a1", '(.|\\n)*(abc)(.|\\n)*', 'c');
-- matches(text, 'abc', true)
REGEXP_LIKE("a1", '(.|\\n)*(abc)(.|\\n)*', 'i');
-- matches(text, '^[a-z]+$', false)
REGEXP_LIKE("a1", '(.|\\n)*(^[a-z]+$)(.|\\n)*', 'c');
-- matches(text, '^[a-z]+$', true)
REGEXP_LIKE("a1", '(.|\\n)*(^[a-z]+$)(.|\\n)*', 'i');
-- matches(text, '^$', false)
REGEXP_LIKE("a1", '(.|\\n)*(^$)(.|\\n)*', 'c');
-- matches(text, 'a*', false)
REGEXP_LIKE("a1", '(.|\\n)*(a*)(.|\\n)*', 'c');
-- matches(text, 'a', false)
REGEXP_LIKE("a1", '(.|\\n)*(a)(.|\\n)*', 'c');
-- matches(text, '[0-9]', false)
REGEXP_LIKE("a1", '(.|\\n)*([0-9])(.|\\n)*', 'c');
-- matches(text, '[A-Za-z0-9_]', false)
REGEXP_LIKE("a1", '(.|\\n)*([A-Za-z0-9_])(.|\\n)*', 'c');
-- matches(text, '[ \\t\\n\\r\\f]', false)
REGEXP_LIKE("a1", '(.|\\n)*([ \\t\\n\\r\\f])(.|\\n)*', 'c');
-- matches(text, 'a\\.b', false)
REGEXP_LIKE("a1", '(.|\\n)*(a\\.b)(.|\\n)*', 'c');
-- matches(text, '\\\\', false)
REGEXP_LIKE("a1", '(.|\\n)*(\\\\)(.|\\n)*', 'c');
-- matches(text, "'", false)
REGEXP_LIKE("a1", '(.|\\n)*(\')(.|\\n)*', 'c');
-- matches(text, '"', false)
REGEXP_LIKE("a1", '(.|\\n)*(")(.|\\n)*', 'c');
-- matches(text, '%$', false)
REGEXP_LIKE("a1", '(.|\\n)*(%$)(.|\\n)*', 'c');
-- matches(text, '[\\]]', false)
REGEXP_LIKE("a1", '(.|\\n)*([\\]])(.|\\n)*', 'c');
-- matches(text, '[x\\-]', false)
REGEXP_LIKE("a1", '(.|\\n)*([x\\-])(.|\\n)*', 'c');
-- matches(text, '[\\^]', false)
REGEXP_LIKE("a1", '(.|\\n)*([\\^])(.|\\n)*', 'c');
-- matches(text, 'a\\{2\\}', false)
REGEXP_LIKE("a1", '(.|\\n)*(a\\{2\\})(.|\\n)*', 'c');
-- matches(text, '^(?:a|b)+$', false)
REGEXP_LIKE("a1", '(.|\\n)*(^(a|b)+$)(.|\\n)*', 'c');
-- matches(text, '^a{1,2}b$', false)
REGEXP_LIKE("a1", '(.|\\n)*(^a{1,2}b$)(.|\\n)*', 'c');
-- matches(text, '^a{2,}b$', false)
REGEXP_LIKE("a1", '(.|\\n)*(^a{2,}b$)(.|\\n)*', 'c');
-- matches(text, '\\t', false)
REGEXP_LIKE("a1", '(.|\\n)*(\\t)(.|\\n)*', 'c');
-- matches(text, '/', false)
REGEXP_LIKE("a1", '(.|\\n)*(/)(.|\\n)*', 'c');
-- matches(text, '#b c', false)
REGEXP_LIKE("a1", '(.|\\n)*(#b c)(.|\\n)*', 'c');
-- matches(text, 'a', true)
REGEXP_LIKE("a1", '(.|\\n)*(a)(.|\\n)*', 'i');
-- bucket(text)
TO_NUMBER(SUBSTR(MD5("a1"), 1, 8), 'XXXXXXXX') % 10000;
-- to_text(integer)
-- to_text(bigint)
-- to_text(decimal(38,0))
-- to_text(boolean)
CAST("a1" AS VARCHAR);
-- to_text(date)
TO_CHAR("a1", 'YYYY-MM-DD');
-- cast(integer)
-- cast(decimal(38,0))
CAST("a1" AS DECIMAL(19, 0));
-- cast(bigint)
-- cast(double)
CAST("a1" AS DECIMAL(38, 0));
-- cast(integer)
-- cast(decimal(12,3))
CAST("a1" AS DECIMAL(38, 9));
-- cast(decimal(12,3))
CAST("a1" AS DECIMAL(11, 1));
-- cast(decimal(38,9))
CAST("a1" AS DECIMAL(38, 2));
-- cast(decimal(12,3))
CAST("a1" AS DECIMAL(4, 1));
-- cast(integer)
-- cast(bigint)
-- cast(decimal(38,9))
CAST("a1" AS DOUBLE);
-- cast(text)
COLLATE("a1", 'utf8');
-- cast(date)
CAST("a1" AS DATE);
-- cast(timestamp)
CAST("a1" AS TIMESTAMPNTZ);
-- cast(timestamptz)
CAST("a1" AS TIMESTAMPTZ);
-- cast(integer[])
-- cast(text[])
CAST("a1" AS ARRAY);
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
CAST(NULL AS VARCHAR);
-- literal(true)
TRUE;
-- literal(false)
FALSE;
-- literal(NULL of boolean)
CAST(NULL AS BOOLEAN);
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
CAST(NULL AS DECIMAL(19, 0));
-- literal(99999999999999999999999999999999999999)
99999999999999999999999999999999999999;
-- literal(-99999999999999999999999999999999999999)
(
  -99999999999999999999999999999999999999
);
-- literal(NULL of integer)
CAST(NULL AS DECIMAL(38, 0));
-- literal(0.10)
0.10;
-- literal(-0.000000001)
(
  -0.000000001
);
-- literal(99999999999999999999999999999.999999999)
99999999999999999999999999999.999999999;
-- literal(NULL of number)
CAST(NULL AS DECIMAL(38, 9));
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
CAST('2024-02-29 12:00:00' AS TIMESTAMPNTZ);
-- literal(2024-03-31T02:30:00.000001)
CAST('2024-03-31 02:30:00.000001' AS TIMESTAMPNTZ);
-- literal(0001-01-01T00:00:00)
CAST('0001-01-01 00:00:00' AS TIMESTAMPNTZ);
-- literal(9999-12-31T23:59:59.999999)
CAST('9999-12-31 23:59:59.999999' AS TIMESTAMPNTZ);
-- literal(NULL of timestamp)
CAST(NULL AS TIMESTAMPNTZ);
-- literal(2024-02-29T12:00:00+00:00)
CAST('2024-02-29 12:00:00+00:00' AS TIMESTAMPTZ);
-- literal(2024-03-31T00:30:00.000001+00:00)
CAST('2024-03-31 00:30:00.000001+00:00' AS TIMESTAMPTZ);
-- literal(0001-01-01T00:00:00+00:00)
CAST('0001-01-01 00:00:00+00:00' AS TIMESTAMPTZ);
-- literal(9999-12-31T23:59:59.999999+00:00)
CAST('9999-12-31 23:59:59.999999+00:00' AS TIMESTAMPTZ);
-- literal(NULL of timestamp)
CAST(NULL AS TIMESTAMPTZ);
-- literal([])
-- literal([])
-- literal([])
-- literal([])
ARRAY_CONSTRUCT();
-- literal([''])
ARRAY_CONSTRUCT('');
-- literal(["it's", '"50%_\\', 'a\nb', 'e\u0301\U0001f6b2\ufffd', 'NULL', 'a,b', '{}'])
ARRAY_CONSTRUCT('it\'s', '"50%_\\', 'a\nb', 'é🚲�', 'NULL', 'a,b', '{}');
-- literal([9223372036854775807, -9223372036854775808])
ARRAY_CONSTRUCT(9223372036854775807, (
  -9223372036854775808
));
-- literal([1.10, -0.01])
ARRAY_CONSTRUCT(1.10, (
  -0.01
));
-- literal([true, false])
ARRAY_CONSTRUCT(TRUE, FALSE);
-- literal([2024-02-29, 0001-01-01, 9999-12-31])
ARRAY_CONSTRUCT(CAST('2024-02-29' AS DATE), CAST('0001-01-01' AS DATE), CAST('9999-12-31' AS DATE));
-- literal([2024-02-29T12:00:00.000001+00:00])
ARRAY_CONSTRUCT(CAST('2024-02-29 12:00:00.000001+00:00' AS TIMESTAMPTZ));
-- coalesce: the whole statement
WITH "held" AS (
  SELECT
    "a1",
    "b1",
    "c1"
  FROM "GIVEN"
)
SELECT
  COALESCE("a1", "b1", "c1") AS "r1"
FROM "held";
