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
  COUNT(DISTINCT "a1") AS "r1"
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
    CAST("a1" AS DOUBLE PRECISION) ASC) AS "r1"
FROM "held";
-- percentile(integer, p=0.9)
SELECT
  PERCENTILE_CONT(0.9) WITHIN GROUP (ORDER BY
    CAST("a1" AS DOUBLE PRECISION) ASC) AS "r1"
FROM "held";
-- percentile(integer, p=0)
SELECT
  PERCENTILE_CONT(0) WITHIN GROUP (ORDER BY
    CAST("a1" AS DOUBLE PRECISION) ASC) AS "r1"
FROM "held";
-- percentile(integer, p=1)
SELECT
  PERCENTILE_CONT(1) WITHIN GROUP (ORDER BY
    CAST("a1" AS DOUBLE PRECISION) ASC) AS "r1"
FROM "held";
-- percentile(integer, p=0.25)
SELECT
  PERCENTILE_CONT(0.25) WITHIN GROUP (ORDER BY
    CAST("a1" AS DOUBLE PRECISION) ASC) AS "r1"
FROM "held";
-- stddev(integer)
-- stddev(decimal(12,2))
-- stddev(double)
-- stddev(decimal(38,0))
SELECT
  STDDEV_SAMP(CAST("a1" AS DOUBLE PRECISION)) AS "r1"
FROM "held";
-- any(boolean, where=a)
SELECT
  BOOL_OR("a1") AS "r1"
FROM "held";
-- nth(text, integer, n=1, order=['b'])
-- nth(bigint, timestamptz, n=1, order=['b'])
-- nth(double, timestamp, n=1, order=['b'])
-- nth(boolean, integer, n=1, order=['b'])
-- nth(timestamptz, integer, n=1, order=['b'])
-- nth(json, integer, n=1, order=['b'])
SELECT
  (
    ARRAY_AGG("a1" ORDER BY "b1" ASC) FILTER(WHERE
      "a1" IS NOT NULL)
  )[1] AS "r1"
FROM "held";
-- nth(text, integer, n=-1, order=['b desc'])
-- nth(decimal(38,9), date, n=-1, order=['b desc'])
SELECT
  (
    ARRAY_AGG("a1" ORDER BY "b1" DESC) FILTER(WHERE
      "a1" IS NOT NULL)
  )[1] AS "r1"
FROM "held";
-- nth(text, integer, n=2, order=['b'])
SELECT
  (
    ARRAY_AGG("a1" ORDER BY "b1" ASC) FILTER(WHERE
      "a1" IS NOT NULL)
  )[2] AS "r1"
FROM "held";
-- nth(text, integer, text, n=1, order=['b', 'c'])
SELECT
  (
    ARRAY_AGG("a1" ORDER BY "b1" ASC, "c1" ASC) FILTER(WHERE
      "a1" IS NOT NULL)
  )[1] AS "r1"
FROM "held";
-- nth(text, integer, text, n=-1, order=['b desc', 'c desc'])
SELECT
  (
    ARRAY_AGG("a1" ORDER BY "b1" DESC, "c1" DESC) FILTER(WHERE
      "a1" IS NOT NULL)
  )[1] AS "r1"
FROM "held";
-- nth(text, integer, text, n=1, order=['b desc', 'c'])
SELECT
  (
    ARRAY_AGG("a1" ORDER BY "b1" DESC, "c1" ASC) FILTER(WHERE
      "a1" IS NOT NULL)
  )[1] AS "r1"
FROM "held";
-- nth(text, n=1, order=['a'])
SELECT
  (
    ARRAY_AGG("a1" ORDER BY "a1" ASC) FILTER(WHERE
      "a1" IS NOT NULL)
  )[1] AS "r1"
FROM "held";
-- nth(text, n=-1, order=['a desc'])
SELECT
  (
    ARRAY_AGG("a1" ORDER BY "a1" DESC) FILTER(WHERE
      "a1" IS NOT NULL)
  )[1] AS "r1"
FROM "held";
-- nth(text, integer, boolean, n=1, order=['b'], where=c)
SELECT
  (
    ARRAY_AGG("a1" ORDER BY "b1" ASC) FILTER(WHERE
      "c1" AND "a1" IS NOT NULL)
  )[1] AS "r1"
FROM "held";
-- nth(text[], integer, n=1, order=['b'])
SELECT
  CAST((
    ARRAY_AGG(CAST("a1" AS TEXT) ORDER BY "b1" ASC) FILTER(WHERE
      "a1" IS NOT NULL)
  )[1] AS TEXT[]) COLLATE "C" AS "r1"
FROM "held";
-- nth(bigint[], integer, n=-1, order=['b desc'])
SELECT
  CAST((
    ARRAY_AGG(CAST("a1" AS TEXT) ORDER BY "b1" DESC) FILTER(WHERE
      "a1" IS NOT NULL)
  )[1] AS BIGINT[]) AS "r1"
FROM "held";
-- list(text, integer, order=['b'])
-- list(bigint, timestamptz, order=['b'])
-- list(boolean, integer, order=['b'])
SELECT
  ARRAY_AGG("a1" ORDER BY "b1" ASC) FILTER(WHERE
    "a1" IS NOT NULL) AS "r1"
FROM "held";
-- list(text, integer, text, order=['b desc', 'c'], limit=2)
SELECT
  (
    ARRAY_AGG("a1" ORDER BY "b1" DESC, "c1" ASC) FILTER(WHERE
      "a1" IS NOT NULL)
  )[1:2] AS "r1"
FROM "held";
-- list(text, order=['a'])
-- list(double, order=['a'])
-- list(date, order=['a'])
-- list(decimal(38,0), order=['a'])
SELECT
  ARRAY_AGG("a1" ORDER BY "a1" ASC) FILTER(WHERE
    "a1" IS NOT NULL) AS "r1"
FROM "held";
-- list(text, order=['a desc'], limit=3)
SELECT
  (
    ARRAY_AGG("a1" ORDER BY "a1" DESC) FILTER(WHERE
      "a1" IS NOT NULL)
  )[1:3] AS "r1"
FROM "held";
-- list(integer, boolean, order=['a'], where=b)
SELECT
  ARRAY_AGG("a1" ORDER BY "a1" ASC) FILTER(WHERE
    "b1" AND "a1" IS NOT NULL) AS "r1"
FROM "held";
-- list(decimal(12,2), date, order=['b desc'])
SELECT
  ARRAY_AGG("a1" ORDER BY "b1" DESC) FILTER(WHERE
    "a1" IS NOT NULL) AS "r1"
FROM "held";
-- list(timestamptz, order=['a desc'])
SELECT
  ARRAY_AGG("a1" ORDER BY "a1" DESC) FILTER(WHERE
    "a1" IS NOT NULL) AS "r1"
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
  ARRAY_AGG(DISTINCT "a1" ORDER BY "a1" ASC) FILTER(WHERE
    "a1" IS NOT NULL) AS "r1"
FROM "held";
-- list_distinct(text, descending=True)
-- list_distinct(bigint, descending=True)
SELECT
  ARRAY_AGG(DISTINCT "a1" ORDER BY "a1" DESC) FILTER(WHERE
    "a1" IS NOT NULL) AS "r1"
FROM "held";
-- list_distinct(text, limit=2)
SELECT
  (
    ARRAY_AGG(DISTINCT "a1" ORDER BY "a1" ASC) FILTER(WHERE
      "a1" IS NOT NULL)
  )[1:2] AS "r1"
FROM "held";
-- list_distinct(text, boolean, where=b, descending=True, limit=2)
SELECT
  (
    ARRAY_AGG(DISTINCT "a1" ORDER BY "a1" DESC) FILTER(WHERE
      "b1" AND "a1" IS NOT NULL)
  )[1:2] AS "r1"
