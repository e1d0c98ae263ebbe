// zh: 一组实体之间的关系
// en: The relations among a set of entities
// param: ids texts [] 实体编号
// columns: relation
// flags: internal
UNWIND $ids AS id
MATCH (a:Entity {id: id})-[r]->(b:Entity)
WHERE b.id IN $ids
RETURN r AS relation
