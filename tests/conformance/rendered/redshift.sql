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
  APPROXIMATE COUNT(DISTINCT "a1") AS "r1"
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
  MAX("place") AS "r1"
FROM (
  SELECT
    "a1",
    PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY
      CAST("a1" AS DOUBLE PRECISION) ASC) OVER () AS "place"
  FROM "held"
) AS "source";
-- percentile(integer, p=0.9)
SELECT
  MAX("place") AS "r1"
FROM (
  SELECT
    "a1",
    PERCENTILE_CONT(0.9) WITHIN GROUP (ORDER BY
      CAST("a1" AS DOUBLE PRECISION) ASC) OVER () AS "place"
  FROM "held"
) AS "source";
-- percentile(integer, p=0)
SELECT
  MAX("place") AS "r1"
FROM (
  SELECT
    "a1",
    PERCENTILE_CONT(0) WITHIN GROUP (ORDER BY
      CAST("a1" AS DOUBLE PRECISION) ASC) OVER () AS "place"
  FROM "held"
) AS "source";
-- percentile(integer, p=1)
SELECT
  MAX("place") AS "r1"
FROM (
  SELECT
    "a1",
    PERCENTILE_CONT(1) WITHIN GROUP (ORDER BY
      CAST("a1" AS DOUBLE PRECISION) ASC) OVER () AS "place"
  FROM "held"
) AS "source";
-- percentile(integer, p=0.25)
SELECT
  MAX("place") AS "r1"
FROM (
  SELECT
    "a1",
    PERCENTILE_CONT(0.25) WITHIN GROUP (ORDER BY
      CAST("a1" AS DOUBLE PRECISION) ASC) OVER () AS "place"
  FROM "held"
) AS "source";
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
-- nth(timestamptz, integer, n=1, order=['b'])
-- nth(text[], integer, n=1, order=['b'])
-- nth(json, integer, n=1, order=['b'])
SELECT
  MAX(CASE WHEN "place" = 1 AND "a1" IS NOT NULL THEN "a1" END) AS "r1"
FROM (
  SELECT
    "a1",
    "b1",
    ROW_NUMBER() OVER (ORDER BY CASE WHEN "a1" IS NOT NULL THEN 0 ELSE 1 END ASC, "b1" ASC) AS "place"
  FROM "held"
) AS "source";
-- nth(text, integer, n=-1, order=['b desc'])
-- nth(decimal(38,9), date, n=-1, order=['b desc'])
-- nth(bigint[], integer, n=-1, order=['b desc'])
SELECT
  MAX(CASE WHEN "place" = 1 AND "a1" IS NOT NULL THEN "a1" END) AS "r1"
FROM (
  SELECT
    "a1",
    "b1",
    ROW_NUMBER() OVER (ORDER BY CASE WHEN "a1" IS NOT NULL THEN 0 ELSE 1 END ASC, "b1" DESC) AS "place"
  FROM "held"
) AS "source";
-- nth(text, integer, n=2, order=['b'])
SELECT
  MAX(CASE WHEN "place" = 2 AND "a1" IS NOT NULL THEN "a1" END) AS "r1"
FROM (
  SELECT
    "a1",
    "b1",
    ROW_NUMBER() OVER (ORDER BY CASE WHEN "a1" IS NOT NULL THEN 0 ELSE 1 END ASC, "b1" ASC) AS "place"
  FROM "held"
) AS "source";
-- nth(text, integer, text, n=1, order=['b', 'c'])
SELECT
  MAX(CASE WHEN "place" = 1 AND "a1" IS NOT NULL THEN "a1" END) AS "r1"
FROM (
  SELECT
    "a1",
    "b1",
    "c1",
    ROW_NUMBER() OVER (ORDER BY CASE WHEN "a1" IS NOT NULL THEN 0 ELSE 1 END ASC, "b1" ASC, "c1" ASC) AS "place"
  FROM "held"
) AS "source";
-- nth(text, integer, text, n=-1, order=['b desc', 'c desc'])
SELECT
  MAX(CASE WHEN "place" = 1 AND "a1" IS NOT NULL THEN "a1" END) AS "r1"
FROM (
  SELECT
    "a1",
    "b1",
    "c1",
    ROW_NUMBER() OVER (ORDER BY CASE WHEN "a1" IS NOT NULL THEN 0 ELSE 1 END ASC, "b1" DESC, "c1" DESC) AS "place"
  FROM "held"
) AS "source";
-- nth(text, integer, text, n=1, order=['b desc', 'c'])
SELECT
  MAX(CASE WHEN "place" = 1 AND "a1" IS NOT NULL THEN "a1" END) AS "r1"
FROM (
  SELECT
    "a1",
    "b1",
    "c1",
    ROW_NUMBER() OVER (ORDER BY CASE WHEN "a1" IS NOT NULL THEN 0 ELSE 1 END ASC, "b1" DESC, "c1" ASC) AS "place"
  FROM "held"
) AS "source";
-- nth(text, n=1, order=['a'])
SELECT
  MAX(CASE WHEN "place" = 1 AND "a1" IS NOT NULL THEN "a1" END) AS "r1"
FROM (
  SELECT
    "a1",
    ROW_NUMBER() OVER (ORDER BY CASE WHEN "a1" IS NOT NULL THEN 0 ELSE 1 END ASC, "a1" ASC) AS "place"
  FROM "held"
) AS "source";
-- nth(text, n=-1, order=['a desc'])
SELECT
  MAX(CASE WHEN "place" = 1 AND "a1" IS NOT NULL THEN "a1" END) AS "r1"
FROM (
  SELECT
    "a1",
    ROW_NUMBER() OVER (ORDER BY CASE WHEN "a1" IS NOT NULL THEN 0 ELSE 1 END ASC, "a1" DESC) AS "place"
  FROM "held"
) AS "source";
-- nth(text, integer, boolean, n=1, order=['b'], where=c)
SELECT
  MAX(CASE WHEN "place" = 1 AND "c1" AND "a1" IS NOT NULL THEN "a1" END) AS "r1"
FROM (
  SELECT
    "c1",
    "a1",
    "b1",
    ROW_NUMBER() OVER (ORDER BY CASE WHEN "c1" AND "a1" IS NOT NULL THEN 0 ELSE 1 END ASC, "b1" ASC) AS "place"
  FROM "held"
) AS "source";
-- nth(boolean, integer, n=1, order=['b'])
SELECT
  BOOL_OR(CASE WHEN "place" = 1 AND "a1" IS NOT NULL THEN "a1" END) AS "r1"
FROM (
  SELECT
    "a1",
    "b1",
    ROW_NUMBER() OVER (ORDER BY CASE WHEN "a1" IS NOT NULL THEN 0 ELSE 1 END ASC, "b1" ASC) AS "place"
  FROM "held"
) AS "source";
-- list: not available
-- list_distinct: not available
-- array_length: not available
-- array_contains_any: not available
-- array_contains_all: not available
-- array_contains: not available
-- array_contains_between: not available
-- array_element: not available
-- array_join: not available
-- clean_array: not available
-- clean_double_array: not available
-- read_integer(text)
TRY_CAST(CASE
  WHEN LENGTH(NULLIF(REGEXP_SUBSTR("a1", '^[+-]?[0-9]+', 1, 1, 'p'), '')) = LENGTH("a1")
  THEN "a1"
END AS BIGINT);
-- read_number: not available
-- read_date(text)
TRY_CAST(CASE
  WHEN LENGTH(
    NULLIF(
      REGEXP_SUBSTR(
        "a1",
        '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}',
        1,
        1,
        'p'
      ),
      ''
    )
  ) = LENGTH("a1")
  THEN "a1"
END AS DATE);
-- read_timestamp(text, 'UTC')
CASE
  WHEN CASE
    WHEN LENGTH(
      NULLIF(
        REGEXP_SUBSTR(
          "a1",
          '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])?',
          1,
          1,
          'p'
        ),
        ''
      )
    ) = LENGTH("a1")
    THEN "a1"
  END IS NOT NULL
  THEN CASE
    WHEN NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '[Z+-].*', 1, 1, 'p'), '') IS NULL
    THEN TRY_CAST(SUBSTR("a1", 1, 10) || ' ' || SUBSTR("a1", 12, 5) || COALESCE(
      NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '^:[0-9]{2}(?:\\.[0-9]{1,6})?', 1, 1, 'p'), ''),
      ':00'
    ) AS TIMESTAMP)
    ELSE DATEADD(
      second,
      TRY_CAST(SUBSTR(
        REPLACE(
          REPLACE(NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '[Z+-].*', 1, 1, 'p'), ''), 'Z', '+0000'),
          ':',
          ''
        ),
        1,
        3
      ) AS BIGINT) * (
        -3600
      ) + TRY_CAST(SUBSTR(
        REPLACE(
          REPLACE(NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '[Z+-].*', 1, 1, 'p'), ''), 'Z', '+0000'),
          ':',
          ''
        ),
        1,
        1
      ) || SUBSTR(
        REPLACE(
          REPLACE(NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '[Z+-].*', 1, 1, 'p'), ''), 'Z', '+0000'),
          ':',
          ''
        ),
        4,
        2
      ) AS BIGINT) * (
        -60
      ),
      TRY_CAST(SUBSTR("a1", 1, 10) || ' ' || SUBSTR("a1", 12, 5) || COALESCE(
        NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '^:[0-9]{2}(?:\\.[0-9]{1,6})?', 1, 1, 'p'), ''),
        ':00'
      ) AS TIMESTAMP)
    )
  END
