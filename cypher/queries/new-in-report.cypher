// zh: 某份报告里的新内容：此前的报告没有提过的实体
// en: What is new in a report: entities that no earlier report names
// param: report text "" 报告编号（空为最新一份） | Report (empty: the newest)
// param: limit integer 200 最多几个 | Limit
// columns: name, type, count, year, title, sentence
// :param report => ""
// :param limit => 200
MATCH (latest:Report)
WHERE $report = '' OR latest.id = $report
WITH latest
ORDER BY latest.year DESC, coalesce(latest.date, '') DESC, latest.id
LIMIT 1
MATCH (latest)-[n:NAMES]->(e:Entity)
WHERE e.since = latest.year
WITH latest, n.name AS name, e.type AS type, n.count AS count, e.id AS id
ORDER BY count DESC, type, name, id
LIMIT $limit
MATCH (e:Entity {id: id})<-[:MENTIONS]-(p:Passage)
WHERE p.report = latest.id
WITH latest, name, type, count, id, min(p.index) AS index
MATCH (p:Passage {id: latest.id + '.' + toString(index)})
RETURN name, type, count, latest.year AS year, latest.title AS title, p.text AS sentence
ORDER BY count DESC, type, name, id
