// zh: 常与某个实体在同一段落里出现的实体
// en: Entities often named in the same passage as this one
// param: entity text "星海科技" 实体名称或编号
// param: limit integer 30 最多几个
// columns: name, type, passages, example
// :params {entity: "星海科技", limit: 30}
MATCH (e:Entity)
WHERE e.id = $entity OR e.name = $entity OR $entity IN e.aliases
WITH e
MATCH (e)<-[:MENTIONS]-(p:Passage)-[:MENTIONS]->(m:Entity)
WHERE m.id <> e.id
WITH m, p
ORDER BY p.id
WITH m, collect(DISTINCT p.id) AS places, collect(p.text) AS texts
RETURN m.name AS name, m.type AS type, size(places) AS passages, texts[0] AS example
ORDER BY passages DESC, name, m.id
LIMIT $limit
