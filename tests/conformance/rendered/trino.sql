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
  APPROX_DISTINCT("a1") AS "r1"
FROM "held";
-- sum(integer)
-- sum(decimal(12,2))
-- sum(decimal(38,2))
-- sum(decimal(38,0))
-- sum(double)
SELECT
  SUM("a1") AS "r1"
FROM "held";
-- sum(bigint)
SELECT
  SUM(CAST("a1" AS DECIMAL(38, 0))) AS "r1"
FROM "held";
-- percentile(integer, p=0.5)
-- percentile(decimal(12,2), p=0.5)
-- percentile(double, p=0.5)
-- percentile(bigint, p=0.5)
-- percentile(decimal(38,0), p=0.5)
SELECT
  ELEMENT_AT(
    TRANSFORM(
      ARRAY[ARRAY_SORT(ARRAY_AGG(CAST("a1" AS DOUBLE)) FILTER(WHERE
        CAST("a1" AS DOUBLE) IS NOT NULL))],
      coterie_element -> CASE
        WHEN 0.5 * (
          CARDINALITY(coterie_element) - 1
        ) = CAST(FLOOR(0.5 * (
          CARDINALITY(coterie_element) - 1
        )) AS BIGINT)
        THEN ELEMENT_AT(
          coterie_element,
          CAST(FLOOR(0.5 * (
            CARDINALITY(coterie_element) - 1
          )) AS BIGINT) + 1
        )
        ELSE ELEMENT_AT(
          coterie_element,
          CAST(FLOOR(0.5 * (
            CARDINALITY(coterie_element) - 1
          )) AS BIGINT) + 1
        ) + CAST(0.5 * (
          CARDINALITY(coterie_element) - 1
        ) - CAST(FLOOR(0.5 * (
          CARDINALITY(coterie_element) - 1
        )) AS BIGINT) AS DOUBLE) * (
          ELEMENT_AT(
            coterie_element,
            CAST(FLOOR(0.5 * (
              CARDINALITY(coterie_element) - 1
            )) AS BIGINT) + 1 + 1
          ) - ELEMENT_AT(
            coterie_element,
            CAST(FLOOR(0.5 * (
              CARDINALITY(coterie_element) - 1
            )) AS BIGINT) + 1
          )
        )
      END
    ),
    1
  ) AS "r1"
FROM "held";
-- percentile(integer, p=0.9)
SELECT
  ELEMENT_AT(
    TRANSFORM(
      ARRAY[ARRAY_SORT(ARRAY_AGG(CAST("a1" AS DOUBLE)) FILTER(WHERE
        CAST("a1" AS DOUBLE) IS NOT NULL))],
      coterie_element -> CASE
        WHEN 0.9 * (
          CARDINALITY(coterie_element) - 1
        ) = CAST(FLOOR(0.9 * (
          CARDINALITY(coterie_element) - 1
        )) AS BIGINT)
        THEN ELEMENT_AT(
          coterie_element,
          CAST(FLOOR(0.9 * (
            CARDINALITY(coterie_element) - 1
          )) AS BIGINT) + 1
        )
        ELSE ELEMENT_AT(
          coterie_element,
          CAST(FLOOR(0.9 * (
            CARDINALITY(coterie_element) - 1
          )) AS BIGINT) + 1
        ) + CAST(0.9 * (
          CARDINALITY(coterie_element) - 1
        ) - CAST(FLOOR(0.9 * (
          CARDINALITY(coterie_element) - 1
        )) AS BIGINT) AS DOUBLE) * (
          ELEMENT_AT(
            coterie_element,
            CAST(FLOOR(0.9 * (
              CARDINALITY(coterie_element) - 1
            )) AS BIGINT) + 1 + 1
          ) - ELEMENT_AT(
            coterie_element,
            CAST(FLOOR(0.9 * (
              CARDINALITY(coterie_element) - 1
            )) AS BIGINT) + 1
          )
        )
      END
    ),
    1
  ) AS "r1"
FROM "held";
-- percentile(integer, p=0)
SELECT
  ELEMENT_AT(
    TRANSFORM(
      ARRAY[ARRAY_SORT(ARRAY_AGG(CAST("a1" AS DOUBLE)) FILTER(WHERE
        CAST("a1" AS DOUBLE) IS NOT NULL))],
      coterie_element -> CASE
        WHEN 0 * (
          CARDINALITY(coterie_element) - 1
        ) = CAST(FLOOR(0 * (
          CARDINALITY(coterie_element) - 1
        )) AS BIGINT)
        THEN ELEMENT_AT(
          coterie_element,
          CAST(FLOOR(0 * (
            CARDINALITY(coterie_element) - 1
          )) AS BIGINT) + 1
        )
        ELSE ELEMENT_AT(
          coterie_element,
          CAST(FLOOR(0 * (
            CARDINALITY(coterie_element) - 1
          )) AS BIGINT) + 1
        ) + CAST(0 * (
          CARDINALITY(coterie_element) - 1
        ) - CAST(FLOOR(0 * (
          CARDINALITY(coterie_element) - 1
        )) AS BIGINT) AS DOUBLE) * (
          ELEMENT_AT(
            coterie_element,
            CAST(FLOOR(0 * (
              CARDINALITY(coterie_element) - 1
            )) AS BIGINT) + 1 + 1
          ) - ELEMENT_AT(
            coterie_element,
            CAST(FLOOR(0 * (
              CARDINALITY(coterie_element) - 1
            )) AS BIGINT) + 1
          )
        )
      END
    ),
    1
  ) AS "r1"
FROM "held";
-- percentile(integer, p=1)
SELECT
  ELEMENT_AT(
    TRANSFORM(
      ARRAY[ARRAY_SORT(ARRAY_AGG(CAST("a1" AS DOUBLE)) FILTER(WHERE
        CAST("a1" AS DOUBLE) IS NOT NULL))],
      coterie_element -> CASE
        WHEN 1 * (
          CARDINALITY(coterie_element) - 1
        ) = CAST(FLOOR(1 * (
          CARDINALITY(coterie_element) - 1
        )) AS BIGINT)
        THEN ELEMENT_AT(
          coterie_element,
          CAST(FLOOR(1 * (
            CARDINALITY(coterie_element) - 1
          )) AS BIGINT) + 1
        )
        ELSE ELEMENT_AT(
          coterie_element,
          CAST(FLOOR(1 * (
            CARDINALITY(coterie_element) - 1
          )) AS BIGINT) + 1
        ) + CAST(1 * (
          CARDINALITY(coterie_element) - 1
        ) - CAST(FLOOR(1 * (
          CARDINALITY(coterie_element) - 1
        )) AS BIGINT) AS DOUBLE) * (
          ELEMENT_AT(
            coterie_element,
            CAST(FLOOR(1 * (
              CARDINALITY(coterie_element) - 1
            )) AS BIGINT) + 1 + 1
          ) - ELEMENT_AT(
            coterie_element,
            CAST(FLOOR(1 * (
              CARDINALITY(coterie_element) - 1
            )) AS BIGINT) + 1
          )
        )
      END
    ),
    1
  ) AS "r1"
FROM "held";
-- percentile(integer, p=0.25)
SELECT
  ELEMENT_AT(
    TRANSFORM(
      ARRAY[ARRAY_SORT(ARRAY_AGG(CAST("a1" AS DOUBLE)) FILTER(WHERE
        CAST("a1" AS DOUBLE) IS NOT NULL))],
      coterie_element -> CASE
        WHEN 0.25 * (
          CARDINALITY(coterie_element) - 1
        ) = CAST(FLOOR(0.25 * (
          CARDINALITY(coterie_element) - 1
        )) AS BIGINT)
        THEN ELEMENT_AT(
          coterie_element,
          CAST(FLOOR(0.25 * (
            CARDINALITY(coterie_element) - 1
          )) AS BIGINT) + 1
        )
        ELSE ELEMENT_AT(
          coterie_element,
          CAST(FLOOR(0.25 * (
            CARDINALITY(coterie_element) - 1
          )) AS BIGINT) + 1
        ) + CAST(0.25 * (
          CARDINALITY(coterie_element) - 1
        ) - CAST(FLOOR(0.25 * (
          CARDINALITY(coterie_element) - 1
        )) AS BIGINT) AS DOUBLE) * (
          ELEMENT_AT(
            coterie_element,
            CAST(FLOOR(0.25 * (
              CARDINALITY(coterie_element) - 1
            )) AS BIGINT) + 1 + 1
          ) - ELEMENT_AT(
            coterie_element,
            CAST(FLOOR(0.25 * (
              CARDINALITY(coterie_element) - 1
            )) AS BIGINT) + 1
          )
        )
      END
    ),
    1
  ) AS "r1"
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
  ELEMENT_AT(ARRAY_AGG("a1" ORDER BY "b1" ASC) FILTER(WHERE
    "a1" IS NOT NULL), 1) AS "r1"
FROM "held";
-- nth(text, integer, n=-1, order=['b desc'])
-- nth(decimal(38,9), date, n=-1, order=['b desc'])
-- nth(bigint[], integer, n=-1, order=['b desc'])
SELECT
  ELEMENT_AT(ARRAY_AGG("a1" ORDER BY "b1" DESC NULLS FIRST) FILTER(WHERE
    "a1" IS NOT NULL), 1) AS "r1"
FROM "held";
-- nth(text, integer, n=2, order=['b'])
SELECT
  ELEMENT_AT(ARRAY_AGG("a1" ORDER BY "b1" ASC) FILTER(WHERE
    "a1" IS NOT NULL), 2) AS "r1"
FROM "held";
-- nth(text, integer, text, n=1, order=['b', 'c'])
SELECT
  ELEMENT_AT(ARRAY_AGG("a1" ORDER BY "b1" ASC, "c1" ASC) FILTER(WHERE
    "a1" IS NOT NULL), 1) AS "r1"
FROM "held";
-- nth(text, integer, text, n=-1, order=['b desc', 'c desc'])
SELECT
  ELEMENT_AT(
    ARRAY_AGG("a1" ORDER BY "b1" DESC NULLS FIRST, "c1" DESC NULLS FIRST) FILTER(WHERE
      "a1" IS NOT NULL),
    1
  ) AS "r1"
