// zh: 一个实体的邻居（可按关系类型和方向筛选），附一句原文
// en: The neighbours of an entity, by relation type and direction, with a sentence
// param: entity text "云河区" 实体名称、别名或编号 | Entity
// param: types texts [] 只要这些关系类型（空为全部） | Relation types (empty: all)
// param: direction text "both" 方向：out 出、in 入、both 都要 | Direction: out, in or both
// param: limit integer 100 最多几条 | Limit
// columns: node, relationship, year, report, sentence
// :param entity => "云河区"
// :param types => []
// :param direction => "both"
// :param limit => 100
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
MATCH (e)-[r]-(m:Entity)
WHERE (size($types) = 0 OR type(r) IN $types)
  AND ($direction = 'both' OR ($direction = 'out' AND startNode(r) = e) OR ($direction = 'in' AND endNode(r) = e))
WITH m, r, size(m.reports) AS reports, m.mentions AS mentions, m.id AS id, r.id AS own
ORDER BY reports DESC, mentions DESC, id, own
LIMIT $limit
MATCH (p:Passage {id: r.passages[0]})
MATCH (report:Report {id: p.report})
RETURN m AS node, r AS relationship, report.year AS year, report.title AS report, p.text AS sentence
ORDER BY reports DESC, mentions DESC, id, own
