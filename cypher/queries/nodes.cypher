// zh: 按编号取实体
// en: Entities by their ids
// param: ids texts [] 实体编号 | Entity
// columns: node
// flags: internal
UNWIND $ids AS id
MATCH (e:Entity {id: id})
RETURN e AS node
ORDER BY e.id