END AT TIME ZONE 'UTC';
-- read_timestamp(text, 'Europe/Berlin')
CASE
  WHEN CASE
    WHEN LENGTH(
      NULLIF(
        REGEXP_SUBSTR(
          "a1",
          '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])?',
          1,
          1,
          'p'
        ),
        ''
      )
    ) = LENGTH("a1")
    THEN "a1"
  END IS NOT NULL
  THEN CASE
    WHEN NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '[Z+-].*', 1, 1, 'p'), '') IS NULL
    THEN CASE
      WHEN CONVERT_TIMEZONE(
        'UTC',
        'Europe/Berlin',
        DATEADD(
          second,
          DATEDIFF(
            second,
            CONVERT_TIMEZONE(
              'UTC',
              'Europe/Berlin',
              DATEADD(
                second,
                (
                  -86400
                ),
                TRY_CAST(SUBSTR("a1", 1, 10) || ' ' || SUBSTR("a1", 12, 5) || COALESCE(
                  NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '^:[0-9]{2}(?:\\.[0-9]{1,6})?', 1, 1, 'p'), ''),
                  ':00'
                ) AS TIMESTAMP)
              )
            ),
            DATEADD(
              second,
              (
                -86400
              ),
              TRY_CAST(SUBSTR("a1", 1, 10) || ' ' || SUBSTR("a1", 12, 5) || COALESCE(
                NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '^:[0-9]{2}(?:\\.[0-9]{1,6})?', 1, 1, 'p'), ''),
                ':00'
              ) AS TIMESTAMP)
            )
          ),
          TRY_CAST(SUBSTR("a1", 1, 10) || ' ' || SUBSTR("a1", 12, 5) || COALESCE(
            NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '^:[0-9]{2}(?:\\.[0-9]{1,6})?', 1, 1, 'p'), ''),
            ':00'
          ) AS TIMESTAMP)
        )
      ) <> TRY_CAST(SUBSTR("a1", 1, 10) || ' ' || SUBSTR("a1", 12, 5) || COALESCE(
        NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '^:[0-9]{2}(?:\\.[0-9]{1,6})?', 1, 1, 'p'), ''),
        ':00'
      ) AS TIMESTAMP)
      AND CONVERT_TIMEZONE(
        'UTC',
        'Europe/Berlin',
        DATEADD(
          second,
          DATEDIFF(
            second,
            CONVERT_TIMEZONE(
              'UTC',
              'Europe/Berlin',
              DATEADD(
                second,
                86400,
                TRY_CAST(SUBSTR("a1", 1, 10) || ' ' || SUBSTR("a1", 12, 5) || COALESCE(
                  NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '^:[0-9]{2}(?:\\.[0-9]{1,6})?', 1, 1, 'p'), ''),
                  ':00'
                ) AS TIMESTAMP)
              )
            ),
            DATEADD(
              second,
              86400,
              TRY_CAST(SUBSTR("a1", 1, 10) || ' ' || SUBSTR("a1", 12, 5) || COALESCE(
                NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '^:[0-9]{2}(?:\\.[0-9]{1,6})?', 1, 1, 'p'), ''),
                ':00'
              ) AS TIMESTAMP)
            )
          ),
          TRY_CAST(SUBSTR("a1", 1, 10) || ' ' || SUBSTR("a1", 12, 5) || COALESCE(
            NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '^:[0-9]{2}(?:\\.[0-9]{1,6})?', 1, 1, 'p'), ''),
            ':00'
          ) AS TIMESTAMP)
        )
      ) = TRY_CAST(SUBSTR("a1", 1, 10) || ' ' || SUBSTR("a1", 12, 5) || COALESCE(
        NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '^:[0-9]{2}(?:\\.[0-9]{1,6})?', 1, 1, 'p'), ''),
        ':00'
      ) AS TIMESTAMP)
      THEN DATEADD(
        second,
        DATEDIFF(
          second,
          CONVERT_TIMEZONE(
            'UTC',
            'Europe/Berlin',
            DATEADD(
              second,
              86400,
              TRY_CAST(SUBSTR("a1", 1, 10) || ' ' || SUBSTR("a1", 12, 5) || COALESCE(
                NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '^:[0-9]{2}(?:\\.[0-9]{1,6})?', 1, 1, 'p'), ''),
                ':00'
              ) AS TIMESTAMP)
            )
          ),
          DATEADD(
            second,
            86400,
            TRY_CAST(SUBSTR("a1", 1, 10) || ' ' || SUBSTR("a1", 12, 5) || COALESCE(
              NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '^:[0-9]{2}(?:\\.[0-9]{1,6})?', 1, 1, 'p'), ''),
              ':00'
            ) AS TIMESTAMP)
          )
        ),
        TRY_CAST(SUBSTR("a1", 1, 10) || ' ' || SUBSTR("a1", 12, 5) || COALESCE(
          NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '^:[0-9]{2}(?:\\.[0-9]{1,6})?', 1, 1, 'p'), ''),
          ':00'
        ) AS TIMESTAMP)
      )
      ELSE DATEADD(
        second,
        DATEDIFF(
          second,
          CONVERT_TIMEZONE(
            'UTC',
            'Europe/Berlin',
            DATEADD(
              second,
              (
                -86400
              ),
              TRY_CAST(SUBSTR("a1", 1, 10) || ' ' || SUBSTR("a1", 12, 5) || COALESCE(
                NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '^:[0-9]{2}(?:\\.[0-9]{1,6})?', 1, 1, 'p'), ''),
                ':00'
              ) AS TIMESTAMP)
            )
          ),
          DATEADD(
            second,
            (
              -86400
            ),
            TRY_CAST(SUBSTR("a1", 1, 10) || ' ' || SUBSTR("a1", 12, 5) || COALESCE(
              NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '^:[0-9]{2}(?:\\.[0-9]{1,6})?', 1, 1, 'p'), ''),
              ':00'
            ) AS TIMESTAMP)
          )
        ),
        TRY_CAST(SUBSTR("a1", 1, 10) || ' ' || SUBSTR("a1", 12, 5) || COALESCE(
          NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '^:[0-9]{2}(?:\\.[0-9]{1,6})?', 1, 1, 'p'), ''),
          ':00'
        ) AS TIMESTAMP)
      )
    END
    ELSE DATEADD(
      second,
      TRY_CAST(SUBSTR(
        REPLACE(
          REPLACE(NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '[Z+-].*', 1, 1, 'p'), ''), 'Z', '+0000'),
          ':',
          ''
        ),
        1,
        3
      ) AS BIGINT) * (
        -3600
      ) + TRY_CAST(SUBSTR(
        REPLACE(
          REPLACE(NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '[Z+-].*', 1, 1, 'p'), ''), 'Z', '+0000'),
          ':',
          ''
        ),
        1,
        1
      ) || SUBSTR(
        REPLACE(
          REPLACE(NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '[Z+-].*', 1, 1, 'p'), ''), 'Z', '+0000'),
          ':',
          ''
        ),
        4,
        2
      ) AS BIGINT) * (
        -60
      ),
      TRY_CAST(SUBSTR("a1", 1, 10) || ' ' || SUBSTR("a1", 12, 5) || COALESCE(
        NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '^:[0-9]{2}(?:\\.[0-9]{1,6})?', 1, 1, 'p'), ''),
        ':00'
      ) AS TIMESTAMP)
    )
  END
