// zh: 某个行政区推进什么、举办什么、争创什么、执行什么，各附原文
// en: What a district pursues, hosts, aims for and adopts, with the sentence
// param: district text "云河区" 行政区名称或编号
// param: year integer 0 只看这一年的报告（0 为全部）
// param: limit integer 200 最多几条
// columns: what, name, type, year, reports, report, sentence
// :params {district: "云河区", year: 0, limit: 200}
MATCH (d:District)
WHERE d.id = $district OR d.name = $district
WITH d
MATCH (d)-[r:PURSUES|HOSTS|AIMS_FOR|ADOPTS]->(n:Entity)
UNWIND range(0, size(r.passages) - 1) AS i
WITH d, r, n, i
MATCH (p:Passage {id: r.passages[i]})
MATCH (report:Report {id: p.report})
WHERE $year = 0 OR report.year = $year
WITH r, n, report, p, i
ORDER BY report.year, p.id, i
WITH r, n, collect(report.title) AS titles, collect(p.text) AS sentences, collect(DISTINCT report.id) AS saying, min(report.year) AS year
RETURN type(r) AS what, n.name AS name, n.type AS type, year, size(saying) AS reports, titles[0] AS report, sentences[0] AS sentence
ORDER BY what, reports DESC, year, name, r.id
LIMIT $limit