FROM "held";
-- nth(text, integer, text, n=1, order=['b desc', 'c'])
SELECT
  ELEMENT_AT(
    ARRAY_AGG("a1" ORDER BY "b1" DESC NULLS FIRST, "c1" ASC) FILTER(WHERE
      "a1" IS NOT NULL),
    1
  ) AS "r1"
FROM "held";
-- nth(text, n=1, order=['a'])
SELECT
  ELEMENT_AT(ARRAY_AGG("a1" ORDER BY "a1" ASC) FILTER(WHERE
    "a1" IS NOT NULL), 1) AS "r1"
FROM "held";
-- nth(text, n=-1, order=['a desc'])
SELECT
  ELEMENT_AT(ARRAY_AGG("a1" ORDER BY "a1" DESC NULLS FIRST) FILTER(WHERE
    "a1" IS NOT NULL), 1) AS "r1"
FROM "held";
-- nth(text, integer, boolean, n=1, order=['b'], where=c)
SELECT
  ELEMENT_AT(ARRAY_AGG("a1" ORDER BY "b1" ASC) FILTER(WHERE
    "c1" AND "a1" IS NOT NULL), 1) AS "r1"
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
  SLICE(
    ARRAY_AGG("a1" ORDER BY "b1" DESC NULLS FIRST, "c1" ASC) FILTER(WHERE
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
  ARRAY_AGG("a1" ORDER BY "a1" ASC) FILTER(WHERE
    "a1" IS NOT NULL) AS "r1"
FROM "held";
-- list(text, order=['a desc'], limit=3)
SELECT
  SLICE(
    ARRAY_AGG("a1" ORDER BY "a1" DESC NULLS FIRST) FILTER(WHERE
      "a1" IS NOT NULL),
    1,
    3
  ) AS "r1"
FROM "held";
-- list(integer, boolean, order=['a'], where=b)
SELECT
  ARRAY_AGG("a1" ORDER BY "a1" ASC) FILTER(WHERE
    "b1" AND "a1" IS NOT NULL) AS "r1"
FROM "held";
-- list(decimal(12,2), date, order=['b desc'])
SELECT
  ARRAY_AGG("a1" ORDER BY "b1" DESC NULLS FIRST) FILTER(WHERE
    "a1" IS NOT NULL) AS "r1"
FROM "held";
-- list(timestamptz, order=['a desc'])
SELECT
  ARRAY_AGG("a1" ORDER BY "a1" DESC NULLS FIRST) FILTER(WHERE
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
  ARRAY_SORT(ARRAY_AGG(DISTINCT "a1") FILTER(WHERE
    "a1" IS NOT NULL)) AS "r1"
FROM "held";
-- list_distinct(text, descending=True)
-- list_distinct(bigint, descending=True)
SELECT
  REVERSE(ARRAY_SORT(ARRAY_AGG(DISTINCT "a1") FILTER(WHERE
    "a1" IS NOT NULL))) AS "r1"
FROM "held";
-- list_distinct(text, limit=2)
SELECT
  SLICE(ARRAY_SORT(ARRAY_AGG(DISTINCT "a1") FILTER(WHERE
    "a1" IS NOT NULL)), 1, 2) AS "r1"
FROM "held";
-- list_distinct(text, boolean, where=b, descending=True, limit=2)
SELECT
  SLICE(
    REVERSE(ARRAY_SORT(ARRAY_AGG(DISTINCT "a1") FILTER(WHERE
      "b1" AND "a1" IS NOT NULL))),
    1,
    2
  ) AS "r1"
FROM "held";
-- array_length(text[])
-- array_length(bigint[])
-- array_length(double[])
CARDINALITY("a1");
-- array_contains_any(text[], 'a')
ANY_MATCH("a1", coterie_element -> coterie_element IN ('a'));
-- array_contains_any(text[], 'c')
ANY_MATCH("a1", coterie_element -> coterie_element IN ('c'));
-- array_contains_any(text[], 'b', 'c')
ANY_MATCH("a1", coterie_element -> coterie_element IN ('b', 'c'));
-- array_contains_any(text[], 'c', 'a')
ANY_MATCH("a1", coterie_element -> coterie_element IN ('c', 'a'));
-- array_contains_any(text[], 'a', 'b')
ANY_MATCH("a1", coterie_element -> coterie_element IN ('a', 'b'));
-- array_contains_any(text[], '')
ANY_MATCH("a1", coterie_element -> coterie_element IN (''));
-- array_contains_any(text[], "it's", '"50%_\\')
ANY_MATCH("a1", coterie_element -> coterie_element IN ('it''s', '"50%_\'));
-- array_contains_any(text[], '\xe9')
ANY_MATCH("a1", coterie_element -> coterie_element IN ('é'));
-- array_contains_any(text[], '\U0001f6b2', '\ufffd')
ANY_MATCH("a1", coterie_element -> coterie_element IN ('🚲', '�'));
-- array_contains_any(bigint[], 9223372036854775807)
ANY_MATCH("a1", coterie_element -> coterie_element IN (9223372036854775807));
-- array_contains_any(bigint[], -9223372036854775808, 0)
ANY_MATCH(
  "a1",
  coterie_element -> coterie_element IN (CAST('-9223372036854775808' AS BIGINT), 0)
);
-- array_contains_any(bigint[], 0)
-- array_contains_any(double[], 0)
ANY_MATCH("a1", coterie_element -> coterie_element IN (0));
-- array_contains_any(decimal(12,2)[], 1.1)
ANY_MATCH("a1", coterie_element -> coterie_element IN (1.1));
-- array_contains_any(decimal(12,2)[], 1.11, 1.1)
ANY_MATCH("a1", coterie_element -> coterie_element IN (1.11, 1.1));
-- array_contains_any(decimal(12,2)[], 0.01)
ANY_MATCH("a1", coterie_element -> coterie_element IN (0.01));
-- array_contains_any(double[], 0.1, 0.2)
ANY_MATCH("a1", coterie_element -> coterie_element IN (0.1, 0.2));
-- array_contains_any(double[], 0.1)
ANY_MATCH("a1", coterie_element -> coterie_element IN (0.1));
-- array_contains_any(date[], 2024-02-29)
ANY_MATCH("a1", coterie_element -> coterie_element IN (CAST('2024-02-29' AS DATE)));
-- array_contains_any(date[], 9999-12-31, 2024-02-29)
ANY_MATCH(
  "a1",
  coterie_element -> coterie_element IN (CAST('9999-12-31' AS DATE), CAST('2024-02-29' AS DATE))
);
-- array_contains_any(timestamptz[], 2024-02-29T12:00:00.000001+00:00)
ANY_MATCH(
  "a1",
  coterie_element -> coterie_element IN (CAST('2024-02-29 12:00:00.000001 UTC' AS TIMESTAMP(6) WITH TIME ZONE))
);
-- array_contains_any(timestamptz[], 2024-02-29T12:00:00+00:00)
ANY_MATCH(
  "a1",
  coterie_element -> coterie_element IN (CAST('2024-02-29 12:00:00 UTC' AS TIMESTAMP(6) WITH TIME ZONE))
);
-- array_contains_any(timestamp[], 2024-02-29T12:00:00.000001)
ANY_MATCH(
  "a1",
  coterie_element -> coterie_element IN (CAST('2024-02-29 12:00:00.000001' AS TIMESTAMP(6)))
);
-- array_contains_any(timestamp[], 2024-02-29T12:00:00)
ANY_MATCH(
  "a1",
  coterie_element -> coterie_element IN (CAST('2024-02-29 12:00:00' AS TIMESTAMP(6)))
);
-- array_contains_all(text[], 'a')
ANY_MATCH("a1", coterie_element -> coterie_element = 'a');
-- array_contains_all(text[], 'c')
ANY_MATCH("a1", coterie_element -> coterie_element = 'c');
-- array_contains_all(text[], 'b', 'c')
ANY_MATCH("a1", coterie_element -> coterie_element = 'b')
AND ANY_MATCH("a1", coterie_element -> coterie_element = 'c');
-- array_contains_all(text[], 'c', 'a')
ANY_MATCH("a1", coterie_element -> coterie_element = 'c')
AND ANY_MATCH("a1", coterie_element -> coterie_element = 'a');
-- array_contains_all(text[], 'a', 'b')
ANY_MATCH("a1", coterie_element -> coterie_element = 'a')
AND ANY_MATCH("a1", coterie_element -> coterie_element = 'b');
-- array_contains_all(text[], '')
ANY_MATCH("a1", coterie_element -> coterie_element = '');
-- array_contains_all(text[], "it's", '"50%_\\')
ANY_MATCH("a1", coterie_element -> coterie_element = 'it''s')
AND ANY_MATCH("a1", coterie_element -> coterie_element = '"50%_\');
-- array_contains_all(text[], '\xe9')
ANY_MATCH("a1", coterie_element -> coterie_element = 'é');
-- array_contains_all(text[], '\U0001f6b2', '\ufffd')
ANY_MATCH("a1", coterie_element -> coterie_element = '🚲')
AND ANY_MATCH("a1", coterie_element -> coterie_element = '�');
-- array_contains_all(bigint[], 9223372036854775807)
ANY_MATCH("a1", coterie_element -> coterie_element = 9223372036854775807);
-- array_contains_all(bigint[], -9223372036854775808, 0)
ANY_MATCH("a1", coterie_element -> coterie_element = CAST('-9223372036854775808' AS BIGINT))
AND ANY_MATCH("a1", coterie_element -> coterie_element = 0);
-- array_contains_all(bigint[], 0)
-- array_contains_all(double[], 0)
ANY_MATCH("a1", coterie_element -> coterie_element = 0);
-- array_contains_all(decimal(12,2)[], 1.1)
ANY_MATCH("a1", coterie_element -> coterie_element = 1.1);
-- array_contains_all(decimal(12,2)[], 1.11, 1.1)
ANY_MATCH("a1", coterie_element -> coterie_element = 1.11)
AND ANY_MATCH("a1", coterie_element -> coterie_element = 1.1);
-- array_contains_all(decimal(12,2)[], 0.01)
ANY_MATCH("a1", coterie_element -> coterie_element = 0.01);
-- array_contains_all(double[], 0.1, 0.2)
ANY_MATCH("a1", coterie_element -> coterie_element = 0.1)
AND ANY_MATCH("a1", coterie_element -> coterie_element = 0.2);
-- array_contains_all(double[], 0.1)
ANY_MATCH("a1", coterie_element -> coterie_element = 0.1);
-- array_contains_all(date[], 2024-02-29)
ANY_MATCH("a1", coterie_element -> coterie_element = CAST('2024-02-29' AS DATE));
-- array_contains_all(date[], 9999-12-31, 2024-02-29)
ANY_MATCH("a1", coterie_element -> coterie_element = CAST('9999-12-31' AS DATE))
AND ANY_MATCH("a1", coterie_element -> coterie_element = CAST('2024-02-29' AS DATE));
-- array_contains_all(timestamptz[], 2024-02-29T12:00:00.000001+00:00)
ANY_MATCH(
  "a1",
  coterie_element -> coterie_element = CAST('2024-02-29 12:00:00.000001 UTC' AS TIMESTAMP(6) WITH TIME ZONE)
);
-- array_contains_all(timestamptz[], 2024-02-29T12:00:00+00:00)
ANY_MATCH(
  "a1",
  coterie_element -> coterie_element = CAST('2024-02-29 12:00:00 UTC' AS TIMESTAMP(6) WITH TIME ZONE)
);
-- array_contains_all(timestamp[], 2024-02-29T12:00:00.000001)
ANY_MATCH(
  "a1",
  coterie_element -> coterie_element = CAST('2024-02-29 12:00:00.000001' AS TIMESTAMP(6))
);
-- array_contains_all(timestamp[], 2024-02-29T12:00:00)
ANY_MATCH(
  "a1",
  coterie_element -> coterie_element = CAST('2024-02-29 12:00:00' AS TIMESTAMP(6))
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
  WHEN "b1" IS NOT NULL
  THEN ANY_MATCH("a1", coterie_element -> coterie_element = "b1")
END;
-- array_contains(text[], "it's")
CASE
  WHEN 'it''s' IS NOT NULL
  THEN ANY_MATCH("a1", coterie_element -> coterie_element = 'it''s')
END;
-- array_contains(text[], 'a\\')
CASE
  WHEN 'a\' IS NOT NULL
  THEN ANY_MATCH("a1", coterie_element -> coterie_element = 'a\')
END;
-- array_contains(text[], 'a')
CASE
  WHEN 'a' IS NOT NULL
  THEN ANY_MATCH("a1", coterie_element -> coterie_element = 'a')
END;
-- array_contains_between(timestamptz[], 2024-02-29T00:00:00+00:00, 2024-03-01T00:00:00+00:00)
ANY_MATCH(
  "a1",
  coterie_element -> coterie_element >= CAST('2024-02-29 00:00:00 UTC' AS TIMESTAMP(6) WITH TIME ZONE)
  AND coterie_element < CAST('2024-03-01 00:00:00 UTC' AS TIMESTAMP(6) WITH TIME ZONE)
);
-- array_contains_between(timestamptz[], 2024-03-30T23:00:00+00:00, 2024-03-31T22:00:00+00:00)
ANY_MATCH(
  "a1",
  coterie_element -> coterie_element >= CAST('2024-03-30 23:00:00 UTC' AS TIMESTAMP(6) WITH TIME ZONE)
  AND coterie_element < CAST('2024-03-31 22:00:00 UTC' AS TIMESTAMP(6) WITH TIME ZONE)
);
-- array_contains_between(timestamp[], 2024-02-29T00:00:00, 2024-03-01T00:00:00)
ANY_MATCH(
  "a1",
  coterie_element -> coterie_element >= CAST('2024-02-29 00:00:00' AS TIMESTAMP(6))
  AND coterie_element < CAST('2024-03-01 00:00:00' AS TIMESTAMP(6))
);
-- array_element(text[], 1)
-- array_element(bigint[], 1)
-- array_element(decimal(38,9)[], 1)
-- array_element(double[], 1)
-- array_element(boolean[], 1)
-- array_element(timestamptz[], 1)
ELEMENT_AT("a1", 1);
-- array_element(text[], 3)
ELEMENT_AT("a1", 3);
-- array_element(text[], 4)
ELEMENT_AT("a1", 4);
-- array_element(text[], -1)
-- array_element(date[], -1)
ELEMENT_AT("a1", (
  -1
));
-- array_element(text[], -2)
ELEMENT_AT("a1", (
  -2
));
-- array_element(text[], -3)
ELEMENT_AT("a1", (
  -3
));
-- array_element(text[], -4)
ELEMENT_AT("a1", (
  -4
));
-- array_element(text[], 2)
-- array_element(bigint[], 2)
ELEMENT_AT("a1", 2);
-- array_element(text[], 2147483647)
ELEMENT_AT("a1", 2147483647);
-- array_element(text[], -2147483647)
ELEMENT_AT("a1", (
  -2147483647
));
-- array_join(text[], ', ')
ARRAY_JOIN("a1", ', ');
-- array_join(text[], '')
ARRAY_JOIN("a1", '');
-- array_join(text[], "'")
ARRAY_JOIN("a1", '''');
-- array_join(text[], '\\')
ARRAY_JOIN("a1", '\');
-- array_join(text[], '\U0001f6b2')
ARRAY_JOIN("a1", '🚲');
-- array_join(text[], '|')
ARRAY_JOIN("a1", '|');
-- clean_array(text[])
-- clean_array(bigint[])
-- clean_array(decimal(12,2)[])
-- clean_array(boolean[])
-- clean_array(date[])
-- clean_array(timestamp[])
-- clean_array(timestamptz[])
COALESCE(FILTER("a1", coterie_element -> coterie_element IS NOT NULL), ARRAY[]);
-- clean_double_array(double[])
COALESCE(
  FILTER(
    "a1",
    coterie_element -> coterie_element IS NOT NULL AND NOT IS_NAN(coterie_element)
  ),
  ARRAY[]
);
-- read_integer(text)
TRY_CAST(REGEXP_EXTRACT("a1", '\A[+-]?[0-9]+\z') AS BIGINT);
-- read_number(text)
TRY_CAST(REGEXP_EXTRACT("a1", '\A[+-]?[0-9]+(?:\.[0-9]+)?\z') AS DECIMAL(38, 9));
-- read_date(text)
TRY_CAST(REGEXP_EXTRACT(
  "a1",
  '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}\z'
) AS DATE);
-- read_timestamp(text, 'UTC')
WITH_TIMEZONE(
  CASE
    WHEN REGEXP_EXTRACT(
      "a1",
      '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])?\z'
    ) IS NOT NULL
    THEN ELEMENT_AT(
      TRANSFORM(
        ARRAY[TRY_CAST(SUBSTR("a1", 1, 10) || ' ' || SUBSTR("a1", 12, 5) || COALESCE(REGEXP_EXTRACT(SUBSTR("a1", 17), '\A:[0-9]{2}(?:\.[0-9]{1,6})?'), ':00') AS TIMESTAMP(6))],
        coterie_element -> CASE
          WHEN REGEXP_EXTRACT(SUBSTR("a1", 17), '[Z+-].*') IS NULL
          THEN coterie_element
          ELSE DATE_ADD(
            'second',
            TRY_CAST(SUBSTR(
              REPLACE(REPLACE(REGEXP_EXTRACT(SUBSTR("a1", 17), '[Z+-].*'), 'Z', '+0000'), ':', ''),
              1,
              3
            ) AS BIGINT) * (
              -3600
            ) + TRY_CAST(SUBSTR(
              REPLACE(REPLACE(REGEXP_EXTRACT(SUBSTR("a1", 17), '[Z+-].*'), 'Z', '+0000'), ':', ''),
              1,
              1
            ) || SUBSTR(
              REPLACE(REPLACE(REGEXP_EXTRACT(SUBSTR("a1", 17), '[Z+-].*'), 'Z', '+0000'), ':', ''),
              4,
              2
            ) AS BIGINT) * (
              -60
            ),
            coterie_element
          )
        END
      ),
      1
    )
  END,
  'UTC'
);
-- read_timestamp(text, 'Europe/Berlin')
WITH_TIMEZONE(
  CASE
    WHEN REGEXP_EXTRACT(
      "a1",
      '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])?\z'
    ) IS NOT NULL
    THEN ELEMENT_AT(
      TRANSFORM(
        ARRAY[TRY_CAST(SUBSTR("a1", 1, 10) || ' ' || SUBSTR("a1", 12, 5) || COALESCE(REGEXP_EXTRACT(SUBSTR("a1", 17), '\A:[0-9]{2}(?:\.[0-9]{1,6})?'), ':00') AS TIMESTAMP(6))],
        coterie_element -> CASE
          WHEN REGEXP_EXTRACT(SUBSTR("a1", 17), '[Z+-].*') IS NULL
          THEN CASE
            WHEN CAST(AT_TIMEZONE(
              WITH_TIMEZONE(
                DATE_ADD(
                  'second',
                  DATE_DIFF(
                    'second',
                    CAST(AT_TIMEZONE(
                      WITH_TIMEZONE(DATE_ADD('second', (
                        -86400
                      ), coterie_element), 'UTC'),
                      'Europe/Berlin'
                    ) AS TIMESTAMP(6)),
                    DATE_ADD('second', (
                      -86400
                    ), coterie_element)
                  ),
                  coterie_element
                ),
                'UTC'
              ),
              'Europe/Berlin'
            ) AS TIMESTAMP(6)) <> coterie_element
            AND CAST(AT_TIMEZONE(
              WITH_TIMEZONE(
                DATE_ADD(
                  'second',
                  DATE_DIFF(
                    'second',
                    CAST(AT_TIMEZONE(WITH_TIMEZONE(DATE_ADD('second', 86400, coterie_element), 'UTC'), 'Europe/Berlin') AS TIMESTAMP(6)),
                    DATE_ADD('second', 86400, coterie_element)
                  ),
                  coterie_element
                ),
                'UTC'
              ),
              'Europe/Berlin'
            ) AS TIMESTAMP(6)) = coterie_element
            THEN DATE_ADD(
              'second',
              DATE_DIFF(
                'second',
                CAST(AT_TIMEZONE(WITH_TIMEZONE(DATE_ADD('second', 86400, coterie_element), 'UTC'), 'Europe/Berlin') AS TIMESTAMP(6)),
                DATE_ADD('second', 86400, coterie_element)
              ),
              coterie_element
            )
            ELSE DATE_ADD(
              'second',
              DATE_DIFF(
                'second',
                CAST(AT_TIMEZONE(
                  WITH_TIMEZONE(DATE_ADD('second', (
                    -86400
                  ), coterie_element), 'UTC'),
                  'Europe/Berlin'
                ) AS TIMESTAMP(6)),
                DATE_ADD('second', (
                  -86400
                ), coterie_element)
              ),
              coterie_element
            )
          END
          ELSE DATE_ADD(
            'second',
            TRY_CAST(SUBSTR(
              REPLACE(REPLACE(REGEXP_EXTRACT(SUBSTR("a1", 17), '[Z+-].*'), 'Z', '+0000'), ':', ''),
              1,
              3
            ) AS BIGINT) * (
              -3600
            ) + TRY_CAST(SUBSTR(
              REPLACE(REPLACE(REGEXP_EXTRACT(SUBSTR("a1", 17), '[Z+-].*'), 'Z', '+0000'), ':', ''),
              1,
              1
            ) || SUBSTR(
              REPLACE(REPLACE(REGEXP_EXTRACT(SUBSTR("a1", 17), '[Z+-].*'), 'Z', '+0000'), ':', ''),
              4,
              2
            ) AS BIGINT) * (
              -60
            ),
            coterie_element
          )
        END
      ),
      1
    )
  END,
  'UTC'
);
-- read_timestamp(text, 'America/New_York')
WITH_TIMEZONE(
  CASE
    WHEN REGEXP_EXTRACT(
      "a1",
      '\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])?\z'
    ) IS NOT NULL
    THEN ELEMENT_AT(
      TRANSFORM(
        ARRAY[TRY_CAST(SUBSTR("a1", 1, 10) || ' ' || SUBSTR("a1", 12, 5) || COALESCE(REGEXP_EXTRACT(SUBSTR("a1", 17), '\A:[0-9]{2}(?:\.[0-9]{1,6})?'), ':00') AS TIMESTAMP(6))],
        coterie_element -> CASE
          WHEN REGEXP_EXTRACT(SUBSTR("a1", 17), '[Z+-].*') IS NULL
          THEN CASE
            WHEN CAST(AT_TIMEZONE(
              WITH_TIMEZONE(
                DATE_ADD(
                  'second',
                  DATE_DIFF(
                    'second',
                    CAST(AT_TIMEZONE(
                      WITH_TIMEZONE(DATE_ADD('second', (
                        -86400
                      ), coterie_element), 'UTC'),
                      'America/New_York'
                    ) AS TIMESTAMP(6)),
                    DATE_ADD('second', (
                      -86400
                    ), coterie_element)
                  ),
                  coterie_element
                ),
                'UTC'
              ),
              'America/New_York'
            ) AS TIMESTAMP(6)) <> coterie_element
            AND CAST(AT_TIMEZONE(
              WITH_TIMEZONE(
                DATE_ADD(
                  'second',
                  DATE_DIFF(
                    'second',
                    CAST(AT_TIMEZONE(
                      WITH_TIMEZONE(DATE_ADD('second', 86400, coterie_element), 'UTC'),
                      'America/New_York'
                    ) AS TIMESTAMP(6)),
                    DATE_ADD('second', 86400, coterie_element)
                  ),
                  coterie_element
                ),
                'UTC'
              ),
              'America/New_York'
            ) AS TIMESTAMP(6)) = coterie_element
            THEN DATE_ADD(
              'second',
              DATE_DIFF(
                'second',
                CAST(AT_TIMEZONE(
                  WITH_TIMEZONE(DATE_ADD('second', 86400, coterie_element), 'UTC'),
                  'America/New_York'
                ) AS TIMESTAMP(6)),
                DATE_ADD('second', 86400, coterie_element)
              ),
              coterie_element
            )
            ELSE DATE_ADD(
              'second',
              DATE_DIFF(
                'second',
                CAST(AT_TIMEZONE(
                  WITH_TIMEZONE(DATE_ADD('second', (
                    -86400
                  ), coterie_element), 'UTC'),
                  'America/New_York'
                ) AS TIMESTAMP(6)),
                DATE_ADD('second', (
                  -86400
                ), coterie_element)
              ),
              coterie_element
            )
          END
          ELSE DATE_ADD(
            'second',
            TRY_CAST(SUBSTR(
              REPLACE(REPLACE(REGEXP_EXTRACT(SUBSTR("a1", 17), '[Z+-].*'), 'Z', '+0000'), ':', ''),
              1,
              3
            ) AS BIGINT) * (
              -3600
            ) + TRY_CAST(SUBSTR(
              REPLACE(REPLACE(REGEXP_EXTRACT(SUBSTR("a1", 17), '[Z+-].*'), 'Z', '+0000'), ':', ''),
              1,
              1
            ) || SUBSTR(
              REPLACE(REPLACE(REGEXP_EXTRACT(SUBSTR("a1", 17), '[Z+-].*'), 'Z', '+0000'), ':', ''),
              4,
              2
            ) AS BIGINT) * (
              -60
            ),
            coterie_element
          )
        END
      ),
      1
    )
  END,
  'UTC'
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
ARRAY_MIN(FILTER(ARRAY["a1", "b1", "c1"], coterie_element -> coterie_element IS NOT NULL));
-- least(bigint, decimal(38,0))
-- least(decimal(12,2), decimal(12,3))
-- least(decimal(38,2), decimal(12,2))
-- least(double, double)
-- least(integer, double)
-- least(date, date)
-- least(timestamptz, timestamptz)
-- least(timestamp, timestamp)
ARRAY_MIN(FILTER(ARRAY["a1", "b1"], coterie_element -> coterie_element IS NOT NULL));
-- least(text, 'z')
ARRAY_MIN(FILTER(ARRAY["a1", 'z'], coterie_element -> coterie_element IS NOT NULL));
-- least(text, "it's")
ARRAY_MIN(FILTER(ARRAY["a1", 'it''s'], coterie_element -> coterie_element IS NOT NULL));
-- greatest(integer, integer, integer)
-- greatest(text, text, text)
ARRAY_MAX(FILTER(ARRAY["a1", "b1", "c1"], coterie_element -> coterie_element IS NOT NULL));
-- greatest(bigint, decimal(38,0))
-- greatest(decimal(12,2), decimal(12,3))
-- greatest(decimal(38,2), decimal(12,2))
-- greatest(double, double)
-- greatest(integer, double)
-- greatest(date, date)
-- greatest(timestamptz, timestamptz)
-- greatest(timestamp, timestamp)
ARRAY_MAX(FILTER(ARRAY["a1", "b1"], coterie_element -> coterie_element IS NOT NULL));
-- greatest(text, 'z')
ARRAY_MAX(FILTER(ARRAY["a1", 'z'], coterie_element -> coterie_element IS NOT NULL));
-- greatest(text, "it's")
ARRAY_MAX(FILTER(ARRAY["a1", 'it''s'], coterie_element -> coterie_element IS NOT NULL));
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
COALESCE("a1", CAST(ARRAY[] AS ARRAY(VARCHAR)));
-- coalesce(text[], ['b'])
COALESCE("a1", CAST(ARRAY['b'] AS ARRAY(VARCHAR)));
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
"a1" IN (CAST('-9223372036854775808' AS BIGINT), 9223372036854775807);
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
  CAST('2024-02-29 12:00:00.000001 UTC' AS TIMESTAMP(6) WITH TIME ZONE),
  CAST('2024-01-01 00:00:00 UTC' AS TIMESTAMP(6) WITH TIME ZONE)
);
-- one_of(timestamptz, 0001-01-01T00:00:00+00:00, 9999-12-31T23:59:59.999999+00:00)
"a1" IN (
  CAST('0001-01-01 00:00:00 UTC' AS TIMESTAMP(6) WITH TIME ZONE),
  CAST('9999-12-31 23:59:59.999999 UTC' AS TIMESTAMP(6) WITH TIME ZONE)
);
-- one_of(timestamp, 2024-02-29T12:00:00.000001, 2024-01-01T00:00:00)
"a1" IN (
  CAST('2024-02-29 12:00:00.000001' AS TIMESTAMP(6)),
  CAST('2024-01-01 00:00:00' AS TIMESTAMP(6))
);
-- one_of(boolean, true)
"a1" IN (TRUE);
-- one_of(decimal(38,0), 99999999999999999999999999999999999999, 1)
"a1" IN (CAST('99999999999999999999999999999999999999' AS DECIMAL(38, 0)), 1);
-- clean_json: not available
-- json_text(json)
-- json_text(text[])
JSON_FORMAT(CAST("a1" AS JSON));
-- json_text(bigint[])
-- json_text(boolean[])
'[' || ARRAY_JOIN(CAST("a1" AS ARRAY(VARCHAR)), ',') || ']';
-- json_text(date[])
JSON_FORMAT(CAST(CAST("a1" AS ARRAY(VARCHAR)) AS JSON));
-- json_value: not available
-- json_array: not available
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
-- avg(decimal(12,2))
-- avg(decimal(38,0))
-- avg(double)
SELECT
  CAST(SUM("a1") AS DOUBLE) / NULLIF(COUNT("a1"), 0) AS "r1"
FROM "held";
-- avg(bigint)
SELECT
  CAST(SUM(CAST("a1" AS DECIMAL(38, 0))) AS DOUBLE) / NULLIF(COUNT("a1"), 0) AS "r1"
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
CAST("a1" AS TIMESTAMP(6));
-- to_instant(timestamp, 'UTC')
WITH_TIMEZONE("a1", 'UTC');
-- to_instant(timestamp, 'Europe/Berlin')
WITH_TIMEZONE(
  CASE
    WHEN CAST(AT_TIMEZONE(
      WITH_TIMEZONE(
        DATE_ADD(
          'second',
          DATE_DIFF(
            'second',
            CAST(AT_TIMEZONE(WITH_TIMEZONE(DATE_ADD('second', (
              -86400
            ), "a1"), 'UTC'), 'Europe/Berlin') AS TIMESTAMP(6)),
            DATE_ADD('second', (
              -86400
            ), "a1")
          ),
          "a1"
        ),
        'UTC'
      ),
      'Europe/Berlin'
    ) AS TIMESTAMP(6)) <> "a1"
    AND CAST(AT_TIMEZONE(
      WITH_TIMEZONE(
        DATE_ADD(
          'second',
          DATE_DIFF(
            'second',
            CAST(AT_TIMEZONE(WITH_TIMEZONE(DATE_ADD('second', 86400, "a1"), 'UTC'), 'Europe/Berlin') AS TIMESTAMP(6)),
            DATE_ADD('second', 86400, "a1")
          ),
          "a1"
        ),
        'UTC'
      ),
      'Europe/Berlin'
    ) AS TIMESTAMP(6)) = "a1"
    THEN DATE_ADD(
      'second',
      DATE_DIFF(
        'second',
        CAST(AT_TIMEZONE(WITH_TIMEZONE(DATE_ADD('second', 86400, "a1"), 'UTC'), 'Europe/Berlin') AS TIMESTAMP(6)),
        DATE_ADD('second', 86400, "a1")
      ),
      "a1"
    )
    ELSE DATE_ADD(
      'second',
      DATE_DIFF(
        'second',
        CAST(AT_TIMEZONE(WITH_TIMEZONE(DATE_ADD('second', (
          -86400
        ), "a1"), 'UTC'), 'Europe/Berlin') AS TIMESTAMP(6)),
        DATE_ADD('second', (
          -86400
        ), "a1")
      ),
      "a1"
    )
  END,
  'UTC'
);
-- to_instant(timestamp, 'America/New_York')
WITH_TIMEZONE(
  CASE
    WHEN CAST(AT_TIMEZONE(
      WITH_TIMEZONE(
        DATE_ADD(
          'second',
          DATE_DIFF(
            'second',
            CAST(AT_TIMEZONE(WITH_TIMEZONE(DATE_ADD('second', (
              -86400
            ), "a1"), 'UTC'), 'America/New_York') AS TIMESTAMP(6)),
            DATE_ADD('second', (
              -86400
            ), "a1")
          ),
          "a1"
        ),
        'UTC'
      ),
      'America/New_York'
    ) AS TIMESTAMP(6)) <> "a1"
    AND CAST(AT_TIMEZONE(
      WITH_TIMEZONE(
        DATE_ADD(
          'second',
          DATE_DIFF(
            'second',
            CAST(AT_TIMEZONE(WITH_TIMEZONE(DATE_ADD('second', 86400, "a1"), 'UTC'), 'America/New_York') AS TIMESTAMP(6)),
            DATE_ADD('second', 86400, "a1")
          ),
          "a1"
        ),
        'UTC'
      ),
      'America/New_York'
    ) AS TIMESTAMP(6)) = "a1"
    THEN DATE_ADD(
      'second',
      DATE_DIFF(
        'second',
        CAST(AT_TIMEZONE(WITH_TIMEZONE(DATE_ADD('second', 86400, "a1"), 'UTC'), 'America/New_York') AS TIMESTAMP(6)),
        DATE_ADD('second', 86400, "a1")
      ),
      "a1"
    )
    ELSE DATE_ADD(
      'second',
      DATE_DIFF(
        'second',
        CAST(AT_TIMEZONE(WITH_TIMEZONE(DATE_ADD('second', (
          -86400
        ), "a1"), 'UTC'), 'America/New_York') AS TIMESTAMP(6)),
        DATE_ADD('second', (
          -86400
        ), "a1")
      ),
      "a1"
    )
  END,
  'UTC'
);
-- to_instant(timestamp, 'Australia/Lord_Howe')
WITH_TIMEZONE(
  CASE
    WHEN CAST(AT_TIMEZONE(
      WITH_TIMEZONE(
        DATE_ADD(
          'second',
          DATE_DIFF(
            'second',
            CAST(AT_TIMEZONE(
              WITH_TIMEZONE(DATE_ADD('second', (
                -86400
              ), "a1"), 'UTC'),
              'Australia/Lord_Howe'
            ) AS TIMESTAMP(6)),
            DATE_ADD('second', (
              -86400
            ), "a1")
          ),
          "a1"
        ),
        'UTC'
      ),
      'Australia/Lord_Howe'
    ) AS TIMESTAMP(6)) <> "a1"
    AND CAST(AT_TIMEZONE(
      WITH_TIMEZONE(
        DATE_ADD(
          'second',
          DATE_DIFF(
            'second',
            CAST(AT_TIMEZONE(WITH_TIMEZONE(DATE_ADD('second', 86400, "a1"), 'UTC'), 'Australia/Lord_Howe') AS TIMESTAMP(6)),
            DATE_ADD('second', 86400, "a1")
          ),
          "a1"
        ),
        'UTC'
      ),
      'Australia/Lord_Howe'
    ) AS TIMESTAMP(6)) = "a1"
    THEN DATE_ADD(
      'second',
      DATE_DIFF(
        'second',
        CAST(AT_TIMEZONE(WITH_TIMEZONE(DATE_ADD('second', 86400, "a1"), 'UTC'), 'Australia/Lord_Howe') AS TIMESTAMP(6)),
        DATE_ADD('second', 86400, "a1")
      ),
      "a1"
    )
    ELSE DATE_ADD(
      'second',
      DATE_DIFF(
        'second',
        CAST(AT_TIMEZONE(
          WITH_TIMEZONE(DATE_ADD('second', (
            -86400
          ), "a1"), 'UTC'),
          'Australia/Lord_Howe'
        ) AS TIMESTAMP(6)),
        DATE_ADD('second', (
          -86400
        ), "a1")
      ),
      "a1"
    )
  END,
  'UTC'
);
-- to_instant(timestamp, 'America/Sao_Paulo')
WITH_TIMEZONE(
  CASE
    WHEN CAST(AT_TIMEZONE(
      WITH_TIMEZONE(
        DATE_ADD(
          'second',
          DATE_DIFF(
            'second',
            CAST(AT_TIMEZONE(WITH_TIMEZONE(DATE_ADD('second', (
              -86400
            ), "a1"), 'UTC'), 'America/Sao_Paulo') AS TIMESTAMP(6)),
            DATE_ADD('second', (
              -86400
            ), "a1")
          ),
          "a1"
        ),
        'UTC'
      ),
      'America/Sao_Paulo'
    ) AS TIMESTAMP(6)) <> "a1"
    AND CAST(AT_TIMEZONE(
      WITH_TIMEZONE(
        DATE_ADD(
          'second',
          DATE_DIFF(
            'second',
            CAST(AT_TIMEZONE(WITH_TIMEZONE(DATE_ADD('second', 86400, "a1"), 'UTC'), 'America/Sao_Paulo') AS TIMESTAMP(6)),
            DATE_ADD('second', 86400, "a1")
          ),
          "a1"
        ),
        'UTC'
      ),
      'America/Sao_Paulo'
    ) AS TIMESTAMP(6)) = "a1"
    THEN DATE_ADD(
      'second',
      DATE_DIFF(
        'second',
        CAST(AT_TIMEZONE(WITH_TIMEZONE(DATE_ADD('second', 86400, "a1"), 'UTC'), 'America/Sao_Paulo') AS TIMESTAMP(6)),
        DATE_ADD('second', 86400, "a1")
      ),
      "a1"
    )
    ELSE DATE_ADD(
      'second',
      DATE_DIFF(
        'second',
        CAST(AT_TIMEZONE(WITH_TIMEZONE(DATE_ADD('second', (
          -86400
        ), "a1"), 'UTC'), 'America/Sao_Paulo') AS TIMESTAMP(6)),
        DATE_ADD('second', (
          -86400
        ), "a1")
      ),
      "a1"
    )
  END,
  'UTC'
);
-- to_instant(timestamp, 'Antarctica/Troll')
WITH_TIMEZONE(
  CASE
    WHEN CAST(AT_TIMEZONE(
      WITH_TIMEZONE(
        DATE_ADD(
          'second',
          DATE_DIFF(
            'second',
            CAST(AT_TIMEZONE(WITH_TIMEZONE(DATE_ADD('second', (
              -86400
            ), "a1"), 'UTC'), 'Antarctica/Troll') AS TIMESTAMP(6)),
            DATE_ADD('second', (
              -86400
            ), "a1")
          ),
          "a1"
        ),
        'UTC'
      ),
      'Antarctica/Troll'
    ) AS TIMESTAMP(6)) <> "a1"
    AND CAST(AT_TIMEZONE(
      WITH_TIMEZONE(
        DATE_ADD(
          'second',
          DATE_DIFF(
            'second',
            CAST(AT_TIMEZONE(WITH_TIMEZONE(DATE_ADD('second', 86400, "a1"), 'UTC'), 'Antarctica/Troll') AS TIMESTAMP(6)),
            DATE_ADD('second', 86400, "a1")
          ),
          "a1"
        ),
        'UTC'
      ),
      'Antarctica/Troll'
    ) AS TIMESTAMP(6)) = "a1"
    THEN DATE_ADD(
      'second',
      DATE_DIFF(
        'second',
        CAST(AT_TIMEZONE(WITH_TIMEZONE(DATE_ADD('second', 86400, "a1"), 'UTC'), 'Antarctica/Troll') AS TIMESTAMP(6)),
        DATE_ADD('second', 86400, "a1")
      ),
      "a1"
    )
    ELSE DATE_ADD(
      'second',
      DATE_DIFF(
        'second',
        CAST(AT_TIMEZONE(WITH_TIMEZONE(DATE_ADD('second', (
          -86400
        ), "a1"), 'UTC'), 'Antarctica/Troll') AS TIMESTAMP(6)),
        DATE_ADD('second', (
          -86400
        ), "a1")
      ),
      "a1"
    )
  END,
  'UTC'
);
-- to_instant(timestamp, 'Pacific/Apia')
WITH_TIMEZONE(
  CASE
    WHEN CAST(AT_TIMEZONE(
      WITH_TIMEZONE(
        DATE_ADD(
          'second',
          DATE_DIFF(
            'second',
            CAST(AT_TIMEZONE(WITH_TIMEZONE(DATE_ADD('second', (
              -86400
            ), "a1"), 'UTC'), 'Pacific/Apia') AS TIMESTAMP(6)),
            DATE_ADD('second', (
              -86400
            ), "a1")
          ),
          "a1"
        ),
        'UTC'
      ),
      'Pacific/Apia'
    ) AS TIMESTAMP(6)) <> "a1"
    AND CAST(AT_TIMEZONE(
      WITH_TIMEZONE(
        DATE_ADD(
          'second',
          DATE_DIFF(
            'second',
            CAST(AT_TIMEZONE(WITH_TIMEZONE(DATE_ADD('second', 86400, "a1"), 'UTC'), 'Pacific/Apia') AS TIMESTAMP(6)),
            DATE_ADD('second', 86400, "a1")
          ),
          "a1"
        ),
        'UTC'
      ),
      'Pacific/Apia'
    ) AS TIMESTAMP(6)) = "a1"
    THEN DATE_ADD(
      'second',
      DATE_DIFF(
        'second',
        CAST(AT_TIMEZONE(WITH_TIMEZONE(DATE_ADD('second', 86400, "a1"), 'UTC'), 'Pacific/Apia') AS TIMESTAMP(6)),
        DATE_ADD('second', 86400, "a1")
      ),
      "a1"
    )
    ELSE DATE_ADD(
      'second',
      DATE_DIFF(
        'second',
        CAST(AT_TIMEZONE(WITH_TIMEZONE(DATE_ADD('second', (
          -86400
        ), "a1"), 'UTC'), 'Pacific/Apia') AS TIMESTAMP(6)),
        DATE_ADD('second', (
          -86400
        ), "a1")
      ),
      "a1"
    )
  END,
  'UTC'
);
-- to_instant(timestamp, 'Asia/Kolkata')
WITH_TIMEZONE(
  CASE
    WHEN CAST(AT_TIMEZONE(
      WITH_TIMEZONE(
        DATE_ADD(
          'second',
          DATE_DIFF(
            'second',
            CAST(AT_TIMEZONE(WITH_TIMEZONE(DATE_ADD('second', (
              -86400
            ), "a1"), 'UTC'), 'Asia/Kolkata') AS TIMESTAMP(6)),
            DATE_ADD('second', (
              -86400
            ), "a1")
          ),
          "a1"
        ),
        'UTC'
      ),
      'Asia/Kolkata'
    ) AS TIMESTAMP(6)) <> "a1"
    AND CAST(AT_TIMEZONE(
      WITH_TIMEZONE(
        DATE_ADD(
          'second',
          DATE_DIFF(
            'second',
            CAST(AT_TIMEZONE(WITH_TIMEZONE(DATE_ADD('second', 86400, "a1"), 'UTC'), 'Asia/Kolkata') AS TIMESTAMP(6)),
            DATE_ADD('second', 86400, "a1")
          ),
          "a1"
        ),
        'UTC'
      ),
      'Asia/Kolkata'
    ) AS TIMESTAMP(6)) = "a1"
    THEN DATE_ADD(
      'second',
      DATE_DIFF(
        'second',
        CAST(AT_TIMEZONE(WITH_TIMEZONE(DATE_ADD('second', 86400, "a1"), 'UTC'), 'Asia/Kolkata') AS TIMESTAMP(6)),
        DATE_ADD('second', 86400, "a1")
      ),
      "a1"
    )
    ELSE DATE_ADD(
      'second',
      DATE_DIFF(
        'second',
        CAST(AT_TIMEZONE(WITH_TIMEZONE(DATE_ADD('second', (
          -86400
        ), "a1"), 'UTC'), 'Asia/Kolkata') AS TIMESTAMP(6)),
        DATE_ADD('second', (
          -86400
        ), "a1")
      ),
      "a1"
    )
  END,
  'UTC'
);
-- to_wall(timestamptz, 'UTC')
CAST(AT_TIMEZONE("a1", 'UTC') AS TIMESTAMP(6));
-- to_wall(timestamptz, 'Europe/Berlin')
CAST(AT_TIMEZONE("a1", 'Europe/Berlin') AS TIMESTAMP(6));
-- to_wall(timestamptz, 'America/New_York')
CAST(AT_TIMEZONE("a1", 'America/New_York') AS TIMESTAMP(6));
-- to_wall(timestamptz, 'Australia/Lord_Howe')
CAST(AT_TIMEZONE("a1", 'Australia/Lord_Howe') AS TIMESTAMP(6));
-- to_wall(timestamptz, 'America/Sao_Paulo')
CAST(AT_TIMEZONE("a1", 'America/Sao_Paulo') AS TIMESTAMP(6));
-- to_wall(timestamptz, 'Pacific/Apia')
CAST(AT_TIMEZONE("a1", 'Pacific/Apia') AS TIMESTAMP(6));
-- to_wall(timestamptz, 'Asia/Kolkata')
CAST(AT_TIMEZONE("a1", 'Asia/Kolkata') AS TIMESTAMP(6));
-- shift(timestamp, 1, 'month')
DATE_ADD('month', 1, "a1");
-- shift(timestamp, 2, 'month')
DATE_ADD('month', 2, "a1");
-- shift(timestamp, -1, 'month')
DATE_ADD('month', (
  -1
), "a1");
-- shift(timestamp, -6, 'month')
DATE_ADD('month', (
  -6
), "a1");
-- shift(timestamp, 12, 'month')
DATE_ADD('month', 12, "a1");
-- shift(timestamp, 0, 'month')
DATE_ADD('month', 0, "a1");
-- shift(timestamp, 1, 'quarter')
DATE_ADD('quarter', 1, "a1");
-- shift(timestamp, -1, 'quarter')
DATE_ADD('quarter', (
  -1
), "a1");
-- shift(timestamp, 1, 'year')
DATE_ADD('year', 1, "a1");
-- shift(timestamp, 4, 'year')
DATE_ADD('year', 4, "a1");
-- shift(timestamp, -1, 'year')
DATE_ADD('year', (
  -1
), "a1");
-- shift(timestamp, -9998, 'year')
DATE_ADD('year', (
  -9998
), "a1");
-- shift(timestamp, 9998, 'year')
DATE_ADD('year', 9998, "a1");
-- shift(timestamp, 1, 'day')
DATE_ADD('day', 1, "a1");
-- shift(timestamp, -1, 'day')
DATE_ADD('day', (
  -1
), "a1");
-- shift(timestamp, 0, 'day')
DATE_ADD('day', 0, "a1");
-- shift(timestamp, 100000, 'day')
DATE_ADD('day', 100000, "a1");
-- shift(timestamp, 1, 'week')
DATE_ADD('week', 1, "a1");
-- shift(timestamp, -1, 'week')
DATE_ADD('week', (
  -1
), "a1");
-- shift(timestamp, 1, 'hour')
DATE_ADD('hour', 1, "a1");
-- shift(timestamp, -1, 'hour')
DATE_ADD('hour', (
  -1
), "a1");
-- shift(timestamp, 100000, 'hour')
DATE_ADD('hour', 100000, "a1");
-- shift(timestamp, -1, 'minute')
DATE_ADD('minute', (
  -1
), "a1");
-- shift(timestamp, 1, 'minute')
DATE_ADD('minute', 1, "a1");
-- year(date)
YEAR("a1");
-- quarter(date)
QUARTER("a1");
-- month(date)
MONTH("a1");
-- day(date)
DAY("a1");
-- weekday(date)
DAY_OF_WEEK("a1");
-- week(date)
WEEK("a1");
-- last_day(date)
LAST_DAY_OF_MONTH("a1");
-- hour(timestamp)
HOUR("a1");
-- minute(timestamp)
MINUTE("a1");
-- months_between(date, date)
CASE
  WHEN "a1" <= "b1"
  THEN (
    (
      YEAR("b1") * 12 + MONTH("b1")
    ) - (
      YEAR("a1") * 12 + MONTH("a1")
    )
  ) - CASE
    WHEN DATE_ADD(
      'month',
      (
        (
          YEAR("b1") * 12 + MONTH("b1")
        ) - (
          YEAR("a1") * 12 + MONTH("a1")
        )
      ),
      "a1"
    ) > "b1"
    THEN 1
    ELSE 0
  END
  WHEN "a1" > "b1"
  THEN -(
    (
      (
        YEAR("a1") * 12 + MONTH("a1")
      ) - (
        YEAR("b1") * 12 + MONTH("b1")
      )
    ) - CASE
      WHEN DATE_ADD(
        'month',
        (
          (
            YEAR("a1") * 12 + MONTH("a1")
          ) - (
            YEAR("b1") * 12 + MONTH("b1")
          )
        ),
        "b1"
      ) > "a1"
      THEN 1
      ELSE 0
    END
  )
END;
-- years_between(date, date)
(
  CASE
    WHEN "a1" <= "b1"
    THEN (
      (
        YEAR("b1") * 12 + MONTH("b1")
      ) - (
        YEAR("a1") * 12 + MONTH("a1")
      )
    ) - CASE
      WHEN DATE_ADD(
        'month',
        (
          (
            YEAR("b1") * 12 + MONTH("b1")
          ) - (
            YEAR("a1") * 12 + MONTH("a1")
          )
        ),
        "a1"
      ) > "b1"
      THEN 1
      ELSE 0
    END
    WHEN "a1" > "b1"
    THEN -(
      (
        (
          YEAR("a1") * 12 + MONTH("a1")
        ) - (
          YEAR("b1") * 12 + MONTH("b1")
        )
      ) - CASE
        WHEN DATE_ADD(
          'month',
          (
            (
              YEAR("a1") * 12 + MONTH("a1")
            ) - (
              YEAR("b1") * 12 + MONTH("b1")
            )
          ),
          "b1"
        ) > "a1"
        THEN 1
        ELSE 0
      END
    )
  END
) / 12;
-- days_between(date, date)
DATE_DIFF('day', "a1", "b1");
-- elapsed(timestamp, timestamp, 'minute')
(
  DATE_DIFF('second', CAST('1970-01-01 00:00:00' AS TIMESTAMP(6)), DATE_TRUNC('second', "b1")) * 1000000 + CAST(SUBSTR(CAST("b1" AS VARCHAR), (
    -6
  )) AS BIGINT) - (
    DATE_DIFF('second', CAST('1970-01-01 00:00:00' AS TIMESTAMP(6)), DATE_TRUNC('second', "a1")) * 1000000 + CAST(SUBSTR(CAST("a1" AS VARCHAR), (
      -6
    )) AS BIGINT)
  )
) / 60000000;
-- elapsed(timestamp, timestamp, 'hour')
(
  DATE_DIFF('second', CAST('1970-01-01 00:00:00' AS TIMESTAMP(6)), DATE_TRUNC('second', "b1")) * 1000000 + CAST(SUBSTR(CAST("b1" AS VARCHAR), (
    -6
  )) AS BIGINT) - (
    DATE_DIFF('second', CAST('1970-01-01 00:00:00' AS TIMESTAMP(6)), DATE_TRUNC('second', "a1")) * 1000000 + CAST(SUBSTR(CAST("a1" AS VARCHAR), (
      -6
    )) AS BIGINT)
  )
) / 3600000000;
-- elapsed(timestamp, timestamp, 'day')
(
  DATE_DIFF('second', CAST('1970-01-01 00:00:00' AS TIMESTAMP(6)), DATE_TRUNC('second', "b1")) * 1000000 + CAST(SUBSTR(CAST("b1" AS VARCHAR), (
    -6
  )) AS BIGINT) - (
    DATE_DIFF('second', CAST('1970-01-01 00:00:00' AS TIMESTAMP(6)), DATE_TRUNC('second', "a1")) * 1000000 + CAST(SUBSTR(CAST("a1" AS VARCHAR), (
      -6
    )) AS BIGINT)
  )
) / 86400000000;
-- from_microseconds(decimal(38,0))
-- from_microseconds(bigint)
CAST(FROM_UNIXTIME_NANOS(
  CAST(CASE
    WHEN "a1" BETWEEN (
      -62135596800000000
    ) AND 253402300799999999
    THEN "a1"
  END AS DECIMAL(28, 0)) * 1000
) AS TIMESTAMP(6) WITH TIME ZONE);
-- microseconds(timestamptz)
DATE_DIFF(
  'second',
  CAST('1970-01-01 00:00:00' AS TIMESTAMP(6)),
  DATE_TRUNC('second', CAST(AT_TIMEZONE("a1", 'UTC') AS TIMESTAMP(6)))
) * 1000000 + CAST(SUBSTR(CAST(CAST(AT_TIMEZONE("a1", 'UTC') AS TIMESTAMP(6)) AS VARCHAR), (
  -6
)) AS BIGINT);
-- microseconds(timestamp)
DATE_DIFF('second', CAST('1970-01-01 00:00:00' AS TIMESTAMP(6)), DATE_TRUNC('second', "a1")) * 1000000 + CAST(SUBSTR(CAST("a1" AS VARCHAR), (
  -6
)) AS BIGINT);
-- format_date(date, '%Y-%m-%d')
SUBSTR(CAST("a1" AS VARCHAR), 1, 4) || '-' || SUBSTR(CAST("a1" AS VARCHAR), 6, 2) || '-' || SUBSTR(CAST("a1" AS VARCHAR), 9, 2);
-- format_date(date, '%d.%m.%Y')
SUBSTR(CAST("a1" AS VARCHAR), 9, 2) || '.' || SUBSTR(CAST("a1" AS VARCHAR), 6, 2) || '.' || SUBSTR(CAST("a1" AS VARCHAR), 1, 4);
-- format_date(date, '%m/%d')
SUBSTR(CAST("a1" AS VARCHAR), 6, 2) || '/' || SUBSTR(CAST("a1" AS VARCHAR), 9, 2);
-- format_date(date, '%Y')
SUBSTR(CAST("a1" AS VARCHAR), 1, 4);
-- format_date(date, '%Y%m')
SUBSTR(CAST("a1" AS VARCHAR), 1, 4) || SUBSTR(CAST("a1" AS VARCHAR), 6, 2);
-- format_date(date, '%Y%Y')
SUBSTR(CAST("a1" AS VARCHAR), 1, 4) || SUBSTR(CAST("a1" AS VARCHAR), 1, 4);
-- format_date(date, "it's %d")
'it''s ' || SUBSTR(CAST("a1" AS VARCHAR), 9, 2);
-- format_date(date, 'Q"%m"')
'Q"' || SUBSTR(CAST("a1" AS VARCHAR), 6, 2) || '"';
-- format_date(date, '%d\\%m\\\\')
SUBSTR(CAST("a1" AS VARCHAR), 9, 2) || '\' || SUBSTR(CAST("a1" AS VARCHAR), 6, 2) || '\\';
-- format_date(date, 'YYYY MM DD %Y yyyy HH24')
'YYYY MM DD ' || SUBSTR(CAST("a1" AS VARCHAR), 1, 4) || ' yyyy HH24';
-- format_date(date, '_%Y_')
'_' || SUBSTR(CAST("a1" AS VARCHAR), 1, 4) || '_';
-- format_date(date, '\U0001f6b2%Y\u5e74 e\u0301\ufffd')
'🚲' || SUBSTR(CAST("a1" AS VARCHAR), 1, 4) || '年 é�';
-- date_trunc('week', date)
DATE_TRUNC('week', "a1");
-- date_trunc('month', date)
DATE_TRUNC('month', "a1");
-- date_trunc('quarter', date)
DATE_TRUNC('quarter', "a1");
-- date_trunc('year', date)
DATE_TRUNC('year', "a1");
-- iso_text(timestamp)
REPLACE(CAST("a1" AS VARCHAR), ' ', 'T');
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
CAST(ROUND("a1") AS DECIMAL(38, 0));
-- round(double)
CAST(CASE WHEN ABS("a1") < 4503599627370496 THEN ROUND("a1") ELSE "a1" END AS DECIMAL(38, 0));
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
TRUNCATE("a1");
-- round_double(double, 2)
CASE
  WHEN ABS("a1" * CAST('1E2' AS DOUBLE)) < 4503599627370496
  THEN ROUND("a1" * CAST('1E2' AS DOUBLE)) / CAST('1E2' AS DOUBLE)
  ELSE "a1"
END;
-- round_double(double, 0)
CASE
  WHEN ABS("a1" * CAST('1E0' AS DOUBLE)) < 4503599627370496
  THEN ROUND("a1" * CAST('1E0' AS DOUBLE)) / CAST('1E0' AS DOUBLE)
  ELSE "a1"
END;
-- round_double(double, 1)
CASE
  WHEN ABS("a1" * CAST('1E1' AS DOUBLE)) < 4503599627370496
  THEN ROUND("a1" * CAST('1E1' AS DOUBLE)) / CAST('1E1' AS DOUBLE)
  ELSE "a1"
END;
-- round_double(double, 5)
CASE
  WHEN ABS("a1" * CAST('1E5' AS DOUBLE)) < 4503599627370496
  THEN ROUND("a1" * CAST('1E5' AS DOUBLE)) / CAST('1E5' AS DOUBLE)
  ELSE "a1"
END;
-- round_double(double, 38)
CASE
  WHEN ABS("a1" * CAST('1E38' AS DOUBLE)) < 4503599627370496
  THEN ROUND("a1" * CAST('1E38' AS DOUBLE)) / CAST('1E38' AS DOUBLE)
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
CASE WHEN CAST("a1" AS DOUBLE) >= 0 THEN SQRT(CAST("a1" AS DOUBLE)) END;
-- power(double, double)
-- power(integer, integer)
-- power(decimal(12,2), integer)
-- power(decimal(38,0), integer)
CASE
  WHEN IS_FINITE(POWER(CAST("a1" AS DOUBLE), CAST("b1" AS DOUBLE)))
  THEN POWER(CAST("a1" AS DOUBLE), CAST("b1" AS DOUBLE))
END;
-- exp(double)
-- exp(decimal(12,2))
-- exp(decimal(38,0))
CASE WHEN IS_FINITE(EXP(CAST("a1" AS DOUBLE))) THEN EXP(CAST("a1" AS DOUBLE)) END;
-- ln(double)
-- ln(integer)
-- ln(decimal(12,2))
-- ln(decimal(38,0))
CASE WHEN CAST("a1" AS DOUBLE) > 0 THEN LN(CAST("a1" AS DOUBLE)) END;
-- clean_double(double)
CASE WHEN NOT IS_NAN("a1") THEN "a1" END;
-- unnest(text[])
-- unnest(bigint[])
-- unnest(decimal(12,2)[])
-- unnest(double[])
-- unnest(date[])
-- unnest(timestamptz[])
-- unnest(boolean[])
SELECT
  _unnested.coterie_element AS "r1"
FROM "held"
CROSS JOIN UNNEST("held"."a1") AS _unnested(coterie_element);
-- length(text)
LENGTH("a1");
-- lower(text)
LOWER("a1");
-- upper(text)
UPPER("a1");
-- trim(text)
REGEXP_REPLACE("a1", '\A +| +\z', '');
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
REVERSE(SUBSTR(REVERSE("a1"), 1, 2));
-- right(text, 0)
REVERSE(SUBSTR(REVERSE("a1"), 1, 0));
-- right(text, 3)
REVERSE(SUBSTR(REVERSE("a1"), 1, 3));
-- right(text, 5)
REVERSE(SUBSTR(REVERSE("a1"), 1, 5));
-- right(text, 2147483647)
REVERSE(SUBSTR(REVERSE("a1"), 1, 2147483647));
-- right(text, 1)
REVERSE(SUBSTR(REVERSE("a1"), 1, 1));
-- right(text, 4)
REVERSE(SUBSTR(REVERSE("a1"), 1, 4));
-- position(text, text)
STRPOS("a1", "b1");
-- split_part(text, '@', 1)
ELEMENT_AT(SPLIT("a1", '@'), 1);
-- split_part(text, '@', 2)
ELEMENT_AT(SPLIT("a1", '@'), 2);
-- split_part(text, '@', 3)
ELEMENT_AT(SPLIT("a1", '@'), 3);
-- split_part(text, '@', -1)
ELEMENT_AT(SPLIT("a1", '@'), (
  -1
));
-- split_part(text, '@', -2)
ELEMENT_AT(SPLIT("a1", '@'), (
  -2
));
-- split_part(text, '@', -3)
ELEMENT_AT(SPLIT("a1", '@'), (
  -3
));
-- split_part(text, '@', 2147483647)
ELEMENT_AT(SPLIT("a1", '@'), 2147483647);
-- split_part(text, '@', -2147483647)
ELEMENT_AT(SPLIT("a1", '@'), (
  -2147483647
));
-- split_part(text, '||', 2)
ELEMENT_AT(SPLIT("a1", '||'), 2);
-- split_part(text, '||', 1)
ELEMENT_AT(SPLIT("a1", '||'), 1);
-- split_part(text, '||', -1)
ELEMENT_AT(SPLIT("a1", '||'), (
  -1
));
-- split_part(text, 'x', 2)
ELEMENT_AT(SPLIT("a1", 'x'), 2);
-- split_part(text, '.', 2)
ELEMENT_AT(SPLIT("a1", '.'), 2);
-- split_part(text, '\\', 2)
ELEMENT_AT(SPLIT("a1", '\'), 2);
-- split_part(text, '\U0001f6b2', 2)
ELEMENT_AT(SPLIT("a1", '🚲'), 2);
-- split_part(text, "'", 2)
ELEMENT_AT(SPLIT("a1", ''''), 2);
-- split_part(text, '"', 2)
ELEMENT_AT(SPLIT("a1", '"'), 2);
-- split_part(text, '%', 2)
ELEMENT_AT(SPLIT("a1", '%'), 2);
-- split_part(text, '_', 1)
ELEMENT_AT(SPLIT("a1", '_'), 1);
-- split_part(text, '\u0301', 1)
ELEMENT_AT(SPLIT("a1", '́'), 1);
-- split_part(text, '\ufffd', 2)
ELEMENT_AT(SPLIT("a1", '�'), 2);
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
CASE
  WHEN "b1" = '' AND "c1" IS NOT NULL
  THEN "a1"
  ELSE REPLACE("a1", "b1", "c1")
END;
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
STARTS_WITH(REVERSE("a1"), REVERSE("b1"));
-- ends_with(text, 'a')
STARTS_WITH(REVERSE("a1"), REVERSE('a'));
-- ends_with(text, "'s")
STARTS_WITH(REVERSE("a1"), REVERSE('''s'));
-- ends_with(text, '\\')
STARTS_WITH(REVERSE("a1"), REVERSE('\'));
-- ends_with(text, '50%')
STARTS_WITH(REVERSE("a1"), REVERSE('50%'));
-- ends_with(text, '%')
STARTS_WITH(REVERSE("a1"), REVERSE('%'));
-- ends_with(text, '\U0001f6b2')
STARTS_WITH(REVERSE("a1"), REVERSE('🚲'));
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
REGEXP_LIKE("a1", 'b');
-- matches(text, '^b', false)
REGEXP_LIKE("a1", '\Ab');
-- matches(text, '^a', false)
REGEXP_LIKE("a1", '\Aa');
-- matches(text, 'c$', false)
REGEXP_LIKE("a1", 'c\z');
-- matches(text, 'a$', false)
REGEXP_LIKE("a1", 'a\z');
-- matches(text, 'a[^\\n]b', false)
REGEXP_LIKE("a1", 'a[^\n]b');
-- matches(text, 'a[ \\t\\n\\r\\f]b', false)
REGEXP_LIKE("a1", 'a[ \t\n\r\f]b');
-- matches(text, '^[^\\n]$', false)
REGEXP_LIKE("a1", '\A[^\n]\z');
-- matches(text, 'abc', false)
REGEXP_LIKE("a1", 'abc');
-- matches(text, 'abc', true)
REGEXP_LIKE("a1", '(?i)abc');
-- matches(text, '^[a-z]+$', false)
REGEXP_LIKE("a1", '\A[a-z]+\z');
-- matches(text, '^[a-z]+$', true)
REGEXP_LIKE("a1", '(?i)\A[a-z]+\z');
-- matches(text, '^$', false)
REGEXP_LIKE("a1", '\A\z');
-- matches(text, 'a*', false)
REGEXP_LIKE("a1", 'a*');
-- matches(text, 'a', false)
REGEXP_LIKE("a1", 'a');
-- matches(text, '[0-9]', false)
REGEXP_LIKE("a1", '[0-9]');
-- matches(text, '[A-Za-z0-9_]', false)
REGEXP_LIKE("a1", '[A-Za-z0-9_]');
-- matches(text, '[ \\t\\n\\r\\f]', false)
REGEXP_LIKE("a1", '[ \t\n\r\f]');
-- matches(text, 'a\\.b', false)
REGEXP_LIKE("a1", 'a\.b');
-- matches(text, '\\\\', false)
REGEXP_LIKE("a1", '\\');
-- matches(text, "'", false)
REGEXP_LIKE("a1", '''');
-- matches(text, '"', false)
REGEXP_LIKE("a1", '"');
-- matches(text, '%$', false)
REGEXP_LIKE("a1", '%\z');
-- matches(text, '[\\]]', false)
REGEXP_LIKE("a1", '[\]]');
-- matches(text, '[x\\-]', false)
REGEXP_LIKE("a1", '[x\-]');
-- matches(text, '[\\^]', false)
REGEXP_LIKE("a1", '[\^]');
-- matches(text, 'a\\{2\\}', false)
REGEXP_LIKE("a1", 'a\{2\}');
-- matches(text, '^(?:a|b)+$', false)
REGEXP_LIKE("a1", '\A(?:a|b)+\z');
-- matches(text, '^a{1,2}b$', false)
REGEXP_LIKE("a1", '\Aa{1,2}b\z');
-- matches(text, '^a{2,}b$', false)
REGEXP_LIKE("a1", '\Aa{2,}b\z');
-- matches(text, '\\t', false)
REGEXP_LIKE("a1", '\t');
-- matches(text, '/', false)
REGEXP_LIKE("a1", '/');
-- matches(text, '#b c', false)
REGEXP_LIKE("a1", '#b c');
-- matches(text, 'a', true)
REGEXP_LIKE("a1", '(?i)a');
-- bucket(text)
FROM_BASE(SUBSTR(TO_HEX(MD5(TO_UTF8("a1"))), 1, 8), 16) % 10000;
-- to_text(integer)
-- to_text(bigint)
-- to_text(decimal(38,0))
-- to_text(boolean)
-- to_text(date)
CAST("a1" AS VARCHAR);
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
CAST("a1" AS VARCHAR);
-- cast(date)
CAST("a1" AS DATE);
-- cast(timestamp)
CAST("a1" AS TIMESTAMP(6));
-- cast(timestamptz)
CAST("a1" AS TIMESTAMP(6) WITH TIME ZONE);
-- cast(integer[])
CAST("a1" AS ARRAY(BIGINT));
-- cast(text[])
CAST("a1" AS ARRAY(VARCHAR));
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
CAST('-9223372036854775808' AS BIGINT);
-- literal(NULL of integer)
CAST(NULL AS BIGINT);
-- literal(99999999999999999999999999999999999999)
CAST('99999999999999999999999999999999999999' AS DECIMAL(38, 0));
-- literal(-99999999999999999999999999999999999999)
CAST('-99999999999999999999999999999999999999' AS DECIMAL(38, 0));
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
CAST('2024-02-29 12:00:00' AS TIMESTAMP(6));
-- literal(2024-03-31T02:30:00.000001)
CAST('2024-03-31 02:30:00.000001' AS TIMESTAMP(6));
-- literal(0001-01-01T00:00:00)
CAST('0001-01-01 00:00:00' AS TIMESTAMP(6));
-- literal(9999-12-31T23:59:59.999999)
CAST('9999-12-31 23:59:59.999999' AS TIMESTAMP(6));
-- literal(NULL of timestamp)
CAST(NULL AS TIMESTAMP(6));
-- literal(2024-02-29T12:00:00+00:00)
CAST('2024-02-29 12:00:00 UTC' AS TIMESTAMP(6) WITH TIME ZONE);
-- literal(2024-03-31T00:30:00.000001+00:00)
CAST('2024-03-31 00:30:00.000001 UTC' AS TIMESTAMP(6) WITH TIME ZONE);
-- literal(0001-01-01T00:00:00+00:00)
CAST('0001-01-01 00:00:00 UTC' AS TIMESTAMP(6) WITH TIME ZONE);
-- literal(9999-12-31T23:59:59.999999+00:00)
CAST('9999-12-31 23:59:59.999999 UTC' AS TIMESTAMP(6) WITH TIME ZONE);
-- literal(NULL of timestamp)
CAST(NULL AS TIMESTAMP(6) WITH TIME ZONE);
-- literal([])
CAST(ARRAY[] AS ARRAY(VARCHAR));
-- literal([''])
CAST(ARRAY[''] AS ARRAY(VARCHAR));
-- literal(["it's", '"50%_\\', 'a\nb', 'e\u0301\U0001f6b2\ufffd', 'NULL', 'a,b', '{}'])
CAST(ARRAY['it''s', '"50%_\', 'a
b', 'é🚲�', 'NULL', 'a,b', '{}'] AS ARRAY(VARCHAR));
-- literal([])
CAST(ARRAY[] AS ARRAY(BIGINT));
-- literal([9223372036854775807, -9223372036854775808])
CAST(ARRAY[9223372036854775807, CAST('-9223372036854775808' AS BIGINT)] AS ARRAY(BIGINT));
-- literal([1.10, -0.01])
CAST(ARRAY[1.10, (
  -0.01
)] AS ARRAY(DECIMAL(12, 2)));
-- literal([true, false])
CAST(ARRAY[TRUE, FALSE] AS ARRAY(BOOLEAN));
-- literal([2024-02-29, 0001-01-01, 9999-12-31])
CAST(ARRAY[CAST('2024-02-29' AS DATE), CAST('0001-01-01' AS DATE), CAST('9999-12-31' AS DATE)] AS ARRAY(DATE));
-- literal([])
CAST(ARRAY[] AS ARRAY(DATE));
-- literal([2024-02-29T12:00:00.000001+00:00])
CAST(ARRAY[CAST('2024-02-29 12:00:00.000001 UTC' AS TIMESTAMP(6) WITH TIME ZONE)] AS ARRAY(TIMESTAMP(6) WITH TIME ZONE));
-- literal([])
CAST(ARRAY[] AS ARRAY(TIMESTAMP(6) WITH TIME ZONE));
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
