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
-- sum(decimal(12,2))
-- sum(decimal(38,2))
-- sum(decimal(38,0))
-- sum(double)
SELECT
  SUM(`a1`) AS `r1`
FROM `held`;
-- sum(bigint)
SELECT
  SUM(CAST(`a1` AS DECIMAL(19, 0))) AS `r1`
FROM `held`;
-- percentile(integer, p=0.5)
-- percentile(decimal(12,2), p=0.5)
-- percentile(double, p=0.5)
-- percentile(bigint, p=0.5)
-- percentile(decimal(38,0), p=0.5)
SELECT
  PERCENTILE(CAST(`a1` AS DOUBLE), 0.5) AS `r1`
FROM `held`;
-- percentile(integer, p=0.9)
SELECT
  PERCENTILE(CAST(`a1` AS DOUBLE), 0.9) AS `r1`
FROM `held`;
-- percentile(integer, p=0)
SELECT
  PERCENTILE(CAST(`a1` AS DOUBLE), 0) AS `r1`
FROM `held`;
-- percentile(integer, p=1)
SELECT
  PERCENTILE(CAST(`a1` AS DOUBLE), 1) AS `r1`
FROM `held`;
-- percentile(integer, p=0.25)
SELECT
  PERCENTILE(CAST(`a1` AS DOUBLE), 0.25) AS `r1`
FROM `held`;
-- stddev(integer)
-- stddev(decimal(12,2))
-- stddev(double)
-- stddev(decimal(38,0))
SELECT
  STDDEV_SAMP(CAST(`a1` AS DOUBLE)) AS `r1`
FROM `held`;
-- any(boolean, where=a)
SELECT
  BOOL_OR(`a1`) AS `r1`
FROM `held`;
-- nth(text, integer, n=1, order=['b'])
-- nth(bigint, timestamptz, n=1, order=['b'])
-- nth(double, timestamp, n=1, order=['b'])
-- nth(boolean, integer, n=1, order=['b'])
-- nth(timestamptz, integer, n=1, order=['b'])
-- nth(text[], integer, n=1, order=['b'])
-- nth(json, integer, n=1, order=['b'])
SELECT
  MIN_BY(`a1`, NAMED_STRUCT('n0', `b1` IS NULL, 'k0', `b1`)) FILTER(WHERE
    `a1` IS NOT NULL) AS `r1`
FROM `held`;
-- nth(text, integer, n=-1, order=['b desc'])
-- nth(decimal(38,9), date, n=-1, order=['b desc'])
-- nth(bigint[], integer, n=-1, order=['b desc'])
SELECT
  MAX_BY(`a1`, NAMED_STRUCT('n0', `b1` IS NULL, 'k0', `b1`)) FILTER(WHERE
    `a1` IS NOT NULL) AS `r1`
FROM `held`;
-- nth(text, integer, n=2, order=['b'])
SELECT
  TRY_ELEMENT_AT(
    SORT_ARRAY(
      COLLECT_LIST(NAMED_STRUCT('n0', `b1` IS NULL, 'k0', `b1`, 'v', `a1`)) FILTER(WHERE
        `a1` IS NOT NULL)
    ),
    2
  ).v AS `r1`
FROM `held`;
-- nth(text, integer, text, n=1, order=['b', 'c'])
SELECT
  MIN_BY(`a1`, NAMED_STRUCT('n0', `b1` IS NULL, 'k0', `b1`, 'n1', `c1` IS NULL, 'k1', `c1`)) FILTER(WHERE
    `a1` IS NOT NULL) AS `r1`
FROM `held`;
-- nth(text, integer, text, n=-1, order=['b desc', 'c desc'])
SELECT
  MAX_BY(`a1`, NAMED_STRUCT('n0', `b1` IS NULL, 'k0', `b1`, 'n1', `c1` IS NULL, 'k1', `c1`)) FILTER(WHERE
    `a1` IS NOT NULL) AS `r1`
FROM `held`;
-- nth(text, integer, text, n=1, order=['b desc', 'c'])
SELECT
  MIN_BY(
    `a1`,
    NAMED_STRUCT('n0', `b1` IS NOT NULL, 'k0', -`b1`, 'n1', `c1` IS NULL, 'k1', `c1`)
  ) FILTER(WHERE
    `a1` IS NOT NULL) AS `r1`
FROM `held`;
-- nth(text, n=1, order=['a'])
SELECT
  MIN(`a1`) FILTER(WHERE
    `a1` IS NOT NULL) AS `r1`
FROM `held`;
-- nth(text, n=-1, order=['a desc'])
SELECT
  MAX(`a1`) FILTER(WHERE
    `a1` IS NOT NULL) AS `r1`
FROM `held`;
-- nth(text, integer, boolean, n=1, order=['b'], where=c)
SELECT
  MIN_BY(`a1`, NAMED_STRUCT('n0', `b1` IS NULL, 'k0', `b1`)) FILTER(WHERE
    `c1` AND `a1` IS NOT NULL) AS `r1`
FROM `held`;
-- list(text, integer, order=['b'])
-- list(bigint, timestamptz, order=['b'])
-- list(boolean, integer, order=['b'])
SELECT
  TRANSFORM(
    SORT_ARRAY(
      COLLECT_LIST(NAMED_STRUCT('n0', `b1` IS NULL, 'k0', `b1`, 'v', `a1`)) FILTER(WHERE
        `a1` IS NOT NULL)
    ),
    e -> e.v
  ) AS `r1`
FROM `held`;
-- list(text, integer, text, order=['b desc', 'c'], limit=2)
SELECT
  TRANSFORM(
    SLICE(
      SORT_ARRAY(
        COLLECT_LIST(
          NAMED_STRUCT('n0', `b1` IS NOT NULL, 'k0', -`b1`, 'n1', `c1` IS NULL, 'k1', `c1`, 'v', `a1`)
        ) FILTER(WHERE
          `a1` IS NOT NULL)
      ),
      1,
      2
    ),
    e -> e.v
  ) AS `r1`
FROM `held`;
-- list(text, order=['a'])
-- list(double, order=['a'])
-- list(date, order=['a'])
-- list(decimal(38,0), order=['a'])
SELECT
  SORT_ARRAY(COLLECT_LIST(`a1`) FILTER(WHERE
    `a1` IS NOT NULL)) AS `r1`
FROM `held`;
-- list(text, order=['a desc'], limit=3)
SELECT
  SLICE(SORT_ARRAY(COLLECT_LIST(`a1`) FILTER(WHERE
    `a1` IS NOT NULL), FALSE), 1, 3) AS `r1`
FROM `held`;
-- list(integer, boolean, order=['a'], where=b)
SELECT
  SORT_ARRAY(COLLECT_LIST(`a1`) FILTER(WHERE
    `b1` AND `a1` IS NOT NULL)) AS `r1`
FROM `held`;
-- list(decimal(12,2), date, order=['b desc'])
SELECT
  TRANSFORM(
    SORT_ARRAY(
      COLLECT_LIST(NAMED_STRUCT('n0', `b1` IS NULL, 'k0', `b1`, 'v', `a1`)) FILTER(WHERE
        `a1` IS NOT NULL),
      FALSE
    ),
    e -> e.v
  ) AS `r1`
FROM `held`;
-- list(timestamptz, order=['a desc'])
SELECT
  SORT_ARRAY(COLLECT_LIST(`a1`) FILTER(WHERE
    `a1` IS NOT NULL), FALSE) AS `r1`
FROM `held`;
-- list_distinct(text)
-- list_distinct(integer)
-- list_distinct(decimal(12,2))
-- list_distinct(double)
-- list_distinct(boolean)
-- list_distinct(date)
-- list_distinct(timestamptz)
-- list_distinct(decimal(38,0))
SELECT
  SORT_ARRAY(COLLECT_SET(`a1`) FILTER(WHERE
    `a1` IS NOT NULL)) AS `r1`
FROM `held`;
-- list_distinct(text, descending=True)
-- list_distinct(bigint, descending=True)
SELECT
  SORT_ARRAY(COLLECT_SET(`a1`) FILTER(WHERE
    `a1` IS NOT NULL), FALSE) AS `r1`
FROM `held`;
-- list_distinct(text, limit=2)
SELECT
  SLICE(SORT_ARRAY(COLLECT_SET(`a1`) FILTER(WHERE
    `a1` IS NOT NULL)), 1, 2) AS `r1`
FROM `held`;
-- list_distinct(text, boolean, where=b, descending=True, limit=2)
SELECT
  SLICE(SORT_ARRAY(COLLECT_SET(`a1`) FILTER(WHERE
    `b1` AND `a1` IS NOT NULL), FALSE), 1, 2) AS `r1`
FROM `held`;
-- array_length(text[])
-- array_length(bigint[])
-- array_length(double[])
ARRAY_SIZE(`a1`);
-- array_contains_any(text[], 'a')
EXISTS(`a1`, e -> e IN ('a'));
-- array_contains_any(text[], 'c')
EXISTS(`a1`, e -> e IN ('c'));
-- array_contains_any(text[], 'b', 'c')
EXISTS(`a1`, e -> e IN ('b', 'c'));
-- array_contains_any(text[], 'c', 'a')
EXISTS(`a1`, e -> e IN ('c', 'a'));
-- array_contains_any(text[], 'a', 'b')
EXISTS(`a1`, e -> e IN ('a', 'b'));
-- array_contains_any(text[], '')
EXISTS(`a1`, e -> e IN (''));
-- array_contains_any(text[], "it's", '"50%_\\')
EXISTS(`a1`, e -> e IN ('it\'s', '"50%_\\'));
-- array_contains_any(text[], '\xe9')
EXISTS(`a1`, e -> e IN ('é'));
-- array_contains_any(text[], '\U0001f6b2', '\ufffd')
EXISTS(`a1`, e -> e IN ('🚲', '�'));
-- array_contains_any(bigint[], 9223372036854775807)
EXISTS(`a1`, e -> e IN (9223372036854775807));
-- array_contains_any(bigint[], -9223372036854775808, 0)
EXISTS(`a1`, e -> e IN ((
    -9223372036854775808
), 0));
-- array_contains_any(bigint[], 0)
-- array_contains_any(double[], 0)
EXISTS(`a1`, e -> e IN (0));
-- array_contains_any(decimal(12,2)[], 1.1)
EXISTS(`a1`, e -> e IN (1.1));
-- array_contains_any(decimal(12,2)[], 1.11, 1.1)
EXISTS(`a1`, e -> e IN (1.11, 1.1));
-- array_contains_any(decimal(12,2)[], 0.01)
EXISTS(`a1`, e -> e IN (0.01));
-- array_contains_any(double[], 0.1, 0.2)
EXISTS(`a1`, e -> e IN (0.1, 0.2));
-- array_contains_any(double[], 0.1)
EXISTS(`a1`, e -> e IN (0.1));
-- array_contains_any(date[], 2024-02-29)
EXISTS(`a1`, e -> e IN (CAST('2024-02-29' AS DATE)));
-- array_contains_any(date[], 9999-12-31, 2024-02-29)
EXISTS(`a1`, e -> e IN (CAST('9999-12-31' AS DATE), CAST('2024-02-29' AS DATE)));
-- array_contains_any(timestamptz[], 2024-02-29T12:00:00.000001+00:00)
EXISTS(`a1`, e -> e IN (CAST('2024-02-29 12:00:00.000001+00:00' AS TIMESTAMP)));
-- array_contains_any(timestamptz[], 2024-02-29T12:00:00+00:00)
EXISTS(`a1`, e -> e IN (CAST('2024-02-29 12:00:00+00:00' AS TIMESTAMP)));
-- array_contains_any(timestamp[], 2024-02-29T12:00:00.000001)
EXISTS(`a1`, e -> e IN (CAST('2024-02-29 12:00:00.000001' AS TIMESTAMP_NTZ)));
-- array_contains_any(timestamp[], 2024-02-29T12:00:00)
EXISTS(`a1`, e -> e IN (CAST('2024-02-29 12:00:00' AS TIMESTAMP_NTZ)));
-- array_contains_all(text[], 'a')
EXISTS(`a1`, e -> e = 'a');
-- array_contains_all(text[], 'c')
EXISTS(`a1`, e -> e = 'c');
-- array_contains_all(text[], 'b', 'c')
EXISTS(`a1`, e -> e = 'b') AND EXISTS(`a1`, e -> e = 'c');
-- array_contains_all(text[], 'c', 'a')
EXISTS(`a1`, e -> e = 'c') AND EXISTS(`a1`, e -> e = 'a');
-- array_contains_all(text[], 'a', 'b')
EXISTS(`a1`, e -> e = 'a') AND EXISTS(`a1`, e -> e = 'b');
-- array_contains_all(text[], '')
EXISTS(`a1`, e -> e = '');
-- array_contains_all(text[], "it's", '"50%_\\')
EXISTS(`a1`, e -> e = 'it\'s') AND EXISTS(`a1`, e -> e = '"50%_\\');
-- array_contains_all(text[], '\xe9')
EXISTS(`a1`, e -> e = 'é');
-- array_contains_all(text[], '\U0001f6b2', '\ufffd')
EXISTS(`a1`, e -> e = '🚲') AND EXISTS(`a1`, e -> e = '�');
-- array_contains_all(bigint[], 9223372036854775807)
EXISTS(`a1`, e -> e = 9223372036854775807);
-- array_contains_all(bigint[], -9223372036854775808, 0)
CASE
  WHEN (
    -9223372036854775808
  ) IS NOT NULL
  THEN EXISTS(`a1`, e -> e = (
    -9223372036854775808
  ))
