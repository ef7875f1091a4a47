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
  QUANTILE_CONT(CAST("a1" AS DOUBLE), 0.5) AS "r1"
FROM "held";
-- percentile(integer, p=0.9)
SELECT
  QUANTILE_CONT(CAST("a1" AS DOUBLE), 0.9) AS "r1"
FROM "held";
-- percentile(integer, p=0)
SELECT
  QUANTILE_CONT(CAST("a1" AS DOUBLE), 0) AS "r1"
FROM "held";
-- percentile(integer, p=1)
SELECT
  QUANTILE_CONT(CAST("a1" AS DOUBLE), 1) AS "r1"
FROM "held";
-- percentile(integer, p=0.25)
SELECT
  QUANTILE_CONT(CAST("a1" AS DOUBLE), 0.25) AS "r1"
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
  BOOL_OR("a1") AS "r1"
FROM "held";
-- nth(text, integer, n=1, order=['b'])
-- nth(bigint, timestamptz, n=1, order=['b'])
-- nth(double, timestamp, n=1, order=['b'])
-- nth(boolean, integer, n=1, order=['b'])
-- nth(timestamptz, integer, n=1, order=['b'])
-- nth(text[], integer, n=1, order=['b'])
-- nth(json, integer, n=1, order=['b'])
SELECT
  ARG_MIN("a1", CREATE_SORT_KEY("b1", 'ASC NULLS LAST')) FILTER(WHERE
    "a1" IS NOT NULL) AS "r1"
FROM "held";
-- nth(text, integer, n=-1, order=['b desc'])
-- nth(decimal(38,9), date, n=-1, order=['b desc'])
-- nth(bigint[], integer, n=-1, order=['b desc'])
SELECT
  ARG_MAX("a1", CREATE_SORT_KEY("b1", 'ASC NULLS LAST')) FILTER(WHERE
    "a1" IS NOT NULL) AS "r1"
FROM "held";
-- nth(text, integer, n=2, order=['b'])
SELECT
  LIST_EXTRACT(LIST("a1" ORDER BY "b1" ASC) FILTER(WHERE
    "a1" IS NOT NULL), 2) AS "r1"
FROM "held";
-- nth(text, integer, text, n=1, order=['b', 'c'])
SELECT
  ARG_MIN("a1", CREATE_SORT_KEY("b1", 'ASC NULLS LAST', "c1", 'ASC NULLS LAST')) FILTER(WHERE
    "a1" IS NOT NULL) AS "r1"
FROM "held";
-- nth(text, integer, text, n=-1, order=['b desc', 'c desc'])
SELECT
  ARG_MAX("a1", CREATE_SORT_KEY("b1", 'ASC NULLS LAST', "c1", 'ASC NULLS LAST')) FILTER(WHERE
    "a1" IS NOT NULL) AS "r1"
FROM "held";
-- nth(text, integer, text, n=1, order=['b desc', 'c'])
SELECT
  FIRST("a1" ORDER BY "b1" DESC NULLS FIRST, "c1" ASC) FILTER(WHERE
    "a1" IS NOT NULL) AS "r1"
FROM "held";
-- nth(text, n=1, order=['a'])
SELECT
  ARG_MIN("a1", CREATE_SORT_KEY("a1", 'ASC NULLS LAST')) FILTER(WHERE
    "a1" IS NOT NULL) AS "r1"
FROM "held";
-- nth(text, n=-1, order=['a desc'])
SELECT
  ARG_MAX("a1", CREATE_SORT_KEY("a1", 'ASC NULLS LAST')) FILTER(WHERE
    "a1" IS NOT NULL) AS "r1"
FROM "held";
-- nth(text, integer, boolean, n=1, order=['b'], where=c)
SELECT
  ARG_MIN("a1", CREATE_SORT_KEY("b1", 'ASC NULLS LAST')) FILTER(WHERE
    "c1" AND "a1" IS NOT NULL) AS "r1"
FROM "held";
-- list(text, integer, order=['b'])
-- list(bigint, timestamptz, order=['b'])
-- list(boolean, integer, order=['b'])
SELECT
  LIST("a1" ORDER BY "b1" ASC) FILTER(WHERE
    "a1" IS NOT NULL) AS "r1"
FROM "held";
-- list(text, integer, text, order=['b desc', 'c'], limit=2)
SELECT
  LIST_SLICE(
    LIST("a1" ORDER BY "b1" DESC NULLS FIRST, "c1" ASC) FILTER(WHERE
      "a1" IS NOT NULL),
    1,
    2
  ) AS "r1"
FROM "held";
-- list(text, order=['a'])
-- list(double, order=['a'])
-- list(date, order=['a'])
-- list(decimal(38,0), order=['a'])
SELECT
  LIST("a1" ORDER BY "a1" ASC) FILTER(WHERE
    "a1" IS NOT NULL) AS "r1"
FROM "held";
-- list(text, order=['a desc'], limit=3)
SELECT
  LIST_SLICE(LIST("a1" ORDER BY "a1" DESC NULLS FIRST) FILTER(WHERE
    "a1" IS NOT NULL), 1, 3) AS "r1"
FROM "held";
-- list(integer, boolean, order=['a'], where=b)
SELECT
  LIST("a1" ORDER BY "a1" ASC) FILTER(WHERE
    "b1" AND "a1" IS NOT NULL) AS "r1"
FROM "held";
-- list(decimal(12,2), date, order=['b desc'])
SELECT
  LIST("a1" ORDER BY "b1" DESC NULLS FIRST) FILTER(WHERE
    "a1" IS NOT NULL) AS "r1"
