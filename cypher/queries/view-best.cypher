// zh: 一个行政区最常被提到的某类实体
// en: The best known things of one type that are tied to a district
// param: id text "" 行政区编号 | District
// param: relation text "LOCATED_IN" 关系类型 | Relation type
// param: type text "Project" 实体类型 | Entity type
// param: limit integer 6 最多几个 | Limit
// columns: node
// flags: internal
MATCH (d:District {id: $id})-[r]-(n:Entity)
WHERE type(r) = $relation AND n.type = $type
WITH DISTINCT n
RETURN n AS node
ORDER BY size(n.reports) DESC, n.mentions DESC, n.id
LIMIT $limit
