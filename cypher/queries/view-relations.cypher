// zh: 一个实体和一些别的实体之间的关系
// en: The relations between one entity and some others
// param: id text "" 实体编号 | Entity
// param: others texts [] 另一端的编号 | Other end
// columns: node, relationship
// flags: internal
UNWIND $others AS other
MATCH (m:Entity {id: other})
MATCH (m)-[r]-(e:Entity {id: $id})
RETURN m AS node, r AS relationship
ORDER BY r.id
