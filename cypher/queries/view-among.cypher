// zh: 新来的实体彼此之间、和已有实体之间的关系
// en: The relations of new entities among themselves and with those that are there
// param: ids texts [] 新来的实体编号 | New entities
// param: all texts [] 全部实体编号 | All entities
// param: limit integer 10000 最多几条 | Limit
// columns: relationship
// flags: internal
UNWIND $all AS id
MATCH (a:Entity {id: id})-[r]->(b:Entity)
WHERE b.id IN $all AND (a.id IN $ids OR b.id IN $ids)
RETURN r AS relationship
ORDER BY r.id
LIMIT $limit