END AT TIME ZONE 'UTC';
-- read_timestamp(text, 'America/New_York')
CASE
  WHEN CASE
    WHEN LENGTH(
      NULLIF(
        REGEXP_SUBSTR(
          "a1",
          '^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])?',
          1,
          1,
          'p'
        ),
        ''
      )
    ) = LENGTH("a1")
    THEN "a1"
  END IS NOT NULL
  THEN CASE
    WHEN NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '[Z+-].*', 1, 1, 'p'), '') IS NULL
    THEN CASE
      WHEN CONVERT_TIMEZONE(
        'UTC',
        'America/New_York',
        DATEADD(
          second,
          DATEDIFF(
            second,
            CONVERT_TIMEZONE(
              'UTC',
              'America/New_York',
              DATEADD(
                second,
                (
                  -86400
                ),
                TRY_CAST(SUBSTR("a1", 1, 10) || ' ' || SUBSTR("a1", 12, 5) || COALESCE(
                  NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '^:[0-9]{2}(?:\\.[0-9]{1,6})?', 1, 1, 'p'), ''),
                  ':00'
                ) AS TIMESTAMP)
              )
            ),
            DATEADD(
              second,
              (
                -86400
              ),
              TRY_CAST(SUBSTR("a1", 1, 10) || ' ' || SUBSTR("a1", 12, 5) || COALESCE(
                NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '^:[0-9]{2}(?:\\.[0-9]{1,6})?', 1, 1, 'p'), ''),
                ':00'
              ) AS TIMESTAMP)
            )
          ),
          TRY_CAST(SUBSTR("a1", 1, 10) || ' ' || SUBSTR("a1", 12, 5) || COALESCE(
            NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '^:[0-9]{2}(?:\\.[0-9]{1,6})?', 1, 1, 'p'), ''),
            ':00'
          ) AS TIMESTAMP)
        )
      ) <> TRY_CAST(SUBSTR("a1", 1, 10) || ' ' || SUBSTR("a1", 12, 5) || COALESCE(
        NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '^:[0-9]{2}(?:\\.[0-9]{1,6})?', 1, 1, 'p'), ''),
        ':00'
      ) AS TIMESTAMP)
      AND CONVERT_TIMEZONE(
        'UTC',
        'America/New_York',
        DATEADD(
          second,
          DATEDIFF(
            second,
            CONVERT_TIMEZONE(
              'UTC',
              'America/New_York',
              DATEADD(
                second,
                86400,
                TRY_CAST(SUBSTR("a1", 1, 10) || ' ' || SUBSTR("a1", 12, 5) || COALESCE(
                  NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '^:[0-9]{2}(?:\\.[0-9]{1,6})?', 1, 1, 'p'), ''),
                  ':00'
                ) AS TIMESTAMP)
              )
            ),
            DATEADD(
              second,
              86400,
              TRY_CAST(SUBSTR("a1", 1, 10) || ' ' || SUBSTR("a1", 12, 5) || COALESCE(
                NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '^:[0-9]{2}(?:\\.[0-9]{1,6})?', 1, 1, 'p'), ''),
                ':00'
              ) AS TIMESTAMP)
            )
          ),
          TRY_CAST(SUBSTR("a1", 1, 10) || ' ' || SUBSTR("a1", 12, 5) || COALESCE(
            NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '^:[0-9]{2}(?:\\.[0-9]{1,6})?', 1, 1, 'p'), ''),
            ':00'
          ) AS TIMESTAMP)
        )
      ) = TRY_CAST(SUBSTR("a1", 1, 10) || ' ' || SUBSTR("a1", 12, 5) || COALESCE(
        NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '^:[0-9]{2}(?:\\.[0-9]{1,6})?', 1, 1, 'p'), ''),
        ':00'
      ) AS TIMESTAMP)
      THEN DATEADD(
        second,
        DATEDIFF(
          second,
          CONVERT_TIMEZONE(
            'UTC',
            'America/New_York',
            DATEADD(
              second,
              86400,
              TRY_CAST(SUBSTR("a1", 1, 10) || ' ' || SUBSTR("a1", 12, 5) || COALESCE(
                NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '^:[0-9]{2}(?:\\.[0-9]{1,6})?', 1, 1, 'p'), ''),
                ':00'
              ) AS TIMESTAMP)
            )
          ),
          DATEADD(
            second,
            86400,
            TRY_CAST(SUBSTR("a1", 1, 10) || ' ' || SUBSTR("a1", 12, 5) || COALESCE(
              NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '^:[0-9]{2}(?:\\.[0-9]{1,6})?', 1, 1, 'p'), ''),
              ':00'
            ) AS TIMESTAMP)
          )
        ),
        TRY_CAST(SUBSTR("a1", 1, 10) || ' ' || SUBSTR("a1", 12, 5) || COALESCE(
          NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '^:[0-9]{2}(?:\\.[0-9]{1,6})?', 1, 1, 'p'), ''),
          ':00'
        ) AS TIMESTAMP)
      )
      ELSE DATEADD(
        second,
        DATEDIFF(
          second,
          CONVERT_TIMEZONE(
            'UTC',
            'America/New_York',
            DATEADD(
              second,
              (
                -86400
              ),
              TRY_CAST(SUBSTR("a1", 1, 10) || ' ' || SUBSTR("a1", 12, 5) || COALESCE(
                NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '^:[0-9]{2}(?:\\.[0-9]{1,6})?', 1, 1, 'p'), ''),
                ':00'
              ) AS TIMESTAMP)
            )
          ),
          DATEADD(
            second,
            (
              -86400
            ),
            TRY_CAST(SUBSTR("a1", 1, 10) || ' ' || SUBSTR("a1", 12, 5) || COALESCE(
              NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '^:[0-9]{2}(?:\\.[0-9]{1,6})?', 1, 1, 'p'), ''),
              ':00'
            ) AS TIMESTAMP)
          )
        ),
        TRY_CAST(SUBSTR("a1", 1, 10) || ' ' || SUBSTR("a1", 12, 5) || COALESCE(
          NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '^:[0-9]{2}(?:\\.[0-9]{1,6})?', 1, 1, 'p'), ''),
          ':00'
        ) AS TIMESTAMP)
      )
    END
    ELSE DATEADD(
      second,
      TRY_CAST(SUBSTR(
        REPLACE(
          REPLACE(NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '[Z+-].*', 1, 1, 'p'), ''), 'Z', '+0000'),
          ':',
          ''
        ),
        1,
        3
      ) AS BIGINT) * (
        -3600
      ) + TRY_CAST(SUBSTR(
        REPLACE(
          REPLACE(NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '[Z+-].*', 1, 1, 'p'), ''), 'Z', '+0000'),
          ':',
          ''
        ),
        1,
        1
      ) || SUBSTR(
        REPLACE(
          REPLACE(NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '[Z+-].*', 1, 1, 'p'), ''), 'Z', '+0000'),
          ':',
          ''
        ),
        4,
        2
      ) AS BIGINT) * (
        -60
      ),
      TRY_CAST(SUBSTR("a1", 1, 10) || ' ' || SUBSTR("a1", 12, 5) || COALESCE(
        NULLIF(REGEXP_SUBSTR(SUBSTR("a1", 17), '^:[0-9]{2}(?:\\.[0-9]{1,6})?', 1, 1, 'p'), ''),
        ':00'
      ) AS TIMESTAMP)
    )
  END
