-- count(integer)
-- count(text)
-- count(double)
-- count(boolean)
SELECT
  toInt64(COUNT("a1")) AS "r1"
FROM "held";
-- count(text, boolean, where=b)
SELECT
  toInt64(COUNT(CASE WHEN "b1" THEN "a1" END)) AS "r1"
FROM "held";
-- count(boolean, of_rows=True, where=a)
SELECT
  toInt64(COUNT(CASE WHEN "a1" THEN 1 END)) AS "r1"
FROM "held";
-- count(integer, of_rows=True)
SELECT
  toInt64(COUNT(*)) AS "r1"
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
  toInt64(uniqExact("a1")) AS "r1"
FROM "held";
-- approx_count_distinct(integer)
-- approx_count_distinct(text)
-- approx_count_distinct(bigint)
-- approx_count_distinct(decimal(12,2))
-- approx_count_distinct(date)
-- approx_count_distinct(decimal(38,0))
SELECT
  toInt64(uniq("a1")) AS "r1"
FROM "held";
-- sum(integer)
SELECT
  toDecimal256(sum("a1"), 0) AS "r1"
FROM "held";
-- sum(bigint)
SELECT
  toDecimal256(sum(toDecimal128("a1", 0)), 0) AS "r1"
FROM "held";
-- sum(decimal(12,2))
SELECT
  toDecimal256(sum("a1"), 2) AS "r1"
FROM "held";
-- sum(decimal(38,2))
SELECT
  toDecimal256(toDecimal128(sum("a1"), 2), 2) AS "r1"
FROM "held";
-- sum(decimal(38,0))
SELECT
  toDecimal256(toDecimal128(sum("a1"), 0), 0) AS "r1"
FROM "held";
-- sum(double)
SELECT
  sum(toFloat64("a1")) AS "r1"
FROM "held";
-- percentile(integer, p=0.5)
-- percentile(decimal(12,2), p=0.5)
-- percentile(double, p=0.5)
-- percentile(bigint, p=0.5)
-- percentile(decimal(38,0), p=0.5)
SELECT
  quantileExactInclusive(0.5)(toFloat64("a1")) AS "r1"
FROM "held";
-- percentile(integer, p=0.9)
SELECT
  quantileExactInclusive(0.9)(toFloat64("a1")) AS "r1"
FROM "held";
-- percentile(integer, p=0)
SELECT
  quantileExactInclusive(0)(toFloat64("a1")) AS "r1"
FROM "held";
-- percentile(integer, p=1)
SELECT
  quantileExactInclusive(1)(toFloat64("a1")) AS "r1"
FROM "held";
-- percentile(integer, p=0.25)
SELECT
  quantileExactInclusive(0.25)(toFloat64("a1")) AS "r1"
FROM "held";
-- stddev(integer)
-- stddev(decimal(12,2))
-- stddev(double)
-- stddev(decimal(38,0))
SELECT
  CASE WHEN COUNT("a1") > 1 THEN stddevSampStable(toFloat64("a1")) END AS "r1"
FROM "held";
-- any(boolean, where=a)
SELECT
  max("a1") AS "r1"
FROM "held";
-- nth(text, integer, n=1, order=['b'])
-- nth(bigint, timestamptz, n=1, order=['b'])
-- nth(double, timestamp, n=1, order=['b'])
-- nth(boolean, integer, n=1, order=['b'])
-- nth(timestamptz, integer, n=1, order=['b'])
-- nth(text[], integer, n=1, order=['b'])
-- nth(json, integer, n=1, order=['b'])
SELECT
  argMinIf("a1", tuple("b1" IS NULL, "b1"), "a1" IS NOT NULL) AS "r1"
FROM "held";
-- nth(text, integer, n=-1, order=['b desc'])
-- nth(decimal(38,9), date, n=-1, order=['b desc'])
-- nth(bigint[], integer, n=-1, order=['b desc'])
SELECT
  argMaxIf("a1", tuple("b1" IS NULL, "b1"), "a1" IS NOT NULL) AS "r1"
FROM "held";
-- nth(text, integer, n=2, order=['b'])
SELECT
  arrayElementOrNull(
    arrayMap(
      _it_1 -> tupleElement(_it_1, 3),
      arraySort(groupArrayIf(tuple("b1" IS NULL, "b1", "a1"), "a1" IS NOT NULL))
    ),
    2
  ) AS "r1"
FROM "held";
-- nth(text, integer, text, n=1, order=['b', 'c'])
SELECT
  argMinIf("a1", tuple("b1" IS NULL, "b1", "c1" IS NULL, "c1"), "a1" IS NOT NULL) AS "r1"
FROM "held";
-- nth(text, integer, text, n=-1, order=['b desc', 'c desc'])
SELECT
  argMaxIf("a1", tuple("b1" IS NULL, "b1", "c1" IS NULL, "c1"), "a1" IS NOT NULL) AS "r1"
FROM "held";
-- nth(text, integer, text, n=1, order=['b desc', 'c'])
SELECT
  arrayElementOrNull(
    arrayMap(
      _it_1 -> tupleElement(_it_1, 5),
      arraySort(
        groupArrayIf(tuple(NOT (
          "b1" IS NULL
        ), -"b1", "c1" IS NULL, "c1", "a1"), "a1" IS NOT NULL)
      )
    ),
    1
  ) AS "r1"
FROM "held";
-- nth(text, n=1, order=['a'])
SELECT
  argMinIf("a1", tuple("a1"), "a1" IS NOT NULL) AS "r1"
FROM "held";
-- nth(text, n=-1, order=['a desc'])
SELECT
  argMaxIf("a1", tuple("a1"), "a1" IS NOT NULL) AS "r1"
FROM "held";
-- nth(text, integer, boolean, n=1, order=['b'], where=c)
SELECT
  argMinIf("a1", tuple("b1" IS NULL, "b1"), "c1" AND "a1" IS NOT NULL) AS "r1"
FROM "held";
-- list(text, integer, order=['b'])
-- list(bigint, timestamptz, order=['b'])
-- list(boolean, integer, order=['b'])
SELECT
  tuple(
    arrayMap(
      _it_1 -> tupleElement(_it_1, 3),
      arraySort(groupArrayIf(tuple("b1" IS NULL, "b1", "a1"), "a1" IS NOT NULL))
    )
  ) AS "r1"
FROM "held";
-- list(text, integer, text, order=['b desc', 'c'], limit=2)
SELECT
  tuple(
    arraySlice(
      arrayMap(
        _it_1 -> tupleElement(_it_1, 5),
        arraySort(
          groupArrayIf(tuple(NOT (
            "b1" IS NULL
          ), -"b1", "c1" IS NULL, "c1", "a1"), "a1" IS NOT NULL)
        )
      ),
      1,
      2
    )
  ) AS "r1"
FROM "held";
-- list(text, order=['a'])
-- list(double, order=['a'])
-- list(date, order=['a'])
-- list(decimal(38,0), order=['a'])
SELECT
  tuple(
    arrayMap(
      _it_1 -> tupleElement(_it_1, 2),
      arraySort(groupArrayIf(tuple("a1", "a1"), "a1" IS NOT NULL))
    )
  ) AS "r1"
FROM "held";
-- list(text, order=['a desc'], limit=3)
SELECT
  tuple(
    arraySlice(
      arrayMap(
        _it_1 -> tupleElement(_it_1, 2),
        arrayReverseSort(groupArrayIf(tuple("a1", "a1"), "a1" IS NOT NULL))
      ),
      1,
      3
    )
  ) AS "r1"
FROM "held";
-- list(integer, boolean, order=['a'], where=b)
SELECT
  tuple(
    arrayMap(
      _it_1 -> tupleElement(_it_1, 2),
      arraySort(groupArrayIf(tuple("a1", "a1"), "b1" AND "a1" IS NOT NULL))
    )
  ) AS "r1"
FROM "held";
-- list(decimal(12,2), date, order=['b desc'])
SELECT
  tuple(
    arrayMap(
      _it_1 -> tupleElement(_it_1, 3),
      arrayReverseSort(groupArrayIf(tuple("b1" IS NULL, "b1", "a1"), "a1" IS NOT NULL))
    )
  ) AS "r1"
FROM "held";
-- list(timestamptz, order=['a desc'])
SELECT
  tuple(
    arrayMap(
      _it_1 -> tupleElement(_it_1, 2),
      arrayReverseSort(groupArrayIf(tuple("a1", "a1"), "a1" IS NOT NULL))
    )
  ) AS "r1"
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
  tuple(arraySort(groupUniqArrayIf("a1", "a1" IS NOT NULL))) AS "r1"
FROM "held";
-- list_distinct(text, descending=True)
-- list_distinct(bigint, descending=True)
SELECT
  tuple(arrayReverseSort(groupUniqArrayIf("a1", "a1" IS NOT NULL))) AS "r1"
FROM "held";
-- list_distinct(text, limit=2)
SELECT
  tuple(arraySlice(arraySort(groupUniqArrayIf("a1", "a1" IS NOT NULL)), 1, 2)) AS "r1"
FROM "held";
-- list_distinct(text, boolean, where=b, descending=True, limit=2)
SELECT
  tuple(
    arraySlice(arrayReverseSort(groupUniqArrayIf("a1", "b1" AND "a1" IS NOT NULL)), 1, 2)
  ) AS "r1"
FROM "held";
-- array_length(text[])
-- array_length(bigint[])
-- array_length(double[])
toInt64(length(tupleElement("a1", 1)));
-- array_contains_any(text[], 'a')
hasAny(tupleElement("a1", 1), ['a']);
-- array_contains_any(text[], 'c')
hasAny(tupleElement("a1", 1), ['c']);
-- array_contains_any(text[], 'b', 'c')
hasAny(tupleElement("a1", 1), ['b', 'c']);
-- array_contains_any(text[], 'c', 'a')
hasAny(tupleElement("a1", 1), ['c', 'a']);
-- array_contains_any(text[], 'a', 'b')
hasAny(tupleElement("a1", 1), ['a', 'b']);
-- array_contains_any(text[], '')
hasAny(tupleElement("a1", 1), ['']);
-- array_contains_any(text[], "it's", '"50%_\\')
hasAny(tupleElement("a1", 1), ['it''s', '"50%_\\']);
-- array_contains_any(text[], '\xe9')
hasAny(tupleElement("a1", 1), ['é']);
-- array_contains_any(text[], '\U0001f6b2', '\ufffd')
hasAny(tupleElement("a1", 1), ['🚲', '�']);
-- array_contains_any(bigint[], 9223372036854775807)
arrayExists(_it_1 -> _it_1 = 9223372036854775807, tupleElement("a1", 1));
-- array_contains_any(bigint[], -9223372036854775808, 0)
arrayExists(_it_1 -> _it_1 = (
  -9223372036854775808
) OR _it_1 = 0, tupleElement("a1", 1));
-- array_contains_any(bigint[], 0)
-- array_contains_any(double[], 0)
arrayExists(_it_1 -> _it_1 = 0, tupleElement("a1", 1));
-- array_contains_any(decimal(12,2)[], 1.1)
arrayExists(_it_1 -> _it_1 = toDecimal128('1.1', 1), tupleElement("a1", 1));
-- array_contains_any(decimal(12,2)[], 1.11, 1.1)
arrayExists(
  _it_1 -> _it_1 = toDecimal128('1.11', 2) OR _it_1 = toDecimal128('1.1', 1),
  tupleElement("a1", 1)
);
-- array_contains_any(decimal(12,2)[], 0.01)
arrayExists(_it_1 -> _it_1 = toDecimal128('0.01', 2), tupleElement("a1", 1));
-- array_contains_any(double[], 0.1, 0.2)
arrayExists(
  _it_1 -> _it_1 = toDecimal128('0.1', 1) OR _it_1 = toDecimal128('0.2', 1),
  tupleElement("a1", 1)
);
-- array_contains_any(double[], 0.1)
arrayExists(_it_1 -> _it_1 = toDecimal128('0.1', 1), tupleElement("a1", 1));
-- array_contains_any(date[], 2024-02-29)
arrayExists(_it_1 -> _it_1 = toDate32('2024-02-29'), tupleElement("a1", 1));
-- array_contains_any(date[], 9999-12-31, 2024-02-29)
arrayExists(
  _it_1 -> _it_1 = toDate32('9999-12-31') OR _it_1 = toDate32('2024-02-29'),
  tupleElement("a1", 1)
);
-- array_contains_any(timestamptz[], 2024-02-29T12:00:00.000001+00:00)
-- array_contains_any(timestamp[], 2024-02-29T12:00:00.000001)
arrayExists(
  _it_1 -> _it_1 = toDateTime64('2024-02-29 12:00:00.000001', 6, 'UTC'),
  tupleElement("a1", 1)
);
-- array_contains_any(timestamptz[], 2024-02-29T12:00:00+00:00)
-- array_contains_any(timestamp[], 2024-02-29T12:00:00)
arrayExists(
  _it_1 -> _it_1 = toDateTime64('2024-02-29 12:00:00', 6, 'UTC'),
  tupleElement("a1", 1)
);
-- array_contains_all(text[], 'a')
hasAll(tupleElement("a1", 1), ['a']);
-- array_contains_all(text[], 'c')
hasAll(tupleElement("a1", 1), ['c']);
-- array_contains_all(text[], 'b', 'c')
hasAll(tupleElement("a1", 1), ['b', 'c']);
-- array_contains_all(text[], 'c', 'a')
hasAll(tupleElement("a1", 1), ['c', 'a']);
-- array_contains_all(text[], 'a', 'b')
hasAll(tupleElement("a1", 1), ['a', 'b']);
-- array_contains_all(text[], '')
hasAll(tupleElement("a1", 1), ['']);
-- array_contains_all(text[], "it's", '"50%_\\')
hasAll(tupleElement("a1", 1), ['it''s', '"50%_\\']);
-- array_contains_all(text[], '\xe9')
hasAll(tupleElement("a1", 1), ['é']);
-- array_contains_all(text[], '\U0001f6b2', '\ufffd')
hasAll(tupleElement("a1", 1), ['🚲', '�']);
-- array_contains_all(bigint[], 9223372036854775807)
arrayExists(_it_1 -> _it_1 = 9223372036854775807, tupleElement("a1", 1));
-- array_contains_all(bigint[], -9223372036854775808, 0)
arrayExists(_it_1 -> _it_1 = (
  -9223372036854775808
), tupleElement("a1", 1))
AND arrayExists(_it_1 -> _it_1 = 0, tupleElement("a1", 1));
-- array_contains_all(bigint[], 0)
-- array_contains_all(double[], 0)
arrayExists(_it_1 -> _it_1 = 0, tupleElement("a1", 1));
-- array_contains_all(decimal(12,2)[], 1.1)
arrayExists(_it_1 -> _it_1 = toDecimal128('1.1', 1), tupleElement("a1", 1));
-- array_contains_all(decimal(12,2)[], 1.11, 1.1)
arrayExists(_it_1 -> _it_1 = toDecimal128('1.11', 2), tupleElement("a1", 1))
AND arrayExists(_it_1 -> _it_1 = toDecimal128('1.1', 1), tupleElement("a1", 1));
-- array_contains_all(decimal(12,2)[], 0.01)
arrayExists(_it_1 -> _it_1 = toDecimal128('0.01', 2), tupleElement("a1", 1));
-- array_contains_all(double[], 0.1, 0.2)
arrayExists(_it_1 -> _it_1 = toDecimal128('0.1', 1), tupleElement("a1", 1))
AND arrayExists(_it_1 -> _it_1 = toDecimal128('0.2', 1), tupleElement("a1", 1));
-- array_contains_all(double[], 0.1)
arrayExists(_it_1 -> _it_1 = toDecimal128('0.1', 1), tupleElement("a1", 1));
-- array_contains_all(date[], 2024-02-29)
arrayExists(_it_1 -> _it_1 = toDate32('2024-02-29'), tupleElement("a1", 1));
-- array_contains_all(date[], 9999-12-31, 2024-02-29)
arrayExists(_it_1 -> _it_1 = toDate32('9999-12-31'), tupleElement("a1", 1))
AND arrayExists(_it_1 -> _it_1 = toDate32('2024-02-29'), tupleElement("a1", 1));
-- array_contains_all(timestamptz[], 2024-02-29T12:00:00.000001+00:00)
-- array_contains_all(timestamp[], 2024-02-29T12:00:00.000001)
arrayExists(
  _it_1 -> _it_1 = toDateTime64('2024-02-29 12:00:00.000001', 6, 'UTC'),
  tupleElement("a1", 1)
);
-- array_contains_all(timestamptz[], 2024-02-29T12:00:00+00:00)
-- array_contains_all(timestamp[], 2024-02-29T12:00:00)
arrayExists(
  _it_1 -> _it_1 = toDateTime64('2024-02-29 12:00:00', 6, 'UTC'),
  tupleElement("a1", 1)
);
-- array_contains(text[], text)
CASE WHEN "b1" IS NOT NULL THEN has(tupleElement("a1", 1), "b1") END;
-- array_contains(text[], "it's")
has(tupleElement("a1", 1), 'it''s');
-- array_contains(text[], 'a\\')
has(tupleElement("a1", 1), 'a\\');
-- array_contains(text[], 'a')
has(tupleElement("a1", 1), 'a');
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
  THEN arrayExists(_it_1 -> _it_1 = "b1", tupleElement("a1", 1))
