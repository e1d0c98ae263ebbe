// zh: 某份报告里的新内容：此前的报告没有提过的实体
// en: What is new in a report: entities that no earlier report names
// param: report text "" 报告编号（空为最新一份）
// param: limit integer 200 最多几个
// columns: name, type, count, title, sentence
// :params {report: "", limit: 200}
OPTIONAL MATCH (latest:Report)
WHERE $report = '' OR latest.id = $report
WITH latest
ORDER BY latest.year DESC, latest.date DESC, latest.id
LIMIT 1
MATCH (latest)-[n:NAMES]->(e:Entity)
WHERE e.since = latest.year
WITH latest, n, e
MATCH (latest)-[:HAS_PASSAGE]->(p:Passage)-[:MENTIONS]->(e)
WITH latest, n, e, p
ORDER BY p.index
WITH latest, n, e, collect(p.text) AS texts
RETURN n.name AS name, e.type AS type, n.count AS count, latest.title AS title, texts[0] AS sentence
ORDER BY count DESC, type, name, e.id
LIMIT $limit