END AT TIME ZONE 'UTC';
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
LEAST("a1", 'it\'s');
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
GREATEST("a1", 'it\'s');
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
COALESCE("a1", CAST(ARRAY() AS VARCHAR(MAX)[]));
-- coalesce(text[], ['b'])
COALESCE("a1", CAST(ARRAY('b') AS VARCHAR(MAX)[]));
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
  CAST('2024-02-29 12:00:00.000001 UTC' AS TIMESTAMP WITH TIME ZONE),
  CAST('2024-01-01 00:00:00 UTC' AS TIMESTAMP WITH TIME ZONE)
);
-- one_of(timestamptz, 0001-01-01T00:00:00+00:00, 9999-12-31T23:59:59.999999+00:00)
"a1" IN (
  CAST('0001-01-01 00:00:00 UTC' AS TIMESTAMP WITH TIME ZONE),
  CAST('9999-12-31 23:59:59.999999 UTC' AS TIMESTAMP WITH TIME ZONE)
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
-- clean_json: not available
-- json_text: not available
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
  CAST(SUM("a1") AS DOUBLE PRECISION) / NULLIF(COUNT("a1"), 0) AS "r1"
FROM "held";
-- avg(bigint)
SELECT
  CAST(SUM(CAST("a1" AS DECIMAL(38, 0))) AS DOUBLE PRECISION) / NULLIF(COUNT("a1"), 0) AS "r1"
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
  WHEN CONVERT_TIMEZONE(
    'UTC',
    'Europe/Berlin',
    DATEADD(
      second,
      DATEDIFF(
        second,
        CONVERT_TIMEZONE('UTC', 'Europe/Berlin', DATEADD(second, (
          -86400
        ), "a1")),
        DATEADD(second, (
          -86400
        ), "a1")
      ),
      "a1"
    )
  ) <> "a1"
  AND CONVERT_TIMEZONE(
    'UTC',
    'Europe/Berlin',
    DATEADD(
      second,
      DATEDIFF(
        second,
        CONVERT_TIMEZONE('UTC', 'Europe/Berlin', DATEADD(second, 86400, "a1")),
        DATEADD(second, 86400, "a1")
      ),
      "a1"
    )
  ) = "a1"
  THEN DATEADD(
    second,
    DATEDIFF(
      second,
      CONVERT_TIMEZONE('UTC', 'Europe/Berlin', DATEADD(second, 86400, "a1")),
      DATEADD(second, 86400, "a1")
    ),
    "a1"
  )
  ELSE DATEADD(
    second,
    DATEDIFF(
      second,
      CONVERT_TIMEZONE('UTC', 'Europe/Berlin', DATEADD(second, (
        -86400
      ), "a1")),
      DATEADD(second, (
        -86400
      ), "a1")
    ),
    "a1"
  )
END AT TIME ZONE 'UTC';
-- to_instant(timestamp, 'America/New_York')
CASE
  WHEN CONVERT_TIMEZONE(
    'UTC',
    'America/New_York',
    DATEADD(
      second,
      DATEDIFF(
        second,
        CONVERT_TIMEZONE('UTC', 'America/New_York', DATEADD(second, (
          -86400
        ), "a1")),
        DATEADD(second, (
          -86400
        ), "a1")
      ),
      "a1"
    )
  ) <> "a1"
  AND CONVERT_TIMEZONE(
    'UTC',
    'America/New_York',
    DATEADD(
      second,
      DATEDIFF(
        second,
        CONVERT_TIMEZONE('UTC', 'America/New_York', DATEADD(second, 86400, "a1")),
        DATEADD(second, 86400, "a1")
      ),
      "a1"
    )
  ) = "a1"
  THEN DATEADD(
    second,
    DATEDIFF(
      second,
      CONVERT_TIMEZONE('UTC', 'America/New_York', DATEADD(second, 86400, "a1")),
      DATEADD(second, 86400, "a1")
    ),
    "a1"
  )
  ELSE DATEADD(
    second,
    DATEDIFF(
      second,
      CONVERT_TIMEZONE('UTC', 'America/New_York', DATEADD(second, (
        -86400
      ), "a1")),
      DATEADD(second, (
        -86400
      ), "a1")
    ),
    "a1"
  )
END AT TIME ZONE 'UTC';
-- to_instant(timestamp, 'Australia/Lord_Howe')
CASE
  WHEN CONVERT_TIMEZONE(
    'UTC',
    'Australia/Lord_Howe',
    DATEADD(
      second,
      DATEDIFF(
        second,
        CONVERT_TIMEZONE('UTC', 'Australia/Lord_Howe', DATEADD(second, (
          -86400
        ), "a1")),
        DATEADD(second, (
          -86400
        ), "a1")
      ),
      "a1"
    )
  ) <> "a1"
  AND CONVERT_TIMEZONE(
    'UTC',
    'Australia/Lord_Howe',
    DATEADD(
      second,
      DATEDIFF(
        second,
        CONVERT_TIMEZONE('UTC', 'Australia/Lord_Howe', DATEADD(second, 86400, "a1")),
        DATEADD(second, 86400, "a1")
      ),
      "a1"
    )
  ) = "a1"
  THEN DATEADD(
    second,
    DATEDIFF(
      second,
      CONVERT_TIMEZONE('UTC', 'Australia/Lord_Howe', DATEADD(second, 86400, "a1")),
      DATEADD(second, 86400, "a1")
    ),
    "a1"
  )
  ELSE DATEADD(
    second,
    DATEDIFF(
      second,
      CONVERT_TIMEZONE('UTC', 'Australia/Lord_Howe', DATEADD(second, (
        -86400
      ), "a1")),
      DATEADD(second, (
        -86400
      ), "a1")
    ),
    "a1"
  )
END AT TIME ZONE 'UTC';
-- to_instant(timestamp, 'America/Sao_Paulo')
CASE
  WHEN CONVERT_TIMEZONE(
    'UTC',
    'America/Sao_Paulo',
    DATEADD(
      second,
      DATEDIFF(
        second,
        CONVERT_TIMEZONE('UTC', 'America/Sao_Paulo', DATEADD(second, (
          -86400
        ), "a1")),
        DATEADD(second, (
          -86400
        ), "a1")
      ),
      "a1"
    )
  ) <> "a1"
  AND CONVERT_TIMEZONE(
    'UTC',
    'America/Sao_Paulo',
    DATEADD(
      second,
      DATEDIFF(
        second,
        CONVERT_TIMEZONE('UTC', 'America/Sao_Paulo', DATEADD(second, 86400, "a1")),
        DATEADD(second, 86400, "a1")
      ),
      "a1"
    )
  ) = "a1"
  THEN DATEADD(
    second,
    DATEDIFF(
      second,
      CONVERT_TIMEZONE('UTC', 'America/Sao_Paulo', DATEADD(second, 86400, "a1")),
      DATEADD(second, 86400, "a1")
    ),
    "a1"
  )
  ELSE DATEADD(
    second,
    DATEDIFF(
      second,
      CONVERT_TIMEZONE('UTC', 'America/Sao_Paulo', DATEADD(second, (
        -86400
      ), "a1")),
      DATEADD(second, (
        -86400
      ), "a1")
    ),
    "a1"
  )
END AT TIME ZONE 'UTC';
-- to_instant(timestamp, 'Antarctica/Troll')
CASE
  WHEN CONVERT_TIMEZONE(
    'UTC',
    'Antarctica/Troll',
    DATEADD(
      second,
      DATEDIFF(
        second,
        CONVERT_TIMEZONE('UTC', 'Antarctica/Troll', DATEADD(second, (
          -86400
        ), "a1")),
        DATEADD(second, (
          -86400
        ), "a1")
      ),
      "a1"
    )
  ) <> "a1"
  AND CONVERT_TIMEZONE(
    'UTC',
    'Antarctica/Troll',
    DATEADD(
      second,
      DATEDIFF(
        second,
        CONVERT_TIMEZONE('UTC', 'Antarctica/Troll', DATEADD(second, 86400, "a1")),
        DATEADD(second, 86400, "a1")
      ),
      "a1"
    )
  ) = "a1"
  THEN DATEADD(
    second,
    DATEDIFF(
      second,
      CONVERT_TIMEZONE('UTC', 'Antarctica/Troll', DATEADD(second, 86400, "a1")),
      DATEADD(second, 86400, "a1")
    ),
    "a1"
  )
  ELSE DATEADD(
    second,
    DATEDIFF(
      second,
      CONVERT_TIMEZONE('UTC', 'Antarctica/Troll', DATEADD(second, (
        -86400
      ), "a1")),
      DATEADD(second, (
        -86400
      ), "a1")
    ),
    "a1"
  )
END AT TIME ZONE 'UTC';
-- to_instant(timestamp, 'Pacific/Apia')
CASE
  WHEN CONVERT_TIMEZONE(
    'UTC',
    'Pacific/Apia',
    DATEADD(
      second,
      DATEDIFF(
        second,
        CONVERT_TIMEZONE('UTC', 'Pacific/Apia', DATEADD(second, (
          -86400
        ), "a1")),
        DATEADD(second, (
          -86400
        ), "a1")
      ),
      "a1"
    )
  ) <> "a1"
  AND CONVERT_TIMEZONE(
    'UTC',
    'Pacific/Apia',
    DATEADD(
      second,
      DATEDIFF(
        second,
        CONVERT_TIMEZONE('UTC', 'Pacific/Apia', DATEADD(second, 86400, "a1")),
        DATEADD(second, 86400, "a1")
      ),
      "a1"
    )
  ) = "a1"
  THEN DATEADD(
    second,
    DATEDIFF(
      second,
      CONVERT_TIMEZONE('UTC', 'Pacific/Apia', DATEADD(second, 86400, "a1")),
      DATEADD(second, 86400, "a1")
    ),
    "a1"
  )
  ELSE DATEADD(
    second,
    DATEDIFF(
      second,
      CONVERT_TIMEZONE('UTC', 'Pacific/Apia', DATEADD(second, (
        -86400
      ), "a1")),
      DATEADD(second, (
        -86400
      ), "a1")
    ),
    "a1"
  )
END AT TIME ZONE 'UTC';
-- to_instant(timestamp, 'Asia/Kolkata')
CASE
  WHEN CONVERT_TIMEZONE(
    'UTC',
    'Asia/Kolkata',
    DATEADD(
      second,
      DATEDIFF(
        second,
        CONVERT_TIMEZONE('UTC', 'Asia/Kolkata', DATEADD(second, (
          -86400
        ), "a1")),
        DATEADD(second, (
          -86400
        ), "a1")
      ),
      "a1"
    )
  ) <> "a1"
  AND CONVERT_TIMEZONE(
    'UTC',
    'Asia/Kolkata',
    DATEADD(
      second,
      DATEDIFF(
        second,
        CONVERT_TIMEZONE('UTC', 'Asia/Kolkata', DATEADD(second, 86400, "a1")),
        DATEADD(second, 86400, "a1")
      ),
      "a1"
    )
  ) = "a1"
  THEN DATEADD(
    second,
    DATEDIFF(
      second,
      CONVERT_TIMEZONE('UTC', 'Asia/Kolkata', DATEADD(second, 86400, "a1")),
      DATEADD(second, 86400, "a1")
    ),
    "a1"
  )
  ELSE DATEADD(
    second,
    DATEDIFF(
      second,
      CONVERT_TIMEZONE('UTC', 'Asia/Kolkata', DATEADD(second, (
        -86400
      ), "a1")),
      DATEADD(second, (
        -86400
      ), "a1")
    ),
    "a1"
  )
END AT TIME ZONE 'UTC';
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
DATEADD(month, 1, "a1");
-- shift(timestamp, 2, 'month')
DATEADD(month, 2, "a1");
-- shift(timestamp, -1, 'month')
DATEADD(month, (
  -1
), "a1");
-- shift(timestamp, -6, 'month')
DATEADD(month, (
  -6
), "a1");
-- shift(timestamp, 12, 'month')
-- shift(timestamp, 1, 'year')
DATEADD(month, 12, "a1");
-- shift(timestamp, 0, 'month')
DATEADD(month, 0, "a1");
-- shift(timestamp, 1, 'quarter')
DATEADD(month, 3, "a1");
-- shift(timestamp, -1, 'quarter')
DATEADD(month, (
  -3
), "a1");
-- shift(timestamp, 4, 'year')
DATEADD(month, 48, "a1");
-- shift(timestamp, -1, 'year')
DATEADD(month, (
  -12
), "a1");
-- shift(timestamp, -9998, 'year')
DATEADD(month, (
  -119976
), "a1");
-- shift(timestamp, 9998, 'year')
DATEADD(month, 119976, "a1");
-- shift(timestamp, 1, 'day')
DATEADD(day, 1, "a1");
-- shift(timestamp, -1, 'day')
DATEADD(day, (
  -1
), "a1");
-- shift(timestamp, 0, 'day')
DATEADD(day, 0, "a1");
-- shift(timestamp, 100000, 'day')
DATEADD(day, 100000, "a1");
-- shift(timestamp, 1, 'week')
DATEADD(week, 1, "a1");
-- shift(timestamp, -1, 'week')
DATEADD(week, (
  -1
), "a1");
-- shift(timestamp, 1, 'hour')
DATEADD(hour, 1, "a1");
-- shift(timestamp, -1, 'hour')
DATEADD(hour, (
  -1
), "a1");
-- shift(timestamp, 100000, 'hour')
DATEADD(hour, 100000, "a1");
-- shift(timestamp, -1, 'minute')
DATEADD(minute, (
  -1
), "a1");
-- shift(timestamp, 1, 'minute')
DATEADD(minute, 1, "a1");
-- year(date)
CAST(EXTRACT(YEAR FROM "a1") AS BIGINT);
-- quarter(date)
CAST(EXTRACT(QUARTER FROM "a1") AS BIGINT);
-- month(date)
CAST(EXTRACT(MONTH FROM "a1") AS BIGINT);
-- day(date)
CAST(EXTRACT(DAY FROM "a1") AS BIGINT);
-- weekday(date)
(
  CAST(EXTRACT(DOW FROM "a1") AS BIGINT) + 6
) % 7 + 1;
-- week(date)
(
  CAST(EXTRACT(DOY FROM DATEADD(day, 3, DATE_TRUNC('week', CAST("a1" AS TIMESTAMP)))) AS BIGINT) - 1
) / 7 + 1;
-- last_day(date)
LAST_DAY("a1");
-- hour(timestamp)
CAST(EXTRACT(HOUR FROM "a1") AS BIGINT);
-- minute(timestamp)
CAST(EXTRACT(MINUTE FROM "a1") AS BIGINT);
-- months_between(date, date)
CASE
  WHEN "a1" <= "b1"
  THEN (
    (
      CAST(EXTRACT(YEAR FROM "b1") AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM "b1") AS BIGINT)
    ) - (
      CAST(EXTRACT(YEAR FROM "a1") AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM "a1") AS BIGINT)
    )
  ) - CASE
    WHEN DATEADD(
      month,
      (
        (
          CAST(EXTRACT(YEAR FROM "b1") AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM "b1") AS BIGINT)
        ) - (
          CAST(EXTRACT(YEAR FROM "a1") AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM "a1") AS BIGINT)
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
        CAST(EXTRACT(YEAR FROM "a1") AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM "a1") AS BIGINT)
      ) - (
        CAST(EXTRACT(YEAR FROM "b1") AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM "b1") AS BIGINT)
      )
    ) - CASE
      WHEN DATEADD(
        month,
        (
          (
            CAST(EXTRACT(YEAR FROM "a1") AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM "a1") AS BIGINT)
          ) - (
            CAST(EXTRACT(YEAR FROM "b1") AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM "b1") AS BIGINT)
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
        CAST(EXTRACT(YEAR FROM "b1") AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM "b1") AS BIGINT)
      ) - (
        CAST(EXTRACT(YEAR FROM "a1") AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM "a1") AS BIGINT)
      )
    ) - CASE
      WHEN DATEADD(
        month,
        (
          (
            CAST(EXTRACT(YEAR FROM "b1") AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM "b1") AS BIGINT)
          ) - (
            CAST(EXTRACT(YEAR FROM "a1") AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM "a1") AS BIGINT)
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
          CAST(EXTRACT(YEAR FROM "a1") AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM "a1") AS BIGINT)
        ) - (
          CAST(EXTRACT(YEAR FROM "b1") AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM "b1") AS BIGINT)
        )
      ) - CASE
        WHEN DATEADD(
          month,
          (
            (
              CAST(EXTRACT(YEAR FROM "a1") AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM "a1") AS BIGINT)
            ) - (
              CAST(EXTRACT(YEAR FROM "b1") AS BIGINT) * 12 + CAST(EXTRACT(MONTH FROM "b1") AS BIGINT)
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
DATEDIFF(day, "a1", "b1");
-- elapsed(timestamp, timestamp, 'minute')
(
  DATEDIFF(second, CAST('1970-01-01 00:00:00' AS TIMESTAMP), DATE_TRUNC('second', "b1")) * 1000000 + CAST(TO_CHAR("b1", 'US') AS BIGINT) - (
    DATEDIFF(second, CAST('1970-01-01 00:00:00' AS TIMESTAMP), DATE_TRUNC('second', "a1")) * 1000000 + CAST(TO_CHAR("a1", 'US') AS BIGINT)
  )
) / 60000000;
-- elapsed(timestamp, timestamp, 'hour')
(
  DATEDIFF(second, CAST('1970-01-01 00:00:00' AS TIMESTAMP), DATE_TRUNC('second', "b1")) * 1000000 + CAST(TO_CHAR("b1", 'US') AS BIGINT) - (
    DATEDIFF(second, CAST('1970-01-01 00:00:00' AS TIMESTAMP), DATE_TRUNC('second', "a1")) * 1000000 + CAST(TO_CHAR("a1", 'US') AS BIGINT)
  )
) / 3600000000;
-- elapsed(timestamp, timestamp, 'day')
(
  DATEDIFF(second, CAST('1970-01-01 00:00:00' AS TIMESTAMP), DATE_TRUNC('second', "b1")) * 1000000 + CAST(TO_CHAR("b1", 'US') AS BIGINT) - (
    DATEDIFF(second, CAST('1970-01-01 00:00:00' AS TIMESTAMP), DATE_TRUNC('second', "a1")) * 1000000 + CAST(TO_CHAR("a1", 'US') AS BIGINT)
  )
) / 86400000000;
-- from_microseconds(decimal(38,0))
-- from_microseconds(bigint)
DATEADD(
  microsecond,
  CAST(CAST(CASE
    WHEN "a1" BETWEEN (
      -62135596800000000
    ) AND 253402300799999999
    THEN "a1"
  END AS BIGINT) % 1000000 AS INTEGER),
  DATEADD(
    second,
    CAST((
      CAST(CASE
        WHEN "a1" BETWEEN (
          -62135596800000000
        ) AND 253402300799999999
        THEN "a1"
      END AS BIGINT) % 86400000000
    ) / 1000000 AS INTEGER),
    DATEADD(
      day,
      CAST(CAST(CASE
        WHEN "a1" BETWEEN (
          -62135596800000000
        ) AND 253402300799999999
        THEN "a1"
      END AS BIGINT) / 86400000000 AS INTEGER),
      CAST('1970-01-01 00:00:00' AS TIMESTAMP)
    )
  )
) AT TIME ZONE 'UTC';
-- microseconds(timestamptz)
DATEDIFF(
  second,
  CAST('1970-01-01 00:00:00' AS TIMESTAMP),
  DATE_TRUNC('second', "a1" AT TIME ZONE 'UTC')
) * 1000000 + CAST(TO_CHAR("a1" AT TIME ZONE 'UTC', 'US') AS BIGINT);
-- microseconds(timestamp)
DATEDIFF(second, CAST('1970-01-01 00:00:00' AS TIMESTAMP), DATE_TRUNC('second', "a1")) * 1000000 + CAST(TO_CHAR("a1", 'US') AS BIGINT);
-- format_date(date, '%Y-%m-%d')
TO_CHAR("a1", 'YYYY') || '-' || TO_CHAR("a1", 'MM') || '-' || TO_CHAR("a1", 'DD');
-- format_date(date, '%d.%m.%Y')
TO_CHAR("a1", 'DD') || '.' || TO_CHAR("a1", 'MM') || '.' || TO_CHAR("a1", 'YYYY');
-- format_date(date, '%m/%d')
TO_CHAR("a1", 'MM') || '/' || TO_CHAR("a1", 'DD');
-- format_date(date, '%Y')
TO_CHAR("a1", 'YYYY');
-- format_date(date, '%Y%m')
TO_CHAR("a1", 'YYYY') || TO_CHAR("a1", 'MM');
-- format_date(date, '%Y%Y')
TO_CHAR("a1", 'YYYY') || TO_CHAR("a1", 'YYYY');
-- format_date(date, "it's %d")
'it\'s ' || TO_CHAR("a1", 'DD');
-- format_date(date, 'Q"%m"')
'Q"' || TO_CHAR("a1", 'MM') || '"';
-- format_date(date, '%d\\%m\\\\')
TO_CHAR("a1", 'DD') || '\\' || TO_CHAR("a1", 'MM') || '\\\\';
-- format_date(date, 'YYYY MM DD %Y yyyy HH24')
'YYYY MM DD ' || TO_CHAR("a1", 'YYYY') || ' yyyy HH24';
-- format_date(date, '_%Y_')
'_' || TO_CHAR("a1", 'YYYY') || '_';
-- format_date(date, '\U0001f6b2%Y\u5e74 e\u0301\ufffd')
'🚲' || TO_CHAR("a1", 'YYYY') || '年 é�';
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
CAST(CAST("a1" AS DECIMAL(38, 0)) AS DECIMAL(38, 0)) % NULLIF(CAST("b1" AS DECIMAL(38, 0)), 0);
-- mod(decimal(38,0), integer)
CAST("a1" AS DECIMAL(38, 0)) % NULLIF(CAST("b1" AS DECIMAL(38, 0)), 0);
-- mod(decimal(12,2), decimal(12,3))
CAST(CAST("a1" AS DECIMAL(38, 3)) AS DECIMAL(38, 3)) % NULLIF(CAST(CAST("b1" AS DECIMAL(38, 3)) AS DECIMAL(38, 3)), 0);
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
CAST((
  FLOOR(ABS("a1")) + CASE
    WHEN ABS("a1") - FLOOR(ABS("a1")) >= CAST('0.5' AS DOUBLE PRECISION)
    THEN 1
    ELSE 0
  END
) * SIGN("a1") AS DECIMAL(38, 0));
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
CASE WHEN "a1" < 0 THEN CEIL("a1") ELSE FLOOR("a1") END;
-- round_double(double, 2)
CASE
  WHEN ABS("a1") < 4503599627370496 / CAST('1E2' AS DOUBLE PRECISION)
  THEN (
    FLOOR(ABS("a1" * CAST('1E2' AS DOUBLE PRECISION))) + CASE
      WHEN ABS("a1" * CAST('1E2' AS DOUBLE PRECISION)) - FLOOR(ABS("a1" * CAST('1E2' AS DOUBLE PRECISION))) >= CAST('0.5' AS DOUBLE PRECISION)
      THEN 1
      ELSE 0
    END
  ) * SIGN("a1" * CAST('1E2' AS DOUBLE PRECISION)) / CAST('1E2' AS DOUBLE PRECISION)
  ELSE "a1"
END;
-- round_double(double, 0)
CASE
  WHEN ABS("a1") < 4503599627370496 / CAST('1E0' AS DOUBLE PRECISION)
  THEN (
    FLOOR(ABS("a1" * CAST('1E0' AS DOUBLE PRECISION))) + CASE
      WHEN ABS("a1" * CAST('1E0' AS DOUBLE PRECISION)) - FLOOR(ABS("a1" * CAST('1E0' AS DOUBLE PRECISION))) >= CAST('0.5' AS DOUBLE PRECISION)
      THEN 1
      ELSE 0
    END
  ) * SIGN("a1" * CAST('1E0' AS DOUBLE PRECISION)) / CAST('1E0' AS DOUBLE PRECISION)
  ELSE "a1"
END;
-- round_double(double, 1)
CASE
  WHEN ABS("a1") < 4503599627370496 / CAST('1E1' AS DOUBLE PRECISION)
  THEN (
    FLOOR(ABS("a1" * CAST('1E1' AS DOUBLE PRECISION))) + CASE
      WHEN ABS("a1" * CAST('1E1' AS DOUBLE PRECISION)) - FLOOR(ABS("a1" * CAST('1E1' AS DOUBLE PRECISION))) >= CAST('0.5' AS DOUBLE PRECISION)
      THEN 1
      ELSE 0
    END
  ) * SIGN("a1" * CAST('1E1' AS DOUBLE PRECISION)) / CAST('1E1' AS DOUBLE PRECISION)
  ELSE "a1"
END;
-- round_double(double, 5)
CASE
  WHEN ABS("a1") < 4503599627370496 / CAST('1E5' AS DOUBLE PRECISION)
  THEN (
    FLOOR(ABS("a1" * CAST('1E5' AS DOUBLE PRECISION))) + CASE
      WHEN ABS("a1" * CAST('1E5' AS DOUBLE PRECISION)) - FLOOR(ABS("a1" * CAST('1E5' AS DOUBLE PRECISION))) >= CAST('0.5' AS DOUBLE PRECISION)
      THEN 1
      ELSE 0
    END
  ) * SIGN("a1" * CAST('1E5' AS DOUBLE PRECISION)) / CAST('1E5' AS DOUBLE PRECISION)
  ELSE "a1"
END;
-- round_double(double, 38)
CASE
  WHEN ABS("a1") < 4503599627370496 / CAST('1E38' AS DOUBLE PRECISION)
  THEN (
    FLOOR(ABS("a1" * CAST('1E38' AS DOUBLE PRECISION))) + CASE
      WHEN ABS("a1" * CAST('1E38' AS DOUBLE PRECISION)) - FLOOR(ABS("a1" * CAST('1E38' AS DOUBLE PRECISION))) >= CAST('0.5' AS DOUBLE PRECISION)
      THEN 1
      ELSE 0
    END
  ) * SIGN("a1" * CAST('1E38' AS DOUBLE PRECISION)) / CAST('1E38' AS DOUBLE PRECISION)
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
  CASE
    WHEN CAST("a1" AS DOUBLE PRECISION) >= 0
    THEN CAST("a1" AS DOUBLE PRECISION)
  END
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
EXP(
  CASE
    WHEN CAST("a1" AS DOUBLE PRECISION) < CAST('709.782712893384' AS DOUBLE PRECISION)
    THEN GREATEST(CAST("a1" AS DOUBLE PRECISION), CAST('-745.13321910194' AS DOUBLE PRECISION))
  END
);
-- ln(double)
-- ln(integer)
-- ln(decimal(12,2))
-- ln(decimal(38,0))
LN(
  CASE
    WHEN CAST("a1" AS DOUBLE PRECISION) > 0
    THEN CAST("a1" AS DOUBLE PRECISION)
  END
);
-- clean_double(double)
CASE WHEN "a1" <= CAST('Infinity' AS DOUBLE PRECISION) THEN "a1" END;
-- unnest: not available
-- length(text)
LENGTH("a1");
-- lower(text)
LOWER("a1");
-- upper(text)
UPPER("a1");
-- trim(text)
BTRIM("a1", ' ');
-- substr(text, 2, 3)
SUBSTRING("a1", 2, 3);
-- substr(text, 1, 0)
SUBSTRING("a1", 1, 0);
-- substr(text, 2, 10)
SUBSTRING("a1", 2, 10);
-- substr(text, 1, 2147483647)
SUBSTRING("a1", 1, 1073741824);
-- substr(text, 4, 2)
SUBSTRING("a1", 4, 2);
-- substr(text, 10, 2)
SUBSTRING("a1", 10, 2);
-- substr(text, 2147483647, 2147483647)
SUBSTRING("a1", 1073741824, 1073741824);
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
CASE WHEN LENGTH("b1") = 0 AND "a1" IS NOT NULL THEN 1 ELSE STRPOS("a1", "b1") END;
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
    LENGTH("a1") - LENGTH(REPLACE("a1", '@', ''))
  ) / 1 + 2 - 1)
