// zh: 某个行政区或园区里有什么（逐级向下）
// en: What lies in a district or park, level by level
// param: place text "云州市" 行政区或园区名称或编号
// param: types texts [] 只要这些类型（空为全部）
// param: limit integer 200 最多几个
// columns: name, type, steps, within
// flags: scan
// :params {place: "云州市", types: [], limit: 200}
MATCH (d:Entity)
WHERE d.id = $place OR d.name = $place
WITH d
MATCH p = (n:Entity)-[:PART_OF|LOCATED_IN*1..3]->(d)
WHERE size($types) = 0 OR n.type IN $types
WITH n, min(length(p)) AS steps
MATCH (n)-[:PART_OF|LOCATED_IN]->(w:Entity)
WITH n, steps, min(w.name) AS within
RETURN n.name AS name, n.type AS type, steps, within
ORDER BY steps, type, size(n.reports) DESC, name, n.id
LIMIT $limit
