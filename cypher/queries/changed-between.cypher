// zh: 同一行政区两份报告之间：新提的、不再提的实体，各附首次出现的段落
// en: Between two reports of one district: what is newly named, what no longer, each with its first passage
// param: district text "云河区" 行政区名称 | District
// param: before integer 2023 前一份报告的年份 | Year of the earlier report
// param: after integer 2024 后一份报告的年份 | Year of the later report
// param: limit integer 300 各最多几个 | Limit of each
// columns: what, name, type, count, report, sentence
// :param district => "云河区"
// :param before => 2023
// :param after => 2024
// :param limit => 300
MATCH (r:Report {district: $district, year: $after})-[n:NAMES]->(e:Entity)
WHERE NOT EXISTS { (:Report {district: $district, year: $before})-[:NAMES]->(e) }
WITH r.id AS id, e, n.name AS name, n.count AS count
ORDER BY count DESC, name, e.id
LIMIT $limit
MATCH (e)<-[:MENTIONS]-(p:Passage)
WHERE p.report = id
WITH id, e, name, count, min(p.index) AS index
MATCH (p:Passage {id: id + '.' + toString(index)})
MATCH (report:Report {id: id})
RETURN 'new' AS what, name, e.type AS type, count, report.title AS report, p.text AS sentence
ORDER BY count DESC, name, e.id
UNION ALL
MATCH (r:Report {district: $district, year: $before})-[n:NAMES]->(e:Entity)
WHERE NOT EXISTS { (:Report {district: $district, year: $after})-[:NAMES]->(e) }
WITH r.id AS id, e, n.name AS name, n.count AS count
ORDER BY count DESC, name, e.id
LIMIT $limit
MATCH (e)<-[:MENTIONS]-(p:Passage)
WHERE p.report = id
WITH id, e, name, count, min(p.index) AS index
MATCH (p:Passage {id: id + '.' + toString(index)})
MATCH (report:Report {id: id})
RETURN 'gone' AS what, name, e.type AS type, count, report.title AS report, p.text AS sentence
ORDER BY count DESC, name, e.id