END;
-- split_part(text, '@', -2)
CASE
  WHEN (
    LENGTH("a1") - LENGTH(REPLACE("a1", '@', ''))
  ) >= 1
  THEN SPLIT_PART("a1", '@', (
    LENGTH("a1") - LENGTH(REPLACE("a1", '@', ''))
  ) / 1 + 2 - 2)
END;
-- split_part(text, '@', -3)
CASE
  WHEN (
    LENGTH("a1") - LENGTH(REPLACE("a1", '@', ''))
  ) >= 2
  THEN SPLIT_PART("a1", '@', (
    LENGTH("a1") - LENGTH(REPLACE("a1", '@', ''))
  ) / 1 + 2 - 3)
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
    LENGTH("a1") - LENGTH(REPLACE("a1", '@', ''))
  ) / 1 + 2 - 2147483647)
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
    LENGTH("a1") - LENGTH(REPLACE("a1", '||', ''))
  ) / 2 + 2 - 1)
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
SUBSTRING(COALESCE(' ' || "a1", '') || COALESCE(' ' || "b1", ''), 2);
-- concat_ws('', text, text)
SUBSTRING(COALESCE('' || "a1", '') || COALESCE('' || "b1", ''), 1);
-- concat_ws(', ', text, text)
SUBSTRING(COALESCE(', ' || "a1", '') || COALESCE(', ' || "b1", ''), 3);
-- concat_ws("'", text, text)
SUBSTRING(COALESCE('\'' || "a1", '') || COALESCE('\'' || "b1", ''), 2);
-- concat_ws('\\', text, text)
SUBSTRING(COALESCE('\\' || "a1", '') || COALESCE('\\' || "b1", ''), 2);
-- concat_ws('\U0001f6b2', text, text)
SUBSTRING(COALESCE('🚲' || "a1", '') || COALESCE('🚲' || "b1", ''), 2);
-- concat_ws('-', text, text)
SUBSTRING(COALESCE('-' || "a1", '') || COALESCE('-' || "b1", ''), 2);
-- concat_ws('-', text)
SUBSTRING(COALESCE('-' || "a1", ''), 2);
-- concat_ws('-', text, text, text)
SUBSTRING(
  COALESCE('-' || "a1", '') || COALESCE('-' || "b1", '') || COALESCE('-' || "c1", ''),
  2
);
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
CASE
  WHEN LENGTH("b1") = 0 AND "c1" IS NOT NULL
  THEN "a1"
  ELSE REPLACE("a1", "b1", "c1")
