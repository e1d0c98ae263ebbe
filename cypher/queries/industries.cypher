// zh: 哪些产业被最多的行政区聚焦，有哪些企业
// en: The industries that most districts focus on, with enterprises
// param: limit integer 50 最多几个
// columns: industry, districts, enterprises, names
// flags: scan
// :params {limit: 50}
MATCH (i:Industry)
OPTIONAL MATCH (i)<-[:FOCUSES_ON]-(d:District)
WITH i, count(DISTINCT d) AS districts
OPTIONAL MATCH (i)<-[:IN_INDUSTRY]-(e:Enterprise)
WITH i, districts, e.name AS name
ORDER BY name
WITH i, districts, collect(DISTINCT name) AS names
RETURN i.name AS industry, districts, size(names) AS enterprises, names[0..5] AS names
ORDER BY districts DESC, enterprises DESC, industry, i.id
LIMIT $limit
