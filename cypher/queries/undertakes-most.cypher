// zh: 谁承担的项目最多，举例附原文
// en: Who undertakes most, with examples and a sentence
// param: limit integer 30 最多几家 | Limit
// columns: undertaker, type, count, examples, year, report, sentence
// flags: scan
// :param limit => 30
MATCH (e:Entity)-[r:UNDERTAKES]->(n:Entity)
WITH e, n.name AS name, r.passages[0] AS passage
ORDER BY name, passage
WITH e.name AS undertaker, e.id AS id, e.type AS type, collect(DISTINCT name) AS names, collect(passage) AS passages
WITH undertaker, id, type, size(names) AS count, names[0..5] AS examples, passages[0] AS passage
ORDER BY count DESC, undertaker, id
LIMIT $limit
MATCH (p:Passage {id: passage})
MATCH (report:Report {id: p.report})
RETURN undertaker, type, count, examples, report.year AS year, report.title AS report, p.text AS sentence
ORDER BY count DESC, undertaker, id
