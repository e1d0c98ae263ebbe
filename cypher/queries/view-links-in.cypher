// zh: 指向一个实体的关系，只要另一端的编号和分量
// en: The relations that lead to an entity, with no more than the id and weight of the other end
// param: id text "" 实体编号 | Entity
// param: types texts [] 关系类型 | Relation type
// columns: id, type, relation, basis, reports, mentions
// flags: internal
MATCH (e:Entity {id: $id})<-[r]-(m:Entity)
WHERE type(r) IN $types
RETURN m.id AS id, m.type AS type, type(r) AS relation, r.basis AS basis, size(m.reports) AS reports, m.mentions AS mentions
ORDER BY id, relation, basis