END;
-- array_contains_between(timestamptz[], 2024-02-29T00:00:00+00:00, 2024-03-01T00:00:00+00:00)
-- array_contains_between(timestamp[], 2024-02-29T00:00:00, 2024-03-01T00:00:00)
arrayExists(
  _it_1 -> _it_1 >= toDateTime64('2024-02-29 00:00:00', 6, 'UTC')
  AND _it_1 < toDateTime64('2024-03-01 00:00:00', 6, 'UTC'),
  tupleElement("a1", 1)
);
-- array_contains_between(timestamptz[], 2024-03-30T23:00:00+00:00, 2024-03-31T22:00:00+00:00)
arrayExists(
  _it_1 -> _it_1 >= toDateTime64('2024-03-30 23:00:00', 6, 'UTC')
  AND _it_1 < toDateTime64('2024-03-31 22:00:00', 6, 'UTC'),
  tupleElement("a1", 1)
);
-- array_element(text[], 1)
-- array_element(bigint[], 1)
-- array_element(decimal(38,9)[], 1)
-- array_element(double[], 1)
-- array_element(boolean[], 1)
-- array_element(timestamptz[], 1)
arrayElementOrNull(tupleElement("a1", 1), 1);
-- array_element(text[], 3)
arrayElementOrNull(tupleElement("a1", 1), 3);
-- array_element(text[], 4)
arrayElementOrNull(tupleElement("a1", 1), 4);
-- array_element(text[], -1)
-- array_element(date[], -1)
arrayElementOrNull(tupleElement("a1", 1), (
  -1
));
-- array_element(text[], -2)
arrayElementOrNull(tupleElement("a1", 1), (
  -2
));
-- array_element(text[], -3)
arrayElementOrNull(tupleElement("a1", 1), (
  -3
));
-- array_element(text[], -4)
arrayElementOrNull(tupleElement("a1", 1), (
  -4
));
-- array_element(text[], 2)
-- array_element(bigint[], 2)
arrayElementOrNull(tupleElement("a1", 1), 2);
-- array_element(text[], 2147483647)
arrayElementOrNull(tupleElement("a1", 1), 2147483647);
-- array_element(text[], -2147483647)
arrayElementOrNull(tupleElement("a1", 1), (
  -2147483647
));
-- array_join(text[], ', ')
arrayStringConcat(tupleElement("a1", 1), ', ');
-- array_join(text[], '')
arrayStringConcat(tupleElement("a1", 1), '');
-- array_join(text[], "'")
arrayStringConcat(tupleElement("a1", 1), '''');
-- array_join(text[], '\\')
arrayStringConcat(tupleElement("a1", 1), '\\');
-- array_join(text[], '\U0001f6b2')
arrayStringConcat(tupleElement("a1", 1), '🚲');
-- array_join(text[], '|')
arrayStringConcat(tupleElement("a1", 1), '|');
-- clean_array(text[])
-- clean_array(bigint[])
-- clean_array(decimal(12,2)[])
-- clean_array(boolean[])
-- clean_array(date[])
-- clean_array(timestamp[])
-- clean_array(timestamptz[])
tuple(arrayFilter(_it_1 -> _it_1 IS NOT NULL, "a1"));
-- clean_double_array(double[])
tuple(arrayFilter(_it_1 -> _it_1 IS NOT NULL AND NOT isNaN(_it_1), "a1"));
-- read_integer(text)
CASE WHEN match("a1", '\\A[+-]?[0-9]+\\z') THEN toInt64OrNull("a1") END;
-- read_number(text)
CASE
  WHEN match("a1", '\\A[+-]?[0-9]+(?:\\.[0-9]+)?\\z')
  THEN nullIf(
    nullIf(
      greatest(
        least(
          toDecimal256(round(toDecimal256OrNull("a1", 38), 9), 9),
          toDecimal256('100000000000000000000000000000', 0)
        ),
        -toDecimal256('100000000000000000000000000000', 0)
      ),
      toDecimal256('100000000000000000000000000000', 0)
    ),
    -toDecimal256('100000000000000000000000000000', 0)
  )
END;
-- read_date(text)
arrayElement(
  arrayMap(
    _it_1 -> CASE
      WHEN match(
        _it_1,
        '\\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}\\z'
      )
      AND toString(toDate32OrNull(_it_1)) = _it_1
      THEN toDate32OrNull(_it_1)
    END,
    ["a1"]
  ),
  1
);
-- read_timestamp(text, 'UTC')
arrayElement(
  arrayMap(
    _it_1 -> COALESCE(
      CASE
        WHEN match(
          _it_1,
          '\\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])\\z'
        )
        THEN parseDateTime64BestEffortOrNull(_it_1, 6, 'UTC')
      END,
      toDateTime64(
        CASE
          WHEN match(
            _it_1,
            '\\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,9})?)?\\z'
          )
          THEN parseDateTime64BestEffortOrNull(_it_1, 6, 'UTC')
        END,
        6,
        'UTC'
      )
    ),
    ["a1"]
  ),
  1
);
-- read_timestamp(text, 'Europe/Berlin')
arrayElement(
  arrayMap(
    _it_2 -> COALESCE(
      CASE
        WHEN match(
          _it_2,
          '\\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])\\z'
        )
        THEN parseDateTime64BestEffortOrNull(_it_2, 6, 'UTC')
      END,
      arrayElement(
        arrayMap(
          _it_1 -> CASE
            WHEN NOT addSeconds(
              addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, (
                -1
              )), 'Europe/Berlin'))),
              timezoneOffset(
                toTimeZone(
                  addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, (
                    -1
                  )), 'Europe/Berlin'))),
                  'Europe/Berlin'
                )
              )
            ) = _it_1
            AND addSeconds(
              addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, 1), 'Europe/Berlin'))),
              timezoneOffset(
                toTimeZone(
                  addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, 1), 'Europe/Berlin'))),
                  'Europe/Berlin'
                )
              )
            ) = _it_1
            THEN addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, 1), 'Europe/Berlin')))
            ELSE addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, (
              -1
            )), 'Europe/Berlin')))
          END,
          [
            toDateTime64(
              CASE
                WHEN match(
                  _it_2,
                  '\\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,9})?)?\\z'
                )
                THEN parseDateTime64BestEffortOrNull(_it_2, 6, 'UTC')
              END,
              6,
              'UTC'
            )
          ]
        ),
        1
      )
    ),
    ["a1"]
  ),
  1
);
-- read_timestamp(text, 'America/New_York')
arrayElement(
  arrayMap(
    _it_2 -> COALESCE(
      CASE
        WHEN match(
          _it_2,
          '\\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])\\z'
        )
        THEN parseDateTime64BestEffortOrNull(_it_2, 6, 'UTC')
      END,
      arrayElement(
        arrayMap(
          _it_1 -> CASE
            WHEN NOT addSeconds(
              addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, (
                -1
              )), 'America/New_York'))),
              timezoneOffset(
                toTimeZone(
                  addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, (
                    -1
                  )), 'America/New_York'))),
                  'America/New_York'
                )
              )
            ) = _it_1
            AND addSeconds(
              addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, 1), 'America/New_York'))),
              timezoneOffset(
                toTimeZone(
                  addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, 1), 'America/New_York'))),
                  'America/New_York'
                )
              )
            ) = _it_1
            THEN addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, 1), 'America/New_York')))
            ELSE addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, (
              -1
            )), 'America/New_York')))
          END,
          [
            toDateTime64(
              CASE
                WHEN match(
                  _it_2,
                  '\\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,9})?)?\\z'
                )
                THEN parseDateTime64BestEffortOrNull(_it_2, 6, 'UTC')
              END,
              6,
              'UTC'
            )
          ]
        ),
        1
      )
    ),
    ["a1"]
  ),
  1
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
"a1" <> 'it''s';
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
"a1" < 'it''s';
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
"a1" <= 'it''s';
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
"a1" > 'it''s';
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
"a1" >= 'it''s';
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
least("a1", "b1", "c1");
-- least(bigint, decimal(38,0))
least(toDecimal256("a1", 0), toDecimal256("b1", 0));
-- least(decimal(12,2), decimal(12,3))
least(toDecimal128("a1", 3), "b1");
-- least(decimal(38,2), decimal(12,2))
least("a1", toDecimal256("b1", 2));
-- least(double, double)
-- least(date, date)
-- least(timestamptz, timestamptz)
-- least(timestamp, timestamp)
least("a1", "b1");
-- least(integer, double)
least(CAST("a1" AS Nullable(Float64)), "b1");
-- least(text, 'z')
least("a1", 'z');
-- least(text, "it's")
least("a1", 'it''s');
-- greatest(integer, integer, integer)
-- greatest(text, text, text)
greatest("a1", "b1", "c1");
-- greatest(bigint, decimal(38,0))
greatest(toDecimal256("a1", 0), toDecimal256("b1", 0));
-- greatest(decimal(12,2), decimal(12,3))
greatest(toDecimal128("a1", 3), "b1");
-- greatest(decimal(38,2), decimal(12,2))
greatest("a1", toDecimal256("b1", 2));
-- greatest(double, double)
-- greatest(date, date)
-- greatest(timestamptz, timestamptz)
-- greatest(timestamp, timestamp)
greatest("a1", "b1");
-- greatest(integer, double)
greatest(CAST("a1" AS Nullable(Float64)), "b1");
-- greatest(text, 'z')
greatest("a1", 'z');
-- greatest(text, "it's")
greatest("a1", 'it''s');
-- coalesce(integer, integer, integer)
COALESCE("a1", "b1", "c1");
-- coalesce(bigint, 0)
COALESCE("a1", 0);
-- coalesce(decimal(12,2), decimal(12,2))
-- coalesce(decimal(38,2), decimal(38,2))
-- coalesce(double, double)
-- coalesce(text, text)
-- coalesce(date, date)
-- coalesce(timestamptz, timestamptz)
COALESCE("a1", "b1");
-- coalesce(double, integer)
COALESCE("a1", CAST("b1" AS Nullable(Float64)));
-- coalesce(boolean, false)
COALESCE("a1", FALSE);
-- coalesce(boolean, true)
COALESCE("a1", TRUE);
-- coalesce(text[], [])
COALESCE("a1", CAST(tuple([]) AS Nullable(Tuple(Array(Nullable(String))))));
-- coalesce(text[], ['b'])
COALESCE("a1", CAST(tuple(['b']) AS Nullable(Tuple(Array(Nullable(String))))));
-- nullif(integer, integer)
-- nullif(decimal(12,2), integer)
-- nullif(double, double)
-- nullif(text, text)
-- nullif(date, date)
-- nullif(timestamptz, timestamptz)
-- nullif(decimal(38,0), bigint)
nullIf("a1", "b1");
-- nullif(bigint, 0)
nullIf("a1", 0);
-- nullif(boolean, false)
nullIf("a1", FALSE);
-- one_of(integer, 1)
"a1" IN (1);
-- one_of(integer, 3, 2, 1)
"a1" IN (3, 2, 1);
-- one_of(integer, -1, 1)
(
  "a1" = (
    -1
  ) OR "a1" = 1
);
-- one_of(bigint, -9223372036854775808, 9223372036854775807)
(
  "a1" = (
    -9223372036854775808
  ) OR "a1" = 9223372036854775807
);
-- one_of(decimal(12,2), 1.100, 2)
(
  "a1" = toDecimal128('1.100', 3) OR "a1" = 2
);
-- one_of(decimal(12,2), 1.101, 2)
(
  "a1" = toDecimal128('1.101', 3) OR "a1" = 2
);
-- one_of(decimal(12,2), -0.010)
(
  "a1" = toDecimal128('-0.010', 3)
);
-- one_of(decimal(12,2), 1.100)
(
  "a1" = toDecimal128('1.100', 3)
);
-- one_of(double, 0.10, 2)
(
  "a1" = toFloat64(toDecimal128('0.10', 2)) OR "a1" = toFloat64(2)
);
-- one_of(double, 0)
(
  "a1" = toFloat64(0)
);
-- one_of(text, 'a', 'b')
"a1" IN ('a', 'b');
-- one_of(text, '')
"a1" IN ('');
-- one_of(text, "it's", '50%_\\', '"')
"a1" IN ('it''s', '50%_\\', '"');
-- one_of(text, '\xe9', '\U0001f6b2', '\ufffd')
"a1" IN ('é', '🚲', '�');
-- one_of(date, 2024-02-29, 0001-01-01, 9999-12-31)
(
  "a1" = toDate32('2024-02-29')
  OR "a1" = toDate32('0001-01-01')
  OR "a1" = toDate32('9999-12-31')
);
-- one_of(timestamptz, 2024-02-29T12:00:00.000001+00:00, 2024-01-01T00:00:00+00:00)
-- one_of(timestamp, 2024-02-29T12:00:00.000001, 2024-01-01T00:00:00)
(
  "a1" = toDateTime64('2024-02-29 12:00:00.000001', 6, 'UTC')
  OR "a1" = toDateTime64('2024-01-01 00:00:00', 6, 'UTC')
);
-- one_of(timestamptz, 0001-01-01T00:00:00+00:00, 9999-12-31T23:59:59.999999+00:00)
(
  "a1" = toDateTime64('0001-01-01 00:00:00', 6, 'UTC')
  OR "a1" = toDateTime64('9999-12-31 23:59:59.999999', 6, 'UTC')
);
-- one_of(boolean, true)
(
  "a1" = TRUE
);
-- one_of(decimal(38,0), 99999999999999999999999999999999999999, 1)
(
  "a1" = toDecimal256('99999999999999999999999999999999999999', 0) OR "a1" = 1
);
-- clean_json(json)
arrayElement(
  arrayMap(
    _it_1 -> CASE
      WHEN isValidJSON(_it_1)
      OR (
        isValidJSON(
          replaceRegexpAll(
            replaceRegexpAll(
              replaceRegexpAll(_it_1, '"(?:[^"\\\\]|\\\\.)*"', '""'),
              '([0-9])[eE][+-]?[0-9]+',
              '\\1e1'
            ),
            '([0-9]{15})[0-9]+',
            '\\1'
          )
        )
        AND isValidJSON(
          concat(
            '[',
            arrayStringConcat(extractAll(COALESCE(_it_1, ''), '"(?:[^"\\\\]|\\\\.)*"'), ','),
            ']'
          )
        )
      )
      THEN _it_1
    END,
    [CAST("a1" AS Nullable(String))]
  ),
  1
);
-- json_text(json)
"a1";
-- json_text(text[])
concat(
  '[',
  arrayStringConcat(arrayMap(_it_1 -> toJSONString(_it_1), tupleElement("a1", 1)), ','),
  ']'
);
-- json_text(bigint[])
concat(
  '[',
  arrayStringConcat(arrayMap(_it_1 -> toString(_it_1), tupleElement("a1", 1)), ','),
  ']'
);
-- json_text(boolean[])
concat(
  '[',
  arrayStringConcat(
    arrayMap(_it_1 -> CASE WHEN _it_1 THEN 'true' ELSE 'false' END, tupleElement("a1", 1)),
    ','
  ),
  ']'
);
-- json_text(date[])
concat(
  '[',
  arrayStringConcat(arrayMap(_it_1 -> concat('"', toString(_it_1), '"'), tupleElement("a1", 1)), ','),
  ']'
);
-- json_value(json, 'text', 'UTC', 'a')
arrayElement(
  arrayMap(
    _it_1 -> CASE
      WHEN countEqual(JSONExtractKeys(_it_1), 'a') = 1
      AND startsWith(JSONExtractRaw(_it_1, 'a'), '"')
      AND NOT startsWith(JSONExtractRaw(_it_1, 'a'), '"﷐')
      AND position(JSONExtractString(_it_1, 'a'), char(0)) = 0
      THEN JSONExtractString(_it_1, 'a')
    END,
    [
      replaceAll(
        replaceAll(
          replaceAll(
            replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
            '\x01\x02',
            ''
          ),
          '\x01',
          '"﷐'
        ),
        '\x02',
        '"'
      )
    ]
  ),
  1
);
-- json_value(json, 'text', 'UTC')
arrayElement(
  arrayMap(
    _it_1 -> CASE
      WHEN startsWith(JSONExtractRaw(_it_1), '"')
      AND NOT startsWith(JSONExtractRaw(_it_1), '"﷐')
      AND position(JSONExtractString(_it_1), char(0)) = 0
      THEN JSONExtractString(_it_1)
    END,
    [
      replaceAll(
        replaceAll(
          replaceAll(
            replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
            '\x01\x02',
            ''
          ),
          '\x01',
          '"﷐'
        ),
        '\x02',
        '"'
      )
    ]
  ),
  1
);
-- json_value(json, 'text', 'UTC', 0)
arrayElement(
  arrayMap(
    _it_1 -> CASE
      WHEN JSONType(_it_1) = 'Array'
      AND startsWith(JSONExtractRaw(_it_1, 1), '"')
      AND NOT startsWith(JSONExtractRaw(_it_1, 1), '"﷐')
      AND position(JSONExtractString(_it_1, 1), char(0)) = 0
      THEN JSONExtractString(_it_1, 1)
    END,
    [
      replaceAll(
        replaceAll(
          replaceAll(
            replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
            '\x01\x02',
            ''
          ),
          '\x01',
          '"﷐'
        ),
        '\x02',
        '"'
      )
    ]
  ),
  1
);
-- json_value(json, 'text', 'UTC', 1)
arrayElement(
  arrayMap(
    _it_1 -> CASE
      WHEN JSONType(_it_1) = 'Array'
      AND startsWith(JSONExtractRaw(_it_1, 2), '"')
      AND NOT startsWith(JSONExtractRaw(_it_1, 2), '"﷐')
      AND position(JSONExtractString(_it_1, 2), char(0)) = 0
      THEN JSONExtractString(_it_1, 2)
    END,
    [
      replaceAll(
        replaceAll(
          replaceAll(
            replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
            '\x01\x02',
            ''
          ),
          '\x01',
          '"﷐'
        ),
        '\x02',
        '"'
      )
    ]
  ),
  1
);
-- json_value(json, 'text', 'UTC', 2)
arrayElement(
  arrayMap(
    _it_1 -> CASE
      WHEN JSONType(_it_1) = 'Array'
      AND startsWith(JSONExtractRaw(_it_1, 3), '"')
      AND NOT startsWith(JSONExtractRaw(_it_1, 3), '"﷐')
      AND position(JSONExtractString(_it_1, 3), char(0)) = 0
      THEN JSONExtractString(_it_1, 3)
    END,
    [
      replaceAll(
        replaceAll(
          replaceAll(
            replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
            '\x01\x02',
            ''
          ),
          '\x01',
          '"﷐'
        ),
        '\x02',
        '"'
      )
    ]
  ),
  1
);
-- json_value(json, 'text', 'UTC', '0')
arrayElement(
  arrayMap(
    _it_1 -> CASE
      WHEN countEqual(JSONExtractKeys(_it_1), '0') = 1
      AND startsWith(JSONExtractRaw(_it_1, '0'), '"')
      AND NOT startsWith(JSONExtractRaw(_it_1, '0'), '"﷐')
      AND position(JSONExtractString(_it_1, '0'), char(0)) = 0
      THEN JSONExtractString(_it_1, '0')
    END,
    [
      replaceAll(
        replaceAll(
          replaceAll(
            replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
            '\x01\x02',
            ''
          ),
          '\x01',
          '"﷐'
        ),
        '\x02',
        '"'
      )
    ]
  ),
  1
);
-- json_value(json, 'text', 'UTC', 0, 1)
arrayElement(
  arrayMap(
    _it_1 -> CASE
      WHEN JSONType(_it_1) = 'Array'
      AND JSONType(_it_1, 1) = 'Array'
      AND startsWith(JSONExtractRaw(_it_1, 1, 2), '"')
      AND NOT startsWith(JSONExtractRaw(_it_1, 1, 2), '"﷐')
      AND position(JSONExtractString(_it_1, 1, 2), char(0)) = 0
      THEN JSONExtractString(_it_1, 1, 2)
    END,
    [
      replaceAll(
        replaceAll(
          replaceAll(
            replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
            '\x01\x02',
            ''
          ),
          '\x01',
          '"﷐'
        ),
        '\x02',
        '"'
      )
    ]
  ),
  1
);
-- json_value(json, 'text', 'UTC', 'a', 'b', 0, 'c')
arrayElement(
  arrayMap(
    _it_1 -> CASE
      WHEN countEqual(JSONExtractKeys(_it_1), 'a') = 1
      AND countEqual(JSONExtractKeys(_it_1, 'a'), 'b') = 1
      AND JSONType(_it_1, 'a', 'b') = 'Array'
      AND countEqual(JSONExtractKeys(_it_1, 'a', 'b', 1), 'c') = 1
      AND startsWith(JSONExtractRaw(_it_1, 'a', 'b', 1, 'c'), '"')
      AND NOT startsWith(JSONExtractRaw(_it_1, 'a', 'b', 1, 'c'), '"﷐')
      AND position(JSONExtractString(_it_1, 'a', 'b', 1, 'c'), char(0)) = 0
      THEN JSONExtractString(_it_1, 'a', 'b', 1, 'c')
    END,
    [
      replaceAll(
        replaceAll(
          replaceAll(
            replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
            '\x01\x02',
            ''
          ),
          '\x01',
          '"﷐'
        ),
        '\x02',
        '"'
      )
    ]
  ),
  1
);
-- json_value(json, 'text', 'UTC', 'a', 'b')
arrayElement(
  arrayMap(
    _it_1 -> CASE
      WHEN countEqual(JSONExtractKeys(_it_1), 'a') = 1
      AND countEqual(JSONExtractKeys(_it_1, 'a'), 'b') = 1
      AND startsWith(JSONExtractRaw(_it_1, 'a', 'b'), '"')
      AND NOT startsWith(JSONExtractRaw(_it_1, 'a', 'b'), '"﷐')
      AND position(JSONExtractString(_it_1, 'a', 'b'), char(0)) = 0
      THEN JSONExtractString(_it_1, 'a', 'b')
    END,
    [
      replaceAll(
        replaceAll(
          replaceAll(
            replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
            '\x01\x02',
            ''
          ),
          '\x01',
          '"﷐'
        ),
        '\x02',
        '"'
      )
    ]
  ),
  1
);
-- json_value(json, 'text', 'UTC', "it's")
arrayElement(
  arrayMap(
    _it_1 -> CASE
      WHEN countEqual(JSONExtractKeys(_it_1), 'it''s') = 1
      AND startsWith(JSONExtractRaw(_it_1, 'it''s'), '"')
      AND NOT startsWith(JSONExtractRaw(_it_1, 'it''s'), '"﷐')
      AND position(JSONExtractString(_it_1, 'it''s'), char(0)) = 0
      THEN JSONExtractString(_it_1, 'it''s')
    END,
    [
      replaceAll(
        replaceAll(
          replaceAll(
            replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
            '\x01\x02',
            ''
          ),
          '\x01',
          '"﷐'
        ),
        '\x02',
        '"'
      )
    ]
  ),
  1
);
-- json_value(json, 'text', 'UTC', 'a b.c')
arrayElement(
  arrayMap(
    _it_1 -> CASE
      WHEN countEqual(JSONExtractKeys(_it_1), 'a b.c') = 1
      AND startsWith(JSONExtractRaw(_it_1, 'a b.c'), '"')
      AND NOT startsWith(JSONExtractRaw(_it_1, 'a b.c'), '"﷐')
      AND position(JSONExtractString(_it_1, 'a b.c'), char(0)) = 0
      THEN JSONExtractString(_it_1, 'a b.c')
    END,
    [
      replaceAll(
        replaceAll(
          replaceAll(
            replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
            '\x01\x02',
            ''
          ),
          '\x01',
          '"﷐'
        ),
        '\x02',
        '"'
      )
    ]
  ),
  1
);
-- json_value(json, 'text', 'UTC', 'a.b')
arrayElement(
  arrayMap(
    _it_1 -> CASE
      WHEN countEqual(JSONExtractKeys(_it_1), 'a.b') = 1
      AND startsWith(JSONExtractRaw(_it_1, 'a.b'), '"')
      AND NOT startsWith(JSONExtractRaw(_it_1, 'a.b'), '"﷐')
      AND position(JSONExtractString(_it_1, 'a.b'), char(0)) = 0
      THEN JSONExtractString(_it_1, 'a.b')
    END,
    [
      replaceAll(
        replaceAll(
          replaceAll(
            replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
            '\x01\x02',
            ''
          ),
          '\x01',
          '"﷐'
        ),
        '\x02',
        '"'
      )
    ]
  ),
  1
);
-- json_value(json, 'text', 'UTC', '$')
arrayElement(
  arrayMap(
    _it_1 -> CASE
      WHEN countEqual(JSONExtractKeys(_it_1), '$') = 1
      AND startsWith(JSONExtractRaw(_it_1, '$'), '"')
      AND NOT startsWith(JSONExtractRaw(_it_1, '$'), '"﷐')
      AND position(JSONExtractString(_it_1, '$'), char(0)) = 0
      THEN JSONExtractString(_it_1, '$')
    END,
    [
      replaceAll(
        replaceAll(
          replaceAll(
            replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
            '\x01\x02',
            ''
          ),
          '\x01',
          '"﷐'
        ),
        '\x02',
        '"'
      )
    ]
  ),
  1
);
-- json_value(json, 'text', 'UTC', '%_')
arrayElement(
  arrayMap(
    _it_1 -> CASE
      WHEN countEqual(JSONExtractKeys(_it_1), '%_') = 1
      AND startsWith(JSONExtractRaw(_it_1, '%_'), '"')
      AND NOT startsWith(JSONExtractRaw(_it_1, '%_'), '"﷐')
      AND position(JSONExtractString(_it_1, '%_'), char(0)) = 0
      THEN JSONExtractString(_it_1, '%_')
    END,
    [
      replaceAll(
        replaceAll(
          replaceAll(
            replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
            '\x01\x02',
            ''
          ),
          '\x01',
          '"﷐'
        ),
        '\x02',
        '"'
      )
    ]
  ),
  1
);
-- json_value(json, 'text', 'UTC', '[0]')
arrayElement(
  arrayMap(
    _it_1 -> CASE
      WHEN countEqual(JSONExtractKeys(_it_1), '[0]') = 1
      AND startsWith(JSONExtractRaw(_it_1, '[0]'), '"')
      AND NOT startsWith(JSONExtractRaw(_it_1, '[0]'), '"﷐')
      AND position(JSONExtractString(_it_1, '[0]'), char(0)) = 0
      THEN JSONExtractString(_it_1, '[0]')
    END,
    [
      replaceAll(
        replaceAll(
          replaceAll(
            replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
            '\x01\x02',
            ''
          ),
          '\x01',
          '"﷐'
        ),
        '\x02',
        '"'
      )
    ]
  ),
  1
);
-- json_value(json, 'text', 'UTC', 'a*')
arrayElement(
  arrayMap(
    _it_1 -> CASE
      WHEN countEqual(JSONExtractKeys(_it_1), 'a*') = 1
      AND startsWith(JSONExtractRaw(_it_1, 'a*'), '"')
      AND NOT startsWith(JSONExtractRaw(_it_1, 'a*'), '"﷐')
      AND position(JSONExtractString(_it_1, 'a*'), char(0)) = 0
      THEN JSONExtractString(_it_1, 'a*')
    END,
    [
      replaceAll(
        replaceAll(
          replaceAll(
            replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
            '\x01\x02',
            ''
          ),
          '\x01',
          '"﷐'
        ),
        '\x02',
        '"'
      )
    ]
  ),
  1
);
-- json_value(json, 'text', 'UTC', 'e\u0301')
arrayElement(
  arrayMap(
    _it_1 -> CASE
      WHEN countEqual(JSONExtractKeys(_it_1), 'é') = 1
      AND startsWith(JSONExtractRaw(_it_1, 'é'), '"')
      AND NOT startsWith(JSONExtractRaw(_it_1, 'é'), '"﷐')
      AND position(JSONExtractString(_it_1, 'é'), char(0)) = 0
      THEN JSONExtractString(_it_1, 'é')
    END,
    [
      replaceAll(
        replaceAll(
          replaceAll(
            replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
            '\x01\x02',
            ''
          ),
          '\x01',
          '"﷐'
        ),
        '\x02',
        '"'
      )
    ]
  ),
  1
);
-- json_value(json, 'text', 'UTC', '\U0001f6b2')
arrayElement(
  arrayMap(
    _it_1 -> CASE
      WHEN countEqual(JSONExtractKeys(_it_1), '🚲') = 1
      AND startsWith(JSONExtractRaw(_it_1, '🚲'), '"')
      AND NOT startsWith(JSONExtractRaw(_it_1, '🚲'), '"﷐')
      AND position(JSONExtractString(_it_1, '🚲'), char(0)) = 0
      THEN JSONExtractString(_it_1, '🚲')
    END,
    [
      replaceAll(
        replaceAll(
          replaceAll(
            replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
            '\x01\x02',
            ''
          ),
          '\x01',
          '"﷐'
        ),
        '\x02',
        '"'
      )
    ]
  ),
  1
);
-- json_value(json, 'text', 'UTC', 'a-b')
arrayElement(
  arrayMap(
    _it_1 -> CASE
      WHEN countEqual(JSONExtractKeys(_it_1), 'a-b') = 1
      AND startsWith(JSONExtractRaw(_it_1, 'a-b'), '"')
      AND NOT startsWith(JSONExtractRaw(_it_1, 'a-b'), '"﷐')
      AND position(JSONExtractString(_it_1, 'a-b'), char(0)) = 0
      THEN JSONExtractString(_it_1, 'a-b')
    END,
    [
      replaceAll(
        replaceAll(
          replaceAll(
            replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
            '\x01\x02',
            ''
          ),
          '\x01',
          '"﷐'
        ),
        '\x02',
        '"'
      )
    ]
  ),
  1
);
-- json_value(json, 'text', 'UTC', 'null')
arrayElement(
  arrayMap(
    _it_1 -> CASE
      WHEN countEqual(JSONExtractKeys(_it_1), 'null') = 1
      AND startsWith(JSONExtractRaw(_it_1, 'null'), '"')
      AND NOT startsWith(JSONExtractRaw(_it_1, 'null'), '"﷐')
      AND position(JSONExtractString(_it_1, 'null'), char(0)) = 0
      THEN JSONExtractString(_it_1, 'null')
    END,
    [
      replaceAll(
        replaceAll(
          replaceAll(
            replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
            '\x01\x02',
            ''
          ),
          '\x01',
          '"﷐'
        ),
        '\x02',
        '"'
      )
    ]
  ),
  1
);
-- json_value(json, 'text', 'UTC', '?')
arrayElement(
  arrayMap(
    _it_1 -> CASE
      WHEN countEqual(JSONExtractKeys(_it_1), '?') = 1
      AND startsWith(JSONExtractRaw(_it_1, '?'), '"')
      AND NOT startsWith(JSONExtractRaw(_it_1, '?'), '"﷐')
      AND position(JSONExtractString(_it_1, '?'), char(0)) = 0
      THEN JSONExtractString(_it_1, '?')
    END,
    [
      replaceAll(
        replaceAll(
          replaceAll(
            replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
            '\x01\x02',
            ''
          ),
          '\x01',
          '"﷐'
        ),
        '\x02',
        '"'
      )
    ]
  ),
  1
);
-- json_value(json, 'text', 'UTC', ':a')
arrayElement(
  arrayMap(
    _it_1 -> CASE
      WHEN countEqual(JSONExtractKeys(_it_1), ':a') = 1
      AND startsWith(JSONExtractRaw(_it_1, ':a'), '"')
      AND NOT startsWith(JSONExtractRaw(_it_1, ':a'), '"﷐')
      AND position(JSONExtractString(_it_1, ':a'), char(0)) = 0
      THEN JSONExtractString(_it_1, ':a')
    END,
    [
      replaceAll(
        replaceAll(
          replaceAll(
            replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
            '\x01\x02',
            ''
          ),
          '\x01',
          '"﷐'
        ),
        '\x02',
        '"'
      )
    ]
  ),
  1
);
-- json_value(json, 'text', 'UTC', ' ')
arrayElement(
  arrayMap(
    _it_1 -> CASE
      WHEN countEqual(JSONExtractKeys(_it_1), ' ') = 1
      AND startsWith(JSONExtractRaw(_it_1, ' '), '"')
      AND NOT startsWith(JSONExtractRaw(_it_1, ' '), '"﷐')
      AND position(JSONExtractString(_it_1, ' '), char(0)) = 0
      THEN JSONExtractString(_it_1, ' ')
    END,
    [
      replaceAll(
        replaceAll(
          replaceAll(
            replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
            '\x01\x02',
            ''
          ),
          '\x01',
          '"﷐'
        ),
        '\x02',
        '"'
      )
    ]
  ),
  1
);
-- json_value(json, 'number', 'UTC', 'a')
arrayElement(
  arrayMap(
    _it_1 -> CASE
      WHEN countEqual(JSONExtractKeys(_it_1), 'a') = 1
      AND startsWith(JSONExtractRaw(_it_1, 'a'), '"﷐')
      THEN CASE
        WHEN match(substring(JSONExtractString(_it_1, 'a'), 4), '\\A-?0(?:\\.0+)?(?:[eE].*)?\\z')
        THEN toDecimal256(0, 9)
        ELSE nullIf(
          nullIf(
            greatest(
              least(
                toDecimal256(round(toDecimal256OrNull(substring(JSONExtractString(_it_1, 'a'), 4), 38), 9), 9),
                toDecimal256('100000000000000000000000000000', 0)
              ),
              -toDecimal256('100000000000000000000000000000', 0)
            ),
            toDecimal256('100000000000000000000000000000', 0)
          ),
          -toDecimal256('100000000000000000000000000000', 0)
        )
      END
    END,
    [
      replaceAll(
        replaceAll(
          replaceAll(
            replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
            '\x01\x02',
            ''
          ),
          '\x01',
          '"﷐'
        ),
        '\x02',
        '"'
      )
    ]
  ),
  1
);
-- json_value(json, 'number', 'UTC')
arrayElement(
  arrayMap(
    _it_1 -> CASE
      WHEN startsWith(JSONExtractRaw(_it_1), '"﷐')
      THEN CASE
        WHEN match(substring(JSONExtractString(_it_1), 4), '\\A-?0(?:\\.0+)?(?:[eE].*)?\\z')
        THEN toDecimal256(0, 9)
        ELSE nullIf(
          nullIf(
            greatest(
              least(
                toDecimal256(round(toDecimal256OrNull(substring(JSONExtractString(_it_1), 4), 38), 9), 9),
                toDecimal256('100000000000000000000000000000', 0)
              ),
              -toDecimal256('100000000000000000000000000000', 0)
            ),
            toDecimal256('100000000000000000000000000000', 0)
          ),
          -toDecimal256('100000000000000000000000000000', 0)
        )
      END
    END,
    [
      replaceAll(
        replaceAll(
          replaceAll(
            replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
            '\x01\x02',
            ''
          ),
          '\x01',
          '"﷐'
        ),
        '\x02',
        '"'
      )
    ]
  ),
  1
);
-- json_value(json, 'number', 'UTC', 1)
arrayElement(
  arrayMap(
    _it_1 -> CASE
      WHEN JSONType(_it_1) = 'Array' AND startsWith(JSONExtractRaw(_it_1, 2), '"﷐')
      THEN CASE
        WHEN match(substring(JSONExtractString(_it_1, 2), 4), '\\A-?0(?:\\.0+)?(?:[eE].*)?\\z')
        THEN toDecimal256(0, 9)
        ELSE nullIf(
          nullIf(
            greatest(
              least(
                toDecimal256(round(toDecimal256OrNull(substring(JSONExtractString(_it_1, 2), 4), 38), 9), 9),
                toDecimal256('100000000000000000000000000000', 0)
              ),
              -toDecimal256('100000000000000000000000000000', 0)
            ),
            toDecimal256('100000000000000000000000000000', 0)
          ),
          -toDecimal256('100000000000000000000000000000', 0)
        )
      END
    END,
    [
      replaceAll(
        replaceAll(
          replaceAll(
            replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
            '\x01\x02',
            ''
          ),
          '\x01',
          '"﷐'
        ),
        '\x02',
        '"'
      )
    ]
  ),
  1
);
-- json_value(json, 'integer', 'UTC', 'a')
arrayElement(
  arrayMap(
    _it_3 -> CASE
      WHEN countEqual(JSONExtractKeys(_it_3), 'a') = 1
      AND startsWith(JSONExtractRaw(_it_3, 'a'), '"﷐')
      THEN arrayElement(
        arrayMap(
          _it_2 -> arrayElement(
            arrayMap(
              _it_1 -> CASE
                WHEN _it_1 BETWEEN (
                  -9223372036854775808
                ) AND 9223372036854775807
                THEN toInt64(
                  CASE
                    WHEN _it_1 BETWEEN (
                      -9223372036854775808
                    ) AND 9223372036854775807
                    THEN _it_1
                    ELSE 0
                  END
                )
              END,
              [CASE WHEN _it_2 = trunc(_it_2) THEN _it_2 END]
            ),
            1
          ),
          [
            CASE
              WHEN match(substring(JSONExtractString(_it_3, 'a'), 4), '\\A-?0(?:\\.0+)?(?:[eE].*)?\\z')
              THEN toDecimal256(0, 9)
              ELSE nullIf(
                nullIf(
                  greatest(
                    least(
                      toDecimal256(round(toDecimal256OrNull(substring(JSONExtractString(_it_3, 'a'), 4), 38), 9), 9),
                      toDecimal256('100000000000000000000000000000', 0)
                    ),
                    -toDecimal256('100000000000000000000000000000', 0)
                  ),
                  toDecimal256('100000000000000000000000000000', 0)
                ),
                -toDecimal256('100000000000000000000000000000', 0)
              )
            END
          ]
        ),
        1
      )
    END,
    [
      replaceAll(
        replaceAll(
          replaceAll(
            replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
            '\x01\x02',
            ''
          ),
          '\x01',
          '"﷐'
        ),
        '\x02',
        '"'
      )
    ]
  ),
  1
);
-- json_value(json, 'boolean', 'UTC', 'a')
arrayElement(
  arrayMap(
    _it_1 -> CASE
      WHEN countEqual(JSONExtractKeys(_it_1), 'a') = 1
      AND JSONExtractRaw(_it_1, 'a') IN ('true', 'false')
      THEN JSONExtractRaw(_it_1, 'a') = 'true'
    END,
    [
      replaceAll(
        replaceAll(
          replaceAll(
            replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
            '\x01\x02',
            ''
          ),
          '\x01',
          '"﷐'
        ),
        '\x02',
        '"'
      )
    ]
  ),
  1
);
-- json_value(json, 'boolean', 'UTC')
arrayElement(
  arrayMap(
    _it_1 -> CASE
      WHEN JSONExtractRaw(_it_1) IN ('true', 'false')
      THEN JSONExtractRaw(_it_1) = 'true'
    END,
    [
      replaceAll(
        replaceAll(
          replaceAll(
            replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
            '\x01\x02',
            ''
          ),
          '\x01',
          '"﷐'
        ),
        '\x02',
        '"'
      )
    ]
  ),
  1
);
-- json_value(json, 'date', 'UTC', 'a')
arrayElement(
  arrayMap(
    _it_2 -> CASE
      WHEN countEqual(JSONExtractKeys(_it_2), 'a') = 1
      AND startsWith(JSONExtractRaw(_it_2, 'a'), '"')
      AND NOT startsWith(JSONExtractRaw(_it_2, 'a'), '"﷐')
      THEN arrayElement(
        arrayMap(
          _it_1 -> CASE
            WHEN match(
              _it_1,
              '\\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}\\z'
            )
            AND toString(toDate32OrNull(_it_1)) = _it_1
            THEN toDate32OrNull(_it_1)
          END,
          [JSONExtractString(_it_2, 'a')]
        ),
        1
      )
    END,
    [
      replaceAll(
        replaceAll(
          replaceAll(
            replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
            '\x01\x02',
            ''
          ),
          '\x01',
          '"﷐'
        ),
        '\x02',
        '"'
      )
    ]
  ),
  1
);
-- json_value(json, 'timestamp', 'UTC', 'a')
arrayElement(
  arrayMap(
    _it_2 -> CASE
      WHEN countEqual(JSONExtractKeys(_it_2), 'a') = 1
      AND startsWith(JSONExtractRaw(_it_2, 'a'), '"')
      AND NOT startsWith(JSONExtractRaw(_it_2, 'a'), '"﷐')
      THEN arrayElement(
        arrayMap(
          _it_1 -> COALESCE(
            CASE
              WHEN match(
                _it_1,
                '\\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])\\z'
              )
              THEN parseDateTime64BestEffortOrNull(_it_1, 6, 'UTC')
            END,
            toDateTime64(
              CASE
                WHEN match(
                  _it_1,
                  '\\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,9})?)?\\z'
                )
                THEN parseDateTime64BestEffortOrNull(_it_1, 6, 'UTC')
              END,
              6,
              'UTC'
            )
          ),
          [JSONExtractString(_it_2, 'a')]
        ),
        1
      )
    END,
    [
      replaceAll(
        replaceAll(
          replaceAll(
            replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
            '\x01\x02',
            ''
          ),
          '\x01',
          '"﷐'
        ),
        '\x02',
        '"'
      )
    ]
  ),
  1
);
-- json_value(json, 'timestamp', 'Europe/Berlin', 'a')
arrayElement(
  arrayMap(
    _it_3 -> CASE
      WHEN countEqual(JSONExtractKeys(_it_3), 'a') = 1
      AND startsWith(JSONExtractRaw(_it_3, 'a'), '"')
      AND NOT startsWith(JSONExtractRaw(_it_3, 'a'), '"﷐')
      THEN arrayElement(
        arrayMap(
          _it_2 -> COALESCE(
            CASE
              WHEN match(
                _it_2,
                '\\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])\\z'
              )
              THEN parseDateTime64BestEffortOrNull(_it_2, 6, 'UTC')
            END,
            arrayElement(
              arrayMap(
                _it_1 -> CASE
                  WHEN NOT addSeconds(
                    addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, (
                      -1
                    )), 'Europe/Berlin'))),
                    timezoneOffset(
                      toTimeZone(
                        addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, (
                          -1
                        )), 'Europe/Berlin'))),
                        'Europe/Berlin'
                      )
                    )
                  ) = _it_1
                  AND addSeconds(
                    addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, 1), 'Europe/Berlin'))),
                    timezoneOffset(
                      toTimeZone(
                        addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, 1), 'Europe/Berlin'))),
                        'Europe/Berlin'
                      )
                    )
                  ) = _it_1
                  THEN addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, 1), 'Europe/Berlin')))
                  ELSE addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, (
                    -1
                  )), 'Europe/Berlin')))
                END,
                [
                  toDateTime64(
                    CASE
                      WHEN match(
                        _it_2,
                        '\\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,9})?)?\\z'
                      )
                      THEN parseDateTime64BestEffortOrNull(_it_2, 6, 'UTC')
                    END,
                    6,
                    'UTC'
                  )
                ]
              ),
              1
            )
          ),
          [JSONExtractString(_it_3, 'a')]
        ),
        1
      )
    END,
    [
      replaceAll(
        replaceAll(
          replaceAll(
            replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
            '\x01\x02',
            ''
          ),
          '\x01',
          '"﷐'
        ),
        '\x02',
        '"'
      )
    ]
  ),
  1
);
-- json_array(json, 'text', 'UTC')
tuple(
  arrayFilter(
    _it_1 -> _it_1 IS NOT NULL,
    arrayMap(
      _it_1 -> CASE
        WHEN startsWith(JSONExtractRaw(_it_1), '"')
        AND NOT startsWith(JSONExtractRaw(_it_1), '"﷐')
        AND position(JSONExtractString(_it_1), char(0)) = 0
        THEN JSONExtractString(_it_1)
      END,
      arrayElement(
        arrayMap(
          _it_1 -> JSONExtractArrayRaw(_it_1),
          [
            replaceAll(
              replaceAll(
                replaceAll(
                  replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
                  '\x01\x02',
                  ''
                ),
                '\x01',
                '"﷐'
              ),
              '\x02',
              '"'
            )
          ]
        ),
        1
      )
    )
  )
);
-- json_array(json, 'text', 'UTC', 'a')
tuple(
  arrayFilter(
    _it_1 -> _it_1 IS NOT NULL,
    arrayMap(
      _it_1 -> CASE
        WHEN startsWith(JSONExtractRaw(_it_1), '"')
        AND NOT startsWith(JSONExtractRaw(_it_1), '"﷐')
        AND position(JSONExtractString(_it_1), char(0)) = 0
        THEN JSONExtractString(_it_1)
      END,
      arrayElement(
        arrayMap(
          _it_1 -> CASE
            WHEN countEqual(JSONExtractKeys(_it_1), 'a') = 1
            THEN JSONExtractArrayRaw(_it_1, 'a')
            ELSE emptyArrayString()
          END,
          [
            replaceAll(
              replaceAll(
                replaceAll(
                  replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
                  '\x01\x02',
                  ''
                ),
                '\x01',
                '"﷐'
              ),
              '\x02',
              '"'
            )
          ]
        ),
        1
      )
    )
  )
);
-- json_array(json, 'text', 'UTC', 1)
tuple(
  arrayFilter(
    _it_1 -> _it_1 IS NOT NULL,
    arrayMap(
      _it_1 -> CASE
        WHEN startsWith(JSONExtractRaw(_it_1), '"')
        AND NOT startsWith(JSONExtractRaw(_it_1), '"﷐')
        AND position(JSONExtractString(_it_1), char(0)) = 0
        THEN JSONExtractString(_it_1)
      END,
      arrayElement(
        arrayMap(
          _it_1 -> CASE
            WHEN JSONType(_it_1) = 'Array'
            THEN JSONExtractArrayRaw(_it_1, 2)
            ELSE emptyArrayString()
          END,
          [
            replaceAll(
              replaceAll(
                replaceAll(
                  replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
                  '\x01\x02',
                  ''
                ),
                '\x01',
                '"﷐'
              ),
              '\x02',
              '"'
            )
          ]
        ),
        1
      )
    )
  )
);
-- json_array(json, 'text', 'UTC', 'a', 0, "it's")
tuple(
  arrayFilter(
    _it_1 -> _it_1 IS NOT NULL,
    arrayMap(
      _it_1 -> CASE
        WHEN startsWith(JSONExtractRaw(_it_1), '"')
        AND NOT startsWith(JSONExtractRaw(_it_1), '"﷐')
        AND position(JSONExtractString(_it_1), char(0)) = 0
        THEN JSONExtractString(_it_1)
      END,
      arrayElement(
        arrayMap(
          _it_1 -> CASE
            WHEN countEqual(JSONExtractKeys(_it_1), 'a') = 1
            AND JSONType(_it_1, 'a') = 'Array'
            AND countEqual(JSONExtractKeys(_it_1, 'a', 1), 'it''s') = 1
            THEN JSONExtractArrayRaw(_it_1, 'a', 1, 'it''s')
            ELSE emptyArrayString()
          END,
          [
            replaceAll(
              replaceAll(
                replaceAll(
                  replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
                  '\x01\x02',
                  ''
                ),
                '\x01',
                '"﷐'
              ),
              '\x02',
              '"'
            )
          ]
        ),
        1
      )
    )
  )
);
-- json_array(json, 'number', 'UTC')
tuple(
  arrayFilter(
    _it_1 -> _it_1 IS NOT NULL,
    arrayMap(
      _it_1 -> CASE
        WHEN startsWith(JSONExtractRaw(_it_1), '"﷐')
        THEN CASE
          WHEN match(substring(JSONExtractString(_it_1), 4), '\\A-?0(?:\\.0+)?(?:[eE].*)?\\z')
          THEN toDecimal256(0, 9)
          ELSE nullIf(
            nullIf(
              greatest(
                least(
                  toDecimal256(round(toDecimal256OrNull(substring(JSONExtractString(_it_1), 4), 38), 9), 9),
                  toDecimal256('100000000000000000000000000000', 0)
                ),
                -toDecimal256('100000000000000000000000000000', 0)
              ),
              toDecimal256('100000000000000000000000000000', 0)
            ),
            -toDecimal256('100000000000000000000000000000', 0)
          )
        END
      END,
      arrayElement(
        arrayMap(
          _it_1 -> JSONExtractArrayRaw(_it_1),
          [
            replaceAll(
              replaceAll(
                replaceAll(
                  replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
                  '\x01\x02',
                  ''
                ),
                '\x01',
                '"﷐'
              ),
              '\x02',
              '"'
            )
          ]
        ),
        1
      )
    )
  )
);
-- json_array(json, 'number', 'UTC', 'a')
tuple(
  arrayFilter(
    _it_1 -> _it_1 IS NOT NULL,
    arrayMap(
      _it_1 -> CASE
        WHEN startsWith(JSONExtractRaw(_it_1), '"﷐')
        THEN CASE
          WHEN match(substring(JSONExtractString(_it_1), 4), '\\A-?0(?:\\.0+)?(?:[eE].*)?\\z')
          THEN toDecimal256(0, 9)
          ELSE nullIf(
            nullIf(
              greatest(
                least(
                  toDecimal256(round(toDecimal256OrNull(substring(JSONExtractString(_it_1), 4), 38), 9), 9),
                  toDecimal256('100000000000000000000000000000', 0)
                ),
                -toDecimal256('100000000000000000000000000000', 0)
              ),
              toDecimal256('100000000000000000000000000000', 0)
            ),
            -toDecimal256('100000000000000000000000000000', 0)
          )
        END
      END,
      arrayElement(
        arrayMap(
          _it_1 -> CASE
            WHEN countEqual(JSONExtractKeys(_it_1), 'a') = 1
            THEN JSONExtractArrayRaw(_it_1, 'a')
            ELSE emptyArrayString()
          END,
          [
            replaceAll(
              replaceAll(
                replaceAll(
                  replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
                  '\x01\x02',
                  ''
                ),
                '\x01',
                '"﷐'
              ),
              '\x02',
              '"'
            )
          ]
        ),
        1
      )
    )
  )
);
-- json_array(json, 'integer', 'UTC')
tuple(
  arrayFilter(
    _it_1 -> _it_1 IS NOT NULL,
    arrayMap(
      _it_3 -> CASE
        WHEN startsWith(JSONExtractRaw(_it_3), '"﷐')
        THEN arrayElement(
          arrayMap(
            _it_2 -> arrayElement(
              arrayMap(
                _it_1 -> CASE
                  WHEN _it_1 BETWEEN (
                    -9223372036854775808
                  ) AND 9223372036854775807
                  THEN toInt64(
                    CASE
                      WHEN _it_1 BETWEEN (
                        -9223372036854775808
                      ) AND 9223372036854775807
                      THEN _it_1
                      ELSE 0
                    END
                  )
                END,
                [CASE WHEN _it_2 = trunc(_it_2) THEN _it_2 END]
              ),
              1
            ),
            [
              CASE
                WHEN match(substring(JSONExtractString(_it_3), 4), '\\A-?0(?:\\.0+)?(?:[eE].*)?\\z')
                THEN toDecimal256(0, 9)
                ELSE nullIf(
                  nullIf(
                    greatest(
                      least(
                        toDecimal256(round(toDecimal256OrNull(substring(JSONExtractString(_it_3), 4), 38), 9), 9),
                        toDecimal256('100000000000000000000000000000', 0)
                      ),
                      -toDecimal256('100000000000000000000000000000', 0)
                    ),
                    toDecimal256('100000000000000000000000000000', 0)
                  ),
                  -toDecimal256('100000000000000000000000000000', 0)
                )
              END
            ]
          ),
          1
        )
      END,
      arrayElement(
        arrayMap(
          _it_1 -> JSONExtractArrayRaw(_it_1),
          [
            replaceAll(
              replaceAll(
                replaceAll(
                  replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
                  '\x01\x02',
                  ''
                ),
                '\x01',
                '"﷐'
              ),
              '\x02',
              '"'
            )
          ]
        ),
        1
      )
    )
  )
);
-- json_array(json, 'boolean', 'UTC')
tuple(
  arrayFilter(
    _it_1 -> _it_1 IS NOT NULL,
    arrayMap(
      _it_1 -> CASE
        WHEN JSONExtractRaw(_it_1) IN ('true', 'false')
        THEN JSONExtractRaw(_it_1) = 'true'
      END,
      arrayElement(
        arrayMap(
          _it_1 -> JSONExtractArrayRaw(_it_1),
          [
            replaceAll(
              replaceAll(
                replaceAll(
                  replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
                  '\x01\x02',
                  ''
                ),
                '\x01',
                '"﷐'
              ),
              '\x02',
              '"'
            )
          ]
        ),
        1
      )
    )
  )
);
-- json_array(json, 'date', 'UTC')
tuple(
  arrayFilter(
    _it_1 -> _it_1 IS NOT NULL,
    arrayMap(
      _it_2 -> CASE
        WHEN startsWith(JSONExtractRaw(_it_2), '"')
        AND NOT startsWith(JSONExtractRaw(_it_2), '"﷐')
        THEN arrayElement(
          arrayMap(
            _it_1 -> CASE
              WHEN match(
                _it_1,
                '\\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}\\z'
              )
              AND toString(toDate32OrNull(_it_1)) = _it_1
              THEN toDate32OrNull(_it_1)
            END,
            [JSONExtractString(_it_2)]
          ),
          1
        )
      END,
      arrayElement(
        arrayMap(
          _it_1 -> JSONExtractArrayRaw(_it_1),
          [
            replaceAll(
              replaceAll(
                replaceAll(
                  replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
                  '\x01\x02',
                  ''
                ),
                '\x01',
                '"﷐'
              ),
              '\x02',
              '"'
            )
          ]
        ),
        1
      )
    )
  )
);
-- json_array(json, 'timestamp', 'UTC')
tuple(
  arrayFilter(
    _it_1 -> _it_1 IS NOT NULL,
    arrayMap(
      _it_2 -> CASE
        WHEN startsWith(JSONExtractRaw(_it_2), '"')
        AND NOT startsWith(JSONExtractRaw(_it_2), '"﷐')
        THEN arrayElement(
          arrayMap(
            _it_1 -> COALESCE(
              CASE
                WHEN match(
                  _it_1,
                  '\\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])\\z'
                )
                THEN parseDateTime64BestEffortOrNull(_it_1, 6, 'UTC')
              END,
              toDateTime64(
                CASE
                  WHEN match(
                    _it_1,
                    '\\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,9})?)?\\z'
                  )
                  THEN parseDateTime64BestEffortOrNull(_it_1, 6, 'UTC')
                END,
                6,
                'UTC'
              )
            ),
            [JSONExtractString(_it_2)]
          ),
          1
        )
      END,
      arrayElement(
        arrayMap(
          _it_1 -> JSONExtractArrayRaw(_it_1),
          [
            replaceAll(
              replaceAll(
                replaceAll(
                  replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
                  '\x01\x02',
                  ''
                ),
                '\x01',
                '"﷐'
              ),
              '\x02',
              '"'
            )
          ]
        ),
        1
      )
    )
  )
);
-- json_array(json, 'timestamp', 'Europe/Berlin')
tuple(
  arrayFilter(
    _it_1 -> _it_1 IS NOT NULL,
    arrayMap(
      _it_3 -> CASE
        WHEN startsWith(JSONExtractRaw(_it_3), '"')
        AND NOT startsWith(JSONExtractRaw(_it_3), '"﷐')
        THEN arrayElement(
          arrayMap(
            _it_2 -> COALESCE(
              CASE
                WHEN match(
                  _it_2,
                  '\\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])\\z'
                )
                THEN parseDateTime64BestEffortOrNull(_it_2, 6, 'UTC')
              END,
              arrayElement(
                arrayMap(
                  _it_1 -> CASE
                    WHEN NOT addSeconds(
                      addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, (
                        -1
                      )), 'Europe/Berlin'))),
                      timezoneOffset(
                        toTimeZone(
                          addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, (
                            -1
                          )), 'Europe/Berlin'))),
                          'Europe/Berlin'
                        )
                      )
                    ) = _it_1
                    AND addSeconds(
                      addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, 1), 'Europe/Berlin'))),
                      timezoneOffset(
                        toTimeZone(
                          addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, 1), 'Europe/Berlin'))),
                          'Europe/Berlin'
                        )
                      )
                    ) = _it_1
                    THEN addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, 1), 'Europe/Berlin')))
                    ELSE addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, (
                      -1
                    )), 'Europe/Berlin')))
                  END,
                  [
                    toDateTime64(
                      CASE
                        WHEN match(
                          _it_2,
                          '\\A(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,9})?)?\\z'
                        )
                        THEN parseDateTime64BestEffortOrNull(_it_2, 6, 'UTC')
                      END,
                      6,
                      'UTC'
                    )
                  ]
                ),
                1
              )
            ),
            [JSONExtractString(_it_3)]
          ),
          1
        )
      END,
      arrayElement(
        arrayMap(
          _it_1 -> JSONExtractArrayRaw(_it_1),
          [
            replaceAll(
              replaceAll(
                replaceAll(
                  replaceRegexpAll(COALESCE("a1", ''), '("(?:[^"\\\\]|\\\\.)*")|(-?[0-9][-+.0-9eE]*)', '\\1\x01\\2\x02'),
                  '\x01\x02',
                  ''
                ),
                '\x01',
                '"﷐'
              ),
              '\x02',
              '"'
            )
          ]
        ),
        1
      )
    )
  )
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
SELECT
  CAST(toDecimal256(sum("a1"), 0) AS Nullable(Float64)) / nullIf(toInt64(COUNT("a1")), 0) AS "r1"
FROM "held";
-- avg(bigint)
SELECT
  CAST(toDecimal256(sum(toDecimal128("a1", 0)), 0) AS Nullable(Float64)) / nullIf(toInt64(COUNT("a1")), 0) AS "r1"
FROM "held";
-- avg(decimal(12,2))
SELECT
  CAST(toDecimal256(sum("a1"), 2) AS Nullable(Float64)) / nullIf(toInt64(COUNT("a1")), 0) AS "r1"
FROM "held";
-- avg(decimal(38,0))
SELECT
  CAST(toDecimal256(toDecimal128(sum("a1"), 0), 0) AS Nullable(Float64)) / nullIf(toInt64(COUNT("a1")), 0) AS "r1"
FROM "held";
-- avg(double)
SELECT
  CAST(sum(toFloat64("a1")) AS Nullable(Float64)) / nullIf(toInt64(COUNT("a1")), 0) AS "r1"
FROM "held";
-- avg(integer, boolean, where=b)
SELECT
  CAST(toDecimal256(sum(CASE WHEN "b1" THEN "a1" END), 0) AS Nullable(Float64)) / nullIf(toInt64(COUNT(CASE WHEN "b1" THEN "a1" END)), 0) AS "r1"
FROM "held";
-- bit: not available
-- has_bit: not available
-- bit_count: not available
-- masked: not available
-- array_concat: not available
-- bit_or: not available
-- date_of(timestamp)
toDate32("a1", 'UTC');
-- midnight(date)
toDateTime64(toDate32("a1"), 6, 'UTC');
-- to_instant(timestamp, 'UTC')
toDateTime64("a1", 6, 'UTC');
-- to_instant(timestamp, 'Europe/Berlin')
arrayElement(
  arrayMap(
    _it_1 -> CASE
      WHEN NOT addSeconds(
        addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, (
          -1
        )), 'Europe/Berlin'))),
        timezoneOffset(
          toTimeZone(
            addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, (
              -1
            )), 'Europe/Berlin'))),
            'Europe/Berlin'
          )
        )
      ) = _it_1
      AND addSeconds(
        addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, 1), 'Europe/Berlin'))),
        timezoneOffset(
          toTimeZone(
            addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, 1), 'Europe/Berlin'))),
            'Europe/Berlin'
          )
        )
      ) = _it_1
      THEN addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, 1), 'Europe/Berlin')))
      ELSE addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, (
        -1
      )), 'Europe/Berlin')))
    END,
    [toDateTime64("a1", 6, 'UTC')]
  ),
  1
);
-- to_instant(timestamp, 'America/New_York')
arrayElement(
  arrayMap(
    _it_1 -> CASE
      WHEN NOT addSeconds(
        addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, (
          -1
        )), 'America/New_York'))),
        timezoneOffset(
          toTimeZone(
            addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, (
              -1
            )), 'America/New_York'))),
            'America/New_York'
          )
        )
      ) = _it_1
      AND addSeconds(
        addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, 1), 'America/New_York'))),
        timezoneOffset(
          toTimeZone(
            addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, 1), 'America/New_York'))),
            'America/New_York'
          )
        )
      ) = _it_1
      THEN addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, 1), 'America/New_York')))
      ELSE addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, (
        -1
      )), 'America/New_York')))
    END,
    [toDateTime64("a1", 6, 'UTC')]
  ),
  1
);
-- to_instant(timestamp, 'Australia/Lord_Howe')
arrayElement(
  arrayMap(
    _it_1 -> CASE
      WHEN NOT addSeconds(
        addSeconds(
          _it_1,
          -timezoneOffset(toTimeZone(addDays(_it_1, (
            -1
          )), 'Australia/Lord_Howe'))
        ),
        timezoneOffset(
          toTimeZone(
            addSeconds(
              _it_1,
              -timezoneOffset(toTimeZone(addDays(_it_1, (
                -1
              )), 'Australia/Lord_Howe'))
            ),
            'Australia/Lord_Howe'
          )
        )
      ) = _it_1
      AND addSeconds(
        addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, 1), 'Australia/Lord_Howe'))),
        timezoneOffset(
          toTimeZone(
            addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, 1), 'Australia/Lord_Howe'))),
            'Australia/Lord_Howe'
          )
        )
      ) = _it_1
      THEN addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, 1), 'Australia/Lord_Howe')))
      ELSE addSeconds(
        _it_1,
        -timezoneOffset(toTimeZone(addDays(_it_1, (
          -1
        )), 'Australia/Lord_Howe'))
      )
    END,
    [toDateTime64("a1", 6, 'UTC')]
  ),
  1
);
-- to_instant(timestamp, 'America/Sao_Paulo')
arrayElement(
  arrayMap(
    _it_1 -> CASE
      WHEN NOT addSeconds(
        addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, (
          -1
        )), 'America/Sao_Paulo'))),
        timezoneOffset(
          toTimeZone(
            addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, (
              -1
            )), 'America/Sao_Paulo'))),
            'America/Sao_Paulo'
          )
        )
      ) = _it_1
      AND addSeconds(
        addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, 1), 'America/Sao_Paulo'))),
        timezoneOffset(
          toTimeZone(
            addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, 1), 'America/Sao_Paulo'))),
            'America/Sao_Paulo'
          )
        )
      ) = _it_1
      THEN addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, 1), 'America/Sao_Paulo')))
      ELSE addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, (
        -1
      )), 'America/Sao_Paulo')))
    END,
    [toDateTime64("a1", 6, 'UTC')]
  ),
  1
);
-- to_instant(timestamp, 'Antarctica/Troll')
arrayElement(
  arrayMap(
    _it_1 -> CASE
      WHEN NOT addSeconds(
        addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, (
          -1
        )), 'Antarctica/Troll'))),
        timezoneOffset(
          toTimeZone(
            addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, (
              -1
            )), 'Antarctica/Troll'))),
            'Antarctica/Troll'
          )
        )
      ) = _it_1
      AND addSeconds(
        addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, 1), 'Antarctica/Troll'))),
        timezoneOffset(
          toTimeZone(
            addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, 1), 'Antarctica/Troll'))),
            'Antarctica/Troll'
          )
        )
      ) = _it_1
      THEN addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, 1), 'Antarctica/Troll')))
      ELSE addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, (
        -1
      )), 'Antarctica/Troll')))
    END,
    [toDateTime64("a1", 6, 'UTC')]
  ),
  1
);
-- to_instant(timestamp, 'Pacific/Apia')
arrayElement(
  arrayMap(
    _it_1 -> CASE
      WHEN NOT addSeconds(
        addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, (
          -1
        )), 'Pacific/Apia'))),
        timezoneOffset(
          toTimeZone(
            addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, (
              -1
            )), 'Pacific/Apia'))),
            'Pacific/Apia'
          )
        )
      ) = _it_1
      AND addSeconds(
        addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, 1), 'Pacific/Apia'))),
        timezoneOffset(
          toTimeZone(
            addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, 1), 'Pacific/Apia'))),
            'Pacific/Apia'
          )
        )
      ) = _it_1
      THEN addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, 1), 'Pacific/Apia')))
      ELSE addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, (
        -1
      )), 'Pacific/Apia')))
    END,
    [toDateTime64("a1", 6, 'UTC')]
  ),
  1
);
-- to_instant(timestamp, 'Asia/Kolkata')
arrayElement(
  arrayMap(
    _it_1 -> CASE
      WHEN NOT addSeconds(
        addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, (
          -1
        )), 'Asia/Kolkata'))),
        timezoneOffset(
          toTimeZone(
            addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, (
              -1
            )), 'Asia/Kolkata'))),
            'Asia/Kolkata'
          )
        )
      ) = _it_1
      AND addSeconds(
        addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, 1), 'Asia/Kolkata'))),
        timezoneOffset(
          toTimeZone(
            addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, 1), 'Asia/Kolkata'))),
            'Asia/Kolkata'
          )
        )
      ) = _it_1
      THEN addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, 1), 'Asia/Kolkata')))
      ELSE addSeconds(_it_1, -timezoneOffset(toTimeZone(addDays(_it_1, (
        -1
      )), 'Asia/Kolkata')))
    END,
    [toDateTime64("a1", 6, 'UTC')]
  ),
  1
);
-- to_wall(timestamptz, 'UTC')
toDateTime64("a1", 6, 'UTC');
-- to_wall(timestamptz, 'Europe/Berlin')
arrayElement(
  arrayMap(
    _it_1 -> addSeconds(_it_1, timezoneOffset(toTimeZone(_it_1, 'Europe/Berlin'))),
    [toDateTime64("a1", 6, 'UTC')]
  ),
  1
);
-- to_wall(timestamptz, 'America/New_York')
arrayElement(
  arrayMap(
    _it_1 -> addSeconds(_it_1, timezoneOffset(toTimeZone(_it_1, 'America/New_York'))),
    [toDateTime64("a1", 6, 'UTC')]
  ),
  1
);
-- to_wall(timestamptz, 'Australia/Lord_Howe')
arrayElement(
  arrayMap(
    _it_1 -> addSeconds(_it_1, timezoneOffset(toTimeZone(_it_1, 'Australia/Lord_Howe'))),
    [toDateTime64("a1", 6, 'UTC')]
  ),
  1
);
-- to_wall(timestamptz, 'America/Sao_Paulo')
arrayElement(
  arrayMap(
    _it_1 -> addSeconds(_it_1, timezoneOffset(toTimeZone(_it_1, 'America/Sao_Paulo'))),
    [toDateTime64("a1", 6, 'UTC')]
  ),
  1
);
-- to_wall(timestamptz, 'Pacific/Apia')
arrayElement(
  arrayMap(
    _it_1 -> addSeconds(_it_1, timezoneOffset(toTimeZone(_it_1, 'Pacific/Apia'))),
    [toDateTime64("a1", 6, 'UTC')]
  ),
  1
);
-- to_wall(timestamptz, 'Asia/Kolkata')
arrayElement(
  arrayMap(
    _it_1 -> addSeconds(_it_1, timezoneOffset(toTimeZone(_it_1, 'Asia/Kolkata'))),
    [toDateTime64("a1", 6, 'UTC')]
  ),
  1
);
-- shift(timestamp, 1, 'month')
addMonths(toDateTime64("a1", 6, 'UTC'), 1);
-- shift(timestamp, 2, 'month')
addMonths(toDateTime64("a1", 6, 'UTC'), 2);
-- shift(timestamp, -1, 'month')
addMonths(toDateTime64("a1", 6, 'UTC'), (
  -1
));
-- shift(timestamp, -6, 'month')
addMonths(toDateTime64("a1", 6, 'UTC'), (
  -6
));
-- shift(timestamp, 12, 'month')
addMonths(toDateTime64("a1", 6, 'UTC'), 12);
-- shift(timestamp, 0, 'month')
addMonths(toDateTime64("a1", 6, 'UTC'), 0);
-- shift(timestamp, 1, 'quarter')
addQuarters(toDateTime64("a1", 6, 'UTC'), 1);
-- shift(timestamp, -1, 'quarter')
addQuarters(toDateTime64("a1", 6, 'UTC'), (
  -1
));
-- shift(timestamp, 1, 'year')
addYears(toDateTime64("a1", 6, 'UTC'), 1);
-- shift(timestamp, 4, 'year')
addYears(toDateTime64("a1", 6, 'UTC'), 4);
-- shift(timestamp, -1, 'year')
addYears(toDateTime64("a1", 6, 'UTC'), (
  -1
));
-- shift(timestamp, -9998, 'year')
addYears(toDateTime64("a1", 6, 'UTC'), (
  -9998
));
-- shift(timestamp, 9998, 'year')
addYears(toDateTime64("a1", 6, 'UTC'), 9998);
-- shift(timestamp, 1, 'day')
addDays(toDateTime64("a1", 6, 'UTC'), 1);
-- shift(timestamp, -1, 'day')
addDays(toDateTime64("a1", 6, 'UTC'), (
  -1
));
-- shift(timestamp, 0, 'day')
addDays(toDateTime64("a1", 6, 'UTC'), 0);
-- shift(timestamp, 100000, 'day')
addDays(toDateTime64("a1", 6, 'UTC'), 100000);
-- shift(timestamp, 1, 'week')
addWeeks(toDateTime64("a1", 6, 'UTC'), 1);
-- shift(timestamp, -1, 'week')
addWeeks(toDateTime64("a1", 6, 'UTC'), (
  -1
));
-- shift(timestamp, 1, 'hour')
addHours(toDateTime64("a1", 6, 'UTC'), 1);
-- shift(timestamp, -1, 'hour')
addHours(toDateTime64("a1", 6, 'UTC'), (
  -1
));
-- shift(timestamp, 100000, 'hour')
addHours(toDateTime64("a1", 6, 'UTC'), 100000);
-- shift(timestamp, -1, 'minute')
addMinutes(toDateTime64("a1", 6, 'UTC'), (
  -1
));
-- shift(timestamp, 1, 'minute')
addMinutes(toDateTime64("a1", 6, 'UTC'), 1);
-- year(date)
toYear("a1");
-- quarter(date)
toQuarter("a1");
-- month(date)
toMonth("a1");
-- day(date)
toDayOfMonth("a1");
-- weekday(date)
toDayOfWeek("a1");
-- week(date)
toISOWeek("a1");
-- last_day(date)
arrayElement(
  arrayMap(
    _it_1 -> addDays(_it_1, toDaysInMonth(_it_1) - toDayOfMonth(_it_1)),
    [toDate32("a1")]
  ),
  1
);
-- hour(timestamp)
toHour("a1", 'UTC');
-- minute(timestamp)
toMinute("a1", 'UTC');
-- months_between(date, date)
CASE
  WHEN "a1" IS NOT NULL AND "b1" IS NOT NULL
  THEN CASE
    WHEN "b1" >= "a1"
    THEN dateDiff('month', "a1", "b1") - (
      least(toDayOfMonth("a1"), toDaysInMonth("b1")) > toDayOfMonth("b1")
    )
    ELSE -(
      dateDiff('month', "b1", "a1") - (
        least(toDayOfMonth("b1"), toDaysInMonth("a1")) > toDayOfMonth("a1")
      )
    )
  END
END;
-- years_between(date, date)
intDiv(
  CASE
    WHEN "a1" IS NOT NULL AND "b1" IS NOT NULL
    THEN CASE
      WHEN "b1" >= "a1"
      THEN dateDiff('month', "a1", "b1") - (
        least(toDayOfMonth("a1"), toDaysInMonth("b1")) > toDayOfMonth("b1")
      )
      ELSE -(
        dateDiff('month', "b1", "a1") - (
          least(toDayOfMonth("b1"), toDaysInMonth("a1")) > toDayOfMonth("a1")
        )
      )
    END
  END,
  12
);
-- days_between(date, date)
dateDiff('day', "a1", "b1");
-- elapsed(timestamp, timestamp, 'minute')
intDiv(
  toUnixTimestamp64Micro(toDateTime64("b1", 6, 'UTC')) - toUnixTimestamp64Micro(toDateTime64("a1", 6, 'UTC')),
  60000000
);
-- elapsed(timestamp, timestamp, 'hour')
intDiv(
  toUnixTimestamp64Micro(toDateTime64("b1", 6, 'UTC')) - toUnixTimestamp64Micro(toDateTime64("a1", 6, 'UTC')),
  3600000000
);
-- elapsed(timestamp, timestamp, 'day')
intDiv(
  toUnixTimestamp64Micro(toDateTime64("b1", 6, 'UTC')) - toUnixTimestamp64Micro(toDateTime64("a1", 6, 'UTC')),
  86400000000
);
-- from_microseconds(decimal(38,0))
-- from_microseconds(bigint)
arrayElement(
  arrayMap(
    _it_1 -> CASE
      WHEN _it_1 BETWEEN (
        -62135596800000000
      ) AND 253402300799999999
      THEN fromUnixTimestamp64Micro(
        toInt64(
          CASE
            WHEN _it_1 BETWEEN (
              -62135596800000000
            ) AND 253402300799999999
            THEN _it_1
            ELSE 0
          END
        ),
        'UTC'
      )
    END,
    ["a1"]
  ),
  1
);
-- microseconds(timestamptz)
-- microseconds(timestamp)
toUnixTimestamp64Micro(toDateTime64("a1", 6, 'UTC'));
-- format_date(date, '%Y-%m-%d')
formatDateTime("a1", '%Y-%m-%d');
-- format_date(date, '%d.%m.%Y')
formatDateTime("a1", '%d.%m.%Y');
-- format_date(date, '%m/%d')
formatDateTime("a1", '%m/%d');
-- format_date(date, '%Y')
formatDateTime("a1", '%Y');
-- format_date(date, '%Y%m')
formatDateTime("a1", '%Y%m');
-- format_date(date, '%Y%Y')
formatDateTime("a1", '%Y%Y');
-- format_date(date, "it's %d")
formatDateTime("a1", 'it''s %d');
-- format_date(date, 'Q"%m"')
formatDateTime("a1", 'Q"%m"');
-- format_date(date, '%d\\%m\\\\')
formatDateTime("a1", '%d\\%m\\\\');
-- format_date(date, 'YYYY MM DD %Y yyyy HH24')
formatDateTime("a1", 'YYYY MM DD %Y yyyy HH24');
-- format_date(date, '_%Y_')
formatDateTime("a1", '_%Y_');
-- format_date(date, '\U0001f6b2%Y\u5e74 e\u0301\ufffd')
formatDateTime("a1", '🚲%Y年 é�');
-- date_trunc('week', date)
dateTrunc('week', toDate32("a1"));
-- date_trunc('month', date)
dateTrunc('month', toDate32("a1"));
-- date_trunc('quarter', date)
dateTrunc('quarter', toDate32("a1"));
-- date_trunc('year', date)
dateTrunc('year', toDate32("a1"));
-- iso_text(timestamp)
formatDateTime(toDateTime64("a1", 6, 'UTC'), '%Y-%m-%dT%H:%i:%S.%f', 'UTC');
-- add(integer, integer)
toInt64("a1") + "b1";
-- add(bigint, bigint)
toDecimal256("a1", 0) + toDecimal256("b1", 0);
-- add(decimal(12,2), decimal(12,3))
-- add(decimal(9,2), integer)
-- add(double, double)
-- add(decimal(12,2), double)
-- add(double, integer)
"a1" + "b1";
-- add(bigint, decimal(12,2))
toDecimal256("a1", 0) + toDecimal256("b1", 2);
-- add(decimal(38,2), decimal(38,2))
toDecimal256(
  toDecimal256(
    arrayElement(
      arrayMap(
        _it_1 -> CASE WHEN _it_1 IS NOT NULL THEN toDecimal128(COALESCE(_it_1, 0), 2) END,
        ["a1" + "b1"]
      ),
      1
    ),
    2
  ),
  2
);
-- sub(integer, integer)
toInt64("a1") - "b1";
-- sub(bigint, bigint)
toDecimal256("a1", 0) - toDecimal256("b1", 0);
-- sub(decimal(12,2), decimal(12,3))
-- sub(double, double)
-- sub(double, decimal(12,2))
"a1" - "b1";
-- sub(decimal(38,2), decimal(38,2))
toDecimal256(
  toDecimal256(
    arrayElement(
      arrayMap(
        _it_1 -> CASE WHEN _it_1 IS NOT NULL THEN toDecimal128(COALESCE(_it_1, 0), 2) END,
        ["a1" - "b1"]
      ),
      1
    ),
    2
  ),
  2
);
-- mul(integer, integer)
toDecimal256("a1", 0) * toDecimal256("b1", 0);
-- mul(bigint, bigint)
toDecimal256(
  arrayElement(
    arrayMap(
      _it_1 -> CASE WHEN _it_1 IS NOT NULL THEN toDecimal128(COALESCE(_it_1, 0), 0) END,
      [toDecimal256("a1", 0) * toDecimal256("b1", 0)]
    ),
    1
  ),
  0
);
-- mul(decimal(38,0), integer)
toDecimal256(
  toDecimal256(
    arrayElement(
      arrayMap(
        _it_1 -> CASE WHEN _it_1 IS NOT NULL THEN toDecimal128(COALESCE(_it_1, 0), 0) END,
        ["a1" * toDecimal256("b1", 0)]
      ),
      1
    ),
    0
  ),
  0
);
-- mul(decimal(12,2), decimal(8,3))
toDecimal256("a1", 2) * toDecimal256("b1", 3);
-- mul(decimal(18,9), decimal(18,9))
toDecimal256(
  arrayElement(
    arrayMap(
      _it_1 -> CASE WHEN _it_1 IS NOT NULL THEN toDecimal128(COALESCE(_it_1, 0), 9) END,
      [round(toDecimal256("a1", 9) * toDecimal256("b1", 9), 9)]
    ),
    1
  ),
  9
);
-- mul(double, double)
-- mul(decimal(12,2), double)
(
  "a1" * "b1"
) + 0;
-- div(integer, integer)
-- div(bigint, bigint)
-- div(decimal(12,2), decimal(12,2))
-- div(decimal(38,0), decimal(38,0))
-- div(double, double)
-- div(integer, double)
(
  toFloat64("a1") / nullIf(toFloat64("b1"), 0)
) + 0;
-- mod(integer, integer)
toDecimal128(toInt64("a1"), 0) % nullIf(toDecimal128("b1", 0), 0);
-- mod(bigint, bigint)
toDecimal256("a1", 0) % nullIf(toDecimal256("b1", 0), 0);
-- mod(decimal(38,0), integer)
"a1" % nullIf(toDecimal256("b1", 0), 0);
-- mod(decimal(12,2), decimal(12,3))
toDecimal256("a1", 3) % nullIf(toDecimal256("b1", 3), 0);
-- neg(double)
(
  -"a1"
) + 0;
-- abs(integer)
arrayElement(
  arrayMap(
    _it_1 -> CASE WHEN _it_1 IS NOT NULL THEN accurateCast(COALESCE(_it_1, 0), 'Int64') END,
    [abs(toInt64("a1"))]
  ),
  1
);
-- abs(bigint)
toInt64(
  arrayElement(
    arrayMap(
      _it_1 -> CASE WHEN _it_1 IS NOT NULL THEN accurateCast(COALESCE(_it_1, 0), 'Int64') END,
      [abs("a1")]
    ),
    1
  )
);
-- abs(decimal(38,0))
-- abs(decimal(12,2))
-- abs(double)
abs("a1");
-- round(decimal(12,3))
toInt64(round("a1"));
-- round(decimal(38,9))
toDecimal256(
  arrayElement(
    arrayMap(
      _it_1 -> CASE WHEN _it_1 IS NOT NULL THEN toDecimal128(COALESCE(_it_1, 0), 0) END,
      [round(round("a1"), 0)]
    ),
    1
  ),
  0
);
-- round(double)
arrayElement(
  arrayMap(
    _it_2 -> CASE
      WHEN _it_2 IS NOT NULL
      THEN arrayElement(
        arrayMap(
          _it_1 -> toInt64(sign(_it_1)) * (
            toDecimal256(
              accurateCast(trunc(abs(_it_1) / toFloat64(toDecimal256('18446744073709551616', 0))), 'Int64'),
              0
            ) * toDecimal256('18446744073709551616', 0) + toDecimal256(
              toUInt64(
                abs(_it_1) - trunc(abs(_it_1) / toFloat64(toDecimal256('18446744073709551616', 0))) * toFloat64(toDecimal256('18446744073709551616', 0))
              ),
              0
            )
          ),
          [COALESCE(_it_2, 0)]
        ),
        1
      )
    END,
    [
      (
        arrayElement(
          arrayMap(_it_1 -> trunc(_it_1 + sign(_it_1) * toFloat64('0.49999999999999994')), ["a1"]),
          1
        )
      ) + 0
    ]
  ),
  1
);
-- floor(decimal(12,3))
toInt64(floor("a1"));
-- floor(decimal(38,9))
toDecimal256(
  arrayElement(
    arrayMap(
      _it_1 -> CASE WHEN _it_1 IS NOT NULL THEN toDecimal128(COALESCE(_it_1, 0), 0) END,
      [round(floor("a1"), 0)]
    ),
    1
  ),
  0
);
-- floor(double)
arrayElement(
  arrayMap(
    _it_2 -> CASE
      WHEN _it_2 IS NOT NULL
      THEN arrayElement(
        arrayMap(
          _it_1 -> toInt64(sign(_it_1)) * (
            toDecimal256(
              accurateCast(trunc(abs(_it_1) / toFloat64(toDecimal256('18446744073709551616', 0))), 'Int64'),
              0
            ) * toDecimal256('18446744073709551616', 0) + toDecimal256(
              toUInt64(
                abs(_it_1) - trunc(abs(_it_1) / toFloat64(toDecimal256('18446744073709551616', 0))) * toFloat64(toDecimal256('18446744073709551616', 0))
              ),
              0
            )
          ),
          [COALESCE(_it_2, 0)]
        ),
        1
      )
    END,
    [(
        floor("a1")
    ) + 0]
  ),
  1
);
-- ceil(decimal(12,3))
toInt64(ceil("a1"));
-- ceil(decimal(38,9))
toDecimal256(
  arrayElement(
    arrayMap(
      _it_1 -> CASE WHEN _it_1 IS NOT NULL THEN toDecimal128(COALESCE(_it_1, 0), 0) END,
      [round(ceil("a1"), 0)]
    ),
    1
  ),
  0
);
-- ceil(double)
arrayElement(
  arrayMap(
    _it_2 -> CASE
      WHEN _it_2 IS NOT NULL
      THEN arrayElement(
        arrayMap(
          _it_1 -> toInt64(sign(_it_1)) * (
            toDecimal256(
              accurateCast(trunc(abs(_it_1) / toFloat64(toDecimal256('18446744073709551616', 0))), 'Int64'),
              0
            ) * toDecimal256('18446744073709551616', 0) + toDecimal256(
              toUInt64(
                abs(_it_1) - trunc(abs(_it_1) / toFloat64(toDecimal256('18446744073709551616', 0))) * toFloat64(toDecimal256('18446744073709551616', 0))
              ),
              0
            )
          ),
          [COALESCE(_it_2, 0)]
        ),
        1
      )
    END,
    [(
        ceil("a1")
    ) + 0]
  ),
  1
);
-- trunc(double)
(
  trunc("a1")
) + 0;
-- round_double(double, 2)
(
  arrayElement(
    arrayMap(
      _it_2 -> CASE
        WHEN abs(_it_2 * toFloat64('100')) < toFloat64('4503599627370496')
        THEN arrayElement(
          arrayMap(
            _it_1 -> trunc(_it_1 + sign(_it_1) * toFloat64('0.49999999999999994')),
            [_it_2 * toFloat64('100')]
          ),
          1
        ) / toFloat64('100')
        ELSE _it_2
      END,
      ["a1"]
    ),
    1
  )
) + 0;
-- round_double(double, 0)
(
  arrayElement(
    arrayMap(
      _it_2 -> CASE
        WHEN abs(_it_2 * toFloat64('1')) < toFloat64('4503599627370496')
        THEN arrayElement(
          arrayMap(
            _it_1 -> trunc(_it_1 + sign(_it_1) * toFloat64('0.49999999999999994')),
            [_it_2 * toFloat64('1')]
          ),
          1
        ) / toFloat64('1')
        ELSE _it_2
      END,
      ["a1"]
    ),
    1
  )
) + 0;
-- round_double(double, 1)
(
  arrayElement(
    arrayMap(
      _it_2 -> CASE
        WHEN abs(_it_2 * toFloat64('10')) < toFloat64('4503599627370496')
        THEN arrayElement(
          arrayMap(
            _it_1 -> trunc(_it_1 + sign(_it_1) * toFloat64('0.49999999999999994')),
            [_it_2 * toFloat64('10')]
          ),
          1
        ) / toFloat64('10')
        ELSE _it_2
      END,
      ["a1"]
    ),
    1
  )
) + 0;
-- round_double(double, 5)
(
  arrayElement(
    arrayMap(
      _it_2 -> CASE
        WHEN abs(_it_2 * toFloat64('100000')) < toFloat64('4503599627370496')
        THEN arrayElement(
          arrayMap(
            _it_1 -> trunc(_it_1 + sign(_it_1) * toFloat64('0.49999999999999994')),
            [_it_2 * toFloat64('100000')]
          ),
          1
        ) / toFloat64('100000')
        ELSE _it_2
      END,
      ["a1"]
    ),
    1
  )
) + 0;
-- round_double(double, 38)
(
  arrayElement(
    arrayMap(
      _it_2 -> CASE
        WHEN abs(_it_2 * toFloat64('100000000000000000000000000000000000000')) < toFloat64('4503599627370496')
        THEN arrayElement(
          arrayMap(
            _it_1 -> trunc(_it_1 + sign(_it_1) * toFloat64('0.49999999999999994')),
            [_it_2 * toFloat64('100000000000000000000000000000000000000')]
          ),
          1
        ) / toFloat64('100000000000000000000000000000000000000')
        ELSE _it_2
      END,
      ["a1"]
    ),
    1
  )
) + 0;
-- sign(integer)
-- sign(bigint)
-- sign(decimal(12,2))
-- sign(decimal(38,0))
-- sign(double)
toInt64(sign("a1"));
-- sqrt(double)
-- sqrt(decimal(12,2))
-- sqrt(bigint)
-- sqrt(decimal(38,0))
arrayElement(arrayMap(_it_1 -> CASE WHEN _it_1 >= 0 THEN sqrt(_it_1) END, [toFloat64("a1")]), 1);
-- power(double, double)
-- power(integer, integer)
-- power(decimal(12,2), integer)
-- power(decimal(38,0), integer)
arrayElement(
  arrayMap(
    _it_1 -> CASE WHEN isFinite(_it_1) THEN (
      _it_1
    ) + 0 END,
    [pow(toFloat64("a1"), toFloat64("b1"))]
  ),
  1
);
-- exp(double)
-- exp(decimal(12,2))
-- exp(decimal(38,0))
arrayElement(
  arrayMap(
    _it_1 -> CASE WHEN isFinite(_it_1) THEN (
      _it_1
    ) + 0 END,
    [exp(toFloat64("a1"))]
  ),
  1
);
-- ln(double)
-- ln(integer)
-- ln(decimal(12,2))
-- ln(decimal(38,0))
arrayElement(arrayMap(_it_1 -> CASE WHEN _it_1 > 0 THEN log(_it_1) END, [toFloat64("a1")]), 1);
-- clean_double(double)
CASE WHEN NOT isNaN("a1") THEN (
  "a1"
) + 0 END;
-- unnest(text[])
-- unnest(bigint[])
-- unnest(decimal(12,2)[])
-- unnest(double[])
-- unnest(date[])
-- unnest(timestamptz[])
-- unnest(boolean[])
SELECT
  arrayJoin(tupleElement("a1", 1)) AS "r1"
FROM "held";
-- length(text)
toInt64(lengthUTF8("a1"));
-- lower(text)
lowerUTF8("a1");
-- upper(text)
upperUTF8("a1");
-- trim(text)
trimBoth("a1", ' ');
-- substr(text, 2, 3)
substringUTF8("a1", 2, 3);
-- substr(text, 1, 0)
substringUTF8("a1", 1, 0);
-- substr(text, 2, 10)
substringUTF8("a1", 2, 10);
-- substr(text, 1, 2147483647)
substringUTF8("a1", 1, 2147483647);
-- substr(text, 4, 2)
substringUTF8("a1", 4, 2);
-- substr(text, 10, 2)
substringUTF8("a1", 10, 2);
-- substr(text, 2147483647, 2147483647)
substringUTF8("a1", 2147483647, 2147483647);
-- substr(text, 1, 5)
substringUTF8("a1", 1, 5);
-- substr(text, 2, 1)
substringUTF8("a1", 2, 1);
-- substr(text, 3, 2)
substringUTF8("a1", 3, 2);
-- substr(text, 2, 4)
substringUTF8("a1", 2, 4);
-- substr(text, 1, 2)
substringUTF8("a1", 1, 2);
-- substr(text, 2)
substringUTF8("a1", 2);
-- substr(text, 1)
substringUTF8("a1", 1);
-- substr(text, 5)
substringUTF8("a1", 5);
-- substr(text, 3)
substringUTF8("a1", 3);
-- right(text, 2)
rightUTF8("a1", 2);
-- right(text, 0)
rightUTF8("a1", 0);
-- right(text, 3)
rightUTF8("a1", 3);
-- right(text, 5)
rightUTF8("a1", 5);
-- right(text, 2147483647)
rightUTF8("a1", 2147483647);
-- right(text, 1)
rightUTF8("a1", 1);
-- right(text, 4)
rightUTF8("a1", 4);
-- position(text, text)
toInt64(positionUTF8("a1", "b1"));
-- split_part(text, '@', 1)
CASE
  WHEN "a1" IS NOT NULL
  THEN arrayElementOrNull(splitByString('@', COALESCE("a1", '')), 1)
END;
-- split_part(text, '@', 2)
CASE
  WHEN "a1" IS NOT NULL
  THEN arrayElementOrNull(splitByString('@', COALESCE("a1", '')), 2)
END;
-- split_part(text, '@', 3)
CASE
  WHEN "a1" IS NOT NULL
  THEN arrayElementOrNull(splitByString('@', COALESCE("a1", '')), 3)
END;
-- split_part(text, '@', -1)
CASE
  WHEN "a1" IS NOT NULL
  THEN arrayElementOrNull(splitByString('@', COALESCE("a1", '')), (
    -1
  ))
END;
-- split_part(text, '@', -2)
CASE
  WHEN "a1" IS NOT NULL
  THEN arrayElementOrNull(splitByString('@', COALESCE("a1", '')), (
    -2
  ))
END;
-- split_part(text, '@', -3)
CASE
  WHEN "a1" IS NOT NULL
  THEN arrayElementOrNull(splitByString('@', COALESCE("a1", '')), (
    -3
  ))
END;
-- split_part(text, '@', 2147483647)
CASE
  WHEN "a1" IS NOT NULL
  THEN arrayElementOrNull(splitByString('@', COALESCE("a1", '')), 2147483647)
END;
-- split_part(text, '@', -2147483647)
CASE
  WHEN "a1" IS NOT NULL
  THEN arrayElementOrNull(splitByString('@', COALESCE("a1", '')), (
    -2147483647
  ))
END;
-- split_part(text, '||', 2)
CASE
  WHEN "a1" IS NOT NULL
  THEN arrayElementOrNull(splitByString('||', COALESCE("a1", '')), 2)
END;
-- split_part(text, '||', 1)
CASE
  WHEN "a1" IS NOT NULL
  THEN arrayElementOrNull(splitByString('||', COALESCE("a1", '')), 1)
END;
-- split_part(text, '||', -1)
CASE
  WHEN "a1" IS NOT NULL
  THEN arrayElementOrNull(splitByString('||', COALESCE("a1", '')), (
    -1
  ))
END;
-- split_part(text, 'x', 2)
CASE
  WHEN "a1" IS NOT NULL
  THEN arrayElementOrNull(splitByString('x', COALESCE("a1", '')), 2)
END;
-- split_part(text, '.', 2)
CASE
  WHEN "a1" IS NOT NULL
  THEN arrayElementOrNull(splitByString('.', COALESCE("a1", '')), 2)
END;
-- split_part(text, '\\', 2)
CASE
  WHEN "a1" IS NOT NULL
  THEN arrayElementOrNull(splitByString('\\', COALESCE("a1", '')), 2)
END;
-- split_part(text, '\U0001f6b2', 2)
CASE
  WHEN "a1" IS NOT NULL
  THEN arrayElementOrNull(splitByString('🚲', COALESCE("a1", '')), 2)
END;
-- split_part(text, "'", 2)
CASE
  WHEN "a1" IS NOT NULL
  THEN arrayElementOrNull(splitByString('''', COALESCE("a1", '')), 2)
END;
-- split_part(text, '"', 2)
CASE
  WHEN "a1" IS NOT NULL
  THEN arrayElementOrNull(splitByString('"', COALESCE("a1", '')), 2)
END;
-- split_part(text, '%', 2)
CASE
  WHEN "a1" IS NOT NULL
  THEN arrayElementOrNull(splitByString('%', COALESCE("a1", '')), 2)
END;
-- split_part(text, '_', 1)
CASE
  WHEN "a1" IS NOT NULL
  THEN arrayElementOrNull(splitByString('_', COALESCE("a1", '')), 1)
END;
-- split_part(text, '\u0301', 1)
CASE
  WHEN "a1" IS NOT NULL
  THEN arrayElementOrNull(splitByString('́', COALESCE("a1", '')), 1)
END;
-- split_part(text, '\ufffd', 2)
CASE
  WHEN "a1" IS NOT NULL
  THEN arrayElementOrNull(splitByString('�', COALESCE("a1", '')), 2)
END;
-- lpad(text, 3, '0')
leftPadUTF8("a1", 3, '0');
-- lpad(text, 2, '0')
leftPadUTF8("a1", 2, '0');
-- lpad(text, 2, 'x')
leftPadUTF8("a1", 2, 'x');
-- lpad(text, 0, '0')
leftPadUTF8("a1", 0, '0');
-- lpad(text, 3, ' ')
leftPadUTF8("a1", 3, ' ');
-- lpad(text, 3, '\xe9')
leftPadUTF8("a1", 3, 'é');
-- lpad(text, 1, 'x')
leftPadUTF8("a1", 1, 'x');
-- lpad(text, 3, '\u0301')
leftPadUTF8("a1", 3, '́');
-- lpad(text, 6, "'")
leftPadUTF8("a1", 6, '''');
-- lpad(text, 3, '\\')
leftPadUTF8("a1", 3, '\\');
-- lpad(text, 3, '%')
leftPadUTF8("a1", 3, '%');
-- lpad(text, 2, '\U0001f6b2')
leftPadUTF8("a1", 2, '🚲');
-- concat_ws(' ', text, text)
arrayStringConcat(arrayFilter(_it_1 -> _it_1 IS NOT NULL, ["a1", "b1"]), ' ');
-- concat_ws('', text, text)
arrayStringConcat(arrayFilter(_it_1 -> _it_1 IS NOT NULL, ["a1", "b1"]), '');
-- concat_ws(', ', text, text)
arrayStringConcat(arrayFilter(_it_1 -> _it_1 IS NOT NULL, ["a1", "b1"]), ', ');
-- concat_ws("'", text, text)
arrayStringConcat(arrayFilter(_it_1 -> _it_1 IS NOT NULL, ["a1", "b1"]), '''');
-- concat_ws('\\', text, text)
arrayStringConcat(arrayFilter(_it_1 -> _it_1 IS NOT NULL, ["a1", "b1"]), '\\');
-- concat_ws('\U0001f6b2', text, text)
arrayStringConcat(arrayFilter(_it_1 -> _it_1 IS NOT NULL, ["a1", "b1"]), '🚲');
-- concat_ws('-', text, text)
arrayStringConcat(arrayFilter(_it_1 -> _it_1 IS NOT NULL, ["a1", "b1"]), '-');
-- concat_ws('-', text)
arrayStringConcat(arrayFilter(_it_1 -> _it_1 IS NOT NULL, ["a1"]), '-');
-- concat_ws('-', text, text, text)
arrayStringConcat(arrayFilter(_it_1 -> _it_1 IS NOT NULL, ["a1", "b1", "c1"]), '-');
-- concat(text, text)
concat("a1", "b1");
-- concat(text, '|', text)
concat("a1", '|', "b1");
-- concat(text, "'", text)
concat("a1", '''', "b1");
-- concat(text, '\\', text)
concat("a1", '\\', "b1");
-- concat(text)
concat("a1");
-- replace(text, text, text)
replaceAll("a1", "b1", "c1");
-- starts_with(text, text)
startsWith("a1", "b1");
-- starts_with(text, 'a')
startsWith("a1", 'a');
-- starts_with(text, "'s")
startsWith("a1", '''s');
-- starts_with(text, '\\')
startsWith("a1", '\\');
-- starts_with(text, '50%')
startsWith("a1", '50%');
-- starts_with(text, '%')
startsWith("a1", '%');
-- starts_with(text, '\U0001f6b2')
startsWith("a1", '🚲');
-- ends_with(text, text)
endsWith("a1", "b1");
-- ends_with(text, 'a')
endsWith("a1", 'a');
-- ends_with(text, "'s")
endsWith("a1", '''s');
-- ends_with(text, '\\')
endsWith("a1", '\\');
-- ends_with(text, '50%')
endsWith("a1", '50%');
-- ends_with(text, '%')
endsWith("a1", '%');
-- ends_with(text, '\U0001f6b2')
endsWith("a1", '🚲');
-- contains(text, text)
position("a1", "b1") > 0;
-- contains(text, 'a')
position("a1", 'a') > 0;
-- contains(text, "'s")
position("a1", '''s') > 0;
-- contains(text, '\\')
position("a1", '\\') > 0;
-- contains(text, '50%')
position("a1", '50%') > 0;
-- contains(text, '%')
position("a1", '%') > 0;
-- contains(text, '\U0001f6b2')
position("a1", '🚲') > 0;
-- like(text, 'a%')
like("a1", 'a%');
-- like(text, 'A%')
like("a1", 'A%');
-- like(text, 'apple')
like("a1", 'apple');
-- like(text, 'app')
like("a1", 'app');
-- like(text, 'ple')
like("a1", 'ple');
-- like(text, '_pple')
like("a1", '_pple');
-- like(text, '%p%')
like("a1", '%p%');
-- like(text, '')
like("a1", '');
-- like(text, '%')
like("a1", '%');
-- like(text, '_')
like("a1", '_');
-- like(text, '__')
like("a1", '__');
-- like(text, 'a_b')
like("a1", 'a_b');
-- like(text, 'a%b')
like("a1", 'a%b');
-- like(text, 'a')
like("a1", 'a');
-- like(text, 'ab')
like("a1", 'ab');
-- like(text, '50%')
like("a1", '50%');
-- like(text, 'a\\b')
like("a1", 'a\\\\b');
-- like(text, 'a\\%b')
like("a1", 'a\\\\%b');
-- like(text, '%\\')
like("a1", '%\\\\');
-- like(text, '\\')
like("a1", '\\\\');
-- like(text, "%'s")
like("a1", '%''s');
-- like(text, '"')
like("a1", '"');
-- like(text, 'a.b')
like("a1", 'a.b');
-- like(text, '[a]')
like("a1", '[a]');
-- matches(text, 'b', false)
match("a1", '(?-s)b');
-- matches(text, '^b', false)
match("a1", '(?-s)^b');
-- matches(text, '^a', false)
match("a1", '(?-s)^a');
-- matches(text, 'c$', false)
match("a1", '(?-s)c$');
-- matches(text, 'a$', false)
match("a1", '(?-s)a$');
-- matches(text, 'a[^\\n]b', false)
match("a1", '(?-s)a[^\\n]b');
-- matches(text, 'a[ \\t\\n\\r\\f]b', false)
match("a1", '(?-s)a[ \\t\\n\\r\\f]b');
-- matches(text, '^[^\\n]$', false)
match("a1", '(?-s)^[^\\n]$');
-- matches(text, 'abc', false)
match("a1", '(?-s)abc');
-- matches(text, 'abc', true)
match("a1", '(?i-s)abc');
-- matches(text, '^[a-z]+$', false)
match("a1", '(?-s)^[a-z]+$');
-- matches(text, '^[a-z]+$', true)
match("a1", '(?i-s)^[a-z]+$');
-- matches(text, '^$', false)
match("a1", '(?-s)^$');
-- matches(text, 'a*', false)
match("a1", '(?-s)a*');
-- matches(text, 'a', false)
match("a1", '(?-s)a');
-- matches(text, '[0-9]', false)
match("a1", '(?-s)[0-9]');
-- matches(text, '[A-Za-z0-9_]', false)
match("a1", '(?-s)[A-Za-z0-9_]');
-- matches(text, '[ \\t\\n\\r\\f]', false)
match("a1", '(?-s)[ \\t\\n\\r\\f]');
-- matches(text, 'a\\.b', false)
match("a1", '(?-s)a\\.b');
-- matches(text, '\\\\', false)
match("a1", '(?-s)\\\\');
-- matches(text, "'", false)
match("a1", '(?-s)''');
-- matches(text, '"', false)
match("a1", '(?-s)"');
-- matches(text, '%$', false)
match("a1", '(?-s)%$');
-- matches(text, '[\\]]', false)
match("a1", '(?-s)[\\]]');
-- matches(text, '[x\\-]', false)
match("a1", '(?-s)[x\\-]');
-- matches(text, '[\\^]', false)
match("a1", '(?-s)[\\^]');
-- matches(text, 'a\\{2\\}', false)
match("a1", '(?-s)a\\{2\\}');
-- matches(text, '^(?:a|b)+$', false)
match("a1", '(?-s)^(?:a|b)+$');
-- matches(text, '^a{1,2}b$', false)
match("a1", '(?-s)^a{1,2}b$');
-- matches(text, '^a{2,}b$', false)
match("a1", '(?-s)^a{2,}b$');
-- matches(text, '\\t', false)
match("a1", '(?-s)\\t');
-- matches(text, '/', false)
match("a1", '(?-s)/');
-- matches(text, '#b c', false)
match("a1", '(?-s)#b c');
-- matches(text, 'a', true)
match("a1", '(?i-s)a');
-- bucket(text)
reinterpretAsUInt32(reverse(substring(MD5("a1"), 1, 4))) % 10000;
-- to_text(integer)
-- to_text(bigint)
-- to_text(decimal(38,0))
-- to_text(date)
toString("a1");
-- to_text(boolean)
CASE WHEN "a1" THEN 'true' ELSE CASE WHEN NOT "a1" THEN 'false' END END;
-- cast(integer)
toInt64("a1");
-- cast(bigint)
toDecimal256("a1", 0);
-- cast(integer)
-- cast(decimal(12,3))
toDecimal256("a1", 9);
-- cast(decimal(12,3))
-- cast(decimal(12,3))
toDecimal128(round("a1", 1), 1);
-- cast(decimal(38,9))
toDecimal256(
  arrayElement(
    arrayMap(
      _it_1 -> CASE WHEN _it_1 IS NOT NULL THEN toDecimal128(COALESCE(_it_1, 0), 2) END,
      [round("a1", 2)]
    ),
    1
  ),
  2
);
-- cast(decimal(38,0))
accurateCast("a1", 'Nullable(Int64)');
-- cast(integer)
-- cast(bigint)
-- cast(decimal(38,9))
CAST("a1" AS Nullable(Float64));
-- cast(double)
arrayElement(
  arrayMap(
    _it_2 -> CASE
      WHEN _it_2 IS NOT NULL
      THEN arrayElement(
        arrayMap(
          _it_1 -> toInt64(sign(_it_1)) * (
            toDecimal256(
              accurateCast(trunc(abs(_it_1) / toFloat64(toDecimal256('18446744073709551616', 0))), 'Int64'),
              0
            ) * toDecimal256('18446744073709551616', 0) + toDecimal256(
              toUInt64(
                abs(_it_1) - trunc(abs(_it_1) / toFloat64(toDecimal256('18446744073709551616', 0))) * toFloat64(toDecimal256('18446744073709551616', 0))
              ),
              0
            )
          ),
          [COALESCE(_it_2, 0)]
        ),
        1
      )
    END,
    ["a1"]
  ),
  1
);
-- cast(text)
CAST("a1" AS Nullable(String));
-- cast(date)
CAST("a1" AS Nullable(Date32));
-- cast(timestamp)
-- cast(timestamptz)
toDateTime64("a1", 6, 'UTC');
-- cast(integer[])
CASE
  WHEN "a1" IS NOT NULL
  THEN tuple(arrayMap(_it_1 -> toInt64(_it_1), tupleElement("a1", 1)))
END;
-- cast(text[])
arrayMap(_it_1 -> CAST(_it_1 AS Nullable(String)), "a1");
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
'\\';
-- literal('\\\\')
'\\\\';
-- literal("\\'")
'\\''';
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
CAST(NULL AS Nullable(String));
-- literal(true)
TRUE;
-- literal(false)
FALSE;
-- literal(NULL of boolean)
CAST(NULL AS Nullable(Bool));
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
CAST(NULL AS Nullable(Int64));
-- literal(99999999999999999999999999999999999999)
toDecimal256('99999999999999999999999999999999999999', 0);
-- literal(-99999999999999999999999999999999999999)
toDecimal256('-99999999999999999999999999999999999999', 0);
-- literal(NULL of integer)
CAST(NULL AS Nullable(Decimal(76, 0)));
-- literal(0.10)
toDecimal128('0.10', 2);
-- literal(-0.000000001)
toDecimal128('-0.000000001', 9);
-- literal(99999999999999999999999999999.999999999)
toDecimal256('99999999999999999999999999999.999999999', 9);
-- literal(NULL of number)
CAST(NULL AS Nullable(Decimal(76, 9)));
-- literal(2024-02-29)
toDate32('2024-02-29');
-- literal(2024-12-31)
toDate32('2024-12-31');
-- literal(0001-01-01)
toDate32('0001-01-01');
-- literal(9999-12-31)
toDate32('9999-12-31');
-- literal(NULL of date)
CAST(NULL AS Nullable(Date32));
-- literal(2024-02-29T12:00:00)
-- literal(2024-02-29T12:00:00+00:00)
toDateTime64('2024-02-29 12:00:00', 6, 'UTC');
-- literal(2024-03-31T02:30:00.000001)
toDateTime64('2024-03-31 02:30:00.000001', 6, 'UTC');
-- literal(0001-01-01T00:00:00)
-- literal(0001-01-01T00:00:00+00:00)
toDateTime64('0001-01-01 00:00:00', 6, 'UTC');
-- literal(9999-12-31T23:59:59.999999)
-- literal(9999-12-31T23:59:59.999999+00:00)
toDateTime64('9999-12-31 23:59:59.999999', 6, 'UTC');
-- literal(NULL of timestamp)
-- literal(NULL of timestamp)
CAST(NULL AS Nullable(DateTime64(6, 'UTC')));
-- literal(2024-03-31T00:30:00.000001+00:00)
toDateTime64('2024-03-31 00:30:00.000001', 6, 'UTC');
-- literal([])
CAST(tuple([]) AS Nullable(Tuple(Array(Nullable(String)))));
-- literal([''])
CAST(tuple(['']) AS Nullable(Tuple(Array(Nullable(String)))));
-- literal(["it's", '"50%_\\', 'a\nb', 'e\u0301\U0001f6b2\ufffd', 'NULL', 'a,b', '{}'])
CAST(tuple(['it''s', '"50%_\\', 'a\nb', 'é🚲�', 'NULL', 'a,b', '{}']) AS Nullable(Tuple(Array(Nullable(String)))));
-- literal([])
CAST(tuple([]) AS Nullable(Tuple(Array(Nullable(Int64)))));
-- literal([9223372036854775807, -9223372036854775808])
CAST(tuple([9223372036854775807, (
    -9223372036854775808
)]) AS Nullable(Tuple(Array(Nullable(Int64)))));
-- literal([1.10, -0.01])
CAST(tuple([toDecimal128('1.10', 2), toDecimal128('-0.01', 2)]) AS Nullable(Tuple(Array(Nullable(Decimal(38, 2))))));
-- literal([true, false])
CAST(tuple([TRUE, FALSE]) AS Nullable(Tuple(Array(Nullable(Bool)))));
-- literal([2024-02-29, 0001-01-01, 9999-12-31])
CAST(tuple([toDate32('2024-02-29'), toDate32('0001-01-01'), toDate32('9999-12-31')]) AS Nullable(Tuple(Array(Nullable(Date32)))));
-- literal([])
CAST(tuple([]) AS Nullable(Tuple(Array(Nullable(Date32)))));
-- literal([2024-02-29T12:00:00.000001+00:00])
CAST(tuple([toDateTime64('2024-02-29 12:00:00.000001', 6, 'UTC')]) AS Nullable(Tuple(Array(Nullable(DateTime64(6, 'UTC'))))));
-- literal([])
CAST(tuple([]) AS Nullable(Tuple(Array(Nullable(DateTime64(6, 'UTC'))))));
-- coalesce: the whole statement
WITH "held" AS (
  SELECT
    "a1",
    "b1",
    "c1"
  FROM "given"
)
SELECT
  CAST(COALESCE("a1", "b1", "c1") AS Nullable(Int64)) AS "r1"
FROM "held"
SETTINGS join_use_nulls = 1, aggregate_functions_null_for_empty = 1, prefer_column_name_to_alias = 1, allow_experimental_nullable_tuple_type = 1;
