// zh: 同一行政区两份报告之间：新提的、不再提的实体
// en: Between two reports of one district: what is newly named, what no longer
// param: district text "云河区" 行政区名称
// param: before integer 2023 前一份报告的年份
// param: after integer 2024 后一份报告的年份
// param: limit integer 300 最多几个
// columns: what, name, type, count
// :params {district: "云河区", before: 2023, after: 2024, limit: 300}
MATCH (r:Report {district: $district, year: $after})-[n:NAMES]->(e:Entity)
WHERE NOT EXISTS { (:Report {district: $district, year: $before})-[:NAMES]->(e) }
RETURN 'new' AS what, e.name AS name, e.type AS type, n.count AS count
ORDER BY count DESC, name
LIMIT $limit
UNION ALL
MATCH (r:Report {district: $district, year: $before})-[n:NAMES]->(e:Entity)
WHERE NOT EXISTS { (:Report {district: $district, year: $after})-[:NAMES]->(e) }
RETURN 'gone' AS what, e.name AS name, e.type AS type, n.count AS count
ORDER BY count DESC, name
LIMIT $limit
