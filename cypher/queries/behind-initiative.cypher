// zh: 某项战略举措背后有哪些项目、园区、政策，谁在推进
// en: What stands behind an initiative: projects, parks, policies, and who pursues it
// param: initiative text "“七三一”发展战略" 战略举措名称、别名或编号 | Initiative
// param: limit integer 200 最多几条 | Limit
// columns: relation, name, type, reports, year, report, sentence
// :param initiative => "“七三一”发展战略"
// :param limit => 200
WITH reduce(key = toLower($initiative), mark IN [' ', '“', '”', '‘', '’', '"', "'", '「', '」', '『', '』', '《', '》', '·'] | replace(key, mark, '')) AS key
CALL (key) {
  MATCH (e:Initiative {id: $initiative})
  RETURN e
  UNION
  MATCH (e:Initiative)
  WHERE e.search CONTAINS key AND '|' + e.search + '|' CONTAINS '|' + key + '|'
  RETURN e
}
WITH e, CASE WHEN e.id = $initiative THEN 0 WHEN e.key = key THEN 1 ELSE 2 END AS rank
ORDER BY rank, size(e.reports) DESC, e.mentions DESC, e.id
LIMIT 1
MATCH (e)<-[r:CONTRIBUTES_TO|PURSUES|PART_OF]-(n:Entity)
WITH type(r) AS relation, n.name AS name, n.type AS type, size(n.reports) AS reports, n.id AS id, r.id AS own, r.passages[0] AS passage
ORDER BY relation, reports DESC, name, id, own
LIMIT $limit
MATCH (p:Passage {id: passage})
MATCH (report:Report {id: p.report})
RETURN relation, name, type, reports, report.year AS year, report.title AS report, p.text AS sentence
ORDER BY relation, reports DESC, name, id, own