FROM "held";
-- array_length(text[])
-- array_length(bigint[])
-- array_length(double[])
CARDINALITY("a1");
-- array_contains_any(text[], 'a')
EXISTS(
  SELECT
    1
  FROM UNNEST("a1") AS _(e)
  WHERE
    e IN ('a')
);
-- array_contains_any(text[], 'c')
EXISTS(
  SELECT
    1
  FROM UNNEST("a1") AS _(e)
  WHERE
    e IN ('c')
);
-- array_contains_any(text[], 'b', 'c')
EXISTS(
  SELECT
    1
  FROM UNNEST("a1") AS _(e)
  WHERE
    e IN ('b', 'c')
);
-- array_contains_any(text[], 'c', 'a')
EXISTS(
  SELECT
    1
  FROM UNNEST("a1") AS _(e)
  WHERE
    e IN ('c', 'a')
);
-- array_contains_any(text[], 'a', 'b')
EXISTS(
  SELECT
    1
  FROM UNNEST("a1") AS _(e)
  WHERE
    e IN ('a', 'b')
);
-- array_contains_any(text[], '')
EXISTS(
  SELECT
    1
  FROM UNNEST("a1") AS _(e)
  WHERE
    e IN ('')
);
-- array_contains_any(text[], "it's", '"50%_\\')
EXISTS(
  SELECT
    1
  FROM UNNEST("a1") AS _(e)
  WHERE
    e IN ('it''s', '"50%_\')
);
-- array_contains_any(text[], '\xe9')
EXISTS(
  SELECT
    1
  FROM UNNEST("a1") AS _(e)
  WHERE
    e IN ('é')
);
-- array_contains_any(text[], '\U0001f6b2', '\ufffd')
EXISTS(
  SELECT
    1
  FROM UNNEST("a1") AS _(e)
  WHERE
    e IN ('🚲', '�')
);
-- array_contains_any(bigint[], 9223372036854775807)
EXISTS(
  SELECT
    1
  FROM UNNEST("a1") AS _(e)
  WHERE
    e IN (9223372036854775807)
);
-- array_contains_any(bigint[], -9223372036854775808, 0)
EXISTS(
  SELECT
    1
  FROM UNNEST("a1") AS _(e)
  WHERE
    e IN ((
        -9223372036854775808
    ), 0)
);
-- array_contains_any(bigint[], 0)
-- array_contains_any(double[], 0)
EXISTS(
  SELECT
    1
  FROM UNNEST("a1") AS _(e)
  WHERE
    e IN (0)
);
-- array_contains_any(decimal(12,2)[], 1.1)
EXISTS(
  SELECT
    1
  FROM UNNEST("a1") AS _(e)
  WHERE
    e IN (1.1)
);
-- array_contains_any(decimal(12,2)[], 1.11, 1.1)
EXISTS(
  SELECT
    1
  FROM UNNEST("a1") AS _(e)
  WHERE
    e IN (1.11, 1.1)
);
-- array_contains_any(decimal(12,2)[], 0.01)
EXISTS(
  SELECT
    1
  FROM UNNEST("a1") AS _(e)
  WHERE
    e IN (0.01)
);
-- array_contains_any(double[], 0.1, 0.2)
EXISTS(
  SELECT
    1
  FROM UNNEST("a1") AS _(e)
  WHERE
    e IN (0.1, 0.2)
);
-- array_contains_any(double[], 0.1)
EXISTS(
  SELECT
    1
  FROM UNNEST("a1") AS _(e)
  WHERE
    e IN (0.1)
);
-- array_contains_any(date[], 2024-02-29)
EXISTS(
  SELECT
    1
  FROM UNNEST("a1") AS _(e)
  WHERE
    e IN (CAST('2024-02-29' AS DATE))
);
-- array_contains_any(date[], 9999-12-31, 2024-02-29)
EXISTS(
  SELECT
    1
  FROM UNNEST("a1") AS _(e)
  WHERE
    e IN (CAST('9999-12-31' AS DATE), CAST('2024-02-29' AS DATE))
);
-- array_contains_any(timestamptz[], 2024-02-29T12:00:00.000001+00:00)
EXISTS(
  SELECT
    1
  FROM UNNEST("a1") AS _(e)
  WHERE
    e IN (CAST('2024-02-29 12:00:00.000001+00:00' AS TIMESTAMPTZ))
);
-- array_contains_any(timestamptz[], 2024-02-29T12:00:00+00:00)
EXISTS(
  SELECT
    1
  FROM UNNEST("a1") AS _(e)
  WHERE
    e IN (CAST('2024-02-29 12:00:00+00:00' AS TIMESTAMPTZ))
);
-- array_contains_any(timestamp[], 2024-02-29T12:00:00.000001)
EXISTS(
  SELECT
    1
  FROM UNNEST("a1") AS _(e)
  WHERE
    e IN (CAST('2024-02-29 12:00:00.000001' AS TIMESTAMP))
);
-- array_contains_any(timestamp[], 2024-02-29T12:00:00)
EXISTS(
  SELECT
    1
  FROM UNNEST("a1") AS _(e)
  WHERE
    e IN (CAST('2024-02-29 12:00:00' AS TIMESTAMP))
);
-- array_contains_all(text[], 'a')
'a' = ANY(
  "a1"
);
-- array_contains_all(text[], 'c')
'c' = ANY(
  "a1"
);
-- array_contains_all(text[], 'b', 'c')
'b' = ANY(
  "a1"
) AND 'c' = ANY(
  "a1"
);
-- array_contains_all(text[], 'c', 'a')
'c' = ANY(
  "a1"
) AND 'a' = ANY(
  "a1"
);
-- array_contains_all(text[], 'a', 'b')
'a' = ANY(
  "a1"
) AND 'b' = ANY(
  "a1"
);
-- array_contains_all(text[], '')
'' = ANY(
  "a1"
);
-- array_contains_all(text[], "it's", '"50%_\\')
'it''s' = ANY(
  "a1"
) AND '"50%_\' = ANY(
  "a1"
);
-- array_contains_all(text[], '\xe9')
'é' = ANY(
  "a1"
);
-- array_contains_all(text[], '\U0001f6b2', '\ufffd')
'🚲' = ANY(
  "a1"
) AND '�' = ANY(
  "a1"
);
-- array_contains_all(bigint[], 9223372036854775807)
9223372036854775807 = ANY(
  "a1"
);
-- array_contains_all(bigint[], -9223372036854775808, 0)
(
  -9223372036854775808
) = ANY(
  "a1"
) AND 0 = ANY(
  "a1"
);
-- array_contains_all(bigint[], 0)
-- array_contains_all(double[], 0)
0 = ANY(
  "a1"
);
-- array_contains_all(decimal(12,2)[], 1.1)
1.1 = ANY(
  "a1"
);
-- array_contains_all(decimal(12,2)[], 1.11, 1.1)
1.11 = ANY(
  "a1"
) AND 1.1 = ANY(
  "a1"
);
-- array_contains_all(decimal(12,2)[], 0.01)
0.01 = ANY(
  "a1"
);
-- array_contains_all(double[], 0.1, 0.2)
0.1 = ANY(
  "a1"
) AND 0.2 = ANY(
  "a1"
);
-- array_contains_all(double[], 0.1)
0.1 = ANY(
  "a1"
);
-- array_contains_all(date[], 2024-02-29)
CAST('2024-02-29' AS DATE) = ANY(
  "a1"
);
-- array_contains_all(date[], 9999-12-31, 2024-02-29)
CAST('9999-12-31' AS DATE) = ANY(
  "a1"
)
AND CAST('2024-02-29' AS DATE) = ANY(
  "a1"
);
-- array_contains_all(timestamptz[], 2024-02-29T12:00:00.000001+00:00)
CAST('2024-02-29 12:00:00.000001+00:00' AS TIMESTAMPTZ) = ANY(
  "a1"
);
-- array_contains_all(timestamptz[], 2024-02-29T12:00:00+00:00)
CAST('2024-02-29 12:00:00+00:00' AS TIMESTAMPTZ) = ANY(
  "a1"
);
-- array_contains_all(timestamp[], 2024-02-29T12:00:00.000001)
CAST('2024-02-29 12:00:00.000001' AS TIMESTAMP) = ANY(
  "a1"
);
-- array_contains_all(timestamp[], 2024-02-29T12:00:00)
CAST('2024-02-29 12:00:00' AS TIMESTAMP) = ANY(
  "a1"
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
CASE WHEN "b1" IS NOT NULL THEN "b1" = ANY(
  "a1"
) END;
-- array_contains(text[], "it's")
CASE WHEN 'it''s' IS NOT NULL THEN 'it''s' = ANY(
  "a1"
) END;
-- array_contains(text[], 'a\\')
CASE WHEN 'a\' IS NOT NULL THEN 'a\' = ANY(
  "a1"
) END;
-- array_contains(text[], 'a')
CASE WHEN 'a' IS NOT NULL THEN 'a' = ANY(
  "a1"
) END;
-- array_contains_between(timestamptz[], 2024-02-29T00:00:00+00:00, 2024-03-01T00:00:00+00:00)
EXISTS(
  SELECT
    1
  FROM UNNEST("a1") AS _(e)
  WHERE
    e >= CAST('2024-02-29 00:00:00+00:00' AS TIMESTAMPTZ)
    AND e < CAST('2024-03-01 00:00:00+00:00' AS TIMESTAMPTZ)
);
-- array_contains_between(timestamptz[], 2024-03-30T23:00:00+00:00, 2024-03-31T22:00:00+00:00)
EXISTS(
  SELECT
    1
  FROM UNNEST("a1") AS _(e)
  WHERE
    e >= CAST('2024-03-30 23:00:00+00:00' AS TIMESTAMPTZ)
    AND e < CAST('2024-03-31 22:00:00+00:00' AS TIMESTAMPTZ)
);
-- array_contains_between(timestamp[], 2024-02-29T00:00:00, 2024-03-01T00:00:00)
EXISTS(
  SELECT
    1
  FROM UNNEST("a1") AS _(e)
  WHERE
    e >= CAST('2024-02-29 00:00:00' AS TIMESTAMP)
    AND e < CAST('2024-03-01 00:00:00' AS TIMESTAMP)
);
-- array_element(text[], 1)
-- array_element(bigint[], 1)
-- array_element(decimal(38,9)[], 1)
-- array_element(double[], 1)
-- array_element(boolean[], 1)
-- array_element(timestamptz[], 1)
(
  "a1"
)[1];
-- array_element(text[], 3)
(
  "a1"
)[3];
-- array_element(text[], 4)
(
  "a1"
)[4];
-- array_element(text[], -1)
-- array_element(date[], -1)
(
  "a1"
)[CARDINALITY("a1")];
-- array_element(text[], -2)
(
  "a1"
)[CARDINALITY("a1") - 1];
-- array_element(text[], -3)
(
  "a1"
)[CARDINALITY("a1") - 2];
-- array_element(text[], -4)
(
  "a1"
)[CARDINALITY("a1") - 3];
-- array_element(text[], 2)
-- array_element(bigint[], 2)
(
  "a1"
)[2];
-- array_element(text[], 2147483647)
(
  "a1"
)[2147483647];
-- array_element(text[], -2147483647)
(
  "a1"
)[CARDINALITY("a1") - 2147483646];
-- array_join(text[], ', ')
ARRAY_TO_STRING("a1", ', ');
-- array_join(text[], '')
ARRAY_TO_STRING("a1", '');
-- array_join(text[], "'")
ARRAY_TO_STRING("a1", '''');
-- array_join(text[], '\\')
ARRAY_TO_STRING("a1", '\');
-- array_join(text[], '\U0001f6b2')
ARRAY_TO_STRING("a1", '🚲');
-- array_join(text[], '|')
ARRAY_TO_STRING("a1", '|');
-- clean_array(text[])
-- clean_array(bigint[])
-- clean_array(decimal(12,2)[])
-- clean_array(boolean[])
-- clean_array(date[])
-- clean_array(timestamp[])
-- clean_array(timestamptz[])
COALESCE(ARRAY_REMOVE("a1", NULL), '{}');
-- clean_double_array(double[])
COALESCE(ARRAY_REMOVE(ARRAY_REMOVE("a1", NULL), 'NaN'), '{}');
-- read_integer(text)
CASE
  WHEN PG_INPUT_IS_VALID(SUBSTRING("a1", '^[+-]?[0-9]+$'), 'bigint')
  THEN CAST(SUBSTRING("a1", '^[+-]?[0-9]+$') AS BIGINT)
END;
-- read_number(text)
CASE
  WHEN PG_INPUT_IS_VALID(SUBSTRING("a1", '^[+-]?[0-9]+(?:\.[0-9]+)?$'), 'numeric(38,9)')
  THEN CAST(SUBSTRING("a1", '^[+-]?[0-9]+(?:\.[0-9]+)?$') AS DECIMAL(38, 9))
END;
-- read_date(text)
CASE
  WHEN PG_INPUT_IS_VALID(
    SUBSTRING("a1", '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}$'),
    'date'
  )
  THEN CAST(SUBSTRING("a1", '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}$') AS DATE)
END;
-- read_timestamp(text, 'UTC')
COALESCE(
  CASE
    WHEN PG_INPUT_IS_VALID(
      SUBSTRING(
        REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
        '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])$'
      ),
      'timestamptz'
    )
    THEN CAST(SUBSTRING(
      REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
      '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])$'
    ) AS TIMESTAMPTZ)
  END,
  CASE
    WHEN PG_INPUT_IS_VALID(
      SUBSTRING(
        REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
        '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
      ),
      'timestamp'
    )
    THEN CAST(SUBSTRING(
      REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
      '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
    ) AS TIMESTAMP)
  END AT TIME ZONE 'UTC'
);
-- read_timestamp(text, 'Europe/Berlin')
COALESCE(
  CASE
    WHEN PG_INPUT_IS_VALID(
      SUBSTRING(
        REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
        '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])$'
      ),
      'timestamptz'
    )
    THEN CAST(SUBSTRING(
      REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
      '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])$'
    ) AS TIMESTAMPTZ)
  END,
  CASE
    WHEN (
      CASE
        WHEN PG_INPUT_IS_VALID(
          SUBSTRING(
            REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
            '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
          ),
          'timestamp'
        )
        THEN CAST(SUBSTRING(
          REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
          '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
        ) AS TIMESTAMP)
      END AT TIME ZONE 'Europe/Berlin' - INTERVAL '120 MINUTE'
    ) AT TIME ZONE 'Europe/Berlin' = CASE
      WHEN PG_INPUT_IS_VALID(
        SUBSTRING(
          REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
          '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
        ),
        'timestamp'
      )
      THEN CAST(SUBSTRING(
        REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
        '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
      ) AS TIMESTAMP)
    END
    THEN (
      CASE
        WHEN PG_INPUT_IS_VALID(
          SUBSTRING(
            REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
            '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
          ),
          'timestamp'
        )
        THEN CAST(SUBSTRING(
          REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
          '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
        ) AS TIMESTAMP)
      END AT TIME ZONE 'Europe/Berlin' - INTERVAL '120 MINUTE'
    )
    ELSE CASE
      WHEN (
        CASE
          WHEN PG_INPUT_IS_VALID(
            SUBSTRING(
              REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
              '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
            ),
            'timestamp'
          )
          THEN CAST(SUBSTRING(
            REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
            '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
          ) AS TIMESTAMP)
        END AT TIME ZONE 'Europe/Berlin' - INTERVAL '60 MINUTE'
      ) AT TIME ZONE 'Europe/Berlin' = CASE
        WHEN PG_INPUT_IS_VALID(
          SUBSTRING(
            REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
            '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
          ),
          'timestamp'
        )
        THEN CAST(SUBSTRING(
          REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
          '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
        ) AS TIMESTAMP)
      END
      THEN (
        CASE
          WHEN PG_INPUT_IS_VALID(
            SUBSTRING(
              REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
              '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
            ),
            'timestamp'
          )
          THEN CAST(SUBSTRING(
            REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
            '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
          ) AS TIMESTAMP)
        END AT TIME ZONE 'Europe/Berlin' - INTERVAL '60 MINUTE'
      )
      ELSE CASE
        WHEN (
          CASE
            WHEN PG_INPUT_IS_VALID(
              SUBSTRING(
                REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
                '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
              ),
              'timestamp'
            )
            THEN CAST(SUBSTRING(
              REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
              '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
            ) AS TIMESTAMP)
          END AT TIME ZONE 'Europe/Berlin' - INTERVAL '30 MINUTE'
        ) AT TIME ZONE 'Europe/Berlin' = CASE
          WHEN PG_INPUT_IS_VALID(
            SUBSTRING(
              REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
              '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
            ),
            'timestamp'
          )
          THEN CAST(SUBSTRING(
            REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
            '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
          ) AS TIMESTAMP)
        END
        THEN (
          CASE
            WHEN PG_INPUT_IS_VALID(
              SUBSTRING(
                REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
                '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
              ),
              'timestamp'
            )
            THEN CAST(SUBSTRING(
              REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
              '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
            ) AS TIMESTAMP)
          END AT TIME ZONE 'Europe/Berlin' - INTERVAL '30 MINUTE'
        )
        ELSE CASE
          WHEN PG_INPUT_IS_VALID(
            SUBSTRING(
              REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
              '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
            ),
            'timestamp'
          )
          THEN CAST(SUBSTRING(
            REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
            '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
          ) AS TIMESTAMP)
        END AT TIME ZONE 'Europe/Berlin'
      END
    END
  END
);
-- read_timestamp(text, 'America/New_York')
COALESCE(
  CASE
    WHEN PG_INPUT_IS_VALID(
      SUBSTRING(
        REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
        '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])$'
      ),
      'timestamptz'
    )
    THEN CAST(SUBSTRING(
      REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
      '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])$'
    ) AS TIMESTAMPTZ)
  END,
  CASE
    WHEN (
      CASE
        WHEN PG_INPUT_IS_VALID(
          SUBSTRING(
            REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
            '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
          ),
          'timestamp'
        )
        THEN CAST(SUBSTRING(
          REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
          '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
        ) AS TIMESTAMP)
      END AT TIME ZONE 'America/New_York' - INTERVAL '120 MINUTE'
    ) AT TIME ZONE 'America/New_York' = CASE
      WHEN PG_INPUT_IS_VALID(
        SUBSTRING(
          REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
          '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
        ),
        'timestamp'
      )
      THEN CAST(SUBSTRING(
        REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
        '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
      ) AS TIMESTAMP)
    END
    THEN (
      CASE
        WHEN PG_INPUT_IS_VALID(
          SUBSTRING(
            REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
            '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
          ),
          'timestamp'
        )
        THEN CAST(SUBSTRING(
          REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
          '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
        ) AS TIMESTAMP)
      END AT TIME ZONE 'America/New_York' - INTERVAL '120 MINUTE'
    )
    ELSE CASE
      WHEN (
        CASE
          WHEN PG_INPUT_IS_VALID(
            SUBSTRING(
              REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
              '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
            ),
            'timestamp'
          )
          THEN CAST(SUBSTRING(
            REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
            '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
          ) AS TIMESTAMP)
        END AT TIME ZONE 'America/New_York' - INTERVAL '60 MINUTE'
      ) AT TIME ZONE 'America/New_York' = CASE
        WHEN PG_INPUT_IS_VALID(
          SUBSTRING(
            REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
            '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
          ),
          'timestamp'
        )
        THEN CAST(SUBSTRING(
          REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
          '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
        ) AS TIMESTAMP)
      END
      THEN (
        CASE
          WHEN PG_INPUT_IS_VALID(
            SUBSTRING(
              REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
              '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
            ),
            'timestamp'
          )
          THEN CAST(SUBSTRING(
            REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
            '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
          ) AS TIMESTAMP)
        END AT TIME ZONE 'America/New_York' - INTERVAL '60 MINUTE'
      )
      ELSE CASE
        WHEN (
          CASE
            WHEN PG_INPUT_IS_VALID(
              SUBSTRING(
                REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
                '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
              ),
              'timestamp'
            )
            THEN CAST(SUBSTRING(
              REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
              '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
            ) AS TIMESTAMP)
          END AT TIME ZONE 'America/New_York' - INTERVAL '30 MINUTE'
        ) AT TIME ZONE 'America/New_York' = CASE
          WHEN PG_INPUT_IS_VALID(
            SUBSTRING(
              REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
              '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
            ),
            'timestamp'
          )
          THEN CAST(SUBSTRING(
            REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
            '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
          ) AS TIMESTAMP)
        END
        THEN (
          CASE
            WHEN PG_INPUT_IS_VALID(
              SUBSTRING(
                REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
                '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
              ),
              'timestamp'
            )
            THEN CAST(SUBSTRING(
              REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
              '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
            ) AS TIMESTAMP)
          END AT TIME ZONE 'America/New_York' - INTERVAL '30 MINUTE'
        )
        ELSE CASE
          WHEN PG_INPUT_IS_VALID(
            SUBSTRING(
              REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
              '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
            ),
            'timestamp'
          )
          THEN CAST(SUBSTRING(
            REGEXP_REPLACE("a1", '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
            '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
          ) AS TIMESTAMP)
        END AT TIME ZONE 'America/New_York'
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
"a1" = 'it''s';
-- eq(text, 'a\\b')
"a1" = 'a\b';
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
"a1" <> 'it''s';
-- ne(text, 'a\\b')
"a1" <> 'a\b';
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
"a1" < 'it''s';
-- lt(text, 'a\\b')
"a1" < 'a\b';
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
"a1" <= 'it''s';
-- le(text, 'a\\b')
"a1" <= 'a\b';
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
"a1" > 'it''s';
-- gt(text, 'a\\b')
"a1" > 'a\b';
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
"a1" >= 'it''s';
-- ge(text, 'a\\b')
"a1" >= 'a\b';
-- ge(text, '\uff5e')
"a1" >= '～';
-- ge(text, '\xe9')
"a1" >= 'é';
-- ge(text, 'a')
"a1" >= 'a';
-- least(integer, integer, integer)
-- least(text, text, text)
LEAST("a1", "b1", "c1");
-- least(bigint, decimal(38,0))
-- least(decimal(12,2), decimal(12,3))
-- least(decimal(38,2), decimal(12,2))
-- least(double, double)
-- least(integer, double)
-- least(date, date)
-- least(timestamptz, timestamptz)
-- least(timestamp, timestamp)
LEAST("a1", "b1");
-- least(text, 'z')
LEAST("a1", 'z');
-- least(text, "it's")
LEAST("a1", 'it''s');
-- greatest(integer, integer, integer)
-- greatest(text, text, text)
GREATEST("a1", "b1", "c1");
-- greatest(bigint, decimal(38,0))
-- greatest(decimal(12,2), decimal(12,3))
-- greatest(decimal(38,2), decimal(12,2))
-- greatest(double, double)
-- greatest(integer, double)
-- greatest(date, date)
-- greatest(timestamptz, timestamptz)
-- greatest(timestamp, timestamp)
GREATEST("a1", "b1");
-- greatest(text, 'z')
GREATEST("a1", 'z');
-- greatest(text, "it's")
GREATEST("a1", 'it''s');
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
COALESCE("a1", CAST(ARRAY[] AS TEXT[]));
-- coalesce(text[], ['b'])
COALESCE("a1", CAST(ARRAY['b'] AS TEXT[]));
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
"a1" IN ('it''s', '50%_\', '"');
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
  CAST('2024-02-29 12:00:00.000001' AS TIMESTAMP),
  CAST('2024-01-01 00:00:00' AS TIMESTAMP)
);
-- one_of(boolean, true)
"a1" IN (TRUE);
-- one_of(decimal(38,0), 99999999999999999999999999999999999999, 1)
"a1" IN (99999999999999999999999999999999999999, 1);
-- clean_json(json)
CASE
  WHEN PG_INPUT_IS_VALID(
    REGEXP_REPLACE(CAST("a1" AS TEXT), '(?<!\\)((?:\\\\)*)\\u0000', '\1\\ufdd0', 'g'),
    'jsonb'
  )
  THEN CAST(REGEXP_REPLACE(CAST("a1" AS TEXT), '(?<!\\)((?:\\\\)*)\\u0000', '\1\\ufdd0', 'g') AS JSON)
END;
-- json_text(json)
-- json_text(text[])
-- json_text(bigint[])
-- json_text(boolean[])
-- json_text(date[])
CAST(TO_JSON("a1") AS TEXT);
-- json_value(json, 'text', 'UTC', 'a')
CASE
  WHEN CASE
    WHEN JSON_TYPEOF("a1") = 'object'
    THEN (
      SELECT
        COUNT(*)
      FROM JSON_OBJECT_KEYS("a1") AS _(name)
      WHERE
        name = 'a'
    ) = 1
    ELSE FALSE
  END
  AND JSON_TYPEOF("a1" -> 'a') = 'string'
  AND STRPOS((
    "a1" -> 'a'
  ) #>> '{}', '﷐') = 0
  THEN (
    (
      "a1" -> 'a'
    ) #>> '{}'
  ) COLLATE "C"
END;
-- json_value(json, 'text', 'UTC')
CASE
  WHEN JSON_TYPEOF("a1") = 'string' AND STRPOS("a1" #>> '{}', '﷐') = 0
  THEN (
    "a1" #>> '{}'
  ) COLLATE "C"
END;
-- json_value(json, 'text', 'UTC', 0)
CASE
  WHEN JSON_TYPEOF("a1" -> 0) = 'string' AND STRPOS((
    "a1" -> 0
  ) #>> '{}', '﷐') = 0
  THEN (
    (
      "a1" -> 0
    ) #>> '{}'
  ) COLLATE "C"
END;
-- json_value(json, 'text', 'UTC', 1)
CASE
  WHEN JSON_TYPEOF("a1" -> 1) = 'string' AND STRPOS((
    "a1" -> 1
  ) #>> '{}', '﷐') = 0
  THEN (
    (
      "a1" -> 1
    ) #>> '{}'
  ) COLLATE "C"
END;
-- json_value(json, 'text', 'UTC', 2)
CASE
  WHEN JSON_TYPEOF("a1" -> 2) = 'string' AND STRPOS((
    "a1" -> 2
  ) #>> '{}', '﷐') = 0
  THEN (
    (
      "a1" -> 2
    ) #>> '{}'
  ) COLLATE "C"
END;
-- json_value(json, 'text', 'UTC', '0')
CASE
  WHEN CASE
    WHEN JSON_TYPEOF("a1") = 'object'
    THEN (
      SELECT
        COUNT(*)
      FROM JSON_OBJECT_KEYS("a1") AS _(name)
      WHERE
        name = '0'
    ) = 1
    ELSE FALSE
  END
  AND JSON_TYPEOF("a1" -> '0') = 'string'
  AND STRPOS((
    "a1" -> '0'
  ) #>> '{}', '﷐') = 0
  THEN (
    (
      "a1" -> '0'
    ) #>> '{}'
  ) COLLATE "C"
END;
-- json_value(json, 'text', 'UTC', 0, 1)
CASE
  WHEN JSON_TYPEOF("a1" -> 0 -> 1) = 'string'
  AND STRPOS((
    "a1" -> 0 -> 1
  ) #>> '{}', '﷐') = 0
  THEN (
    (
      "a1" -> 0 -> 1
    ) #>> '{}'
  ) COLLATE "C"
END;
-- json_value(json, 'text', 'UTC', 'a', 'b', 0, 'c')
CASE
  WHEN CASE
    WHEN JSON_TYPEOF("a1") = 'object'
    THEN (
      SELECT
        COUNT(*)
      FROM JSON_OBJECT_KEYS("a1") AS _(name)
      WHERE
        name = 'a'
    ) = 1
    ELSE FALSE
  END
  AND CASE
    WHEN JSON_TYPEOF("a1" -> 'a') = 'object'
    THEN (
      SELECT
        COUNT(*)
      FROM JSON_OBJECT_KEYS("a1" -> 'a') AS _(name)
      WHERE
        name = 'b'
    ) = 1
    ELSE FALSE
  END
  AND CASE
    WHEN JSON_TYPEOF("a1" -> 'a' -> 'b' -> 0) = 'object'
    THEN (
      SELECT
        COUNT(*)
      FROM JSON_OBJECT_KEYS("a1" -> 'a' -> 'b' -> 0) AS _(name)
      WHERE
        name = 'c'
    ) = 1
    ELSE FALSE
  END
  AND JSON_TYPEOF("a1" -> 'a' -> 'b' -> 0 -> 'c') = 'string'
  AND STRPOS((
    "a1" -> 'a' -> 'b' -> 0 -> 'c'
  ) #>> '{}', '﷐') = 0
  THEN (
    (
      "a1" -> 'a' -> 'b' -> 0 -> 'c'
    ) #>> '{}'
  ) COLLATE "C"
END;
-- json_value(json, 'text', 'UTC', 'a', 'b')
CASE
  WHEN CASE
    WHEN JSON_TYPEOF("a1") = 'object'
    THEN (
      SELECT
        COUNT(*)
      FROM JSON_OBJECT_KEYS("a1") AS _(name)
      WHERE
        name = 'a'
    ) = 1
    ELSE FALSE
  END
  AND CASE
    WHEN JSON_TYPEOF("a1" -> 'a') = 'object'
    THEN (
      SELECT
        COUNT(*)
      FROM JSON_OBJECT_KEYS("a1" -> 'a') AS _(name)
      WHERE
        name = 'b'
    ) = 1
    ELSE FALSE
  END
  AND JSON_TYPEOF("a1" -> 'a' -> 'b') = 'string'
  AND STRPOS((
    "a1" -> 'a' -> 'b'
  ) #>> '{}', '﷐') = 0
  THEN (
    (
      "a1" -> 'a' -> 'b'
    ) #>> '{}'
  ) COLLATE "C"
END;
-- json_value(json, 'text', 'UTC', "it's")
CASE
  WHEN CASE
    WHEN JSON_TYPEOF("a1") = 'object'
    THEN (
      SELECT
        COUNT(*)
      FROM JSON_OBJECT_KEYS("a1") AS _(name)
      WHERE
        name = 'it''s'
    ) = 1
    ELSE FALSE
  END
  AND JSON_TYPEOF("a1" -> 'it''s') = 'string'
  AND STRPOS((
    "a1" -> 'it''s'
  ) #>> '{}', '﷐') = 0
  THEN (
    (
      "a1" -> 'it''s'
    ) #>> '{}'
  ) COLLATE "C"
END;
-- json_value(json, 'text', 'UTC', 'a b.c')
CASE
  WHEN CASE
    WHEN JSON_TYPEOF("a1") = 'object'
    THEN (
      SELECT
        COUNT(*)
      FROM JSON_OBJECT_KEYS("a1") AS _(name)
      WHERE
        name = 'a b.c'
    ) = 1
    ELSE FALSE
  END
  AND JSON_TYPEOF("a1" -> 'a b.c') = 'string'
  AND STRPOS((
    "a1" -> 'a b.c'
  ) #>> '{}', '﷐') = 0
  THEN (
    (
      "a1" -> 'a b.c'
    ) #>> '{}'
  ) COLLATE "C"
END;
-- json_value(json, 'text', 'UTC', 'a.b')
CASE
  WHEN CASE
    WHEN JSON_TYPEOF("a1") = 'object'
    THEN (
      SELECT
        COUNT(*)
      FROM JSON_OBJECT_KEYS("a1") AS _(name)
      WHERE
        name = 'a.b'
    ) = 1
    ELSE FALSE
  END
  AND JSON_TYPEOF("a1" -> 'a.b') = 'string'
  AND STRPOS((
    "a1" -> 'a.b'
  ) #>> '{}', '﷐') = 0
  THEN (
    (
      "a1" -> 'a.b'
    ) #>> '{}'
  ) COLLATE "C"
END;
-- json_value(json, 'text', 'UTC', '$')
CASE
  WHEN CASE
    WHEN JSON_TYPEOF("a1") = 'object'
    THEN (
      SELECT
        COUNT(*)
      FROM JSON_OBJECT_KEYS("a1") AS _(name)
      WHERE
        name = '$'
    ) = 1
    ELSE FALSE
  END
  AND JSON_TYPEOF("a1" -> '$') = 'string'
  AND STRPOS((
    "a1" -> '$'
  ) #>> '{}', '﷐') = 0
  THEN (
    (
      "a1" -> '$'
    ) #>> '{}'
  ) COLLATE "C"
END;
-- json_value(json, 'text', 'UTC', '%_')
CASE
  WHEN CASE
    WHEN JSON_TYPEOF("a1") = 'object'
    THEN (
      SELECT
        COUNT(*)
      FROM JSON_OBJECT_KEYS("a1") AS _(name)
      WHERE
        name = '%_'
    ) = 1
    ELSE FALSE
  END
  AND JSON_TYPEOF("a1" -> '%_') = 'string'
  AND STRPOS((
    "a1" -> '%_'
  ) #>> '{}', '﷐') = 0
  THEN (
    (
      "a1" -> '%_'
    ) #>> '{}'
  ) COLLATE "C"
END;
-- json_value(json, 'text', 'UTC', '[0]')
CASE
  WHEN CASE
    WHEN JSON_TYPEOF("a1") = 'object'
    THEN (
      SELECT
        COUNT(*)
      FROM JSON_OBJECT_KEYS("a1") AS _(name)
      WHERE
        name = '[0]'
    ) = 1
    ELSE FALSE
  END
  AND JSON_TYPEOF("a1" -> '[0]') = 'string'
  AND STRPOS((
    "a1" -> '[0]'
  ) #>> '{}', '﷐') = 0
  THEN (
    (
      "a1" -> '[0]'
    ) #>> '{}'
  ) COLLATE "C"
END;
-- json_value(json, 'text', 'UTC', 'a*')
CASE
  WHEN CASE
    WHEN JSON_TYPEOF("a1") = 'object'
    THEN (
      SELECT
        COUNT(*)
      FROM JSON_OBJECT_KEYS("a1") AS _(name)
      WHERE
        name = 'a*'
    ) = 1
    ELSE FALSE
  END
  AND JSON_TYPEOF("a1" -> 'a*') = 'string'
  AND STRPOS((
    "a1" -> 'a*'
  ) #>> '{}', '﷐') = 0
  THEN (
    (
      "a1" -> 'a*'
    ) #>> '{}'
  ) COLLATE "C"
END;
-- json_value(json, 'text', 'UTC', 'e\u0301')
CASE
  WHEN CASE
    WHEN JSON_TYPEOF("a1") = 'object'
    THEN (
      SELECT
        COUNT(*)
      FROM JSON_OBJECT_KEYS("a1") AS _(name)
      WHERE
        name = 'é'
    ) = 1
    ELSE FALSE
  END
  AND JSON_TYPEOF("a1" -> 'é') = 'string'
  AND STRPOS((
    "a1" -> 'é'
  ) #>> '{}', '﷐') = 0
  THEN (
    (
      "a1" -> 'é'
    ) #>> '{}'
  ) COLLATE "C"
END;
-- json_value(json, 'text', 'UTC', '\U0001f6b2')
CASE
  WHEN CASE
    WHEN JSON_TYPEOF("a1") = 'object'
    THEN (
      SELECT
        COUNT(*)
      FROM JSON_OBJECT_KEYS("a1") AS _(name)
      WHERE
        name = '🚲'
    ) = 1
    ELSE FALSE
  END
  AND JSON_TYPEOF("a1" -> '🚲') = 'string'
  AND STRPOS((
    "a1" -> '🚲'
  ) #>> '{}', '﷐') = 0
  THEN (
    (
      "a1" -> '🚲'
    ) #>> '{}'
  ) COLLATE "C"
END;
-- json_value(json, 'text', 'UTC', 'a-b')
CASE
  WHEN CASE
    WHEN JSON_TYPEOF("a1") = 'object'
    THEN (
      SELECT
        COUNT(*)
      FROM JSON_OBJECT_KEYS("a1") AS _(name)
      WHERE
        name = 'a-b'
    ) = 1
    ELSE FALSE
  END
  AND JSON_TYPEOF("a1" -> 'a-b') = 'string'
  AND STRPOS((
    "a1" -> 'a-b'
  ) #>> '{}', '﷐') = 0
  THEN (
    (
      "a1" -> 'a-b'
    ) #>> '{}'
  ) COLLATE "C"
END;
-- json_value(json, 'text', 'UTC', 'null')
CASE
  WHEN CASE
    WHEN JSON_TYPEOF("a1") = 'object'
    THEN (
      SELECT
        COUNT(*)
      FROM JSON_OBJECT_KEYS("a1") AS _(name)
      WHERE
        name = 'null'
    ) = 1
    ELSE FALSE
  END
  AND JSON_TYPEOF("a1" -> 'null') = 'string'
  AND STRPOS((
    "a1" -> 'null'
  ) #>> '{}', '﷐') = 0
  THEN (
    (
      "a1" -> 'null'
    ) #>> '{}'
  ) COLLATE "C"
END;
-- json_value(json, 'text', 'UTC', '?')
CASE
  WHEN CASE
    WHEN JSON_TYPEOF("a1") = 'object'
    THEN (
      SELECT
        COUNT(*)
      FROM JSON_OBJECT_KEYS("a1") AS _(name)
      WHERE
        name = '?'
    ) = 1
    ELSE FALSE
  END
  AND JSON_TYPEOF("a1" -> '?') = 'string'
  AND STRPOS((
    "a1" -> '?'
  ) #>> '{}', '﷐') = 0
  THEN (
    (
      "a1" -> '?'
    ) #>> '{}'
  ) COLLATE "C"
END;
-- json_value(json, 'text', 'UTC', ':a')
CASE
  WHEN CASE
    WHEN JSON_TYPEOF("a1") = 'object'
    THEN (
      SELECT
        COUNT(*)
      FROM JSON_OBJECT_KEYS("a1") AS _(name)
      WHERE
        name = ':a'
    ) = 1
    ELSE FALSE
  END
  AND JSON_TYPEOF("a1" -> ':a') = 'string'
  AND STRPOS((
    "a1" -> ':a'
  ) #>> '{}', '﷐') = 0
  THEN (
    (
      "a1" -> ':a'
    ) #>> '{}'
  ) COLLATE "C"
END;
-- json_value(json, 'text', 'UTC', ' ')
CASE
  WHEN CASE
    WHEN JSON_TYPEOF("a1") = 'object'
    THEN (
      SELECT
        COUNT(*)
      FROM JSON_OBJECT_KEYS("a1") AS _(name)
      WHERE
        name = ' '
    ) = 1
    ELSE FALSE
  END
  AND JSON_TYPEOF("a1" -> ' ') = 'string'
  AND STRPOS((
    "a1" -> ' '
  ) #>> '{}', '﷐') = 0
  THEN (
    (
      "a1" -> ' '
    ) #>> '{}'
  ) COLLATE "C"
END;
-- json_value(json, 'number', 'UTC', 'a')
CASE
  WHEN CASE
    WHEN JSON_TYPEOF("a1") = 'object'
    THEN (
      SELECT
        COUNT(*)
      FROM JSON_OBJECT_KEYS("a1") AS _(name)
      WHERE
        name = 'a'
    ) = 1
    ELSE FALSE
  END
  AND JSON_TYPEOF("a1" -> 'a') = 'number'
  AND PG_INPUT_IS_VALID((
    "a1" -> 'a'
  ) #>> '{}', 'numeric(38,9)')
  THEN CAST((
    (
      "a1" -> 'a'
    ) #>> '{}'
  ) AS DECIMAL(38, 9))
END;
-- json_value(json, 'number', 'UTC')
CASE
  WHEN JSON_TYPEOF("a1") = 'number'
  AND PG_INPUT_IS_VALID("a1" #>> '{}', 'numeric(38,9)')
  THEN CAST((
    "a1" #>> '{}'
  ) AS DECIMAL(38, 9))
END;
-- json_value(json, 'number', 'UTC', 1)
CASE
  WHEN JSON_TYPEOF("a1" -> 1) = 'number'
  AND PG_INPUT_IS_VALID((
    "a1" -> 1
  ) #>> '{}', 'numeric(38,9)')
  THEN CAST((
    (
      "a1" -> 1
    ) #>> '{}'
  ) AS DECIMAL(38, 9))
END;
-- json_value(json, 'integer', 'UTC', 'a')
CASE
  WHEN CASE
    WHEN JSON_TYPEOF("a1") = 'object'
    THEN (
      SELECT
        COUNT(*)
      FROM JSON_OBJECT_KEYS("a1") AS _(name)
      WHERE
        name = 'a'
    ) = 1
    ELSE FALSE
  END
  AND JSON_TYPEOF("a1" -> 'a') = 'number'
  AND PG_INPUT_IS_VALID((
    "a1" -> 'a'
  ) #>> '{}', 'numeric(38,9)')
  THEN CASE
    WHEN PG_INPUT_IS_VALID(
      SUBSTRING(
        SUBSTRING(
          CAST(CAST((
            (
              "a1" -> 'a'
            ) #>> '{}'
          ) AS DECIMAL(38, 9)) AS TEXT),
          '^(-?[0-9]+)\.0+$'
        ),
        '^[+-]?[0-9]+$'
      ),
      'bigint'
    )
    THEN CAST(SUBSTRING(
      SUBSTRING(
        CAST(CAST((
          (
            "a1" -> 'a'
          ) #>> '{}'
        ) AS DECIMAL(38, 9)) AS TEXT),
        '^(-?[0-9]+)\.0+$'
      ),
      '^[+-]?[0-9]+$'
    ) AS BIGINT)
  END
END;
-- json_value(json, 'boolean', 'UTC', 'a')
CASE
  WHEN CASE
    WHEN JSON_TYPEOF("a1") = 'object'
    THEN (
      SELECT
        COUNT(*)
      FROM JSON_OBJECT_KEYS("a1") AS _(name)
      WHERE
        name = 'a'
    ) = 1
    ELSE FALSE
  END
  AND JSON_TYPEOF("a1" -> 'a') = 'boolean'
  THEN (
    (
      "a1" -> 'a'
    ) #>> '{}'
  ) = 'true'
END;
-- json_value(json, 'boolean', 'UTC')
CASE WHEN JSON_TYPEOF("a1") = 'boolean' THEN (
  "a1" #>> '{}'
) = 'true' END;
-- json_value(json, 'date', 'UTC', 'a')
CASE
  WHEN CASE
    WHEN JSON_TYPEOF("a1") = 'object'
    THEN (
      SELECT
        COUNT(*)
      FROM JSON_OBJECT_KEYS("a1") AS _(name)
      WHERE
        name = 'a'
    ) = 1
    ELSE FALSE
  END
  AND JSON_TYPEOF("a1" -> 'a') = 'string'
  THEN CASE
    WHEN PG_INPUT_IS_VALID(
      SUBSTRING(
        (
          "a1" -> 'a'
        ) #>> '{}',
        '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}$'
      ),
      'date'
    )
    THEN CAST(SUBSTRING(
      (
        "a1" -> 'a'
      ) #>> '{}',
      '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}$'
    ) AS DATE)
  END
END;
-- json_value(json, 'timestamp', 'UTC', 'a')
CASE
  WHEN CASE
    WHEN JSON_TYPEOF("a1") = 'object'
    THEN (
      SELECT
        COUNT(*)
      FROM JSON_OBJECT_KEYS("a1") AS _(name)
      WHERE
        name = 'a'
    ) = 1
    ELSE FALSE
  END
  AND JSON_TYPEOF("a1" -> 'a') = 'string'
  THEN COALESCE(
    CASE
      WHEN PG_INPUT_IS_VALID(
        SUBSTRING(
          REGEXP_REPLACE((
            "a1" -> 'a'
          ) #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
          '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])$'
        ),
        'timestamptz'
      )
      THEN CAST(SUBSTRING(
        REGEXP_REPLACE((
          "a1" -> 'a'
        ) #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
        '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])$'
      ) AS TIMESTAMPTZ)
    END,
    CASE
      WHEN PG_INPUT_IS_VALID(
        SUBSTRING(
          REGEXP_REPLACE((
            "a1" -> 'a'
          ) #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
          '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
        ),
        'timestamp'
      )
      THEN CAST(SUBSTRING(
        REGEXP_REPLACE((
          "a1" -> 'a'
        ) #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
        '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
      ) AS TIMESTAMP)
    END AT TIME ZONE 'UTC'
  )
END;
-- json_value(json, 'timestamp', 'Europe/Berlin', 'a')
CASE
  WHEN CASE
    WHEN JSON_TYPEOF("a1") = 'object'
    THEN (
      SELECT
        COUNT(*)
      FROM JSON_OBJECT_KEYS("a1") AS _(name)
      WHERE
        name = 'a'
    ) = 1
    ELSE FALSE
  END
  AND JSON_TYPEOF("a1" -> 'a') = 'string'
  THEN COALESCE(
    CASE
      WHEN PG_INPUT_IS_VALID(
        SUBSTRING(
          REGEXP_REPLACE((
            "a1" -> 'a'
          ) #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
          '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])$'
        ),
        'timestamptz'
      )
      THEN CAST(SUBSTRING(
        REGEXP_REPLACE((
          "a1" -> 'a'
        ) #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
        '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])$'
      ) AS TIMESTAMPTZ)
    END,
    CASE
      WHEN (
        CASE
          WHEN PG_INPUT_IS_VALID(
            SUBSTRING(
              REGEXP_REPLACE((
                "a1" -> 'a'
              ) #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
              '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
            ),
            'timestamp'
          )
          THEN CAST(SUBSTRING(
            REGEXP_REPLACE((
              "a1" -> 'a'
            ) #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
            '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
          ) AS TIMESTAMP)
        END AT TIME ZONE 'Europe/Berlin' - INTERVAL '120 MINUTE'
      ) AT TIME ZONE 'Europe/Berlin' = CASE
        WHEN PG_INPUT_IS_VALID(
          SUBSTRING(
            REGEXP_REPLACE((
              "a1" -> 'a'
            ) #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
            '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
          ),
          'timestamp'
        )
        THEN CAST(SUBSTRING(
          REGEXP_REPLACE((
            "a1" -> 'a'
          ) #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
          '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
        ) AS TIMESTAMP)
      END
      THEN (
        CASE
          WHEN PG_INPUT_IS_VALID(
            SUBSTRING(
              REGEXP_REPLACE((
                "a1" -> 'a'
              ) #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
              '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
            ),
            'timestamp'
          )
          THEN CAST(SUBSTRING(
            REGEXP_REPLACE((
              "a1" -> 'a'
            ) #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
            '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
          ) AS TIMESTAMP)
        END AT TIME ZONE 'Europe/Berlin' - INTERVAL '120 MINUTE'
      )
      ELSE CASE
        WHEN (
          CASE
            WHEN PG_INPUT_IS_VALID(
              SUBSTRING(
                REGEXP_REPLACE((
                  "a1" -> 'a'
                ) #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
                '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
              ),
              'timestamp'
            )
            THEN CAST(SUBSTRING(
              REGEXP_REPLACE((
                "a1" -> 'a'
              ) #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
              '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
            ) AS TIMESTAMP)
          END AT TIME ZONE 'Europe/Berlin' - INTERVAL '60 MINUTE'
        ) AT TIME ZONE 'Europe/Berlin' = CASE
          WHEN PG_INPUT_IS_VALID(
            SUBSTRING(
              REGEXP_REPLACE((
                "a1" -> 'a'
              ) #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
              '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
            ),
            'timestamp'
          )
          THEN CAST(SUBSTRING(
            REGEXP_REPLACE((
              "a1" -> 'a'
            ) #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
            '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
          ) AS TIMESTAMP)
        END
        THEN (
          CASE
            WHEN PG_INPUT_IS_VALID(
              SUBSTRING(
                REGEXP_REPLACE((
                  "a1" -> 'a'
                ) #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
                '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
              ),
              'timestamp'
            )
            THEN CAST(SUBSTRING(
              REGEXP_REPLACE((
                "a1" -> 'a'
              ) #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
              '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
            ) AS TIMESTAMP)
          END AT TIME ZONE 'Europe/Berlin' - INTERVAL '60 MINUTE'
        )
        ELSE CASE
          WHEN (
            CASE
              WHEN PG_INPUT_IS_VALID(
                SUBSTRING(
                  REGEXP_REPLACE((
                    "a1" -> 'a'
                  ) #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
                  '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
                ),
                'timestamp'
              )
              THEN CAST(SUBSTRING(
                REGEXP_REPLACE((
                  "a1" -> 'a'
                ) #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
                '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
              ) AS TIMESTAMP)
            END AT TIME ZONE 'Europe/Berlin' - INTERVAL '30 MINUTE'
          ) AT TIME ZONE 'Europe/Berlin' = CASE
            WHEN PG_INPUT_IS_VALID(
              SUBSTRING(
                REGEXP_REPLACE((
                  "a1" -> 'a'
                ) #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
                '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
              ),
              'timestamp'
            )
            THEN CAST(SUBSTRING(
              REGEXP_REPLACE((
                "a1" -> 'a'
              ) #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
              '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
            ) AS TIMESTAMP)
          END
          THEN (
            CASE
              WHEN PG_INPUT_IS_VALID(
                SUBSTRING(
                  REGEXP_REPLACE((
                    "a1" -> 'a'
                  ) #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
                  '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
                ),
                'timestamp'
              )
              THEN CAST(SUBSTRING(
                REGEXP_REPLACE((
                  "a1" -> 'a'
                ) #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
                '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
              ) AS TIMESTAMP)
            END AT TIME ZONE 'Europe/Berlin' - INTERVAL '30 MINUTE'
          )
          ELSE CASE
            WHEN PG_INPUT_IS_VALID(
              SUBSTRING(
                REGEXP_REPLACE((
                  "a1" -> 'a'
                ) #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
                '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
              ),
              'timestamp'
            )
            THEN CAST(SUBSTRING(
              REGEXP_REPLACE((
                "a1" -> 'a'
              ) #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
              '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
            ) AS TIMESTAMP)
          END AT TIME ZONE 'Europe/Berlin'
        END
      END
    END
  )
END;
-- json_array(json, 'text', 'UTC')
COALESCE(
  ARRAY_REMOVE(
    ARRAY(
      SELECT
        CASE
          WHEN JSON_TYPEOF(e) = 'string' AND STRPOS(e #>> '{}', '﷐') = 0
          THEN (
            e #>> '{}'
          ) COLLATE "C"
        END
      FROM JSON_ARRAY_ELEMENTS(CASE WHEN JSON_TYPEOF("a1") = 'array' THEN "a1" END) AS _(e)
    ),
    NULL
  ),
  '{}'
);
-- json_array(json, 'text', 'UTC', 'a')
COALESCE(
  ARRAY_REMOVE(
    ARRAY(
      SELECT
        CASE
          WHEN JSON_TYPEOF(e) = 'string' AND STRPOS(e #>> '{}', '﷐') = 0
          THEN (
            e #>> '{}'
          ) COLLATE "C"
        END
      FROM JSON_ARRAY_ELEMENTS(
        CASE
          WHEN CASE
            WHEN JSON_TYPEOF("a1") = 'object'
            THEN (
              SELECT
                COUNT(*)
              FROM JSON_OBJECT_KEYS("a1") AS _(name)
              WHERE
                name = 'a'
            ) = 1
            ELSE FALSE
          END
          AND JSON_TYPEOF("a1" -> 'a') = 'array'
          THEN "a1" -> 'a'
        END
      ) AS _(e)
    ),
    NULL
  ),
  '{}'
);
-- json_array(json, 'text', 'UTC', 1)
COALESCE(
  ARRAY_REMOVE(
    ARRAY(
      SELECT
        CASE
          WHEN JSON_TYPEOF(e) = 'string' AND STRPOS(e #>> '{}', '﷐') = 0
          THEN (
            e #>> '{}'
          ) COLLATE "C"
        END
      FROM JSON_ARRAY_ELEMENTS(CASE WHEN JSON_TYPEOF("a1" -> 1) = 'array' THEN "a1" -> 1 END) AS _(e)
    ),
    NULL
  ),
  '{}'
);
-- json_array(json, 'text', 'UTC', 'a', 0, "it's")
COALESCE(
  ARRAY_REMOVE(
    ARRAY(
      SELECT
        CASE
          WHEN JSON_TYPEOF(e) = 'string' AND STRPOS(e #>> '{}', '﷐') = 0
          THEN (
            e #>> '{}'
          ) COLLATE "C"
        END
      FROM JSON_ARRAY_ELEMENTS(
        CASE
          WHEN CASE
            WHEN JSON_TYPEOF("a1") = 'object'
            THEN (
              SELECT
                COUNT(*)
              FROM JSON_OBJECT_KEYS("a1") AS _(name)
              WHERE
                name = 'a'
            ) = 1
            ELSE FALSE
          END
          AND CASE
            WHEN JSON_TYPEOF("a1" -> 'a' -> 0) = 'object'
            THEN (
              SELECT
                COUNT(*)
              FROM JSON_OBJECT_KEYS("a1" -> 'a' -> 0) AS _(name)
              WHERE
                name = 'it''s'
            ) = 1
            ELSE FALSE
          END
          AND JSON_TYPEOF("a1" -> 'a' -> 0 -> 'it''s') = 'array'
          THEN "a1" -> 'a' -> 0 -> 'it''s'
        END
      ) AS _(e)
    ),
    NULL
  ),
  '{}'
);
-- json_array(json, 'number', 'UTC')
COALESCE(
  ARRAY_REMOVE(
    ARRAY(
      SELECT
        CASE
          WHEN JSON_TYPEOF(e) = 'number' AND PG_INPUT_IS_VALID(e #>> '{}', 'numeric(38,9)')
          THEN CAST((
            e #>> '{}'
          ) AS DECIMAL(38, 9))
        END
      FROM JSON_ARRAY_ELEMENTS(CASE WHEN JSON_TYPEOF("a1") = 'array' THEN "a1" END) AS _(e)
    ),
    NULL
  ),
  '{}'
);
-- json_array(json, 'number', 'UTC', 'a')
COALESCE(
  ARRAY_REMOVE(
    ARRAY(
      SELECT
        CASE
          WHEN JSON_TYPEOF(e) = 'number' AND PG_INPUT_IS_VALID(e #>> '{}', 'numeric(38,9)')
          THEN CAST((
            e #>> '{}'
          ) AS DECIMAL(38, 9))
        END
      FROM JSON_ARRAY_ELEMENTS(
        CASE
          WHEN CASE
            WHEN JSON_TYPEOF("a1") = 'object'
            THEN (
              SELECT
                COUNT(*)
              FROM JSON_OBJECT_KEYS("a1") AS _(name)
              WHERE
                name = 'a'
            ) = 1
            ELSE FALSE
          END
          AND JSON_TYPEOF("a1" -> 'a') = 'array'
          THEN "a1" -> 'a'
        END
      ) AS _(e)
    ),
    NULL
  ),
  '{}'
);
-- json_array(json, 'integer', 'UTC')
COALESCE(
  ARRAY_REMOVE(
    ARRAY(
      SELECT
        CASE
          WHEN JSON_TYPEOF(e) = 'number' AND PG_INPUT_IS_VALID(e #>> '{}', 'numeric(38,9)')
          THEN CASE
            WHEN PG_INPUT_IS_VALID(
              SUBSTRING(
                SUBSTRING(CAST(CAST((
                  e #>> '{}'
                ) AS DECIMAL(38, 9)) AS TEXT), '^(-?[0-9]+)\.0+$'),
                '^[+-]?[0-9]+$'
              ),
              'bigint'
            )
            THEN CAST(SUBSTRING(
              SUBSTRING(CAST(CAST((
                e #>> '{}'
              ) AS DECIMAL(38, 9)) AS TEXT), '^(-?[0-9]+)\.0+$'),
              '^[+-]?[0-9]+$'
            ) AS BIGINT)
          END
        END
      FROM JSON_ARRAY_ELEMENTS(CASE WHEN JSON_TYPEOF("a1") = 'array' THEN "a1" END) AS _(e)
    ),
    NULL
  ),
  '{}'
);
-- json_array(json, 'boolean', 'UTC')
COALESCE(
  ARRAY_REMOVE(
    ARRAY(
      SELECT
        CASE WHEN JSON_TYPEOF(e) = 'boolean' THEN (
          e #>> '{}'
        ) = 'true' END
      FROM JSON_ARRAY_ELEMENTS(CASE WHEN JSON_TYPEOF("a1") = 'array' THEN "a1" END) AS _(e)
    ),
    NULL
  ),
  '{}'
);
-- json_array(json, 'date', 'UTC')
COALESCE(
  ARRAY_REMOVE(
    ARRAY(
      SELECT
        CASE
          WHEN JSON_TYPEOF(e) = 'string'
          THEN CASE
            WHEN PG_INPUT_IS_VALID(
              SUBSTRING(
                e #>> '{}',
                '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}$'
              ),
              'date'
            )
            THEN CAST(SUBSTRING(
              e #>> '{}',
              '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}$'
            ) AS DATE)
          END
        END
      FROM JSON_ARRAY_ELEMENTS(CASE WHEN JSON_TYPEOF("a1") = 'array' THEN "a1" END) AS _(e)
    ),
    NULL
  ),
  '{}'
);
-- json_array(json, 'timestamp', 'UTC')
COALESCE(
  ARRAY_REMOVE(
    ARRAY(
      SELECT
        CASE
          WHEN JSON_TYPEOF(e) = 'string'
          THEN COALESCE(
            CASE
              WHEN PG_INPUT_IS_VALID(
                SUBSTRING(
                  REGEXP_REPLACE(e #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
                  '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])$'
                ),
                'timestamptz'
              )
              THEN CAST(SUBSTRING(
                REGEXP_REPLACE(e #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
                '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])$'
              ) AS TIMESTAMPTZ)
            END,
            CASE
              WHEN PG_INPUT_IS_VALID(
                SUBSTRING(
                  REGEXP_REPLACE(e #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
                  '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
                ),
                'timestamp'
              )
              THEN CAST(SUBSTRING(
                REGEXP_REPLACE(e #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
                '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
              ) AS TIMESTAMP)
            END AT TIME ZONE 'UTC'
          )
        END
      FROM JSON_ARRAY_ELEMENTS(CASE WHEN JSON_TYPEOF("a1") = 'array' THEN "a1" END) AS _(e)
    ),
    NULL
  ),
  '{}'
);
-- json_array(json, 'timestamp', 'Europe/Berlin')
COALESCE(
  ARRAY_REMOVE(
    ARRAY(
      SELECT
        CASE
          WHEN JSON_TYPEOF(e) = 'string'
          THEN COALESCE(
            CASE
              WHEN PG_INPUT_IS_VALID(
                SUBSTRING(
                  REGEXP_REPLACE(e #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
                  '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])$'
                ),
                'timestamptz'
              )
              THEN CAST(SUBSTRING(
                REGEXP_REPLACE(e #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
                '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])$'
              ) AS TIMESTAMPTZ)
            END,
            CASE
              WHEN (
                CASE
                  WHEN PG_INPUT_IS_VALID(
                    SUBSTRING(
                      REGEXP_REPLACE(e #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
                      '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
                    ),
                    'timestamp'
                  )
                  THEN CAST(SUBSTRING(
                    REGEXP_REPLACE(e #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
                    '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
                  ) AS TIMESTAMP)
                END AT TIME ZONE 'Europe/Berlin' - INTERVAL '120 MINUTE'
              ) AT TIME ZONE 'Europe/Berlin' = CASE
                WHEN PG_INPUT_IS_VALID(
                  SUBSTRING(
                    REGEXP_REPLACE(e #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
                    '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
                  ),
                  'timestamp'
                )
                THEN CAST(SUBSTRING(
                  REGEXP_REPLACE(e #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
                  '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
                ) AS TIMESTAMP)
              END
              THEN (
                CASE
                  WHEN PG_INPUT_IS_VALID(
                    SUBSTRING(
                      REGEXP_REPLACE(e #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
                      '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
                    ),
                    'timestamp'
                  )
                  THEN CAST(SUBSTRING(
                    REGEXP_REPLACE(e #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
                    '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
                  ) AS TIMESTAMP)
                END AT TIME ZONE 'Europe/Berlin' - INTERVAL '120 MINUTE'
              )
              ELSE CASE
                WHEN (
                  CASE
                    WHEN PG_INPUT_IS_VALID(
                      SUBSTRING(
                        REGEXP_REPLACE(e #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
                        '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
                      ),
                      'timestamp'
                    )
                    THEN CAST(SUBSTRING(
                      REGEXP_REPLACE(e #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
                      '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
                    ) AS TIMESTAMP)
                  END AT TIME ZONE 'Europe/Berlin' - INTERVAL '60 MINUTE'
                ) AT TIME ZONE 'Europe/Berlin' = CASE
                  WHEN PG_INPUT_IS_VALID(
                    SUBSTRING(
                      REGEXP_REPLACE(e #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
                      '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
                    ),
                    'timestamp'
                  )
                  THEN CAST(SUBSTRING(
                    REGEXP_REPLACE(e #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
                    '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
                  ) AS TIMESTAMP)
                END
                THEN (
                  CASE
                    WHEN PG_INPUT_IS_VALID(
                      SUBSTRING(
                        REGEXP_REPLACE(e #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
                        '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
                      ),
                      'timestamp'
                    )
                    THEN CAST(SUBSTRING(
                      REGEXP_REPLACE(e #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
                      '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
                    ) AS TIMESTAMP)
                  END AT TIME ZONE 'Europe/Berlin' - INTERVAL '60 MINUTE'
                )
                ELSE CASE
                  WHEN (
                    CASE
                      WHEN PG_INPUT_IS_VALID(
                        SUBSTRING(
                          REGEXP_REPLACE(e #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
                          '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
                        ),
                        'timestamp'
                      )
                      THEN CAST(SUBSTRING(
                        REGEXP_REPLACE(e #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
                        '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
                      ) AS TIMESTAMP)
                    END AT TIME ZONE 'Europe/Berlin' - INTERVAL '30 MINUTE'
                  ) AT TIME ZONE 'Europe/Berlin' = CASE
                    WHEN PG_INPUT_IS_VALID(
                      SUBSTRING(
                        REGEXP_REPLACE(e #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
                        '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
                      ),
                      'timestamp'
                    )
                    THEN CAST(SUBSTRING(
                      REGEXP_REPLACE(e #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
                      '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
                    ) AS TIMESTAMP)
                  END
                  THEN (
                    CASE
                      WHEN PG_INPUT_IS_VALID(
                        SUBSTRING(
                          REGEXP_REPLACE(e #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
                          '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
                        ),
                        'timestamp'
                      )
                      THEN CAST(SUBSTRING(
                        REGEXP_REPLACE(e #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
                        '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
                      ) AS TIMESTAMP)
                    END AT TIME ZONE 'Europe/Berlin' - INTERVAL '30 MINUTE'
                  )
                  ELSE CASE
                    WHEN PG_INPUT_IS_VALID(
                      SUBSTRING(
                        REGEXP_REPLACE(e #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
                        '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
                      ),
                      'timestamp'
                    )
                    THEN CAST(SUBSTRING(
                      REGEXP_REPLACE(e #>> '{}', '^([^.]*\.[0-9]{6})[0-9]{1,3}([^0-9].*)?$', '\1\2'),
                      '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?$'
                    ) AS TIMESTAMP)
                  END AT TIME ZONE 'Europe/Berlin'
                END
              END
            END
          )
        END
      FROM JSON_ARRAY_ELEMENTS(CASE WHEN JSON_TYPEOF("a1") = 'array' THEN "a1" END) AS _(e)
    ),
    NULL
  ),
  '{}'
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
  CAST(SUM("a1") AS DOUBLE PRECISION) / NULLIF(COUNT("a1"), 0) AS "r1"
FROM "held";
-- avg(integer, boolean, where=b)
SELECT
  CAST(SUM(CASE WHEN "b1" THEN "a1" END) AS DOUBLE PRECISION) / NULLIF(COUNT(CASE WHEN "b1" THEN "a1" END), 0) AS "r1"
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
CAST("a1" AS TIMESTAMP);
-- to_instant(timestamp, 'UTC')
"a1" AT TIME ZONE 'UTC';
-- to_instant(timestamp, 'Europe/Berlin')
CASE
  WHEN (
    "a1" AT TIME ZONE 'Europe/Berlin' - INTERVAL '120 MINUTE'
  ) AT TIME ZONE 'Europe/Berlin' = "a1"
  THEN (
    "a1" AT TIME ZONE 'Europe/Berlin' - INTERVAL '120 MINUTE'
  )
  ELSE CASE
    WHEN (
      "a1" AT TIME ZONE 'Europe/Berlin' - INTERVAL '60 MINUTE'
    ) AT TIME ZONE 'Europe/Berlin' = "a1"
    THEN (
      "a1" AT TIME ZONE 'Europe/Berlin' - INTERVAL '60 MINUTE'
    )
    ELSE CASE
      WHEN (
        "a1" AT TIME ZONE 'Europe/Berlin' - INTERVAL '30 MINUTE'
      ) AT TIME ZONE 'Europe/Berlin' = "a1"
      THEN (
        "a1" AT TIME ZONE 'Europe/Berlin' - INTERVAL '30 MINUTE'
      )
      ELSE "a1" AT TIME ZONE 'Europe/Berlin'
    END
  END
END;
-- to_instant(timestamp, 'America/New_York')
CASE
  WHEN (
    "a1" AT TIME ZONE 'America/New_York' - INTERVAL '120 MINUTE'
  ) AT TIME ZONE 'America/New_York' = "a1"
  THEN (
    "a1" AT TIME ZONE 'America/New_York' - INTERVAL '120 MINUTE'
  )
  ELSE CASE
    WHEN (
      "a1" AT TIME ZONE 'America/New_York' - INTERVAL '60 MINUTE'
    ) AT TIME ZONE 'America/New_York' = "a1"
    THEN (
      "a1" AT TIME ZONE 'America/New_York' - INTERVAL '60 MINUTE'
    )
    ELSE CASE
      WHEN (
        "a1" AT TIME ZONE 'America/New_York' - INTERVAL '30 MINUTE'
      ) AT TIME ZONE 'America/New_York' = "a1"
      THEN (
        "a1" AT TIME ZONE 'America/New_York' - INTERVAL '30 MINUTE'
      )
      ELSE "a1" AT TIME ZONE 'America/New_York'
    END
  END
END;
-- to_instant(timestamp, 'Australia/Lord_Howe')
CASE
  WHEN (
    "a1" AT TIME ZONE 'Australia/Lord_Howe' - INTERVAL '120 MINUTE'
  ) AT TIME ZONE 'Australia/Lord_Howe' = "a1"
  THEN (
    "a1" AT TIME ZONE 'Australia/Lord_Howe' - INTERVAL '120 MINUTE'
  )
  ELSE CASE
    WHEN (
      "a1" AT TIME ZONE 'Australia/Lord_Howe' - INTERVAL '60 MINUTE'
    ) AT TIME ZONE 'Australia/Lord_Howe' = "a1"
    THEN (
      "a1" AT TIME ZONE 'Australia/Lord_Howe' - INTERVAL '60 MINUTE'
    )
    ELSE CASE
      WHEN (
        "a1" AT TIME ZONE 'Australia/Lord_Howe' - INTERVAL '30 MINUTE'
      ) AT TIME ZONE 'Australia/Lord_Howe' = "a1"
      THEN (
        "a1" AT TIME ZONE 'Australia/Lord_Howe' - INTERVAL '30 MINUTE'
      )
      ELSE "a1" AT TIME ZONE 'Australia/Lord_Howe'
    END
  END
END;
-- to_instant(timestamp, 'America/Sao_Paulo')
CASE
  WHEN (
    "a1" AT TIME ZONE 'America/Sao_Paulo' - INTERVAL '120 MINUTE'
  ) AT TIME ZONE 'America/Sao_Paulo' = "a1"
  THEN (
    "a1" AT TIME ZONE 'America/Sao_Paulo' - INTERVAL '120 MINUTE'
  )
  ELSE CASE
    WHEN (
      "a1" AT TIME ZONE 'America/Sao_Paulo' - INTERVAL '60 MINUTE'
    ) AT TIME ZONE 'America/Sao_Paulo' = "a1"
    THEN (
      "a1" AT TIME ZONE 'America/Sao_Paulo' - INTERVAL '60 MINUTE'
    )
    ELSE CASE
      WHEN (
        "a1" AT TIME ZONE 'America/Sao_Paulo' - INTERVAL '30 MINUTE'
      ) AT TIME ZONE 'America/Sao_Paulo' = "a1"
      THEN (
        "a1" AT TIME ZONE 'America/Sao_Paulo' - INTERVAL '30 MINUTE'
      )
      ELSE "a1" AT TIME ZONE 'America/Sao_Paulo'
    END
  END
END;
-- to_instant(timestamp, 'Antarctica/Troll')
CASE
  WHEN (
    "a1" AT TIME ZONE 'Antarctica/Troll' - INTERVAL '120 MINUTE'
  ) AT TIME ZONE 'Antarctica/Troll' = "a1"
  THEN (
    "a1" AT TIME ZONE 'Antarctica/Troll' - INTERVAL '120 MINUTE'
  )
  ELSE CASE
    WHEN (
      "a1" AT TIME ZONE 'Antarctica/Troll' - INTERVAL '60 MINUTE'
    ) AT TIME ZONE 'Antarctica/Troll' = "a1"
    THEN (
      "a1" AT TIME ZONE 'Antarctica/Troll' - INTERVAL '60 MINUTE'
    )
    ELSE CASE
      WHEN (
        "a1" AT TIME ZONE 'Antarctica/Troll' - INTERVAL '30 MINUTE'
      ) AT TIME ZONE 'Antarctica/Troll' = "a1"
      THEN (
        "a1" AT TIME ZONE 'Antarctica/Troll' - INTERVAL '30 MINUTE'
      )
      ELSE "a1" AT TIME ZONE 'Antarctica/Troll'
    END
  END
END;
-- to_instant(timestamp, 'Pacific/Apia')
CASE
  WHEN (
    "a1" AT TIME ZONE 'Pacific/Apia' - INTERVAL '120 MINUTE'
  ) AT TIME ZONE 'Pacific/Apia' = "a1"
  THEN (
    "a1" AT TIME ZONE 'Pacific/Apia' - INTERVAL '120 MINUTE'
  )
  ELSE CASE
    WHEN (
      "a1" AT TIME ZONE 'Pacific/Apia' - INTERVAL '60 MINUTE'
    ) AT TIME ZONE 'Pacific/Apia' = "a1"
    THEN (
      "a1" AT TIME ZONE 'Pacific/Apia' - INTERVAL '60 MINUTE'
    )
    ELSE CASE
      WHEN (
        "a1" AT TIME ZONE 'Pacific/Apia' - INTERVAL '30 MINUTE'
      ) AT TIME ZONE 'Pacific/Apia' = "a1"
      THEN (
        "a1" AT TIME ZONE 'Pacific/Apia' - INTERVAL '30 MINUTE'
      )
      ELSE "a1" AT TIME ZONE 'Pacific/Apia'
    END
  END
END;
-- to_instant(timestamp, 'Asia/Kolkata')
CASE
  WHEN (
    "a1" AT TIME ZONE 'Asia/Kolkata' - INTERVAL '120 MINUTE'
  ) AT TIME ZONE 'Asia/Kolkata' = "a1"
  THEN (
    "a1" AT TIME ZONE 'Asia/Kolkata' - INTERVAL '120 MINUTE'
  )
  ELSE CASE
    WHEN (
      "a1" AT TIME ZONE 'Asia/Kolkata' - INTERVAL '60 MINUTE'
    ) AT TIME ZONE 'Asia/Kolkata' = "a1"
    THEN (
      "a1" AT TIME ZONE 'Asia/Kolkata' - INTERVAL '60 MINUTE'
    )
    ELSE CASE
      WHEN (
        "a1" AT TIME ZONE 'Asia/Kolkata' - INTERVAL '30 MINUTE'
      ) AT TIME ZONE 'Asia/Kolkata' = "a1"
      THEN (
        "a1" AT TIME ZONE 'Asia/Kolkata' - INTERVAL '30 MINUTE'
      )
      ELSE "a1" AT TIME ZONE 'Asia/Kolkata'
    END
  END
END;
-- to_wall(timestamptz, 'UTC')
"a1" AT TIME ZONE 'UTC';
-- to_wall(timestamptz, 'Europe/Berlin')
"a1" AT TIME ZONE 'Europe/Berlin';
-- to_wall(timestamptz, 'America/New_York')
"a1" AT TIME ZONE 'America/New_York';
-- to_wall(timestamptz, 'Australia/Lord_Howe')
"a1" AT TIME ZONE 'Australia/Lord_Howe';
-- to_wall(timestamptz, 'America/Sao_Paulo')
"a1" AT TIME ZONE 'America/Sao_Paulo';
-- to_wall(timestamptz, 'Pacific/Apia')
"a1" AT TIME ZONE 'Pacific/Apia';
-- to_wall(timestamptz, 'Asia/Kolkata')
"a1" AT TIME ZONE 'Asia/Kolkata';
-- shift(timestamp, 1, 'month')
(
  "a1" + INTERVAL '1 MONTH'
);
-- shift(timestamp, 2, 'month')
(
  "a1" + INTERVAL '2 MONTH'
);
-- shift(timestamp, -1, 'month')
(
  "a1" - INTERVAL '1 MONTH'
);
-- shift(timestamp, -6, 'month')
(
  "a1" - INTERVAL '6 MONTH'
);
-- shift(timestamp, 12, 'month')
(
  "a1" + INTERVAL '12 MONTH'
);
-- shift(timestamp, 0, 'month')
(
  "a1" + INTERVAL '0 MONTH'
);
-- shift(timestamp, 1, 'quarter')
(
  "a1" + INTERVAL '3 MONTH'
);
-- shift(timestamp, -1, 'quarter')
(
  "a1" - INTERVAL '3 MONTH'
);
-- shift(timestamp, 1, 'year')
(
  "a1" + INTERVAL '1 YEAR'
);
-- shift(timestamp, 4, 'year')
(
  "a1" + INTERVAL '4 YEAR'
);
-- shift(timestamp, -1, 'year')
(
  "a1" - INTERVAL '1 YEAR'
);
-- shift(timestamp, -9998, 'year')
(
  "a1" - INTERVAL '9998 YEAR'
);
-- shift(timestamp, 9998, 'year')
(
  "a1" + INTERVAL '9998 YEAR'
);
-- shift(timestamp, 1, 'day')
(
  "a1" + INTERVAL '1 DAY'
);
-- shift(timestamp, -1, 'day')
(
  "a1" - INTERVAL '1 DAY'
);
-- shift(timestamp, 0, 'day')
(
  "a1" + INTERVAL '0 DAY'
);
-- shift(timestamp, 100000, 'day')
(
  "a1" + INTERVAL '100000 DAY'
);
-- shift(timestamp, 1, 'week')
(
  "a1" + INTERVAL '1 WEEK'
);
-- shift(timestamp, -1, 'week')
(
  "a1" - INTERVAL '1 WEEK'
);
-- shift(timestamp, 1, 'hour')
(
  "a1" + INTERVAL '1 HOUR'
);
-- shift(timestamp, -1, 'hour')
(
  "a1" - INTERVAL '1 HOUR'
);
-- shift(timestamp, 100000, 'hour')
(
  "a1" + INTERVAL '100000 HOUR'
);
-- shift(timestamp, -1, 'minute')
(
  "a1" - INTERVAL '1 MINUTE'
);
-- shift(timestamp, 1, 'minute')
(
  "a1" + INTERVAL '1 MINUTE'
);
-- year(date)
CAST(EXTRACT(YEAR FROM "a1") AS BIGINT);
-- quarter(date)
CAST(EXTRACT(QUARTER FROM "a1") AS BIGINT);
-- month(date)
CAST(EXTRACT(MONTH FROM "a1") AS BIGINT);
-- day(date)
CAST(EXTRACT(DAY FROM "a1") AS BIGINT);
-- weekday(date)
CAST(EXTRACT(ISODOW FROM "a1") AS BIGINT);
-- week(date)
CAST(EXTRACT(WEEK FROM "a1") AS BIGINT);
-- last_day(date)
CAST(DATE_TRUNC('month', CAST("a1" AS TIMESTAMP)) + INTERVAL '1 MONTH' - INTERVAL '1 DAY' AS DATE);
-- hour(timestamp)
CAST(EXTRACT(HOUR FROM "a1") AS BIGINT);
-- minute(timestamp)
CAST(EXTRACT(MINUTE FROM "a1") AS BIGINT);
-- months_between(date, date)
CASE
  WHEN (
    "b1" >= "a1"
  ) IS NOT NULL
  THEN CASE
    WHEN "b1" >= "a1"
    THEN (
      CAST(EXTRACT(YEAR FROM "b1") AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM "b1") AS BIGINT)
    ) - (
      CAST(EXTRACT(YEAR FROM "a1") AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM "a1") AS BIGINT)
    ) - CASE
      WHEN LEAST(
        CAST(EXTRACT(DAY FROM "a1") AS BIGINT),
        CAST(EXTRACT(DAY FROM CAST(DATE_TRUNC('month', CAST("b1" AS TIMESTAMP)) + INTERVAL '1 MONTH' - INTERVAL '1 DAY' AS DATE)) AS BIGINT)
      ) > CAST(EXTRACT(DAY FROM "b1") AS BIGINT)
      THEN 1
      ELSE 0
    END
    ELSE -(
      (
        CAST(EXTRACT(YEAR FROM "a1") AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM "a1") AS BIGINT)
      ) - (
        CAST(EXTRACT(YEAR FROM "b1") AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM "b1") AS BIGINT)
      ) - CASE
        WHEN LEAST(
          CAST(EXTRACT(DAY FROM "b1") AS BIGINT),
          CAST(EXTRACT(DAY FROM CAST(DATE_TRUNC('month', CAST("a1" AS TIMESTAMP)) + INTERVAL '1 MONTH' - INTERVAL '1 DAY' AS DATE)) AS BIGINT)
        ) > CAST(EXTRACT(DAY FROM "a1") AS BIGINT)
        THEN 1
        ELSE 0
      END
    )
  END
END;
-- years_between(date, date)
(
  CASE
    WHEN (
      "b1" >= "a1"
    ) IS NOT NULL
    THEN CASE
      WHEN "b1" >= "a1"
      THEN (
        CAST(EXTRACT(YEAR FROM "b1") AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM "b1") AS BIGINT)
      ) - (
        CAST(EXTRACT(YEAR FROM "a1") AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM "a1") AS BIGINT)
      ) - CASE
        WHEN LEAST(
          CAST(EXTRACT(DAY FROM "a1") AS BIGINT),
          CAST(EXTRACT(DAY FROM CAST(DATE_TRUNC('month', CAST("b1" AS TIMESTAMP)) + INTERVAL '1 MONTH' - INTERVAL '1 DAY' AS DATE)) AS BIGINT)
        ) > CAST(EXTRACT(DAY FROM "b1") AS BIGINT)
        THEN 1
        ELSE 0
      END
      ELSE -(
        (
          CAST(EXTRACT(YEAR FROM "a1") AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM "a1") AS BIGINT)
        ) - (
          CAST(EXTRACT(YEAR FROM "b1") AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM "b1") AS BIGINT)
        ) - CASE
          WHEN LEAST(
            CAST(EXTRACT(DAY FROM "b1") AS BIGINT),
            CAST(EXTRACT(DAY FROM CAST(DATE_TRUNC('month', CAST("a1" AS TIMESTAMP)) + INTERVAL '1 MONTH' - INTERVAL '1 DAY' AS DATE)) AS BIGINT)
          ) > CAST(EXTRACT(DAY FROM "a1") AS BIGINT)
          THEN 1
          ELSE 0
        END
      )
    END
  END
) / 12;
-- days_between(date, date)
(
  "b1" - "a1"
);
-- elapsed(timestamp, timestamp, 'minute')
CAST(TRUNC(EXTRACT(EPOCH FROM (
  "b1" - "a1"
)) / 60) AS BIGINT);
-- elapsed(timestamp, timestamp, 'hour')
CAST(TRUNC(EXTRACT(EPOCH FROM (
  "b1" - "a1"
)) / 3600) AS BIGINT);
-- elapsed(timestamp, timestamp, 'day')
CAST(TRUNC(EXTRACT(EPOCH FROM (
  "b1" - "a1"
)) / 86400) AS BIGINT);
-- from_microseconds(decimal(38,0))
-- from_microseconds(bigint)
CASE
  WHEN "a1" BETWEEN (
    -62135596800000000
  ) AND 253402300799999999
  THEN (
    CAST('1970-01-01 00:00:00' AS TIMESTAMP) + (
      CAST("a1" AS BIGINT) / 86400000000 * INTERVAL '1 DAY'
    ) + (
      CAST("a1" AS BIGINT) % 86400000000 * INTERVAL '1 MICROSECOND'
    )
  ) AT TIME ZONE 'UTC'
END;
-- microseconds(timestamptz)
-- microseconds(timestamp)
CAST(EXTRACT(EPOCH FROM "a1") * 1000000 AS BIGINT);
-- format_date(date, '%Y-%m-%d')
TO_CHAR("a1", 'YYYY"-"MM"-"DD');
-- format_date(date, '%d.%m.%Y')
TO_CHAR("a1", 'DD"."MM"."YYYY');
-- format_date(date, '%m/%d')
TO_CHAR("a1", 'MM"/"DD');
-- format_date(date, '%Y')
TO_CHAR("a1", 'YYYY');
-- format_date(date, '%Y%m')
TO_CHAR("a1", 'YYYYMM');
-- format_date(date, '%Y%Y')
TO_CHAR("a1", 'YYYYYYYY');
-- format_date(date, "it's %d")
TO_CHAR("a1", '"i""t""''""s"" "DD');
-- format_date(date, 'Q"%m"')
TO_CHAR("a1", '"Q""\""MM"\""');
-- format_date(date, '%d\\%m\\\\')
TO_CHAR("a1", 'DD"\\"MM"\\""\\"');
-- format_date(date, 'YYYY MM DD %Y yyyy HH24')
TO_CHAR("a1", '"Y""Y""Y""Y"" ""M""M"" ""D""D"" "YYYY" ""y""y""y""y"" ""H""H""2""4"');
-- format_date(date, '_%Y_')
TO_CHAR("a1", '"_"YYYY"_"');
-- format_date(date, '\U0001f6b2%Y\u5e74 e\u0301\ufffd')
TO_CHAR("a1", '"🚲"YYYY"年"" ""e""́""�"');
-- date_trunc('week', date)
CAST(DATE_TRUNC('week', CAST("a1" AS TIMESTAMP)) AS DATE);
-- date_trunc('month', date)
CAST(DATE_TRUNC('month', CAST("a1" AS TIMESTAMP)) AS DATE);
-- date_trunc('quarter', date)
CAST(DATE_TRUNC('quarter', CAST("a1" AS TIMESTAMP)) AS DATE);
-- date_trunc('year', date)
CAST(DATE_TRUNC('year', CAST("a1" AS TIMESTAMP)) AS DATE);
-- iso_text(timestamp)
TO_CHAR("a1", 'YYYY-MM-DD"T"HH24:MI:SS.US');
-- add(integer, integer)
CAST("a1" AS BIGINT) + "b1";
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
CAST("a1" AS BIGINT) - "b1";
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
CAST(CAST("a1" AS DECIMAL(38, 9)) * "b1" AS DECIMAL(38, 9));
-- mul(double, double)
-- mul(decimal(12,2), double)
"a1" * "b1";
-- div(integer, integer)
-- div(bigint, bigint)
-- div(decimal(12,2), decimal(12,2))
-- div(decimal(38,0), decimal(38,0))
-- div(double, double)
-- div(integer, double)
CAST("a1" AS DOUBLE PRECISION) / NULLIF(CAST("b1" AS DOUBLE PRECISION), 0);
-- mod(integer, integer)
CAST("a1" AS BIGINT) % NULLIF("b1", 0);
-- mod(bigint, bigint)
CAST("a1" AS DECIMAL(38, 0)) % NULLIF("b1", 0);
-- mod(decimal(38,0), integer)
"a1" % NULLIF("b1", 0);
-- mod(decimal(12,2), decimal(12,3))
CAST("a1" AS DECIMAL(38, 3)) % NULLIF(CAST("b1" AS DECIMAL(38, 3)), 0);
-- neg(double)
-"a1";
-- abs(integer)
ABS(CAST("a1" AS BIGINT));
-- abs(bigint)
CAST(ABS("a1") AS BIGINT);
-- abs(decimal(38,0))
-- abs(decimal(12,2))
-- abs(double)
ABS("a1");
-- round(decimal(12,3))
CAST(ROUND(CAST(CAST("a1" AS TEXT) AS DECIMAL)) AS BIGINT);
-- round(decimal(38,9))
CAST(ROUND(CAST(CAST("a1" AS TEXT) AS DECIMAL)) AS DECIMAL(38, 0));
-- round(double)
CAST(CAST(ROUND(CAST(CAST("a1" AS TEXT) AS DECIMAL)) AS TEXT) AS DECIMAL(38, 0));
-- floor(decimal(12,3))
CAST(FLOOR("a1") AS BIGINT);
-- floor(decimal(38,9))
CAST(FLOOR("a1") AS DECIMAL(38, 0));
-- floor(double)
CAST(CAST(FLOOR("a1") AS TEXT) AS DECIMAL(38, 0));
-- ceil(decimal(12,3))
CAST(CEIL("a1") AS BIGINT);
-- ceil(decimal(38,9))
CAST(CEIL("a1") AS DECIMAL(38, 0));
-- ceil(double)
CAST(CAST(CEIL("a1") AS TEXT) AS DECIMAL(38, 0));
-- trunc(double)
TRUNC("a1");
-- round_double(double, 2)
CASE
  WHEN ABS("a1") < 4503599627370496
  THEN CAST(ROUND(CAST(CAST("a1" * CAST(100 AS DOUBLE PRECISION) AS TEXT) AS DECIMAL)) AS DOUBLE PRECISION) / CAST(100 AS DOUBLE PRECISION)
  ELSE "a1"
END;
-- round_double(double, 0)
CASE
  WHEN ABS("a1") < 4503599627370496
  THEN CAST(ROUND(CAST(CAST("a1" * CAST(1 AS DOUBLE PRECISION) AS TEXT) AS DECIMAL)) AS DOUBLE PRECISION) / CAST(1 AS DOUBLE PRECISION)
  ELSE "a1"
END;
-- round_double(double, 1)
CASE
  WHEN ABS("a1") < 4503599627370496
  THEN CAST(ROUND(CAST(CAST("a1" * CAST(10 AS DOUBLE PRECISION) AS TEXT) AS DECIMAL)) AS DOUBLE PRECISION) / CAST(10 AS DOUBLE PRECISION)
  ELSE "a1"
END;
-- round_double(double, 5)
CASE
  WHEN ABS("a1") < 4503599627370496
  THEN CAST(ROUND(CAST(CAST("a1" * CAST(100000 AS DOUBLE PRECISION) AS TEXT) AS DECIMAL)) AS DOUBLE PRECISION) / CAST(100000 AS DOUBLE PRECISION)
  ELSE "a1"
END;
-- round_double(double, 38)
CASE
  WHEN ABS("a1") < 4503599627370496
  THEN CAST(ROUND(
    CAST(CAST("a1" * CAST(100000000000000000000000000000000000000 AS DOUBLE PRECISION) AS TEXT) AS DECIMAL)
  ) AS DOUBLE PRECISION) / CAST(100000000000000000000000000000000000000 AS DOUBLE PRECISION)
  ELSE "a1"
END;
-- sign(integer)
-- sign(bigint)
-- sign(decimal(12,2))
-- sign(decimal(38,0))
-- sign(double)
CAST(SIGN("a1") AS BIGINT);
-- sqrt(double)
-- sqrt(decimal(12,2))
-- sqrt(bigint)
-- sqrt(decimal(38,0))
SQRT(
  NULLIF(
    GREATEST(CAST("a1" AS DOUBLE PRECISION), CAST('-5e-324' AS DOUBLE PRECISION)),
    CAST('-5e-324' AS DOUBLE PRECISION)
  )
);
-- power(double, double)
-- power(integer, integer)
-- power(decimal(12,2), integer)
-- power(decimal(38,0), integer)
CASE
  WHEN CAST("a1" AS DOUBLE PRECISION) = 0 AND CAST("b1" AS DOUBLE PRECISION) < 0
  THEN NULL
  WHEN CAST("a1" AS DOUBLE PRECISION) < 0
  AND CAST("b1" AS DOUBLE PRECISION) <> FLOOR(CAST("b1" AS DOUBLE PRECISION))
  THEN NULL
  WHEN CAST("b1" AS DOUBLE PRECISION) * LN(NULLIF(ABS(CAST("a1" AS DOUBLE PRECISION)), 0)) >= CAST('709.782712893384' AS DOUBLE PRECISION)
  THEN NULL
  WHEN CAST("b1" AS DOUBLE PRECISION) * LN(NULLIF(ABS(CAST("a1" AS DOUBLE PRECISION)), 0)) < CAST('-745.13321910194' AS DOUBLE PRECISION)
  THEN CAST('0' AS DOUBLE PRECISION)
  ELSE POWER(CAST("a1" AS DOUBLE PRECISION), CAST("b1" AS DOUBLE PRECISION))
END;
-- exp(double)
-- exp(decimal(12,2))
-- exp(decimal(38,0))
CASE
  WHEN CAST("a1" AS DOUBLE PRECISION) < CAST('709.782712893384' AS DOUBLE PRECISION)
  THEN EXP(
    GREATEST(CAST("a1" AS DOUBLE PRECISION), CAST('-745.13321910194' AS DOUBLE PRECISION))
  )
END;
-- ln(double)
-- ln(integer)
-- ln(decimal(12,2))
-- ln(decimal(38,0))
LN(NULLIF(GREATEST(CAST("a1" AS DOUBLE PRECISION), 0), 0));
-- clean_double(double)
NULLIF("a1", 'NaN');
-- unnest(text[])
-- unnest(bigint[])
-- unnest(decimal(12,2)[])
-- unnest(double[])
-- unnest(date[])
-- unnest(timestamptz[])
-- unnest(boolean[])
SELECT
  UNNEST("a1") AS "r1"
FROM "held";
-- length(text)
LENGTH("a1");
-- lower(text)
LOWER("a1" COLLATE "default") COLLATE "C";
-- upper(text)
UPPER("a1" COLLATE "default") COLLATE "C";
-- trim(text)
BTRIM("a1", ' ');
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
STRPOS("a1", "b1");
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
    LENGTH("a1") - LENGTH(REPLACE("a1", '\', ''))
  ) >= 1
  THEN SPLIT_PART("a1", '\', 2)
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
    LENGTH("a1") - LENGTH(REPLACE("a1", '''', ''))
  ) >= 1
  THEN SPLIT_PART("a1", '''', 2)
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
LPAD("a1", 6, '''');
-- lpad(text, 3, '\\')
LPAD("a1", 3, '\');
-- lpad(text, 3, '%')
LPAD("a1", 3, '%');
-- lpad(text, 2, '\U0001f6b2')
LPAD("a1", 2, '🚲');
-- concat_ws(' ', text, text)
CONCAT_WS(' ', "a1", "b1");
-- concat_ws('', text, text)
CONCAT_WS('', "a1", "b1");
-- concat_ws(', ', text, text)
CONCAT_WS(', ', "a1", "b1");
-- concat_ws("'", text, text)
CONCAT_WS('''', "a1", "b1");
-- concat_ws('\\', text, text)
CONCAT_WS('\', "a1", "b1");
-- concat_ws('\U0001f6b2', text, text)
CONCAT_WS('🚲', "a1", "b1");
-- concat_ws('-', text, text)
CONCAT_WS('-', "a1", "b1");
-- concat_ws('-', text)
CONCAT_WS('-', "a1");
-- concat_ws('-', text, text, text)
CONCAT_WS('-', "a1", "b1", "c1");
-- concat(text, text)
"a1" || "b1";
-- concat(text, '|', text)
"a1" || '|' || "b1";
-- concat(text, "'", text)
"a1" || '''' || "b1";
-- concat(text, '\\', text)
"a1" || '\' || "b1";
-- concat(text)
"a1";
-- replace(text, text, text)
REPLACE("a1", "b1", "c1");
-- starts_with(text, text)
STARTS_WITH("a1", "b1");
-- starts_with(text, 'a')
STARTS_WITH("a1", 'a');
-- starts_with(text, "'s")
STARTS_WITH("a1", '''s');
-- starts_with(text, '\\')
STARTS_WITH("a1", '\');
-- starts_with(text, '50%')
STARTS_WITH("a1", '50%');
-- starts_with(text, '%')
STARTS_WITH("a1", '%');
-- starts_with(text, '\U0001f6b2')
STARTS_WITH("a1", '🚲');
-- ends_with(text, text)
RIGHT("a1", LENGTH("b1")) = "b1";
-- ends_with(text, 'a')
RIGHT("a1", LENGTH('a')) = 'a';
-- ends_with(text, "'s")
RIGHT("a1", LENGTH('''s')) = '''s';
-- ends_with(text, '\\')
RIGHT("a1", LENGTH('\')) = '\';
-- ends_with(text, '50%')
RIGHT("a1", LENGTH('50%')) = '50%';
-- ends_with(text, '%')
RIGHT("a1", LENGTH('%')) = '%';
-- ends_with(text, '\U0001f6b2')
RIGHT("a1", LENGTH('🚲')) = '🚲';
-- contains(text, text)
STRPOS("a1", "b1") > 0;
-- contains(text, 'a')
STRPOS("a1", 'a') > 0;
-- contains(text, "'s")
STRPOS("a1", '''s') > 0;
-- contains(text, '\\')
STRPOS("a1", '\') > 0;
-- contains(text, '50%')
STRPOS("a1", '50%') > 0;
-- contains(text, '%')
STRPOS("a1", '%') > 0;
-- contains(text, '\U0001f6b2')
STRPOS("a1", '🚲') > 0;
-- like(text, 'a%')
"a1" LIKE 'a%' ESCAPE '';
-- like(text, 'A%')
"a1" LIKE 'A%' ESCAPE '';
-- like(text, 'apple')
"a1" LIKE 'apple' ESCAPE '';
-- like(text, 'app')
"a1" LIKE 'app' ESCAPE '';
-- like(text, 'ple')
"a1" LIKE 'ple' ESCAPE '';
-- like(text, '_pple')
"a1" LIKE '_pple' ESCAPE '';
-- like(text, '%p%')
"a1" LIKE '%p%' ESCAPE '';
-- like(text, '')
"a1" LIKE '' ESCAPE '';
-- like(text, '%')
"a1" LIKE '%' ESCAPE '';
-- like(text, '_')
"a1" LIKE '_' ESCAPE '';
-- like(text, '__')
"a1" LIKE '__' ESCAPE '';
-- like(text, 'a_b')
"a1" LIKE 'a_b' ESCAPE '';
-- like(text, 'a%b')
"a1" LIKE 'a%b' ESCAPE '';
-- like(text, 'a')
"a1" LIKE 'a' ESCAPE '';
-- like(text, 'ab')
"a1" LIKE 'ab' ESCAPE '';
-- like(text, '50%')
"a1" LIKE '50%' ESCAPE '';
-- like(text, 'a\\b')
"a1" LIKE 'a\b' ESCAPE '';
-- like(text, 'a\\%b')
"a1" LIKE 'a\%b' ESCAPE '';
-- like(text, '%\\')
"a1" LIKE '%\' ESCAPE '';
-- like(text, '\\')
"a1" LIKE '\' ESCAPE '';
-- like(text, "%'s")
"a1" LIKE '%''s' ESCAPE '';
-- like(text, '"')
"a1" LIKE '"' ESCAPE '';
-- like(text, 'a.b')
"a1" LIKE 'a.b' ESCAPE '';
-- like(text, '[a]')
"a1" LIKE '[a]' ESCAPE '';
-- matches(text, 'b', false)
"a1" ~ 'b';
-- matches(text, '^b', false)
"a1" ~ '^b';
-- matches(text, '^a', false)
"a1" ~ '^a';
-- matches(text, 'c$', false)
"a1" ~ 'c$';
-- matches(text, 'a$', false)
"a1" ~ 'a$';
-- matches(text, 'a[^\\n]b', false)
"a1" ~ 'a[^\n]b';
-- matches(text, 'a[ \\t\\n\\r\\f]b', false)
"a1" ~ 'a[ \t\n\r\f]b';
-- matches(text, '^[^\\n]$', false)
"a1" ~ '^[^\n]$';
-- matches(text, 'abc', false)
"a1" ~ 'abc';
-- matches(text, 'abc', true)
"a1" ~* 'abc';
-- matches(text, '^[a-z]+$', false)
"a1" ~ '^[a-z]+$';
-- matches(text, '^[a-z]+$', true)
"a1" ~* '^[a-z]+$';
-- matches(text, '^$', false)
"a1" ~ '^$';
-- matches(text, 'a*', false)
"a1" ~ 'a*';
-- matches(text, 'a', false)
"a1" ~ 'a';
-- matches(text, '[0-9]', false)
"a1" ~ '[0-9]';
-- matches(text, '[A-Za-z0-9_]', false)
"a1" ~ '[A-Za-z0-9_]';
-- matches(text, '[ \\t\\n\\r\\f]', false)
"a1" ~ '[ \t\n\r\f]';
-- matches(text, 'a\\.b', false)
"a1" ~ 'a\.b';
-- matches(text, '\\\\', false)
"a1" ~ '\\';
-- matches(text, "'", false)
"a1" ~ '''';
-- matches(text, '"', false)
"a1" ~ '"';
-- matches(text, '%$', false)
"a1" ~ '%$';
-- matches(text, '[\\]]', false)
"a1" ~ '[\]]';
-- matches(text, '[x\\-]', false)
"a1" ~ '[x\-]';
-- matches(text, '[\\^]', false)
"a1" ~ '[\^]';
-- matches(text, 'a\\{2\\}', false)
"a1" ~ 'a\{2\}';
-- matches(text, '^(?:a|b)+$', false)
"a1" ~ '^(?:a|b)+$';
-- matches(text, '^a{1,2}b$', false)
"a1" ~ '^a{1,2}b$';
-- matches(text, '^a{2,}b$', false)
"a1" ~ '^a{2,}b$';
-- matches(text, '\\t', false)
"a1" ~ '\t';
-- matches(text, '/', false)
"a1" ~ '/';
-- matches(text, '#b c', false)
"a1" ~ '#b c';
-- matches(text, 'a', true)
"a1" ~* 'a';
-- bucket(text)
CAST(CAST((
  'x' || SUBSTRING(MD5("a1"), 1, 8)
) AS BIT(32)) AS BIGINT) % 10000;
-- to_text(integer)
-- to_text(bigint)
-- to_text(decimal(38,0))
-- to_text(boolean)
-- to_text(date)
CAST("a1" AS TEXT) COLLATE "C";
-- cast(integer)
-- cast(decimal(38,0))
CAST("a1" AS BIGINT);
-- cast(bigint)
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
CAST("a1" AS DOUBLE PRECISION);
-- cast(double)
CAST(CAST("a1" AS TEXT) AS DECIMAL(38, 0));
-- cast(text)
CAST("a1" AS TEXT) COLLATE "C";
-- cast(date)
CAST("a1" AS DATE);
-- cast(timestamp)
CAST("a1" AS TIMESTAMP);
-- cast(timestamptz)
CAST("a1" AS TIMESTAMPTZ);
-- cast(integer[])
CAST("a1" AS BIGINT[]);
-- cast(text[])
CAST("a1" AS TEXT[]) COLLATE "C";
-- literal('')
'';
-- literal('a')
'a';
-- literal(' a ')
' a ';
-- literal("it's")
'it''s';
-- literal("''")
'''''';
-- literal('"')
'"';
-- literal('`')
'`';
-- literal('\\')
'\';
-- literal('\\\\')
'\\';
-- literal("\\'")
'\''';
-- literal('\\n')
'\n';
-- literal('a\nb')
'a
b';
-- literal('a\r\nb')
'a
b';
-- literal('a\tb')
'a	b';
-- literal('\x01\x1f\x7f')
'';
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
CAST(NULL AS TEXT);
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
CAST(NULL AS BIGINT);
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
CAST('2024-02-29 12:00:00' AS TIMESTAMP);
-- literal(2024-03-31T02:30:00.000001)
CAST('2024-03-31 02:30:00.000001' AS TIMESTAMP);
-- literal(0001-01-01T00:00:00)
CAST('0001-01-01 00:00:00' AS TIMESTAMP);
-- literal(9999-12-31T23:59:59.999999)
CAST('9999-12-31 23:59:59.999999' AS TIMESTAMP);
-- literal(NULL of timestamp)
CAST(NULL AS TIMESTAMP);
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
CAST(ARRAY[] AS TEXT[]);
-- literal([''])
CAST(ARRAY[''] AS TEXT[]);
-- literal(["it's", '"50%_\\', 'a\nb', 'e\u0301\U0001f6b2\ufffd', 'NULL', 'a,b', '{}'])
CAST(ARRAY['it''s', '"50%_\', 'a
b', 'é🚲�', 'NULL', 'a,b', '{}'] AS TEXT[]);
-- literal([])
CAST(ARRAY[] AS BIGINT[]);
-- literal([9223372036854775807, -9223372036854775808])
CAST(ARRAY[9223372036854775807, (
    -9223372036854775808
)] AS BIGINT[]);
-- literal([1.10, -0.01])
CAST(ARRAY[1.10, (
    -0.01
)] AS DECIMAL(12, 2)[]);
-- literal([true, false])
CAST(ARRAY[TRUE, FALSE] AS BOOLEAN[]);
-- literal([2024-02-29, 0001-01-01, 9999-12-31])
CAST(ARRAY[
  CAST('2024-02-29' AS DATE),
  CAST('0001-01-01' AS DATE),
  CAST('9999-12-31' AS DATE)
] AS DATE[]);
-- literal([])
CAST(ARRAY[] AS DATE[]);
-- literal([2024-02-29T12:00:00.000001+00:00])
CAST(ARRAY[CAST('2024-02-29 12:00:00.000001+00:00' AS TIMESTAMPTZ)] AS TIMESTAMPTZ[]);
-- literal([])
CAST(ARRAY[] AS TIMESTAMPTZ[]);
-- coalesce: the whole statement
WITH "held" AS (
  SELECT
    "a1",
    "b1",
    "c1"
  FROM "given"
)
SELECT
  COALESCE("a1", "b1", "c1") AS "r1"
FROM "held";
