// zh: 哪些产业被最多的行政区聚焦，有哪些企业，附一句原文
// en: The industries that most districts focus on, with enterprises and a sentence
// param: limit integer 50 最多几个 | Limit
// columns: industry, districts, enterprises, names, year, report, sentence
// flags: scan
// :param limit => 50
MATCH (i:Industry)<-[r:FOCUSES_ON]-(d:District)
WITH i, count(DISTINCT d.id) AS districts, min(r.passages[0]) AS passage, size(i.reports) AS reports, i.id AS id
ORDER BY districts DESC, reports DESC, id
LIMIT $limit
OPTIONAL MATCH (i)<-[:IN_INDUSTRY]-(e:Enterprise)
WITH i, districts, passage, reports, id, e.name AS name
ORDER BY name
WITH i, districts, passage, reports, id, collect(DISTINCT name) AS names
MATCH (p:Passage {id: passage})
MATCH (report:Report {id: p.report})
RETURN i.name AS industry, districts, size(names) AS enterprises, names[0..5] AS names, report.year AS year, report.title AS report,
  p.text AS sentence
ORDER BY districts DESC, reports DESC, id
