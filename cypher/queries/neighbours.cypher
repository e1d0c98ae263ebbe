// zh: 一个实体的邻居（可按关系类型和方向筛选）
// en: The neighbours of an entity, by relation type and direction
// param: id text "" 实体编号
// param: types texts [] 只要这些关系类型（空为全部）
// param: direction text "both" 方向：out 出、in 入、both 都要
// param: limit integer 100 最多几条
// columns: node, relationship
// flags: internal
MATCH (e:Entity {id: $id})-[r]-(m:Entity)
WHERE (size($types) = 0 OR type(r) IN $types)
  AND ($direction = 'both' OR ($direction = 'out' AND startNode(r).id = $id) OR ($direction = 'in' AND endNode(r).id = $id))
RETURN m AS node, r AS relationship
ORDER BY size(m.reports) DESC, m.mentions DESC, m.id, r.id
LIMIT $limit
