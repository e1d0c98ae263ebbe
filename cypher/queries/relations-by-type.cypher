// zh: 某个实体有哪些关系，各有多少条，举例是谁
// en: What relations an entity has, how many of each, with examples
// param: entity text "云河区" 实体名称或编号
// columns: type, direction, neighbour, count, examples
// :params {entity: "云河区"}
MATCH (e:Entity)
WHERE e.id = $entity OR e.name = $entity OR $entity IN e.aliases
WITH e
MATCH (e)-[r]-(m:Entity)
WITH type(r) AS type, CASE WHEN startNode(r).id = e.id THEN 'out' ELSE 'in' END AS direction, m
ORDER BY size(m.reports) DESC, m.mentions DESC, m.id
WITH type, direction, m.type AS neighbour, m.name AS name
WITH type, direction, neighbour, count(name) AS count, collect(name) AS names
RETURN type, direction, neighbour, count, names[0..5] AS examples
ORDER BY count DESC, type, direction, neighbour
