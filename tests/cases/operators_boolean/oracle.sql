SELECT
  id,
  coalesce(b, false) AS in_equals,
  coalesce(NOT b, false) AS in_equals_false,
  coalesce(NOT b, true) AS in_equals_or_null,
  coalesce(b = other, false) AS in_equals_column,
  coalesce(NOT b, false) AS in_not_equals,
  coalesce(NOT b, true) AS in_not_equals_or_null,
  coalesce(b <> other, false) AS in_not_equals_column,
  coalesce(b, false) AS in_is_true,
  coalesce(b, true) AS in_is_true_or_null,
  coalesce(NOT b, false) AS in_is_false,
  coalesce(NOT b, true) AS in_is_false_or_null,
  coalesce(NOT b, true) AS in_complement_of_is_true,
  coalesce(b, true) AS in_complement_of_is_false,
  b IS NULL AS in_is_null,
  b IS NOT NULL AS in_is_not_null
FROM flags