END
AND EXISTS(`a1`, e -> e = 0);
-- array_contains_all(bigint[], 0)
-- array_contains_all(double[], 0)
EXISTS(`a1`, e -> e = 0);
-- array_contains_all(decimal(12,2)[], 1.1)
EXISTS(`a1`, e -> e = 1.1);
-- array_contains_all(decimal(12,2)[], 1.11, 1.1)
EXISTS(`a1`, e -> e = 1.11) AND EXISTS(`a1`, e -> e = 1.1);
-- array_contains_all(decimal(12,2)[], 0.01)
EXISTS(`a1`, e -> e = 0.01);
-- array_contains_all(double[], 0.1, 0.2)
EXISTS(`a1`, e -> e = 0.1) AND EXISTS(`a1`, e -> e = 0.2);
-- array_contains_all(double[], 0.1)
EXISTS(`a1`, e -> e = 0.1);
-- array_contains_all(date[], 2024-02-29)
CASE
  WHEN CAST('2024-02-29' AS DATE) IS NOT NULL
  THEN EXISTS(`a1`, e -> e = CAST('2024-02-29' AS DATE))
END;
-- array_contains_all(date[], 9999-12-31, 2024-02-29)
CASE
  WHEN CAST('9999-12-31' AS DATE) IS NOT NULL
  THEN EXISTS(`a1`, e -> e = CAST('9999-12-31' AS DATE))
END
AND CASE
  WHEN CAST('2024-02-29' AS DATE) IS NOT NULL
  THEN EXISTS(`a1`, e -> e = CAST('2024-02-29' AS DATE))
END;
-- array_contains_all(timestamptz[], 2024-02-29T12:00:00.000001+00:00)
CASE
  WHEN CAST('2024-02-29 12:00:00.000001+00:00' AS TIMESTAMP) IS NOT NULL
  THEN EXISTS(`a1`, e -> e = CAST('2024-02-29 12:00:00.000001+00:00' AS TIMESTAMP))
END;
-- array_contains_all(timestamptz[], 2024-02-29T12:00:00+00:00)
CASE
  WHEN CAST('2024-02-29 12:00:00+00:00' AS TIMESTAMP) IS NOT NULL
  THEN EXISTS(`a1`, e -> e = CAST('2024-02-29 12:00:00+00:00' AS TIMESTAMP))
END;
-- array_contains_all(timestamp[], 2024-02-29T12:00:00.000001)
CASE
  WHEN CAST('2024-02-29 12:00:00.000001' AS TIMESTAMP_NTZ) IS NOT NULL
  THEN EXISTS(`a1`, e -> e = CAST('2024-02-29 12:00:00.000001' AS TIMESTAMP_NTZ))
END;
-- array_contains_all(timestamp[], 2024-02-29T12:00:00)
CASE
  WHEN CAST('2024-02-29 12:00:00' AS TIMESTAMP_NTZ) IS NOT NULL
  THEN EXISTS(`a1`, e -> e = CAST('2024-02-29 12:00:00' AS TIMESTAMP_NTZ))
END;
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
CASE WHEN `b1` IS NOT NULL THEN EXISTS(`a1`, e -> e = `b1`) END;
-- array_contains(text[], "it's")
EXISTS(`a1`, e -> e = 'it\'s');
-- array_contains(text[], 'a\\')
EXISTS(`a1`, e -> e = 'a\\');
-- array_contains(text[], 'a')
EXISTS(`a1`, e -> e = 'a');
-- array_contains_between(timestamptz[], 2024-02-29T00:00:00+00:00, 2024-03-01T00:00:00+00:00)
EXISTS(
  `a1`,
  e -> e >= CAST('2024-02-29 00:00:00+00:00' AS TIMESTAMP)
  AND e < CAST('2024-03-01 00:00:00+00:00' AS TIMESTAMP)
);
-- array_contains_between(timestamptz[], 2024-03-30T23:00:00+00:00, 2024-03-31T22:00:00+00:00)
EXISTS(
  `a1`,
  e -> e >= CAST('2024-03-30 23:00:00+00:00' AS TIMESTAMP)
  AND e < CAST('2024-03-31 22:00:00+00:00' AS TIMESTAMP)
);
-- array_contains_between(timestamp[], 2024-02-29T00:00:00, 2024-03-01T00:00:00)
EXISTS(
  `a1`,
  e -> e >= CAST('2024-02-29 00:00:00' AS TIMESTAMP_NTZ)
  AND e < CAST('2024-03-01 00:00:00' AS TIMESTAMP_NTZ)
);
-- array_element(text[], 1)
-- array_element(bigint[], 1)
-- array_element(decimal(38,9)[], 1)
-- array_element(double[], 1)
-- array_element(boolean[], 1)
-- array_element(timestamptz[], 1)
TRY_ELEMENT_AT(`a1`, 1);
-- array_element(text[], 3)
TRY_ELEMENT_AT(`a1`, 3);
-- array_element(text[], 4)
TRY_ELEMENT_AT(`a1`, 4);
-- array_element(text[], -1)
-- array_element(date[], -1)
TRY_ELEMENT_AT(`a1`, (
  -1
));
-- array_element(text[], -2)
TRY_ELEMENT_AT(`a1`, (
  -2
));
-- array_element(text[], -3)
TRY_ELEMENT_AT(`a1`, (
  -3
));
-- array_element(text[], -4)
TRY_ELEMENT_AT(`a1`, (
  -4
));
-- array_element(text[], 2)
-- array_element(bigint[], 2)
TRY_ELEMENT_AT(`a1`, 2);
-- array_element(text[], 2147483647)
TRY_ELEMENT_AT(`a1`, 2147483647);
-- array_element(text[], -2147483647)
TRY_ELEMENT_AT(`a1`, (
  -2147483647
));
-- array_join(text[], ', ')
ARRAY_JOIN(`a1`, ', ');
-- array_join(text[], '')
ARRAY_JOIN(`a1`, '');
-- array_join(text[], "'")
ARRAY_JOIN(`a1`, '\'');
-- array_join(text[], '\\')
ARRAY_JOIN(`a1`, '\\');
-- array_join(text[], '\U0001f6b2')
ARRAY_JOIN(`a1`, '🚲');
-- array_join(text[], '|')
ARRAY_JOIN(`a1`, '|');
-- clean_array(text[])
-- clean_array(bigint[])
-- clean_array(decimal(12,2)[])
-- clean_array(boolean[])
-- clean_array(date[])
-- clean_array(timestamp[])
-- clean_array(timestamptz[])
COALESCE(ARRAY_COMPACT(`a1`), ARRAY());
-- clean_double_array(double[])
COALESCE(FILTER(`a1`, e -> e IS NOT NULL AND NOT ISNAN(e)), ARRAY());
-- read_integer(text)
TRY_CAST(REGEXP_EXTRACT(`a1`, '\\A[+-]?[0-9]+\\z', 0) AS BIGINT);
-- read_number(text)
TRY_CAST(REGEXP_EXTRACT(`a1`, '\\A[+-]?[0-9]+(?:\\.[0-9]+)?\\z', 0) AS DECIMAL(38, 9));
-- read_date(text)
TRY_CAST(REGEXP_EXTRACT(
  `a1`,
  '\\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}\\z',
  0
) AS DATE);
-- read_timestamp(text, 'UTC')
COALESCE(
  TRY_CAST(REGEXP_REPLACE(
    REGEXP_REPLACE(
      REGEXP_EXTRACT(
        `a1`,
        '\\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])\\z',
        0
      ),
      '\\A([^:]*:[0-9]{2})(Z|[+-].*)?\\z',
      '$1:00$2'
    ),
    '([+-][0-9]{2})([0-9]{2})\\z',
    '$1:$2'
  ) AS TIMESTAMP),
  CAST(TRY_CAST(REGEXP_EXTRACT(
    `a1`,
    '\\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,9})?)?\\z',
    0
  ) AS TIMESTAMP_NTZ) AS TIMESTAMP)
);
-- read_timestamp(text, 'Europe/Berlin')
COALESCE(
  TRY_CAST(REGEXP_REPLACE(
    REGEXP_REPLACE(
      REGEXP_EXTRACT(
        `a1`,
        '\\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])\\z',
        0
      ),
      '\\A([^:]*:[0-9]{2})(Z|[+-].*)?\\z',
      '$1:00$2'
    ),
    '([+-][0-9]{2})([0-9]{2})\\z',
    '$1:$2'
  ) AS TIMESTAMP),
  CAST(CONVERT_TIMEZONE(
    'Europe/Berlin',
    'UTC',
    TRY_CAST(REGEXP_EXTRACT(
      `a1`,
      '\\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,9})?)?\\z',
      0
    ) AS TIMESTAMP_NTZ)
  ) AS TIMESTAMP)
);
-- read_timestamp(text, 'America/New_York')
COALESCE(
  TRY_CAST(REGEXP_REPLACE(
    REGEXP_REPLACE(
      REGEXP_EXTRACT(
        `a1`,
        '\\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])\\z',
        0
      ),
      '\\A([^:]*:[0-9]{2})(Z|[+-].*)?\\z',
      '$1:00$2'
    ),
    '([+-][0-9]{2})([0-9]{2})\\z',
    '$1:$2'
  ) AS TIMESTAMP),
  CAST(CONVERT_TIMEZONE(
    'America/New_York',
    'UTC',
    TRY_CAST(REGEXP_EXTRACT(
      `a1`,
      '\\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,9})?)?\\z',
      0
    ) AS TIMESTAMP_NTZ)
  ) AS TIMESTAMP)
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
LEAST(`a1`, `b1`, `c1`);
-- least(bigint, decimal(38,0))
-- least(decimal(12,2), decimal(12,3))
-- least(decimal(38,2), decimal(12,2))
-- least(double, double)
-- least(integer, double)
-- least(date, date)
-- least(timestamptz, timestamptz)
-- least(timestamp, timestamp)
LEAST(`a1`, `b1`);
-- least(text, 'z')
LEAST(`a1`, 'z');
-- least(text, "it's")
LEAST(`a1`, 'it\'s');
-- greatest(integer, integer, integer)
-- greatest(text, text, text)
GREATEST(`a1`, `b1`, `c1`);
-- greatest(bigint, decimal(38,0))
-- greatest(decimal(12,2), decimal(12,3))
-- greatest(decimal(38,2), decimal(12,2))
-- greatest(double, double)
-- greatest(integer, double)
-- greatest(date, date)
-- greatest(timestamptz, timestamptz)
-- greatest(timestamp, timestamp)
GREATEST(`a1`, `b1`);
-- greatest(text, 'z')
GREATEST(`a1`, 'z');
-- greatest(text, "it's")
GREATEST(`a1`, 'it\'s');
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
COALESCE(`a1`, CAST(ARRAY() AS ARRAY<STRING>));
-- coalesce(text[], ['b'])
COALESCE(`a1`, CAST(ARRAY('b') AS ARRAY<STRING>));
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
`a1` IN (1.100, 2);
-- one_of(decimal(12,2), 1.101, 2)
`a1` IN (1.101, 2);
-- one_of(decimal(12,2), -0.010)
`a1` IN ((
    -0.010
));
-- one_of(decimal(12,2), 1.100)
`a1` IN (1.100);
-- one_of(double, 0.10, 2)
`a1` IN (0.10, 2);
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
  CAST('2024-02-29 12:00:00.000001' AS TIMESTAMP_NTZ),
  CAST('2024-01-01 00:00:00' AS TIMESTAMP_NTZ)
);
-- one_of(boolean, true)
`a1` IN (TRUE);
-- one_of(decimal(38,0), 99999999999999999999999999999999999999, 1)
`a1` IN (99999999999999999999999999999999999999, 1);
-- clean_json(json)
CASE
  WHEN SIZE(
    FROM_JSON(
      CONCAT('[', `a1`, ']'),
      'array<string>',
      MAP('allowSingleQuotes', 'false', 'allowNonNumericNumbers', 'false')
    )
  ) = 1
  AND SIZE(
    FROM_JSON(
      CONCAT('{"v":', `a1`, '}'),
      'map<string,string>',
      MAP('allowSingleQuotes', 'false', 'allowNonNumericNumbers', 'false')
    )
  ) = 1
  AND NOT REGEXP_LIKE(
    REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
    '\\\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\\\u[dD][c-fC-F][0-9a-fA-F]{2})|(?<!\\\\u[dD][89abAB][0-9a-fA-F]{2})\\\\u[dD][c-fC-F][0-9a-fA-F]{2}'
  )
  THEN `a1`
