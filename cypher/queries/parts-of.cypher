// zh: 某个行政区或园区里有什么（逐级向下，至多三级）
// en: What lies in a district or park, level by level, three at most
// param: place text "云州市" 行政区或园区名称、别名或编号 | District or park
// param: types texts [] 只要这些类型（空为全部） | Types
// param: limit integer 200 最多几个 | Limit
// columns: name, type, steps, within, year, report, sentence
// :param place => "云州市"
// :param types => []
// :param limit => 200
WITH reduce(key = toLower($place), mark IN [' ', '“', '”', '‘', '’', '"', "'", '「', '」', '『', '』', '《', '》', '·'] | replace(key, mark, '')) AS key
CALL (key) {
  MATCH (e:Entity {id: $place})
  RETURN e
  UNION
  MATCH (e:Entity)
  WHERE e.search CONTAINS key AND '|' + e.search + '|' CONTAINS '|' + key + '|'
  RETURN e
}
WITH e, CASE WHEN e.id = $place THEN 0 WHEN e.key = key THEN 1 ELSE 2 END AS rank
ORDER BY rank, size(e.reports) DESC, e.mentions DESC, e.id
LIMIT 1
MATCH p = (e)<-[:PART_OF|LOCATED_IN*1..3]-(n:Entity)
WHERE size($types) = 0 OR n.type IN $types
WITH e.id AS place, n, min(length(p)) AS steps
WHERE n.id <> place
WITH place, n.id AS id, n.name AS name, n.type AS type, size(n.reports) AS reports, steps
ORDER BY steps, type, reports DESC, name, id
LIMIT $limit
MATCH (n:Entity {id: id})-[r:PART_OF|LOCATED_IN]->(w:Entity)
WHERE w.id = place OR (steps > 1 AND EXISTS { (w)-[:PART_OF|LOCATED_IN]->(:Entity {id: place}) })
  OR (steps > 2 AND EXISTS { (w)-[:PART_OF|LOCATED_IN*2..2]->(:Entity {id: place}) })
WITH id, name, type, reports, steps, w.name AS within, r.passages[0] AS passage
ORDER BY within, passage
WITH id, name, type, reports, steps, collect(within) AS places, collect(passage) AS passages
MATCH (p:Passage {id: passages[0]})
MATCH (report:Report {id: p.report})
RETURN name, type, steps, places[0] AS within, report.year AS year, report.title AS report, p.text AS sentence
ORDER BY steps, type, reports DESC, name, id