END;
-- starts_with(text, text)
(
  LEFT("a1", LENGTH("b1")) || '.'
) = (
  "b1" || '.'
);
-- starts_with(text, 'a')
(
  LEFT("a1", LENGTH('a')) || '.'
) = (
  'a' || '.'
);
-- starts_with(text, "'s")
(
  LEFT("a1", LENGTH('\'s')) || '.'
) = (
  '\'s' || '.'
);
-- starts_with(text, '\\')
(
  LEFT("a1", LENGTH('\\')) || '.'
) = (
  '\\' || '.'
);
-- starts_with(text, '50%')
(
  LEFT("a1", LENGTH('50%')) || '.'
) = (
  '50%' || '.'
);
-- starts_with(text, '%')
(
  LEFT("a1", LENGTH('%')) || '.'
) = (
  '%' || '.'
);
-- starts_with(text, '\U0001f6b2')
(
  LEFT("a1", LENGTH('🚲')) || '.'
) = (
  '🚲' || '.'
);
-- ends_with(text, text)
(
  RIGHT("a1", LENGTH("b1")) || '.'
) = (
  "b1" || '.'
);
-- ends_with(text, 'a')
(
  RIGHT("a1", LENGTH('a')) || '.'
) = (
  'a' || '.'
);
-- ends_with(text, "'s")
(
  RIGHT("a1", LENGTH('\'s')) || '.'
) = (
  '\'s' || '.'
);
-- ends_with(text, '\\')
(
  RIGHT("a1", LENGTH('\\')) || '.'
) = (
  '\\' || '.'
);
-- ends_with(text, '50%')
(
  RIGHT("a1", LENGTH('50%')) || '.'
) = (
  '50%' || '.'
);
-- ends_with(text, '%')
(
  RIGHT("a1", LENGTH('%')) || '.'
) = (
  '%' || '.'
);
-- ends_with(text, '\U0001f6b2')
(
  RIGHT("a1", LENGTH('🚲')) || '.'
) = (
  '🚲' || '.'
);
-- contains(text, text)
CASE WHEN LENGTH("b1") = 0 AND "a1" IS NOT NULL THEN 1 ELSE STRPOS("a1", "b1") END > 0;
-- contains(text, 'a')
STRPOS("a1", 'a') > 0;
-- contains(text, "'s")
STRPOS("a1", '\'s') > 0;
-- contains(text, '\\')
STRPOS("a1", '\\') > 0;
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
"a1" LIKE 'a\\b' ESCAPE '!';
-- like(text, 'a\\%b')
"a1" LIKE 'a\\%b' ESCAPE '!';
-- like(text, '%\\')
"a1" LIKE '%\\' ESCAPE '!';
-- like(text, '\\')
"a1" LIKE '\\' ESCAPE '!';
-- like(text, "%'s")
"a1" LIKE '%\'s';
-- like(text, '"')
"a1" LIKE '"';
-- like(text, 'a.b')
"a1" LIKE 'a.b';
-- like(text, '[a]')
"a1" LIKE '[a]';
-- matches(text, 'b', false)
REGEXP_INSTR("a1" || CHR(1), '(?:b)[\\s\\S]*\\x01\\z', 1, 1, 0, 'p') > 0;
-- matches(text, '^b', false)
REGEXP_INSTR("a1" || CHR(1), '(?:^b)[\\s\\S]*\\x01\\z', 1, 1, 0, 'p') > 0;
-- matches(text, '^a', false)
REGEXP_INSTR("a1" || CHR(1), '(?:^a)[\\s\\S]*\\x01\\z', 1, 1, 0, 'p') > 0;
-- matches(text, 'c$', false)
REGEXP_INSTR("a1" || CHR(1), '(?:c(?=\\x01\\z))[\\s\\S]*\\x01\\z', 1, 1, 0, 'p') > 0;
-- matches(text, 'a$', false)
REGEXP_INSTR("a1" || CHR(1), '(?:a(?=\\x01\\z))[\\s\\S]*\\x01\\z', 1, 1, 0, 'p') > 0;
-- matches(text, 'a[^\\n]b', false)
REGEXP_INSTR("a1" || CHR(1), '(?:a[^\\n]b)[\\s\\S]*\\x01\\z', 1, 1, 0, 'p') > 0;
-- matches(text, 'a[ \\t\\n\\r\\f]b', false)
REGEXP_INSTR("a1" || CHR(1), '(?:a[ \\t\\n\\r\\f]b)[\\s\\S]*\\x01\\z', 1, 1, 0, 'p') > 0;
-- matches(text, '^[^\\n]$', false)
REGEXP_INSTR("a1" || CHR(1), '(?:^[^\\n](?=\\x01\\z))[\\s\\S]*\\x01\\z', 1, 1, 0, 'p') > 0;
-- matches(text, 'abc', false)
REGEXP_INSTR("a1" || CHR(1), '(?:abc)[\\s\\S]*\\x01\\z', 1, 1, 0, 'p') > 0;
-- matches(text, 'abc', true)
REGEXP_INSTR("a1" || CHR(1), '(?:abc)[\\s\\S]*\\x01\\z', 1, 1, 0, 'ip') > 0;
-- matches(text, '^[a-z]+$', false)
REGEXP_INSTR("a1" || CHR(1), '(?:^[a-z]+(?=\\x01\\z))[\\s\\S]*\\x01\\z', 1, 1, 0, 'p') > 0;
-- matches(text, '^[a-z]+$', true)
REGEXP_INSTR("a1" || CHR(1), '(?:^[a-z]+(?=\\x01\\z))[\\s\\S]*\\x01\\z', 1, 1, 0, 'ip') > 0;
-- matches(text, '^$', false)
REGEXP_INSTR("a1" || CHR(1), '(?:^(?=\\x01\\z))[\\s\\S]*\\x01\\z', 1, 1, 0, 'p') > 0;
-- matches(text, 'a*', false)
REGEXP_INSTR("a1" || CHR(1), '(?:a*)[\\s\\S]*\\x01\\z', 1, 1, 0, 'p') > 0;
-- matches(text, 'a', false)
REGEXP_INSTR("a1" || CHR(1), '(?:a)[\\s\\S]*\\x01\\z', 1, 1, 0, 'p') > 0;
-- matches(text, '[0-9]', false)
REGEXP_INSTR("a1" || CHR(1), '(?:[0-9])[\\s\\S]*\\x01\\z', 1, 1, 0, 'p') > 0;
-- matches(text, '[A-Za-z0-9_]', false)
REGEXP_INSTR("a1" || CHR(1), '(?:[A-Za-z0-9_])[\\s\\S]*\\x01\\z', 1, 1, 0, 'p') > 0;
-- matches(text, '[ \\t\\n\\r\\f]', false)
REGEXP_INSTR("a1" || CHR(1), '(?:[ \\t\\n\\r\\f])[\\s\\S]*\\x01\\z', 1, 1, 0, 'p') > 0;
-- matches(text, 'a\\.b', false)
REGEXP_INSTR("a1" || CHR(1), '(?:a\\.b)[\\s\\S]*\\x01\\z', 1, 1, 0, 'p') > 0;
-- matches(text, '\\\\', false)
REGEXP_INSTR("a1" || CHR(1), '(?:\\\\)[\\s\\S]*\\x01\\z', 1, 1, 0, 'p') > 0;
-- matches(text, "'", false)
REGEXP_INSTR("a1" || CHR(1), '(?:\')[\\s\\S]*\\x01\\z', 1, 1, 0, 'p') > 0;
-- matches(text, '"', false)
REGEXP_INSTR("a1" || CHR(1), '(?:")[\\s\\S]*\\x01\\z', 1, 1, 0, 'p') > 0;
-- matches(text, '%$', false)
REGEXP_INSTR("a1" || CHR(1), '(?:%(?=\\x01\\z))[\\s\\S]*\\x01\\z', 1, 1, 0, 'p') > 0;
-- matches(text, '[\\]]', false)
REGEXP_INSTR("a1" || CHR(1), '(?:[\\]])[\\s\\S]*\\x01\\z', 1, 1, 0, 'p') > 0;
-- matches(text, '[x\\-]', false)
REGEXP_INSTR("a1" || CHR(1), '(?:[x\\-])[\\s\\S]*\\x01\\z', 1, 1, 0, 'p') > 0;
-- matches(text, '[\\^]', false)
REGEXP_INSTR("a1" || CHR(1), '(?:[\\^])[\\s\\S]*\\x01\\z', 1, 1, 0, 'p') > 0;
-- matches(text, 'a\\{2\\}', false)
REGEXP_INSTR("a1" || CHR(1), '(?:a\\{2\\})[\\s\\S]*\\x01\\z', 1, 1, 0, 'p') > 0;
-- matches(text, '^(?:a|b)+$', false)
REGEXP_INSTR("a1" || CHR(1), '(?:^(?:a|b)+(?=\\x01\\z))[\\s\\S]*\\x01\\z', 1, 1, 0, 'p') > 0;
-- matches(text, '^a{1,2}b$', false)
REGEXP_INSTR("a1" || CHR(1), '(?:^a{1,2}b(?=\\x01\\z))[\\s\\S]*\\x01\\z', 1, 1, 0, 'p') > 0;
-- matches(text, '^a{2,}b$', false)
REGEXP_INSTR("a1" || CHR(1), '(?:^a{2,}b(?=\\x01\\z))[\\s\\S]*\\x01\\z', 1, 1, 0, 'p') > 0;
-- matches(text, '\\t', false)
REGEXP_INSTR("a1" || CHR(1), '(?:\\t)[\\s\\S]*\\x01\\z', 1, 1, 0, 'p') > 0;
-- matches(text, '/', false)
REGEXP_INSTR("a1" || CHR(1), '(?:/)[\\s\\S]*\\x01\\z', 1, 1, 0, 'p') > 0;
-- matches(text, '#b c', false)
REGEXP_INSTR("a1" || CHR(1), '(?:#b c)[\\s\\S]*\\x01\\z', 1, 1, 0, 'p') > 0;
-- matches(text, 'a', true)
REGEXP_INSTR("a1" || CHR(1), '(?:a)[\\s\\S]*\\x01\\z', 1, 1, 0, 'ip') > 0;
-- bucket(text)
STRTOL(SUBSTRING(MD5("a1"), 1, 8), 16) % 10000;
-- to_text(integer)
-- to_text(bigint)
-- to_text(decimal(38,0))
CAST("a1" AS VARCHAR(MAX));
-- to_text(boolean)
CASE WHEN "a1" THEN 'true' WHEN NOT "a1" THEN 'false' END;
-- to_text(date)
TO_CHAR("a1", 'YYYY-MM-DD');
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
CAST("a1" AS DOUBLE PRECISION);
-- cast(text)
CAST("a1" AS VARCHAR(MAX));
-- cast(date)
CAST("a1" AS DATE);
-- cast(timestamp)
CAST("a1" AS TIMESTAMP);
-- cast(timestamptz)
CAST("a1" AS TIMESTAMP WITH TIME ZONE);
-- cast(integer[])
CAST("a1" AS BIGINT[]);
-- cast(text[])
CAST("a1" AS VARCHAR(MAX)[]);
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
'\001\037\177';
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
CAST(NULL AS VARCHAR(MAX));
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
CAST('2024-02-29 12:00:00 UTC' AS TIMESTAMP WITH TIME ZONE);
-- literal(2024-03-31T00:30:00.000001+00:00)
CAST('2024-03-31 00:30:00.000001 UTC' AS TIMESTAMP WITH TIME ZONE);
-- literal(0001-01-01T00:00:00+00:00)
CAST('0001-01-01 00:00:00 UTC' AS TIMESTAMP WITH TIME ZONE);
-- literal(9999-12-31T23:59:59.999999+00:00)
CAST('9999-12-31 23:59:59.999999 UTC' AS TIMESTAMP WITH TIME ZONE);
-- literal(NULL of timestamp)
CAST(NULL AS TIMESTAMP WITH TIME ZONE);
-- literal([])
CAST(ARRAY() AS VARCHAR(MAX)[]);
-- literal([''])
CAST(ARRAY('') AS VARCHAR(MAX)[]);
-- literal(["it's", '"50%_\\', 'a\nb', 'e\u0301\U0001f6b2\ufffd', 'NULL', 'a,b', '{}'])
CAST(ARRAY('it\'s', '"50%_\\', 'a\nb', 'é🚲�', 'NULL', 'a,b', '{}') AS VARCHAR(MAX)[]);
-- literal([])
CAST(ARRAY() AS BIGINT[]);
-- literal([9223372036854775807, -9223372036854775808])
CAST(ARRAY(9223372036854775807, (
  -9223372036854775808
)) AS BIGINT[]);
-- literal([1.10, -0.01])
CAST(ARRAY(1.10, (
  -0.01
)) AS DECIMAL(12, 2)[]);
-- literal([true, false])
CAST(ARRAY(TRUE, FALSE) AS BOOLEAN[]);
-- literal([2024-02-29, 0001-01-01, 9999-12-31])
CAST(ARRAY(CAST('2024-02-29' AS DATE), CAST('0001-01-01' AS DATE), CAST('9999-12-31' AS DATE)) AS DATE[]);
-- literal([])
CAST(ARRAY() AS DATE[]);
-- literal([2024-02-29T12:00:00.000001+00:00])
CAST(ARRAY(CAST('2024-02-29 12:00:00.000001 UTC' AS TIMESTAMP WITH TIME ZONE)) AS TIMESTAMP WITH TIME ZONE[]);
-- literal([])
CAST(ARRAY() AS TIMESTAMP WITH TIME ZONE[]);
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
