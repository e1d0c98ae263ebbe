// zh: 一个实体各类关系的条数
// en: How many relations of each type and direction an entity has
// param: id text "" 实体编号
// columns: type, direction, neighbour, count
// flags: internal
MATCH (e:Entity {id: $id})-[r]-(m:Entity)
WITH r, type(r) AS type, CASE WHEN startNode(r).id = $id THEN 'out' ELSE 'in' END AS direction, m.type AS neighbour
WITH type, direction, neighbour, count(r) AS count
RETURN type, direction, neighbour, count
ORDER BY count DESC, type, direction, neighbour
