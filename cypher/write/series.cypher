// The observations of these series (one indicator of one subject, year, kind, measure and unit), and who says each.
UNWIND $rows AS row
MATCH (e:Entity {id: row.subject})-[:HAS_OBSERVATION]->(o:Observation)
WHERE o.series = row.series
MATCH (o)-[s:SAID_IN]->(:Passage)
WITH o, collect(DISTINCT s.report) AS reports
RETURN o.id AS id, o.series AS series, o.value AS value, o.bound AS bound, reports
