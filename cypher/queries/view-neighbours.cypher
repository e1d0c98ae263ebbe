// zh: 一个实体的全部关系，连同另一端
// en: All relations of an entity with the entity at the other end
// param: id text "" 实体编号
// columns: node, relation
// flags: internal
MATCH (a:Entity {id: $id})-[r]-(b:Entity)
RETURN b AS node, r AS relation
ORDER BY b.mentions DESC, b.id
LIMIT 5000