END;
-- json_text(json)
`a1`;
-- json_text(text[])
-- json_text(bigint[])
-- json_text(boolean[])
-- json_text(date[])
TO_JSON(`a1`);
-- json_value(json, 'text', 'UTC', 'a')
GET(
  TRANSFORM(
    ARRAY(
      GET(
        TRANSFORM(
          ARRAY(
            FILTER(
              MAP_ENTRIES(
                FROM_JSON(
                  REGEXP_REPLACE(
                    REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
                    '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
                    '"$2s$1"'
                  ),
                  'map<string,string>'
                )
              ),
              e -> e.key = 'sa'
            )
          ),
          e -> CASE WHEN SIZE(e) = 1 THEN GET(e, 0) END
        ),
        0
      ).value
    ),
    e -> CASE WHEN STARTSWITH(e, 's') AND NOT CONTAINS(e, CHR(0)) THEN SUBSTRING(e, 2) END
  ),
  0
);
-- json_value(json, 'text', 'UTC')
GET(
  TRANSFORM(
    ARRAY(
      GET(
        FROM_JSON(
          CONCAT(
            '[',
            REGEXP_REPLACE(
              REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
              '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
              '"$2s$1"'
            ),
            ']'
          ),
          'array<string>'
        ),
        0
      )
    ),
    e -> CASE WHEN STARTSWITH(e, 's') AND NOT CONTAINS(e, CHR(0)) THEN SUBSTRING(e, 2) END
  ),
  0
);
-- json_value(json, 'text', 'UTC', 0)
GET(
  TRANSFORM(
    ARRAY(
      GET(
        FROM_JSON(
          REGEXP_REPLACE(
            REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
            '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
            '"$2s$1"'
          ),
          'array<string>'
        ),
        0
      )
    ),
    e -> CASE WHEN STARTSWITH(e, 's') AND NOT CONTAINS(e, CHR(0)) THEN SUBSTRING(e, 2) END
  ),
  0
);
-- json_value(json, 'text', 'UTC', 1)
GET(
  TRANSFORM(
    ARRAY(
      GET(
        FROM_JSON(
          REGEXP_REPLACE(
            REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
            '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
            '"$2s$1"'
          ),
          'array<string>'
        ),
        1
      )
    ),
    e -> CASE WHEN STARTSWITH(e, 's') AND NOT CONTAINS(e, CHR(0)) THEN SUBSTRING(e, 2) END
  ),
  0
);
-- json_value(json, 'text', 'UTC', 2)
GET(
  TRANSFORM(
    ARRAY(
      GET(
        FROM_JSON(
          REGEXP_REPLACE(
            REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
            '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
            '"$2s$1"'
          ),
          'array<string>'
        ),
        2
      )
    ),
    e -> CASE WHEN STARTSWITH(e, 's') AND NOT CONTAINS(e, CHR(0)) THEN SUBSTRING(e, 2) END
  ),
  0
);
-- json_value(json, 'text', 'UTC', '0')
GET(
  TRANSFORM(
    ARRAY(
      GET(
        TRANSFORM(
          ARRAY(
            FILTER(
              MAP_ENTRIES(
                FROM_JSON(
                  REGEXP_REPLACE(
                    REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
                    '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
                    '"$2s$1"'
                  ),
                  'map<string,string>'
                )
              ),
              e -> e.key = 's0'
            )
          ),
          e -> CASE WHEN SIZE(e) = 1 THEN GET(e, 0) END
        ),
        0
      ).value
    ),
    e -> CASE WHEN STARTSWITH(e, 's') AND NOT CONTAINS(e, CHR(0)) THEN SUBSTRING(e, 2) END
  ),
  0
);
-- json_value(json, 'text', 'UTC', 0, 1)
GET(
  TRANSFORM(
    ARRAY(
      GET(
        FROM_JSON(
          GET(
            FROM_JSON(
              REGEXP_REPLACE(
                REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
                '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
                '"$2s$1"'
              ),
              'array<string>'
            ),
            0
          ),
          'array<string>'
        ),
        1
      )
    ),
    e -> CASE WHEN STARTSWITH(e, 's') AND NOT CONTAINS(e, CHR(0)) THEN SUBSTRING(e, 2) END
  ),
  0
);
-- json_value(json, 'text', 'UTC', 'a', 'b', 0, 'c')
GET(
  TRANSFORM(
    ARRAY(
      GET(
        TRANSFORM(
          ARRAY(
            FILTER(
              MAP_ENTRIES(
                FROM_JSON(
                  GET(
                    FROM_JSON(
                      GET(
                        TRANSFORM(
                          ARRAY(
                            FILTER(
                              MAP_ENTRIES(
                                FROM_JSON(
                                  GET(
                                    TRANSFORM(
                                      ARRAY(
                                        FILTER(
                                          MAP_ENTRIES(
                                            FROM_JSON(
                                              REGEXP_REPLACE(
                                                REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
                                                '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
                                                '"$2s$1"'
                                              ),
                                              'map<string,string>'
                                            )
                                          ),
                                          e -> e.key = 'sa'
                                        )
                                      ),
                                      e -> CASE WHEN SIZE(e) = 1 THEN GET(e, 0) END
                                    ),
                                    0
                                  ).value,
                                  'map<string,string>'
                                )
                              ),
                              e -> e.key = 'sb'
                            )
                          ),
                          e -> CASE WHEN SIZE(e) = 1 THEN GET(e, 0) END
                        ),
                        0
                      ).value,
                      'array<string>'
                    ),
                    0
                  ),
                  'map<string,string>'
                )
              ),
              e -> e.key = 'sc'
            )
          ),
          e -> CASE WHEN SIZE(e) = 1 THEN GET(e, 0) END
        ),
        0
      ).value
    ),
    e -> CASE WHEN STARTSWITH(e, 's') AND NOT CONTAINS(e, CHR(0)) THEN SUBSTRING(e, 2) END
  ),
  0
);
-- json_value(json, 'text', 'UTC', 'a', 'b')
GET(
  TRANSFORM(
    ARRAY(
      GET(
        TRANSFORM(
          ARRAY(
            FILTER(
              MAP_ENTRIES(
                FROM_JSON(
                  GET(
                    TRANSFORM(
                      ARRAY(
                        FILTER(
                          MAP_ENTRIES(
                            FROM_JSON(
                              REGEXP_REPLACE(
                                REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
                                '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
                                '"$2s$1"'
                              ),
                              'map<string,string>'
                            )
                          ),
                          e -> e.key = 'sa'
                        )
                      ),
                      e -> CASE WHEN SIZE(e) = 1 THEN GET(e, 0) END
                    ),
                    0
                  ).value,
                  'map<string,string>'
                )
              ),
              e -> e.key = 'sb'
            )
          ),
          e -> CASE WHEN SIZE(e) = 1 THEN GET(e, 0) END
        ),
        0
      ).value
    ),
    e -> CASE WHEN STARTSWITH(e, 's') AND NOT CONTAINS(e, CHR(0)) THEN SUBSTRING(e, 2) END
  ),
  0
);
-- json_value(json, 'text', 'UTC', "it's")
GET(
  TRANSFORM(
    ARRAY(
      GET(
        TRANSFORM(
          ARRAY(
            FILTER(
              MAP_ENTRIES(
                FROM_JSON(
                  REGEXP_REPLACE(
                    REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
                    '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
                    '"$2s$1"'
                  ),
                  'map<string,string>'
                )
              ),
              e -> e.key = 'sit\'s'
            )
          ),
          e -> CASE WHEN SIZE(e) = 1 THEN GET(e, 0) END
        ),
        0
      ).value
    ),
    e -> CASE WHEN STARTSWITH(e, 's') AND NOT CONTAINS(e, CHR(0)) THEN SUBSTRING(e, 2) END
  ),
  0
);
-- json_value(json, 'text', 'UTC', 'a b.c')
GET(
  TRANSFORM(
    ARRAY(
      GET(
        TRANSFORM(
          ARRAY(
            FILTER(
              MAP_ENTRIES(
                FROM_JSON(
                  REGEXP_REPLACE(
                    REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
                    '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
                    '"$2s$1"'
                  ),
                  'map<string,string>'
                )
              ),
              e -> e.key = 'sa b.c'
            )
          ),
          e -> CASE WHEN SIZE(e) = 1 THEN GET(e, 0) END
        ),
        0
      ).value
    ),
    e -> CASE WHEN STARTSWITH(e, 's') AND NOT CONTAINS(e, CHR(0)) THEN SUBSTRING(e, 2) END
  ),
  0
);
-- json_value(json, 'text', 'UTC', 'a.b')
GET(
  TRANSFORM(
    ARRAY(
      GET(
        TRANSFORM(
          ARRAY(
            FILTER(
              MAP_ENTRIES(
                FROM_JSON(
                  REGEXP_REPLACE(
                    REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
                    '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
                    '"$2s$1"'
                  ),
                  'map<string,string>'
                )
              ),
              e -> e.key = 'sa.b'
            )
          ),
          e -> CASE WHEN SIZE(e) = 1 THEN GET(e, 0) END
        ),
        0
      ).value
    ),
    e -> CASE WHEN STARTSWITH(e, 's') AND NOT CONTAINS(e, CHR(0)) THEN SUBSTRING(e, 2) END
  ),
  0
);
-- json_value(json, 'text', 'UTC', '$')
GET(
  TRANSFORM(
    ARRAY(
      GET(
        TRANSFORM(
          ARRAY(
            FILTER(
              MAP_ENTRIES(
                FROM_JSON(
                  REGEXP_REPLACE(
                    REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
                    '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
                    '"$2s$1"'
                  ),
                  'map<string,string>'
                )
              ),
              e -> e.key = 's$'
            )
          ),
          e -> CASE WHEN SIZE(e) = 1 THEN GET(e, 0) END
        ),
        0
      ).value
    ),
    e -> CASE WHEN STARTSWITH(e, 's') AND NOT CONTAINS(e, CHR(0)) THEN SUBSTRING(e, 2) END
  ),
  0
);
-- json_value(json, 'text', 'UTC', '%_')
GET(
  TRANSFORM(
    ARRAY(
      GET(
        TRANSFORM(
          ARRAY(
            FILTER(
              MAP_ENTRIES(
                FROM_JSON(
                  REGEXP_REPLACE(
                    REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
                    '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
                    '"$2s$1"'
                  ),
                  'map<string,string>'
                )
              ),
              e -> e.key = 's%_'
            )
          ),
          e -> CASE WHEN SIZE(e) = 1 THEN GET(e, 0) END
        ),
        0
      ).value
    ),
    e -> CASE WHEN STARTSWITH(e, 's') AND NOT CONTAINS(e, CHR(0)) THEN SUBSTRING(e, 2) END
  ),
  0
);
-- json_value(json, 'text', 'UTC', '[0]')
GET(
  TRANSFORM(
    ARRAY(
      GET(
        TRANSFORM(
          ARRAY(
            FILTER(
              MAP_ENTRIES(
                FROM_JSON(
                  REGEXP_REPLACE(
                    REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
                    '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
                    '"$2s$1"'
                  ),
                  'map<string,string>'
                )
              ),
              e -> e.key = 's[0]'
            )
          ),
          e -> CASE WHEN SIZE(e) = 1 THEN GET(e, 0) END
        ),
        0
      ).value
    ),
    e -> CASE WHEN STARTSWITH(e, 's') AND NOT CONTAINS(e, CHR(0)) THEN SUBSTRING(e, 2) END
  ),
  0
);
-- json_value(json, 'text', 'UTC', 'a*')
GET(
  TRANSFORM(
    ARRAY(
      GET(
        TRANSFORM(
          ARRAY(
            FILTER(
              MAP_ENTRIES(
                FROM_JSON(
                  REGEXP_REPLACE(
                    REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
                    '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
                    '"$2s$1"'
                  ),
                  'map<string,string>'
                )
              ),
              e -> e.key = 'sa*'
            )
          ),
          e -> CASE WHEN SIZE(e) = 1 THEN GET(e, 0) END
        ),
        0
      ).value
    ),
    e -> CASE WHEN STARTSWITH(e, 's') AND NOT CONTAINS(e, CHR(0)) THEN SUBSTRING(e, 2) END
  ),
  0
);
-- json_value(json, 'text', 'UTC', 'e\u0301')
GET(
  TRANSFORM(
    ARRAY(
      GET(
        TRANSFORM(
          ARRAY(
            FILTER(
              MAP_ENTRIES(
                FROM_JSON(
                  REGEXP_REPLACE(
                    REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
                    '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
                    '"$2s$1"'
                  ),
                  'map<string,string>'
                )
              ),
              e -> e.key = 'sé'
            )
          ),
          e -> CASE WHEN SIZE(e) = 1 THEN GET(e, 0) END
        ),
        0
      ).value
    ),
    e -> CASE WHEN STARTSWITH(e, 's') AND NOT CONTAINS(e, CHR(0)) THEN SUBSTRING(e, 2) END
  ),
  0
);
-- json_value(json, 'text', 'UTC', '\U0001f6b2')
GET(
  TRANSFORM(
    ARRAY(
      GET(
        TRANSFORM(
          ARRAY(
            FILTER(
              MAP_ENTRIES(
                FROM_JSON(
                  REGEXP_REPLACE(
                    REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
                    '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
                    '"$2s$1"'
                  ),
                  'map<string,string>'
                )
              ),
              e -> e.key = 's🚲'
            )
          ),
          e -> CASE WHEN SIZE(e) = 1 THEN GET(e, 0) END
        ),
        0
      ).value
    ),
    e -> CASE WHEN STARTSWITH(e, 's') AND NOT CONTAINS(e, CHR(0)) THEN SUBSTRING(e, 2) END
  ),
  0
);
-- json_value(json, 'text', 'UTC', 'a-b')
GET(
  TRANSFORM(
    ARRAY(
      GET(
        TRANSFORM(
          ARRAY(
            FILTER(
              MAP_ENTRIES(
                FROM_JSON(
                  REGEXP_REPLACE(
                    REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
                    '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
                    '"$2s$1"'
                  ),
                  'map<string,string>'
                )
              ),
              e -> e.key = 'sa-b'
            )
          ),
          e -> CASE WHEN SIZE(e) = 1 THEN GET(e, 0) END
        ),
        0
      ).value
    ),
    e -> CASE WHEN STARTSWITH(e, 's') AND NOT CONTAINS(e, CHR(0)) THEN SUBSTRING(e, 2) END
  ),
  0
);
-- json_value(json, 'text', 'UTC', 'null')
GET(
  TRANSFORM(
    ARRAY(
      GET(
        TRANSFORM(
          ARRAY(
            FILTER(
              MAP_ENTRIES(
                FROM_JSON(
                  REGEXP_REPLACE(
                    REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
                    '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
                    '"$2s$1"'
                  ),
                  'map<string,string>'
                )
              ),
              e -> e.key = 'snull'
            )
          ),
          e -> CASE WHEN SIZE(e) = 1 THEN GET(e, 0) END
        ),
        0
      ).value
    ),
    e -> CASE WHEN STARTSWITH(e, 's') AND NOT CONTAINS(e, CHR(0)) THEN SUBSTRING(e, 2) END
  ),
  0
);
-- json_value(json, 'text', 'UTC', '?')
GET(
  TRANSFORM(
    ARRAY(
      GET(
        TRANSFORM(
          ARRAY(
            FILTER(
              MAP_ENTRIES(
                FROM_JSON(
                  REGEXP_REPLACE(
                    REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
                    '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
                    '"$2s$1"'
                  ),
                  'map<string,string>'
                )
              ),
              e -> e.key = 's?'
            )
          ),
          e -> CASE WHEN SIZE(e) = 1 THEN GET(e, 0) END
        ),
        0
      ).value
    ),
    e -> CASE WHEN STARTSWITH(e, 's') AND NOT CONTAINS(e, CHR(0)) THEN SUBSTRING(e, 2) END
  ),
  0
);
-- json_value(json, 'text', 'UTC', ':a')
GET(
  TRANSFORM(
    ARRAY(
      GET(
        TRANSFORM(
          ARRAY(
            FILTER(
              MAP_ENTRIES(
                FROM_JSON(
                  REGEXP_REPLACE(
                    REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
                    '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
                    '"$2s$1"'
                  ),
                  'map<string,string>'
                )
              ),
              e -> e.key = 's:a'
            )
          ),
          e -> CASE WHEN SIZE(e) = 1 THEN GET(e, 0) END
        ),
        0
      ).value
    ),
    e -> CASE WHEN STARTSWITH(e, 's') AND NOT CONTAINS(e, CHR(0)) THEN SUBSTRING(e, 2) END
  ),
  0
);
-- json_value(json, 'text', 'UTC', ' ')
GET(
  TRANSFORM(
    ARRAY(
      GET(
        TRANSFORM(
          ARRAY(
            FILTER(
              MAP_ENTRIES(
                FROM_JSON(
                  REGEXP_REPLACE(
                    REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
                    '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
                    '"$2s$1"'
                  ),
                  'map<string,string>'
                )
              ),
              e -> e.key = 's '
            )
          ),
          e -> CASE WHEN SIZE(e) = 1 THEN GET(e, 0) END
        ),
        0
      ).value
    ),
    e -> CASE WHEN STARTSWITH(e, 's') AND NOT CONTAINS(e, CHR(0)) THEN SUBSTRING(e, 2) END
  ),
  0
);
-- json_value(json, 'number', 'UTC', 'a')
GET(
  TRANSFORM(
    ARRAY(
      GET(
        TRANSFORM(
          ARRAY(
            FILTER(
              MAP_ENTRIES(
                FROM_JSON(
                  REGEXP_REPLACE(
                    REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
                    '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
                    '"$2s$1"'
                  ),
                  'map<string,string>'
                )
              ),
              e -> e.key = 'sa'
            )
          ),
          e -> CASE WHEN SIZE(e) = 1 THEN GET(e, 0) END
        ),
        0
      ).value
    ),
    e -> TRY_CAST(REGEXP_EXTRACT(e, '\\A(-?[0-9].*)s\\z', 1) AS DECIMAL(38, 9))
  ),
  0
);
-- json_value(json, 'number', 'UTC')
GET(
  TRANSFORM(
    ARRAY(
      GET(
        FROM_JSON(
          CONCAT(
            '[',
            REGEXP_REPLACE(
              REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
              '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
              '"$2s$1"'
            ),
            ']'
          ),
          'array<string>'
        ),
        0
      )
    ),
    e -> TRY_CAST(REGEXP_EXTRACT(e, '\\A(-?[0-9].*)s\\z', 1) AS DECIMAL(38, 9))
  ),
  0
);
-- json_value(json, 'number', 'UTC', 1)
GET(
  TRANSFORM(
    ARRAY(
      GET(
        FROM_JSON(
          REGEXP_REPLACE(
            REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
            '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
            '"$2s$1"'
          ),
          'array<string>'
        ),
        1
      )
    ),
    e -> TRY_CAST(REGEXP_EXTRACT(e, '\\A(-?[0-9].*)s\\z', 1) AS DECIMAL(38, 9))
  ),
  0
);
-- json_value(json, 'integer', 'UTC', 'a')
GET(
  TRANSFORM(
    ARRAY(
      GET(
        TRANSFORM(
          ARRAY(
            FILTER(
              MAP_ENTRIES(
                FROM_JSON(
                  REGEXP_REPLACE(
                    REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
                    '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
                    '"$2s$1"'
                  ),
                  'map<string,string>'
                )
              ),
              e -> e.key = 'sa'
            )
          ),
          e -> CASE WHEN SIZE(e) = 1 THEN GET(e, 0) END
        ),
        0
      ).value
    ),
    e -> TRY_CAST(REGEXP_EXTRACT(
      CAST(TRY_CAST(REGEXP_EXTRACT(e, '\\A(-?[0-9].*)s\\z', 1) AS DECIMAL(38, 9)) AS STRING),
      '\\A(-?[0-9]+)\\.0+\\z',
      1
    ) AS BIGINT)
  ),
  0
);
-- json_value(json, 'boolean', 'UTC', 'a')
GET(
  TRANSFORM(
    ARRAY(
      GET(
        TRANSFORM(
          ARRAY(
            FILTER(
              MAP_ENTRIES(
                FROM_JSON(
                  REGEXP_REPLACE(
                    REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
                    '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
                    '"$2s$1"'
                  ),
                  'map<string,string>'
                )
              ),
              e -> e.key = 'sa'
            )
          ),
          e -> CASE WHEN SIZE(e) = 1 THEN GET(e, 0) END
        ),
        0
      ).value
    ),
    e -> CASE e WHEN 'true' THEN TRUE WHEN 'false' THEN FALSE END
  ),
  0
);
-- json_value(json, 'boolean', 'UTC')
GET(
  TRANSFORM(
    ARRAY(
      GET(
        FROM_JSON(
          CONCAT(
            '[',
            REGEXP_REPLACE(
              REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
              '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
              '"$2s$1"'
            ),
            ']'
          ),
          'array<string>'
        ),
        0
      )
    ),
    e -> CASE e WHEN 'true' THEN TRUE WHEN 'false' THEN FALSE END
  ),
  0
);
-- json_value(json, 'date', 'UTC', 'a')
GET(
  TRANSFORM(
    ARRAY(
      GET(
        TRANSFORM(
          ARRAY(
            FILTER(
              MAP_ENTRIES(
                FROM_JSON(
                  REGEXP_REPLACE(
                    REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
                    '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
                    '"$2s$1"'
                  ),
                  'map<string,string>'
                )
              ),
              e -> e.key = 'sa'
            )
          ),
          e -> CASE WHEN SIZE(e) = 1 THEN GET(e, 0) END
        ),
        0
      ).value
    ),
    e -> TRY_CAST(REGEXP_EXTRACT(
      SUBSTRING(e, 2),
      '\\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}\\z',
      0
    ) AS DATE)
  ),
  0
);
-- json_value(json, 'timestamp', 'UTC', 'a')
GET(
  TRANSFORM(
    ARRAY(
      GET(
        TRANSFORM(
          ARRAY(
            FILTER(
              MAP_ENTRIES(
                FROM_JSON(
                  REGEXP_REPLACE(
                    REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
                    '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
                    '"$2s$1"'
                  ),
                  'map<string,string>'
                )
              ),
              e -> e.key = 'sa'
            )
          ),
          e -> CASE WHEN SIZE(e) = 1 THEN GET(e, 0) END
        ),
        0
      ).value
    ),
    e -> COALESCE(
      TRY_CAST(REGEXP_REPLACE(
        REGEXP_REPLACE(
          REGEXP_EXTRACT(
            SUBSTRING(e, 2),
            '\\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])\\z',
            0
          ),
          '\\A([^:]*:[0-9]{2})(Z|[+-].*)?\\z',
          '$1:00$2'
        ),
        '([+-][0-9]{2})([0-9]{2})\\z',
        '$1:$2'
      ) AS TIMESTAMP),
      CAST(TRY_CAST(REGEXP_EXTRACT(
        SUBSTRING(e, 2),
        '\\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,9})?)?\\z',
        0
      ) AS TIMESTAMP_NTZ) AS TIMESTAMP)
    )
  ),
  0
);
-- json_value(json, 'timestamp', 'Europe/Berlin', 'a')
GET(
  TRANSFORM(
    ARRAY(
      GET(
        TRANSFORM(
          ARRAY(
            FILTER(
              MAP_ENTRIES(
                FROM_JSON(
                  REGEXP_REPLACE(
                    REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
                    '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
                    '"$2s$1"'
                  ),
                  'map<string,string>'
                )
              ),
              e -> e.key = 'sa'
            )
          ),
          e -> CASE WHEN SIZE(e) = 1 THEN GET(e, 0) END
        ),
        0
      ).value
    ),
    e -> COALESCE(
      TRY_CAST(REGEXP_REPLACE(
        REGEXP_REPLACE(
          REGEXP_EXTRACT(
            SUBSTRING(e, 2),
            '\\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])\\z',
            0
          ),
          '\\A([^:]*:[0-9]{2})(Z|[+-].*)?\\z',
          '$1:00$2'
        ),
        '([+-][0-9]{2})([0-9]{2})\\z',
        '$1:$2'
      ) AS TIMESTAMP),
      CAST(CONVERT_TIMEZONE(
        'Europe/Berlin',
        'UTC',
        TRY_CAST(REGEXP_EXTRACT(
          SUBSTRING(e, 2),
          '\\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,9})?)?\\z',
          0
        ) AS TIMESTAMP_NTZ)
      ) AS TIMESTAMP)
    )
  ),
  0
);
-- json_array(json, 'text', 'UTC')
COALESCE(
  ARRAY_COMPACT(
    TRANSFORM(
      FROM_JSON(
        REGEXP_REPLACE(
          REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
          '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
          '"$2s$1"'
        ),
        'array<string>'
      ),
      e -> CASE WHEN STARTSWITH(e, 's') AND NOT CONTAINS(e, CHR(0)) THEN SUBSTRING(e, 2) END
    )
  ),
  ARRAY()
);
-- json_array(json, 'text', 'UTC', 'a')
COALESCE(
  ARRAY_COMPACT(
    TRANSFORM(
      FROM_JSON(
        GET(
          TRANSFORM(
            ARRAY(
              FILTER(
                MAP_ENTRIES(
                  FROM_JSON(
                    REGEXP_REPLACE(
                      REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
                      '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
                      '"$2s$1"'
                    ),
                    'map<string,string>'
                  )
                ),
                e -> e.key = 'sa'
              )
            ),
            e -> CASE WHEN SIZE(e) = 1 THEN GET(e, 0) END
          ),
          0
        ).value,
        'array<string>'
      ),
      e -> CASE WHEN STARTSWITH(e, 's') AND NOT CONTAINS(e, CHR(0)) THEN SUBSTRING(e, 2) END
    )
  ),
  ARRAY()
);
-- json_array(json, 'text', 'UTC', 1)
COALESCE(
  ARRAY_COMPACT(
    TRANSFORM(
      FROM_JSON(
        GET(
          FROM_JSON(
            REGEXP_REPLACE(
              REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
              '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
              '"$2s$1"'
            ),
            'array<string>'
          ),
          1
        ),
        'array<string>'
      ),
      e -> CASE WHEN STARTSWITH(e, 's') AND NOT CONTAINS(e, CHR(0)) THEN SUBSTRING(e, 2) END
    )
  ),
  ARRAY()
);
-- json_array(json, 'text', 'UTC', 'a', 0, "it's")
COALESCE(
  ARRAY_COMPACT(
    TRANSFORM(
      FROM_JSON(
        GET(
          TRANSFORM(
            ARRAY(
              FILTER(
                MAP_ENTRIES(
                  FROM_JSON(
                    GET(
                      FROM_JSON(
                        GET(
                          TRANSFORM(
                            ARRAY(
                              FILTER(
                                MAP_ENTRIES(
                                  FROM_JSON(
                                    REGEXP_REPLACE(
                                      REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
                                      '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
                                      '"$2s$1"'
                                    ),
                                    'map<string,string>'
                                  )
                                ),
                                e -> e.key = 'sa'
                              )
                            ),
                            e -> CASE WHEN SIZE(e) = 1 THEN GET(e, 0) END
                          ),
                          0
                        ).value,
                        'array<string>'
                      ),
                      0
                    ),
                    'map<string,string>'
                  )
                ),
                e -> e.key = 'sit\'s'
              )
            ),
            e -> CASE WHEN SIZE(e) = 1 THEN GET(e, 0) END
          ),
          0
        ).value,
        'array<string>'
      ),
      e -> CASE WHEN STARTSWITH(e, 's') AND NOT CONTAINS(e, CHR(0)) THEN SUBSTRING(e, 2) END
    )
  ),
  ARRAY()
);
-- json_array(json, 'number', 'UTC')
COALESCE(
  ARRAY_COMPACT(
    TRANSFORM(
      FROM_JSON(
        REGEXP_REPLACE(
          REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
          '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
          '"$2s$1"'
        ),
        'array<string>'
      ),
      e -> TRY_CAST(REGEXP_EXTRACT(e, '\\A(-?[0-9].*)s\\z', 1) AS DECIMAL(38, 9))
    )
  ),
  ARRAY()
);
-- json_array(json, 'number', 'UTC', 'a')
COALESCE(
  ARRAY_COMPACT(
    TRANSFORM(
      FROM_JSON(
        GET(
          TRANSFORM(
            ARRAY(
              FILTER(
                MAP_ENTRIES(
                  FROM_JSON(
                    REGEXP_REPLACE(
                      REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
                      '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
                      '"$2s$1"'
                    ),
                    'map<string,string>'
                  )
                ),
                e -> e.key = 'sa'
              )
            ),
            e -> CASE WHEN SIZE(e) = 1 THEN GET(e, 0) END
          ),
          0
        ).value,
        'array<string>'
      ),
      e -> TRY_CAST(REGEXP_EXTRACT(e, '\\A(-?[0-9].*)s\\z', 1) AS DECIMAL(38, 9))
    )
  ),
  ARRAY()
);
-- json_array(json, 'integer', 'UTC')
COALESCE(
  ARRAY_COMPACT(
    TRANSFORM(
      FROM_JSON(
        REGEXP_REPLACE(
          REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
          '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
          '"$2s$1"'
        ),
        'array<string>'
      ),
      e -> TRY_CAST(REGEXP_EXTRACT(
        CAST(TRY_CAST(REGEXP_EXTRACT(e, '\\A(-?[0-9].*)s\\z', 1) AS DECIMAL(38, 9)) AS STRING),
        '\\A(-?[0-9]+)\\.0+\\z',
        1
      ) AS BIGINT)
    )
  ),
  ARRAY()
);
-- json_array(json, 'boolean', 'UTC')
COALESCE(
  ARRAY_COMPACT(
    TRANSFORM(
      FROM_JSON(
        REGEXP_REPLACE(
          REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
          '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
          '"$2s$1"'
        ),
        'array<string>'
      ),
      e -> CASE e WHEN 'true' THEN TRUE WHEN 'false' THEN FALSE END
    )
  ),
  ARRAY()
);
-- json_array(json, 'date', 'UTC')
COALESCE(
  ARRAY_COMPACT(
    TRANSFORM(
      FROM_JSON(
        REGEXP_REPLACE(
          REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
          '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
          '"$2s$1"'
        ),
        'array<string>'
      ),
      e -> TRY_CAST(REGEXP_EXTRACT(
        SUBSTRING(e, 2),
        '\\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}\\z',
        0
      ) AS DATE)
    )
  ),
  ARRAY()
);
-- json_array(json, 'timestamp', 'UTC')
COALESCE(
  ARRAY_COMPACT(
    TRANSFORM(
      FROM_JSON(
        REGEXP_REPLACE(
          REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
          '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
          '"$2s$1"'
        ),
        'array<string>'
      ),
      e -> COALESCE(
        TRY_CAST(REGEXP_REPLACE(
          REGEXP_REPLACE(
            REGEXP_EXTRACT(
              SUBSTRING(e, 2),
              '\\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])\\z',
              0
            ),
            '\\A([^:]*:[0-9]{2})(Z|[+-].*)?\\z',
            '$1:00$2'
          ),
          '([+-][0-9]{2})([0-9]{2})\\z',
          '$1:$2'
        ) AS TIMESTAMP),
        CAST(TRY_CAST(REGEXP_EXTRACT(
          SUBSTRING(e, 2),
          '\\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,9})?)?\\z',
          0
        ) AS TIMESTAMP_NTZ) AS TIMESTAMP)
      )
    )
  ),
  ARRAY()
);
-- json_array(json, 'timestamp', 'Europe/Berlin')
COALESCE(
  ARRAY_COMPACT(
    TRANSFORM(
      FROM_JSON(
        REGEXP_REPLACE(
          REPLACE(REPLACE(`a1`, '\\\\', '\\u005c'), '\\"', '\\u0022'),
          '"([^"]*)"|(-?[0-9][-+.0-9eE]*)',
          '"$2s$1"'
        ),
        'array<string>'
      ),
      e -> COALESCE(
        TRY_CAST(REGEXP_REPLACE(
          REGEXP_REPLACE(
            REGEXP_EXTRACT(
              SUBSTRING(e, 2),
              '\\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])\\z',
              0
            ),
            '\\A([^:]*:[0-9]{2})(Z|[+-].*)?\\z',
            '$1:00$2'
          ),
          '([+-][0-9]{2})([0-9]{2})\\z',
          '$1:$2'
        ) AS TIMESTAMP),
        CAST(CONVERT_TIMEZONE(
          'Europe/Berlin',
          'UTC',
          TRY_CAST(REGEXP_EXTRACT(
            SUBSTRING(e, 2),
            '\\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,9})?)?\\z',
            0
          ) AS TIMESTAMP_NTZ)
        ) AS TIMESTAMP)
      )
    )
  ),
  ARRAY()
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
-- avg(decimal(12,2))
-- avg(decimal(38,0))
-- avg(double)
SELECT
  CAST(SUM(`a1`) AS DOUBLE) / NULLIF(COUNT(`a1`), 0) AS `r1`
FROM `held`;
-- avg(bigint)
SELECT
  CAST(SUM(CAST(`a1` AS DECIMAL(19, 0))) AS DOUBLE) / NULLIF(COUNT(`a1`), 0) AS `r1`
FROM `held`;
-- avg(integer, boolean, where=b)
SELECT
  CAST(SUM(CASE WHEN `b1` THEN `a1` END) AS DOUBLE) / NULLIF(COUNT(CASE WHEN `b1` THEN `a1` END), 0) AS `r1`
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
CAST(`a1` AS TIMESTAMP_NTZ);
-- to_instant(timestamp, 'UTC')
CAST(`a1` AS TIMESTAMP);
-- to_instant(timestamp, 'Europe/Berlin')
CAST(CONVERT_TIMEZONE('Europe/Berlin', 'UTC', `a1`) AS TIMESTAMP);
-- to_instant(timestamp, 'America/New_York')
CAST(CONVERT_TIMEZONE('America/New_York', 'UTC', `a1`) AS TIMESTAMP);
-- to_instant(timestamp, 'Australia/Lord_Howe')
CAST(CONVERT_TIMEZONE('Australia/Lord_Howe', 'UTC', `a1`) AS TIMESTAMP);
-- to_instant(timestamp, 'America/Sao_Paulo')
CAST(CONVERT_TIMEZONE('America/Sao_Paulo', 'UTC', `a1`) AS TIMESTAMP);
-- to_instant(timestamp, 'Antarctica/Troll')
CAST(CONVERT_TIMEZONE('Antarctica/Troll', 'UTC', `a1`) AS TIMESTAMP);
-- to_instant(timestamp, 'Pacific/Apia')
CAST(CONVERT_TIMEZONE('Pacific/Apia', 'UTC', `a1`) AS TIMESTAMP);
-- to_instant(timestamp, 'Asia/Kolkata')
CAST(CONVERT_TIMEZONE('Asia/Kolkata', 'UTC', `a1`) AS TIMESTAMP);
-- to_wall(timestamptz, 'UTC')
CAST(`a1` AS TIMESTAMP_NTZ);
-- to_wall(timestamptz, 'Europe/Berlin')
CONVERT_TIMEZONE('UTC', 'Europe/Berlin', CAST(`a1` AS TIMESTAMP_NTZ));
-- to_wall(timestamptz, 'America/New_York')
CONVERT_TIMEZONE('UTC', 'America/New_York', CAST(`a1` AS TIMESTAMP_NTZ));
-- to_wall(timestamptz, 'Australia/Lord_Howe')
CONVERT_TIMEZONE('UTC', 'Australia/Lord_Howe', CAST(`a1` AS TIMESTAMP_NTZ));
-- to_wall(timestamptz, 'America/Sao_Paulo')
CONVERT_TIMEZONE('UTC', 'America/Sao_Paulo', CAST(`a1` AS TIMESTAMP_NTZ));
-- to_wall(timestamptz, 'Pacific/Apia')
CONVERT_TIMEZONE('UTC', 'Pacific/Apia', CAST(`a1` AS TIMESTAMP_NTZ));
-- to_wall(timestamptz, 'Asia/Kolkata')
CONVERT_TIMEZONE('UTC', 'Asia/Kolkata', CAST(`a1` AS TIMESTAMP_NTZ));
-- shift(timestamp, 1, 'month')
(
  `a1` + INTERVAL '1' MONTH
);
-- shift(timestamp, 2, 'month')
(
  `a1` + INTERVAL '2' MONTH
);
-- shift(timestamp, -1, 'month')
(
  `a1` - INTERVAL '1' MONTH
);
-- shift(timestamp, -6, 'month')
(
  `a1` - INTERVAL '6' MONTH
);
-- shift(timestamp, 12, 'month')
(
  `a1` + INTERVAL '12' MONTH
);
-- shift(timestamp, 0, 'month')
(
  `a1` + INTERVAL '0' MONTH
);
-- shift(timestamp, 1, 'quarter')
(
  `a1` + INTERVAL '3' MONTH
);
-- shift(timestamp, -1, 'quarter')
(
  `a1` - INTERVAL '3' MONTH
);
-- shift(timestamp, 1, 'year')
(
  `a1` + INTERVAL '1' YEAR
);
-- shift(timestamp, 4, 'year')
(
  `a1` + INTERVAL '4' YEAR
);
-- shift(timestamp, -1, 'year')
(
  `a1` - INTERVAL '1' YEAR
);
-- shift(timestamp, -9998, 'year')
(
  `a1` - INTERVAL '9998' YEAR
);
-- shift(timestamp, 9998, 'year')
(
  `a1` + INTERVAL '9998' YEAR
);
-- shift(timestamp, 1, 'day')
(
  `a1` + INTERVAL '1' DAY
);
-- shift(timestamp, -1, 'day')
(
  `a1` - INTERVAL '1' DAY
);
-- shift(timestamp, 0, 'day')
(
  `a1` + INTERVAL '0' DAY
);
-- shift(timestamp, 100000, 'day')
(
  `a1` + INTERVAL '100000' DAY
);
-- shift(timestamp, 1, 'week')
(
  `a1` + INTERVAL '1' WEEK
);
-- shift(timestamp, -1, 'week')
(
  `a1` - INTERVAL '1' WEEK
);
-- shift(timestamp, 1, 'hour')
(
  `a1` + INTERVAL '1' HOUR
);
-- shift(timestamp, -1, 'hour')
(
  `a1` - INTERVAL '1' HOUR
);
-- shift(timestamp, 100000, 'hour')
(
  `a1` + INTERVAL '100000' HOUR
);
-- shift(timestamp, -1, 'minute')
(
  `a1` - INTERVAL '1' MINUTE
);
-- shift(timestamp, 1, 'minute')
(
  `a1` + INTERVAL '1' MINUTE
);
-- year(date)
YEAR(`a1`);
-- quarter(date)
QUARTER(`a1`);
-- month(date)
MONTH(`a1`);
-- day(date)
DAY(`a1`);
-- weekday(date)
(
  WEEKDAY(`a1`) + 1
);
-- week(date)
WEEKOFYEAR(`a1`);
-- last_day(date)
LAST_DAY(`a1`);
-- hour(timestamp)
HOUR(`a1`);
-- minute(timestamp)
MINUTE(`a1`);
-- months_between(date, date)
CASE
  WHEN `a1` <= `b1`
  THEN (
    (
      YEAR(`b1`) * 12 + MONTH(`b1`)
    ) - (
      YEAR(`a1`) * 12 + MONTH(`a1`)
    )
  ) - CASE
    WHEN ADD_MONTHS(
      `a1`,
      (
        (
          YEAR(`b1`) * 12 + MONTH(`b1`)
        ) - (
          YEAR(`a1`) * 12 + MONTH(`a1`)
        )
      )
    ) > `b1`
    THEN 1
    ELSE 0
  END
  WHEN `a1` > `b1`
  THEN -(
    (
      (
        YEAR(`a1`) * 12 + MONTH(`a1`)
      ) - (
        YEAR(`b1`) * 12 + MONTH(`b1`)
      )
    ) - CASE
      WHEN ADD_MONTHS(
        `b1`,
        (
          (
            YEAR(`a1`) * 12 + MONTH(`a1`)
          ) - (
            YEAR(`b1`) * 12 + MONTH(`b1`)
          )
        )
      ) > `a1`
      THEN 1
      ELSE 0
    END
  )
END;
-- years_between(date, date)
(
  CASE
    WHEN `a1` <= `b1`
    THEN (
      (
        YEAR(`b1`) * 12 + MONTH(`b1`)
      ) - (
        YEAR(`a1`) * 12 + MONTH(`a1`)
      )
    ) - CASE
      WHEN ADD_MONTHS(
        `a1`,
        (
          (
            YEAR(`b1`) * 12 + MONTH(`b1`)
          ) - (
            YEAR(`a1`) * 12 + MONTH(`a1`)
          )
        )
      ) > `b1`
      THEN 1
      ELSE 0
    END
    WHEN `a1` > `b1`
    THEN -(
      (
        (
          YEAR(`a1`) * 12 + MONTH(`a1`)
        ) - (
          YEAR(`b1`) * 12 + MONTH(`b1`)
        )
      ) - CASE
        WHEN ADD_MONTHS(
          `b1`,
          (
            (
              YEAR(`a1`) * 12 + MONTH(`a1`)
            ) - (
              YEAR(`b1`) * 12 + MONTH(`b1`)
            )
          )
        ) > `a1`
        THEN 1
        ELSE 0
      END
    )
  END
) DIV 12;
-- days_between(date, date)
DATEDIFF(`b1`, `a1`);
-- elapsed(timestamp, timestamp, 'minute')
TIMESTAMPDIFF(MINUTE, `a1`, `b1`);
-- elapsed(timestamp, timestamp, 'hour')
TIMESTAMPDIFF(HOUR, `a1`, `b1`);
-- elapsed(timestamp, timestamp, 'day')
TIMESTAMPDIFF(DAY, `a1`, `b1`);
-- from_microseconds(decimal(38,0))
-- from_microseconds(bigint)
CASE
  WHEN `a1` BETWEEN (
    -62135596800000000
  ) AND 253402300799999999
  THEN TIMESTAMP_MICROS(CAST(`a1` AS BIGINT))
END;
-- microseconds(timestamptz)
-- microseconds(timestamp)
UNIX_MICROS(`a1`);
-- format_date(date, '%Y-%m-%d')
DATE_FORMAT(`a1`, 'yyyy\'-\'MM\'-\'dd');
-- format_date(date, '%d.%m.%Y')
DATE_FORMAT(`a1`, 'dd\'.\'MM\'.\'yyyy');
-- format_date(date, '%m/%d')
DATE_FORMAT(`a1`, 'MM\'/\'dd');
-- format_date(date, '%Y')
DATE_FORMAT(`a1`, 'yyyy');
-- format_date(date, '%Y%m')
DATE_FORMAT(`a1`, 'yyyyMM');
-- format_date(date, '%Y%Y')
CONCAT(DATE_FORMAT(`a1`, 'yyyy'), DATE_FORMAT(`a1`, 'yyyy'));
-- format_date(date, "it's %d")
DATE_FORMAT(`a1`, '\'it\'\'s \'dd');
-- format_date(date, 'Q"%m"')
DATE_FORMAT(`a1`, '\'Q"\'MM\'"\'');
-- format_date(date, '%d\\%m\\\\')
DATE_FORMAT(`a1`, 'dd\'\\\'MM\'\\\\\'');
-- format_date(date, 'YYYY MM DD %Y yyyy HH24')
DATE_FORMAT(`a1`, '\'YYYY MM DD \'yyyy\' yyyy HH24\'');
-- format_date(date, '_%Y_')
DATE_FORMAT(`a1`, '\'_\'yyyy\'_\'');
-- format_date(date, '\U0001f6b2%Y\u5e74 e\u0301\ufffd')
DATE_FORMAT(`a1`, '\'🚲\'yyyy\'年 é�\'');
-- date_trunc('week', date)
TRUNC(`a1`, 'week');
-- date_trunc('month', date)
TRUNC(`a1`, 'month');
-- date_trunc('quarter', date)
TRUNC(`a1`, 'quarter');
-- date_trunc('year', date)
TRUNC(`a1`, 'year');
-- iso_text(timestamp)
DATE_FORMAT(`a1`, 'yyyy-MM-dd\'T\'HH:mm:ss.SSSSSS');
-- add(integer, integer)
CAST(`a1` AS BIGINT) + `b1`;
-- add(bigint, bigint)
-- add(bigint, decimal(12,2))
CAST(`a1` AS DECIMAL(38, 0)) + `b1`;
-- add(decimal(12,2), decimal(12,3))
-- add(decimal(9,2), integer)
-- add(double, double)
-- add(decimal(12,2), double)
-- add(double, integer)
`a1` + `b1`;
-- add(decimal(38,2), decimal(38,2))
CAST(`a1` + `b1` AS DECIMAL(38, 2));
-- sub(integer, integer)
CAST(`a1` AS BIGINT) - `b1`;
-- sub(bigint, bigint)
CAST(`a1` AS DECIMAL(38, 0)) - `b1`;
-- sub(decimal(12,2), decimal(12,3))
-- sub(double, double)
-- sub(double, decimal(12,2))
`a1` - `b1`;
-- sub(decimal(38,2), decimal(38,2))
CAST(`a1` - `b1` AS DECIMAL(38, 2));
-- mul(integer, integer)
-- mul(bigint, bigint)
CAST(`a1` AS DECIMAL(38, 0)) * `b1`;
-- mul(decimal(38,0), integer)
CAST(`a1` * `b1` AS DECIMAL(38, 0));
-- mul(decimal(12,2), decimal(8,3))
CAST(`a1` AS DECIMAL(38, 2)) * `b1`;
-- mul(decimal(18,9), decimal(18,9))
CAST(CAST(CAST(`a1` AS DECIMAL(38, 9)) AS DECIMAL(18, 9)) * CAST(`b1` AS DECIMAL(18, 9)) AS DECIMAL(38, 9));
-- mul(double, double)
-- mul(decimal(12,2), double)
`a1` * `b1`;
-- div(integer, integer)
-- div(bigint, bigint)
-- div(decimal(12,2), decimal(12,2))
-- div(decimal(38,0), decimal(38,0))
-- div(double, double)
-- div(integer, double)
CAST(`a1` AS DOUBLE) / NULLIF(CAST(`b1` AS DOUBLE), 0);
-- mod(integer, integer)
CAST(`a1` AS BIGINT) % NULLIF(`b1`, 0);
-- mod(bigint, bigint)
CAST(`a1` AS DECIMAL(38, 0)) % NULLIF(`b1`, 0);
-- mod(decimal(38,0), integer)
`a1` % NULLIF(`b1`, 0);
-- mod(decimal(12,2), decimal(12,3))
CAST(`a1` AS DECIMAL(38, 3)) % NULLIF(CAST(`b1` AS DECIMAL(38, 3)), 0);
-- neg(double)
-`a1`;
-- abs(integer)
ABS(CAST(`a1` AS BIGINT));
-- abs(bigint)
CAST(ABS(`a1`) AS BIGINT);
-- abs(decimal(38,0))
CASE WHEN `a1` < 0 THEN 0 - `a1` ELSE `a1` END;
-- abs(decimal(12,2))
-- abs(double)
ABS(`a1`);
-- round(decimal(12,3))
CAST(ROUND(`a1`) AS BIGINT);
-- round(decimal(38,9))
-- round(double)
CAST(ROUND(`a1`) AS DECIMAL(38, 0));
-- floor(decimal(12,3))
CAST(FLOOR(`a1`) AS BIGINT);
-- floor(decimal(38,9))
CAST(FLOOR(`a1`) AS DECIMAL(38, 0));
-- floor(double)
CAST(CASE
  WHEN ABS(`a1`) < 9007199254740992
  THEN FLOOR(`a1`)
  ELSE CAST(`a1` AS DECIMAL(38, 0))
END AS DECIMAL(38, 0));
-- ceil(decimal(12,3))
CAST(CEIL(`a1`) AS BIGINT);
-- ceil(decimal(38,9))
CAST(CEIL(`a1`) AS DECIMAL(38, 0));
-- ceil(double)
CAST(CASE
  WHEN ABS(`a1`) < 9007199254740992
  THEN CEIL(`a1`)
  ELSE CAST(`a1` AS DECIMAL(38, 0))
END AS DECIMAL(38, 0));
-- trunc(double)
CASE
  WHEN ABS(`a1`) < 9007199254740992
  THEN CAST(CAST(`a1` AS BIGINT) AS DOUBLE)
  ELSE `a1`
END;
-- round_double(double, 2)
CASE
  WHEN ABS(`a1` * CAST('1E2' AS DOUBLE)) < 9007199254740992
  THEN ROUND(`a1` * CAST('1E2' AS DOUBLE)) / CAST('1E2' AS DOUBLE)
  ELSE `a1`
END;
-- round_double(double, 0)
CASE
  WHEN ABS(`a1` * CAST('1E0' AS DOUBLE)) < 9007199254740992
  THEN ROUND(`a1` * CAST('1E0' AS DOUBLE)) / CAST('1E0' AS DOUBLE)
  ELSE `a1`
END;
-- round_double(double, 1)
CASE
  WHEN ABS(`a1` * CAST('1E1' AS DOUBLE)) < 9007199254740992
  THEN ROUND(`a1` * CAST('1E1' AS DOUBLE)) / CAST('1E1' AS DOUBLE)
  ELSE `a1`
END;
-- round_double(double, 5)
CASE
  WHEN ABS(`a1` * CAST('1E5' AS DOUBLE)) < 9007199254740992
  THEN ROUND(`a1` * CAST('1E5' AS DOUBLE)) / CAST('1E5' AS DOUBLE)
  ELSE `a1`
END;
-- round_double(double, 38)
CASE
  WHEN ABS(`a1` * CAST('1E38' AS DOUBLE)) < 9007199254740992
  THEN ROUND(`a1` * CAST('1E38' AS DOUBLE)) / CAST('1E38' AS DOUBLE)
  ELSE `a1`
END;
-- sign(integer)
-- sign(bigint)
-- sign(decimal(12,2))
-- sign(decimal(38,0))
-- sign(double)
CAST(SIGN(`a1`) AS BIGINT);
-- sqrt(double)
-- sqrt(decimal(12,2))
-- sqrt(bigint)
-- sqrt(decimal(38,0))
CASE
  WHEN ABS(SQRT(CAST(`a1` AS DOUBLE))) < CAST('Infinity' AS DOUBLE)
  THEN SQRT(CAST(`a1` AS DOUBLE))
END;
-- power(double, double)
-- power(integer, integer)
-- power(decimal(12,2), integer)
-- power(decimal(38,0), integer)
CASE
  WHEN ABS(POWER(CAST(`a1` AS DOUBLE), CAST(`b1` AS DOUBLE))) < CAST('Infinity' AS DOUBLE)
  THEN POWER(CAST(`a1` AS DOUBLE), CAST(`b1` AS DOUBLE))
END;
-- exp(double)
-- exp(decimal(12,2))
-- exp(decimal(38,0))
CASE
  WHEN ABS(EXP(CAST(`a1` AS DOUBLE))) < CAST('Infinity' AS DOUBLE)
  THEN EXP(CAST(`a1` AS DOUBLE))
END;
-- ln(double)
-- ln(integer)
-- ln(decimal(12,2))
-- ln(decimal(38,0))
LN(CAST(`a1` AS DOUBLE));
-- clean_double(double)
CASE WHEN NOT ISNAN(`a1`) THEN `a1` END;
-- unnest(text[])
-- unnest(bigint[])
-- unnest(decimal(12,2)[])
-- unnest(double[])
-- unnest(date[])
-- unnest(timestamptz[])
-- unnest(boolean[])
SELECT
  EXPLODE(`a1`) AS `r1`
FROM `held`;
-- length(text)
LENGTH(`a1`);
-- lower(text)
LOWER(`a1`);
-- upper(text)
UPPER(`a1`);
-- trim(text)
BTRIM(`a1`, ' ');
-- substr(text, 2, 3)
SUBSTRING(`a1`, 2, 3);
-- substr(text, 1, 0)
SUBSTRING(`a1`, 1, 0);
-- substr(text, 2, 10)
SUBSTRING(`a1`, 2, 10);
-- substr(text, 1, 2147483647)
SUBSTRING(`a1`, 1, 2147483647);
-- substr(text, 4, 2)
SUBSTRING(`a1`, 4, 2);
-- substr(text, 10, 2)
SUBSTRING(`a1`, 10, 2);
-- substr(text, 2147483647, 2147483647)
SUBSTRING(`a1`, 2147483647, 2147483647);
-- substr(text, 1, 5)
SUBSTRING(`a1`, 1, 5);
-- substr(text, 2, 1)
SUBSTRING(`a1`, 2, 1);
-- substr(text, 3, 2)
SUBSTRING(`a1`, 3, 2);
-- substr(text, 2, 4)
SUBSTRING(`a1`, 2, 4);
-- substr(text, 1, 2)
SUBSTRING(`a1`, 1, 2);
-- substr(text, 2)
SUBSTRING(`a1`, 2);
-- substr(text, 1)
SUBSTRING(`a1`, 1);
-- substr(text, 5)
SUBSTRING(`a1`, 5);
-- substr(text, 3)
SUBSTRING(`a1`, 3);
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
INSTR(`a1`, `b1`);
-- split_part(text, '@', 1)
TRY_ELEMENT_AT(SPLIT(`a1`, '\\@'), 1);
-- split_part(text, '@', 2)
TRY_ELEMENT_AT(SPLIT(`a1`, '\\@'), 2);
-- split_part(text, '@', 3)
TRY_ELEMENT_AT(SPLIT(`a1`, '\\@'), 3);
-- split_part(text, '@', -1)
TRY_ELEMENT_AT(SPLIT(`a1`, '\\@'), (
  -1
));
-- split_part(text, '@', -2)
TRY_ELEMENT_AT(SPLIT(`a1`, '\\@'), (
  -2
));
-- split_part(text, '@', -3)
TRY_ELEMENT_AT(SPLIT(`a1`, '\\@'), (
  -3
));
-- split_part(text, '@', 2147483647)
TRY_ELEMENT_AT(SPLIT(`a1`, '\\@'), 2147483647);
-- split_part(text, '@', -2147483647)
TRY_ELEMENT_AT(SPLIT(`a1`, '\\@'), (
  -2147483647
));
-- split_part(text, '||', 2)
TRY_ELEMENT_AT(SPLIT(`a1`, '\\|\\|'), 2);
-- split_part(text, '||', 1)
TRY_ELEMENT_AT(SPLIT(`a1`, '\\|\\|'), 1);
-- split_part(text, '||', -1)
TRY_ELEMENT_AT(SPLIT(`a1`, '\\|\\|'), (
  -1
));
-- split_part(text, 'x', 2)
TRY_ELEMENT_AT(SPLIT(`a1`, 'x'), 2);
-- split_part(text, '.', 2)
TRY_ELEMENT_AT(SPLIT(`a1`, '\\.'), 2);
-- split_part(text, '\\', 2)
TRY_ELEMENT_AT(SPLIT(`a1`, '\\\\'), 2);
-- split_part(text, '\U0001f6b2', 2)
TRY_ELEMENT_AT(SPLIT(`a1`, '\\🚲'), 2);
-- split_part(text, "'", 2)
TRY_ELEMENT_AT(SPLIT(`a1`, '\\\''), 2);
-- split_part(text, '"', 2)
TRY_ELEMENT_AT(SPLIT(`a1`, '\\"'), 2);
-- split_part(text, '%', 2)
TRY_ELEMENT_AT(SPLIT(`a1`, '\\%'), 2);
-- split_part(text, '_', 1)
TRY_ELEMENT_AT(SPLIT(`a1`, '\\_'), 1);
-- split_part(text, '\u0301', 1)
TRY_ELEMENT_AT(SPLIT(`a1`, '\\́'), 1);
-- split_part(text, '\ufffd', 2)
TRY_ELEMENT_AT(SPLIT(`a1`, '\\�'), 2);
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
CONCAT_WS(' ', `a1`, `b1`);
-- concat_ws('', text, text)
CONCAT_WS('', `a1`, `b1`);
-- concat_ws(', ', text, text)
CONCAT_WS(', ', `a1`, `b1`);
-- concat_ws("'", text, text)
CONCAT_WS('\'', `a1`, `b1`);
-- concat_ws('\\', text, text)
CONCAT_WS('\\', `a1`, `b1`);
-- concat_ws('\U0001f6b2', text, text)
CONCAT_WS('🚲', `a1`, `b1`);
-- concat_ws('-', text, text)
CONCAT_WS('-', `a1`, `b1`);
-- concat_ws('-', text)
CONCAT_WS('-', `a1`);
-- concat_ws('-', text, text, text)
CONCAT_WS('-', `a1`, `b1`, `c1`);
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
STARTSWITH(`a1`, `b1`);
-- starts_with(text, 'a')
STARTSWITH(`a1`, 'a');
-- starts_with(text, "'s")
STARTSWITH(`a1`, '\'s');
-- starts_with(text, '\\')
STARTSWITH(`a1`, '\\');
-- starts_with(text, '50%')
STARTSWITH(`a1`, '50%');
-- starts_with(text, '%')
STARTSWITH(`a1`, '%');
-- starts_with(text, '\U0001f6b2')
STARTSWITH(`a1`, '🚲');
-- ends_with(text, text)
ENDSWITH(`a1`, `b1`);
-- ends_with(text, 'a')
ENDSWITH(`a1`, 'a');
-- ends_with(text, "'s")
ENDSWITH(`a1`, '\'s');
-- ends_with(text, '\\')
ENDSWITH(`a1`, '\\');
-- ends_with(text, '50%')
ENDSWITH(`a1`, '50%');
-- ends_with(text, '%')
ENDSWITH(`a1`, '%');
-- ends_with(text, '\U0001f6b2')
ENDSWITH(`a1`, '🚲');
-- contains(text, text)
CONTAINS(`a1`, `b1`);
-- contains(text, 'a')
CONTAINS(`a1`, 'a');
-- contains(text, "'s")
CONTAINS(`a1`, '\'s');
-- contains(text, '\\')
CONTAINS(`a1`, '\\');
-- contains(text, '50%')
CONTAINS(`a1`, '50%');
-- contains(text, '%')
CONTAINS(`a1`, '%');
-- contains(text, '\U0001f6b2')
CONTAINS(`a1`, '🚲');
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
`a1` LIKE 'a\\b' ESCAPE '!';
-- like(text, 'a\\%b')
`a1` LIKE 'a\\%b' ESCAPE '!';
-- like(text, '%\\')
`a1` LIKE '%\\' ESCAPE '!';
-- like(text, '\\')
`a1` LIKE '\\' ESCAPE '!';
-- like(text, "%'s")
`a1` LIKE '%\'s';
-- like(text, '"')
`a1` LIKE '"';
-- like(text, 'a.b')
`a1` LIKE 'a.b';
-- like(text, '[a]')
`a1` LIKE '[a]';
-- matches(text, 'b', false)
REGEXP_LIKE(`a1`, 'b');
-- matches(text, '^b', false)
REGEXP_LIKE(`a1`, '^b');
-- matches(text, '^a', false)
REGEXP_LIKE(`a1`, '^a');
-- matches(text, 'c$', false)
REGEXP_LIKE(`a1`, 'c\\z');
-- matches(text, 'a$', false)
REGEXP_LIKE(`a1`, 'a\\z');
-- matches(text, 'a[^\\n]b', false)
REGEXP_LIKE(`a1`, 'a[^\\n]b');
-- matches(text, 'a[ \\t\\n\\r\\f]b', false)
REGEXP_LIKE(`a1`, 'a[ \\t\\n\\r\\f]b');
-- matches(text, '^[^\\n]$', false)
REGEXP_LIKE(`a1`, '^[^\\n]\\z');
-- matches(text, 'abc', false)
REGEXP_LIKE(`a1`, 'abc');
-- matches(text, 'abc', true)
REGEXP_LIKE(`a1`, '(?i)abc');
-- matches(text, '^[a-z]+$', false)
REGEXP_LIKE(`a1`, '^[a-z]+\\z');
-- matches(text, '^[a-z]+$', true)
REGEXP_LIKE(`a1`, '(?i)^[a-z]+\\z');
-- matches(text, '^$', false)
REGEXP_LIKE(`a1`, '^\\z');
-- matches(text, 'a*', false)
REGEXP_LIKE(`a1`, 'a*');
-- matches(text, 'a', false)
REGEXP_LIKE(`a1`, 'a');
-- matches(text, '[0-9]', false)
REGEXP_LIKE(`a1`, '[0-9]');
-- matches(text, '[A-Za-z0-9_]', false)
REGEXP_LIKE(`a1`, '[A-Za-z0-9_]');
-- matches(text, '[ \\t\\n\\r\\f]', false)
REGEXP_LIKE(`a1`, '[ \\t\\n\\r\\f]');
-- matches(text, 'a\\.b', false)
REGEXP_LIKE(`a1`, 'a\\.b');
-- matches(text, '\\\\', false)
REGEXP_LIKE(`a1`, '\\\\');
-- matches(text, "'", false)
REGEXP_LIKE(`a1`, '\'');
-- matches(text, '"', false)
REGEXP_LIKE(`a1`, '"');
-- matches(text, '%$', false)
REGEXP_LIKE(`a1`, '%\\z');
-- matches(text, '[\\]]', false)
REGEXP_LIKE(`a1`, '[\\]]');
-- matches(text, '[x\\-]', false)
REGEXP_LIKE(`a1`, '[x\\-]');
-- matches(text, '[\\^]', false)
REGEXP_LIKE(`a1`, '[\\^]');
-- matches(text, 'a\\{2\\}', false)
REGEXP_LIKE(`a1`, 'a\\{2\\}');
-- matches(text, '^(?:a|b)+$', false)
REGEXP_LIKE(`a1`, '^(?:a|b)+\\z');
-- matches(text, '^a{1,2}b$', false)
REGEXP_LIKE(`a1`, '^a{1,2}b\\z');
-- matches(text, '^a{2,}b$', false)
REGEXP_LIKE(`a1`, '^a{2,}b\\z');
-- matches(text, '\\t', false)
REGEXP_LIKE(`a1`, '\\t');
-- matches(text, '/', false)
REGEXP_LIKE(`a1`, '/');
-- matches(text, '#b c', false)
REGEXP_LIKE(`a1`, '#b c');
-- matches(text, 'a', true)
REGEXP_LIKE(`a1`, '(?i)a');
-- bucket(text)
CAST(CONV(SUBSTRING(MD5(`a1`), 1, 8), 16, 10) AS BIGINT) % 10000;
-- to_text(integer)
-- to_text(bigint)
-- to_text(decimal(38,0))
-- to_text(boolean)
-- to_text(date)
CAST(`a1` AS STRING);
-- cast(integer)
-- cast(decimal(38,0))
CAST(`a1` AS BIGINT);
-- cast(bigint)
-- cast(double)
CAST(`a1` AS DECIMAL(38, 0));
-- cast(integer)
-- cast(decimal(12,3))
CAST(`a1` AS DECIMAL(38, 9));
-- cast(decimal(12,3))
CAST(`a1` AS DECIMAL(11, 1));
-- cast(decimal(38,9))
CAST(`a1` AS DECIMAL(38, 2));
-- cast(decimal(12,3))
CAST(`a1` AS DECIMAL(4, 1));
-- cast(integer)
-- cast(bigint)
-- cast(decimal(38,9))
CAST(`a1` AS DOUBLE);
-- cast(text)
CAST(`a1` AS STRING);
-- cast(date)
CAST(`a1` AS DATE);
-- cast(timestamp)
CAST(`a1` AS TIMESTAMP_NTZ);
-- cast(timestamptz)
CAST(`a1` AS TIMESTAMP);
-- cast(integer[])
CAST(`a1` AS ARRAY<BIGINT>);
-- cast(text[])
CAST(`a1` AS ARRAY<STRING>);
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
CAST(NULL AS STRING);
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
CAST('2024-02-29 12:00:00' AS TIMESTAMP_NTZ);
-- literal(2024-03-31T02:30:00.000001)
CAST('2024-03-31 02:30:00.000001' AS TIMESTAMP_NTZ);
-- literal(0001-01-01T00:00:00)
CAST('0001-01-01 00:00:00' AS TIMESTAMP_NTZ);
-- literal(9999-12-31T23:59:59.999999)
CAST('9999-12-31 23:59:59.999999' AS TIMESTAMP_NTZ);
-- literal(NULL of timestamp)
CAST(NULL AS TIMESTAMP_NTZ);
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
CAST(ARRAY() AS ARRAY<STRING>);
-- literal([''])
CAST(ARRAY('') AS ARRAY<STRING>);
-- literal(["it's", '"50%_\\', 'a\nb', 'e\u0301\U0001f6b2\ufffd', 'NULL', 'a,b', '{}'])
CAST(ARRAY('it\'s', '"50%_\\', 'a\nb', 'é🚲�', 'NULL', 'a,b', '{}') AS ARRAY<STRING>);
-- literal([])
CAST(ARRAY() AS ARRAY<BIGINT>);
-- literal([9223372036854775807, -9223372036854775808])
CAST(ARRAY(9223372036854775807, (
  -9223372036854775808
)) AS ARRAY<BIGINT>);
-- literal([1.10, -0.01])
CAST(ARRAY(1.10, (
  -0.01
)) AS ARRAY<DECIMAL(12, 2)>);
-- literal([true, false])
CAST(ARRAY(TRUE, FALSE) AS ARRAY<BOOLEAN>);
-- literal([2024-02-29, 0001-01-01, 9999-12-31])
CAST(ARRAY(CAST('2024-02-29' AS DATE), CAST('0001-01-01' AS DATE), CAST('9999-12-31' AS DATE)) AS ARRAY<DATE>);
-- literal([])
CAST(ARRAY() AS ARRAY<DATE>);
-- literal([2024-02-29T12:00:00.000001+00:00])
CAST(ARRAY(CAST('2024-02-29 12:00:00.000001+00:00' AS TIMESTAMP)) AS ARRAY<TIMESTAMP>);
-- literal([])
CAST(ARRAY() AS ARRAY<TIMESTAMP>);
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
