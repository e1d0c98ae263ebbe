// zh: 哪些战略举措由几个行政区共同推进，从哪年起，最早怎么说
// en: Initiatives that several districts pursue, since when, and the first sentence that says so
// param: least integer 2 至少几个行政区
// param: limit integer 50 最多几项
// columns: initiative, districts, names, since, reports, report, sentence
// flags: scan
// :param least => 2
// :param limit => 50
MATCH (d:District)-[r:PURSUES]->(i:Initiative)
WITH i, d.name AS name, r.passages[0] AS passage
ORDER BY name, passage
WITH i, collect(DISTINCT name) AS names, collect(passage) AS passages
WHERE size(names) >= $least
WITH i.name AS initiative, i.id AS id, size(names) AS districts, names[0..10] AS names, size(i.reports) AS reports, passages
ORDER BY districts DESC, reports DESC, initiative, id
LIMIT $limit
UNWIND passages AS passage
MATCH (p:Passage {id: passage})
MATCH (report:Report {id: p.report})
WITH initiative, id, districts, names, reports, report.year AS year, report.title AS title, p.id AS passage, p.text AS text
ORDER BY year, passage
WITH initiative, id, districts, names, reports, min(year) AS since, collect(title) AS titles, collect(text) AS texts
RETURN initiative, districts, names, since, reports, titles[0] AS report, texts[0] AS sentence
ORDER BY districts DESC, reports DESC, initiative, id