FROM "held";
-- list(timestamptz, order=['a desc'])
SELECT
  LIST("a1" ORDER BY "a1" DESC NULLS FIRST) FILTER(WHERE
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
  LIST(DISTINCT "a1" ORDER BY "a1" ASC) FILTER(WHERE
    "a1" IS NOT NULL) AS "r1"
FROM "held";
-- list_distinct(text, descending=True)
-- list_distinct(bigint, descending=True)
SELECT
  LIST(DISTINCT "a1" ORDER BY "a1" DESC NULLS FIRST) FILTER(WHERE
    "a1" IS NOT NULL) AS "r1"
FROM "held";
-- list_distinct(text, limit=2)
SELECT
  LIST_SLICE(LIST(DISTINCT "a1" ORDER BY "a1" ASC) FILTER(WHERE
    "a1" IS NOT NULL), 1, 2) AS "r1"
FROM "held";
-- list_distinct(text, boolean, where=b, descending=True, limit=2)
SELECT
  LIST_SLICE(
    LIST(DISTINCT "a1" ORDER BY "a1" DESC NULLS FIRST) FILTER(WHERE
      "b1" AND "a1" IS NOT NULL),
    1,
    2
  ) AS "r1"
FROM "held";
-- array_length(text[])
-- array_length(bigint[])
-- array_length(double[])
LEN("a1");
-- array_contains_any(text[], 'a')
LIST_HAS_ANY("a1", ['a']);
-- array_contains_any(text[], 'c')
LIST_HAS_ANY("a1", ['c']);
-- array_contains_any(text[], 'b', 'c')
LIST_HAS_ANY("a1", ['b', 'c']);
-- array_contains_any(text[], 'c', 'a')
LIST_HAS_ANY("a1", ['c', 'a']);
-- array_contains_any(text[], 'a', 'b')
LIST_HAS_ANY("a1", ['a', 'b']);
-- array_contains_any(text[], '')
LIST_HAS_ANY("a1", ['']);
-- array_contains_any(text[], "it's", '"50%_\\')
LIST_HAS_ANY("a1", ['it''s', '"50%_\']);
-- array_contains_any(text[], '\xe9')
LIST_HAS_ANY("a1", ['é']);
-- array_contains_any(text[], '\U0001f6b2', '\ufffd')
LIST_HAS_ANY("a1", ['🚲', '�']);
-- array_contains_any(bigint[], 9223372036854775807)
LIST_HAS_ANY("a1", [9223372036854775807]);
-- array_contains_any(bigint[], -9223372036854775808, 0)
LIST_HAS_ANY("a1", [(
    -9223372036854775808
), 0]);
-- array_contains_any(bigint[], 0)
-- array_contains_any(double[], 0)
LIST_HAS_ANY("a1", [0]);
-- array_contains_any(decimal(12,2)[], 1.1)
LIST_HAS_ANY("a1", [1.1]);
-- array_contains_any(decimal(12,2)[], 1.11, 1.1)
LIST_HAS_ANY("a1", [1.11, 1.1]);
-- array_contains_any(decimal(12,2)[], 0.01)
LIST_HAS_ANY("a1", [0.01]);
-- array_contains_any(double[], 0.1, 0.2)
LIST_HAS_ANY("a1", [0.1, 0.2]);
-- array_contains_any(double[], 0.1)
LIST_HAS_ANY("a1", [0.1]);
-- array_contains_any(date[], 2024-02-29)
LIST_HAS_ANY("a1", [CAST('2024-02-29' AS DATE)]);
-- array_contains_any(date[], 9999-12-31, 2024-02-29)
LIST_HAS_ANY("a1", [CAST('9999-12-31' AS DATE), CAST('2024-02-29' AS DATE)]);
-- array_contains_any(timestamptz[], 2024-02-29T12:00:00.000001+00:00)
LIST_HAS_ANY("a1", [CAST('2024-02-29 12:00:00.000001+00:00' AS TIMESTAMPTZ)]);
-- array_contains_any(timestamptz[], 2024-02-29T12:00:00+00:00)
LIST_HAS_ANY("a1", [CAST('2024-02-29 12:00:00+00:00' AS TIMESTAMPTZ)]);
-- array_contains_any(timestamp[], 2024-02-29T12:00:00.000001)
LIST_HAS_ANY("a1", [CAST('2024-02-29 12:00:00.000001' AS TIMESTAMP)]);
-- array_contains_any(timestamp[], 2024-02-29T12:00:00)
LIST_HAS_ANY("a1", [CAST('2024-02-29 12:00:00' AS TIMESTAMP)]);
-- array_contains_all(text[], 'a')
LIST_HAS_ALL("a1", ['a']);
-- array_contains_all(text[], 'c')
LIST_HAS_ALL("a1", ['c']);
-- array_contains_all(text[], 'b', 'c')
LIST_HAS_ALL("a1", ['b', 'c']);
-- array_contains_all(text[], 'c', 'a')
LIST_HAS_ALL("a1", ['c', 'a']);
-- array_contains_all(text[], 'a', 'b')
LIST_HAS_ALL("a1", ['a', 'b']);
-- array_contains_all(text[], '')
LIST_HAS_ALL("a1", ['']);
-- array_contains_all(text[], "it's", '"50%_\\')
LIST_HAS_ALL("a1", ['it''s', '"50%_\']);
-- array_contains_all(text[], '\xe9')
LIST_HAS_ALL("a1", ['é']);
-- array_contains_all(text[], '\U0001f6b2', '\ufffd')
LIST_HAS_ALL("a1", ['🚲', '�']);
-- array_contains_all(bigint[], 9223372036854775807)
LIST_HAS_ALL("a1", [9223372036854775807]);
-- array_contains_all(bigint[], -9223372036854775808, 0)
LIST_HAS_ALL("a1", [(
    -9223372036854775808
), 0]);
-- array_contains_all(bigint[], 0)
-- array_contains_all(double[], 0)
LIST_HAS_ALL("a1", [0]);
-- array_contains_all(decimal(12,2)[], 1.1)
LIST_HAS_ALL("a1", [1.1]);
-- array_contains_all(decimal(12,2)[], 1.11, 1.1)
LIST_HAS_ALL("a1", [1.11, 1.1]);
-- array_contains_all(decimal(12,2)[], 0.01)
LIST_HAS_ALL("a1", [0.01]);
-- array_contains_all(double[], 0.1, 0.2)
LIST_HAS_ALL("a1", [0.1, 0.2]);
-- array_contains_all(double[], 0.1)
LIST_HAS_ALL("a1", [0.1]);
-- array_contains_all(date[], 2024-02-29)
LIST_HAS_ALL("a1", [CAST('2024-02-29' AS DATE)]);
-- array_contains_all(date[], 9999-12-31, 2024-02-29)
LIST_HAS_ALL("a1", [CAST('9999-12-31' AS DATE), CAST('2024-02-29' AS DATE)]);
-- array_contains_all(timestamptz[], 2024-02-29T12:00:00.000001+00:00)
LIST_HAS_ALL("a1", [CAST('2024-02-29 12:00:00.000001+00:00' AS TIMESTAMPTZ)]);
-- array_contains_all(timestamptz[], 2024-02-29T12:00:00+00:00)
LIST_HAS_ALL("a1", [CAST('2024-02-29 12:00:00+00:00' AS TIMESTAMPTZ)]);
-- array_contains_all(timestamp[], 2024-02-29T12:00:00.000001)
LIST_HAS_ALL("a1", [CAST('2024-02-29 12:00:00.000001' AS TIMESTAMP)]);
-- array_contains_all(timestamp[], 2024-02-29T12:00:00)
LIST_HAS_ALL("a1", [CAST('2024-02-29 12:00:00' AS TIMESTAMP)]);
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
LIST_CONTAINS("a1", "b1");
-- array_contains(text[], "it's")
LIST_CONTAINS("a1", 'it''s');
-- array_contains(text[], 'a\\')
LIST_CONTAINS("a1", 'a\');
-- array_contains(text[], 'a')
LIST_CONTAINS("a1", 'a');
-- array_contains_between(timestamptz[], 2024-02-29T00:00:00+00:00, 2024-03-01T00:00:00+00:00)
LEN(
  LIST_FILTER(
    "a1",
    LAMBDA e : e >= CAST('2024-02-29 00:00:00+00:00' AS TIMESTAMPTZ)
    AND e < CAST('2024-03-01 00:00:00+00:00' AS TIMESTAMPTZ)
  )
) > 0;
-- array_contains_between(timestamptz[], 2024-03-30T23:00:00+00:00, 2024-03-31T22:00:00+00:00)
LEN(
  LIST_FILTER(
    "a1",
    LAMBDA e : e >= CAST('2024-03-30 23:00:00+00:00' AS TIMESTAMPTZ)
    AND e < CAST('2024-03-31 22:00:00+00:00' AS TIMESTAMPTZ)
  )
) > 0;
-- array_contains_between(timestamp[], 2024-02-29T00:00:00, 2024-03-01T00:00:00)
LEN(
  LIST_FILTER(
    "a1",
    LAMBDA e : e >= CAST('2024-02-29 00:00:00' AS TIMESTAMP)
    AND e < CAST('2024-03-01 00:00:00' AS TIMESTAMP)
  )
) > 0;
-- array_element(text[], 1)
-- array_element(bigint[], 1)
-- array_element(decimal(38,9)[], 1)
-- array_element(double[], 1)
-- array_element(boolean[], 1)
-- array_element(timestamptz[], 1)
LIST_EXTRACT("a1", 1);
-- array_element(text[], 3)
LIST_EXTRACT("a1", 3);
-- array_element(text[], 4)
LIST_EXTRACT("a1", 4);
-- array_element(text[], -1)
-- array_element(date[], -1)
LIST_EXTRACT("a1", (
  -1
));
-- array_element(text[], -2)
LIST_EXTRACT("a1", (
  -2
));
-- array_element(text[], -3)
LIST_EXTRACT("a1", (
  -3
));
-- array_element(text[], -4)
LIST_EXTRACT("a1", (
  -4
));
-- array_element(text[], 2)
-- array_element(bigint[], 2)
LIST_EXTRACT("a1", 2);
-- array_element(text[], 2147483647)
LIST_EXTRACT("a1", 2147483647);
-- array_element(text[], -2147483647)
LIST_EXTRACT("a1", (
  -2147483647
));
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
COALESCE(LIST_FILTER("a1", LAMBDA e : e IS NOT NULL), []);
-- clean_double_array(double[])
COALESCE(LIST_FILTER("a1", LAMBDA e : e IS NOT NULL AND NOT ISNAN(e)), []);
-- read_integer(text)
TRY_CAST(REGEXP_EXTRACT("a1", '\A[+-]?[0-9]+\z') AS BIGINT);
-- read_number(text)
TRY_CAST(REGEXP_EXTRACT("a1", '\A[+-]?[0-9]+(\.[0-9]+)?\z') AS DECIMAL(38, 9));
-- read_date(text)
TRY_CAST(REGEXP_EXTRACT(
  "a1",
  '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}\z'
) AS DATE);
-- read_timestamp(text, 'UTC')
COALESCE(
  TRY_CAST(REGEXP_EXTRACT(
    "a1",
    '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])\z'
  ) AS TIMESTAMPTZ),
  TRY_CAST(REGEXP_EXTRACT(
    "a1",
    '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
  ) AS TIMESTAMP) AT TIME ZONE 'UTC'
);
-- read_timestamp(text, 'Europe/Berlin')
COALESCE(
  TRY_CAST(REGEXP_EXTRACT(
    "a1",
    '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])\z'
  ) AS TIMESTAMPTZ),
  CASE
    WHEN (
      TRY_CAST(REGEXP_EXTRACT(
        "a1",
        '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
      ) AS TIMESTAMP) AT TIME ZONE 'Europe/Berlin' - INTERVAL '120' MINUTE
    ) AT TIME ZONE 'Europe/Berlin' = TRY_CAST(REGEXP_EXTRACT(
      "a1",
      '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
    ) AS TIMESTAMP)
    THEN (
      TRY_CAST(REGEXP_EXTRACT(
        "a1",
        '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
      ) AS TIMESTAMP) AT TIME ZONE 'Europe/Berlin' - INTERVAL '120' MINUTE
    )
    ELSE CASE
      WHEN (
        TRY_CAST(REGEXP_EXTRACT(
          "a1",
          '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
        ) AS TIMESTAMP) AT TIME ZONE 'Europe/Berlin' - INTERVAL '60' MINUTE
      ) AT TIME ZONE 'Europe/Berlin' = TRY_CAST(REGEXP_EXTRACT(
        "a1",
        '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
      ) AS TIMESTAMP)
      THEN (
        TRY_CAST(REGEXP_EXTRACT(
          "a1",
          '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
        ) AS TIMESTAMP) AT TIME ZONE 'Europe/Berlin' - INTERVAL '60' MINUTE
      )
      ELSE CASE
        WHEN (
          TRY_CAST(REGEXP_EXTRACT(
            "a1",
            '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
          ) AS TIMESTAMP) AT TIME ZONE 'Europe/Berlin' - INTERVAL '30' MINUTE
        ) AT TIME ZONE 'Europe/Berlin' = TRY_CAST(REGEXP_EXTRACT(
          "a1",
          '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
        ) AS TIMESTAMP)
        THEN (
          TRY_CAST(REGEXP_EXTRACT(
            "a1",
            '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
          ) AS TIMESTAMP) AT TIME ZONE 'Europe/Berlin' - INTERVAL '30' MINUTE
        )
        ELSE TRY_CAST(REGEXP_EXTRACT(
          "a1",
          '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
        ) AS TIMESTAMP) AT TIME ZONE 'Europe/Berlin'
      END
    END
  END
);
-- read_timestamp(text, 'America/New_York')
COALESCE(
  TRY_CAST(REGEXP_EXTRACT(
    "a1",
    '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])\z'
  ) AS TIMESTAMPTZ),
  CASE
    WHEN (
      TRY_CAST(REGEXP_EXTRACT(
        "a1",
        '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
      ) AS TIMESTAMP) AT TIME ZONE 'America/New_York' - INTERVAL '120' MINUTE
    ) AT TIME ZONE 'America/New_York' = TRY_CAST(REGEXP_EXTRACT(
      "a1",
      '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
    ) AS TIMESTAMP)
    THEN (
      TRY_CAST(REGEXP_EXTRACT(
        "a1",
        '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
      ) AS TIMESTAMP) AT TIME ZONE 'America/New_York' - INTERVAL '120' MINUTE
    )
    ELSE CASE
      WHEN (
        TRY_CAST(REGEXP_EXTRACT(
          "a1",
          '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
        ) AS TIMESTAMP) AT TIME ZONE 'America/New_York' - INTERVAL '60' MINUTE
      ) AT TIME ZONE 'America/New_York' = TRY_CAST(REGEXP_EXTRACT(
        "a1",
        '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
      ) AS TIMESTAMP)
      THEN (
        TRY_CAST(REGEXP_EXTRACT(
          "a1",
          '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
        ) AS TIMESTAMP) AT TIME ZONE 'America/New_York' - INTERVAL '60' MINUTE
      )
      ELSE CASE
        WHEN (
          TRY_CAST(REGEXP_EXTRACT(
            "a1",
            '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
          ) AS TIMESTAMP) AT TIME ZONE 'America/New_York' - INTERVAL '30' MINUTE
        ) AT TIME ZONE 'America/New_York' = TRY_CAST(REGEXP_EXTRACT(
          "a1",
          '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
        ) AS TIMESTAMP)
        THEN (
          TRY_CAST(REGEXP_EXTRACT(
            "a1",
            '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
          ) AS TIMESTAMP) AT TIME ZONE 'America/New_York' - INTERVAL '30' MINUTE
        )
        ELSE TRY_CAST(REGEXP_EXTRACT(
          "a1",
          '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
        ) AS TIMESTAMP) AT TIME ZONE 'America/New_York'
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
COALESCE("a1", CAST([] AS TEXT[]));
-- coalesce(text[], ['b'])
COALESCE("a1", CAST(['b'] AS TEXT[]));
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
  WHEN JSON_VALID("a1")
  AND NOT CASE
    WHEN REGEXP_MATCHES(CAST("a1" AS TEXT), '(?i),\s*[\]}]|nan|inf')
    THEN REGEXP_MATCHES(
      REGEXP_REPLACE(CAST("a1" AS TEXT), '"(?:[^"\\]|\\.)*"', '""', 'g'),
      '(?i),\s*[\]}]|nan|inf'
    )
    ELSE FALSE
  END
  THEN CAST("a1" AS JSON)
END;
-- json_text(json)
-- json_text(text[])
-- json_text(bigint[])
-- json_text(boolean[])
-- json_text(date[])
CAST(TO_JSON("a1") AS TEXT);
-- json_value(json, 'text', 'UTC', 'a')
CASE
  WHEN LEN(LIST_FILTER(JSON_KEYS("a1", '$'), LAMBDA e : e = 'a')) = 1
  AND JSON_TYPE("a1", '$."a"') = 'VARCHAR'
  AND NOT CONTAINS(JSON_EXTRACT_STRING("a1", '$."a"'), CHR(0))
  THEN JSON_EXTRACT_STRING("a1", '$."a"')
END;
-- json_value(json, 'text', 'UTC')
CASE
  WHEN JSON_TYPE("a1", '$') = 'VARCHAR'
  AND NOT CONTAINS(JSON_EXTRACT_STRING("a1", '$'), CHR(0))
  THEN JSON_EXTRACT_STRING("a1", '$')
END;
-- json_value(json, 'text', 'UTC', 0)
CASE
  WHEN JSON_TYPE("a1", '$[0]') = 'VARCHAR'
  AND NOT CONTAINS(JSON_EXTRACT_STRING("a1", '$[0]'), CHR(0))
  THEN JSON_EXTRACT_STRING("a1", '$[0]')
END;
-- json_value(json, 'text', 'UTC', 1)
CASE
  WHEN JSON_TYPE("a1", '$[1]') = 'VARCHAR'
  AND NOT CONTAINS(JSON_EXTRACT_STRING("a1", '$[1]'), CHR(0))
  THEN JSON_EXTRACT_STRING("a1", '$[1]')
END;
-- json_value(json, 'text', 'UTC', 2)
CASE
  WHEN JSON_TYPE("a1", '$[2]') = 'VARCHAR'
  AND NOT CONTAINS(JSON_EXTRACT_STRING("a1", '$[2]'), CHR(0))
  THEN JSON_EXTRACT_STRING("a1", '$[2]')
END;
-- json_value(json, 'text', 'UTC', '0')
CASE
  WHEN LEN(LIST_FILTER(JSON_KEYS("a1", '$'), LAMBDA e : e = '0')) = 1
  AND JSON_TYPE("a1", '$."0"') = 'VARCHAR'
  AND NOT CONTAINS(JSON_EXTRACT_STRING("a1", '$."0"'), CHR(0))
  THEN JSON_EXTRACT_STRING("a1", '$."0"')
END;
-- json_value(json, 'text', 'UTC', 0, 1)
CASE
  WHEN JSON_TYPE("a1", '$[0][1]') = 'VARCHAR'
  AND NOT CONTAINS(JSON_EXTRACT_STRING("a1", '$[0][1]'), CHR(0))
  THEN JSON_EXTRACT_STRING("a1", '$[0][1]')
END;
-- json_value(json, 'text', 'UTC', 'a', 'b', 0, 'c')
CASE
  WHEN LEN(LIST_FILTER(JSON_KEYS("a1", '$'), LAMBDA e : e = 'a')) = 1
  AND LEN(LIST_FILTER(JSON_KEYS("a1", '$."a"'), LAMBDA e : e = 'b')) = 1
  AND LEN(LIST_FILTER(JSON_KEYS("a1", '$."a"."b"[0]'), LAMBDA e : e = 'c')) = 1
  AND JSON_TYPE("a1", '$."a"."b"[0]."c"') = 'VARCHAR'
  AND NOT CONTAINS(JSON_EXTRACT_STRING("a1", '$."a"."b"[0]."c"'), CHR(0))
  THEN JSON_EXTRACT_STRING("a1", '$."a"."b"[0]."c"')
END;
-- json_value(json, 'text', 'UTC', 'a', 'b')
CASE
  WHEN LEN(LIST_FILTER(JSON_KEYS("a1", '$'), LAMBDA e : e = 'a')) = 1
  AND LEN(LIST_FILTER(JSON_KEYS("a1", '$."a"'), LAMBDA e : e = 'b')) = 1
  AND JSON_TYPE("a1", '$."a"."b"') = 'VARCHAR'
  AND NOT CONTAINS(JSON_EXTRACT_STRING("a1", '$."a"."b"'), CHR(0))
  THEN JSON_EXTRACT_STRING("a1", '$."a"."b"')
END;
-- json_value(json, 'text', 'UTC', "it's")
CASE
  WHEN LEN(LIST_FILTER(JSON_KEYS("a1", '$'), LAMBDA e : e = 'it''s')) = 1
  AND JSON_TYPE("a1", '$."it''s"') = 'VARCHAR'
  AND NOT CONTAINS(JSON_EXTRACT_STRING("a1", '$."it''s"'), CHR(0))
  THEN JSON_EXTRACT_STRING("a1", '$."it''s"')
END;
-- json_value(json, 'text', 'UTC', 'a b.c')
CASE
  WHEN LEN(LIST_FILTER(JSON_KEYS("a1", '$'), LAMBDA e : e = 'a b.c')) = 1
  AND JSON_TYPE("a1", '$."a b.c"') = 'VARCHAR'
  AND NOT CONTAINS(JSON_EXTRACT_STRING("a1", '$."a b.c"'), CHR(0))
  THEN JSON_EXTRACT_STRING("a1", '$."a b.c"')
END;
-- json_value(json, 'text', 'UTC', 'a.b')
CASE
  WHEN LEN(LIST_FILTER(JSON_KEYS("a1", '$'), LAMBDA e : e = 'a.b')) = 1
  AND JSON_TYPE("a1", '$."a.b"') = 'VARCHAR'
  AND NOT CONTAINS(JSON_EXTRACT_STRING("a1", '$."a.b"'), CHR(0))
  THEN JSON_EXTRACT_STRING("a1", '$."a.b"')
END;
-- json_value(json, 'text', 'UTC', '$')
CASE
  WHEN LEN(LIST_FILTER(JSON_KEYS("a1", '$'), LAMBDA e : e = '$')) = 1
  AND JSON_TYPE("a1", '$."$"') = 'VARCHAR'
  AND NOT CONTAINS(JSON_EXTRACT_STRING("a1", '$."$"'), CHR(0))
  THEN JSON_EXTRACT_STRING("a1", '$."$"')
END;
-- json_value(json, 'text', 'UTC', '%_')
CASE
  WHEN LEN(LIST_FILTER(JSON_KEYS("a1", '$'), LAMBDA e : e = '%_')) = 1
  AND JSON_TYPE("a1", '$."%_"') = 'VARCHAR'
  AND NOT CONTAINS(JSON_EXTRACT_STRING("a1", '$."%_"'), CHR(0))
  THEN JSON_EXTRACT_STRING("a1", '$."%_"')
END;
-- json_value(json, 'text', 'UTC', '[0]')
CASE
  WHEN LEN(LIST_FILTER(JSON_KEYS("a1", '$'), LAMBDA e : e = '[0]')) = 1
  AND JSON_TYPE("a1", '$."[0]"') = 'VARCHAR'
  AND NOT CONTAINS(JSON_EXTRACT_STRING("a1", '$."[0]"'), CHR(0))
  THEN JSON_EXTRACT_STRING("a1", '$."[0]"')
END;
-- json_value(json, 'text', 'UTC', 'a*')
CASE
  WHEN LEN(LIST_FILTER(JSON_KEYS("a1", '$'), LAMBDA e : e = 'a*')) = 1
  AND JSON_TYPE("a1", '$."a*"') = 'VARCHAR'
  AND NOT CONTAINS(JSON_EXTRACT_STRING("a1", '$."a*"'), CHR(0))
  THEN JSON_EXTRACT_STRING("a1", '$."a*"')
END;
-- json_value(json, 'text', 'UTC', 'e\u0301')
CASE
  WHEN LEN(LIST_FILTER(JSON_KEYS("a1", '$'), LAMBDA e : e = 'é')) = 1
  AND JSON_TYPE("a1", '$."é"') = 'VARCHAR'
  AND NOT CONTAINS(JSON_EXTRACT_STRING("a1", '$."é"'), CHR(0))
  THEN JSON_EXTRACT_STRING("a1", '$."é"')
END;
-- json_value(json, 'text', 'UTC', '\U0001f6b2')
CASE
  WHEN LEN(LIST_FILTER(JSON_KEYS("a1", '$'), LAMBDA e : e = '🚲')) = 1
  AND JSON_TYPE("a1", '$."🚲"') = 'VARCHAR'
  AND NOT CONTAINS(JSON_EXTRACT_STRING("a1", '$."🚲"'), CHR(0))
  THEN JSON_EXTRACT_STRING("a1", '$."🚲"')
END;
-- json_value(json, 'text', 'UTC', 'a-b')
CASE
  WHEN LEN(LIST_FILTER(JSON_KEYS("a1", '$'), LAMBDA e : e = 'a-b')) = 1
  AND JSON_TYPE("a1", '$."a-b"') = 'VARCHAR'
  AND NOT CONTAINS(JSON_EXTRACT_STRING("a1", '$."a-b"'), CHR(0))
  THEN JSON_EXTRACT_STRING("a1", '$."a-b"')
END;
-- json_value(json, 'text', 'UTC', 'null')
CASE
  WHEN LEN(LIST_FILTER(JSON_KEYS("a1", '$'), LAMBDA e : e = 'null')) = 1
  AND JSON_TYPE("a1", '$."null"') = 'VARCHAR'
  AND NOT CONTAINS(JSON_EXTRACT_STRING("a1", '$."null"'), CHR(0))
  THEN JSON_EXTRACT_STRING("a1", '$."null"')
END;
-- json_value(json, 'text', 'UTC', '?')
CASE
  WHEN LEN(LIST_FILTER(JSON_KEYS("a1", '$'), LAMBDA e : e = '?')) = 1
  AND JSON_TYPE("a1", '$."?"') = 'VARCHAR'
  AND NOT CONTAINS(JSON_EXTRACT_STRING("a1", '$."?"'), CHR(0))
  THEN JSON_EXTRACT_STRING("a1", '$."?"')
END;
-- json_value(json, 'text', 'UTC', ':a')
CASE
  WHEN LEN(LIST_FILTER(JSON_KEYS("a1", '$'), LAMBDA e : e = ':a')) = 1
  AND JSON_TYPE("a1", '$.":a"') = 'VARCHAR'
  AND NOT CONTAINS(JSON_EXTRACT_STRING("a1", '$.":a"'), CHR(0))
  THEN JSON_EXTRACT_STRING("a1", '$.":a"')
END;
-- json_value(json, 'text', 'UTC', ' ')
CASE
  WHEN LEN(LIST_FILTER(JSON_KEYS("a1", '$'), LAMBDA e : e = ' ')) = 1
  AND JSON_TYPE("a1", '$." "') = 'VARCHAR'
  AND NOT CONTAINS(JSON_EXTRACT_STRING("a1", '$." "'), CHR(0))
  THEN JSON_EXTRACT_STRING("a1", '$." "')
END;
-- json_value(json, 'number', 'UTC', 'a')
CASE
  WHEN LEN(LIST_FILTER(JSON_KEYS("a1", '$'), LAMBDA e : e = 'a')) = 1
  AND JSON_TYPE("a1", '$."a"') IN ('BIGINT', 'UBIGINT', 'DOUBLE')
  THEN TRY_CAST(JSON_EXTRACT_STRING(
    CASE
      WHEN REGEXP_MATCHES(CAST("a1" AS TEXT), '[0-9][0-9.]{15}')
      THEN REPLACE(
        REPLACE(
          REGEXP_REPLACE(
            CAST("a1" AS TEXT),
            '("(?:[^"\\]|\\.)*")|(-?[0-9][-+.0-9eE]*)',
            CONCAT('\1', CHR(1), '\2', CHR(1)),
            'g'
          ),
          CONCAT(CHR(1), CHR(1)),
          ''
        ),
        CHR(1),
        '"'
      )
      ELSE CAST("a1" AS TEXT)
    END,
    '$."a"'
  ) AS DECIMAL(38, 9))
END;
-- json_value(json, 'number', 'UTC')
CASE
  WHEN JSON_TYPE("a1", '$') IN ('BIGINT', 'UBIGINT', 'DOUBLE')
  THEN TRY_CAST(JSON_EXTRACT_STRING(
    CASE
      WHEN REGEXP_MATCHES(CAST("a1" AS TEXT), '[0-9][0-9.]{15}')
      THEN REPLACE(
        REPLACE(
          REGEXP_REPLACE(
            CAST("a1" AS TEXT),
            '("(?:[^"\\]|\\.)*")|(-?[0-9][-+.0-9eE]*)',
            CONCAT('\1', CHR(1), '\2', CHR(1)),
            'g'
          ),
          CONCAT(CHR(1), CHR(1)),
          ''
        ),
        CHR(1),
        '"'
      )
      ELSE CAST("a1" AS TEXT)
    END,
    '$'
  ) AS DECIMAL(38, 9))
END;
-- json_value(json, 'number', 'UTC', 1)
CASE
  WHEN JSON_TYPE("a1", '$[1]') IN ('BIGINT', 'UBIGINT', 'DOUBLE')
  THEN TRY_CAST(JSON_EXTRACT_STRING(
    CASE
      WHEN REGEXP_MATCHES(CAST("a1" AS TEXT), '[0-9][0-9.]{15}')
      THEN REPLACE(
        REPLACE(
          REGEXP_REPLACE(
            CAST("a1" AS TEXT),
            '("(?:[^"\\]|\\.)*")|(-?[0-9][-+.0-9eE]*)',
            CONCAT('\1', CHR(1), '\2', CHR(1)),
            'g'
          ),
          CONCAT(CHR(1), CHR(1)),
          ''
        ),
        CHR(1),
        '"'
      )
      ELSE CAST("a1" AS TEXT)
    END,
    '$[1]'
  ) AS DECIMAL(38, 9))
END;
-- json_value(json, 'integer', 'UTC', 'a')
CASE
  WHEN LEN(LIST_FILTER(JSON_KEYS("a1", '$'), LAMBDA e : e = 'a')) = 1
  AND JSON_TYPE("a1", '$."a"') IN ('BIGINT', 'UBIGINT', 'DOUBLE')
  THEN TRY_CAST(REGEXP_EXTRACT(
    CAST(TRY_CAST(JSON_EXTRACT_STRING(
      CASE
        WHEN REGEXP_MATCHES(CAST("a1" AS TEXT), '[0-9][0-9.]{15}')
        THEN REPLACE(
          REPLACE(
            REGEXP_REPLACE(
              CAST("a1" AS TEXT),
              '("(?:[^"\\]|\\.)*")|(-?[0-9][-+.0-9eE]*)',
              CONCAT('\1', CHR(1), '\2', CHR(1)),
              'g'
            ),
            CONCAT(CHR(1), CHR(1)),
            ''
          ),
          CHR(1),
          '"'
        )
        ELSE CAST("a1" AS TEXT)
      END,
      '$."a"'
    ) AS DECIMAL(38, 9)) AS TEXT),
    '\A(-?[0-9]+)\.0+\z',
    1
  ) AS BIGINT)
END;
-- json_value(json, 'boolean', 'UTC', 'a')
CASE
  WHEN LEN(LIST_FILTER(JSON_KEYS("a1", '$'), LAMBDA e : e = 'a')) = 1
  AND JSON_TYPE("a1", '$."a"') = 'BOOLEAN'
  THEN JSON_EXTRACT_STRING("a1", '$."a"') = 'true'
END;
-- json_value(json, 'boolean', 'UTC')
CASE
  WHEN JSON_TYPE("a1", '$') = 'BOOLEAN'
  THEN JSON_EXTRACT_STRING("a1", '$') = 'true'
END;
-- json_value(json, 'date', 'UTC', 'a')
CASE
  WHEN LEN(LIST_FILTER(JSON_KEYS("a1", '$'), LAMBDA e : e = 'a')) = 1
  AND JSON_TYPE("a1", '$."a"') = 'VARCHAR'
  THEN TRY_CAST(REGEXP_EXTRACT(
    JSON_EXTRACT_STRING("a1", '$."a"'),
    '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}\z'
  ) AS DATE)
END;
-- json_value(json, 'timestamp', 'UTC', 'a')
CASE
  WHEN LEN(LIST_FILTER(JSON_KEYS("a1", '$'), LAMBDA e : e = 'a')) = 1
  AND JSON_TYPE("a1", '$."a"') = 'VARCHAR'
  THEN COALESCE(
    TRY_CAST(REGEXP_EXTRACT(
      JSON_EXTRACT_STRING("a1", '$."a"'),
      '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])\z'
    ) AS TIMESTAMPTZ),
    TRY_CAST(REGEXP_EXTRACT(
      JSON_EXTRACT_STRING("a1", '$."a"'),
      '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
    ) AS TIMESTAMP) AT TIME ZONE 'UTC'
  )
END;
-- json_value(json, 'timestamp', 'Europe/Berlin', 'a')
CASE
  WHEN LEN(LIST_FILTER(JSON_KEYS("a1", '$'), LAMBDA e : e = 'a')) = 1
  AND JSON_TYPE("a1", '$."a"') = 'VARCHAR'
  THEN COALESCE(
    TRY_CAST(REGEXP_EXTRACT(
      JSON_EXTRACT_STRING("a1", '$."a"'),
      '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])\z'
    ) AS TIMESTAMPTZ),
    CASE
      WHEN (
        TRY_CAST(REGEXP_EXTRACT(
          JSON_EXTRACT_STRING("a1", '$."a"'),
          '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
        ) AS TIMESTAMP) AT TIME ZONE 'Europe/Berlin' - INTERVAL '120' MINUTE
      ) AT TIME ZONE 'Europe/Berlin' = TRY_CAST(REGEXP_EXTRACT(
        JSON_EXTRACT_STRING("a1", '$."a"'),
        '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
      ) AS TIMESTAMP)
      THEN (
        TRY_CAST(REGEXP_EXTRACT(
          JSON_EXTRACT_STRING("a1", '$."a"'),
          '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
        ) AS TIMESTAMP) AT TIME ZONE 'Europe/Berlin' - INTERVAL '120' MINUTE
      )
      ELSE CASE
        WHEN (
          TRY_CAST(REGEXP_EXTRACT(
            JSON_EXTRACT_STRING("a1", '$."a"'),
            '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
          ) AS TIMESTAMP) AT TIME ZONE 'Europe/Berlin' - INTERVAL '60' MINUTE
        ) AT TIME ZONE 'Europe/Berlin' = TRY_CAST(REGEXP_EXTRACT(
          JSON_EXTRACT_STRING("a1", '$."a"'),
          '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
        ) AS TIMESTAMP)
        THEN (
          TRY_CAST(REGEXP_EXTRACT(
            JSON_EXTRACT_STRING("a1", '$."a"'),
            '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
          ) AS TIMESTAMP) AT TIME ZONE 'Europe/Berlin' - INTERVAL '60' MINUTE
        )
        ELSE CASE
          WHEN (
            TRY_CAST(REGEXP_EXTRACT(
              JSON_EXTRACT_STRING("a1", '$."a"'),
              '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
            ) AS TIMESTAMP) AT TIME ZONE 'Europe/Berlin' - INTERVAL '30' MINUTE
          ) AT TIME ZONE 'Europe/Berlin' = TRY_CAST(REGEXP_EXTRACT(
            JSON_EXTRACT_STRING("a1", '$."a"'),
            '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
          ) AS TIMESTAMP)
          THEN (
            TRY_CAST(REGEXP_EXTRACT(
              JSON_EXTRACT_STRING("a1", '$."a"'),
              '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
            ) AS TIMESTAMP) AT TIME ZONE 'Europe/Berlin' - INTERVAL '30' MINUTE
          )
          ELSE TRY_CAST(REGEXP_EXTRACT(
            JSON_EXTRACT_STRING("a1", '$."a"'),
            '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
          ) AS TIMESTAMP) AT TIME ZONE 'Europe/Berlin'
        END
      END
    END
  )
END;
-- json_array(json, 'text', 'UTC')
COALESCE(
  LIST_FILTER(
    LIST_TRANSFORM(
      LIST_ZIP(JSON_EXTRACT("a1", '$[*]'), JSON_EXTRACT_STRING("a1", '$[*]')),
      LAMBDA e : CASE
        WHEN JSON_TYPE(STRUCT_EXTRACT_AT(e, 1)) = 'VARCHAR'
        AND NOT CONTAINS(STRUCT_EXTRACT_AT(e, 2), CHR(0))
        THEN STRUCT_EXTRACT_AT(e, 2)
      END
    ),
    LAMBDA e : e IS NOT NULL
  ),
  []
);
-- json_array(json, 'text', 'UTC', 'a')
COALESCE(
  CASE
    WHEN LEN(LIST_FILTER(JSON_KEYS("a1", '$'), LAMBDA e : e = 'a')) = 1
    THEN LIST_FILTER(
      LIST_TRANSFORM(
        LIST_ZIP(JSON_EXTRACT("a1", '$."a"[*]'), JSON_EXTRACT_STRING("a1", '$."a"[*]')),
        LAMBDA e : CASE
          WHEN JSON_TYPE(STRUCT_EXTRACT_AT(e, 1)) = 'VARCHAR'
          AND NOT CONTAINS(STRUCT_EXTRACT_AT(e, 2), CHR(0))
          THEN STRUCT_EXTRACT_AT(e, 2)
        END
      ),
      LAMBDA e : e IS NOT NULL
    )
  END,
  []
);
-- json_array(json, 'text', 'UTC', 1)
COALESCE(
  LIST_FILTER(
    LIST_TRANSFORM(
      LIST_ZIP(JSON_EXTRACT("a1", '$[1][*]'), JSON_EXTRACT_STRING("a1", '$[1][*]')),
      LAMBDA e : CASE
        WHEN JSON_TYPE(STRUCT_EXTRACT_AT(e, 1)) = 'VARCHAR'
        AND NOT CONTAINS(STRUCT_EXTRACT_AT(e, 2), CHR(0))
        THEN STRUCT_EXTRACT_AT(e, 2)
      END
    ),
    LAMBDA e : e IS NOT NULL
  ),
  []
);
-- json_array(json, 'text', 'UTC', 'a', 0, "it's")
COALESCE(
  CASE
    WHEN LEN(LIST_FILTER(JSON_KEYS("a1", '$'), LAMBDA e : e = 'a')) = 1
    AND LEN(LIST_FILTER(JSON_KEYS("a1", '$."a"[0]'), LAMBDA e : e = 'it''s')) = 1
    THEN LIST_FILTER(
      LIST_TRANSFORM(
        LIST_ZIP(
          JSON_EXTRACT("a1", '$."a"[0]."it''s"[*]'),
          JSON_EXTRACT_STRING("a1", '$."a"[0]."it''s"[*]')
        ),
        LAMBDA e : CASE
          WHEN JSON_TYPE(STRUCT_EXTRACT_AT(e, 1)) = 'VARCHAR'
          AND NOT CONTAINS(STRUCT_EXTRACT_AT(e, 2), CHR(0))
          THEN STRUCT_EXTRACT_AT(e, 2)
        END
      ),
      LAMBDA e : e IS NOT NULL
    )
  END,
  []
);
-- json_array(json, 'number', 'UTC')
COALESCE(
  LIST_FILTER(
    LIST_TRANSFORM(
      LIST_ZIP(
        JSON_EXTRACT("a1", '$[*]'),
        JSON_EXTRACT_STRING(
          CASE
            WHEN REGEXP_MATCHES(CAST("a1" AS TEXT), '[0-9][0-9.]{15}')
            THEN REPLACE(
              REPLACE(
                REGEXP_REPLACE(
                  CAST("a1" AS TEXT),
                  '("(?:[^"\\]|\\.)*")|(-?[0-9][-+.0-9eE]*)',
                  CONCAT('\1', CHR(1), '\2', CHR(1)),
                  'g'
                ),
                CONCAT(CHR(1), CHR(1)),
                ''
              ),
              CHR(1),
              '"'
            )
            ELSE CAST("a1" AS TEXT)
          END,
          '$[*]'
        )
      ),
      LAMBDA e : CASE
        WHEN JSON_TYPE(STRUCT_EXTRACT_AT(e, 1)) IN ('BIGINT', 'UBIGINT', 'DOUBLE')
        THEN TRY_CAST(STRUCT_EXTRACT_AT(e, 2) AS DECIMAL(38, 9))
      END
    ),
    LAMBDA e : e IS NOT NULL
  ),
  []
);
-- json_array(json, 'number', 'UTC', 'a')
COALESCE(
  CASE
    WHEN LEN(LIST_FILTER(JSON_KEYS("a1", '$'), LAMBDA e : e = 'a')) = 1
    THEN LIST_FILTER(
      LIST_TRANSFORM(
        LIST_ZIP(
          JSON_EXTRACT("a1", '$."a"[*]'),
          JSON_EXTRACT_STRING(
            CASE
              WHEN REGEXP_MATCHES(CAST("a1" AS TEXT), '[0-9][0-9.]{15}')
              THEN REPLACE(
                REPLACE(
                  REGEXP_REPLACE(
                    CAST("a1" AS TEXT),
                    '("(?:[^"\\]|\\.)*")|(-?[0-9][-+.0-9eE]*)',
                    CONCAT('\1', CHR(1), '\2', CHR(1)),
                    'g'
                  ),
                  CONCAT(CHR(1), CHR(1)),
                  ''
                ),
                CHR(1),
                '"'
              )
              ELSE CAST("a1" AS TEXT)
            END,
            '$."a"[*]'
          )
        ),
        LAMBDA e : CASE
          WHEN JSON_TYPE(STRUCT_EXTRACT_AT(e, 1)) IN ('BIGINT', 'UBIGINT', 'DOUBLE')
          THEN TRY_CAST(STRUCT_EXTRACT_AT(e, 2) AS DECIMAL(38, 9))
        END
      ),
      LAMBDA e : e IS NOT NULL
    )
  END,
  []
);
-- json_array(json, 'integer', 'UTC')
COALESCE(
  LIST_FILTER(
    LIST_TRANSFORM(
      LIST_ZIP(
        JSON_EXTRACT("a1", '$[*]'),
        JSON_EXTRACT_STRING(
          CASE
            WHEN REGEXP_MATCHES(CAST("a1" AS TEXT), '[0-9][0-9.]{15}')
            THEN REPLACE(
              REPLACE(
                REGEXP_REPLACE(
                  CAST("a1" AS TEXT),
                  '("(?:[^"\\]|\\.)*")|(-?[0-9][-+.0-9eE]*)',
                  CONCAT('\1', CHR(1), '\2', CHR(1)),
                  'g'
                ),
                CONCAT(CHR(1), CHR(1)),
                ''
              ),
              CHR(1),
              '"'
            )
            ELSE CAST("a1" AS TEXT)
          END,
          '$[*]'
        )
      ),
      LAMBDA e : CASE
        WHEN JSON_TYPE(STRUCT_EXTRACT_AT(e, 1)) IN ('BIGINT', 'UBIGINT', 'DOUBLE')
        THEN TRY_CAST(REGEXP_EXTRACT(
          CAST(TRY_CAST(STRUCT_EXTRACT_AT(e, 2) AS DECIMAL(38, 9)) AS TEXT),
          '\A(-?[0-9]+)\.0+\z',
          1
        ) AS BIGINT)
      END
    ),
    LAMBDA e : e IS NOT NULL
  ),
  []
);
-- json_array(json, 'boolean', 'UTC')
COALESCE(
  LIST_FILTER(
    LIST_TRANSFORM(
      LIST_ZIP(JSON_EXTRACT("a1", '$[*]'), JSON_EXTRACT_STRING("a1", '$[*]')),
      LAMBDA e : CASE
        WHEN JSON_TYPE(STRUCT_EXTRACT_AT(e, 1)) = 'BOOLEAN'
        THEN STRUCT_EXTRACT_AT(e, 2) = 'true'
      END
    ),
    LAMBDA e : e IS NOT NULL
  ),
  []
);
-- json_array(json, 'date', 'UTC')
COALESCE(
  LIST_FILTER(
    LIST_TRANSFORM(
      LIST_ZIP(JSON_EXTRACT("a1", '$[*]'), JSON_EXTRACT_STRING("a1", '$[*]')),
      LAMBDA e : CASE
        WHEN JSON_TYPE(STRUCT_EXTRACT_AT(e, 1)) = 'VARCHAR'
        THEN TRY_CAST(REGEXP_EXTRACT(
          STRUCT_EXTRACT_AT(e, 2),
          '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}\z'
        ) AS DATE)
      END
    ),
    LAMBDA e : e IS NOT NULL
  ),
  []
);
-- json_array(json, 'timestamp', 'UTC')
COALESCE(
  LIST_FILTER(
    LIST_TRANSFORM(
      LIST_ZIP(JSON_EXTRACT("a1", '$[*]'), JSON_EXTRACT_STRING("a1", '$[*]')),
      LAMBDA e : CASE
        WHEN JSON_TYPE(STRUCT_EXTRACT_AT(e, 1)) = 'VARCHAR'
        THEN COALESCE(
          TRY_CAST(REGEXP_EXTRACT(
            STRUCT_EXTRACT_AT(e, 2),
            '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])\z'
          ) AS TIMESTAMPTZ),
          TRY_CAST(REGEXP_EXTRACT(
            STRUCT_EXTRACT_AT(e, 2),
            '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
          ) AS TIMESTAMP) AT TIME ZONE 'UTC'
        )
      END
    ),
    LAMBDA e : e IS NOT NULL
  ),
  []
);
-- json_array(json, 'timestamp', 'Europe/Berlin')
COALESCE(
  LIST_FILTER(
    LIST_TRANSFORM(
      LIST_ZIP(JSON_EXTRACT("a1", '$[*]'), JSON_EXTRACT_STRING("a1", '$[*]')),
      LAMBDA e : CASE
        WHEN JSON_TYPE(STRUCT_EXTRACT_AT(e, 1)) = 'VARCHAR'
        THEN COALESCE(
          TRY_CAST(REGEXP_EXTRACT(
            STRUCT_EXTRACT_AT(e, 2),
            '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])\z'
          ) AS TIMESTAMPTZ),
          CASE
            WHEN (
              TRY_CAST(REGEXP_EXTRACT(
                STRUCT_EXTRACT_AT(e, 2),
                '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
              ) AS TIMESTAMP) AT TIME ZONE 'Europe/Berlin' - INTERVAL '120' MINUTE
            ) AT TIME ZONE 'Europe/Berlin' = TRY_CAST(REGEXP_EXTRACT(
              STRUCT_EXTRACT_AT(e, 2),
              '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
            ) AS TIMESTAMP)
            THEN (
              TRY_CAST(REGEXP_EXTRACT(
                STRUCT_EXTRACT_AT(e, 2),
                '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
              ) AS TIMESTAMP) AT TIME ZONE 'Europe/Berlin' - INTERVAL '120' MINUTE
            )
            ELSE CASE
              WHEN (
                TRY_CAST(REGEXP_EXTRACT(
                  STRUCT_EXTRACT_AT(e, 2),
                  '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
                ) AS TIMESTAMP) AT TIME ZONE 'Europe/Berlin' - INTERVAL '60' MINUTE
              ) AT TIME ZONE 'Europe/Berlin' = TRY_CAST(REGEXP_EXTRACT(
                STRUCT_EXTRACT_AT(e, 2),
                '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
              ) AS TIMESTAMP)
              THEN (
                TRY_CAST(REGEXP_EXTRACT(
                  STRUCT_EXTRACT_AT(e, 2),
                  '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
                ) AS TIMESTAMP) AT TIME ZONE 'Europe/Berlin' - INTERVAL '60' MINUTE
              )
              ELSE CASE
                WHEN (
                  TRY_CAST(REGEXP_EXTRACT(
                    STRUCT_EXTRACT_AT(e, 2),
                    '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
                  ) AS TIMESTAMP) AT TIME ZONE 'Europe/Berlin' - INTERVAL '30' MINUTE
                ) AT TIME ZONE 'Europe/Berlin' = TRY_CAST(REGEXP_EXTRACT(
                  STRUCT_EXTRACT_AT(e, 2),
                  '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
                ) AS TIMESTAMP)
                THEN (
                  TRY_CAST(REGEXP_EXTRACT(
                    STRUCT_EXTRACT_AT(e, 2),
                    '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
                  ) AS TIMESTAMP) AT TIME ZONE 'Europe/Berlin' - INTERVAL '30' MINUTE
                )
                ELSE TRY_CAST(REGEXP_EXTRACT(
                  STRUCT_EXTRACT_AT(e, 2),
                  '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?\z'
                ) AS TIMESTAMP) AT TIME ZONE 'Europe/Berlin'
              END
            END
          END
        )
      END
    ),
    LAMBDA e : e IS NOT NULL
  ),
  []
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
-- bit(bigint)
CAST(1 AS BIGINT) << "a1";
-- bit(bigint)
CAST(1 AS INT128) << "a1";
-- has_bit(bigint, 1)
(
  "a1" & 2
) <> 0;
-- has_bit(bigint, 2)
(
  "a1" & 4
) <> 0;
-- has_bit(bigint, 3)
(
  "a1" & 8
) <> 0;
-- has_bit(bigint, 62)
(
  "a1" & 4611686018427387904
) <> 0;
-- has_bit(bigint, 61)
(
  "a1" & 2305843009213693952
) <> 0;
-- bit_count(bigint)
CAST(BIT_COUNT("a1") AS BIGINT);
-- masked(text[], bigint)
-- masked(bigint[], bigint)
-- masked(date[], bigint)
LIST_FILTER("a1", LAMBDA e, place : (
  (
    "b1" >> place
  ) & 1
) = 1);
-- array_concat(text[], text[])
-- array_concat(bigint[], bigint[])
LIST_CONCAT("a1", "b1");
-- bit_or(bigint)
SELECT
  BIT_OR("a1") AS "r1"
FROM "held";
-- date_of(timestamp)
CAST("a1" AS DATE);
-- midnight(date)
CAST("a1" AS TIMESTAMP);
-- to_instant(timestamp, 'UTC')
"a1" AT TIME ZONE 'UTC';
-- to_instant(timestamp, 'Europe/Berlin')
CASE
  WHEN (
    "a1" AT TIME ZONE 'Europe/Berlin' - INTERVAL '120' MINUTE
  ) AT TIME ZONE 'Europe/Berlin' = "a1"
  THEN (
    "a1" AT TIME ZONE 'Europe/Berlin' - INTERVAL '120' MINUTE
  )
  ELSE CASE
    WHEN (
      "a1" AT TIME ZONE 'Europe/Berlin' - INTERVAL '60' MINUTE
    ) AT TIME ZONE 'Europe/Berlin' = "a1"
    THEN (
      "a1" AT TIME ZONE 'Europe/Berlin' - INTERVAL '60' MINUTE
    )
    ELSE CASE
      WHEN (
        "a1" AT TIME ZONE 'Europe/Berlin' - INTERVAL '30' MINUTE
      ) AT TIME ZONE 'Europe/Berlin' = "a1"
      THEN (
        "a1" AT TIME ZONE 'Europe/Berlin' - INTERVAL '30' MINUTE
      )
      ELSE "a1" AT TIME ZONE 'Europe/Berlin'
    END
  END
END;
-- to_instant(timestamp, 'America/New_York')
CASE
  WHEN (
    "a1" AT TIME ZONE 'America/New_York' - INTERVAL '120' MINUTE
  ) AT TIME ZONE 'America/New_York' = "a1"
  THEN (
    "a1" AT TIME ZONE 'America/New_York' - INTERVAL '120' MINUTE
  )
  ELSE CASE
    WHEN (
      "a1" AT TIME ZONE 'America/New_York' - INTERVAL '60' MINUTE
    ) AT TIME ZONE 'America/New_York' = "a1"
    THEN (
      "a1" AT TIME ZONE 'America/New_York' - INTERVAL '60' MINUTE
    )
    ELSE CASE
      WHEN (
        "a1" AT TIME ZONE 'America/New_York' - INTERVAL '30' MINUTE
      ) AT TIME ZONE 'America/New_York' = "a1"
      THEN (
        "a1" AT TIME ZONE 'America/New_York' - INTERVAL '30' MINUTE
      )
      ELSE "a1" AT TIME ZONE 'America/New_York'
    END
  END
END;
-- to_instant(timestamp, 'Australia/Lord_Howe')
CASE
  WHEN (
    "a1" AT TIME ZONE 'Australia/Lord_Howe' - INTERVAL '120' MINUTE
  ) AT TIME ZONE 'Australia/Lord_Howe' = "a1"
  THEN (
    "a1" AT TIME ZONE 'Australia/Lord_Howe' - INTERVAL '120' MINUTE
  )
  ELSE CASE
    WHEN (
      "a1" AT TIME ZONE 'Australia/Lord_Howe' - INTERVAL '60' MINUTE
    ) AT TIME ZONE 'Australia/Lord_Howe' = "a1"
    THEN (
      "a1" AT TIME ZONE 'Australia/Lord_Howe' - INTERVAL '60' MINUTE
    )
    ELSE CASE
      WHEN (
        "a1" AT TIME ZONE 'Australia/Lord_Howe' - INTERVAL '30' MINUTE
      ) AT TIME ZONE 'Australia/Lord_Howe' = "a1"
      THEN (
        "a1" AT TIME ZONE 'Australia/Lord_Howe' - INTERVAL '30' MINUTE
      )
      ELSE "a1" AT TIME ZONE 'Australia/Lord_Howe'
    END
  END
END;
-- to_instant(timestamp, 'America/Sao_Paulo')
CASE
  WHEN (
    "a1" AT TIME ZONE 'America/Sao_Paulo' - INTERVAL '120' MINUTE
  ) AT TIME ZONE 'America/Sao_Paulo' = "a1"
  THEN (
    "a1" AT TIME ZONE 'America/Sao_Paulo' - INTERVAL '120' MINUTE
  )
  ELSE CASE
    WHEN (
      "a1" AT TIME ZONE 'America/Sao_Paulo' - INTERVAL '60' MINUTE
    ) AT TIME ZONE 'America/Sao_Paulo' = "a1"
    THEN (
      "a1" AT TIME ZONE 'America/Sao_Paulo' - INTERVAL '60' MINUTE
    )
    ELSE CASE
      WHEN (
        "a1" AT TIME ZONE 'America/Sao_Paulo' - INTERVAL '30' MINUTE
      ) AT TIME ZONE 'America/Sao_Paulo' = "a1"
      THEN (
        "a1" AT TIME ZONE 'America/Sao_Paulo' - INTERVAL '30' MINUTE
      )
      ELSE "a1" AT TIME ZONE 'America/Sao_Paulo'
    END
  END
END;
-- to_instant(timestamp, 'Antarctica/Troll')
CASE
  WHEN (
    "a1" AT TIME ZONE 'Antarctica/Troll' - INTERVAL '120' MINUTE
  ) AT TIME ZONE 'Antarctica/Troll' = "a1"
  THEN (
    "a1" AT TIME ZONE 'Antarctica/Troll' - INTERVAL '120' MINUTE
  )
  ELSE CASE
    WHEN (
      "a1" AT TIME ZONE 'Antarctica/Troll' - INTERVAL '60' MINUTE
    ) AT TIME ZONE 'Antarctica/Troll' = "a1"
    THEN (
      "a1" AT TIME ZONE 'Antarctica/Troll' - INTERVAL '60' MINUTE
    )
    ELSE CASE
      WHEN (
        "a1" AT TIME ZONE 'Antarctica/Troll' - INTERVAL '30' MINUTE
      ) AT TIME ZONE 'Antarctica/Troll' = "a1"
      THEN (
        "a1" AT TIME ZONE 'Antarctica/Troll' - INTERVAL '30' MINUTE
      )
      ELSE "a1" AT TIME ZONE 'Antarctica/Troll'
    END
  END
END;
-- to_instant(timestamp, 'Pacific/Apia')
CASE
  WHEN (
    "a1" AT TIME ZONE 'Pacific/Apia' - INTERVAL '120' MINUTE
  ) AT TIME ZONE 'Pacific/Apia' = "a1"
  THEN (
    "a1" AT TIME ZONE 'Pacific/Apia' - INTERVAL '120' MINUTE
  )
  ELSE CASE
    WHEN (
      "a1" AT TIME ZONE 'Pacific/Apia' - INTERVAL '60' MINUTE
    ) AT TIME ZONE 'Pacific/Apia' = "a1"
    THEN (
      "a1" AT TIME ZONE 'Pacific/Apia' - INTERVAL '60' MINUTE
    )
    ELSE CASE
      WHEN (
        "a1" AT TIME ZONE 'Pacific/Apia' - INTERVAL '30' MINUTE
      ) AT TIME ZONE 'Pacific/Apia' = "a1"
      THEN (
        "a1" AT TIME ZONE 'Pacific/Apia' - INTERVAL '30' MINUTE
      )
      ELSE "a1" AT TIME ZONE 'Pacific/Apia'
    END
  END
END;
-- to_instant(timestamp, 'Asia/Kolkata')
CASE
  WHEN (
    "a1" AT TIME ZONE 'Asia/Kolkata' - INTERVAL '120' MINUTE
  ) AT TIME ZONE 'Asia/Kolkata' = "a1"
  THEN (
    "a1" AT TIME ZONE 'Asia/Kolkata' - INTERVAL '120' MINUTE
  )
  ELSE CASE
    WHEN (
      "a1" AT TIME ZONE 'Asia/Kolkata' - INTERVAL '60' MINUTE
    ) AT TIME ZONE 'Asia/Kolkata' = "a1"
    THEN (
      "a1" AT TIME ZONE 'Asia/Kolkata' - INTERVAL '60' MINUTE
    )
    ELSE CASE
      WHEN (
        "a1" AT TIME ZONE 'Asia/Kolkata' - INTERVAL '30' MINUTE
      ) AT TIME ZONE 'Asia/Kolkata' = "a1"
      THEN (
        "a1" AT TIME ZONE 'Asia/Kolkata' - INTERVAL '30' MINUTE
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
"a1" - INTERVAL (
  -1
) MONTH;
-- shift(timestamp, 2, 'month')
"a1" - INTERVAL (
  -2
) MONTH;
-- shift(timestamp, -1, 'month')
"a1" + INTERVAL (
  -1
) MONTH;
-- shift(timestamp, -6, 'month')
"a1" + INTERVAL (
  -6
) MONTH;
-- shift(timestamp, 12, 'month')
"a1" - INTERVAL (
  -12
) MONTH;
-- shift(timestamp, 0, 'month')
"a1" - INTERVAL (
  -0
) MONTH;
-- shift(timestamp, 1, 'quarter')
"a1" - INTERVAL (
  -1
) QUARTER;
-- shift(timestamp, -1, 'quarter')
"a1" + INTERVAL (
  -1
) QUARTER;
-- shift(timestamp, 1, 'year')
"a1" - INTERVAL (
  -1
) YEAR;
-- shift(timestamp, 4, 'year')
"a1" - INTERVAL (
  -4
) YEAR;
-- shift(timestamp, -1, 'year')
"a1" + INTERVAL (
  -1
) YEAR;
-- shift(timestamp, -9998, 'year')
"a1" + INTERVAL (
  -9998
) YEAR;
-- shift(timestamp, 9998, 'year')
"a1" - INTERVAL (
  -9998
) YEAR;
-- shift(timestamp, 1, 'day')
"a1" + INTERVAL 1 DAY;
-- shift(timestamp, -1, 'day')
"a1" - INTERVAL 1 DAY;
-- shift(timestamp, 0, 'day')
"a1" + INTERVAL 0 DAY;
-- shift(timestamp, 100000, 'day')
"a1" + INTERVAL 100000 DAY;
-- shift(timestamp, 1, 'week')
"a1" + INTERVAL 1 WEEK;
-- shift(timestamp, -1, 'week')
"a1" - INTERVAL 1 WEEK;
-- shift(timestamp, 1, 'hour')
"a1" + INTERVAL 1 HOUR;
-- shift(timestamp, -1, 'hour')
"a1" - INTERVAL 1 HOUR;
-- shift(timestamp, 100000, 'hour')
"a1" + INTERVAL 100000 HOUR;
-- shift(timestamp, -1, 'minute')
"a1" - INTERVAL 1 MINUTE;
-- shift(timestamp, 1, 'minute')
"a1" + INTERVAL 1 MINUTE;
-- year(date)
YEAR("a1");
-- quarter(date)
QUARTER("a1");
-- month(date)
MONTH("a1");
-- day(date)
DAY("a1");
-- weekday(date)
ISODOW("a1");
-- week(date)
WEEK("a1");
-- last_day(date)
LAST_DAY("a1");
-- hour(timestamp)
HOUR("a1");
-- minute(timestamp)
MINUTE("a1");
-- months_between(date, date)
DATESUB('month', "a1", "b1");
-- years_between(date, date)
DATESUB('year', "a1", "b1");
-- days_between(date, date)
DATE_DIFF('day', "a1", "b1");
-- elapsed(timestamp, timestamp, 'minute')
DATESUB('minute', "a1", "b1");
-- elapsed(timestamp, timestamp, 'hour')
DATESUB('hour', "a1", "b1");
-- elapsed(timestamp, timestamp, 'day')
DATESUB('day', "a1", "b1");
-- from_microseconds(decimal(38,0))
-- from_microseconds(bigint)
MAKE_TIMESTAMPTZ(
  CAST(NULLIF(
    NULLIF(
      GREATEST(LEAST("a1", 253402300800000000), (
        -62135596800000001
      )),
      253402300800000000
    ),
    (
      -62135596800000001
    )
  ) AS BIGINT)
);
-- microseconds(timestamptz)
-- microseconds(timestamp)
EPOCH_US("a1");
-- format_date(date, '%Y-%m-%d')
STRFTIME("a1", '%Y-%m-%d');
-- format_date(date, '%d.%m.%Y')
STRFTIME("a1", '%d.%m.%Y');
-- format_date(date, '%m/%d')
STRFTIME("a1", '%m/%d');
-- format_date(date, '%Y')
STRFTIME("a1", '%Y');
-- format_date(date, '%Y%m')
STRFTIME("a1", '%Y%m');
-- format_date(date, '%Y%Y')
STRFTIME("a1", '%Y%Y');
-- format_date(date, "it's %d")
STRFTIME("a1", 'it''s %d');
-- format_date(date, 'Q"%m"')
STRFTIME("a1", 'Q"%m"');
-- format_date(date, '%d\\%m\\\\')
STRFTIME("a1", '%d\%m\\');
-- format_date(date, 'YYYY MM DD %Y yyyy HH24')
STRFTIME("a1", 'YYYY MM DD %Y yyyy HH24');
-- format_date(date, '_%Y_')
STRFTIME("a1", '_%Y_');
-- format_date(date, '\U0001f6b2%Y\u5e74 e\u0301\ufffd')
STRFTIME("a1", '🚲%Y年 é�');
-- date_trunc('week', date)
CAST(DATE_TRUNC('week', "a1") AS DATE);
-- date_trunc('month', date)
CAST(DATE_TRUNC('month', "a1") AS DATE);
-- date_trunc('quarter', date)
CAST(DATE_TRUNC('quarter', "a1") AS DATE);
-- date_trunc('year', date)
CAST(DATE_TRUNC('year', "a1") AS DATE);
-- iso_text(timestamp)
STRFTIME("a1", '%Y-%m-%dT%H:%M:%S.%f');
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
CAST("a1" AS DOUBLE) / NULLIF(CAST("b1" AS DOUBLE), 0);
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
CAST(ROUND("a1") AS BIGINT);
-- round(decimal(38,9))
-- round(double)
CAST(ROUND("a1") AS DECIMAL(38, 0));
-- floor(decimal(12,3))
CAST(FLOOR("a1") AS BIGINT);
-- floor(decimal(38,9))
-- floor(double)
CAST(FLOOR("a1") AS DECIMAL(38, 0));
-- ceil(decimal(12,3))
CAST(CEIL("a1") AS BIGINT);
-- ceil(decimal(38,9))
-- ceil(double)
CAST(CEIL("a1") AS DECIMAL(38, 0));
-- trunc(double)
TRUNC("a1");
-- round_double(double, 2)
ROUND("a1", 2);
-- round_double(double, 0)
ROUND("a1", 0);
-- round_double(double, 1)
ROUND("a1", 1);
-- round_double(double, 5)
ROUND("a1", 5);
-- round_double(double, 38)
ROUND("a1", 38);
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
NULLIF(SQRT(CAST("a1" AS DOUBLE)), CAST('nan' AS DOUBLE));
-- power(double, double)
-- power(integer, integer)
-- power(decimal(12,2), integer)
-- power(decimal(38,0), integer)
NULLIF(
  NULLIF(
    NULLIF(POWER(CAST("a1" AS DOUBLE), CAST("b1" AS DOUBLE)), CAST('nan' AS DOUBLE)),
    CAST('inf' AS DOUBLE)
  ),
  CAST('-inf' AS DOUBLE)
);
-- exp(double)
-- exp(decimal(12,2))
-- exp(decimal(38,0))
NULLIF(EXP(CAST("a1" AS DOUBLE)), CAST('inf' AS DOUBLE));
-- ln(double)
-- ln(integer)
-- ln(decimal(12,2))
-- ln(decimal(38,0))
LN(NULLIF(GREATEST(CAST("a1" AS DOUBLE), 0), 0));
-- clean_double(double)
CASE WHEN NOT ISNAN("a1") THEN "a1" END;
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
LOWER("a1");
-- upper(text)
UPPER("a1");
-- trim(text)
TRIM("a1", ' ');
-- substr(text, 2, 3)
SUBSTRING("a1", 2, 3);
-- substr(text, 1, 0)
SUBSTRING("a1", 1, 0);
-- substr(text, 2, 10)
SUBSTRING("a1", 2, 10);
-- substr(text, 1, 2147483647)
SUBSTRING("a1", 1, 2147483647);
-- substr(text, 4, 2)
SUBSTRING("a1", 4, 2);
-- substr(text, 10, 2)
SUBSTRING("a1", 10, 2);
-- substr(text, 2147483647, 2147483647)
SUBSTRING("a1", 2147483647, 2147483647);
-- substr(text, 1, 5)
SUBSTRING("a1", 1, 5);
-- substr(text, 2, 1)
SUBSTRING("a1", 2, 1);
-- substr(text, 3, 2)
SUBSTRING("a1", 3, 2);
-- substr(text, 2, 4)
SUBSTRING("a1", 2, 4);
-- substr(text, 1, 2)
SUBSTRING("a1", 1, 2);
-- substr(text, 2)
SUBSTRING("a1", 2);
-- substr(text, 1)
SUBSTRING("a1", 1);
-- substr(text, 5)
SUBSTRING("a1", 5);
-- substr(text, 3)
SUBSTRING("a1", 3);
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
LIST_EXTRACT(STRING_SPLIT("a1", '@'), 1);
-- split_part(text, '@', 2)
LIST_EXTRACT(STRING_SPLIT("a1", '@'), 2);
-- split_part(text, '@', 3)
LIST_EXTRACT(STRING_SPLIT("a1", '@'), 3);
-- split_part(text, '@', -1)
LIST_EXTRACT(STRING_SPLIT("a1", '@'), (
  -1
));
-- split_part(text, '@', -2)
LIST_EXTRACT(STRING_SPLIT("a1", '@'), (
  -2
));
-- split_part(text, '@', -3)
LIST_EXTRACT(STRING_SPLIT("a1", '@'), (
  -3
));
-- split_part(text, '@', 2147483647)
LIST_EXTRACT(STRING_SPLIT("a1", '@'), 2147483647);
-- split_part(text, '@', -2147483647)
LIST_EXTRACT(STRING_SPLIT("a1", '@'), (
  -2147483647
));
-- split_part(text, '||', 2)
LIST_EXTRACT(STRING_SPLIT("a1", '||'), 2);
-- split_part(text, '||', 1)
LIST_EXTRACT(STRING_SPLIT("a1", '||'), 1);
-- split_part(text, '||', -1)
LIST_EXTRACT(STRING_SPLIT("a1", '||'), (
  -1
));
-- split_part(text, 'x', 2)
LIST_EXTRACT(STRING_SPLIT("a1", 'x'), 2);
-- split_part(text, '.', 2)
LIST_EXTRACT(STRING_SPLIT("a1", '.'), 2);
-- split_part(text, '\\', 2)
LIST_EXTRACT(STRING_SPLIT("a1", '\'), 2);
-- split_part(text, '\U0001f6b2', 2)
LIST_EXTRACT(STRING_SPLIT("a1", '🚲'), 2);
-- split_part(text, "'", 2)
LIST_EXTRACT(STRING_SPLIT("a1", ''''), 2);
-- split_part(text, '"', 2)
LIST_EXTRACT(STRING_SPLIT("a1", '"'), 2);
-- split_part(text, '%', 2)
LIST_EXTRACT(STRING_SPLIT("a1", '%'), 2);
-- split_part(text, '_', 1)
LIST_EXTRACT(STRING_SPLIT("a1", '_'), 1);
-- split_part(text, '\u0301', 1)
LIST_EXTRACT(STRING_SPLIT("a1", '́'), 1);
-- split_part(text, '\ufffd', 2)
LIST_EXTRACT(STRING_SPLIT("a1", '�'), 2);
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
ENDS_WITH("a1", "b1");
-- ends_with(text, 'a')
ENDS_WITH("a1", 'a');
-- ends_with(text, "'s")
ENDS_WITH("a1", '''s');
-- ends_with(text, '\\')
ENDS_WITH("a1", '\');
-- ends_with(text, '50%')
ENDS_WITH("a1", '50%');
-- ends_with(text, '%')
ENDS_WITH("a1", '%');
-- ends_with(text, '\U0001f6b2')
ENDS_WITH("a1", '🚲');
-- contains(text, text)
CONTAINS("a1", "b1");
-- contains(text, 'a')
CONTAINS("a1", 'a');
-- contains(text, "'s")
CONTAINS("a1", '''s');
-- contains(text, '\\')
CONTAINS("a1", '\');
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
"a1" LIKE 'a\b';
-- like(text, 'a\\%b')
"a1" LIKE 'a\%b';
-- like(text, '%\\')
"a1" LIKE '%\';
-- like(text, '\\')
"a1" LIKE '\';
-- like(text, "%'s")
"a1" LIKE '%''s';
-- like(text, '"')
"a1" LIKE '"';
-- like(text, 'a.b')
"a1" LIKE 'a.b';
-- like(text, '[a]')
"a1" LIKE '[a]';
-- matches(text, 'b', false)
REGEXP_MATCHES("a1", 'b');
-- matches(text, '^b', false)
REGEXP_MATCHES("a1", '^b');
-- matches(text, '^a', false)
REGEXP_MATCHES("a1", '^a');
-- matches(text, 'c$', false)
REGEXP_MATCHES("a1", 'c$');
-- matches(text, 'a$', false)
REGEXP_MATCHES("a1", 'a$');
-- matches(text, 'a[^\\n]b', false)
REGEXP_MATCHES("a1", 'a[^\n]b');
-- matches(text, 'a[ \\t\\n\\r\\f]b', false)
REGEXP_MATCHES("a1", 'a[ \t\n\r\f]b');
-- matches(text, '^[^\\n]$', false)
REGEXP_MATCHES("a1", '^[^\n]$');
-- matches(text, 'abc', false)
REGEXP_MATCHES("a1", 'abc');
-- matches(text, 'abc', true)
REGEXP_MATCHES("a1", 'abc', 'i');
-- matches(text, '^[a-z]+$', false)
REGEXP_MATCHES("a1", '^[a-z]+$');
-- matches(text, '^[a-z]+$', true)
REGEXP_MATCHES("a1", '^[a-z]+$', 'i');
-- matches(text, '^$', false)
REGEXP_MATCHES("a1", '^$');
-- matches(text, 'a*', false)
REGEXP_MATCHES("a1", 'a*');
-- matches(text, 'a', false)
REGEXP_MATCHES("a1", 'a');
-- matches(text, '[0-9]', false)
REGEXP_MATCHES("a1", '[0-9]');
-- matches(text, '[A-Za-z0-9_]', false)
REGEXP_MATCHES("a1", '[A-Za-z0-9_]');
-- matches(text, '[ \\t\\n\\r\\f]', false)
REGEXP_MATCHES("a1", '[ \t\n\r\f]');
-- matches(text, 'a\\.b', false)
REGEXP_MATCHES("a1", 'a\.b');
-- matches(text, '\\\\', false)
REGEXP_MATCHES("a1", '\\');
-- matches(text, "'", false)
REGEXP_MATCHES("a1", '''');
-- matches(text, '"', false)
REGEXP_MATCHES("a1", '"');
-- matches(text, '%$', false)
REGEXP_MATCHES("a1", '%$');
-- matches(text, '[\\]]', false)
REGEXP_MATCHES("a1", '[\]]');
-- matches(text, '[x\\-]', false)
REGEXP_MATCHES("a1", '[x\-]');
-- matches(text, '[\\^]', false)
REGEXP_MATCHES("a1", '[\^]');
-- matches(text, 'a\\{2\\}', false)
REGEXP_MATCHES("a1", 'a\{2\}');
-- matches(text, '^(?:a|b)+$', false)
REGEXP_MATCHES("a1", '^(?:a|b)+$');
-- matches(text, '^a{1,2}b$', false)
REGEXP_MATCHES("a1", '^a{1,2}b$');
-- matches(text, '^a{2,}b$', false)
REGEXP_MATCHES("a1", '^a{2,}b$');
-- matches(text, '\\t', false)
REGEXP_MATCHES("a1", '\t');
-- matches(text, '/', false)
REGEXP_MATCHES("a1", '/');
-- matches(text, '#b c', false)
REGEXP_MATCHES("a1", '#b c');
-- matches(text, 'a', true)
REGEXP_MATCHES("a1", 'a', 'i');
-- bucket(text)
CAST('0x' || SUBSTRING(MD5("a1"), 1, 8) AS BIGINT) % 10000;
-- to_text(integer)
-- to_text(bigint)
-- to_text(decimal(38,0))
-- to_text(boolean)
-- to_text(date)
CAST("a1" AS TEXT);
-- cast(integer)
-- cast(decimal(38,0))
CAST("a1" AS BIGINT);
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
CAST("a1" AS TEXT);
-- cast(date)
CAST("a1" AS DATE);
-- cast(timestamp)
CAST("a1" AS TIMESTAMP);
-- cast(timestamptz)
CAST("a1" AS TIMESTAMPTZ);
-- cast(integer[])
CAST("a1" AS BIGINT[]);
-- cast(text[])
CAST("a1" AS TEXT[]);
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
CAST([] AS TEXT[]);
-- literal([''])
CAST([''] AS TEXT[]);
-- literal(["it's", '"50%_\\', 'a\nb', 'e\u0301\U0001f6b2\ufffd', 'NULL', 'a,b', '{}'])
CAST(['it''s', '"50%_\', 'a
b', 'é🚲�', 'NULL', 'a,b', '{}'] AS TEXT[]);
-- literal([])
CAST([] AS BIGINT[]);
-- literal([9223372036854775807, -9223372036854775808])
CAST([9223372036854775807, (
    -9223372036854775808
)] AS BIGINT[]);
-- literal([1.10, -0.01])
CAST([1.10, (
    -0.01
)] AS DECIMAL(12, 2)[]);
-- literal([true, false])
CAST([TRUE, FALSE] AS BOOLEAN[]);
-- literal([2024-02-29, 0001-01-01, 9999-12-31])
CAST([
  CAST('2024-02-29' AS DATE),
  CAST('0001-01-01' AS DATE),
  CAST('9999-12-31' AS DATE)
] AS DATE[]);
-- literal([])
CAST([] AS DATE[]);
-- literal([2024-02-29T12:00:00.000001+00:00])
CAST([CAST('2024-02-29 12:00:00.000001+00:00' AS TIMESTAMPTZ)] AS TIMESTAMPTZ[]);
-- literal([])
CAST([] AS TIMESTAMPTZ[]);
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
