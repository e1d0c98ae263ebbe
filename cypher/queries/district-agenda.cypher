// zh: 某个行政区推进什么、举办什么、争创什么、执行什么，各附原文
// en: What a district pursues, hosts, aims for and adopts, with the sentence
// param: district text "云河区" 行政区名称或编号 | District
// param: year integer 0 只看这一年的报告（0 为全部） | Reports of this year only (0: all)
// param: limit integer 200 最多几条 | Limit
// columns: what, name, type, year, reports, report, sentence
// :param district => "云河区"
// :param year => 0
// :param limit => 200
MATCH (d:District)
WHERE d.id = $district OR d.name = $district
WITH d
ORDER BY size(d.reports) DESC, d.id
LIMIT 1
MATCH (d)-[r:PURSUES|HOSTS|AIMS_FOR|ADOPTS]->(n:Entity)
WITH r, type(r) AS what, n.name AS name, n.type AS type, n.id AS id
UNWIND range(0, size(r.passages) - 1) AS i
WITH what, name, type, id, r.reports[i] AS said, r.passages[i] AS passage, r.starts[i] AS start
MATCH (report:Report {id: said})
WHERE $year = 0 OR report.year = $year
WITH what, name, type, id, report.year AS year, said, passage, start
ORDER BY year, said, start, passage
WITH what, name, type, id, min(year) AS year, count(DISTINCT said) AS reports, collect(passage) AS passages
WITH what, name, type, id, year, reports, passages[0] AS passage
ORDER BY what, reports DESC, year, name, id
LIMIT $limit
MATCH (p:Passage {id: passage})
MATCH (report:Report {id: p.report})
RETURN what, name, type, year, reports, report.title AS report, p.text AS sentence
ORDER BY what, reports DESC, year, name, id
