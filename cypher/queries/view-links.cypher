// zh: 一个实体的全部关系，只要另一端的编号和分量
// en: All relations of an entity, with no more than the id and weight of the other end
// param: id text "" 实体编号
// columns: id, type, relation, direction, basis, reports, mentions
// flags: internal
MATCH (e:Entity {id: $id})-[r]->(m:Entity)
RETURN m.id AS id, m.type AS type, type(r) AS relation, 'out' AS direction, r.basis AS basis,
       size(m.reports) AS reports, m.mentions AS mentions
UNION ALL
MATCH (e:Entity {id: $id})<-[r]-(m:Entity)
RETURN m.id AS id, m.type AS type, type(r) AS relation, 'in' AS direction, r.basis AS basis,
       size(m.reports) AS reports, m.mentions AS mentions
