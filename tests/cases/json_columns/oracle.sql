SELECT
  id,
  CASE WHEN json_type(j, '$.s') = 'VARCHAR' THEN j ->> 's' END AS text,
  CAST(j ->> 'n' AS DECIMAL(38, 9)) AS number,
  CAST(j ->> 'w' AS BIGINT) AS integer,
  CAST(j ->> 'b' AS BOOLEAN) AS boolean,
  CAST(j ->> 'd' AS DATE) AS date,
  CASE id
    WHEN 'ordinary' THEN TIMESTAMPTZ '2024-02-29 12:30:00+02'
    WHEN 'clock_change' THEN TIMESTAMPTZ '2024-03-31 03:30:00+02'
  END AS time,
  CASE id WHEN 'ordinary' THEN ['tea', 'cup'] WHEN 'odd_text' THEN ['🚲', ''] ELSE [] END AS texts
FROM documents
