// zh: 一个实体的全部关系，每条附原文句子
// en: All relations of an entity, each with the passages that say it
// param: entity text "云河区" 实体名称、别名或编号 | Entity
// param: types texts [] 只要这些关系类型（空为全部） | Relation types (empty: all)
// param: limit integer 200 最多几处出处 | Limit (places)
// columns: relationship, node, direction, report, title, year, passage, heading, text, start, end, rule
// :param entity => "云河区"
// :param types => []
// :param limit => 200
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
WHERE size($types) = 0 OR type(r) IN $types
WITH e, r, m, type(r) AS type, size(r.passages) AS places, r.id AS own
ORDER BY type, places DESC, own
LIMIT $limit
UNWIND range(0, places - 1) AS i
MATCH (p:Passage {id: r.passages[i]})
MATCH (report:Report {id: p.report})
RETURN r AS relationship, m AS node, CASE WHEN startNode(r) = e THEN 'out' ELSE 'in' END AS direction,
  report.id AS report, report.title AS title, report.year AS year, p.id AS passage, p.heading AS heading, p.text AS text,
  r.starts[i] - p.start AS start, r.ends[i] - p.start AS end, r.rules[i] AS rule
ORDER BY type, places DESC, own, year, passage, start
LIMIT $limit
