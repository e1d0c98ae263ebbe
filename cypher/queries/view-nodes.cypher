// zh: 按编号取实体
// en: Entities by their ids
// param: ids texts [] 实体编号
// columns: node
// flags: internal
UNWIND $ids AS id
MATCH (n:Entity {id: id})
RETURN n AS node
