// zh: 哪些战略举措由几个行政区共同推进，从哪年起，最早怎么说
// en: Initiatives that several districts pursue, since when, and the first sentence that says so
// param: least integer 2 至少几个行政区 | At least so many districts
// param: limit integer 50 最多几项 | Limit
// columns: initiative, districts, names, since, reports, report, sentence
// flags: scan
// :param least => 2
// :param limit => 50
MATCH (d:District)-[:PURSUES]->(i:Initiative)
WITH i, count(DISTINCT d.id) AS districts
WHERE districts >= $least
WITH i, districts, size(i.reports) AS reports, i.id AS id
ORDER BY districts DESC, reports DESC, id
LIMIT $limit
MATCH (i)<-[r:PURSUES]-(d:District)
UNWIND range(0, size(r.passages) - 1) AS at
WITH i.name AS initiative, id, districts, reports, d.name AS name, r.reports[at] AS said, r.passages[at] AS passage
MATCH (report:Report {id: said})
WITH initiative, id, districts, reports, name, report.year AS year, report.title AS title, passage
ORDER BY year, passage, name
WITH initiative, id, districts, reports, collect(DISTINCT name) AS names, min(year) AS since, collect(title) AS titles, collect(passage) AS passages
MATCH (p:Passage {id: passages[0]})
RETURN initiative, districts, names[0..10] AS names, since, reports, titles[0] AS report, p.text AS sentence
ORDER BY districts DESC, reports DESC, id
