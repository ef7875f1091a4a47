-- entity: students
WITH t AS (SELECT DISTINCT student, code, points FROM enrolments JOIN courses ON course = code WHERE student IS NOT NULL),
l AS (SELECT student, lessons.* FROM t JOIN lessons ON course = code),
n AS (SELECT student, notes.* FROM t JOIN notes ON course = code),
f AS (SELECT DISTINCT "of", friend FROM friendships),
p AS (SELECT s.id, s.name, coalesce(sum(points), 0) AS points FROM students s LEFT JOIN t ON student = s.id GROUP BY s.id, s.name)
SELECT
  s.id,
  (SELECT count(*) FROM t WHERE student = s.id) AS course_count,
  s.points,
  coalesce((SELECT sum(minutes) FROM l WHERE student = s.id), 0) AS lesson_minutes,
  coalesce((SELECT list(room ORDER BY room) FROM l WHERE student = s.id), []) AS rooms,
  (SELECT room FROM l WHERE student = s.id ORDER BY minutes DESC, id DESC LIMIT 1) AS last_room,
  coalesce((SELECT list(DISTINCT word ORDER BY word) FROM n WHERE student = s.id AND word IS NOT NULL), []) AS words,
  (SELECT count(DISTINCT word) FROM n WHERE student = s.id) AS word_count,
  (SELECT max(weight) FROM n WHERE student = s.id) AS heaviest,
  (SELECT min(weight) FROM n WHERE student = s.id) AS lightest,
  s.id IN (SELECT student FROM n WHERE word = 'red') AS has_red,
  coalesce((SELECT list(DISTINCT o.name ORDER BY o.name) FROM t m JOIN t USING (code) JOIN students o ON t.student = o.id WHERE m.student = s.id), []) AS classmates,
  (SELECT count(DISTINCT t.student) FROM t m JOIN t USING (code) WHERE m.student = s.id) AS classmate_count,
  coalesce((SELECT list(o.name ORDER BY o.name) FROM f JOIN students o ON friend = o.id WHERE "of" = s.id), []) AS friend_names,
  (SELECT count(*) FROM f WHERE friend = s.id) AS friend_of_count,
  coalesce((SELECT sum(o.points) FROM f JOIN p o ON friend = o.id WHERE "of" = s.id), 0) AS friends_points,
  coalesce((SELECT list(DISTINCT o.points ORDER BY o.points DESC) FROM f JOIN p o ON friend = o.id WHERE "of" = s.id), []) AS friends_points_listed,
  (SELECT country FROM passports WHERE holder = s.id) AS country,
  (SELECT count(*) FROM passports WHERE holder = s.id) AS passport_count,
  (SELECT count(*) FROM t WHERE student = s.id) = 2 AS in_two_courses,
  s.id NOT IN (SELECT student FROM l WHERE minutes >= 60) AS in_all_short,
  s.id NOT IN (SELECT student FROM n WHERE word = 'red') AS in_no_red,
  s.id IN (SELECT student FROM n WHERE weight > 3) AS in_heavy,
  s.id IN (SELECT "of" FROM f JOIN t ON student = friend GROUP BY "of", friend HAVING count(*) = 2) AS in_friend_of_two_coursers,
  s.id IN (SELECT "of" FROM f JOIN passports ON holder = friend WHERE country = 'DE') AS in_german_friend
FROM p s

-- entity: courses
WITH t AS (SELECT DISTINCT student, course FROM enrolments JOIN students ON student = id)
SELECT
  code,
  (SELECT count(*) FROM t WHERE course = code) AS student_count,
  coalesce((SELECT list(country ORDER BY country) FROM t JOIN passports ON holder = student WHERE course = code), []) AS countries,
  coalesce((SELECT sum(minutes) FROM lessons WHERE course = code), 0) AS minutes,
  (SELECT count(*) FROM notes WHERE course = code) AS notes
FROM courses

-- entity: passports
WITH t AS (SELECT DISTINCT student, code, points FROM enrolments JOIN courses ON course = code)
SELECT
  no,
  name AS holder_name,
  CASE WHEN id IS NULL THEN -1 ELSE coalesce((SELECT sum(points) FROM t WHERE student = id), 0) END AS holder_points,
  (SELECT count(*) FROM t JOIN lessons ON course = code WHERE student = s.id) AS lessons
FROM passports LEFT JOIN students s ON holder = id
