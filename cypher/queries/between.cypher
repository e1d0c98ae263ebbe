// zh: 一组实体之间的全部关系
// en: All relations among a set of entities
// param: ids texts [] 实体编号
// param: limit integer 5000 最多几条
// columns: from, to, relationship
// flags: internal
UNWIND $ids AS id
MATCH (a:Entity {id: id})-[r]->(b:Entity)
WHERE b.id IN $ids
RETURN a.id AS from, b.id AS to, r AS relationship
ORDER BY r.id
LIMIT $limit
