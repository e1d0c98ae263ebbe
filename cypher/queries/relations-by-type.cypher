// zh: 某个实体有哪些关系，各有多少条，举例是谁，附一句原文
// en: What relations an entity has, how many of each, with examples and a sentence
// param: entity text "云河区" 实体名称、别名或编号 | Entity
// columns: entity, type, direction, neighbour, count, examples, year, report, sentence
// :param entity => "云河区"
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
WITH e.name AS entity, type(r) AS type, CASE WHEN startNode(r) = e THEN 'out' ELSE 'in' END AS direction, m.type AS neighbour,
  m.name AS name, size(m.reports) AS reports, m.mentions AS mentions, m.id AS id, r.id AS relation, r.passages[0] AS passage
ORDER BY reports DESC, mentions DESC, id, relation
WITH entity, type, direction, neighbour, count(relation) AS count, collect(DISTINCT name) AS names, collect(passage) AS passages
MATCH (p:Passage {id: passages[0]})
MATCH (report:Report {id: p.report})
RETURN entity, type, direction, neighbour, count, names[0..5] AS examples, report.year AS year, report.title AS report, p.text AS sentence
ORDER BY count DESC, type, direction, neighbour
