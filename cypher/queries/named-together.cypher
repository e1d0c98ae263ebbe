// zh: 常与某个实体在同一段落里出现的实体
// en: Entities often named in the same passage as this one
// param: entity text "星海科技" 实体名称、别名或编号 | Entity
// param: limit integer 30 最多几个 | Limit
// columns: name, type, passages, year, report, example
// :param entity => "星海科技"
// :param limit => 30
WITH reduce(key = toLower($entity), mark IN [' ', '“', '”', '‘', '’', '"', "'", '「', '」', '『', '』', '《', '》', '·'] | replace(key, mark, '')) AS key
CALL (key) {
  MATCH (e:Entity {id: $entity})
  RETURN e
  UNION
  MATCH (e:Entity)
  WHERE e.search CONTAINS key AND '|' + e.search + '|' CONTAINS '|' + key + '|'
  RETURN e
}
WITH e, CASE WHEN e.id = $entity THEN 0 WHEN e.key = key THEN 1 ELSE 2 END AS rank
ORDER BY rank, size(e.reports) DESC, e.mentions DESC, e.id
LIMIT 1
MATCH (e)<-[:MENTIONS]-(p:Passage)-[:MENTIONS]->(m:Entity)
WHERE m.id <> e.id
WITH m.id AS id, count(p) AS passages, min(p.id) AS passage
ORDER BY passages DESC, id
LIMIT $limit
MATCH (m:Entity {id: id})
MATCH (p:Passage {id: passage})
MATCH (report:Report {id: p.report})
RETURN m.name AS name, m.type AS type, passages, report.year AS year, report.title AS report, p.text AS example
ORDER BY passages DESC, id
