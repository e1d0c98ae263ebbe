// zh: 哪些战略举措由几个行政区共同推进，从哪年起
// en: Initiatives that several districts pursue, and since when
// param: least integer 2 至少几个行政区
// param: limit integer 50 最多几项
// columns: initiative, districts, names, since, reports
// flags: scan
// :params {least: 2, limit: 50}
MATCH (d:District)-[:PURSUES]->(i:Initiative)
WITH i, d.name AS name
ORDER BY name
WITH i, collect(DISTINCT name) AS names
WHERE size(names) >= $least
RETURN i.name AS initiative, size(names) AS districts, names[0..10] AS names, i.since AS since, size(i.reports) AS reports
ORDER BY districts DESC, reports DESC, initiative, i.id
LIMIT $limit
